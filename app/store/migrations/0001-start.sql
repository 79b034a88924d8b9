-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The tables of a collection.  Each kind of record has a table whose columns are
-- the fields of the kind with _ for -: a reference is the row key of what it refers
-- to (…_id), a decimal is an integer and its number of decimals (…_decimals), a word
-- is its fixed text, days, periods and times are ISO text.  An absent text, number,
-- day or period is NULL.  A list has a table of its own, in order of position, whose
-- parent_id is the row key of what the list is part of.
--
-- The versions of a record say what its content has grown from, and are NULL where its owner alone
-- has written it.  The replica of a collection is who they name for what is changed in it, and NULL
-- where that is its home unit.
--
-- Foreign keys are checked at the end of a transaction, so that the order of the
-- changes in it does not matter.

CREATE TABLE collection (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uuid BLOB NOT NULL CHECK (length (uuid) = 16),
  home_unit BLOB CHECK (length (home_unit) = 16),
  replica BLOB CHECK (length (replica) = 16),
  example INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1))
) STRICT;

CREATE TABLE units (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  owner_id INTEGER REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
  changed_at TEXT,
  changed_by TEXT,
  versions TEXT,
  short_name TEXT,
  parent_id INTEGER REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT
) STRICT;

CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  owner_id INTEGER REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
  changed_at TEXT,
  changed_by TEXT,
  versions TEXT,
  dimension TEXT NOT NULL CHECK (dimension IN ('target-group', 'area', 'offer', 'provider')),
  code TEXT,
  parent_id INTEGER REFERENCES members (id) DEFERRABLE INITIALLY DEFERRED,
  company_oriented INTEGER NOT NULL CHECK (company_oriented IN (0, 1)),
  law TEXT,
  name TEXT,
  definition TEXT
) STRICT;

