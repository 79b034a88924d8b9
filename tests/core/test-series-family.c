/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-member.h"
#include "core/tal-series-family.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

typedef struct
{
  const char  *name;
  const char  *group;
  const char  *area;
  TalBasis     basis;
  TalAgreement agreement;
  const char  *terms; /* places in the collection: "01" is of the first two; "-1" subtracts */
  const char  *definition;
  gboolean     is_share;
  int          lag;
} Row;

#define MAX_ROWS 6

static TalId
find_member (Sample *sample, const char *name, TalDimension dimension)
{
  TalMember *member = NULL;

  if (name == NULL)
    return TAL_ID_NONE;

  for (guint i = 0; i < sample->records->len; i++)
    {
      TalRecord *record = g_ptr_array_index (sample->records, i);

      if (record->kind == TAL_KIND_MEMBER && g_str_equal (TAL_MEMBER (record)->name, name))
        return record->id;
    }

  member = sample_add_record (sample, TAL_KIND_MEMBER);
  member->name = g_strdup (name);
  member->dimension = dimension;
  return member->record.id;
}

static void
add_terms (TalSeries *series, TalSeries *const *all, const char *terms)
{
  TalTermSign sign = TAL_TERM_PLUS;

  for (guint i = 0; terms != NULL && terms[i] != '\0'; i++)
    {
      if (terms[i] != '-')
        sample_add_term (series, all[terms[i] - '0'], sign, TAL_TERM_ABOVE);
      sign = terms[i] == '-' ? TAL_TERM_MINUS : TAL_TERM_PLUS;
    }
}

/* The series of the rows; the first is at 'ret_all'. */
static Sample *
make_sample (const Row *rows, TalSeries **ret_all)
{
  Sample *sample = sample_new ();

  for (guint i = 0; i < MAX_ROWS && rows[i].name != NULL; i++)
    {
      TalSeries *series = sample_add_series (sample, rows[i].name,
                                             rows[i].is_share ? TAL_MEASURE_UNIT_PER_CENT
                                                              : TAL_MEASURE_UNIT_PERSONS,
                                             0);

      series->target_group = find_member (sample, rows[i].group, TAL_DIMENSION_TARGET_GROUP);
      series->area = find_member (sample, rows[i].area, TAL_DIMENSION_AREA);
      series->basis = rows[i].basis;
      series->agreement = rows[i].agreement;
      series->definition = g_strdup (rows[i].definition);
      series->lag = rows[i].lag;
      ret_all[i] = series;
    }
  for (guint i = 0; i < MAX_ROWS && rows[i].name != NULL; i++)
    add_terms (ret_all[i], ret_all, rows[i].terms);
  return sample;
}

