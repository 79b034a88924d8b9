# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes follow app/layers.ini, name their layer, and stand in the agreed order."""

import fnmatch

import claims
import source

# The C library's headers that any layer may include, and those that reach outside the process,
# which the layers without input and output must not.
EVERYWHERE = {'config.h', 'errno.h', 'inttypes.h', 'limits.h', 'locale.h', 'math.h', 'stdarg.h',
              'stddef.h', 'stdint.h', 'stdlib.h', 'string.h', 'glib/gi18n.h', 'glib/gi18n-lib.h',
              'glib/gstdio.h'}
OUTSIDE = {'fcntl.h', 'signal.h', 'stdio.h', 'sys/stat.h', 'sys/types.h', 'sys/wait.h', 'time.h',
           'unistd.h'}
PURE = {'base', 'core'}
# Ids are drawn at random, and in no other place.
RANDOM = ('base', 'sys/random.h')


def read_rules(path):
    rules = {}
    for line in path.read_text(encoding='utf-8').splitlines():
        if line.strip() and not line.startswith('#'):
            layer, may, headers = (part.split() for part in line.split('|'))
            rules[layer[0]] = (set(may) | set(layer), headers)
    return rules


def project_problem(rules, layer, name):
    target = name.split('/')[0]
    if '/' not in name or target not in rules:
        return f'"{name}" does not name its layer'
    if target not in rules[layer][0]:
        return f'{layer} may not include {target}'
    return None


def system_problem(rules, layer, name):
    if name in EVERYWHERE or (layer, name) == RANDOM:
        return None
    if name in OUTSIDE and layer not in PURE:
        return None
    if any(fnmatch.fnmatch(name, pattern) for pattern in rules[layer][1]):
        return None
    return f'{layer} may not include <{name}>'


def own_header(root, path):
    header = path.with_suffix('.h')
    if path.suffix == '.c' and header.exists():
        return header.relative_to(root / path.relative_to(root).parts[0]).as_posix()
    return None


def order_problems(found, own):
    """What is wrong with the order: own header, project by name, system by name.

    config.h comes before all of them, or where its name puts it in the project's group.
    """
    def rank(include):
        if include.name == 'config.h' and include is found[0]:
            return 0
        if include.name == own:
            return 1
        return 3 if include.system else 2

    found = [include for include in found if not include.conditional]
    for before, after in zip(found, found[1:]):
        if rank(after) < rank(before):
            yield after.line, f'{after.name} stands after {before.name}'
        elif rank(after) == rank(before) and after.name <= before.name:
            yield after.line, f'{after.name} is not sorted after {before.name}'
        elif rank(after) != rank(before) and after.group == before.group:
            yield after.line, f'an empty line is missing before {after.name}'
        elif rank(after) == rank(before) and after.group != before.group:
            yield after.line, f'{after.name} stands apart from its group'
    if own and not any(include.name == own for include in found):
        yield 1, f'{own} is not included'


def check(root, build=None):
    rules = read_rules(root / 'app' / 'layers.ini')
    folders = claims.Claim('every folder of app is a layer of layers.ini')
    project = claims.Claim('project includes name a layer that the including one may see')
    system = claims.Claim('system includes are those the layer is given')
    order = claims.Claim('includes stand in groups, own header first, sorted')

    for path in source.c_files(root, 'app', 'tests'):
        place = path.relative_to(root)
        found = source.includes(path.read_text(encoding='utf-8'))
        order.problems += [f'{place}:{line}: {problem}'
                           for line, problem in order_problems(found, own_header(root, path))]
        if place.parts[0] != 'app':
            continue
        layer = place.parts[1]
        if layer not in rules:
            folders.problems.append(f'{place}: {layer} is not in layers.ini')
            continue
        for include in found:
            if include.name == 'config.h':
                continue
            claim, judge = (system, system_problem) if include.system else (project, project_problem)
            problem = judge(rules, layer, include.name)
            if problem:
                claim.problems.append(f'{place}:{include.line}: {problem}')

    return [folders, project, system, order]


if __name__ == '__main__':
    claims.main(check)
