/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-validate.h"

#include "base/tal-error.h"
#include "base/tal-problem.h"
#include "core/tal-assessment.h"
#include "core/tal-closings.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-member.h"
#include "core/tal-observation.h"
#include "core/tal-plan.h"
#include "core/tal-references.h"
#include "core/tal-removal.h"
#include "core/tal-series-order.h"
#include "core/tal-series.h"
#include "core/tal-title.h"
#include "core/tal-unit.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const TalCatalogue *after;
  const TalChangeSet *changes;
  GPtrArray          *problems;
  const TalRecord    *record; /* the one being checked */
} Validation;

static void
report (Validation *self, const char *code, const char *sentence)
{
  g_autofree char *place = tal_title_for_record (self->after, self->record);

  g_ptr_array_add (self->problems, tal_problem_new (TAL_SEVERITY_ERROR, code, place, sentence));
}

/* Takes the sentence. */
static void
report_taking (Validation *self, const char *code, char *sentence)
{
  report (self, code, sentence);
  g_free (sentence);
}

static void
check_field (Validation *self, const TalField *field, gconstpointer from)
{
  g_autoptr (GError) error = NULL;

  if (field->required && field->type != TAL_FIELD_WORD && tal_field_is_default (field, from))
    report_taking (self, "missing-field",
                   g_strdup_printf (_ ("“%s” must be filled in."), _ (field->title)));
  else if (!tal_field_check (field, from, &error))
    report_taking (self, "invalid-field",
                   g_strdup_printf (_ ("“%s” cannot be kept. %s"), _ (field->title),
                                                                      error->message));
}

static void
check_fields (Validation *self, const TalStructure *structure, gconstpointer from)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField *field = &structure->fields[i];
      const GArray   *list = NULL;

      if (field->type != TAL_FIELD_LIST)
        {
          check_field (self, field, from);
          continue;
        }

      list = *(GArray *const *)TAL_FIELD_AT_CONST (field, from);
      for (guint j = 0; list != NULL && j < list->len; j++)
        check_fields (self, field->item, list->data + j * field->item->size);
    }
}

static void
referred_cb (const TalField *field, TalId target, gpointer user_data)
{
  Validation *self = user_data;

  if (tal_catalogue_find (self->after, (TalKind)field->target, target) == NULL)
    report_taking (self, "missing-reference",
                   g_strdup_printf (_ ("“%s” refers to something that isn't there."),
                                       _ (field->title)));
}

static void
check_days (Validation *self, TalDay first, TalDay last)
{
  if (first != TAL_DAY_NONE && last != TAL_DAY_NONE && last < first)
    report (self, "days-in-disorder", _ ("The last day is before the first."));
}

/* Follows 'parent' upwards; a chain longer than all records of the kind is a ring. */
static void
check_parents (Validation *self, TalId (*get_parent) (const TalRecord *record))
{
  const TalRecord *record = self->record;
  guint            steps = 0;

  tal_catalogue_get_records (self->after, record->kind, &steps);
  while (record != NULL && !tal_id_is_none (get_parent (record)))
    {
      if (steps-- == 0)
        {
          report (self, "ring", _ ("It cannot be part of itself."));
          return;
        }
      record = tal_catalogue_find (self->after, record->kind, get_parent (record));
    }
}

static TalId
get_unit_parent (const TalRecord *record)
{
  return TAL_UNIT (record)->parent;
}

static TalId
get_member_parent (const TalRecord *record)
{
  return TAL_MEMBER (record)->parent;
}

static void
check_member (Validation *self)
{
  const TalMember *member = TAL_MEMBER (self->record);
  const TalRecord *parent = tal_catalogue_find (self->after, TAL_KIND_MEMBER, member->parent);

  if (parent != NULL && TAL_MEMBER (parent)->dimension != member->dimension)
    report (self, "other-dimension", _ ("It is part of something of another dimension."));
  check_parents (self, get_member_parent);
}

/* A reference must lead to a member of the right one of the four trees. */
static void
check_dimension (Validation *self, TalId member, TalDimension dimension)
{
  const TalRecord *record = tal_catalogue_find (self->after, TAL_KIND_MEMBER, member);

  if (record != NULL && TAL_MEMBER (record)->dimension != dimension)
    report (self, "other-dimension", _ ("It refers to something of another dimension."));
}

static void
check_links (Validation *self, const GArray *links, TalDimension dimension)
{
  for (guint i = 0; links != NULL && i < links->len; i++)
    check_dimension (self, g_array_index (links, TalInitiativeLink, i).id, dimension);
}

