/* SPDX-License-Identifier: GPL-3.0-or-later */

/* take-shots [--suffix NAME] [--size WIDTHxHEIGHT] [--text PERCENT] COLLECTION FOLDER
 * [SCREEN…]: a picture of every screen of the real window, or of the named ones, drawn by the
 * window's own renderer.  It ends with 1 where a screen cannot be shown.
 */

#include "config.h"

#include "ui/take-shots.h"

#include "core/tal-initiative.h"
#include "core/tal-plan.h"

#include <stdlib.h>
#include <string.h>

/* Of text at its usual size. */
#define DOTS_PER_INCH 96
/* How long a screen may take to appear. */
#define PATIENCE_SECONDS 20
/* How long it is left to settle: transitions, icons, scroll bars that fade. */
#define SETTLE_MILLISECONDS 350

static char  *suffix = NULL;
static char  *size = NULL;
static int    text_scale = 100;
static char **words = NULL;
static int    width = 1280;
static int    height = 800;

static const GOptionEntry options[] = {
  { "suffix", 0, 0, G_OPTION_ARG_STRING, &suffix, "Ends the names of the pictures", "NAME" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size, "Of the window, 1280x800 unless given", "SIZE" },
  { "text", 0, 0, G_OPTION_ARG_INT, &text_scale, "Of the usual size, 100 unless given", "PERCENT" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL },
  G_OPTION_ENTRY_NULL
};

static gboolean
timed_out_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
settle (void)
{
  gboolean done = FALSE;

  g_timeout_add (SETTLE_MILLISECONDS, timed_out_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

gboolean
wait_for_page (Stage *stage, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_TIME_SPAN_SECOND;

  while (g_strcmp0 (tal_window_get_page_name (stage->window), name) != 0)
    {
      if (g_get_monotonic_time () > end)
        {
          g_printerr ("take-shots: the page %s does not appear\n", name);
          return FALSE;
        }
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }

  settle ();
  return TRUE;
}

/* NULL while the widget waits for its next frame. */
static GskRenderNode *
snapshot_widget (GtkWidget *widget, int wide, int high)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot             *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, wide, high);
  return gtk_snapshot_free_to_node (snapshot);
}

gboolean
save_picture (GtkWidget *widget, const char *folder, const char *name)
{
  g_autoptr (GdkTexture)    texture = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autofree char          *base = NULL;
  g_autofree char          *path = NULL;
  gint64                    end = g_get_monotonic_time () + PATIENCE_SECONDS * G_TIME_SPAN_SECOND;
  int                       wide = gtk_widget_get_width (widget);
  int                       high = gtk_widget_get_height (widget);

  while ((node = snapshot_widget (widget, wide, high)) == NULL && g_get_monotonic_time () < end)
    settle ();
  if (node == NULL)
    {
      g_printerr ("take-shots: %s is never shown\n", name);
      return FALSE;
    }
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float)wide, (float)high));
  base = suffix != NULL ? g_strdup_printf ("%s-%s.png", name, suffix)
                        : g_strdup_printf ("%s.png", name);
  path = g_build_filename (folder, base, NULL);
  if (gdk_texture_save_to_png (texture, path))
    return TRUE;

  g_printerr ("take-shots: %s cannot be written\n", path);
  return FALSE;
}

/* The window that stands over the main one, closed again after its picture. */
gboolean
shoot_child (Stage *stage, const char *folder, const char *name)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  gboolean    saved = FALSE;

  settle ();
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) child = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (child) != GTK_WINDOW (stage->window) ||
          !gtk_widget_get_mapped (GTK_WIDGET (child)))
        continue;

      saved = save_picture (GTK_WIDGET (child), folder, name);
      gtk_window_close (child);
      break;
    }

  settle ();
  if (!saved)
    g_printerr ("take-shots: no window opens for %s\n", name);
  return saved;
}

/* What a letter looks like that was taken for a collection. */
static gboolean
show_error (Stage *stage)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile)         file = g_file_new_tmp ("brev-XXXXXX.indsats", &stream, NULL);
  gboolean                  shown = FALSE;

  if (file == NULL)
    return FALSE;

  tal_window_open_collection (stage->window, file);
  shown = wait_for_page (stage, "error");
  g_file_delete (file, NULL, NULL);
  return shown;
}

