/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-problem.h"

#include <glib.h>
#include <locale.h>

static void
test_problem_keeps_copies (void)
{
  char                   place[] = "row 7";
  char                   sentence[] = "The series does not exist.";
  static const char      code[] = "missing-reference";
  g_autoptr (TalProblem) problem = tal_problem_new (TAL_SEVERITY_WARNING, code, place, sentence);

  place[0] = '\0';
  sentence[0] = '\0';

  g_assert_cmpint (tal_problem_get_severity (problem), ==, TAL_SEVERITY_WARNING);
  g_assert_true (tal_problem_get_code (problem) == code);
  g_assert_cmpstr (tal_problem_get_place (problem), ==, "row 7");
  g_assert_cmpstr (tal_problem_get_sentence (problem), ==, "The series does not exist.");
}

static void
test_problem_needs_no_place (void)
{
  g_autoptr (TalProblem) problem = tal_problem_new (TAL_SEVERITY_NOTE, "empty", NULL, "Nothing.");

  g_assert_null (tal_problem_get_place (problem));
}

static void
test_problem_list_finds_its_errors (void)
{
  g_autoptr (GPtrArray) problems = tal_problem_list_new ();

  g_assert_false (tal_problem_list_has_error (problems));

  g_ptr_array_add (problems, tal_problem_new (TAL_SEVERITY_NOTE, "a", NULL, "A."));
  g_ptr_array_add (problems, tal_problem_new (TAL_SEVERITY_WARNING, "b", NULL, "B."));
  g_assert_false (tal_problem_list_has_error (problems));

  g_ptr_array_add (problems, tal_problem_new (TAL_SEVERITY_ERROR, "c", NULL, "C."));
  g_ptr_array_add (problems, tal_problem_new (TAL_SEVERITY_NOTE, "d", NULL, "D."));
  g_assert_true (tal_problem_list_has_error (problems));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/problem/keeps-copies", test_problem_keeps_copies);
  g_test_add_func ("/base/problem/needs-no-place", test_problem_needs_no_place);
  g_test_add_func ("/base/problem/list-finds-its-errors", test_problem_list_finds_its_errors);

  return g_test_run ();
}
