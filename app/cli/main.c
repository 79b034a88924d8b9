/* SPDX-License-Identifier: GPL-3.0-or-later */

/* indsatstal-cli: everything that the window can do to a collection, without a display. */

#include "config.h"

#include "cli/tal-cli.h"
#include "model/tal-language.h"

#include <glib/gi18n-lib.h>

static const TalCliVerb verbs[] = {
  { "new", "FILE.indsats [--example] [--unit NAME]",
    N_ ("Make a new collection"), tal_cli_run_new },
    { "import",
      "FILE.indsats INPUT.xml|.csv|.xlsx|.ods|.px [--dry-run] [--theirs | --ours | --interactive] "
      "[--format text|csv|json] [--report FILE] [--map FILE] [--unknown new|leave-out] "
      "[--numbers danish|english] [--days day|month|quarter|year] [--period P] [--sheet NAME] "
      "[--skip-refused]",
      N_ ("Take in another department's figures, or a table or statistical file"),
          tal_cli_run_import },
      { "export",
        "FILE.indsats OUTPUT.xml|.xlsx|.ods|.csv [--to UNIT] [--since DAY|last] [--plan NAME] "
        "[--initiative NAME] [--period P] "
        "[--format xml|xlsx|ods|csv] [--table NAME] [--mask N] [--form]",
        N_ ("Write figures for another department, or as tables"), tal_cli_run_export },
        { "status",
          "FILE.indsats [--plan NAME] [--initiative NAME] [--period P] [--format text|csv|json] "
          "[--wide]",
          N_ ("Show how the goals stand"), tal_cli_run_status },
          { "series",
            "FILE.indsats ([--name TEXT] [--format text|csv|json] [--wide] | --compare NAME "
            "--compare NAME "
            "…) "
            "[--periods A..B]",
            N_ ("Show figures over time"), tal_cli_run_series },
            { "set",
              "FILE.indsats (--series NAME|UUID | --goal NUMBER [--plan NAME] [--initiative NAME] "
              "--part value|numerator|denominator) --period P --value 8.7 "
              "[--state final|preliminary|estimate] [--note TEXT]",
              N_ ("Set one figure"), tal_cli_run_set },
              { "history", "FILE.indsats", N_ ("Show who changed what"), tal_cli_run_history },
                { "undo", "FILE.indsats [N]",
                  N_ ("Take back the latest change, or the latest N"), tal_cli_run_undo },
                  { "redo", "FILE.indsats [N]", N_ ("Bring it back"), tal_cli_run_redo },
                    { "chart",
                      "FILE.indsats --kind KIND [--series NAME|UUID]… [--plan NAME] "
                      "[--initiative NAME] [--periods A..B] [--size 1600x900|160x90mm] "
                      "[--theme light|dark|print] [--describe] [--table] [OUT.svg|.png|.pdf]",
                      N_ ("Draw a chart, or tell it in words or as a table"), tal_cli_run_chart },
                      { "check",
                        "FILE.indsats [--figures|--text NOTE] [--all] [--format text|csv|json]",
                        N_ ("Look for damage, for figures that disagree, or for mistakes in a note"),
                            tal_cli_run_check },
                    };

static void
show_verb (const TalCliVerb *verb)
{
  g_print ("  indsatstal-cli %s %s\n      %s\n", verb->name, verb->arguments, _ (verb->summary));
}

static int
show_help (void)
{
  g_print ("%s\n\n", _ ("Keeps the figures of employment initiatives."));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    show_verb (&verbs[i]);
  g_print ("\n%s\n",
           _ ("Ends with 0 when done, 1 when refused or problems were found, 2 when called "
                        "wrongly."));
  return TAL_CLI_DONE;
}

static int
run_verb (char **words)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (!g_str_equal (words[0], verbs[i].name))
        continue;
      if (words[1] == NULL || !g_str_equal (words[1], "--help"))
        return verbs[i].run (words);

      show_verb (&verbs[i]);
      return TAL_CLI_DONE;
    }

  g_printerr (_ ("indsatstal-cli: there is no “%s”.\n"), words[0]);
  g_printerr (_ ("“indsatstal-cli --help” shows how it is called.\n"));
  return TAL_CLI_USAGE;
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) words = NULL;

  tal_language_init ();

  if (argc < 2)
    {
      show_help ();
      return TAL_CLI_USAGE;
    }

  words = g_strdupv (argv + 1);
  if (g_str_equal (words[0], "--help") || g_str_equal (words[0], "-h") ||
      g_str_equal (words[0], "help"))
    return show_help ();
  if (g_str_equal (words[0], "--version"))
    {
      g_print ("indsatstal-cli %s\n", PACKAGE_VERSION);
      return TAL_CLI_DONE;
    }

  return run_verb (words);
}
