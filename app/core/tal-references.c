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