/* The family of the first row's series by target group, as places: "013". */
static const struct
{
  const char *reason;
  Row         rows[MAX_ROWS];
  const char *family;
} families[] = {
  { "the same of each group",
    { { .name = "Ledige", .group = "A" },
      { .name = "Revalidender", .group = "B" },
      { .name = "Unge", .group = "C" } },
    "012" },
  { "no group is of no family", { { .name = "Ledige" }, { .name = "Unge", .group = "A" } }, "" },
  { "a series alone", { { .name = "Ledige", .group = "A" }, { .name = "I alt" } }, "0" },
  { "elsewhere is another family",
    { { .name = "Ledige", .group = "A", .area = "København" },
      { .name = "Ledige", .group = "B", .area = "Klyngen" },
      { .name = "Ledige", .group = "C", .area = "København" } },
    "02" },
  { "persons and shares",
    { { .name = "Andel: A", .group = "A", .is_share = TRUE },
      { .name = "Andel: B", .group = "B" },
      { .name = "Andel: C", .group = "C", .is_share = TRUE } },
    "02" },
  { "another heading is another measure",
    { { .name = "Forløb: A", .group = "A" },
      { .name = "Afsluttede forløb: B", .group = "B" },
      { .name = "Forløb: C", .group = "C", .definition = "fra 2016" },
      { .name = "Forløb i alt", .group = "D" } },
    "02" },
  { "the heading ends at the last colon",
    { { .name = "Ændring: Andel: A", .group = "A", .is_share = TRUE },
      { .name = "Ændring: Andel: B", .group = "B", .is_share = TRUE },
      { .name = "Ændring: I job", .group = "C", .is_share = TRUE } },
    "01" },
  { "without a heading the definition decides",
    { { .name = "Ledige", .group = "A", .definition = "ultimo" },
      { .name = "Unge", .group = "B", .definition = "ultimo" },
      { .name = "Ældre", .group = "C" } },
    "01" },
  { "a share's name does not say of what",
    { { .name = "Ledige i job", .group = "A", .is_share = TRUE },
      { .name = "Unge på ydelse", .group = "B", .is_share = TRUE } },
    "0" },
  { "the first of a group",
    { { .name = "Forløb: A", .group = "A" },
      { .name = "Forløb: B", .group = "B" },
      { .name = "Forløb: B igen", .group = "B" },
      { .name = "Forløb: A igen", .group = "A" } },
    "01" },
  { "a total of others is none of them",
    { { .name = "Borgere: A", .group = "A" },
      { .name = "Borgere: B", .group = "B" },
      { .name = "Borgere: Alle", .group = "Alle", .basis = TAL_BASIS_SUM, .terms = "01" } },
    "01" },
  { "nor is a stated one",
    { { .name = "Borgere: A", .group = "A" },
      { .name = "Borgere: B", .group = "B" },
      { .name = "Borgere: Alle", .group = "Alle", .agreement = TAL_AGREEMENT_SUM, .terms = "01" } },
    "01" },
  { "of a total its parts are none, and the rest are",
    { { .name = "Borgere: Begge", .group = "Begge", .basis = TAL_BASIS_SUM, .terms = "12" },
      { .name = "Borgere: A", .group = "A" },
      { .name = "Borgere: B", .group = "B" },
      { .name = "Borgere: C", .group = "C" },
      { .name = "Borgere: Alle", .group = "Alle", .basis = TAL_BASIS_SUM, .terms = "03" } },
    "03" },
  { "a sum of something else is a figure like others",
    { { .name = "Borgere: A", .group = "A" },
      { .name = "Borgere: B", .group = "B", .basis = TAL_BASIS_SUM, .terms = "23" },
      { .name = "Mænd" },
      { .name = "Kvinder" } },
    "01" },
  { "totals stand beside totals, not beside what was printed of them",
    { { .name = "Borgere: A i alt", .group = "A", .basis = TAL_BASIS_SUM, .terms = "4" },
      { .name = "Borgere: B", .group = "B" },
      { .name = "Borgere: B som trykt", .group = "B", .agreement = TAL_AGREEMENT_SUM, .terms = "4" },
      { .name = "Borgere: B i alt", .group = "B", .basis = TAL_BASIS_SUM, .terms = "5" },
      { .name = "Mænd" },
      { .name = "Kvinder" } },
    "03" },
  { "a part of its own group's total stands alone",
    { { .name = "Borgere: A, mænd", .group = "A" },
      { .name = "Borgere: A, kvinder", .group = "A" },
      { .name = "Borgere: A i alt", .group = "A", .basis = TAL_BASIS_SUM, .terms = "01" },
      { .name = "Borgere: B i alt", .group = "B" } },
    "0" },
  { "changes and figures",
    { { .name = "Ledige: A", .group = "A" },
      { .name = "Ledige: B", .group = "B", .basis = TAL_BASIS_CHANGE, .terms = "0" },
      { .name = "Ledige: C", .group = "C", .agreement = TAL_AGREEMENT_CHANGE },
      { .name = "Ledige: D", .group = "D" } },
    "03" },
  { "changes over as long",
    { { .name = "Ændring: A", .group = "A", .basis = TAL_BASIS_CHANGE, .terms = "4" },
      { .name = "Ændring: B", .group = "B", .basis = TAL_BASIS_CHANGE, .terms = "5", .lag = 1 },
      { .name = "Ændring: C", .group = "C", .basis = TAL_BASIS_CHANGE, .terms = "5", .lag = 4 },
      { .name = "Ændring: D", .group = "D", .agreement = TAL_AGREEMENT_CHANGE },
      { .name = "Mænd" },
      { .name = "Kvinder" } },
    "013" },
  { "series made of themselves end too",
    { { .name = "Borgere: A", .group = "A", .basis = TAL_BASIS_SUM, .terms = "01" },
      { .name = "Borgere: B", .group = "B", .basis = TAL_BASIS_SUM, .terms = "10" } },
    "01" },
};

static char *
dup_places (TalSeries *const *all, gconstpointer found)
{
  for (guint i = 0; i < MAX_ROWS; i++)
    {
      if (all[i] == found)
        return g_strdup_printf ("%u", i);
    }

  return g_strdup ("?");
}

static void
test_series_family_holds_what_differs_in_one_thing (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    {
      TalSeries            *all[MAX_ROWS] = { NULL };
      g_autoptr (Sample)    sample = make_sample (families[i].rows, all);
      g_autoptr (GString)   places = g_string_new (NULL);
      g_autoptr (GPtrArray) family = tal_series_family_list (sample_get_catalogue (sample), all[0],
                                                             TAL_DIMENSION_TARGET_GROUP);

      for (guint j = 0; j < family->len; j++)
        {
          g_autofree char *place = dup_places (all, g_ptr_array_index (family, j));

          g_string_append (places, place);
        }
      g_test_message ("%s", families[i].reason);
      g_assert_cmpstr (places->str, ==, families[i].family);
    }
}

