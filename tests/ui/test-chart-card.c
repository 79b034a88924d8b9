/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart with its table, its menu and the clipboard, on the example's figures. */

#include "config.h"

#include "support/commit.h"
#include "ui/charts/tal-chart-card.h"
#include "ui/charts/tal-chart-export.h"
#include "ui/charts/tal-chart-grid.h"
#include "ui/charts/tal-chart-view.h"
#include "ui/tal-test-stage.h"

#include <glib/gstdio.h>

#define SERIES "Afgang til job eller uddannelse"

typedef struct
{
  TalTestStage  stage;
  GtkWidget    *window;
  TalChartCard *card;
} Fixture;

static TalWorkspace *
get_workspace (Fixture *fixture)
{
  return tal_window_get_workspace (fixture->stage.window);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  *fixture = (Fixture){ { NULL } };
  tal_test_stage_open (&fixture->stage);
  fixture->window = gtk_window_new ();
  fixture->card = TAL_CHART_CARD (tal_chart_card_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->card));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  tal_chart_card_set_workspace (fixture->card, get_workspace (fixture));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer card = fixture->card;

  g_object_add_weak_pointer (card, &card);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tal_test_stage_settle ();
  g_assert_null (card);
  tal_test_stage_close (&fixture->stage);
}

static void
ask (Fixture *fixture, TalChartKind kind, const char *name)
{
  g_autoptr (GArray) series = g_array_new (FALSE, FALSE, sizeof (TalId));
  TalChartRequest    request = { .kind = kind, .series = series };

  if (name != NULL)
    g_array_append_val (series, commit_find_series (get_workspace (fixture), name)->record.id);
  tal_chart_card_set_request (fixture->card, &request);
  commit_wait_for_all (get_workspace (fixture));
}

static GtkWidget *
find_part (Fixture *fixture, GType type)
{
  g_autoptr (GPtrArray) found = tal_test_stage_list_widgets (GTK_WIDGET (fixture->card), type);

  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_index (found, 0);
}

static GtkWidget *
find_view (Fixture *fixture)
{
  return find_part (fixture, TAL_TYPE_CHART_VIEW);
}

static void
assert_parts (Fixture *fixture, gboolean chart, gboolean table)
{
  g_assert_cmpint (gtk_widget_is_visible (find_view (fixture)), ==, chart);
  g_assert_cmpint (gtk_widget_is_visible (find_part (fixture, TAL_TYPE_CHART_GRID)), ==, table);
}

static void
test_every_kind_can_be_read (Fixture *fixture, gconstpointer unused)
{
  for (guint kind = 0; kind < TAL_CHART_N_KINDS; kind++)
    {
      g_autofree char *reading = NULL;

      g_test_message ("%s", tal_chart_kind_get_name ((TalChartKind)kind));
      ask (fixture, (TalChartKind)kind, NULL);
      if (tal_chart_card_get_spec (fixture->card) == NULL)
        {
          g_assert_cmpuint (kind, ==, TAL_CHART_YEARS);
          continue;
        }
      g_assert_true (gtk_widget_is_visible (find_view (fixture)));
      tal_test_stage_show_frame (fixture->window);
      /* Of a strip every figure is written already. */
      if (tal_test_stage_press (find_view (fixture), GDK_KEY_Home, 0) != find_view (fixture))
        {
          g_assert_cmpuint (kind, ==, TAL_CHART_STRIP);
          continue;
        }
      for (guint i = 0; i < 40; i++)
        {
          static const guint keys[] = { GDK_KEY_Right, GDK_KEY_Down, GDK_KEY_Right, GDK_KEY_Up };

          tal_test_stage_press (find_view (fixture), keys[i % G_N_ELEMENTS (keys)], 0);
        }
      tal_test_stage_show_frame (fixture->window);
      reading = tal_chart_view_dup_reading (TAL_CHART_VIEW (find_view (fixture)));
      g_assert_nonnull (reading);
      g_assert_cmpuint (strlen (reading), >, 3);
    }
}

static void
test_what_cannot_be_drawn_is_said (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *problem = find_part (fixture, ADW_TYPE_STATUS_PAGE);

  g_assert_false (gtk_widget_get_visible (problem));
  ask (fixture, TAL_CHART_YEARS, NULL);
  g_assert_true (gtk_widget_get_visible (problem));
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (problem)), ==,
                   "Der er ingen tal for måneder eller kvartaler i to år her. Nævn en serie, der "
                   "har dem.");
  assert_parts (fixture, FALSE, FALSE);

  ask (fixture, TAL_CHART_COLUMNS, SERIES);
  g_assert_false (gtk_widget_get_visible (problem));
  assert_parts (fixture, TRUE, FALSE);
}

