/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "base/tal-problem.h"
#include "core/tal-initiative.h"
#include "core/tal-list-edit.h"
#include "core/tal-member.h"
#include "core/tal-plan.h"
#include "core/tal-references.h"
#include "core/tal-unit.h"
#include "core/tal-usage.h"
#include "core/tal-validate.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

#define N_MEMBERS 9
#define N_ROUNDS 300

static const TalWriter writer = { 0, "AJ", { { 0 } }, tal_id_new };

static TalMember *
add_member (Sample *sample, const char *name, const TalMember *parent)
{
  TalMember *member = sample_add_record (sample, TAL_KIND_MEMBER);

  member->dimension = TAL_DIMENSION_AREA;
  member->name = g_strdup (name);
  if (parent != NULL)
    member->parent = parent->record.id;
  return member;
}

static TalInitiative *
add_initiative (Sample *sample, const char *name, const TalMember *area, const TalMember *other)
{
  TalPlan           *plan = sample_add_record (sample, TAL_KIND_PLAN);
  TalInitiative     *initiative = sample_add_record (sample, TAL_KIND_INITIATIVE);
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (TalId));

  plan->name = g_strdup ("Områdebaserede indsatser");
  initiative->plan = plan->record.id;
  initiative->name = g_strdup (name);
  g_array_append_val (areas, area->record.id);
  if (other != NULL)
    g_array_append_val (areas, other->record.id);
  tal_initiative_set_links (initiative, TAL_INITIATIVE_AREAS, areas);
  return initiative;
}

static const TalField *
get_field (TalKind kind, const char *name)
{
  const TalStructure *structure = tal_kind_get_structure (kind);

  for (guint i = 0; i < structure->n_fields; i++)
    {
      if (g_str_equal (structure->fields[i].name, name))
        return &structure->fields[i];
    }

  g_assert_not_reached ();
}

/* The catalogue with the changes in it, and what the rules say of them in 'ret_problem'. */
static TalCatalogue *
apply (Sample *sample, const TalChangeSet *changes, char **ret_problem)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify)tal_problem_free);
  TalCatalogue *after = tal_catalogue_apply (sample_get_catalogue (sample), changes, &error);

  g_assert_no_error (error);
  if (!tal_validate_changes (after, changes, problems))
    *ret_problem = g_strdup (tal_problem_get_code (g_ptr_array_index (problems, 0)));
  return after;
}

static void
test_list_edit_sets_one_field (void)
{
  static const struct
  {
    TalKind     kind;
    const char *field;
    const char *texts[3];
    const char *problem; /* that the rules find; NULL for none */
    gboolean    refused;
  } cases[] = {
    { TAL_KIND_PLAN, "name", { "Integrationshandleplanen" }, NULL, FALSE },
    { TAL_KIND_PLAN, "name", { NULL }, "missing-field", FALSE },
    { TAL_KIND_PLAN, "first-day", { "2019-01-01" }, NULL, FALSE },
    { TAL_KIND_PLAN, "first-day", { "i morgen" }, NULL, TRUE },
    { TAL_KIND_PLAN, "frame", { "3500000" }, NULL, FALSE },
    { TAL_KIND_PLAN, "not-comparable", { "true" }, NULL, FALSE },
    { TAL_KIND_PLAN, "kind", { "agreement" }, NULL, FALSE },
    { TAL_KIND_PLAN, "kind", { "promise" }, NULL, TRUE },
    { TAL_KIND_MEMBER, "aliases", { "Bispebjerg", "Nordvest" }, NULL, FALSE },
    { TAL_KIND_MEMBER, "aliases", { NULL }, NULL, FALSE },
    { TAL_KIND_MEMBER, "definition", { "Postnummer 2400" }, NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sample)          sample = sample_new ();
      TalMember                  *member = add_member (sample, "Bispebjerg-Nordvest", NULL);
      TalPlan                    *plan = sample_add_record (sample, TAL_KIND_PLAN);
      g_autoptr (TalFieldRequest) request = NULL;
      g_autoptr (TalChangeSet)    changes = NULL;
      g_autoptr (TalCatalogue)    after = NULL;
      g_autoptr (GError)          error = NULL;
      g_autofree char            *problem = NULL;

      g_test_message ("%s %s", cases[i].field, cases[i].texts[0]);
      plan->name = g_strdup ("Budgetaftale 2015");
      request = tal_field_request_new (cases[i].kind,
                                       cases[i].kind == TAL_KIND_PLAN ? plan->record.id
                                                                      : member->record.id,
                                       get_field (cases[i].kind, cases[i].field), cases[i].texts);
      changes = tal_list_edit_set_field (sample_get_catalogue (sample), &sample->source, &writer,
                                         request, &error);
      if (cases[i].refused)
        {
          g_assert_null (changes);
          g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT);
          continue;
        }

      g_assert_no_error (error);
      after = apply (sample, changes, &problem);
      g_assert_cmpstr (problem, ==, cases[i].problem);
    }
}

