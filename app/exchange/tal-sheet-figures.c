/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-sheet-figures.h"

#include "base/tal-danish-text.h"
#include "base/tal-error.h"
#include "exchange/tal-cell-figure.h"
#include "exchange/tal-period-text.h"
#include "exchange/tal-sheet-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_LABELS 64

/* What the headings above a column of values say of them. */
typedef struct
{
  const TalMapColumn *column;
  TalPeriod           period; /* unset where they don't say */
  char               *period_text;
  TalFigureLabel      labels[MOST_LABELS];
  guint               n_labels;
} ValueColumn;

/* A sheet that is being read. */
typedef struct
{
  const TalSheet     *sheet;
  const TalColumnMap *map;
  TalFigureList      *list;
  GArray             *values;  /* of ValueColumn */
  GPtrArray          *above;   /* of char *: the labels of the row above, by column */
  const char         *section; /* a row that only says what those below it are of, or NULL */
  TalPeriod           period;  /* of all figures; unset where that isn't said */
} Reading;

/* What one row says of its values. */
typedef struct
{
  guint          row;
  TalPeriod      period;
  char          *period_text; /* what is no period, or NULL */
  const char    *note;
  TalFigureState state;
  gboolean       has_state;
  TalFigureLabel labels[MOST_LABELS];
  guint          n_labels;
} RowLabels;

static void
value_column_clear (gpointer column)
{
  g_free (((ValueColumn *)column)->period_text);
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->list, tal_figure_list_free);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->above, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
add_label (Reading        *self,
           TalFigureLabel *labels,
           guint          *n_labels,
           TalRole         role,
           const char     *heading,
           const char     *text)
{
  if (*n_labels < MOST_LABELS && *text != '\0')
    labels[(*n_labels)++] =
        (TalFigureLabel){ role, heading, tal_figure_list_keep (self->list, text), NULL, FALSE };
}

static guint
find_first_value (const TalColumnMap *map)
{
  const TalMapColumn *column = tal_column_map_find_role (map, TAL_ROLE_VALUE);

  return column != NULL ? column->index : 0;
}

/* The last row of headings names its columns; those above it may name several. */
static void
read_headings (Reading *self, ValueColumn *value)
{
  const TalColumnMap *map = self->map;

  for (guint i = 0; i < map->n_headings; i++)
    {
      TalRole role = g_array_index (map->headings, TalRole, i);
      guint   row = map->first_row - map->n_headings + i;
      guint   first = i + 1 < map->n_headings ? find_first_value (map) : value->column->index;
      g_autofree char *text =
          tal_sheet_label_dup_from_left (self->sheet, row, value->column->index, first);

      if (role == TAL_ROLE_PERIOD && *text != '\0')
        {
          g_free (value->period_text);
          value->period_text = g_strdup (text);
          if (tal_period_text_parse (text, &value->period))
            value->period = tal_period_text_widen (value->period, map->days);
        }
      else if (tal_role_is_label (role))
        {
          add_label (self, value->labels, &value->n_labels, role, "", text);
        }
    }
}

static void
find_values (Reading *self)
{
  for (guint i = 0; i < self->map->columns->len; i++)
    {
      ValueColumn value = {
        g_ptr_array_index (self->map->columns, i), TAL_PERIOD_UNSET, NULL, { { 0 } }, 0
      };

      if (value.column->role != TAL_ROLE_VALUE)
        continue;

      read_headings (self, &value);
      g_array_append_val (self->values, value);
    }
}

static gboolean
has_values (const Reading *self, guint row)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      const ValueColumn *value = &g_array_index (self->values, ValueColumn, i);

      if (*tal_sheet_get_text (self->sheet, row, value->column->index) != '\0')
        return TRUE;
    }

  return FALSE;
}

/* The text of a label, which may be given once for several rows. */
static const char *
get_label (Reading *self, guint row, guint column)
{
  g_autofree char *text = tal_sheet_label_dup (self->sheet, row, column);
  const char      *kept = NULL;

  if (*text == '\0' && self->map->repeats && g_ptr_array_index (self->above, column) != NULL)
    return g_ptr_array_index (self->above, column);

  kept = tal_figure_list_keep (self->list, text);
  g_ptr_array_index (self->above, column) = (gpointer)kept;
  return kept;
}

