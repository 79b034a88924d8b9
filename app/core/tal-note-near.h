/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a wrong number comes about: two digits changed places, one was mistyped or lost, a
 * rounding went the wrong way.  tal_note_near_compare finds which. */

#pragma once

#include "base/tal-decimal.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_NOTE_NEAR_NOT,
  TAL_NOTE_NEAR_WEAK,   /* as two numbers of two digits may well be by chance */
  TAL_NOTE_NEAR_STRONG, /* hardly by chance */
} TalNoteNear;

/* Of two different numbers with the same number of decimals. */
TalNoteNear tal_note_near_compare (TalDecimal written, TalDecimal right);

G_END_DECLS
