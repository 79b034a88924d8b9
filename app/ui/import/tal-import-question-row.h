/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A label of a file that nobody knows, and what it may stand for: something that is suggested, a
 * new one, nothing at all, or anything else that is here.
 *
 * "answered" is emitted when a person has chosen.
 */

#pragma once

#include "model/tal-figure-answer.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_IMPORT_QUESTION_ROW (tal_import_question_row_get_type ())

G_DECLARE_FINAL_TYPE (
    TalImportQuestionRow, tal_import_question_row, TAL, IMPORT_QUESTION_ROW, AdwPreferencesRow)

/* 'all' (of TalFigureSuggestion) is all that labels of its role may stand for, and 'names' (a list
 * of their names) the same in the same order. */
GtkWidget *tal_import_question_row_new (const TalFigureQuestion *question,
                                        GArray                  *all,
                                        GListModel              *names);

/* What was chosen.  To be freed. */
TalFigureAnswer *tal_import_question_row_make_answer (TalImportQuestionRow *self);
gboolean         tal_import_question_row_is_open (TalImportQuestionRow *self);
/* Without "answered": TAL_FIGURE_ANSWER_OPEN, _NEW or _LEAVE_OUT. */
void tal_import_question_row_show (TalImportQuestionRow *self, TalFigureAnswerKind kind);

G_END_DECLS