static gboolean
has_fact_before (const TalInitiative *initiative, guint position)
{
  for (guint i = 0; i < position; i++)
    {
      if (tal_initiative_fact_is_equal (tal_initiative_get_fact (initiative, i),
                                        tal_initiative_get_fact (initiative, position)))
        return TRUE;
    }

  return FALSE;
}

static void
check_facts (Validation *self, const TalInitiative *initiative)
{
  guint n_facts = tal_initiative_get_n_facts (initiative);

  if (n_facts > TAL_INITIATIVE_MAX_FACTS)
    {
      report (self, "too-many-facts", _ ("An initiative can show at most 4 key figures."));
      return;
    }
  for (guint i = 0; i < n_facts; i++)
    {
      const TalInitiativeFact *fact = tal_initiative_get_fact (initiative, i);

      if ((fact->kind == TAL_FACT_FIGURE) == tal_id_is_none (fact->series))
        report (self, "fact-of-no-series",
                _ ("A key figure that is a figure says of which series, and no other does."));
      if (has_fact_before (initiative, i))
        report (self, "same-fact", _ ("A key figure is shown only once."));
    }
}

static void
check_initiative (Validation *self)
{
  const TalInitiative *initiative = TAL_INITIATIVE (self->record);

  check_days (self, initiative->first, initiative->last);
  check_links (self, initiative->target_groups, TAL_DIMENSION_TARGET_GROUP);
  check_links (self, initiative->areas, TAL_DIMENSION_AREA);
  check_facts (self, initiative);
}

static void
check_breaks (Validation *self, const TalSeries *series)
{
  guint n_breaks = tal_series_get_n_breaks (series);

  if (n_breaks > TAL_SERIES_MAX_BREAKS)
    report (self, "too-many-breaks", _ ("A series can be broken at most 16 times."));
  for (guint i = 0; i < MIN (n_breaks, TAL_SERIES_MAX_BREAKS); i++)
    {
      for (guint j = 0; j < i; j++)
        {
          if (tal_series_get_break (series, i)->day == tal_series_get_break (series, j)->day)
            {
              report (self, "same-day", _ ("A series can be broken only once on a day."));
              return;
            }
        }
    }
}

static void
check_series (Validation *self)
{
  const TalSeries *series = TAL_SERIES (self->record);
  guint            n_above = 0;
  guint            n_below = 0;

  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      if (tal_series_get_term (series, i)->place == TAL_TERM_ABOVE)
        n_above++;
      else
        n_below++;
    }

  if (tal_series_is_derived (series) && n_above == 0)
    report (self, "no-terms", _ ("A computed series must say what it is computed from."));
  if (series->basis == TAL_BASIS_RATIO && n_below == 0)
    report (self, "no-terms", _ ("A share must say what it is a share of."));
  if (series->decimals > TAL_DECIMAL_MAX_SCALE)
    report (self, "too-many-decimals", _ ("A figure can have at most 9 decimals."));
  check_breaks (self, series);
  check_dimension (self, series->target_group, TAL_DIMENSION_TARGET_GROUP);
  check_dimension (self, series->area, TAL_DIMENSION_AREA);
  check_dimension (self, series->offer, TAL_DIMENSION_OFFER);
  check_dimension (self, series->provider, TAL_DIMENSION_PROVIDER);
}

static void
check_value (Validation *self, const TalSeries *series, const TalObservation *observation)
{
  const char *code = NULL;
  const char *breach = tal_validate_value (series, observation->value, &code);

  if (breach != NULL)
    report (self, code, breach);
}

static void
check_observation (Validation *self)
{
  const TalObservation *observation = TAL_OBSERVATION (self->record);
  const TalRecord *record = tal_catalogue_find (self->after, TAL_KIND_SERIES, self->record->id);
  gboolean         has_value = !tal_decimal_is_none (observation->value);

  if (record == NULL)
    return;

  if (tal_series_is_derived (TAL_SERIES (record)))
    report (self, "derived",
            _ ("A computed figure cannot be entered; enter the figures that it is computed from."));
  if (has_value == (observation->missing != TAL_MISSING_NOT))
    report (self, "value-or-reason",
            _ ("A figure has either a value or a reason why it is missing."));
  if (has_value)
    check_value (self, TAL_SERIES (record), observation);
}

