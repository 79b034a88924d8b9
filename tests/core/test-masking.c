/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-masking.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

#define MAX_CELLS 32
#define MAX_SUMS 16
#define N_TABLES 3000

/* The masks in a line: "s" small, "p" partner, "." shown. */
static void
write_masks (const TalMasking *masking, guint n_cells, char *ret_masks)
{
  for (guint i = 0; i < n_cells; i++)
    ret_masks[i] = ".sp"[tal_masking_get_mask (masking, i)];
  ret_masks[n_cells] = '\0';
}

/* Parts, of which the first below zero ends the row, and their total behind them. */
static const struct
{
  const char *claim;
  gint64      parts[6];
  gboolean    masks_zero;
  const char *masks;
} lines[] = {
  { "nothing small, nothing hidden", { 8, 9, 20, -1 }, FALSE, "...." },
  { "at the limit is not below it", { 5, 9, 20, -1 }, FALSE, "...." },
  { "the smallest other part is the partner", { 3, 20, 10, -1 }, FALSE, "s.p." },
  { "two small ones are each other's", { 3, 4, 20, -1 }, FALSE, "ss.." },
  { "but two ones are two in all", { 1, 1, 20, -1 }, FALSE, "ssp." },
  { "and three are three", { 1, 1, 1, 20, -1 }, FALSE, "sssp." },
  { "one and two may be two and one", { 1, 2, 20, -1 }, FALSE, "ss.." },
  { "zero is no partner", { 3, 0, 20, -1 }, FALSE, "s.p." },
  { "zero is shown", { 0, 9, 20, -1 }, FALSE, "...." },
  { "zero is hidden where it is asked for", { 0, 9, 20, -1 }, TRUE, "sp.." },
  { "zero and one may be one and zero", { 0, 1, 20, -1 }, TRUE, "ss.." },
  { "a zero may then be a partner", { 4, 0, 20, -1 }, TRUE, "ss.." },
  { "a small total is small", { 1, 1, -1 }, FALSE, "sss" },
  { "without another part the total is hidden", { 3, 0, 0, -1 }, FALSE, "s..s" },
};

static void
test_masking_hides_a_partner (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (TalMasking) masking = tal_masking_new (lines[i].masks_zero);
      guint                  parts[6];
      guint                  n_parts = 0;
      gint64                 total = 0;
      char                   masks[MAX_CELLS];

      for (; lines[i].parts[n_parts] >= 0; n_parts++)
        {
          parts[n_parts] =
              tal_masking_add_count (masking, lines[i].parts[n_parts], TAL_MASKING_LIMIT);
          total += lines[i].parts[n_parts];
        }
      tal_masking_add_total (masking, tal_masking_add_count (masking, total, TAL_MASKING_LIMIT),
                             parts, n_parts);
      tal_masking_apply (masking);
      write_masks (masking, n_parts + 1, masks);
      g_test_message ("%s", lines[i].claim);
      g_assert_cmpstr (masks, ==, lines[i].masks);
    }
}

/* A total that may be shown however small, beside a part that may not. */
static void
test_masking_hides_the_total_where_no_part_is_left (void)
{
  g_autoptr (TalMasking) masking = tal_masking_new (FALSE);
  guint parts[] = { tal_masking_add_count (masking, 3, 5), tal_masking_add_count (masking, 0, 5),
                    tal_masking_add_missing (masking) };
  guint total = tal_masking_add_count (masking, 3, 0);

  tal_masking_add_total (masking, total, parts, 3);
  tal_masking_apply (masking);
  g_assert_cmpint (tal_masking_get_mask (masking, parts[0]), ==, TAL_MASK_SMALL);
  g_assert_cmpint (tal_masking_get_mask (masking, parts[1]), ==, TAL_MASK_NONE);
  g_assert_cmpint (tal_masking_get_mask (masking, parts[2]), ==, TAL_MASK_NONE);
  g_assert_cmpint (tal_masking_get_mask (masking, total), ==, TAL_MASK_PARTNER);
}

