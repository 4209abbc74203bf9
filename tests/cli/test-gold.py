# SPDX-License-Identifier: GPL-3.0-or-later
"""The gold document, whose names, quotes, sources and links were written down by hand: what the program finds in it is held against
that by the scorer beside it. Skipped where the document is not beside the project."""
import os
import re
import subprocess
import sys

import cli

GOLD = os.path.join(os.path.abspath(sys.argv[2]), 'gold')
LEAST = {'entities': 90, 'quotes': 90, 'sources': 85, 'links': 95}


def score():
    if not os.path.exists(os.path.join(GOLD, 'check.py')):
        raise cli.Skip('the gold document is not here')
    return subprocess.run([sys.executable, 'check.py', '--all', cli.CLI + ' analyse --json {file}', '--links', cli.CLI + ' extract --json {html}'],
                          cwd=GOLD, stdout=subprocess.PIPE, text=True, check=True, timeout=100).stdout


def test_panels(place):
    said = score()
    scores = dict(re.findall(r'(\w+) ([\d.]+)', re.search(r'^panel scores: (.*)$', said, re.M).group(1)))
    assert scores.keys() == LEAST.keys(), said
    for panel, least in LEAST.items():
        assert float(scores[panel]) >= least, said


cli.main([(name[5:].replace('_', '-'), case) for name, case in list(globals().items()) if name.startswith('test_')])
