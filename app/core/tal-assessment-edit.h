/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A person's words on a goal in a period: written, corrected and taken away. */

#pragma once

#include "core/tal-assessment.h"
#include "core/tal-writer.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalId         assessment; /* the one that is corrected; none where there is none yet */
  TalId         goal;
  TalPeriod     period;
  TalDay        today;
  char         *text;    /* "" or NULL is none */
  TalAttainment verdict; /* TAL_ATTAINMENT_COMPUTED lets the computed one stand */
  char         *reason;  /* why another verdict; dropped with it */
} TalAssessmentEdit;

void tal_assessment_edit_free (TalAssessmentEdit *self);

/* The person's own words on the goal in the period: the newest of them; NULL where there are
 * none. */
const TalAssessment *tal_assessment_edit_find (const TalCatalogue *catalogue,
                                               TalId               goal,
                                               TalPeriod           period);

/* A TalChangeMaker.  Words that say nothing and put no verdict are taken away.
 * TAL_ERROR_INVALID_RECORD where a verdict is put without a reason. */
TalChangeSet *tal_assessment_edit_make_changes (const TalCatalogue *catalogue,
                                                TalRunSource       *runs,
                                                const TalWriter    *writer,
                                                gconstpointer       assessment_edit,
                                                GError            **error);

G_END_DECLS
