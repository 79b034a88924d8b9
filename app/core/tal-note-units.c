/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-units.h"

#include "core/tal-danish-period.h"
#include "core/tal-note-label.h"
#include "core/tal-note-match.h"
#include "core/tal-note-periods.h"
#include "core/tal-remark.h"

#include <glib/gi18n-lib.h>

#define FEWEST_CELLS 3
#define LEAST_NUMBER 10 /* smaller ones agree with anything */
#define NEED_NAME 0.35

typedef enum
{
  UNIT_KRONER,
  UNIT_THOUSANDS,
  UNIT_MILLIONS,
  UNIT_SHARES,
  UNIT_COUNTS,
  N_UNITS,
} Unit;

typedef struct
{
  guint                  table;
  const TalNoteSentence *first;
  guint                  n_said[N_UNITS];           /* cells that agree as anything */
  guint                  n_found[N_UNITS][N_UNITS]; /* as said, as found */
  TalPeriod              period;                    /* of the caption, or unset */
  TalPeriod              other;                     /* that the first cell is of instead */
  guint                  n_periods;                 /* cells that have a figure of any period */
  guint                  n_right;                   /* … of the caption's */
  guint                  n_other;
} Table;

struct _TalNoteUnits
{
  TalNoteFigures *figures;
  GArray         *tables; /* of Table */
};

TalNoteUnits *
tal_note_units_new (TalNoteFigures *figures)
{
  TalNoteUnits *self = NULL;

  g_return_val_if_fail (figures != NULL, NULL);

  self = g_new0 (TalNoteUnits, 1);
  self->figures = figures;
  self->tables = g_array_new (FALSE, TRUE, sizeof (Table));
  return self;
}

void
tal_note_units_free (TalNoteUnits *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->tables);
  g_free (self);
}

static Table *
find_table (TalNoteUnits *self, const TalNoteSentence *sentence)
{
  Table table = { .table = sentence->passage->table,
                  .first = sentence,
                  .period = TAL_PERIOD_UNSET,
                  .other = TAL_PERIOD_UNSET };

  if (self->tables->len > 0)
    {
      Table *last = &g_array_index (self->tables, Table, self->tables->len - 1);

      if (last->table == table.table)
        return last;
    }

  if (sentence->caption != NULL)
    table.period = tal_note_periods_find_only (sentence->caption);
  g_array_append_val (self->tables, table);
  return &g_array_index (self->tables, Table, self->tables->len - 1);
}

/* A number alone in its cell. */
static gboolean
is_bare (const TalNoteMatch *match)
{
  const TalMention *mention = match->mention;

  return match->sentence->passage->kind == TAL_PASSAGE_ROW && mention->unit == TAL_MENTION_PLAIN &&
         mention->noun == NULL && mention->exponent == 0 &&
         mention->approximation == TAL_APPROXIMATION_EXACT && !mention->in_words &&
         !match->target && ABS (mention->value.coefficient) >= LEAST_NUMBER;
}

static Unit
find_said (const TalNoteMatch *match)
{
  static const char *const counts[] = { "antal", NULL };
  const char              *header = match->sentence->header;

  if (match->kroner)
    return match->exponent == 6   ? UNIT_MILLIONS
           : match->exponent == 3 ? UNIT_THOUSANDS
                                  : UNIT_KRONER;
  if (match->per_cent)
    return UNIT_SHARES;

  return header != NULL && tal_note_has_any (header, counts) ? UNIT_COUNTS : N_UNITS;
}

/* Whether the figure can be told so. */
static gboolean
fits_unit (const TalNoteSubject *subject, Unit unit)
{
  gboolean money = tal_measure_unit_is_money (subject->unit);
  gboolean share = subject->unit == TAL_MEASURE_UNIT_PER_CENT;

  if (subject->kind == TAL_NOTE_SUBJECT_TARGET)
    return FALSE;
  if (unit == UNIT_SHARES)
    return share;

  return unit == UNIT_COUNTS ? !money && !share : money;
}

/* A figure of that unit, in the period told, that the number is. */
static const TalNoteFigure *
find_figure (const TalNoteUnits *self, const TalNoteMatch *match, Unit unit)
{
  TalNoteMatch probe = *match;

  probe.exponent = unit == UNIT_MILLIONS ? 6 : unit == UNIT_THOUSANDS ? 3 : 0;
  for (guint i = 0; i < match->scores->len; i++)
    {
      const TalNoteScore   *score = &g_array_index (match->scores, TalNoteScore, i);
      const TalNoteSubject *subject = tal_note_figures_get_subject (self->figures, score->subject);
      guint                 length = 0;
      const TalNoteFigure  *list =
          tal_note_figures_get_figures (self->figures, score->subject, &length);

      if (score->weight < NEED_NAME)
        break;
      for (guint j = 0; fits_unit (subject, unit) && j < length; j++)
        {
          if (tal_note_match_compare_period (match, list[j].period) >= 0 &&
              tal_note_match_agrees (&probe, list[j].value, list[j].approximation))
            return &list[j];
        }
    }

  return NULL;
}

