/* SPDX-License-Identifier: GPL-3.0-or-later */

/* F1 leads to the page about what is shown. */

#include "config.h"

#include "ui/application/tal-handbook.h"
#include "ui/tal-test-stage.h"

static void
check_page (GtkWindow *window, const char *wanted)
{
  const char      *page = tal_handbook_choose_page (window);
  g_autofree char *uri = tal_handbook_dup_uri (page);

  g_assert_cmpstr (page, ==, wanted);
  g_assert_nonnull (uri);
  g_assert_true (g_str_has_suffix (uri, wanted));
}

static void
test_handbook_every_destination_has_its_page (void)
{
  TalTestStage stage = { NULL };

  tal_test_stage_open (&stage);
  for (guint i = 0; i < TAL_N_DESTINATIONS; i++)
    {
      g_autofree char *wanted =
          g_strconcat (tal_destination_get_name ((TalDestination)i), ".html", NULL);

      tal_window_show_destination (stage.window, (TalDestination)i);
      check_page (GTK_WINDOW (stage.window), wanted);
    }
  tal_test_stage_show_goal (&stage, 5);
  check_page (GTK_WINDOW (stage.window), "initiative.html");
  tal_window_show_welcome (stage.window);
  check_page (GTK_WINDOW (stage.window), "welcome.html");
  tal_test_stage_close (&stage);
}

/* The window over another that was opened last, which is where the keys go. */
static GtkWindow *
find_dialog (TalTestStage *stage)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (stage->window))
        return window;
    }

  g_assert_not_reached ();
}

static void
asked_cb (guint *asked)
{
  (*asked)++;
}

static void
test_handbook_every_dialog_has_its_page (void)
{
  static const struct
  {
    const char *action;
    const char *target; /* NULL where the action has none */
    const char *page;
  } dialogs[] = {
    { "app.new-collection", NULL, "welcome.html" },
    { "app.preferences", NULL, "preferences.html" },
    { "win.choose-facts", NULL, "initiative.html" },
    { "win.edit-goal", NULL, "goals.html" },
    { "win.edit-initiative", "", "initiative.html" },
    { "win.new-goal", NULL, "goals.html" },
    { "win.new-initiative", NULL, "initiative.html" },
    { "win.restore-backup", NULL, "backups.html" },
    { "win.search-all", NULL, "search.html" },
    { "win.show-shortcuts", NULL, "keyboard.html" },
  };
  g_autoptr (GSimpleAction) action = g_simple_action_new ("help", NULL);
  TalTestStage              stage = { NULL };
  guint                     asked = 0;

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, 5);
  /* In place of the real one, which would open the system's browser. */
  g_signal_connect_swapped (action, "activate", G_CALLBACK (asked_cb), &asked);
  g_action_map_add_action (G_ACTION_MAP (stage.application), G_ACTION (action));
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      GVariant *target =
          dialogs[i].target != NULL ? g_variant_new_string (dialogs[i].target) : NULL;

      g_test_message ("%s", dialogs[i].action);
      g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (stage.window),
                                                         dialogs[i].action, target));
      tal_test_stage_settle ();
      check_page (GTK_WINDOW (stage.window), dialogs[i].page);
      g_assert_nonnull (tal_test_stage_press (GTK_WIDGET (find_dialog (&stage)), GDK_KEY_F1, 0));
      g_assert_cmpuint (asked, ==, i + 1);
      gtk_window_destroy (find_dialog (&stage));
      tal_test_stage_settle ();
    }
  tal_test_stage_close (&stage);
}

static void
test_handbook_what_has_no_page_leads_to_the_contents (void)
{
  GtkWidget *window = gtk_window_new ();

  check_page (GTK_WINDOW (window), "index.html");
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (tal_handbook_dup_uri ("nothing.html"));
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/handbook/every-destination-has-its-page",
                   test_handbook_every_destination_has_its_page);
  g_test_add_func ("/ui/handbook/every-dialog-has-its-page",
                   test_handbook_every_dialog_has_its_page);
  g_test_add_func ("/ui/handbook/what-has-no-page-leads-to-the-contents",
                   test_handbook_what_has_no_page_leads_to_the_contents);
  return g_test_run ();
}
