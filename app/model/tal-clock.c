/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-clock.h"

#include "base/tal-danish-date.h"

static gpointer own_name; /* an interned text; NULL where the account's counts */

TalTime
tal_clock_get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static TalDay
get_local_day (GDateTime *local)
{
  int year = 0;
  int month = 0;
  int day = 0;

  g_date_time_get_ymd (local, &year, &month, &day);
  return tal_day_new (year, month, day);
}

TalDay
tal_clock_get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return get_local_day (now);
}

TalDay
tal_clock_get_local_day (TalTime when)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (when);

  g_return_val_if_fail (local != NULL, TAL_DAY_NONE);

  return get_local_day (local);
}

TalTime
tal_clock_get_start_of_day (guint days_back)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -(int)days_back);
  g_autoptr (GDateTime) midnight =
      g_date_time_new_local (g_date_time_get_year (then), g_date_time_get_month (then),
                             g_date_time_get_day_of_month (then), 0, 0, 0);

  return g_date_time_to_unix (midnight);
}

char *
tal_clock_format_local_time (TalTime when)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (when);

  g_return_val_if_fail (local != NULL, NULL);

  return g_strdup_printf ("%02d.%02d", g_date_time_get_hour (local),
                          g_date_time_get_minute (local));
}

static char *
format_local (TalTime when, TalDanishDateStyle style)
{
  g_autofree char *date = NULL;
  g_autofree char *time = tal_clock_format_local_time (when);

  g_return_val_if_fail (time != NULL, NULL);

  date = tal_danish_date_format (tal_clock_get_local_day (when), style);
  return g_strdup_printf ("%s %s", date, time);
}

char *
tal_clock_format_local (TalTime when)
{
  return format_local (when, TAL_DANISH_DATE_TEXT);
}

char *
tal_clock_format_local_short (TalTime when)
{
  return format_local (when, TAL_DANISH_DATE_SHORT);
}

void
tal_clock_set_author (const char *name)
{
  g_autofree char *stripped = name != NULL ? g_strstrip (g_strdup (name)) : NULL;
  const char      *kept = NULL;

  /* A thread that has asked may hold the name that stood before. */
  if (stripped != NULL && stripped[0] != '\0')
    kept = g_intern_string (stripped);
  g_atomic_pointer_set (&own_name, (gpointer)kept);
}

const char *
tal_clock_get_account_name (void)
{
  const char *name = g_get_real_name ();

  /* GLib says "Unknown" where the account has no full name. */
  if (name == NULL || name[0] == '\0' || g_str_equal (name, "Unknown"))
    return g_get_user_name ();

  return name;
}

const char *
tal_clock_get_author (void)
{
  const char *own = g_atomic_pointer_get (&own_name);

  return own != NULL ? own : tal_clock_get_account_name ();
}
