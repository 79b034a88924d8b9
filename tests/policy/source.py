# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads C as far as the checks need it: files, words, includes and functions."""

import re
from dataclasses import dataclass

COMMENT_OR_LITERAL = re.compile(
    r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
WORD = re.compile(r'[A-Za-z_][A-Za-z0-9_]*')


def c_files(root, *folders, endings=('.c', '.h')):
    """The C files below some folders of the tree, sorted."""
    found = []
    for folder in folders:
        found += [path for path in (root / folder).rglob('*') if path.suffix in endings]
    return sorted(found)


def _blank(text):
    return re.sub(r'[^\n]', ' ', text)


def code(text):
    """The text with comments and the insides of literals blanked out; lines keep their numbers."""
    def replace(match):
        found = match[0]
        if found[0] == '/':
            return _blank(found)
        return found[0] + _blank(found[1:-1]) + found[0]
    return COMMENT_OR_LITERAL.sub(replace, text)


def literals(text):
    """The string literals of a file with their line numbers, comments left out."""
    for match in COMMENT_OR_LITERAL.finditer(text):
        if match[0][0] == '"':
            yield text.count('\n', 0, match.start()) + 1, match[0][1:-1]


@dataclass
class Function:
    name: str
    static: bool
    line: int
    length: int


def functions(text):
    """The functions a file defines.  The formatter puts their braces into the first column."""
    found = []
    lines = code(text).split('\n')
    start = None
    for number, line in enumerate(lines):
        if line.rstrip() == '{':
            start = number
        elif line.startswith('}') and start is not None:
            head = _head(lines, start)
            name = re.search(r'^([A-Za-z_]\w*) \(', head, re.M)
            if line.rstrip() == '}' and name:
                found.append(Function(name[1], bool(re.search(r'^static\b', head, re.M)),
                                      start + 1, number - start - 1))
            start = None
    return found


def _head(lines, start):
    first = start
    while first > 0 and lines[first - 1].strip() and not lines[first - 1].startswith(('}', '#')):
        first -= 1
    return '\n'.join(lines[first:start])


@dataclass
class Include:
    line: int
    name: str
    system: bool
    conditional: bool
    group: int


def includes(text):
    """The includes of a file; a group ends where anything stands between two of them."""
    found = []
    group = depth = 0
    kept = re.sub(r'//[^\n]*|/\*.*?\*/', lambda match: _blank(match[0]), text, flags=re.S)
    for number, line in enumerate(kept.split('\n'), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if match:
            found.append(Include(number, match[2], match[1] == '<', depth > 0, group))
            continue
        group += 1
        if re.match(r'\s*#\s*if', line):
            depth += 1
        elif re.match(r'\s*#\s*endif', line):
            depth -= 1
    return found
