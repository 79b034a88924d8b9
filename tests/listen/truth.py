# SPDX-License-Identifier: GPL-3.0-or-later
"""What a cell of the entry grid must say, by the command line and the collection's own tables."""

import datetime
import json
import sqlite3
from dataclasses import dataclass

EMPTY = 'tom'
STATES = {'final': 'Endelig', 'preliminary': 'Foreløbig'}
VERDICTS = {'met': 'Opnået', 'not-met': 'Ikke opnået'}
APPROXIMATIONS = {'about': 'ca. ', 'more-than': 'mere end ', 'nearly': 'næsten ', 'over': 'godt ',
                  'under': 'under '}
# What a cell may say besides, of what it was computed from and what is thought of it.
ASIDE = ('advarsel', 'har kommentar')
COLUMNS = ('målsætning', 'tæller', 'nævner', 'resultat', 'opgørelse', 'status')


@dataclass(frozen=True)
class Cell:
    name: str
    value: str
    states: tuple  # those that its description begins with

    def problem(self, thing):
        """How what was heard differs, or ''."""
        wanted = f'{self.name}: {self.value}'
        if thing is None:
            return f'“{wanted}” was not heard'
        heard = [word for word in thing.description.split(':')[0].split(', ') if word]
        if thing.name != wanted or not set(self.states) <= set(heard) <= {*self.states, *ASIDE}:
            return (f'“{wanted}”, {", ".join(self.states) or "no state"}, was heard as '
                    f'{thing.spoken()}')
        if 'beregnet' in self.states and 'read-only' not in thing.states:
            return f'“{wanted}” does not say that it is read-only'
        return ''


def danish(number):
    """1500 as "1.500", 7.3 as "7,3", and nothing as it is said."""
    if number is None:
        return EMPTY
    if isinstance(number, float) and number != int(number):
        return str(number).replace('.', ',')
    return f'{int(number):,}'.replace(',', '.')


def result_of(goal):
    """A share is shown in whole per cent, half a per cent rounded up."""
    if goal['rule'] == 'all':
        return danish(goal['numerator'])
    if goal['measure_unit'] == 'per-cent' and goal['value'] is not None:
        whole = danish(int(goal['value'] + 0.5))
        return whole if goal['denominator'] is None else f'{whole}\N{NO-BREAK SPACE}pct.'
    return danish(goal['value'])


def cells_of_goal(goal, noted):
    """Those whose words follow from figures; what is demanded is text."""
    name = f'Mål {goal["goal_number"]}'
    counted = goal['numerator'] if goal['numerator'] is not None else goal['value']
    entered = goal['measure_unit'] == 'per-cent' and goal['denominator'] is None
    return [
        Cell(f'{name}, tæller', danish(counted), ('har kommentar',) if noted else ()),
        Cell(f'{name}, nævner', '.', ('ikke relevant',)) if goal['denominator'] is None
        else Cell(f'{name}, nævner', danish(goal['denominator']), ('beregnet',)),
        Cell(f'{name}, resultat', result_of(goal), () if entered else ('beregnet',)),
        Cell(f'{name}, opgørelse', STATES.get(goal['state'], EMPTY), ()),
        Cell(f'{name}, status', VERDICTS.get(goal['attainment'], ''), ('beregnet',)),
    ]


# The goals whose numerator in a year has a remark.
NOTED = '''SELECT g.number FROM goals g
JOIN initiatives i ON i.id = g.initiative_id JOIN plans p ON p.id = i.plan_id
JOIN goal_criteria c ON c.parent_id = g.id
JOIN series_terms t ON t.parent_id = c.series_id AND t.place = 'above'
  AND c.position = (SELECT max (position) FROM goal_criteria WHERE parent_id = g.id)
JOIN observations o ON o.series_id = t.series_id
WHERE p.name = ? AND o.last_day = ? AND o.note IS NOT NULL'''


def goals(stage, collection, plan, period):
    """The cells of a plan's goals in a year, row by row."""
    found = json.loads(stage.command('status', collection, '--plan', plan, '--period', period,
                                     '--format', 'json', '--wide'))
    last_day = datetime.date(int(period), 12, 31).toordinal()
    with sqlite3.connect(f'file:{collection}?mode=ro', uri=True) as database:
        noted = {number for number, in database.execute(NOTED, (plan, last_day))}
    return [cells_of_goal(goal, goal['goal_number'] in noted) for goal in found]


def shown_of(figure):
    """What is only about right says so."""
    return APPROXIMATIONS.get(figure['approximation'], '') + danish(figure['shown'])


def states_of(figure, series):
    words = []
    if series['basis'] != 'entered':
        words.append('beregnet')
    if figure['state'] == 'preliminary':
        words.append('foreløbig')
    if series['note']:
        words.append('har kommentar')
    return tuple(words)


SERIES = '''SELECT s.name, s.basis,
  (SELECT count (*) FROM observations o WHERE o.series_id = s.id AND o.note IS NOT NULL) AS note
FROM series s LEFT JOIN initiatives i ON i.id = s.initiative_id
JOIN plans p ON p.id = coalesce (s.plan_id, i.plan_id) WHERE p.name = ?'''


def series(stage, collection, plan):
    """The cells of a plan's series by name, for every period that has a figure."""
    with sqlite3.connect(f'file:{collection}?mode=ro', uri=True) as database:
        database.row_factory = sqlite3.Row
        known = {row['name']: row for row in database.execute(SERIES, (plan,))}
    figures = json.loads(stage.command('series', collection, '--format', 'json', '--wide'))
    return {
        f'{figure["series"]}, {figure["period"]}':
            Cell(f'{figure["series"]}, {figure["period"]}', shown_of(figure),
                 states_of(figure, known[figure['series']]))
        for figure in figures if figure['series'] in known and figure['shown'] is not None}


def count_closings(collection):
    with sqlite3.connect(f'file:{collection}?mode=ro', uri=True) as database:
        return database.execute('SELECT count (*) FROM closings').fetchone()[0]
