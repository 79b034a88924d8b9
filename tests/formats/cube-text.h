/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the program reads from a statistical file, as text that a test can compare. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line for each text, dimension ("time period: 2006=2006@2006"), note ("note on 0=1: …") and
 * cell ("3: 0,1: 12.5"); or "error" with the code of TalError.  'length' is -1 for a text. */
char *cube_text_dup (const char *bytes, gssize length);

void cube_text_assert (const char *bytes, const char *expected);
/* Refused with that code, in a sentence that has 'part' in it. */
void cube_text_assert_refused (const char *bytes, gssize length, int code, const char *part);

G_END_DECLS
