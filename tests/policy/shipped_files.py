# SPDX-License-Identifier: GPL-3.0-or-later
"""What is shipped beside the program is accepted by the tools that will read it."""

import json
import re
import xml.etree.ElementTree

import claims

NAME = 'dk.indsatstal.Indsatstal'
SVG = '{http://www.w3.org/2000/svg}'
# A sandboxed program reaches the person's files by portals and the network not at all.
PERMITTED = {'--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri'}


def symbolic_problems(path):
    """GTK recolours symbolic icons by filling their shapes: everything must be a filled path."""
    top = xml.etree.ElementTree.parse(path).getroot()
    if (top.get('width'), top.get('height')) != ('16', '16'):
        yield 'it is not 16 by 16'
    for node in top.iter():
        if node.tag not in (SVG + 'svg', SVG + 'path'):
            yield f'{node.tag.removeprefix(SVG)} is not a path'
        if node.get('stroke') or node.get('fill') == 'none':
            yield 'it has an outline instead of a filled shape'


def icons(root):
    sentence = 'symbolic icons are 16 by 16 and made of filled paths'
    paths = sorted((root / 'resources/icons').rglob('*.svg'))
    paths.append(root / f'data/icons/{NAME}-symbolic.svg')
    return claims.Claim(sentence, [
        f'{path.relative_to(root)}: {problem}' for path in paths for problem in symbolic_problems(path)])


def manifest(root):
    path = root / f'flatpak/{NAME}.json'
    claim = claims.Claim('the flatpak manifest is whole and asks for no network and no folders')
    try:
        found = json.loads(path.read_text(encoding='utf-8'))
    except (OSError, ValueError) as error:
        claim.problems.append(str(error))
        return claim
    claim.problems += [f'{key} is missing' for key in
                       ('runtime', 'runtime-version', 'sdk', 'command', 'modules') if not found.get(key)]
    if found.get('id') != NAME:
        claim.problems.append(f'the id is {found.get("id")}')
    claim.problems += [f'{argument} is not permitted'
                       for argument in found.get('finish-args', []) if argument not in PERMITTED]
    return claim


def metainfo_claim(path):
    """Newer validators warn that there is no home page; there is none to name yet."""
    claim = claims.Claim('the metainfo is valid')
    if not path.exists():
        claim.problems.append(f'{path}: does not exist')
        return claim
    code, words = claims.run('appstreamcli', 'validate', '--no-net', path)
    complaints = [line for line in words.splitlines() if re.match('[EW]: ', line)]
    if code:
        claim.problems += ([line for line in complaints if 'url-homepage-missing' not in line]
                           if complaints else [words])
    return claim


def settings_keys(root):
    """Settings are nouns in kebab-case."""
    path = root / f'data/{NAME}.gschema.xml'
    keys = [node.get('name') for node in xml.etree.ElementTree.parse(path).iter('key')]
    return claims.Claim('settings are kebab-case nouns', [
        key for key in keys if not re.fullmatch(r'[a-z]+(-[a-z]+)*', key) or key.startswith(('is-', 'set-'))])


def check(root, build):
    built = build / 'data' / NAME
    desktop = built.with_name(NAME + '.desktop')
    metainfo = built.with_name(NAME + '.metainfo.xml')
    mime = built.with_name(NAME + '.mime.xml')
    schema = root / f'data/{NAME}.gschema.xml'
    return [
        claims.accepted('the desktop file is valid', desktop, 'desktop-file-validate', desktop),
        metainfo_claim(metainfo),
        claims.accepted('the media types are well-formed', mime, 'xmllint', '--noout', mime),
        claims.accepted('the settings schema is valid', schema,
                        'glib-compile-schemas', '--strict', '--dry-run', schema.parent),
        settings_keys(root),
        icons(root),
        manifest(root),
    ]


if __name__ == '__main__':
    claims.main(check)
