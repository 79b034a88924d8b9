/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/search/tal-search-dialog.h"

#include "base/tal-danish-collation.h"
#include "base/tal-danish-number.h"
#include "core/tal-search.h"
#include "model/tal-workspace-search.h"
#include "ui/common/tal-help-key.h"
#include "ui/common/tal-text-scale.h"
#include "ui/search/tal-search-row.h"

#include <glib/gi18n-lib.h>

/* Of each group, so that no group is hidden behind another. */
#define MOST_OF_EACH 5

struct _TalSearchDialog
{
  AdwWindow parent_instance;

  TalWorkspace *workspace; /* NULL for none */
  GPtrArray    *actions;   /* of TalSearchAction */
  GCancellable *searching;
  char         *searched; /* the text whose hits are shown, or on their way */
  gboolean      hurried;  /* Enter was pressed before they came */

  GtkSearchEntry *entry;
  GtkLabel       *count;
  GtkStack       *stack;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (TalSearchDialog, tal_search_dialog, ADW_TYPE_WINDOW)

static const char *const group_titles[] = {
  [TAL_SEARCH_INITIATIVES] =
      N_ ("Initiatives"),
          [TAL_SEARCH_GOALS] = N_ ("Goals"),
                                   [TAL_SEARCH_SERIES] = N_ ("Key figures"),
                                                             [TAL_SEARCH_TARGET_GROUPS] =
                                                                 N_ ("Target groups"),
                                                                     [TAL_SEARCH_APPROPRIATIONS] =
                                                                         N_ ("Appropriations"),
                                                                     };

void
tal_search_action_free (TalSearchAction *self)
{
  g_free (self->title);
  g_free (self->action);
  g_free (self->keys);
  g_free (self);
}

static void
clear_list (TalSearchDialog *self)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static char *
dup_place_action (const TalKey *key)
{
  char id[TAL_ID_STRING_LENGTH + 1];

  tal_id_format (key->id, id);
  return g_strdup_printf ("win.show-place((uint32 %u, '%s'))", key->kind, id);
}

static void
add_hits (TalSearchDialog *self, const TalSearchResult *result)
{
  for (guint i = 0; i < result->hits->len; i++)
    {
      const TalSearchHit *hit = g_ptr_array_index (result->hits, i);
      g_autofree char    *action = dup_place_action (&hit->key);

      gtk_list_box_append (self->list, tal_search_row_new (_ (group_titles[hit->group]), hit->title,
                                                              hit->detail, action));
    }
}

static guint
add_actions (TalSearchDialog *self, const char *text)
{
  g_autofree char *folded = tal_danish_collation_dup_folded (text);
  g_auto (GStrv)   words = g_strsplit (folded, " ", -1);
  guint            n_found = 0;

  for (guint i = 0; i < self->actions->len && folded[0] != '\0'; i++)
    {
      const TalSearchAction *action = g_ptr_array_index (self->actions, i);
      g_autofree char       *title = tal_danish_collation_dup_folded (action->title);

      if (tal_search_rank (title, words) == G_MAXUINT)
        continue;
      gtk_list_box_append (self->list, tal_search_row_new (_ ("Actions"), action->title,
                                                              action->keys, action->action));
      n_found++;
    }

  return n_found;
}

static void
show_result (TalSearchDialog *self, const TalSearchResult *result)
{
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  guint            n_found = result != NULL ? result->n_all : 0;
  g_autofree char *number = NULL;
  g_autofree char *said = NULL;

  clear_list (self);
  if (result != NULL)
    add_hits (self, result);
  n_found += add_actions (self, text);
  number = tal_danish_number_format (TAL_DECIMAL (n_found, 0), TAL_DANISH_NUMBER_PLAIN);
  said = g_strdup_printf (ngettext ("%s hit", "%s hits", n_found), number);
  gtk_label_set_label (self->count, text[0] != '\0' ? said : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text[0] != '\0' ? said : "", -1);
  gtk_stack_set_visible_child_name (self->stack, text[0] == '\0' ? "start"
                                                 : n_found > 0   ? "hits"
                                                                 : "nothing-found");
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/* The window goes first, for what is run may open another. */
static void
run_row (TalSearchDialog *self, GtkListBoxRow *row)
{
  g_autoptr (GVariant)  target = NULL;
  g_autoptr (GtkWindow) parent = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char      *name = NULL;

  if (!g_action_parse_detailed_name (tal_search_row_get_action (TAL_SEARCH_ROW (row)), &name,
                                     &target, NULL))
    return;

  if (target != NULL)
    g_variant_ref_sink (target);
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action_variant (GTK_WIDGET (parent), name, target);
}

static void
run_selected (TalSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->hurried = FALSE;
  if (row != NULL)
    run_row (self, row);
}

/* It holds no reference: a search is cancelled before the dialog goes, and a dialog that outlives
 * the window that it belongs to could not be let go of. */
static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TalSearchDialog            *self = user_data;
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalSearchResult) found = NULL;

