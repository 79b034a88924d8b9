/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program's window: the sidebar, one page of content, and one open collection or
 * none.  It waits for nothing: a collection that is being opened is shown when it is
 * there.
 */

#pragma once

#include "model/tal-early-opening.h"
#include "model/tal-workspace.h"
#include "ui/window/tal-destination.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_WINDOW (tal_window_get_type ())

G_DECLARE_FINAL_TYPE (TalWindow, tal_window, TAL, WINDOW, AdwApplicationWindow)

/* 'settings' keeps the window's size and what was open. */
GtkWidget *tal_window_new (GtkApplication *application, GSettings *settings);

/* Opens a collection in place of the one that is open. */
void tal_window_open_collection (TalWindow *self, GFile *file);
/* Shows a collection that is being opened already.  Takes it. */
void tal_window_take_opening (TalWindow *self, TalEarlyOpening *early);
/* Makes a new one and opens it; see tal_workspace_create_async. */
void tal_window_create_collection (TalWindow  *self,
                                   GFile      *file,
                                   const char *unit_name,
                                   gboolean    example);
/* Brings a backup back and opens it; see tal_workspace_open_backup_async. */
void tal_window_restore_collection (TalWindow         *self,
                                    const TalKeptCopy *copy,
                                    const char        *path,
                                    gboolean           in_place);
/* Shows the assistant that imports a file, as soon as a collection is open. */
void tal_window_import_file (TalWindow *self, GFile *file);
/* Whether a file is one to import, by its name. */
gboolean tal_window_is_exchange_file (GFile *file);
/* Greets a person who has no collection yet. */
void tal_window_show_welcome (TalWindow *self);

/* NULL while none is open.  Notified as "workspace". */
TalWorkspace *tal_window_get_workspace (TalWindow *self);

void tal_window_show_destination (TalWindow *self, TalDestination destination);
/* 'goal' is selected there unless it is none. */
void tal_window_show_initiative (TalWindow *self, TalId initiative, TalId goal);
/* The page that is shown: "overview", "initiative", "welcome", "loading", "error" or a
 * destination's name. */
const char *tal_window_get_page_name (TalWindow *self);
/* A short message at the bottom, gone after some seconds. */
void tal_window_show_message (TalWindow *self, const char *message);

G_END_DECLS
