/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-column-map-likeness.h"

#include "base/tal-danish-collation.h"
#include "exchange/tal-period-text.h"

#include <glib/gi18n-lib.h>

/* With fewer columns "Periode" and "Antal" would be like all others. */
#define TELLING_COLUMNS 3

static gboolean
is_heading_same (const char *a, const char *b)
{
  g_autofree char *folded_a = tal_danish_collation_dup_folded (a);
  g_autofree char *folded_b = tal_danish_collation_dup_folded (b);

  return g_str_equal (folded_a, folded_b);
}

/* A column of a period, in a table with one for each, is not in the next file. */
static gboolean
is_of_period (const TalMapColumn *column)
{
  TalPeriod period;

  return column->role == TAL_ROLE_VALUE && tal_period_text_parse (column->heading, &period);
}

static TalMapColumn *
find_heading (const TalColumnMap *self, const char *heading)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TalMapColumn *column = g_ptr_array_index (self->columns, i);

      if (*heading != '\0' && is_heading_same (column->heading, heading))
        return column;
    }

  return NULL;
}

/* A column in the same place that means the same and has a heading of its own. */
static TalMapColumn *
find_renamed (const TalColumnMap *self, const TalColumnMap *kept, const TalMapColumn *column)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TalMapColumn *each = g_ptr_array_index (self->columns, i);

      if (each->index == column->index && !is_of_period (each) &&
          find_heading (kept, each->heading) == NULL &&
          (each->role == column->role ||
           (tal_role_is_label (each->role) && tal_role_is_label (column->role))))
        return each;
    }

  return NULL;
}

static guint
count_telling (const TalColumnMap *self)
{
  guint count = 0;

  for (guint i = 0; i < self->columns->len; i++)
    count += !is_of_period (g_ptr_array_index (self->columns, i));
  return count;
}

gboolean
tal_column_map_is_like (const TalColumnMap *self, const TalColumnMap *kept)
{
  guint n_halves = 0;
  guint n_columns = 0;

  g_return_val_if_fail (self != NULL && kept != NULL, FALSE);

  n_columns = MAX (count_telling (self), count_telling (kept));
  for (guint i = 0; i < kept->columns->len; i++)
    {
      const TalMapColumn *column = g_ptr_array_index (kept->columns, i);

      if (is_of_period (column))
        continue;
      if (find_heading (self, column->heading) != NULL)
        n_halves += 2;
      else if (find_renamed (self, kept, column) != NULL)
        n_halves += *column->heading == '\0' ? 2 : 1;
    }

  return n_halves * 5 >= n_columns * 6 &&
         (n_columns >= TELLING_COLUMNS || g_strcmp0 (self->name, kept->name) == 0);
}

static void
adopt_column (TalColumnMap       *self,
              const TalColumnMap *kept,
              const TalMapColumn *column,
              gboolean            told,
              GPtrArray          *notes)
{
  TalMapColumn *own = find_heading (self, column->heading);

  if (own == NULL)
    {
      own = find_renamed (self, kept, column);
      if (own != NULL && *column->heading != '\0')
        g_ptr_array_add (notes, g_strdup_printf (_ ("The column “%s” is now called “%s”."),
                                                    column->heading, own->heading));
    }
  if (own == NULL)
    {
      if (!is_of_period (column) && column->role != TAL_ROLE_LEFT_OUT)
        g_ptr_array_add (notes, g_strdup_printf (_ ("The column “%s” is not in the file."),
                                                    column->heading));
      return;
    }

  own->role = column->role;
  if ((column->numbers == TAL_NUMBER_STYLE_DANISH || column->numbers == TAL_NUMBER_STYLE_ENGLISH) &&
      (told || own->numbers == TAL_NUMBER_STYLE_AMBIGUOUS ||
       own->numbers == TAL_NUMBER_STYLE_MIXED))
    own->numbers = column->numbers;
}

static void
take_answer (TalAnswer *to, const TalAnswer *from)
{
  to->kind = from->kind;
  to->id = from->id;
  to->alias = from->alias;
  to->unit = from->unit;
  to->has_unit = from->has_unit;
  g_free (to->name);
  to->name = g_strdup (from->name);
}

static void
adopt_answers (TalColumnMap *self, const TalColumnMap *kept)
{
  for (guint i = 0; i < kept->answers->len; i++)
    {
      const TalAnswer *from = g_ptr_array_index (kept->answers, i);

      take_answer (tal_column_map_answer (self, from->role, from->label), from);
    }
  for (guint i = 0; i < kept->signs->len; i++)
    {
      const TalMapSign *sign = g_ptr_array_index (kept->signs, i);

      tal_column_map_set_sign (self, sign->sign, sign->is_zero, sign->missing);
    }
}

void
tal_column_map_recall (TalColumnMap *self, const TalColumnMap *kept)
{
  g_return_if_fail (self != NULL && kept != NULL);

  self->id = kept->id;
  for (guint i = 0; i < kept->answers->len; i++)
    {
      const TalAnswer *from = g_ptr_array_index (kept->answers, i);
      TalAnswer       *to = tal_column_map_answer (self, from->role, from->label);

      if (to->kind == TAL_ANSWER_OPEN)
        take_answer (to, from);
      else if (to->kind == TAL_ANSWER_NEW && from->kind == TAL_ANSWER_NEW)
        to->id = from->id;
    }
}

void
tal_column_map_adopt (TalColumnMap *self, const TalColumnMap *kept, gboolean told, GPtrArray *notes)
{
  g_return_if_fail (self != NULL && kept != NULL && notes != NULL);

  if (!tal_id_is_none (kept->id))
    self->id = kept->id;
  for (guint i = 0; i < kept->columns->len; i++)
    adopt_column (self, kept, g_ptr_array_index (kept->columns, i), told, notes);
  if (kept->n_headings == self->n_headings || (told && kept->has_rows))
    {
      g_array_set_size (self->headings, 0);
      g_array_append_vals (self->headings, kept->headings->data, kept->headings->len);
      self->n_headings = kept->n_headings;
    }
  adopt_answers (self, kept);
  if (kept->days != TAL_PERIOD_NONE)
    self->days = kept->days;
  if (!told)
    return;

  if (kept->has_rows)
    {
      self->has_rows = TRUE;
      self->first_row = kept->first_row;
      self->end_row = kept->end_row;
    }
  self->repeats = kept->repeats;
  if (kept->period != NULL)
    {
      g_free (self->period);
      self->period = g_strdup (kept->period);
    }
}
