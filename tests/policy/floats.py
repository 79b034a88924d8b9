# SPDX-License-Identifier: GPL-3.0-or-later
"""People's numbers pass one door: only tal-decimal.c reads or writes floating point as text."""

import re

import claims
import source

DOOR = 'app/base/tal-decimal.c'
READERS = {'strtod', 'strtof', 'strtold', 'atof', 'g_strtod', 'g_ascii_strtod', 'g_ascii_formatd',
           'g_ascii_dtostr'}
# Dates have conversions of their own, with the same letters.
DATE_FORMAT = 'g_date_time_format'
# No space among the flags: "10 % efter" is a sentence and no format.
FORMAT = re.compile(r'%[-+#0\']*(?:\d+|\*)?(?:\.(?:\d+|\*)?)?[lL]?[aefgAEFG]')


def check(root, build=None):
    reads = claims.Claim('only tal-decimal.c parses floating point')
    writes = claims.Claim('only tal-decimal.c formats floating point')
    for path in source.c_files(root, 'app'):
        place = path.relative_to(root)
        if place.as_posix() == DOOR:
            continue
        text = path.read_text(encoding='utf-8')
        code = source.code(text)
        for match in source.WORD.finditer(code):
            if match[0] in READERS:
                line = code.count('\n', 0, match.start()) + 1
                reads.problems.append(f'{place}:{line}: {match[0]}')
        lines = ['', *text.split('\n')]
        for line, literal in source.literals(text):
            if any(DATE_FORMAT in near for near in lines[line - 1:line + 1]):
                continue
            match = FORMAT.search(literal.replace('%%', ''))
            if match:
                writes.problems.append(f'{place}:{line}: {match[0]}')
    return [reads, writes]


if __name__ == '__main__':
    claims.main(check)
