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
  TalId         unit;         /* whose it is */
} MemoryCollection;

MemoryCollection *memory_collection_new (TalId unit);
/* Of all that the bundle holds. */
MemoryCollection *memory_collection_new_from_bundle (const TalBundle *bundle);
void              memory_collection_free (MemoryCollection *self);

/* Aborts where the changes do not fit. */
void memory_collection_apply (MemoryCollection *self, const TalChangeSet *changes);
/* Puts the record in the place of what has its key.  Takes it. */
void             memory_collection_put (MemoryCollection *self, gpointer record);
const TalRecord *memory_collection_find (const MemoryCollection *self, const TalKey *key);
/* A full picture of everything, from its unit. */
GBytes *memory_collection_write (MemoryCollection *self);
void    memory_collection_assert_equal (MemoryCollection *self, MemoryCollection *other);

/* A bundle of the text; aborts where it is none. */
TalBundle *load_text (const char *text);
/* A file of tests/fixtures/exchange. */
GBytes *load_fixture (const char *name);
TalId   make_id (guint number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MemoryCollection, memory_collection_free)

G_END_DECLS
