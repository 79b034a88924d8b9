# SPDX-License-Identifier: GPL-3.0-or-later
"""The claims about what is heard of the program, page by page and cell by cell."""

import claims
import ears as hearing
import rounds
import speech
import stage as stages
import truth

PLAN = 'Integrationshandleplanen 2019-2023'
NAMED = 'everything that can have the focus has a name and a role'
ANNOUNCED = 'what the focus comes to is announced'


def hear_page(ears, page):
    """What is in a page's tree, and what was announced on the way to it and around it."""
    heard = [thing for step in page.way for thing in step(ears)]
    found = ears.wait_for_things(page.window, page.shows)
    heard += ears.go_around()
    for key in page.back:
        ears.press(key)
    return found, heard


def listen_to_page(ears, page):
    named = claims.Claim(f'{page.name}: {NAMED}')
    announced = claims.Claim(f'{page.name}: {ANNOUNCED}')
    try:
        found, heard = hear_page(ears, page)
        named.problems += speech.complaints(page.name, found)
        announced.problems += speech.complaints(page.name, heard)
        if not found or not heard:
            announced.problems.append(f'{page.name}: nothing was heard')
    except hearing.LOST as problem:
        named.problems.append(f'{page.name}: {problem}')
        announced.problems.append(f'{page.name}: it was never come to')
        ears.press('Escape')
    return [named, announced]


def cells_in(ears):
    """The cells of the grid by the part of their name that is not the value."""
    return {thing.name.rsplit(': ', 1)[0]: thing for thing in ears.focusables(rounds.ENTRY)
            if thing.role == 'table cell'}


def problems_of(cells, heard):
    return [problem for cell in cells if (problem := cell.problem(heard.get(cell.name)))]


def walk_by_arrows(ears, rows, columns):
    """All cells as the arrows come to them: to the right, down, to the left, down."""
    heard = [ears.press('ctrl+Home') or ears.press('Down') and ears.press('Up')]
    for row in range(rows):
        key = 'Right' if row % 2 == 0 else 'Left'
        heard += [ears.press(key) for _ in range(columns - 1)]
        if row < rows - 1:
            heard.append(ears.press('Down'))
    return {thing.name.rsplit(': ', 1)[0]: thing for thing in heard if thing is not None}


def listen_to_goals(ears, stage, collection):
    rows = truth.goals(stage, collection, PLAN, '2023')
    cells = [cell for row in rows for cell in row]
    ears.press('alt+2')
    ears.wait_for_things(rounds.ENTRY, 'Mål 1, tæller')
    yield claims.Claim('Indtastning, mål: each cell in the tree says its value and state',
                       problems_of(cells, cells_in(ears)))
    yield claims.Claim('Indtastning, mål: the arrows announce value and state of each cell',
                       problems_of(cells, walk_by_arrows(ears, len(rows), len(truth.COLUMNS))))


def walk_down(ears):
    """The cells of a column from the first to the last."""
    heard = [ears.press('Down'), ears.press('ctrl+Home')]
    while heard[-1] is not None:
        heard.append(ears.press('Down'))
    return {thing.name.rsplit(': ', 1)[0]: thing for thing in heard if thing is not None}


def listen_to_series(ears, stage, collection):
    cells = truth.series(stage, collection, PLAN)
    ears.press_until('shift+Tab', 'Nøgletal')
    ears.press('space')
    ears.wait_for_things(rounds.ENTRY, 'Deltagere i virksomhedsindsatsen')
    heard = cells_in(ears)
    unknown = [f'{name} is no cell of the collection' for name in heard if name not in cells]
    shown = [cell for name, cell in cells.items() if name in heard]
    yield claims.Claim('Indtastning, nøgletal: each cell in the tree says its value and state',
                       unknown + problems_of(shown, heard) or
                       ([] if len(shown) > 10 else [f'only {len(shown)} cells were heard']))
    ears.press_until('Tab', 'Deltagere i virksomhedsindsatsen')
    yield claims.Claim('Indtastning, nøgletal: the arrows announce value and state of each cell',
                       problems_of(cells.values(), walk_down(ears)))
    ears.press_until('shift+Tab', 'Mål')
    ears.press('space')


def expect(thing, name, *states):
    """The problems of one announced cell."""
    if thing is None:
        return [f'“{name}” was not announced']
    missing = [state for state in states if state not in thing.description and
               state not in thing.states]
    if thing.name != name or missing:
        return [f'“{name}”, {", ".join(states)}, was heard as {thing.spoken()} '
                f'({", ".join(sorted(thing.states))})']
    return []


