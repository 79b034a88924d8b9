/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The eight places that the sidebar leads to: their fixed words (settings, actions),
 * and what people call them.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_DESTINATION_OVERVIEW,
  TAL_DESTINATION_ENTRY,
  TAL_DESTINATION_TARGET_GROUPS,
  TAL_DESTINATION_OFFERS,
  TAL_DESTINATION_APPROPRIATIONS,
  TAL_DESTINATION_BRIEFINGS,
  TAL_DESTINATION_EXCHANGE,
  TAL_DESTINATION_HISTORY,
} TalDestination;

#define TAL_N_DESTINATIONS (TAL_DESTINATION_HISTORY + 1)

/* "target-groups". */
const char *tal_destination_get_name (TalDestination self);
gboolean    tal_destination_from_name (const char *name, TalDestination *ret_destination);
const char *tal_destination_get_title (TalDestination self);
const char *tal_destination_get_icon_name (TalDestination self);
/* The heading that begins with this destination; NULL where none does. */
const char *tal_destination_get_heading (TalDestination self);

/* Whether it is still to come, and then what its empty page says. */
gboolean    tal_destination_is_coming (TalDestination self);
const char *tal_destination_get_coming_title (TalDestination self);
const char *tal_destination_get_coming_text (TalDestination self);

G_END_DECLS
