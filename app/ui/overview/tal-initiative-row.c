/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/overview/tal-initiative-row.h"

#include "ui/common/tal-initiative-text.h"
#include "ui/common/tal-wrapped-text.h"
#include "ui/overview/tal-goal-bars.h"
#include "ui/overview/tal-row-columns.h"

#include <glib/gi18n-lib.h>

/* In pixels: under a name, and beside the check mark. */
#define SUBTITLE_GAP 1
#define CHECK_GAP 8

struct _TalInitiativeRow
{
  GtkWidget parent_instance;

  TalId           initiative;
  TalStatusTable *statuses; /* that it shows it as of; NULL before it shows any */
  gboolean        numbered;
  gboolean        archived;

  TalWrappedText *number;
  TalWrappedText *name;
  TalWrappedText *subtitle;
  TalGoalBars    *bars;
  GtkWidget      *check;
  TalWrappedText *share;
  GtkMenuButton  *menu_button;
  GtkWidget      *arrow;
};

G_DEFINE_FINAL_TYPE (TalInitiativeRow, tal_initiative_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activated_cb (TalInitiativeRow *self)
{
  char text[TAL_ID_STRING_LENGTH + 1];

  tal_id_format (self->initiative, text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-initiative", "s", text);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, TalInitiativeRow *self)
{
  gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_ACTIVE, FALSE);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, TalInitiativeRow *self)
{
  gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_ACTIVE);
  if (!gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
cancelled_cb (GtkGesture *gesture, GdkEventSequence *sequence, TalInitiativeRow *self)
{
  gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_ACTIVE);
}

/* First the row itself, and from there what stands in it, as the rows of a list have it. */
static gboolean
tal_initiative_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TalInitiativeRow *self = TAL_INITIATIVE_ROW (widget);
  gboolean          backward = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_LEFT;

  if (gtk_widget_get_focus_child (widget) != NULL)
    return gtk_widget_child_focus (GTK_WIDGET (self->menu_button), direction) ||
           (backward && gtk_widget_grab_focus (widget));
  if (gtk_widget_is_focus (widget))
    return (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_RIGHT) &&
           gtk_widget_child_focus (GTK_WIDGET (self->menu_button), direction);

  return gtk_widget_grab_focus (widget);
}

static int
measure_least (gpointer child, GtkOrientation orientation)
{
  int least = 0;

  gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
  return least;
}

static TalRowColumns
place_columns (TalInitiativeRow *self, int width)
{
  return tal_row_columns_for_width (GTK_WIDGET (self), GTK_WIDGET (self->bars),
                                    GTK_WIDGET (self->menu_button), self->numbered, width);
}

/* Without what the style puts around it. */
static int
measure_width (TalInitiativeRow *self)
{
  return tal_row_columns_measure (GTK_WIDGET (self), GTK_WIDGET (self->bars),
                                  GTK_WIDGET (self->menu_button));
}

static void
measure_texts (TalInitiativeRow *self, int width, int *ret_name, int *ret_subtitle)
{
  *ret_subtitle = 0;
  tal_wrapped_text_get_size (self->name, width, NULL, ret_name);
  if (gtk_widget_get_child_visible (GTK_WIDGET (self->subtitle)))
    tal_wrapped_text_get_size (self->subtitle, width, NULL, ret_subtitle);
}

static int
measure_height (TalInitiativeRow *self, int width)
{
  TalRowColumns columns = place_columns (self, width);
  int           name = 0;
  int           subtitle = 0;
  int           height = 0;

  measure_texts (self, columns.text_width, &name, &subtitle);
  height = subtitle > 0 ? name + SUBTITLE_GAP + subtitle : name;
  height = MAX (height, tal_goal_bars_get_height (self->bars));
  height = MAX (height, measure_least (self->share, GTK_ORIENTATION_VERTICAL));
  return MAX (height, measure_least (self->menu_button, GTK_ORIENTATION_VERTICAL));
}

static void
tal_initiative_row_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  TalInitiativeRow *self = TAL_INITIATIVE_ROW (widget);
  int               least = measure_width (self);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? least
                 : measure_height (self, for_size < 0 ? least : for_size);
  *natural = *minimum;
}

static GtkSizeRequestMode
tal_initiative_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* What is placed must have been measured, which it mostly remembers. */
static void
place (gpointer child, int x, int y, int width, int height)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

