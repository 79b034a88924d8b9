/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who else has a collection on a network drive open. */

#include "config.h"

#include "base/tal-danish-date.h"
#include "model/tal-clock.h"
#include "model/tal-collection-private.h"

#include <glib/gi18n-lib.h>

void
tal_collection_announce (TalCollection *self)
{
  g_return_if_fail (self != NULL && self->presence == NULL);

  if (tal_store_is_on_network_drive (self->store) && !tal_store_is_read_only (self->store))
    self->presence = tal_presence_new (tal_store_get_path (self->store), tal_clock_get_author (),
                                       g_get_host_name (), tal_clock_get_now ());
}

char *
tal_collection_dup_in_use (TalCollection *self)
{
  g_autofree char *who = NULL;
  g_autofree char *machine = NULL;
  g_autofree char *time = NULL;
  g_autofree char *day = NULL;
  TalTime          since = TAL_TIME_NONE;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->presence == NULL || !tal_presence_find_other (self->presence, &who, &machine, &since))
    return NULL;

  time = tal_clock_format_local_time (since);
  if (tal_clock_get_local_day (since) == tal_clock_get_today ())
    return g_strdup_printf (_ ("%s has had the collection open on %s since %s o’clock. You can "
                               "both correct it, and see each other’s changes."),
                               who, machine, time);

  day = tal_danish_date_format (tal_clock_get_local_day (since), TAL_DANISH_DATE_TEXT);
  return g_strdup_printf (_ ("%s has had the collection open on %s since %s at %s o’clock. You can "
                             "both correct it, and see each other’s changes."),
                             who, machine, day, time);
}
