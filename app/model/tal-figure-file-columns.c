/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the columns of a file of figures are understood, field by field. */

#include "config.h"

#include "base/tal-error.h"
#include "exchange/tal-period-text.h"
#include "model/tal-figure-file-private.h"

#include <string.h>

/* Of a column, to know it by. */
#define MOST_SAMPLES 4
#define MOST_LOOKED_AT 200
#define LONGEST_SAMPLE 24

guint
tal_figure_file_get_n_columns (const TalFigureFile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->map->columns->len;
}

TalFigureColumn
tal_figure_file_get_column (const TalFigureFile *self, guint column)
{
  static const char *const styles[] = {
    [TAL_NUMBER_STYLE_NONE] = NULL,
    [TAL_NUMBER_STYLE_PLAIN] = NULL,
    [TAL_NUMBER_STYLE_DANISH] = "danish",
    [TAL_NUMBER_STYLE_ENGLISH] = "english",
    [TAL_NUMBER_STYLE_AMBIGUOUS] = "ambiguous",
    [TAL_NUMBER_STYLE_MIXED] = "mixed",
  };
  const TalMapColumn *own = NULL;

  g_return_val_if_fail (self != NULL, ((TalFigureColumn){ NULL }));
  g_return_val_if_fail (column < self->map->columns->len, ((TalFigureColumn){ NULL }));

  own = g_ptr_array_index (self->map->columns, column);
  return (TalFigureColumn){ own->heading, tal_role_get_name (own->role), styles[own->numbers] };
}

/* FALSE once there are enough. */
static gboolean
add_sample (GString *samples, guint *n_samples, const char *text)
{
  g_autofree char *shown = tal_error_dup_quotable (text);

  if (g_utf8_strlen (shown, -1) > LONGEST_SAMPLE)
    strcpy (g_utf8_offset_to_pointer (shown, LONGEST_SAMPLE - 1), "…");
  if (*shown == '\0' || g_str_has_suffix (samples->str, shown))
    return TRUE;

  g_string_append_printf (samples, "%s%s", *n_samples > 0 ? " · " : "", shown);
  (*n_samples)++;
  return *n_samples < MOST_SAMPLES;
}

char *
tal_figure_file_dup_samples (const TalFigureFile *self, guint column)
{
  const TalMapColumn *own = NULL;
  const TalSheet     *sheet = NULL;
  GString            *samples = g_string_new (NULL);
  guint               n_samples = 0;

  g_return_val_if_fail (self != NULL && column < self->map->columns->len, NULL);

  own = g_ptr_array_index (self->map->columns, column);
  if (self->cube != NULL)
    {
      for (guint i = 0; i < tal_cube_get_n_values (self->cube, column); i++)
        {
          const TalCubeValue *value = tal_cube_get_value (self->cube, column, i);

          if (!add_sample (samples, &n_samples, value->label != NULL ? value->label : value->code))
            break;
        }
      return g_string_free (samples, FALSE);
    }

  sheet = tal_workbook_get_sheet (self->book, self->sheet);
  for (guint row = self->map->first_row;
       row < MIN (self->map->end_row, self->map->first_row + MOST_LOOKED_AT); row++)
    {
      if (!add_sample (samples, &n_samples, tal_sheet_get_text (sheet, row, own->index)))
        break;
    }
  return g_string_free (samples, FALSE);
}

const char *
tal_figure_file_get_period (const TalFigureFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->map->period;
}

const char *
tal_figure_file_get_days (const TalFigureFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->map->days != TAL_PERIOD_NONE ? tal_map_days_get_name (self->map->days) : NULL;
}

gboolean
tal_figure_file_set_role (TalFigureFile *self, guint column, const char *role)
{
  TalMapColumn *own = NULL;

  g_return_val_if_fail (self != NULL && role != NULL, FALSE);
  g_return_val_if_fail (column < self->map->columns->len, FALSE);

  own = g_ptr_array_index (self->map->columns, column);
  return tal_role_from_name (role, &own->role);
}

void
tal_figure_file_set_numbers (TalFigureFile *self, guint column, gboolean danish)
{
  TalMapColumn *own = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (column < self->map->columns->len);

  own = g_ptr_array_index (self->map->columns, column);
  own->numbers = danish ? TAL_NUMBER_STYLE_DANISH : TAL_NUMBER_STYLE_ENGLISH;
}

void
tal_figure_file_set_all_numbers (TalFigureFile *self, gboolean danish)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->map->columns->len; i++)
    {
      const TalMapColumn *column = g_ptr_array_index (self->map->columns, i);

      if (column->numbers == TAL_NUMBER_STYLE_AMBIGUOUS ||
          column->numbers == TAL_NUMBER_STYLE_MIXED)
        tal_figure_file_set_numbers (self, i, danish);
    }
}

gboolean
tal_figure_file_is_period (const char *text)
{
  TalPeriod parsed;

  g_return_val_if_fail (text != NULL, FALSE);

  return tal_period_text_parse (text, &parsed);
}

gboolean
tal_figure_file_set_period (TalFigureFile *self, const char *period)
{
  TalPeriod parsed;

  g_return_val_if_fail (self != NULL && period != NULL, FALSE);

  if (!tal_period_text_parse (period, &parsed))
    return FALSE;

  g_free (self->map->period);
  self->map->period = g_strdup (period);
  return TRUE;
}

gboolean
tal_figure_file_set_days (TalFigureFile *self, const char *days)
{
  g_return_val_if_fail (self != NULL && days != NULL, FALSE);

  return tal_map_days_from_name (days, &self->map->days);
}

const char *const *
tal_figure_file_list_roles (void)
{
  static const char *names[TAL_N_ROLES + 1];

  for (guint i = 0; i < TAL_N_ROLES; i++)
    names[i] = tal_role_get_name ((TalRole)i);
  return names;
}

const char *
tal_figure_file_get_role_title (const char *role)
{
  TalRole own = TAL_ROLE_LEFT_OUT;

  g_return_val_if_fail (role != NULL, NULL);

  return tal_role_from_name (role, &own) ? tal_role_get_title (own) : NULL;
}
