/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-difference.h"

#include "core/tal-title.h"

#include <glib/gi18n-lib.h>

static TalRecord *
ref_or_null (const TalRecord *record)
{
  return record != NULL ? tal_record_ref (record) : NULL;
}

TalDifference *
tal_difference_new (const TalKey     *key,
                    TalDifferenceType type,
                    TalConflictReason reason,
                    const TalRecord  *ours,
                    const TalRecord  *theirs,
                    const TalRecord  *base)
{
  TalDifference *self = NULL;

  g_return_val_if_fail (key != NULL && theirs != NULL, NULL);
  g_return_val_if_fail ((type == TAL_DIFFERENCE_CONFLICT) == (reason != TAL_CONFLICT_NONE), NULL);

  self = g_new0 (TalDifference, 1);
  self->key = *key;
  self->type = type;
  self->reason = reason;
  self->ours = ref_or_null (ours);
  self->theirs = tal_record_ref (theirs);
  self->base = ref_or_null (base);
  self->fields = g_ptr_array_new ();
  if (type == TAL_DIFFERENCE_KEPT)
    self->choice = TAL_CHOICE_OURS;
  else if (type != TAL_DIFFERENCE_CONFLICT)
    self->choice = TAL_CHOICE_THEIRS;
  return self;
}

void
tal_difference_free (TalDifference *self)
{
  if (self == NULL)
    return;

  tal_record_unref (self->ours);
  tal_record_unref (self->theirs);
  tal_record_unref (self->base);
  g_ptr_array_unref (self->fields);
  g_free (self->breach);
  g_free (self);
}

gboolean
tal_difference_is_open (const TalDifference *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->choice == TAL_CHOICE_OPEN ||
         (self->breach != NULL && self->choice != TAL_CHOICE_OURS);
}

const char *
tal_difference_get_matter (const TalDifference *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->breach != NULL)
    return self->breach;

  switch (self->reason)
    {
    case TAL_CONFLICT_NONE:
      return NULL;
    case TAL_CONFLICT_BOTH_CHANGED:
      return _ ("It was changed both here and there.");
    case TAL_CONFLICT_NOT_THEIRS:
      return _ ("They have changed what is not theirs.");
    case TAL_CONFLICT_REMOVED_HERE:
      return _ ("They send what was removed here.");
    case TAL_CONFLICT_REMOVED_THERE:
      return _ ("They have removed what was changed here, or is not theirs.");
    }

  g_return_val_if_reached (NULL);
}

char *
tal_difference_dup_sentence (const TalDifference *self, const TalCatalogue *catalogue)
{
  g_autofree char *title = NULL;
  GString         *sentence = NULL;

  g_return_val_if_fail (self != NULL && catalogue != NULL, NULL);

  title = tal_title_for_record (catalogue, self->ours != NULL ? self->ours : self->theirs);
  sentence = g_string_new (title);
  for (guint i = 0; self->breach == NULL && i < self->fields->len; i++)
    {
      const TalField *field = g_ptr_array_index (self->fields, i);

      g_string_append_printf (sentence, ", %s", _ (field->title));
    }
  g_string_append_printf (sentence, ": %s", tal_difference_get_matter (self));
  return g_string_free (sentence, FALSE);
}
