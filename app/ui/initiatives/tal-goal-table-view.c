/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-goal-table-view.h"

#include "ui/common/tal-status-dot.h"
#include "ui/common/tal-wrapped-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Pixels between two columns. */
#define COLUMN_GAP 14
/* What a cell asks for; its column is most often wider. */
#define CELL_WIDTH_CHARS 9
/* And between a dot and its word. */
#define DOT_GAP 6

struct _TalGoalTableView
{
  GtkWidget parent_instance;

  TalStatusTable     *statuses; /* NULL until it is shown */
  TalId               initiative;
  TalGoalTable       *table; /* NULL until it is shown */
  TalGoalTableLayout  layout;
  TalGoalTableOptions options;
  gboolean            filling;

  GtkWidget  *box;
  GtkLabel   *title;
  GtkBox     *headings;
  GtkListBox *rows;
  GtkLabel   *note;
};

enum
{
  GOAL_CHOSEN,
  GOAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of their flags and layouts. */
static const char *const option_names[] = { "money", "counts", "note", "missed-only" };
static const char *const layout_names[] = { "initiatives", "contents", "indicators" };

G_DEFINE_FINAL_TYPE (TalGoalTableView, tal_goal_table_view, GTK_TYPE_WIDGET)

static GtkWidget *
append_cell (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = tal_wrapped_text_new ();

  tal_wrapped_text_set_label (TAL_WRAPPED_TEXT (label), text);
  g_object_set (label, "width-chars", CELL_WIDTH_CHARS, NULL);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

/* The word with its dot before it. */
static void
append_verdict (TalGoalTableView *self, GtkBox *box, const TalGoalTableRow *row, const char *word)
{
  const TalGoalStatus *status = tal_status_table_find_goal (self->statuses, row->goal);
  GtkWidget           *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, DOT_GAP);
  GtkWidget           *dot = tal_status_dot_new ();

  if (status != NULL)
    tal_status_dot_set_mark (TAL_STATUS_DOT (dot), tal_mark_for_status (status));
  gtk_widget_set_valign (dot, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (cell), dot);
  gtk_widget_set_hexpand (append_cell (GTK_BOX (cell), word, "wording"), TRUE);
  gtk_box_append (box, cell);
}

static void
add_row (TalGoalTableView *self, const TalGoalTableRow *each)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, COLUMN_GAP);

  gtk_box_set_homogeneous (GTK_BOX (cells), TRUE);
  for (guint i = 0; self->table->headings[i] != NULL; i++)
    {
      if (self->layout == TAL_GOAL_TABLE_INDICATORS && self->table->headings[i + 1] == NULL)
        append_verdict (self, GTK_BOX (cells), each, each->cells[i]);
      else
        append_cell (GTK_BOX (cells), each->cells[i], "wording");
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), cells);
  gtk_widget_add_css_class (row, "goal-table-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, each->spoken,
                                  -1);
  gtk_list_box_append (self->rows, row);
}

static void
clear (TalGoalTableView *self)
{
  GtkWidget     *heading = NULL;
  GtkListBoxRow *row = NULL;

  self->filling = TRUE;
  while ((heading = gtk_widget_get_first_child (GTK_WIDGET (self->headings))) != NULL)
    gtk_box_remove (self->headings, heading);
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  self->filling = FALSE;
}

static void
fill (TalGoalTableView *self)
{
  const TalGoalStatus *goals = NULL;
  guint                n_goals = 0;

  clear (self);
  g_clear_pointer (&self->table, tal_goal_table_free);
  if (self->statuses == NULL)
    return;

  goals = tal_status_table_get_initiative (self->statuses, self->initiative, &n_goals);
  self->table = tal_goal_table_new (tal_status_table_get_catalogue (self->statuses), goals, n_goals,
                                    self->layout, self->options);
  gtk_label_set_label (self->title, self->table->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->table->title, -1);
  for (guint i = 0; self->table->headings[i] != NULL; i++)
    append_cell (self->headings, self->table->headings[i], "caption-heading");
  for (guint i = 0; i < self->table->rows->len; i++)
    add_row (self, g_ptr_array_index (self->table->rows, i));
  gtk_label_set_label (self->note, self->table->note != NULL ? self->table->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), self->table->note != NULL);
}

static void
row_selected_cb (TalGoalTableView *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[GOAL_CHOSEN], 0);
}

static void
row_activated_cb (TalGoalTableView *self)
{
  g_signal_emit (self, signals[GOAL_ACTIVATED], 0);
}

