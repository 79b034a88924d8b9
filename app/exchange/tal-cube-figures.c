/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-cube-figures.h"

#include "base/tal-error.h"
#include "exchange/tal-column-words.h"
#include "exchange/tal-period-text.h"

#include <glib/gi18n-lib.h>
/* Of one figure, in bytes; then no more is added. */
#define LONGEST_NOTE 4000

static TalRole
guess_role (const TalCube *cube, guint dimension)
{
  TalRole said = tal_column_words_find_role (tal_cube_get_dimension_name (cube, dimension));

  switch (tal_cube_get_dimension_kind (cube, dimension))
    {
    case TAL_CUBE_DIMENSION_TIME:
      return TAL_ROLE_PERIOD;
    case TAL_CUBE_DIMENSION_AREA:
      return TAL_ROLE_AREA;
    case TAL_CUBE_DIMENSION_OTHER:
      break;
    }

  return tal_role_is_label (said) ? said : TAL_ROLE_LABEL;
}

TalColumnMap *
tal_cube_figures_guess (const TalCube *cube, TalId id)
{
  TalColumnMap *map = NULL;

  g_return_val_if_fail (cube != NULL, NULL);

  map = tal_column_map_new (id);
  map->unit = g_strdup (tal_cube_get_text (cube, TAL_CUBE_TEXT_UNIT));
  for (guint i = 0; i < tal_cube_get_n_dimensions (cube); i++)
    tal_column_map_add_column (map, g_strdup (tal_cube_get_dimension_name (cube, i)),
                               guess_role (cube, i));
  return map;
}

static void
read_missing (const TalCubeCell *cell, const TalColumnMap *map, TalImportedFigure *figure)
{
  static const TalMissing usual[] = {
    [TAL_CUBE_MISSING_NONE] = TAL_MISSING_NOT,
    [TAL_CUBE_MISSING_NOT_AVAILABLE] = TAL_MISSING_NOT_AVAILABLE,
    [TAL_CUBE_MISSING_NOT_APPLICABLE] = TAL_MISSING_NOT_APPLICABLE,
    [TAL_CUBE_MISSING_WITHHELD] = TAL_MISSING_WITHHELD,
    [TAL_CUBE_MISSING_NIL] = TAL_MISSING_NOT,
    [TAL_CUBE_MISSING_NOT_YET] = TAL_MISSING_NOT_YET_REPORTED,
    [TAL_CUBE_MISSING_TOO_LONG] = TAL_MISSING_NOT_AVAILABLE,
    [TAL_CUBE_MISSING_UNKNOWN] = TAL_MISSING_NOT_AVAILABLE,
  };
  TalMapSign said = { NULL, cell->missing == TAL_CUBE_MISSING_NIL, usual[cell->missing] };

  if (cell->mark != NULL)
    tal_column_map_find_sign (map, cell->mark, &said);
  figure->value = said.is_zero ? TAL_DECIMAL (0, 0) : TAL_DECIMAL_NONE;
  figure->missing = said.is_zero ? TAL_MISSING_NOT : said.missing;
}

static void
read_status (const TalCubeCell *cell, TalImportedFigure *figure)
{
  static const TalFigureState states[] = {
    [TAL_CUBE_STATUS_NORMAL] = TAL_FIGURE_FINAL,
    [TAL_CUBE_STATUS_PROVISIONAL] = TAL_FIGURE_PRELIMINARY,
    [TAL_CUBE_STATUS_ESTIMATED] = TAL_FIGURE_ESTIMATE,
    [TAL_CUBE_STATUS_FORECAST] = TAL_FIGURE_ESTIMATE,
    [TAL_CUBE_STATUS_IMPUTED] = TAL_FIGURE_ESTIMATE,
    [TAL_CUBE_STATUS_BREAK] = TAL_FIGURE_FINAL,
    [TAL_CUBE_STATUS_UNCERTAIN] = TAL_FIGURE_FINAL,
    [TAL_CUBE_STATUS_OTHER] = TAL_FIGURE_FINAL,
  };

  figure->state = states[cell->status];
  figure->has_state = cell->status != TAL_CUBE_STATUS_NORMAL;
}

