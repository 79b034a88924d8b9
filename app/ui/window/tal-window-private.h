/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of TalWindow share: tal-window.c makes it and moves between pages,
 * tal-window-actions.c answers keys and menus, tal-window-edit.c those of them that make and
 * take away, tal-window-lists.c those about plans and lists, tal-window-undo.c undo and redo, tal-window-search.c searching everything,
 * tal-window-collection.c opens and closes, tal-window-drop.c takes files, tal-window-exchange.c imports them, tal-window-backup.c makes backups and brings them
 * back, tal-window-close.c asks before something is lost.
 */

#pragma once

#include "ui/common/tal-banner.h"
#include "ui/initiatives/tal-initiative-page.h"
#include "ui/overview/tal-overview-page.h"
#include "ui/window/tal-error-page.h"
#include "ui/window/tal-sidebar.h"
#include "ui/window/tal-window.h"

G_BEGIN_DECLS

/* Where a person has been: a destination, or the page of an initiative below it. */
typedef struct
{
  TalDestination destination;
  TalId          initiative; /* none where its page is not shown */
  TalId          goal;       /* that was selected there; none for none */
} TalVisited;

struct _TalWindow
{
  AdwApplicationWindow parent_instance;

  GSettings    *settings;
  TalWorkspace *workspace; /* NULL while none is open */
  GSignalGroup *signals;   /* of the workspace */
  GCancellable *opening;   /* NULL unless a collection is being opened */
  GFile        *failed;    /* on this computer, and could not be opened; NULL for none */
  GFile        *waiting;   /* to be imported when a collection is open; NULL for none */
  guint         spinner_timeout;
  guint         backup_timeout;
  char         *backup_problem; /* why no backup could be made; NULL for none */

  TalDestination destination;
  GArray        *visited; /* of TalVisited, for going back */

  gboolean has_repeated; /* an undo or redo has come that the window has not gone to yet */
  TalKey   repeated;     /* what it was about */

  /* Made when they are first shown. */
  TalOverviewPage   *overview;
  TalInitiativePage *initiative;

  AdwToastOverlay *toast_overlay;
  AdwToast        *toast;       /* the one that is shown; NULL for none */
  gint64           toast_shown; /* when; monotonic */
  guint            toast_timeout;
  AdwLeaflet      *leaflet;
  TalSidebar      *sidebar;
  GtkWidget       *separator;
  GtkWidget       *content;
  AdwHeaderBar    *header_bar;
  AdwWindowTitle  *title;
  GtkWidget       *back_button;
  GtkToggleButton *sidebar_toggle;
  GtkToggleButton *search_toggle;
  GtkToggleButton *details_toggle;
  GtkWidget       *entry_button;
  GtkWidget       *new_initiative_button;
  GtkMenuButton   *more_button;
  GtkMenuButton   *menu_button;
  TalBanner       *banner;
  GtkStack        *stack;
  GtkSpinner      *spinner;
  TalErrorPage    *error_page;
};

/* Which of the header bar's buttons belong to the page, and what its title says. */
void tal_window_update_header (TalWindow *self);
void tal_window_update_banner (TalWindow *self);
void tal_window_update_undo (TalWindow *self);
/* The focus goes to the page. */
void tal_window_show_page (TalWindow *self, const char *name);
/* Where one works there, else where it was, else at the page's first; FALSE where nothing on
 * the page takes it. */
gboolean tal_window_focus_page (TalWindow *self);
void     tal_window_install_actions (GtkWidgetClass *widget_class);
/* Backups of the open collection are made by themselves from now on, and no more. */
void tal_window_start_backups (TalWindow *self);
void tal_window_stop_backups (TalWindow *self);
/* win.back-up and win.restore-backup, of what is open or could not be opened. */
void tal_window_install_backup_actions (GtkWidgetClass *widget_class);
void tal_window_update_backup_actions (TalWindow *self);
/* Which initiatives and goals can be made, moved and taken away where it stands. */
void tal_window_update_editing (TalWindow *self);
void tal_window_install_editing (GtkWidgetClass *widget_class);
/* Keeps in mind what an undo or redo was about, to go there when it is reported. */
void tal_window_note_changes (TalWindow *self, const TalChangeSet *changes);
/* The page where an object is seen, with the object lit up; FALSE where it isn't in the
 * collection. */
gboolean tal_window_show_place (TalWindow *self, const TalKey *key);
void     tal_window_install_undo_actions (GtkWidgetClass *widget_class);
void     tal_window_install_search_actions (GtkWidgetClass *widget_class);
/* win.show-lists and win.copy-plan. */
void tal_window_install_list_actions (GtkWidgetClass *widget_class);
/* win.import-file and win.export. */
void tal_window_install_exchange_actions (GtkWidgetClass *widget_class);
/* Whether it can be imported here; takes on a file that waits for a collection. */
void tal_window_update_exchange (TalWindow *self);
/* One toast at a time; 'button' may be NULL. */
void tal_window_show_toast (TalWindow  *self,
                            const char *message,
                            const char *button,
                            const char *action_name);
/* Takes away what was said, and offered, of a collection that is let go of. */
void tal_window_withdraw_toast (TalWindow *self);
/* A collection that is dropped on the window is opened, a file from others imported. */
void tal_window_accept_drops (TalWindow *self);
/* win.retry-opening, of what could not be opened. */
void tal_window_install_opening_actions (GtkWidgetClass *widget_class);
/* Called when the open collection may be let go of; takes the errand. */
typedef void (*TalLeaveFunc) (TalWindow *self, gpointer errand);
/* At once where nothing that was typed would be lost, else when the person who is asked lets it
 * be lost.  One who goes back frees the errand. */
void tal_window_leave_collection (TalWindow     *self,
                                  TalLeaveFunc   leave,
                                  gpointer       errand,
                                  GDestroyNotify free_errand);
/* TRUE where something would be lost: then it has asked, and closes by itself. */
gboolean tal_window_ask_before_closing (TalWindow *self);
/* Lets go of the open collection, and of one that is being opened. */
void tal_window_close_collection (TalWindow *self);

G_END_DECLS
