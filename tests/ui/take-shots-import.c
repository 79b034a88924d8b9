/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of the import assistant, with a file that brings a bit of everything. */

#include "config.h"

#include "core/tal-goal.h"
#include "support/sent-file.h"
#include "ui/import/tal-import-window.h"
#include "ui/take-shots.h"

#include <glib/gstdio.h>

/* How many times it is looked whether the worker is done. */
#define PATIENCE 60

/* Something to be asked about in each step, and nothing. */
#define TABLE                                                        \
  "Område;Køn;År;Antal personer;Bemærkning\n"                    \
  "Varde;Kvinder;2022;1.204;\nVarde;Kvinder;2023;1.187;foreløbig\n" \
  "Varde;Mænd;2022;1.391;\nVarde;Mænd;2023;ca. mange;\n"
#define NAMED_TABLE \
  "Køn;År;Antal personer\nKvinder;2022;204\nKvinder;2023;mange\nMænd;2022;391\nMænd;2023;402\n"
#define PLAIN_TABLE                                        \
  "Nøgletal;Periode;Antal\n"                              \
  "Deltagere i virksomhedsindsatsen for ledige;2021;512\n" \
  "Deltagere i virksomhedsindsatsen for ledige;2022;..\n"  \
  "Deltagere i virksomhedsindsatsen for ledige;2023;547\n"

/* What is asked for between two pictures. */
static const struct
{
  const char *name;
  gboolean    chosen;   /* a file */
  const char *contents; /* of it, where it is none from the program */
  guint       n_steps;  /* after it was read */
} states[] = {
  { "import-file", FALSE, NULL, 0 },
  { "import-check", TRUE, NULL, 0 },
  { "import-differences", TRUE, NULL, 1 },
  { "import-summary", TRUE, NULL, 2 },
  { "import-columns", TRUE, TABLE, 0 },
  { "import-names", TRUE, NAMED_TABLE, 0 },
  { "import-preview", TRUE, PLAIN_TABLE, 0 },
  { "import-failure", TRUE, "<?xml version=\"1.0\"?>\n<exchange>\n", 0 },
};

static GtkWidget *
find_assistant (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    {
      if (TAL_IS_IMPORT_WINDOW (each->data))
        return each->data;
    }
  return NULL;
}

/* The same figure as they have worked on: a conflict. */
static void
edit_here (Stage *stage)
{
  const TalFigureEdit edit = { .sets_value = TRUE, .value = TAL_DECIMAL (183, 0) };
  TalWorkspace       *workspace = tal_window_get_workspace (stage->window);
  TalStatusTable     *statuses = tal_workspace_get_statuses (workspace);
  TalPeriod           period = TAL_PERIOD_UNSET;

  for (guint i = 0; i < tal_status_table_get_length (statuses); i++)
    {
      const TalGoal *goal = tal_status_table_get_status (statuses, i)->goal;

      if (goal->number == 5 && tal_period_parse ("2023", &period, NULL))
        {
          tal_workspace_edit_goal_async (workspace, goal->record.id, TAL_PART_NUMERATOR, period,
                                         &edit, NULL, NULL, NULL);
          break;
        }
    }
  settle ();
}

/* Steps that wait for the worker are asked for until they are there. */
static gboolean
go_to (GtkWidget *assistant, guint n_steps)
{
  for (guint i = 0; i < PATIENCE && n_steps > 0; i++)
    {
      settle ();
      if (gtk_widget_activate_action (assistant, "import.next", NULL))
        n_steps--;
    }
  settle ();
  settle ();
  return n_steps == 0;
}

gboolean
shoot_import (Stage *stage, const char *folder, const char *name)
{
  g_autofree char  *beside = g_dir_make_tmp ("modtaget-XXXXXX", NULL);
  g_autofree char  *path = g_build_filename (beside, "jki_2024-06-18.indsats.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget        *assistant = NULL;
  gboolean          saved = FALSE;

  sent_file_write (path);
  edit_here (stage);
  gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.import-file", NULL);
  assistant = find_assistant ();
  for (guint i = 0; i < G_N_ELEMENTS (states) && assistant != NULL; i++)
    {
      if (!g_str_equal (states[i].name, name))
        continue;
      if (states[i].contents != NULL)
        g_file_set_contents (path, states[i].contents, -1, NULL);
      if (states[i].chosen)
        tal_import_window_take_file (TAL_IMPORT_WINDOW (assistant), file);
      saved = go_to (assistant, states[i].n_steps) && shoot_child (stage, folder, name);
    }

  gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.undo", NULL);
  settle ();
  g_unlink (path);
  g_rmdir (beside);
  return saved;
}
