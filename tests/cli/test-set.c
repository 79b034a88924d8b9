/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/tal-test-cli.h"

#include <gio/gio.h>
#include <string.h>

#define PLAN "Integrationshandleplanen"

static void
init_with_example (TalTestCli *cli, const char **ret_file)
{
  tal_test_cli_init (cli);
  *ret_file = tal_test_cli_path (cli, "bif.indsats");
  tal_test_cli_run (cli, 0, "new", *ret_file, "--example", NULL);
}

static void
assert_goal (TalTestCli *cli,
             const char *file,
             guint       row,
             const char *value,
             const char *denominator,
             const char *attainment)
{
  g_autofree char *cell_value = NULL;
  g_autofree char *cell_denominator = NULL;
  g_autofree char *cell_attainment = NULL;

  tal_test_cli_run (cli, 0, "status", file, "--plan", PLAN, "--format", "csv", NULL);
  cell_value = tal_test_cli_cell (cli->output, row, "value");
  cell_denominator = tal_test_cli_cell (cli->output, row, "denominator");
  cell_attainment = tal_test_cli_cell (cli->output, row, "attainment");
  g_assert_cmpstr (cell_value, ==, value);
  g_assert_cmpstr (cell_denominator, ==, denominator);
  g_assert_cmpstr (cell_attainment, ==, attainment);
}

/* Goal 3's people are goal 2's: 268 of 545 came into a placement, 110 of them into work. */
static void
test_a_numerator_moves_every_share_that_rests_on_it (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = NULL;

  init_with_example (&cli, &file);
  tal_test_cli_run (&cli, 0, "set", file, "--goal", "2", "--plan", PLAN, "--part", "numerator",
                    "--period", "2023", "--value", "410", NULL);
  assert_goal (&cli, file, 1, "75.2", "545", "met");
  assert_goal (&cli, file, 2, "26.8", "410", "not-met");

  tal_test_cli_run (&cli, 0, "undo", file, NULL);
  assert_goal (&cli, file, 1, "49.2", "545", "not-met");
  assert_goal (&cli, file, 2, "41.0", "268", "met");

  tal_test_cli_run (&cli, 0, "redo", file, NULL);
  assert_goal (&cli, file, 1, "75.2", "545", "met");
  tal_test_cli_run (&cli, 1, "redo", file, NULL);
  tal_test_cli_assert_one_sentence (&cli);
}

static void
test_what_a_collection_began_with_is_not_undone (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = NULL;

  init_with_example (&cli, &file);
  tal_test_cli_run (&cli, 1, "undo", file, NULL);
  tal_test_cli_assert_one_sentence (&cli);
  assert_goal (&cli, file, 1, "49.2", "545", "not-met");
}

static void
test_an_example_with_a_unit_is_not_undone_either (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = NULL;

  tal_test_cli_init (&cli);
  file = tal_test_cli_path (&cli, "sof.indsats");
  tal_test_cli_run (&cli, 0, "new", file, "--example", "--unit", "SOF", NULL);
  tal_test_cli_run (&cli, 1, "undo", file, NULL);
  assert_goal (&cli, file, 1, "49.2", "545", "not-met");
}

static void
test_several_steps_are_undone (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = NULL;

  init_with_example (&cli, &file);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", 300 + i);

      tal_test_cli_run (&cli, 0, "set", file, "--goal", "2", "--plan", PLAN, "--part", "numerator",
                        "--period", "2023", "--value", value, NULL);
    }

  /* More than there are: none of them. */
  tal_test_cli_run (&cli, 1, "undo", file, "4", NULL);
  tal_test_cli_assert_one_sentence (&cli);
  g_assert_nonnull (strstr (cli.errors, "kun 3"));
  assert_goal (&cli, file, 1, "55.4", "545", "not-met");

  tal_test_cli_run (&cli, 0, "undo", file, "2", NULL);
  assert_goal (&cli, file, 1, "55.0", "545", "not-met");
  tal_test_cli_run (&cli, 0, "redo", file, "2", NULL);
  assert_goal (&cli, file, 1, "55.4", "545", "not-met");
  tal_test_cli_run (&cli, 0, "undo", file, "2", NULL);
  tal_test_cli_run (&cli, 0, "history", file, NULL);
  g_assert_nonnull (strstr (cli.output, "268"));
  g_assert_nonnull (strstr (cli.output, "302"));
}

static void
test_state_and_note_can_be_set (void)
{
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = NULL;

  init_with_example (&cli, &file);
  tal_test_cli_run (&cli, 0, "set", file, "--goal", "1", "--plan", PLAN, "--part", "value",
                    "--period", "2023", "--value", "340", "--state", "preliminary", "--note",
                    "Foreløbig optælling", NULL);
  assert_goal (&cli, file, 0, "340", "", "not-yet-met");
  tal_test_cli_run (&cli, 0, "series", file, "--format", "csv", NULL);
  g_assert_nonnull (strstr (cli.output, "Foreløbig optælling"));
}

