/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of goals of the example against the committee's own tables: the final status of
 * the integration plan, and the area-based initiatives. */

#include "core/tal-goal-table.h"
#include "core/tal-plan.h"
#include "support/example.h"

#include <string.h>

/* As the paper has it, but for its own full stops and remarks behind the brackets. */
static const char final_status[] =
    "Indsats og afsatte midler\tMålsætninger i 2023\tStatus 2023\n"
    "1. Håndholdt og vedvarende virksomhedsindsats for ledige 3,3 mio. kr.\t1) Minimum 350 ledige "
    "københavnere deltager i indsatsen årligt (350 helårspladser)\tMålet blev opnået (545)\n"
    "\t2) Minimum 75 pct. af deltagerne kommer i virksomhedsplacering, opkvalificering eller "
    "uddannelsesforløb.\tMålet blev ikke opnået (49 pct./268 borgere)\n"
    "\t3) 40 pct. af de ledige, der har været i virksomhedsplacering, opkvalificering eller "
    "uddannelsesforløb kommer i deltidsjob, fuldtidsjob eller uddannelse.\tMålet blev opnået (41 "
    "pct./110 borgere)\n";

static TalStatusTable *
compute (Example *example)
{
  g_autoptr (GError) error = NULL;
  TalStatusTable *statuses = tal_collection_compute_statuses (example->collection, TAL_PERIOD_UNSET,
                                                              tal_day_new (2024, 6, 18), &error);

  g_assert_no_error (error);
  return statuses;
}

/* The initiative whose goals have that number and name. */
static const TalGoalStatus *
find_goals (TalStatusTable *statuses, const char *wording, guint *ret_length)
{
  for (guint i = 0; i < tal_status_table_get_length (statuses); i++)
    {
      const TalGoalStatus *status = tal_status_table_get_status (statuses, i);

      if (status->goal->wording != NULL && g_str_has_prefix (status->goal->wording, wording))
        return tal_status_table_get_initiative (statuses, status->goal->initiative, ret_length);
    }

  g_assert_not_reached ();
}

/* With plain spaces. */
static char *
write_plainly (TalGoalTable *table)
{
  g_autofree char *tabs = tal_goal_table_to_tabs (table);
  g_auto (GStrv)   parts = g_strsplit (tabs, "\xc2\xa0", -1);

  tal_goal_table_free (table);
  return g_strjoinv (" ", parts);
}

static void
test_goal_table_is_that_of_the_paper (Example *example, gconstpointer unused)
{
  g_autoptr (TalStatusTable) statuses = compute (example);
  const TalCatalogue        *catalogue = tal_status_table_get_catalogue (statuses);
  guint                      length = 0;
  const TalGoalStatus       *goals = find_goals (statuses, "Minimum 350", &length);
  g_autofree char           *text = NULL;
  g_autofree char           *title = NULL;
  TalGoalTable *table = tal_goal_table_new (catalogue, goals, length, TAL_GOAL_TABLE_INITIATIVES,
                                            TAL_GOAL_TABLE_MONEY | TAL_GOAL_TABLE_COUNTS);

  title = g_strdup (table->title);
  g_assert_cmpstr (title, ==, "Målsætninger og status for Integrationshandleplanen i 2023");
  text = write_plainly (table);
  g_assert_cmpstr (text, ==, final_status);
}