static void
check_closing (Validation *self)
{
  const TalClosing       *closing = TAL_CLOSING (self->record);
  guint                   length = 0;
  const TalRecord *const *closings =
      tal_catalogue_get_children (self->after, TAL_KIND_CLOSING, closing->plan, &length);

  for (guint i = 0; i < length; i++)
    {
      if (!tal_id_is_equal (closings[i]->id, closing->record.id) &&
          tal_period_is_equal (TAL_CLOSING (closings[i])->period, closing->period))
        report (self, "closed-twice", _ ("A plan can have only one closing of a period."));
    }
  check_days (self, closing->closed_on, closing->reopened_on);
  if (!tal_closing_is_in_force (closing) && closing->reason == NULL)
    report (self, "no-reason", _ ("Say why the period is reopened."));
}

static void
check_by_kind (Validation *self)
{
  switch (self->record->kind)
    {
    case TAL_KIND_UNIT:
      check_parents (self, get_unit_parent);
      break;
    case TAL_KIND_MEMBER:
      check_member (self);
      break;
    case TAL_KIND_PLAN:
      check_days (self, TAL_PLAN (self->record)->first, TAL_PLAN (self->record)->last);
      break;
    case TAL_KIND_INITIATIVE:
      check_initiative (self);
      break;
    case TAL_KIND_SERIES:
      check_series (self);
      break;
    case TAL_KIND_OBSERVATION:
      check_observation (self);
      break;
    case TAL_KIND_CLOSING:
      check_closing (self);
      break;
    case TAL_KIND_GOAL:
    case TAL_KIND_ASSESSMENT:
    case TAL_KIND_APPROPRIATION:
    case TAL_KIND_REMOVAL:
      break;
    }
}

/* A change of one series can make a ring, or too much to compute, of those above it. */
static void
check_made_of (Validation *self)
{
  g_autoptr (TalSeriesOrder) order = tal_series_order_new (self->after);
  guint                      length = 0;
  const TalRecord *const    *records =
      tal_catalogue_get_records (self->after, TAL_KIND_SERIES, &length);
  gboolean is_too_deep = FALSE;

  for (guint i = 0; i < length; i++)
    {
      self->record = records[i];
      if (tal_series_order_is_ring (order, TAL_SERIES (records[i])))
        report (self, "ring", _ ("It cannot be part of itself."));
      else if (tal_series_order_is_too_deep (order, TAL_SERIES (records[i])) && !is_too_deep)
        {
          report (self, "too-deep", _ ("It is made of more series than can be computed."));
          is_too_deep = TRUE;
        }
    }
}

/* The figures of a closed period change only together with its closing: when it is closed,
 * when that is taken back, and when a department sends a period that it reopened, corrected
 * and closed again. */
static void
check_locked_figure (Validation *self, TalClosings *closings, const TalChange *change)
{
  const TalClosing *closing = tal_closings_find (closings, change->key.id, change->key.period);
  TalKey            key;

  if (closing == NULL)
    return;
  key = tal_record_get_key (&closing->record);
  if (tal_change_set_find (self->changes, &key) != NULL)
    return;

  self->record = change->after != NULL ? change->after : change->before;
  report_taking (self, "closed", tal_closings_explain (self->after, closing));
}

