/* SPDX-License-Identifier: GPL-3.0-or-later */

/* indsatstal-draw: what indsatstal-cli runs for the verb "chart". */

#include "config.h"

#include "cli/tal-cli-draw.h"
#include "model/tal-language.h"

int
main (int argc, char **argv)
{
  g_auto (GStrv) words = NULL;

  tal_language_init ();
  words = g_strdupv (argv);
  return tal_cli_draw (words);
}