static void
notified_cb (guint *count)
{
  (*count)++;
}

/* What would leave neither is refused, and nobody hears of it. */
static void
test_one_of_chart_and_table_is_always_there (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *property;
    gboolean    value;
    gboolean    chart;
    gboolean    table;
    guint       n_notified;
  } steps[] = {
    { "with-chart", FALSE, TRUE, FALSE, 0 }, { "with-table", TRUE, TRUE, TRUE, 1 },
    { "with-table", TRUE, TRUE, TRUE, 0 },   { "with-chart", FALSE, FALSE, TRUE, 1 },
    { "with-table", FALSE, FALSE, TRUE, 0 }, { "with-chart", TRUE, TRUE, TRUE, 1 },
    { "with-table", FALSE, TRUE, FALSE, 1 },
  };

  ask (fixture, TAL_CHART_COLUMNS, SERIES);
  assert_parts (fixture, TRUE, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      guint  count = 0;
      gulong watch =
          g_signal_connect_swapped (fixture->card, "notify", G_CALLBACK (notified_cb), &count);

      g_object_set (fixture->card, steps[i].property, steps[i].value, NULL);
      g_signal_handler_disconnect (fixture->card, watch);
      g_test_message ("step %u", i);
      g_assert_cmpuint (count, ==, steps[i].n_notified);
      assert_parts (fixture, steps[i].chart, steps[i].table);
    }
}

static void
test_t_shows_the_table_and_hides_it (Fixture *fixture, gconstpointer unused)
{
  static const char *const wanted[] = { "2014", "2015", "2016", "2017", "660", "670", "850", "910" };

  ask (fixture, TAL_CHART_COLUMNS, SERIES);
  g_assert_nonnull (tal_test_stage_press (find_view (fixture), GDK_KEY_t, 0));
  assert_parts (fixture, TRUE, TRUE);
  tal_test_stage_show_frame (fixture->window);
  g_assert_true (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (find_part (fixture, GTK_TYPE_COLUMN_VIEW)),
                                        GTK_ACCESSIBLE_PROPERTY_LABEL));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_nonnull (tal_test_stage_find_titled (find_part (fixture, TAL_TYPE_CHART_GRID),
                                                  GTK_TYPE_LABEL, wanted[i]));
  g_assert_nonnull (tal_test_stage_press (find_view (fixture), GDK_KEY_t, 0));
  assert_parts (fixture, TRUE, FALSE);
}

static void
test_the_table_follows_the_figures (Fixture *fixture, gconstpointer unused)
{
  ask (fixture, TAL_CHART_COLUMNS, SERIES);
  g_object_set (fixture->card, "with-table", TRUE, NULL);
  commit_wait (get_workspace (fixture),
               commit_new_figure (get_workspace (fixture), SERIES, "2018", 955));
  commit_wait_for_all (get_workspace (fixture));
  tal_test_stage_show_frame (fixture->window);
  g_assert_nonnull (
      tal_test_stage_find_titled (find_part (fixture, TAL_TYPE_CHART_GRID), GTK_TYPE_LABEL, "955"));
}

typedef struct
{
  GBytes  *bytes;
  gboolean done;
} Paste;

static void
spliced_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Paste             *paste = user_data;
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, &error);
  g_assert_no_error (error);
  paste->bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (object));
  paste->done = TRUE;
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (GInputStream)  input = NULL;
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();

  input = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice_async (output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, 0, NULL,
                                spliced_cb, user_data);
}

static gboolean
is_pasted (gpointer user_data)
{
  return ((Paste *)user_data)->done;
}

/* What stands on the clipboard in a format, to be freed. */
static char *
paste (Fixture *fixture, const char *type, gsize *ret_length)
{
  const char *types[] = { type, NULL };
  Paste       paste = { NULL };

  gdk_clipboard_read_async (gtk_widget_get_clipboard (fixture->window), types, 0, NULL, read_cb,
                            &paste);
  tal_test_stage_wait (is_pasted, &paste);
  return g_bytes_unref_to_data (paste.bytes, ret_length);
}

