/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-property-row.h"

struct _TalPropertyRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *value;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TalPropertyRow, tal_property_row, GTK_TYPE_LIST_BOX_ROW)

static void
tal_property_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_label (TAL_PROPERTY_ROW (object)->title));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_property_row_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TalPropertyRow *self = TAL_PROPERTY_ROW (object);
  const char     *title = NULL;

  if (property_id != PROP_TITLE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }

  title = g_value_get_string (value) != NULL ? g_value_get_string (value) : "";
  if (g_str_equal (gtk_label_get_label (self->title), title))
    return;

  gtk_label_set_label (self->title, title);
  g_object_notify_by_pspec (object, pspec);
}

/* A list is entered by its first row or its last.  Nothing can be done in this one, so it lets
 * those who come by it on to what stands behind it. */
static gboolean
tal_property_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean   forward = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_DOWN;
  gboolean   backward = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *next = NULL;

  if (forward)
    next = gtk_widget_get_next_sibling (widget);
  else if (backward)
    next = gtk_widget_get_prev_sibling (widget);
  return next != NULL && gtk_widget_child_focus (next, direction);
}

static void
tal_property_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_PROPERTY_ROW);

  G_OBJECT_CLASS (tal_property_row_parent_class)->dispose (object);
}

static void
tal_property_row_class_init (TalPropertyRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_property_row_get_property;
  object_class->set_property = tal_property_row_set_property;
  object_class->dispose = tal_property_row_dispose;
  widget_class->focus = tal_property_row_focus;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/initiatives/tal-property-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TalPropertyRow, title);
  gtk_widget_class_bind_template_child (widget_class, TalPropertyRow, value);
}

static void
tal_property_row_init (TalPropertyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title, NULL, -1);
}

void
tal_property_row_set_value (TalPropertyRow *self, const char *value)
{
  g_return_if_fail (TAL_IS_PROPERTY_ROW (self));

  gtk_label_set_label (self->value, value != NULL ? value : "");
  gtk_widget_set_visible (GTK_WIDGET (self), value != NULL && value[0] != '\0');
}
