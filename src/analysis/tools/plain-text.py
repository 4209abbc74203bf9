#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gather all plain text of the benches and corpora in one file a language.

    plain-text.py DATA CLI OUT

DATA holds bench/ and corpora/, CLI is the pressmark-cli that reads the pages, OUT gets en.txt, de.txt, …: a paragraph a
line, an empty line between documents. The same data and program give the same files."""
import gzip
import json
import os
import subprocess
import sys
import tempfile

PAGES = ['extraction', 'news', 'readability-pages', 'segments', 'wcxb', 'wcxb-other']


def page_files(bench):
    for name in PAGES:
        folder = os.path.join(bench, name, 'pages')
        for entry in sorted(os.listdir(folder)):
            path = os.path.join(folder, entry)
            if os.path.isdir(path):
                path = os.path.join(path, 'source.html.gz')
            yield path, '' if name == 'segments' else 'utf-8'


def read_pages(bench, cli):
    with tempfile.TemporaryDirectory() as folder:
        requests = []
        for number, (path, charset) in enumerate(page_files(bench)):
            copy = os.path.join(folder, '%05d.html' % number)
            with gzip.open(path) as packed, open(copy, 'wb') as out:
                out.write(packed.read())
            requests.append(json.dumps({'file': copy, 'url': 'https://example.org/', 'charset': charset}))
        answers = subprocess.run([cli, 'extract', '--batch'], input='\n'.join(requests) + '\n', stdout=subprocess.PIPE,
                                 text=True, check=True).stdout
    for line in answers.split('\n')[:-1]:
        answer = json.loads(line)
        if answer.get('text') and answer.get('lang'):
            yield answer['lang'][:2].lower(), answer['text']


def read_bio(data):
    sys.path.insert(0, os.path.join(data, 'bench', 'ner'))
    import nerio
    corpora = os.path.join(data, 'corpora', 'ner')
    for lang in sorted(os.listdir(corpora)):
        folder = os.path.join(corpora, lang)
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            documents = nerio.read_bio(os.path.join(folder, name))
            yield lang, '\n'.join(nerio.doc_to_raw(document)[0] for document in documents)


def read_newsroom(data):
    convert = os.path.join(data, 'corpora', 'newsroom', 'convert.py')
    lines = subprocess.run([sys.executable, convert], stdout=subprocess.PIPE, text=True, check=True).stdout
    with open(os.path.join(data, 'bench', 'quotes', 'wikinews_en.jsonl'), encoding='utf-8') as file:
        lines += file.read()
    for line in lines.split('\n'):
        if not line:
            continue
        article = json.loads(line)
        yield article['lang'], article['text']


def main():
    data, cli, out = sys.argv[1:]
    texts = {}
    for source in (read_pages(os.path.join(data, 'bench'), cli), read_bio(data), read_newsroom(data)):
        for lang, text in source:
            texts.setdefault(lang, []).append('\n'.join(line for line in text.splitlines() if line.strip()))
    os.makedirs(out, exist_ok=True)
    for lang, documents in texts.items():
        with open(os.path.join(out, lang + '.txt'), 'w', encoding='utf-8') as file:
            file.write('\n\n'.join(documents) + '\n')


main()
