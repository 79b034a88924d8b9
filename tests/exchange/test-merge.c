/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-observation.h"
#include "core/tal-plan.h"
#include "core/tal-series.h"
#include "core/tal-unit.h"
#include "exchange/merge-stage.h"

static void
test_merge_twice_changes_nothing (void)
{
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = make_other (bif);
  g_autoptr (TalBundle)        bundle = send_bundle (bif);
  g_autoptr (TalMerge)         again = memory_collection_merge (sof, bundle);
  g_autoptr (TalChangeSet)     changes = take_changes (again, TAL_CHOICE_OPEN);

  g_assert_cmpuint (tal_change_set_get_length (changes), ==, 0);
  g_assert_cmpuint (tal_merge_get_n_differences (again), ==, 0);
  g_assert_cmpuint (tal_merge_get_counts (again)->n_unchanged, ==, count_records (bundle));
  memory_collection_assert_equal (bif, sof);
}

static void
test_merge_there_and_back_is_equal (void)
{
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = make_other (bif);

  set_value (sof, SERIES, "2024", 560);
  set_wording (sof, "Minimum 80 pct. af deltagerne");
  set_value (bif, SERIES, "2023", 546);

  exchange_all (sof, bif);
  g_assert_cmpint (get_value (bif, SERIES, "2024"), ==, 560);
  g_assert_cmpint (get_value (bif, SERIES, "2023"), ==, 546);
  g_assert_cmpstr (get_goal (bif)->wording, ==, "Minimum 80 pct. af deltagerne");

  exchange_all (bif, sof);
  memory_collection_assert_equal (bif, sof);
}

static void
test_merge_joins_changes_of_different_fields (void)
{
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = make_other (bif);
  g_autoptr (TalBundle)        crossing = NULL;
  g_autoptr (TalMerge)         merge = NULL;
  g_autoptr (TalChangeSet)     changes = NULL;

  set_wording (bif, "Minimum 70 pct. af deltagerne");
  set_note (sof, "Se også mål 3.");
  crossing = send_bundle (sof);
  exchange_all (bif, sof);

  g_assert_cmpstr (get_goal (sof)->wording, ==, "Minimum 70 pct. af deltagerne");
  g_assert_cmpstr (get_goal (sof)->note, ==, "Se også mål 3.");

  /* The two files cross, and give the same on both sides. */
  merge = memory_collection_merge (bif, crossing);
  changes = take_changes (merge, TAL_CHOICE_OPEN);
  memory_collection_apply (bif, changes);
  memory_collection_assert_equal (bif, sof);
}

static void
test_merge_choice_decides_conflicts (void)
{
  static const struct
  {
    TalChoice   choice;
    gboolean    open;
    gint64      value;
    const char *wording;
  } cases[] = {
    { TAL_CHOICE_OPEN, TRUE, 270, "Vores" },
    { TAL_CHOICE_OURS, FALSE, 270, "Vores" },
    { TAL_CHOICE_THEIRS, FALSE, 269, "Deres" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MemoryCollection) bif = load_bif ();
      g_autoptr (MemoryCollection) sof = make_other (bif);
      g_autoptr (TalBundle)        bundle = NULL;
      g_autoptr (TalMerge)         merge = NULL;
      g_autoptr (TalChangeSet)     changes = NULL;
      g_autofree char             *sentence = NULL;

      set_value (bif, 42, "2023", 269);
      set_value (sof, 42, "2023", 270);
      set_wording (bif, "Deres");
      set_wording (sof, "Vores");
      set_note (bif, "Deres note");
      set_value (bif, SERIES, "2022", 501);

      bundle = send_bundle (bif);
      merge = memory_collection_merge (sof, bundle);
      changes = take_changes (merge, cases[i].choice);
      g_assert_cmpint (tal_merge_is_open (merge), ==, cases[i].open);
      g_assert_cmpuint (count_conflicts (merge), ==, 2);
      g_assert_cmpint (get_conflict (merge, 0)->reason, ==, TAL_CONFLICT_BOTH_CHANGED);
      g_assert_cmpuint (get_conflict (merge, 0)->fields->len, ==, 1);
      sentence = tal_difference_dup_sentence (get_conflict (merge, 0), sof->catalogue);
      g_assert_cmpstr (sentence, ==, "Goal 2, Wording: It was changed both here and there.");
      g_assert_cmpuint (tal_merge_get_counts (merge)->n_new, ==, 1);

      memory_collection_apply (sof, changes);
      g_assert_cmpint (get_value (sof, 42, "2023"), ==, cases[i].value);
      g_assert_cmpint (get_value (sof, SERIES, "2022"), ==, 501);
      g_assert_cmpstr (get_goal (sof)->wording, ==, cases[i].wording);
      g_assert_cmpstr (get_goal (sof)->note, ==, cases[i].open ? NULL : "Deres note");

      /* What was decided holds: the file is not asked about again, and the other side follows. */
      if (!cases[i].open)
        {
          g_autoptr (TalMerge) again = memory_collection_merge (sof, bundle);

          g_assert_cmpuint (count_conflicts (again), ==, 0);
          exchange_all (sof, bif);
          memory_collection_assert_equal (bif, sof);
        }
    }
}

