/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-import-difference-page.h"

#include "base/tal-danish-number.h"
#include "ui/common/tal-list-keys.h"
#include "ui/common/tal-wrap-box.h"
#include "ui/import/tal-import-choice-cell.h"
#include "ui/import/tal-import-fields-cell.h"
#include "ui/import/tal-import-name-cell.h"

#include <glib/gi18n-lib.h>

struct _TalImportDifferencePage
{
  GtkWidget parent_instance;

  TalImportList      *list;
  GtkSingleSelection *selection;
  gboolean            filling;

  GtkWidget       *box;
  GtkLabel        *notice;
  TalWrapBox      *chips;
  GtkToggleButton *chip[TAL_N_IMPORT_FILTERS];
  GtkColumnView   *view;
  GtkLabel        *details;
  GtkWidget       *conflicts_box;
  GtkDropDown     *conflicts_chooser;
  GtkLabel        *tally;
};

static const char *const chip_titles[TAL_N_IMPORT_FILTERS] = {
  [TAL_IMPORT_FILTER_ALL] = NC_ ("differences", "All"),
      [TAL_IMPORT_FILTER_NEW] =
          NC_ ("differences", "New"),
               [TAL_IMPORT_FILTER_CHANGED] =
                   NC_ ("differences", "Changed"),
                        [TAL_IMPORT_FILTER_KEPT] =
                            NC_ ("differences", "Changed here"),
                                 [TAL_IMPORT_FILTER_REMOVED] =
                                     NC_ ("differences", "Removed"),
                                          [TAL_IMPORT_FILTER_CONFLICTS] =
                                              NC_ ("differences", "Conflicts"),
                                                   [TAL_IMPORT_FILTER_REFUSED] =
                                                       NC_ ("differences", "Cannot be written"),
                                                   };

G_DEFINE_FINAL_TYPE (TalImportDifferencePage, tal_import_difference_page, GTK_TYPE_WIDGET)

static TalImportItem *
get_selected (TalImportDifferencePage *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

/* A row speaks all that stands in it. */
static void
speak_row (GtkWidget *cell, TalImportItem *item)
{
  g_autofree char *sentence = tal_import_item_dup_sentence (item);
  GtkWidget       *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
}

/* Of the rows that are made; for an item the cell of its row. */
static GtkWidget *
visit_cells (GtkWidget *root, TalImportItem *wanted)
{
  GtkWidget *found = NULL;

  if (TAL_IS_IMPORT_NAME_CELL (root))
    {
      TalImportItem *item = tal_import_name_cell_get_item (TAL_IMPORT_NAME_CELL (root));

      if (item != NULL && wanted == NULL)
        speak_row (root, item);
      return item != NULL && item == wanted ? root : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = visit_cells (child, wanted);
  return found;
}

static void
show_details (TalImportDifferencePage *self)
{
  TalImportItem   *item = get_selected (self);
  g_autofree char *sentence = item != NULL ? tal_import_item_dup_sentence (item) : NULL;
  g_autofree char *matter = item != NULL ? tal_import_item_dup_matter (item) : NULL;
  g_autofree char *text =
      matter != NULL ? g_strdup_printf ("%s\n%s", sentence, matter) : g_strdup (sentence);

  gtk_label_set_label (self->details, text != NULL ? text : "");
}

static void
append_count (GString *text, guint n, const char *words)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", words);
}

static void
show_tally (TalImportDifferencePage *self)
{
  TalImportTally      tally = tal_import_list_get_tally (self->list);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *fresh =
      g_strdup_printf (ngettext ("%u new", "%u new", tally.n_new), tally.n_new);
  g_autofree char *changed =
      g_strdup_printf (ngettext ("%u changed", "%u changed", tally.n_changed), tally.n_changed);
  g_autofree char *removed =
      g_strdup_printf (ngettext ("%u removed", "%u removed", tally.n_removed), tally.n_removed);
  g_autofree char *open =
      g_strdup_printf (ngettext ("%u undecided", "%u undecided", tally.n_open), tally.n_open);
  g_autofree char *refused =
      g_strdup_printf (ngettext ("%u cannot be written", "%u cannot be written", tally.n_refused),
                       tally.n_refused);

  append_count (text, tally.n_new, fresh);
  append_count (text, tally.n_changed, changed);
  append_count (text, tally.n_removed, removed);
  append_count (text, tally.n_open, open);
  append_count (text, tally.n_refused, refused);
  gtk_label_set_label (self->tally, text->len > 0 ? text->str : _ ("Nothing is imported"));
}

static void
chosen_cb (TalImportDifferencePage *self)
{
  show_tally (self);
  show_details (self);
  visit_cells (GTK_WIDGET (self->view), NULL);
}

static void
selected_cb (TalImportDifferencePage *self)
{
  show_details (self);
}

static void
cell_chosen_cb (GtkListItem *item, guint choice)
{
  GtkWidget               *cell = gtk_list_item_get_child (item);
  GtkWidget               *page = gtk_widget_get_ancestor (cell, TAL_TYPE_IMPORT_DIFFERENCE_PAGE);
  TalImportDifferencePage *self = TAL_IMPORT_DIFFERENCE_PAGE (page);
  guint                    position = gtk_list_item_get_position (item);

  gtk_single_selection_set_selected (self->selection, position);
  tal_import_list_choose (self->list, position, (TalImportChoice)choice);
}

static void
name_set_up_cb (TalImportDifferencePage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, tal_import_name_cell_new ());
}

