/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-import-text.h"

#include "core/tal-change-text.h"

#include <glib/gi18n-lib.h>

/* What stands there, or that nothing does. */
static const char *
get_text (const char *text)
{
  return text != NULL ? text : "–";
}

char *
tal_import_text_dup_fields (const TalImportRow *row)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (row != NULL, NULL);

  for (guint i = 0; i < row->fields->len; i++)
    {
      const TalFieldChange *field = g_ptr_array_index (row->fields, i);

      if (i > 0)
        g_string_append (text, "; ");
      if (row->type == TAL_IMPORT_ROW_NEW)
        g_string_append_printf (text, "%s %s", field->title, get_text (field->after));
      else
        g_string_append_printf (text, _ ("%s: ours %s, theirs %s"), field->title,
                                         get_text (field->before), get_text (field->after));
    }

  return g_string_free (text, FALSE);
}

static const char *
get_sign (const TalImportRow *row)
{
  static const char *const signs[] = {
    [TAL_IMPORT_ROW_NEW] = "+",     [TAL_IMPORT_ROW_CHANGED] = "~",  [TAL_IMPORT_ROW_KEPT] = "=",
    [TAL_IMPORT_ROW_REMOVED] = "-", [TAL_IMPORT_ROW_CONFLICT] = "!",
  };

  return signs[row->type];
}

char *
tal_import_text_dup_row (const TalImportRow *row)
{
  g_autofree char *fields = NULL;
  const char      *what = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  fields = tal_import_text_dup_fields (row);
  what = row->sentence != NULL ? row->sentence : row->object;
  if (row->type == TAL_IMPORT_ROW_REMOVED || fields[0] == '\0')
    return g_strdup (what);
  return row->sentence != NULL ? g_strdup_printf ("%s (%s)", what, fields)
                               : g_strdup_printf ("%s: %s", what, fields);
}

static void
append_row (GString *text, const TalImportRow *row)
{
  g_autofree char *sentence = tal_import_text_dup_row (row);

  g_string_append_printf (text, "  %s %s\n", get_sign (row), sentence);
}

/* How many of the rows are told, and why those. */
static void
append_rows (GString *text, const TalImportReport *report, gboolean all)
{
  for (guint i = 0; i < report->rows->len; i++)
    {
      const TalImportRow *row = g_ptr_array_index (report->rows, i);

      if (all || row->sentence != NULL)
        append_row (text, row);
    }
  if (all && report->n_unlisted > 0)
    g_string_append_printf (text,
                            ngettext ("  + And %u more new figure\n",
                                      "  + And %u more new figures\n", report->n_unlisted),
                            report->n_unlisted);
}

char *
tal_import_text_dup_counts (const TalImportReport *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  return g_strdup_printf (_ ("New: %u. Changed: %u. Kept as here: %u. Removed: %u. Unchanged: %u."),
                             report->n_new, report->n_changed, report->n_kept, report->n_removed,
                             report->n_unchanged);
}

char *
tal_import_text_dup (const TalImportReport *report, gboolean all)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *counts = NULL;

  g_return_val_if_fail (report != NULL, NULL);

  counts = tal_import_text_dup_counts (report);
  if (report->sender != NULL)
    g_string_append_printf (text, _ ("Sent by %s.\n"), report->sender);
  g_string_append_printf (text, "%s\n", counts);
  if (report->n_conflicts > 0)
    {
      g_string_append_printf (text, ngettext ("%u conflict:", "%u conflicts:", report->n_conflicts),
                              report->n_conflicts);
      g_string_append_c (text, '\n');
    }
  append_rows (text, report, all);

  if (report->notes->len > 0)
    g_string_append_printf (text, "%s\n", _ ("Passed over:"));
  for (guint i = 0; i < report->notes->len; i++)
    g_string_append_printf (text, "  %s\n", (const char *)g_ptr_array_index (report->notes, i));
  return g_string_free (text, FALSE);
}
