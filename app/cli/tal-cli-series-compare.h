/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The newest figures of a few series beside one another, and whether they may stand so. */

#pragma once

#include "cli/tal-cli-span.h"
#include "model/tal-collection.h"

#include <glib.h>

G_BEGIN_DECLS

/* The newest figure of each named series within the span, and the note on them.  Returns the
 * exit code, after having said why where it refuses. */
int tal_cli_series_compare (TalCollection *collection, char **names, const TalCliSpan *span);

G_END_DECLS
