/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/history/tal-history-page.h"

#include "base/tal-danish-collation.h"
#include "base/tal-danish-number.h"
#include "core/tal-title.h"
#include "model/tal-clock.h"
#include "model/tal-history-list.h"
#include "model/tal-workspace-history.h"
#include "ui/common/tal-file-chooser.h"
#include "ui/common/tal-list-keys.h"
#include "ui/common/tal-wrap-box.h"
#include "ui/history/tal-history-details.h"
#include "ui/history/tal-history-row.h"
#include "ui/history/tal-history-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _TalHistoryPage
{
  GtkWidget parent_instance;

  TalWorkspace       *workspace;
  GSignalGroup       *signals;
  TalHistoryList     *list; /* NULL without a workspace */
  GtkSingleSelection *selection;
  GPtrArray          *authors;     /* of char *, as in their chooser after "everybody" */
  GArray             *initiatives; /* of TalId, as in their chooser after "all" */
  GCancellable       *asking;
  gboolean            filling;

  GtkWidget         *box;
  GtkSearchEntry    *search_entry;
  GtkDropDown       *kind_chooser;
  GtkDropDown       *author_chooser;
  GtkDropDown       *initiative_chooser;
  GtkDropDown       *time_chooser;
  GtkLabel          *count;
  GtkStack          *stack;
  AdwFlap           *flap;
  GtkListView       *view;
  TalHistoryDetails *details;
  AdwStatusPage     *problem_page;
};

enum
{
  PROP_WORKSPACE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* In the order of their choosers. */
enum
{
  KIND_ALL,
  KIND_FIGURES,
  KIND_IMPORTS,
};

/* How many days back each choice of time goes, after "ever". */
static const guint days_back[] = { 0, 6, 29, 364 };

G_DEFINE_FINAL_TYPE (TalHistoryPage, tal_history_page, GTK_TYPE_WIDGET)

static TalHistoryItem *
ref_selected (TalHistoryPage *self)
{
  GtkTreeListRow *row =
      self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

static void
show_details (TalHistoryPage *self)
{
  g_autoptr (TalHistoryItem) item = ref_selected (self);

  tal_history_details_show (self->details, self->workspace, item);
}

static void
get_filter (TalHistoryPage *self, TalHistoryFilter *ret_filter)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  guint       author = gtk_drop_down_get_selected (self->author_chooser);
  guint       initiative = gtk_drop_down_get_selected (self->initiative_chooser);
  guint       time = gtk_drop_down_get_selected (self->time_chooser);

  *ret_filter = (TalHistoryFilter){ 0 };
  ret_filter->only_figures = gtk_drop_down_get_selected (self->kind_chooser) == KIND_FIGURES;
  ret_filter->only_imports = gtk_drop_down_get_selected (self->kind_chooser) == KIND_IMPORTS;
  if (author > 0 && author <= self->authors->len)
    ret_filter->author = g_strdup (g_ptr_array_index (self->authors, author - 1));
  if (initiative > 0 && initiative <= self->initiatives->len)
    ret_filter->initiative = g_array_index (self->initiatives, TalId, initiative - 1);
  if (time > 0 && time <= G_N_ELEMENTS (days_back))
    ret_filter->since = tal_clock_get_start_of_day (days_back[time - 1]);
  if (text[0] != '\0')
    ret_filter->text = g_strdup (text);
}

static void
show_count (TalHistoryPage *self, guint n_items, gboolean filtered)
{
  g_autofree char *number =
      tal_danish_number_format (TAL_DECIMAL (n_items, 0), TAL_DANISH_NUMBER_PLAIN);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->count), filtered);
  if (tal_history_list_is_complete (self->list))
    text = g_strdup_printf (ngettext ("%s hit", "%s hits", n_items), number);
  else
    text = g_strdup_printf (_ ("More than %s hits"), number);
  gtk_label_set_label (self->count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, filtered ? text : "", -1);
}

static void
loaded_cb (TalHistoryPage *self)
{
  const TalHistoryFilter  all = { 0 };
  const TalHistoryFilter *filter = tal_history_list_get_filter (self->list);
  gboolean                filtered = !tal_history_filter_is_equal (filter, &all);
  const char             *problem = tal_history_list_get_problem (self->list);
  guint                   n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  show_count (self, n_items, filtered && problem == NULL);
  if (problem != NULL)
    {
      adw_status_page_set_description (self->problem_page, problem);
      gtk_stack_set_visible_child_name (self->stack, "problem");
    }
  else if (n_items == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, filtered ? "nothing-found" : "empty");
    }
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
    }
}

static void
filter_changed_cb (TalHistoryPage *self)
{
  g_auto (TalHistoryFilter) filter = { 0 };

  if (self->filling || self->list == NULL)
    return;

  get_filter (self, &filter);
  tal_history_list_set_filter (self->list, &filter);
}

