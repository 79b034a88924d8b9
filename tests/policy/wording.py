# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree says under which licence it is, and speaks of nothing but itself."""

import os
import re

import claims
import source

LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'
LICENSED = ('.c', '.h', '.py', '.sh')
# Written so that this file does not contain what it looks for.
PLACES = re.compile('|'.join(('/wor[k]/', '/tm[p]/(?:wt|brief|build)', '/roo[t]/')))
HOSTS = re.compile('|'.join((r'pyp[i]\.org', r'npmj[s]\.', r'crate[s]\.io', r'docke[r]\.io', r'ghc[r]\.io',
                             r'prox[y]\.golang\.org', r'deb\.debia[n]\.org', r'ubunt[u]\.com')))
LATER = re.compile('|'.join((r'\bTOD[O]\b', r'\bFIXM[E]\b', r'\bXX[X]\b', r'\bHAC[K]\b')))
BINARY = ('.png', '.jpg', '.indsats', '.mo', '.gz', '.pdf', '.xlsx', '.pyc')


def tree_files(root):
    """The files of the tree without what is built or belongs to version control."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in ('.git', '__pycache__')
                            and not name.startswith(('build', '.worktrees')))
        for name in sorted(names):
            path = root.joinpath(folder, name)
            if path.suffix not in BINARY and path.name not in ('COPYING', '.git'):
                yield path


def is_licensed(path):
    return (path.suffix in LICENSED or path.name == 'meson.build'
            or not path.suffix and path.read_bytes()[:2] == b'#!')


def check(root, build=None):
    licence = claims.Claim('every source file names its licence at the top')
    places = claims.Claim('no file names a place on somebody\'s machine')
    hosts = claims.Claim('no file names a package registry')
    later = claims.Claim('nothing is put off in a comment')
    for path in tree_files(root):
        place = path.relative_to(root)
        text = path.read_text(encoding='utf-8', errors='replace')
        if is_licensed(path) and LICENCE not in '\n'.join(text.splitlines()[:3]):
            licence.problems.append(str(place))
        for claim, pattern in ((places, PLACES), (hosts, HOSTS), (later, LATER)):
            if claim is later and path.suffix not in (*LICENSED, '.sql', '.ui', '.css'):
                continue
            match = pattern.search(text)
            if match:
                line = text.count('\n', 0, match.start()) + 1
                claim.problems.append(f'{place}:{line}: {match[0]}')
    for path in source.c_files(root, 'app', 'tests'):
        if not path.read_text(encoding='utf-8').startswith(f'/* {LICENCE} */\n'):
            licence.problems.append(f'{path.relative_to(root)}: it is not the first line')
    return [licence, places, hosts, later]


if __name__ == '__main__':
    claims.main(check)