/* "P0Y--P5Y (AGE)" would be no help: a value is called by its label where it has one. */
static const char *
get_label (const TalCubeValue *value)
{
  return value->label != NULL && *value->label != '\0' ? value->label : value->code;
}

static guint
read_labels (const TalCube      *cube,
             gsize               cell,
             const TalColumnMap *map,
             TalFigureList      *list,
             TalFigureLabel     *labels)
{
  guint n_labels = 0;

  for (guint i = 0; i < map->columns->len; i++)
    {
      const TalMapColumn *column = g_ptr_array_index (map->columns, i);
      guint               at = tal_cube_get_cell_value (cube, cell, column->index);
      const TalCubeValue *value = NULL;

      if (!tal_role_is_label (column->role) || at == TAL_CUBE_NO_VALUE)
        continue;

      value = tal_cube_get_value (cube, column->index, at);
      labels[n_labels++] = (TalFigureLabel){ column->role, column->heading,
                                             tal_figure_list_keep (list, get_label (value)),
                                             tal_figure_list_keep (list, value->code), FALSE };
    }

  return n_labels;
}

static gboolean
read_period (const TalCube *cube, gsize cell, const TalColumnMap *map, TalPeriod *ret_period)
{
  const TalMapColumn *column = tal_column_map_find_role (map, TAL_ROLE_PERIOD);
  const TalCubeValue *value = NULL;
  guint               at = TAL_CUBE_NO_VALUE;

  if (column != NULL)
    at = tal_cube_get_cell_value (cube, cell, column->index);
  if (at == TAL_CUBE_NO_VALUE)
    return map->period != NULL && tal_period_text_parse (map->period, ret_period);

  value = tal_cube_get_value (cube, column->index, at);
  if (value->period != NULL)
    return tal_period_parse (value->period, ret_period, NULL);

  return tal_period_text_parse (value->code, ret_period);
}

/* Whether a note is about some cells and not about the whole, or a whole dimension. */
static gboolean
is_about_cells (const TalCubeNote *note)
{
  for (guint i = 0; i < note->n_places; i++)
    {
      if (note->places[i].value != TAL_CUBE_NO_VALUE)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_at (const TalCube *cube, gsize cell, const TalCubeNote *note)
{
  for (guint i = 0; i < note->n_places; i++)
    {
      const TalCubePlace *place = &note->places[i];

      if (place->value != TAL_CUBE_NO_VALUE &&
          tal_cube_get_cell_value (cube, cell, place->dimension) != place->value)
        return FALSE;
    }

  return TRUE;
}

static void
append_note (GString *text, const TalCubeNote *note)
{
  g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? " " : "",
                          note->name != NULL ? note->name : "", note->name != NULL ? ": " : "",
                          note->text);
}

static void
append_notes_of_cell (GString *text, const TalCube *cube, gsize cell, const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const TalCubeNote *note = g_ptr_array_index (notes, i);

      if (text->len < LONGEST_NOTE && is_at (cube, cell, note))
        append_note (text, note);
    }
}

/* Those of the whole; those of cells go with their figures. */
static GPtrArray *
share_out_notes (const TalCube *cube, TalFigureList *list)
{
  GPtrArray *of_cells = g_ptr_array_new ();

  for (guint i = 0; i < tal_cube_get_n_notes (cube); i++)
    {
      const TalCubeNote *note = tal_cube_get_note (cube, i);
      GString           *text = NULL;

      if (is_about_cells (note))
        {
          g_ptr_array_add (of_cells, (gpointer)note);
          continue;
        }

      text = g_string_new (NULL);
      append_note (text, note);
      tal_figure_list_add_note (list, text->str);
      g_string_free (text, TRUE);
    }
  return of_cells;
}