static void
reset_clicked_cb (TalHistoryPage *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_drop_down_set_selected (self->kind_chooser, 0);
  gtk_drop_down_set_selected (self->author_chooser, 0);
  gtk_drop_down_set_selected (self->initiative_chooser, 0);
  gtk_drop_down_set_selected (self->time_chooser, 0);
  self->filling = FALSE;
  filter_changed_cb (self);
}

/* Escape clears what is searched for, and then leaves the field. */
static void
search_stopped_cb (TalHistoryPage *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
show_place_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (TalHistoryItem) item = ref_selected (TAL_HISTORY_PAGE (widget));
  char                       id[TAL_ID_STRING_LENGTH + 1];
  TalKey                     key;

  if (item == NULL)
    return;

  key = tal_history_item_get_key (item);
  tal_id_format (key.id, id);
  gtk_widget_activate_action (widget, "win.show-place", "(us)", key.kind, id);
}

/* What is said aloud of the item, for whoever wants to write it somewhere else. */
static void
copy_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (TalHistoryItem) item = ref_selected (TAL_HISTORY_PAGE (widget));
  g_autofree char           *line = NULL;

  if (item == NULL)
    return;

  line = tal_history_text_line (item);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), line);
  gtk_widget_activate_action (widget, "win.show-message", "s", _ ("The entry is copied"));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalHistoryPage) self = user_data;
  g_autoptr (GError)         error = NULL;

  if (tal_workspace_save_history_finish (TAL_WORKSPACE (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s",
                                _ ("The history is saved"));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", error->message);
}

static void
file_chosen_cb (GObject *object, GFile *file)
{
  TalHistoryPage *self = TAL_HISTORY_PAGE (object);

  if (self->list != NULL && g_file_peek_path (file) != NULL)
    tal_workspace_save_history_async (self->workspace, tal_history_list_get_filter (self->list),
                                      g_file_peek_path (file), NULL, saved_cb, g_object_ref (self));
}

/* What is shown is what is saved. */
static void
save_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  tal_file_chooser_save_history (GTK_WINDOW (gtk_widget_get_root (widget)),
                                 _ ("History"), file_chosen_cb, G_OBJECT (widget));
}

static void
row_activated_cb (TalHistoryPage *self)
{
  if (adw_flap_get_folded (self->flap) && !adw_flap_get_reveal_flap (self->flap))
    adw_flap_set_reveal_flap (self->flap, TRUE);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "history.show-place", NULL);
}

static void
set_up_cb (TalHistoryPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, tal_history_row_new ());
}

static void
bind_cb (TalHistoryPage *self, GtkListItem *item)
{
  TalHistoryRow *row = TAL_HISTORY_ROW (gtk_list_item_get_child (item));

  tal_history_row_show (row, gtk_list_item_get_item (item),
                        tal_workspace_get_catalogue (self->workspace));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tal_history_row_get_sentence (row),
                                  -1);
}

static void
unbind_cb (TalHistoryPage *self, GtkListItem *item)
{
  tal_history_row_show (TAL_HISTORY_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static GListModel *
open_entry (gpointer item, gpointer user_data)
{
  TalHistoryList *list = user_data;

  if (tal_history_item_get_change (item, NULL) != NULL ||
      tal_history_item_get_entry (item)->n_changes < 2)
    return NULL;

  return tal_history_list_open_entry (list, item);
}

static void
forget_list (TalHistoryPage *self)
{
  gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
}

static void
make_list (TalHistoryPage *self)
{
  GtkTreeListModel *tree = NULL;

  self->list = tal_history_list_new (self->workspace);
  g_signal_connect_object (self->list, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  tree = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->list)), FALSE, FALSE,
                                  open_entry, g_object_ref (self->list), g_object_unref);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (tree));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_details),
                           self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
set_names (GtkDropDown *chooser, const char *all, const char *const *names)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint                     selected = gtk_drop_down_get_selected (chooser);

  gtk_string_list_append (model, all);
  gtk_string_list_splice (model, 1, 0, names);
  gtk_drop_down_set_model (chooser, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (chooser, selected < g_list_model_get_n_items (G_LIST_MODEL (model))
                                           ? selected
                                           : 0);
}

static void
authors_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalHistoryPage) self = user_data;
  g_autoptr (GPtrArray)      authors =
      tal_workspace_list_authors_finish (TAL_WORKSPACE (source), result, NULL);

  if (authors == NULL || self->workspace != TAL_WORKSPACE (source))
    return;

  g_ptr_array_unref (self->authors);
  self->authors = g_steal_pointer (&authors);
  g_ptr_array_add (self->authors, NULL);
  self->filling = TRUE;
  set_names (self->author_chooser, _ ("Everybody"), (const char *const *)self->authors->pdata);
  self->filling = FALSE;
  g_ptr_array_set_size (self->authors, (int)self->authors->len - 1);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const TalRecord *one = *(const TalRecord *const *)a;
  const TalRecord *other = *(const TalRecord *const *)b;

  return tal_danish_collation_compare (tal_title_get_name (one), tal_title_get_name (other));
}

