# SPDX-License-Identifier: GPL-3.0-or-later
"""Claims about the tree, printed as TAP.

A check is a function that is given the root of a tree and yields claims.  A claim is a sentence
and the list of problems that make it false.
"""

import pathlib
import shutil
import subprocess
import sys
from dataclasses import dataclass, field


@dataclass
class Claim:
    sentence: str
    problems: list = field(default_factory=list)
    skipped: str = ''


def show(claims, out=sys.stdout):
    """Prints the claims as TAP; returns whether all of them hold."""
    claims = list(claims)
    print(f'1..{len(claims)}', file=out)
    for number, claim in enumerate(claims, 1):
        verdict = 'not ok' if claim.problems else 'ok'
        skip = f' # SKIP {claim.skipped}' if claim.skipped else ''
        print(f'{verdict} {number} {claim.sentence}{skip}', file=out)
        for problem in claim.problems:
            for line in str(problem).splitlines():
                print(f'#   {line}', file=out)
    return not any(claim.problems for claim in claims)


def main(check):
    """Runs a check on the tree and the build directory of the command line."""
    sys.exit(not show(check(*map(pathlib.Path, sys.argv[1:3]))))


def run(*command, stdin=None):
    """A program's exit code and everything it said.  A missing program is a problem, not a pass."""
    command = [str(word) for word in command]
    if shutil.which(command[0]) is None:
        return 127, f'{command[0]} is not installed'
    done = subprocess.run(command, input=stdin, text=True, encoding='utf-8', errors='replace',
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout.strip()


def accepted(sentence, path, *command):
    """The claim that a validator accepts a file."""
    if not path.exists():
        return Claim(sentence, [f'{path}: does not exist'])
    code, words = run(*command)
    return Claim(sentence, [f'{path}: {words or "refused"}'] if code else [])
