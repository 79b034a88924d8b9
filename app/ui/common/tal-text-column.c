/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/tal-text-column.h"

struct _TalTextColumn
{
  GtkWidget parent_instance;

  GtkWidget *child;
};

enum
{
  PROP_CHILD = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TalTextColumn, tal_text_column, GTK_TYPE_WIDGET)

static void
tal_text_column_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  TalTextColumn *self = TAL_TEXT_COLUMN (widget);

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation,
                        orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                        minimum_baseline, natural_baseline);
}

static void
tal_text_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TalTextColumn *self = TAL_TEXT_COLUMN (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static GtkSizeRequestMode
tal_text_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tal_text_column_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_CHILD)
    g_value_set_object (value, TAL_TEXT_COLUMN (object)->child);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_text_column_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (property_id == PROP_CHILD)
    tal_text_column_set_child (TAL_TEXT_COLUMN (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_text_column_dispose (GObject *object)
{
  g_clear_pointer (&TAL_TEXT_COLUMN (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (tal_text_column_parent_class)->dispose (object);
}

static void
tal_text_column_class_init (TalTextColumnClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_text_column_get_property;
  object_class->set_property = tal_text_column_set_property;
  object_class->dispose = tal_text_column_dispose;
  widget_class->measure = tal_text_column_measure;
  widget_class->size_allocate = tal_text_column_size_allocate;
  widget_class->get_request_mode = tal_text_column_get_request_mode;

  properties[PROP_CHILD] =
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tal_text_column_init (TalTextColumn *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

void
tal_text_column_set_child (TalTextColumn *self, GtkWidget *child)
{
  g_return_if_fail (TAL_IS_TEXT_COLUMN (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}
