/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/tal-test-example.h"
#include "cli/tal-test-number.h"
#include "support/tal-test-cli.h"

#include <string.h>

/* The list of what the example holds, read beside the example itself: each row must say what
 * the collection says, and nothing of the collection may be missing from the rows. */

typedef struct
{
  TalTestElement *root;
  GHashTable     *by_id; /* of TalTestElement, borrowed */
  GPtrArray      *rows;  /* of GStrv: the cells of the list */
  GHashTable *figures;   /* "series\nperiod" → GStrv: value, numerator, denominator, state, … */
} Coverage;

/* The objects: the children of the one element of the file. */
static GPtrArray *
get_objects (const Coverage *self)
{
  return tal_test_element_find_child (self->root, "exchange")->children;
}

static GPtrArray *
read_rows (void)
{
  g_autofree char   *folder = g_path_get_dirname (g_getenv ("INDSATSTAL_EXAMPLE"));
  g_autofree char   *path = g_build_filename (folder, "COVERAGE.md", NULL);
  g_autofree char   *text = NULL;
  g_auto (GStrv)     lines = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray         *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize  length = strlen (lines[i]);
      char **cells = NULL;

      if (!g_str_has_prefix (lines[i], "| ") || g_str_has_prefix (lines[i], "| Document |"))
        continue;
      g_assert_true (g_str_has_suffix (lines[i], " |"));
      lines[i][length - strlen (" |")] = '\0';
      cells = g_strsplit (lines[i] + strlen ("| "), " |", -1);
      for (guint j = 0; cells[j] != NULL; j++)
        g_strstrip (cells[j]);
      g_ptr_array_add (rows, cells);
    }

  return rows;
}

/* The next cell of a CSV text; *ret_is_last says that its row ends with it. */
static char *
read_cell (const char **text, gboolean *ret_is_last)
{
  GString *cell = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (; **text != '\0' && (quoted || (**text != ',' && **text != '\r')); (*text)++)
    {
      if (**text != '"')
        g_string_append_c (cell, **text);
      else if (quoted && (*text)[1] == '"')
        g_string_append_c (cell, *(*text)++);
      else
        quoted = !quoted;
    }

  *ret_is_last = **text != ',';
  *text += **text == '\0' ? 0 : *ret_is_last ? strlen ("\r\n") : strlen (",");
  return g_string_free (cell, FALSE);
}

static GHashTable *
read_figures (const char *csv)
{
  GHashTable *figures =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);

  while (*csv != '\0')
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      gboolean              is_last = FALSE;

      while (!is_last)
        g_ptr_array_add (cells, read_cell (&csv, &is_last));
      g_assert_cmpuint (cells->len, ==, 15);
      g_ptr_array_add (cells, NULL);
      g_hash_table_insert (figures,
                           g_strdup_printf ("%s\n%s", (char *)g_ptr_array_index (cells, 1),
                                            (char *)g_ptr_array_index (cells, 8)),
                           g_strdupv ((char **)cells->pdata + 9));
    }

  return figures;
}

static void
coverage_init (Coverage *self)
{
  g_auto (TalTestCli) cli = { NULL };

  self->root = tal_test_example_read ();
  self->rows = read_rows ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < get_objects (self)->len; i++)
    {
      TalTestElement *object = g_ptr_array_index (get_objects (self), i);

      if (!g_str_equal (object->tag, "observations"))
        g_hash_table_insert (self->by_id, (gpointer)tal_test_element_get (object, "id"), object);
    }

  tal_test_cli_init (&cli);
  tal_test_cli_run (&cli, 0, "new", tal_test_cli_path (&cli, "bif.indsats"), "--example", NULL);
  tal_test_cli_run (&cli, 0, "series", tal_test_cli_path (&cli, "bif.indsats"), "--format", "csv",
                    NULL);
  self->figures = read_figures (cli.output);
}

static void
coverage_clear (Coverage *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->figures);
  g_ptr_array_unref (self->rows);
  tal_test_element_free (self->root);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Coverage, coverage_clear)

static const char *
get_title (const Coverage *self, const char *id)
{
  return tal_test_element_get_name (g_hash_table_lookup (self->by_id, id));
}

/* What the row prints is what is stored, at the decimals it is printed with. */
static void
assert_printed (const char *document, TalTestNumber stored)
{
  TalTestNumber printed;

  if (strstr (document, "som trykt") == NULL && tal_test_number_read_printed (document, &printed))
    g_assert_cmpint (tal_test_number_round (stored, printed.scale), ==, printed.digits);
}

