/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/application/tal-preferences-window.h"

#include "model/tal-backups.h"
#include "model/tal-clock.h"
#include "ui/common/tal-form.h"
#include "ui/common/tal-help-key.h"
#include "ui/common/tal-text-scale.h"

#include <glib/gi18n-lib.h>

struct _TalPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  AdwPreferencesGroup *sender;
  GtkWidget           *name;
  GtkWidget           *initials;
  GtkWidget           *committee;
  GtkWidget           *colors;
  GtkWidget           *compact_rows;
  GtkWidget           *backups;
  AdwActionRow        *folder;
  GtkWidget           *folder_button;
};

G_DEFINE_FINAL_TYPE (TalPreferencesWindow, tal_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows' words. */
static const char *const schemes[] = { "system", "light", "dark" };
static const int         days[] = { 1, 7, 0 };

#define NEVER (G_N_ELEMENTS (days) - 1)

static gboolean
get_scheme (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *name = g_variant_get_string (variant, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      if (g_str_equal (schemes[i], name))
        g_value_set_uint (value, i);
    }
  return TRUE;
}

static GVariant *
set_scheme (const GValue *value, const GVariantType *expected_type, gpointer user_data)
{
  guint position = g_value_get_uint (value);

  return position < G_N_ELEMENTS (schemes) ? g_variant_new_string (schemes[position]) : NULL;
}

/* The seldomest of the choices that is not seldomer than the setting, which may be any number
 * of days. */
static gboolean
get_days (GValue *value, GVariant *variant, gpointer user_data)
{
  int stored = g_variant_get_int32 (variant);

  g_value_set_uint (value, stored == 0 ? NEVER : stored < days[1] ? 0 : 1);
  return TRUE;
}

static GVariant *
set_days (const GValue *value, const GVariantType *expected_type, gpointer user_data)
{
  guint position = g_value_get_uint (value);

  return position < G_N_ELEMENTS (days) ? g_variant_new_int32 (days[position]) : NULL;
}

static void
folder_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalPreferencesWindow) self = user_data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                      adw_toast_new (
                                          _ ("The system has no program that shows folders")));
}

static void
folder_clicked_cb (TalPreferencesWindow *self)
{
  g_autofree char *path = tal_backups_dup_folder ();
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  /* It comes with the first backup. */
  g_mkdir_with_parents (path, 0700);
  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, folder_shown_cb,
                     g_object_ref (self));
}

static void
tal_preferences_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_PREFERENCES_WINDOW);

  G_OBJECT_CLASS (tal_preferences_window_parent_class)->dispose (object);
}

static void
tal_preferences_window_class_init (TalPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_preferences_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/application/tal-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TalPreferencesWindow, sender);
  gtk_widget_class_bind_template_child (widget_class, TalPreferencesWindow, name);
  gtk_widget_class_bind_template_child (widget_class, TalPreferencesWindow, initials);
  gtk_widget_class_bind_template_child (widget_class, TalPreferencesWindow, committee);
  gtk_widget_class_bind_template_child (widget_class, TalPreferencesWindow, colors);
  gtk_widget_class_bind_template_child (widget_class, TalPreferencesWindow, compact_rows);
  gtk_widget_class_bind_template_child (widget_class, TalPreferencesWindow, backups);
  gtk_widget_class_bind_template_child (widget_class, TalPreferencesWindow, folder);
  gtk_widget_class_bind_template_child (widget_class, TalPreferencesWindow, folder_button);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
}

static void
tal_preferences_window_init (TalPreferencesWindow *self)
{
  g_autofree char *path = tal_backups_dup_folder ();
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *subtitle = g_markup_escape_text (shown, -1);
  g_autofree char *account = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_grow (GTK_WINDOW (self));
  tal_help_key_add (GTK_WINDOW (self));
  tal_form_name_fields (GTK_WIDGET (self));
  account = g_markup_printf_escaped (_ ("The history says who changed what. Where you write "
                                        "neither name nor initials, it says what your account is "
                                        "called: %s."),
                                        tal_clock_get_account_name ());
  adw_preferences_group_set_description (self->sender, account);
  adw_action_row_set_subtitle (self->folder, subtitle);
}

static void
bind_settings (TalPreferencesWindow *self, GSettings *settings)
{
  g_settings_bind (settings, "author-name", self->name, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "author-initials", self->initials, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "committee", self->committee, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "color-scheme", self->colors, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_scheme, set_scheme, NULL, NULL);
  g_settings_bind (settings, "compact-rows", self->compact_rows, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "backup-days", self->backups, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_days, set_days, NULL, NULL);
}

void
tal_preferences_window_present (GtkWindow *parent, GSettings *settings)
{
  TalPreferencesWindow *self = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_SETTINGS (settings));

  self = g_object_new (TAL_TYPE_PREFERENCES_WINDOW, "transient-for", parent, "destroy-with-parent",
                       TRUE, NULL);
  bind_settings (self, settings);
  gtk_window_present (GTK_WINDOW (self));
}
