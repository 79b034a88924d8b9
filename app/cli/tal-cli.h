/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the verbs of indsatstal-cli share: how they are called, how they speak and how
 * they end.  A verb parses its words, calls the model, prints, and returns an exit code;
 * it decides nothing about figures.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "model/tal-collection.h"

#include <glib.h>

G_BEGIN_DECLS

/* The exit codes: a promise to scripts. */
enum
{
  TAL_CLI_DONE = 0,
  TAL_CLI_REFUSED = 1, /* or problems found */
  TAL_CLI_USAGE = 2,
};

typedef struct
{
  const char *name;
  const char *arguments; /* as the help shows them, after the name */
  const char *summary;   /* marked for translation */
  int (*run) (char **words);
} TalCliVerb;

/* Parses the options of a verb and leaves its other words, of which there must be from
 * 'least' to 'most', in 'words'.  What stands behind "--" is never an option.  FALSE where
 * the person must be told how to call it, which has been said then. */
gboolean tal_cli_parse (
    const char *verb, const GOptionEntry *options, char ***words, guint least, guint most);

/* Opens a collection, read-only where it may not be written and 'reading' says that this
 * will do.  NULL after having said why. */
TalCollection *tal_cli_open (const char *path, gboolean reading);

/* Says why on the error stream; returns TAL_CLI_REFUSED. */
int tal_cli_refuse (const GError *error);
int tal_cli_refuse_saying (const char *sentence);
/* Says how to call it; returns TAL_CLI_USAGE. */
int tal_cli_misuse (const char *verb, const char *sentence);
/* Prints a line of text, with plain spaces where paper has no-break spaces. */
void tal_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The record of that name; none where 'name' is NULL.  FALSE after having said why. */
gboolean tal_cli_find (const TalCatalogue *catalogue, TalKind kind, const char *name, TalId *ret_id);
/* A period as files write it, else as people do; unset where 'text' is NULL.  FALSE likewise. */
gboolean tal_cli_parse_period (const char *text, TalPeriod *ret_period);

int tal_cli_run_chart (char **words);
int tal_cli_run_check (char **words);
int tal_cli_run_export (char **words);
int tal_cli_run_history (char **words);
int tal_cli_run_import (char **words);
int tal_cli_run_new (char **words);
int tal_cli_run_redo (char **words);
int tal_cli_run_series (char **words);
int tal_cli_run_set (char **words);
int tal_cli_run_status (char **words);
int tal_cli_run_undo (char **words);

G_END_DECLS
