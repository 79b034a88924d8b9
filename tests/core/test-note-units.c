/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-passage.h"
#include "core/tal-note-check.h"
#include "core/tal-remark.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

static void
add_series (Sample *sample, const char *name, TalMeasureUnit unit, const char *value)
{
  TalSeries *series =
      sample_add_series (sample, name, unit, unit == TAL_MEASURE_UNIT_MILLION_DKK ? 1 : 0);

  sample_enter (sample, series, "2021", value);
}

static Sample *
make_sample (void)
{
  Sample *sample = sample_new ();

  add_series (sample, "Budget til mentorindsats", TAL_MEASURE_UNIT_MILLION_DKK, "13.4");
  add_series (sample, "Budget til virksomhedspraktik", TAL_MEASURE_UNIT_MILLION_DKK, "24.6");
  add_series (sample, "Budget til rådgivning", TAL_MEASURE_UNIT_MILLION_DKK, "18.7");
  add_series (sample, "Modtagere af kontanthjælp", TAL_MEASURE_UNIT_PERSONS, "438");
  add_series (sample, "Modtagere af sygedagpenge", TAL_MEASURE_UNIT_PERSONS, "361");
  add_series (sample, "Modtagere af ledighedsydelse", TAL_MEASURE_UNIT_PERSONS, "76");
  add_series (sample, "Andel i job: Kvinder", TAL_MEASURE_UNIT_PER_CENT, "41");
  add_series (sample, "Andel i job: Mænd", TAL_MEASURE_UNIT_PER_CENT, "37");
  add_series (sample, "Andel i job: Unge", TAL_MEASURE_UNIT_PER_CENT, "52");
  return sample;
}

/* "heading-unit mio. kr." for each remark on a heading. */
static char *
dup_found (Sample *sample, const char *caption, const char *rows)
{
  g_autoptr (GPtrArray) passages = tal_passage_list_new ();
  g_autoptr (GPtrArray) remarks = tal_remark_list_new ();
  g_autoptr (GString)   found = g_string_new (NULL);
  g_autoptr (GError)    error = NULL;
  g_auto (GStrv)        lines = g_strsplit (rows, "\n", -1);

  g_ptr_array_add (passages, tal_passage_new (TAL_PASSAGE_PARAGRAPH, 1, g_strdup (caption)));
  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (passages, tal_passage_new_row (i + 2, 1, g_strsplit (lines[i], "|", -1)));

  tal_note_check (sample_get_catalogue (sample), &sample->source, passages,
                  sample_day ("2022-03-01"), remarks, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < remarks->len; i++)
    {
      const TalRemark *remark = g_ptr_array_index (remarks, i);

      if (g_str_has_prefix (remark->code, "heading-"))
        g_string_append_printf (found, "%s%s %s", found->len > 0 ? "; " : "", remark->code,
                                remark->suggestion);
    }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

#define MONEY "Mentorindsats|13,4\nVirksomhedspraktik|24,6\nRådgivning|18,7"
#define PEOPLE "Kontanthjælp|438\nSygedagpenge|361\nLedighedsydelse|76"
#define SHARES "Kvinder|41\nMænd|37\nUnge|52"

static void
test_headings (void)
{
  static const struct
  {
    const char *caption;
    const char *rows;
    const char *found; /* "" where the heading is right */
  } cases[] = {
    { "Tabel 1. Budget, mio. kr.", "Indsats|2021\n" MONEY, "" },
    { "Tabel 1. Budget", "Indsats|2021 (mio. kr.)\n" MONEY, "" },
    { "Tabel 1. Budget i 1.000 kr.", "Indsats|2021\n" MONEY, "heading-unit mio. kr." },
    { "Tabel 1. Budget", "Indsats|2021 (1.000 kr.)\n" MONEY, "heading-unit mio. kr." },
    { "Tabel 1. Budget i mio. kr.",
      "Indsats|2021\nMentorindsats|13.400\nVirksomhedspraktik|24.600\nRådgivning|18.700",
      "heading-unit 1.000 kr." },
    { "Tabel 2. Modtagere", "Ydelse|2021\n" PEOPLE, "" },
    { "Tabel 2. Modtagere", "Ydelse|Antal 2021\n" PEOPLE, "" },
    { "Tabel 2. Modtagere", "Ydelse|Andel i pct. 2021\n" PEOPLE, "heading-unit antal" },
    { "Tabel 3. Andel i job, pct.", "Gruppe|2021\n" SHARES, "" },
    { "Tabel 3. Deltagere i job", "Gruppe|Antal 2021\n" SHARES, "heading-unit pct." },
    /* Fewer than three say nothing. */
    { "Tabel 1. Budget i 1.000 kr.", "Indsats|2021\nMentorindsats|13,4\nVirksomhedspraktik|24,6",
      "" },
    /* Numbers of something else. */
    { "Tabel 4. Udgifter i 1.000 kr.",
      "Indsats|2021\nMentorindsats|71,9\nVirksomhedspraktik|55,2\n"
      "Rådgivning|41,8",
      "" },
    /* The period of the caption, where no column has one. */
    { "Tabel 2. Modtagere i 2021", "Ydelse|Antal\n" PEOPLE, "" },
    { "Tabel 2. Modtagere i 2020", "Ydelse|Antal\n" PEOPLE, "heading-period 2021" },
    { "Tabel 2. Modtagere i 2020", "Ydelse|Antal 2021\n" PEOPLE, "" },
    { "Tabel 2. Modtagere i 2020 og 2021", "Ydelse|Antal\n" PEOPLE, "" },
  };
  g_autoptr (Sample) sample = make_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = dup_found (sample, cases[i].caption, cases[i].rows);

      g_test_message ("%s\n%s", cases[i].caption, cases[i].rows);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/note-units/a-heading-is-held-against-the-figures", test_headings);
  return g_test_run ();
}
