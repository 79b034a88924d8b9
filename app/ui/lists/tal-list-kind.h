/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists that a person keeps by hand: what everything else in a collection refers to.  Each
 * says which records are in it, what its form asks for, and how a new one begins.
 */

#pragma once

#include "core/tal-catalogue.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_LIST_KIND_PLANS,
  TAL_LIST_KIND_UNITS,
  TAL_LIST_KIND_TARGET_GROUPS,
  TAL_LIST_KIND_AREAS,
  TAL_LIST_KIND_OFFERS,
  TAL_LIST_KIND_PROVIDERS,
} TalListKind;

#define TAL_N_LIST_KINDS (TAL_LIST_KIND_PROVIDERS + 1)

/* "plans", as in the targets of actions. */
gboolean tal_list_kind_from_name (const char *name, TalListKind *ret_kind);
/* Translated: "Plans of action". */
const char *tal_list_kind_get_title (TalListKind self);

/* The kind of record that is in it. */
TalKind  tal_list_kind_get_record_kind (TalListKind self);
gboolean tal_list_kind_has (TalListKind self, const TalRecord *record);
/* FALSE where the record is in none of the lists. */
gboolean tal_list_kind_for_record (const TalRecord *record, TalListKind *ret_kind);
/* The one that it is part of; none where it is part of none, or the list has no parts. */
TalId tal_list_kind_get_parent (const TalRecord *record);

/* The fields of its form, in the order in which they are asked for, NULL at the end. */
const TalField *const *tal_list_kind_get_fields (TalListKind self);

/* A new record that is part of 'parent', which may be none; it is called "New target group" and
 * the like, translated. */
TalRecord *tal_list_kind_create (TalListKind self, TalId parent);

G_END_DECLS
