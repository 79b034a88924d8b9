/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a report of an error says, and what it must not say. */

#include "config.h"

#include "ui/application/tal-about.h"
#include "ui/tal-test-stage.h"

static void
test_about_the_report_says_versions_and_counts (void)
{
  static const char *const wanted[] = { "Indsatstal " PACKAGE_VERSION,
                                        "GTK 4.",
                                        "libadwaita 1.",
                                        "GLib 2.",
                                        "SQLite 3.",
                                        "libxml2 2",
                                        "locale: ",
                                        "display: ",
                                        "\ninitiative: ",
                                        "\ngoal: " };
  TalTestStage             stage = { NULL };
  g_autofree char         *report = NULL;

  tal_test_stage_open (&stage);
  report = tal_about_describe (stage.window);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      if (strstr (report, wanted[i]) == NULL)
        g_error ("“%s” is missing in: %s", wanted[i], report);
    }
  tal_test_stage_close (&stage);
}

/* Nothing of the person's own: no folder, file, name or record of theirs. */
static void
test_about_the_report_keeps_secrets (void)
{
  TalTestStage     stage = { NULL };
  g_autofree char *report = NULL;
  const char      *unit = NULL;

  tal_test_stage_open (&stage);
  report = tal_about_describe (stage.window);
  unit = tal_workspace_get_unit_name (tal_window_get_workspace (stage.window));
  g_assert_null (strchr (report, G_DIR_SEPARATOR));
  g_assert_null (strstr (report, ".indsats"));
  g_assert_null (strstr (report, unit));
  tal_window_show_welcome (stage.window);
  g_free (report);
  report = tal_about_describe (stage.window);
  g_assert_null (strstr (report, "goal"));
  tal_test_stage_close (&stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/about/the-report-says-versions-and-counts",
                   test_about_the_report_says_versions_and_counts);
  g_test_add_func ("/ui/about/the-report-keeps-secrets", test_about_the_report_keeps_secrets);
  return g_test_run ();
}
