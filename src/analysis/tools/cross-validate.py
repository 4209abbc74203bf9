#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the tagger of names: five models, each learned without a fifth of the texts and without
any development half, find the names of what they have not seen.

usage: cross-validate.py BUILD DATA LANGUAGE [FOLDS]

Prints, for each corpus, F1 of persons, bodies, places and all three by exact spans; a corpus that is
not told into parts is measured by its development half, with each of the models.
"""
import collections
import json
import os
import shutil
import subprocess
import sys
import tempfile

TYPES = ("PER", "ORG", "LOC")
TOOLS = os.path.dirname(os.path.abspath(__file__))
BOLDNESS = {"pt": "-6"}


def run(command, text=None, **variables):
    environment = dict(os.environ, **variables)
    result = subprocess.run(command, input=text, stdout=subprocess.PIPE, check=True, env=environment)
    return result.stdout


def learn(build, data, language, fold, models):
    for name in os.listdir(os.path.join(TOOLS, "..", "..", "..", "data", "models")):
        if name.endswith(".table"):
            shutil.copy(os.path.join(TOOLS, "..", "..", "..", "data", "models", name), models)
    lessons = os.path.join(models, "lessons")
    with open(lessons, "wb") as file:
        file.write(run([sys.executable, os.path.join(TOOLS, "corpora.py"), data, language, "--fold", str(fold)]))
    trainer = os.path.join(build, "src", "analysis", "tools", "pm-train")
    run([trainer, "--language", language, "--boldness", BOLDNESS.get(language, "6"), "--output",
         os.path.join(models, "names." + language), lessons], PRESSMARK_MODELS=models)


def find(build, language, texts, models):
    lines = "".join(json.dumps({"id": i, "text": t["text"]}) + "\n" for i, t in enumerate(texts))
    program = os.path.join(build, "src", "cli", "pressmark-cli")
    command = [program, "analyse", "--jsonl", "--lang", language]
    for line in run(command, lines.encode(), PRESSMARK_MODELS=models).decode().splitlines():
        answer = json.loads(line)
        text = texts[answer["id"]]["text"]
        names = set()
        for entity in answer["entities"]:
            for mention in entity.get("mentions", [entity]):
                start = len(text[: mention["start"]].encode())
                end = len(text[: mention["end"]].encode())
                names.add((start, end, entity["type"]))
        yield texts[answer["id"]], names


def count(counts, text, found):
    right = {(e["start"], e["end"], e["type"]) for e in text["entities"]}
    for kind in TYPES:
        wanted = {name for name in right if name[2] == kind}
        given = {name for name in found if name[2] == kind}
        both = len(wanted & given)
        for key in (kind, "all"):
            counts[text["corpus"]][key] += collections.Counter(both=both, sum=len(wanted) + len(given))


def main():
    build, data, language = sys.argv[1:4]
    folds = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    counts = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
    for fold in range(folds):
        with tempfile.TemporaryDirectory() as models:
            learn(build, data, language, fold, models)
            held = run([sys.executable, os.path.join(TOOLS, "corpora.py"), data, language, "--fold", str(fold), "--held"])
            texts = [json.loads(line) for line in held.decode().splitlines()]
            for text, found in find(build, language, texts, models):
                count(counts, text, found)
    for corpus, kinds in sorted(counts.items()):
        figures = [f"{kind} {200 * kinds[kind]['both'] / max(1, kinds[kind]['sum']):.1f}" for kind in TYPES + ("all",)]
        print(f"{language} {corpus:16} {'  '.join(figures)}")


main()
