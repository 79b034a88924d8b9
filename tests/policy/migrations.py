# SPDX-License-Identifier: GPL-3.0-or-later
"""A migration that people's files have been through never changes again.

migrations.sha256 keeps the sum of each.  A new migration adds its line, which is what this
prints; a line is changed only while no version with it has been released.
"""

import hashlib
import pathlib
import re

import claims

RECORD = pathlib.Path(__file__).with_name('migrations.sha256')


def recorded(path):
    lines = path.read_text(encoding='utf-8').splitlines()
    return {line.split()[1]: line.split()[0] for line in lines if line and not line.startswith('#')}


def check(root, build=None, record=RECORD):
    files = sorted((root / 'app/store/migrations').glob('*.sql'))
    sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    kept = recorded(record)

    same = claims.Claim('every migration is the one that was recorded', [
        f'{name} is recorded and does not exist' for name in sorted(kept.keys() - sums.keys())])
    for name, found in sums.items():
        if name not in kept:
            same.problems.append(f'{name} is not recorded; its line is: {found}  {name}')
        elif kept[name] != found:
            same.problems.append(f'{name} has changed; its sum now is {found}')

    numbered = claims.Claim('migrations are numbered from 0001 without a gap')
    for number, name in enumerate(sums, 1):
        if not re.fullmatch(rf'{number:04}-[a-z0-9-]+\.sql', name):
            numbered.problems.append(f'{name}: number {number:04} was expected')
    return [same, numbered]


if __name__ == '__main__':
    claims.main(check)
