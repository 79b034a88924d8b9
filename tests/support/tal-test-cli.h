/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Running indsatstal-cli as a person or a script would, in a folder of its own. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder; /* made for the test, removed with everything in it */
  char *locale; /* LC_ALL of the commands; NULL is that of the test */
  char *input;  /* what the next command is answered; NULL for nothing */
  char *output; /* of the last command */
  char *errors;
} TalTestCli;

void tal_test_cli_init (TalTestCli *self);
void tal_test_cli_clear (TalTestCli *self);

/* A path in the folder, kept as long as the program runs. */
const char *tal_test_cli_path (TalTestCli *self, const char *name);
/* Runs the words, which end with NULL, and asserts that it ends with 'exit_code'. */
void tal_test_cli_run (TalTestCli *self, int exit_code, ...) G_GNUC_NULL_TERMINATED;
/* The same with an array. */
void tal_test_cli_run_words (TalTestCli *self, int exit_code, const char *const *words);
/* Asserts that the last command said one sentence of error: a line, ending as sentences do. */
void tal_test_cli_assert_one_sentence (TalTestCli *self);
/* The text of a file in the folder. */
char *tal_test_cli_read (TalTestCli *self, const char *name);
void  tal_test_cli_write (TalTestCli *self, const char *name, const char *text);

/* The cell of a CSV text in the given row (0 is the first below the head), by the name of
 * its column; NULL where there is no such row.  To be freed. */
char *tal_test_cli_cell (const char *csv, guint row, const char *column);
/* The row whose cells in two columns are these, from 0; asserts that there is one. */
guint tal_test_cli_find_row (const char *csv,
                             const char *column_a,
                             const char *value_a,
                             const char *column_b,
                             const char *value_b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TalTestCli, tal_test_cli_clear)

G_END_DECLS