/* As what the number agrees; one that agrees as nothing says nothing. */
static void
note_unit (const TalNoteUnits *self, const TalNoteMatch *match, Unit said, Table *table)
{
  gboolean is_known = FALSE;

  for (Unit unit = UNIT_KRONER; unit < N_UNITS; unit++)
    {
      gboolean agrees = find_figure (self, match, unit) != NULL;

      table->n_found[said][unit] += agrees ? 1 : 0;
      is_known |= agrees;
    }
  table->n_said[said] += is_known ? 1 : 0;
}

/* Of which period the number is a figure, where only the caption tells one. */
static void
note_period (const TalNoteMatch *match, Table *table)
{
  if (!tal_period_is_set (table->period) || tal_period_is_set (match->sentence->column) ||
      match->figure == NULL || match->support < NEED_NAME ||
      !tal_period_is_set (match->figure->period))
    return;

  table->n_periods++;
  if (tal_period_overlaps (match->figure->period, table->period))
    table->n_right++;
  else if (!tal_period_is_set (table->other))
    table->other = match->figure->period;
  if (tal_period_is_set (table->other) && tal_period_is_equal (match->figure->period, table->other))
    table->n_other++;
}

void
tal_note_units_add (TalNoteUnits *self, const GPtrArray *matches)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (matches != NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const TalNoteMatch *match = g_ptr_array_index (matches, i);
      Unit                said = N_UNITS;
      Table              *table = NULL;

      if (!is_bare (match))
        continue;
      table = find_table (self, match->sentence);
      said = find_said (match);
      if (said != N_UNITS)
        note_unit (self, match, said, table);
      note_period (match, table);
    }
}

static gboolean
is_most (guint n_found, guint n_all)
{
  return n_found >= FEWEST_CELLS && n_found * 3 >= n_all * 2;
}

static const char *
get_name (Unit unit)
{
  static const char *const names[] = { "kr.", "1.000 kr.", "mio. kr.", "pct.", "antal" };

  return names[unit];
}

static TalRemark *
start_remark (const Table *table, const char *code)
{
  const TalNoteSentence *first = table->first;
  TalRemark             *remark =
      tal_remark_new (TAL_REMARK_DIFFERS, TAL_SEVERITY_WARNING, code, first->passage->line);
  const char *said = first->caption != NULL ? first->caption : first->header;

  remark->quote = g_strstrip (g_strdup (said != NULL ? said : ""));
  return remark;
}

static void
judge_unit (const Table *table, Unit said, GPtrArray *remarks)
{
  for (Unit unit = UNIT_KRONER; unit < N_UNITS; unit++)
    {
      TalRemark *remark = NULL;

      if (unit == said || table->n_found[said][said] > 0 ||
          !is_most (table->n_found[said][unit], table->n_said[said]))
        continue;
      remark = start_remark (table, "heading-unit");
      remark->suggestion = g_strdup (get_name (unit));
      remark->sentence =
          g_strdup_printf (_ ("The table's numbers are told as “%s”, but they agree as “%s”."),
                              get_name (said), get_name (unit));
      g_ptr_array_add (remarks, remark);
      return;
    }
}

static void
judge_period (const Table *table, GPtrArray *remarks)
{
  TalRemark       *remark = NULL;
  g_autofree char *said = NULL;

  if (table->n_right > 0 || !is_most (table->n_other, table->n_periods))
    return;

  remark = start_remark (table, "heading-period");
  said = tal_danish_period_format (table->period, TAL_DANISH_PERIOD_TEXT);
  remark->suggestion = tal_danish_period_format (table->other, TAL_DANISH_PERIOD_TEXT);
  remark->period = table->other;
  remark->sentence =
      g_strdup_printf (_ ("The heading says %s, but the table has the figures of %s."), said,
                          remark->suggestion);
  g_ptr_array_add (remarks, remark);
}

void
tal_note_units_judge (const TalNoteUnits *self, GPtrArray *remarks)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (remarks != NULL);

  for (guint i = 0; i < self->tables->len; i++)
    {
      const Table *table = &g_array_index (self->tables, Table, i);

      for (Unit said = UNIT_KRONER; said < N_UNITS; said++)
        judge_unit (table, said, remarks);
      judge_period (table, remarks);
    }
}
