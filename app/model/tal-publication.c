/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-publication.h"

#include "core/tal-unit.h"
#include "model/tal-clock.h"

static char *
dup_unit_name (TalCollection *collection)
{
  const TalRecord *unit =
      tal_catalogue_find (tal_collection_get_catalogue (collection), TAL_KIND_UNIT,
                          tal_collection_get_home_unit (collection));

  return unit != NULL ? g_strdup (TAL_UNIT (unit)->name) : NULL;
}

static TalPublication *
gather (TalCollection *collection, const TalChangeSet *changes, TalPeriod period, GError **error)
{
  TalPublication *self = NULL;
  TalStatusTable *statuses = NULL;

  statuses = tal_collection_compute_statuses (collection, period, tal_clock_get_today (), error);
  if (statuses == NULL)
    return NULL;

  self = g_new0 (TalPublication, 1);
  self->statuses = statuses;
  self->catalogue = tal_catalogue_ref (tal_collection_get_catalogue (collection));
  self->outside = tal_collection_take_outside (collection);
  self->changes = changes != NULL ? tal_change_set_ref (changes) : NULL;
  self->undo_label = tal_collection_dup_undo_label (collection);
  self->redo_label = tal_collection_dup_redo_label (collection);
  self->unit_name = dup_unit_name (collection);
  self->path = g_strdup (tal_collection_get_path (collection));
  self->in_use = tal_collection_dup_in_use (collection);
  self->read_only = tal_collection_is_read_only (collection);
  self->example = tal_collection_is_example (collection);
  self->on_network_drive = tal_collection_is_on_network_drive (collection);
  return self;
}

TalPublication *
tal_publication_new (TalCollection      *collection,
                     const TalChangeSet *changes,
                     TalPeriod           period,
                     GError            **error)
{
  TalPublication *self = NULL;

  g_return_val_if_fail (collection != NULL, NULL);

  if (!tal_collection_begin_reading (collection, error))
    return NULL;

  self = gather (collection, changes, period, error);
  tal_collection_end_reading (collection);
  return self;
}

void
tal_publication_free (TalPublication *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->catalogue, tal_catalogue_unref);
  g_clear_pointer (&self->statuses, tal_status_table_unref);
  g_clear_pointer (&self->outside, tal_change_set_unref);
  g_clear_pointer (&self->changes, tal_change_set_unref);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->unit_name);
  g_free (self->path);
  g_free (self->in_use);
  g_free (self);
}
