/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-ods-cell.h"

#include "base/tal-error.h"

#include <string.h>

/* Of the attribute that goes with the type; the others are left-overs. */
static char *
dup_value (const TalMarkupElement *element, const char *type)
{
  if (type == NULL)
    return NULL;
  if (strcmp (type, "date") == 0)
    return tal_markup_element_dup_attribute (element, "date-value");
  if (strcmp (type, "time") == 0)
    return tal_markup_element_dup_attribute (element, "time-value");
  if (strcmp (type, "boolean") == 0)
    return tal_markup_element_dup_attribute (element, "boolean-value");
  if (strcmp (type, "string") == 0)
    return tal_markup_element_dup_attribute (element, "string-value");

  return tal_markup_element_dup_attribute (element, "value");
}

void
tal_ods_cell_read (TalOdsCell *self, const TalMarkupElement *element)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (element != NULL);

  tal_ods_cell_clear (self);
  /* LibreOffice says "error" in a namespace of its own, behind the type that others know. */
  self->is_error = tal_markup_element_has_value (element, "value-type", "error");
  self->type = tal_markup_element_dup_attribute (element, "value-type");
  self->value = dup_value (element, self->type);
  self->formula = tal_markup_element_dup_attribute (element, "formula");
}

void
tal_ods_cell_clear (TalOdsCell *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->formula, g_free);
  self->is_error = FALSE;
}

static gboolean
resolve_number (const TalOdsCell *self, TalCell *cell, GError **error)
{
  g_autoptr (GError) reason = NULL;

  cell->kind = TAL_CELL_NUMBER;
  cell->percent = strcmp (self->type, "percentage") == 0;
  if (*cell->text == '\0')
    cell->text = self->value;
  if (tal_decimal_parse_binary (self->value, &cell->number, &cell->rounded, &reason) ||
      reason->code == TAL_ERROR_OUT_OF_RANGE)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* A year before 1000 and the like stays the text that is shown. */
static void
resolve_day (const TalOdsCell *self, TalCell *cell)
{
  g_autofree char *date = g_strndup (self->value, 10);

  if (tal_day_parse (date, &cell->day, NULL))
    cell->kind = TAL_CELL_DAY;
  if (*cell->text == '\0')
    cell->text = self->value;
}

static gboolean
is_number (const char *type)
{
  return strcmp (type, "float") == 0 || strcmp (type, "percentage") == 0 ||
         strcmp (type, "currency") == 0;
}

gboolean
tal_ods_cell_resolve (const TalOdsCell *self, const char *text, TalCell *ret_cell, GError **error)
{
  TalCell cell = { .kind = TAL_CELL_TEXT,
                   .text = text,
                   .number = TAL_DECIMAL_NONE,
                   .decimals = TAL_CELL_DECIMALS_UNKNOWN };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ret_cell != NULL, FALSE);

  if (self->is_error)
    cell.kind = TAL_CELL_ERROR;
  else if (self->value != NULL && is_number (self->type))
    {
      if (!resolve_number (self, &cell, error))
        return FALSE;
    }
  else if (self->value != NULL && strcmp (self->type, "date") == 0)
    resolve_day (self, &cell);
  else if (self->value != NULL && strcmp (self->type, "boolean") == 0)
    {
      cell.kind = TAL_CELL_BOOLEAN;
      cell.is_true = strcmp (self->value, "true") == 0;
    }
  else if (*text == '\0' && self->formula != NULL && self->type == NULL)
    {
      cell.kind = TAL_CELL_ERROR;
      cell.text = self->formula;
    }
  else if (*text == '\0' && self->value != NULL)
    cell.text = self->value;

  *ret_cell = cell;
  return TRUE;
}