static void
test_merge_takes_a_delta (void)
{
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = make_other (bif);
  g_autoptr (TalBundle)        first = send_delta (bif);
  g_autoptr (TalBundle)        delta = NULL;
  g_autoptr (TalMerge)         merge = NULL;
  g_autoptr (TalChangeSet)     changes = NULL;
  TalKey                       goal = tal_key_for_object (TAL_KIND_GOAL, make_id (GOAL));
  TalKey                       assessment = tal_key_for_object (TAL_KIND_ASSESSMENT, make_id (61));

  /* The figure comes with its series, and that with its initiative; the goal is not needed. */
  set_value (bif, SERIES, "2023", 546);
  memory_collection_remove (bif, &assessment);
  delta = send_delta (bif);
  g_assert_cmpint (tal_bundle_get_header (delta)->picture, ==, TAL_EXCHANGE_PICTURE_DELTA);
  g_assert_cmpuint (count_records (delta), <, count_records (first));
  g_assert_null (tal_bundle_find (delta, &goal));

  merge = memory_collection_merge (sof, delta);
  changes = take_changes (merge, TAL_CHOICE_OPEN);
  g_assert_cmpuint (tal_merge_get_counts (merge)->n_changed, ==, 1);
  g_assert_cmpuint (tal_merge_get_counts (merge)->n_removed, ==, 1);
  memory_collection_apply (sof, changes);
  memory_collection_assert_equal (bif, sof);
}

/* Whoever looks sees the same conflict. */
static void
test_merge_both_sides_see_a_conflict (void)
{
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = make_other (bif);
  g_autoptr (TalBundle)        from_bif = NULL;
  g_autoptr (TalBundle)        from_sof = NULL;
  g_autoptr (TalMerge)         in_sof = NULL;
  g_autoptr (TalMerge)         in_bif = NULL;

  set_wording (bif, "Minimum 70 pct. af deltagerne");
  set_wording (sof, "Minimum 80 pct. af deltagerne");
  set_note (sof, "Se også mål 3.");
  from_bif = send_bundle (bif);
  from_sof = send_bundle (sof);
  in_sof = memory_collection_merge (sof, from_bif);
  in_bif = memory_collection_merge (bif, from_sof);

  g_assert_cmpuint (count_conflicts (in_sof), ==, 1);
  g_assert_cmpuint (count_conflicts (in_bif), ==, 1);
  g_assert_cmpuint (get_conflict (in_sof, 0)->fields->len, ==, 1);
  g_assert_cmpuint (get_conflict (in_bif, 0)->fields->len, ==, 1);
  g_assert_true (g_ptr_array_index (get_conflict (in_sof, 0)->fields, 0) ==
                 g_ptr_array_index (get_conflict (in_bif, 0)->fields, 0));
}

