/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-plan-copy.h"

#include "base/tal-error.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-plan-years.h"
#include "core/tal-series.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const TalCatalogue       *catalogue;
  const TalWriter          *writer;
  const TalPlanCopyRequest *request;
  const TalPlan            *plan;
  GHashTable   *series; /* const TalSeries * of the old plan → its copy, a TalSeries * */
  TalChangeSet *changes;
} Copy;

/* The same content as an object of its own, to be changed. */
static gpointer
copy_as_new (const TalWriter *writer, const TalRecord *record)
{
  TalRecord *copy = tal_writer_revise (writer, record);

  copy->id = writer->make_id ();
  copy->owner = writer->unit;
  return copy;
}

/* Takes the record. */
static void
add_new (Copy *self, gpointer record)
{
  tal_change_set_add (self->changes, NULL, record);
  tal_record_unref (record);
}

static TalId
add_plan (Copy *self)
{
  TalPlan *plan = copy_as_new (self->writer, &self->plan->record);
  TalId    id = plan->record.id;

  g_free (plan->name);
  plan->name = g_strstrip (g_strdup (self->request->name));
  plan->first = self->request->first;
  plan->last = self->request->last;
  plan->status_day = TAL_DAY_NONE;
  plan->adopted_on = TAL_DAY_NONE;
  plan->frame = TAL_DECIMAL_NONE;
  g_clear_pointer (&plan->case_number, g_free);
  g_clear_pointer (&plan->note, g_free);
  add_new (self, plan);
  return id;
}

static TalInitiative *
copy_initiative (Copy *self, const TalInitiative *before, TalId plan)
{
  TalInitiative *after = copy_as_new (self->writer, &before->record);

  after->plan = plan;
  after->predecessor = before->record.id;
  after->state = TAL_INITIATIVE_STATE_PLANNED;
  after->first = self->request->first;
  after->last = self->request->last;
  return after;
}

/* The copies that the terms are about are made before any term is changed. */
static void
copy_series (Copy *self, TalId initiative, TalId copied_initiative)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_children (self->catalogue, TAL_KIND_SERIES, initiative, &length);

  for (guint i = 0; i < length; i++)
    {
      TalSeries *copy = copy_as_new (self->writer, records[i]);

      copy->initiative = copied_initiative;
      g_clear_pointer (&copy->breaks, g_array_unref);
      g_hash_table_insert (self->series, (gpointer)records[i], copy);
    }
}

/* The copy's id where it was copied, else the one it is. */
static TalId
map_series (const Copy *self, TalId series)
{
  const TalRecord *record = tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, series);
  const TalSeries *copy = record != NULL ? g_hash_table_lookup (self->series, record) : NULL;

  return copy != NULL ? copy->record.id : series;
}

/* Takes the initiative, whose facts are figures of series that have been copied. */
static void
add_initiative (Copy *self, TalInitiative *initiative)
{
  for (guint i = 0; i < tal_initiative_get_n_facts (initiative); i++)
    {
      TalInitiativeFact *fact = &g_array_index (initiative->facts, TalInitiativeFact, i);

      fact->series = map_series (self, fact->series);
    }
  add_new (self, initiative);
}

static void
add_series (Copy *self, TalId initiative)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_children (self->catalogue, TAL_KIND_SERIES, initiative, &length);

  for (guint i = 0; i < length; i++)
    {
      TalSeries *copy = g_hash_table_lookup (self->series, records[i]);

      for (guint j = 0; j < tal_series_get_n_terms (copy); j++)
        {
          TalTerm *term = &g_array_index (copy->terms, TalTerm, j);

          term->series = map_series (self, term->series);
        }
      tal_change_set_add (self->changes, NULL, &copy->record);
    }
}

/* The newest target alone, from the beginning of the new plan on. */
static void
move_targets (const Copy *self, TalCriterion *criterion)
{
  TalTarget newest = { TAL_PERIOD_UNSET, TAL_DECIMAL_NONE };

  for (guint i = 0; criterion->targets != NULL && i < criterion->targets->len; i++)
    {
      const TalTarget *each = &g_array_index (criterion->targets, TalTarget, i);

      if (i == 0 || tal_period_compare (newest.period, each->period) < 0)
        newest = *each;
    }
  if (!tal_period_is_set (newest.period))
    return;

  g_array_set_size (criterion->targets, 0);
  newest.period = tal_plan_years_move_period (newest.period, self->plan, self->request->first,
                                              self->request->last);
  g_array_append_val (criterion->targets, newest);
}