static void
layout_changed_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  TalGoalTableView *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (layout_names); i++)
    {
      if (g_str_equal (layout_names[i], g_variant_get_string (state, NULL)))
        self->layout = (TalGoalTableLayout)i;
    }
  g_simple_action_set_state (action, state);
  fill (self);
}

static void
option_changed_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  TalGoalTableView *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (option_names); i++)
    {
      if (g_str_equal (option_names[i], g_action_get_name (G_ACTION (action))))
        self->options ^= 1u << i;
    }
  g_simple_action_set_state (action, state);
  fill (self);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TalGoalTableView              *self = TAL_GOAL_TABLE_VIEW (widget);
  g_autofree char               *tabs = NULL;
  char                          *html = NULL;
  g_autoptr (GBytes)             bytes = NULL;
  g_autoptr (GdkContentProvider) all = NULL;
  GdkContentProvider            *each[2];

  if (self->table == NULL)
    return;

  tabs = tal_goal_table_to_tabs (self->table);
  html = tal_goal_table_to_html (self->table);
  bytes = g_bytes_new_take (html, strlen (html));
  each[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  each[1] = gdk_content_provider_new_typed (G_TYPE_STRING, tabs);
  all = gdk_content_provider_new_union (each, G_N_ELEMENTS (each));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
  gtk_widget_activate_action (widget, "win.show-message", "s", _ ("The table was copied."));
}

static void
tal_goal_table_view_dispose (GObject *object)
{
  TalGoalTableView *self = TAL_GOAL_TABLE_VIEW (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_GOAL_TABLE_VIEW);
  g_clear_pointer (&self->table, tal_goal_table_free);
  g_clear_pointer (&self->statuses, tal_status_table_unref);

  G_OBJECT_CLASS (tal_goal_table_view_parent_class)->dispose (object);
}

static void
tal_goal_table_view_class_init (TalGoalTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_goal_table_view_dispose;

  signals[GOAL_CHOSEN] = g_signal_new ("goal-chosen", TAL_TYPE_GOAL_TABLE_VIEW, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GOAL_ACTIVATED] = g_signal_new ("goal-activated", TAL_TYPE_GOAL_TABLE_VIEW,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "goal-table.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "goal-table.copy",
                                       NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/initiatives/tal-goal-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TalGoalTableView, box);
  gtk_widget_class_bind_template_child (widget_class, TalGoalTableView, title);
  gtk_widget_class_bind_template_child (widget_class, TalGoalTableView, headings);
  gtk_widget_class_bind_template_child (widget_class, TalGoalTableView, rows);
  gtk_widget_class_bind_template_child (widget_class, TalGoalTableView, note);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
add_options (TalGoalTableView *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction)      layout =
      g_simple_action_new_stateful ("layout", G_VARIANT_TYPE_STRING,
                                    g_variant_new_string (layout_names[self->layout]));

  g_signal_connect_object (layout, "change-state", G_CALLBACK (layout_changed_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (layout));
  for (guint i = 0; i < G_N_ELEMENTS (option_names); i++)
    {
      gboolean                  set = (self->options & (1u << i)) != 0;
      g_autoptr (GSimpleAction) option =
          g_simple_action_new_stateful (option_names[i], NULL, g_variant_new_boolean (set));

      g_signal_connect_object (option, "change-state", G_CALLBACK (option_changed_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (option));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (group));
}

static void
tal_goal_table_view_init (TalGoalTableView *self)
{
  self->options = TAL_GOAL_TABLE_MONEY | TAL_GOAL_TABLE_COUNTS;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_options (self);
}

GtkWidget *
tal_goal_table_view_new (void)
{
  return g_object_new (TAL_TYPE_GOAL_TABLE_VIEW, NULL);
}

void
tal_goal_table_view_show (TalGoalTableView *self, TalStatusTable *statuses, TalId initiative)
{
  g_autoptr (TalStatusTable) former = NULL;

  g_return_if_fail (TAL_IS_GOAL_TABLE_VIEW (self));
  g_return_if_fail (statuses != NULL);

  former = self->statuses;
  self->statuses = tal_status_table_ref (statuses);
  self->initiative = initiative;
  fill (self);
}

TalId
tal_goal_table_view_get_chosen (TalGoalTableView *self)
{
  GtkListBoxRow         *row = NULL;
  const TalGoalTableRow *chosen = NULL;

  g_return_val_if_fail (TAL_IS_GOAL_TABLE_VIEW (self), TAL_ID_NONE);

  row = gtk_list_box_get_selected_row (self->rows);
  if (row == NULL || self->table == NULL)
    return TAL_ID_NONE;

  chosen = g_ptr_array_index (self->table->rows, gtk_list_box_row_get_index (row));
  return chosen->goal;
}
