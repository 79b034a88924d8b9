/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli.h"

#include "core/tal-danish-period.h"
#include "model/tal-name-search.h"

#include <glib/gi18n-lib.h>

gboolean
tal_cli_parse (const char *verb, const GOptionEntry *options, char ***words, guint least, guint most)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError)         error = NULL;
  guint                      n_words = 0;

  g_option_context_set_help_enabled (context, FALSE);
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, words, &error))
    {
      tal_cli_misuse (verb, error->message);
      return FALSE;
    }

  /* The first word is the verb itself. */
  n_words = g_strv_length (*words) - 1;
  if (n_words < least)
    {
      tal_cli_misuse (verb, _ ("Something is missing."));
      return FALSE;
    }
  if (n_words > most)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("“%s” is too much."), (*words)[most + 1]);

      tal_cli_misuse (verb, sentence);
      return FALSE;
    }

  return TRUE;
}

TalCollection *
tal_cli_open (const char *path, gboolean reading)
{
  g_autoptr (GError) error = NULL;
  TalCollection     *collection = tal_collection_open (path, reading, &error);

  if (collection == NULL)
    tal_cli_refuse (error);
  return collection;
}

int
tal_cli_refuse (const GError *error)
{
  g_printerr ("indsatstal-cli: %s\n", error->message);
  return TAL_CLI_REFUSED;
}

int
tal_cli_misuse (const char *verb, const char *sentence)
{
  g_printerr ("indsatstal-cli %s: %s\n", verb, sentence);
  g_printerr (_ ("“indsatstal-cli --help” shows how it is called.\n"));
  return TAL_CLI_USAGE;
}

void
tal_cli_print (const char *format, ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  va_list             arguments;

  va_start (arguments, format);
  g_string_vprintf (text, format, arguments);
  va_end (arguments);

  g_string_replace (text, "\302\240", " ", 0);
  g_print ("%s\n", text->str);
}

gboolean
tal_cli_find (const TalCatalogue *catalogue, TalKind kind, const char *name, TalId *ret_id)
{
  g_autoptr (GError) error = NULL;
  const TalRecord   *found = NULL;

  *ret_id = TAL_ID_NONE;
  if (name == NULL)
    return TRUE;

  found = tal_name_search_find (catalogue, kind, name, &error);
  if (found == NULL)
    {
      tal_cli_refuse (error);
      return FALSE;
    }

  *ret_id = found->id;
  return TRUE;
}

gboolean
tal_cli_parse_period (const char *text, TalPeriod *ret_period)
{
  g_autoptr (GError) error = NULL;

  *ret_period = TAL_PERIOD_UNSET;
  if (text == NULL || tal_danish_period_parse (text, ret_period, &error))
    return TRUE;

  tal_cli_refuse (error);
  return FALSE;
}
