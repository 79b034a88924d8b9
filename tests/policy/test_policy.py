# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks find what they are there to find.

Each is fed an invented tree that is good, and the same tree with one thing wrong.  A claim that
no row can make false would be no claim: the last lines of the output say that there is none.
"""

import io
import pathlib
import sys
import tempfile

import claims
import floats
import formatting
import handbook
import layers
import libraries
import migrations
import names
import shipped_files
import sizes
import source
import templates
import translations
import wording

SPDX = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n\n'
NAME = shipped_files.NAME
ROOT, BUILD = map(pathlib.Path, sys.argv[1:3])


def c(body):
    return SPDX + body


GOAL_H = c('#pragma once\n\n#include <glib.h>\n\ntypedef struct _TalGoal TalGoal;\n\n'
           'typedef void (*TalGoalFunc) (TalGoal *self);\n\nvoid tal_goal_free (TalGoal *self);\n')
GOAL_C = c('#include "core/tal-goal.h"\n\n#include "base/tal-id.h"\n\n#include <errno.h>\n'
           '#include <string.h>\n\n'
           'static void\nclear_title (TalGoal *self)\n{\n  g_free (self->title);\n}\n\n'
           'void\ntal_goal_free (TalGoal *self)\n{\n  clear_title (self);\n}\n')
LAYERS = 'base | | glib.h\ncore | base | glib.h\nui | base core | gtk/gtk.h glib.h\n'
C_TREE = {'app/layers.ini': LAYERS, 'app/core/tal-goal.h': GOAL_H, 'app/core/tal-goal.c': GOAL_C}

ROW_C = c('#include "ui/common/tal-goal-row.h"\n\n'
          'static void\ntal_goal_row_class_init (TalGoalRowClass *klass)\n{\n'
          '  g_type_ensure (TAL_TYPE_BAR);\n'
          '  gtk_widget_class_set_template_from_resource (\n    widget_class,\n'
          '    "/dk/indsatstal/Indsatstal/ui/common/tal-goal-row.ui");\n'
          '  gtk_widget_class_bind_template_child (widget_class, TalGoalRow, bar);\n}\n')
ROW_UI = ('<?xml version="1.0" encoding="UTF-8"?>\n<interface>\n'
          '  <template class="TalGoalRow" parent="GtkBox">\n    <child>\n'
          '      <object class="TalBar" id="bar"/>\n    </child>\n  </template>\n</interface>\n')
UI_TREE = {'app/ui/common/tal-goal-row.c': ROW_C, 'resources/ui/common/tal-goal-row.ui': ROW_UI}

PO = ('msgid ""\nmsgstr ""\n"Language: da\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
      '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\nmsgid "Goal"\nmsgstr "Mål"\n\n'
      'msgid "Undo"\nmsgstr "Fortryd"\n')
PO_TREE = {'app/cli/tal-cli.c': c('static const char *title = N_ ("Goal");\n'),
           'app/core/tal-sum.c': c('#define _(text) gettext (text)\n/* _("no") */\n'),
           'resources/ui/a.ui': '<interface><object class="GtkLabel"><property name="label"'
                                ' translatable="yes">Undo</property></object></interface>\n',
           'data/none': '',
           'po/POTFILES.in': 'app/cli/tal-cli.c\nresources/ui/a.ui\n', 'po/da.po': PO}

PAGE = ('<!DOCTYPE html>\n<html lang="da"><head><title>Mål</title></head><body><h1 id="top">Mål</h1>'
        '<a href="index.html#top">Op</a><img src="pictures/a.png" alt="Mål"></body></html>\n')
BOOK_PAGE = 'data/handbook/index.html'
BOOK = {BOOK_PAGE: PAGE, 'data/handbook/pictures/a.png': '',
        'data/handbook/handbook.css': '@media (prefers-color-scheme: dark) { }\n',
        'data/handbook/meson.build': "'index.html'\n", 'data/handbook/pictures/meson.build': "'a'\n"}

ICON = ('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">'
        '<path d="M0 0h16v16H0z"/></svg>\n')
SHIPPED = {'resources/icons/a-symbolic.svg': ICON}
for name in (f'data/icons/{NAME}-symbolic.svg', f'data/{NAME}.gschema.xml', f'flatpak/{NAME}.json'):
    SHIPPED[name] = (ROOT / name).read_text(encoding='utf-8')
for name in ('desktop', 'metainfo.xml', 'mime.xml'):
    SHIPPED[f'data/{NAME}.{name}'] = (BUILD / f'data/{NAME}.{name}').read_text(encoding='utf-8')


def changed(name, before, after):
    """A mistake: in one file of the good tree, some words are others."""
    def apply(tree):
        assert before in tree[name], (name, before)
        return {**tree, name: tree[name].replace(before, after)}
    return apply


def added(name, text):
    """A mistake: a file that the good tree does not have."""
    return lambda tree: {**tree, name: text}


def removed(name):
    return lambda tree: {key: text for key, text in tree.items() if key != name}


def long_function(lines):
    return c('void\ntal_goal_talk (void)\n{\n' + '  g_usleep (1);\n' * lines + '}\n')


def check_migrations(root, build):
    return migrations.check(root, build, root / 'record')


def check_libraries(root, build):
    """The tree says what ldd would have said."""
    listing = (root / 'listing').read_text(encoding='utf-8')
    return [claims.Claim('no window library', libraries.window_libraries(listing))]


def check_formatting(root, build):
    (root / '.clang-format').write_bytes((ROOT / '.clang-format').read_bytes())
    return formatting.check(root, build)


def sha(text):
    import hashlib
    return hashlib.sha256(text.encode()).hexdigest()


MIGRATIONS = {'app/store/migrations/0001-start.sql': 'CREATE TABLE goals (id);\n',
              'record': f'# sums\n{sha("CREATE TABLE goals (id);" + chr(10))}  0001-start.sql\n'}
LISTING = '\tlibglib-2.0.so.0 => /lib/libglib-2.0.so.0\n\tlibgio-2.0.so.0 => /lib/x\n'
WORDS = {'app/core/tal-goal.c': GOAL_C, 'app/meson.build': '# ' + wording.LICENCE + '\n',
         'tool': '#!/bin/sh\n# ' + wording.LICENCE + '\n', 'README.md': 'What it is.\n'}

GOAL = 'app/core/tal-goal.c'
HEADER = 'app/core/tal-goal.h'
ROW = 'app/ui/common/tal-goal-row.c'
ROW_FILE = 'resources/ui/common/tal-goal-row.ui'

# check, good tree, [(number of the claim that must fail, what is wrong, the mistake)]
TABLE = [
    (layers.check, C_TREE, [
        (0, 'a folder that is no layer', added('app/extra/tal-x.c', c(''))),
        (1, 'core looks up', changed(GOAL, '"base/tal-id.h"', '"ui/tal-id.h"')),
        (1, 'an include without its layer', changed(GOAL, '"base/tal-id.h"', '"tal-id.h"')),
        (2, 'core draws', changed(GOAL, '<errno.h>', '<gtk/gtk.h>')),
        (2, 'core rolls dice', changed(GOAL, '<string.h>', '<sys/random.h>')),
        (2, 'core prints', changed(GOAL, '<string.h>', '<stdio.h>')),
        (3, 'own header not first', changed(
            GOAL, '"core/tal-goal.h"\n\n#include "base/tal-id.h"',
            '"base/tal-id.h"\n\n#include "core/tal-goal.h"')),
        (3, 'system before project', changed(
            GOAL, '"base/tal-id.h"\n\n#include <errno.h>', '<errno.h>\n\n#include "base/tal-id.h"')),
        (3, 'unsorted', changed(GOAL, '<errno.h>\n#include <string.h>', '<string.h>\n#include <errno.h>')),
        (3, 'groups run together', changed(GOAL, 'id.h"\n\n', 'id.h"\n')),
        (3, 'a group torn apart', changed(GOAL, '<errno.h>\n', '<errno.h>\n\n')),
        (3, 'config.h between the groups', changed(
            GOAL, '#include <errno.h>', '#include "config.h"\n\n#include <errno.h>')),
        (3, 'own header missing', changed(GOAL, '#include "core/tal-goal.h"\n\n', '')),
    ]),
    (sizes.check, {**C_TREE, 'app/core/tal-talk.c': long_function(60),
                   'tests/core/test-talk.c': long_function(61)}, [
        (0, 'a long source file', added('app/core/tal-long.c', c('\n' * 600))),
        (0, 'a long test', added('tests/core/test-long.c', c('\n' * 600))),
        (1, 'a long header', added('app/core/tal-long.h', c('\n' * 250))),
        (2, 'a long function', added('app/core/tal-talks.c', long_function(61))),
    ]),
    (names.check, C_TREE, [
        (0, 'a file without the prefix', added('app/core/goal.c', c(''))),
        (0, 'a header about something else', added('app/core/tal-plan.h', GOAL_H)),
        (0, 'a public function without the prefix', changed(HEADER, 'void tal_goal_free', 'void goal_free')),
        (1, 'a static with the prefix', changed(GOAL, 'clear_title', 'tal_goal_clear_title')),
        (2, 'a banned word', changed(GOAL, 'clear_title', 'clear_title_data')),
        (2, 'a banned word in a type', changed(HEADER, 'TalGoalFunc', 'TalGoalInfo')),
        (2, 'a banned word in a constant', added('app/core/tal-goal-x.c', c('enum { GOAL_DATA };\n'))),
        (2, 'do_', changed(GOAL, 'clear_title', 'do_clear')),
        (2, '_2', changed(GOAL, 'clear_title', 'clear_2')),
    ]),
    (floats.check, {**C_TREE, 'app/base/tal-decimal.c': c('double d = strtod ("%f", NULL);\n'),
                    'app/core/tal-say.c': c(
                        '/* strtod ("%f") */\nconst char *a = "10 % efter %u %02x %s 5 %%f";\n'
                        'b = g_date_time_format (now, "%FT%T");\n')}, [
        (0, 'strtod', changed(GOAL, 'g_free', 'strtod')),
        (0, 'g_ascii_strtod', changed(GOAL, 'g_free', 'g_ascii_strtod')),
        (1, '%f', added('app/core/tal-x.c', c('const char *a = "%f";\n'))),
        (1, '%.1f', added('app/core/tal-x.c', c('const char *a = "is %.1f pct.";\n'))),
        (1, '%-*.*Lg', added('app/core/tal-x.c', c('const char *a = "%-*.*Lg";\n'))),
    ]),
    (handbook.check, BOOK, [
        (0, 'a page in no language', changed(BOOK_PAGE, ' lang="da"', '')),
        (0, 'a picture without words', changed(BOOK_PAGE, ' alt="Mål"', '')),
        (0, 'an element that stays open', changed(BOOK_PAGE, '</a>', '')),
        (0, 'a script', changed(BOOK_PAGE, '<a href', '<script></script><a href')),
        (0, 'an id twice', changed(BOOK_PAGE, '<a href', '<a id="top" href')),
        (0, 'a heading left out', changed(BOOK_PAGE, '<a href', '<h3>Tal</h3><a href')),
        (1, 'a link to nothing', changed(BOOK_PAGE, 'index.html#top', 'none.html')),
        (1, 'a link to no part', changed(BOOK_PAGE, '#top', '#bottom')),
        (1, 'a link to elsewhere', changed(BOOK_PAGE, 'index.html#top', 'https://example.org')),
        (1, 'a style from elsewhere', changed('data/handbook/handbook.css', '@media', '@import')),
        (2, 'a page that is not installed', changed('data/handbook/meson.build', 'index', 'other')),
        (2, 'a picture nobody sees', added('data/handbook/pictures/b.png', '')),
        (3, 'a large picture', changed('data/handbook/pictures/a.png', '', '.' * 1_000_001)),
    ]),
    (templates.check, UI_TREE, [
        (0, 'no .ui', removed(ROW_FILE)),
        (0, 'another resource', changed(ROW, 'tal-goal-row.ui', 'tal-plan-row.ui')),
        (1, 'no class', added('resources/ui/common/tal-plan-row.ui', ROW_UI)),
        (2, 'another class in the .ui', changed(ROW_FILE, 'TalGoalRow', 'TalPlanRow')),
        (2, 'a child the .ui lacks', changed(ROW, 'TalGoalRow, bar', 'TalGoalRow, title')),
        (2, 'a type not ensured', changed(ROW, '  g_type_ensure (TAL_TYPE_BAR);\n', '')),
    ]),
    (translations.check, PO_TREE, [
        (0, 'a file is missing', changed('po/POTFILES.in', 'app/cli/tal-cli.c\n', '')),
        (0, 'a file too many', changed('po/POTFILES.in', 'app/cli', 'app/base/tal-x.c\napp/cli')),
        (1, 'unsorted', changed('po/POTFILES.in', 'app/cli/tal-cli.c\nresources/ui/a.ui',
                                'resources/ui/a.ui\napp/cli/tal-cli.c')),
        (2, 'a broken catalogue', changed('po/da.po', 'msgstr "Mål"', 'msgstr Mål')),
        (3, 'an empty translation', changed('po/da.po', 'Fortryd', '')),
        (3, 'a missing translation', changed('po/da.po', 'msgid "Undo"', 'msgid "Redo"')),
        (3, 'a guess', changed('po/da.po', 'msgid "Undo"', '#, fuzzy\nmsgid "Undo"')),
        (3, 'a leftover', changed('po/da.po', 'msgid "Undo"',
                                  'msgid "Old"\nmsgstr "Gammel"\n\nmsgid "Undo"')),
    ]),
    (check_migrations, MIGRATIONS, [
        (0, 'a changed migration', changed('app/store/migrations/0001-start.sql', 'id', 'uuid')),
        (0, 'an unrecorded one', added('app/store/migrations/0002-more.sql', '')),
        (0, 'a lost one', removed('app/store/migrations/0001-start.sql')),
        (1, 'a gap', added('app/store/migrations/0003-more.sql', '')),
    ]),
    (shipped_files.check, SHIPPED, [
        (0, 'a broken desktop file', changed(f'data/{NAME}.desktop', 'Type=', 'Sort=')),
        (0, 'no desktop file', removed(f'data/{NAME}.desktop')),
        (1, 'metainfo without a licence', changed(f'data/{NAME}.metainfo.xml', 'metadata_license', 'x')),
        (1, 'no metainfo', removed(f'data/{NAME}.metainfo.xml')),
        (2, 'broken XML', changed(f'data/{NAME}.mime.xml', '</mime-info>', '')),
        (3, 'a default outside its range', changed(f'data/{NAME}.gschema.xml', '>800<', '>1<')),
        (4, 'a badly named setting', changed(f'data/{NAME}.gschema.xml', '"last-collection"', '"is-last"')),
        (5, 'an outline', changed('resources/icons/a-symbolic.svg', '<path', '<path stroke="red"')),
        (5, 'a rectangle', changed('resources/icons/a-symbolic.svg', 'path', 'rect')),
        (5, 'another size', changed('resources/icons/a-symbolic.svg', '"16"', '"24"')),
        (6, 'the network', changed(f'flatpak/{NAME}.json', '--share=ipc', '--share=network')),
        (6, 'all folders', changed(f'flatpak/{NAME}.json', '--share=ipc', '--filesystem=host')),
        (6, 'broken JSON', changed(f'flatpak/{NAME}.json', '{', '')),
        (6, 'another id', changed(f'flatpak/{NAME}.json', f'"id": "{NAME}"', '"id": "x"')),
        (6, 'no runtime', changed(f'flatpak/{NAME}.json', '"runtime"', '"rt"')),
    ]),
    (check_libraries, {'listing': LISTING}, [
        (0, 'GTK', changed('listing', 'libgio-2.0.so.0', 'libgtk-4.so.1')),
        (0, 'libadwaita', changed('listing', 'libgio-2.0.so.0', 'libadwaita-1.so.0')),
        (0, 'X11', changed('listing', 'libgio-2.0.so.0', 'libX11.so.6')),
        (0, 'Wayland', changed('listing', 'libgio-2.0.so.0', 'libwayland-client.so.0')),
        (0, 'cairo', changed('listing', 'libgio-2.0.so.0', 'libcairo.so.2')),
        (0, 'Pango', changed('listing', 'libgio-2.0.so.0', 'libpangocairo-1.0.so.0')),
    ]),
    (check_formatting, {**C_TREE, **{ROW_FILE: ROW_UI}}, [
        (0, 'a brace on the line', changed(GOAL, 'self)\n{\n', 'self) {\n')),
        (1, 'a crooked .ui', changed(ROW_FILE, '    <child>', ' <child>')),
    ]),
    (wording.check, WORDS, [
        (0, 'no licence', changed('app/meson.build', 'SPDX', 'X')),
        (0, 'no licence in a script', changed('tool', 'SPDX', 'X')),
        (0, 'the licence not first', changed(GOAL, SPDX, '\n' + SPDX)),
        (1, 'a place', changed('README.md', 'What', '/wor' + 'k/x')),
        (2, 'a registry', changed('README.md', 'What', 'https://pyp' + 'i.org')),
        (3, 'something put off', changed(GOAL, 'static void', '/* TO' + 'DO: later */\nstatic void')),
    ]),
]


def examine(check, tree):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in tree.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding='utf-8')
        return check(root, root)


def verdicts():
    for check, good, rows in TABLE:
        title = f'{check.__module__}.{check.__name__}' if check.__module__ != '__main__' else check.__name__
        found = examine(check, good)
        yield claims.Claim(f'{title} accepts the good tree',
                           [problem for claim in found for problem in claim.problems])
        skipped = {number for number, claim in enumerate(found) if claim.skipped}
        for number, what, mistake in rows:
            claim = examine(check, mistake(good))[number]
            verdict = claims.Claim(f'{title} finds {what}')
            if number in skipped:
                verdict.skipped = claim.skipped
            elif not claim.problems:
                verdict.problems.append(f'"{claim.sentence}" still holds')
            yield verdict
        idle = set(range(len(found))) - {number for number, _, _ in rows}
        yield claims.Claim(f'{title} makes no claim that no row can break',
                           [found[number].sentence for number in sorted(idle)])


def reading_c():
    text = 'int a; /* "b" */ char *c = "d /* e */"; // f\nchar g = \'"\'; h ("i");\n'
    words = [match[0] for match in source.WORD.finditer(source.code(text))]
    yield claims.Claim('comments and literals are no code', [] if words == [
        'int', 'a', 'char', 'c', 'char', 'g', 'h'] else [words])
    literals = [literal for _, literal in source.literals(text)]
    yield claims.Claim('literals are told from comments', [] if literals == [
        'd /* e */', 'i'] else [literals])


def printing():
    out = io.StringIO()
    held = claims.show([claims.Claim('a'), claims.Claim('b', ['c']), claims.Claim('d', [], 'e')], out)
    wanted = '1..3\nok 1 a\nnot ok 2 b\n#   c\nok 3 d # SKIP e\n'
    yield claims.Claim('a false claim is printed as not ok, and is not held',
                       [] if out.getvalue() == wanted and not held else [out.getvalue()])
    code, words = claims.run('no-such-program')
    yield claims.Claim('a validator that is missing accepts nothing', [] if code else [words])


if __name__ == '__main__':
    sys.exit(not claims.show([*verdicts(), *reading_c(), *printing()]))
