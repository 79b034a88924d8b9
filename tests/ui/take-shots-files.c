/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Collections that cannot be opened or may not be written, and one that nothing is in yet. */

#include "config.h"

#include "model/tal-backups.h"
#include "ui/take-shots.h"

#include <glib/gstdio.h>

/* Of the format, in the header of a database. */
#define VERSION_OFFSET 60
/* How many times it is looked whether there is a copy. */
#define BACKUP_PATIENCE 30

static gboolean
open_at (Stage *stage, const char *path, const char *page)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tal_window_show_welcome (stage->window);
  settle ();
  tal_window_open_collection (stage->window, file);
  return wait_for_page (stage, page);
}

/* A collection opens on the page on which it was left. */
static gboolean
show_read_only (Stage *stage, const char *collection, const char *path)
{
  return show_page (stage, "overview") && g_chmod (collection, 0444) == 0 &&
         open_at (stage, collection, "overview");
}

static gboolean
show_missing (Stage *stage, const char *collection, const char *path)
{
  return open_at (stage, path, "error");
}

/* Half of a collection. */
static gboolean
show_damaged (Stage *stage, const char *collection, const char *path)
{
  g_autofree char *contents = NULL;
  gsize            length = 0;

  return g_file_get_contents (collection, &contents, &length, NULL) &&
         g_file_set_contents (path, contents, (gssize)length / 2, NULL) &&
         open_at (stage, path, "error");
}

static gboolean
show_newer (Stage *stage, const char *collection, const char *path)
{
  g_autofree char *contents = NULL;
  gsize            length = 0;

  if (!g_file_get_contents (collection, &contents, &length, NULL) || length <= VERSION_OFFSET)
    return FALSE;

  contents[VERSION_OFFSET] = 1;
  return g_file_set_contents (path, contents, (gssize)length, NULL) &&
         open_at (stage, path, "error");
}

static gboolean
show_empty (Stage *stage, const char *collection, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tal_window_show_welcome (stage->window);
  settle ();
  tal_window_create_collection (stage->window, file, "Beskæftigelsesforvaltningen", FALSE);
  return wait_for_page (stage, "overview");
}

static gboolean
show_empty_entry (Stage *stage, const char *collection, const char *path)
{
  return show_empty (stage, collection, path) && show_page (stage, "entry");
}

static gboolean
show_empty_figures (Stage *stage, const char *collection, const char *path)
{
  return show_empty (stage, collection, path) && show_page (stage, "target-groups");
}

static const struct
{
  const char *name;
  gboolean (*show) (Stage *stage, const char *collection, const char *path);
} states[] = {
  { "file-damaged", show_damaged },         { "file-empty", show_empty },
  { "file-empty-entry", show_empty_entry }, { "file-empty-target-groups", show_empty_figures },
  { "file-missing", show_missing },         { "file-newer", show_newer },
  { "file-read-only", show_read_only },
};

gboolean
shoot_file (Stage *stage, const char *folder, const char *name)
{
  TalWorkspace    *workspace = tal_window_get_workspace (stage->window);
  g_autofree char *collection = g_strdup (tal_workspace_get_path (workspace));
  g_autofree char *beside = g_dir_make_tmp ("samling-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (beside, "indsatser.indsats", NULL);
  gboolean         saved = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (g_str_equal (states[i].name, name))
        saved = states[i].show (stage, collection, path) &&
                save_picture (GTK_WIDGET (stage->window), folder, name);
    }
  if (!saved)
    g_printerr ("take-shots: %s cannot be shown\n", name);

  g_chmod (collection, 0644);
  if (tal_window_get_workspace (stage->window) != NULL)
    saved &= show_page (stage, "overview");
  saved &= open_at (stage, collection, "overview");
  g_unlink (path);
  g_rmdir (beside);
  return saved;
}

/* "restore-copies": what can be brought back, once there is a copy. */
gboolean
shoot_copies (Stage *stage, const char *folder, const char *name)
{
  GtkWidget  *window = GTK_WIDGET (stage->window);
  const char *path = tal_workspace_get_path (tal_window_get_workspace (stage->window));
  guint       n_copies = 0;

  gtk_widget_activate_action (window, "win.back-up", NULL);
  for (guint i = 0; i < BACKUP_PATIENCE && n_copies == 0; i++)
    {
      g_autoptr (GPtrArray) copies = NULL;

      settle ();
      copies = tal_backups_list (path);
      n_copies = copies->len;
    }

  return gtk_widget_activate_action (window, "win.restore-backup", NULL) &&
         shoot_child (stage, folder, name);
}
