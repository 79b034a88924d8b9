/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-goal-table.h"

#include "core/tal-danish-period.h"
#include "core/tal-funding.h"
#include "core/tal-goal-text.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "core/tal-sentence.h"

#include <string.h>

#define MOST_COLUMNS 4

static void
row_free (TalGoalTableRow *row)
{
  g_strfreev (row->cells);
  g_free (row->spoken);
  g_free (row);
}

void
tal_goal_table_free (TalGoalTable *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_strfreev (self->headings);
  g_ptr_array_unref (self->rows);
  g_free (self->note);
  g_free (self);
}

static const TalInitiative *
find_initiative (const TalCatalogue *catalogue, const TalGoalStatus *status)
{
  const TalRecord *record =
      tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, status->goal->initiative);

  return record != NULL ? TAL_INITIATIVE (record) : NULL;
}

/* "3. Flere lære- og elevpladser til unge", with what is set aside for it below. */
static char *
write_initiative (const TalCatalogue *catalogue, const TalGoalStatus *status, gboolean money)
{
  const TalInitiative *initiative = find_initiative (catalogue, status);
  GString             *text = g_string_new (NULL);
  TalFunding           funding;

  if (initiative == NULL)
    return g_string_free (text, FALSE);

  if (initiative->number > 0)
    g_string_append_printf (text, "%d. ", initiative->number);
  g_string_append (text, initiative->name);
  if (money && tal_funding_find_initiative (catalogue, initiative->record.id, &funding))
    {
      g_autofree char *amount = tal_sentence_amount (funding.kroner);

      g_string_append_printf (text, "\n%s", amount);
    }

  return g_string_free (text, FALSE);
}

/* Without the counts: "Målet blev ikke opnået (49 pct.)". */
static char *
write_status (const TalGoalStatus *status, gboolean counts)
{
  char *text = tal_goal_text_status (status);
  char *slash = strchr (text, '/');
  char *end = strrchr (text, ')');

  if (!counts && slash != NULL && end != NULL && slash < end)
    memmove (slash, end, strlen (end) + 1);
  return text;
}

static char *
write_indicator (const TalGoalStatus *status)
{
  if (status->series != NULL && status->series->name != NULL)
    return g_strdup (status->series->name);

  return g_strdup (status->goal->wording);
}

static char *
write_reached (const TalGoalStatus *status, gboolean counts)
{
  g_autofree char *result = tal_goal_text_result (status);
  g_autofree char *behind = counts ? tal_goal_text_counts (status) : NULL;

  return behind != NULL ? g_strdup_printf ("%s (%s)", result, behind) : g_steal_pointer (&result);
}

/* "20 pct.": what is to be reached at least needs no words in a column of such levels; all other
 * requirements do. */
static char *
write_level (const TalGoalStatus *status)
{
  const TalCriterion *criterion = status->criterion;

  if (criterion == NULL || status->series == NULL || tal_decimal_is_none (status->target) ||
      criterion->comparison != TAL_COMPARISON_AT_LEAST || criterion->basis != TAL_TARGET_FIXED ||
      criterion->target_unit != TAL_TARGET_UNIT_OF_SERIES || status->goal->deadline_weeks > 0 ||
      tal_goal_get_n_criteria (status->goal) > 1)
    return tal_goal_text_requirement (status);

  return tal_goal_text_value (status->target, status->series->measure_unit);
}

/* 'first' where it is the first goal of its initiative in the table. */
static char **
write_cells (const TalCatalogue  *catalogue,
             const TalGoalStatus *status,
             TalGoalTableLayout   layout,
             TalGoalTableOptions  options,
             gboolean             first)
{
  gboolean counts = (options & TAL_GOAL_TABLE_COUNTS) != 0;
  char   **cells = g_new0 (char *, MOST_COLUMNS + 1);

  switch (layout)
    {
    case TAL_GOAL_TABLE_INITIATIVES:
      cells[0] = first ? write_initiative (catalogue, status, (options & TAL_GOAL_TABLE_MONEY) != 0)
                       : g_strdup ("");
      cells[1] = g_strdup_printf ("%d) %s", status->goal->number, status->goal->wording);
      cells[2] = write_status (status, counts);
      return cells;
    case TAL_GOAL_TABLE_CONTENTS:
      cells[0] = g_strdup_printf ("%d", status->goal->number);
      cells[1] = g_strdup (status->goal->wording);
      cells[2] = write_level (status);
      cells[3] = write_reached (status, counts);
      return cells;
    case TAL_GOAL_TABLE_INDICATORS:
      cells[0] = write_indicator (status);
      cells[1] = write_level (status);
      cells[2] = write_reached (status, counts);
      cells[3] = g_strdup (tal_goal_text_verdict (status->attainment));
      return cells;
    }

  g_return_val_if_reached (cells);
}

