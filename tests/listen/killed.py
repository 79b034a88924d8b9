# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the real program at any moment while somebody types: at most the cell that is being
typed is lost, and the collection is whole.
"""

import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time

import claims
import stage

ROUNDS = 5
VALUES = range(99, 88, -1)  # a share of what the goal above counts, so that none is refused
KEY_PAUSE = 0.06  # seconds, of somebody who types fast
PATIENCE = 20  # seconds, for the window

NUMBERS = ('SELECT value FROM observations WHERE missing = 0 '
           f'AND value_decimals = 0 AND value BETWEEN {min(VALUES)} AND {max(VALUES)}')


def press(*keys):
    for key in keys:
        subprocess.run(['xdotool', 'key', key], check=False, stderr=subprocess.DEVNULL)
        time.sleep(KEY_PAUSE)


def open_entry(theatre, collection):
    """The program at the first cell of the entry grid."""
    theatre.open(collection)
    subprocess.run(['timeout', str(PATIENCE), 'xdotool', 'search', '--sync', '--onlyvisible',
                    '--class', 'indsatstal'], check=True, stdout=subprocess.DEVNULL)
    time.sleep(1.5)
    press('alt+2')
    time.sleep(1)


def type_until_killed(theatre, moment):
    """How many cells were left by Enter before the program was killed."""
    killed = threading.Event()

    def kill():
        theatre.program.send_signal(signal.SIGKILL)
        killed.set()

    timer = threading.Timer(moment, kill)
    timer.start()
    left = 0
    for value in VALUES:
        press(*str(value))
        if killed.is_set():
            break
        press('Return')
        if killed.is_set():
            break
        left += 1
    timer.join()
    theatre.program.wait()
    return left


def read(collection):
    with sqlite3.connect(f'file:{collection}?mode=rw', uri=True) as database:
        sound = database.execute('PRAGMA integrity_check').fetchone()[0]
        return sound, [number for number, in database.execute(NUMBERS)]


def run_round(theatre, example, number, moment):
    collection = theatre.folder / f'{number}.indsats'
    shutil.copy(example, collection)
    _, before = read(collection)
    open_entry(theatre, collection)
    left = type_until_killed(theatre, moment)
    sound, after = read(collection)
    stored = [value for value in VALUES if after.count(value) > before.count(value)]
    return left, sound, stored


def kill_while_typing(build):
    whole = claims.Claim('a collection is whole after a kill while somebody types')
    kept = claims.Claim('at most the cell that is being typed is lost by a kill')
    seed = random.randrange(2 ** 32)
    chance = random.Random(seed)
    with stage.Stage(build) as theatre:
        example = theatre.make_example()
        for number in range(ROUNDS):
            moment = chance.uniform(0.2, len(VALUES) * 3 * KEY_PAUSE)
            left, sound, stored = run_round(theatre, example, number, moment)
            print(f'# {moment:.2f} s: {left} cells were left, {len(stored)} are stored')
            if sound != 'ok':
                whole.problems.append(f'seed {seed}, round {number}: {sound}')
            if stored != list(VALUES)[:len(stored)] or len(stored) < left - 1:
                kept.problems.append(f'seed {seed}, round {number}: of {left} cells {stored}')
    return [whole, kept]


if __name__ == '__main__':
    lack = stage.missing()
    if lack:
        print(f'1..0 # SKIP {lack}')
        sys.exit()

    sys.exit(not claims.show(kill_while_typing(pathlib.Path(sys.argv[2]))))
