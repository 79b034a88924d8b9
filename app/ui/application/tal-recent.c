/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/application/tal-recent.h"

#define MOST 8

void
tal_recent_add (GSettings *settings, GFile *file)
{
  g_auto (GStrv)        before = NULL;
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  g_autofree char      *uri = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  before = g_settings_get_strv (settings, "recent-collections");
  g_ptr_array_add (after, uri);
  for (guint i = 0; before[i] != NULL && after->len < MOST; i++)
    {
      if (!g_str_equal (before[i], uri))
        g_ptr_array_add (after, before[i]);
    }
  g_ptr_array_add (after, NULL);

  g_settings_set_strv (settings, "recent-collections", (const char *const *)after->pdata);
  g_settings_set_string (settings, "last-collection", uri);
}

GFile *
tal_recent_ref_last (GSettings *settings)
{
  g_autofree char *uri = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  uri = g_settings_get_string (settings, "last-collection");
  return uri[0] != '\0' ? g_file_new_for_uri (uri) : NULL;
}

/* Those that are open but for one; FALSE where it wasn't among them. */
static gboolean
list_other_open (GSettings *settings, const char *uri, GPtrArray *others)
{
  g_auto (GStrv) open = g_settings_get_strv (settings, "open-collections");
  gboolean       found = FALSE;

  for (guint i = 0; open[i] != NULL; i++)
    {
      if (g_str_equal (open[i], uri))
        found = TRUE;
      else
        g_ptr_array_add (others, g_strdup (open[i]));
    }
  return found;
}

static void
store_open (GSettings *settings, GPtrArray *uris)
{
  g_ptr_array_add (uris, NULL);
  g_settings_set_strv (settings, "open-collections", (const char *const *)uris->pdata);
}

gboolean
tal_recent_mark_open (GSettings *settings, GFile *file)
{
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *uri = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  uri = g_file_get_uri (file);
  if (list_other_open (settings, uri, uris))
    return TRUE;

  g_ptr_array_add (uris, g_steal_pointer (&uri));
  store_open (settings, uris);
  return FALSE;
}

void
tal_recent_mark_closed (GSettings *settings, GFile *file)
{
  g_autoptr (GPtrArray) uris = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *uri = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  if (list_other_open (settings, uri, uris))
    store_open (settings, uris);
}

void
tal_recent_fill_menu (GSettings *settings, GMenu *menu)
{
  g_auto (GStrv) uris = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (G_IS_MENU (menu));

  g_menu_remove_all (menu);
  uris = g_settings_get_strv (settings, "recent-collections");
  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      g_autoptr (GFile)     file = g_file_new_for_uri (uris[i]);
      g_autofree char      *name = g_file_get_basename (file);
      g_autofree char      *display = g_filename_display_name (name != NULL ? name : uris[i]);
      g_auto (GStrv)        words = g_strsplit (display, "_", -1);
      g_autofree char      *label = g_strjoinv ("__", words);

      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, "app.open-recent", "s", uris[i]);
      g_menu_append_item (menu, item);
    }
}
