/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-figure-file.h"

#include "base/tal-error.h"
#include "base/tal-problem.h"
#include "exchange/tal-column-doubts.h"
#include "exchange/tal-column-guess.h"
#include "exchange/tal-column-map-likeness.h"
#include "exchange/tal-column-map-text.h"
#include "exchange/tal-cube-figures.h"
#include "exchange/tal-sheet-figures.h"
#include "formats/tal-input-file.h"
#include "model/tal-figure-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LARGEST_FILE (512 * 1024 * 1024)

static const TalSheet *
get_sheet (const TalFigureFile *self)
{
  return tal_workbook_get_sheet (self->book, self->sheet);
}

static void
suggest (TalFigureFile *self)
{
  g_clear_pointer (&self->map, tal_column_map_free);
  self->recognised = FALSE;
  g_ptr_array_set_size (self->notes, 0);
  if (self->form != NULL)
    {
      self->map = tal_column_map_new (tal_id_new ());
      return;
    }

  self->map = self->cube != NULL ? tal_cube_figures_guess (self->cube, tal_id_new ())
                                 : tal_column_guess (get_sheet (self), tal_id_new ());
  self->map->name = tal_column_map_dup_name (self->path != NULL ? self->path : "");
}

/* The sheet with most figures; a hidden one only where there is no other. */
static guint
find_sheet (const TalWorkbook *book)
{
  guint best = 0;
  guint most = 0;

  for (guint i = 0; i < tal_workbook_get_n_sheets (book); i++)
    {
      const TalSheet *sheet = tal_workbook_get_sheet (book, i);
      guint n_numbers = tal_sheet_is_hidden (sheet) ? 0 : tal_column_guess_count_numbers (sheet);

      if (n_numbers > most)
        {
          best = i;
          most = n_numbers;
        }
    }

  return best;
}

