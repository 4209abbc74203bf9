# SPDX-License-Identifier: GPL-3.0-or-later
"""An acknowledged highlight survives kill -9: the process is killed while it adds highlights, again and again, and every id it
printed must be in the notebook afterwards. PM_KILL_ROUNDS sets how often (100)."""
import os
import random
import signal
import sqlite3
import subprocess
import time

import cli

ROUNDS = int(os.environ.get('PM_KILL_ROUNDS', '100'))


def test_kill(place):
    base = cli.serve()
    [row] = place.json('add', f'{base}/article')
    length = len(place.ok('show', row['id'], '--text')) - 1
    chance = random.Random(1)
    printed = set()
    killed = 0
    number = 0
    while killed < ROUNDS:
        # A shell that goes on adding until the whole group is killed.
        loop = ('i=0; while :; do i=$((i + 1)); s=$(((%d + i) %% %d)); "%s" -n "%s" highlight %d --start $s --end $((s + 1)) || exit 1; done'
                % (number, length - 1, cli.CLI, place.notebook, row['id']))
        process = subprocess.Popen(['sh', '-c', loop], stdout=subprocess.PIPE, start_new_session=True)
        time.sleep(chance.uniform(0.005, 0.12))
        os.killpg(process.pid, signal.SIGKILL)
        out = process.communicate()[0].decode()
        # A line without its end was not printed whole.
        printed.update(int(line) for line in out.split('\n')[:-1])
        killed += 1
        number += 7
    assert printed, 'nothing was ever acknowledged'
    there = {h['id'] for h in place.json('highlight', row['id'])}
    assert printed <= there, 'lost: %s' % sorted(printed - there)[:9]
    print('# killed %d times, %d acknowledged, %d there' % (killed, len(printed), len(there)))
    connection = sqlite3.connect(place.notebook)
    assert connection.execute('PRAGMA integrity_check').fetchall() == [('ok',)]
    connection.close()
    place.ok('check')


cli.main([('acknowledged-survives-kill', test_kill)])
