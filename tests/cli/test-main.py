# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command of pressmark-cli does what its line says."""
import hashlib
import json
import os
import signal
import subprocess
import zipfile

import cli

BASE = cli.serve()


def add(place, name='article'):
    [row] = place.json('add', f'{BASE}/{name}')
    assert row['state'] == 'ready' and row['title'] == 'Gauge to be rebuilt', row
    return row['id']


def test_add(place):
    result = place.run('add', f'{BASE}/article', f'{BASE}/nothing', f'{BASE}/article-2', '--tag', 'gauge', '--collection', 'Ports', '--json')
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 1, result
    assert sorted(row['state'] for row in rows) == ['failed', 'ready', 'ready'], rows
    assert [row['error'] for row in rows if row['state'] == 'failed'][0]
    listed = place.json('list')
    assert len(listed) == 2 and all(row['tags'] == ['gauge'] and row['collections'] == ['Ports'] for row in listed), listed
    assert len(place.json('list', '--tag', 'gauge')) == 2 and len(place.json('list', '--collection', 'Ports')) == 2
    assert len(place.json('list', '--limit', 1)) == 1 and len(place.json('list', '--unread')) == 2


def test_add_list(place):
    with open(place.path('links.txt'), 'w') as file:
        file.write(f'# two links\n{BASE}/article\n\n{BASE}/article-2\n')
    assert len(place.json('add', '--list', place.path('links.txt'))) == 2
    result = subprocess.run([cli.CLI, '-n', place.notebook, 'add', '--list', '-'], input=f'{BASE}/article-3\n', text=True, capture_output=True)
    assert result.returncode == 0 and len(place.json('list')) == 3, result


def test_dry_run(place):
    add(place)
    with open(place.path('pocket.csv'), 'w') as file:
        file.write(f'title,url,time_added,tags,status\nOne,{BASE}/article,1,,unread\nTwo,{BASE}/article-2,1600000000,a|b,unread\n'
                   f'Two,{BASE}/article-2,1,,unread\nThree,javascript:x(),1,,unread\n')
    before = place.rows()
    result = place.run('add', '--list', place.path('pocket.csv'), '--dry-run', '--json')
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 0 and [row['state'] for row in rows] == ['here', 'new', 'broken'], result
    assert rows[0]['id'] and rows[1]['id'] is None and rows[1]['url'] == f'{BASE}/article-2' and rows[2]['error'], rows
    assert result.stderr == '1 new, 1 already here, 1 broken, 1 repeated.\n', result.stderr
    assert place.ok('add', '--list', place.path('pocket.csv'), '--dry-run').splitlines()[1] == f'new\t{BASE}/article-2'
    assert place.rows() == before
    assert place.run('add', f'{BASE}/article-2', '--dry-run').returncode == 2
    result = place.run('add', '--list', place.path('pocket.csv'), '--tag', 'c')
    assert result.returncode == 1 and result.stderr.endswith('1 added, 1 already here, 1 broken, 1 repeated.\n'), result
    row = [row for row in place.json('list') if row['url'].endswith('/article-2')][0]
    assert row['tags'] == ['a', 'b', 'c'] and row['added'].startswith('2020-09-13'), row


def test_list_failures(place):
    with open(place.path('links.txt'), 'w') as file:
        file.write(''.join(f'{BASE}/{name}\n' for name in ['article', 'nothing', 'article-2']))
    result = place.run('add', '--list', place.path('links.txt'), '--json')
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 1 and sorted(row['state'] for row in rows) == ['failed', 'ready', 'ready'], result
    assert [row['url'] for row in rows if row['state'] == 'failed'] == [f'{BASE}/nothing'] and f'{BASE}/nothing' in result.stderr
    assert place.run('add', '--list', place.path('png')).returncode == 2
    with open(place.path('png'), 'wb') as file:
        file.write(b'\x89PNG\r\n\x1a\n\0\0')
    result = place.run('add', '--list', place.path('png'))
    assert result.returncode == 1 and cli.sentence(result.stderr), result