static void
test_series_family_does_not_move_the_series_asked_about (void)
{
  static const Row      rows[MAX_ROWS] = { { .name = "Forløb: A", .group = "A" },
                                           { .name = "Forløb: B", .group = "B" },
                                           { .name = "Forløb: A igen", .group = "A" },
                                           { .name = "Forløb: C", .group = "C" } };
  TalSeries            *all[MAX_ROWS] = { NULL };
  g_autoptr (Sample)    sample = make_sample (rows, all);
  g_autoptr (GPtrArray) family =
      tal_series_family_list (sample_get_catalogue (sample), all[2], TAL_DIMENSION_TARGET_GROUP);

  g_assert_cmpuint (family->len, ==, 3);
  g_assert_true (g_ptr_array_index (family, 0) == all[1]);
  g_assert_true (g_ptr_array_index (family, 1) == all[2]);
  g_assert_true (g_ptr_array_index (family, 2) == all[3]);
}

static void
test_series_family_names_its_members (void)
{
  static const Row    rows[MAX_ROWS] = { { .name = "Ledige", .group = "A", .area = "København" },
                                         { .name = "Borgere" } };
  TalSeries          *all[MAX_ROWS] = { NULL };
  g_autoptr (Sample)  sample = make_sample (rows, all);
  const TalCatalogue *catalogue = sample_get_catalogue (sample);
  g_autofree char    *group =
      tal_series_family_dup_name (catalogue, all[0], TAL_DIMENSION_TARGET_GROUP);
  g_autofree char *area = tal_series_family_dup_name (catalogue, all[0], TAL_DIMENSION_AREA);

  g_assert_cmpstr (group, ==, "A");
  g_assert_cmpstr (area, ==, "København");
  g_assert_null (tal_series_family_dup_name (catalogue, all[0], TAL_DIMENSION_OFFER));
  g_assert_null (tal_series_family_dup_name (catalogue, all[1], TAL_DIMENSION_AREA));
}

/* The parts of the first row's series, as "place:depth". */
static const struct
{
  const char *reason;
  Row         rows[MAX_ROWS];
  const char *parts;
} totals[] = {
  { "in the order of the terms",
    { { .name = "I alt", .basis = TAL_BASIS_SUM, .terms = "21" },
      { .name = "Mænd" },
      { .name = "Kvinder" } },
    "2:0 1:0 " },
  { "each sum before its own parts",
    { { .name = "I alt", .basis = TAL_BASIS_SUM, .terms = "14" },
      { .name = "I job", .basis = TAL_BASIS_SUM, .terms = "23" },
      { .name = "Fuld tid" },
      { .name = "Deltid" },
      { .name = "Ledige" } },
    "1:0 2:1 3:1 4:0 " },
  { "a stated total",
    { { .name = "I alt", .agreement = TAL_AGREEMENT_SUM, .terms = "12" },
      { .name = "Mænd" },
      { .name = "Kvinder" } },
    "1:0 2:0 " },
  { "a difference has no parts",
    { { .name = "Netto", .basis = TAL_BASIS_SUM, .terms = "1-2" },
      { .name = "Tilgang" },
      { .name = "Afgang" } },
    "" },
  { "nor has a difference that is a part",
    { { .name = "I alt", .basis = TAL_BASIS_SUM, .terms = "14" },
      { .name = "Netto", .basis = TAL_BASIS_SUM, .terms = "2-3" },
      { .name = "Tilgang" },
      { .name = "Afgang" },
      { .name = "Ledige" } },
    "1:0 4:0 " },
  { "a change has none",
    { { .name = "Ændring", .basis = TAL_BASIS_CHANGE, .terms = "1" }, { .name = "Mænd" } },
    "" },
  { "a count that is only known to hold others has none",
    { { .name = "I alt", .agreement = TAL_AGREEMENT_PARTS, .terms = "1" }, { .name = "Mænd" } },
    "" },
  { "a part twice is there once, and no ring goes on",
    { { .name = "I alt", .basis = TAL_BASIS_SUM, .terms = "121" },
      { .name = "Mænd" },
      { .name = "Alle", .basis = TAL_BASIS_SUM, .terms = "01" } },
    "1:0 2:0 " },
};

static void
test_series_family_lists_the_parts_of_a_total (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      TalSeries          *all[MAX_ROWS] = { NULL };
      g_autoptr (Sample)  sample = make_sample (totals[i].rows, all);
      g_autoptr (GString) places = g_string_new (NULL);
      g_autoptr (GArray)  parts =
          tal_series_family_list_parts (sample_get_catalogue (sample), all[0]);

      for (guint j = 0; j < parts->len; j++)
        {
          const TalSeriesPart *part = &g_array_index (parts, TalSeriesPart, j);
          g_autofree char     *place = dup_places (all, part->series);

          g_string_append_printf (places, "%s:%u ", place, part->depth);
        }
      g_test_message ("%s", totals[i].reason);
      g_assert_cmpstr (places->str, ==, totals[i].parts);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/series-family/holds-what-differs-in-one-thing",
                   test_series_family_holds_what_differs_in_one_thing);
  g_test_add_func ("/core/series-family/does-not-move-the-series-asked-about",
                   test_series_family_does_not_move_the_series_asked_about);
  g_test_add_func ("/core/series-family/names-its-members", test_series_family_names_its_members);
  g_test_add_func ("/core/series-family/lists-the-parts-of-a-total",
                   test_series_family_lists_the_parts_of_a_total);

  return g_test_run ();
}
