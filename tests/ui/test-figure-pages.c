/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/charts/tal-chart-card.h"
#include "ui/common/tal-list-search.h"
#include "ui/common/tal-text-table.h"
#include "ui/figures/tal-appropriations-page.h"
#include "ui/figures/tal-offers-page.h"
#include "ui/figures/tal-target-groups-page.h"
#include "ui/tal-test-stage.h"

#include <glib/gstdio.h>
#include <string.h>

/* The grants of all plans, and the plan with a stated total that its
 * thirteen grants do not add up to. */
#define N_GRANTS 31
#define N_OFFERS 31
#define STATED_PLAN "Driftsmidler 2015"

typedef struct
{
  GtkWidget *page;
  guint      n_rows;
} Rows;

static TalTextTable *
find_table (GtkWidget *page)
{
  return TAL_TEXT_TABLE (tal_test_stage_find_only (page, TAL_TYPE_TEXT_TABLE));
}

static GtkWidget *
find_page (TalTestStage *stage, GType type)
{
  return tal_test_stage_find_only (GTK_WIDGET (stage->window), type);
}

static gboolean
has_rows (gpointer user_data)
{
  Rows *rows = user_data;

  return tal_text_table_get_n_rows (find_table (rows->page)) == rows->n_rows;
}

static const char *
get_text (GtkWidget *page, guint row, guint column)
{
  return tal_text_table_row_get_cell (tal_text_table_get_row (find_table (page), row), column)->text;
}

static TalChartCard *
find_card (GtkWidget *page)
{
  return TAL_CHART_CARD (tal_test_stage_find_only (page, TAL_TYPE_CHART_CARD));
}

static gboolean
has_mix (gpointer page)
{
  const TalChartSpec *spec = tal_chart_card_get_spec (find_card (page));

  return spec != NULL && spec->kind == TAL_CHART_MIX;
}

static gboolean
has_trend (gpointer page)
{
  const TalChartSpec *spec = tal_chart_card_get_spec (find_card (page));

  return spec != NULL && spec->kind == TAL_CHART_LINE;
}

static gboolean
has_providers (gpointer page)
{
  const TalChartSpec *spec = tal_chart_card_get_spec (find_card (page));

  return spec != NULL && spec->kind == TAL_CHART_DOTS;
}

static gboolean
is_seen (GtkWidget *page, GType type, const char *title)
{
  GtkWidget *widget = tal_test_stage_find_titled (page, type, title);

  return widget != NULL && gtk_widget_is_visible (widget);
}

static void
press (GtkWidget *page, const char *toggle)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                    tal_test_stage_find_titled (page, GTK_TYPE_TOGGLE_BUTTON,
                                                                toggle)),
                                TRUE);
}

static GtkWidget *
open_offers (TalTestStage *stage)
{
  Rows rows = { NULL, N_OFFERS };

  tal_test_stage_open (stage);
  tal_window_show_destination (stage->window, TAL_DESTINATION_OFFERS);
  rows.page = find_page (stage, TAL_TYPE_OFFERS_PAGE);
  tal_test_stage_wait (has_rows, &rows);
  tal_test_stage_wait (has_mix, rows.page);
  return rows.page;
}

static void
test_offers_page_shows_the_mix_with_its_table (void)
{
  TalTestStage     stage = { NULL };
  GtkWidget       *page = open_offers (&stage);
  g_autofree char *tabs = tal_text_table_to_tabs (find_table (page));

  g_assert_true (
      is_seen (page, GTK_TYPE_LABEL, "Virksomhedsrettet: 12,6\u00a0pct. af 28.372\u00a0forløb"));
  g_assert_cmpstr (get_text (page, N_OFFERS - 1, 0), ==, "I alt");
  g_assert_cmpstr (get_text (page, N_OFFERS - 1, 3), ==, "28.372");
  g_assert_cmpstr (get_text (page, N_OFFERS - 1, 5), ==, "271,2");
  /* A copy says in every row what the screen says once. */
  g_assert_nonnull (strstr (tabs, "\nRevalidender\tMentor (kap. 9)\tHelhedsorienteret mentor\t28\t"
                                  "3,6\t-\n"));

  tal_test_stage_close (&stage);
}

/* The share of the mix and the share over the years are different measures. */
static void
test_offers_page_keeps_the_two_shares_apart (void)
{
  TalTestStage stage = { NULL };
  GtkWidget   *page = open_offers (&stage);

  press (page, "Udvikling");
  tal_test_stage_wait (has_trend, page);
  g_assert_false (
      is_seen (page, GTK_TYPE_LABEL, "Virksomhedsrettet: 12,6\u00a0pct. af 28.372\u00a0forløb"));
  g_assert_false (gtk_widget_is_visible (GTK_WIDGET (find_table (page))));
  g_assert_true (
      is_seen (page, GTK_TYPE_LABEL, "Virksomhedsrettet: virksomhedspraktik og løntilskud."));

  press (page, "Leverandører");
  tal_test_stage_wait (has_providers, page);
  g_assert_false (
      is_seen (page, GTK_TYPE_LABEL, "Virksomhedsrettet: virksomhedspraktik og løntilskud."));

  tal_test_stage_close (&stage);
}

