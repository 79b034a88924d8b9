/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-figure-list.h"

#include "exchange/tal-column-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BETWEEN_LABELS " · "

static void
set_free (gpointer freed)
{
  TalLabelSet *set = freed;

  g_free (set->key);
  g_free (set->labels);
  g_free (set);
}

TalFigureList *
tal_figure_list_new (TalWorkbook *book, const TalSheet *sheet)
{
  TalFigureList *self = g_new0 (TalFigureList, 1);

  self->figures = g_array_new (FALSE, FALSE, sizeof (TalImportedFigure));
  self->sets = g_ptr_array_new_with_free_func (set_free);
  self->problems = tal_problem_list_new ();
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_string_chunk_new (4096);
  self->book = book != NULL ? tal_workbook_ref (book) : NULL;
  self->sheet = sheet;
  return self;
}

void
tal_figure_list_free (TalFigureList *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->figures);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->sets);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->notes);
  g_string_chunk_free (self->texts);
  g_clear_pointer (&self->book, tal_workbook_unref);
  g_free (self->title);
  g_free (self->source);
  g_free (self->unit);
  g_free (self);
}

const char *
tal_figure_list_keep (TalFigureList *self, const char *text)
{
  g_return_val_if_fail (self != NULL, NULL);

  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

/* Labels may be alike in different columns, "I alt" and "I alt", but not in the same order. */
static char *
dup_key (const TalFigureLabel *labels, guint n_labels)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < n_labels; i++)
    g_string_append_printf (key, "%s%s", i > 0 ? BETWEEN_LABELS : "", labels[i].text);
  return g_string_free (key, FALSE);
}

guint
tal_figure_list_find_set (TalFigureList *self, const TalFigureLabel *labels, guint n_labels)
{
  g_autofree char *key = NULL;
  gpointer         found = NULL;
  TalLabelSet     *set = NULL;

  g_return_val_if_fail (self != NULL, 0);

  key = dup_key (labels, n_labels);
  if (g_hash_table_lookup_extended (self->by_key, key, NULL, &found))
    return GPOINTER_TO_UINT (found);

  set = g_new0 (TalLabelSet, 1);
  set->key = g_steal_pointer (&key);
  set->labels = g_memdup2 (labels, n_labels * sizeof *labels);
  set->n_labels = n_labels;
  g_ptr_array_add (self->sets, set);
  g_hash_table_insert (self->by_key, set->key, GUINT_TO_POINTER (self->sets->len - 1));
  return self->sets->len - 1;
}

void
tal_figure_list_add (TalFigureList *self, const TalImportedFigure *figure)
{
  TalLabelSet *set = NULL;

  g_return_if_fail (self != NULL && figure != NULL);
  g_return_if_fail (figure->set < self->sets->len);

  set = g_ptr_array_index (self->sets, figure->set);
  set->n_figures++;
  if (!tal_decimal_is_none (figure->value))
    {
      set->decimals = MAX (set->decimals, figure->value.scale);
      set->is_above_one |= tal_decimal_compare (figure->value, TAL_DECIMAL (1, 0)) > 0;
      set->n_negative += tal_decimal_is_negative (figure->value);
    }
  g_array_append_vals (self->figures, figure, 1);
}

void
tal_figure_list_refuse (
    TalFigureList *self, guint row, guint column, const char *code, char *sentence)
{
  g_autofree char *place = NULL;

  g_return_if_fail (self != NULL);

  place = tal_figure_list_dup_place (self, row, column);
  g_ptr_array_add (self->problems, tal_problem_new (TAL_SEVERITY_ERROR, code, place, sentence));
  g_free (sentence);
}

void
tal_figure_list_add_note (TalFigureList *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  for (guint i = 0; i < self->notes->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (self->notes, i), text))
        return;
    }
  if (*text != '\0')
    g_ptr_array_add (self->notes, g_strdup (text));
}

static gboolean
does_vary (const TalFigureList *self, guint position)
{
  const TalLabelSet *first = g_ptr_array_index (self->sets, 0);

  for (guint i = 1; i < self->sets->len; i++)
    {
      const TalLabelSet *set = g_ptr_array_index (self->sets, i);

      if (position >= set->n_labels || position >= first->n_labels ||
          !g_str_equal (set->labels[position].text, first->labels[position].text))
        return TRUE;
    }

  return FALSE;
}

/* "1) Foreløbige tal" is what the mark "1)" of a figure means. */
static void
explain_marks (TalFigureList *self)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      TalImportedFigure *figure = &g_array_index (self->figures, TalImportedFigure, i);

      for (guint j = 0; figure->note != NULL && j < self->notes->len; j++)
        {
          const char *note = g_ptr_array_index (self->notes, j);
          gsize       length = strlen (figure->note);

          if (g_str_has_prefix (note, figure->note) && strchr (" :.)", note[length]) != NULL)
            {
              figure->note = tal_figure_list_keep (self, note);
              break;
            }
        }
    }
}

void
tal_figure_list_finish (TalFigureList *self)
{
  guint                most = 0;
  g_autofree gboolean *varies = NULL;

  g_return_if_fail (self != NULL);

  explain_marks (self);
  for (guint i = 0; i < self->sets->len; i++)
    most = MAX (most, ((const TalLabelSet *)g_ptr_array_index (self->sets, i))->n_labels);
  varies = g_new0 (gboolean, most + 1);
  for (guint i = 0; i < most; i++)
    varies[i] = does_vary (self, i);
  for (guint i = 0; i < self->sets->len; i++)
    {
      TalLabelSet *set = g_ptr_array_index (self->sets, i);

      for (guint j = 0; j < set->n_labels; j++)
        set->labels[j].varies = varies[j];
    }
}

char *
tal_figure_list_dup_place (const TalFigureList *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sheet != NULL ? tal_sheet_dup_place (self->sheet, row, column)
                             : g_strdup_printf (_ ("line %u"), row);
}

gboolean
tal_figure_list_find_unit (const TalFigureList *self,
                           const TalLabelSet   *set,
                           TalMeasureUnit      *ret_unit)
{
  g_return_val_if_fail (self != NULL && set != NULL && ret_unit != NULL, FALSE);

  for (guint i = 0; i < set->n_labels; i++)
    {
      if (tal_column_words_find_unit (set->labels[i].text, ret_unit))
        return TRUE;
    }

  return self->unit != NULL && tal_column_words_find_unit (self->unit, ret_unit);
}

char *
tal_figure_list_dup_digest (const TalFigureList *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->figures->len; i++)
    {
      const TalImportedFigure *figure = &g_array_index (self->figures, TalImportedFigure, i);
      const TalLabelSet       *set = g_ptr_array_index (self->sets, figure->set);
      g_autofree char         *line =
          g_strdup_printf ("%s\t%d\t%d\t%" G_GINT64_FORMAT "\t%u\t%d\t%d\t%d\t%s\n", set->key,
                           (int)figure->period.first, (int)figure->period.last,
                           figure->value.coefficient, figure->value.scale, figure->missing,
                           figure->state, figure->approximation,
                           figure->note != NULL ? figure->note : "");

      g_checksum_update (checksum, (const guchar *)line, -1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}
