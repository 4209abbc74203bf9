#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the annotated texts of a language for pm-train: one a line, places in bytes.

usage: corpora.py DATA LANGUAGE [--fold K [--held]] [--dev]

DATA holds the corpora and the named-entity benchmark, whose reader puts their tokens together.
With --fold, every fifth text from the K-th on of the corpora that have no development half of their
own is left out, and so are all development halves; with --held too, only those texts are printed.
"""
import argparse
import glob
import json
import os
import subprocess
import sys

# Those whose texts are told into five parts; the others have a development half to measure on.
FOLDED = {"newsroom", "crossner", "wnut17", "germeval2014"}
# Style of their own: loan agreements; spans with their article.
LEFT_OUT = {"sec", "re3d"}

# News, which is what is read most: it counts twice.
NEWS = ("newsroom", "training")
# Where there is little text, the news of other languages lends names and their shapes, and the own
# counts twice.
LENT = {
    "de": ["fr", "es", "pt"],
    "fr": ["de", "es", "pt", "ru", "en"],
    "es": ["de", "fr", "pt", "ru", "en"],
    "ru": ["de", "fr", "es", "pt", "en"],
    "sv": ["de"],
}
# Written for this project to learn from.
TRAINING = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "training", "*.xml")


def in_bytes(text, entities):
    places = [0]
    for c in text:
        places.append(places[-1] + len(c.encode()))
    return [{"start": places[s], "end": places[e], "type": t} for s, e, t in entities]


def contradicts(document):
    """Half of the tweets count the @ of a name as a name of its own, half do not: keep the former."""
    tokens = [token for sentence in document for token in sentence]
    return any(a == ("@", "O") and b[1].startswith("B-") for a, b in zip(tokens, tokens[1:]))


def read_corpora(data, language):
    sys.path.insert(0, os.path.join(data, "bench", "ner"))
    import nerio

    folder = os.path.join(data, "corpora", "ner", language)
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        corpus, part = name.split(".")[:2]
        if corpus in LEFT_OUT:
            continue
        for number, document in enumerate(nerio.read_bio(os.path.join(folder, name))):
            if corpus == "btc" and part == "train" and contradicts(document):
                continue
            text, entities = nerio.doc_to_raw(document)
            yield corpus, part, number, text, in_bytes(text, entities)


def read_newsroom(data, language, corpus, files):
    script = os.path.join(data, "corpora", "newsroom", "convert.py")
    command = [sys.executable, script] + files
    lines = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    number = 0
    for line in lines.decode().splitlines():
        article = json.loads(line)
        if article["lang"] != language:
            continue
        entities = [(e["start"], e["end"], e["type"]) for e in article["entities"]]
        yield corpus, "train", number, article["text"], in_bytes(article["text"], entities)
        number += 1


SMALL = set("a an and as at but by for from in into is its of off on or over than the to up via vs with".split())


def capitalise(word, first):
    return word if word in SMALL and not first else word[:1].upper() + word[1:]


def headlines(text, entities):
    """A title as other papers set it: With Capitals, IN CAPITALS."""
    end = text.find("\n\n")
    title = text[:end] if end > 0 else text
    kept = [e for e in entities if e["end"] <= len(title.encode())]
    words = title.split(" ")
    yield " ".join(capitalise(word, i == 0) for i, word in enumerate(words)), kept
    yield title.upper(), kept


def select(data, language, fold, held, dev):
    """The texts of one language, those that are learned from or those that are held back."""
    texts = list(read_corpora(data, language))
    texts += read_newsroom(data, language, "newsroom", [])
    texts += read_newsroom(data, language, "training", sorted(glob.glob(TRAINING)))
    for corpus, part, number, text, entities in texts:
        back = part == "dev" and not dev and corpus not in FOLDED
        if fold is not None:
            back = number % 5 == fold if corpus in FOLDED else part == "dev"
        if back == held:
            yield corpus, text, entities


def print_text(corpus, language, text, entities):
    record = {"corpus": corpus, "language": language, "text": text, "entities": entities}
    print(json.dumps(record, ensure_ascii=False))


def print_lesson(corpus, language, text, entities):
    print_text(corpus, language, text, entities)
    if corpus not in NEWS:
        return
    for title, names in headlines(text, entities):
        if len(title.encode()) == len(text.split("\n\n")[0].encode()):
            print_text(corpus, language, title, names)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("language")
    parser.add_argument("--fold", type=int)
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--dev", action="store_true", help="with the development halves")
    options = parser.parse_args()
    texts = list(select(options.data, options.language, options.fold, options.held, options.dev))
    for corpus, text, entities in texts:
        show = print_text if options.held else print_lesson
        show(corpus, options.language, text, entities)
    if options.held:
        return
    for other in LENT.get(options.language, []):
        for corpus, text, entities in select(options.data, other, options.fold, False, False):
            if corpus in NEWS:
                print_lesson(corpus, other, text, entities)
    for corpus, text, entities in texts:
        if corpus in NEWS or options.language in LENT:
            print_lesson(corpus, options.language, text, entities)


main()
