/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli.h"

#include <glib/gi18n-lib.h>

typedef GPtrArray *(*Repeat) (TalCollection *collection, guint n_steps, GError **error);

static gboolean
parse_steps (const char *verb, const char *text, guint64 *ret_steps)
{
  g_autofree char *sentence = NULL;

  *ret_steps = 1;
  if (text == NULL || g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, ret_steps, NULL))
    return TRUE;

  sentence = g_strdup_printf (_ ("“%s” is not a number of changes."), text);
  tal_cli_misuse (verb, sentence);
  return FALSE;
}

static int
run (char **words, Repeat repeat)
{
  g_auto (GStrv)            rest = g_strdupv (words);
  g_autoptr (TalCollection) collection = NULL;
  g_autoptr (GPtrArray)     applied = NULL;
  g_autoptr (GError)        error = NULL;
  guint64                   n_steps = 0;
  const char               *verb = words[0];

  if (!tal_cli_parse (verb, NULL, &rest, 1, 2) || !parse_steps (verb, rest[2], &n_steps))
    return TAL_CLI_USAGE;

  collection = tal_cli_open (rest[1], FALSE);
  if (collection == NULL)
    return TAL_CLI_REFUSED;

  applied = repeat (collection, (guint)n_steps, &error);
  if (applied == NULL)
    return tal_cli_refuse (error);

  for (guint i = 0; i < applied->len; i++)
    tal_cli_print (repeat == tal_collection_undo
                   ? _ ("Undone: %s")
                   : _ ("Redone: %s"), tal_change_set_get_label (g_ptr_array_index (applied, i)));
  return TAL_CLI_DONE;
}

int
tal_cli_run_undo (char **words)
{
  return run (words, tal_collection_undo);
}

int
tal_cli_run_redo (char **words)
{
  return run (words, tal_collection_redo);
}