/* A value that one side withdraws and the other corrects is no value and no reason. */
static void
test_merge_keeps_value_and_reason_together (void)
{
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = make_other (bif);
  g_autoptr (TalBundle)        bundle = NULL;
  g_autoptr (TalMerge)         merge = NULL;
  g_autoptr (TalChangeSet)     changes = NULL;
  TalKey                       key = make_observation_key (42, "2023");
  TalObservation              *withheld = tal_record_copy (memory_collection_find (bif, &key));

  withheld->value = TAL_DECIMAL_NONE;
  withheld->missing = TAL_MISSING_WITHHELD;
  memory_collection_edit (bif, withheld);
  set_value (sof, 42, "2023", 270);

  bundle = send_bundle (bif);
  merge = memory_collection_merge (sof, bundle);
  changes = take_changes (merge, TAL_CHOICE_THEIRS);
  memory_collection_apply (sof, changes);
  g_assert_true (tal_decimal_is_none (TAL_OBSERVATION (memory_collection_find (sof, &key))->value));
  g_assert_cmpuint (count_conflicts (merge), ==, 1);
}

/* Three departments, each with figures of its own: in whatever order their files come,
 * the result is one. */
static void
test_merge_does_not_depend_on_order (void)
{
  static const guint           orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 },
                                               { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
  g_autoptr (MemoryCollection) first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (MemoryCollection) home = load_bif ();
      TalBundle                   *bundles[3];

      for (guint j = 0; j < 3; j++)
        {
          g_autoptr (MemoryCollection) other = make_other (home);
          TalSeries                   *series = copy_record (other, TAL_KIND_SERIES, SERIES);
          TalUnit                     *unit = tal_record_new (TAL_KIND_UNIT, make_id (2 + j));

          other->unit = make_id (2 + j);
          unit->short_name = g_strdup_printf ("JK%u", j);
          unit->name = g_strdup ("Jobcenter");
          series->record.id = make_id (45 + j);
          series->record.owner = other->unit;
          memory_collection_edit (other, unit);
          memory_collection_edit (other, series);
          set_value (other, 45 + j, "2023", 100 + j);
          bundles[j] = send_bundle (other);
        }

      for (guint j = 0; j < 3; j++)
        {
          g_autoptr (TalMerge)     merge = memory_collection_merge (home, bundles[orders[i][j]]);
          g_autoptr (TalChangeSet) changes = take_changes (merge, TAL_CHOICE_OPEN);

          g_assert_cmpuint (count_conflicts (merge), ==, 0);
          memory_collection_apply (home, changes);
        }
      for (guint j = 0; j < 3; j++)
        tal_bundle_free (bundles[j]);

      if (first == NULL)
        first = g_steal_pointer (&home);
      else
        memory_collection_assert_equal (first, home);
    }
}

static void
test_merge_leaves_alone_what_is_not_in_the_file (void)
{
  static const char            text[] = "<exchange xmlns='urn:indsatstal:exchange:1' version='1'"
                                        " from='0190293f-5a00-7000-8000-000000000001'"
                                        " picture='full'/>";
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = make_other (bif);
  g_autoptr (TalBundle)        empty = load_text (text);
  g_autoptr (TalMerge)         merge = memory_collection_merge (sof, empty);
  g_autoptr (TalChangeSet)     changes = take_changes (merge, TAL_CHOICE_THEIRS);

  g_assert_cmpuint (tal_change_set_get_length (changes), ==, 0);
}

static void
test_merge_takes_the_later_author_in_silence (void)
{
  g_autoptr (MemoryCollection) bif = load_bif ();
  g_autoptr (MemoryCollection) sof = make_other (bif);
  g_autoptr (TalBundle)        bundle = NULL;
  g_autoptr (TalMerge)         merge = NULL;
  g_autoptr (TalChangeSet)     changes = NULL;
  TalRecord                   *plan = copy_record (bif, TAL_KIND_PLAN, PLAN);
  TalRecord                   *initiative = copy_record (bif, TAL_KIND_INITIATIVE, INITIATIVE);

  plan->changed_at += 60;
  initiative->changed_at -= 60;
  memory_collection_put (bif, plan);
  memory_collection_put (bif, initiative);

  bundle = send_bundle (bif);
  merge = memory_collection_merge (sof, bundle);
  changes = take_changes (merge, TAL_CHOICE_OPEN);
  g_assert_cmpuint (tal_change_set_get_length (changes), ==, 1);
  g_assert_cmpuint (tal_merge_get_counts (merge)->n_unchanged, ==, count_records (bundle));
}

