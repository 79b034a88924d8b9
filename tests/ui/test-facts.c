/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody chooses what stands at the top of an initiative's page. */

#include "config.h"

#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "ui/initiatives/tal-fact-row.h"
#include "ui/initiatives/tal-fact-strip.h"
#include "ui/initiatives/tal-facts-dialog.h"
#include "ui/tal-test-stage.h"

#include <glib/gi18n.h>

/* Of an initiative whose goals are two counts and two shares, and that has a sum besides. */
#define GOAL 5

#define SUM "Udsatte ledige kommet i job, deltidsjob eller uddannelse i alt"

/* "2 af 3 | 348 | 55": the large figures of the strip. */
static char *
dup_figures (TalTestStage *stage)
{
  GtkWidget *strip = tal_test_stage_find_only (GTK_WIDGET (stage->window), TAL_TYPE_FACT_STRIP);
  g_autoptr (GString) figures = g_string_new (NULL);

  for (GtkWidget *fact = gtk_widget_get_first_child (strip); fact != NULL;
       fact = gtk_widget_get_next_sibling (fact))
    g_string_append_printf (figures, "%s%s", figures->len > 0 ? " | " : "",
                            gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (fact))));

  return g_string_free (g_steal_pointer (&figures), FALSE);
}

typedef struct
{
  TalTestStage *stage;
  const char   *figures;
} Wanted;

static gboolean
is_shown (gpointer user_data)
{
  const Wanted    *wanted = user_data;
  g_autofree char *figures = dup_figures (wanted->stage);

  return g_str_equal (figures, wanted->figures);
}

static void
wait_for (TalTestStage *stage, const char *figures)
{
  Wanted wanted = { stage, figures };

  tal_test_stage_wait (is_shown, &wanted);
}

/* The dialog that is open; NULL where none is. */
static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (TAL_IS_FACTS_DIALOG (l->data))
        return l->data;
    }

  return NULL;
}

static gboolean
is_closed (gpointer user_data)
{
  return find_dialog () == NULL;
}

static GtkWidget *
open_dialog (TalTestStage *stage)
{
  gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.choose-facts", NULL);
  tal_test_stage_settle ();
  return find_dialog ();
}

static void
close_dialog (void)
{
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  tal_test_stage_wait (is_closed, NULL);
  tal_test_stage_settle ();
}

static GtkWidget *
get_part (GtkWidget *row, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (row, TAL_TYPE_FACT_ROW, name));
}

static GtkWidget *
find_row (const char *name)
{
  return tal_test_stage_find_titled (find_dialog (), TAL_TYPE_FACT_ROW, name);
}

static void
toggle (const char *name)
{
  g_signal_emit_by_name (find_row (name), "activate");
  tal_test_stage_settle ();
}

static gboolean
is_read (gpointer row)
{
  return g_str_equal (adw_action_row_get_subtitle (row), "55");
}

static void
test_facts_are_chosen_by_keyboard (void)
{
  TalTestStage stage = { NULL };
  GtkWidget   *row = NULL;

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  wait_for (&stage, "2 af 3 | 348 | 3,5\302\240mio.\302\240kr.");

  open_dialog (&stage);
  row = find_row (SUM);
  tal_test_stage_wait (is_read, row);
  toggle (SUM);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_part (row, "check"))));
  g_assert_nonnull (tal_test_stage_press (row, GDK_KEY_Up, GDK_ALT_MASK));
  close_dialog ();
  wait_for (&stage, "2 af 3 | 348 | 55 | 3,5\302\240mio.\302\240kr.");

  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL);
  wait_for (&stage, "2 af 3 | 348 | 3,5\302\240mio.\302\240kr.");
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.redo", NULL);
  wait_for (&stage, "2 af 3 | 348 | 55 | 3,5\302\240mio.\302\240kr.");
  tal_test_stage_close (&stage);
}

static void
press_button (const char *name, const char *part)
{
  GtkWidget *button = get_part (find_row (name), part);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  tal_test_stage_settle ();
}

