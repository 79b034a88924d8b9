/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The states of the page where results are entered. */

#include "config.h"

#include "ui/results/tal-entry-page.h"
#include "ui/results/tal-paste-popover.h"
#include "ui/take-shots.h"

static const char *
get_label (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget))
    return gtk_menu_button_get_label (GTK_MENU_BUTTON (widget));
  return GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;
}

static GtkWidget *
find_titled_button (GtkWidget *root, const char *start)
{
  if (get_label (root) != NULL && g_str_has_prefix (get_label (root), start))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_titled_button (child, start);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What opens under a button, closed again after its picture. */
static gboolean
shoot_popover (Stage *stage, const char *folder, const char *name, const char *start)
{
  GtkWidget *button = NULL;
  gboolean   saved = FALSE;

  if (!show_page (stage, "entry"))
    return FALSE;

  settle ();
  settle ();
  button = find_titled_button (find_below (GTK_WIDGET (stage->window), TAL_TYPE_ENTRY_PAGE), start);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();
  saved = save_picture (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), folder,
                        name);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  settle ();
  return saved;
}

static gboolean
shoot_paste (Stage *stage, const char *folder, const char *name)
{
  TalResultGrid *grid = NULL;
  gboolean       saved = FALSE;

  if (!show_page (stage, "entry"))
    return FALSE;

  grid = TAL_RESULT_GRID (find_below (GTK_WIDGET (stage->window), TAL_TYPE_RESULT_GRID));
  tal_result_grid_go_to (grid, 1, TAL_ENTRY_COLUMN_NUMERATOR);
  tal_result_grid_paste_text (grid, "545\t\n1.5\t545\n110\tmange\n");
  settle ();
  saved = save_picture (find_below (GTK_WIDGET (grid), TAL_TYPE_PASTE_POPOVER), folder, name);
  gtk_popover_popdown (GTK_POPOVER (find_below (GTK_WIDGET (grid), TAL_TYPE_PASTE_POPOVER)));
  settle ();
  return saved;
}

/* Figures over periods, and back to the goals. */
static gboolean
shoot_series (Stage *stage, const char *folder, const char *name)
{
  GtkWidget *page = NULL;
  gboolean   saved = FALSE;

  if (!show_page (stage, "entry"))
    return FALSE;

  page = find_below (GTK_WIDGET (stage->window), TAL_TYPE_ENTRY_PAGE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_titled_button (page, "Nøgletal")), TRUE);
  settle ();
  saved = save_picture (GTK_WIDGET (stage->window), folder, name);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_titled_button (page, "Mål")), TRUE);
  settle ();
  return saved;
}

/* "entry-close", the question, and "entry-closed", what comes of it. */
static gboolean
shoot_closing (Stage *stage, const char *folder, const char *name)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWidget  *page = NULL;
  gboolean    saved = FALSE;

  if (!show_page (stage, "entry"))
    return FALSE;

  page = find_below (GTK_WIDGET (stage->window), TAL_TYPE_ENTRY_PAGE);
  gtk_widget_activate_action (page, "entry.close-period", NULL);
  settle ();
  if (g_str_equal (name, "entry-close"))
    return shoot_child (stage, folder, name);

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (toplevels, i);

      if (!ADW_IS_MESSAGE_DIALOG (each))
        continue;
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (each), "close-period");
      gtk_window_destroy (GTK_WINDOW (each));
      break;
    }
  settle ();
  settle ();
  saved = save_picture (GTK_WIDGET (stage->window), folder, name);
  gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.undo", NULL);
  settle ();
  return saved;
}

/* A year with two figures that are asked about, the first of which is kept: in the grid, and in
 * the list of all that is asked. */
static gboolean
shoot_kept (Stage *stage, const char *folder, const char *name)
{
  TalEntryPage  *page = NULL;
  TalResultGrid *grid = NULL;
  TalPeriod      period = TAL_PERIOD_UNSET;
  gboolean       saved = FALSE;

  if (!show_page (stage, "entry"))
    return FALSE;

  settle ();
  settle ();
  page = TAL_ENTRY_PAGE (find_below (GTK_WIDGET (stage->window), TAL_TYPE_ENTRY_PAGE));
  grid = tal_entry_page_get_grid (page);
  tal_period_parse ("2024", &period, NULL);
  tal_entry_grid_add_period (tal_entry_page_get_model (page), period);
  gtk_widget_activate_action (GTK_WIDGET (page), "entry.next-period", NULL);
  settle ();
  tal_entry_grid_type (tal_entry_page_get_model (page), 1, TAL_ENTRY_COLUMN_NUMERATOR, "6000");
  settle ();
  tal_entry_grid_type (tal_entry_page_get_model (page), 2, TAL_ENTRY_COLUMN_NUMERATOR, "5000");
  settle ();
  tal_result_grid_go_to (grid, 1, TAL_ENTRY_COLUMN_NUMERATOR);
  tal_result_grid_press (grid, GDK_KEY_Return, GDK_CONTROL_MASK);
  settle ();
  settle ();
  if (g_str_equal (name, "entry-kept-list"))
    saved = shoot_popover (stage, folder, name, "Kontrollér");
  else
    saved = save_picture (GTK_WIDGET (stage->window), folder, name);
  for (guint i = 0; i < 3; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.undo", NULL);
      settle ();
    }
  gtk_widget_activate_action (GTK_WIDGET (page), "entry.previous-period", NULL);
  settle ();
  return saved;
}

/* Why the second goal was missed, as it is written in the grid. */
static gboolean
shoot_explanation (Stage *stage, const char *folder, const char *name)
{
  TalResultGrid *grid = NULL;
  GtkWidget     *text = NULL;
  gboolean       saved = FALSE;

  if (!show_page (stage, "entry"))
    return FALSE;

  settle ();
  grid = TAL_RESULT_GRID (find_below (GTK_WIDGET (stage->window), TAL_TYPE_RESULT_GRID));
  tal_result_grid_go_to (grid, 2, TAL_ENTRY_COLUMN_VERDICT);
  tal_result_grid_edit_note (grid);
  settle ();
  text = find_below (GTK_WIDGET (grid), GTK_TYPE_TEXT_VIEW);
  if (text == NULL)
    return FALSE;

  text = gtk_widget_get_ancestor (text, GTK_TYPE_POPOVER);
  saved = save_picture (text, folder, name);
  gtk_popover_popdown (GTK_POPOVER (text));
  settle ();
  return saved;
}

gboolean
shoot_entry (Stage *stage, const char *folder, const char *name)
{
  if (g_str_equal (name, "entry-series"))
    return shoot_series (stage, folder, name);
  if (g_str_equal (name, "entry-paste"))
    return shoot_paste (stage, folder, name);
  if (g_str_equal (name, "entry-check"))
    return shoot_popover (stage, folder, name, "Kontrollér");
  if (g_str_has_prefix (name, "entry-kept"))
    return shoot_kept (stage, folder, name);
  if (g_str_equal (name, "entry-explain"))
    return shoot_explanation (stage, folder, name);
  if (g_str_equal (name, "entry-due"))
    return shoot_popover (stage, folder, name, "Frister");
  return shoot_closing (stage, folder, name);
}