static GtkWidget *
open_appropriations (TalTestStage *stage)
{
  tal_test_stage_open (stage);
  tal_window_show_destination (stage->window, TAL_DESTINATION_APPROPRIATIONS);
  tal_test_stage_settle ();
  return find_page (stage, TAL_TYPE_APPROPRIATIONS_PAGE);
}

static GtkDropDown *
find_choice (GtkWidget *page, const char *text, guint *ret_number)
{
  g_autoptr (GPtrArray) choices = tal_test_stage_list_widgets (page, GTK_TYPE_DROP_DOWN);

  for (guint i = 0; i < choices->len; i++)
    {
      GtkDropDown *each = g_ptr_array_index (choices, i);
      GListModel  *model = gtk_drop_down_get_model (each);

      for (guint j = 0; GTK_IS_STRING_LIST (model) && j < g_list_model_get_n_items (model); j++)
        {
          if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), j), text))
            {
              *ret_number = j;
              return each;
            }
        }
    }
  g_error ("nothing offers “%s”", text);
}

static void
choose (GtkWidget *page, const char *text)
{
  guint        number = 0;
  GtkDropDown *choice = find_choice (page, text, &number);

  gtk_drop_down_set_selected (choice, number);
}

static gboolean
has_timeline (gpointer page)
{
  const TalChartSpec *spec = tal_chart_card_get_spec (find_card (page));

  return spec != NULL && spec->kind == TAL_CHART_TIMELINE && spec->spans->len == N_GRANTS;
}

static void
test_appropriations_page_shows_the_grants_of_all_plans (void)
{
  TalTestStage stage = { NULL };
  GtkWidget   *page = open_appropriations (&stage);

  tal_test_stage_wait (has_timeline, page);
  g_assert_cmpuint (tal_text_table_get_n_rows (find_table (page)), ==, N_GRANTS + 1);
  g_assert_cmpstr (get_text (page, N_GRANTS, 0), ==, "I alt (31)");
  g_assert_cmpstr (get_text (page, N_GRANTS, 4), ==, "");
  g_assert_true (is_seen (page, GTK_TYPE_LABEL, "Beløbene har forskelligt pris- og lønniveau."));

  choose (page, "2019");
  g_assert_true (is_seen (page, GTK_TYPE_LABEL,
                          "I 2019 bortfaldt 32,8\302\240mio.\302\240kr. fordelt på "
                          "3\302\240bevillinger."));

  tal_test_stage_close (&stage);
}

static void
test_appropriations_page_warns_of_a_stated_total (void)
{
  static const struct
  {
    const char *unit;
    const char *total;
    const char *warning;
  } cases[] = {
    { "1.000\302\240kr.", "47.579",
      "Totalen er opgivet til 48.779. Rækkerne giver 47.579 (forskel 1.200)." },
    { "mio.\302\240kr.", "47,579",
      "Totalen er opgivet til 48,779. Rækkerne giver 47,579 (forskel 1,200)." },
    { "kr.", "47.579.000",
      "Totalen er opgivet til 48.779.000. Rækkerne giver 47.579.000 (forskel 1.200.000)." },
  };
  TalTestStage stage = { NULL };
  GtkWidget   *page = open_appropriations (&stage);

  choose (page, STATED_PLAN);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      choose (page, cases[i].unit);
      g_assert_cmpstr (get_text (page, 13, 0), ==, "I alt (13)");
      g_assert_cmpstr (get_text (page, 13, 4), ==, cases[i].total);
      g_assert_true (is_seen (page, GTK_TYPE_LABEL, cases[i].warning));
    }

  tal_test_stage_close (&stage);
}

static void
test_appropriations_page_hides_what_has_expired (void)
{
  TalTestStage stage = { NULL };
  GtkWidget   *page = open_appropriations (&stage);

  choose (page, STATED_PLAN);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                    tal_test_stage_find_titled (page, GTK_TYPE_TOGGLE_BUTTON,
                                                                "Vis udløbne")),
                                FALSE);
  g_assert_cmpuint (tal_text_table_get_n_rows (find_table (page)), ==, 3);
  g_assert_cmpstr (get_text (page, 0, 5), ==, "Udløb ikke fastsat");
  g_assert_cmpstr (get_text (page, 1, 5), ==, "Faldende profil");
  g_assert_cmpstr (get_text (page, 2, 4), ==, "10.131");
  /* The rows that are left are not what the total was stated of. */
  g_assert_false (
      is_seen (page, GTK_TYPE_LABEL,
               "Totalen er opgivet til 48.779. Rækkerne giver 47.579 (forskel 1.200)."));

  tal_test_stage_close (&stage);
}

static GtkWidget *
find_entry (GtkWidget *page)
{
  return tal_test_stage_find_only (tal_test_stage_find_only (page, TAL_TYPE_LIST_SEARCH),
                                   GTK_TYPE_SEARCH_ENTRY);
}

