/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-initiative-check.h"

#include "core/tal-finding.h"
#include "core/tal-goal.h"
#include "core/tal-place.h"
#include "model/tal-workspace-check.h"
#include "ui/common/tal-seen.h"
#include "ui/initiatives/tal-finding-row.h"

#include <glib/gi18n-lib.h>

/* How many are shown before somebody asks for all. */
#define FEW 4

/* No row is to get the focus again. */
#define NOWHERE (-1)

struct _TalInitiativeCheck
{
  GtkWidget parent_instance;

  TalWorkspace *workspace;
  GSignalGroup *signals;
  GCancellable *reading; /* NULL unless they are being looked for */
  TalId         initiative;
  GPtrArray    *findings; /* of TalFinding; NULL until they are found */
  GPtrArray    *shown;    /* of those, borrowed, in the order of the rows */
  TalId         asked;
  gboolean      all; /* somebody asked for all */

  GtkWidget  *box;
  GtkWidget  *heading;
  GtkListBox *rows;
  GtkButton  *more_button;
};

enum
{
  GOAL_ASKED,
  EMPTIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalInitiativeCheck, tal_initiative_check, GTK_TYPE_WIDGET)

/* What an edit says when it is done. */
typedef struct
{
  TalInitiativeCheck *check;
  char               *sentence;
} Edit;

static void
edit_free (Edit *self)
{
  g_object_unref (self->check);
  g_free (self->sentence);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edit, edit_free)

static const TalFinding *
get_finding (TalInitiativeCheck *self, TalFindingRow *row)
{
  return g_ptr_array_index (self->shown,
                            (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Edit)   edit = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget         *check = GTK_WIDGET (edit->check);

  if (tal_workspace_edit_figures_finish (TAL_WORKSPACE (source), result, &error))
    gtk_widget_activate_action (check, "win.show-undoable", "s", edit->sentence);
  else
    gtk_widget_activate_action (check, "win.show-message", "s", error->message);
}

/* Takes the sentence. */
static void
store (TalInitiativeCheck  *self,
       const TalFinding    *finding,
       const TalFigureEdit *figure,
       char                *sentence)
{
  g_autoptr (GArray) edits = tal_placed_edit_list_new ();
  Edit              *edit = g_new0 (Edit, 1);

  edit->check = g_object_ref (self);
  edit->sentence = sentence;
  tal_placed_edit_list_add (edits, finding->key.id, finding->period, figure);
  tal_workspace_edit_figures_async (self->workspace, edits, sentence, NULL, edited_cb, edit);
}

static void
correct_asked_cb (TalInitiativeCheck *self, TalFindingRow *row)
{
  const TalFinding *finding = get_finding (self, row);
  TalFigureEdit     figure = { .sets_value = TRUE, .value = finding->correction };

  store (self, finding, &figure, g_strdup_printf (_ ("Corrected to %s"), finding->expected));
}

static void
keep_asked_cb (TalInitiativeCheck *self, TalFindingRow *row)
{
  const TalFinding *finding = get_finding (self, row);
  TalFigureEdit     figure = { .value = finding->value, .sets_kept = TRUE, .kept = TRUE };

  store (self, finding, &figure,
         g_strdup_printf (ngettext ("%u value was kept", "%u values were kept", 1), 1u));
}

/* The goal that it is about; NULL where it is about none of the initiative's. */
static const TalGoal *
find_goal (TalInitiativeCheck *self, const TalFinding *finding)
{
  const TalCatalogue *catalogue = tal_workspace_get_catalogue (self->workspace);
  const TalRecord    *record = NULL;
  TalId               goal = TAL_ID_NONE;

  if (finding->key.kind == TAL_KIND_GOAL)
    goal = finding->key.id;
  else if (finding->key.kind == TAL_KIND_SERIES)
    goal = tal_place_for_series (catalogue, finding->key.id).goal;

  record = tal_catalogue_find (catalogue, TAL_KIND_GOAL, goal);
  return record != NULL && tal_id_is_equal (TAL_GOAL (record)->initiative, self->initiative)
             ? TAL_GOAL (record)
             : NULL;
}

static void
goal_asked_cb (TalInitiativeCheck *self, TalFindingRow *row)
{
  const TalGoal *goal = find_goal (self, get_finding (self, row));

  if (goal == NULL)
    return;

  self->asked = goal->record.id;
  g_signal_emit (self, signals[GOAL_ASKED], 0);
}

static gboolean
is_wanted (TalInitiativeCheck *self, const TalFinding *finding)
{
  TalPeriod period = tal_workspace_get_period (self->workspace);

  return finding->severity > TAL_SEVERITY_NOTE && !finding->kept &&
         (!tal_period_is_set (period) || !tal_period_is_set (finding->period) ||
          tal_period_is_equal (period, finding->period));
}

static void
choose_shown (TalInitiativeCheck *self)
{
  g_ptr_array_set_size (self->shown, 0);
  for (int severity = TAL_SEVERITY_ERROR; severity > TAL_SEVERITY_NOTE; severity--)
    {
      for (guint i = 0; self->findings != NULL && i < self->findings->len; i++)
        {
          TalFinding *each = g_ptr_array_index (self->findings, i);

          if ((int)each->severity == severity && is_wanted (self, each))
            g_ptr_array_add (self->shown, each);
        }
    }
}

static void
add_row (TalInitiativeCheck *self, const TalFinding *finding)
{
  GtkWidget     *row = tal_finding_row_new ();
  const TalGoal *goal = find_goal (self, finding);

  tal_finding_row_show (TAL_FINDING_ROW (row), finding, goal != NULL ? goal->number : 0,
                        !tal_workspace_get_read_only (self->workspace));
  g_signal_connect_object (row, "correct-asked", G_CALLBACK (correct_asked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "keep-asked", G_CALLBACK (keep_asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "goal-asked", G_CALLBACK (goal_asked_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->rows, row);
}

/* The row with the focus; NOWHERE where none has it. */
static int
find_focused (TalInitiativeCheck *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->rows));

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : NOWHERE;
}

/* Whoever has answered one finding stands at the next. */
static void
resume (TalInitiativeCheck *self, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, position);

  if (row == NULL && position > 0)
    row = gtk_list_box_get_row_at_index (self->rows, position - 1);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
  else
    g_signal_emit (self, signals[EMPTIED], 0);
}

static void
show (TalInitiativeCheck *self)
{
  int              focused = find_focused (self);
  guint            n_shown = 0;
  g_autofree char *more = NULL;
  GtkListBoxRow   *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  choose_shown (self);
  n_shown = self->all ? self->shown->len : MIN (self->shown->len, FEW);
  for (guint i = 0; i < n_shown; i++)
    add_row (self, g_ptr_array_index (self->shown, i));

  more = g_strdup_printf (ngettext ("Show %u more", "Show %u more", self->shown->len - n_shown),
                          self->shown->len - n_shown);
  gtk_button_set_label (self->more_button, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n_shown < self->shown->len);
  gtk_widget_set_visible (self->box, n_shown > 0);
  /* One alone is a line that says itself what it is. */
  gtk_widget_set_visible (self->heading, n_shown > 1);
  if (focused != NOWHERE)
    resume (self, focused);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalInitiativeCheck) self = user_data;
  g_autoptr (GPtrArray)          findings = NULL;

  /* What cannot be read says so where the figures are. */
  findings = tal_workspace_check_initiative_finish (TAL_WORKSPACE (source), result, NULL);
  if (findings == NULL)
    return;

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_steal_pointer (&findings);
  show (self);
}