static void
name_bound_cb (TalImportDifferencePage *self, GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  tal_import_name_cell_show (TAL_IMPORT_NAME_CELL (cell), gtk_list_item_get_item (item));
  speak_row (cell, gtk_list_item_get_item (item));
}

static void
name_unbound_cb (TalImportDifferencePage *self, GtkListItem *item)
{
  tal_import_name_cell_show (TAL_IMPORT_NAME_CELL (gtk_list_item_get_child (item)), NULL);
}

static GtkWidget *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static void
label_set_up_cb (TalImportDifferencePage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, create_label ());
}

static void
period_bound_cb (TalImportDifferencePage *self, GtkListItem *item)
{
  g_autofree char *period = tal_import_item_dup_period (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), period != NULL ? period : "");
}

static void
state_bound_cb (TalImportDifferencePage *self, GtkListItem *item)
{
  GtkWidget     *label = gtk_list_item_get_child (item);
  TalImportItem *row = gtk_list_item_get_item (item);
  gboolean       matters = tal_import_item_get_row (row)->matter != NULL;

  gtk_label_set_label (GTK_LABEL (label), tal_import_item_get_state (row));
  if (matters)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

static void
field_set_up_cb (TalImportDifferencePage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, tal_import_fields_cell_new (TAL_IMPORT_COLUMN_FIELD));
}

static void
ours_set_up_cb (TalImportDifferencePage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, tal_import_fields_cell_new (TAL_IMPORT_COLUMN_OURS));
}

static void
theirs_set_up_cb (TalImportDifferencePage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, tal_import_fields_cell_new (TAL_IMPORT_COLUMN_THEIRS));
}

static void
fields_bound_cb (TalImportDifferencePage *self, GtkListItem *item)
{
  tal_import_fields_cell_show (TAL_IMPORT_FIELDS_CELL (gtk_list_item_get_child (item)),
                               tal_import_item_get_row (gtk_list_item_get_item (item)));
}

static void
choice_set_up_cb (TalImportDifferencePage *self, GtkListItem *item)
{
  GtkWidget *cell = tal_import_choice_cell_new ();

  g_signal_connect_object (cell, "chosen", G_CALLBACK (cell_chosen_cb), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, cell);
}

static void
choice_bound_cb (TalImportDifferencePage *self, GtkListItem *item)
{
  tal_import_choice_cell_show (TAL_IMPORT_CHOICE_CELL (gtk_list_item_get_child (item)),
                               gtk_list_item_get_item (item));
}

static void
choice_unbound_cb (TalImportDifferencePage *self, GtkListItem *item)
{
  tal_import_choice_cell_show (TAL_IMPORT_CHOICE_CELL (gtk_list_item_get_child (item)), NULL);
}

typedef void (*CellFunc) (TalImportDifferencePage *self, GtkListItem *item);

static const struct
{
  const char *title;
  CellFunc    set_up;
  CellFunc    bind;
  CellFunc    unbind; /* may be NULL */
  gboolean    expand;
} columns[] = {
  { N_ ("Goal or figure"), name_set_up_cb, name_bound_cb, name_unbound_cb, TRUE },
    { N_ ("Period"), label_set_up_cb, period_bound_cb, NULL, FALSE },
      { N_ ("Kind"), label_set_up_cb, state_bound_cb, NULL, FALSE },
        { N_ ("Field"), field_set_up_cb, fields_bound_cb, NULL, TRUE },
          { N_ ("Ours"), ours_set_up_cb, fields_bound_cb, NULL, TRUE },
            { N_ ("Theirs"), theirs_set_up_cb, fields_bound_cb, NULL, TRUE },
              { N_ ("Choose"), choice_set_up_cb, choice_bound_cb, choice_unbound_cb, FALSE },
            };

