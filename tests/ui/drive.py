# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window from outside, as a person would: it is read through the accessibility bus (AT-SPI), and worked with
real keys and a real pointer (xdotool). Nothing here sleeps longer than a pointer needs; everything else polls a condition.

Importing this ends the program with status 77 ("skipped") where a tool is missing.
"""

import http.server
import shutil
import subprocess
import sys
import threading
import time

try:
    import gi

    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError):
    print('skipped: AT-SPI for Python is missing', file=sys.stderr)
    sys.exit(77)

for tool in ('xdotool', 'import', 'unzip'):
    if shutil.which(tool) is None:
        print(f'skipped: {tool} is missing', file=sys.stderr)
        sys.exit(77)

TIMEOUT = 20.0
PACE = 0.03
Role = Atspi.Role


class Failure(Exception):
    """What the story waited for did not come."""


def run(*command):
    """Returns what the command printed; a failing command is a failure."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=TIMEOUT, check=False)
    if done.returncode != 0:
        raise Failure(f'{" ".join(map(str, command))}: {done.stderr.strip() or done.returncode}')
    return done.stdout


def wait(condition, what, timeout=TIMEOUT):
    """Returns the first true value of @condition(); a node that vanishes while it is looked at counts as "not yet"."""
    end = time.monotonic() + timeout
    while True:
        try:
            value = condition()
            if value:
                return value
        except GLib.Error:
            pass
        if time.monotonic() > end:
            raise Failure(f'waited {timeout:.0f} s for {what}')
        time.sleep(PACE)


# --- the accessible tree ---

def children(node):
    return [child for child in (node.get_child_at_index(i) for i in range(node.get_child_count())) if child]


def box_of(node, offset=None):
    """Where in its window a node is, or a character of its text."""
    if offset is None:
        return Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return Atspi.Text.get_character_extents(node, offset, Atspi.CoordType.WINDOW)


def middle(box):
    return box.x + box.width // 2, box.y + box.height // 2


def visit(node):
    """Visits every node: GTK 4.8 finds at a point only the nodes that somebody has asked for before."""
    for child in children(node):
        visit(child)


def page_at(stack, pages, x, y):
    node = Atspi.Component.get_accessible_at_point(stack, x, y, Atspi.CoordType.WINDOW)
    while node is not None and node != stack and node not in pages:
        node = node.get_parent()
    return node if node in pages else None