static void
add_grid (TalMasking *masking, const gint64 *inner, guint n_rows, guint n_columns)
{
  gint64 totals[MAX_CELLS] = { 0 };
  guint  first = 0;

  for (guint row = 0; row <= n_rows; row++)
    {
      gint64 total = 0;

      for (guint column = 0; column < n_columns; column++)
        {
          gint64 value = row < n_rows ? inner[row * n_columns + column] : totals[column];
          guint  cell = tal_masking_add_count (masking, value, TAL_MASKING_LIMIT);

          first = row + column == 0 ? cell : first;
          total += value;
          totals[column] += row < n_rows ? value : 0;
        }
      tal_masking_add_count (masking, total, TAL_MASKING_LIMIT);
    }
  tal_masking_add_grid_totals (masking, first, n_rows + 1, n_columns + 1);
}

static const struct
{
  const char *claim;
  gint64      inner[9];
  const char *masks; /* of the four rows, totals last */
} grids[] = {
  { "nothing small", { 8, 9, 20, 30, 40, 50, 60, 70, 80 }, "................" },
  { "four corners", { 3, 10, 20, 8, 9, 30, 50, 60, 70 }, "sp..pp.........." },
  { "the partner hides two", { 3, 10, 20, 30, 4, 40, 50, 60, 70 }, "sp..ps.........." },
  { "a zero is no corner", { 3, 10, 20, 8, 0, 30, 50, 60, 70 }, "sp......pp......" },
};

static void
test_masking_hides_rows_and_columns (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (grids); i++)
    {
      g_autoptr (TalMasking) masking = tal_masking_new (FALSE);
      char                   masks[MAX_CELLS];

      add_grid (masking, grids[i].inner, 3, 3);
      tal_masking_apply (masking);
      write_masks (masking, 16, masks);
      g_test_message ("%s", grids[i].claim);
      g_assert_cmpstr (masks, ==, grids[i].masks);
      tal_masking_apply (masking);
      write_masks (masking, 16, masks);
      g_assert_cmpstr (masks, ==, grids[i].masks); /* again, and the same */
    }
}

/* A small subtotal must not follow from the other one, nor that from its parts. */
static void
test_masking_sees_totals_of_totals (void)
{
  g_autoptr (TalMasking) masking = tal_masking_new (FALSE);
  static const gint64    counts[] = { 3, 0, 20, 30, 3, 50, 53 };
  char                   masks[MAX_CELLS];

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    tal_masking_add_count (masking, counts[i], TAL_MASKING_LIMIT);
  tal_masking_add_total (masking, 4, (guint[]){ 0, 1 }, 2);
  tal_masking_add_total (masking, 5, (guint[]){ 2, 3 }, 2);
  tal_masking_add_total (masking, 6, (guint[]){ 4, 5 }, 2);
  tal_masking_apply (masking);
  write_masks (masking, G_N_ELEMENTS (counts), masks);
  g_assert_cmpstr (masks, ==, "s.p.sp.");
}

/* Two totals that differ by one part give it away, whatever else is hidden. */
static void
test_masking_sees_differences_of_totals (void)
{
  g_autoptr (TalMasking) masking = tal_masking_new (FALSE);
  static const gint64    counts[] = { 10, 20, 3, 30, 33 };
  char                   masks[MAX_CELLS];

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    tal_masking_add_count (masking, counts[i], TAL_MASKING_LIMIT);
  tal_masking_add_total (masking, 3, (guint[]){ 0, 1 }, 2);
  tal_masking_add_total (masking, 4, (guint[]){ 0, 1, 2 }, 3);
  tal_masking_apply (masking);
  write_masks (masking, G_N_ELEMENTS (counts), masks);
  g_assert_cmpstr (masks, ==, "..s.p");
}

static void
test_masking_protects_the_rest (void)
{
  static const struct
  {
    gint64      whole;
    gint64      part;
    int         limit;
    const char *masks;
  } cases[] = {
    { 110, 55, 5, ".." },  /* half of them */
    { 110, 108, 5, ".p" }, /* two have not */
    { 110, 110, 5, ".." }, /* all of them */
    { 110, 105, 5, ".." }, { 110, 106, 5, ".p" },
    { 12, 3, 5, ".s" },    { 110, 108, 0, ".." }, /* nothing confidential */
    { 5, 6, 5, ".." },                            /* no part of it */
    { 3, 3, 5, "ss" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalMasking) masking = tal_masking_new (FALSE);
      char                   masks[MAX_CELLS];

      tal_masking_add_count (masking, cases[i].whole, cases[i].limit);
      tal_masking_add_count (masking, cases[i].part, cases[i].limit);
      tal_masking_add_of_which (masking, 0, 1);
      tal_masking_apply (masking);
      write_masks (masking, 2, masks);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (masks, ==, cases[i].masks);
    }
}

