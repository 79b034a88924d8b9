/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gathers what the figures of a collection are of, with the figures: tal_note_subjects_gather. */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-note-figures.h"
#include "core/tal-note-words.h"
#include "core/tal-run.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalNoteWords *words;
  GPtrArray    *subjects; /* of TalNoteSubject */
  GPtrArray    *arounds;  /* of each subject, an array of guint: words of what it belongs to */
  GArray       *figures;  /* of TalNoteFigure, those of one subject together, oldest first */
} TalNoteSubjects;

/* NULL with the run source's error. */
TalNoteSubjects *tal_note_subjects_gather (const TalCatalogue *catalogue,
                                           TalRunSource       *runs,
                                           const GPtrArray    *passages,
                                           TalDay              today,
                                           GError            **error);
/* Adds a subject of that name, filled in by the caller but for its figures; the words of
 * 'around', a list that ends with NULL, are of what it belongs to. */
TalNoteSubject *tal_note_subjects_add (TalNoteSubjects   *self,
                                       TalNoteSubjectKind kind,
                                       const char        *title,
                                       const char *const *around);
/* A figure of the subject that was added last. */
void tal_note_subjects_add_figure (TalNoteSubjects *self, TalPeriod period, TalFraction value);
/* The money set aside, and the counts of goals, initiatives and members. */
void     tal_note_subjects_add_money (TalNoteSubjects *self, const TalCatalogue *catalogue);
gboolean tal_note_subjects_add_counts (TalNoteSubjects    *self,
                                       const TalCatalogue *catalogue,
                                       TalRunSource       *runs,
                                       TalDay              today,
                                       GError            **error);
void     tal_note_subjects_free (TalNoteSubjects *self);

G_END_DECLS
