#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Learns what each piece of evidence weighs for a page being an article, from pages that people have sorted.

    learn-verdict.py DUMP-EVIDENCE SET:WEIGHT[:CHARSET]... | clang-format --assume-filename=a.h \
        > src/extract/pm-verdict-weights-private.h

A SET is a folder with gold.json (id -> {"url", "type"}; without a type it is an article) and pages/ID.html[.gz]. WEIGHT is
what one of its articles counts, CHARSET what its pages are stored in, when they do not say. The first set is the one whose articles set the threshold. What the weights are worth is told
on standard error: every page is judged by weights learned from pages of other sites alone. Python's standard library only.
"""
import gzip
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile
from urllib.parse import urlparse

NOT_ARTICLES = {"listing", "collection", "product", "service"}
# Kinds of pages that are no articles and yet worth reading as one: a little on their side.
NEITHER, NEITHER_WEIGHT = {"documentation", "forum"}, 0.3
NOT_ARTICLE_WEIGHT = 4
RIDGE = 33  # pulls all weights towards nothing
FOLDS, ROUNDS = 10, 3
# Of a hundred articles of the first set, as few as this may be refused, by weights that never saw them.
MAX_REFUSED = 0.9
HEADER = os.path.join(os.path.dirname(__file__), "../../src/extract/pm-evidence-private.h")


def read_set(folder, weight, unpacked, charset):
    gold_path = os.path.join(folder, "gold.json")
    if not os.path.exists(gold_path):
        gold_path = os.path.join(folder, "ground-truth.json")
    with open(gold_path, encoding="utf-8") as f:
        gold = json.load(f)
    pages = []
    for i in sorted(gold):
        source = next(p for p in (os.path.join(folder, "pages", i + tail) for tail in (".html.gz", ".html", ".gz", ""))
                      if os.path.isfile(p))
        path = os.path.join(unpacked, "%d" % (len(os.listdir(unpacked))))
        with (gzip.open if source.endswith(".gz") else open)(source, "rb") as f, open(path, "wb") as out:
            out.write(f.read())
        url, kind = gold[i].get("url") or "", gold[i].get("type") or "article"
        pages.append({"file": path, "url": url, "charset": charset, "set": folder, "kind": kind,
                      "site": urlparse(url).netloc.removeprefix("www.") or i, "y": kind not in NOT_ARTICLES,
                      "w": NOT_ARTICLE_WEIGHT if kind in NOT_ARTICLES else NEITHER_WEIGHT if kind in NEITHER else weight})
    return pages


def add_evidence(pages, dump):
    requests = "".join(json.dumps({k: p[k] for k in ("file", "url", "charset") if p[k]}) + "\n" for p in pages)
    lines = subprocess.run([dump], input=requests.encode(), stdout=subprocess.PIPE, check=True).stdout.decode().split("\n")
    for page, line in zip(pages, lines):
        page["x"] = [float(v) for v in line.split()]
    return [p for p in pages if p["x"]]


def solve(a, b):
    """Symmetric and positive: by elimination, no pivoting needed."""
    n = len(b)
    a, b = [row[:] for row in a], b[:]
    for i in range(n):
        for j in range(i + 1, n):
            f = a[j][i] / a[i][i]
            if f:
                for k in range(i, n):
                    a[j][k] -= f * a[i][k]
                b[j] -= f * b[i]
    for i in reversed(range(n)):
        b[i] = (b[i] - sum(a[i][k] * b[k] for k in range(i + 1, n))) / a[i][i]
    return b


def learn(pages):
    """Logistic regression by Newton's method on evidence of equal spread. Returns its weights, the bias last."""
    n = len(pages[0]["x"])
    mean = [sum(p["x"][i] for p in pages) / len(pages) for i in range(n)]
    spread = [math.sqrt(sum((p["x"][i] - mean[i]) ** 2 for p in pages) / len(pages)) + 1e-3 for i in range(n)]
    rows = [[(v - m) / s for v, m, s in zip(p["x"], mean, spread)] + [1.0] for p in pages]
    beta = [0.0] * (n + 1)
    for _ in range(8):
        gradient = [-RIDGE * v for v in beta[:n]] + [0.0]
        hessian = [[0.0] * (n + 1) for _ in range(n + 1)]
        for page, row in zip(pages, rows):
            p = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(map(float.__mul__, beta, row))))))
            error, slope = page["w"] * (page["y"] - p), page["w"] * p * (1 - p)
            for i, v in enumerate(row):
                gradient[i] += error * v
                if v * slope:
                    f, line = v * slope, hessian[i]
                    for j in range(i, n + 1):
                        line[j] += f * row[j]
        for i in range(n + 1):
            hessian[i][i] += RIDGE if i < n else 1e-9
            for j in range(i):
                hessian[i][j] = hessian[j][i]
        beta = [b + d for b, d in zip(beta, solve(hessian, gradient))]
    weights = [b / s for b, s in zip(beta, spread)]
    return weights + [beta[n] - sum(w * m for w, m in zip(weights, mean))]


