/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "base/tal-problem.h"
#include "core/tal-observation.h"
#include "exchange/memory-collection.h"
#include "exchange/tal-bundle.h"
#include "exchange/tal-depths.h"

#include <string.h>

#define ID "0190293f-5a00-7000-8000-0000000000"
#define ROOT "<exchange xmlns='urn:indsatstal:exchange:1' version='1' picture='delta'>\n"
#define END "</exchange>"
#define UNIT(id, parent) "<unit id='" ID id "' short-name='BIF'" parent "><name>BIF</name></unit>\n"
#define PLAN "<plan id='" ID "21' kind='plan'><name>Integrationshandleplanen</name></plan>\n"
#define INITIATIVE \
  "<initiative id='" ID "31' plan='" ID "21'><name>Fritidsjob til unge</name></initiative>\n"
#define SERIES(id, more) \
  "<series id='" ID id "' measure-unit='persons'" more "><name>Unge</name></series>\n"
#define RUN(observations) "<observations series='" ID "41'>" observations "</observations>\n"

static void
test_bundle_check_finds_what_no_schema_can_say (void)
{
  static const struct
  {
    const char *text;
    const char *code; /* NULL where the bundle is good */
    guint       line;
  } cases[] = {
    { ROOT PLAN INITIATIVE SERIES ("41", "") RUN ("<observation period='2023' value='110'/>") END,
      NULL, 0 },
    { ROOT INITIATIVE END, "missing-reference", 2 },
    { ROOT RUN ("<observation period='2023' value='110'/>") END, "missing-reference", 2 },
    { ROOT SERIES ("41", " owner='" ID "01'") END, "missing-reference", 2 },
    /* A reference to an object of another kind. */
    { ROOT PLAN "<initiative id='" ID "31' plan='" ID "31'><name>x</name></initiative>" END,
      "missing-reference", 3 },
    { ROOT SERIES ("41", "") RUN ("<observation period='2023'/>") END, "value-or-reason", 3 },
    { ROOT SERIES ("41", "") RUN ("<observation period='2023' value='1' missing='withheld'/>") END,
      "value-or-reason", 3 },
    { ROOT SERIES ("41", "") RUN ("<observation period='2023' value='8.7'/>") END,
      "count-with-decimals", 3 },
    { ROOT SERIES ("40", "") "<series id='" ID
                             "41' basis='sum' measure-unit='persons'><name>x</name>"
                             "<term series='" ID "40' place='above'/></series>\n" RUN (
                                 "<observation period='2023' value='110'/>") END,
      "derived", 4 },
    { ROOT UNIT ("01", " parent='" ID "02'") UNIT ("02", " parent='" ID "01'") END, "ring", 2 },
    { ROOT UNIT ("01", " parent='" ID "01'") END, "ring", 2 },
    { ROOT "<plan id='" ID "21' kind='plan' first-day='2023-12-31' last-day='2019-01-01'>"
           "<name>x</name></plan>" END,
      "days-in-disorder", 2 },
    { ROOT "<removal id='" ID "99' removed='observation'/>" END, "period-of-removal", 2 },
    { ROOT "<removal id='" ID "99' removed='goal' period='2023'/>" END, "period-of-removal", 2 },
    { ROOT PLAN "<removal id='" ID "21' removed='plan'/>" END, "sent-and-removed", 3 },
    { ROOT SERIES ("41", "") RUN (
          "<observation period='2023' value='1'/>") "<removal id='" ID
                                                    "41' removed='observation' period='2023'/>" END,
      "sent-and-removed", 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalBundle) bundle = load_text (cases[i].text);
      g_autoptr (GPtrArray) problems = tal_problem_list_new ();
      g_autofree char      *place = g_strdup_printf ("Line %u,", cases[i].line);
      const TalProblem     *first = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (tal_bundle_check (bundle, NULL, problems), ==, cases[i].code == NULL);
      if (cases[i].code == NULL)
        continue;

      first = g_ptr_array_index (problems, 0);
      g_assert_cmpstr (tal_problem_get_code (first), ==, cases[i].code);
      g_assert_true (g_str_has_prefix (tal_problem_get_place (first), place));
    }
}

