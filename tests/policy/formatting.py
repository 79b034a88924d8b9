# SPDX-License-Identifier: GPL-3.0-or-later
"""The formatter has the last word about shape: clang-format 14, xmllint for .ui files."""

import re
import shutil

import claims
import source

VERSION = '14'


def formatter():
    """The program of the pinned version, or None and what was found instead."""
    found = []
    for name in (f'clang-format-{VERSION}', 'clang-format'):
        if shutil.which(name):
            _, words = claims.run(name, '--version')
            version = re.search(r'version (\d+)', words)
            if version and version[1] == VERSION:
                return name, ''
            found.append(words)
    return None, '; '.join(found) or 'no clang-format'


def c_claim(root, program, instead):
    claim = claims.Claim('C source is as the formatter leaves it')
    if program is None:
        claim.skipped = f'FORMATTING IS NOT CHECKED: version {VERSION} is wanted, here is {instead}'
        return claim
    paths = source.c_files(root, 'app', 'tests')
    code, words = claims.run(program, '--dry-run', '--Werror', '--style=file', *paths)
    if code:
        claim.problems += sorted({re.sub(r'^(.*?:\d+):.*', r'\1', line) for line in words.splitlines()
                                  if 'error:' in line}) or [words]
    return claim


def ui_claim(root):
    claim = claims.Claim('.ui files are as xmllint leaves them')
    for path in sorted((root / 'resources').rglob('*.ui')):
        code, words = claims.run('xmllint', '--format', path)
        if code or words != path.read_text(encoding='utf-8').strip():
            claim.problems.append(f'{path.relative_to(root)}: xmllint --format changes it')
    return claim


def check(root, build=None):
    return [c_claim(root, *formatter()), ui_claim(root)]


if __name__ == '__main__':
    claims.main(check)
