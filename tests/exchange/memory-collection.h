/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A collection that is nothing but memory: what the tests write, read and merge. */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-run.h"
#include "exchange/tal-bundle.h"
#include "exchange/tal-exchange-header.h"
#include "exchange/tal-merge.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalRunSource  source;
  TalCatalogue *catalogue;
  GHashTable   *observations; /* TalKey → TalRecord */
  GHashTable   *past;    /* TalKey → GPtrArray of TalRecord: what was here, the newest first */
  GHashTable   *changed; /* TalKey: since the last delta was written */
  TalChangeSet *last;    /* what was done here last; NULL for nothing */
  TalId         unit;    /* whose it is */
  TalTime       now;     /* by its clock; moves on by itself */
} MemoryCollection;

MemoryCollection *memory_collection_new (TalId unit);
/* Of all that the bundle holds. */
MemoryCollection *memory_collection_new_from_bundle (const TalBundle *bundle);
void              memory_collection_free (MemoryCollection *self);

/* Aborts where the changes do not fit. */
void memory_collection_apply (MemoryCollection *self, const TalChangeSet *changes);
/* Puts the record in the place of what has its key, as it is.  Takes it. */
void memory_collection_put (MemoryCollection *self, gpointer record);
/* The same as a person here would: now, and having seen what was there. */
void memory_collection_edit (MemoryCollection *self, gpointer record);
/* Removes what has the key, and leaves a trace. */
void memory_collection_remove (MemoryCollection *self, const TalKey *key);
/* Takes back what was done here last, as undo does: to the letter.  FALSE where that is nothing,
 * or was changed since. */
gboolean memory_collection_undo (MemoryCollection *self);
/* What a file would change here.  It lasts as long as the bundle. */
TalMerge        *memory_collection_merge (MemoryCollection *self, const TalBundle *bundle);
const TalRecord *memory_collection_find (const MemoryCollection *self, const TalKey *key);
/* A full picture of everything, from its unit. */
GBytes *memory_collection_write (MemoryCollection *self);
/* A delta of what was changed here, or taken in, since the last one. */
GBytes *memory_collection_write_delta (MemoryCollection *self);
void    memory_collection_assert_equal (MemoryCollection *self, MemoryCollection *other);

/* A bundle of the text; aborts where it is none. */
TalBundle *load_text (const char *text);
/* A file of tests/fixtures/exchange. */
GBytes *load_fixture (const char *name);
TalId   make_id (guint number);

/* Everything in a bundle, its figures last: an array that owns its records. */
GPtrArray *list_records (const TalBundle *bundle);
guint      count_records (const TalBundle *bundle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MemoryCollection, memory_collection_free)

G_END_DECLS
