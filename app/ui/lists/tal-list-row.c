/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/lists/tal-list-row.h"

#include <glib/gi18n-lib.h>

/* Pixels that a part stands further in than its whole. */
#define INDENT 18

struct _TalListRow
{
  GtkListBoxRow parent_instance;

  TalId id;
  guint depth;

  GtkWidget *arrow;
  GtkLabel  *name;
  GtkLabel  *detail;
};

enum
{
  FOLD_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalListRow, tal_list_row, GTK_TYPE_LIST_BOX_ROW)

static void
arrow_clicked_cb (TalListRow *self)
{
  g_signal_emit (self, signals[FOLD_ASKED], 0);
}

static void
tal_list_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_LIST_ROW);

  G_OBJECT_CLASS (tal_list_row_parent_class)->dispose (object);
}

static void
tal_list_row_class_init (TalListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_list_row_dispose;

  /* The arrow was pressed. */
  signals[FOLD_ASKED] = g_signal_new ("fold-asked", TAL_TYPE_LIST_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/lists/tal-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TalListRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, TalListRow, name);
  gtk_widget_class_bind_template_child (widget_class, TalListRow, detail);
  gtk_widget_class_bind_template_callback (widget_class, arrow_clicked_cb);
}

static void
tal_list_row_init (TalListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_list_row_new (TalId id, guint depth)
{
  TalListRow *self = g_object_new (TAL_TYPE_LIST_ROW, NULL);

  self->id = id;
  self->depth = depth;
  gtk_widget_set_margin_start (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)),
                               (int)depth * INDENT);
  return GTK_WIDGET (self);
}

TalId
tal_list_row_get_id (TalListRow *self)
{
  g_return_val_if_fail (TAL_IS_LIST_ROW (self), TAL_ID_NONE);

  return self->id;
}

guint
tal_list_row_get_depth (TalListRow *self)
{
  g_return_val_if_fail (TAL_IS_LIST_ROW (self), 0);

  return self->depth;
}

void
tal_list_row_show (TalListRow *self, const char *name, const char *detail)
{
  g_return_if_fail (TAL_IS_LIST_ROW (self));
  g_return_if_fail (name != NULL);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail != NULL ? detail : "",
                                  -1);
}

void
tal_list_row_set_parts (TalListRow *self, gboolean has_parts, gboolean folded)
{
  const char *description = NULL;

  g_return_if_fail (TAL_IS_LIST_ROW (self));

  if (has_parts)
    description = folded ? _ ("Show what is part of it") : _ ("Fold away what is part of it");
  gtk_widget_set_opacity (self->arrow, has_parts ? 1 : 0);
  gtk_widget_set_sensitive (self->arrow, has_parts);
  gtk_widget_set_tooltip_text (self->arrow, description);
  gtk_button_set_icon_name (GTK_BUTTON (self->arrow),
                            folded ? "pan-end-symbolic" : "pan-down-symbolic");
  if (has_parts)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
}
