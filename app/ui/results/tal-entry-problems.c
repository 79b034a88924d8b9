/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/results/tal-entry-problems.h"

#include <glib/gi18n-lib.h>

#define WIDTH 420
#define HEIGHT 380

struct _TalEntryProblems
{
  GtkWidget parent_instance;

  GArray    *problems; /* of TalEntryProblem, whose sentences are not kept */
  GtkWidget *scroller;
  GtkBox    *box;
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalEntryProblems, tal_entry_problems, GTK_TYPE_WIDGET)

static void
row_activated_cb (TalEntryProblems *self, GtkListBoxRow *row)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "problem"));
  const TalEntryProblem *problem = &g_array_index (self->problems, TalEntryProblem, position);

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, problem->row, problem->column);
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
create_row (TalEntryGrid *model, const TalEntryProblem *problem, guint position)
{
  g_auto (TalEntryCell) cell = { NULL };
  GtkWidget            *row = gtk_list_box_row_new ();
  GtkWidget            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char      *name = NULL;

  tal_entry_grid_load_cell (model, problem->row, problem->column, &cell);
  name = g_strdup_printf ("%s · %s", problem->refused ? _ ("Error") : _ ("Warning"), cell.name);
  gtk_box_append (GTK_BOX (box), create_label (name, problem->refused ? "error" : "dim-label"));
  gtk_box_append (GTK_BOX (box), create_label (problem->sentence, NULL));
  gtk_widget_add_css_class (box, "problem");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem->sentence, -1);
  g_object_set_data (G_OBJECT (row), "problem", GUINT_TO_POINTER (position));
  return row;
}

/* The initiative over a row; G_MAXUINT where none is. */
static guint
find_heading (TalEntryGrid *model, guint row)
{
  for (guint i = row + 1; i > 0; i--)
    {
      if (tal_entry_grid_is_heading (model, i - 1))
        return i - 1;
    }

  return G_MAXUINT;
}

static GtkListBox *
add_group (TalEntryProblems *self, TalEntryGrid *model, guint heading)
{
  GtkWidget *list = gtk_list_box_new ();

  if (heading != G_MAXUINT)
    gtk_box_append (self->box, create_label (tal_entry_grid_get_title (model, heading), "heading"));
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (self->box, list);
  return GTK_LIST_BOX (list);
}

static void
tal_entry_problems_dispose (GObject *object)
{
  g_clear_pointer (&TAL_ENTRY_PROBLEMS (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (tal_entry_problems_parent_class)->dispose (object);
}

static void
tal_entry_problems_finalize (GObject *object)
{
  g_clear_pointer (&TAL_ENTRY_PROBLEMS (object)->problems, g_array_unref);

  G_OBJECT_CLASS (tal_entry_problems_parent_class)->finalize (object);
}

static void
tal_entry_problems_class_init (TalEntryProblemsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tal_entry_problems_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_entry_problems_finalize;

  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", TAL_TYPE_ENTRY_PROBLEMS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tal_entry_problems_init (TalEntryProblems *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "problems");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), HEIGHT);
  gtk_widget_set_size_request (self->scroller, WIDTH, -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
tal_entry_problems_new (void)
{
  return g_object_new (TAL_TYPE_ENTRY_PROBLEMS, NULL);
}

void
tal_entry_problems_update (TalEntryProblems *self, TalEntryGrid *model)
{
  GtkWidget  *child = NULL;
  GtkListBox *list = NULL;
  guint       above = G_MAXUINT;

  g_return_if_fail (TAL_IS_ENTRY_PROBLEMS (self));
  g_return_if_fail (TAL_IS_ENTRY_GRID (model));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_clear_pointer (&self->problems, g_array_unref);
  self->problems = tal_entry_grid_list_problems (model);
  for (guint i = 0; i < self->problems->len; i++)
    {
      const TalEntryProblem *problem = &g_array_index (self->problems, TalEntryProblem, i);
      guint                  heading = find_heading (model, problem->row);

      if (list == NULL || heading != above)
        list = add_group (self, model, heading);
      above = heading;
      gtk_list_box_append (list, create_row (model, problem, i));
    }
  if (self->problems->len == 0)
    gtk_box_append (self->box,
                    create_label (_ ("There is nothing to remark on the figures."), NULL));
}
