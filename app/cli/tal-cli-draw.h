/* SPDX-License-Identifier: GPL-3.0-or-later */

/* indsatstal-cli chart: a chart of a collection as a file, as words or as a table. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 'words' as the verb is given them, the name of the verb or program first.  Returns an exit
 * code. */
int tal_cli_draw (char **words);

G_END_DECLS
