/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Periods as statistical files write them, in the form that TalPeriod reads: "2006K1",
 * "2006-Q1" and "2006-01-01/P3M" are "2006-Q1" or the same days.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Years, halves (H, S, B), quarters (K, Q), months (M, "2006-01"), weeks (U, W,
 * V), days and ISO 8601 intervals with an end or a duration.  NULL where it is none of them,
 * such as "2024QMAT01", a year that rolls. */
char *tal_cube_period_dup (const char *token);

/* The period that begins where 'token' does and lasts an ISO 8601 duration of whole years,
 * months, weeks or days: "2000-01" and "P1Y" are "2000-01-01/2000-12-31".  NULL where either
 * is no such thing. */
char *tal_cube_period_dup_lasting (const char *token, const char *duration);

/* The token without its letter that a PC-Axis time scale has: "20061" of 'Q' is "2006-Q1".
 * 'scale' is one of A, H, Q, M and W. */
char *tal_cube_period_dup_scaled (const char *token, char scale);
/* The next token of such a scale: "20064" of 'Q' gives "20071".  NULL where it is none. */
char *tal_cube_period_dup_next (const char *token, char scale);

G_END_DECLS
