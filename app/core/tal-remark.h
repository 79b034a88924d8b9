/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was found at one place of a note that was held against the figures: a number that
 * agrees with a stored one, one that nearly does, a word that contradicts the figures, a
 * table that contradicts itself.
 */

#pragma once

#include "base/tal-id.h"
#include "base/tal-problem.h"
#include "core/tal-period.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_REMARK_AGREES,  /* the number is a stored or computed figure */
  TAL_REMARK_UNKNOWN, /* no figure is like it */
  TAL_REMARK_DIFFERS, /* a figure is nearly it, or the same thing has another figure */
  TAL_REMARK_CLAIM,   /* a word that the figures contradict: "en stigning" */
  TAL_REMARK_TABLE,   /* a table or sentence of the note that contradicts itself */
} TalRemarkKind;

typedef struct
{
  TalRemarkKind kind;
  TalSeverity   severity;
  const char   *code;       /* static and fixed, for programs: "number-differs" */
  guint         line;       /* of the passage */
  char         *number;     /* as it is written there, where the remark is about one; or NULL */
  char         *quote;      /* what stands there, with enough around it to be found */
  char         *suggestion; /* what should stand there instead, or NULL */
  char         *sentence;   /* one sentence for people */
  TalId         series;     /* that the figure is of, or none */
  TalPeriod     period;     /* of that figure, or unset */
} TalRemark;

/* Everything else at its default.  'code' must be static. */
TalRemark *tal_remark_new (TalRemarkKind kind, TalSeverity severity, const char *code, guint line);
void       tal_remark_free (TalRemark *self);

/* An empty list of TalRemark that frees them. */
GPtrArray *tal_remark_list_new (void);
/* In the order of the text: by line, at one line as they were added. */
void tal_remark_list_sort (GPtrArray *remarks);
/* Leaves out, of a sorted list, what a remark on the same line says as well: a number that
 * differs from a figure and from its own table is said once, by the table. */
void tal_remark_list_drop_repeated (GPtrArray *remarks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalRemark, tal_remark_free)

G_END_DECLS
