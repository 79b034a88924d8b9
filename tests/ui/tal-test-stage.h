/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A real window on a copy of the example collection, for tests: it waits for effects and
 * never for a time.
 */

#pragma once

#include "ui/application/tal-application.h"
#include "ui/window/tal-window.h"

G_BEGIN_DECLS

typedef struct
{
  TalApplication *application;
  TalWindow      *window;
  char           *folder;
  char           *path;
} TalTestStage;

/* FALSE where there is no display: then the tests are skipped, and it has said so. */
gboolean tal_test_stage_init (int *argc, char ***argv);

/* The window shows the overview. */
void tal_test_stage_open (TalTestStage *self);
/* The same on a new collection without anything in it. */
void tal_test_stage_open_empty (TalTestStage *self);
/* Destroys the window and removes the collection. */
void tal_test_stage_close (TalTestStage *self);
/* Opens the initiative of a goal of the plan with the most goals, and selects it there. */
void tal_test_stage_show_goal (TalTestStage *self, int number);
/* How that goal stands now. */
const TalGoalStatus *tal_test_stage_find_goal (TalTestStage *self, int number);

typedef gboolean (*TalTestCondition) (gpointer user_data);

/* Lets the main loop run until it holds; fails after a long while. */
void tal_test_stage_wait (TalTestCondition condition, gpointer user_data);
/* Lets everything happen that is due now. */
void tal_test_stage_settle (void);

/* The widgets of a type below another, an array of borrowed GtkWidget *. */
GPtrArray *tal_test_stage_list_widgets (GtkWidget *root, GType type);
/* The only one. */
GtkWidget *tal_test_stage_find_only (GtkWidget *root, GType type);
/* The one that is called so by its property "title" or its label. */
GtkWidget *tal_test_stage_find_titled (GtkWidget *root, GType type, const char *title);

/* A key that goes down in a widget: it and then what it stands in have it, as their shortcuts
 * say.  The one that took it, NULL where nobody wants it. */
GtkWidget *tal_test_stage_press (GtkWidget *widget, guint key, GdkModifierType modifiers);
/* The first of a widget's controllers of a type; ends the test where there is none. */
GtkEventController *tal_test_stage_find_controller (GtkWidget *widget, GType type);
/* Returns when the widget's window has shown another frame. */
void tal_test_stage_show_frame (GtkWidget *widget);

G_END_DECLS