CREATE TABLE member_aliases (
  parent_id INTEGER NOT NULL
    REFERENCES members (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT,
  PRIMARY KEY (parent_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE plans (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  owner_id INTEGER REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
  changed_at TEXT,
  changed_by TEXT,
  versions TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('plan', 'agreement', 'budget-agreement', 'collection')),
  first_day TEXT,
  last_day TEXT,
  status_day TEXT,
  not_comparable INTEGER NOT NULL CHECK (not_comparable IN (0, 1)),
  adopted_on TEXT,
  frame INTEGER,
  frame_decimals INTEGER CHECK (frame_decimals BETWEEN 0 AND 9),
  case_number TEXT,
  name TEXT,
  adopted_by TEXT,
  note TEXT,
  CHECK ((frame IS NULL) = (frame_decimals IS NULL))
) STRICT;

CREATE TABLE initiatives (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  owner_id INTEGER REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
  changed_at TEXT,
  changed_by TEXT,
  versions TEXT,
  plan_id INTEGER REFERENCES plans (id) DEFERRABLE INITIALLY DEFERRED,
  predecessor_id INTEGER REFERENCES initiatives (id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL CHECK (number >= 0),
  state TEXT NOT NULL CHECK (state IN ('running', 'planned', 'ended')),
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  first_day TEXT,
  last_day TEXT,
  name TEXT,
  description TEXT,
  project_manager TEXT
) STRICT;

CREATE TABLE initiative_partners (
  parent_id INTEGER NOT NULL
    REFERENCES initiatives (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  unit_id INTEGER REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (parent_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE initiative_target_groups (
  parent_id INTEGER NOT NULL
    REFERENCES initiatives (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  member_id INTEGER REFERENCES members (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (parent_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE initiative_areas (
  parent_id INTEGER NOT NULL
    REFERENCES initiatives (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  member_id INTEGER REFERENCES members (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (parent_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE initiative_facts (
  parent_id INTEGER NOT NULL
    REFERENCES initiatives (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('goals', 'figure', 'money')),
  series_id INTEGER REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (parent_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  owner_id INTEGER REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
  changed_at TEXT,
  changed_by TEXT,
  versions TEXT,
  plan_id INTEGER REFERENCES plans (id) DEFERRABLE INITIALLY DEFERRED,
  initiative_id INTEGER REFERENCES initiatives (id) DEFERRABLE INITIALLY DEFERRED,
  target_group_id INTEGER REFERENCES members (id) DEFERRABLE INITIALLY DEFERRED,
  area_id INTEGER REFERENCES members (id) DEFERRABLE INITIALLY DEFERRED,
  offer_id INTEGER REFERENCES members (id) DEFERRABLE INITIALLY DEFERRED,
  provider_id INTEGER REFERENCES members (id) DEFERRABLE INITIALLY DEFERRED,
  basis TEXT NOT NULL CHECK (basis IN ('entered', 'sum', 'ratio', 'change', 'relative-change')),
  agreement TEXT NOT NULL CHECK (agreement IN (
    'none', 'sum', 'ratio', 'change', 'relative-change', 'parts', 'overlapping')),
  measure_unit TEXT NOT NULL CHECK (measure_unit IN (
    'persons', 'full-time-persons', 'full-year-persons', 'full-year-places', 'families',
    'courses', 'placements', 'cases', 'awards', 'count', 'per-cent', 'percentage-points',
    'ratio', 'index', 'weeks', 'dkk', 'million-dkk')),
  decimals INTEGER NOT NULL CHECK (decimals >= 0),
  good_direction TEXT NOT NULL CHECK (good_direction IN ('neither', 'up', 'down')),
  roll_up TEXT NOT NULL CHECK (roll_up IN ('none', 'sum', 'mean', 'last')),
  factor INTEGER,
  factor_decimals INTEGER CHECK (factor_decimals BETWEEN 0 AND 9),
  lag INTEGER NOT NULL CHECK (lag >= 0),
  confidential_below INTEGER NOT NULL CHECK (confidential_below >= 0),
  name TEXT,
  measure TEXT,
  definition TEXT,
  cohort TEXT,
  source TEXT,
  method TEXT,
  note TEXT,
  CHECK ((factor IS NULL) = (factor_decimals IS NULL))
) STRICT;

CREATE TABLE series_terms (
  parent_id INTEGER NOT NULL
    REFERENCES series (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  series_id INTEGER REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
  sign TEXT NOT NULL CHECK (sign IN ('plus', 'minus')),
  place TEXT NOT NULL CHECK (place IN ('above', 'below')),
  PRIMARY KEY (parent_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE series_breaks (
  parent_id INTEGER NOT NULL
    REFERENCES series (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  day TEXT,
  reason TEXT,
  PRIMARY KEY (parent_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE goals (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  owner_id INTEGER REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
  changed_at TEXT,
  changed_by TEXT,
  versions TEXT,
  initiative_id INTEGER REFERENCES initiatives (id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL CHECK (number >= 0),
  cumulative INTEGER NOT NULL CHECK (cumulative IN (0, 1)),
  measuring_period TEXT,
  deadline_weeks INTEGER NOT NULL CHECK (deadline_weeks >= 0),
  adopted_on TEXT,
  wording TEXT,
  adopted_by TEXT,
  reason TEXT,
  population TEXT,
  source TEXT,
  method TEXT,
  note TEXT
) STRICT;

CREATE TABLE goal_criteria (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER NOT NULL
    REFERENCES goals (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  series_id INTEGER REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
  comparison TEXT NOT NULL CHECK (comparison IN (
    'at-least', 'at-most', 'more-than', 'fewer-than', 'exactly', 'all', 'at-least-half')),
  target_unit TEXT NOT NULL CHECK (target_unit IN (
    'of-series', 'persons', 'full-time-persons', 'full-year-persons', 'full-year-places',
    'families', 'courses', 'placements', 'cases', 'awards', 'count', 'per-cent')),
  basis TEXT NOT NULL CHECK (basis IN ('fixed', 'benchmark', 'keep')),
  basis_unit_id INTEGER REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
  basis_series_id INTEGER REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
  basis_period TEXT,
  UNIQUE (parent_id, position)
) STRICT;

CREATE TABLE criterion_targets (
  parent_id INTEGER NOT NULL
    REFERENCES goal_criteria (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  period TEXT,
  value INTEGER,
  value_decimals INTEGER CHECK (value_decimals BETWEEN 0 AND 9),
  PRIMARY KEY (parent_id, position),
  CHECK ((value IS NULL) = (value_decimals IS NULL))
) STRICT, WITHOUT ROWID;

-- One row a figure, possibly millions: days are day numbers (1 is 0001-01-01) and
-- 'missing' and 'state' the numbers of their words, all in order of the key, which
-- is how they are read.
CREATE TABLE observations (
  series_id INTEGER NOT NULL REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
  last_day INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  value INTEGER,
  value_decimals INTEGER CHECK (value_decimals BETWEEN 0 AND 9),
  missing INTEGER NOT NULL CHECK (missing BETWEEN 0 AND 4),
  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),
  approximation INTEGER NOT NULL CHECK (approximation BETWEEN 0 AND 6),
  as_of INTEGER,
  final_expected INTEGER,
  kept INTEGER NOT NULL CHECK (kept IN (0, 1)),
  note TEXT,
  changed_at TEXT,
  changed_by TEXT,
  versions TEXT,
  PRIMARY KEY (series_id, last_day, first_day),
  CHECK ((value IS NULL) = (value_decimals IS NULL)),
  CHECK (first_day <= last_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessments (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  owner_id INTEGER REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
  changed_at TEXT,
  changed_by TEXT,
  versions TEXT,
  goal_id INTEGER REFERENCES goals (id) DEFERRABLE INITIALLY DEFERRED,
  period TEXT,
  written_on TEXT,
  verdict TEXT NOT NULL CHECK (verdict IN (
    'computed', 'met', 'not-met', 'met-so-far', 'not-yet-met', 'already-met', 'not-measured',
    'no-target')),
  author TEXT,
  text TEXT,
  verdict_reason TEXT
) STRICT;

CREATE TABLE appropriations (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  owner_id INTEGER REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
  changed_at TEXT,
  changed_by TEXT,
  versions TEXT,
  initiative_id INTEGER REFERENCES initiatives (id) DEFERRABLE INITIALLY DEFERRED,
  year INTEGER NOT NULL CHECK (year >= 0),
  amount INTEGER,
  amount_decimals INTEGER CHECK (amount_decimals BETWEEN 0 AND 9),
  money_kind TEXT NOT NULL CHECK (money_kind IN ('unspecified', 'service', 'transfers')),
  expiry TEXT NOT NULL CHECK (expiry IN (
    'not-stated', 'year', 'not-set', 'declining', 'permanent')),
  expiry_year INTEGER NOT NULL CHECK (expiry_year >= 0),
  price_level TEXT,
  account TEXT,
  committee TEXT,
  source TEXT,
  note TEXT,
  CHECK ((amount IS NULL) = (amount_decimals IS NULL))
) STRICT;

-- The periods whose figures are closed, and those that were reopened.
CREATE TABLE closings (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  owner_id INTEGER REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
  changed_at TEXT,
  changed_by TEXT,
  versions TEXT,
  plan_id INTEGER REFERENCES plans (id) DEFERRABLE INITIALLY DEFERRED,
  period TEXT,
  closed_on TEXT,
  reopened_on TEXT,
  closed_by TEXT,
  reopened_by TEXT,
  reason TEXT
) STRICT;

-- Traces of what was removed.  Neither the object nor its owner need be there any
-- more: a unit that owned itself is removed too.
CREATE TABLE removals (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL CHECK (length (uuid) = 16),
  owner BLOB CHECK (length (owner) = 16),
  changed_at TEXT,
  changed_by TEXT,
  versions TEXT,
  removed TEXT NOT NULL CHECK (removed IN (
    'unit', 'member', 'plan', 'initiative', 'series', 'goal', 'observation', 'assessment',
    'appropriation', 'closing')),
  period TEXT
) STRICT;

CREATE UNIQUE INDEX removals_by_key ON removals (uuid, coalesce (period, ''));

-- The history.
CREATE TABLE change_sets (
  sequence INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL CHECK (length (uuid) = 16),
  made_at TEXT NOT NULL,
  author TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('edit', 'import', 'undo', 'redo')),
  label TEXT NOT NULL,
  reverses INTEGER REFERENCES change_sets (sequence),
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  n_changes INTEGER NOT NULL CHECK (n_changes >= 0)
) STRICT;

-- The days are an observation's, else 0.  'before' and 'after' are the record as text.
CREATE TABLE changes (
  change_set INTEGER NOT NULL REFERENCES change_sets (sequence),
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL,
  uuid BLOB NOT NULL CHECK (length (uuid) = 16),
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (change_set, position),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- What a change set has beside its changes: figures that it added or took away, so many that all of a
-- series are one row.  They are a line each (see tal-run-codec.h).
CREATE TABLE bulks (
  change_set INTEGER NOT NULL REFERENCES change_sets (sequence),
  uuid BLOB NOT NULL CHECK (length (uuid) = 16),
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
  n_figures INTEGER NOT NULL CHECK (n_figures > 0),
  figures TEXT NOT NULL,
  PRIMARY KEY (change_set, uuid)
) STRICT;

-- Few things are ever removed, and what was is looked for by what it belonged to.
CREATE INDEX changes_of_removals ON changes (kind) WHERE after IS NULL AND kind <> 'observation';

-- Goals are few, so that only their changes pay for being found by what they are of.
CREATE INDEX changes_of_goals ON changes (uuid) WHERE kind = 'goal';

-- How tables of others are read: the map of their columns as text, kept for the next file of the
-- same kind.  No figure depends on it and it is not exchanged, so that it is no record: undoing an
-- import takes the figures back and leaves what was learnt about the file.
CREATE TABLE mappings (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  content TEXT NOT NULL
) STRICT;

-- When a file was first read by a map: what it says is of that time, however often it is read.
CREATE TABLE mapping_readings (
  mapping_id INTEGER NOT NULL
    REFERENCES mappings (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  digest TEXT NOT NULL,
  read_at TEXT NOT NULL,
  PRIMARY KEY (mapping_id, digest)
) STRICT, WITHOUT ROWID;

-- What other units have been sent: up to which entry of the history each object, and each series with
-- its figures within 'period' (empty for all of them), was in a file to the unit.  Like the maps no
-- record.
CREATE TABLE sent (
  unit BLOB NOT NULL CHECK (length (unit) = 16),
  kind TEXT NOT NULL,
  uuid BLOB NOT NULL CHECK (length (uuid) = 16),
  period TEXT NOT NULL,
  sequence INTEGER NOT NULL REFERENCES change_sets (sequence),
  PRIMARY KEY (unit, kind, uuid, period)
) STRICT, WITHOUT ROWID;

-- Derived, and rebuilt from the rest at any time: the newest figures of each goal.
CREATE TABLE latest (
  goal_id INTEGER PRIMARY KEY
    REFERENCES goals (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  period TEXT,
  n_criteria INTEGER NOT NULL CHECK (n_criteria BETWEEN 0 AND 10000)
) STRICT;

-- 'part' is 0 for the result, 1 for its numerator, 2 for its denominator.
CREATE TABLE latest_figures (
  goal_id INTEGER NOT NULL
    REFERENCES latest (goal_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  part INTEGER NOT NULL CHECK (part BETWEEN 0 AND 2),
  missing INTEGER NOT NULL CHECK (missing BETWEEN 0 AND 4),
  found INTEGER NOT NULL CHECK (found IN (0, 1)),
  computed INTEGER NOT NULL CHECK (computed IN (0, 1)),
  numerator INTEGER NOT NULL,
  denominator INTEGER NOT NULL,
  entered INTEGER,
  entered_decimals INTEGER CHECK (entered_decimals BETWEEN 0 AND 9),
  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),
  approximation INTEGER NOT NULL CHECK (approximation BETWEEN 0 AND 6),
  final_expected TEXT,
  PRIMARY KEY (goal_id, position, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE latest_targets (
  goal_id INTEGER NOT NULL
    REFERENCES latest (goal_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  period TEXT,
  value INTEGER,
  value_decimals INTEGER CHECK (value_decimals BETWEEN 0 AND 9),
  PRIMARY KEY (goal_id, position)
) STRICT, WITHOUT ROWID;

-- The entered series that a goal's figures rest on, so that typing one figure
-- computes few goals again.
CREATE TABLE latest_sources (
  series_id INTEGER NOT NULL
    REFERENCES series (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  goal_id INTEGER NOT NULL
    REFERENCES goals (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (series_id, goal_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX latest_sources_by_goal ON latest_sources (goal_id);