static void
test_masking_hides_shares_of_few (void)
{
  static const struct
  {
    gint64  numerator;
    gint64  denominator;
    int     limit;
    TalMask mask;
  } cases[] = {
    { 1, 203, 5, TAL_MASK_SMALL },   /* printed as 0,00 */
    { 202, 203, 5, TAL_MASK_SMALL }, /* all but one */
    { 4, 203, 5, TAL_MASK_SMALL },   { 5, 203, 5, TAL_MASK_NONE },
    { 0, 203, 5, TAL_MASK_NONE },    { 203, 203, 5, TAL_MASK_NONE },
    { 1, 203, 0, TAL_MASK_NONE },    { 9, 5, 5, TAL_MASK_NONE }, /* a ratio */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalMasking) masking = tal_masking_new (FALSE);
      guint                  share = tal_masking_add_share_of_counts (masking, cases[i].numerator,
                                                                      cases[i].denominator, cases[i].limit);

      tal_masking_apply (masking);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (tal_masking_get_share_mask (masking, share), ==, cases[i].mask);
    }
}

/* 3 + 10 + 20 of 33: with the share of the partner and the total its count would be back. */
static void
test_masking_hides_shares_of_hidden_counts (void)
{
  static const gint64    counts[] = { 3, 10, 20 };
  static const TalMask   expected[] = { TAL_MASK_SMALL, TAL_MASK_PARTNER, TAL_MASK_NONE };
  g_autoptr (TalMasking) masking = tal_masking_new (FALSE);
  guint                  total;

  for (guint i = 0; i < 3; i++)
    tal_masking_add_count (masking, counts[i], TAL_MASKING_LIMIT);
  total = tal_masking_add_count (masking, 33, TAL_MASKING_LIMIT);
  tal_masking_add_total (masking, total, (guint[]){ 0, 1, 2 }, 3);
  for (guint i = 0; i < 3; i++)
    tal_masking_add_share (masking, i, total);
  tal_masking_add_share (masking, 2, tal_masking_add_missing (masking));
  tal_masking_apply (masking);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (tal_masking_get_mask (masking, i), ==, expected[i]);
      g_assert_cmpint (tal_masking_get_share_mask (masking, i), ==, expected[i]);
    }
  g_assert_cmpint (tal_masking_get_mask (masking, total), ==, TAL_MASK_NONE);
  g_assert_cmpint (tal_masking_get_share_mask (masking, 3), ==, TAL_MASK_NONE);
}

/* A small count behind a printed share of printed counts: 108 of 110 leaves two. */
static void
test_masking_hides_the_count_that_leaves_few (void)
{
  g_autoptr (TalMasking) masking = tal_masking_new (FALSE);
  guint                  part = tal_masking_add_count (masking, 108, 5);
  guint                  whole = tal_masking_add_count (masking, 110, 5);
  guint                  share = tal_masking_add_share (masking, part, whole);

  tal_masking_apply (masking);
  g_assert_cmpint (tal_masking_get_share_mask (masking, share), ==, TAL_MASK_SMALL);
  g_assert_cmpint (tal_masking_get_mask (masking, part), ==, TAL_MASK_PARTNER);
  g_assert_cmpint (tal_masking_get_mask (masking, whole), ==, TAL_MASK_NONE);
}

static void
test_masking_has_a_mark_and_a_note (void)
{
  g_autofree char *note = tal_masking_write_note (5);

  g_assert_null (tal_mask_get_mark (TAL_MASK_NONE));
  g_assert_cmpstr (tal_mask_get_mark (TAL_MASK_SMALL), ==, "*");
  g_assert_cmpstr (tal_mask_get_mark (TAL_MASK_PARTNER), ==, "*"); /* not told apart */
  g_assert_cmpstr (note, ==, "* Antal under 5 er ikke vist af hensyn til diskretion.");
}