def test_list_killed(place):
    """Killed in the middle of a list: the next run takes up what waits and adds nothing twice."""
    with open(place.path('links.txt'), 'w') as file:
        file.write(''.join(f'{BASE}/article-{i}\n' for i in range(200)))
    process = subprocess.Popen([cli.CLI, '-n', place.notebook, 'add', '--list', place.path('links.txt')], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
    done = [process.stdout.readline() for _ in range(5)]
    process.kill()
    done += process.communicate()[0].splitlines(keepends=True)
    assert len(place.json('list')) == 200 and len(done) < 200, len(done)
    result = place.run('add', '--list', place.path('links.txt'))
    assert result.returncode == 0, result
    rows = place.json('list')
    assert len(rows) == 200 and all(row['state'] == 'ready' for row in rows)
    assert {line.split('\t')[0] for line in done if line.endswith('\n')} <= {str(row['id']) for row in rows}
    place.ok('check')


def test_list_interrupted(place):
    """Ctrl+C keeps what has come, and says what is left."""
    with open(place.path('links.txt'), 'w') as file:
        file.write(''.join(f'{BASE}/article-{i}\n' for i in range(2000)))
    process = subprocess.Popen([cli.CLI, '-n', place.notebook, 'add', '--list', place.path('links.txt')], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True)
    lines = [process.stdout.readline() for _ in range(5)]
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    lines += out.splitlines()
    assert process.returncode == 1 and ' left' in err, err
    rows = place.json('list')
    assert len(rows) == len(lines) < 2000 and all(row['state'] == 'ready' for row in rows), (len(rows), len(lines))


def test_follow(place):
    cli.Handler.entries = ['article-2', 'article-1']
    preview = place.json('follow', f'{BASE}/front', '--dry-run')
    assert preview[0]['title'] == 'Port news' and preview[0]['id'] is None and preview[0]['new'] == 2, preview
    assert [row['state'] for row in preview[1:]] == ['new', 'new'] and place.json('feeds') == [], preview
    result = place.run('follow', f'{BASE}/front', '--tag', 'tide', '--collection', 'Ports')
    assert result.returncode == 0 and f'Port news\t{BASE}/feed\t2 new\n' in result.stdout and result.stderr == '2 added.\n', result
    [feed] = place.json('feeds')
    assert feed['url'] == f'{BASE}/feed' and feed['checked'] and feed['due'] and 'error' not in feed, feed
    assert place.ok('feeds') == f'{feed["id"]}\tPort news\t{BASE}/feed\n'
    articles = place.json('list', '--tag', 'tide')
    assert [row['url'] for row in articles] == [f'{BASE}/article-2', f'{BASE}/article-1'] and articles[0]['collections'] == ['Ports'], articles
    # Nothing is due; asked for, only what is new comes.
    result = place.run('feeds', '--check')
    assert result.returncode == 0 and result.stdout == '' and result.stderr == 'Nothing is new.\n', result
    cli.Handler.entries = ['article-3'] + cli.Handler.entries
    rows = place.json('feeds', '--check', feed['id'])
    assert rows[0]['new'] == 1 and rows[1]['url'] == f'{BASE}/article-3', rows
    assert place.json('feeds', '--check', f'{BASE}/feed')[0]['new'] == 0
    assert place.run('feeds', '--check', f'{BASE}/other').returncode == 1
    assert place.run('feeds', f'{BASE}/feed').returncode == 2
    place.ok('unfollow', f'{BASE}/feed')
    assert place.json('feeds') == [] and len(place.json('list')) == 3
    assert place.run('unfollow', f'{BASE}/feed').returncode == 1


def test_feeds_travel(place):
    cli.Handler.entries = ['article-1']
    place.ok('follow', f'{BASE}/front', '--tag', 'tide', '--collection', 'Ports')
    bundle, part = place.path('Bundle.zip'), place.path('part.json')
    place.ok('export', '-o', bundle)
    place.ok('export', '--format', 'json', '--query', 'harbour', '-o', part)
    place.notebook = place.path('other.pressmark')
    assert place.json('import', part)[0]['feeds'] == 0
    assert place.json('import', bundle, '--dry-run')[0]['feeds'] == 1 and place.json('feeds') == []
    assert place.json('import', bundle)[0]['feeds'] == 1 and place.json('import', bundle)[0]['feeds'] == 0
    [feed] = place.json('feeds')
    assert (feed['url'], feed['title'], feed['tags'], feed['collection']) == (f'{BASE}/feed', 'Port news', ['tide'], 'Ports'), feed
    cli.Handler.entries = ['article-2', 'article-1']
    rows = place.json('feeds', '--check')
    assert [row['url'] for row in rows[1:]] == [f'{BASE}/article-2'], rows


def test_follow_failures(place):
    cli.Handler.entries = ['article-closed', 'nothing', 'article']
    result = place.run('follow', f'{BASE}/article', f'{BASE}/nothing')
    assert result.returncode == 1 and len(result.stderr.splitlines()) == 2 and place.json('feeds') == [], result
    result = place.run('follow', f'{BASE}/feed', '--json')
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 1 and rows[0]['new'] == 3 and sorted(row['state'] for row in rows[1:]) == ['failed', 'failed', 'ready'], result
    assert result.stderr.endswith('1 added, 2 failed.\n'), result
    # What the list may not have, the user may.
    assert place.ok('add', f'{BASE}/article-closed')


def test_follow_list(place):
    cli.Handler.entries = ['article']
    with open(place.path('feeds.opml'), 'w') as file:
        file.write(f'<opml><body><outline text="Ports"><outline text="Mine" xmlUrl="{BASE}/feed"/></outline>'
                   f'<outline text="Gone" xmlUrl="{BASE}/gone"/><outline text="Page" url="{BASE}/article-2"/></body></opml>')
    result = place.run('add', '--list', place.path('feeds.opml'), '--dry-run')
    assert result.returncode == 0 and result.stdout.startswith(f'feed\t{BASE}/feed\n'), result
    assert result.stderr == '1 new, 2 feeds, which “follow” is for.\n', result
    result = place.run('add', '--list', place.path('feeds.opml'))
    assert result.returncode == 0 and len(place.json('list')) == 1 and place.json('feeds') == [], result
    assert place.ok('follow', place.path('feeds.opml'), '--dry-run') == f'feed\t{BASE}/feed\nfeed\t{BASE}/gone\n'
    result = place.run('follow', place.path('feeds.opml'))
    assert result.returncode == 1 and f'Mine\t{BASE}/feed\t1 new\n' in result.stdout and f'{BASE}/gone: ' in result.stderr, result
    feeds = place.json('feeds')
    assert [feed['title'] for feed in feeds] == ['Gone', 'Mine'] and feeds[0]['error'] and feeds[1]['collection'] == 'Ports', feeds
    assert len(place.json('list', '--collection', 'Ports')) == 1


def test_follow_killed(place):
    """Killed while a feed's articles come: it is followed, and the next check takes up what waits."""
    cli.Handler.entries = ['article-%d' % i for i in range(200)]
    process = subprocess.Popen([cli.CLI, '-n', place.notebook, 'follow', f'{BASE}/feed'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    for _ in range(5):
        process.stdout.readline()
    process.kill()
    process.wait()
    assert len(place.json('feeds')) == 1 and len(place.json('list')) == 200
    result = place.run('feeds', '--check')
    assert result.returncode == 0 and result.stderr.endswith(' added.\nNothing is new.\n'), result
    assert all(row['state'] == 'ready' for row in place.json('list'))
    assert place.json('feeds', '--check', 1)[0]['new'] == 0 and len(place.json('list')) == 200
    place.ok('check')


def test_add_again(place):
    first = add(place)
    assert add(place) == first and len(place.json('list')) == 1


def test_add_file(place):
    with open(place.path('page.html'), 'wb') as file:
        file.write(cli.ARTICLE)
    [row] = place.json('add', place.path('page.html'))
    assert row['title'] == 'Gauge to be rebuilt' and row['url'].startswith('file://'), row


def test_show(place):
    id_ = add(place)
    assert cli.PARAGRAPHS[2] in place.ok('show', id_)
    assert place.ok('show', id_, '--text').startswith('Gauge to be rebuilt\n\n' + cli.PARAGRAPHS[0])
    html = place.ok('show', id_, '--html')
    assert '<html' in html and '<script' not in html and cli.PARAGRAPHS[0] in html
    [record] = place.json('show', id_)
    assert record['capture']['sha256'] == hashlib.sha256(cli.ARTICLE).hexdigest()
    assert record['capture']['hops'][0]['status'] == 200 and record['capture']['hops'][0]['address'].startswith('127.0.0.1')


def test_redirect_recorded(place):
    [row] = place.json('add', f'{BASE}/moved')
    [record] = place.json('show', row['id'])
    assert [hop['status'] for hop in record['capture']['hops']] == [302, 200], record['capture']
    assert record['capture']['url'].endswith('/article') and record['capture']['requested_url'].endswith('/moved')


def test_search(place):
    add(place)
    for query in ['gauge', 'WINTER storms', '"winter storms"', 'halvorsen ga', 'ansgar\'s OR "', '*', '" (', 'NEAR(']:
        place.ok('search', query)
    assert place.json('search', 'gauge')[0]['snippet']
    assert place.json('search', 'zeppelin') == []


def test_highlight(place):
    id_ = add(place)
    words = 'wrong by an hour for eleven years'
    [made] = place.json('highlight', id_, '--quote', words, '--color', 'green', '--tag', 'gauge', '--tag', 'error', '--note', 'Check.')
    assert made['text'] == words and made['color'] == 'green' and sorted(made['tags']) == ['error', 'gauge'] and made['note'] == 'Check.'
    text = place.ok('show', id_, '--text')
    assert text[made['start']:made['end']] == words
    [other] = place.json('highlight', id_, '--start', made['start'] + 6, '--end', made['start'] + 8)
    assert other['text'] == 'by'
    assert [row['id'] for row in place.json('highlight', id_)] == [made['id'], other['id']]
    place.ok('tag', other['id'], 'later', '--highlight')
    place.ok('note', other['id'], 'A word.', '--highlight')
    [first, second] = place.json('highlight', id_)
    assert second['tags'] == ['later'] and second['note'] == 'A word.'
    assert place.json('search', 'Check')[0]['id'] == id_


def test_highlight_ambiguous(place):
    id_ = add(place)
    for args, status in [(['--quote', 'the'], 1), (['--quote', 'never there'], 1), (['--quote', ''], 1), (['--start', '5', '--end', '5'], 1),
                         (['--start', '0', '--end', '999999'], 1), (['--quote', 'the', '--start', '1', '--end', '2'], 2),
                         (['--quote', 'gauge', '--color', 'mauve'], 2), (['--start', 'x', '--end', '2'], 2)]:
        result = place.run('highlight', id_, *args)
        assert result.returncode == status, (args, result)
        cli.sentence(result.stderr)
    [made] = place.json('highlight', id_, '--quote', 'gauge', '--prefix', 'the old tide ')
    assert made['text'] == 'gauge' and len(place.json('highlight', id_)) == 1


def test_tag_and_note(place):
    id_ = add(place)
    place.ok('tag', id_, 'a', 'b')
    place.ok('tag', id_, 'a', '--remove')
    place.ok('note', id_, 'About the whole.')
    [row] = place.json('list')
    assert row['tags'] == ['b'] and row['note'] == 'About the whole.', row
    place.ok('note', id_, '')
    assert place.json('list')[0]['note'] is None


def test_panels(place):
    id_ = add(place)
    entities = place.json('entities', id_)
    assert any('Halvorsen' in e['name'] and e['type'] == 'PER' for e in entities), entities
    quotes = place.json('quotes', id_)
    assert any(q['kind'] == 'direct' and 'ten years ago' in q['text'] and 'Halvorsen' in (q['speaker'] or {}).get('name', '') for q in quotes), quotes
    assert place.json('quotes', '--speaker', 'halvorsen') and not place.json('quotes', '--speaker', 'nobody')
    text = place.ok('show', id_, '--text')
    for quote in quotes:
        assert text[quote['start']:quote['end']] == quote['text']
    place.ok('sources', id_)
    assert place.ok('entities') and place.ok('quotes')


def test_entities(place):
    id_ = add(place)
    other = place.json('add', f'{BASE}/article-2')[0]['id']
    [found] = place.json('entities', 'about', 'ingrid halvorsen')
    assert found['name'] == 'Ingrid Halvorsen' and [a['article'] for a in found['articles']] == [other, id_], found
    assert found['said'] and 'ten years ago' in found['said'][0]['text'] and found['neighbours'], found
    assert {'name': 'Ingrid Halvorsen', 'type': 'PER', 'articles': 2} in place.json('entities', 'list', '--type', 'PER')
    [made] = place.json('entities', 'rename', 'Ingrid Halvorsen', 'Inga Halvorsen')
    assert made['kind'] == 'rename' and made['to_name'] == 'Inga Halvorsen', made
    for article in [id_, other]:
        names = [e['name'] for e in place.json('entities', article)]
        assert 'Inga Halvorsen' in names and 'Ingrid Halvorsen' not in names, names
        assert any((q['speaker'] or {}).get('name') == 'Inga Halvorsen' for q in place.json('quotes', article))
    place.ok('reanalyse')
    assert place.json('entities', 'about', 'Ingrid Halvorsen')[0]['name'] == 'Inga Halvorsen'
    place.ok('entities', 'hide', 'Inga Halvorsen', '--article', id_)
    assert not any(e['name'] == 'Inga Halvorsen' for e in place.json('entities', id_))
    assert [a['article'] for a in place.json('entities', 'about', 'Inga Halvorsen')[0]['articles']] == [other]
    assert [c['kind'] for c in place.json('entities', 'corrections')] == ['rename', 'hide']
    place.ok('entities', 'undo', made['id'])
    assert any(e['name'] == 'Ingrid Halvorsen' for e in place.json('entities', id_))
    for wrong in [['about'], ['retype', 'Ingrid Halvorsen', 'XYZ'], ['undo', 'x'], ['rename', 'Ingrid Halvorsen', ' ']]:
        result = place.run('entities', *wrong)
        assert result.returncode == 2 and cli.sentence(result.stderr), result
    for missing in [['about', 'Nobody At All'], ['undo', '99'], ['merge', 'Ingrid Halvorsen', 'Nobody At All']]:
        result = place.run('entities', *missing)
        assert result.returncode == 1 and cli.sentence(result.stderr), result


def test_corrections_travel(place):
    id_ = add(place)
    place.ok('entities', 'rename', 'Ingrid Halvorsen', 'Inga Halvorsen')
    place.ok('entities', 'hide', 'Inga Halvorsen', '--article', id_)
    one, other = [e['name'] for e in place.json('entities', id_)][:2]
    place.ok('entities', 'apart', one, other)
    bundle = place.path('Bundle.zip')
    place.ok('export', '-o', bundle)
    first = place.json('entities', 'corrections')
    place.notebook = place.path('other.pressmark')
    assert place.json('import', bundle, '--dry-run')[0]['corrections'] == 3 and not place.json('entities', 'corrections')
    assert place.json('import', bundle)[0]['corrections'] == 3 and place.json('import', bundle)[0]['corrections'] == 0
    assert [(c['kind'], c['name']) for c in place.json('entities', 'corrections')] == [(c['kind'], c['name']) for c in first]
    [id_] = [row['id'] for row in place.json('list')]
    assert not any('Halvorsen' in e['name'] for e in place.json('entities', id_))
    for correction in place.json('entities', 'corrections'):
        place.ok('entities', 'undo', correction['id'])
    assert any(e['name'] == 'Ingrid Halvorsen' for e in place.json('entities', id_))


def test_check_sources(place):
    cli.Handler.links = ['/article', '/moved', '/nothing', '/500', 'http://127.0.0.1:9/inside']
    id_ = add(place, 'linking')
    assert not any('checked' in row for row in place.json('sources', id_))
    rows = {row['url'].replace(BASE, ''): row for row in place.json('sources', id_, '--check')}
    told = {url: (row['state'], row['status'], row['final_url'].replace(BASE, '')) for url, row in rows.items()}
    assert told == {'/article': ('fine', 200, '/article'), '/moved': ('moved', 200, '/article'), '/nothing': ('gone', 404, '/nothing'),
                    '/500': ('silent', 500, '/500'), 'http://127.0.0.1:9/inside': ('silent', 0, 'http://127.0.0.1:9/inside')}, told
    assert rows['/article']['error'] is None and cli.sentence(rows['/nothing']['error']), rows
    linked = [row for row in place.json('sources') if row['url']]
    assert len(linked) == 5
    for row in linked:
        assert {**row, **rows[row['url'].replace(BASE, '')]} == row, row
    [line] = [line for line in place.ok('sources', id_, '--check').splitlines() if line.startswith('gone')]
    assert line.split('\t')[:3] == ['gone', '404', f'{BASE}/nothing'], line
    assert place.run('sources', '--check').returncode == 2 and place.run('sources', 99, '--check').returncode == 1


def test_who_said_what(place):
    id_ = add(place)
    other = place.json('add', f'{BASE}/article-2')[0]['id']
    lines = place.json('quotes', '--words', 'ten YEARS', '--speaker', 'halvorsen')
    assert [p['article'] for p in lines[0]['places']] in ([id_, other], [other, id_]), lines
    assert not any(p['differences'] for p in lines[0]['places']), lines
    for nothing in [['--words', 'zebra'], ['--outlet', 'zebra'], ['--since', '2999'], ['--until', '1999-12-31']]:
        assert place.json('quotes', *nothing) == [], nothing
    assert place.json('quotes', id_, '--words', 'ten years') and not place.json('quotes', id_, '--words', 'zebra')
    for wrong in [['--since', 'yesterday'], [id_, '--since', '2021'], ['praise', id_, 'x'], ['confirm', id_]]:
        result = place.run('quotes', *map(str, wrong))
        assert result.returncode == 2 and cli.sentence(result.stderr), result


def test_verdicts(place):
    def get_speakers(words='ten years ago'):
        return [(q['speaker'] or {}).get('name') for q in place.json('quotes', id_, '--words', words)]
    id_ = add(place)
    place.ok('quotes', 'confirm', id_, 'TEN years ago')
    [quote] = place.json('quotes', id_, '--words', 'ten years ago')
    assert quote['verdict'] == 'confirmed' and quote['speaker']['name'] == 'Ingrid Halvorsen', quote
    [made] = place.json('quotes', 'speaker', id_, 'ten years ago', 'Ada Lund')
    assert made['verdict'] == 'speaker' and get_speakers() == ['Ada Lund'], made
    place.ok('reanalyse')
    assert get_speakers() == ['Ada Lund']
    assert place.json('quotes', '--speaker', 'ada lund')
    bundle = place.path('Bundle.zip')
    place.ok('export', '-o', bundle)
    place.ok('quotes', 'nobody', id_, 'ten years ago')
    assert get_speakers() == [None]
    place.ok('quotes', 'refuse', id_, 'ten years ago')
    assert get_speakers() == []
    assert [v['verdict'] for v in place.json('quotes', 'verdicts')] == ['no-quote']
    place.ok('quotes', 'undo', made['id'])
    assert get_speakers() == ['Ingrid Halvorsen'] and not place.json('quotes', 'verdicts')
    for missing in [['confirm', id_, 'zebra'], ['confirm', 99, 'x'], ['undo', 99]]:
        result = place.run('quotes', *map(str, missing))
        assert result.returncode == 1 and cli.sentence(result.stderr), result
    result = place.run('quotes', 'speaker', str(id_), 'ten years ago', ' ')
    assert result.returncode == 2 and cli.sentence(result.stderr), result
    place.notebook = place.path('other.pressmark')
    place.ok('import', bundle)
    place.ok('import', bundle)
    [id_] = [row['id'] for row in place.json('list')]
    assert get_speakers() == ['Ada Lund'] and len(place.json('quotes', 'verdicts')) == 1


def test_export_and_import(place):
    id_ = add(place)
    place.ok('highlight', id_, '--quote', 'wrong by an hour', '--tag', 'gauge')
    bundle = place.path('Bundle.zip')
    place.ok('export', '-o', bundle)
    with zipfile.ZipFile(bundle) as archive:
        assert archive.testzip() is None
        archive.extractall(place.path('bag'))
    [top] = os.listdir(place.path('bag'))
    for manifest in ['manifest-sha512.txt', 'tagmanifest-sha512.txt']:
        subprocess.run(['sha512sum', '--quiet', '--strict', '-c', manifest], cwd=os.path.join(place.path('bag'), top), check=True)
    other = place.path('Other.pressmark')
    assert json.loads(place.ok('import', bundle, '--dry-run', '--json', notebook=other))['new'] == 1
    assert place.ok('list', notebook=other) == ''
    place.ok('import', bundle, notebook=other)
    assert place.ok('highlight', '1', '--json', notebook=other).count('wrong by an hour') == 1
    for format_ in ['json', 'html', 'markdown', 'w3c', 'csl']:
        place.ok('export', '--format', format_, '-o', place.path('out'))
        assert os.path.getsize(place.path('out')) > 100


def test_export_query(place):
    add(place)
    result = place.run('export', '--query', 'zeppelin', '-o', place.path('x.zip'))
    assert result.returncode == 1 and not os.path.exists(place.path('x.zip'))
    cli.sentence(result.stderr)
    place.ok('export', '--query', 'gauge', '-o', place.path('x.zip'))


def test_refresh_and_reanalyse(place):
    id_ = add(place)
    place.ok('highlight', id_, '--quote', 'wrong by an hour')
    assert place.json('refresh', id_) == [{'id': id_, 'state': 'ready'}]
    assert place.json('reanalyse') == [{'reanalysed': 1}]
    assert place.json('reanalyse', id_) == [{'reanalysed': 1}]
    assert [row['orphan'] for row in place.json('highlight', id_)] == [False]
    assert place.json('stats')[0]['captures'] == 2


def test_versions(place):
    id_ = add(place, 'changing')
    assert place.json('refresh', id_) == [{'id': id_, 'state': 'ready'}]
    [only] = place.json('versions', id_)
    assert only['version'] == 1 and only['added'] == only['removed'] == 0 and only['words'] > 50 and only['shown'], only
    for args, status in [([id_, '--diff'], 1), ([id_, '--diff', 1, 2], 1), ([id_, '--diff', 1], 2), ([id_, 1, 2], 2), ([id_, '--diff', 0, 1], 2), ([99], 1)]:
        result = place.run('versions', *args)
        assert result.returncode == status and not result.stdout, (args, result)
        cli.sentence(result.stderr)
    cli.Handler.changed = cli.ARTICLE.replace('ten years'.encode(), 'twelve years'.encode()).replace(b', and nobody noticed', b'')
    place.ok('refresh', id_)
    cli.Handler.changed = cli.ARTICLE
    newest, oldest = place.json('versions', id_)
    assert (newest['version'], newest['added'], newest['removed'], newest['shown']) == (2, 1, 4, True), newest
    assert (oldest['version'], oldest['words'] - newest['words']) == (1, 3) and oldest['fetched'] <= newest['fetched'], oldest
    assert place.ok('versions', id_).splitlines()[0].split('\t')[2:] == [str(newest['words']), '+1', '-4']
    shown = place.ok('versions', id_, '--diff')
    assert 'done this [-ten-] {+twelve+} years ago' in shown and 'eleven years[-, and nobody noticed-].' in shown, shown
    assert place.ok('versions', id_, '--diff', 1, 2) == shown
    back = place.ok('versions', id_, '--diff', 2, 1)
    assert 'done this [-twelve-] {+ten+} years ago' in back, back
    pieces = place.json('versions', id_, '--diff')
    text = place.ok('show', id_, '--text')
    for piece in pieces:
        if piece['kind'] != 'removed':
            assert text[piece['after']['start']:piece['after']['end']] == piece['text'], piece
    assert [piece['text'] for piece in pieces if piece['kind'] == 'removed'] == [' ten', ', and nobody noticed'], pieces


def test_same_story(place):
    first = add(place)
    assert place.json('same') == [] and place.ok('same', first) == ''
    cli.Handler.changed = cli.ARTICLE.replace(b'</article>', b'<p>The mayor had nothing to add to what was said there.</p></article>')
    second = add(place, 'changing')
    cli.Handler.changed = cli.ARTICLE
    parts = place.json('same')
    assert [(part['id'], part['text'], part['first'], part['story']) for part in parts] == [(first, 1, True, 1), (second, 1, False, 1)], parts
    assert parts[0]['new'] == parts[0]['words'] and parts[1]['new'] == 11, parts
    assert place.json('same', second) == parts
    result = place.run('same', first)
    assert result.stderr == '2 articles, 1 independent text\n' and len(result.stdout.splitlines()) == 2, result
    result = place.run('same', 99)
    assert result.returncode == 1
    cli.sentence(result.stderr)


def test_cited(place):
    add(place)
    assert place.json('sources', '--cited') == []
    cli.Handler.changed = cli.ARTICLE.replace(b'tide gauge', b'<a href="https://gauge.example/">tide gauge</a>')
    second = add(place, 'changing')
    cli.Handler.changed = cli.ARTICLE
    [cited] = place.json('sources', '--cited')
    assert cited['name'] == 'Norland Maritime Authority' and cited['url'] is None and cited['article'] is None and cited['cited_by'] == [second, 1], cited
    assert place.ok('sources', '--cited', '--limit', '1').startswith('2\t')
    for args in [['1', '--cited'], ['--cited', '--limit', '0']]:
        result = place.run('sources', *args)
        assert result.returncode == 2, args
        cli.sentence(result.stderr)


def test_same_address(place):
    id_ = add(place)
    for name in ['article?utm_source=x&fbclid=y', 'article/', 'article#top', 'article?amp=1']:
        assert add(place, name) == id_, name
    assert place.json('stats')[0]['captures'] == 1


def test_care(place):
    add(place)
    assert place.ok('check') == 'All is well.\n'
    place.ok('check', '--repair')
    place.ok('backup', place.path('Copy.pressmark'))
    assert place.ok('list', notebook=place.path('Copy.pressmark')) == place.ok('list')
    assert place.json('stats')[0]['articles'] == 1


def test_extract(place):
    with open(place.path('page.html'), 'wb') as file:
        file.write(cli.ARTICLE)
    out = place.ok('extract', place.path('page.html'))
    assert out == 'Gauge to be rebuilt\n\n' + '\n\n'.join(cli.PARAGRAPHS) + '\n', out
    answer = json.loads(place.ok('extract', place.path('page.html'), '--url', 'https://news.example/x', '--json'))
    assert answer['title'] == 'Gauge to be rebuilt' and answer['text'] == '\n\n'.join(cli.PARAGRAPHS) and answer['lang'] == 'en'
    assert answer['article'] is True and answer['notice'] is None
    requests = [{'file': place.path('page.html'), 'url': 'https://news.example/', 'charset': 'utf-8'}, {'file': '/nowhere.html'}, 7]
    result = place.run('extract', '--batch', input=''.join(json.dumps(r) + '\n' for r in requests))
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(answers) == 3 and answers[0]['title'] and answers[1]['text'] == '' and answers[1]['error'] and answers[1]['article'] is False, answers


def test_no_article(place):
    with open(place.path('page.html'), 'w') as file:
        file.write('<title>The Paper</title>' + ''.join(f'<h2><a href="/{n}">The {n}. piece of news from the harbour</a></h2>' for n in range(9)))
    answer = json.loads(place.ok('extract', place.path('page.html'), '--url', 'https://news.example/', '--json'))
    assert answer['article'] is False and answer['notice'] == 'index' and 'The 8. piece' in answer['text'], answer
    [row] = place.json('add', f'{BASE}/menu')
    assert row['state'] == 'ready', row
    said = 'This is a home page or a list of other pages, not an article'
    assert said in place.ok('show', row['id']) and said not in place.ok('show', row['id'], '--text')
    for format_ in ['html', 'markdown']:
        place.ok('export', '--format', format_, '-o', place.path('report'))
        with open(place.path('report')) as file:
            assert said in file.read(), format_


def test_analyse(place):
    text = 'Žluť 😀. ' + '\n\n'.join(cli.PARAGRAPHS)
    with open(place.path('a.txt'), 'w') as file:
        file.write(text)
    answer = json.loads(place.ok('analyse', place.path('a.txt'), '--json'))
    [quote] = [q for q in answer['quotes'] if q['kind'] == 'direct']
    assert text[quote['start']:quote['end']].startswith('“We should')
    lines = json.dumps({'id': 'x', 'text': text}) + '\n' + json.dumps({'id': 2, 'text': 'Nothing.'}) + '\n'
    answers = [json.loads(line) for line in place.run('analyse', '--jsonl', input=lines).stdout.splitlines()]
    assert [a['id'] for a in answers] == ['x', 2] and answers[0]['quotes'] == answer['quotes']


def test_usage(place):
    for args in [[], ['fly'], ['list', '--nonsense'], ['show'], ['show', 'x'], ['show', '0'], ['export'], ['tag', '1'], ['add'],
                 ['list', '--unread', '--trash'], ['show', '1', '2']]:
        result = place.run(*args)
        assert result.returncode == 2, (args, result)
        cli.sentence(result.stderr)
    assert place.ok('--help').startswith('Usage') and place.ok('--version').startswith('Pressmark')
    assert not os.path.exists(place.notebook)


cli.main([(name[5:].replace('_', '-'), case) for name, case in list(globals().items()) if name.startswith('test_')])