static gboolean
show_welcome (Stage *stage)
{
  tal_window_show_welcome (stage->window);
  return wait_for_page (stage, "welcome");
}

GtkWidget *
find_below (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_below (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The history with its largest entry open, and one of the changes in it chosen. */
static gboolean
show_open_history (Stage *stage)
{
  GtkListView        *view = NULL;
  GtkSingleSelection *selection = NULL;
  guint               n_rows = 0;

  if (!show_page (stage, "history"))
    return FALSE;

  view = GTK_LIST_VIEW (find_below (GTK_WIDGET (stage->window), GTK_TYPE_LIST_VIEW));
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (view));
  n_rows = g_list_model_get_n_items (G_LIST_MODEL (selection));
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (selection), i);

      if (!gtk_tree_list_row_is_expandable (row))
        continue;
      gtk_tree_list_row_set_expanded (row, TRUE);
      settle ();
      gtk_single_selection_set_selected (selection, i + 2);
      settle ();
      return TRUE;
    }

  g_printerr ("take-shots: the history has no entry of several changes\n");
  return FALSE;
}

/* The history searched for words that are not in it. */
static gboolean
show_empty_history (Stage *stage)
{
  GtkWidget *entry = NULL;

  if (!show_page (stage, "history"))
    return FALSE;

  entry = find_below (GTK_WIDGET (stage->window), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Vejdirektoratet");
  settle ();
  settle ();
  return TRUE;
}

/* "search": nothing written yet, "search-hits" and "search-nothing-found". */
static gboolean
shoot_search (Stage *stage, const char *folder, const char *name)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  const char *text = g_str_equal (name, "search-hits")            ? "mål 5"
                     : g_str_equal (name, "search-nothing-found") ? "Vejdirektoratet"
                                                                  : "";

  gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.search-all", NULL);
  settle ();
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) child = g_list_model_get_item (toplevels, i);
      GtkWidget            *entry = find_below (child, GTK_TYPE_SEARCH_ENTRY);

      if (entry != NULL && child != GTK_WIDGET (stage->window))
        gtk_editable_set_text (GTK_EDITABLE (entry), text);
    }
  settle ();
  return shoot_child (stage, folder, name);
}

/* "lists-plans" and the like: that list in its window. */
static gboolean
shoot_list (Stage *stage, const char *folder, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.show-lists", "s",
                              name + strlen ("lists-"));
  settle ();
  return shoot_child (stage, folder, name);
}

/* The plan that the initiative with the most explanations is under. */
static gboolean
shoot_plan_copy (Stage *stage, const char *folder, const char *name)
{
  const TalCatalogue *catalogue =
      tal_workspace_get_catalogue (tal_window_get_workspace (stage->window));
  const TalGoal   *goal = find_explained_goal (catalogue);
  const TalRecord *initiative =
      goal != NULL ? tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, goal->initiative) : NULL;
  char id[TAL_ID_STRING_LENGTH + 1];

  if (initiative == NULL)
    return FALSE;

  tal_id_format (TAL_INITIATIVE (initiative)->plan, id);
  gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.copy-plan", "s", id);
  return shoot_child (stage, folder, name);
}

static gboolean
shoot_about (Stage *stage, const char *folder, const char *name)
{
  tal_application_show_about (stage->application);
  return shoot_child (stage, folder, name);
}

/* A dialog that an action of the window opens. */
typedef struct
{
  const char *name;
  const char *action;
  const char *parameter;       /* NULL for none */
  gboolean    over_initiative; /* else over any page */
} Dialog;

static const Dialog dialogs[] = {
  { "choose-facts", "win.choose-facts", NULL, TRUE },
  { "export", "win.export", NULL, FALSE },
  { "edit-goal", "win.edit-goal", NULL, TRUE },
  { "edit-initiative", "win.edit-initiative", "", TRUE },
  { "new-collection", "app.new-collection", NULL, FALSE },
  { "new-goal", "win.new-goal", NULL, TRUE },
  { "new-initiative", "win.new-initiative", NULL, FALSE },
  { "preferences", "app.preferences", NULL, FALSE },
  { "restore", "win.restore-backup", NULL, FALSE },
  { "shortcuts", "win.show-shortcuts", NULL, FALSE },
};

