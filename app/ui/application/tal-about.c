/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/application/tal-about.h"

#include "model/tal-report.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

char *
tal_about_describe (TalWindow *window)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *libraries = tal_report_describe_libraries ();
  TalWorkspace       *workspace = NULL;
  GdkDisplay         *display = NULL;

  g_return_val_if_fail (TAL_IS_WINDOW (window), NULL);

  display = gtk_widget_get_display (GTK_WIDGET (window));
  workspace = tal_window_get_workspace (window);
  g_string_append_printf (text, "Indsatstal %s\n", PACKAGE_VERSION);
  g_string_append_printf (text, "GTK %u.%u.%u\n", gtk_get_major_version (),
                          gtk_get_minor_version (), gtk_get_micro_version ());
  g_string_append_printf (text, "libadwaita %u.%u.%u\n", adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version ());
  g_string_append (text, libraries);
  g_string_append_printf (text, "locale: %s\n", setlocale (LC_CTYPE, NULL));
  g_string_append_printf (text, "display: %s\n", G_OBJECT_TYPE_NAME (display));
  if (workspace != NULL)
    {
      g_autofree char *counts = tal_report_count_records (tal_workspace_get_catalogue (workspace));

      g_string_append (text, counts);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
tal_about_present (TalWindow *window)
{
  g_autofree char *report = NULL;

  g_return_if_fail (TAL_IS_WINDOW (window));

  report = tal_about_describe (window);
  adw_show_about_window (GTK_WINDOW (window), "application-name", "Indsatstal", "application-icon",
                         APPLICATION_ID, "version", PACKAGE_VERSION, "comments",
                         _ ("Figures and goals of employment initiatives"), "developer-name",
                            _ ("The developers of Indsatstal"), "license-type", GTK_LICENSE_GPL_3_0,
                               "debug-info", report, "debug-info-filename",
                               "indsatstal-fejlrapport.txt", NULL);
}