static void
test_copying_gives_picture_words_and_table (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *type;
    const char *begins;
    const char *contains; /* NULL in a picture of points */
  } formats[] = {
    { "image/png", "\211PNG", NULL },
    { "image/svg+xml", "<?xml", "<title id=\"title\">Afgang til job" },
    { "text/html", "<table", "910" },
    { "text/plain;charset=utf-8", "Søjlediagram. Afgang til job", "2017: 910" },
  };

  ask (fixture, TAL_CHART_COLUMNS, SERIES);
  g_assert_nonnull (tal_test_stage_press (find_view (fixture), GDK_KEY_c, GDK_CONTROL_MASK));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      gsize            length = 0;
      g_autofree char *pasted = paste (fixture, formats[i].type, &length);

      g_test_message ("%s", formats[i].type);
      g_assert_cmpuint (length, >, strlen (formats[i].begins));
      g_assert_cmpmem (pasted, strlen (formats[i].begins), formats[i].begins,
                       strlen (formats[i].begins));
      g_assert_true (formats[i].contains == NULL ||
                     g_strstr_len (pasted, (gssize)length, formats[i].contains) != NULL);
    }
}

static void
test_copying_the_table_gives_it_with_tabs (Fixture *fixture, gconstpointer unused)
{
  static const char table[] =
      "\t2014\t2015\t2016\t2017\tUdvikling\n" SERIES "\t660\t670\t850\t910\t+37,9\302\240pct.\n";
  gsize            length = 0;
  g_autofree char *html = NULL;
  g_autofree char *plain = NULL;

  ask (fixture, TAL_CHART_COLUMNS, SERIES);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->card), "chart.copy-table", NULL));
  plain = paste (fixture, "text/plain;charset=utf-8", &length);
  g_assert_cmpmem (plain, length, table, strlen (table));
  html = paste (fixture, "text/html", &length);
  g_assert_nonnull (g_strstr_len (html, (gssize)length, "<caption"));
}

/* What is shown to the person who may see it stays in the program. */
static void
test_what_is_confidential_is_not_copied (Fixture *fixture, gconstpointer unused)
{
  gsize            length = 0;
  g_autofree char *plain = NULL;

  ask (fixture, TAL_CHART_COLUMNS, SERIES);
  commit_wait (get_workspace (fixture), commit_new_limit (get_workspace (fixture), SERIES, 5));
  commit_wait (get_workspace (fixture),
               commit_new_figure (get_workspace (fixture), SERIES, "2018", 3));
  commit_wait_for_all (get_workspace (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->card), "chart.copy-table", NULL);
  plain = paste (fixture, "text/plain;charset=utf-8", &length);
  g_assert_nonnull (g_strstr_len (plain, (gssize)length, "\t2018\n"));
  g_assert_nonnull (g_strstr_len (plain, (gssize)length, "\t910\t..\n"));
}

static void
test_saving_says_what_became_of_it (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *name;
    const char *sentence;
    gboolean    saved;
  } cases[] = {
    { "figur.svg", "Figuren er gemt som ”figur.svg”.", TRUE },
    { "figur.pdf", "Figuren er gemt som ”figur.pdf”.", TRUE },
    { "figur.gif",
      "En figur gemmes som .svg, .png eller .pdf, og ”figur.gif” ender ikke på nogen af dem.",
      FALSE },
  };

  ask (fixture, TAL_CHART_COLUMNS, SERIES);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char   *path = g_build_filename (fixture->stage.folder, cases[i].name, NULL);
      g_autoptr (GFile)  file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autofree char   *sentence =
          tal_chart_export_save (tal_chart_card_get_spec (fixture->card), file, &error);

      g_assert_cmpstr (sentence != NULL ? sentence : error->message, ==, cases[i].sentence);
      g_assert_cmpint (g_unlink (path) == 0, ==, cases[i].saved);
    }
}

#define ADD(path, func) g_test_add ("/ui/chart-card/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  ADD ("every-kind-can-be-read", test_every_kind_can_be_read);
  ADD ("what-cannot-be-drawn-is-said", test_what_cannot_be_drawn_is_said);
  ADD ("one-of-chart-and-table-is-always-there", test_one_of_chart_and_table_is_always_there);
  ADD ("t-shows-the-table-and-hides-it", test_t_shows_the_table_and_hides_it);
  ADD ("the-table-follows-the-figures", test_the_table_follows_the_figures);
  ADD ("copying-gives-picture-words-and-table", test_copying_gives_picture_words_and_table);
  ADD ("copying-the-table-gives-it-with-tabs", test_copying_the_table_gives_it_with_tabs);
  ADD ("what-is-confidential-is-not-copied", test_what_is_confidential_is_not_copied);
  ADD ("saving-says-what-became-of-it", test_saving_says_what_became_of_it);
  return g_test_run ();
}
