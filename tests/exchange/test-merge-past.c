/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-observation.h"
#include "exchange/merge-stage.h"

#include <string.h>

/* The file is older than what is here, whoever sends it, and whichever way the newer came. */
static void
test_merge_keeps_what_has_seen_theirs (void)
{
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = make_other (bif);
  g_autoptr (MemoryCollection) jki = make_other (bif);
  g_autoptr (TalBundle)        late = NULL;
  g_autoptr (TalMerge)         merge = NULL;

  jki->unit = make_id (3);
  set_value (bif, SERIES, "2023", 546);
  late = send_bundle (bif);
  set_value (bif, SERIES, "2023", 547);
  exchange_all (bif, jki);
  exchange_all (jki, sof);
  merge = memory_collection_merge (sof, late);

  g_assert_cmpuint (count_conflicts (merge), ==, 0);
  g_assert_cmpuint (tal_merge_get_counts (merge)->n_kept, ==, 1);
  g_assert_cmpuint (tal_merge_get_counts (merge)->n_changed, ==, 0);
}

/* A file by another program need not say what its objects have grown from. */
static TalBundle *
send_changed (MemoryCollection *from, const char *pattern, const char *replacement)
{
  g_autoptr (GBytes) bytes = memory_collection_write (from);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autofree char   *text = NULL;
  gsize              size = 0;
  const char        *written = g_bytes_get_data (bytes, &size);

  text = g_regex_replace (regex, written, (gssize)size, 0, replacement, 0, NULL);
  g_assert_cmpint (strncmp (text, written, size), !=, 0);
  return load_text (text);
}

static void
test_merge_lets_a_unit_change_only_its_own_where_nothing_is_known (void)
{
  static const struct
  {
    const char *pattern; /* what is changed in the file by hand */
    const char *replacement;
  } cases[] = {
    /* The value alone, or with its time taken away. */
    { "value=\"546\"", "value=\"999\"" },
    { "value=\"546\" changed=\"[^\"]*\"", "value=\"999\" changed=\"\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MemoryCollection) bif = load_bif ();
      g_autoptr (MemoryCollection) sof = NULL;
      g_autoptr (TalBundle)        from_bif = NULL;
      g_autoptr (TalBundle)        from_sof = NULL;
      g_autoptr (TalMerge)         theirs = NULL;
      g_autoptr (TalMerge)         not_theirs = NULL;

      set_value (bif, SERIES, "2023", 546);
      sof = make_other (bif);
      from_bif = send_changed (bif, cases[i].pattern, cases[i].replacement);
      theirs = memory_collection_merge (sof, from_bif);
      g_assert_cmpuint (count_conflicts (theirs), ==, 0);
      g_assert_cmpuint (tal_merge_get_counts (theirs)->n_changed, ==, 1);

      from_sof = send_changed (sof, cases[i].pattern, cases[i].replacement);
      not_theirs = memory_collection_merge (bif, from_sof);
      g_assert_cmpuint (count_conflicts (not_theirs), ==, 1);
      g_assert_cmpint (get_conflict (not_theirs, 0)->reason, ==, TAL_CONFLICT_NOT_THEIRS);
    }
}

/* What was changed by hand in a file that is older than what is here is not lost: it is
 * compared with what the file was written from. */
static void
test_merge_finds_what_was_changed_by_hand_in_an_old_file (void)
{
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = NULL;
  g_autoptr (TalBundle)        changed = NULL;
  g_autoptr (TalMerge)         merge = NULL;

  set_value (bif, SERIES, "2023", 546);
  sof = make_other (bif);
  changed = send_changed (bif, "value=\"546\"", "value=\"999\"");
  set_value (sof, SERIES, "2023", 547);
  merge = memory_collection_merge (sof, changed);

  g_assert_cmpuint (count_conflicts (merge), ==, 1);
  g_assert_cmpint (get_conflict (merge, 0)->reason, ==, TAL_CONFLICT_BOTH_CHANGED);
}

/* What was undone after others got it is not brought back by them, and they hear of it. */
static void
test_merge_does_not_bring_back_what_was_undone (void)
{
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = make_other (bif);

  set_value (bif, 42, "2023", 269);
  exchange_all (bif, sof);
  g_assert_true (memory_collection_undo (bif));
  exchange_all (sof, bif);
  g_assert_cmpint (get_value (bif, 42, "2023"), ==, 268);
  exchange_all (bif, sof);
  memory_collection_assert_equal (bif, sof);
}

static void
test_merge_asks_where_something_was_built_on_what_was_undone (void)
{
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = make_other (bif);
  g_autoptr (TalBundle)        bundle = NULL;
  g_autoptr (TalMerge)         merge = NULL;

  set_value (bif, 42, "2023", 269);
  exchange_all (bif, sof);
  g_assert_true (memory_collection_undo (bif));
  set_value (sof, 42, "2023", 270);
  bundle = send_bundle (sof);
  merge = memory_collection_merge (bif, bundle);

  g_assert_cmpuint (count_conflicts (merge), ==, 1);
  g_assert_cmpint (get_conflict (merge, 0)->reason, ==, TAL_CONFLICT_BOTH_CHANGED);
}

static void
test_merge_undoes_what_was_made_and_what_was_removed (void)
{
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = make_other (bif);
  TalKey                       made = make_observation_key (SERIES, "2024");
  TalKey                       removed = make_observation_key (SERIES, "2023");

  set_value (bif, SERIES, "2024", 560);
  exchange_all (bif, sof);
  g_assert_true (memory_collection_undo (bif));
  exchange_all (sof, bif);
  g_assert_null (memory_collection_find (bif, &made));
  exchange_all (bif, sof);
  g_assert_null (memory_collection_find (sof, &made));

  memory_collection_remove (bif, &removed);
  exchange_all (bif, sof);
  g_assert_true (memory_collection_undo (bif));
  exchange_all (sof, bif);
  g_assert_nonnull (memory_collection_find (bif, &removed));
  exchange_all (bif, sof);
  memory_collection_assert_equal (bif, sof);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/merge-past/keeps-what-has-seen-theirs",
                   test_merge_keeps_what_has_seen_theirs);
  g_test_add_func ("/exchange/merge-past/lets-a-unit-change-only-its-own-where-nothing-is-known",
                   test_merge_lets_a_unit_change_only_its_own_where_nothing_is_known);
  g_test_add_func ("/exchange/merge-past/finds-what-was-changed-by-hand-in-an-old-file",
                   test_merge_finds_what_was_changed_by_hand_in_an_old_file);
  g_test_add_func ("/exchange/merge-past/does-not-bring-back-what-was-undone",
                   test_merge_does_not_bring_back_what_was_undone);
  g_test_add_func ("/exchange/merge-past/asks-where-something-was-built-on-what-was-undone",
                   test_merge_asks_where_something_was_built_on_what_was_undone);
  g_test_add_func ("/exchange/merge-past/undoes-what-was-made-and-what-was-removed",
                   test_merge_undoes_what_was_made_and_what_was_removed);
  return g_test_run ();
}