/* The first cannot go up, the last of the chosen not down, and what isn't chosen has nowhere
 * to go. */
static void
test_facts_move_among_the_chosen (void)
{
  TalTestStage stage = { NULL };

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  open_dialog (&stage);
  g_assert_false (gtk_widget_get_sensitive (get_part (find_row (_ ("Goals met")), "up_button")));
  g_assert_false (
      gtk_widget_get_sensitive (get_part (find_row (_ ("Money set aside")), "down_button")));
  g_assert_false (gtk_widget_get_visible (get_part (find_row (SUM), "up_button")));
  tal_test_stage_press (find_row (_ ("Goals met")), GDK_KEY_Up, GDK_ALT_MASK);
  press_button (_ ("Goals met"), "down_button");
  press_button (_ ("Money set aside"), "up_button");
  close_dialog ();
  wait_for (&stage, "348 | 3,5\302\240mio.\302\240kr. | 2 af 3");
  tal_test_stage_close (&stage);
}

static gboolean
can_check (const char *name)
{
  return gtk_widget_get_sensitive (get_part (find_row (name), "check"));
}

static void
test_facts_are_four_at_most (void)
{
  TalTestStage stage = { NULL };

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  open_dialog (&stage);
  g_assert_true (can_check (SUM));
  toggle ("Udsatte ledige gået direkte i job, deltidsjob eller uddannelse");
  g_assert_false (can_check (SUM));
  toggle (SUM);
  toggle (_ ("Goals met"));
  g_assert_true (can_check (SUM));
  g_assert_true (can_check (_ ("Goals met")));
  close_dialog ();
  wait_for (&stage, "348 | 3,5\302\240mio.\302\240kr. | 24");
  tal_test_stage_close (&stage);
}

static const TalInitiative *
get_initiative (TalTestStage *stage)
{
  const TalCatalogue *catalogue =
      tal_workspace_get_catalogue (tal_window_get_workspace (stage->window));
  TalId initiative = tal_test_stage_find_goal (stage, GOAL)->goal->initiative;

  return TAL_INITIATIVE (tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, initiative));
}

/* What is reset follows the rule again, and looking alone stores nothing. */
static void
test_facts_are_reset (void)
{
  TalTestStage     stage = { NULL };
  GtkWidget       *dialog = NULL;
  GtkWidget       *reset = NULL;
  g_autofree char *label = NULL;

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  open_dialog (&stage);
  toggle (_ ("Goals met"));
  close_dialog ();
  wait_for (&stage, "348 | 3,5\302\240mio.\302\240kr.");
  g_assert_cmpuint (tal_initiative_get_n_facts (get_initiative (&stage)), ==, 2);

  dialog = open_dialog (&stage);
  reset =
      GTK_WIDGET (gtk_widget_get_template_child (dialog, TAL_TYPE_FACTS_DIALOG, "reset_button"));
  g_assert_true (gtk_widget_get_sensitive (reset));
  g_signal_emit_by_name (reset, "clicked");
  g_assert_false (gtk_widget_get_sensitive (reset));
  close_dialog ();
  wait_for (&stage, "2 af 3 | 348 | 3,5\302\240mio.\302\240kr.");
  g_assert_cmpuint (tal_initiative_get_n_facts (get_initiative (&stage)), ==, 0);

  open_dialog (&stage);
  close_dialog ();
  label = g_strdup_printf (_ ("key figures of “%s” chosen"), get_initiative (&stage)->name);
  g_assert_cmpstr (tal_workspace_get_undo_label (tal_window_get_workspace (stage.window)), ==,
                   label);
  tal_test_stage_close (&stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/facts/are-chosen-by-keyboard", test_facts_are_chosen_by_keyboard);
  g_test_add_func ("/ui/facts/move-among-the-chosen", test_facts_move_among_the_chosen);
  g_test_add_func ("/ui/facts/are-four-at-most", test_facts_are_four_at_most);
  g_test_add_func ("/ui/facts/are-reset", test_facts_are_reset);

  return g_test_run ();
}