static void
check_locked (Validation *self)
{
  g_autoptr (TalClosings) closings = NULL;

  if (!tal_change_set_touches_kind (self->changes, TAL_KIND_OBSERVATION))
    return;

  closings = tal_closings_new (self->after);
  for (guint i = 0; i < tal_change_set_get_length (self->changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (self->changes, i);

      if (change->key.kind == TAL_KIND_OBSERVATION)
        check_locked_figure (self, closings, change);
    }
}

/* The keys of what is removed, and of those what a record that stays refers to. */
typedef struct
{
  GHashTable *removed;
  GHashTable *needed;
} Needs;

static void
needed_cb (const TalField *field, TalId target, gpointer user_data)
{
  Needs       *needs = user_data;
  const TalKey key = tal_key_for_object ((TalKind)field->target, target);
  gpointer     removed = g_hash_table_lookup (needs->removed, &key);

  if (removed != NULL)
    g_hash_table_add (needs->needed, removed);
}

/* Of something that others may refer to: nothing refers to a figure or to a trace. */
static gboolean
is_removal (const TalChange *change)
{
  return change->after == NULL && change->key.kind != TAL_KIND_OBSERVATION &&
         change->key.kind != TAL_KIND_REMOVAL;
}

/* Nothing may be removed that a record which stays refers to.  A removal's own trace
 * refers to nothing but its owner. */
static void
check_needed (Validation *self)
{
  g_autoptr (GHashTable) removed = g_hash_table_new (tal_key_hash, tal_key_equal);
  g_autoptr (GHashTable) needed = g_hash_table_new (NULL, NULL);
  Needs                  needs = { removed, needed };

  for (guint i = 0; i < tal_change_set_get_length (self->changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (self->changes, i);

      if (is_removal (change))
        g_hash_table_insert (removed, (gpointer)&change->key, (gpointer)change);
    }
  if (g_hash_table_size (removed) == 0)
    return;

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      guint                   length = 0;
      const TalRecord *const *records =
          tal_catalogue_get_records (self->after, (TalKind)kind, &length);

      for (guint i = 0; i < length; i++)
        tal_record_foreach_reference (records[i], needed_cb, &needs);
    }

  for (guint i = 0; i < tal_change_set_get_length (self->changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (self->changes, i);

      self->record = change->before;
      if (g_hash_table_contains (needed, change))
        report (self, "still-needed",
                _ ("It cannot be removed while something else refers to it."));
    }
}

static void
check_record (Validation *self, const TalRecord *record)
{
  self->record = record;
  check_fields (self, tal_kind_get_structure (record->kind), record);
  tal_record_foreach_reference (record, referred_cb, self);
  check_by_kind (self);
}

gboolean
tal_validate_record (const TalCatalogue *after, const TalRecord *record, GPtrArray *problems)
{
  Validation self = { after, NULL, problems, NULL };
  guint      n_before = 0;

  g_return_val_if_fail (after != NULL && record != NULL, FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  n_before = problems->len;
  check_record (&self, record);
  return problems->len == n_before;
}

gboolean
tal_validate_series_order (const TalCatalogue *after, GPtrArray *problems)
{
  Validation self = { after, NULL, problems, NULL };
  guint      n_before = 0;

  g_return_val_if_fail (after != NULL, FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  n_before = problems->len;
  check_made_of (&self);
  return problems->len == n_before;
}

gboolean
tal_validate_lock (const TalCatalogue *after,
                   const TalChangeSet *changes,
                   const TalChange    *change,
                   GPtrArray          *problems)
{
  g_autoptr (TalClosings) closings = NULL;
  Validation              self = { after, changes, problems, NULL };
  guint                   n_before = 0;

  g_return_val_if_fail (after != NULL && changes != NULL, FALSE);
  g_return_val_if_fail (change != NULL && change->key.kind == TAL_KIND_OBSERVATION, FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  n_before = problems->len;
  closings = tal_closings_new (after);
  check_locked_figure (&self, closings, change);
  return problems->len == n_before;
}

gboolean
tal_validate_changes (const TalCatalogue *after, const TalChangeSet *changes, GPtrArray *problems)
{
  Validation self = { after, changes, problems, NULL };
  guint      n_before = 0;

  g_return_val_if_fail (after != NULL && changes != NULL, FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  n_before = problems->len;
  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);

      if (change->after != NULL)
        check_record (&self, change->after);
    }

  if (tal_series_order_is_touched (changes))
    check_made_of (&self);
  check_locked (&self);
  check_needed (&self);
  return problems->len == n_before;
}

gboolean
tal_validate_changes_or_refuse (const TalCatalogue *after,
                                const TalChangeSet *changes,
                                GError            **error)
{
  g_autoptr (GPtrArray) problems = tal_problem_list_new ();
  const TalProblem     *first = NULL;

  if (tal_validate_changes (after, changes, problems))
    return TRUE;

  first = g_ptr_array_index (problems, 0);
  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD, "%s: %s", tal_problem_get_place (first),
               tal_problem_get_sentence (first));
  return FALSE;
}

const char *
tal_validate_value (const TalSeries *series, TalDecimal value, const char **ret_code)
{
  const char *code = NULL;
  const char *breach = NULL;

  g_return_val_if_fail (series != NULL, NULL);

  if (tal_series_is_count (series) && !tal_decimal_is_whole (value))
    {
      code = "count-with-decimals";
      breach = _ ("A count cannot have decimals.");
    }
  else if ((tal_series_is_count (series) || tal_series_counts_people (series)) &&
           tal_decimal_is_negative (value))
    {
      code = "negative-count";
      breach = _ ("The value cannot be negative.");
    }
  else if (series->measure_unit == TAL_MEASURE_UNIT_PER_CENT &&
           series->basis == TAL_BASIS_ENTERED && tal_series_get_n_terms (series) > 0 &&
           (tal_decimal_is_negative (value) ||
            tal_decimal_compare (value, TAL_DECIMAL (100, 0)) > 0))
    {
      code = "share-out-of-range";
      breach = _ ("A share must be between 0 and 100 per cent.");
    }

  if (ret_code != NULL)
    *ret_code = code;
  return breach;
}
