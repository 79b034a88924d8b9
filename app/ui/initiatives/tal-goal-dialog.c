/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-goal-dialog.h"

#include "core/tal-danish-period.h"
#include "core/tal-danish-unit.h"
#include "core/tal-goal-draft.h"
#include "core/tal-unit.h"
#include "model/tal-clock.h"
#include "ui/common/tal-choice.h"
#include "ui/common/tal-form.h"
#include "ui/common/tal-help-key.h"
#include "ui/common/tal-text-scale.h"
#include "ui/initiatives/tal-goal-form.h"
#include "ui/initiatives/tal-unit-question.h"

#include <glib/gi18n-lib.h>

struct _TalGoalDialog
{
  AdwWindow parent_instance;

  TalWorkspace *workspace;
  TalGoalDraft *draft;      /* as it was when the form was opened */
  TalId         own_base;   /* of the draft, where no other goal has it */
  GArray       *bases;      /* of TalId, behind the choices of 'base' but its first */
  GArray       *benchmarks; /* of TalId, behind those of 'benchmark' but its first and last */
  TalId         level_of;   /* the chosen one of those, or none */
  gboolean      updating;

  GtkButton   *save_button;
  GtkLabel    *sentence;
  GtkLabel    *entered;
  GtkLabel    *reason;
  GtkWidget   *target_group;
  AdwComboRow *shape;
  GtkEditable *counted;
  AdwComboRow *base;
  GtkEditable *base_name;
  AdwComboRow *unit;
  AdwComboRow *comparison;
  GtkEditable *target;
  GtkEditable *period;
  AdwComboRow *benchmark;
  GtkEditable *kept_period;
  GtkEditable *half;
  GtkEditable *wording;
  GtkEditable *weeks;
  GtkSwitch   *cumulative;
};

G_DEFINE_FINAL_TYPE (TalGoalDialog, tal_goal_dialog, ADW_TYPE_WINDOW)

static TalId
get_chosen (AdwComboRow *row, const GArray *ids)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION
             ? TAL_ID_NONE
             : g_array_index (ids, TalId, selected - 1);
}

/* The form as its fields stand. */
static TalGoalForm
read_fields (TalGoalDialog *self)
{
  TalGoalForm form = { .kind = (TalGoalFormKind)adw_combo_row_get_selected (self->shape) };
  TalId       linked = get_chosen (self->base, self->bases);

  form.counted = tal_form_dup_text (self->counted);
  form.base = tal_id_is_none (linked) ? self->own_base : linked;
  form.base_name = tal_id_is_none (linked) ? tal_form_dup_text (self->base_name) : NULL;
  form.unit = (TalMeasureUnit)adw_combo_row_get_selected (self->unit);
  form.asks = adw_combo_row_get_selected (self->comparison);
  form.target = tal_form_dup_text (self->target);
  form.period = tal_form_dup_text (self->period);
  form.level_of = self->level_of;
  form.kept_period = tal_form_dup_text (self->kept_period);
  form.half = tal_form_dup_text (self->half);
  form.wording = tal_form_dup_text (self->wording);
  form.weeks = tal_form_dup_text (self->weeks);
  form.cumulative = gtk_switch_get_active (self->cumulative);
  return form;
}

