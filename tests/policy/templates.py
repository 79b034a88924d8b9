# SPDX-License-Identifier: GPL-3.0-or-later
"""A widget class and its .ui file stand at mirrored paths and know the same children."""

import re
import xml.etree.ElementTree

import claims
import source

RESOURCE = re.compile(r'gtk_widget_class_set_template_from_resource\s*\(\s*[^,]+,\s*((?:"[^"]*"|\w+|\s)+)\)')
CHILD = re.compile(
    r'gtk_widget_class_bind_template_child(?:_internal)?(?:_private)?\s*\(\s*\w+\s*,\s*\w+\s*,\s*(\w+)\s*\)')
ENSURED = re.compile(r'g_type_ensure\s*\(\s*(\w+)\s*\)')


def type_macro(name):
    """TalGoalRow ⇒ TAL_TYPE_GOAL_ROW"""
    words = re.findall(r'[A-Z][a-z0-9]*', name)
    return '_'.join([words[0], 'TYPE', *words[1:]]).upper()


def class_name(stem):
    return ''.join(word.capitalize() for word in stem.split('-'))


def read_ui(path):
    """The template's class, the ids of its objects, and the project's classes it is made of."""
    tree = xml.etree.ElementTree.parse(path)
    template = tree.find('template')
    own = template.get('class') if template is not None else None
    ids = {node.get('id') for node in tree.iter('object')}
    classes = {node.get('class') for node in tree.iter('object')
               if (node.get('class') or '').startswith('Tal')}
    return own, ids - {None}, classes


def template_problems(c_path, ui_path, text):
    own, ids, classes = read_ui(ui_path)
    if own != class_name(c_path.stem):
        yield f'{ui_path.name} is a template of {own}, not of {class_name(c_path.stem)}'
    for child in CHILD.findall(text):
        if child not in ids:
            yield f'it binds {child}, which {ui_path.name} does not have'
    ensured = set(ENSURED.findall(text))
    for name in sorted(classes):
        if type_macro(name) not in ensured:
            yield f'g_type_ensure ({type_macro(name)}) is missing'


def check(root, build=None):
    paired = claims.Claim('every template class has its .ui at the mirrored path')
    used = claims.Claim('every .ui belongs to a class at the mirrored path')
    agreeing = claims.Claim('class and .ui agree about children and types')
    resource_root = root / 'resources' / 'ui'
    seen = set()

    for path in source.c_files(root, 'app/ui', endings=('.c',)):
        text = path.read_text(encoding='utf-8')
        match = RESOURCE.search(text)
        if not match:
            continue
        place = path.relative_to(root)
        ui_path = (resource_root / path.relative_to(root / 'app/ui')).with_suffix('.ui')
        seen.add(ui_path)
        if not ui_path.exists():
            paired.problems.append(f'{place}: {ui_path.relative_to(root)} does not exist')
            continue
        wanted = f'{path.parent.relative_to(root / "app/ui")}/{path.stem}.ui'.removeprefix('./')
        if not match[1].strip().endswith(wanted + '"'):
            paired.problems.append(f'{place}: the resource is {match[1].strip()}, not …/{wanted}')
        agreeing.problems += [f'{place}: {problem}'
                              for problem in template_problems(path, ui_path, text)]

    used.problems += [f'{path.relative_to(root)}: no class uses it'
                      for path in sorted(resource_root.rglob('*.ui')) if path not in seen]
    return [paired, used, agreeing]


if __name__ == '__main__':
    claims.main(check)
