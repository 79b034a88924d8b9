/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/initiatives/tal-field-drafts.h"

#include "ui/initiatives/tal-figure-row.h"
#include "ui/initiatives/tal-remark-field.h"

typedef struct
{
  TalId      goal;
  TalPeriod  period;
  GtkWidget *field; /* borrowed */
  char      *text;
  char      *reason; /* NULL where none was given */
} Draft;

struct _TalFieldDrafts
{
  GPtrArray *drafts; /* of Draft */
};

static void
draft_free (Draft *self)
{
  g_free (self->text);
  g_free (self->reason);
  g_free (self);
}

static gboolean
is_of (const Draft *draft, TalId goal, TalPeriod period)
{
  return tal_id_is_equal (draft->goal, goal) && tal_period_is_equal (draft->period, period);
}

static char *
dup_text (GtkWidget *field)
{
  GtkTextBuffer *buffer = NULL;
  GtkTextIter    start;
  GtkTextIter    end;

  if (TAL_IS_FIGURE_ROW (field))
    return g_strdup (gtk_editable_get_text (tal_figure_row_get_editable (TAL_FIGURE_ROW (field))));

  buffer = tal_remark_field_get_buffer (TAL_REMARK_FIELD (field));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static const char *
get_reason (GtkWidget *field)
{
  return TAL_IS_FIGURE_ROW (field) ? tal_figure_row_get_reason (TAL_FIGURE_ROW (field))
                                   : tal_remark_field_get_reason (TAL_REMARK_FIELD (field));
}

static void
revert (GtkWidget *field)
{
  if (TAL_IS_FIGURE_ROW (field))
    tal_figure_row_revert (TAL_FIGURE_ROW (field));
  else
    tal_remark_field_revert (TAL_REMARK_FIELD (field));
}

static void
put_back (const Draft *draft)
{
  if (TAL_IS_FIGURE_ROW (draft->field))
    {
      TalFigureRow *row = TAL_FIGURE_ROW (draft->field);

      gtk_editable_set_text (tal_figure_row_get_editable (row), draft->text);
      tal_figure_row_refuse (row, draft->reason, NULL);
    }
  else
    {
      TalRemarkField *field = TAL_REMARK_FIELD (draft->field);

      gtk_text_buffer_set_text (tal_remark_field_get_buffer (field), draft->text, -1);
      tal_remark_field_refuse (field, draft->reason);
    }
}

TalFieldDrafts *
tal_field_drafts_new (void)
{
  TalFieldDrafts *self = g_new0 (TalFieldDrafts, 1);

  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)draft_free);
  return self;
}

void
tal_field_drafts_free (TalFieldDrafts *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->drafts);
  g_free (self);
}

guint
tal_field_drafts_take (TalFieldDrafts *self, TalId goal, TalPeriod period, GtkWidget *root)
{
  guint n_taken = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (GTK_IS_WIDGET (root), 0);

  if (tal_field_drafts_is_pending (root))
    {
      g_autofree char *text = dup_text (root);

      tal_field_drafts_add (self, goal, period, root, text, get_reason (root));
      revert (root);
      return 1;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_taken += tal_field_drafts_take (self, goal, period, child);
  return n_taken;
}

void
tal_field_drafts_add (TalFieldDrafts *self,
                      TalId           goal,
                      TalPeriod       period,
                      GtkWidget      *field,
                      const char     *text,
                      const char     *reason)
{
  Draft *draft = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (TAL_IS_FIGURE_ROW (field) || TAL_IS_REMARK_FIELD (field));
  g_return_if_fail (text != NULL);

  draft = g_new0 (Draft, 1);
  draft->goal = goal;
  draft->period = period;
  draft->field = field;
  draft->text = g_strdup (text);
  draft->reason = g_strdup (reason != NULL && reason[0] != '\0' ? reason : NULL);
  g_ptr_array_add (self->drafts, draft);
}

void
tal_field_drafts_give_back (TalFieldDrafts *self, TalId goal, TalPeriod period)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->drafts->len;)
    {
      const Draft *draft = g_ptr_array_index (self->drafts, i);

      if (!is_of (draft, goal, period))
        {
          i++;
          continue;
        }
      put_back (draft);
      g_ptr_array_remove_index (self->drafts, i);
    }
}

void
tal_field_drafts_clear (TalFieldDrafts *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->drafts, 0);
}

guint
tal_field_drafts_get_length (const TalFieldDrafts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->drafts->len;
}

gboolean
tal_field_drafts_find_first (const TalFieldDrafts *self, TalId *ret_goal, TalPeriod *ret_period)
{
  const Draft *first = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ret_goal != NULL && ret_period != NULL, FALSE);

  if (self->drafts->len == 0)
    return FALSE;

  first = g_ptr_array_index (self->drafts, 0);
  *ret_goal = first->goal;
  *ret_period = first->period;
  return TRUE;
}

gboolean
tal_field_drafts_is_pending (GtkWidget *widget)
{
  if (TAL_IS_FIGURE_ROW (widget))
    return tal_figure_row_is_pending (TAL_FIGURE_ROW (widget));

  return TAL_IS_REMARK_FIELD (widget) && tal_remark_field_is_pending (TAL_REMARK_FIELD (widget));
}
