/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-import-receipt.h"

#include "base/tal-printable-text.h"
#include "charts/tal-text-pages.h"
#include "exchange/tal-file-output.h"
#include "model/tal-clock.h"
#include "model/tal-import-text.h"

#include <glib/gi18n-lib.h>

/* The rest of a longer paragraph says nothing that the collection does not. */
#define LONGEST_PARAGRAPH 20000

static void
add (TalTextPages *pages, TalTextPagesStyle style, const char *text)
{
  g_autofree char *printable = tal_printable_text_dup (text, LONGEST_PARAGRAPH);

  tal_text_pages_add (pages, style, printable);
}

static void
add_facts (TalTextPages *pages, const TalImportReport *report, const char *name)
{
  g_autofree char *when = tal_clock_format_local (tal_clock_get_now ());
  g_autofree char *newest =
      report->newest != TAL_TIME_NONE ? tal_clock_format_local (report->newest) : NULL;
  g_autofree char *file = g_strdup_printf (_ ("File: %s"), name);
  g_autofree char *sender =
      report->sender != NULL ? g_strdup_printf (_ ("Sent by: %s"), report->sender) : NULL;
  g_autofree char *changed =
      newest != NULL ? g_strdup_printf (_ ("Newest change in the file: %s"), newest) : NULL;
  g_autofree char *imported =
      g_strdup_printf (_ ("Imported: %s by %s"), when, tal_clock_get_author ());

  add (pages, TAL_TEXT_PAGES_TITLE, _ ("Report of an import"));
  add (pages, TAL_TEXT_PAGES_BODY, file);
  if (sender != NULL)
    add (pages, TAL_TEXT_PAGES_BODY, sender);
  if (changed != NULL)
    add (pages, TAL_TEXT_PAGES_BODY, changed);
  add (pages, TAL_TEXT_PAGES_BODY, imported);
}

static void
add_row (TalTextPages *pages, const TalImportRow *row)
{
  g_autofree char *sentence = tal_import_text_dup_row (row);
  g_autofree char *item = g_strconcat ("•  ", sentence, NULL);

  add (pages, TAL_TEXT_PAGES_ITEM, item);
}

static void
add_rows (TalTextPages          *pages,
          const TalImportReport *report,
          const char            *heading,
          gboolean (*belongs) (const TalImportRow *row))
{
  gboolean begun = FALSE;

  for (guint i = 0; i < report->rows->len; i++)
    {
      const TalImportRow *row = g_ptr_array_index (report->rows, i);

      if (!belongs (row))
        continue;
      if (!begun)
        add (pages, TAL_TEXT_PAGES_HEADING, heading);
      begun = TRUE;
      add_row (pages, row);
    }
}

static gboolean
is_written (const TalImportRow *row)
{
  return row->choice == TAL_IMPORT_CHOICE_THEIRS && !tal_import_row_is_open (row);
}

static gboolean
is_new (const TalImportRow *row)
{
  return is_written (row) && row->type == TAL_IMPORT_ROW_NEW;
}

static gboolean
is_changed (const TalImportRow *row)
{
  return is_written (row) && row->type != TAL_IMPORT_ROW_NEW && row->type != TAL_IMPORT_ROW_REMOVED;
}

static gboolean
is_removed (const TalImportRow *row)
{
  return is_written (row) && row->type == TAL_IMPORT_ROW_REMOVED;
}

static gboolean
is_kept (const TalImportRow *row)
{
  return row->choice == TAL_IMPORT_CHOICE_OURS;
}

static void
add_notes (TalTextPages *pages, const TalImportReport *report)
{
  if (report->notes->len > 0)
    add (pages, TAL_TEXT_PAGES_HEADING, _ ("Passed over"));
  for (guint i = 0; i < report->notes->len; i++)
    {
      g_autofree char *item = g_strconcat ("•  ", g_ptr_array_index (report->notes, i), NULL);

      add (pages, TAL_TEXT_PAGES_ITEM, item);
    }
}

static GBytes *
make_pages (const TalImportReport *report, const char *name, GError **error)
{
  g_autoptr (TalTextPages) pages = tal_text_pages_new ();
  g_autofree char         *counts = tal_import_text_dup_counts (report);
  g_autofree char         *conflicts = g_strdup_printf (_ ("Conflicts: %u."), report->n_conflicts);

  add_facts (pages, report, name);
  add (pages, TAL_TEXT_PAGES_BODY, counts);
  add (pages, TAL_TEXT_PAGES_BODY, conflicts);
  add_rows (pages, report, _ ("New"), is_new);
  add_rows (pages, report, _ ("Changed"), is_changed);
  add_rows (pages, report, C_ ("differences", "Removed"), is_removed);
  add_rows (pages, report, _ ("Left as it is here"), is_kept);
  add_rows (pages, report, _ ("Undecided, or not possible to write"), tal_import_row_is_open);
  add_notes (pages, report);
  return tal_text_pages_write (pages, _ ("Report of an import"), error);
}

gboolean
tal_import_receipt_write (const TalImportReport *report,
                          const char            *name,
                          const char            *path,
                          GError               **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (report != NULL, FALSE);
  g_return_val_if_fail (name != NULL && path != NULL, FALSE);

  bytes = make_pages (report, name, error);
  if (bytes == NULL)
    return FALSE;

  return tal_file_output_save (path, bytes, error);
}