static char **
write_headings (TalGoalTableLayout layout, TalGoalTableOptions options, TalPeriod period)
{
  g_autofree char *when = tal_sentence_when (period);
  g_autofree char *named = tal_period_is_set (period)
                               ? tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT)
                               : g_strdup ("");
  char           **headings = g_new0 (char *, MOST_COLUMNS + 1);

  switch (layout)
    {
    case TAL_GOAL_TABLE_INITIATIVES:
      headings[0] = g_strdup ((options & TAL_GOAL_TABLE_MONEY) != 0 ? "Indsats og afsatte midler"
                                                                    : "Indsats");
      headings[1] = g_strdup_printf ("Målsætninger%s", when);
      headings[2] = g_strchomp (g_strdup_printf ("Status %s", named));
      return headings;
    case TAL_GOAL_TABLE_CONTENTS:
      headings[0] = g_strdup ("Mål");
      headings[1] = g_strdup ("Indhold");
      headings[2] = g_strdup ("Målsætning");
      headings[3] = g_strdup ("Status");
      return headings;
    case TAL_GOAL_TABLE_INDICATORS:
      headings[0] = g_strdup ("Indikator");
      headings[1] = g_strdup ("Målniveau");
      headings[2] = g_strdup ("Realiseret");
      headings[3] = g_strdup ("Status");
      return headings;
    }

  g_return_val_if_reached (headings);
}

/* The years that a plan's name ends in, "2019-2023", say no more than the table's own. */
static char *
dup_without_years (const char *name)
{
  const char *last = strrchr (name, ' ');

  if (last == NULL || !g_ascii_isdigit (last[1]) ||
      strspn (last + 1, "0123456789-/") != strlen (last + 1))
    return g_strdup (name);

  return g_strndup (name, (gsize)(last - name));
}

static gboolean
are_of_one_initiative (const TalGoalStatus *goals, guint n_goals)
{
  for (guint i = 1; i < n_goals; i++)
    {
      if (!tal_id_is_equal (goals[i].goal->initiative, goals[0].goal->initiative))
        return FALSE;
    }

  return n_goals > 0;
}

/* "Målsætninger og status for Integrationshandleplanen i 2023"; of one initiative "Status på
 * målsætninger for indsatsen i Mjølnerparken i 2017-18". */
static char *
write_title (const TalCatalogue  *catalogue,
             const TalGoalStatus *goals,
             guint                n_goals,
             TalGoalTableLayout   layout)
{
  TalTally             tally = tal_sentence_tally (goals, n_goals);
  g_autofree char     *when = tal_sentence_when (tally.period);
  g_autofree char     *name = NULL;
  const TalInitiative *initiative = n_goals > 0 ? find_initiative (catalogue, &goals[0]) : NULL;
  const TalRecord     *plan =
      initiative != NULL ? tal_catalogue_find (catalogue, TAL_KIND_PLAN, initiative->plan) : NULL;

  if (layout == TAL_GOAL_TABLE_CONTENTS && initiative != NULL &&
      are_of_one_initiative (goals, n_goals))
    {
      name = g_strdup (initiative->name);
      if (g_str_has_prefix (name, "Den "))
        name[0] = 'd';
      return g_strdup_printf ("Status på målsætninger for %s%s", name, when);
    }
  if (plan == NULL)
    return g_strdup_printf ("Målsætninger og status%s", when);

  name = dup_without_years (TAL_PLAN (plan)->name);
  return g_strdup_printf ("Målsætninger og status for %s%s", name, when);
}

static gboolean
is_shown (const TalGoalStatus *status, TalGoalTableOptions options)
{
  return (options & TAL_GOAL_TABLE_MISSED_ONLY) == 0 ||
         status->attainment == TAL_ATTAINMENT_NOT_MET;
}

/* Whether some of the shares that are shown are of other people than others. */
static gboolean
are_of_different_people (const TalGoalStatus *goals, guint n_goals, TalGoalTableOptions options)
{
  const TalGoal *first = NULL;

  for (guint i = 0; i < n_goals; i++)
    {
      if (!is_shown (&goals[i], options) || goals[i].series == NULL ||
          goals[i].series->measure_unit != TAL_MEASURE_UNIT_PER_CENT)
        continue;
      if (first != NULL && g_strcmp0 (first->population, goals[i].goal->population) != 0)
        return TRUE;
      first = goals[i].goal;
    }

  return FALSE;
}

