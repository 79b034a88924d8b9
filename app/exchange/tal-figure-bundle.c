/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-figure-bundle.h"

#include "core/tal-danish-period.h"
#include "core/tal-validate.h"
#include "exchange/tal-label-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One figure on its way. */
typedef struct
{
  TalKey          key;
  guint           figure; /* its position in the list */
  gboolean        clashes;
  TalObservation *record;   /* owned */
  gboolean        doubtful; /* what its source had said before decides */
} Draft;

typedef struct
{
  const TalFigureList   *list;
  const TalLabelMatches *matches;
  const TalColumnMap    *map;
  const TalFigureBasis  *basis;
  GPtrArray             *problems;
  TalFigureCounts        counts;
  TalBundle             *bundle;
  GPtrArray             *drafts; /* of Draft */
  GHashTable            *by_key; /* TalKey inside a draft → it */
  GHashTable            *made;   /* TalId inside a match → TalSeries, of those that are new */
  TalRun                *run;    /* the one last asked for */
} Bundling;

static void
draft_free (gpointer freed)
{
  Draft *draft = freed;

  if (draft->record != NULL)
    tal_record_unref (&draft->record->record);
  g_free (draft);
}

static void
bundling_clear (Bundling *self)
{
  g_clear_pointer (&self->bundle, tal_bundle_free);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->made, g_hash_table_unref);
  g_clear_pointer (&self->run, tal_run_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bundling, bundling_clear)

static const TalImportedFigure *
get_figure (const Bundling *self, guint position)
{
  return &g_array_index (self->list->figures, TalImportedFigure, position);
}

static guint
get_line (const Bundling *self, const TalImportedFigure *figure)
{
  return self->list->sheet != NULL ? figure->row + 1 : figure->row;
}

static void
report (Bundling                *self,
        TalSeverity              severity,
        const TalImportedFigure *figure,
        const char              *code,
        const char              *sentence)
{
  g_autofree char *place = tal_figure_list_dup_place (self->list, figure->row, figure->column);

  g_ptr_array_add (self->problems, tal_problem_new (severity, code, place, sentence));
}

static void
refuse (Bundling *self, const TalImportedFigure *figure, const char *code, const char *sentence)
{
  self->counts.n_refused++;
  report (self, TAL_SEVERITY_ERROR, figure, code, sentence);
}

static const TalSeries *
find_series (const Bundling *self, TalId id)
{
  const TalSeries *made = g_hash_table_lookup (self->made, &id);
  const TalRecord *here = tal_catalogue_find (self->basis->catalogue, TAL_KIND_SERIES, id);

  if (made != NULL)
    return made;

  return here != NULL ? TAL_SERIES (here) : NULL;
}

static TalId
find_owner (const Bundling *self, TalId id)
{
  const TalSeries *series = find_series (self, id);

  g_return_val_if_fail (series != NULL, TAL_ID_NONE);

  return series->record.owner;
}

static void
make_members (Bundling *self)
{
  for (guint i = 0; i < self->matches->members->len; i++)
    {
      const TalNewMember *each = g_ptr_array_index (self->matches->members, i);
      TalMember *member = tal_writer_create (self->basis->writer, TAL_KIND_MEMBER, each->id);

      member->dimension = tal_role_get_dimension (each->role);
      member->name = g_strdup (each->name);
      tal_bundle_add (self->bundle, &member->record, 1);
    }
}

static gboolean
has_alias (const TalMember *member, const char *name)
{
  for (guint i = 0; member->aliases != NULL && i < member->aliases->len; i++)
    {
      if (g_strcmp0 (g_array_index (member->aliases, TalMemberAlias, i).name, name) == 0)
        return TRUE;
    }

  return g_strcmp0 (member->name, name) == 0;
}

/* Members that somebody said are called so, too. */
static void
add_aliases (Bundling *self)
{
  for (guint i = 0; i < self->map->answers->len; i++)
    {
      const TalAnswer *answer = g_ptr_array_index (self->map->answers, i);
      const TalRecord *here =
          tal_catalogue_find (self->basis->catalogue, TAL_KIND_MEMBER, answer->id);
      g_autoptr (TalVersions) before = NULL;
      g_autoptr (TalVersions) after = NULL;
      TalMember              *member = NULL;
      TalMemberAlias          alias = { NULL };

      if (!answer->alias || answer->kind != TAL_ANSWER_USE || here == NULL ||
          has_alias (TAL_MEMBER (here), answer->label))
        continue;

      member = tal_writer_revise (self->basis->writer, here);
      if (member->aliases == NULL)
        member->aliases = g_array_new (FALSE, FALSE, sizeof alias);
      alias.name = g_strdup (answer->label);
      g_array_append_val (member->aliases, alias);
      before = tal_record_ref_versions (here, here->owner);
      after = tal_versions_advance (before, self->basis->writer->replica, self->basis->writer->now);
      tal_record_set_versions (&member->record, after, here->owner);
      tal_bundle_add (self->bundle, &member->record, 1);
    }
}

