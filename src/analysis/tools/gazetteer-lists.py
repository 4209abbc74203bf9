#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the one list that build-gazetteer reads, from the lists of packages and our own.

    gazetteer-lists.py NPM OWN TEXTS > LIST

NPM is what npm-lists.mjs printed, OWN is gazetteer-own.txt, TEXTS the folder that plain-text.py wrote. The rest is read where
Debian's packages iso-codes, libgweather-4-common and wordnet-base put it."""
import collections
import gettext
import json
import os
import re
import sys
import xml.etree.ElementTree as ET

LANGUAGES = ['de', 'es', 'fr', 'pt', 'pt_BR', 'ru', 'sv']
SHARE = '/usr/share'
JOINTS = re.compile(r"[-'.&\s\u2019\u2010\u2011]+")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NAME = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff'.&\s\u2019\u2010\u2011-]+")  # scripts with case
MAX_PARTS = 8


def translations(domain):
    for lang in LANGUAGES:
        try:
            yield gettext.translation(domain, os.path.join(SHARE, 'locale'), [lang])
        except FileNotFoundError:
            continue


def variants(name):
    """The names in what a standard calls "Korea, Republic of" or "Altai, Respublika [Altay, Respublika]"."""
    for part in re.split(r'[;/\[\](),]', name):
        if part.strip():
            yield part.strip()


# --- Debian ---

def iso(lists):
    for standard, kind, keys in (('3166-1', 'country', ('name', 'common_name', 'official_name')), ('3166-2', 'region', ('name',)),
                                 ('3166-3', 'country', ('name', 'official_name')), ('4217', 'currency', ('name',)),
                                 ('639-2', 'language', ('name', 'common_name'))):
        with open(os.path.join(SHARE, 'iso-codes', 'json', 'iso_%s.json' % standard), encoding='utf-8') as file:
            records = json.load(file)[standard]
        tongues = list(translations('iso_' + standard))
        for record in records:
            for name in (record[key] for key in keys if key in record):
                for form in [name] + [tongue.gettext(name) for tongue in tongues]:
                    lists.extend((part, kind) for part in variants(form))


def weather(lists, cities):
    tongues = list(translations('libgweather-4.0-locations'))
    kinds = {'region': 'nature', 'country': 'country', 'state': 'region', 'city': 'town'}
    for node in ET.parse(os.path.join(SHARE, 'libgweather-4', 'Locations.xml')).iter():
        label = node.find('_name')
        if node.tag not in kinds or label is None:
            continue
        context, name = label.get('msgctxt'), label.text.strip()
        kind = cities.get(name, 'town') if node.tag == 'city' else kinds[node.tag]
        for tongue in tongues:
            form = tongue.pgettext(context, name) if context else tongue.gettext(name)
            lists.extend((part, kind) for part in variants(form))
        lists.append((name, kind))


# --- WordNet ---

class WordNet:
    def __init__(self):
        self.lemmas, self.up, self.file, self.instance, self.first = {}, {}, {}, set(), {}
        for line in self.lines('data.noun'):
            fields = line.split('|')[0].split()
            offset, n = fields[0], int(fields[3], 16)
            self.file[offset] = fields[1]
            self.lemmas[offset] = [word.replace('_', ' ') for word in fields[4:4 + 2 * n:2]]
            rest = fields[5 + 2 * n:]
            pointers = [(rest[i], rest[i + 1]) for i in range(0, len(rest), 4)]
            self.up[offset] = [target for kind, target in pointers if kind in ('@', '@i')]
            if any(kind == '@i' for kind, _ in pointers):
                self.instance.add(offset)
        for line in self.lines('index.noun'):
            fields = line.split()
            self.first[fields[0].replace('_', ' ')] = fields[6 + int(fields[3])]

    @staticmethod
    def lines(name):
        with open(os.path.join(SHARE, 'wordnet', name), encoding='utf-8') as file:
            return [line for line in file if not line.startswith(' ')]

    def above(self, offset):
        """The first lemmas of all that @offset is a kind or an instance of."""
        found, todo = set(), [offset]
        while todo:
            for target in self.up[todo.pop()]:
                if target not in found:
                    found.add(target)
                    todo.append(target)
        return {self.lemmas[target][0] for target in found}