static void
test_list_edit_says_nothing_anew (void)
{
  g_autoptr (Sample)          sample = sample_new ();
  TalMember                  *member = add_member (sample, "Tingbjerg", NULL);
  g_autoptr (TalFieldRequest) request = NULL;
  g_autoptr (TalChangeSet)    changes = NULL;
  g_autoptr (GError)          error = NULL;
  const char                 *texts[] = { "Tingbjerg", NULL };

  request = tal_field_request_new (TAL_KIND_MEMBER, member->record.id,
                                   get_field (TAL_KIND_MEMBER, "name"), texts);
  changes = tal_list_edit_set_field (sample_get_catalogue (sample), &sample->source, &writer,
                                     request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tal_change_set_get_length (changes), ==, 0);
}

static void
test_list_edit_lets_the_rules_refuse_a_ring (void)
{
  g_autoptr (Sample)          sample = sample_new ();
  TalMember                  *whole = add_member (sample, "København", NULL);
  TalMember                  *part = add_member (sample, "Tingbjerg", whole);
  g_autoptr (TalFieldRequest) request = NULL;
  g_autoptr (TalChangeSet)    changes = NULL;
  g_autoptr (TalCatalogue)    after = NULL;
  g_autoptr (GError)          error = NULL;
  g_autofree char            *problem = NULL;
  char                        id[TAL_ID_STRING_LENGTH + 1];
  const char                 *texts[] = { id, NULL };

  tal_id_format (part->record.id, id);
  request = tal_field_request_new (TAL_KIND_MEMBER, whole->record.id,
                                   get_field (TAL_KIND_MEMBER, "parent"), texts);
  changes = tal_list_edit_set_field (sample_get_catalogue (sample), &sample->source, &writer,
                                     request, &error);
  g_assert_no_error (error);
  after = apply (sample, changes, &problem);
  g_assert_cmpstr (problem, ==, "ring");
}