static char *
join_notes (const TalFigureList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->notes->len; i++)
    {
      const char *note = g_ptr_array_index (list->notes, i);

      if (text->len + strlen (note) > TAL_FIELD_PROSE_LENGTH / 4)
        break;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", note);
    }
  return g_string_free (text, text->len == 0);
}

static void
make_series (Bundling *self)
{
  g_autofree char *note = join_notes (self->list);

  for (guint i = 0; i < self->matches->matches->len; i++)
    {
      const TalLabelMatch *match = &g_array_index (self->matches->matches, TalLabelMatch, i);
      const TalLabelSet   *set = g_ptr_array_index (self->list->sets, i);
      TalSeries           *series = NULL;

      if (match->kind != TAL_ANSWER_NEW || set->n_figures == 0)
        continue;

      series = tal_writer_create (self->basis->writer, TAL_KIND_SERIES, match->series);
      series->name = g_strdup (match->name);
      series->measure_unit = match->unit;
      series->decimals = (int)set->decimals;
      series->target_group = match->members[TAL_DIMENSION_TARGET_GROUP];
      series->area = match->members[TAL_DIMENSION_AREA];
      series->offer = match->members[TAL_DIMENSION_OFFER];
      series->provider = match->members[TAL_DIMENSION_PROVIDER];
      series->source = g_strdup (self->list->source);
      if (g_strcmp0 (self->list->title, match->name) != 0)
        series->definition = g_strdup (self->list->title);
      series->note = g_strdup (note);
      g_hash_table_insert (self->made, (gpointer)&match->series, series);
    }
}

/* A new series of which all figures are refused would be an empty one. */
static void
bundle_series (Bundling *self)
{
  g_autoptr (GHashTable) used = g_hash_table_new (tal_id_key_hash, tal_id_key_equal);

  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = g_ptr_array_index (self->drafts, i);

      if (!draft->clashes)
        g_hash_table_add (used, &draft->key.id);
    }
  for (guint i = 0; i < self->matches->matches->len; i++)
    {
      const TalLabelMatch *match = &g_array_index (self->matches->matches, TalLabelMatch, i);
      TalSeries           *series = g_hash_table_lookup (self->made, &match->series);

      if (match->kind != TAL_ANSWER_NEW || series == NULL ||
          !g_hash_table_contains (used, &match->series))
        continue;

      self->counts.n_new_series++;
      tal_bundle_add (self->bundle, tal_record_ref (&series->record), 1);
    }
}

static gboolean
is_share (TalMeasureUnit unit)
{
  return unit == TAL_MEASURE_UNIT_PER_CENT || unit == TAL_MEASURE_UNIT_PERCENTAGE_POINTS;
}

/* Why the figure cannot be one of the series; NULL where it can. */
static const char *
find_breach (const Bundling          *self,
             const TalSeries         *series,
             const TalImportedFigure *figure,
             const char             **ret_code)
{
  const TalLabelSet *set = g_ptr_array_index (self->list->sets, figure->set);
  TalMeasureUnit     unit = TAL_MEASURE_UNIT_COUNT;

  g_return_val_if_fail (series != NULL, NULL);

  unit = series->measure_unit;
  *ret_code = "derived";
  if (tal_series_is_derived (series))
    return _ ("The series is computed, and a computed figure cannot be entered.");

  *ret_code = "unit";
  if (set->percent && !is_share (unit))
    return _ ("The figure is in per cent, and the series is not.");
  if (is_share (unit) && !set->percent && tal_figure_list_find_unit (self->list, set, &unit) &&
      !is_share (unit))
    return _ ("The series is in per cent, and the figure is not.");

  return tal_decimal_is_none (figure->value) ? NULL
                                             : tal_validate_value (series, figure->value, ret_code);
}

/* Whether two cells of a file say the same of one figure. */
static gboolean
is_repeated (const TalImportedFigure *a, const TalImportedFigure *b)
{
  if (tal_decimal_is_none (a->value) != tal_decimal_is_none (b->value))
    return FALSE;

  return a->missing == b->missing && a->state == b->state &&
         (tal_decimal_is_none (a->value) || tal_decimal_compare (a->value, b->value) == 0);
}

