/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-remark.h"

#include <glib.h>
#include <locale.h>

static void
add (GPtrArray *remarks, TalRemarkKind kind, guint line, const char *quote, const char *suggestion)
{
  TalRemark *remark = tal_remark_new (kind, TAL_SEVERITY_WARNING, "code", line);

  remark->quote = g_strdup (quote);
  remark->suggestion = g_strdup (suggestion);
  g_ptr_array_add (remarks, remark);
}

static char *
join_quotes (const GPtrArray *remarks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < remarks->len; i++)
    g_string_append_printf (text, "%s ", ((TalRemark *)g_ptr_array_index (remarks, i))->quote);
  return g_string_free (text, FALSE);
}

static void
test_remark_lists_follow_the_text (void)
{
  g_autoptr (GPtrArray) remarks = tal_remark_list_new ();
  g_autofree char      *quotes = NULL;

  add (remarks, TAL_REMARK_DIFFERS, 9, "c", NULL);
  add (remarks, TAL_REMARK_AGREES, 2, "a", NULL);
  add (remarks, TAL_REMARK_TABLE, 9, "d", NULL);
  add (remarks, TAL_REMARK_CLAIM, 2, "b", NULL);
  tal_remark_list_sort (remarks);
  quotes = join_quotes (remarks);
  g_assert_cmpstr (quotes, ==, "a b c d ");
}

/* 48.779 differs from the collection and from its own rows: the table says it. */
static void
test_remark_lists_say_a_thing_once (void)
{
  g_autoptr (GPtrArray) remarks = tal_remark_list_new ();
  g_autofree char      *quotes = NULL;

  add (remarks, TAL_REMARK_DIFFERS, 806, "repeated-before", "47.579");
  add (remarks, TAL_REMARK_TABLE, 806, "table", "47.579");
  add (remarks, TAL_REMARK_DIFFERS, 806, "repeated-behind", "47.579");
  add (remarks, TAL_REMARK_DIFFERS, 806, "another-number", "1.187");
  add (remarks, TAL_REMARK_AGREES, 806, "agrees", NULL);
  add (remarks, TAL_REMARK_DIFFERS, 807, "another-line", "47.579");
  add (remarks, TAL_REMARK_TABLE, 808, "no-suggestion", NULL);
  add (remarks, TAL_REMARK_DIFFERS, 808, "nor-here", NULL);
  tal_remark_list_drop_repeated (remarks);
  quotes = join_quotes (remarks);
  g_assert_cmpstr (quotes, ==, "table another-number agrees another-line no-suggestion nor-here ");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/remark/lists-follow-the-text", test_remark_lists_follow_the_text);
  g_test_add_func ("/core/remark/lists-say-a-thing-once", test_remark_lists_say_a_thing_once);

  return g_test_run ();
}