static void
test_goal_table_leaves_out_what_is_not_wanted (Example *example, gconstpointer unused)
{
  static const struct
  {
    TalGoalTableLayout  layout;
    TalGoalTableOptions options;
    const char         *text;
  } cases[] = {
    { TAL_GOAL_TABLE_INITIATIVES, TAL_GOAL_TABLE_MISSED_ONLY,
      "Indsats\tMålsætninger i 2023\tStatus 2023\n"
      "1. Håndholdt og vedvarende virksomhedsindsats for ledige\t2) Minimum 75 pct. af deltagerne "
      "kommer i virksomhedsplacering, opkvalificering eller uddannelsesforløb.\tMålet blev ikke "
      "opnået (49 pct.)\n" },
    { TAL_GOAL_TABLE_CONTENTS, TAL_GOAL_TABLE_MISSED_ONLY | TAL_GOAL_TABLE_COUNTS,
      "Mål\tIndhold\tMålsætning\tStatus\n"
      "2\tMinimum 75 pct. af deltagerne kommer i virksomhedsplacering, opkvalificering eller "
      "uddannelsesforløb.\t75 pct.\t49 pct. (268 af 545 borgere)\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalStatusTable) statuses = compute (example);
      guint                      length = 0;
      const TalGoalStatus       *goals = find_goals (statuses, "Minimum 350", &length);
      g_autofree char           *text =
          write_plainly (tal_goal_table_new (tal_status_table_get_catalogue (statuses), goals,
                                             length, cases[i].layout, cases[i].options));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Tables 1 and 2 on the areas, of 2019; a figure that is not final has its star here. */
static const struct
{
  const char        *wording; /* of the first goal */
  TalGoalTableLayout layout;
  const char        *title;
  const char        *text;
  const char        *note; /* how it begins; NULL where there is none */
} papers[] = {
  { "Ledige over 30 år har opnået", TAL_GOAL_TABLE_CONTENTS,
    "Status på målsætninger for den særlige beskæftigelsesindsats i Mjølnerparken",
    "Mål\tIndhold\tMålsætning\tStatus\n"
    "1\tLedige over 30 år har opnået ordinært arbejde, deltidsjob, fleksjob eller uddannelse\t20 "
    "pct.\t29 pct.*\n"
    "2\tUnge under 30 år er blevet optaget på en ordinær uddannelse eller har fået job\t75 "
    "pct.\t42 pct.*\n"
    "3\tLedige over 30 år har været i virksomhedspraktik/løntilskud\t80 pct.\t53 pct.\n"
    "4\tLedige over 30 år der har opnået progression (Udviklingsmål)\t80 pct.\t59 pct.\n",
    "Note: Bemærk, at de enkelte målsætninger omfatter forskellige målgrupper, og at "
    "procentsatserne dermed ikke kan sammenlignes. Målemetoder og måleperiode for de enkelte "
    "målsætninger: Mål 1: DREAM. Målt fra januar 2017 til juli 2018" },
  { "Rettidigheden for afholdelse", TAL_GOAL_TABLE_INDICATORS,
    "Målsætninger og status for Områdebaserede beskæftigelsesindsatser",
    "Indikator\tMålniveau\tRealiseret\tStatus\n"
    "Rettidigheden for afholdelse af jobsamtaler\tMindst JKI's niveau (84 pct.)\t87 "
    "pct.\tOpnået\n"
    "Rettidigheden for aktivering\tMindst JKI's niveau (85 pct.)\t88 pct.\tOpnået\n"
    "Andel udeblivelser fra jobsamtaler\tHøjst JKI's niveau (8,7 pct.)\t7,3 pct.\tOpnået\n"
    "Andel afsluttede forløb, hvor borgeren er kommet i ordinær beskæftigelse, "
    "deltidsbeskæftigelse, uddannelse eller fleksjob\t5 pct.\t10 pct.\tOpnået\n"
    "Andel påbegyndte virksomhedsplaceringer\t70 pct.\t39 pct.\tIkke opnået\n",
    "Note: Mål 1: Forvaltningens egen opgørelse." },
};

static void
test_goal_table_is_that_of_other_papers (Example *example, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (TalStatusTable) statuses = compute (example);
      guint                      length = 0;
      const TalGoalStatus       *goals = find_goals (statuses, papers[i].wording, &length);
      TalGoalTable    *table = tal_goal_table_new (tal_status_table_get_catalogue (statuses), goals,
                                                   length, papers[i].layout, TAL_GOAL_TABLE_NOTE);
      g_autofree char *note = g_strdup (table->note);
      g_autofree char *text = NULL;
      g_assert_cmpstr (table->title, ==, papers[i].title);
      g_assert_true (g_str_has_prefix (note, papers[i].note));
      text = write_plainly (table);
      g_assert_cmpstr (text, ==, papers[i].text);
    }
}

static void
test_goal_table_spans_its_rows (Example *example, gconstpointer unused)
{
  g_autoptr (TalStatusTable) statuses = compute (example);
  guint                      length = 0;
  const TalGoalStatus       *goals = find_goals (statuses, "Minimum 350", &length);
  g_autoptr (TalGoalTable)   table =
      tal_goal_table_new (tal_status_table_get_catalogue (statuses), goals, length,
                          TAL_GOAL_TABLE_INITIATIVES, TAL_GOAL_TABLE_MONEY | TAL_GOAL_TABLE_NOTE);
  g_autofree char *html = tal_goal_table_to_html (table);

  g_assert_nonnull (strstr (html, "<td rowspan=\"3\">1. Håndholdt og vedvarende "
                                  "virksomhedsindsats for ledige<br>3,3"));
  g_assert_true (g_str_has_prefix (table->note, "Note: Mål 1: "));
}

static void
test_goal_table_shows_indicators (Example *example, gconstpointer unused)
{
  g_autoptr (TalStatusTable) statuses = compute (example);
  guint                      length = 0;
  const TalGoalStatus       *goals = find_goals (statuses, "Minimum 350", &length);
  g_autoptr (TalGoalTable)   table = tal_goal_table_new (tal_status_table_get_catalogue (statuses),
                                                         goals, length, TAL_GOAL_TABLE_INDICATORS, 0);
  const TalGoalTableRow     *row = g_ptr_array_index (table->rows, 1);

  g_assert_cmpstr (table->headings[1], ==, "Målniveau");
  g_assert_cmpstr (row->cells[3], ==, "Ikke opnået");
  g_assert_true (g_str_has_prefix (row->cells[2], "49"));
  g_assert_true (tal_id_is_equal (row->goal, goals[1].goal->record.id));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/goal-table/is-that-of-the-paper", Example, NULL, example_set_up,
              test_goal_table_is_that_of_the_paper, example_tear_down);
  g_test_add ("/model/goal-table/is-that-of-other-papers", Example, NULL, example_set_up,
              test_goal_table_is_that_of_other_papers, example_tear_down);
  g_test_add ("/model/goal-table/leaves-out-what-is-not-wanted", Example, NULL, example_set_up,
              test_goal_table_leaves_out_what_is_not_wanted, example_tear_down);
  g_test_add ("/model/goal-table/spans-its-rows", Example, NULL, example_set_up,
              test_goal_table_spans_its_rows, example_tear_down);
  g_test_add ("/model/goal-table/shows-indicators", Example, NULL, example_set_up,
              test_goal_table_shows_indicators, example_tear_down);
  return g_test_run ();
}
