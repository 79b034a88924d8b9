/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-import-report.h"

void
tal_import_row_free (TalImportRow *self)
{
  if (self == NULL)
    return;

  tal_record_unref (self->ours);
  tal_record_unref (self->theirs);
  tal_record_unref (self->base);
  g_free (self->object);
  g_free (self->sentence);
  g_free (self->matter);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

void
tal_import_report_free (TalImportReport *self)
{
  if (self == NULL)
    return;

  g_free (self->sender);
  g_free (self->receiver);
  g_free (self->stamp);
  g_free (self->receipt_problem);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->catalogue, tal_catalogue_unref);
  g_clear_pointer (&self->changes, tal_change_set_unref);
  g_free (self);
}

const char *
tal_import_row_get_type_name (const TalImportRow *self)
{
  static const char *const names[] = {
    [TAL_IMPORT_ROW_NEW] = "new",           [TAL_IMPORT_ROW_CHANGED] = "changed",
    [TAL_IMPORT_ROW_KEPT] = "kept",         [TAL_IMPORT_ROW_REMOVED] = "removed",
    [TAL_IMPORT_ROW_CONFLICT] = "conflict",
  };

  g_return_val_if_fail (self != NULL, NULL);

  return names[self->type];
}

const char *
tal_import_row_get_choice_name (const TalImportRow *self)
{
  static const char *const names[] = {
    [TAL_IMPORT_CHOICE_OPEN] = "open",
    [TAL_IMPORT_CHOICE_OURS] = "ours",
    [TAL_IMPORT_CHOICE_THEIRS] = "theirs",
  };

  g_return_val_if_fail (self != NULL, NULL);

  return names[self->choice];
}

TalImportChoice
tal_import_row_get_default_choice (const TalImportRow *self)
{
  g_return_val_if_fail (self != NULL, TAL_IMPORT_CHOICE_OPEN);

  switch (self->type)
    {
    case TAL_IMPORT_ROW_NEW:
    case TAL_IMPORT_ROW_CHANGED:
    case TAL_IMPORT_ROW_REMOVED:
      return TAL_IMPORT_CHOICE_THEIRS;
    case TAL_IMPORT_ROW_KEPT:
      return TAL_IMPORT_CHOICE_OURS;
    case TAL_IMPORT_ROW_CONFLICT:
      return TAL_IMPORT_CHOICE_OPEN;
    }

  g_return_val_if_reached (TAL_IMPORT_CHOICE_OPEN);
}

gboolean
tal_import_row_is_open (const TalImportRow *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->choice == TAL_IMPORT_CHOICE_OPEN ||
         (self->refused && self->choice == TAL_IMPORT_CHOICE_THEIRS);
}