/* Of two cells that say different things nobody knows which is right. */
static void
refuse_clash (Bundling *self, Draft *first, const TalImportedFigure *figure)
{
  const TalImportedFigure *earlier = get_figure (self, first->figure);
  g_autofree char *here = tal_figure_list_dup_place (self->list, figure->row, figure->column);
  g_autofree char *there = tal_figure_list_dup_place (self->list, earlier->row, earlier->column);
  g_autofree char *sentence =
      g_strdup_printf (_ ("The figure stands twice with different values, also in %s."), there);

  refuse (self, figure, "twice", sentence);
  if (first->clashes)
    return;

  g_free (sentence);
  sentence =
      g_strdup_printf (_ ("The figure stands twice with different values, also in %s."), here);
  first->clashes = TRUE;
  self->counts.n_bundled--;
  refuse (self, earlier, "twice", sentence);
}

static void
draft_figure (Bundling *self, guint position, TalId id)
{
  const TalImportedFigure *figure = get_figure (self, position);
  const TalSeries         *series = find_series (self, id);
  const char              *code = NULL;
  const char              *breach = find_breach (self, series, figure, &code);
  TalKey                   key = { TAL_KIND_OBSERVATION, id, figure->period };
  Draft                   *draft = NULL;

  if (breach != NULL)
    {
      refuse (self, figure, code, breach);
      return;
    }

  draft = g_hash_table_lookup (self->by_key, &key);
  if (draft != NULL && !draft->clashes && is_repeated (get_figure (self, draft->figure), figure))
    {
      self->counts.n_repeated++;
      return;
    }
  if (draft != NULL)
    {
      refuse_clash (self, draft, figure);
      return;
    }

  draft = g_new0 (Draft, 1);
  draft->key = key;
  draft->figure = position;
  g_ptr_array_add (self->drafts, draft);
  g_hash_table_insert (self->by_key, &draft->key, draft);
  self->counts.n_bundled++;
}

static void
draft_figures (Bundling *self)
{
  for (guint i = 0; i < self->list->figures->len; i++)
    {
      const TalLabelMatch *match =
          &g_array_index (self->matches->matches, TalLabelMatch, get_figure (self, i)->set);

      if (match->kind == TAL_ANSWER_OPEN)
        self->counts.n_open++;
      else if (match->kind == TAL_ANSWER_LEAVE_OUT)
        self->counts.n_left_out++;
      else
        draft_figure (self, i, match->series);
    }
}

static void
write_draft (Bundling *self, Draft *draft)
{
  const TalImportedFigure *figure = get_figure (self, draft->figure);
  const TalObservation    *here = tal_run_find (self->run, figure->period);
  TalId                    owner = find_owner (self, draft->key.id);
  TalFigureWriters         writers = TAL_FIGURE_WRITERS_SOURCE;
  g_autoptr (TalVersions)  versions = NULL;

  if (here != NULL)
    writers = tal_figure_source_find_writers (&self->basis->source, here, owner);
  if (here != NULL && tal_figure_source_says (figure, here, writers))
    {
      draft->record = tal_record_copy (&here->record);
      return;
    }

  draft->doubtful = writers == TAL_FIGURE_WRITERS_BOTH;
  draft->record = here != NULL ? tal_writer_revise (self->basis->writer, &here->record)
                               : tal_observation_new (draft->key.id, figure->period, figure->value);
  draft->record->record.changed_at = self->basis->writer->now;
  g_free (draft->record->record.changed_by);
  draft->record->record.changed_by = g_strdup (self->basis->writer->author);
  tal_figure_source_fill_in (draft->record, figure, writers);
  versions =
      tal_figure_source_make_versions (&self->basis->source, here, draft->record, owner, writers);
  tal_record_set_versions (&draft->record->record, versions, owner);
}

/* Periods of a kind that the series has none of may be right, and may be a wrong column. */
static void
warn_of_kind (Bundling *self, const Draft *draft)
{
  const TalImportedFigure *figure = get_figure (self, draft->figure);
  const TalObservation    *last = NULL;
  g_autofree char         *here = NULL;
  g_autofree char         *there = NULL;
  g_autofree char         *sentence = NULL;

  for (guint i = 0; i < tal_run_get_length (self->run); i++)
    {
      last = tal_run_get_observation (self->run, i);
      if (last->period.kind == figure->period.kind)
        return;
    }
  if (last == NULL)
    return;

  here = tal_danish_period_format (last->period, TAL_DANISH_PERIOD_TEXT);
  there = tal_danish_period_format (figure->period, TAL_DANISH_PERIOD_TEXT);
  sentence =
      g_strdup_printf (_ ("The series has figures of periods such as %s, and here is one of %s."),
                          here, there);
  report (self, TAL_SEVERITY_WARNING, figure, "period-kind", sentence);
}

