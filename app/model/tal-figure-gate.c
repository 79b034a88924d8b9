/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-figure-gate.h"

#include "core/tal-figure-rules.h"

struct _TalFigureGate
{
  TalAdditions    additions; /* must be first: it is what the store asks */
  TalAdditions   *from;
  TalFigureRules *rules;
  TalChangeSet   *changes;
};

static gboolean
let_next_through (TalAdditions *additions, TalRun **ret_run, GError **error)
{
  TalFigureGate     *self = (TalFigureGate *)additions;
  g_autoptr (TalRun) run = NULL;

  *ret_run = NULL;
  if (!self->from->next (self->from, &run, error))
    return FALSE;
  if (run == NULL)
    return TRUE;
  if (!tal_figure_rules_check_run (self->rules, run, self->from->are_removed, error))
    return FALSE;

  tal_change_set_add_bulk (self->changes, tal_run_get_series (run), tal_run_get_length (run));
  *ret_run = g_steal_pointer (&run);
  return TRUE;
}

TalFigureGate *
tal_figure_gate_new (TalAdditions *from, const TalCatalogue *after, TalChangeSet *changes)
{
  TalFigureGate *self = NULL;

  g_return_val_if_fail (from != NULL, NULL);
  g_return_val_if_fail (after != NULL && changes != NULL, NULL);

  self = g_new0 (TalFigureGate, 1);
  self->additions.next = let_next_through;
  self->additions.are_removed = from->are_removed;
  self->from = from;
  self->rules = tal_figure_rules_new (after, changes);
  self->changes = changes;
  return self;
}

void
tal_figure_gate_free (TalFigureGate *self)
{
  if (self == NULL)
    return;

  tal_figure_rules_free (self->rules);
  g_free (self);
}
