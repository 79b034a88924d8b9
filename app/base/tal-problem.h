/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing that is wrong with what was checked, and where.  Unlike a GError,
 * there may be many.  Immutable, owned by the list it is in.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_SEVERITY_NOTE,    /* worth knowing, nothing to do */
  TAL_SEVERITY_WARNING, /* may be kept */
  TAL_SEVERITY_ERROR,   /* refused */
} TalSeverity;

typedef struct _TalProblem TalProblem;

/* 'code' is a fixed word for scripts ("missing-reference") that outlives the
 * problem; 'place' and 'sentence' are copied.  'place' may be NULL. */
TalProblem *tal_problem_new (TalSeverity severity,
                             const char *code,
                             const char *place,
                             const char *sentence);
void        tal_problem_free (TalProblem *self);

TalSeverity tal_problem_get_severity (const TalProblem *self);
const char *tal_problem_get_code (const TalProblem *self);
const char *tal_problem_get_place (const TalProblem *self);
const char *tal_problem_get_sentence (const TalProblem *self);

/* An array that frees its problems. */
GPtrArray *tal_problem_list_new (void);
/* Whether any problem in the list is an error. */
gboolean tal_problem_list_has_error (const GPtrArray *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalProblem, tal_problem_free)

G_END_DECLS
