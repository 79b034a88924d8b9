/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a figure is said where it is not exact: the words that Danish papers put before a
 * number, each with what it means. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_APPROXIMATION_EXACT,
  TAL_APPROXIMATION_ABOUT,     /* ca. */
  TAL_APPROXIMATION_OVER,      /* godt: a little more */
  TAL_APPROXIMATION_UNDER,     /* knap: a little less */
  TAL_APPROXIMATION_NEARLY,    /* næsten */
  TAL_APPROXIMATION_MORE_THAN, /* mere end */
  TAL_APPROXIMATION_LESS_THAN, /* under */
} TalApproximation;

/* "ca. ", "godt ": what is written before such a number, the space included; "" before an
 * exact one. */
const char *tal_approximation_get_prefix (TalApproximation approximation);

/* Passes over such a word, and the space behind it, in any of the ways that people write
 * it; EXACT where there is none.  In plain text (see tal_danish_text_dup_plain). */
TalApproximation tal_approximation_skip (const char **cursor);

G_END_DECLS