static void
search (GtkWidget *page, const char *text)
{
  GtkWidget *entry = find_entry (page);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  tal_test_stage_settle ();
}

/* Each list is searched by Ctrl+F, in Danish folding, and left by Escape. */
static void
test_lists_are_searched (void)
{
  static const struct
  {
    TalDestination destination;
    GType (*type) (void);
    const char *text;
    const char *hits;
  } cases[] = {
    { TAL_DESTINATION_TARGET_GROUPS, tal_target_groups_page_get_type, "REVALIDering", "2 fund" },
    { TAL_DESTINATION_OFFERS, tal_offers_page_get_type, "mentor", "9 fund" },
    { TAL_DESTINATION_APPROPRIATIONS, tal_appropriations_page_get_type, "mikrolaan", "1 fund" },
  };
  TalTestStage stage = { NULL };
  GtkWidget   *entry = NULL;

  tal_test_stage_open (&stage);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *page = NULL;

      tal_window_show_destination (stage.window, cases[i].destination);
      page = tal_test_stage_find_only (GTK_WIDGET (stage.window), cases[i].type ());
      gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.start-search", NULL);
      entry = find_entry (page);
      g_assert_true (
          gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (stage.window)), entry));

      search (page, cases[i].text);
      g_assert_true (is_seen (page, GTK_TYPE_LABEL, cases[i].hits));
      search (page, "findes ikke");
      g_assert_true (is_seen (page, GTK_TYPE_LABEL, "Ingen resultater"));
      g_signal_emit_by_name (entry, "stop-search");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
      g_assert_false (is_seen (page, GTK_TYPE_LABEL, "Ingen resultater"));
      g_signal_emit_by_name (entry, "stop-search");
      g_assert_false (
          gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (stage.window)), entry));
    }
  tal_test_stage_close (&stage);
}

/* What is copied is what is seen; a total of other rows is not. */
static void
test_appropriations_page_copies_what_was_found (void)
{
  TalTestStage     stage = { NULL };
  GtkWidget       *page = open_appropriations (&stage);
  g_autofree char *found = NULL;
  g_autofree char *all = NULL;
  g_auto (GStrv)   lines = NULL;

  search (page, "mikrolån");
  found = tal_text_table_to_tabs (find_table (page));
  lines = g_strsplit (found, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_nonnull (strstr (lines[1], "ikrolån"));
  search (page, "");
  all = tal_text_table_to_tabs (find_table (page));
  g_assert_nonnull (strstr (all, "I alt (31)"));
  tal_test_stage_close (&stage);
}

static void
created_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(TalWorkspace **)user_data = tal_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (gpointer user_data)
{
  return *(gpointer *)user_data != NULL;
}

static gboolean
shows_status (gpointer page)
{
  g_autoptr (GPtrArray) found = tal_test_stage_list_widgets (page, ADW_TYPE_STATUS_PAGE);

  for (guint i = 0; i < found->len; i++)
    {
      if (gtk_widget_get_mapped (g_ptr_array_index (found, i)))
        return TRUE;
    }

  return FALSE;
}

static void
test_pages_say_when_there_is_nothing (void)
{
  g_autofree char         *folder = g_dir_make_tmp ("indsatstal-test-XXXXXX", NULL);
  g_autofree char         *path = g_build_filename (folder, "tom.indsats", NULL);
  g_autoptr (TalWorkspace) workspace = NULL;
  GtkWidget               *pages[] = { tal_offers_page_new (), tal_appropriations_page_new () };

  tal_workspace_create_async (path, "BIF", FALSE, NULL, created_cb, &workspace);
  tal_test_stage_wait (is_there, &workspace);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *window = gtk_window_new ();

      gtk_window_set_child (GTK_WINDOW (window), pages[i]);
      g_object_set (pages[i], "workspace", workspace, NULL);
      gtk_window_present (GTK_WINDOW (window));
      tal_test_stage_wait (shows_status, pages[i]);
      gtk_window_destroy (GTK_WINDOW (window));
    }

  tal_workspace_close (workspace);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/offers-page/shows-the-mix-with-its-table",
                   test_offers_page_shows_the_mix_with_its_table);
  g_test_add_func ("/ui/offers-page/keeps-the-two-shares-apart",
                   test_offers_page_keeps_the_two_shares_apart);
  g_test_add_func ("/ui/appropriations-page/shows-the-grants-of-all-plans",
                   test_appropriations_page_shows_the_grants_of_all_plans);
  g_test_add_func ("/ui/appropriations-page/warns-of-a-stated-total",
                   test_appropriations_page_warns_of_a_stated_total);
  g_test_add_func ("/ui/appropriations-page/hides-what-has-expired",
                   test_appropriations_page_hides_what_has_expired);
  g_test_add_func ("/ui/appropriations-page/copies-what-was-found",
                   test_appropriations_page_copies_what_was_found);
  g_test_add_func ("/ui/figure-pages/lists-are-searched", test_lists_are_searched);
  g_test_add_func ("/ui/figure-pages/say-when-there-is-nothing",
                   test_pages_say_when_there_is_nothing);
  return g_test_run ();
}