/* A year may stand in one column and its part in the next. */
static void
read_period (Reading *self, RowLabels *row, const TalMapColumn *column, const char *text)
{
  g_autofree char *before = g_steal_pointer (&row->period_text);

  if (before == NULL)
    {
      row->period_text = g_strdup (text);
      row->period = tal_period_text_parse (text, &row->period)
                        ? tal_period_text_widen (row->period, self->map->days)
                        : TAL_PERIOD_UNSET;
      return;
    }

  row->period_text = g_strconcat (before, " ", text, NULL);
  if (!tal_period_text_parse_parts (before, text, column->heading, &row->period) &&
      !tal_period_text_parse_parts (text, before, column->heading, &row->period))
    row->period = TAL_PERIOD_UNSET;
}

static void
read_row (Reading *self, guint row, RowLabels *labels)
{
  if (self->section != NULL)
    add_label (self, labels->labels, &labels->n_labels, TAL_ROLE_LABEL, "", self->section);

  for (guint i = 0; i < self->map->columns->len; i++)
    {
      const TalMapColumn *column = g_ptr_array_index (self->map->columns, i);

      if (tal_role_is_label (column->role))
        {
          add_label (self, labels->labels, &labels->n_labels, column->role, column->heading,
                     get_label (self, row, column->index));
        }
      else if (column->role == TAL_ROLE_PERIOD)
        {
          read_period (self, labels, column, get_label (self, row, column->index));
        }
      else if (column->role == TAL_ROLE_STATE || column->role == TAL_ROLE_NOTE)
        {
          g_autofree char *text = tal_sheet_label_dup (self->sheet, row, column->index);

          if (column->role == TAL_ROLE_STATE && tal_cell_figure_read_state (text, &labels->state))
            labels->has_state = TRUE;
          else if (*text != '\0')
            labels->note = tal_figure_list_keep (self->list, text);
        }
    }
}

/* Whether the row would be of that period, if anything were said of it. */
static gboolean
is_period_of_rows (const Reading *self, guint column, const char *text)
{
  const TalMapColumn *mapped =
      column < self->map->columns->len ? g_ptr_array_index (self->map->columns, column) : NULL;
  TalPeriod period = TAL_PERIOD_UNSET;

  return mapped != NULL && mapped->role == TAL_ROLE_PERIOD && tal_period_text_parse (text, &period);
}

/* Whether the row only says what those below it are of: "Mænd". */
static gboolean
read_section (Reading *self, guint row)
{
  const char *only = NULL;
  gboolean    is_period = FALSE;

  if (has_values (self, row))
    return FALSE;

  for (guint i = 0; i < tal_sheet_get_n_columns (self->sheet); i++)
    {
      g_autofree char *text = tal_sheet_label_dup (self->sheet, row, i);

      if (*text == '\0')
        continue;
      if (only != NULL && !g_str_equal (text, only))
        {
          g_autofree char *line = tal_sheet_label_dup_row (self->sheet, row);

          tal_figure_list_add_note (self->list, line);
          return TRUE;
        }
      is_period = is_period_of_rows (self, i, text);
      only = tal_figure_list_keep (self->list, text);
    }

  if (only != NULL && !is_period)
    self->section = only;
  return TRUE;
}

static TalPeriod
find_period (const Reading *self, const RowLabels *row, const ValueColumn *value)
{
  TalPeriod period = TAL_PERIOD_UNSET;

  /* "2016" above and "1. kvt." beside it. */
  if (value->period_text != NULL && row->period_text != NULL)
    {
      if (tal_period_text_parse_parts (value->period_text, row->period_text, "", &period) ||
          tal_period_text_parse_parts (row->period_text, value->period_text, "", &period))
        return period;

      return TAL_PERIOD_UNSET;
    }
  if (value->period_text != NULL)
    return value->period;

  return row->period_text != NULL ? row->period : self->period;
}

static void
refuse_period (Reading *self, const RowLabels *row, const ValueColumn *value)
{
  const char      *text = value->period_text != NULL ? value->period_text : row->period_text;
  g_autofree char *quoted = tal_error_dup_quotable (text != NULL ? text : "");

  tal_figure_list_refuse (self->list, row->row, value->column->index, "period",
                          *quoted != '\0'
                          ? g_strdup_printf (_ ("“%s” is no period, so nobody knows when the figure is of."),
                                quoted)
                          : g_strdup (_ ("Nothing says what period the figure is of.")));
}