static void
add_note (GString *note, const TalGoalStatus *status)
{
  g_autofree char *own = tal_goal_text_note (status);

  if (own != NULL)
    g_string_append_printf (note, " %s", own);
}

TalGoalTable *
tal_goal_table_new (const TalCatalogue  *catalogue,
                    const TalGoalStatus *goals,
                    guint                n_goals,
                    TalGoalTableLayout   layout,
                    TalGoalTableOptions  options)
{
  TalGoalTable       *self = NULL;
  g_autoptr (GString) note = g_string_new ("Note:");
  gsize               empty = 0;
  TalId               initiative = TAL_ID_NONE;

  g_return_val_if_fail (catalogue != NULL && (goals != NULL || n_goals == 0), NULL);

  if (are_of_different_people (goals, n_goals, options))
    g_string_append (note,
                     " Bemærk, at de enkelte målsætninger omfatter forskellige målgrupper, og "
                     "at procentsatserne dermed ikke kan sammenlignes. Målemetoder og "
                     "måleperiode for de enkelte målsætninger:");
  empty = note->len;
  self = g_new0 (TalGoalTable, 1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  self->title = write_title (catalogue, goals, n_goals, layout);
  self->headings = write_headings (layout, options, tal_sentence_tally (goals, n_goals).period);
  for (guint i = 0; i < n_goals; i++)
    {
      gboolean         first = !tal_id_is_equal (goals[i].goal->initiative, initiative);
      TalGoalTableRow *row = NULL;

      if (!is_shown (&goals[i], options))
        continue;
      initiative = goals[i].goal->initiative;
      row = g_new0 (TalGoalTableRow, 1);
      row->goal = goals[i].goal->record.id;
      row->cells = write_cells (catalogue, &goals[i], layout, options, first);
      row->spoken = tal_goal_text_spoken (&goals[i]);
      g_ptr_array_add (self->rows, row);
      add_note (note, &goals[i]);
    }

  if ((options & TAL_GOAL_TABLE_NOTE) != 0 && note->len > empty)
    self->note = g_strdup (note->str);
  return self;
}

/* A cell of a spreadsheet is one line. */
static void
append_cell (GString *text, const char *cell)
{
  g_autofree char *line = g_strdup (cell);

  g_string_append (text, g_strdelimit (line, "\t\r\n", ' '));
}

static void
append_line (GString *text, char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\t');
      append_cell (text, cells[i]);
    }
  g_string_append_c (text, '\n');
}

char *
tal_goal_table_to_tabs (const TalGoalTable *self)
{
  GString *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  append_line (text, self->headings);
  for (guint i = 0; i < self->rows->len; i++)
    append_line (text, ((const TalGoalTableRow *)g_ptr_array_index (self->rows, i))->cells);
  return g_string_free (text, FALSE);
}

static const char *
get_cell (const TalGoalTable *self, guint row, guint column)
{
  return ((const TalGoalTableRow *)g_ptr_array_index (self->rows, row))->cells[column];
}

/* How many rows a cell of the first column reaches down. */
static guint
count_span (const TalGoalTable *self, guint row)
{
  guint span = 1;

  while (row + span < self->rows->len && get_cell (self, row + span, 0)[0] == '\0')
    span++;
  return span;
}

static void
append_html_cell (GString *html, const TalGoalTable *self, guint row, guint column)
{
  g_autofree char *escaped = g_markup_escape_text (get_cell (self, row, column), -1);
  g_auto (GStrv)   lines = g_strsplit (escaped, "\n", -1);
  g_autofree char *text = g_strjoinv ("<br>", lines);
  guint            span = column == 0 ? count_span (self, row) : 1;

  if (column == 0 && text[0] == '\0')
    return;
  if (span > 1)
    g_string_append_printf (html, "<td rowspan=\"%u\">%s</td>", span, text);
  else
    g_string_append_printf (html, "<td>%s</td>", text);
}

char *
tal_goal_table_to_html (const TalGoalTable *self)
{
  GString         *html = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  title = g_markup_escape_text (self->title, -1);
  html = g_string_new (NULL);
  g_string_append_printf (html, "<table><caption>%s</caption><thead><tr>", title);
  for (guint i = 0; self->headings[i] != NULL; i++)
    {
      g_autofree char *heading = g_markup_escape_text (self->headings[i], -1);

      g_string_append_printf (html, "<th scope=\"col\">%s</th>", heading);
    }
  g_string_append (html, "</tr></thead><tbody>");
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_string_append (html, "<tr>");
      for (guint j = 0; self->headings[j] != NULL; j++)
        append_html_cell (html, self, i, j);
      g_string_append (html, "</tr>");
    }
  g_string_append (html, "</tbody></table>");
  return g_string_free (html, FALSE);
}
