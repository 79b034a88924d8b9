/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the verb "check" is split into, and for nobody else: each prints what it found and
 * returns an exit code. */

#pragma once

#include "base/tal-problem.h"
#include "cli/tal-cli-table.h"
#include "model/tal-collection.h"

#include <glib.h>

G_BEGIN_DECLS

/* TAL_CLI_REFUSED where a finding is more than a note. */
int tal_cli_check_figures (TalCollection *collection, TalCliFormat format);
/* As text it prints what is wrong, and with 'all' each number; a table has each number. */
int tal_cli_check_text (TalCollection *collection,
                        const char    *note,
                        gboolean       all,
                        TalCliFormat   format);

/* "error", "warning", "note": the fixed words of a severity, in files. */
const char *tal_cli_check_get_severity_name (TalSeverity severity);
/* The same for people, to begin a line. */
const char *tal_cli_check_get_severity_title (TalSeverity severity);

G_END_DECLS
