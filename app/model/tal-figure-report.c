/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-figure-report.h"

#include "base/tal-problem.h"

#include <glib/gi18n-lib.h>

static void
question_free (gpointer freed)
{
  TalFigureQuestion *question = freed;

  g_free (question->label);
  g_array_unref (question->suggestions);
  g_free (question);
}

static void
understood_free (gpointer freed)
{
  TalFigureUnderstood *understood = freed;

  g_free (understood->label);
  g_free (understood->series);
  g_free (understood);
}

static void
preview_free (gpointer freed)
{
  TalFigurePreview *preview = freed;

  g_free (preview->series);
  g_free (preview->period);
  g_free (preview->value);
  g_free (preview->state);
  g_free (preview->note);
  g_free (preview->place);
  g_free (preview->matter);
  g_free (preview);
}

TalFigureReport *
tal_figure_report_new (void)
{
  TalFigureReport *self = g_new0 (TalFigureReport, 1);

  self->doubts = tal_problem_list_new ();
  self->questions = g_ptr_array_new_with_free_func (question_free);
  self->understood = g_ptr_array_new_with_free_func (understood_free);
  self->problems = tal_problem_list_new ();
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->preview = g_ptr_array_new_with_free_func (preview_free);
  return self;
}

void
tal_figure_report_free (TalFigureReport *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->import, tal_import_report_free);
  g_ptr_array_unref (self->doubts);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->understood);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->preview);
  g_free (self);
}

gboolean
tal_figure_report_has_questions (const TalFigureReport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->questions->len > 0 || tal_problem_list_has_error (self->doubts);
}

/* Takes the words. */
static void
add_count (GString *text, guint n, char *words)
{
  if (n > 0)
    g_string_append_printf (text, " · %s", words);
  g_free (words);
}

char *
tal_figure_report_dup_counts (const TalFigureReport *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  g_string_append_printf (text, ngettext ("Read: %u figure", "Read: %u figures", self->n_read),
                          self->n_read);
  add_count (text, self->n_bundled,
             g_strdup_printf (ngettext ("%u is compared", "%u are compared", self->n_bundled),
                              self->n_bundled));
  add_count (text, self->n_repeated, g_strdup_printf (_ ("%u stand twice"), self->n_repeated));
  add_count (text, self->n_untouched,
             g_strdup_printf (ngettext ("%u is as when the form was made",
                                        "%u are as when the form was made", self->n_untouched),
                              self->n_untouched));
  add_count (text, self->n_left_out,
             g_strdup_printf (ngettext ("%u is left out", "%u are left out", self->n_left_out),
                              self->n_left_out));
  add_count (text, self->n_refused,
             g_strdup_printf (ngettext ("%u cannot be read", "%u cannot be read", self->n_refused),
                              self->n_refused));
  add_count (text, self->n_open,
             g_strdup_printf (ngettext ("%u waits for an answer", "%u wait for an answer",
                                        self->n_open),
                              self->n_open));
  return g_string_free (text, FALSE);
}