static TalTestElement *
find_series (const Coverage *self, const char *name)
{
  for (guint i = 0; i < get_objects (self)->len; i++)
    {
      TalTestElement *object = g_ptr_array_index (get_objects (self), i);

      if (g_str_equal (object->tag, "series") &&
          g_str_equal (tal_test_element_get_name (object), name))
        return object;
    }

  g_error ("no series %s", name);
}

static TalTestElement *
find_observation (const Coverage *self, const TalTestElement *series, const char *period)
{
  for (guint i = 0; i < get_objects (self)->len; i++)
    {
      TalTestElement *object = g_ptr_array_index (get_objects (self), i);

      for (guint j = 0; g_str_equal (tal_test_element_get (object, "series"),
                                     tal_test_element_get (series, "id")) &&
                        g_str_equal (object->tag, "observations") && j < object->children->len;
           j++)
        {
          TalTestElement *each = g_ptr_array_index (object->children, j);

          if (g_str_equal (tal_test_element_get (each, "period"), period))
            return each;
        }
    }

  g_error ("no figure of %s in %s", tal_test_element_get_name (series), period);
}

static void
assert_entered (const Coverage *self, const TalTestElement *series, GStrv row)
{
  TalTestElement  *observation = find_observation (self, series, row[2]);
  const char      *state = tal_test_element_get (observation, "state");
  g_autofree char *said = NULL;

  if (g_str_equal (row[3], "missing"))
    {
      g_assert_cmpstr (tal_test_element_get (observation, "missing"), ==, row[4]);
      return;
    }

  said = g_strconcat (*state != '\0' ? state : "final",
                      *tal_test_element_get (observation, "approximation") != '\0' ? ", " : "",
                      tal_test_element_get (observation, "approximation"), NULL);
  g_assert_cmpstr (tal_test_element_get (observation, "value"), ==, row[3]);
  g_assert_cmpstr (said, ==, row[4]);
  assert_printed (row[0], tal_test_number_read_stored (row[3]));
}

/* A share is rounded from its counts: what the commands print of it is rounded already. */
static void
assert_computed (const Coverage *self, const TalTestElement *series, GStrv row)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", row[1], row[2]);
  char           **figure = g_hash_table_lookup (self->figures, key);
  const char      *factor = tal_test_element_get (series, "factor");
  g_autofree char *said = NULL;
  TalTestNumber    printed;

  g_assert_nonnull (figure);
  said = g_str_equal (figure[3], "final") ? g_strdup ("computed")
                                          : g_strconcat ("computed, ", figure[3], NULL);
  g_assert_cmpstr (said, ==, row[4]);
  if (*figure[2] == '\0')
    assert_printed (row[0], tal_test_number_read_stored (figure[0]));
  else if (tal_test_number_read_printed (row[0], &printed))
    g_assert_cmpint (tal_test_number_round_ratio (tal_test_number_read_stored (figure[1]),
                                                  tal_test_number_read_stored (figure[2]),
                                                  tal_test_number_read_stored (
                                                      *factor != '\0' ? factor : "1"),
                                                  printed.scale),
                     ==, printed.digits);
}

/* A goal's criterion as the list writes it: "2: at-least 75". */
static char *
write_criterion (const Coverage *self, const TalTestElement *goal, const TalTestElement *criterion)
{
  GString              *out = g_string_new (tal_test_element_get (goal, "number"));
  const TalTestElement *target =
      criterion != NULL ? tal_test_element_find_child (criterion, "target") : NULL;
  const char *comparison =
      criterion != NULL ? tal_test_element_get (criterion, "comparison") : "no criterion";

  g_string_append_printf (out, ": %s", comparison);
  if (target != NULL)
    g_string_append_printf (out, " %s", tal_test_element_get (target, "value"));
  if (criterion != NULL && *tal_test_element_get (criterion, "target-unit") != '\0')
    g_string_append_printf (out, " %s", tal_test_element_get (criterion, "target-unit"));
  if (criterion != NULL && g_str_equal (tal_test_element_get (criterion, "basis"), "benchmark"))
    g_string_append_printf (out, " (benchmark %s)",
                            tal_test_element_get (g_hash_table_lookup (self->by_id,
                                                                       tal_test_element_get (criterion,
                                                                                             "basis"
                                                                                             "-uni"
                                                                                             "t")),
                                                  "short-name"));
  if (criterion != NULL && g_str_equal (tal_test_element_get (criterion, "basis"), "keep"))
    g_string_append (out, " (keep)");
  else if (criterion != NULL && target == NULL && g_str_equal (comparison, "at-least"))
    g_string_append (out, " without a target");
  if (*tal_test_element_get (goal, "deadline-weeks") != '\0')
    g_string_append_printf (out, ", %s weeks", tal_test_element_get (goal, "deadline-weeks"));
  return g_string_free (out, FALSE);
}