/* What is said of the cell in words, a sentence each; NULL where nothing is. */
static char *
dup_note (const TalCube *cube, gsize at, const TalCubeCell *cell, const GPtrArray *notes)
{
  static const char *const words[] = {
    [TAL_CUBE_STATUS_NORMAL] = NULL,
    [TAL_CUBE_STATUS_PROVISIONAL] = NULL,
    [TAL_CUBE_STATUS_ESTIMATED] = NULL,
    [TAL_CUBE_STATUS_FORECAST] = N_ ("Forecast."), [TAL_CUBE_STATUS_IMPUTED] =
                          N_ ("Imputed."), [TAL_CUBE_STATUS_BREAK] = N_ ("Break: not comparable with the period before."),
                                               [TAL_CUBE_STATUS_UNCERTAIN] = N_ ("Uncertain."), [TAL_CUBE_STATUS_OTHER] = NULL,
                                               };
  GString *note = g_string_new (words[cell->status] != NULL ? _ (words[cell->status]) : "");

  if (cell->comment != NULL)
    g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "", cell->comment);
  if (cell->missing != TAL_CUBE_MISSING_NONE && cell->meaning != NULL)
    g_string_append_printf (note, "%s%s: %s", note->len > 0 ? " " : "", cell->mark, cell->meaning);
  else if (cell->missing == TAL_CUBE_MISSING_UNKNOWN && cell->mark != NULL)
    g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "", cell->mark);

  append_notes_of_cell (note, cube, at, notes);
  return g_string_free (note, note->len == 0);
}

static void
read_cell (const TalCube      *cube,
           gsize               at,
           const TalColumnMap *map,
           const GPtrArray    *notes,
           TalFigureLabel     *labels,
           TalFigureList      *list)
{
  TalCubeCell       cell = tal_cube_get_cell (cube, at);
  TalImportedFigure figure = { .row = cell.line, .value = cell.number };
  g_autofree char  *note = NULL;

  list->n_read++;
  if (cell.missing == TAL_CUBE_MISSING_TOO_LONG)
    {
      g_autofree char *quoted = tal_error_dup_quotable (cell.mark);

      tal_figure_list_refuse (list, cell.line, 0, "value",
                              g_strdup_printf (_ ("“%s” has more digits than the program can hold."), quoted));
      return;
    }
  if (!read_period (cube, at, map, &figure.period))
    {
      tal_figure_list_refuse (list, cell.line, 0, "period",
                              g_strdup (_ ("Nothing says what period the figure is of.")));
      return;
    }

  if (cell.missing != TAL_CUBE_MISSING_NONE)
    read_missing (&cell, map, &figure);
  read_status (&cell, &figure);
  note = dup_note (cube, at, &cell, notes);
  figure.note = tal_figure_list_keep (list, note);
  figure.set = tal_figure_list_find_set (list, labels, read_labels (cube, at, map, list, labels));
  tal_figure_list_add (list, &figure);
}

TalFigureList *
tal_cube_figures_read (const TalCube      *cube,
                       const TalColumnMap *map,
                       GCancellable       *cancellable,
                       GError            **error)
{
  g_autoptr (TalFigureList)  list = NULL;
  g_autoptr (GPtrArray)      notes = NULL;
  g_autofree TalFigureLabel *labels = NULL;

  g_return_val_if_fail (cube != NULL && map != NULL, NULL);

  list = tal_figure_list_new (NULL, NULL);
  list->title = g_strdup (tal_cube_get_text (cube, TAL_CUBE_TEXT_TITLE));
  list->source = g_strdup (tal_cube_get_text (cube, TAL_CUBE_TEXT_SOURCE));
  list->unit = g_strdup (map->unit);
  notes = share_out_notes (cube, list);
  labels = g_new0 (TalFigureLabel, map->columns->len + 1);
  for (gsize i = 0; i < tal_cube_get_n_cells (cube); i++)
    {
      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      read_cell (cube, i, map, notes, labels, list);
    }

  tal_figure_list_finish (list);
  return g_steal_pointer (&list);
}
