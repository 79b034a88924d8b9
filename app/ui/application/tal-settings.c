/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/application/tal-settings.h"

#include "model/tal-clock.h"

#include <adwaita.h>

/* From the folder of a program that was just built to that of the compiled schema. */
#define BUILT_SCHEMAS "../../data"

static GSettingsSchema *
find_built_schema (void)
{
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autofree char                  *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char                  *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *schemas = folder != NULL ? g_build_filename (folder, BUILT_SCHEMAS, NULL) : NULL;

  if (schemas == NULL)
    return NULL;

  source =
      g_settings_schema_source_new_from_directory (schemas, g_settings_schema_source_get_default (),
                                                   FALSE, NULL);
  return source != NULL ? g_settings_schema_source_lookup (source, APPLICATION_ID, FALSE) : NULL;
}

GSettings *
tal_settings_new (void)
{
  GSettingsSchemaSource      *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, APPLICATION_ID, TRUE);
  if (schema == NULL)
    schema = find_built_schema ();
  if (schema == NULL)
    return g_settings_new (APPLICATION_ID); /* ends the program and names what is missing */

  return g_settings_new_full (schema, NULL, NULL);
}

static char *
dup_setting (GSettings *settings, const char *key)
{
  g_autofree char *text = g_settings_get_string (settings, key);

  return g_strdup (g_strstrip (text));
}

/* "Mette Holm (MHO)", or what there is of it. */
static void
author_changed_cb (GSettings *settings)
{
  g_autofree char *name = dup_setting (settings, "author-name");
  g_autofree char *initials = dup_setting (settings, "author-initials");
  g_autofree char *both = NULL;

  if (name[0] != '\0' && initials[0] != '\0')
    both = g_strdup_printf ("%s (%s)", name, initials);
  tal_clock_set_author (both != NULL ? both : name[0] != '\0' ? name : initials);
}

static void
scheme_changed_cb (GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, "color-scheme");
  AdwColorScheme   scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (name, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (name, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

void
tal_settings_follow_author (GSettings *settings)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_signal_connect (settings, "changed::author-name", G_CALLBACK (author_changed_cb), NULL);
  g_signal_connect (settings, "changed::author-initials", G_CALLBACK (author_changed_cb), NULL);
  author_changed_cb (settings);
}

void
tal_settings_follow_colors (GSettings *settings)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_signal_connect (settings, "changed::color-scheme", G_CALLBACK (scheme_changed_cb), NULL);
  scheme_changed_cb (settings);
}
