/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-spoken-names.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef void (*VisitFunc) (GtkWidget *widget, gpointer user_data);

static void
visit_below (GtkWidget *widget, VisitFunc visit, gpointer user_data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      visit (child, user_data);
      visit_below (child, visit, user_data);
    }
}

static void
set_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
set_labelled_by (GtkWidget *widget, GtkWidget *label)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
}

/* "_Open" without its mark, and "__" as the one that is shown. */
static char *
dup_without_mnemonic (const char *label)
{
  GString *text = g_string_new (NULL);

  for (const char *c = label; *c != '\0'; c++)
    {
      if (*c == '_' && c[1] != '\0')
        c++;
      g_string_append_c (text, *c);
    }

  return g_string_free (text, FALSE);
}

/* Part of a window or a toast of the toolkit's, which nobody else can reach to name. */
static gboolean
is_toolkit_part (GtkWidget *widget)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (parent != NULL && g_str_equal (gtk_widget_get_css_name (parent), "toast"))
    return TRUE;
  return GTK_IS_SHORTCUTS_WINDOW (root) || ADW_IS_PREFERENCES_WINDOW (root) ||
         ADW_IS_ABOUT_WINDOW (root) || ADW_IS_MESSAGE_DIALOG (root);
}

static void
take_label (GtkWidget *widget, gpointer user_data)
{
  GList **labels = user_data;

  if (GTK_IS_LABEL (widget))
    *labels = g_list_prepend (*labels, widget);
}

/* By the labels in it, where there are any. */
static void
name_by_labels (GtkWidget *widget)
{
  GtkAccessibleRelation relation = GTK_ACCESSIBLE_RELATION_LABELLED_BY;
  GList                *labels = NULL;
  GValue                value = G_VALUE_INIT;

  visit_below (widget, take_label, &labels);
  if (labels == NULL)
    return;

  gtk_accessible_relation_init_value (relation, &value);
  g_value_set_pointer (&value, g_list_reverse (labels));
  gtk_accessible_update_relation_value (GTK_ACCESSIBLE (widget), 1, &relation, &value);
  g_value_unset (&value);
}

/* By the first label in it that says something: the others say the same in another size. */
static void
name_by_label (GtkWidget *widget)
{
  GList *labels = NULL;

  visit_below (widget, take_label, &labels);
  for (GList *l = g_list_last (labels); l != NULL; l = l->prev)
    {
      if (gtk_label_get_text (l->data)[0] == '\0')
        continue;
      set_labelled_by (widget, l->data);
      break;
    }
  g_list_free (labels);
}

/* The icons of buttons that the toolkit has not named. */
static void
name_by_icon (GtkWidget *widget, const char *icon)
{
  if (g_strcmp0 (icon, "edit-find-symbolic") == 0)
    set_label (widget, _ ("Search"));
  else if (g_strcmp0 (icon, "go-previous-symbolic") == 0)
    set_label (widget, _ ("Back"));
  else if (g_strcmp0 (icon, "window-close-symbolic") == 0)
    set_label (widget, _ ("Close"));
}

/* One with a mnemonic has its raw label for a name, and the label itself as what names it; one
 * with an icon the image. */
static void
mend_button (GtkWidget *widget)
{
  GtkButton  *button = GTK_BUTTON (widget);
  const char *label = gtk_button_get_label (button);
  const char *icon = gtk_button_get_icon_name (button);

  if (label != NULL && gtk_button_get_use_underline (button))
    {
      g_autofree char *plain = dup_without_mnemonic (label);

      set_label (widget, plain);
    }
  else if (icon == NULL)
    {
      if (label == NULL && is_toolkit_part (widget))
        name_by_label (widget);
      return;
    }

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  if (is_toolkit_part (widget))
    name_by_icon (widget, icon);
}

static void
mend_search_entry (GtkWidget *widget)
{
  if (is_toolkit_part (widget))
    set_label (widget, _ ("Search"));
}

/* It takes the focus where nothing in it does, so that it can be scrolled by keys. */
static void
mend_scrolled_window (GtkWidget *widget)
{
  set_label (widget, _ ("Content"));
}

/* The item that a chooser of either kind shows. */
static void
say_selected_cb (GObject *chooser, GParamSpec *pspec, gpointer user_data)
{
  GtkWidget          *spoken = user_data;
  g_autoptr (GObject) item = NULL;

  g_object_get (chooser, "selected-item", &item, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spoken), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  GTK_IS_STRING_OBJECT (item)
                                      ? gtk_string_object_get_string (GTK_STRING_OBJECT (item))
                                      : "",
                                  -1);
}

/* Says what is chosen of the part that has the focus, now and whenever it becomes another. */
static void
follow_selected (GtkWidget *chooser, GtkWidget *spoken)
{
  if (g_signal_handler_find (chooser, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, say_selected_cb, NULL) == 0)
    g_signal_connect_object (chooser, "notify::selected-item", G_CALLBACK (say_selected_cb), spoken,
                             0);
  say_selected_cb (G_OBJECT (chooser), NULL, spoken);
}

static void
leave_out (GtkWidget *widget, gpointer user_data)
{
  if (gtk_widget_get_focusable (widget))
    gtk_widget_set_focusable (widget, FALSE);
}