static void
test_what_cannot_be_set_is_refused_in_a_sentence (void)
{
  static const struct
  {
    int         exit_code;
    const char *words[16];
    const char *why; /* must stand in the error */
  } cases[] = {
    { 1,
      { "--goal", "2", "--plan", PLAN, "--part", "value", "--period", "2023", "--value", "50" },
      "”" },
    { 1,
      { "--goal", "2", "--plan", PLAN, "--part", "numerator", "--period", "2023", "--value",
        "8,7" },
      "8,7" },
    { 1,
      { "--goal", "2", "--plan", PLAN, "--part", "numerator", "--period", "2023", "--value",
        "26.5" },
      "decimaler" },
    { 1,
      { "--goal", "2", "--plan", PLAN, "--part", "numerator", "--period", "2023", "--value", "-1" },
      "negativ" },
    { 1,
      { "--goal", "2", "--plan", PLAN, "--part", "numerator", "--period", "2023-Q5", "--value",
        "1" },
      "2023-Q5" },
    { 1,
      { "--goal", "12", "--plan", PLAN, "--part", "value", "--period", "2023", "--value", "1" },
      "12" },
    { 1,
      { "--goal", "6", "--plan", PLAN, "--part", "denominator", "--period", "2023", "--value",
        "148" },
      "6" },
    { 1, { "--series", "findes ikke", "--period", "2023", "--value", "1" }, "findes ikke" },
    { 2, { "--goal", "2", "--plan", PLAN, "--period", "2023", "--value", "1" }, "--part" },
    { 2, { "--series", "x", "--goal", "2", "--period", "2023", "--value", "1" }, "--series" },
    { 2, { "--goal", "2", "--part", "value", "--value", "1" }, "--period" },
    { 2, { "--goal", "to", "--part", "value", "--period", "2023", "--value", "1" }, NULL },
    { 2,
      { "--goal", "2", "--part", "value", "--period", "2023", "--value", "1", "--state", "maybe" },
      NULL },
  };
  g_auto (TalTestCli) cli = { NULL };
  const char         *file = NULL;

  init_with_example (&cli, &file);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *words[20] = { g_getenv ("INDSATSTAL_CLI"), "set", file };

      memcpy (words + 3, cases[i].words, sizeof cases[i].words);
      tal_test_cli_run_words (&cli, cases[i].exit_code, words);
      if (cases[i].exit_code == 1)
        tal_test_cli_assert_one_sentence (&cli);
      if (cases[i].why != NULL)
        g_assert_nonnull (strstr (cli.errors, cases[i].why));
    }

  assert_goal (&cli, file, 1, "49.2", "545", "not-met");
  tal_test_cli_run (&cli, 1, "undo", file, NULL);
}

/* Each of the two sets a figure of its own, time after time; nothing may be lost. */
static void
test_two_writers_lose_nothing (void)
{
  static const guint  rounds = 15;
  g_auto (TalTestCli) cli = { NULL };
  g_autofree char    *history = NULL;
  const char         *file = NULL;
  guint               n_lines = 0;

  init_with_example (&cli, &file);
  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr (GSubprocess) one = NULL;
      g_autoptr (GSubprocess) other = NULL;
      g_autofree char        *value_one = g_strdup_printf ("%u", 270 + i);
      g_autofree char        *value_other = g_strdup_printf ("%u", 180 + i);

      one = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL, g_getenv ("INDSATSTAL_CLI"),
                              "set", file, "--goal", "2", "--plan", PLAN, "--part", "numerator",
                              "--period", "2023", "--value", value_one, NULL);
      other =
          g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL, g_getenv ("INDSATSTAL_CLI"),
                            "set", file, "--goal", "5", "--plan", PLAN, "--part", "numerator",
                            "--period", "2023", "--value", value_other, NULL);
      g_assert_true (g_subprocess_wait_check (one, NULL, NULL));
      g_assert_true (g_subprocess_wait_check (other, NULL, NULL));
    }

  tal_test_cli_run (&cli, 0, "history", file, NULL);
  history = g_strdup (cli.output);
  for (const char *p = history; *p != '\0'; p++)
    n_lines += *p == '\n' ? 1 : 0;
  g_assert_cmpuint (n_lines, ==, 2 * rounds + 1);
  assert_goal (&cli, file, 1, "52.1", "545", "not-met");
  assert_goal (&cli, file, 4, "55.7", "348", "not-met");
  tal_test_cli_run (&cli, 0, "check", file, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/set/a-numerator-moves-every-share-that-rests-on-it",
                   test_a_numerator_moves_every_share_that_rests_on_it);
  g_test_add_func ("/cli/set/state-and-note-can-be-set", test_state_and_note_can_be_set);
  g_test_add_func ("/cli/set/what-cannot-be-set-is-refused-in-a-sentence",
                   test_what_cannot_be_set_is_refused_in_a_sentence);
  g_test_add_func ("/cli/set/two-writers-lose-nothing", test_two_writers_lose_nothing);
  g_test_add_func ("/cli/undo/what-a-collection-began-with-is-not-undone",
                   test_what_a_collection_began_with_is_not_undone);
  g_test_add_func ("/cli/undo/an-example-with-a-unit-is-not-undone-either",
                   test_an_example_with_a_unit_is_not_undone_either);
  g_test_add_func ("/cli/undo/several-steps-are-undone", test_several_steps_are_undone);
  return g_test_run ();
}