def shown_pages(stack, pages):
    """Of a stack's pages the one that is shown, in a list.

    GTK 4.8 reports all of them as visible and none as showing, but it tells which node is at a point. Where that node has no
    role, as an icon, it tells nothing, so more than one point is asked for.
    """
    box = box_of(stack)
    points = [(box.x + box.width * across // 4, box.y + box.height * down // 4) for across in (2, 1, 3) for down in (2, 1, 3)]
    for asked_before in (True, False):
        if not asked_before:
            visit(stack)
        for x, y in points:
            page = page_at(stack, pages, x, y)
            if page is not None:
                return [page]
    return []


def walk(node):
    """@node and every node below it that is not hidden."""
    yield node
    below = [child for child in children(node) if child.get_state_set().contains(Atspi.StateType.VISIBLE)]
    if below and not any('Component' in child.get_interfaces() for child in below):
        below = shown_pages(node, below)
    for child in below:
        yield from walk(child)


def text_of(node):
    """The words of a text, an entry or a label; the name of anything else."""
    if node.get_role() in (Role.TEXT, Role.ENTRY, Role.LABEL):
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
    return node.get_name() or ''


class Server:
    """Serves a folder on a port of the loopback, and pages made in the program beside it."""

    def __init__(self, folder, made):
        server = self
        self.asked = []
        self.held = {}

        class Handler(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *args):
                super().__init__(*args, directory=folder)

            def do_GET(self):
                server.asked.append(self.path)
                if self.path in server.held:
                    server.held[self.path].wait(TIMEOUT)
                if self.path not in made:
                    super().do_GET()
                    return
                kind, data = made[self.path]
                self.send_response(200)
                self.send_header('Content-Type', kind)
                self.send_header('Content-Length', str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *args):
                pass

        self.http = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.http.daemon_threads = True
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def hold(self, path):
        """Lets nobody have the page before @path's event, which is returned, is set."""
        return self.held.setdefault('/' + path, threading.Event())

    def link(self, path):
        return f'http://127.0.0.1:{self.http.server_address[1]}/{path}'


class Window:
    """The program, from its start until it has ended."""

    def __init__(self, program, *arguments):
        self.process = subprocess.Popen([program, *arguments])
        self.app = wait(self._find_app, 'the application on the accessibility bus')
        self.id = wait(self._find_windows, 'a window')[0]
        run('xdotool', 'windowfocus', '--sync', self.id)

    def _find_app(self):
        if self.process.poll() is not None:
            raise Failure(f'the program ended with status {self.process.returncode}')
        for app in children(Atspi.get_desktop(0)):
            if app.get_process_id() == self.process.pid and app.get_child_count() > 0:
                return app
        return None

    def _find_windows(self):
        done = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                              capture_output=True, text=True, check=False)
        return done.stdout.split()

    def end(self):
        """Waits until the program, asked to quit, has."""
        try:
            status = self.process.wait(TIMEOUT)
        except subprocess.TimeoutExpired as error:
            raise Failure('the program does not quit') from error
        if status != 0:
            raise Failure(f'the program ended with status {status}')

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    # --- finding ---

    def nodes(self):
        for top in children(self.app):
            yield from walk(top)

    def find(self, words, *roles, inside=None, starts=False):
        """The first node on the screen with this name or text, or None."""
        for node in walk(inside) if inside else self.nodes():
            if roles and node.get_role() not in roles:
                continue
            name = node.get_name() or ''
            if name.startswith(words) if starts else name == words:
                return node
        return None

    def get(self, words, *roles, **how):
        return wait(lambda: self.find(words, *roles, **how), f'“{words}”')

    def gone(self, words, *roles, **how):
        wait(lambda: self.find(words, *roles, **how) is None, f'“{words}” to go')

    def labels(self):
        """All that is written in its windows, in order; of the article's text its beginning is enough."""
        return [text for text in (text_of(node)[:200] for node in self.nodes()) if text]

    # --- hands ---

    def key(self, *keys):
        run('xdotool', 'key', '--delay', 5, *keys)

    def type(self, words):
        run('xdotool', 'type', '--delay', 3, words)

    def press(self, node):
        """Presses a button as an assistive tool does; GTK shows it pressed for a quarter of a second, then acts."""
        if not Atspi.Action.do_action(node, 0):
            raise Failure(f'cannot press “{node.get_name()}”')

    def place_of(self, node, offset=None):
        """The middle of a node, or of a character of its text, in the pointer's coordinates.

        Without a window manager GTK 4.8 leaves the border's 5 pixels out of what it reports.
        """
        x, y = middle(box_of(node, offset))
        return x + 5, y + 5

    def settled(self, node):
        """Where a node is, once it stays there: a list that is being filled moves what it holds."""
        seen = []

        def stays():
            seen.append(self.place_of(node))
            return len(seen) > 3 and len(set(seen[-4:])) == 1 and box_of(node).height > 0

        wait(stays, f'“{node.get_name()}” to stay in its place')
        return seen[-1]

    def point(self, place):
        run('xdotool', 'mousemove', '--window', self.id, *place)
        time.sleep(PACE)

    def click(self, node, offset=None):
        self.point(self.settled(node) if offset is None else self.place_of(node, offset))
        run('xdotool', 'click', 1)

    def scroll_to(self, node, pane):
        """Turns the wheel over a pane that scrolls until the node is within it."""
        whole = box_of(pane)

        def turn():
            box = box_of(node)
            if whole.y <= box.y and box.y + box.height <= whole.y + whole.height:
                return True
            run('xdotool', 'click', '--repeat', 3, '--delay', 5, 5 if box.y > whole.y else 4)
            return False

        x, y = middle(whole)
        self.point((x + 5, y + 5))
        wait(turn, f'“{node.get_name()}” to be scrolled to')

    def drag(self, start, end):
        """Presses at one place and lets go at the other, moving in steps as a hand does."""
        self.point(start)
        run('xdotool', 'mousedown', 1)
        self._move(start, end, 0.5, 0.9, 1.0)
        run('xdotool', 'mouseup', 1)

    def drop(self, node, onto, done):
        """Drags one thing onto another, as often as a person would, until @done().

        Let go before its picture hangs at the pointer, or before what is below the pointer has answered that it takes it, a thing
        is not dropped, and the second cannot be seen from outside.
        """
        for rest in (0.3, 1.0, 2.0, 4.0):
            windows = set(self._find_windows())
            start, end = self.settled(node), self.settled(onto)
            self.point(start)
            run('xdotool', 'mousedown', 1)
            self._move(start, end, 0.5)
            wait(lambda: set(self._find_windows()) - windows, f'“{node.get_name()}” to be dragged')
            self._move(start, end, 0.9, 1.0)
            time.sleep(rest)
            run('xdotool', 'mouseup', 1)
            try:
                wait(done, 'the drop', timeout=5.0)
                return
            except Failure:
                continue
        raise Failure('what was dragged was not dropped')

    def _move(self, start, end, *parts):
        for part in parts:
            time.sleep(PACE)
            run('xdotool', 'mousemove', '--window', self.id,
                *(round(a + (b - a) * part) for a, b in zip(start, end)))
        time.sleep(PACE)


def picture(path):
    """The whole screen; the pointer is not in it."""
    run('import', '-window', 'root', path)
