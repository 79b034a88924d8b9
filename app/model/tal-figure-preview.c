/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-figure-preview.h"

#include "base/tal-danish-number.h"
#include "core/tal-danish-period.h"
#include "core/tal-field-text.h"
#include "core/tal-series.h"
#include "model/tal-figure-report.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const TalFigureList   *list;
  const TalLabelMatches *matches;
  const TalCatalogue    *catalogue;
  GHashTable            *refused; /* place → sentence */
  GPtrArray             *preview;
} Previewing;

static char *
dup_value (const TalImportedFigure *figure)
{
  g_autofree char *number = NULL;

  if (tal_decimal_is_none (figure->value))
    return g_strdup (tal_field_text_get_word (tal_missing_get_name (figure->missing)));

  number = tal_danish_number_format (figure->value, TAL_DANISH_NUMBER_PLAIN);
  return figure->approximation == TAL_APPROXIMATION_EXACT
             ? g_steal_pointer (&number)
             : g_strdup_printf ("%s %s",
                                tal_field_text_get_word (
                                    tal_approximation_get_name (figure->approximation)),
                                number);
}

static char *
dup_series (const Previewing *self, const TalImportedFigure *figure)
{
  const TalLabelMatch *match = &g_array_index (self->matches->matches, TalLabelMatch, figure->set);
  const TalLabelSet   *set = g_ptr_array_index (self->list->sets, figure->set);
  const TalRecord     *here = NULL;

  if (match->kind == TAL_ANSWER_NEW)
    return g_strdup (match->name);
  if (match->kind == TAL_ANSWER_USE)
    here = tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, match->series);

  return g_strdup (here != NULL ? TAL_SERIES (here)->name : set->key);
}

/* Why the figure is not stored, or NULL. */
static const char *
find_matter (const Previewing *self, const TalImportedFigure *figure, const char *place)
{
  const TalLabelMatch *match = &g_array_index (self->matches->matches, TalLabelMatch, figure->set);

  if (match->kind == TAL_ANSWER_OPEN)
    return _ ("Waits for an answer");
  if (match->kind == TAL_ANSWER_LEAVE_OUT)
    return _ ("Left out by choice");

  return g_hash_table_lookup (self->refused, place);
}

/* FALSE once there are enough. */
static gboolean
add_figure (Previewing *self, const TalImportedFigure *figure, gboolean only_refused)
{
  g_autofree char  *place = tal_figure_list_dup_place (self->list, figure->row, figure->column);
  gboolean          refused = g_hash_table_contains (self->refused, place);
  TalFigurePreview *preview = NULL;

  if (refused != only_refused)
    return TRUE;

  preview = g_new0 (TalFigurePreview, 1);
  preview->series = dup_series (self, figure);
  preview->period = tal_danish_period_format (figure->period, TAL_DANISH_PERIOD_TABLE);
  preview->value = dup_value (figure);
  preview->state = g_strdup (figure->has_state ? tal_figure_state_get_title (figure->state) : "");
  preview->note = g_strdup (figure->note != NULL ? figure->note : "");
  preview->matter = g_strdup (find_matter (self, figure, place));
  preview->refused = refused;
  preview->place = g_steal_pointer (&place);
  g_ptr_array_add (self->preview, preview);
  return self->preview->len < TAL_FIGURE_MOST_PREVIEWED;
}

void
tal_figure_preview_add_unread (GPtrArray *preview, const GPtrArray *problems)
{
  g_return_if_fail (preview != NULL && problems != NULL);

  for (guint i = 0; i < problems->len && preview->len < TAL_FIGURE_MOST_PREVIEWED; i++)
    {
      const TalProblem *problem = g_ptr_array_index (problems, i);
      TalFigurePreview *unread = NULL;

      if (tal_problem_get_severity (problem) != TAL_SEVERITY_ERROR)
        continue;

      unread = g_new0 (TalFigurePreview, 1);
      unread->series = g_strdup ("");
      unread->period = g_strdup ("");
      unread->value = g_strdup ("");
      unread->state = g_strdup ("");
      unread->note = g_strdup ("");
      unread->place = g_strdup (tal_problem_get_place (problem));
      unread->matter = g_strdup (tal_problem_get_sentence (problem));
      unread->refused = TRUE;
      g_ptr_array_add (preview, unread);
    }
}

static gboolean
add_refused (Previewing *self)
{
  tal_figure_preview_add_unread (self->preview, self->list->problems);
  if (self->preview->len == TAL_FIGURE_MOST_PREVIEWED)
    return FALSE;

  for (guint i = 0; g_hash_table_size (self->refused) > 0 && i < self->list->figures->len; i++)
    {
      if (!add_figure (self, &g_array_index (self->list->figures, TalImportedFigure, i), TRUE))
        return FALSE;
    }

  return TRUE;
}

/* Of figures; a cell that is none has its place in the list. */
static void
find_refused (Previewing *self, const GPtrArray *problems)
{
  for (guint i = self->list->problems->len; i < problems->len; i++)
    {
      const TalProblem *problem = g_ptr_array_index (problems, i);

      if (tal_problem_get_severity (problem) == TAL_SEVERITY_ERROR)
        g_hash_table_insert (self->refused, (gpointer)tal_problem_get_place (problem),
                             (gpointer)tal_problem_get_sentence (problem));
    }
}

void
tal_figure_preview_add (GPtrArray             *preview,
                        const TalFigureList   *list,
                        const TalLabelMatches *matches,
                        const GPtrArray       *problems,
                        const TalCatalogue    *catalogue)
{
  g_autoptr (GHashTable) refused = g_hash_table_new (g_str_hash, g_str_equal);
  Previewing             self = { list, matches, catalogue, refused, preview };

  g_return_if_fail (preview != NULL && list != NULL && matches != NULL);
  g_return_if_fail (problems != NULL && catalogue != NULL);

  find_refused (&self, problems);
  if (!add_refused (&self))
    return;

  for (guint i = 0; i < list->figures->len; i++)
    {
      if (!add_figure (&self, &g_array_index (list->figures, TalImportedFigure, i), FALSE))
        return;
    }
}