/* Only what the goal so far can have is asked for. */
static void
show_fields (TalGoalDialog *self, const TalGoalForm *form)
{
  gboolean measured = form->kind != TAL_GOAL_FORM_NOT_MEASURED;
  gboolean share = form->kind == TAL_GOAL_FORM_SHARE;
  gboolean asks =
      form->asks == TAL_GOAL_FORM_KEEP || tal_comparison_needs_target ((TalComparison)form->asks);

  gtk_widget_set_visible (GTK_WIDGET (self->counted), measured);
  gtk_widget_set_visible (GTK_WIDGET (self->base), share && self->bases->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->base_name),
                          share && tal_id_is_none (get_chosen (self->base, self->bases)));
  gtk_widget_set_visible (GTK_WIDGET (self->unit), share || form->kind == TAL_GOAL_FORM_COUNT);
  gtk_widget_set_visible (self->target_group, measured);
  gtk_widget_set_visible (GTK_WIDGET (self->target), asks);
  gtk_widget_set_visible (GTK_WIDGET (self->period), asks);
  gtk_widget_set_visible (GTK_WIDGET (self->benchmark), asks && form->asks != TAL_GOAL_FORM_KEEP);
  gtk_widget_set_visible (GTK_WIDGET (self->kept_period), form->asks == TAL_GOAL_FORM_KEEP);
  gtk_widget_set_visible (GTK_WIDGET (self->half), share);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->counted),
                                 share || form->kind == TAL_GOAL_FORM_COUNT
                                 ? _ ("What is counted")
                                 : _ ("What is measured"));
  tal_form_name_fields (GTK_WIDGET (self));
}

static GtkEditable *
get_field (TalGoalDialog *self, TalGoalField field)
{
  switch (field)
    {
    case TAL_GOAL_FIELD_NONE:
      return NULL;
    case TAL_GOAL_FIELD_COUNTED:
      return self->counted;
    case TAL_GOAL_FIELD_BASE:
      return self->base_name;
    case TAL_GOAL_FIELD_TARGET:
      return self->target;
    case TAL_GOAL_FIELD_PERIOD:
      return self->period;
    case TAL_GOAL_FIELD_KEPT_PERIOD:
      return self->kept_period;
    case TAL_GOAL_FIELD_WORDING:
      return self->wording;
    case TAL_GOAL_FIELD_WEEKS:
      return self->weeks;
    }

  g_return_val_if_reached (NULL);
}

static void
mark_field (TalGoalDialog *self, TalGoalField wrong)
{
  for (guint i = TAL_GOAL_FIELD_COUNTED; i <= TAL_GOAL_FIELD_WEEKS; i++)
    tal_form_mark (get_field (self, (TalGoalField)i), i == wrong);
}

static void
say (TalGoalDialog *self, TalGoalField field, const char *reason)
{
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->entered), reason == NULL);
  mark_field (self, field);
}

/* "Du indtaster: Deltagere · Borgere i job" */
static void
show_entered (TalGoalDialog *self, const TalGoalDraft *draft)
{
  g_autoptr (GPtrArray) entered =
      tal_goal_draft_list_entered (tal_workspace_get_catalogue (self->workspace), draft);
  g_autofree char *joined = NULL;
  g_autofree char *line = NULL;

  g_ptr_array_add (entered, NULL);
  joined = g_strjoinv (" · ", (char **)entered->pdata);
  line = joined[0] != '\0' ? g_strdup_printf (_ ("You enter: %s"), joined)
                           : g_strdup (_ ("No figures are entered."));
  gtk_label_set_label (self->entered, line);
}

/* What is wrong while the form is being filled in is said quietly: nobody has asked yet. */
static void
preview (TalGoalDialog *self)
{
  const TalCatalogue      *catalogue = tal_workspace_get_catalogue (self->workspace);
  g_auto (TalGoalForm)     form = read_fields (self);
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalGoalDraft) draft = NULL;
  g_autofree char         *sentence = NULL;
  TalGoalField             field = TAL_GOAL_FIELD_NONE;

  show_fields (self, &form);
  say (self, TAL_GOAL_FIELD_NONE, NULL);
  draft = tal_goal_form_write (&form, self->draft, &field, &error);
  if (draft != NULL)
    sentence = tal_goal_draft_dup_sentence (catalogue, draft, &error);
  if (sentence == NULL)
    {
      gtk_label_set_label (self->sentence, _ ("The goal"));
      gtk_label_set_label (self->entered, error->message);
      return;
    }

  gtk_label_set_label (self->sentence, sentence);
  show_entered (self, draft);
}

