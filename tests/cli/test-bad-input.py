# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input: one plain sentence, the right exit status, nothing changed, no long wait, no great memory."""
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

import cli

BASE = cli.serve()
SECONDS = 2
MIBS = 300
# Sanitizers take memory and time of their own.
SANITIZED = b'__asan_init' in open(cli.CLI, 'rb').read()


def refuse(place, address, status=1):
    """Adds address to a notebook that holds one article; it must fail and leave the notebook as it was."""
    place.ok('add', f'{BASE}/article')
    before = place.rows()
    began = time.monotonic()
    process = subprocess.Popen([cli.CLI, '-n', place.notebook, 'add', address], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    out, err = process.stdout.read(), process.stderr.read()
    _, code, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    took = time.monotonic() - began
    assert process.returncode == status, (process.returncode, err)
    assert out == '', out
    message = cli.sentence(err)
    assert place.rows() == before, 'the notebook changed'
    print('# %s' % message)
    return took, usage.ru_maxrss / 1024


def page(name):
    return lambda place: refuse(place, f'{BASE}/{name}')


def quick_page(name):
    def case(place):
        took, mibs = refuse(place, f'{BASE}/{name}')
        print('# %.2f s, %.0f MiB' % (took, mibs))
        if not SANITIZED:
            assert took <= SECONDS and mibs <= MIBS, (took, mibs)
    return case


def handled_page(name):
    """A page that may become an article or be refused, but quickly and in little memory."""
    def case(place):
        began = time.monotonic()
        process = subprocess.Popen([cli.CLI, '-n', place.notebook, 'add', f'{BASE}/{name}'], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        err = process.stderr.read()
        _, code, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(code)
        took, mibs = time.monotonic() - began, usage.ru_maxrss / 1024
        assert process.returncode in (0, 1), (process.returncode, err)
        if process.returncode == 1:
            cli.sentence(err)
        print('# exit %d, %.2f s, %.0f MiB' % (process.returncode, took, mibs))
        if not SANITIZED:
            assert took <= SECONDS and mibs <= MIBS, (took, mibs)
    return case


def address(text):
    return lambda place: refuse(place, text)


def bad_bytes(place):
    [row] = place.json('add', f'{BASE}/bad-utf8')
    text = place.ok('show', row['id'], '--text')
    assert '\0' not in text and '\ufffd' in text and cli.PARAGRAPHS[1] in text


def refuse_notebook(place, path, *args, keep=True):
    """Nothing can be done with the file at path, and nothing happens to it."""
    before = open(path, 'rb').read() if keep else None
    for command in (['list'], ['add', f'{BASE}/article'], ['stats'], ['highlight', '1', '--quote', 'x']):
        result = place.run(*command, notebook=path)
        assert result.returncode == 3, (command, result)
        cli.sentence(result.stderr)
    assert before is None or open(path, 'rb').read() == before, 'the file changed'


def not_sqlite(place):
    with open(place.path('x.pressmark'), 'w') as file:
        file.write('Dear diary, ' * 500)
    refuse_notebook(place, place.path('x.pressmark'))


def other_sqlite(place):
    connection = sqlite3.connect(place.path('x.db'))
    connection.execute('CREATE TABLE recipe (name TEXT)')
    connection.commit()
    connection.close()
    refuse_notebook(place, place.path('x.db'))


def newer(place):
    place.ok('add', f'{BASE}/article')
    connection = sqlite3.connect(place.notebook)
    connection.execute('PRAGMA user_version = 9999')
    connection.commit()
    connection.close()
    refuse_notebook(place, place.notebook)


def a_folder(place):
    os.mkdir(place.path('folder'))
    refuse_notebook(place, place.path('folder'), keep=False)


def missing(place):
    result = place.run('list')
    assert result.returncode == 3 and not os.path.exists(place.notebook), result
    cli.sentence(result.stderr)


def damaged(place):
    place.ok('add', f'{BASE}/article')
    size = os.path.getsize(place.notebook)
    with open(place.notebook, 'r+b') as file:
        file.seek(size // 4096 // 2 * 4096)
        file.write(b'\xa5' * (size // 4))
    result = place.run('check')
    assert result.returncode in (1, 3) and (result.stdout + result.stderr).strip(), result
    with open(place.notebook, 'r+b') as file:
        file.seek(4096)
        file.write(b'\xa5' * (size - 4096))
    for command in ['list', 'check']:
        result = place.run(command)
        assert result.returncode == 3, result
        cli.sentence(result.stderr)


def read_only(place):
    """As another user, for whom the permissions count."""
    if os.geteuid() != 0:
        raise cli.Skip('needs to become another user')
    place.ok('add', f'{BASE}/article')
    os.chmod(place.folder, 0o755)
    os.chmod(place.notebook, 0o444)

    def become_nobody():
        os.setgid(65534)
        os.setuid(65534)

    copy = tempfile.mkdtemp(prefix='pressmark-cli-')
    program = shutil.copy(cli.CLI, os.path.join(copy, 'pressmark-cli'))
    os.chmod(copy, 0o755)
    try:
        result = subprocess.run([program, '-n', place.notebook, 'tag', '1', 'x'], capture_output=True, text=True, preexec_fn=become_nobody)
        assert result.returncode == 3, result
        cli.sentence(result.stderr)
        result = subprocess.run([program, '-n', place.notebook, 'list'], capture_output=True, text=True, preexec_fn=become_nobody)
        assert result.returncode == 0 and 'Gauge' in result.stdout, result
    finally:
        shutil.rmtree(copy)


def locked(place):
    """Another process holds it and writes: reading goes on, writing is refused after a while."""
    [row] = place.json('add', f'{BASE}/article')
    connection = sqlite3.connect(place.notebook, isolation_level=None)
    connection.execute('BEGIN EXCLUSIVE')
    result = place.run('tag', row['id'], 'x')
    connection.execute('ROLLBACK')
    connection.close()
    assert result.returncode == 3, result
    cli.sentence(result.stderr)
    assert place.json('list')[0]['tags'] == []


def full_disk(place):
    """On a file system of 6 MiB: refused with a sentence, and all that was acknowledged is there."""
    disk = place.path('disk')
    os.mkdir(disk)
    if os.geteuid() != 0 or subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk], capture_output=True).returncode != 0:
        raise cli.Skip('needs to mount a small file system')
    try:
        notebook = os.path.join(disk, 'Full.pressmark')
        id_ = int(place.ok('add', f'{BASE}/article', notebook=notebook).split('\t')[0])
        made = [int(place.ok('highlight', id_, '--quote', 'wrong by an hour', notebook=notebook))]
        # Almost nothing is left.
        with open(os.path.join(disk, 'rest'), 'wb', buffering=0) as file:
            try:
                while True:
                    file.write(b'\0' * 4096)
            except OSError:
                pass
        result = None
        for number in range(200):
            result = place.run('note', id_, 'x' * 20000 + str(number), notebook=notebook)
            if result.returncode != 0:
                break
        assert result.returncode == 3, result
        cli.sentence(result.stderr)
        result = place.run('export', '-o', os.path.join(disk, 'b.zip'), notebook=notebook)
        assert result.returncode in (1, 3), result
        cli.sentence(result.stderr)
        assert sorted(os.listdir(disk))[0].startswith('Full') and not any('b.zip' in name for name in os.listdir(disk)), os.listdir(disk)
        os.unlink(os.path.join(disk, 'rest'))
        there = place.ok('highlight', id_, notebook=notebook)
        assert all(str(number) in there for number in made)
        assert place.ok('check', notebook=notebook) == 'All is well.\n'
    finally:
        subprocess.run(['umount', '-l', disk])


def bad_import(place):
    place.ok('add', f'{BASE}/article')
    before = place.rows()
    for name, content in [('a.json', b'{'), ('b.json', b'[]'), ('c.zip', b'PK\3\4 nothing'), ('d.json', b'\xff\xfe\0'), ('e.json', b'')]:
        with open(place.path(name), 'wb') as file:
            file.write(content)
        result = place.run('import', place.path(name))
        assert result.returncode == 1, (name, result)
        cli.sentence(result.stderr)
    result = place.run('import', place.path('nothing.zip'))
    assert result.returncode == 1
    assert place.rows() == before


def export_nowhere(place):
    place.ok('add', f'{BASE}/article')
    result = place.run('export', '-o', place.path('no/such/folder/b.zip'))
    assert result.returncode == 1, result
    cli.sentence(result.stderr)


def no_such_article(place):
    place.ok('add', f'{BASE}/article')
    before = place.rows()
    for args in [['show', '77'], ['tag', '77', 'x'], ['note', '77', 'x'], ['highlight', '77', '--quote', 'x'], ['quotes', '77'], ['refresh', '77'],
                 ['reanalyse', '77'], ['tag', '77', 'x', '--highlight']]:
        result = place.run(*args)
        assert result.returncode == 1, (args, result)
        cli.sentence(result.stderr)
    assert place.rows() == before


def refused_connection(place):
    refuse(place, 'http://127.0.0.1:1/x')


cli.main([
    ('no-host', address('http://')), ('no-host-path', address('http:///x')), ('ftp', address('ftp://host.example/x')),
    ('javascript', address('javascript:alert(1)')), ('not-an-address', address('http://[::1')),
    ('unresolved', address('http://nothing.invalid/')), ('refused', refused_connection),
    ('to-file', page('to-file')), ('to-ftp', page('to-ftp')), ('404', page('none')), ('500', page('500')), ('png', page('png')),
    ('png-as-html', page('png-as-html')), ('empty', page('empty')), ('blank', page('blank')),
    ('large', page('large')), ('gzip-bomb', quick_page('bomb')), ('broken-gzip', page('broken-gzip')), ('loop', page('loop')),
    ('chain', page('chain')), ('cut-off', page('cut-off')), ('nested', handled_page('nested')), ('unclosed', handled_page('unclosed')),
    ('unclosed-blocks', handled_page('unclosed-blocks')), ('bad-bytes', bad_bytes), ('missing-file', address('/nowhere/page.html')),
    ('not-sqlite', not_sqlite), ('other-sqlite', other_sqlite), ('newer', newer), ('folder', a_folder), ('missing', missing),
    ('damaged', damaged), ('read-only', read_only), ('locked', locked), ('full-disk', full_disk), ('bad-import', bad_import),
    ('export-nowhere', export_nowhere), ('no-such-article', no_such_article),
])
