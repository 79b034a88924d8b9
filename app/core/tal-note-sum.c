/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-sum.h"

#include "base/tal-danish-number.h"
#include "core/tal-note-near.h"

#include <string.h>

void
tal_note_sum_add (TalNoteSum *self, const TalNoteTable *table, guint row, guint column, int sign)
{
  const TalNoteCell *cell = tal_note_table_get_cell (table, row, column);
  TalFraction        value;
  TalInterval        interval;

  g_return_if_fail (self != NULL);

  if (cell->kind == TAL_NOTE_CELL_EMPTY)
    return;
  if (!tal_note_cell_is_figure (cell))
    {
      self->is_missing = TRUE;
      return;
    }

  value = tal_fraction_from_decimal (cell->value);
  interval = tal_note_table_get_interval (table, cell, column);
  self->value =
      sign > 0 ? tal_fraction_add (self->value, value) : tal_fraction_subtract (self->value, value);
  self->interval = sign > 0 ? tal_interval_add (self->interval, interval)
                            : tal_interval_subtract (self->interval, interval);
  if (self->n_figures == 0 || tal_fraction_compare (value, self->least) < 0)
    self->least = value;
  if (self->n_figures == 0 || tal_fraction_compare (value, self->most) > 0)
    self->most = value;
  self->scale = MAX (self->scale, cell->value.scale);
  self->n_figures++;
}

TalNoteSumVerdict
tal_note_sum_compare (const TalNoteSum *self, const TalNoteTable *table, guint row, guint column)
{
  const TalNoteCell *cell = tal_note_table_get_cell (table, row, column);

  g_return_val_if_fail (self != NULL, TAL_NOTE_SUM_UNKNOWN);

  if (self->n_figures == 0 || self->is_missing || !tal_note_cell_is_figure (cell) ||
      !tal_fraction_is_valid (self->value))
    return TAL_NOTE_SUM_UNKNOWN;
  if (tal_fraction_compare (tal_fraction_from_decimal (cell->value), self->value) == 0)
    return TAL_NOTE_SUM_EQUAL;
  if (tal_interval_overlaps (self->interval, tal_note_table_get_interval (table, cell, column)))
    return TAL_NOTE_SUM_ROUNDED;

  return TAL_NOTE_SUM_OFF;
}

TalFraction
tal_note_sum_get_difference (const TalNoteSum *self, const TalNoteCell *figure)
{
  return tal_fraction_subtract (tal_fraction_from_decimal (figure->value), self->value);
}

static TalFraction
make_positive (TalFraction value)
{
  TalFraction none = tal_fraction_from_integer (0);

  return tal_fraction_compare (value, none) < 0 ? tal_fraction_subtract (none, value) : value;
}

gboolean
tal_note_sum_is_near (const TalNoteSum *self, const TalNoteCell *figure)
{
  TalFraction gap = make_positive (tal_note_sum_get_difference (self, figure));

  return tal_fraction_compare (tal_fraction_multiply (gap, tal_fraction_from_integer (10)),
                               make_positive (self->value)) <= 0;
}

gboolean
tal_note_sum_is_misprint (const TalNoteSum *self, const TalNoteCell *figure)
{
  TalDecimal value;

  return self->scale <= figure->value.scale &&
         tal_fraction_round (self->value, figure->value.scale, &value) &&
         tal_note_near_compare (figure->value, value) == TAL_NOTE_NEAR_STRONG;
}

gboolean
tal_note_sum_has_mean (const TalNoteSum *self, const TalNoteCell *figure)
{
  TalFraction value = tal_fraction_from_decimal (figure->value);

  return self->n_figures > 1 && tal_fraction_compare (value, self->least) >= 0 &&
         tal_fraction_compare (value, self->most) <= 0;
}

char *
tal_note_fraction_format (TalFraction value, guint8 scale)
{
  TalDecimal rounded;

  if (!tal_fraction_round (value, scale, &rounded))
    return g_strdup ("");

  return tal_danish_number_format (rounded, TAL_DANISH_NUMBER_PLAIN);
}

char *
tal_note_sum_format (const TalNoteSum *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_note_fraction_format (self->value, self->scale);
}

char *
tal_note_cell_dup_replacement (const TalNoteCell *cell, const char *value)
{
  gsize at;

  g_return_val_if_fail (cell != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  at = strlen (cell->text);
  while (at > 0 && !g_ascii_isdigit (cell->text[at - 1]))
    at--;
  return g_strconcat (value, cell->text + at, NULL);
}