def judge(weights, page):
    return sum(map(float.__mul__, weights, page["x"])) + weights[-1]


def cross_validate(pages):
    sites = sorted({p["site"] for p in pages})
    for p in pages:
        p["score"] = 0.0
    for r in range(ROUNDS):
        random.Random(r).shuffle(sites)
        fold = {site: i % FOLDS for i, site in enumerate(sites)}
        for k in range(FOLDS):
            weights = learn([p for p in pages if fold[p["site"]] != k])
            for p in pages:
                if fold[p["site"]] == k:
                    p["score"] += judge(weights, p) / ROUNDS


def report(pages, main, threshold):
    scores = sorted(p["score"] for p in pages if p["set"] == main and p["kind"] == "article")
    for refused in (0.3, 0.5, 0.7, 1.0):
        at = scores[int(len(scores) * refused / 100)]
        print("refusing %.1f %% of %s: %d others declined" % (refused, main, sum(p["score"] < at and not p["y"] for p in pages)),
              file=sys.stderr)
    for name in sorted({(p["set"], p["kind"]) for p in pages}):
        mine = [p["score"] >= threshold for p in pages if (p["set"], p["kind"]) == name]
        print("%-40s %-14s taken for articles %4d of %4d" % (*name, sum(mine), len(mine)), file=sys.stderr)


def write(names, weights):
    print("""/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-evidence-private.h"

G_BEGIN_DECLS

/* Written by tests/extract/learn-verdict.py, which says how; not by hand. The sum of what there is
 * of each, times its weight, and the bias, is positive for an article. */
static const double bias = %.4f;
static const double weights[PM_N_EVIDENCE] = {""" % weights[-1])
    for name, weight in zip(names, weights):
        print("  [%s] = %.4f," % (name, weight))
    print("};\n\nG_END_DECLS")


def main():
    with tempfile.TemporaryDirectory() as unpacked:
        pages = []
        for argument in sys.argv[2:]:
            folder, weight, charset = (argument + ":").split(":")[:3]
            pages += read_set(folder, float(weight), unpacked, charset)
        pages = add_evidence(pages, sys.argv[1])
    with open(HEADER, encoding="utf-8") as f:
        names = [n for n in re.findall(r"^  (PM_EVIDENCE_\w+),", f.read(), re.M)]
    assert all(len(p["x"]) == len(names) for p in pages)
    cross_validate(pages)
    first = pages[0]["set"]
    scores = sorted(p["score"] for p in pages if p["set"] == first and p["y"])
    threshold = scores[int(len(scores) * MAX_REFUSED / 100)]
    report(pages, first, threshold)
    weights = learn(pages)
    weights[-1] -= threshold
    write(names, weights)


if __name__ == "__main__":
    main()
