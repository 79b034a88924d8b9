/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo as a window has them: what its menu calls them, what it says when they are
 * done, and where it goes then. */

#include "config.h"

#include "core/tal-change-text.h"
#include "core/tal-place.h"
#include "core/tal-series.h"
#include "ui/figures/tal-target-groups-page.h"
#include "ui/results/tal-entry-page.h"
#include "ui/window/tal-window-private.h"

#include <glib/gi18n-lib.h>

/* A menu is no wider than that many characters of what is undone. */
#define LONGEST_LABEL 60

/* An underscore would underline the letter behind it. */
static char *
dup_menu_label (const char *format, const char *deed)
{
  g_autofree char    *shortened = NULL;
  g_autoptr (GString) label = g_string_new (format);

  if (g_utf8_strlen (deed, -1) > LONGEST_LABEL)
    {
      g_autofree char *start = g_utf8_substring (deed, 0, LONGEST_LABEL - 1);

      shortened = g_strconcat (start, "…", NULL);
    }
  g_string_replace (label, "%s", shortened != NULL ? shortened : deed, 1);
  g_string_replace (label, "_", "__", 0);
  return g_string_free (g_steal_pointer (&label), FALSE);
}

static void
append_deed (
    GMenu *menu, const char *plain, const char *format, const char *deed, const char *action_name)
{
  g_autofree char *label = deed != NULL && deed[0] != '\0' ? dup_menu_label (format, deed) : NULL;

  g_menu_append (menu, label != NULL ? label : plain, action_name);
}

/* All windows share the menu; it speaks of the one that is worked in. */
static void
fill_menu (TalWindow *self, const char *undo, const char *redo)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GMenu          *menu = NULL;

  if (application == NULL || !gtk_window_is_active (GTK_WINDOW (self)))
    return;

  menu = gtk_application_get_menu_by_id (application, "undo-menu");
  g_menu_remove_all (menu);
  append_deed (menu, _ ("_Undo"), _ ("Undo: %s"), undo, "win.undo");
  append_deed (menu, _ ("_Redo"), _ ("Redo: %s"), redo, "win.redo");
}

void
tal_window_update_undo (TalWindow *self)
{
  gboolean    open = self->workspace != NULL && !tal_workspace_get_read_only (self->workspace);
  const char *undo = open ? tal_workspace_get_undo_label (self->workspace) : NULL;
  const char *redo = open ? tal_workspace_get_redo_label (self->workspace) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
  fill_menu (self, undo, redo);
}

void
tal_window_note_changes (TalWindow *self, const TalChangeSet *changes)
{
  TalOrigin origin = tal_change_set_get_origin (changes);

  if (origin != TAL_ORIGIN_UNDO && origin != TAL_ORIGIN_REDO)
    return;

  self->has_repeated = FALSE;
  for (guint i = 0; i < tal_change_set_get_length (changes) && !self->has_repeated; i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);

      self->has_repeated = !tal_change_text_is_trace (change);
      self->repeated = change->key;
    }
}

static TalDestination
find_destination (const TalCatalogue *catalogue, const TalKey *key)
{
  TalId            id = key->id;
  const TalRecord *series = tal_catalogue_find (catalogue, TAL_KIND_SERIES, id);

  if (series != NULL && !tal_id_is_none (TAL_SERIES (series)->offer))
    return TAL_DESTINATION_OFFERS;
  if (series != NULL && !tal_id_is_none (TAL_SERIES (series)->target_group))
    return TAL_DESTINATION_TARGET_GROUPS;
  return key->kind == TAL_KIND_APPROPRIATION ? TAL_DESTINATION_APPROPRIATIONS
                                             : TAL_DESTINATION_OVERVIEW;
}

/* A page of figures, with those of the series chosen where the page has them to choose. */
static void
show_figures (TalWindow *self, TalDestination destination, TalId series)
{
  GtkWidget *page = NULL;

  tal_window_show_destination (self, destination);
  page = gtk_stack_get_visible_child (self->stack);
  if (TAL_IS_TARGET_GROUPS_PAGE (page))
    tal_target_groups_page_show_series (TAL_TARGET_GROUPS_PAGE (page), series);
}

