/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-sheet-export.h"
#include "exchange/tal-sheet-masking.h"
#include "formats/tal-table-text.h"
#include "support/sample.h"

#include <string.h>

/* Three parts and their total, a share of it, and the change of a part. */
typedef struct
{
  Sample    *sample;
  TalSeries *parts[3];
  TalSeries *total;
  TalSeries *share;
  TalSeries *change;
} Figures;

static void
figures_clear (Figures *self)
{
  sample_free (self->sample);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Figures, figures_clear)

static Figures
figures_new (void)
{
  static const char *const names[] = { "Mænd", "Kvinder", "Uoplyst" };
  Figures                  self = { sample_new () };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    self.parts[i] = sample_add_count (self.sample, names[i]);
  self.total = sample_add_count (self.sample, "I alt");
  self.total->basis = TAL_BASIS_SUM;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    sample_add_term (self.total, self.parts[i], TAL_TERM_PLUS, TAL_TERM_ABOVE);
  self.share = sample_add_share (self.sample, self.parts[0], self.total);
  self.change = sample_add_count (self.sample, "Ændring");
  self.change->basis = TAL_BASIS_CHANGE;
  sample_add_term (self.change, self.parts[0], TAL_TERM_PLUS, TAL_TERM_ABOVE);
  return self;
}

static void
enter (Figures *self, const char *period, const char *const counts[3])
{
  for (guint i = 0; i < 3; i++)
    sample_enter (self->sample, self->parts[i], period, counts[i]);
}

/* What is hidden of the parts, the total, the share and the change: "x" or ".". */
static void
write_hidden (Figures *self, const char *period, int below, char *ret_hidden)
{
  const TalSeries            *all[] = { self->parts[0], self->parts[1], self->parts[2],
                                        self->total,    self->share,    self->change };
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalSheetMasking) masking =
      tal_sheet_masking_new (sample_get_catalogue (self->sample), &self->sample->source, below,
                             &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    ret_hidden[i] = tal_sheet_masking_hides (masking, all[i], sample_period (period)) ? 'x' : '.';
  ret_hidden[G_N_ELEMENTS (all)] = '\0';
}

static void
test_sheet_masking_hides_what_gives_a_small_count_away (void)
{
  static const struct
  {
    const char *claim;
    const char *counts[3];
    const char *before[3]; /* the year before */
    int         below;
    int         confidential; /* of the first part */
    const char *hidden;
  } cases[] = {
    { "nobody asked", { "3", "20", "30" }, { "9", "20", "30" }, 0, 0, "......" },
    { "nothing is small", { "7", "20", "30" }, { "9", "20", "30" }, 5, 0, "......" },
    { "the smallest other part, and what is computed from the small one",
      { "3", "20", "30" },
      { "9", "20", "30" },
      5,
      0,
      "xx..xx" },
    { "a higher limit", { "7", "20", "30" }, { "9", "20", "30" }, 10, 0, "xx..xx" },
    { "a confidential series hides without being asked",
      { "3", "20", "30" },
      { "9", "20", "30" },
      0,
      5,
      "xx..xx" },
    { "a change from a small count tells it",
      { "9", "20", "30" },
      { "3", "20", "30" },
      5,
      0,
      ".....x" },
    { "a partner's share and change are hidden as well",
      { "20", "3", "30" },
      { "20", "30", "30" },
      5,
      0,
      "xx..xx" },
    { "two small ones are each other's", { "3", "4", "30" }, { "9", "9", "9" }, 5, 0, "xx..xx" },
    { "zero is shown", { "0", "20", "30" }, { "9", "20", "30" }, 5, 0, "......" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Figures) figures = figures_new ();
      char             hidden[7];

      g_test_message ("%s", cases[i].claim);
      figures.parts[0]->confidential_below = cases[i].confidential;
      enter (&figures, "2022", cases[i].before);
      enter (&figures, "2023", cases[i].counts);
      write_hidden (&figures, "2023", cases[i].below, hidden);
      g_assert_cmpstr (hidden, ==, cases[i].hidden);
    }
}

static void
test_sheet_masking_hides_a_quarter_beside_a_small_one (void)
{
  static const char *const    periods[] = { "2023", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4" };
  static const char *const    counts[] = { "63", "3", "20", "30", "10" };
  static const char           hidden[] = ".x..x";
  g_autoptr (Sample)          sample = sample_new ();
  TalSeries                  *series = sample_add_count (sample, "Forløb");
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalSheetMasking) masking = NULL;

  series->roll_up = TAL_ROLL_UP_SUM;
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    sample_enter (sample, series, periods[i], counts[i]);
  masking = tal_sheet_masking_new (sample_get_catalogue (sample), &sample->source, 5, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_test_message ("%s", periods[i]);
      g_assert_cmpint (tal_sheet_masking_hides (masking, series, sample_period (periods[i])), ==,
                       hidden[i] == 'x');
    }
}

