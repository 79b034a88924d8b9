/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli.h"

#include "core/tal-danish-period.h"
#include "model/tal-name-search.h"

#include <glib/gi18n-lib.h>

/* The place of "--" in the words, or the end. */
static guint
find_end_of_options (char **words)
{
  guint end = 0;

  while (words[end] != NULL && !g_str_equal (words[end], "--"))
    end++;
  return end;
}

/* In our own words: GLib's come in whatever language it finds on the machine. */
static char *
describe_bad_option (const GError *error, char **words, guint n_options)
{
  if (error->domain == G_OPTION_ERROR)
    return g_strdup_printf (_ ("“%s” needs something behind it."), words[n_options - 1]);

  return g_strdup (_ ("What is written is not readable text (UTF-8)."));
}

/* Takes the options out of the words. */
static gboolean
take_options (const char *verb, const GOptionEntry *options, char ***words)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError)         error = NULL;
  g_auto (GStrv)             given = g_strdupv (*words);

  g_option_context_set_help_enabled (context, FALSE);
  /* They stay among the words, and are named below. */
  g_option_context_set_ignore_unknown_options (context, TRUE);
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, words, &error))
    {
      g_autofree char *sentence = describe_bad_option (error, given, g_strv_length (given));

      tal_cli_misuse (verb, sentence);
      return FALSE;
    }

  for (char **word = *words + 1; *word != NULL; word++)
    {
      g_autofree char *sentence = NULL;

      if (**word != '-')
        continue;
      sentence = g_strdup_printf (_ ("There is no “%s” here."), *word);
      tal_cli_misuse (verb, sentence);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_words (const char *verb, char **words, guint least, guint most)
{
  /* The first word is the verb itself. */
  guint n_words = g_strv_length (words) - 1;

  if (n_words > most)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("“%s” is too much."), words[most + 1]);

      tal_cli_misuse (verb, sentence);
      return FALSE;
    }
  if (n_words < least || g_strv_contains ((const char *const *)words, ""))
    {
      tal_cli_misuse (verb, _ ("Something is missing."));
      return FALSE;
    }

  return TRUE;
}

gboolean
tal_cli_parse (const char *verb, const GOptionEntry *options, char ***words, guint least, guint most)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv)           behind = NULL;
  guint                    end = find_end_of_options (*words);
  guint                    length = g_strv_length (*words);

  if (end < length)
    behind = g_strdupv (*words + end + 1);
  for (guint i = end; i < length; i++)
    g_clear_pointer (&(*words)[i], g_free);
  if (!take_options (verb, options, words))
    return FALSE;

  g_strv_builder_addv (all, (const char **)*words);
  if (behind != NULL)
    g_strv_builder_addv (all, (const char **)behind);
  g_strfreev (*words);
  *words = g_strv_builder_end (all);
  return check_words (verb, *words, least, most);
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
  return tal_cli_refuse_saying (error->message);
}

int
tal_cli_refuse_saying (const char *sentence)
{
  g_printerr ("indsatstal-cli: %s\n", sentence);
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
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;
  g_auto (GStrv)   parts = NULL;
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  /* Not one after the other in place: a report of an import may have hundreds of thousands. */
  parts = g_strsplit (text, "\302\240", -1);
  plain = g_strjoinv (" ", parts);
  g_print ("%s\n", plain);
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
  /* What the tables say must be understood again: 2010-11 is November in a file, where a
   * reader of Danish text could take it for two years. */
  if (text == NULL || tal_period_parse (text, ret_period, NULL) ||
      tal_danish_period_parse (text, ret_period, &error))
    return TRUE;

  tal_cli_refuse (error);
  return FALSE;
}
