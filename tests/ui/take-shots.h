/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of take-shots share: take-shots.c goes from screen to screen,
 * take-shots-entry.c shows the states of the entry page.
 */

#pragma once

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
gboolean show_page (Stage *stage, const char *name);
/* The first widget of a type that is seen; NULL where there is none. */
GtkWidget *find_below (GtkWidget *root, GType type);

/* The screens whose names begin with "entry-". */
gboolean shoot_entry (Stage *stage, const char *folder, const char *name);

G_END_DECLS
