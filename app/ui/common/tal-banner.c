/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-banner.h"

struct _TalBanner
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel    *label;
  GtkButton   *button;
};

G_DEFINE_FINAL_TYPE (TalBanner, tal_banner, GTK_TYPE_WIDGET)

static void
tal_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_BANNER);

  G_OBJECT_CLASS (tal_banner_parent_class)->dispose (object);
}

static void
tal_banner_class_init (TalBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_banner_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/common/tal-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, TalBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, TalBanner, label);
  gtk_widget_class_bind_template_child (widget_class, TalBanner, button);
}

static void
tal_banner_init (TalBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tal_banner_show (TalBanner *self, const char *text, const char *button, const char *action_name)
{
  g_return_if_fail (TAL_IS_BANNER (self));

  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  if (button != NULL)
    gtk_button_set_label (self->button, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
tal_banner_hide (TalBanner *self)
{
  g_return_if_fail (TAL_IS_BANNER (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
