/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-references.h"

#include <glib/gi18n-lib.h>

/* The references that stand in a record's head instead of among its fields. */
static const TalField owner_field = { "owner",
                                      N_ ("Owner"),
                                          TAL_FIELD_REFERENCE,
                                          FALSE,
                                          G_STRUCT_OFFSET (TalRecord, owner),
                                          .target = TAL_KIND_UNIT };
static const TalField series_field = { "series",
                                       N_ ("Series"),
                                           TAL_FIELD_REFERENCE,
                                           TRUE,
                                           G_STRUCT_OFFSET (TalRecord, id),
                                           .target = TAL_KIND_SERIES };

static void
visit_structure (const TalStructure *structure,
                 gconstpointer       from,
                 TalReferenceFunc    func,
                 gpointer            user_data)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField *field = &structure->fields[i];
      gconstpointer   place = TAL_FIELD_AT_CONST (field, from);

      if (field->type == TAL_FIELD_REFERENCE && !tal_field_is_default (field, from))
        func (field, *(const TalId *)place, user_data);

      if (field->type == TAL_FIELD_LIST && *(GArray *const *)place != NULL)
        {
          const GArray *list = *(GArray *const *)place;

          for (guint j = 0; j < list->len; j++)
            visit_structure (field->item, list->data + j * field->item->size, func, user_data);
        }
    }
}

void
tal_record_foreach_reference (const TalRecord *self, TalReferenceFunc func, gpointer user_data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  if (!tal_id_is_none (self->owner))
    func (&owner_field, self->owner, user_data);
  if (self->kind == TAL_KIND_OBSERVATION)
    func (&series_field, self->id, user_data);

  visit_structure (tal_kind_get_structure (self->kind), self, func, user_data);
}

static void replace_in_structure (
    const TalStructure *structure, gpointer in, TalKind kind, TalId from, TalId to);

static gboolean
has_twin (const TalStructure *item, const GArray *list, guint position)
{
  for (guint i = 0; i < list->len; i++)
    {
      if (i != position && tal_structure_is_equal (item, list->data + i * item->size,
                                                   list->data + position * item->size))
        return TRUE;
    }

  return FALSE;
}

static void
replace_in_list (const TalStructure *item, GArray *list, TalKind kind, TalId from, TalId to)
{
  for (guint i = list->len; i-- > 0;)
    {
      gpointer each = list->data + i * item->size;
      gpointer before = g_malloc0 (item->size);
      gboolean changed = FALSE;

      tal_structure_copy (item, before, each);
      replace_in_structure (item, each, kind, from, to);
      changed = !tal_structure_is_equal (item, before, each);
      tal_structure_clear (item, before);
      g_free (before);
      if (!changed || !has_twin (item, list, i))
        continue;
      tal_structure_clear (item, each);
      g_array_remove_index (list, i);
    }
}

static void
replace_in_structure (const TalStructure *structure, gpointer in, TalKind kind, TalId from, TalId to)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField *field = &structure->fields[i];
      gpointer        place = TAL_FIELD_AT (field, in);

      if (field->type == TAL_FIELD_REFERENCE && field->target == kind &&
          tal_id_is_equal (*(TalId *)place, from))
        *(TalId *)place = to;
      if (field->type == TAL_FIELD_LIST && *(GArray **)place != NULL)
        replace_in_list (field->item, *(GArray **)place, kind, from, to);
    }
}

void
tal_record_replace_reference (TalRecord *self, TalKind kind, TalId from, TalId to)
{
  g_return_if_fail (self != NULL);

  replace_in_structure (tal_kind_get_structure (self->kind), self, kind, from, to);
}
