/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-versions.h"

/* BIF and SOF, and a third that has no unit. */
#define BIF "0190aaaa-0000-7000-8000-000000000001"
#define SOF "0190aaaa-0000-7000-8000-000000000002"

static TalVersions *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  TalVersions       *versions = NULL;

  if (text[0] == '\0')
    return NULL;

  g_assert_true (tal_versions_parse (text, &versions, &error));
  g_assert_no_error (error);
  return versions;
}

static const struct
{
  const char     *a;
  const char     *b;
  TalVersionOrder order;
  const char     *joined;
} pairs[] = {
  { "", "", TAL_VERSIONS_EQUAL, "" },
  { "", BIF "@2024-01-12T10:00:00Z", TAL_VERSIONS_OLDER, BIF "@2024-01-12T10:00:00Z" },
  { BIF "@2024-01-12T10:00:00Z", BIF "@2024-01-12T10:00:00Z", TAL_VERSIONS_EQUAL,
    BIF "@2024-01-12T10:00:00Z" },
  { BIF "@2024-01-12T10:00:01Z", BIF "@2024-01-12T10:00:00Z", TAL_VERSIONS_NEWER,
    BIF "@2024-01-12T10:00:01Z" },
  { BIF "@2024-01-12T10:00:00Z", SOF "@2023-01-12T10:00:00Z", TAL_VERSIONS_CONCURRENT,
    BIF "@2024-01-12T10:00:00Z " SOF "@2023-01-12T10:00:00Z" },
  { BIF "@2024-01-12T10:00:00Z " SOF "@2024-02-01T08:00:00Z", BIF "@2024-01-12T10:00:00Z",
    TAL_VERSIONS_NEWER, BIF "@2024-01-12T10:00:00Z " SOF "@2024-02-01T08:00:00Z" },
  { BIF "@2024-03-01T10:00:00Z", BIF "@2024-01-12T10:00:00Z " SOF "@2024-02-01T08:00:00Z",
    TAL_VERSIONS_CONCURRENT, BIF "@2024-03-01T10:00:00Z " SOF "@2024-02-01T08:00:00Z" },
  /* Those without a unit cannot be told apart by their clocks. */
  { "@2024-01-12T10:00:00Z", "@2024-01-12T10:00:00Z", TAL_VERSIONS_EQUAL, "@2024-01-12T10:00:00Z" },
  { "@2024-01-12T10:00:01Z", "@2024-01-12T10:00:00Z", TAL_VERSIONS_CONCURRENT,
    "@2024-01-12T10:00:01Z" },
};

static TalVersionOrder
turn (TalVersionOrder order)
{
  if (order == TAL_VERSIONS_OLDER)
    return TAL_VERSIONS_NEWER;

  return order == TAL_VERSIONS_NEWER ? TAL_VERSIONS_OLDER : order;
}

static void
test_versions_say_who_has_seen_whom (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (TalVersions) a = parse (pairs[i].a);
      g_autoptr (TalVersions) b = parse (pairs[i].b);

      g_assert_cmpint (tal_versions_compare (a, b), ==, pairs[i].order);
      g_assert_cmpint (tal_versions_compare (b, a), ==, turn (pairs[i].order));
    }
}

static void
test_versions_that_are_joined_have_seen_both (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (TalVersions) a = parse (pairs[i].a);
      g_autoptr (TalVersions) b = parse (pairs[i].b);
      g_autoptr (TalVersions) joined = tal_versions_join (a, b);
      g_autoptr (TalVersions) other_way = tal_versions_join (b, a);
      g_autofree char        *text = tal_versions_to_string (joined);

      g_assert_cmpstr (text, ==, pairs[i].joined);
      g_assert_true (tal_versions_is_equal (joined, other_way));
    }
}

static void
test_versions_advance_one_writer (void)
{
  g_autoptr (TalVersions) before = parse (BIF "@2024-01-12T10:00:00Z " SOF "@2024-02-01T08:00:00Z");
  g_autoptr (TalVersions) after = NULL;
  g_autofree char        *text = NULL;
  TalId                   sof = TAL_ID_NONE;

  g_assert_true (tal_id_parse (SOF, &sof, NULL));
  after = tal_versions_advance (before, sof, tal_versions_get_time (before, sof) + 60);
  text = tal_versions_to_string (after);

  g_assert_cmpstr (text, ==, BIF "@2024-01-12T10:00:00Z " SOF "@2024-02-01T08:01:00Z");
  g_assert_cmpint (tal_versions_compare (after, before), ==, TAL_VERSIONS_NEWER);
  g_assert_true (tal_versions_get_time (after, tal_id_new ()) == TAL_TIME_NONE);
}