/* Marks the criterion that is written so: of the series, and of the initiative where one is
 * given.  The goal itself where it has none. */
static void
name_goal (const Coverage *self, const char *written, const char *series, const char *initiative)
{
  for (guint i = 0; i < get_objects (self)->len; i++)
    {
      TalTestElement *goal = g_ptr_array_index (get_objects (self), i);
      TalTestElement *only = NULL;

      if (!g_str_equal (goal->tag, "goal") ||
          (initiative != NULL &&
           !g_str_equal (get_title (self, tal_test_element_get (goal, "initiative")), initiative)))
        continue;

      only = tal_test_element_find_child (goal, "criterion") == NULL ? goal : NULL;
      for (guint j = 0; j < goal->children->len; j++)
        {
          TalTestElement  *each = g_ptr_array_index (goal->children, j);
          gboolean         is_criterion = g_str_equal (each->tag, "criterion");
          g_autofree char *said = NULL;

          if (!is_criterion && only == NULL)
            continue;
          said = write_criterion (self, goal, is_criterion ? each : NULL);
          if (g_str_equal (said, written) &&
              g_str_equal (is_criterion ? get_title (self, tal_test_element_get (each, "series"))
                                        : "",
                           series))
            {
              (only != NULL ? only : each)->named = TRUE;
              return;
            }
        }
    }

  g_error ("no goal %s of %s", written, series);
}

static void
test_every_figure_is_in_the_collection (void)
{
  g_auto (Coverage) coverage = { NULL };
  guint             n_figures = 0;

  coverage_init (&coverage);
  for (guint i = 0; i < coverage.rows->len; i++)
    {
      GStrv                 row = g_ptr_array_index (coverage.rows, i);
      const TalTestElement *series = NULL;

      if (g_strv_length (row) != 6)
        continue;

      g_test_message ("%s | %s | %s", row[0], row[1], row[2]);
      series = find_series (&coverage, row[1]);
      if (g_str_has_prefix (row[4], "computed"))
        assert_computed (&coverage, series, row);
      else
        assert_entered (&coverage, series, row);
      n_figures++;
    }
  g_assert_cmpuint (n_figures, >, 0);
}

/* Whether the appropriation is of the initiative, or of an initiative of the plan. */
static gboolean
is_money_of (const Coverage *self, const TalTestElement *money, const char *name)
{
  const TalTestElement *initiative =
      g_hash_table_lookup (self->by_id, tal_test_element_get (money, "initiative"));

  return g_str_equal (tal_test_element_get_name (initiative), name) ||
         g_str_equal (get_title (self, tal_test_element_get (initiative, "plan")), name);
}

/* Initiative, year or years, price level and account are the row's; the last two where it
 * gives any. */
static gboolean
is_of_row (const Coverage *self, const TalTestElement *object, GStrv row)
{
  const char *year = tal_test_element_get (object, "year");

  return g_str_equal (object->tag, "appropriation") && is_money_of (self, object, row[1]) &&
         strncmp (year, row[2], strlen ("2000")) >= 0 &&
         strcmp (year, row[2] + strlen (row[2]) - strlen ("2000")) <= 0 &&
         (*row[4] == '\0' || g_str_equal (tal_test_element_get (object, "price-level"), row[4])) &&
         (*row[5] == '\0' || g_str_equal (tal_test_element_get (object, "account"), row[5]));
}

static gint64
sum_money (const Coverage *self, GStrv row)
{
  gint64 sum = 0;

  for (guint i = 0; i < get_objects (self)->len; i++)
    {
      const TalTestElement *object = g_ptr_array_index (get_objects (self), i);

      if (is_of_row (self, object, row))
        sum += tal_test_number_round (tal_test_number_read_stored (
                                          tal_test_element_get (object, "amount")),
                                      0);
    }

  return sum;
}

static gint64
find_frame (const Coverage *self, const char *plan)
{
  for (guint i = 0; i < get_objects (self)->len; i++)
    {
      const TalTestElement *object = g_ptr_array_index (get_objects (self), i);

      if (g_str_equal (object->tag, "plan") &&
          g_str_equal (tal_test_element_get_name (object), plan))
        return tal_test_number_round (tal_test_number_read_stored (
                                          tal_test_element_get (object, "frame")),
                                      0);
    }

  g_error ("no plan %s", plan);
}

