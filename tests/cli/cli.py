# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line's tests share: a TAP runner, a call of pressmark-cli, and a server that misbehaves on demand."""
import gzip
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import zlib

CLI = os.path.abspath(sys.argv[1])
PARAGRAPHS = [
    'The council of Port Ansgar voted on Monday to rebuild the old tide gauge, which had failed during the winter storms.',
    '“We should have done this ten years ago,” said Ingrid Halvorsen, the harbour master, after the vote in the town hall.',
    'According to a report by the Norland Maritime Authority, the gauge was wrong by an hour for eleven years, and nobody noticed.',
]
ARTICLE = ('<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Gauge to be rebuilt</title></head><body><article>'
           '<h1>Gauge to be rebuilt</h1>' + ''.join(f'<p>{p}</p>' for p in PARAGRAPHS) + '</article></body></html>').encode()
HTML = 'text/html; charset=utf-8'
MIB = 1 << 20


class Skip(Exception):
    """Why a case cannot be tried here."""


def bomb(mibs):
    """A gzip member that inflates to so many MiB, made piece by piece: a child's peak memory counts its parent's before exec."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b''.join(compressor.compress(b'a ' * (MIB // 2)) for _ in range(mibs)) + compressor.flush()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    bomb = None
    changed = ARTICLE
    entries = []
    links = []

    def log_message(self, *args):
        pass

    def send(self, status, type_, body, **headers):
        self.send_response(status)
        if type_:
            self.send_header('Content-Type', type_)
        for name, value in headers.items():
            self.send_header(name.replace('_', '-'), value)
        if 'Content_Length' not in headers:
            self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        try:
            self.answer(self.path.split('?')[0].strip('/'))
        except (BrokenPipeError, ConnectionResetError):
            pass

    def answer(self, name):
        page = lambda body: self.send(200, HTML, body)
        head = b'<!DOCTYPE html><html><body>'
        if name.startswith('article'):
            page(ARTICLE)
        elif name == 'feed':
            etag = '"%d"' % len(Handler.entries)
            items = ''.join('<item><title>%s</title><link>/%s</link></item>' % (entry, entry) for entry in Handler.entries)
            body = '<rss version="2.0"><channel><title>Port news</title>%s</channel></rss>' % items
            same = self.headers['If-None-Match'] == etag
            self.send(304 if same else 200, 'application/rss+xml', b'' if same else body.encode(), ETag=etag)
        elif name == 'robots.txt':
            self.send(200, 'text/plain', b'User-agent: *\nDisallow: /article-closed\n')
        elif name == 'linking':
            links = ''.join(f'<p>See <a href="{link}">the papers of the inquiry</a> of the port’s council.</p>' for link in Handler.links)
            page(ARTICLE.replace(b'</article>', links.encode() + b'</article>'))
        elif name == 'front':
            page(ARTICLE.replace(b'<head>', b'<head><link rel="alternate" type="application/rss+xml" href="/feed">'))
        elif name == 'changing':
            page(Handler.changed)
        elif name == 'moved':
            self.send(302, HTML, b'', Location='/article')
        elif name == 'to-file':
            self.send(302, HTML, b'', Location='file:///etc/passwd')
        elif name == 'to-ftp':
            self.send(302, HTML, b'', Location='ftp://host.example/x')
        elif name == 'loop':
            self.send(302, HTML, b'', Location='/loop')
        elif name.startswith('chain'):
            self.send(302, HTML, b'', Location='/chain%d' % (int(name[5:] or 0) + 1))
        elif name == '500':
            self.send(500, HTML, b'<p>broken</p>')
        elif name == 'png':
            self.send(200, 'image/png', b'\x89PNG\r\n\x1a\n' + b'\0' * 100)
        elif name == 'png-as-html':
            page(b'\x89PNG\r\n\x1a\n' + bytes(range(256)) * 20)
        elif name == 'empty':
            page(b'')
        elif name == 'blank':
            page(b'<!DOCTYPE html><html><body><div> </div></body></html>')
        elif name == 'menu':
            page(head + b'<ul>' + b''.join(b'<li><a href="/%d">Section %d</a></li>' % (i, i) for i in range(40)) + b'</ul></body></html>')
        elif name == 'large':
            self.send(200, HTML, head, Content_Length=str(40 * MIB))
            for _ in range(40):
                self.wfile.write(b'a ' * (MIB // 2))
        elif name == 'bomb':
            self.send(200, HTML, self.bomb, Content_Encoding='gzip')
        elif name == 'broken-gzip':
            self.send(200, HTML, gzip.compress(ARTICLE)[:80], Content_Encoding='gzip')
        elif name == 'cut-off':
            self.send(200, HTML, ARTICLE[:300], Content_Length=str(len(ARTICLE)))
            self.close_connection = True
        elif name == 'nested':
            page(head + b'<div>' * 100000 + b'deep' + b'</div>' * 100000)
        elif name == 'unclosed':
            page(head + b''.join(b'<b><i><font color=red>x ' for _ in range(33334)))
        elif name == 'unclosed-blocks':
            page(head + b'<div><span>word ' * 50000)
        elif name == 'bad-utf8':
            page(ARTICLE.replace(b'winter storms', b'winter\xff\xfe\x00 storms'))
        else:
            self.send(404, HTML, b'<p>nothing here</p>')


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, address):
        """A client that hangs up is what these tests are about."""


def serve():
    Handler.bomb = bomb(1024)
    server = Server(('127.0.0.1', 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return 'http://127.0.0.1:%d' % server.server_address[1]


class Place:
    """A folder of its own for one case, with a notebook's path in it."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix='pressmark-cli-')
        self.notebook = self.path('Test.pressmark')

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *args, notebook=None, **options):
        return subprocess.run([CLI, '-n', notebook or self.notebook, *map(str, args)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True, timeout=100, **options)

    def ok(self, *args, **options):
        result = self.run(*args, **options)
        assert result.returncode == 0, '%s: exit %d: %s' % (args, result.returncode, result.stderr)
        return result.stdout

    def json(self, *args):
        return [json.loads(line) for line in self.ok(*args, '--json').splitlines()]

    def rows(self):
        """Everything in the notebook that a failed command must not change."""
        return (self.ok('list', '--json'), self.ok('stats', '--json')) if os.path.exists(self.notebook) else None

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def sentence(text):
    """Asserts that text is one plain sentence on one line."""
    lines = text.strip().splitlines()
    assert len(lines) == 1, 'not one line: %r' % text
    assert lines[0].endswith(('.', '?')), 'not a sentence: %r' % text
    assert 'Error' not in lines[0] and not re.search(r'\b0x[0-9a-f]{4}', lines[0]), 'not for people: %r' % text
    return lines[0]


def main(cases):
    """Runs every case, a (name, function of a Place), as TAP."""
    print('1..%d' % len(cases), flush=True)
    failed = False
    for number, (name, case) in enumerate(cases, 1):
        place = Place()
        began = time.monotonic()
        try:
            case(place)
            print('ok %d %s' % (number, name))
        except Skip as why:
            print('ok %d %s # SKIP %s' % (number, name, why))
        except Exception:
            failed = True
            print('not ok %d %s' % (number, name))
            for line in traceback.format_exc().splitlines():
                print('# ' + line)
        finally:
            place.close()
        print('# %.2f s' % (time.monotonic() - began), flush=True)
    sys.exit(failed)
