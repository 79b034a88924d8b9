/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of take-shots share: take-shots.c goes from screen to screen,
 * take-shots-entry.c shows the states of the entry page, take-shots-initiative.c those of an
 * initiative's, take-shots-files.c those of a collection, take-shots-found.c lists that are
 * searched, take-shots-import.c the assistant's steps, take-shots-figures.c what is chosen on a page and what stands beside it.
 */

#pragma once

#include "core/tal-goal.h"
#include "ui/application/tal-application.h"
#include "ui/window/tal-window.h"

G_BEGIN_DECLS

typedef struct
{
  TalApplication *application;
  TalWindow      *window;
} Stage;

/* Lets transitions end. */
void settle (void);
/* FALSE where it cannot be, which has been said. */
gboolean save_picture (GtkWidget *widget, const char *folder, const char *name);
/* The window that stands over the main one, closed again after its picture. */
gboolean shoot_child (Stage *stage, const char *folder, const char *name);
/* FALSE where that page never appears, which has been said. */
gboolean wait_for_page (Stage *stage, const char *name);
gboolean show_page (Stage *stage, const char *name);
/* The first widget of a type that is seen; NULL where there is none. */
GtkWidget *find_below (GtkWidget *root, GType type);

/* The screens whose names begin with "entry-". */
gboolean shoot_entry (Stage *stage, const char *folder, const char *name);

/* Likewise "file-"; the collection that was open is open again afterwards. */
gboolean shoot_file (Stage *stage, const char *folder, const char *name);

/* "restore-copies" */
gboolean shoot_copies (Stage *stage, const char *folder, const char *name);

/* Likewise "choice-", and "side-": what may stand beside a page, over it. */
gboolean shoot_choice (Stage *stage, const char *folder, const char *name);
gboolean shoot_side (Stage *stage, const char *folder, const char *name);
/* "sidebar" */
gboolean shoot_sidebar (Stage *stage, const char *folder, const char *name);

/* Likewise "import-": the steps of the assistant. */
gboolean shoot_import (Stage *stage, const char *folder, const char *name);

/* Likewise "find-". */
gboolean shoot_found (Stage *stage, const char *folder, const char *name);

/* The first goal that carries an explanation, for it fills the page best; NULL for none. */
const TalGoal *find_explained_goal (const TalCatalogue *catalogue);
/* Its initiative: as it opens, with its goals as the table of the papers and as that with dots,
 * and scrolled to its end; and an initiative that has no goals. */
gboolean show_initiative (Stage *stage);
/* What does not look right in its figures, with the calculation. */
gboolean show_initiative_check (Stage *stage);
/* With four facts at its top. */
gboolean show_initiative_facts (Stage *stage);
gboolean show_initiative_table (Stage *stage);
gboolean show_initiative_without_goals (Stage *stage);
gboolean show_initiative_dots (Stage *stage);
gboolean show_initiative_lower (Stage *stage);
/* "new-appropriation", and "new-appropriation-refused" where it was said to be about so much. */
gboolean shoot_appropriation (Stage *stage, const char *folder, const char *name);

G_END_DECLS
