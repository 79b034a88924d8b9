/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/overview/tal-overview-places.h"

/* In pixels: above everything, below it, and between one plan and the next. */
#define TOP_MARGIN 8
#define BOTTOM_MARGIN 36
#define PLAN_GAP 32
/* What is guessed until it is measured. */
#define FILTERS_HEIGHT 46
#define HEADING_HEIGHT 60
#define ROW_PADDING 22
#define ROW_PER_GOAL 19
#define ROW_LEAST 50

struct _TalOverviewPlaces
{
  GArray     *places; /* of TalOverviewPlace */
  GHashTable *by_id;  /* TalId * → its place */
};

static guint
hash_id (gconstpointer id)
{
  return tal_id_hash (*(const TalId *)id);
}

static gboolean
ids_are_equal (gconstpointer a, gconstpointer b)
{
  return tal_id_is_equal (*(const TalId *)a, *(const TalId *)b);
}

static TalOverviewPlace *
get_place (const TalOverviewPlaces *self, guint place)
{
  return &g_array_index (self->places, TalOverviewPlace, place);
}

static int
get_end (const TalOverviewPlaces *self, guint place)
{
  return get_place (self, place)->top + get_place (self, place)->height;
}

/* All that follow a place stand below it. */
static void
place_from (TalOverviewPlaces *self, guint first)
{
  for (guint i = first; i < self->places->len; i++)
    {
      TalOverviewPlace *each = get_place (self, i);

      each->top = i == 0 ? TOP_MARGIN : get_end (self, i - 1);
      if (each->kind == TAL_OVERVIEW_HEADING && i > 1)
        each->top += PLAN_GAP;
    }
}

static void
add (TalOverviewPlaces *self, TalOverviewPlace place)
{
  place.guessed = TRUE;
  g_array_append_val (self->places, place);
  place_from (self, self->places->len - 1);
  g_hash_table_insert (self->by_id, g_memdup2 (&place.id, sizeof place.id),
                       GUINT_TO_POINTER (self->places->len - 1));
}

TalOverviewPlaces *
tal_overview_places_new (void)
{
  TalOverviewPlaces *self = g_new0 (TalOverviewPlaces, 1);

  self->places = g_array_new (FALSE, TRUE, sizeof (TalOverviewPlace));
  self->by_id = g_hash_table_new_full (hash_id, ids_are_equal, g_free, NULL);
  add (self, (TalOverviewPlace){
                 .kind = TAL_OVERVIEW_FILTERS, .id = TAL_ID_NONE, .height = FILTERS_HEIGHT });
  return self;
}

void
tal_overview_places_free (TalOverviewPlaces *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_id);
  g_array_unref (self->places);
  g_free (self);
}

void
tal_overview_places_add_plan (TalOverviewPlaces *self, TalId plan)
{
  g_return_if_fail (self != NULL);

  add (self, (TalOverviewPlace){ .kind = TAL_OVERVIEW_HEADING,
                                 .id = plan,
                                 .heading = self->places->len,
                                 .height = HEADING_HEIGHT });
}

void
tal_overview_places_add_initiative (TalOverviewPlaces *self, TalId initiative, guint n_goals)
{
  const TalOverviewPlace *last = NULL;
  guint                   heading = 0;
  guint                   number = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->places->len > 1);

  last = get_place (self, self->places->len - 1);
  heading = last->heading;
  number = last->number + 1;
  add (self,
       (TalOverviewPlace){ .kind = TAL_OVERVIEW_INITIATIVE,
                           .id = initiative,
                           .heading = heading,
                           .number = number,
                           .height = MAX (ROW_PADDING + ROW_PER_GOAL * (int)n_goals, ROW_LEAST) });
  get_place (self, heading)->n_of_plan = number;
}

void
tal_overview_places_take_heights (TalOverviewPlaces *self, const TalOverviewPlaces *before)
{
  g_return_if_fail (self != NULL && before != NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      TalOverviewPlace *each = get_place (self, i);
      guint             found = tal_overview_places_find (before, each->id);

      if (found == G_MAXUINT)
        continue;
      each->height = get_place (before, found)->height;
      each->guessed = get_place (before, found)->guessed;
    }
  place_from (self, 0);
}

/* What was guessed the same is the same: a list that turns out longer while it is scrolled is
 * laid out again each time. */
static void
learn (TalOverviewPlaces *self, TalOverviewKind kind, int guess, int height)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      TalOverviewPlace *each = get_place (self, i);

      if (!each->guessed || each->kind != kind || each->height != guess)
        continue;
      each->height = height;
      each->guessed = FALSE;
    }
}

guint
tal_overview_places_get_length (const TalOverviewPlaces *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->places->len;
}

const TalOverviewPlace *
tal_overview_places_get (const TalOverviewPlaces *self, guint place)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (place < self->places->len, NULL);

  return get_place (self, place);
}

int
tal_overview_places_get_total (const TalOverviewPlaces *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return get_end (self, self->places->len - 1) + BOTTOM_MARGIN;
}

guint
tal_overview_places_find (const TalOverviewPlaces *self, TalId id)
{
  gpointer found = NULL;

  g_return_val_if_fail (self != NULL, G_MAXUINT);

  if (!g_hash_table_lookup_extended (self->by_id, &id, NULL, &found))
    return G_MAXUINT;

  return GPOINTER_TO_UINT (found);
}

guint
tal_overview_places_find_at (const TalOverviewPlaces *self, int y)
{
  guint first = 0;
  guint end = 0;

  g_return_val_if_fail (self != NULL, 0);

  end = self->places->len;
  while (end - first > 1)
    {
      guint middle = first + (end - first) / 2;

      if (get_place (self, middle)->top <= y)
        first = middle;
      else
        end = middle;
    }

  return first;
}

gboolean
tal_overview_places_set_height (TalOverviewPlaces *self, guint place, int height)
{
  TalOverviewPlace *found = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (place < self->places->len, FALSE);

  found = get_place (self, place);
  if (found->height == height)
    return FALSE;

  if (found->guessed)
    learn (self, found->kind, found->height, height);
  found->height = height;
  place_from (self, 0);
  return TRUE;
}
