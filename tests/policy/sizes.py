# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and functions stay within the budgets of budgets.ini."""

import configparser
import pathlib

import claims
import source

BUDGETS = pathlib.Path(__file__).with_name('budgets.ini')


def check(root, build=None):
    parser = configparser.ConfigParser()
    parser.read(BUDGETS, encoding='utf-8')
    budget = {name: parser.getint('lines', name) for name in ('source', 'header', 'function')}

    files = {'.c': claims.Claim(f'no source file is longer than {budget["source"]} lines'),
             '.h': claims.Claim(f'no header is longer than {budget["header"]} lines')}
    limits = {'.c': budget['source'], '.h': budget['header']}
    bodies = claims.Claim(f'no function body is longer than {budget["function"]} lines')

    for path in source.c_files(root, 'app', 'tests'):
        text = path.read_text(encoding='utf-8')
        place = path.relative_to(root)
        length = len(text.splitlines())
        if length > limits[path.suffix]:
            files[path.suffix].problems.append(f'{place}: {length} lines')
        if place.parts[0] != 'app':
            continue  # a test is as long as its table of claims
        bodies.problems += [f'{place}:{found.line}: {found.name} has {found.length} lines'
                            for found in source.functions(text)
                            if found.length > budget['function']]
    return [files['.c'], files['.h'], bodies]


if __name__ == '__main__':
    claims.main(check)
