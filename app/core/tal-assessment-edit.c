/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-assessment-edit.h"

#include "base/tal-error.h"
#include "core/tal-goal.h"

#include <glib/gi18n-lib.h>

void
tal_assessment_edit_free (TalAssessmentEdit *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->reason);
  g_free (self);
}

const TalAssessment *
tal_assessment_edit_find (const TalCatalogue *catalogue, TalId goal, TalPeriod period)
{
  guint                   length = 0;
  const TalAssessment    *found = NULL;
  const TalRecord *const *records = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);

  records = tal_catalogue_get_children (catalogue, TAL_KIND_ASSESSMENT, goal, &length);
  for (guint i = 0; i < length; i++)
    {
      if (tal_period_is_equal (TAL_ASSESSMENT (records[i])->period, period))
        found = TAL_ASSESSMENT (records[i]);
    }

  return found;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
}

static char *
dup_unless_empty (const char *text)
{
  return is_empty (text) ? NULL : g_strdup (text);
}

static TalChangeSet *
create_changes (const TalCatalogue *catalogue, const TalAssessmentEdit *edit, GError **error)
{
  const TalRecord *goal = tal_catalogue_find (catalogue, TAL_KIND_GOAL, edit->goal);
  g_autofree char *label = NULL;

  if (goal == NULL)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                           _ ("The goal isn't there any more."));
      return NULL;
    }
  if (edit->verdict != TAL_ATTAINMENT_COMPUTED && is_empty (edit->reason))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD,
                           _ ("Write why the computed verdict does not stand."));
      return NULL;
    }

  label = g_strdup_printf (_ ("explanation of goal %d"), TAL_GOAL (goal)->number);
  return tal_change_set_new (TAL_ORIGIN_EDIT, label);
}

TalChangeSet *
tal_assessment_edit_make_changes (const TalCatalogue *catalogue,
                                  TalRunSource       *runs,
                                  const TalWriter    *writer,
                                  gconstpointer       assessment_edit,
                                  GError            **error)
{
  const TalAssessmentEdit *edit = assessment_edit;
  g_autoptr (TalRecord)    wanted = NULL;
  const TalRecord         *before = NULL;
  TalAssessment           *assessment = NULL;
  TalChangeSet            *changes = NULL;

  g_return_val_if_fail (catalogue != NULL && writer != NULL, NULL);
  g_return_val_if_fail (edit != NULL && tal_period_is_set (edit->period), NULL);

  changes = create_changes (catalogue, edit, error);
  if (changes == NULL)
    return NULL;

  before = tal_catalogue_find (catalogue, TAL_KIND_ASSESSMENT, edit->assessment);
  if (is_empty (edit->text) && edit->verdict == TAL_ATTAINMENT_COMPUTED)
    {
      if (before != NULL)
        tal_catalogue_add_removal (catalogue, changes, before, writer->now, writer->author);
      return changes;
    }

  wanted = before != NULL ? tal_record_copy (before)
                          : tal_writer_create (writer, TAL_KIND_ASSESSMENT, writer->make_id ());
  assessment = (TalAssessment *)wanted;
  assessment->goal = edit->goal;
  assessment->period = edit->period;
  if (before == NULL)
    {
      assessment->written_on = edit->today;
      assessment->author = dup_unless_empty (writer->author);
    }
  g_free (assessment->text);
  assessment->text = dup_unless_empty (edit->text);
  assessment->verdict = edit->verdict;
  g_free (assessment->verdict_reason);
  assessment->verdict_reason =
      edit->verdict != TAL_ATTAINMENT_COMPUTED ? dup_unless_empty (edit->reason) : NULL;
  tal_writer_put (writer, catalogue, changes, wanted);
  return changes;
}
