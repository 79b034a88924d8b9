/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One object of a collection as it was at one moment: a unit, a goal, a figure.
 * Each kind is a C structure that begins with a TalRecord and whose fields are
 * described by a TalStructure.
 *
 * A record is filled in by whoever makes it and never changed after it has been
 * given away: what is shared is const.  To change an object, copy its record,
 * change the copy and commit both in a change set.  References are counted
 * atomically, so records cross threads freely.
 */

#pragma once

#include "base/tal-id.h"
#include "base/tal-time.h"
#include "core/tal-field.h"
#include "core/tal-period.h"
#include "core/tal-versions.h"

#include <glib.h>

G_BEGIN_DECLS

/* In the order in which an exchange file writes them: a record refers only to
 * kinds before its own, or to its own kind. */
typedef enum
{
  TAL_KIND_UNIT,
  TAL_KIND_MEMBER,
  TAL_KIND_PLAN,
  TAL_KIND_INITIATIVE,
  TAL_KIND_SERIES,
  TAL_KIND_GOAL,
  TAL_KIND_OBSERVATION,
  TAL_KIND_ASSESSMENT,
  TAL_KIND_APPROPRIATION,
  TAL_KIND_CLOSING,
  TAL_KIND_REMOVAL,
} TalKind;

#define TAL_N_KINDS (TAL_KIND_REMOVAL + 1)

typedef struct
{
  gatomicrefcount ref_count;
  TalKind         kind;
  TalId           id;         /* of the object; of an observation the id of its series */
  TalId           owner;      /* the unit whose it is; none for an observation (its series') */
  TalTime         changed_at; /* when it got this content, by its owner's clock */
  char           *changed_by; /* who did it; NULL where that is not known */
  TalVersions    *versions;   /* what it grew from; NULL where its owner alone has written it */
} TalRecord;

/* What a record is found by.  The period is set for an observation, and for the
 * removal of one. */
typedef struct
{
  TalKind   kind;
  TalId     id;
  TalPeriod period;
} TalKey;

/* The fields of a kind, and the kind's fixed word ("goal"). */
const TalStructure *tal_kind_get_structure (TalKind kind);
const char         *tal_kind_get_name (TalKind kind);
/* What people call it: "goal", translated. */
const char *tal_kind_get_title (TalKind kind);
gboolean    tal_kind_from_name (const char *name, TalKind *ret_kind);

/* A new record with every field at its default, to be filled in. */
gpointer tal_record_new (TalKind kind, TalId id);
/* A new record of the same content, to be changed. */
gpointer tal_record_copy (const TalRecord *self);
gpointer tal_record_ref (const TalRecord *self);
void     tal_record_unref (const TalRecord *self);

TalKey tal_record_get_key (const TalRecord *self);
/* What it grew from, also where nothing is said: then the owner wrote it when it was changed, and
 * of a figure its statement.  'owner' is the record's, and that of its series for an observation.
 * A new reference. */
TalVersions *tal_record_ref_versions (const TalRecord *self, TalId owner);
/* Of a record that nobody else has yet: says it, or nothing where that says the same. */
void tal_record_set_versions (TalRecord *self, const TalVersions *versions, TalId owner);
/* The part of a record that a field is: itself, but of a figure all that is stated (its value, why
 * there is none, how sure it is) is one. */
const char *tal_record_get_part (const TalRecord *self, const TalField *field);
/* Fields, owner, time, author and versions, all to the letter.  Both may be NULL. */
gboolean tal_record_is_equal (const TalRecord *a, const TalRecord *b);
/* The fields alone: whether they say the same, whoever said it and when. */
gboolean tal_record_says_the_same (const TalRecord *a, const TalRecord *b);

/* The record after a check that it is of that kind. */
const TalRecord *tal_record_check (const TalRecord *self, TalKind kind);

TalKey   tal_key_for_object (TalKind kind, TalId id);
guint    tal_key_hash (gconstpointer key);
gboolean tal_key_equal (gconstpointer a, gconstpointer b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalRecord, tal_record_unref)

G_END_DECLS