/* The focus is in its button, which has no name and a list item in it that never gets it. */
static void
mend_drop_down (GtkWidget *widget)
{
  GtkWidget *button = gtk_widget_get_first_child (widget);

  set_labelled_by (button, widget);
  visit_below (button, leave_out, NULL);
  follow_selected (widget, button);
}

static void
mend_combo_row (GtkWidget *widget)
{
  follow_selected (widget, widget);
}

static void
name_list_box (GtkWidget *widget, gpointer user_data)
{
  if (GTK_IS_LIST_BOX (widget))
    set_label (widget, user_data);
}

/* A row of a list, with two lists in it. */
static void
mend_expander_row (GtkWidget *widget)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));

  set_label (widget, title);
  visit_below (widget, name_list_box, (gpointer)title);
}

/* Whether the toolkit keeps the focus away from everything around it. */
static gboolean
is_kept_away (GtkWidget *widget)
{
  for (GtkWidget *each = widget; each != NULL; each = gtk_widget_get_parent (each))
    {
      if (!gtk_widget_get_can_focus (each))
        return TRUE;
    }
  return FALSE;
}

/* The chooser or the table that has made a list for itself; NULL where it is the program's. */
static GtkWidget *
find_owner (GtkWidget *widget)
{
  const GType owners[] = { GTK_TYPE_DROP_DOWN, ADW_TYPE_COMBO_ROW, GTK_TYPE_COLUMN_VIEW };

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      GtkWidget *owner = gtk_widget_get_ancestor (widget, owners[i]);

      if (owner != NULL)
        return owner;
    }
  return NULL;
}

static void
mend_list (GtkWidget *widget)
{
  GtkWidget *owner = find_owner (widget);

  if (owner != NULL)
    set_labelled_by (widget, owner);
  if (is_kept_away (widget))
    leave_out (widget, NULL);
}

/* An item of a list that the toolkit fills is called what it shows. */
static void
mend_list_item (GtkWidget *widget)
{
  if (find_owner (widget) != NULL)
    name_by_labels (widget);
  if (is_kept_away (widget))
    leave_out (widget, NULL);
}

/* A group without a title leaves the list in it without a name. */
static void
mend_group (GtkWidget *widget)
{
  const char *title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget));
  GtkRoot    *root = gtk_widget_get_root (widget);
  const char *window = GTK_IS_WINDOW (root) ? gtk_window_get_title (GTK_WINDOW (root)) : NULL;

  if (title[0] == '\0' && window != NULL)
    visit_below (widget, name_list_box, (gpointer)window);
}

/* Lists and texts of windows that are the toolkit's own. */
static void
mend_content (GtkWidget *widget)
{
  if (is_toolkit_part (widget))
    set_label (widget, _ ("Content"));
}

/* Without a text it has none for a name either. */
static void
mend_label (GtkWidget *widget)
{
  if (gtk_label_get_text (GTK_LABEL (widget))[0] == '\0')
    set_label (widget, "");
}

static void
hide_others_cb (GtkStack *stack)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 page != gtk_stack_get_visible_child (stack), -1);
}

/* All its pages are there for who reads the tree, whichever is shown. */
static void
mend_stack (GtkWidget *widget)
{
  if (g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, hide_others_cb, NULL) == 0)
    g_signal_connect (widget, "notify::visible-child", G_CALLBACK (hide_others_cb), NULL);
  hide_others_cb (GTK_STACK (widget));
}

static void
mend (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    mend_label (widget);
  else if (GTK_IS_BUTTON (widget))
    mend_button (widget);
  else if (GTK_IS_STACK (widget))
    mend_stack (widget);
  else if (GTK_IS_SCROLLED_WINDOW (widget))
    mend_scrolled_window (widget);
  else if (GTK_IS_DROP_DOWN (widget))
    mend_drop_down (widget);
  else if (ADW_IS_COMBO_ROW (widget))
    mend_combo_row (widget);
  else if (ADW_IS_EXPANDER_ROW (widget))
    mend_expander_row (widget);
  else if (ADW_IS_PREFERENCES_GROUP (widget))
    mend_group (widget);
  else if (GTK_IS_SEARCH_ENTRY (widget))
    mend_search_entry (widget);
  else if (GTK_IS_LIST_BOX (widget) || GTK_IS_TEXT_VIEW (widget))
    mend_content (widget);
  else if (GTK_IS_LIST_BASE (widget))
    mend_list (widget);
  else if (GTK_IS_LIST_BASE (gtk_widget_get_parent (widget)))
    mend_list_item (widget);
}

static void
mend_part (GtkWidget *widget, gpointer user_data)
{
  mend (widget);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (values);

  mend (widget);
  /* What such a window hides from the eye is heard all the same. */
  if (GTK_IS_WINDOW (widget) && is_toolkit_part (widget))
    visit_below (widget, mend_part, NULL);
  return TRUE;
}

void
tal_spoken_names_start (void)
{
  static gulong          hook = 0;
  g_autoptr (GTypeClass) widgets = NULL;

  if (hook != 0)
    return;

  /* The signal is there once its class is. */
  widgets = g_type_class_ref (GTK_TYPE_WIDGET);
  hook = g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL,
                                     NULL);
}