static void
test_list_edit_keeps_what_others_refer_to (void)
{
  g_autoptr (Sample)       sample = sample_new ();
  TalMember               *used = add_member (sample, "Tingbjerg", NULL);
  TalMember               *unused = add_member (sample, "Udenbys", NULL);
  g_autoptr (GPtrArray)    users = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (TalCatalogue) after = NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *problem = NULL;
  g_autofree char         *reason = NULL;
  TalKey                   key = tal_record_get_key (&used->record);

  for (guint i = 0; i < 5; i++)
    add_initiative (sample, "Fritidsjob til unge", used, NULL);
  users = tal_usage_list_users (sample_get_catalogue (sample), &used->record);
  g_assert_cmpuint (users->len, ==, 5);
  reason = tal_usage_explain (sample_get_catalogue (sample), &used->record, users);
  g_assert_cmpstr (reason, ==,
                   "“Tingbjerg” cannot be deleted while it is used here: The initiative "
                   "“Fritidsjob til unge”, The initiative “Fritidsjob til unge”, The initiative "
                   "“Fritidsjob til unge” and 2 more.");
  g_assert_null (
      tal_list_edit_remove (sample_get_catalogue (sample), &sample->source, &writer, &key, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD);
  g_clear_error (&error);

  key = tal_record_get_key (&unused->record);
  changes =
      tal_list_edit_remove (sample_get_catalogue (sample), &sample->source, &writer, &key, &error);
  g_assert_no_error (error);
  after = apply (sample, changes, &problem);
  g_assert_null (problem);
  g_assert_null (tal_catalogue_find (after, TAL_KIND_MEMBER, unused->record.id));
}

static void
test_list_edit_keeps_the_unit_whose_collection_it_is (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalUnit           *unit = sample_add_record (sample, TAL_KIND_UNIT);
  TalWriter          own = { 0, "AJ", unit->record.id, tal_id_new };
  TalKey             key = tal_record_get_key (&unit->record);
  g_autoptr (GError) error = NULL;

  unit->name = g_strdup ("Beskæftigelses- og Integrationsforvaltningen");
  g_assert_null (
      tal_list_edit_remove (sample_get_catalogue (sample), &sample->source, &own, &key, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD);
}

static void
test_list_edit_merges_names_parts_and_references (void)
{
  g_autoptr (Sample)       sample = sample_new ();
  TalMember               *from = add_member (sample, "Bispebjerg-Nordvest", NULL);
  TalMember               *into = add_member (sample, "Bispebjerg", from);
  TalMember               *part = add_member (sample, "Bispeparken", from);
  TalInitiative           *both = add_initiative (sample, "Lokale jobindsatser", from, into);
  TalMergeRequest          request = { from->record.id, into->record.id };
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (TalCatalogue) after = NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *problem = NULL;
  const TalMember         *merged = NULL;

  from->definition = g_strdup ("Postnummer 2400");
  changes = tal_list_edit_merge (sample_get_catalogue (sample), &sample->source, &writer, &request,
                                 &error);
  g_assert_no_error (error);
  after = apply (sample, changes, &problem);
  g_assert_null (problem);

  merged = TAL_MEMBER (tal_catalogue_find (after, TAL_KIND_MEMBER, into->record.id));
  g_assert_cmpstr (merged->definition, ==, "Postnummer 2400");
  g_assert_cmpuint (merged->aliases->len, ==, 1);
  g_assert_cmpstr (g_array_index (merged->aliases, TalMemberAlias, 0).name, ==,
                   "Bispebjerg-Nordvest");
  g_assert_true (tal_id_is_none (merged->parent));
  g_assert_true (
      tal_id_is_equal (TAL_MEMBER (tal_catalogue_find (after, TAL_KIND_MEMBER, part->record.id))
                           ->parent,
                       into->record.id));
  g_assert_cmpuint (tal_initiative_get_n_links (TAL_INITIATIVE (
                                                    tal_catalogue_find (after, TAL_KIND_INITIATIVE,
                                                                        both->record.id)),
                                                TAL_INITIATIVE_AREAS),
                    ==, 1);
}

static void
test_list_edit_does_not_merge_dimensions (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalMember         *area = add_member (sample, "Tingbjerg", NULL);
  TalMember         *offer = add_member (sample, "Virksomhedspraktik", NULL);
  TalMergeRequest    request = { area->record.id, offer->record.id };
  g_autoptr (GError) error = NULL;

  offer->dimension = TAL_DIMENSION_OFFER;
  g_assert_null (tal_list_edit_merge (sample_get_catalogue (sample), &sample->source, &writer,
                                      &request, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD);
}

/* Whichever two of a tree become one: no rule is broken, nothing refers to the one that went,
 * and taking it back gives the collection as it was. */
static void
test_list_edit_merges_any_two (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (Sample)       sample = sample_new ();
      TalMember               *members[N_MEMBERS];
      g_autoptr (TalChangeSet) changes = NULL;
      g_autoptr (TalChangeSet) inverse = NULL;
      g_autoptr (TalChangeSet) left = NULL;
      g_autoptr (TalCatalogue) after = NULL;
      g_autoptr (TalCatalogue) back = NULL;
      g_autoptr (GPtrArray)    users = NULL;
      g_autoptr (GError)       error = NULL;
      g_autofree char         *problem = NULL;
      TalMergeRequest          request;
      gint32                   from = g_test_rand_int_range (0, N_MEMBERS);
      gint32                   into = (from + g_test_rand_int_range (1, N_MEMBERS)) % N_MEMBERS;

      for (gint32 i = 0; i < N_MEMBERS; i++)
        {
          gint32 parent = g_test_rand_int_range (-1, MAX (i, 1));

          members[i] =
              add_member (sample, "Amager Øst", parent >= 0 && parent < i ? members[parent] : NULL);
          add_initiative (sample, "Lokale jobindsatser", members[i],
                          members[g_test_rand_int_range (0, i + 1)]);
        }

      request = (TalMergeRequest){ members[from]->record.id, members[into]->record.id };
      changes = tal_list_edit_merge (sample_get_catalogue (sample), &sample->source, &writer,
                                     &request, &error);
      g_assert_no_error (error);
      after = apply (sample, changes, &problem);
      g_assert_null (problem);
      users = tal_usage_list_users (after, &members[from]->record);
      g_assert_cmpuint (users->len, ==, 0);

      inverse = tal_change_set_invert (changes, TAL_ORIGIN_UNDO, NULL);
      back = tal_catalogue_apply (after, inverse, &error);
      g_assert_no_error (error);
      left = tal_catalogue_diff (sample_get_catalogue (sample), back, TAL_ORIGIN_EDIT, NULL);
      g_assert_cmpuint (tal_change_set_get_length (left), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/list-edit/sets-one-field", test_list_edit_sets_one_field);
  g_test_add_func ("/core/list-edit/says-nothing-anew", test_list_edit_says_nothing_anew);
  g_test_add_func ("/core/list-edit/lets-the-rules-refuse-a-ring",
                   test_list_edit_lets_the_rules_refuse_a_ring);
  g_test_add_func ("/core/list-edit/keeps-what-others-refer-to",
                   test_list_edit_keeps_what_others_refer_to);
  g_test_add_func ("/core/list-edit/keeps-the-unit-whose-collection-it-is",
                   test_list_edit_keeps_the_unit_whose_collection_it_is);
  g_test_add_func ("/core/list-edit/merges-names-parts-and-references",
                   test_list_edit_merges_names_parts_and_references);
  g_test_add_func ("/core/list-edit/does-not-merge-dimensions",
                   test_list_edit_does_not_merge_dimensions);
  g_test_add_func ("/core/list-edit/merges-any-two", test_list_edit_merges_any_two);
  return g_test_run ();
}