static void
changed_cb (TalGoalDialog *self)
{
  if (!self->updating && self->draft != NULL)
    preview (self);
}

static void
fill_benchmarks (TalGoalDialog *self)
{
  const TalCatalogue       *catalogue = tal_workspace_get_catalogue (self->workspace);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint                     n_units = 0;
  const TalRecord *const   *units = tal_catalogue_get_records (catalogue, TAL_KIND_UNIT, &n_units);

  g_array_set_size (self->benchmarks, 0);
  gtk_string_list_append (names, _ ("Nobody: the target is fixed"));
  for (guint i = 0; i < n_units; i++)
    {
      g_autofree char *name = NULL;

      if (tal_id_is_equal (units[i]->id, self->draft->goal->record.owner))
        continue;
      name = g_strdup_printf (_ ("The level of %s"), TAL_UNIT (units[i])->name);
      gtk_string_list_append (names, name);
      g_array_append_val (self->benchmarks, units[i]->id);
    }
  gtk_string_list_append (names, _ ("Another unit …"));
  adw_combo_row_set_model (self->benchmark, G_LIST_MODEL (names));
}

static void
choose (AdwComboRow *row, const GArray *ids, TalId id)
{
  guint selected = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      if (tal_id_is_equal (g_array_index (ids, TalId, i), id))
        selected = i + 1;
    }
  adw_combo_row_set_selected (row, selected);
}

/* Nothing is asked while the choices are filled in. */
static void
show_benchmark (TalGoalDialog *self)
{
  gboolean updating = self->updating;

  self->updating = TRUE;
  fill_benchmarks (self);
  choose (self->benchmark, self->benchmarks, self->level_of);
  self->updating = updating;
}

static void
unit_named_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalGoalDialog) self = user_data;
  g_autoptr (GError)        error = NULL;
  TalId                     unit = tal_unit_question_ask_finish (result, &error);

  if (self->workspace == NULL)
    return;

  if (!tal_id_is_none (unit))
    self->level_of = unit;
  show_benchmark (self);
  preview (self);
  if (error != NULL)
    say (self, TAL_GOAL_FIELD_NONE, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->benchmark));
}

static void
benchmark_chosen_cb (TalGoalDialog *self)
{
  if (self->updating || self->draft == NULL)
    return;

  if (adw_combo_row_get_selected (self->benchmark) <= self->benchmarks->len)
    {
      self->level_of = get_chosen (self->benchmark, self->benchmarks);
      preview (self);
      return;
    }
  tal_unit_question_ask_async (GTK_WINDOW (self), self->workspace, unit_named_cb,
                               g_object_ref (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalGoalDialog) self = user_data;
  g_autoptr (GError)        error = NULL;
  GtkWindow                *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  char                      id[TAL_ID_STRING_LENGTH + 1];

  if (!tal_workspace_change_finish (TAL_WORKSPACE (source), result, &error))
    {
      say (self, TAL_GOAL_FIELD_NONE, error->message);
      gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
      return;
    }

  tal_id_format (self->draft->goal->record.id, id);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-goal", "s", id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_clicked_cb (TalGoalDialog *self)
{
  g_auto (TalGoalForm)     form = read_fields (self);
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalGoalDraft) draft = NULL;
  TalGoalField             field = TAL_GOAL_FIELD_NONE;

  draft = tal_goal_form_write (&form, self->draft, &field, &error);
  if (draft == NULL)
    {
      GtkEditable *wrong = get_field (self, field);

      say (self, field, error->message);
      if (wrong != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (wrong));
      return;
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  tal_workspace_change_async (self->workspace, tal_goal_draft_make_changes,
                              g_steal_pointer (&draft), (GDestroyNotify)tal_goal_draft_free, NULL,
                              saved_cb, g_object_ref (self));
}

static void
tal_goal_dialog_dispose (GObject *object)
{
  TalGoalDialog *self = TAL_GOAL_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->draft, tal_goal_draft_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_GOAL_DIALOG);

  G_OBJECT_CLASS (tal_goal_dialog_parent_class)->dispose (object);
}

static void
tal_goal_dialog_finalize (GObject *object)
{
  TalGoalDialog *self = TAL_GOAL_DIALOG (object);

  g_array_unref (self->bases);
  g_array_unref (self->benchmarks);

  G_OBJECT_CLASS (tal_goal_dialog_parent_class)->finalize (object);
}

static void
tal_goal_dialog_class_init (TalGoalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_goal_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_goal_dialog_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/initiatives/tal-goal-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, entered);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, target_group);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, shape);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, counted);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, base);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, base_name);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, comparison);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, target);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, period);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, benchmark);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, kept_period);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, half);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, wording);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, weeks);
  gtk_widget_class_bind_template_child (widget_class, TalGoalDialog, cumulative);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, benchmark_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