static void
stop_reading (TalInitiativeCheck *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
look (GtkWidget *widget)
{
  TalInitiativeCheck *self = TAL_INITIATIVE_CHECK (widget);

  stop_reading (self);
  if (self->workspace == NULL || tal_id_is_none (self->initiative))
    return;

  self->reading = g_cancellable_new ();
  tal_workspace_check_initiative_async (self->workspace, self->initiative, self->reading, found_cb,
                                        g_object_ref (self));
}

static void
refresh (TalInitiativeCheck *self)
{
  stop_reading (self);
  tal_seen_call (GTK_WIDGET (self), look);
}

static void
statuses_changed_cb (TalInitiativeCheck *self)
{
  refresh (self);
}

static void
more_clicked_cb (TalInitiativeCheck *self)
{
  self->all = TRUE;
  show (self);
  resume (self, FEW);
}

static void
forget (TalInitiativeCheck *self)
{
  self->all = FALSE;
  g_ptr_array_set_size (self->shown, 0);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  gtk_widget_set_visible (self->box, FALSE);
}

static void
tal_initiative_check_dispose (GObject *object)
{
  TalInitiativeCheck *self = TAL_INITIATIVE_CHECK (object);

  stop_reading (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_INITIATIVE_CHECK);

  G_OBJECT_CLASS (tal_initiative_check_parent_class)->dispose (object);
}

static void
tal_initiative_check_finalize (GObject *object)
{
  TalInitiativeCheck *self = TAL_INITIATIVE_CHECK (object);

  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (tal_initiative_check_parent_class)->finalize (object);
}

static void
tal_initiative_check_class_init (TalInitiativeCheckClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tal_initiative_check_dispose;
  object_class->finalize = tal_initiative_check_finalize;

  /* That a goal is to be shown; and that whoever answered the last finding is to go on. */
  signals[GOAL_ASKED] = g_signal_new ("goal-asked", TAL_TYPE_INITIATIVE_CHECK, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EMPTIED] = g_signal_new ("emptied", TAL_TYPE_INITIATIVE_CHECK, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/initiatives/tal-initiative-check.ui");
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeCheck, box);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeCheck, heading);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeCheck, rows);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeCheck, more_button);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
tal_initiative_check_init (TalInitiativeCheck *self)
{
  self->shown = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (TAL_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "notify::statuses",
                                  G_CALLBACK (statuses_changed_cb), self);
}

GtkWidget *
tal_initiative_check_new (void)
{
  return g_object_new (TAL_TYPE_INITIATIVE_CHECK, NULL);
}

void
tal_initiative_check_set_workspace (TalInitiativeCheck *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_INITIATIVE_CHECK (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  self->initiative = TAL_ID_NONE;
  forget (self);
  g_signal_group_set_target (self->signals, workspace);
  refresh (self);
}

void
tal_initiative_check_set_initiative (TalInitiativeCheck *self, TalId initiative)
{
  g_return_if_fail (TAL_IS_INITIATIVE_CHECK (self));

  if (tal_id_is_equal (self->initiative, initiative))
    return;

  self->initiative = initiative;
  forget (self);
  refresh (self);
}

TalId
tal_initiative_check_get_asked (TalInitiativeCheck *self)
{
  g_return_val_if_fail (TAL_IS_INITIATIVE_CHECK (self), TAL_ID_NONE);

  return self->asked;
}
