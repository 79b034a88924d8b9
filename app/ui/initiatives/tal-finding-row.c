/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-finding-row.h"

#include "ui/common/tal-text-column.h"
#include "ui/common/tal-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _TalFindingRow
{
  GtkListBoxRow parent_instance;

  gboolean corrects; /* it can be done, once the calculation is seen where there is one */
  gboolean keeps;    /* likewise */

  GtkLabel        *sentence;
  GtkLabel        *workings;
  GtkWidget       *buttons;
  GtkToggleButton *workings_button;
  GtkButton       *correct_button;
  GtkWidget       *keep_button;
  GtkButton       *goal_button;
  GtkWidget       *edit_button;
};

enum
{
  CORRECT_ASKED,
  KEEP_ASKED,
  GOAL_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalFindingRow, tal_finding_row, GTK_TYPE_LIST_BOX_ROW)

/* Whoever is to correct or keep a figure that follows from others sees first how: until then it
 * is one line. */
static void
workings_toggled_cb (TalFindingRow *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->workings_button);
  gboolean answers = shown || !gtk_widget_get_visible (GTK_WIDGET (self->workings_button));

  gtk_widget_set_visible (GTK_WIDGET (self->workings), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->correct_button), answers && self->corrects);
  gtk_widget_set_visible (self->keep_button, answers && self->keeps);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->workings_button),
                               GTK_ACCESSIBLE_STATE_EXPANDED, shown, -1);
}

static void
correct_clicked_cb (TalFindingRow *self)
{
  g_signal_emit (self, signals[CORRECT_ASKED], 0);
}

static void
keep_clicked_cb (TalFindingRow *self)
{
  g_signal_emit (self, signals[KEEP_ASKED], 0);
}

static void
goal_clicked_cb (TalFindingRow *self)
{
  g_signal_emit (self, signals[GOAL_ASKED], 0);
}

/* The row is none itself: Tab goes through what stands in it, and then on to the next. */
static gboolean
tal_finding_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static void
tal_finding_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_FINDING_ROW);

  G_OBJECT_CLASS (tal_finding_row_parent_class)->dispose (object);
}

static void
tal_finding_row_class_init (TalFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_finding_row_dispose;
  widget_class->focus = tal_finding_row_focus;

  /* That the figure is made what it should be, that it is kept, and that its goal is shown. */
  signals[CORRECT_ASKED] = g_signal_new ("correct-asked", TAL_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[KEEP_ASKED] = g_signal_new ("keep-asked", TAL_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GOAL_ASKED] = g_signal_new ("goal-asked", TAL_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TAL_TYPE_TEXT_COLUMN);
  g_type_ensure (TAL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/initiatives/tal-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TalFindingRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, TalFindingRow, workings);
  gtk_widget_class_bind_template_child (widget_class, TalFindingRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, TalFindingRow, workings_button);
  gtk_widget_class_bind_template_child (widget_class, TalFindingRow, correct_button);
  gtk_widget_class_bind_template_child (widget_class, TalFindingRow, keep_button);
  gtk_widget_class_bind_template_child (widget_class, TalFindingRow, goal_button);
  gtk_widget_class_bind_template_child (widget_class, TalFindingRow, edit_button);
  gtk_widget_class_bind_template_callback (widget_class, workings_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, correct_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, goal_clicked_cb);
}

static void
tal_finding_row_init (TalFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_finding_row_new (void)
{
  return g_object_new (TAL_TYPE_FINDING_ROW, NULL);
}

static void
show_buttons (TalFindingRow *self, const TalFinding *finding, int goal, gboolean writable)
{
  gboolean         edits = writable && finding->key.kind == TAL_KIND_INITIATIVE;
  g_autofree char *correct = NULL;
  g_autofree char *show = NULL;

  self->corrects = writable && !tal_decimal_is_none (finding->correction);
  self->keeps = writable && finding->keepable;
  if (self->corrects)
    correct = g_strdup_printf (_ ("Correct to %s"), finding->expected);
  if (goal > 0)
    show = g_strdup_printf (_ ("Show goal %d"), goal);
  gtk_widget_set_visible (GTK_WIDGET (self->workings_button), finding->workings != NULL);
  gtk_button_set_label (self->correct_button, correct != NULL ? correct : "");
  gtk_widget_set_visible (GTK_WIDGET (self->goal_button), goal > 0);
  gtk_button_set_label (self->goal_button, show != NULL ? show : "");
  gtk_widget_set_visible (self->edit_button, edits);
  gtk_widget_set_visible (self->buttons, finding->workings != NULL || self->corrects || goal > 0 ||
                                             edits || self->keeps);
  workings_toggled_cb (self);
}

void
tal_finding_row_show (TalFindingRow *self, const TalFinding *finding, int goal, gboolean writable)
{
  g_autofree char *label = NULL;

  g_return_if_fail (TAL_IS_FINDING_ROW (self));
  g_return_if_fail (finding != NULL);

  label = g_strdup_printf ("%s: %s", finding->severity == TAL_SEVERITY_ERROR
                           ? _ ("Error")
                           : _ ("Warning"), finding->sentence);
  gtk_label_set_label (self->sentence, finding->sentence);
  gtk_label_set_label (self->workings, finding->workings != NULL ? finding->workings : "");
  show_buttons (self, finding, goal, writable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