gboolean
tal_window_show_place (TalWindow *self, const TalKey *key)
{
  const TalCatalogue *catalogue = tal_workspace_get_catalogue (self->workspace);
  const TalRecord    *record = key->kind == TAL_KIND_OBSERVATION
                                   ? tal_catalogue_find (catalogue, TAL_KIND_SERIES, key->id)
                                   : tal_catalogue_find_key (catalogue, key);
  TalPlace            place;

  if (record == NULL)
    return FALSE;

  place = tal_place_for_record (catalogue, record);
  if (tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, place.initiative) == NULL)
    {
      show_figures (self, find_destination (catalogue, key), key->id);
      return TRUE;
    }

  tal_window_show_initiative (self, place.initiative, place.goal);
  tal_initiative_page_flash (self->initiative);
  return TRUE;
}

/* Where the changes are in view anyway nobody is sent away. */
static void
go_to_repeated (TalWindow *self)
{
  if (self->has_repeated && self->destination != TAL_DESTINATION_HISTORY &&
      self->destination != TAL_DESTINATION_ENTRY)
    tal_window_show_place (self, &self->repeated);
  self->has_repeated = FALSE;
}

/* Says what was done; 'button' does the opposite. */
static void
show_deed (TalWindow  *self,
           const char *deed,
           const char *format,
           const char *button,
           const char *action_name)
{
  g_autoptr (GString) message = g_string_new (format);

  g_string_replace (message, "%s", deed, 1);
  tal_window_show_toast (self, message->str, button, action_name);
}

/* The same of what has come back from the worker, or why not. */
static void
show_repeated (TalWindow    *self,
               TalWorkspace *workspace,
               GAsyncResult *result,
               const char   *format,
               const char   *button,
               const char   *action_name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *label = tal_workspace_undo_finish (workspace, result, &error);

  if (self->workspace != workspace)
    return;

  if (label == NULL)
    {
      tal_window_show_message (self, error->message);
      return;
    }

  go_to_repeated (self);
  show_deed (self, label, format, button, action_name);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalWindow) self = user_data;

  show_repeated (self, TAL_WORKSPACE (source), result, _ ("Undone: %s"), _ ("Redo"), "win.redo");
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalWindow) self = user_data;

  show_repeated (self, TAL_WORKSPACE (source), result, _ ("Redone: %s"), _ ("Undo"), "win.undo");
}

/* One step back or forth in a search that is being typed; FALSE where that changes nothing. */
static gboolean
repeat_typing (TalWindow *self, const char *action_name)
{
  GtkWidget       *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autofree char *before = NULL;

  if (!GTK_IS_TEXT (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) == NULL)
    return FALSE;

  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  gtk_widget_activate_action (focus, action_name, NULL);
  return !g_str_equal (before, gtk_editable_get_text (GTK_EDITABLE (focus)));
}

static gboolean
revert_typing (TalWindow *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);

  if (TAL_IS_ENTRY_PAGE (shown))
    return tal_entry_page_revert (TAL_ENTRY_PAGE (shown));
  return self->initiative != NULL && tal_initiative_page_revert_focused (self->initiative);
}

/* Ctrl+Z first takes back what is being typed, then what was stored. */
static void
undo_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);

  if (repeat_typing (self, "text.undo") || self->workspace == NULL || revert_typing (self))
    return;

  tal_workspace_undo_async (self->workspace, NULL, undone_cb, g_object_ref (self));
}

static void
redo_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);

  if (!repeat_typing (self, "text.redo") && self->workspace != NULL)
    tal_workspace_redo_async (self->workspace, NULL, redone_cb, g_object_ref (self));
}

static void
undone_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TAL_WINDOW (widget)->has_repeated = FALSE;
  show_deed (TAL_WINDOW (widget), g_variant_get_string (parameter, NULL),
             _ ("Undone: %s"), _ ("Redo"), "win.redo");
}

static void
restored_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_deed (TAL_WINDOW (widget), g_variant_get_string (parameter, NULL),
             _ ("Restored: %s"), _ ("Undo"), "win.undo");
}

static void
place_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow  *self = TAL_WINDOW (widget);
  const char *id = NULL;
  guint32     kind = 0;
  TalKey      key = { .kind = TAL_KIND_UNIT };

  g_variant_get (parameter, "(u&s)", &kind, &id);
  key.kind = (TalKind)MIN (kind, TAL_N_KINDS - 1);
  if (self->workspace == NULL || !tal_id_parse (id, &key.id, NULL))
    return;
  if (!tal_window_show_place (self, &key))
    tal_window_show_message (self, _ ("This isn't in the collection any more."));
}

void
tal_window_install_undo_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.report-undone", "s", undone_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.report-restored", "s", restored_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.show-place", "(us)", place_activated_cb);
}
