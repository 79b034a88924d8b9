/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers of a text that are no figures: tal_mention_skip_other knows them, so that the reader of
 * mentions passes them over. */

#pragma once

#include "core/tal-danish-token.h"

#include <glib.h>

G_BEGIN_DECLS

/* How many tokens from 'at' on are a date, a year or period, an ordinal, a reference, a
 * number of a case, law or law's paragraph, an age, a clock time, a range or a part of a
 * name; 0 where the number there may be a figure.  'at' must be a number. */
guint tal_mention_skip_other (const TalDanishTokens *tokens, guint at);

G_END_DECLS
