# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything a person reads is collected for translation, and is translated."""

import pathlib
import re
import tempfile

import claims
import source

MARKED = re.compile(r'(?<![A-Za-z0-9_])(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2)\s*\(')
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'Q_', 'ngettext:1,2', 'g_dngettext:2,3',
            'g_dpgettext2:2c,3']


def translatable_files(root):
    """The files that hold strings for people, by their contents."""
    found = [path for path in source.c_files(root, 'app')
             if MARKED.search(re.sub(r'^\s*#.*$', '', source.code(path.read_text(encoding='utf-8')),
                                     flags=re.M))]
    for path in sorted((root / 'resources').rglob('*.ui')):
        if 'translatable="yes"' in path.read_text(encoding='utf-8'):
            found.append(path)
    found += (root / 'data').glob('*.in')
    return {path.relative_to(root).as_posix() for path in found}


def template_of(root, listed, folder):
    """The catalogue of all strings, as xgettext collects them."""
    pot = pathlib.Path(folder) / 'all.pot'
    return pot, *claims.run(
        'xgettext', '--from-code=UTF-8', '--add-comments=Translators', f'--directory={root}',
        *(f'--keyword={keyword}' for keyword in KEYWORDS), f'--output={pot}', *listed)


def untranslated(pot, po, folder):
    """The entries of a catalogue that are missing, empty or only guessed."""
    merged = pathlib.Path(folder) / 'merged.po'
    code, words = claims.run('msgmerge', '--no-fuzzy-matching', '--quiet', f'--output={merged}', po, pot)
    if code:
        return [words]
    problems = []
    for what in ('--untranslated', '--only-fuzzy', '--only-obsolete'):
        code, words = claims.run('msgattrib', what, '--no-wrap', '--no-location', merged)
        if code:
            problems.append(words)
        problems += [f'{what[2:]}: {entry}' for entry in re.findall(r'^(?:#~ )?msgid "(.+)"$', words, re.M)]
    return problems


def check(root, build=None):
    lines = (root / 'po' / 'POTFILES.in').read_text(encoding='utf-8').splitlines()
    listed = [line for line in lines if line and not line.startswith('#')]
    wanted = translatable_files(root)
    po = root / 'po' / 'da.po'

    complete = claims.Claim('POTFILES.in names every file with strings for people', [
        *(f'{name}: missing' for name in sorted(wanted - set(listed))),
        *(f'{name}: holds none' for name in sorted(set(listed) - wanted))])
    ordered = claims.Claim('POTFILES.in is sorted', [] if listed == sorted(set(listed)) else [
        f'{before} stands before {after}' for before, after in zip(listed, listed[1:])
        if before >= after])
    valid = claims.accepted('da.po is accepted by msgfmt', po,
                            'msgfmt', '--check', '--output-file=/dev/null', po)
    danish = claims.Claim('every string has its Danish, nothing is guessed or left over')
    with tempfile.TemporaryDirectory() as folder:
        present = [name for name in listed if (root / name).exists()]
        pot, code, words = template_of(root, present, folder)
        if code or not pot.exists():
            danish.problems.append(words or 'xgettext found no string')
        else:
            danish.problems += untranslated(pot, po, folder)
    return [complete, ordered, valid, danish]


if __name__ == '__main__':
    claims.main(check)
