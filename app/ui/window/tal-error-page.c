/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/window/tal-error-page.h"

#include "base/tal-error.h"
#include "model/tal-backups.h"
#include "model/tal-clock.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _TalErrorPage
{
  GtkWidget parent_instance;

  AdwStatusPage *status_page;
  GtkWidget     *retry_button;
  GtkWidget     *restore_button;
  GtkWidget     *open_button;
};

G_DEFINE_FINAL_TYPE (TalErrorPage, tal_error_page, GTK_TYPE_WIDGET)

static const char *
choose_title (const GError *error)
{
  if (g_error_matches (error, TAL_ERROR, TAL_ERROR_DAMAGED))
    return _ ("The collection is damaged");
  if (g_error_matches (error, TAL_ERROR, TAL_ERROR_NEWER_VERSION))
    return _ ("The collection was made by a newer version");
  if (g_error_matches (error, TAL_ERROR, TAL_ERROR_NOT_FOUND))
    return _ ("The collection isn't there");
  if (g_error_matches (error, TAL_ERROR, TAL_ERROR_INVALID_FILE))
    return _ ("The file is not a collection");
  if (g_error_matches (error, TAL_ERROR, TAL_ERROR_BUSY))
    return _ ("The collection is in use");

  return _ ("The file cannot be opened");
}

/* A file that is lost or spoilt is brought back; one that is whole, or was never a
 * collection of ours, is left alone. */
static gboolean
can_be_restored (const GError *error)
{
  return g_error_matches (error, TAL_ERROR, TAL_ERROR_DAMAGED) ||
         g_error_matches (error, TAL_ERROR, TAL_ERROR_NOT_FOUND) ||
         g_error_matches (error, TAL_ERROR, TAL_ERROR_INVALID_FILE);
}

static void
tal_error_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_ERROR_PAGE);

  G_OBJECT_CLASS (tal_error_page_parent_class)->dispose (object);
}

static void
tal_error_page_class_init (TalErrorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_error_page_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/window/tal-error-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TalErrorPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, TalErrorPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, TalErrorPage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, TalErrorPage, open_button);
}

static void
tal_error_page_init (TalErrorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_text (const GError *error, const GPtrArray *copies)
{
  g_autofree char *when = NULL;

  if (copies != NULL && copies->len == 0 && g_error_matches (error, TAL_ERROR, TAL_ERROR_DAMAGED))
    return g_markup_printf_escaped (_ ("%s There is no backup on this computer: ask those who look "
                                       "after your files for an earlier version."),
                                       error->message);
  if (copies == NULL || copies->len == 0)
    return g_markup_escape_text (error->message, -1);

  when = tal_clock_format_local (((const TalKeptCopy *)g_ptr_array_index (copies, 0))->made_at);
  return g_markup_printf_escaped (_ ("%s The newest backup is from %s."), error->message, when);
}

void
tal_error_page_show_error (TalErrorPage *self, const char *path, const GError *error)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char      *text = NULL;
  gboolean              restorable = FALSE;

  g_return_if_fail (TAL_IS_ERROR_PAGE (self));
  g_return_if_fail (error != NULL);

  if (path != NULL && can_be_restored (error))
    copies = tal_backups_list (path);
  restorable = copies != NULL && copies->len > 0;
  text = dup_text (error, copies);

  adw_status_page_set_title (self->status_page, choose_title (error));
  adw_status_page_set_description (self->status_page, text);
  gtk_widget_set_visible (self->restore_button, restorable);
  gtk_widget_set_visible (self->retry_button,
                          path != NULL &&
                              !g_error_matches (error, TAL_ERROR, TAL_ERROR_NEWER_VERSION));
  if (restorable)
    gtk_widget_remove_css_class (self->open_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->open_button, "suggested-action");
}
