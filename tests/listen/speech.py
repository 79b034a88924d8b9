# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader says of a thing on the accessibility bus, and what is wrong with it.

Nothing here asks the bus: a thing is what was heard of it.
"""

import re
from dataclasses import dataclass

# What the toolkit calls a widget that nobody has named: by the name of its class.
CLASS_NAME = re.compile(r'(?:Adw|Gdk|Gtk|Tal)[A-Z]\w*')
FILE_NAME = re.compile(r'-symbolic$|\.(?:svg|png|ui)$')
# Roles that say nothing of what a thing is.
EMPTY_ROLES = {'', 'filler', 'invalid', 'panel', 'redundant object', 'unknown'}


@dataclass(frozen=True)
class Thing:
    """An object of the bus, as it was when it was heard."""
    role: str
    name: str = ''
    description: str = ''
    labels: tuple = ()  # the names of what it is labelled by
    states: frozenset = frozenset()
    path: str = ''  # the named things around it, outermost first
    word: str = ''  # the role in the reader's language

    def spoken(self):
        """Name and description, which is not said where it only repeats the name."""
        parts = [self.name, self.description if self.description != self.name else '']
        return '. '.join(part.rstrip('.') for part in parts if part)

    def __str__(self):
        return f'{self.role} “{self.name}” in {self.path or "nothing"}'


def is_name(text):
    """Whether it is a word for people."""
    return bool(text.strip()) and not CLASS_NAME.fullmatch(text) and not FILE_NAME.search(text)


def is_doubled(text):
    """Whether the same is said twice: "_Try again Try again"."""
    words = text.replace('_', '').split()
    half = len(words) // 2
    return len(words) % 2 == 0 and half > 0 and words[:half] == words[half:]


def faults(thing):
    """What is wrong with something that can have the focus, in words."""
    if thing.role in EMPTY_ROLES:
        yield f'does not say what it is ({thing.role or "no role"})'
    if not is_name(thing.name):
        yield f'has no name (“{thing.name}”)'
    elif thing.name.lower() == thing.word.lower():
        yield 'has its role for a name'
    if is_doubled(thing.name):
        yield 'says its name twice'
    if '_' in thing.name:
        yield 'says the mark of its mnemonic'
    for label in thing.labels:
        if label and not is_name(label):
            yield f'is labelled by what has no name (“{label}”)'


def complaints(page, things):
    """One line for each fault: page, what is wrong, role and path."""
    return [f'{page}: {fault}: {thing}' for thing in things for fault in faults(thing)]
