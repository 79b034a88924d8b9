/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/application/tal-settings.h"

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
