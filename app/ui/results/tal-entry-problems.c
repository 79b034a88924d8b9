/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/results/tal-entry-problems.h"

#include "ui/common/tal-text-scale.h"

#include <glib/gi18n-lib.h>

#define WIDTH 420
#define HEIGHT 380

struct _TalEntryProblems
{
  GtkWidget parent_instance;

  GArray       *problems; /* of TalEntryProblem, whose sentences are not kept */
  TalEntryGrid *model;    /* NULL until it is shown */
  guint         resumed;  /* the problem where the focus is to be again; G_MAXUINT for none */
  GtkWidget    *scroller;
  GtkBox       *box;
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

/* The next one comes where it was, and those that were kept are below. */
static void
keep_clicked_cb (TalEntryProblems *self, GtkWidget *button)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "problem"));
  const TalEntryProblem *problem = &g_array_index (self->problems, TalEntryProblem, position);
  TalEntryRange          range = { problem->row, problem->column, 1, 1 };

  self->resumed = position;
  tal_entry_grid_keep (self->model, &range, !problem->kept);
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 42);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static const char *
get_kind (const TalEntryProblem *problem)
{
  if (problem->refused)
    return _ ("Error");
  return problem->kept ? _ ("Kept") : _ ("Warning");
}

/* Keeps the figure, or has it asked about again; NULL where there is none to keep. */
static GtkWidget *
create_button (TalEntryProblems *self, const TalEntryProblem *problem, guint position)
{
  GtkWidget *button = NULL;

  if (!problem->kept && !tal_entry_grid_can_keep (self->model, problem->row, problem->column))
    return NULL;

  button = gtk_button_new_with_label (problem->kept ? _ ("Undo keeping") : _ ("Keep It"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "offer");
  g_object_set_data (G_OBJECT (button), "problem", GUINT_TO_POINTER (position));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (keep_clicked_cb), self);
  return button;
}

/* What it is and where, and beside it what can be done. */
static GtkWidget *
create_title (TalEntryProblems      *self,
              const TalEntryProblem *problem,
              guint                  position,
              const char            *name)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = create_label (name, problem->refused ? "error" : "dim-label");
  GtkWidget *button = create_button (self, problem, position);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  if (button != NULL)
    gtk_box_append (GTK_BOX (line), button);
  return line;
}

static GtkWidget *
create_row (TalEntryProblems *self, const TalEntryProblem *problem, guint position)
{
  g_auto (TalEntryCell) cell = { NULL };
  GtkWidget            *row = gtk_list_box_row_new ();
  GtkWidget            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char      *name = NULL;

  tal_entry_grid_load_cell (self->model, problem->row, problem->column, &cell);
  name = g_strdup_printf ("%s · %s", get_kind (problem), cell.name);
  gtk_box_append (GTK_BOX (box), create_title (self, problem, position, name));
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
add_group (TalEntryProblems *self, const char *heading)
{
  GtkWidget *list = gtk_list_box_new ();

  if (heading != NULL)
    gtk_box_append (self->box, create_label (heading, "heading"));
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading != NULL ? heading : _ ("Check"), -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (self->box, list);
  return GTK_LIST_BOX (list);
}

/* Those that nobody has answered, each under its initiative; returns how many. */
static guint
add_open (TalEntryProblems *self)
{
  GtkListBox *list = NULL;
  guint       above = G_MAXUINT;
  guint       n_open = 0;

  for (guint i = 0; i < self->problems->len; i++)
    {
      const TalEntryProblem *problem = &g_array_index (self->problems, TalEntryProblem, i);
      guint                  heading = find_heading (self->model, problem->row);

      if (problem->kept)
        continue;
      if (list == NULL || heading != above)
        list =
            add_group (self, heading != G_MAXUINT ? tal_entry_grid_get_title (self->model, heading)
                                                  : NULL);
      above = heading;
      gtk_list_box_append (list, create_row (self, problem, i));
      n_open++;
    }

  return n_open;
}

static void
add_kept (TalEntryProblems *self)
{
  GtkListBox *list = NULL;

  for (guint i = 0; i < self->problems->len; i++)
    {
      const TalEntryProblem *problem = &g_array_index (self->problems, TalEntryProblem, i);

      if (!problem->kept)
        continue;
      if (list == NULL)
        list = add_group (self, _ ("Kept"));
      gtk_list_box_append (list, create_row (self, problem, i));
    }
}

static guint
get_position (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "problem"));
}

/* The first row that is shown of that problem or a later one: the next to be answered where it
 * was answered itself. */
static GtkWidget *
find_row (TalEntryProblems *self, guint position)
{
  for (GtkWidget *list = gtk_widget_get_first_child (GTK_WIDGET (self->box)); list != NULL;
       list = gtk_widget_get_next_sibling (list))
    {
      GtkWidget *row = GTK_IS_LIST_BOX (list) ? gtk_widget_get_first_child (list) : NULL;

      for (; row != NULL; row = gtk_widget_get_next_sibling (row))
        {
          if (get_position (row) >= position)
            return row;
        }
    }

  return NULL;
}

/* Where the focus is while what is shown is made anew. */
static void
remember_focus (TalEntryProblems *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = NULL;

  if (self->resumed != G_MAXUINT || focus == NULL ||
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->box)))
    return;

  row =
      GTK_IS_LIST_BOX_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
  if (row != NULL)
    self->resumed = get_position (row);
}

/* Whoever kept a figure here goes on here. */
static void
resume (TalEntryProblems *self)
{
  GtkWidget *row = self->resumed != G_MAXUINT ? find_row (self, self->resumed) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (row);
  self->resumed = G_MAXUINT;
}

static void
tal_entry_problems_dispose (GObject *object)
{
  g_clear_pointer (&TAL_ENTRY_PROBLEMS (object)->scroller, gtk_widget_unparent);
  g_clear_object (&TAL_ENTRY_PROBLEMS (object)->model);

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
  self->resumed = G_MAXUINT;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "problems");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), HEIGHT);
  gtk_widget_set_size_request (self->scroller, tal_text_scale_pixels (WIDTH), -1);
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
  GtkWidget *child = NULL;

  g_return_if_fail (TAL_IS_ENTRY_PROBLEMS (self));
  g_return_if_fail (TAL_IS_ENTRY_GRID (model));

  remember_focus (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_clear_pointer (&self->problems, g_array_unref);
  g_set_object (&self->model, model);
  self->problems = tal_entry_grid_list_problems (model);
  if (add_open (self) == 0)
    gtk_box_append (self->box,
                    create_label (_ ("There is nothing to remark on the figures."), NULL));
  add_kept (self);
  resume (self);
}