/* Two who changed different parts of one thing, neither knowing of the other. */
static void
test_versions_tell_whose_parts_are_news (void)
{
  g_autoptr (TalVersions) a =
      parse (BIF "@2024-03-01T10:00:00Z note=" BIF "@2024-01-01T10:00:00Z wording=" BIF
                 "@2024-03-01T10:00:00Z");
  g_autoptr (TalVersions) b = parse (BIF "@2024-01-12T10:00:00Z " SOF
                                         "@2024-02-01T08:00:00Z note=" SOF "@2024-02-01T08:00:00Z");
  g_autoptr (TalVersions) joined = tal_versions_join (a, b);
  g_autoptr (TalVersions) as_made =
      tal_versions_set_part (joined, "note", TAL_ID_NONE, TAL_TIME_NONE);
  g_autofree char *text = tal_versions_to_string (joined);
  g_autofree char *less = tal_versions_to_string (as_made);

  g_assert_true (tal_versions_has_news (a, "wording", b));
  g_assert_false (tal_versions_has_news (a, "note", b));
  g_assert_true (tal_versions_has_news (b, "note", a));
  g_assert_false (tal_versions_has_news (b, "wording", a));
  g_assert_false (tal_versions_has_news (joined, "note", joined));
  g_assert_cmpstr (text, ==,
                   BIF "@2024-03-01T10:00:00Z " SOF "@2024-02-01T08:00:00Z note=" SOF
                       "@2024-02-01T08:00:00Z wording=" BIF "@2024-03-01T10:00:00Z");
  g_assert_cmpstr (less, ==,
                   BIF "@2024-03-01T10:00:00Z " SOF "@2024-02-01T08:00:00Z wording=" BIF
                       "@2024-03-01T10:00:00Z");
}

/* A list, as XML Schema has it. */
static void
test_versions_are_read_in_any_order (void)
{
  g_autoptr (TalVersions) versions = parse ("  " SOF "@2024-02-01T08:00:00Z\n" BIF
                                            "@2024-01-12T10:00:00Z " SOF "@2023-02-01T08:00:00Z ");
  g_autofree char        *text = tal_versions_to_string (versions);

  g_assert_cmpstr (text, ==, BIF "@2024-01-12T10:00:00Z " SOF "@2024-02-01T08:00:00Z");
}

static void
test_versions_refuse_what_is_none (void)
{
  static const char *const texts[] = {
    "",
    " ",
    BIF,
    "2024-01-12T10:00:00Z",
    BIF "@",
    BIF "@2024-02-30T10:00:00Z",
    BIF "@2024-01-12T10:00:00",
    "00000000-0000-0000-0000-000000000000@2024-01-12T10:00:00Z",
    "0190AAAA-0000-7000-8000-000000000001@2024-01-12T10:00:00Z",
    BIF "@2024-01-12T10:00:00Z," SOF "@2024-01-12T10:00:00Z",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      TalVersions       *versions = NULL;

      g_assert_false (tal_versions_parse (texts[i], &versions, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT);
      g_assert_null (versions);
    }
}

static void
test_versions_refuse_too_many_writers (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i <= TAL_VERSIONS_MOST; i++)
    {
      g_autoptr (TalVersions) versions = NULL;
      char                    id[TAL_ID_STRING_LENGTH + 1];

      tal_id_format (tal_id_new (), id);
      g_string_append_printf (text, "%s%s@2024-01-12T10:00:00Z", i > 0 ? " " : "", id);
      g_assert_cmpint (tal_versions_parse (text->str, &versions, NULL), ==, i < TAL_VERSIONS_MOST);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/versions/say-who-has-seen-whom", test_versions_say_who_has_seen_whom);
  g_test_add_func ("/core/versions/that-are-joined-have-seen-both",
                   test_versions_that_are_joined_have_seen_both);
  g_test_add_func ("/core/versions/advance-one-writer", test_versions_advance_one_writer);
  g_test_add_func ("/core/versions/tell-whose-parts-are-news",
                   test_versions_tell_whose_parts_are_news);
  g_test_add_func ("/core/versions/are-read-in-any-order", test_versions_are_read_in_any_order);
  g_test_add_func ("/core/versions/refuse-what-is-none", test_versions_refuse_what_is_none);
  g_test_add_func ("/core/versions/refuse-too-many-writers", test_versions_refuse_too_many_writers);
  return g_test_run ();
}
