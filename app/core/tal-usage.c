/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-usage.h"

#include "core/tal-references.h"
#include "core/tal-title.h"

#include <glib/gi18n-lib.h>

/* How many of those that refer to something are named. */
#define MOST_NAMED 3

typedef struct
{
  TalKind  kind;
  TalId    id;
  gboolean found;
} Wanted;

static void
reference_found_cb (const TalField *field, TalId target, gpointer user_data)
{
  Wanted *wanted = user_data;

  if (field->target == wanted->kind && tal_id_is_equal (target, wanted->id))
    wanted->found = TRUE;
}

GPtrArray *
tal_usage_list_users (const TalCatalogue *catalogue, const TalRecord *record)
{
  GPtrArray *users = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  users = g_ptr_array_new ();
  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      guint                   length = 0;
      const TalRecord *const *records =
          tal_catalogue_get_records (catalogue, (TalKind)kind, &length);

      for (guint i = 0; i < length; i++)
        {
          Wanted wanted = { record->kind, record->id, FALSE };

          if (records[i]->kind == record->kind && tal_id_is_equal (records[i]->id, record->id))
            continue;
          tal_record_foreach_reference (records[i], reference_found_cb, &wanted);
          if (wanted.found)
            g_ptr_array_add (users, (gpointer)records[i]);
        }
    }

  return users;
}

char *
tal_usage_explain (const TalCatalogue *catalogue, const TalRecord *record, const GPtrArray *users)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint               n_left = 0;

  g_return_val_if_fail (catalogue != NULL && record != NULL, NULL);
  g_return_val_if_fail (users != NULL && users->len > 0, NULL);

  for (guint i = 0; i < MIN (users->len, MOST_NAMED); i++)
    {
      g_autofree char *title = tal_title_for_record (catalogue, g_ptr_array_index (users, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", title);
    }

  n_left = users->len - MIN (users->len, MOST_NAMED);
  if (n_left == 0)
    return g_strdup_printf (_ ("“%s” cannot be deleted while it is used here: %s."),
                               tal_title_get_name (record), names->str);

  return g_strdup_printf (ngettext ("“%s” cannot be deleted while it is used here: %s and %u more.",
                                    "“%s” cannot be deleted while it is used here: %s and %u more.",
                                    n_left),
                          tal_title_get_name (record), names->str, n_left);
}