/* Marks the appropriation that is the row's in everything. */
static void
name_money (const Coverage *self, GStrv row)
{
  for (guint i = 0; i < get_objects (self)->len; i++)
    {
      TalTestElement *object = g_ptr_array_index (get_objects (self), i);
      const char     *expiry = tal_test_element_get (object, "expiry");

      if (is_of_row (self, object, row) &&
          g_str_equal (tal_test_element_get (object, "amount"), row[3]) &&
          g_str_equal (tal_test_element_get (object, "price-level"), row[4]) &&
          g_str_equal (tal_test_element_get (object, "account"), row[5]) &&
          g_str_equal (g_str_equal (expiry, "year") ? tal_test_element_get (object, "expiry-year")
                                                    : expiry,
                       row[6]))
        {
          object->named = TRUE;
          return;
        }
    }

  g_error ("no appropriation %s of %s", row[3], row[1]);
}

/* Printed in millions where the row says so, in thousands else. */
static void
assert_money (const Coverage *self, GStrv row)
{
  const char *amount = strrchr (row[3], ' ');
  gint64      kroner = 0;

  amount = amount != NULL ? amount + 1 : row[3];
  kroner = tal_test_number_round (tal_test_number_read_stored (amount), 0);
  if (g_str_has_prefix (row[3], "sum "))
    g_assert_cmpint (sum_money (self, row), ==, kroner);
  else if (g_str_has_prefix (row[3], "frame "))
    g_assert_cmpint (find_frame (self, row[1]), ==, kroner);
  else
    name_money (self, row);

  assert_printed (row[0], (TalTestNumber){ kroner, strstr (row[0], "mio. kr.") != NULL ? 6 : 3 });
}

static void
test_every_amount_is_in_the_collection (void)
{
  g_auto (Coverage) coverage = { NULL };
  guint             n_amounts = 0;

  coverage_init (&coverage);
  for (guint i = 0; i < coverage.rows->len; i++)
    {
      GStrv row = g_ptr_array_index (coverage.rows, i);

      if (g_strv_length (row) != 7)
        continue;
      g_test_message ("%s | %s | %s", row[0], row[1], row[3]);
      assert_money (&coverage, row);
      n_amounts++;
    }
  g_assert_cmpuint (n_amounts, >, 0);
}

/* Marks all that the rows name; each row has been read before. */
static void
name_all (const Coverage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GStrv          row = g_ptr_array_index (self->rows, i);
      guint          length = g_strv_length (row);
      g_auto (GStrv) goals = NULL;

      g_assert_true (length == 4 || length == 6 || length == 7);
      if (length == 4)
        name_goal (self, row[2], row[3], row[1]);
      if (length == 4 && *row[3] != '\0')
        find_series (self, row[3])->named = TRUE;
      if (length == 7 && g_ascii_isdigit (*row[3]))
        name_money (self, row);
      if (length != 6)
        continue;

      find_series (self, row[1])->named = TRUE;
      if (!g_str_has_prefix (row[4], "computed"))
        find_observation (self, find_series (self, row[1]), row[2])->named = TRUE;
      goals = g_strsplit (row[5], "; ", -1);
      for (guint j = 0; goals[j] != NULL; j++)
        name_goal (self, goals[j], row[1], NULL);
    }
}

static void
test_nothing_of_the_collection_is_left_out (void)
{
  g_auto (Coverage) coverage = { NULL };

  coverage_init (&coverage);
  name_all (&coverage);
  for (guint i = 0; i < get_objects (&coverage)->len; i++)
    {
      const TalTestElement *object = g_ptr_array_index (get_objects (&coverage), i);
      gboolean              is_listed = g_str_equal (object->tag, "series") ||
                           g_str_equal (object->tag, "appropriation") ||
                           (g_str_equal (object->tag, "goal") &&
                            tal_test_element_find_child (object, "criterion") == NULL);

      g_test_message ("%s %s", object->tag, tal_test_element_get (object, "id"));
      g_assert_true (!is_listed || object->named);
      for (guint j = 0; j < object->children->len; j++)
        {
          const TalTestElement *part = g_ptr_array_index (object->children, j);

          is_listed =
              g_str_equal (part->tag, "observation") || g_str_equal (part->tag, "criterion");
          g_assert_true (!is_listed || part->named);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/coverage/every-figure-is-in-the-collection",
                   test_every_figure_is_in_the_collection);
  g_test_add_func ("/cli/coverage/every-amount-is-in-the-collection",
                   test_every_amount_is_in_the_collection);
  g_test_add_func ("/cli/coverage/nothing-of-the-collection-is-left-out",
                   test_nothing_of_the_collection_is_left_out);
  return g_test_run ();
}