/* A table as its reader has it, and what he tries for the hidden cells. */
typedef struct
{
  guint    n_cells;
  gint64   values[MAX_CELLS];
  gboolean hidden[MAX_CELLS];
  guint    n_sums;
  guint    wholes[MAX_SUMS];
  guint    n_parts[MAX_SUMS];
  guint    parts[MAX_SUMS][8];
  gint64   tried[MAX_CELLS];
  guint    target;
  guint    n_tried;
} Reader;

/* Whether the sums can still hold when the cells up to 'n_known' are decided. */
static gboolean
can_hold (const Reader *reader, guint n_known)
{
  for (guint i = 0; i < reader->n_sums; i++)
    {
      gint64   parts = 0;
      gboolean open = FALSE;

      for (guint j = 0; j < reader->n_parts[i]; j++)
        {
          guint part = reader->parts[i][j];

          if (reader->hidden[part] && part >= n_known)
            open = TRUE;
          parts += reader->hidden[part] && part >= n_known ? 1 : reader->tried[part];
        }
      if (reader->hidden[reader->wholes[i]] && reader->wholes[i] >= n_known)
        continue;
      if (open ? parts > reader->tried[reader->wholes[i]]
               : parts != reader->tried[reader->wholes[i]])
        return FALSE;
    }

  return TRUE;
}

/* Looks for a table that agrees with all that is shown and has another small count in the
 * target; hidden counts are no less than one. */
static gboolean
find_other (Reader *reader, guint cell)
{
  if (!can_hold (reader, cell))
    return FALSE;
  if (cell == reader->n_cells)
    return TRUE;
  if (!reader->hidden[cell])
    return find_other (reader, cell + 1);

  for (gint64 step = 0; step <= 12; step++)
    {
      gint64 by = step % 2 == 0 ? step / 2 : -(step + 1) / 2;
      gint64 value = reader->values[cell] + by;

      if (value < 1 || (cell == reader->target && (by == 0 || value >= TAL_MASKING_LIMIT)))
        continue;
      reader->n_tried++;
      g_assert_cmpuint (reader->n_tried, <, 50000000);
      reader->tried[cell] = value;
      if (find_other (reader, cell + 1))
        return TRUE;
    }

  reader->tried[cell] = reader->values[cell];
  return FALSE;
}

static gboolean
is_guessed (Reader *reader, guint target)
{
  memcpy (reader->tried, reader->values, sizeof reader->tried);
  reader->target = target;
  reader->n_tried = 0;
  return !find_other (reader, 0);
}

static gboolean
has_guessed_small (Reader *reader)
{
  for (guint i = 0; i < reader->n_cells; i++)
    {
      if (reader->hidden[i] && reader->values[i] < TAL_MASKING_LIMIT && is_guessed (reader, i))
        return TRUE;
    }

  return FALSE;
}

static void
add_sum (Reader *reader, guint whole, const guint *parts, guint n_parts)
{
  reader->values[whole] = 0;
  for (guint i = 0; i < n_parts; i++)
    {
      reader->parts[reader->n_sums][i] = parts[i];
      reader->values[whole] += reader->values[parts[i]];
    }
  reader->wholes[reader->n_sums] = whole;
  reader->n_parts[reader->n_sums++] = n_parts;
}

/* Rows and columns with totals; where 'nested', the rows but the last two have a subtotal. */
static void
make_random_table (Reader *reader, GRand *rand, guint n_rows, guint n_columns, gboolean nested)
{
  guint parts[8];
  guint width = n_columns + 1;
  guint n_inner = nested ? n_rows - 1 : n_rows;
  guint n_parts;

  memset (reader, 0, sizeof *reader);
  reader->n_cells = (n_rows + 1) * width;
  for (guint row = 0; row < n_rows; row++)
    {
      for (guint column = 0; column < n_columns; column++)
        reader->values[row * width + column] =
            g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 7) : g_rand_int_range (rand, 0, 30);
    }
  /* The subtotal is the last row but the total, and the row before it stands alone. */
  for (guint column = 0; nested && column < n_columns; column++)
    {
      for (guint row = 0; row + 1 < n_inner; row++)
        parts[row] = row * width + column;
      add_sum (reader, n_inner * width + column, parts, n_inner - 1);
    }
  for (guint column = 0; column < n_columns; column++)
    {
      n_parts = 0;
      for (guint row = nested ? n_inner - 1 : 0; row < n_rows; row++)
        parts[n_parts++] = row * width + column;
      add_sum (reader, n_rows * width + column, parts, n_parts);
    }
  for (guint row = 0; row <= n_rows; row++)
    {
      for (guint column = 0; column < n_columns; column++)
        parts[column] = row * width + column;
      add_sum (reader, row * width + n_columns, parts, n_columns);
    }
}

