/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-exchange-page.h"

struct _TalExchangePage
{
  GtkWidget parent_instance;

  GtkWidget *status_page;
};

G_DEFINE_FINAL_TYPE (TalExchangePage, tal_exchange_page, GTK_TYPE_WIDGET)

static void
tal_exchange_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_EXCHANGE_PAGE);

  G_OBJECT_CLASS (tal_exchange_page_parent_class)->dispose (object);
}

static void
tal_exchange_page_class_init (TalExchangePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_exchange_page_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/import/tal-exchange-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TalExchangePage, status_page);
}

static void
tal_exchange_page_init (TalExchangePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_exchange_page_new (void)
{
  return g_object_new (TAL_TYPE_EXCHANGE_PAGE, NULL);
}
