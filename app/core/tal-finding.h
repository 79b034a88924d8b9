/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing that a careful reader would ask about: which rule it goes against, where, what is
 * stored there and what it should be.  A value with its own texts; it refers to nothing.
 *
 * What it asks about a figure that stands alone, a person may answer by keeping the figure; an
 * error that is one whatever anybody says cannot be kept, nor can what is asked about figures
 * that are computed.
 */

#pragma once

#include "base/tal-decimal.h"
#include "base/tal-problem.h"
#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

/* A rule that figures are held against: one for each code. */
typedef struct
{
  const char *code;   /* fixed, for programs: "sum" */
  const char *title;  /* the rule in one sentence; English, marked for translation */
  gboolean    strict; /* what goes against it is wrong, and nobody can keep it */
} TalRule;

typedef struct
{
  const TalRule *rule;
  TalSeverity    severity;
  gboolean       keepable; /* it is a question about one figure, which may be kept */
  gboolean       kept;     /* and was: somebody said that the figure is right */
  TalKey         key;      /* of the record that it is about */
  TalPeriod      period;   /* that it is about, or unset */
  char          *place;    /* the record as people know it */
  char          *subject;  /* the figure that is asked about: "Deltagere, 2023"; NULL for none */
  char          *stored;   /* as Danish text, or NULL */
  char          *expected; /* likewise; NULL where the rule cannot know */
  char          *sentence;
  char          *workings;   /* how what is expected comes about, a line for each figure, or NULL */
  TalDecimal     correction; /* what the figure would have to be, or none */
  TalDecimal     value;      /* that is asked about, of one that may be kept; or none */
} TalFinding;

void tal_finding_free (TalFinding *self);

/* The sentence for where its subject is shown already: what it says after it.  The whole of it
 * where that cannot stand alone. */
char *tal_finding_dup_brief (const TalFinding *self);

/* An empty list of TalFinding that frees them. */
GPtrArray *tal_finding_list_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalFinding, tal_finding_free)

G_END_DECLS
