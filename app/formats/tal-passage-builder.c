/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-passage-builder.h"

#include "base/tal-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_PASSAGES 2000000
#define MOST_BYTES (64 * 1024 * 1024)
#define MOST_CELLS 4000000    /* of the document */
#define MOST_COLUMNS 1000     /* of a row */
#define MOST_REPEATED_ROWS 50 /* a row that stands for many is a sheet's empty rest */

typedef struct
{
  TalPassageKind kind;
  gboolean       is_in_cell;
  gboolean       is_dropped;
  GString       *text;
} Paragraph;

struct _TalPassageBuilder
{
  GPtrArray *passages;
  GPtrArray *waiting; /* of paragraphs inside one that has not ended */
  GPtrArray *open;    /* Paragraph, the innermost last */
  GPtrArray *cells;   /* of the row begun */
  GString   *cell;    /* the cell begun, or NULL */
  guint      base;    /* how many paragraphs were open when the cell began */
  guint      depth;   /* of tables in tables */
  guint      table;   /* the number of the table begun last */
  gsize      n_bytes;
  gsize      n_cells;
};

static void
free_paragraph (Paragraph *paragraph)
{
  g_string_free (paragraph->text, TRUE);
  g_free (paragraph);
}

TalPassageBuilder *
tal_passage_builder_new (void)
{
  TalPassageBuilder *self = g_new0 (TalPassageBuilder, 1);

  self->passages = tal_passage_list_new ();
  self->waiting = tal_passage_list_new ();
  self->open = g_ptr_array_new_with_free_func ((GDestroyNotify)free_paragraph);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
tal_passage_builder_free (TalPassageBuilder *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->passages);
  g_ptr_array_unref (self->waiting);
  g_ptr_array_unref (self->open);
  g_ptr_array_unref (self->cells);
  if (self->cell != NULL)
    g_string_free (self->cell, TRUE);
  g_free (self);
}

static gboolean
refuse_size (GError **error)
{
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                       _("The document has more text than a note can have."));
  return FALSE;
}

static gboolean
count_bytes (TalPassageBuilder *self, gsize length, GError **error)
{
  self->n_bytes += length;
  return self->n_bytes <= MOST_BYTES ? TRUE : refuse_size (error);
}

static gboolean
add_passage (TalPassageBuilder *self, TalPassage *passage, GError **error)
{
  if (self->passages->len + self->waiting->len >= MOST_PASSAGES)
    {
      tal_passage_free (passage);
      return refuse_size (error);
    }

  g_ptr_array_add (self->open->len > 0 ? self->waiting : self->passages, passage);
  return TRUE;
}

gboolean
tal_passage_builder_add (
    TalPassageBuilder *self, TalPassageKind kind, guint line, char *text, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  g_strstrip (text);
  if (*text == '\0')
    {
      g_free (text);
      return TRUE;
    }

  return add_passage (self, tal_passage_new (kind, line, text), error);
}

static gboolean
has_text (char **cells)
{
  for (char **cell = cells; *cell != NULL; cell++)
    {
      if (**cell != '\0')
        return TRUE;
    }

  return FALSE;
}

gboolean
tal_passage_builder_add_row (TalPassageBuilder *self, guint line, char **cells, GError **error)
{
  gsize n_cells;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (cells != NULL, FALSE);

  for (char **cell = cells; *cell != NULL; cell++)
    g_strstrip (*cell);
  if (!has_text (cells))
    {
      g_strfreev (cells);
      return TRUE;
    }

  n_cells = g_strv_length (cells);
  self->n_cells += n_cells;
  if (n_cells > MOST_COLUMNS || self->n_cells > MOST_CELLS)
    {
      g_strfreev (cells);
      return refuse_size (error);
    }

  return add_passage (self, tal_passage_new_row (line, self->table, cells), error);
}

void
tal_passage_builder_begin_table (TalPassageBuilder *self)
{
  g_return_if_fail (self != NULL);

  if (self->depth++ == 0)
    self->table++;
}

void
tal_passage_builder_end_table (TalPassageBuilder *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->depth > 0);

  self->depth--;
}

void
tal_passage_builder_begin_row (TalPassageBuilder *self)
{
  g_return_if_fail (self != NULL);

  if (self->depth == 1)
    g_ptr_array_set_size (self->cells, 0);
}

static char **
dup_cells (const TalPassageBuilder *self)
{
  char **cells = g_new0 (char *, self->cells->len + 1);

  for (guint i = 0; i < self->cells->len; i++)
    cells[i] = g_strdup (self->cells->pdata[i]);
  return cells;
}

/* A passage that waits gets its number when it is let in. */
static guint
get_next_line (const TalPassageBuilder *self)
{
  return self->passages->len + 1;
}

gboolean
tal_passage_builder_end_row (TalPassageBuilder *self, guint times, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->depth != 1)
    return TRUE;

  for (guint i = 0; i < MIN (times, MOST_REPEATED_ROWS); i++)
    {
      for (guint j = 0; j < self->cells->len; j++)
        {
          if (!count_bytes (self, strlen (self->cells->pdata[j]), error))
            return FALSE;
        }
      if (!tal_passage_builder_add_row (self, get_next_line (self), dup_cells (self), error))
        return FALSE;
    }

  return TRUE;
}

