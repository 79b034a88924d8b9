/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-depths.h"

#include "core/tal-references.h"

/* A record directly below another of its kind. */
typedef struct
{
  guint lower;
  guint upper;
} Link;

struct _TalDepths
{
  GHashTable *positions; /* TalId inside a record → position of the record plus 1 */
  GArray     *links;     /* of Link */
  GArray     *depths;    /* of guint, by position */
};

typedef struct
{
  TalDepths *self;
  TalKind    kind;
  guint      position;
} Visit;

static guint
find_position (const TalDepths *self, TalId id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, &id));
}

/* An owner is no parent: units own each other and themselves. */
static void
referred_cb (const TalField *field, TalId target, gpointer user_data)
{
  Visit *visit = user_data;
  guint  found = 0;
  Link   link = { 0 };

  if ((TalKind)field->target != visit->kind || g_str_equal (field->name, "owner"))
    return;

  found = find_position (visit->self, target);
  if (found == 0)
    return;

  link.lower = visit->position;
  link.upper = found - 1;
  g_array_append_val (visit->self->links, link);
}

/* Everything sinks by one level a round, until nothing sinks any more. */
static void
sink (TalDepths *self)
{
  gboolean moved = TRUE;

  for (guint round = 0; round < TAL_DEPTHS_DEEPEST && moved; round++)
    {
      moved = FALSE;
      for (guint i = 0; i < self->links->len; i++)
        {
          const Link *link = &g_array_index (self->links, Link, i);
          guint      *lower = &g_array_index (self->depths, guint, link->lower);
          guint       upper = g_array_index (self->depths, guint, link->upper);
          guint       wanted = MIN (upper + 1, TAL_DEPTHS_DEEPEST);

          if (*lower < wanted)
            {
              *lower = wanted;
              moved = TRUE;
            }
        }
    }
}

TalDepths *
tal_depths_new (const GPtrArray *records)
{
  TalDepths *self = NULL;

  g_return_val_if_fail (records != NULL, NULL);

  self = g_new0 (TalDepths, 1);
  self->positions = g_hash_table_new (tal_id_key_hash, tal_id_key_equal);
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  self->depths = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (self->depths, records->len);

  for (guint i = 0; i < records->len; i++)
    {
      TalRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (self->positions, &record->id, GUINT_TO_POINTER (i + 1));
    }

  for (guint i = 0; i < records->len; i++)
    {
      const TalRecord *record = g_ptr_array_index (records, i);
      Visit            visit = { self, record->kind, i };

      tal_record_foreach_reference (record, referred_cb, &visit);
    }

  sink (self);
  return self;
}

void
tal_depths_free (TalDepths *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->positions);
  g_array_unref (self->links);
  g_array_unref (self->depths);
  g_free (self);
}

guint
tal_depths_get_depth (const TalDepths *self, const TalRecord *record)
{
  guint found = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (record != NULL, 0);

  found = find_position (self, record->id);
  g_return_val_if_fail (found > 0, 0);

  return g_array_index (self->depths, guint, found - 1);
}
