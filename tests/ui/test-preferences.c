/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each row of the preferences changes what it says, at once. */

#include "config.h"

#include "model/tal-backups.h"
#include "model/tal-clock.h"
#include "model/tal-history-list.h"
#include "support/commit.h"
#include "ui/application/tal-preferences-window.h"
#include "ui/tal-test-stage.h"

typedef struct
{
  TalTestStage stage;
  GSettings   *settings;
  GtkWidget   *window; /* the preferences */
} Fixture;

static GtkWidget *
find_window (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (TAL_IS_PREFERENCES_WINDOW (window))
        return window;
    }

  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  *fixture = (Fixture){ { NULL } };
  tal_test_stage_open (&fixture->stage);
  fixture->settings = tal_application_get_settings (fixture->stage.application);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->stage.application), "preferences", NULL);
  fixture->window = find_window ();
  g_assert_nonnull (fixture->window);
  tal_test_stage_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  static const char *const keys[] = { "author-name",  "author-initials", "committee",
                                      "color-scheme", "compact-rows",    "backup-days" };
  gpointer                 window = fixture->window;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tal_test_stage_settle ();
  g_assert_null (window);
  tal_test_stage_close (&fixture->stage);
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  GtkWidget *row = tal_test_stage_find_titled (fixture->window, ADW_TYPE_PREFERENCES_ROW, title);

  g_assert_nonnull (row);
  return row;
}

static void
write_row (Fixture *fixture, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (fixture, title)), text);
}

static void
choose_row (Fixture *fixture, const char *title, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (fixture, title)), position);
}

static void
test_preferences_the_history_names_the_author (Fixture *fixture, gconstpointer unused)
{
  TalWorkspace              *workspace = tal_window_get_workspace (fixture->stage.window);
  g_autoptr (TalHistoryList) list = NULL;
  g_autoptr (TalHistoryItem) newest = NULL;

  g_assert_cmpstr (tal_clock_get_author (), ==, tal_clock_get_account_name ());
  write_row (fixture, "Initialer", "MHO");
  g_assert_cmpstr (tal_clock_get_author (), ==, "MHO");
  write_row (fixture, "Dit navn", " Mette Holm ");
  g_assert_cmpstr (tal_clock_get_author (), ==, "Mette Holm (MHO)");

  commit_wait (workspace, commit_new_figure (workspace, "Revalidering", "1998", 171));
  list = tal_history_list_new (workspace);
  g_list_model_get_n_items (G_LIST_MODEL (list));
  commit_wait_for_all (workspace);
  tal_test_stage_settle ();
  newest = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (tal_history_item_get_entry (newest)->author, ==, "Mette Holm (MHO)");

  write_row (fixture, "Initialer", "");
  g_assert_cmpstr (tal_clock_get_author (), ==, "Mette Holm");
  write_row (fixture, "Dit navn", "  ");
  g_assert_cmpstr (tal_clock_get_author (), ==, tal_clock_get_account_name ());
}

static void
test_preferences_the_committee_is_kept (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *committee = NULL;

  write_row (fixture, "Udvalg", "Beskæftigelses- og Socialudvalget");
  committee = g_settings_get_string (fixture->settings, "committee");
  g_assert_cmpstr (committee, ==, "Beskæftigelses- og Socialudvalget");
}

static void
test_preferences_the_colours_change (Fixture *fixture, gconstpointer unused)
{
  AdwStyleManager *colors = adw_style_manager_get_default ();

  g_assert_cmpint (adw_style_manager_get_color_scheme (colors), ==, ADW_COLOR_SCHEME_DEFAULT);
  choose_row (fixture, "Farver", 2);
  g_assert_true (adw_style_manager_get_dark (colors));
  choose_row (fixture, "Farver", 1);
  g_assert_cmpint (adw_style_manager_get_color_scheme (colors), ==, ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_assert_false (adw_style_manager_get_dark (colors));
  choose_row (fixture, "Farver", 0);
  g_assert_cmpint (adw_style_manager_get_color_scheme (colors), ==, ADW_COLOR_SCHEME_DEFAULT);
}

static void
test_preferences_the_rows_become_compact (Fixture *fixture, gconstpointer unused)
{
  g_assert_false (g_settings_get_boolean (fixture->settings, "compact-rows"));
  adw_action_row_activate (ADW_ACTION_ROW (find_row (fixture, "Kompakte rækker")));
  g_assert_true (g_settings_get_boolean (fixture->settings, "compact-rows"));
}

static void
test_preferences_backups_are_made_as_often (Fixture *fixture, gconstpointer unused)
{
  static const int days[] = { 1, 7, 0 };
  GtkWidget       *row = find_row (fixture, "Sikkerhedskopier");

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      choose_row (fixture, "Sikkerhedskopier", i);
      g_assert_cmpint (g_settings_get_int (fixture->settings, "backup-days"), ==, days[i]);
    }

  /* A number that somebody has chosen by other means is kept until a row is chosen. */
  g_settings_set_int (fixture->settings, "backup-days", 30);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "backup-days"), ==, 30);
}

static void
test_preferences_the_folder_of_backups_is_named (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = tal_backups_dup_folder ();
  AdwActionRow    *row = ADW_ACTION_ROW (find_row (fixture, "Mappe"));

  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, path);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/ui/preferences/the-history-names-the-author",
       test_preferences_the_history_names_the_author);
  ADD ("/ui/preferences/the-committee-is-kept", test_preferences_the_committee_is_kept);
  ADD ("/ui/preferences/the-colours-change", test_preferences_the_colours_change);
  ADD ("/ui/preferences/the-rows-become-compact", test_preferences_the_rows_become_compact);
  ADD ("/ui/preferences/backups-are-made-as-often", test_preferences_backups_are_made_as_often);
  ADD ("/ui/preferences/the-folder-of-backups-is-named",
       test_preferences_the_folder_of_backups_is_named);
#undef ADD
  return g_test_run ();
}