static void
list_initiatives (TalHistoryPage *self)
{
  const TalCatalogue     *catalogue = tal_workspace_get_catalogue (self->workspace);
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (catalogue, TAL_KIND_INITIATIVE, &length);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < length; i++)
    {
      if (tal_title_get_name (records[i]) != NULL)
        g_ptr_array_add (sorted, (gpointer)records[i]);
    }
  g_ptr_array_sort (sorted, compare_names);

  g_array_set_size (self->initiatives, 0);
  for (guint i = 0; i < sorted->len; i++)
    {
      const TalRecord *record = g_ptr_array_index (sorted, i);

      g_array_append_val (self->initiatives, record->id);
      g_ptr_array_add (names, (gpointer)tal_title_get_name (record));
    }
  g_ptr_array_add (names, NULL);
  self->filling = TRUE;
  set_names (self->initiative_chooser, _ ("All initiatives"), (const char *const *)names->pdata);
  self->filling = FALSE;
}

static void
fill_choosers (TalHistoryPage *self)
{
  list_initiatives (self);
  tal_workspace_list_authors_async (self->workspace, self->asking, authors_listed_cb,
                                    g_object_ref (self));
}

static void
committed_cb (TalHistoryPage *self, TalChangeSet *changes)
{
  if (tal_change_set_touches_kind (changes, TAL_KIND_INITIATIVE))
    list_initiatives (self);
}

static void
set_workspace (TalHistoryPage *self, TalWorkspace *workspace)
{
  if (!g_set_object (&self->workspace, workspace))
    return;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  forget_list (self);
  tal_history_details_show (self->details, NULL, NULL);
  g_signal_group_set_target (self->signals, workspace);
  if (workspace != NULL)
    {
      self->asking = g_cancellable_new ();
      reset_clicked_cb (self);
      fill_choosers (self);
      make_list (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

static gboolean
key_pressed_cb (TalHistoryPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  return tal_list_keys_leave (GTK_WIDGET (self->view), keyval, state);
}

static void
tal_history_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_WORKSPACE)
    g_value_set_object (value, TAL_HISTORY_PAGE (object)->workspace);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_history_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (property_id == PROP_WORKSPACE)
    set_workspace (TAL_HISTORY_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_history_page_dispose (GObject *object)
{
  TalHistoryPage *self = TAL_HISTORY_PAGE (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->view != NULL)
    forget_list (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_HISTORY_PAGE);
  g_clear_pointer (&self->authors, g_ptr_array_unref);
  g_clear_pointer (&self->initiatives, g_array_unref);

  G_OBJECT_CLASS (tal_history_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/history/tal-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TalHistoryPage, box);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryPage, kind_chooser);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryPage, author_chooser);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryPage, initiative_chooser);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryPage, time_chooser);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryPage, count);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryPage, flap);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryPage, view);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryPage, details);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryPage, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
tal_history_page_class_init (TalHistoryPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_history_page_get_property;
  object_class->set_property = tal_history_page_set_property;
  object_class->dispose = tal_history_page_dispose;

  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, TAL_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TAL_TYPE_HISTORY_DETAILS);
  g_type_ensure (TAL_TYPE_WRAP_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "history.show-place", NULL, show_place_cb);
  gtk_widget_class_install_action (widget_class, "history.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "history.save", NULL, save_cb);
  bind_template (widget_class);
}

static void
tal_history_page_init (TalHistoryPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->authors = g_ptr_array_new_with_free_func (g_free);
  self->initiatives = g_array_new (FALSE, FALSE, sizeof (TalId));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c,
                                                                                  GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("history.copy")));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  self->signals = g_signal_group_new (TAL_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "committed", G_CALLBACK (committed_cb), self);
}

GtkWidget *
tal_history_page_new (void)
{
  return g_object_new (TAL_TYPE_HISTORY_PAGE, NULL);
}

void
tal_history_page_start_search (TalHistoryPage *self)
{
  g_return_if_fail (TAL_IS_HISTORY_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
tal_history_page_show_initiative (TalHistoryPage *self, TalId initiative)
{
  g_return_if_fail (TAL_IS_HISTORY_PAGE (self));

  reset_clicked_cb (self);
  for (guint i = 0; i < self->initiatives->len; i++)
    {
      if (tal_id_is_equal (g_array_index (self->initiatives, TalId, i), initiative))
        gtk_drop_down_set_selected (self->initiative_chooser, i + 1);
    }
}
