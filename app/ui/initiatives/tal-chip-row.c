/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-chip-row.h"

#include "ui/common/tal-wrap-box.h"

struct _TalChipRow
{
  GtkListBoxRow parent_instance;

  GtkLabel   *title;
  TalWrapBox *chips;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TalChipRow, tal_chip_row, GTK_TYPE_LIST_BOX_ROW)

static void
tal_chip_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_label (TAL_CHIP_ROW (object)->title));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_chip_row_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TalChipRow *self = TAL_CHIP_ROW (object);
  const char *title = NULL;

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

static void
tal_chip_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_CHIP_ROW);

  G_OBJECT_CLASS (tal_chip_row_parent_class)->dispose (object);
}

static void
tal_chip_row_class_init (TalChipRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_chip_row_get_property;
  object_class->set_property = tal_chip_row_set_property;
  object_class->dispose = tal_chip_row_dispose;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TAL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/initiatives/tal-chip-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TalChipRow, title);
  gtk_widget_class_bind_template_child (widget_class, TalChipRow, chips);
}

static void
tal_chip_row_init (TalChipRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_chip_row_new (void)
{
  return g_object_new (TAL_TYPE_CHIP_ROW, NULL);
}

static GtkWidget *
create_chip (const char *name)
{
  GtkWidget *chip = gtk_label_new (name);

  gtk_label_set_wrap (GTK_LABEL (chip), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (chip), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (chip), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (chip, "chip");
  return chip;
}

void
tal_chip_row_show (TalChipRow *self, const char *const *names)
{
  g_autofree char *joined = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (TAL_IS_CHIP_ROW (self));
  g_return_if_fail (names != NULL);

  tal_wrap_box_clear (self->chips);
  for (guint i = 0; names[i] != NULL; i++)
    tal_wrap_box_append (self->chips, create_chip (names[i]));
  joined = g_strjoinv (", ", (char **)names);
  label = g_strdup_printf ("%s: %s", gtk_label_get_label (self->title), joined);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), names[0] != NULL);
}
