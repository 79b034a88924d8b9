/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-workbook.h"

#include "formats/tal-sheet-private.h"
#include "formats/tal-workbook-private.h"

#include <string.h>

struct _TalWorkbook
{
  gatomicrefcount references;
  GPtrArray      *sheets; /* of TalSheet */
  guint8         *texts;
};

TalWorkbook *
tal_workbook_new (GPtrArray *sheets, guint8 *texts)
{
  TalWorkbook *self = g_new0 (TalWorkbook, 1);

  g_atomic_ref_count_init (&self->references);
  self->sheets = sheets;
  self->texts = texts;
  for (guint i = 0; i < sheets->len; i++)
    ((TalSheet *)sheets->pdata[i])->texts = texts;
  return self;
}

TalWorkbook *
tal_workbook_ref (TalWorkbook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
tal_workbook_unref (TalWorkbook *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->sheets);
  g_free (self->texts);
  g_free (self);
}

guint
tal_workbook_get_n_sheets (const TalWorkbook *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sheets->len;
}

const TalSheet *
tal_workbook_get_sheet (const TalWorkbook *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->sheets->len, NULL);

  return self->sheets->pdata[index];
}

const TalSheet *
tal_workbook_find_sheet (const TalWorkbook *self, const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      if (strcmp (tal_sheet_get_name (self->sheets->pdata[i]), name) == 0)
        return self->sheets->pdata[i];
    }

  return NULL;
}

guint
tal_workbook_get_n_cells (const TalWorkbook *self)
{
  guint n_cells = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->sheets->len; i++)
    n_cells += tal_sheet_get_n_cells (self->sheets->pdata[i]);
  return n_cells;
}