/* In the middle of the row's height. */
static void
place_in_middle (gpointer child, int x, int width, int height, int row_height)
{
  place (child, x, (row_height - height) / 2, width, height);
}

static void
place_texts (TalInitiativeRow *self, const TalRowColumns *columns, int row_height)
{
  int name = 0;
  int subtitle = 0;
  int top = 0;

  measure_texts (self, columns->text_width, &name, &subtitle);
  top = (row_height - name - (subtitle > 0 ? SUBTITLE_GAP + subtitle : 0)) / 2;
  place (self->name, columns->text_start, top, columns->text_width, name);
  if (subtitle > 0)
    place (self->subtitle, columns->text_start, top + name + SUBTITLE_GAP, columns->text_width,
           subtitle);
}

/* The number in the middle of its column, the share at the end of its own. */
static void
place_lines (TalInitiativeRow *self, const TalRowColumns *columns, int row_height)
{
  int start = columns->share_start + columns->share_width;
  int width = 0;
  int height = 0;

  tal_wrapped_text_get_size (self->number, -1, &width, &height);
  if (self->numbered)
    place_in_middle (self->number, (columns->number_width - width) / 2, width, height, row_height);

  tal_wrapped_text_get_size (self->share, -1, &width, &height);
  start -= width;
  place_in_middle (self->share, start, width, height, row_height);

  if (gtk_widget_get_child_visible (self->check))
    {
      width = measure_least (self->check, GTK_ORIENTATION_HORIZONTAL);
      place (self->check, start - CHECK_GAP - width, 0, width, row_height);
    }
}

static void
tal_initiative_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TalInitiativeRow *self = TAL_INITIATIVE_ROW (widget);
  TalRowColumns     columns = place_columns (self, width);

  place_texts (self, &columns, height);
  place_lines (self, &columns, height);
  place_in_middle (self->bars, columns.bars_start, columns.bars_width,
                   tal_goal_bars_get_height (self->bars), height);
  place_in_middle (self->menu_button, columns.menu_start, columns.menu_width,
                   measure_least (self->menu_button, GTK_ORIENTATION_VERTICAL), height);
  place (self->arrow, columns.arrow_start, 0, columns.arrow_width, height);
}

static void
tal_initiative_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_INITIATIVE_ROW);
  g_clear_pointer (&TAL_INITIATIVE_ROW (object)->statuses, tal_status_table_unref);

  G_OBJECT_CLASS (tal_initiative_row_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter, GDK_KEY_space,
                                GDK_KEY_KP_Space };

  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_ACTIVATE]);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
}

static void
tal_initiative_row_class_init (TalInitiativeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_initiative_row_dispose;
  widget_class->focus = tal_initiative_row_focus;
  widget_class->measure = tal_initiative_row_measure;
  widget_class->get_request_mode = tal_initiative_row_get_request_mode;
  widget_class->size_allocate = tal_initiative_row_size_allocate;

  signals[SIGNAL_ACTIVATE] =
      g_signal_new_class_handler ("activate", TAL_TYPE_INITIATIVE_ROW,
                                  G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, G_CALLBACK (activated_cb),
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_keys (widget_class);

  g_type_ensure (TAL_TYPE_GOAL_BARS);
  g_type_ensure (TAL_TYPE_WRAPPED_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/overview/tal-initiative-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, number);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, name);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, bars);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, check);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, share);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeRow, arrow);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);

  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
add_item (TalInitiativeRow *self, GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  char                  id[TAL_ID_STRING_LENGTH + 1];

  tal_id_format (self->initiative, id);
  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

/* Made when it is opened: a row that nobody asks costs nothing. */
static void
create_menu (GtkMenuButton *button, gpointer user_data)
{
  TalInitiativeRow *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  add_item (self, menu, _ ("_Open"), "win.show-initiative");
  add_item (self, menu, _ ("_Edit …"), "win.edit-initiative");
  add_item (self, menu, _ ("_Copy as Text"), "win.copy-initiative");
  if (self->archived)
    add_item (self, menu, _ ("_Bring Back"), "win.restore-initiative");
  else
    add_item (self, menu, _ ("_Archive"), "win.archive-initiative");
  add_item (self, menu, _ ("_Delete"), "win.delete-initiative");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
tal_initiative_row_init (TalInitiativeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
}

GtkWidget *
tal_initiative_row_new (void)
{
  return g_object_new (TAL_TYPE_INITIATIVE_ROW, NULL);
}

static void
show_share (TalInitiativeRow *self, const TalTally *tally)
{
  g_autofree char *share = tal_sentence_share_met (tally);
  gboolean         all_met = tally->n_goals > 0 && tally->n_met == tally->n_goals;

  /* What is not measured says so in the bars' own place. */
  tal_wrapped_text_set_label (self->share, tally->n_open < tally->n_goals ? share : "");
  gtk_widget_set_child_visible (self->check, all_met);
  if (all_met)
    gtk_widget_add_css_class (GTK_WIDGET (self->share), "met");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->share), "met");
}

