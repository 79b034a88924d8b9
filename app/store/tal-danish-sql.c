/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tal-danish-sql.h"

#include "base/tal-danish-collation.h"

#include <sqlite3.h>

static int
compare (void *unused, int length_a, const void *a, int length_b, const void *b)
{
  g_autofree char *text_a = g_strndup (a, (gsize)length_a);
  g_autofree char *text_b = g_strndup (b, (gsize)length_b);

  return tal_danish_collation_compare (text_a, text_b);
}

static void
fold (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *)sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, tal_danish_collation_dup_folded (text), -1, g_free);
}

int
tal_danish_sql_register (struct sqlite3 *handle)
{
  int code = 0;

  g_return_val_if_fail (handle != NULL, SQLITE_MISUSE);

  code = sqlite3_create_collation (handle, "DANISH", SQLITE_UTF8, NULL, compare);
  if (code == SQLITE_OK)
    code = sqlite3_create_function (handle, "danish_fold", 1,
                                    SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                    fold, NULL, NULL);
  return code;
}