/* The units that things are counted in, in the order of TalMeasureUnit. */
static void
fill_units (TalGoalDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i <= TAL_MEASURE_UNIT_COUNT; i++)
    gtk_string_list_append (names, tal_danish_unit_get_noun ((TalMeasureUnit)i));
  adw_combo_row_set_model (self->unit, G_LIST_MODEL (names));
}

static void
tal_goal_dialog_init (TalGoalDialog *self)
{
  self->bases = g_array_new (FALSE, FALSE, sizeof (TalId));
  self->benchmarks = g_array_new (FALSE, FALSE, sizeof (TalId));
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_grow (GTK_WINDOW (self));
  tal_choice_show_whole (GTK_WIDGET (self));
  tal_help_key_add (GTK_WINDOW (self));
  fill_units (self);
}

static void
add_base (TalGoalDialog *self, const TalGoal *goal, const TalGoalPart *part, GtkStringList *names)
{
  g_autofree char *name = NULL;

  if (tal_id_is_none (part->series) || part->unit > TAL_MEASURE_UNIT_COUNT || part->name == NULL)
    return;
  for (guint i = 0; i < self->bases->len; i++)
    {
      if (tal_id_is_equal (g_array_index (self->bases, TalId, i), part->series))
        return;
    }

  name = g_strdup_printf (_ ("Goal %d: %s"), goal->number, part->name);
  gtk_string_list_append (names, name);
  g_array_append_val (self->bases, part->series);
}

/* What a share can be a share of: the people of the initiative's other goals. */
static void
fill_bases (TalGoalDialog *self)
{
  const TalCatalogue       *catalogue = tal_workspace_get_catalogue (self->workspace);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint                     n_goals = 0;
  const TalRecord *const   *goals =
      tal_catalogue_get_children (catalogue, TAL_KIND_GOAL, self->draft->goal->initiative,
                                  &n_goals);

  gtk_string_list_append (names, _ ("A count of its own"));
  for (guint i = 0; i < n_goals; i++)
    {
      g_autoptr (TalGoalDraft) other = tal_goal_draft_new_for_goal (catalogue, TAL_GOAL (goals[i]));

      if (tal_id_is_equal (goals[i]->id, self->draft->goal->record.id))
        continue;
      for (guint j = 0; j < tal_goal_draft_get_n_measures (other); j++)
        {
          const TalGoalMeasure *measure = tal_goal_draft_get_measure (other, j);

          if (measure->shape == TAL_GOAL_SHAPE_FIGURE)
            add_base (self, other->goal, &measure->figure, names);
          add_base (self, other->goal, &measure->numerator, names);
          add_base (self, other->goal, &measure->base, names);
        }
    }
  adw_combo_row_set_model (self->base, G_LIST_MODEL (names));
}

static void
set_text (GtkEditable *editable, const char *text)
{
  gtk_editable_set_text (editable, text != NULL ? text : "");
}

