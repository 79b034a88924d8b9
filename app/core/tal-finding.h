/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing that a careful reader would ask about: which rule it goes against, where, what is
 * stored there and what it should be.  A value with its own texts; it refers to nothing.
 */

#pragma once

#include "base/tal-problem.h"
#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

/* A rule that figures are held against: one for each code. */
typedef struct
{
  const char *code;  /* fixed, for programs: "sum" */
  const char *title; /* the rule in one sentence; English, marked for translation */
} TalRule;

typedef struct
{
  const TalRule *rule;
  TalSeverity    severity;
  TalKey         key;      /* of the record that it is about */
  TalPeriod      period;   /* that it is about, or unset */
  char          *place;    /* the record as people know it */
  char          *stored;   /* as Danish text, or NULL */
  char          *expected; /* likewise; NULL where the rule cannot know */
  char          *sentence;
} TalFinding;

void tal_finding_free (TalFinding *self);

/* An empty list of TalFinding that frees them. */
GPtrArray *tal_finding_list_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalFinding, tal_finding_free)

G_END_DECLS