static gboolean
shoot_dialog (Stage *stage, const char *folder, const Dialog *dialog)
{
  const char *format = dialog->parameter != NULL ? "s" : NULL;

  return (!dialog->over_initiative || show_initiative (stage)) &&
         gtk_widget_activate_action (GTK_WIDGET (stage->window), dialog->action, format,
                                     dialog->parameter) &&
         shoot_child (stage, folder, dialog->name);
}

/* Pages in a state that has to be made; every other page has the name of its destination. */
static const struct
{
  const char *name;
  gboolean (*show) (Stage *stage);
} pages[] = {
  { "error", show_error },
  { "history-nothing-found", show_empty_history },
  { "history-open", show_open_history },
  { "initiative", show_initiative },
  { "initiative-check", show_initiative_check },
  { "initiative-dots", show_initiative_dots },
  { "initiative-facts", show_initiative_facts },
  { "initiative-lower", show_initiative_lower },
  { "initiative-no-goals", show_initiative_without_goals },
  { "initiative-table", show_initiative_table },
  { "welcome", show_welcome },
};

gboolean
show_page (Stage *stage, const char *name)
{
  TalDestination destination;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (g_str_equal (pages[i].name, name))
        return pages[i].show (stage);
    }
  if (!tal_destination_from_name (name, &destination))
    {
      g_printerr ("take-shots: there is no screen %s\n", name);
      return FALSE;
    }

  tal_window_show_destination (stage->window, destination);
  return wait_for_page (stage, name);
}

/* What is no page and no plain dialog, by patterns of names. */
static const struct
{
  const char *names;
  gboolean (*shoot) (Stage *stage, const char *folder, const char *name);
} others[] = {
  { "about", shoot_about },
  { "copy-plan", shoot_plan_copy },
  { "choice-*", shoot_choice },
  { "entry-*", shoot_entry },
  { "file-*", shoot_file },
  { "find-*", shoot_found },
  { "import-*", shoot_import },
  { "lists-*", shoot_list },
  { "new-appropriation*", shoot_appropriation },
  { "restore-copies", shoot_copies },
  { "search*", shoot_search },
  { "side-*", shoot_side },
  { "sidebar", shoot_sidebar },
};