static int
compare_drafts (gconstpointer a, gconstpointer b)
{
  const Draft *draft_a = *(const Draft *const *)a;
  const Draft *draft_b = *(const Draft *const *)b;
  int          order = tal_id_compare (draft_a->key.id, draft_b->key.id);

  if (order != 0)
    return order;

  return draft_a->figure < draft_b->figure ? -1 : draft_a->figure > draft_b->figure;
}

static gboolean
write_drafts (Bundling *self, GCancellable *cancellable, GError **error)
{
  g_ptr_array_sort (self->drafts, compare_drafts);
  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = g_ptr_array_index (self->drafts, i);

      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (draft->clashes)
        continue;
      if (self->run == NULL || !tal_id_is_equal (tal_run_get_series (self->run), draft->key.id))
        {
          g_clear_pointer (&self->run, tal_run_unref);
          self->run = g_hash_table_contains (self->made, &draft->key.id)
                          ? tal_run_new (draft->key.id, g_ptr_array_new ())
                          : tal_run_source_ref_run (self->basis->runs, draft->key.id, error);
          if (self->run == NULL)
            return FALSE;
          warn_of_kind (self, draft);
        }
      write_draft (self, draft);
    }

  return TRUE;
}

static gboolean
settle_doubts (Bundling *self, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (tal_key_hash, tal_key_equal);
  g_autoptr (GHashTable) past = NULL;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = g_ptr_array_index (self->drafts, i);

      if (draft->doubtful)
        g_hash_table_add (keys, &draft->key);
    }
  if (g_hash_table_size (keys) == 0 || self->basis->past == NULL)
    return TRUE;

  past = self->basis->past (keys, self->basis->past_target, error);
  if (past == NULL)
    return FALSE;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = g_ptr_array_index (self->drafts, i);

      if (draft->doubtful)
        tal_figure_source_date_back (&self->basis->source, draft->record,
                                     get_figure (self, draft->figure),
                                     find_owner (self, draft->key.id),
                                     g_hash_table_lookup (past, &draft->key));
    }
  return TRUE;
}

static void
bundle_drafts (Bundling *self)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = g_ptr_array_index (self->drafts, i);

      if (draft->record != NULL)
        tal_bundle_add (self->bundle, &g_steal_pointer (&draft->record)->record,
                        get_line (self, get_figure (self, draft->figure)));
    }
  tal_bundle_finish (self->bundle);
}

TalBundle *
tal_figure_bundle_new (const TalFigureList   *list,
                       const TalLabelMatches *matches,
                       const TalColumnMap    *map,
                       const TalFigureBasis  *basis,
                       GPtrArray             *problems,
                       TalFigureCounts       *ret_counts,
                       GCancellable          *cancellable,
                       GError               **error)
{
  g_auto (Bundling) self = {
    .list = list, .matches = matches, .map = map, .basis = basis, .problems = problems
  };

  g_return_val_if_fail (list != NULL && matches != NULL && map != NULL, NULL);
  g_return_val_if_fail (basis != NULL && problems != NULL && ret_counts != NULL, NULL);

  self.bundle = tal_bundle_new ();
  self.drafts = g_ptr_array_new_with_free_func (draft_free);
  self.by_key = g_hash_table_new (tal_key_hash, tal_key_equal);
  self.made = g_hash_table_new_full (tal_id_key_hash, tal_id_key_equal, NULL,
                                     (GDestroyNotify)tal_record_unref);
  self.counts.n_left_out = list->n_left_out;
  for (guint i = 0; i < list->problems->len; i++)
    {
      const TalProblem *problem = g_ptr_array_index (list->problems, i);

      self.counts.n_refused++;
      g_ptr_array_add (problems,
                       tal_problem_new (TAL_SEVERITY_ERROR, tal_problem_get_code (problem),
                                        tal_problem_get_place (problem),
                                        tal_problem_get_sentence (problem)));
    }

  make_members (&self);
  add_aliases (&self);
  make_series (&self);
  draft_figures (&self);
  bundle_series (&self);
  if (!write_drafts (&self, cancellable, error) || !settle_doubts (&self, error))
    return NULL;

  bundle_drafts (&self);
  *ret_counts = self.counts;
  return g_steal_pointer (&self.bundle);
}
