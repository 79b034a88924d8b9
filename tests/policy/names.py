# SPDX-License-Identifier: GPL-3.0-or-later
"""Files, types and functions carry each other's names, and no name says nothing."""

import re

import claims
import source

BANNED = {'data', 'info', 'manager', 'handler', 'util', 'utils', 'helper', 'helpers', 'misc',
          'process', 'idx', 'cnt', 'dept'}
# Names that other people's headers choose: their prefixes (of libxlsxwriter two), and GLib's name
# for what a callback is given.  "project_manager" is a word of the field.
FOREIGN = re.compile(
    r'(?:g|gtk|gdk|gsk|adw|pango|cairo|graphene|sqlite3|xml|lxw|worksheet|atk)_|xml[A-Z]|'
    r'_?(?:G|GTK|GDK|GSK|ADW|PANGO|CAIRO|SQLITE|XML)_|(?:G|Gtk|Gdk|Gsk|Adw|Pango|Xml)[A-Z]\w*[a-z]')
ALLOWED = {'user_data', 'project_manager'}


def words_of(name):
    """The words of a snake_case or CamelCase name, in lower case."""
    spaced = re.sub(r'([a-z0-9])([A-Z])', r'\1_\2', name)
    return [word for word in spaced.lower().split('_') if word]


def banned_in(name):
    """Why a name is refused, or None."""
    if name in ALLOWED or FOREIGN.match(name):
        return None
    plain = name.replace('project_manager', 'project')
    for word in words_of(plain):
        if word in BANNED:
            return f'"{word}" in {name}'
    if plain.startswith('do_') or plain.endswith('_2'):
        return f'{name} says nothing'
    return None


def own_names(text):
    """Names in the code that are not members of somebody's structure."""
    kept = source.code(text)
    kept = re.sub(r'^\s*#\s*include.*$', '', kept, flags=re.M)
    seen = set()
    for match in source.WORD.finditer(kept):
        before = kept[max(0, match.start() - 2):match.start()]
        if before.endswith('->') or before.endswith('.') or match[0] in seen:
            continue
        seen.add(match[0])
        yield kept.count('\n', 0, match.start()) + 1, match[0]


def declared(text):
    """The functions a header declares outside any inline body."""
    kept = re.sub(r'^\s*#(?:[^\n]*\\\n)*[^\n]*$', '', source.code(text), flags=re.M)
    kept = re.sub(r'^\{.*?^\}', '', kept, flags=re.M | re.S)
    return re.findall(r'^(?!typedef\b)[A-Za-z_][\w \t*]*?\b(\w+)\s+\(', kept, re.M)


def file_problems(path, text):
    """Where file and contents disagree.  Only the two main files are no type's."""
    if path.stem == 'main' or path.stem.startswith('main-'):
        return
    if not re.fullmatch(r'tal(-[a-z0-9]+)+', path.stem):
        yield 'the file is not called tal-<type>'
        return
    if path.suffix != '.h':
        return
    # A file that holds functions of another type shares that type's first word.
    word = path.stem.split('-')[1].removesuffix('s')
    if not re.search(rf'\b(tal_{word}|Tal{word.capitalize()}|TAL_{word.upper()})', source.code(text)):
        yield f'nothing in it is called tal_{word} or Tal{word.capitalize()}'
    for name in declared(text):
        if not name.startswith('tal_') and not name.startswith(('G_', 'TAL_')):
            yield f'{name} does not start with tal_'


def static_problems(text):
    """Statics of a source file have no prefix, but for virtual functions, which carry the class."""
    for found in source.functions(text):
        virtual = (re.search(rf'=\s*{found.name}\b', text)
                   or re.search(r'_(init|default_init|get_type)$', found.name))
        if found.static and found.name.startswith('tal_') and not virtual:
            yield f'{found.line}: static {found.name} has a prefix and is no virtual function'


def check(root, build=None):
    files = claims.Claim('a file is named after the type it holds')
    statics = claims.Claim('statics have no prefix, except virtual functions')
    banned = claims.Claim('no name holds a word that says nothing')
    for path in source.c_files(root, 'app', 'tests'):
        text = path.read_text(encoding='utf-8')
        place = path.relative_to(root)
        banned.problems += [f'{place}:{line}: {problem}' for line, name in own_names(text)
                            if (problem := banned_in(name))]
        if place.parts[0] == 'app':
            files.problems += [f'{place}: {problem}' for problem in file_problems(path, text)]
            if path.suffix == '.c':
                statics.problems += [f'{place}:{problem}' for problem in static_problems(text)]
    return [files, statics, banned]


if __name__ == '__main__':
    claims.main(check)
