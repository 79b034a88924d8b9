/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-fact-row.h"

#include <glib/gi18n-lib.h>

struct _TalFactRow
{
  AdwActionRow parent_instance;

  TalInitiativeFact fact;
  gboolean          placing; /* the check is set by the program */

  GtkCheckButton *check;
  GtkWidget      *up_button;
  GtkWidget      *down_button;
};

enum
{
  TOGGLED,
  MOVE_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalFactRow, tal_fact_row, ADW_TYPE_ACTION_ROW)

static void
check_toggled_cb (TalFactRow *self)
{
  if (!self->placing)
    g_signal_emit (self, signals[TOGGLED], 0);
}

static void
up_clicked_cb (TalFactRow *self)
{
  g_signal_emit (self, signals[MOVE_ASKED], 0, -1);
}

static void
down_clicked_cb (TalFactRow *self)
{
  g_signal_emit (self, signals[MOVE_ASKED], 0, 1);
}

static gboolean
move_pressed_cb (GtkWidget *widget, GVariant *direction, gpointer user_data)
{
  g_signal_emit (widget, signals[MOVE_ASKED], 0, g_variant_get_int32 (direction));
  return TRUE;
}

static void
tal_fact_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_FACT_ROW);

  G_OBJECT_CLASS (tal_fact_row_parent_class)->dispose (object);
}

static void
tal_fact_row_class_init (TalFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_fact_row_dispose;

  signals[TOGGLED] = g_signal_new ("toggled", TAL_TYPE_FACT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[MOVE_ASKED] = g_signal_new ("move-asked", TAL_TYPE_FACT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_pressed_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_pressed_cb, "i", 1);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/initiatives/tal-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TalFactRow, check);
  gtk_widget_class_bind_template_child (widget_class, TalFactRow, up_button);
  gtk_widget_class_bind_template_child (widget_class, TalFactRow, down_button);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_clicked_cb);
}

static void
tal_fact_row_init (TalFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_fact_row_new (const TalInitiativeFact *fact)
{
  TalFactRow *self = NULL;

  g_return_val_if_fail (fact != NULL, NULL);

  self = g_object_new (TAL_TYPE_FACT_ROW, NULL);
  self->fact = *fact;
  return GTK_WIDGET (self);
}

const TalInitiativeFact *
tal_fact_row_get_fact (TalFactRow *self)
{
  g_return_val_if_fail (TAL_IS_FACT_ROW (self), NULL);

  return &self->fact;
}

void
tal_fact_row_show_text (TalFactRow *self, const TalFactText *text)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_return_if_fail (TAL_IS_FACT_ROW (self));
  g_return_if_fail (text != NULL);

  title = g_markup_escape_text (text->name, -1);
  subtitle = g_markup_escape_text (text->summary, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->summary,
                                  -1);
}

/* What was pressed until nothing more came of it gives the focus back to the row. */
static void
place_button (TalFactRow *self, GtkWidget *button, gboolean chosen, gboolean useful)
{
  if (gtk_widget_has_focus (button) && !(chosen && useful))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (button, chosen);
  gtk_widget_set_sensitive (button, useful);
}

void
tal_fact_row_place (TalFactRow *self, guint position, guint n_chosen, gboolean room)
{
  gboolean         chosen = position < n_chosen;
  g_autofree char *place = NULL;

  g_return_if_fail (TAL_IS_FACT_ROW (self));

  place = chosen ? g_strdup_printf (_ ("Shown as number %u"), position + 1)
                 : g_strdup (_ ("Not shown"));
  self->placing = TRUE;
  gtk_check_button_set_active (self->check, chosen);
  self->placing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), chosen || room);
  place_button (self, self->up_button, chosen, position > 0);
  place_button (self, self->down_button, chosen, position + 1 < n_chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place,
                                  -1);
}
