/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editing the lists that everything else is described by: plans, units and the members of the
 * four dimensions.  One field at a time, so that two people who edit different fields of the
 * same object do not undo one another.
 */

#pragma once

#include "core/tal-writer.h"

#include <glib.h>

G_BEGIN_DECLS

/* One field of one object, as it shall be. */
typedef struct
{
  TalKind         kind;
  TalId           id;
  const TalField *field;
  char          **texts; /* the canonical text, or none for the default; of a list one for each
                            item, whose only field it is */
} TalFieldRequest;

/* Copies the texts; NULL is none. */
TalFieldRequest *tal_field_request_new (TalKind            kind,
                                        TalId              id,
                                        const TalField    *field,
                                        const char *const *texts);
void             tal_field_request_free (TalFieldRequest *self);

/* A TalChangeMaker.  TAL_ERROR_NOT_FOUND where the object isn't there; the errors of
 * tal_field_read_text. */
TalChangeSet *tal_list_edit_set_field (const TalCatalogue *catalogue,
                                       TalRunSource       *runs,
                                       const TalWriter    *writer,
                                       gconstpointer       field_request,
                                       GError            **error);

/* A TalChangeMaker whose request is a TalKey: the object goes, which nothing refers to.
 * TAL_ERROR_INVALID_RECORD with who does, or where it is the unit whose collection it is. */
TalChangeSet *tal_list_edit_remove (const TalCatalogue *catalogue,
                                    TalRunSource       *runs,
                                    const TalWriter    *writer,
                                    gconstpointer       key,
                                    GError            **error);

typedef struct
{
  TalId from; /* the member that goes */
  TalId into; /* the one that stays, of the same dimension */
} TalMergeRequest;

/* A TalChangeMaker: two members become one.  What referred to the one that goes refers to the
 * one that stays, which is also called by its names, and takes over what is not filled in.
 * TAL_ERROR_NOT_FOUND, TAL_ERROR_INVALID_RECORD where they are not two of one dimension. */
TalChangeSet *tal_list_edit_merge (const TalCatalogue *catalogue,
                                   TalRunSource       *runs,
                                   const TalWriter    *writer,
                                   gconstpointer       merge_request,
                                   GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalFieldRequest, tal_field_request_free)

G_END_DECLS