static gboolean
is_any_markup (const TalInputFile *file, const char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (tal_input_file_is_markup (file, texts[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_statistical_markup (const TalInputFile *file)
{
  static const char *const texts[] = { "<adx", "urn:ihe:qrph:adx", "sdmx", NULL };

  return is_any_markup (file, texts);
}

gboolean
tal_figure_file_is (const char *path)
{
  static const char *const pages[] = { "<html", "<!doctype html", "<table", NULL };
  g_autoptr (TalInputFile) file = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  /* Its reader says why a file cannot be opened, or that it is empty. */
  file = tal_input_file_open (path, NULL);
  if (file == NULL || !tal_input_file_is_markup (file, "<"))
    return TRUE;

  return is_statistical_markup (file) || is_any_markup (file, pages);
}

/* Statistical files are told by what is in them; all else is a table, or refused as one. */
static gboolean
is_cube (const char *path)
{
  g_autoptr (TalInputFile) file = tal_input_file_open (path, NULL);
  g_autoptr (GBytes)       bytes = NULL;

  if (file == NULL || tal_input_file_begins_with (file, "PK", 2))
    return FALSE;
  if (tal_input_file_is_markup (file, "<"))
    return is_statistical_markup (file);

  bytes = tal_input_file_load (file, LARGEST_FILE, NULL, NULL);
  return bytes != NULL && tal_cube_file_guess (bytes) == TAL_CUBE_FORMAT_PX;
}

static TalFigureFile *
figure_file_new (const char *path)
{
  TalFigureFile *self = g_atomic_rc_box_new0 (TalFigureFile);

  self->path = g_strdup (path);
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

TalFigureFile *
tal_figure_file_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (TalFigureFile) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = figure_file_new (path);
  if (is_cube (path))
    self->cube = tal_cube_file_read (path, cancellable, error);
  else
    self->book = tal_table_file_read (path, &self->report, cancellable, error);
  if (self->cube == NULL && self->book == NULL)
    return NULL;

  if (self->book != NULL)
    {
      self->sheet = find_sheet (self->book);
      self->form = tal_form_new (self->book);
    }
  suggest (self);
  return g_steal_pointer (&self);
}

TalFigureFile *
tal_figure_file_open_clipboard (const char *text, GError **error)
{
  g_autoptr (TalFigureFile) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self = figure_file_new (NULL);
  self->book = tal_table_file_read_clipboard (text, &self->report, error);
  if (self->book == NULL)
    return NULL;

  suggest (self);
  return g_steal_pointer (&self);
}

static void
figure_file_clear (gpointer cleared)
{
  TalFigureFile *self = cleared;

  g_free (self->path);
  g_clear_pointer (&self->form, tal_form_free);
  g_clear_pointer (&self->book, tal_workbook_unref);
  g_clear_pointer (&self->cube, tal_cube_unref);
  tal_column_map_free (self->map);
  g_hash_table_unref (self->made);
  g_ptr_array_unref (self->notes);
}

TalFigureFile *
tal_figure_file_ref (TalFigureFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
tal_figure_file_unref (TalFigureFile *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, figure_file_clear);
}

const char *
tal_figure_file_get_path (const TalFigureFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

static const char *
get_delimiter_name (char delimiter)
{
  switch (delimiter)
    {
    case ';':
      return _ ("semicolons");
    case ',':
      return _ ("commas");
    case '\t':
      return _ ("tabs");
    case '|':
      return _ ("bars");
    default:
      return _ ("one column");
    }
}

char *
tal_figure_file_dup_kind (const TalFigureFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->cube != NULL)
    return g_strdup (_ ("statistical file"));
  if (self->form != NULL)
    return g_strdup (_ ("form that has been filled in"));

  switch (self->report.kind)
    {
    case TAL_TABLE_KIND_XLSX:
      return g_strdup ("XLSX");
    case TAL_TABLE_KIND_ODS:
      return g_strdup ("ODS");
    case TAL_TABLE_KIND_CLIPBOARD:
      return g_strdup (_ ("clipboard"));
    case TAL_TABLE_KIND_TEXT:
      break;
    }

  return g_strdup_printf ("CSV, %s, %s", get_delimiter_name (self->report.text.delimiter),
                          tal_text_encoding_get_name (self->report.text.encoding));
}

guint
tal_figure_file_get_n_sheets (const TalFigureFile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->book != NULL && self->form == NULL ? tal_workbook_get_n_sheets (self->book) : 0;
}

const char *
tal_figure_file_get_sheet_name (const TalFigureFile *self, guint sheet)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (sheet < tal_figure_file_get_n_sheets (self), NULL);

  return tal_sheet_get_name (tal_workbook_get_sheet (self->book, sheet));
}

guint
tal_figure_file_get_sheet (const TalFigureFile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sheet;
}

void
tal_figure_file_choose_sheet (TalFigureFile *self, guint sheet)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (sheet < tal_figure_file_get_n_sheets (self));

  if (sheet == self->sheet)
    return;

  self->sheet = sheet;
  suggest (self);
}

gboolean
tal_figure_file_choose_sheet_named (TalFigureFile *self, const char *name, GError **error)
{
  g_autofree char *quoted = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  for (guint i = 0; i < tal_figure_file_get_n_sheets (self); i++)
    {
      if (g_str_equal (tal_figure_file_get_sheet_name (self, i), name))
        {
          tal_figure_file_choose_sheet (self, i);
          return TRUE;
        }
    }

  quoted = tal_error_dup_quotable (name);
  g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
               _ ("The file has no sheet called “%s”."), quoted);
  return FALSE;
}

gboolean
tal_figure_file_is_form (const TalFigureFile *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->form != NULL;
}

gboolean
tal_figure_file_is_recognised (const TalFigureFile *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->recognised;
}

const GPtrArray *
tal_figure_file_get_notes (const TalFigureFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->notes;
}

char *
tal_figure_file_dup_map (const TalFigureFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_column_map_to_text (self->map);
}

gboolean
tal_figure_file_read_map (TalFigureFile *self, const char *text, GPtrArray *notes, GError **error)
{
  g_autoptr (TalColumnMap) told = NULL;

  g_return_val_if_fail (self != NULL && text != NULL && notes != NULL, FALSE);

  told = tal_column_map_parse (text, error);
  if (told == NULL)
    return FALSE;
  if (told->sheet != NULL && self->book != NULL &&
      tal_workbook_find_sheet (self->book, told->sheet) != NULL &&
      !tal_figure_file_choose_sheet_named (self, told->sheet, error))
    return FALSE;

  tal_column_map_adopt (self->map, told, TRUE, notes);
  self->has_map = TRUE;
  self->told = !tal_id_is_none (told->id);
  return TRUE;
}

/* Takes the sentence. */
static void
add_note (GPtrArray *doubts, const char *code, const char *place, char *sentence)
{
  g_ptr_array_add (doubts, tal_problem_new (TAL_SEVERITY_NOTE, code, place, sentence));
  g_free (sentence);
}

static void
add_hidden_rows (const TalFigureFile *self, GPtrArray *doubts)
{
  const TalSheet *sheet = get_sheet (self);
  guint           n_hidden = 0;

  for (guint row = self->map->first_row; row < self->map->end_row; row++)
    n_hidden += tal_sheet_is_row_hidden (sheet, row);
  if (n_hidden > 0)
    add_note (doubts, "hidden-rows", tal_sheet_get_name (sheet),
              g_strdup_printf (ngettext ("%u hidden row is read, too.",
                                         "%u hidden rows are read, too.", n_hidden),
                               n_hidden));
}

/* Their figures are not in what is read, which nobody would see. */
static void
add_other_sheets (const TalFigureFile *self, GPtrArray *doubts)
{
  for (guint i = 0; i < tal_workbook_get_n_sheets (self->book); i++)
    {
      const TalSheet *sheet = tal_workbook_get_sheet (self->book, i);
      guint           n_numbers = i != self->sheet ? tal_column_guess_count_numbers (sheet) : 0;

      if (n_numbers > 0)
        add_note (doubts, "other-sheet", tal_sheet_get_name (sheet),
                  g_strdup_printf (ngettext ("The sheet has %u number, which is not read. Choose "
                                             "the sheet and take the file in once more.",
                                             "The sheet has %u numbers, which are not read. Choose "
                                             "the sheet and take the file in once more.",
                                             n_numbers),
                                   n_numbers));
    }
}

GPtrArray *
tal_figure_file_list_doubts (const TalFigureFile *self)
{
  GPtrArray *doubts = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->cube != NULL || self->form != NULL)
    return tal_problem_list_new ();

  doubts = tal_column_doubts_list (get_sheet (self), self->map);
  add_hidden_rows (self, doubts);
  add_other_sheets (self, doubts);
  return doubts;
}

TalFigureList *
tal_figure_file_read (const TalFigureFile *self, GCancellable *cancellable, GError **error)
{
  return self->cube != NULL
             ? tal_cube_figures_read (self->cube, self->map, cancellable, error)
             : tal_sheet_figures_read (self->book, get_sheet (self), self->map, cancellable, error);
}
