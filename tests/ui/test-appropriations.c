/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The money of an initiative is added, corrected and taken away on its page. */

#include "config.h"

#include "core/tal-appropriation.h"
#include "core/tal-goal.h"
#include "ui/initiatives/tal-appropriation-dialog.h"
#include "ui/initiatives/tal-appropriation-list.h"
#include "ui/initiatives/tal-appropriation-row.h"
#include "ui/initiatives/tal-fact-strip.h"
#include "ui/tal-test-stage.h"

/* Of an initiative that was given 3,5 million kroner in 2023 and nothing else. */
#define GOAL 5

typedef struct
{
  TalTestStage *stage;
  guint         n_lines;
  gint64        kroner; /* of the newest line */
} Money;

static const TalRecord *const *
get_lines (TalTestStage *stage, guint *ret_length)
{
  return tal_catalogue_get_children (tal_workspace_get_catalogue (
                                         tal_window_get_workspace (stage->window)),
                                     TAL_KIND_APPROPRIATION,
                                     tal_test_stage_find_goal (stage, GOAL)->goal->initiative,
                                     ret_length);
}

static gboolean
is_stored (gpointer user_data)
{
  const Money            *money = user_data;
  guint                   length = 0;
  const TalRecord *const *lines = get_lines (money->stage, &length);

  return length == money->n_lines &&
         tal_decimal_compare (TAL_APPROPRIATION (lines[length - 1])->amount,
                              TAL_DECIMAL (money->kroner, 0)) == 0;
}

static GtkWidget *
find_list (TalTestStage *stage)
{
  return tal_test_stage_find_only (GTK_WIDGET (stage->window), TAL_TYPE_APPROPRIATION_LIST);
}

static GtkWidget *
find_row (TalTestStage *stage, guint position)
{
  g_autoptr (GPtrArray) rows =
      tal_test_stage_list_widgets (find_list (stage), TAL_TYPE_APPROPRIATION_ROW);

  g_assert_cmpuint (position, <, rows->len);
  return g_ptr_array_index (rows, position);
}

/* The dialog that is open; NULL where none is. */
static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (TAL_IS_APPROPRIATION_DIALOG (l->data))
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
get_part (GtkWidget *dialog, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (dialog, TAL_TYPE_APPROPRIATION_DIALOG, name));
}

static void
write_field (GtkWidget *dialog, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_part (dialog, name)), text);
}

static void
press_enter (GtkWidget *row)
{
  g_signal_emit_by_name (row, "activate");
  tal_test_stage_settle ();
}

static gboolean
shows (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = tal_test_stage_list_widgets (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      if (g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), text))
        return TRUE;
    }

  return FALSE;
}

static void
test_appropriations_are_added_and_the_facts_follow (void)
{
  TalTestStage stage = { NULL };
  Money        money = { &stage, 2, 4200000 };
  GtkWidget   *dialog = NULL;

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  g_assert_true (shows (find_row (&stage, 0), "3.500.000\302\240kr."));
  gtk_widget_activate_action (find_list (&stage), "appropriations.add", NULL);
  dialog = find_dialog ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_part (dialog, "year"))), ==, "2024");
  write_field (dialog, "amount", "4,2 mio. kr.");
  gtk_widget_activate_default (dialog);
  tal_test_stage_wait (is_stored, &money);
  tal_test_stage_wait (is_closed, NULL);
  tal_test_stage_settle ();
  g_assert_true (shows (find_row (&stage, 1), "4.200.000\302\240kr."));
  g_assert_true (shows (tal_test_stage_find_only (GTK_WIDGET (stage.window), TAL_TYPE_FACT_STRIP),
                        "4,2\302\240mio.\302\240kr."));

  money = (Money){ &stage, 1, 3500000 };
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL);
  tal_test_stage_wait (is_stored, &money);

  tal_test_stage_close (&stage);
}

static gboolean
is_refused (gpointer dialog)
{
  return gtk_widget_get_visible (get_part (dialog, "reason"));
}

static void
test_appropriations_refuse_what_is_no_money (void)
{
  static const struct
  {
    const char *field;
    const char *text;
  } cases[] = {
    { "amount", "" },
    { "amount", "meget" },
    { "amount", "3,5" }, /* of millions, most likely */
    { "amount", "ca. 3 mio. kr." },
    { "amount", "80 pct." },
    { "year", "24" },
    { "year", "næste år" },
    { "expiry_year", "" },
    { "expiry_year", "2023" }, /* before the year itself */
  };
  TalTestStage stage = { NULL };
  Money        unchanged = { &stage, 1, 3500000 };

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *dialog = NULL;

      g_test_message ("%s: %s", cases[i].field, cases[i].text);
      gtk_widget_activate_action (find_list (&stage), "appropriations.add", NULL);
      dialog = find_dialog ();
      write_field (dialog, "amount", "4200000");
      adw_combo_row_set_selected (ADW_COMBO_ROW (get_part (dialog, "expiry")), TAL_EXPIRY_YEAR);
      write_field (dialog, "expiry_year", "2025");
      write_field (dialog, cases[i].field, cases[i].text);
      gtk_widget_activate_default (dialog);
      tal_test_stage_wait (is_refused, dialog);
      g_assert_true (gtk_widget_has_css_class (get_part (dialog, cases[i].field), "error"));
      gtk_window_close (GTK_WINDOW (dialog));
      tal_test_stage_wait (is_closed, NULL);
    }
  g_assert_true (is_stored (&unchanged));

  tal_test_stage_close (&stage);
}

static void
test_appropriations_keep_what_was_corrected_when_the_dialog_closes (void)
{
  TalTestStage stage = { NULL };
  Money        money = { &stage, 1, 3600000 };

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  press_enter (find_row (&stage, 0));
  write_field (find_dialog (), "amount", "3.600.000");
  write_field (find_dialog (), "source", "Budgetaftale 2023");
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  tal_test_stage_wait (is_stored, &money);
  tal_test_stage_wait (is_closed, NULL);
  tal_test_stage_settle ();
  g_assert_true (shows (find_row (&stage, 0), "3.600.000\302\240kr."));

  tal_test_stage_close (&stage);
}

static gboolean
has_no_lines (gpointer user_data)
{
  guint length = 0;

  get_lines (user_data, &length);
  return length == 0;
}

static void
test_appropriations_go_with_delete_and_come_back_with_undo (void)
{
  TalTestStage stage = { NULL };
  Money        money = { &stage, 1, 3500000 };
  GtkWidget   *row = NULL;

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  row = find_row (&stage, 0);
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (tal_test_stage_press (row, GDK_KEY_Delete, 0) == row);
  tal_test_stage_wait (has_no_lines, &stage);
  tal_test_stage_settle ();
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (stage.window))));
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL);
  tal_test_stage_wait (is_stored, &money);
  tal_test_stage_settle ();
  g_assert_true (shows (find_row (&stage, 0), "3.500.000\302\240kr."));

  tal_test_stage_close (&stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/appropriations/are-added-and-the-facts-follow",
                   test_appropriations_are_added_and_the_facts_follow);
  g_test_add_func ("/ui/appropriations/refuse-what-is-no-money",
                   test_appropriations_refuse_what_is_no_money);
  g_test_add_func ("/ui/appropriations/keep-what-was-corrected-when-the-dialog-closes",
                   test_appropriations_keep_what_was_corrected_when_the_dialog_closes);
  g_test_add_func ("/ui/appropriations/go-with-delete-and-come-back-with-undo",
                   test_appropriations_go_with_delete_and_come_back_with_undo);
  return g_test_run ();
}