  found = tal_workspace_search_finish (TAL_WORKSPACE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->searching);
  show_result (self, found);
  if (self->hurried)
    run_selected (self);
}

static void
text_changed_cb (TalSearchDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (g_strcmp0 (text, self->searched) == 0)
    return;

  g_free (self->searched);
  self->searched = g_strdup (text);
  self->hurried = FALSE;
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (self->workspace == NULL)
    {
      show_result (self, NULL);
      return;
    }

  self->searching = g_cancellable_new ();
  tal_workspace_search_async (self->workspace, text, MOST_OF_EACH, self->searching, searched_cb,
                              self);
}

static void
row_activated_cb (TalSearchDialog *self, GtkListBoxRow *row)
{
  run_row (self, row);
}

/* Whoever types fast presses Enter before the hits are there, or while those of a shorter text
 * still are. */
static void
entry_activated_cb (TalSearchDialog *self)
{
  text_changed_cb (self);
  if (self->searching != NULL)
    self->hurried = TRUE;
  else
    run_selected (self);
}

static void
stopped_cb (TalSearchDialog *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* What a person who listens hears while the cursor stays in the field: the hit, and how many
 * there are. */
static void
row_selected_cb (TalSearchDialog *self, GtkListBoxRow *row)
{
  const char      *count = gtk_label_get_label (self->count);
  g_autofree char *heard =
      row != NULL
          ? g_strdup_printf ("%s. %s", tal_search_row_get_sentence (TAL_SEARCH_ROW (row)), count)
          : g_strdup (count);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  heard, -1);
}

static void
scroll_to (TalSearchDialog *self, GtkWidget *row)
{
  GtkAdjustment  *adjustment = gtk_list_box_get_adjustment (self->list);
  graphene_rect_t bounds;

  if (adjustment != NULL && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, (double)bounds.origin.y,
                               (double)(bounds.origin.y + bounds.size.height));
}

static gboolean
key_pressed_cb (TalSearchDialog *self, guint key)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  GtkListBoxRow *next = NULL;
  int            step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;

  if (step == 0 || selected == NULL)
    return GDK_EVENT_PROPAGATE;

  next = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (selected) + step);
  if (next != NULL && gtk_list_box_row_get_index (selected) + step >= 0)
    {
      gtk_list_box_select_row (self->list, next);
      scroll_to (self, GTK_WIDGET (next));
    }
  return GDK_EVENT_STOP;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *above, gpointer unused)
{
  const char *group = tal_search_row_get_group (TAL_SEARCH_ROW (row));
  GtkWidget  *label = NULL;

  if (above != NULL && g_str_equal (tal_search_row_get_group (TAL_SEARCH_ROW (above)), group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label",
                        group, "xalign", 0.0F, NULL);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "search-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
tal_search_dialog_dispose (GObject *object)
{
  TalSearchDialog *self = TAL_SEARCH_DIALOG (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_object (&self->workspace);
  /* A row that goes while it is selected is told of to the field, which must be there. */
  if (self->list != NULL)
    clear_list (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_SEARCH_DIALOG);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_pointer (&self->searched, g_free);

  G_OBJECT_CLASS (tal_search_dialog_parent_class)->dispose (object);
}

static void
tal_search_dialog_class_init (TalSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_search_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/search/tal-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TalSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, TalSearchDialog, count);
  gtk_widget_class_bind_template_child (widget_class, TalSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TalSearchDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
tal_search_dialog_init (TalSearchDialog *self)
{
  self->actions = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_grow (GTK_WINDOW (self));
  tal_help_key_add (GTK_WINDOW (self));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

void
tal_search_dialog_present (GtkWindow *parent, TalWorkspace *workspace, GPtrArray *actions)
{
  TalSearchDialog *self = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));
  g_return_if_fail (actions != NULL);

  self = g_object_new (TAL_TYPE_SEARCH_DIALOG, "transient-for", parent, NULL);
  g_set_object (&self->workspace, workspace);
  g_ptr_array_unref (self->actions);
  self->actions = actions;
  gtk_window_present (GTK_WINDOW (self));
}
