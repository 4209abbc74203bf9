#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the README's picture: the real window, with articles of ours, one of them read and marked.

    screenshot.py PRESSMARK PRESSMARK_CLI PICTURE.png

Run it by gui.sh with PM_SCREEN=1410x870; for the dark one with ADW_DEBUG_COLOR_SCHEME=prefer-dark.
"""

import json
import os
import sys

from drive import Failure, Role, Server, Window, box_of, picture, run, text_of, wait, walk

import chart

PAGES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'data', 'story')
BORDER = 5  # of a window that nobody manages
WIDTH, HEIGHT = 1400, 860
ARTICLES = ('signal-box', 'timetable', 'salt-marsh', 'lighthouse', 'harbour-clock')
TITLE = 'The harbour clock that ran an hour slow for eleven years'
MARKS = (
    ('harbour-clock', 'recorded the wrong hour', 'orange', 'evidence', None),
    ('harbour-clock', 'eleven winters is a long time for a whole town to be late', 'yellow', 'quotable', None),
    ('harbour-clock', 'reset to winter time during a power cut in October 2014', 'green', 'evidence', 'Ask for the log.'),
    ('harbour-clock', 'I still have the letters', 'blue', 'to ask', 'Ask to see both letters, and the answer.'),
    ('timetable', 'The three crossings that go have not in fact been sailed since November', 'green', 'evidence', None),
    ('lighthouse', 'That week she has cut out with a knife', 'purple', 'quotable', None),
)


def fill(cli, notebook, server):
    """Captures the articles and marks them."""
    ids = {}
    for name in ARTICLES:
        ids[name] = json.loads(run(cli, '-n', notebook, 'add', server.link(name + '.html'), '--json'))['id']
    for name, words, color, tag, note in MARKS:
        run(cli, '-n', notebook, 'highlight', ids[name], '--quote', words, '--color', color, '--tag', tag,
            *(('--note', note) if note else ()))


def arrange(window):
    """Opens the first article and its quotes."""
    run('xdotool', 'windowsize', '--sync', window.id, WIDTH + 2 * BORDER, HEIGHT + 2 * BORDER)
    window.key('alt+3')
    window.click(window.get(TITLE, Role.LABEL, inside=window.get('Articles', Role.LIST)))
    view = window.get('Article text', Role.TEXT)
    wait(lambda: 'letters' in text_of(view), 'the article')
    window.get('Ingrid Halvorsen: ', Role.LIST_ITEM, starts=True)
    wait(lambda: any(node.get_role() == Role.IMAGE and box_of(node).height > 100 for node in walk(view)), 'the image')
    run('xdotool', 'mousemove', WIDTH // 2, HEIGHT + 2 * BORDER - 1)


def main():
    program, cli, output = (os.path.abspath(path) for path in sys.argv[1:])
    home = os.path.join(os.environ['XDG_DATA_HOME'], 'pressmark')
    os.makedirs(home)
    fill(cli, os.path.join(home, 'Notebook.pressmark'), Server(PAGES, {'/chart.png': ('image/png', chart.draw())}))
    window = Window(program)
    try:
        arrange(window)
        picture(output)
        run('mogrify', '-crop', f'{WIDTH}x{HEIGHT}+{BORDER}+{BORDER}', '+repage', '-strip', output)
        window.key('ctrl+q')
        window.end()
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    finally:
        window.kill()
    return 0


if __name__ == '__main__':
    sys.exit(main())