/* The same collection once more, with its closed figure corrected by hand. */
static TalBundle *
load_corrected (GBytes *bytes)
{
  gsize       size = 0;
  const char *text = g_bytes_get_data (bytes, &size);
  GString    *xml = g_string_new_len (text, (gssize)size);
  TalBundle  *bundle = NULL;

  g_assert_cmpuint (g_string_replace (xml, "value=\"545\"", "value=\"546\"", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (xml, "@2024-06-19", "@2024-06-20", 0), ==, 1);
  bundle = load_text (xml->str);
  g_string_free (xml, TRUE);
  return bundle;
}

static void
test_merge_takes_what_is_closed_with_its_closing (void)
{
  g_autoptr (GBytes)           bytes = load_fixture ("valid/every-kind.xml");
  g_autoptr (MemoryCollection) sof = memory_collection_new (make_id (UNIT_SOF));
  g_autoptr (GError)           error = NULL;
  g_autoptr (TalBundle)        bundle = tal_bundle_load_bytes (bytes, NULL, &error);
  g_autoptr (TalBundle)        corrected = load_corrected (bytes);

  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray)    problems = tal_problem_list_new ();
      g_autoptr (TalMerge)     merge = memory_collection_merge (sof, bundle);
      g_autoptr (TalChangeSet) changes = take_changes (merge, TAL_CHOICE_OPEN);

      g_assert_true (tal_bundle_check (bundle, sof->catalogue, problems));
      g_assert_false (tal_merge_is_open (merge));
      g_assert_cmpuint (tal_change_set_get_length (changes), ==,
                        i == 0 ? count_records (bundle) : 0);
      memory_collection_apply (sof, changes);
    }

  {
    g_autoptr (TalMerge)     merge = memory_collection_merge (sof, corrected);
    g_autoptr (TalChangeSet) changes = take_changes (merge, TAL_CHOICE_THEIRS);

    g_assert_cmpuint (tal_change_set_get_length (changes), ==, 0);
    g_assert_cmpuint (count_breaches (merge), ==, 1);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/merge/twice-changes-nothing", test_merge_twice_changes_nothing);
  g_test_add_func ("/exchange/merge/there-and-back-is-equal", test_merge_there_and_back_is_equal);
  g_test_add_func ("/exchange/merge/joins-changes-of-different-fields",
                   test_merge_joins_changes_of_different_fields);
  g_test_add_func ("/exchange/merge/choice-decides-conflicts", test_merge_choice_decides_conflicts);
  g_test_add_func ("/exchange/merge/takes-a-delta", test_merge_takes_a_delta);
  g_test_add_func ("/exchange/merge/both-sides-see-a-conflict",
                   test_merge_both_sides_see_a_conflict);
  g_test_add_func ("/exchange/merge/keeps-value-and-reason-together",
                   test_merge_keeps_value_and_reason_together);
  g_test_add_func ("/exchange/merge/does-not-depend-on-order", test_merge_does_not_depend_on_order);
  g_test_add_func ("/exchange/merge/leaves-alone-what-is-not-in-the-file",
                   test_merge_leaves_alone_what_is_not_in_the_file);
  g_test_add_func ("/exchange/merge/takes-the-later-author-in-silence",
                   test_merge_takes_the_later_author_in_silence);
  g_test_add_func ("/exchange/merge/takes-what-is-closed-with-its-closing",
                   test_merge_takes_what_is_closed_with_its_closing);
  return g_test_run ();
}
