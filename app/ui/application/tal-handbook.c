/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/application/tal-handbook.h"

#include "ui/window/tal-window.h"

/* From the folder of a program that was just built to that of the built pages. */
#define BUILT_PAGES "../../data/handbook"
#define CONTENTS "index.html"

static const struct
{
  const char *shown; /* the name of a window's page, or the type of another window */
  const char *page;
} pages[] = {
  { "appropriations", "appropriations.html" },
  { "briefings", "briefings.html" },
  { "entry", "entry.html" },
  { "error", "backups.html" },
  { "exchange", "exchange.html" },
  { "history", "history.html" },
  { "initiative", "initiative.html" },
  { "offers", "offers.html" },
  { "overview", "overview.html" },
  { "target-groups", "target-groups.html" },
  { "welcome", "welcome.html" },
  { "GtkShortcutsWindow", "keyboard.html" },
  { "TalCollectionDialog", "welcome.html" },
  { "TalFactsDialog", "initiative.html" },
  { "TalGoalDialog", "goals.html" },
  { "TalInitiativeDialog", "initiative.html" },
  { "TalPreferencesWindow", "preferences.html" },
  { "TalRestoreDialog", "backups.html" },
  { "TalSearchDialog", "search.html" },
};

/* The dialog over a window; NULL where there is none. */
static GtkWindow *
find_dialog (GtkWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (other) == window &&
          gtk_widget_get_visible (GTK_WIDGET (other)))
        return other;
    }

  return NULL;
}

const char *
tal_handbook_choose_page (GtkWindow *window)
{
  GtkWindow  *dialog = NULL;
  const char *shown = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  dialog = find_dialog (window);
  if (dialog != NULL)
    return tal_handbook_choose_page (dialog);

  shown = TAL_IS_WINDOW (window) ? tal_window_get_page_name (TAL_WINDOW (window))
                                 : G_OBJECT_TYPE_NAME (window);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (g_strcmp0 (pages[i].shown, shown) == 0)
        return pages[i].page;
    }

  return CONTENTS;
}

static char *
dup_built_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  return folder != NULL ? g_canonicalize_filename (BUILT_PAGES, folder) : NULL;
}

char *
tal_handbook_dup_uri (const char *page)
{
  g_autofree char *built = dup_built_folder ();
  const char      *folders[] = { HANDBOOK_DIR, built };

  g_return_val_if_fail (page != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = folders[i] != NULL ? g_build_filename (folders[i], page, NULL) : NULL;

      if (path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_filename_to_uri (path, NULL, NULL);
    }

  return NULL;
}
