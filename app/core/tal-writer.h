/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who writes and when: the stamp of every record that a person makes or changes.  The
 * subject has no clock and makes no ids, so whoever asks for a change brings one.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"
#include "core/tal-record.h"
#include "core/tal-run.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalTime     now;
  const char *author;      /* may be NULL */
  TalId       unit;        /* whose its new records are; none where the collection has none */
  TalId (*make_id) (void); /* of an object that is new */
  TalId replica;           /* who the collection is in versions: its unit, or itself */
} TalWriter;

/* A change that a person asks for, worked out on what is there when it is written.  Pure:
 * it reads the catalogue and the runs, and neither keeps nor changes the request.  An empty
 * change set where nothing would change; NULL with an error. */
typedef TalChangeSet *(*TalChangeMaker) (const TalCatalogue *catalogue,
                                         TalRunSource       *runs,
                                         const TalWriter    *writer,
                                         gconstpointer       request,
                                         GError            **error);

/* A new record of the writer's unit, to be filled in. */
gpointer tal_writer_create (const TalWriter *self, TalKind kind, TalId id);
/* A copy of a record, to be changed by the writer. */
gpointer tal_writer_revise (const TalWriter *self, const TalRecord *record);

/* Adds 'after', which nobody else has yet, as the writer's, in place of 'before'; where that
 * is NULL it is new, and the trace of an earlier removal is taken away: a file that said both
 * would be refused. */
void tal_writer_add (const TalWriter    *self,
                     const TalCatalogue *catalogue,
                     TalChangeSet       *changes,
                     const TalRecord    *before,
                     TalRecord          *after);
/* Adds 'wanted' as the writer's words: in place of the record of that key, or new.
 * Nothing where it says the same already. */
void tal_writer_put (const TalWriter    *self,
                     const TalCatalogue *catalogue,
                     TalChangeSet       *changes,
                     const TalRecord    *wanted);

/* Records as they shall be, and what that is called in the history. */
typedef struct
{
  char      *label;
  GPtrArray *records; /* of TalRecord; owned */
} TalPutRequest;

TalPutRequest *tal_put_request_new (const char *label);
/* References the record. */
void tal_put_request_add (TalPutRequest *self, const TalRecord *record);
void tal_put_request_free (TalPutRequest *self);
/* A TalChangeMaker that puts all of them. */
TalChangeSet *tal_writer_put_all (const TalCatalogue *catalogue,
                                  TalRunSource       *runs,
                                  const TalWriter    *writer,
                                  gconstpointer       put_request,
                                  GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalPutRequest, tal_put_request_free)

G_END_DECLS