static void
add_columns (TalImportDifferencePage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory             *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect_object (factory, "setup", G_CALLBACK (columns[i].set_up), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (factory, "bind", G_CALLBACK (columns[i].bind), self,
                               G_CONNECT_SWAPPED);
      if (columns[i].unbind != NULL)
        g_signal_connect_object (factory, "unbind", G_CALLBACK (columns[i].unbind), self,
                                 G_CONNECT_SWAPPED);
      column = gtk_column_view_column_new (_ (columns[i].title), factory);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_append_column (self->view, column);
    }
}

/* A row that is chosen so is brought into sight and has the focus. */
static void
go_to_row (TalImportDifferencePage *self, guint position)
{
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  GtkWidget *cell = NULL;

  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
  cell = visit_cells (GTK_WIDGET (self->view), get_selected (self));
  if (cell != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (gtk_widget_get_parent (cell)));
}

static gboolean
go_to_matter (TalImportDifferencePage *self, int step)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (!tal_import_list_find_matter (self->list, position, step, &position))
    return FALSE;

  go_to_row (self, position);
  return TRUE;
}

static gboolean
choose_selected (TalImportDifferencePage *self, TalImportChoice choice)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;

  tal_import_list_choose (self->list, position, choice);
  return TRUE;
}

static gboolean
toggle_selected (TalImportDifferencePage *self)
{
  TalImportItem *item = get_selected (self);

  return item != NULL &&
         choose_selected (self, tal_import_item_get_choice (item) == TAL_IMPORT_CHOICE_THEIRS
                                    ? TAL_IMPORT_CHOICE_OURS
                                    : TAL_IMPORT_CHOICE_THEIRS);
}

static gboolean
key_pressed_cb (TalImportDifferencePage *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (self->selection == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_space:
      return toggle_selected (self);
    case GDK_KEY_v:
      return choose_selected (self, TAL_IMPORT_CHOICE_OURS);
    case GDK_KEY_d:
      return choose_selected (self, TAL_IMPORT_CHOICE_THEIRS);
    case GDK_KEY_F8:
      return go_to_matter (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
    default:
      return tal_list_keys_leave (GTK_WIDGET (self->view), keyval, state);
    }
}

static void
chip_toggled_cb (TalImportDifferencePage *self, GtkToggleButton *chip)
{
  if (self->filling || !gtk_toggle_button_get_active (chip))
    return;

  for (guint i = 0; i < TAL_N_IMPORT_FILTERS; i++)
    {
      if (self->chip[i] == chip)
        tal_import_list_set_filter (self->list, (TalImportFilter)i);
    }
  show_details (self);
}

static void
create_chips (TalImportDifferencePage *self)
{
  for (guint i = 0; i < TAL_N_IMPORT_FILTERS; i++)
    {
      GtkWidget *chip = gtk_toggle_button_new ();

      self->chip[i] = GTK_TOGGLE_BUTTON (chip);
      if (i > 0)
        gtk_toggle_button_set_group (self->chip[i], self->chip[0]);
      gtk_widget_add_css_class (chip, "filter-chip");
      g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      tal_wrap_box_append (self->chips, chip);
    }
}

static void
show_chips (TalImportDifferencePage *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < TAL_N_IMPORT_FILTERS; i++)
    {
      guint            n_rows = tal_import_list_count (self->list, (TalImportFilter)i);
      g_autofree char *count =
          tal_danish_number_format (TAL_DECIMAL (n_rows, 0), TAL_DANISH_NUMBER_PLAIN);
      g_autofree char *label =
          g_strdup_printf ("%s %s", g_dpgettext2 (GETTEXT_PACKAGE, "differences", chip_titles[i]),
                           count);

      gtk_button_set_label (GTK_BUTTON (self->chip[i]), label);
      gtk_widget_set_visible (GTK_WIDGET (self->chip[i]), n_rows > 0 || i == TAL_IMPORT_FILTER_ALL);
    }
  gtk_toggle_button_set_active (self->chip[tal_import_list_get_filter (self->list)], TRUE);
  gtk_widget_set_visible (self->conflicts_box,
                          tal_import_list_count (self->list, TAL_IMPORT_FILTER_CONFLICTS) > 0);
  gtk_drop_down_set_selected (self->conflicts_chooser, TAL_IMPORT_CHOICE_OPEN);
  self->filling = FALSE;
}

