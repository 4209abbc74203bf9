# SPDX-License-Identifier: GPL-3.0-or-later
"""How right the panels are, on the development halves that lie beside the project: names (exact span F1 of persons, organisations and
places) and quotes (overlap, and attributed to the right speaker), each beside what must be reached.

    scores.py PRESSMARK_CLI SHARED
"""
import json
import os
import re
import subprocess
import sys

CLI, SHARED = (os.path.abspath(path) for path in sys.argv[1:])
NER = os.path.join(SHARED, 'bench', 'ner')
QUOTES = os.path.join(SHARED, 'bench', 'quotes')
NAMES = (('en', 'uner-ewt.dev', 76), ('en', 'btc.dev', 58), ('pt', 'uner-bosque.dev', 82))


def run(*command, text=None, cwd=None):
    return subprocess.run(command, input=text, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True, cwd=cwd).stdout


def flatten(line):
    """One document's mentions, without the entities that they were put together into."""
    answer = json.loads(line)
    mentions = [{**mention, 'type': entity['type']} for entity in answer['entities'] for mention in entity['mentions']]
    return json.dumps({'id': answer['id'], 'entities': mentions})


def score_names(language, name):
    gold = os.path.join(SHARED, 'corpora', 'ner', language, name + '.bio.xz')
    texts = run(sys.executable, 'bio2raw.py', gold, cwd=NER)
    asked = ''.join(json.dumps({**json.loads(line), 'lang': language}) + '\n' for line in texts.splitlines())
    answers = run(CLI, 'analyse', '--jsonl', '--lang', language, text=asked)
    flat = ''.join(flatten(line) + '\n' for line in answers.splitlines())
    said = json.loads(run(sys.executable, 'score.py', gold, '--types', 'PER,ORG,LOC', '--json', text=flat, cwd=NER))
    return said['exact']


def main():
    if not os.path.exists(os.path.join(NER, 'score.py')):
        print('skipped: the development halves are not here')
        return
    for language, name, wanted in NAMES:
        exact = score_names(language, name)
        print(f'{name:20} ' + '  '.join(f'{kind} {exact[kind]["f1"]:5.1f}' for kind in exact) + f'  (must reach {wanted})')
    said = run(sys.executable, 'score.py', 'wikinews_en.jsonl', '--cmd', CLI + ' analyse --json {file}', cwd=QUOTES)
    for what, wanted in (('overlap', 92), ('attributed to the right speaker (overlap)', 85)):
        found = re.search(r'^quotes +' + re.escape(what) + r' .*F1 +([\d.]+)', said, re.M)
        print(f'wikinews {what:42} {found.group(1)}  (must reach {wanted})')


main()