def listen_to_typing(ears, stage, collection):
    """A figure taken away, a new period, and what becomes of what is typed."""
    ears.press_until('shift+Tab', 'Mere om perioden')
    for key in ('Tab', 'ctrl+Home', 'Right', 'Delete'):
        ears.press(key)
    ears.wait_for_things(rounds.ENTRY, 'Mål 1, tæller: tom')
    ears.press('Down')
    yield claims.Claim('Indtastning: what is missing is said to be',
                       expect(ears.press('Up'), 'Mål 1, tæller: tom', 'mangler'))
    ears.press_until('shift+Tab', 'Ny periode')
    ears.press('space')
    ears.type('2024')
    ears.press('Return')
    ears.wait_for_things(rounds.ENTRY, 'Mål 1, tæller: tom')
    ears.press('Down')
    yield claims.Claim('Indtastning: what is empty is said to be',
                       expect(ears.press('Up'), 'Mål 1, tæller: tom'))
    ears.type('1.5')
    ears.press('Return')
    yield claims.Claim('Indtastning: what is refused is said to be',
                       expect(ears.press('Up'), 'Mål 1, tæller: 1.5', 'fejl, ikke gemt'))
    ears.type('400')
    ears.press('Return')
    ears.wait_for_things(rounds.ENTRY, 'Mål 1, tæller: 400')
    yield claims.Claim('Indtastning: what is typed is said, and is what the collection has',
                       expect(ears.press('Up'), 'Mål 1, tæller: 400') +
                       problems_of(truth.goals(stage, collection, PLAN, '2024')[0][:1],
                                   cells_in(ears)))
    ears.press('ctrl+shift+p')
    ears.wait_for_things(rounds.ENTRY, 'Mål 1, opgørelse: Foreløbig')
    ears.press('Down')
    yield claims.Claim('Indtastning: what is preliminary is said to be',
                       expect(ears.press('Up'), 'Mål 1, tæller: 400*', 'foreløbig'))


def listen_to_closing(ears, collection):
    ears.press_until('shift+Tab', 'Mere om perioden')
    ears.press('space')
    ears.press('Return')
    ears.wait_for_things('Afslut 2024?', 'Afslut')
    ears.press_until('Tab', 'Afslut perioden')
    ears.press('Return')
    ears.wait('the closing', lambda: truth.count_closings(collection) == 1)
    ears.wait_for_thing(rounds.ENTRY, lambda thing: thing.name == 'Mål 1, tæller: 400' and
                        'låst' in thing.description)
    thing = ears.press_until('Tab', 'Mål 1, tæller')[-1]
    yield claims.Claim('Indtastning: what is closed is said to be locked',
                       expect(thing, 'Mål 1, tæller: 400', 'låst', 'read-only'))


def listen_to_areas(ears):
    """F6 goes round the areas of the window, and each says where it is."""
    ears.press('alt+1')
    heard = [ears.press('F6') for _ in range(2)]
    problems = [] if all(heard) else ['F6 announced nothing']
    yield claims.Claim('F6 announces the area that it comes to', problems + speech.complaints(
        'F6', [thing for thing in heard if thing is not None]))


def listen_to_search(ears):
    """While the cursor stays in the field, it says what is found."""
    ears.press('ctrl+k')
    ears.type('planer og lister')
    found = ears.wait_for_thing('Søg', lambda thing: 'focused' in thing.states and
                                'Planer og lister' in thing.description)
    said = [thing.description for thing in found if 'focused' in thing.states]
    yield claims.Claim('Søg i alt: the field says which hit is chosen and how many there are',
                       [] if said == ['Handlinger: Planer og lister. 1 fund'] else said)
    ears.press('Escape')
    ears.press('Escape')


def in_turn(title, listen, *arguments):
    """The claims of one part; what is never heard is one that does not hold."""
    try:
        yield from listen(*arguments)
    except hearing.LOST as problem:
        yield claims.Claim(f'{title} can be followed', [problem])


def listen_to_example(stage):
    collection = stage.make_example()
    ears = hearing.Ears(stage.open(collection))
    ears.wait_for_things(rounds.OVERVIEW, 'Indsats 1')
    for page in rounds.EXAMPLE:
        yield from listen_to_page(ears, page)
    yield from in_turn('F6', listen_to_areas, ears)
    yield from in_turn('Søg i alt', listen_to_search, ears)
    yield from in_turn('Indtastning, mål', listen_to_goals, ears, stage, collection)
    yield from in_turn('Indtastning, nøgletal', listen_to_series, ears, stage, collection)
    yield from in_turn('Indtastning, tast', listen_to_typing, ears, stage, collection)
    yield from in_turn('Indtastning, afslutning', listen_to_closing, ears, collection)
    ears.stop()


def listen_to_first_run(stage):
    ears = hearing.Ears(stage.open())
    for page in rounds.FIRST_RUN:
        yield from listen_to_page(ears, page)
    ears.stop()


def listen(build):
    with stages.Stage(build) as stage:
        yield from listen_to_first_run(stage)
        yield from listen_to_example(stage)