static void
show_form (TalGoalDialog *self, const TalGoalForm *form)
{
  const TalCatalogue *catalogue = tal_workspace_get_catalogue (self->workspace);

  if (tal_goal_draft_find_goal_of (catalogue, form->base, self->draft->goal) == NULL)
    self->own_base = form->base;
  adw_combo_row_set_selected (self->shape, form->kind);
  set_text (self->counted, form->counted);
  choose (self->base, self->bases, form->base);
  if (tal_id_is_none (get_chosen (self->base, self->bases)))
    set_text (self->base_name, form->base_name);
  adw_combo_row_set_selected (self->unit, form->unit);
  adw_combo_row_set_selected (self->comparison, form->asks);
  set_text (self->target, form->target);
  set_text (self->period, form->period);
  self->level_of = form->level_of;
  show_benchmark (self);
  set_text (self->kept_period, form->kept_period);
  set_text (self->half, form->half);
  set_text (self->wording, form->wording);
  set_text (self->weeks, form->weeks);
  gtk_switch_set_active (self->cumulative, form->cumulative);
}

/* Takes the draft. */
static TalGoalDialog *
create (GtkWindow *parent, TalWorkspace *workspace, TalGoalDraft *draft)
{
  TalGoalDialog *self = g_object_new (TAL_TYPE_GOAL_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  self->draft = draft;
  fill_bases (self);
  show_benchmark (self);
  return self;
}

/* The period of the goals that are there, else this year. */
static char *
dup_likely_period (TalGoalDialog *self)
{
  guint                   n_goals = 0;
  const TalRecord *const *goals =
      tal_catalogue_get_children (tal_workspace_get_catalogue (self->workspace), TAL_KIND_GOAL,
                                  self->draft->goal->initiative, &n_goals);
  int year = 0;

  for (guint i = n_goals; i > 0; i--)
    {
      g_autoptr (TalGoalDraft) last =
          tal_goal_draft_new_for_goal (tal_workspace_get_catalogue (self->workspace),
                                       TAL_GOAL (goals[i - 1]));
      g_auto (TalGoalForm) form = { TAL_GOAL_FORM_COUNT };

      if (tal_goal_form_read (last, &form) && form.period != NULL)
        return g_steal_pointer (&form.period);
    }

  tal_day_get_date (tal_clock_get_today (), &year, NULL, NULL);
  return g_strdup_printf ("%d", year);
}

GtkWidget *
tal_goal_dialog_new (GtkWindow *parent, TalWorkspace *workspace, TalId initiative)
{
  TalGoalDialog   *self = NULL;
  g_autofree char *period = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TAL_IS_WORKSPACE (workspace), NULL);

  self = create (parent, workspace, tal_goal_draft_new (tal_id_new (), initiative));
  gtk_window_set_title (GTK_WINDOW (self), _ ("New Goal"));
  gtk_button_set_label (self->save_button, _ ("_Create"));
  period = dup_likely_period (self);
  set_text (self->period, period);
  self->updating = FALSE;
  preview (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->shape));
  return GTK_WIDGET (self);
}

GtkWidget *
tal_goal_dialog_new_for_goal (GtkWindow *parent, TalWorkspace *workspace, const TalGoal *goal)
{
  TalGoalDialog       *self = NULL;
  g_auto (TalGoalForm) form = { TAL_GOAL_FORM_COUNT };
  g_autofree char     *title = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TAL_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (goal != NULL, NULL);

  self = create (parent, workspace,
                 tal_goal_draft_new_for_goal (tal_workspace_get_catalogue (workspace), goal));
  title = g_strdup_printf (_ ("Edit Goal %d"), goal->number);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_button_set_label (self->save_button, _ ("_Save"));
  if (!tal_goal_form_read (self->draft, &form))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }

  show_form (self, &form);
  self->updating = FALSE;
  preview (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->target));
  return GTK_WIDGET (self);
}