void
tal_passage_builder_begin_cell (TalPassageBuilder *self)
{
  g_return_if_fail (self != NULL);

  if (self->depth != 1 || self->cell != NULL)
    return;

  self->cell = g_string_new (NULL);
  self->base = self->open->len;
}

static gboolean
add_cells (TalPassageBuilder *self, const char *text, guint times, GError **error)
{
  /* Sheets repeat an empty cell to the edge of the page. */
  if (*text == '\0' && times > MOST_COLUMNS)
    times = 1;
  if (times > MOST_COLUMNS - MIN (self->cells->len, MOST_COLUMNS))
    return refuse_size (error);

  for (guint i = 0; i < times; i++)
    g_ptr_array_add (self->cells, g_strdup (text));
  return count_bytes (self, times * strlen (text), error);
}

gboolean
tal_passage_builder_end_cell (TalPassageBuilder *self, guint times, guint empty, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->depth != 1 || self->cell == NULL)
    return TRUE;

  text = g_string_free (g_steal_pointer (&self->cell), FALSE);
  return add_cells (self, g_strstrip (text), times, error) && add_cells (self, "", empty, error);
}

void
tal_passage_builder_begin_paragraph (TalPassageBuilder *self, TalPassageKind kind)
{
  Paragraph *paragraph;

  g_return_if_fail (self != NULL);

  paragraph = g_new0 (Paragraph, 1);
  paragraph->kind = kind;
  paragraph->is_in_cell = self->cell != NULL && self->open->len == self->base;
  paragraph->text = g_string_new (NULL);
  g_ptr_array_add (self->open, paragraph);
}

static Paragraph *
get_innermost (const TalPassageBuilder *self)
{
  return self->open->len > 0 ? self->open->pdata[self->open->len - 1] : NULL;
}

void
tal_passage_builder_set_kind (TalPassageBuilder *self, TalPassageKind kind)
{
  Paragraph *paragraph;

  g_return_if_fail (self != NULL);

  paragraph = get_innermost (self);
  if (paragraph != NULL)
    paragraph->kind = kind;
}

void
tal_passage_builder_drop_paragraph (TalPassageBuilder *self)
{
  Paragraph *paragraph;

  g_return_if_fail (self != NULL);

  paragraph = get_innermost (self);
  if (paragraph != NULL)
    paragraph->is_dropped = TRUE;
}

/* White space as it is read: any of it is one space, but for a tab, which keeps apart what
 * stands in columns. */
static void
append_collapsed (GString *text, const char *added, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      char character = added[i];

      if (character == '\n' || character == '\r')
        character = ' ';
      if (character == ' ' && (text->len == 0 || strchr (" \t", text->str[text->len - 1]) != NULL))
        continue;
      g_string_append_c (text, character);
    }
}

gboolean
tal_passage_builder_add_text (TalPassageBuilder *self,
                              const char        *text,
                              gsize              length,
                              GError           **error)
{
  Paragraph *paragraph;

  g_return_val_if_fail (self != NULL, FALSE);

  paragraph = get_innermost (self);
  if (paragraph == NULL)
    return TRUE;

  append_collapsed (paragraph->text, text, length);
  return count_bytes (self, length, error);
}

static void
add_waiting (TalPassageBuilder *self)
{
  gsize                n_waiting = 0;
  g_autofree gpointer *waiting = g_ptr_array_steal (self->waiting, &n_waiting);

  for (gsize i = 0; i < n_waiting; i++)
    {
      TalPassage *passage = waiting[i];

      passage->line = get_next_line (self);
      g_ptr_array_add (self->passages, passage);
    }
}

gboolean
tal_passage_builder_end_paragraph (TalPassageBuilder *self, GError **error)
{
  g_autofree Paragraph *paragraph = NULL;
  g_autofree char      *text = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->open->len == 0)
    return TRUE;

  paragraph = g_ptr_array_steal_index (self->open, self->open->len - 1);
  text = g_string_free (paragraph->text, FALSE);
  if (paragraph->is_dropped)
    *text = '\0';
  if (paragraph->is_in_cell && self->cell != NULL)
    {
      if (self->cell->len > 0 && *text != '\0')
        g_string_append_c (self->cell, ' ');
      g_string_append (self->cell, text);
    }
  else if (!tal_passage_builder_add (self, paragraph->kind, get_next_line (self),
                                     g_steal_pointer (&text), error))
    return FALSE;

  if (self->open->len == 0)
    add_waiting (self);
  return TRUE;
}

GPtrArray *
tal_passage_builder_take (TalPassageBuilder *self)
{
  GPtrArray *passages;

  g_return_val_if_fail (self != NULL, NULL);

  passages = g_steal_pointer (&self->passages);
  self->passages = tal_passage_list_new ();
  return passages;
}