static gboolean
shoot (Stage *stage, const char *folder, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      if (g_str_equal (dialogs[i].name, name))
        return shoot_dialog (stage, folder, &dialogs[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (g_pattern_match_simple (others[i].names, name))
        return others[i].shoot (stage, folder, name);
    }

  return show_page (stage, name) && save_picture (GTK_WIDGET (stage->window), folder, name);
}

/* A window without a window manager has a border of its own, and is a little smaller than
 * it was asked to be. */
static void
fit_size (Stage *stage)
{
  GtkWidget *widget = GTK_WIDGET (stage->window);

  gtk_widget_remove_css_class (widget, "solid-csd");

  settle ();
  gtk_window_set_default_size (GTK_WINDOW (widget), 2 * width - gtk_widget_get_width (widget),
                               2 * height - gtk_widget_get_height (widget));
  settle ();
}

/* Those that are wanted, or all where none is named, in the order in which they can be: some close
 * what others need. */
static gboolean
take_all (Stage *stage, const char *folder, char **names)
{
  static const char *const all[] = { "overview",
                                     "initiative",
                                     "side-initiative",
                                     "initiative-check",
                                     "initiative-lower",
                                     "initiative-table",
                                     "initiative-dots",
                                     "initiative-no-goals",
                                     "initiative-facts",
                                     "new-initiative",
                                     "edit-initiative",
                                     "choose-facts",
                                     "new-goal",
                                     "edit-goal",
                                     "new-appropriation",
                                     "new-appropriation-refused",
                                     "entry",
                                     "target-groups",
                                     "choice-target-groups-share",
                                     "find-target-groups",
                                     "offers",
                                     "choice-offers-trend",
                                     "choice-offers-providers",
                                     "find-offers",
                                     "appropriations",
                                     "find-no-appropriations",
                                     "find-initiatives",
                                     "find-no-initiatives",
                                     "briefings",
                                     "exchange",
                                     "export",
                                     "import-file",
                                     "import-check",
                                     "import-columns",
                                     "import-names",
                                     "import-preview",
                                     "import-failure",
                                     "import-differences",
                                     "import-summary",
                                     "history",
                                     "history-open",
                                     "side-history",
                                     "history-nothing-found",
                                     "restore",
                                     "restore-copies",
                                     "lists-plans",
                                     "lists-units",
                                     "lists-target-groups",
                                     "lists-areas",
                                     "lists-offers",
                                     "lists-providers",
                                     "copy-plan",
                                     "search",
                                     "search-hits",
                                     "search-nothing-found",
                                     "new-collection",
                                     "sidebar",
                                     "about",
                                     "shortcuts",
                                     "preferences",
                                     "entry-series",
                                     "entry-paste",
                                     "entry-check",
                                     "entry-kept",
                                     "entry-kept-list",
                                     "entry-due",
                                     "entry-close",
                                     "entry-closed",
                                     "entry-explain",
                                     "file-read-only",
                                     "file-damaged",
                                     "file-missing",
                                     "file-newer",
                                     "file-empty",
                                     "file-empty-entry",
                                     "file-empty-target-groups",
                                     "welcome",
                                     "error",
                                     NULL };
  gboolean                 taken = TRUE;

  if (!wait_for_page (stage, "overview"))
    return FALSE;

  fit_size (stage);
  for (guint i = 0; all[i] != NULL; i++)
    {
      if (names[0] == NULL || g_strv_contains ((const char *const *)names, all[i]))
        taken &= shoot (stage, folder, all[i]);
    }
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_strv_contains (all, names[i]))
        continue;
      g_printerr ("take-shots: there is no screen %s\n", names[i]);
      taken = FALSE;
    }
  return taken;
}

static gboolean
read_words (int *argc, char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("COLLECTION FOLDER [SCREEN…]");
  g_autoptr (GError)         error = NULL;
  g_auto (GStrv)             sides = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      g_printerr ("take-shots: %s\n", error->message);
      return FALSE;
    }
  if (words == NULL || g_strv_length (words) < 2)
    {
      g_printerr ("take-shots: a collection and a folder are wanted\n");
      return FALSE;
    }
  if (size == NULL)
    return TRUE;

  sides = g_strsplit (size, "x", 2);
  width = sides[0] != NULL ? atoi (sides[0]) : 0;
  height = sides[0] != NULL && sides[1] != NULL ? atoi (sides[1]) : 0;
  if (width > 0 && height > 0)
    return TRUE;

  g_printerr ("take-shots: %s is no size\n", size);
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autoptr (TalApplication) application = NULL;
  g_autoptr (GFile)          file = NULL;
  g_autoptr (GError)         error = NULL;
  Stage                      stage = { NULL };
  gboolean                   taken = FALSE;

  tal_application_choose_language ();
  if (!read_words (&argc, &argv))
    return 2;

  application = tal_application_new (G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    {
      g_printerr ("take-shots: %s\n", error->message);
      return 1;
    }

  file = g_file_new_for_commandline_arg (words[0]);
  stage.application = application;
  g_settings_reset (tal_application_get_settings (application), "last-destination");
  stage.window = TAL_WINDOW (
      tal_window_new (GTK_APPLICATION (application), tal_application_get_settings (application)));
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  if (text_scale != 100)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                  DOTS_PER_INCH * 1024 * text_scale / 100, NULL);
  gtk_window_set_default_size (GTK_WINDOW (stage.window), width, height);
  tal_window_open_collection (stage.window, file);
  gtk_window_present (GTK_WINDOW (stage.window));

  taken = take_all (&stage, words[1], words + 2);
  gtk_window_destroy (GTK_WINDOW (stage.window));
  return taken ? 0 : 1;
}
