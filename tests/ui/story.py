#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in the real window: from a link to a bundle, and everything still there after a restart.

    story.py PRESSMARK PRESSMARK_CLI OUTPUT_FOLDER

Keys, pointer and screen are real; what was stored is read by the command line while the window has the notebook open. A picture
of each step is left in the output folder. At a failure there is also fail.png, and what the window says goes to standard error.
"""

import bisect
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback

from drive import Atspi, Failure, Role, Server, Window, box_of, picture, run, text_of, wait, walk

import chart

PAGES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'data', 'story')
TITLE = 'The harbour clock that ran an hour slow for eleven years'
WORDS = 'eleven winters is a long time for a whole town to be late'
NOTE = 'Ask for the maintenance log.'
LATER = 'A wall comes down, and the marsh comes back'
LISTED = ('New ferry timetable promises fewer crossings, all of them real', 'Lighthouse keeper’s diaries to be read aloud, one night a week')
WAS, IS = 'ninety hectares', 'forty hectares'
FAR = 'We would like to be able to look up'


def expect(truth, what):
    if not truth:
        raise Failure(what)


def pane_of(node):
    """The nearest pane around it that scrolls."""
    while node.get_role() != Role.SCROLL_PANE:
        node = node.get_parent()
    return node


class Story:
    def __init__(self, program, cli, output):
        self.program = program
        self.cli = cli
        self.output = output
        self.home = os.path.join(os.environ['XDG_DATA_HOME'], 'pressmark')
        self.made = {'/chart.png': ('image/png', chart.draw())}
        self.server = Server(PAGES, self.made)
        self.window = None
        self.step = 0

    # --- looking ---

    def picture(self, name):
        self.step += 1
        picture(os.path.join(self.output, f'{self.step:02}-{name}.png'))

    def ask(self, *words):
        """What the command line says: one value a line."""
        notebook = os.path.join(self.home, 'Notebook.pressmark')
        return [json.loads(line) for line in run(self.cli, '-n', notebook, *words, '--json').splitlines()]

    def highlights(self):
        return [{key: each[key] for key in ('text', 'color', 'tags', 'note')} for each in self.ask('highlight', 1)]

    def wait_for_highlights(self, *expected):
        wait(lambda: self.highlights() == list(expected), f'the notebook to hold the highlights {expected}')

    @property
    def view(self):
        return self.window.get('Article text', Role.TEXT)

    def row(self, words, **how):
        return self.window.get(words, Role.LIST_ITEM, **how)

    def is_in_view(self, words):
        view = self.view
        box, place = box_of(view), box_of(view, text_of(view).index(words))
        return box.y <= place.y and place.y + place.height <= box.y + box.height

    def first_in_view(self):
        """Where in the text the first line that is in view begins. GTK 4.8 never answers what is at a point of a text."""
        view = self.view
        top = box_of(view).y
        return bisect.bisect_left(range(len(text_of(view))), top, key=lambda offset: box_of(view, offset).y)

    def wait_for_text(self, end):
        """Waits for something one can type in whose text ends so."""
        wait(lambda: any(text_of(node).endswith(end) for node in self.window.nodes() if node.get_role() in (Role.TEXT, Role.ENTRY)),
             f'an entry with “{end}”')

    # --- doing ---

    def select(self, words):
        """Drags over the words with the pointer."""
        view = self.view
        start = text_of(view).index(words)
        first, last = box_of(view, start), box_of(view, start + len(words) - 1)
        self.window.drag((first.x + 6, first.y + first.height // 2 + 5), (last.x + last.width + 4, last.y + last.height // 2 + 5))

        def selected():
            chosen = Atspi.Text.get_selection(view, 0)
            return text_of(view)[chosen.start_offset:chosen.end_offset] == words

        wait(selected, f'“{words}” to be selected')

    def add(self, link):
        self.window.key('ctrl+n')
        links = self.window.get('Links', Role.TEXT)
        self.window.type(link)
        wait(lambda: text_of(links) == link, 'the link to be typed')

    def panel(self, number, name):
        self.window.key(f'alt+{number}')
        self.window.get(name, Role.LABEL)

    # --- the steps ---

    def start(self):
        self.window = Window(self.program)

    def see_nothing(self):
        self.window.get('Paste a Link to Begin', Role.LABEL)
        self.window.get('No Article Open', Role.LABEL)
        self.picture('empty')

    def capture(self):
        self.add(self.server.link('harbour-clock.html'))
        self.picture('add-link')
        self.window.key('Return')
        wait(lambda: FAR in text_of(self.view), 'the article in the reader')
        self.window.get(TITLE, Role.LABEL, inside=self.window.get('Articles', Role.LIST))
        wait(lambda: any(node.get_role() == Role.IMAGE and box_of(node).height > 100 for node in walk(self.view)),
             'the picture in the article')
        self.picture('article')

    def highlight(self):
        self.select(WORDS)
        yellow = self.window.get('Yellow', Role.PUSH_BUTTON)
        self.picture('popover')
        self.window.press(yellow)
        self.marked = {'text': WORDS, 'color': 'yellow', 'tags': [], 'note': None}
        self.wait_for_highlights(self.marked)
        self.window.gone('Green', Role.PUSH_BUTTON)
        self.picture('highlight')

    def tag(self):
        self.window.key('t')
        self.window.get('Add a tag', starts=True)
        self.window.type('evidence')
        self.window.key('Return')
        self.window.get('evidence', Role.CHECK_BOX)
        self.picture('tag')
        self.window.key('Return')
        self.tagged = {**self.marked, 'tags': ['evidence']}
        self.wait_for_highlights(self.tagged)

    def note(self):
        self.window.key('n')
        note = self.window.get('Note', Role.TEXT)
        self.window.type(NOTE)
        wait(lambda: text_of(note) == NOTE, 'the note to be typed')
        self.picture('note')
        self.window.key('ctrl+Return')
        self.noted = {**self.tagged, 'note': NOTE}
        self.wait_for_highlights(self.noted)
        self.window.gone('Note', Role.TEXT)

    def see_highlights(self):
        self.window.key('alt+1')
        row = self.row(f'Yellow: {WORDS}')
        for words in (WORDS, 'evidence', NOTE):
            self.window.get(words, inside=row)
        self.picture('highlights')

    def see_entities(self):
        self.window.key('alt+2')
        self.row('Ingrid Halvorsen', starts=True)
        self.row('Norland Maritime Authority', starts=True)
        for group in ('People', 'Organisations'):
            self.window.get(group, Role.LABEL)
        expect(not self.is_in_view('Liv Aasen'), 'the mayor is in view before anybody asked for her')
        self.window.click(self.row('Liv Aasen', starts=True))
        wait(lambda: self.is_in_view('Liv Aasen'), 'the reader to go to the mayor')
        self.picture('entities')

    def correct_entity(self):
        """By the keyboard: its menu, another name, and back; then by hand, one dropped onto another."""
        self.window.key('shift+F10')
        self.window.get('Rename…')
        self.picture('entity-menu')
        self.window.key('Down', 'Return')
        self.window.get('Name', Role.TEXT)
        self.picture('entity-rename')
        self.window.type('Liv Aasen-Berg')
        self.window.key('Return')
        self.row('Liv Aasen-Berg', starts=True)
        wait(lambda: [each['to_name'] for each in self.ask('entities', 'corrections')] == ['Liv Aasen-Berg'], 'the correction')
        self.window.key('ctrl+z')
        self.row('Liv Aasen, ', starts=True)
        self.window.drop(self.row('Liv Aasen, ', starts=True), self.row('Ingrid Halvorsen, ', starts=True),
                         lambda: self.window.find('Liv Aasen, ', Role.LIST_ITEM, starts=True) is None)
        self.picture('entity-merged')
        self.window.key('ctrl+z')
        self.row('Liv Aasen, ', starts=True)
        expect(not self.ask('entities', 'corrections'), 'a correction is left')

    def see_entity_page(self):
        """Opened by a key, it leads to the words it lists."""
        self.window.click(self.row('Ingrid Halvorsen, ', starts=True))
        self.window.key('ctrl+Return')
        words = self.window.get('“Nobody set out to deceive anybody,”', Role.LABEL)
        self.window.get('Quotes By', Role.LABEL)
        self.picture('entity-page')
        self.window.click(words)
        self.window.gone('Quotes By', Role.LABEL)
        wait(lambda: self.is_in_view('Nobody set out'), 'the reader to go to the quote')
        self.window.click(self.row('Liv Aasen, ', starts=True))
        wait(lambda: self.is_in_view('Liv Aasen'), 'the reader to go to the mayor again')

    def see_quotes(self):
        self.window.key('alt+3')
        quote = self.row('Ingrid Halvorsen: ', starts=True)
        expect('Nobody set out to deceive anybody' in quote.get_name(), f'the wrong words: {quote.get_name()}')
        expect(not self.is_in_view('Nobody set out'), 'the first quote is in view at the end of the article')
        self.window.click(quote)
        wait(lambda: self.is_in_view('Nobody set out'), 'the reader to go to the quote')
        self.picture('quotes')

    def see_sources(self):
        self.window.key('alt+4')
        link = self.row('the authority’s 84-page report', starts=True)
        self.window.get('maritime.example/reports/2026-07.pdf', inside=link)
        self.row('Reuters, agency')
        self.picture('sources')

    def see_details(self):
        self.window.key('alt+5')
        with open(os.path.join(PAGES, 'harbour-clock.html'), 'rb') as page:
            digest = hashlib.sha256(page.read()).hexdigest()
        wait(lambda: any(''.join(words.split()) == digest for words in self.window.labels()), 'the digest of what was served')
        self.picture('details')

    def undo_and_redo(self):
        self.window.click(self.view, text_of(self.view).index('PORT ANSGAR'))
        for expected in ([self.tagged], [self.marked], []):
            self.window.key('ctrl+z')
            self.wait_for_highlights(*expected)
        self.window.key('alt+1')
        self.window.get('No Highlights', Role.LABEL)
        self.picture('undone')
        for expected in (self.marked, self.tagged, self.noted):
            self.window.key('ctrl+shift+z')
            self.wait_for_highlights(expected)
        self.row(f'Yellow: {WORDS}')
        self.picture('done-again')

    def retry_dead_link(self):
        """The page is not there at first."""
        with open(os.path.join(PAGES, 'salt-marsh.html'), 'rb') as page:
            later = page.read()
        self.add(self.server.link('later.html'))
        self.window.key('Return')
        failed = wait(lambda: next((each for each in self.ask('list') if each['state'] == 'failed'), None), 'the failure')
        library = self.window.get('Articles', Role.LIST)
        self.window.get(failed['error'], Role.LABEL, inside=library)
        retry = self.window.get('Retry', inside=library)
        self.picture('dead-link')
        self.made['/later.html'] = ('text/html; charset=utf-8', later)
        self.window.press(retry)
        self.window.get(LATER, Role.LABEL, inside=library)
        expect(self.server.asked.count('/later.html') >= 2, 'Retry did not ask the server again')
        wait(lambda: self.window.find('Retry', inside=library) is None, 'the reason to go')
        self.picture('retried')

    def add_list(self):
        """Several links: what of them is new is said before, how far it has come meanwhile, and what became of them after."""
        links = [self.server.link(name) for name in ('harbour-clock.html', 'timetable.html', 'lighthouse.html')]
        slow = self.server.hold('lighthouse.html')
        self.window.key('ctrl+n')
        entry = self.window.get('Links', Role.TEXT)
        for link in links:
            self.window.type(link)
            self.window.key('shift+Return')
        wait(lambda: text_of(entry).split() == links, 'the links to be typed')
        self.picture('add-links')
        self.window.key('Return')
        add = self.window.get('_Add 2 Articles', Role.PUSH_BUTTON, starts=True)
        self.window.get('1 Already Here')
        self.picture('plan')
        self.window.press(add)
        library = self.window.get('Articles', Role.LIST)
        self.window.get(LISTED[0], Role.LABEL, inside=library)
        self.window.get('Adding articles: 1 of 2', Role.LABEL)
        self.window.get('Cancel', Role.PUSH_BUTTON)
        self.picture('adding')
        slow.set()
        self.window.get('Added 2 articles, 1 was here', Role.LABEL)
        self.window.get(LISTED[1], Role.LABEL, inside=library)
        self.picture('added')

    def see_what_changed(self):
        """The page says something else than it did."""
        kind, page = self.made['/later.html']
        self.made['/later.html'] = (kind, page.replace(WAS.encode(), IS.encode()))
        self.row_of(LATER)
        self.window.key('alt+5')
        self.window.click(self.window.get('Re-fetch', Role.LABEL))
        wait(lambda: IS in text_of(self.view), 'the new words in the reader')
        versions = self.window.get('Versions', Role.LIST)
        row = wait(lambda: next((node for node in walk(versions) if '+1 −1 words' in (node.get_name() or '')
                                 and node.get_role() == Role.LIST_ITEM), None), 'the new version')
        self.window.scroll_to(row, pane_of(row))
        self.picture('versions')
        self.window.click(row)
        changed = self.window.get('What changed', Role.TEXT)
        self.window.get('Change 1 of 1', Role.LABEL, starts=True)
        expect(all(words.split()[0] in text_of(changed) for words in (WAS, IS)), f'not both in {text_of(changed)}')
        self.picture('what-changed')
        self.window.key('Escape')
        self.window.gone('What changed', Role.TEXT)

    def search(self):
        self.window.key('ctrl+shift+f')
        self.window.type('hydrographer')
        library = self.window.get('Articles', Role.LIST)
        wait(lambda: self.window.find(LATER, Role.LABEL, inside=library) is None, 'the other article to go')
        self.window.get(TITLE, Role.LABEL, inside=library)
        self.picture('found')
        self.window.key('ctrl+a')
        self.window.type('zyzzyva')
        self.window.get('Nothing Found', Role.LABEL)
        self.picture('nothing-found')
        self.window.key('Escape')
        self.window.get(LATER, Role.LABEL, inside=self.window.get('Articles', Role.LIST))

    def find(self):
        self.row_of(TITLE)
        count = text_of(self.view).lower().count('gauge')
        self.window.key('ctrl+f')
        self.window.type('gauge')
        wait(lambda: any(text_of(node).endswith(f' of {count}') for node in self.window.nodes() if node.get_role() == Role.LABEL),
             f'{count} matches')
        self.picture('find')
        self.window.key('Escape')

    def row_of(self, title):
        """Opens an article by its row."""
        library = self.window.get('Articles', Role.LIST)
        self.window.click(self.window.get(title, Role.LABEL, inside=library))
        wait(lambda: title in text_of(self.view), f'“{title}” in the reader')

    def export(self):
        bundle = os.path.join(self.output, 'Story.zip')
        self.window.key('ctrl+e')
        export = self.window.get('_Export…', Role.PUSH_BUTTON, starts=True)
        self.picture('export')
        self.window.press(export)
        self.wait_for_text('.zip')
        self.window.key('ctrl+a')
        self.window.type(bundle)
        self.wait_for_text(bundle)
        self.picture('export-to')
        self.window.key('Return')
        self.window.get('Exported to “Story.zip”', Role.LABEL)
        self.picture('exported')
        self.check_bundle(bundle)

    def check_bundle(self, bundle):
        with tempfile.TemporaryDirectory() as folder:
            run('unzip', '-q', bundle, '-d', folder)
            (top,) = os.listdir(folder)
            bag = os.path.join(folder, top)
            for manifest in ('manifest-sha512.txt', 'tagmanifest-sha512.txt'):
                subprocess.run(['sha512sum', '--quiet', '--strict', '-c', manifest], cwd=bag, check=True)
            listed = subprocess.run(['grep', '-rl', NOTE, '.'], cwd=bag, capture_output=True, text=True, check=True).stdout
            expect('report.html' in listed and 'notebook.json' in listed, f'the note is only in {listed}')

    def quit(self):
        self.window.key('alt+3')
        quote = self.row('Liv Aasen: ', starts=True)
        self.window.scroll_to(quote, pane_of(quote))
        self.window.click(quote)
        wait(lambda: self.is_in_view(FAR), 'the reader at the end')
        self.place = self.first_in_view()
        self.picture('before')
        self.window.key('ctrl+q')
        self.window.end()

    def come_back(self):
        self.start()
        self.window.get(TITLE, Role.LABEL)
        wait(lambda: self.is_in_view(FAR), 'the reader at the place it was left at')
        far = abs(self.first_in_view() - self.place)
        expect(far < 200, f'the reader is {far} characters off')
        self.row('Liv Aasen: ', starts=True)
        self.picture('again')
        self.window.key('alt+1')
        self.row(f'Yellow: {WORDS}')
        self.wait_for_highlights(self.noted)
        self.picture('highlights-again')
        self.window.key('ctrl+q')
        self.window.end()

    def tell(self):
        for step in (self.start, self.see_nothing, self.capture, self.highlight, self.tag, self.note, self.see_highlights,
                     self.see_entities, self.correct_entity, self.see_entity_page, self.see_quotes, self.see_sources,
                     self.see_details, self.undo_and_redo, self.retry_dead_link, self.add_list, self.see_what_changed,
                     self.search, self.find, self.export, self.quit, self.come_back):
            step()


def main():
    program, cli, output = sys.argv[1:]
    shutil.rmtree(output, ignore_errors=True)
    os.makedirs(output)
    story = Story(os.path.abspath(program), os.path.abspath(cli), os.path.abspath(output))
    try:
        story.tell()
    except Exception:  # whatever it was, the picture tells more
        traceback.print_exc()
        picture(os.path.join(output, 'fail.png'))
        if story.window is not None:
            print('\n'.join(story.window.labels()), file=sys.stderr)
            story.window.kill()
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