static TalMasking *
mask_table (Reader *reader)
{
  TalMasking *masking = tal_masking_new (FALSE);

  for (guint i = 0; i < reader->n_cells; i++)
    tal_masking_add_count (masking, reader->values[i], TAL_MASKING_LIMIT);
  for (guint i = 0; i < reader->n_sums; i++)
    tal_masking_add_total (masking, reader->wholes[i], reader->parts[i], reader->n_parts[i]);
  tal_masking_apply (masking);
  for (guint i = 0; i < reader->n_cells; i++)
    reader->hidden[i] = tal_masking_get_mask (masking, i) != TAL_MASK_NONE;
  return masking;
}

/* Every small count is hidden and nothing else without need: shown again it would give a
 * small one away. */
static void
assert_necessary (const TalMasking *masking, Reader *reader)
{
  for (guint i = 0; i < reader->n_cells; i++)
    {
      TalMask  mask = tal_masking_get_mask (masking, i);
      gboolean small = reader->values[i] > 0 && reader->values[i] < TAL_MASKING_LIMIT;

      g_assert_cmpint (mask == TAL_MASK_SMALL, ==, small);
      if (mask != TAL_MASK_PARTNER)
        continue;
      reader->hidden[i] = FALSE;
      g_assert_true (has_guessed_small (reader));
      reader->hidden[i] = TRUE;
    }
}

static void
test_masking_withstands_a_reader_who_tries_everything (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20190520);
  guint             n_partners = 0;

  for (guint i = 0; i < N_TABLES; i++)
    {
      g_autoptr (TalMasking) masking = NULL;
      Reader                 reader;
      gboolean               nested = i % 3 == 2;
      guint                  n_rows = (guint)g_rand_int_range (rand, nested ? 3 : 1, 5);
      guint                  n_columns = (guint)g_rand_int_range (rand, 1, 4);

      make_random_table (&reader, rand, n_rows, n_columns, nested);
      masking = mask_table (&reader);
      g_test_message ("table %u: %u rows, %u columns", i, n_rows, n_columns);
      g_assert_false (has_guessed_small (&reader));
      assert_necessary (masking, &reader);
      for (guint j = 0; j < reader.n_cells; j++)
        n_partners += tal_masking_get_mask (masking, j) == TAL_MASK_PARTNER ? 1 : 0;
    }

  g_test_message ("%u partners", n_partners);
  g_assert_cmpuint (n_partners, >, N_TABLES / 2);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/masking/hides-a-partner", test_masking_hides_a_partner);
  g_test_add_func ("/core/masking/hides-the-total-where-no-part-is-left",
                   test_masking_hides_the_total_where_no_part_is_left);
  g_test_add_func ("/core/masking/hides-rows-and-columns", test_masking_hides_rows_and_columns);
  g_test_add_func ("/core/masking/sees-totals-of-totals", test_masking_sees_totals_of_totals);
  g_test_add_func ("/core/masking/sees-differences-of-totals",
                   test_masking_sees_differences_of_totals);
  g_test_add_func ("/core/masking/protects-the-rest", test_masking_protects_the_rest);
  g_test_add_func ("/core/masking/hides-shares-of-few", test_masking_hides_shares_of_few);
  g_test_add_func ("/core/masking/hides-shares-of-hidden-counts",
                   test_masking_hides_shares_of_hidden_counts);
  g_test_add_func ("/core/masking/hides-the-count-that-leaves-few",
                   test_masking_hides_the_count_that_leaves_few);
  g_test_add_func ("/core/masking/has-a-mark-and-a-note", test_masking_has_a_mark_and_a_note);
  g_test_add_func ("/core/masking/withstands-a-reader-who-tries-everything",
                   test_masking_withstands_a_reader_who_tries_everything);

  return g_test_run ();
}
