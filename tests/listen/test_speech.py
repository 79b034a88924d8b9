# SPDX-License-Identifier: GPL-3.0-or-later
"""Each fault that the listener knows of is found, and nothing else is."""

import sys

import claims
import speech


def thing(role, name, **others):
    return speech.Thing(role=role, name=name, path='Overblik', **others)


TABLE = [
    ('a button with a name', 0, thing('push button', 'Søg', description='Søg')),
    ('a cell with a value', 0, thing('table cell', 'Mål 5, tæller: 179')),
    ('a label that is empty', 0, thing('table row', 'Antal', labels=('', 'Antal'))),
    ('a name that repeats a word', 0, thing('push button', 'Mål 1 og mål 2')),
    ('no name', 1, thing('scroll pane', '')),
    ('spaces for a name', 1, thing('push button', '  ')),
    ('the name of a class', 1, thing('push button', 'GtkToggleButton')),
    ('the name of an icon', 1, thing('push button', 'list-add-symbolic')),
    ('the name of a picture', 1, thing('image', 'indsats.svg')),
    ('a role for a name', 1, thing('page tab', 'Faneblad', word='faneblad')),
    ('no role', 1, thing('filler', 'Indsatser')),
    ('a name said twice', 1, thing('check box', 'Udsatte borgere Udsatte borgere')),
    ('a mnemonic', 2, thing('push button', '_Prøv igen Prøv igen')),
    ('an image as a label', 1, thing('push button', 'Søg', labels=('GtkImage',))),
]


def finding():
    for what, wanted, heard in TABLE:
        found = list(speech.faults(heard))
        yield claims.Claim(f'{what} has {wanted} faults',
                           [] if len(found) == wanted else found or ['none was found'])


def speaking():
    said = thing('push button', 'Søg', description='Søg').spoken()
    yield claims.Claim('a description that repeats the name is not said again',
                       [] if said == 'Søg' else [said])
    said = thing('table cell', 'Mål 5, tæller: 179', description='har kommentar').spoken()
    yield claims.Claim('a state follows the value',
                       [] if said == 'Mål 5, tæller: 179. har kommentar' else [said])
    lines = speech.complaints('Side', [thing('filler', 'A'), thing('push button', 'B')])
    yield claims.Claim('a complaint names page, role and path', [] if lines == [
        'Side: does not say what it is (filler): filler “A” in Overblik'] else lines)


if __name__ == '__main__':
    sys.exit(not claims.show([*finding(), *speaking()]))
