# SPDX-License-Identifier: GPL-3.0-or-later
"""Hears a program over the accessibility bus, as a screen reader does, and presses its keys."""

import collections
import subprocess
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

import speech  # noqa: E402

PATIENCE = 10  # seconds, for what must come
BREATH = 0.4  # seconds, for what may not come
# What has no parts that could have the focus, and what has none once it can itself.
LEAVES = {Atspi.Role.IMAGE, Atspi.Role.LABEL, Atspi.Role.SCROLL_BAR, Atspi.Role.SEPARATOR}
STOPS = {Atspi.Role.CHECK_BOX, Atspi.Role.ENTRY, Atspi.Role.MENU_ITEM, Atspi.Role.PAGE_TAB,
         Atspi.Role.PUSH_BUTTON, Atspi.Role.TABLE_CELL}
STATES = {
    Atspi.StateType.CHECKED: 'checked',
    Atspi.StateType.FOCUSABLE: 'focusable',
    Atspi.StateType.FOCUSED: 'focused',
    Atspi.StateType.PRESSED: 'pressed',
    Atspi.StateType.READ_ONLY: 'read-only',
    Atspi.StateType.SELECTED: 'selected',
    Atspi.StateType.SENSITIVE: 'sensitive',
    Atspi.StateType.VISIBLE: 'visible',
}


class NotHeard(Exception):
    """Something that should have come never did."""


# What may happen where the program is not as it should be.
LOST = (NotHeard, GLib.Error)


def labels_of(node):
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            for number in range(relation.get_n_targets()):
                yield relation.get_target(number).get_name()


def hear(node, path=''):
    """What there is to know of one object."""
    states = node.get_state_set()
    name = node.get_name() or ''
    return speech.Thing(
        role=node.get_role_name(), name=name,
        description=node.get_description() or '', labels=tuple(labels_of(node)),
        states=frozenset(word for state, word in STATES.items() if states.contains(state)),
        path=path, word=node.get_localized_role_name() if ' ' not in name else '')


def path_of(node):
    """The named things around an object."""
    names = []
    node = node.get_parent()
    while node is not None and node.get_role() != Atspi.Role.APPLICATION:
        name = node.get_name()
        if speech.is_name(name):
            names.append(name)
        node = node.get_parent()
    return ' / '.join(reversed(names))


class Ears:
    def __init__(self, pid):
        Atspi.init()
        self.events = collections.deque()
        self.focus = None
        self.listener = Atspi.EventListener.new(self.take_event)
        self.listener.register('object:state-changed:focused')
        self.pid = pid
        self.program = self.wait('the program on the bus', self.find_program)

    def stop(self):
        self.listener.deregister('object:state-changed:focused')

    def take_event(self, event):
        if event.detail1 == 1:
            self.events.append(event.source)

    def find_program(self):
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(number)
            if program is not None and program.get_process_id() == self.pid:
                return program
        return None

    def wait(self, what, condition, patience=PATIENCE):
        """What the condition gives once it gives something."""
        context = GLib.MainContext.default()
        end = time.monotonic() + patience
        while True:
            while context.iteration(False):
                pass
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                raise NotHeard(f'{what} never came')
            time.sleep(0.005)

    def windows(self):
        """The windows by title, the newest last."""
        found = {}
        for number in range(self.program.get_child_count()):
            window = self.program.get_child_at_index(number)
            if window is not None:
                found[window.get_name()] = window
        return found

    def walk(self, node, path):
        """Every object below one that can have the focus, in the tree's order."""
        for number in range(node.get_child_count()):
            child = node.get_child_at_index(number)
            role = child.get_role() if child is not None else None
            if role is None or role in LEAVES:
                continue
            states = child.get_state_set()
            takes_focus = states.contains(Atspi.StateType.FOCUSABLE)
            if takes_focus and states.contains(Atspi.StateType.VISIBLE):
                yield hear(child, path)
            if not takes_focus or role not in STOPS:
                name = child.get_name()
                yield from self.walk(child, f'{path} / {name}' if speech.is_name(name) else path)

    def focusables(self, title):
        """What in the window with this title can have the focus."""
        window = self.windows()[title]
        window.clear_cache()
        return list(self.walk(window, title))

    def wait_for_thing(self, title, condition):
        """What in a window can have the focus, once the condition holds for something of it."""
        return self.wait(f'what was expected in {title}', lambda: self.look(title, condition))

    def wait_for_things(self, title, name):
        """The same, once something is called so."""
        return self.wait(f'{name or "anything"} in {title}', lambda: self.look(
            title, lambda thing: thing.name.startswith(name)))

    def look(self, title, condition):
        """What there is once it is there; nothing where it changes while it is heard."""
        try:
            things = self.focusables(title) if title in self.windows() else []
        except GLib.Error:
            return []
        return things if any(condition(thing) for thing in things) else []

    def press(self, *keys):
        """Presses keys at once, and says what has the focus then; None where nothing got it."""
        self.events.clear()
        subprocess.run(['xdotool', 'key', *keys], check=True)
        try:
            self.wait('a focus', lambda: self.events, BREATH)
        except NotHeard:
            return None
        return self.hear_focus()

    def hear_focus(self):
        """What has got the focus in the end."""
        self.focus = self.events[-1]
        self.focus.clear_cache()
        thing = hear(self.focus)
        # Where it is costs much to ask for.
        return hear(self.focus, path_of(self.focus)) if any(speech.faults(thing)) else thing

    def act(self, name):
        """Has the first window do one of its actions."""
        title, frame = next(iter(self.windows().items()))
        window = frame.get_action_iface()
        for number in range(window.get_n_actions()):
            if window.get_action_name(number) == name:
                window.do_action(number)
                return
        raise NotHeard(f'{title} cannot {name}')

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '10', text], check=True)

    def press_until(self, key, name, most=60):
        """Presses a key until something whose name begins so has the focus; all that was heard."""
        heard = []
        for _ in range(most):
            thing = self.press(key)
            if thing is not None:
                heard.append(thing)
                if thing.name.startswith(name):
                    return heard
        came_to = ', '.join(thing.name for thing in heard) or 'nothing'
        raise NotHeard(f'{key} never came to {name}, but to {came_to}')

    def go_around(self, key='Tab', most=40):
        """All that has the focus until it comes around."""
        heard = []
        first = None
        for _ in range(most):
            thing = self.press(key)
            if thing is None or self.focus == first:
                break
            first = first or self.focus
            heard.append(thing)
        return heard