/* The choices stand in the order of TalImportChoice. */
static void
conflicts_chosen_cb (TalImportDifferencePage *self)
{
  guint choice = gtk_drop_down_get_selected (self->conflicts_chooser);

  if (!self->filling && choice <= TAL_IMPORT_CHOICE_THEIRS)
    tal_import_list_choose_all (self->list, TAL_IMPORT_FILTER_CONFLICTS, (TalImportChoice)choice);
}

/* "new-theirs": of which rows, and what. */
static void
all_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  static const struct
  {
    const char     *name;
    TalImportFilter filter;
    TalImportChoice choice;
  } rows[] = {
    { "new-theirs", TAL_IMPORT_FILTER_NEW, TAL_IMPORT_CHOICE_THEIRS },
    { "new-ours", TAL_IMPORT_FILTER_NEW, TAL_IMPORT_CHOICE_OURS },
    { "changed-theirs", TAL_IMPORT_FILTER_CHANGED, TAL_IMPORT_CHOICE_THEIRS },
    { "changed-ours", TAL_IMPORT_FILTER_CHANGED, TAL_IMPORT_CHOICE_OURS },
    { "conflicts-theirs", TAL_IMPORT_FILTER_CONFLICTS, TAL_IMPORT_CHOICE_THEIRS },
    { "conflicts-ours", TAL_IMPORT_FILTER_CONFLICTS, TAL_IMPORT_CHOICE_OURS },
  };
  TalImportDifferencePage *self = TAL_IMPORT_DIFFERENCE_PAGE (widget);
  const char              *name = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (g_str_equal (rows[i].name, name))
        tal_import_list_choose_all (self->list, rows[i].filter, rows[i].choice);
    }
}

static void
forget_list (TalImportDifferencePage *self)
{
  if (self->list == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->list, self);
  gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
}

static void
tal_import_difference_page_dispose (GObject *object)
{
  forget_list (TAL_IMPORT_DIFFERENCE_PAGE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_IMPORT_DIFFERENCE_PAGE);

  G_OBJECT_CLASS (tal_import_difference_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/import/tal-import-difference-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TalImportDifferencePage, box);
  gtk_widget_class_bind_template_child (widget_class, TalImportDifferencePage, notice);
  gtk_widget_class_bind_template_child (widget_class, TalImportDifferencePage, chips);
  gtk_widget_class_bind_template_child (widget_class, TalImportDifferencePage, view);
  gtk_widget_class_bind_template_child (widget_class, TalImportDifferencePage, details);
  gtk_widget_class_bind_template_child (widget_class, TalImportDifferencePage, conflicts_box);
  gtk_widget_class_bind_template_child (widget_class, TalImportDifferencePage, conflicts_chooser);
  gtk_widget_class_bind_template_child (widget_class, TalImportDifferencePage, tally);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, conflicts_chosen_cb);
}

static void
tal_import_difference_page_class_init (TalImportDifferencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_import_difference_page_dispose;

  g_type_ensure (TAL_TYPE_WRAP_BOX);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "differences.choose-all", "s", all_activated_cb);
  bind_template (widget_class);
}

static void
tal_import_difference_page_init (TalImportDifferencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_columns (self);
  create_chips (self);
}

void
tal_import_difference_page_show (TalImportDifferencePage *self,
                                 TalImportList           *list,
                                 const char              *notice)
{
  g_return_if_fail (TAL_IS_IMPORT_DIFFERENCE_PAGE (self));
  g_return_if_fail (TAL_IS_IMPORT_LIST (list));

  forget_list (self);
  self->list = g_object_ref (list);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (list)));
  g_signal_connect_object (list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_label_set_label (self->notice,
                       notice != NULL ? notice : _ ("Trial run. Nothing has been changed yet."));
  show_chips (self);
  show_tally (self);
  show_details (self);
}

void
tal_import_difference_page_focus (TalImportDifferencePage *self)
{
  g_return_if_fail (TAL_IS_IMPORT_DIFFERENCE_PAGE (self));

  if (self->list != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    go_to_row (self, gtk_single_selection_get_selected (self->selection));
}