def instance_kind(net, offset, lemma):
    above, lexical = net.above(offset), net.file[offset]
    if lexical == '18':
        return 'person' if ' ' in lemma else 'surname'
    for words, kind in (({'university', 'college'}, 'university'), ({'city', 'town', 'port', 'village'}, 'city'),
                        ({'country'}, 'country'), ({'body of water', 'geological formation', 'celestial body', 'land'}, 'nature')):
        if above & words:
            return kind
    return {'14': 'org', '15': 'region', '17': 'nature', '06': 'place', '04': 'event', '10': 'event', '11': 'event',
            '28': 'event'}.get(lexical)


ORDINARY = (('person', 'role'), ('organization', 'org-word'), ('institution', 'org-word'), ('body of water', 'place-word'),
            ('geological formation', 'place-word'), ('district', 'place-word'), ('municipality', 'place-word'),
            ('way', 'place-word'), ('building', 'place-word'))


def wordnet(lists):
    net = WordNet()
    for offset in net.instance:
        for lemma in net.lemmas[offset]:
            kind = instance_kind(net, offset, lemma)
            if kind and lemma[0].isupper() and len(lemma) > 2:
                lists.append((lemma, kind))
    for offset, lemmas in net.lemmas.items():
        above = net.above(offset) if offset not in net.instance else set()
        kinds = {kind for word, kind in ORDINARY if word in above}
        for lemma in lemmas:
            if lemma.islower() and net.first.get(lemma) == offset and lemma.count(' ') < 3:
                lists.extend((lemma, kind) for kind in kinds)


# --- all of them ---

def read_npm(path):
    with open(path, encoding='utf-8') as file:
        return [tuple(line.rstrip('\n').split('\t')) for line in file]


def read_own(path):
    with open(path, encoding='utf-8') as file:
        for line in file:
            if ':' in line and not line.startswith('#'):
                kind, names = line.rstrip('\n').split(':', 1)
                yield from ((name.strip(), kind) for name in names.split('|'))


def ordinary_words(folder):
    """For each language the words that its texts write small at least every twentieth time, and at least five times."""
    words = {}
    for lang in ('en', 'de', 'fr', 'es', 'pt', 'sv', 'ru'):
        path = os.path.join(folder, lang + '.txt')
        small, large = collections.Counter(), collections.Counter()
        with open(path, encoding='utf-8') as file:
            for line in file:
                for word in WORD.findall(line):
                    (small if word.islower() else large)[word.lower()] += 1
        words[lang] = {word for word, n in small.items() if n >= 5 and n * 20 >= n + large[word]}
    return words


def parts(name):
    return [part for part in JOINTS.split(name) if any(c.isalnum() for c in part)]


def main():
    npm, own, texts = sys.argv[1:]
    lists = read_npm(npm)
    cities = {name: kind for name, kind in lists if kind.startswith('city') or kind == 'town'}
    lists.extend(read_own(own))
    iso(lists)
    weather(lists, cities)
    wordnet(lists)
    ordinary = ordinary_words(texts)
    phrases = {}
    for name, kind in lists:
        name = re.sub(r'^the ', '', ' '.join(name.split()), flags=re.I)
        if 0 < len(parts(name)) <= MAX_PARTS and len(name) > 1 and NAME.fullmatch(name):
            phrases.setdefault(name.lower(), set()).add(kind)
    for phrase, kinds in sorted(phrases.items()):
        tongues = [lang for lang, words in ordinary.items() if phrase in words]
        if kinds != {'name'} or not tongues:
            print(phrase + '\t' + ' '.join(sorted(kinds) + ['ordinary-' + lang for lang in tongues]))


main()
