/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the overview, from the top: the filters, and for each plan its heading and its
 * initiatives.  Each has a height, guessed until somebody has measured it, and with that a
 * place; nothing here is a widget, so that thousands cost nothing.
 */

#pragma once

#include "base/tal-id.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalOverviewPlaces TalOverviewPlaces;

typedef enum
{
  TAL_OVERVIEW_FILTERS,
  TAL_OVERVIEW_HEADING,
  TAL_OVERVIEW_INITIATIVE,
} TalOverviewKind;

typedef struct
{
  TalOverviewKind kind;
  TalId           id;        /* of the plan or the initiative; none for the filters */
  guint           heading;   /* the place of its plan's heading */
  guint           number;    /* of an initiative among those of its plan that are here, from 1 */
  guint           n_of_plan; /* how many these are */
  int             top;       /* in pixels from the top */
  int             height;
  gboolean        guessed; /* until it, or the first that was guessed the same, is measured */
} TalOverviewPlace;

/* With the filters and nothing else. */
TalOverviewPlaces *tal_overview_places_new (void);
void               tal_overview_places_free (TalOverviewPlaces *self);

void tal_overview_places_add_plan (TalOverviewPlaces *self, TalId plan);
/* To the plan that was added last. */
void tal_overview_places_add_initiative (TalOverviewPlaces *self, TalId initiative, guint n_goals);
/* Takes the heights over that were there before. */
void tal_overview_places_take_heights (TalOverviewPlaces *self, const TalOverviewPlaces *before);

guint                   tal_overview_places_get_length (const TalOverviewPlaces *self);
const TalOverviewPlace *tal_overview_places_get (const TalOverviewPlaces *self, guint place);
/* In pixels, the margins included. */
int tal_overview_places_get_total (const TalOverviewPlaces *self);
/* G_MAXUINT where it isn't here. */
guint tal_overview_places_find (const TalOverviewPlaces *self, TalId id);
/* The last place that begins at or above a number of pixels from the top. */
guint tal_overview_places_find_at (const TalOverviewPlaces *self, int y);
/* Says how high a place is.  FALSE where that was known. */
gboolean tal_overview_places_set_height (TalOverviewPlaces *self, guint place, int height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalOverviewPlaces, tal_overview_places_free)

G_END_DECLS
