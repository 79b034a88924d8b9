/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An import of figures from another program, told: how its columns are understood, what must be
 * answered, and where every cell went. */

#pragma once

#include "cli/tal-cli-table.h"
#include "model/tal-figure-file.h"
#include "model/tal-figure-report.h"

#include <glib.h>

G_BEGIN_DECLS

/* With 'all', the columns and every difference too.  To be freed. */
char *tal_cli_figure_dup_text (const TalFigureFile   *file,
                               const TalFigureReport *report,
                               gboolean               all);
/* The question, and its suggestions by number.  To be freed. */
char *tal_cli_figure_dup_question (const TalFigureQuestion *question);
/* A row for each difference, each question and each cell that is refused. */
void tal_cli_figure_print_table (const TalFigureReport *report, TalCliFormat format);

G_END_DECLS
