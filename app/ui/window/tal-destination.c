/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/window/tal-destination.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *title;
  const char *heading;
  const char *coming_title;
  const char *coming_text;
} destinations[] = {
  [TAL_DESTINATION_OVERVIEW] = {
      "overview", N_ ("Overview") },
      [TAL_DESTINATION_ENTRY] = {
          "entry", N_ ("Data entry") },
          [TAL_DESTINATION_TARGET_GROUPS] = {
              "target-groups", N_ ("Target groups"), N_ ("Key figures") },
              [TAL_DESTINATION_OFFERS] = {
                  "offers", N_ ("Offers") },
                  [TAL_DESTINATION_APPROPRIATIONS] = {
                      "appropriations", N_ ("Appropriations") },
                      [TAL_DESTINATION_BRIEFINGS] = {
                          "briefings",
                          N_ ("Briefings"),
                              N_ ("Papers"),
                                  N_ ("Papers for the committee"),
                                      N_ ("Briefings that take their figures from the collection come "
                                      "in a later version.") },
                                  [TAL_DESTINATION_EXCHANGE] = {
                                      "exchange", N_ ("Import and export"), N_ ("Data") },
                                      [TAL_DESTINATION_HISTORY] = { "history", N_ ("History") },
                                      };

G_STATIC_ASSERT (G_N_ELEMENTS (destinations) == TAL_N_DESTINATIONS);

const char *
tal_destination_get_name (TalDestination self)
{
  return destinations[self].name;
}

gboolean
tal_destination_from_name (const char *name, TalDestination *ret_destination)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (ret_destination != NULL, FALSE);

  for (guint i = 0; i < TAL_N_DESTINATIONS; i++)
    {
      if (g_str_equal (destinations[i].name, name))
        {
          *ret_destination = (TalDestination)i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
tal_destination_get_title (TalDestination self)
{
  return _ (destinations[self].title);
}

const char *
tal_destination_get_icon_name (TalDestination self)
{
  switch (self)
    {
    case TAL_DESTINATION_OVERVIEW:
      return APPLICATION_ID "-overview-symbolic";
    case TAL_DESTINATION_ENTRY:
      return APPLICATION_ID "-entry-symbolic";
    case TAL_DESTINATION_TARGET_GROUPS:
      return APPLICATION_ID "-target-groups-symbolic";
    case TAL_DESTINATION_OFFERS:
      return APPLICATION_ID "-offers-symbolic";
    case TAL_DESTINATION_APPROPRIATIONS:
      return APPLICATION_ID "-appropriations-symbolic";
    case TAL_DESTINATION_BRIEFINGS:
      return APPLICATION_ID "-briefings-symbolic";
    case TAL_DESTINATION_EXCHANGE:
      return APPLICATION_ID "-exchange-symbolic";
    case TAL_DESTINATION_HISTORY:
      return APPLICATION_ID "-history-symbolic";
    }

  g_return_val_if_reached (NULL);
}

const char *
tal_destination_get_heading (TalDestination self)
{
  const char *heading = destinations[self].heading;

  return heading != NULL ? _ (heading) : NULL;
}

gboolean
tal_destination_is_coming (TalDestination self)
{
  return destinations[self].coming_title != NULL;
}

const char *
tal_destination_get_coming_title (TalDestination self)
{
  g_return_val_if_fail (tal_destination_is_coming (self), NULL);

  return _ (destinations[self].coming_title);
}

const char *
tal_destination_get_coming_text (TalDestination self)
{
  g_return_val_if_fail (tal_destination_is_coming (self), NULL);

  return _ (destinations[self].coming_text);
}
