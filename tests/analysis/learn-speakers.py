#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Learns what each piece of evidence weighs for a candidate being the one who speaks, from articles whose speakers are known.

    learn-speakers.py DUMP-CHOICES ARTICLES.jsonl... | clang-format --assume-filename=a.h \
        > src/analysis/pm-speaker-weights-private.h

An article is a line {"id", "text", "quotes": [{"start", "end", "canonical", "speaker": {"start", "end"}}]}, positions in
code points. The SHA-256 of an article's id starts with 2, 3 or 4: it is kept out. What the weights are worth is told on
standard error: each fifth of the articles is judged by weights learned from the others. Who spoke before is part of the
evidence and comes from the weights built into DUMP-CHOICES, so build and run it twice. Python's standard library only.
"""
import hashlib
import json
import math
import os
import re
import subprocess
import sys
import tempfile

HELD_OUT = "234"
FOLDS, ROUNDS, STEP = 5, 400, 1.5
RIDGE, OWN_RIDGE = 0.01, 0.05
KINDS = ["PM_CHOICE_PERSON", "PM_CHOICE_BODY", "PM_CHOICE_WHOLE", "PM_CHOICE_FRAGMENT"]
SCALE = 100
# Bodies and fragments are seldom left without a name: what the few leave open is decided by this.
PRIOR = {
    "PM_CHOICE_BODY": {"LAST": 2, "LAST_SAME_PARAGRAPH": 1, "PLURAL_AGREES": 1.5, "SUBJECT_BEFORE": 1, "SAME_NOUN": 2,
                       "PLACE": -1.5, "AFTER_PREPOSITION": -0.5, "NAMELESS": 0.5},
    "PM_CHOICE_FRAGMENT": {"SUBJECT_SAME": 3, "AFTER_PREPOSITION": -0.5},
}
BUCKETS, PRIOR_CHOICES = 10, 4
HEADER = os.path.join(os.path.dirname(__file__), "../../src/analysis/pm-speaker-ranker-private.h")


def words(name):
    return [w for w in re.findall(r"[\w&.-]+", re.sub(r"['’]s?\b", "", name.lower())) if w not in ("the", "of", "and", "for")]


def same(a, b):
    a, b = words(a), words(b)
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    return a == b or (set(short) <= set(long) and long[-1] in short) or "".join(w[0] for w in long) == short[0]


def read_articles(paths):
    for path in paths:
        with open(path, encoding="utf-8") as f:
            for line in f:
                article = json.loads(line)
                digest = hashlib.sha256(article["id"].encode()).hexdigest()
                if digest[0] not in HELD_OUT:
                    yield article, int(digest[:8], 16) % FOLDS


def find_speaker(article, kind, at):
    """Who speaks at code point @at, when that is told."""
    for quote in article["quotes"]:
        speaker = quote.get("speaker")
        if kind < 2 and speaker and speaker["start"] <= at < speaker["end"]:
            return quote.get("canonical")
        if kind >= 2 and quote["start"] - 2 <= at < quote["end"]:
            return quote.get("canonical")
    return None


def read_choices(dump, articles):
    """-> [kind, fold, [(bits, right)]]: the choices among whose candidates somebody is right"""
    choices, lost = [], [0] * len(KINDS)
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for n, (article, _) in enumerate(articles):
            paths.append(os.path.join(folder, "%05d" % n))
            with open(paths[-1], "w", encoding="utf-8", newline="") as f:
                f.write(article["text"])
        lines = subprocess.run([dump] + paths, stdout=subprocess.PIPE, check=True).stdout.decode().split("\n")
    n, speaker, choice = -1, None, None
    for line in lines + ["@ 0 0"]:
        head, _, rest = line.partition(" ")
        if line.startswith("/"):
            n += 1
            data = articles[n][0]["text"].encode()
            speaker = None
        elif head == "@":
            if choice and any(right for _, right in choice[2]):
                choices.append(choice)
            elif choice:
                lost[choice[0]] += 1
            kind, at = map(int, rest.split())
            speaker = n >= 0 and find_speaker(articles[n][0], kind, len(data[:at].decode()))
            choice = [kind, articles[n][1], []] if speaker else None
        elif choice and rest:
            choice[2].append((int(head), same(rest, speaker)))
    return choices, lost


def learn(choices, names):
    """Maximum likelihood of the right candidates, by gradient ascent. A kind's weights are what all kinds have in common and
    what is its own, and a ridge pulls both towards what is known beforehand, so that a kind with few choices leans on the others."""
    n_bits = len(names)
    prior = [[PRIOR.get(kind, {}).get(n.removeprefix("PM_CANDIDATE_"), 0.0) for n in names] for kind in KINDS]
    common, own = [0.0] * n_bits, [row[:] for row in prior]
    rows = [(c[0], [([b for b in range(n_bits) if bits >> b & 1], right) for bits, right in c[2]]) for c in choices]
    for _ in range(ROUNDS):
        slope = [[OWN_RIDGE * len(rows) * (p - w) for w, p in zip(k, ps)] for k, ps in zip(own, prior)]
        common_slope = [-RIDGE * len(rows) * w for w in common]
        for kind, row in rows:
            scores = [sum(common[b] + own[kind][b] for b in bits) for bits, _ in row]
            top = max(scores)
            shares = [math.exp(s - top) for s in scores]
            total = sum(shares)
            good = sum(s for s, (_, right) in zip(shares, row) if right)
            for share, (bits, right) in zip(shares, row):
                step = (share / good if right else 0.0) - share / total
                for b in bits:
                    slope[kind][b] += step
                    common_slope[b] += step
        common = [w + STEP * g / len(rows) for w, g in zip(common, common_slope)]
        own = [[w + STEP * g / len(rows) for w, g in zip(k, s)] for k, s in zip(own, slope)]
    return [[round(SCALE * (w + c)) for w, c in zip(k, common)] for k in own]


def choose(weights, choice):
    """As the program does it: the best, and its share of all, in tenths."""
    scores = [sum(w for b, w in enumerate(weights) if bits >> b & 1) for bits, _ in choice[2]]
    top = max(scores)
    falling = [round(1000 * math.exp(-n / 5)) for n in range(33)]
    total = sum(falling[(top - s) // 20] if (top - s) // 20 < 33 else 0 for s in scores)
    return choice[2][scores.index(top)][1], min(10000 // total, 9)


def judge(kind, judged, lost):
    """-> in percent, how often a choice of each share is right; no share is trusted more than a greater one"""
    counts = [[0, 0] for _ in range(BUCKETS)]
    for right, share in judged:
        counts[share][0] += 1
        counts[share][1] += right
    total, right = sum(c[0] for c in counts), sum(c[1] for c in counts)
    print("%s: %d choices, %.1f %% right; %d more without the right candidate" %
          (KINDS[kind], total, 100 * right / max(total, 1), lost), file=sys.stderr)
    # The choices without a right candidate are wrong whatever is chosen: every share bears its part.
    fair = total / max(total + lost, 1)
    table, best = [], 0
    for share, (n, ok) in enumerate(counts):
        best = max(best, 100 * fair * (ok + PRIOR_CHOICES * (share + 0.5) / BUCKETS) / (n + PRIOR_CHOICES))
        table.append(round(best))
        print("  share %d–%d %%: %4d choices, %5.1f %% right, confidence %d" %
              (share * 10, share * 10 + 10, n, 100 * ok / max(n, 1), table[-1]), file=sys.stderr)
    return table


def main():
    with open(HEADER, encoding="utf-8") as f:
        names = [n for n in re.findall(r"^  (PM_CANDIDATE_\w+),", f.read(), re.M)]
    articles = list(read_articles(sys.argv[2:]))
    choices, lost = read_choices(sys.argv[1], articles)
    judged = [[] for _ in KINDS]
    for k in range(FOLDS):
        weights = learn([c for c in choices if c[1] != k], names)
        for c in choices:
            if c[1] == k:
                judged[c[0]].append(choose(weights[c[0]], c))
    tables = [judge(kind, judged[kind], lost[kind]) for kind in range(len(KINDS))]
    weights = learn(choices, names)
    print("""/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-speaker-ranker-private.h"

G_BEGIN_DECLS

/* Written by tests/analysis/learn-speakers.py, which says how; not by hand. */

/* In hundredths: a hundred makes a candidate e times as likely. */
static const gint16 weights[PM_N_CHOICES][PM_N_CANDIDATE_BITS] = {""")
    for kind, row in zip(KINDS, weights):
        print("  [%s] = {" % kind)
        for name, weight in zip(names, row):
            if weight:
                print("    [%s] = %d," % (name, weight))
        print("  },")
    print("""};

/* In percent, how often a choice was right whose share of all was this many tenths. */
static const guint8 right[PM_N_CHOICES][%d] = {""" % BUCKETS)
    for kind, table in zip(KINDS, tables):
        print("  [%s] = { %s }," % (kind, ", ".join(map(str, table))))
    print("};\n\nG_END_DECLS")


if __name__ == "__main__":
    main()