static void
read_value (Reading *self, const RowLabels *row, const ValueColumn *value)
{
  TalCell           cell = tal_sheet_get_cell (self->sheet, row->row, value->column->index);
  TalImportedFigure figure = { .row = row->row, .column = value->column->index };
  TalFigureLabel    labels[2 * MOST_LABELS];
  guint             n_labels = row->n_labels;
  TalCellFigure     read = { 0 };

  if (tal_cell_figure_is_empty (&cell))
    return;

  self->list->n_read++;
  figure.period = find_period (self, row, value);
  if (!tal_period_is_set (figure.period))
    {
      refuse_period (self, row, value);
      return;
    }
  if (!tal_cell_figure_read (&cell, value->column, self->map, &read))
    {
      tal_figure_list_refuse (self->list, row->row, value->column->index, "value", read.sentence);
      return;
    }

  memcpy (labels, row->labels, row->n_labels * sizeof *labels);
  memcpy (labels + n_labels, value->labels, value->n_labels * sizeof *labels);
  n_labels += value->n_labels;
  figure.set = tal_figure_list_find_set (self->list, labels, n_labels);
  figure.value = read.value;
  figure.missing = read.missing;
  figure.approximation = read.approximation;
  figure.has_state = row->has_state || read.is_preliminary;
  figure.state = read.is_preliminary ? TAL_FIGURE_PRELIMINARY : row->state;
  figure.note = row->note != NULL ? row->note : tal_figure_list_keep (self->list, read.note);
  self->list->n_rounded += cell.rounded;
  ((TalLabelSet *)g_ptr_array_index (self->list->sets, figure.set))->percent |= read.percent;
  tal_figure_list_add (self->list, &figure);
  g_free (read.note);
}

/* What is left out is counted all the same. */
static void
count_left_out (Reading *self, guint row)
{
  for (guint i = 0; i < self->map->columns->len; i++)
    {
      const TalMapColumn *column = g_ptr_array_index (self->map->columns, i);
      TalCell             cell = tal_sheet_get_cell (self->sheet, row, column->index);
      TalNumberReading    reading = { 0 };

      if (column->role != TAL_ROLE_LEFT_OUT || tal_cell_figure_is_empty (&cell))
        continue;
      if (cell.kind == TAL_CELL_NUMBER || tal_number_reading_parse (cell.text, &reading))
        {
          self->list->n_read++;
          self->list->n_left_out++;
        }
    }
}

/* What stands above and below the figures. */
static void
read_notes (Reading *self, guint first, guint end)
{
  for (guint row = first; row < end; row++)
    {
      g_autofree char *line = tal_sheet_label_dup_row (self->sheet, row);
      g_autofree char *plain = tal_danish_text_dup_plain (line);

      if (g_str_has_prefix (plain, "kilde") || g_str_has_prefix (plain, "source"))
        {
          const char *behind = strchr (line, ':');

          if (self->list->source == NULL && behind != NULL)
            self->list->source = g_strstrip (g_strdup (behind + 1));
        }
      if (row < self->map->first_row && self->list->title == NULL && *line != '\0')
        self->list->title = g_strdup (line);
      else
        tal_figure_list_add_note (self->list, line);
    }
}

static gboolean
read_rows (Reading *self, GCancellable *cancellable, GError **error)
{
  for (guint row = self->map->first_row; row < self->map->end_row; row++)
    {
      RowLabels labels = { .row = row, .period = TAL_PERIOD_UNSET };

      if (row % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      count_left_out (self, row);
      if (read_section (self, row))
        continue;

      read_row (self, row, &labels);
      for (guint i = 0; i < self->values->len; i++)
        read_value (self, &labels, &g_array_index (self->values, ValueColumn, i));
      g_free (labels.period_text);
    }

  return TRUE;
}

TalFigureList *
tal_sheet_figures_read (TalWorkbook        *book,
                        const TalSheet     *sheet,
                        const TalColumnMap *map,
                        GCancellable       *cancellable,
                        GError            **error)
{
  g_auto (Reading) self = { .sheet = sheet, .map = map, .period = TAL_PERIOD_UNSET };

  g_return_val_if_fail (book != NULL && sheet != NULL && map != NULL, NULL);
  g_return_val_if_fail (map->n_headings <= map->first_row, NULL);
  g_return_val_if_fail (map->headings->len == map->n_headings, NULL);

  self.list = tal_figure_list_new (book, sheet);
  self.list->unit = g_strdup (map->unit);
  self.values = g_array_new (FALSE, FALSE, sizeof (ValueColumn));
  g_array_set_clear_func (self.values, value_column_clear);
  self.above = g_ptr_array_new ();
  g_ptr_array_set_size (self.above, (int)tal_sheet_get_n_columns (sheet));
  if (map->period != NULL)
    tal_period_text_parse (map->period, &self.period);

  find_values (&self);
  read_notes (&self, 0, map->first_row - map->n_headings);
  if (!read_rows (&self, cancellable, error))
    return NULL;

  read_notes (&self, map->end_row, tal_sheet_get_n_rows (sheet));
  tal_figure_list_finish (self.list);
  return g_steal_pointer (&self.list);
}