static void
add_goal (Copy *self, const TalGoal *before, TalId initiative)
{
  TalGoal *after = copy_as_new (self->writer, &before->record);

  after->initiative = initiative;
  after->measuring_period = TAL_PERIOD_UNSET;
  after->adopted_on = TAL_DAY_NONE;
  g_clear_pointer (&after->reason, g_free);
  g_clear_pointer (&after->note, g_free);
  for (guint i = 0; i < tal_goal_get_n_criteria (after); i++)
    {
      TalCriterion *criterion = &g_array_index (after->criteria, TalCriterion, i);

      criterion->series = map_series (self, criterion->series);
      if (criterion->basis != TAL_TARGET_KEEP)
        criterion->basis_series = map_series (self, criterion->basis_series);
      move_targets (self, criterion);
    }
  add_new (self, after);
}

static void
add_goals (Copy *self, TalId initiative, TalId copied_initiative)
{
  guint                   length = 0;
  const TalRecord *const *goals =
      tal_catalogue_get_children (self->catalogue, TAL_KIND_GOAL, initiative, &length);

  for (guint i = 0; i < length; i++)
    add_goal (self, TAL_GOAL (goals[i]), copied_initiative);
}

static void
add_everything (Copy *self)
{
  g_autoptr (GPtrArray)   copies = g_ptr_array_new ();
  TalId                   plan = add_plan (self);
  guint                   length = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_children (self->catalogue, TAL_KIND_INITIATIVE, self->plan->record.id,
                                  &length);

  for (guint i = 0; i < length; i++)
    {
      TalInitiative *copied = copy_initiative (self, TAL_INITIATIVE (initiatives[i]), plan);

      g_ptr_array_add (copies, copied);
      copy_series (self, initiatives[i]->id, copied->record.id);
    }
  for (guint i = 0; i < length; i++)
    add_initiative (self, g_ptr_array_index (copies, i));
  for (guint i = 0; i < length; i++)
    add_series (self, initiatives[i]->id);
  for (guint i = 0; i < length; i++)
    add_goals (self, initiatives[i]->id, ((TalRecord *)g_ptr_array_index (copies, i))->id);
}

static const TalPlan *
check_request (const TalCatalogue *catalogue, const TalPlanCopyRequest *request, GError **error)
{
  const TalRecord *plan = tal_catalogue_find (catalogue, TAL_KIND_PLAN, request->plan);
  g_autofree char *name = g_strstrip (g_strdup (request->name));

  if (plan == NULL)
    g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                         _ ("The plan isn't there any more."));
  else if (name[0] == '\0')
    g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT, _ ("Give the new plan a name."));
  else if (request->last != TAL_DAY_NONE && request->last < request->first)
    g_set_error_literal (error, TAL_ERROR, TAL_ERROR_OUT_OF_RANGE,
                         _ ("The last day is before the first."));
  else
    return TAL_PLAN (plan);

  return NULL;
}

TalChangeSet *
tal_plan_copy_make_changes (const TalCatalogue *catalogue,
                            TalRunSource       *runs,
                            const TalWriter    *writer,
                            gconstpointer       plan_copy_request,
                            GError            **error)
{
  const TalPlanCopyRequest *request = plan_copy_request;
  g_autoptr (GHashTable)    series = NULL;
  g_autoptr (TalChangeSet)  changes = NULL;
  g_autofree char          *label = NULL;
  const TalPlan            *plan = NULL;
  Copy                      copy = { catalogue, writer, request };

  g_return_val_if_fail (catalogue != NULL && writer != NULL, NULL);
  g_return_val_if_fail (request != NULL && request->name != NULL, NULL);
  g_return_val_if_fail (request->first != TAL_DAY_NONE, NULL);

  plan = check_request (catalogue, request, error);
  if (plan == NULL)
    return NULL;

  label = g_strdup_printf (_ ("“%s” copied to “%s”"), plan->name, request->name);
  series = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)tal_record_unref);
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  copy.plan = plan;
  copy.series = series;
  copy.changes = changes;
  add_everything (&copy);
  return g_steal_pointer (&changes);
}

TalPlanCopyRequest *
tal_plan_copy_suggest (const TalPlan *plan, TalDay today)
{
  TalPlanCopyRequest *self = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  self = g_new0 (TalPlanCopyRequest, 1);
  self->plan = plan->record.id;
  tal_plan_years_follow (plan, today, &self->first, &self->last);
  self->name = tal_plan_years_rename (plan, self->first, self->last);
  return self;
}

TalPlanCopyRequest *
tal_plan_copy_request_copy (const TalPlanCopyRequest *self)
{
  TalPlanCopyRequest *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->name = g_strdup (self->name);
  return copy;
}

void
tal_plan_copy_request_free (TalPlanCopyRequest *self)
{
  if (self == NULL)
    return;

  g_free ((char *)self->name);
  g_free (self);
}
