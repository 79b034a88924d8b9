/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A share that a sentence works out of its own numbers: "1.284 borgere, hvoraf 412 er kvinder,
 * svarende til 32 pct." */

#pragma once

#include "core/tal-mention.h"
#include "core/tal-note-sentence.h"

#include <glib.h>

G_BEGIN_DECLS

/* What the share should be, with its own decimals, where the sentence tells it to be that of the
 * two numbers before and it is nearly that.  FALSE where it is right, or of anything else. */
gboolean tal_note_quotient_find_right (const TalNoteSentence *sentence,
                                       const TalMention      *share,
                                       TalDecimal            *ret_right);

G_END_DECLS