static void
test_bundle_load_refuses_what_is_there_twice (void)
{
  static const struct
  {
    const char *text;
    const char *line;
  } cases[] = {
    { ROOT PLAN PLAN END, "Line 3" },
    { ROOT UNIT ("21", "") PLAN END, "Line 3" }, /* another kind */
    { ROOT SERIES ("41", "") RUN ("<observation period='2023' value='1'/>\n"
                                  "<observation period='2023-01-01/2023-12-31' value='2'/>") END,
      "Line 4" }, /* the same days */
    { ROOT RUN ("<observation period='2023' value='1'/>")
          RUN ("<observation period='2023' value='1'/>") END,
      "Line 3" },
    { ROOT "<removal id='" ID "99' removed='goal'/>\n<removal id='" ID "99' removed='plan'/>" END,
      "Line 3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_null (tal_bundle_load_bytes (bytes, NULL, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE);
      g_assert_true (g_str_has_prefix (error->message, cases[i].line));
    }
}

static void
test_bundle_check_looks_into_the_collection (void)
{
  g_autoptr (TalBundle)        here = load_text (ROOT PLAN END);
  g_autoptr (TalBundle)        sent = load_text (ROOT INITIATIVE END);
  g_autoptr (TalBundle)        other = load_text (ROOT UNIT ("21", "") END);
  g_autoptr (MemoryCollection) collection = memory_collection_new_from_bundle (here);
  g_autoptr (GError)           error = NULL;
  g_autoptr (GError)           alone = NULL;
  g_autoptr (GError)           mixed = NULL;

  g_assert_true (tal_bundle_check_or_refuse (sent, collection->catalogue, &error));
  g_assert_no_error (error);
  g_assert_false (tal_bundle_check_or_refuse (sent, NULL, &alone));
  g_assert_error (alone, TAL_ERROR, TAL_ERROR_INVALID_FILE);
  g_assert_false (tal_bundle_check_or_refuse (other, collection->catalogue, &mixed));
  g_assert_error (mixed, TAL_ERROR, TAL_ERROR_INVALID_FILE);
}

/* Longer than any stack would bear if each were a call. */
static void
test_bundle_check_survives_a_tower (void)
{
  g_autoptr (GString)   text = g_string_new (ROOT);
  g_autoptr (TalBundle) bundle = NULL;
  g_autoptr (GError)    error = NULL;

  for (guint i = 1; i < 100000; i++)
    g_string_append_printf (text,
                            "<series id='0190293f-5a00-7000-8000-%012u' basis='sum'"
                            " measure-unit='persons'><name>x</name>"
                            "<term series='0190293f-5a00-7000-8000-%012u' place='above'/></series>",
                            i, i + 1);
  g_string_append (text, "<series id='0190293f-5a00-7000-8000-000000100000'"
                         " measure-unit='persons'><name>x</name></series>" END);

  bundle = load_text (text->str);
  g_assert_false (tal_bundle_check_or_refuse (bundle, NULL, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE);
}

static void
test_bundle_gives_an_observation_the_time_of_its_series (void)
{
  static const char text[] = ROOT SERIES ("41", " changed='2024-06-18T08:42:00Z' by='Juhl'")
      RUN ("<observation period='2021' value='1'/>"
           "<observation period='2022' value='2' changed='2024-06-19T08:42:00Z' by='Holm'/>"
           "<observation period='2023' value='3' changed='' by=''/>") END;
  static const struct
  {
    TalTime     changed_at;
    const char *changed_by;
  } cases[] = {
    { 1718700120, "Juhl" },
    { 1718700120 + 86400, "Holm" },
    { TAL_TIME_NONE, NULL },
  };
  g_autoptr (TalBundle) bundle = load_text (text);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalObservation figure;

      tal_figure_pack_view (tal_bundle_get_figures (bundle), 0, i, &figure);
      g_assert_cmpint (figure.record.changed_at, ==, cases[i].changed_at);
      g_assert_cmpstr (figure.record.changed_by, ==, cases[i].changed_by);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/bundle/check-finds-what-no-schema-can-say",
                   test_bundle_check_finds_what_no_schema_can_say);
  g_test_add_func ("/exchange/bundle/load-refuses-what-is-there-twice",
                   test_bundle_load_refuses_what_is_there_twice);
  g_test_add_func ("/exchange/bundle/check-looks-into-the-collection",
                   test_bundle_check_looks_into_the_collection);
  g_test_add_func ("/exchange/bundle/check-survives-a-tower", test_bundle_check_survives_a_tower);
  g_test_add_func ("/exchange/bundle/gives-an-observation-the-time-of-its-series",
                   test_bundle_gives_an_observation_the_time_of_its_series);

  return g_test_run ();
}
