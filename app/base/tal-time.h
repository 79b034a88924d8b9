/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A point in time, in whole seconds since the beginning of 1970, UTC.  Its text
 * form is ISO 8601 with a final Z ("2024-06-18T08:42:00Z") and nothing else.
 * TAL_TIME_NONE means "not known".  It reads no clock.
 */

#pragma once

#include "base/tal-day.h"

#include <glib.h>

G_BEGIN_DECLS

typedef gint64 TalTime;

#define TAL_TIME_NONE G_MININT64

/* TAL_ERROR_INVALID_TEXT.  There is no leap second. */
gboolean tal_time_parse (const char *text, TalTime *ret_time, GError **error);
/* The time must not be TAL_TIME_NONE and lie in the years of TalDay. */
char *tal_time_to_string (TalTime self);
/* The day in UTC on which the time lies. */
TalDay tal_time_get_day (TalTime self);

G_END_DECLS
