/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-language.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* Whether the program has texts in the language that was asked for. */
static gboolean
is_language_chosen (void)
{
  const char *messages = setlocale (LC_MESSAGES, NULL);

  if (g_getenv ("LANGUAGE") != NULL && g_getenv ("LANGUAGE")[0] != '\0')
    return TRUE;

  return messages != NULL &&
         (g_str_has_prefix (messages, "da") || g_str_has_prefix (messages, "en"));
}

/* Under these gettext looks for no translation, and letters are bytes. */
static gboolean
is_without_language (void)
{
  const char *messages = setlocale (LC_MESSAGES, NULL);

  return messages == NULL || g_str_has_prefix (messages, "C") || g_str_equal (messages, "POSIX");
}

/* The C library translates nothing under "C", and from 2.39 on neither under "C.UTF-8"; the
 * same locale by a longer name, which it finds by leaving the territory out, it does. */
static void
let_messages_be_translated (void)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  if (setlocale (LC_MESSAGES, "C_DK.UTF-8") == NULL)
    setlocale (LC_MESSAGES, "C.UTF-8");
}

/* Translations stand beside the program: below the same prefix where it is installed,
 * below the build folder where it was just built. */
static char *
find_translations (void)
{
  static const char *const places[] = { "../share/locale", "../../po" };
  g_autofree char         *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char         *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *place = g_build_filename (folder, places[i], NULL);
      g_autofree char *danish =
          g_build_filename (place, "da", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

      if (g_file_test (danish, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&place);
    }

  return g_strdup (LOCALE_DIR);
}

void
tal_language_init (void)
{
  g_autofree char *translations = NULL;

  /* A locale that the machine doesn't have must not take the letters æ, ø and å away. */
  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");

  if (is_without_language ())
    let_messages_be_translated ();
  if (!is_language_chosen ())
    g_setenv ("LANGUAGE", "da", TRUE);

  translations = find_translations ();
  bindtextdomain (GETTEXT_PACKAGE, translations);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
