/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-picture.h"
#include "charts/tal-chart-svg.h"
#include "support/written-chart.h"

#include <glib.h>
#include <string.h>

static TalChartSpec *
create_shares (const char *name)
{
  TalChartSpec *spec = tal_chart_spec_new (TAL_CHART_LINE, "Andelen falder & falder");

  spec->unit = TAL_MEASURE_UNIT_PER_CENT;
  spec->source = g_strdup ("Jobindsats.dk");
  written_chart_add_periods (spec, "2015-12 2016-12 2017-12");
  written_chart_add_series (spec, name, "5.3 4.7 4.3*");
  return spec;
}

static char *
write_svg (const TalChartSpec *spec)
{
  static const TalChartStyle style = { .theme = TAL_CHART_THEME_LIGHT };
  static const TalChartSize  size = { 800, 450, FALSE };
  g_autoptr (GError)         error = NULL;
  g_autoptr (GBytes)         bytes =
      tal_chart_picture_write (spec, &style, TAL_CHART_FORMAT_SVG, &size, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Every element, every text, as a reader of XML finds them. */
typedef struct
{
  GString *texts; /* one a line */
  guint    n_elements;
} Found;

static void
element_cb (GMarkupParseContext *context,
            const char          *element,
            const char         **names,
            const char         **values,
            gpointer             user_data,
            GError             **error)
{
  ((Found *)user_data)->n_elements++;
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  if (strspn (text, " \n") < length)
    g_string_append_printf (((Found *)user_data)->texts, "%.*s\n", (int)length, text);
}

static char *
read_texts (const char *svg)
{
  static const GMarkupParser      parser = { .start_element = element_cb, .text = text_cb };
  Found                           found = { g_string_new (NULL), 0 };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &found, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found.n_elements, >, 10);
  return g_string_free (found.texts, FALSE);
}

static void
test_same_chart_gives_same_bytes (void)
{
  g_autoptr (TalChartSpec) spec = create_shares ("København");
  g_autoptr (TalChartSpec) same = create_shares ("København");
  g_autofree char         *first = write_svg (spec);
  g_autofree char         *again = write_svg (spec);
  g_autofree char         *other = write_svg (same);

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, ==, other);
}

static void
test_text_is_text (void)
{
  g_autoptr (TalChartSpec) spec = create_shares ("København");
  g_autofree char         *svg = write_svg (spec);
  g_autofree char         *texts = read_texts (svg);

  g_assert_nonnull (strstr (texts, "Andelen falder & falder\n"));
  g_assert_nonnull (strstr (texts, "København\n"));
  g_assert_nonnull (strstr (texts, "Kilde: Jobindsats.dk.\n"));
  /* The chart in words, for who cannot see it. */
  g_assert_nonnull (strstr (svg, "<title id=\"title\">Andelen falder &amp; falder</title>"));
  g_assert_nonnull (strstr (svg, "<desc id=\"desc\">Linjediagram."));
}

/* Names come from files of others. */
static void
test_names_cannot_break_out (void)
{
  static const char *const names[] = {
    "</text><script>alert(1)</script>",
    "\"/><image href=\"x\"",
    "a\001b\033c",
    "]]>&lt;",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TalChartSpec) spec = create_shares (names[i]);
      g_autofree char         *svg = write_svg (spec);
      g_autofree char         *texts = read_texts (svg);

      g_test_message ("%s", names[i]);
      g_assert_null (strstr (svg, "<script"));
      g_assert_null (strstr (svg, "<image"));
      g_assert_null (strchr (svg, '\001'));
    }
}

static void
test_preliminary_bars_are_hatched (void)
{
  g_autoptr (TalChartSpec) spec = tal_chart_spec_new (TAL_CHART_COLUMNS, "Afgang til job");
  g_autofree char         *svg = NULL;

  written_chart_add_periods (spec, "2016 2017");
  written_chart_add_series (spec, "København", "850 910*");
  svg = write_svg (spec);

  g_assert_nonnull (strstr (svg, "<pattern id=\"series-1-hatched\""));
  g_assert_nonnull (strstr (svg, "fill=\"url(#series-1-hatched)\""));
}

static void
test_locale_does_not_matter (void)
{
  g_autoptr (TalChartSpec) spec = create_shares ("København");
  g_autofree char         *svg = write_svg (spec);

  /* A comma between two numbers only ever parts x from y. */
  g_assert_nonnull (strstr (svg, "viewBox=\"0 0 800 450\""));
}

static void
test_formats_are_what_they_say (void)
{
  static const struct
  {
    TalChartFormat format;
    const char    *start;
  } cases[] = {
    { TAL_CHART_FORMAT_SVG, "<?xml" },
    { TAL_CHART_FORMAT_PNG, "\211PNG" },
    { TAL_CHART_FORMAT_PDF, "%PDF" },
  };
  static const TalChartStyle style = { .theme = TAL_CHART_THEME_PRINT, .patterns = TRUE };
  static const TalChartSize  size = { 160, 90, TRUE };
  g_autoptr (TalChartSpec)   spec = create_shares ("København");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes =
          tal_chart_picture_write (spec, &style, cases[i].format, &size, &error);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (cases[i].start), cases[i].start,
                       strlen (cases[i].start));
    }
}

static void
test_impossible_sizes_are_refused (void)
{
  static const TalChartStyle style = { .theme = TAL_CHART_THEME_LIGHT };
  static const TalChartSize  sizes[] = { { 0, 450, FALSE },
                                         { 800, 5, FALSE },
                                         { 99999, 450, FALSE } };
  g_autoptr (TalChartSpec)   spec = create_shares ("København");

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          tal_chart_picture_write (spec, &style, TAL_CHART_FORMAT_PNG, &sizes[i], &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/svg/same-chart-gives-same-bytes", test_same_chart_gives_same_bytes);
  g_test_add_func ("/charts/svg/text-is-text", test_text_is_text);
  g_test_add_func ("/charts/svg/names-cannot-break-out", test_names_cannot_break_out);
  g_test_add_func ("/charts/svg/preliminary-bars-are-hatched", test_preliminary_bars_are_hatched);
  g_test_add_func ("/charts/svg/locale-does-not-matter", test_locale_does_not_matter);
  g_test_add_func ("/charts/picture/formats-are-what-they-say", test_formats_are_what_they_say);
  g_test_add_func ("/charts/picture/impossible-sizes-are-refused",
                   test_impossible_sizes_are_refused);
  return g_test_run ();
}