static void
show_spoken (TalInitiativeRow *self, const TalInitiative *initiative)
{
  g_autofree char *spoken = tal_initiative_text_spoken (initiative, self->statuses);
  g_autofree char *menu = g_strdup_printf (_ ("More about %s"), initiative->name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  menu, -1);
}

static void
show_initiative (TalInitiativeRow *self, const TalInitiative *initiative)
{
  g_autofree char *subtitle = tal_initiative_text_subtitle (initiative, self->statuses);
  g_autofree char *number =
      initiative->number > 0 ? g_strdup_printf ("%d", initiative->number) : g_strdup ("");
  guint                n_goals = 0;
  const TalGoalStatus *goals =
      tal_status_table_get_initiative (self->statuses, self->initiative, &n_goals);
  TalTally tally = tal_sentence_tally (goals, n_goals);

  self->archived = initiative->archived;
  tal_wrapped_text_set_label (self->number, number);
  gtk_widget_set_child_visible (GTK_WIDGET (self->number), self->numbered);
  tal_wrapped_text_set_label (self->name, initiative->name);
  tal_wrapped_text_set_label (self->subtitle, subtitle);
  gtk_widget_set_child_visible (GTK_WIDGET (self->subtitle), subtitle[0] != '\0');
  tal_goal_bars_set_statuses (self->bars, goals, n_goals);
  show_share (self, &tally);
  show_spoken (self, initiative);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
tal_initiative_row_show (TalInitiativeRow *self,
                         TalStatusTable   *statuses,
                         TalId             initiative,
                         gboolean          numbered)
{
  g_autoptr (TalStatusTable) before = NULL;
  const TalRecord           *record = NULL;
  gboolean                   same = FALSE;

  g_return_val_if_fail (TAL_IS_INITIATIVE_ROW (self), FALSE);
  g_return_val_if_fail (statuses != NULL, FALSE);

  record = tal_catalogue_find (tal_status_table_get_catalogue (statuses), TAL_KIND_INITIATIVE,
                               initiative);
  g_return_val_if_fail (record != NULL, FALSE);

  before = g_steal_pointer (&self->statuses);
  same = before != NULL && tal_id_is_equal (self->initiative, initiative) &&
         self->numbered == numbered && tal_status_table_is_same (before, statuses, initiative);
  self->statuses = tal_status_table_ref (statuses);
  self->initiative = initiative;
  self->numbered = numbered;
  if (!same)
    show_initiative (self, TAL_INITIATIVE (record));
  return !same;
}

/* What the style puts around it. */
static GtkBorder
get_frame (TalInitiativeRow *self)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GtkBorder        padding = { 0 };
  GtkBorder        border = { 0 };

  gtk_style_context_get_padding (context, &padding);
  gtk_style_context_get_border (context, &border);
  border.left += padding.left;
  border.right += padding.right;
  border.top += padding.top;
  border.bottom += padding.bottom;
  return border;
}

int
tal_initiative_row_get_least_width (TalInitiativeRow *self)
{
  GtkBorder frame;

  g_return_val_if_fail (TAL_IS_INITIATIVE_ROW (self), 0);

  frame = get_frame (self);
  return measure_width (self) + frame.left + frame.right;
}

int
tal_initiative_row_get_height (TalInitiativeRow *self, int width)
{
  GtkBorder frame;

  g_return_val_if_fail (TAL_IS_INITIATIVE_ROW (self), 0);

  frame = get_frame (self);
  return measure_height (self, width - frame.left - frame.right) + frame.top + frame.bottom;
}
