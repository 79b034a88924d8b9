# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages and dialogs of the window, and the keys that lead to each from the one before."""

from dataclasses import dataclass

OVERVIEW = 'Overblik'
INITIATIVE = 'Håndholdt og vedvarende virksomhedsindsats for ledige'
ENTRY = 'Indtastning'
LISTS = 'Planer og lister'
LIST_NAMES = ('Handleplaner', 'Enheder', 'Målgrupper', 'Områder', 'Tilbud', 'Leverandører')


def keys(*names):
    """Presses keys, one after the other."""
    def step(ears):
        return [thing for name in names if (thing := ears.press(name)) is not None]
    return step


def until(key, name):
    """Presses a key until what is called so has the focus."""
    return lambda ears: ears.press_until(key, name)


def words(text):
    """Types a text."""
    def step(ears):
        ears.type(text)
        return []
    return step


def action(name):
    """What the window can be asked to do without a key."""
    def step(ears):
        ears.act(name)
        return []
    return step


def chosen(name):
    """Goes to a place or does a thing by the search of everything."""
    return [keys('ctrl+k'), words(name), keys('Return')]


@dataclass(frozen=True)
class Page:
    name: str
    window: str  # the title of the window that it is in
    way: tuple
    back: tuple = ()  # the keys that close it
    shows: str = ''  # what is there once it is


def destination(number, title):
    return Page(title, title, (keys(f'alt+{number}'),))


FIRST_RUN = (
    Page('Velkommen', 'Indsatstal', (), shows='Opret en ny samling'),
    Page('Ny samling', 'Ny samling', (until('Tab', 'Opret en ny samling'), keys('Return')),
         ('Escape',)),
)


def lists():
    """The window of plans and lists: the first as it opens, the others one further down each."""
    first, *others = LIST_NAMES
    yield Page(f'{LISTS}, {first}', LISTS, tuple(chosen(LISTS)), shows=first)
    for name in others:
        yield Page(f'{LISTS}, {name}', LISTS, (until('Tab', 'Mere'), keys('Tab', 'Down')),
                   shows=name)


EXAMPLE = (
    Page('Overblik', OVERVIEW, (), shows='Indsats 1, Håndholdt'),
    Page('Overblik, søgning', OVERVIEW, (keys('ctrl+f'),), ('Escape',)),
    Page('Overblik, valg af plan', OVERVIEW, (until('Tab', 'Plan'), keys('space')), ('Escape',)),
    Page('Overblik, planens menu', OVERVIEW,
         (until('Tab', 'Hvad der kan gøres'), keys('space')), ('Escape',)),
    Page('Kopiér handleplan', 'Kopiér handleplan',
         (until('Tab', 'Hvad der kan gøres'), keys('space', 'Down', 'Return')), ('Escape',)),
    Page('Overblik, indsatsens menu', OVERVIEW,
         (until('Tab', 'Mere om Håndholdt'), keys('space')), ('Escape',)),
    Page('Overblik, hovedmenu', OVERVIEW, (until('Tab', 'Hovedmenu'), keys('space')), ('Escape',)),
    Page('Ny indsats', 'Ny indsats', (keys('ctrl+n'),), ('Escape',)),
    Page('Indsats', INITIATIVE, (keys('alt+1'), until('Tab', 'Indsats 1, Håndholdt'),
                                 keys('Return')), shows='Mål 1:'),
    Page('Indsats, tabel', INITIATIVE, (until('Tab', 'Tabel'), keys('space'))),
    Page('Indsats, søgning', INITIATIVE, (keys('ctrl+f'),)),
    Page('Ny bevilling', 'Ny bevilling',
         (until('Tab', 'Ny bevilling'), keys('space')), ('Escape',)),
    Page('Nyt mål', 'Nyt mål', (keys('ctrl+shift+m'),), ('Escape',)),
    Page('Redigér mål', 'Redigér mål 3', (action('win.edit-goal'),), ('Escape',)),
    Page('Redigér indsats', 'Redigér indsats',
         (until('Tab', 'Redigér indsatsen'), keys('space')), ('Escape',)),
    Page('Indtastning, mål', ENTRY, (keys('alt+2'),), shows='Mål 1, tæller'),
    Page('Indtastning, kommentar', ENTRY, (keys('ctrl+Home', 'shift+F2'),), ('Escape',)),
    Page('Indtastning, ny periode', ENTRY,
         (until('shift+Tab', 'Ny periode'), keys('space')), ('Escape',)),
    Page('Indtastning, kontrol', ENTRY,
         (until('Tab', 'Kontrollér'), keys('space')), ('Escape',)),
    Page('Indtastning, frister', ENTRY, (until('Tab', 'Frister'), keys('space')), ('Escape',)),
    Page('Afslut periode', 'Afslut 2023?',
         (until('Tab', 'Mere om perioden'), keys('space', 'Return')), ('Escape',)),
    destination(3, 'Målgrupper'),
    destination(4, 'Tilbud'),
    destination(5, 'Bevillinger'),
    destination(6, 'Notater'),
    destination(7, 'Import og eksport'),
    destination(8, 'Historik'),
    Page('Historik, søgning', 'Historik', (keys('ctrl+f'),)),
    Page('Søg i alt', 'Søg', (keys('ctrl+k'), words('unge'), keys('Down')), ('Escape', 'Escape')),
    *lists(),
    Page('Ny på listen', LISTS, (until('Tab', 'Ny på listen'), keys('space')), ('Escape',)),
    Page('Indstillinger', 'Indstillinger', (keys('ctrl+comma'),), ('Escape',)),
    Page('Tastaturgenveje', 'Tastaturgenveje', (keys('ctrl+question'),), ('Escape',)),
    Page('Om Indsatstal', 'Om', tuple(chosen('Om Indsatstal')), ('Escape',)),
    Page('Gendan', 'Gendan en sikkerhedskopi', (action('win.restore-backup'),), ('Escape',)),
)
