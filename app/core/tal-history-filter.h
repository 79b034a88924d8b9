/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which entries of the history are wanted.  All of them where every field is at its zero;
 * else those that fit all that is set.  What belonged to an initiative or a goal and was removed
 * belongs to it still.
 */

#pragma once

#include "base/tal-id.h"
#include "base/tal-time.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean only_figures; /* some figure was changed */
  gboolean only_imports; /* imports, and what took them back or brought them again */
  char    *author;       /* NULL is anybody */
  TalId    initiative;   /* it, its goals, figures, explanations and money; none is anywhere */
  TalId    goal;         /* in place of that: it, its explanations and the figures it rests on */
  TalTime  since;        /* made then or later; 0 is ever */
  char    *text;         /* in the words of the history, found the Danish way; NULL is any */
} TalHistoryFilter;

/* Into memory that holds nothing yet. */
void     tal_history_filter_copy (TalHistoryFilter *to, const TalHistoryFilter *from);
void     tal_history_filter_clear (TalHistoryFilter *self);
gboolean tal_history_filter_is_equal (const TalHistoryFilter *a, const TalHistoryFilter *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TalHistoryFilter, tal_history_filter_clear)

G_END_DECLS
