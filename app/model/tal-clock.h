/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The only place where the program asks what time it is, and who is asking.  Everything
 * below is told.
 */

#pragma once

#include "base/tal-day.h"
#include "base/tal-time.h"

#include <glib.h>

G_BEGIN_DECLS

TalTime tal_clock_get_now (void);
/* By the calendar of the person's own time zone. */
TalDay tal_clock_get_today (void);
/* The person's day and time of day at a stored time: "18. juni 2024 10.42". */
char *tal_clock_format_local (TalTime when);
/* As it stands in the name of a file: "18-06-2024 10.42". */
char *tal_clock_format_local_short (TalTime when);
/* The person's day at a stored time, and the time of day alone: "10.42". */
TalDay tal_clock_get_local_day (TalTime when);
char  *tal_clock_format_local_time (TalTime when);
/* When the day began that is so many days before today: 0 is today. */
TalTime tal_clock_get_start_of_day (guint days_back);
/* Who works here, as the history names them: what they call themselves, else the account's
 * full name, else its name.  May be asked from any thread; the text lives as long as the
 * program. */
const char *tal_clock_get_author (void);
/* What the account says of that. */
const char *tal_clock_get_account_name (void);
/* What the person calls themselves, from now on: "Mette Holm (MHO)".  NULL or spaces for what
 * the account says. */
void tal_clock_set_author (const char *name);

G_END_DECLS