static void
test_sheet_masking_says_what_it_cannot_read (void)
{
  g_auto (Figures)            figures = figures_new ();
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalSheetMasking) masking = NULL;

  figures.sample->unreadable = TRUE;
  masking = tal_sheet_masking_new (sample_get_catalogue (figures.sample), &figures.sample->source,
                                   5, &error);
  g_assert_null (masking);
  g_assert_nonnull (error);
}

/* Everything that a table says, in one text. */
static char *
dup_said (const TalTableBook *book)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < tal_table_book_get_length (book); i++)
    {
      const TalTable *table = tal_table_book_get_table (book, i);

      for (guint row = 0; row < tal_table_get_n_rows (table); row++)
        {
          for (guint column = 0; column < tal_table_get_n_columns (table); column++)
            {
              const TalTableCell *cell = tal_table_get_cell (table, row, column);
              g_autofree char    *text = tal_table_dup_text (table, cell);

              g_string_append_printf (said, "%s|", text != NULL ? text : "");
            }
          g_string_append_c (said, '\n');
        }
      for (guint note = 0; note < tal_table_get_n_notes (table); note++)
        g_string_append_printf (said, "%s\n", tal_table_get_note (table, note));
    }
  return g_string_free (said, FALSE);
}

static char *export(Figures *figures, int below)
{
  const TalSheetSource     source = { sample_get_catalogue (figures->sample),
                                      &figures->sample->source };
  const TalSheetRequest    request = { .period = TAL_PERIOD_UNSET, .mask_below = below };
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalTableBook) book = tal_sheet_export_make (&source, &request, NULL, &error);

  g_assert_no_error (error);
  return dup_said (book);
}

static void
test_sheet_export_marks_figures_as_the_window_does (void)
{
  g_auto (Figures) figures = figures_new ();
  g_autofree char *said = NULL;

  sample_enter (figures.sample, figures.parts[0], "2021", "ca. 1410");
  sample_enter (figures.sample, figures.parts[1], "2021", "20*");
  sample_enter (figures.sample, figures.parts[2], "2021", "withheld");
  sample_enter (figures.sample, figures.parts[0], "2022", "not-available");
  sample_enter (figures.sample, figures.parts[1], "2022", "not-applicable");
  sample_enter (figures.sample, figures.parts[2], "2022-Q1", "7");
  said = export(&figures, 0);
  g_assert_nonnull (strstr (said, "2021|ca. 1.410|20*|*|"));
  g_assert_nonnull (strstr (said, "2022|..|.||"));
  /* Years come before quarters. */
  g_assert_nonnull (strstr (said, "\n1. kvartal\302\240"
                                  "2022|||7|") != NULL
                        ? said
                        : strstr (said, "\n1.\302\240kvartal\302\240"
                                        "2022|||7|"));
}

static void
test_sheet_export_says_nothing_of_what_is_hidden (void)
{
  g_auto (Figures) figures = figures_new ();
  g_autofree char *open = NULL;
  g_autofree char *masked = NULL;

  figures.parts[0]->note = g_strdup ("Kun 3 mænd i 2023.");
  enter (&figures, "2023", (const char *const[]){ "3", "20", "30" });
  open = export(&figures, 0);
  masked = export(&figures, 5);
  g_assert_nonnull (strstr (open, "2023|3|20|30|53|"));
  g_assert_nonnull (strstr (open, "Kun 3 mænd"));
  g_assert_nonnull (strstr (masked, "2023|*|*|30|53|"));
  g_assert_null (strstr (masked, "Kun 3 mænd"));
  g_assert_nonnull (strstr (masked, "* Antal under 5 er ikke vist"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/sheet-masking/hides-what-gives-a-small-count-away",
                   test_sheet_masking_hides_what_gives_a_small_count_away);
  g_test_add_func ("/exchange/sheet-masking/hides-a-quarter-beside-a-small-one",
                   test_sheet_masking_hides_a_quarter_beside_a_small_one);
  g_test_add_func ("/exchange/sheet-masking/says-what-it-cannot-read",
                   test_sheet_masking_says_what_it_cannot_read);
  g_test_add_func ("/exchange/sheet-export/marks-figures-as-the-window-does",
                   test_sheet_export_marks_figures_as_the_window_does);
  g_test_add_func ("/exchange/sheet-export/says-nothing-of-what-is-hidden",
                   test_sheet_export_says_nothing_of_what_is_hidden);
  return g_test_run ();
}
