/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What should not stand in any text: something that looks like a person's CPR number. */

#include "config.h"

#include "core/tal-plausibility-private.h"
#include "core/tal-title.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TalRule rule_cpr = { "cpr", N_ ("No text holds a CPR number."), .strict = TRUE };

static const TalKind kinds[] = { TAL_KIND_UNIT,       TAL_KIND_MEMBER,        TAL_KIND_PLAN,
                                 TAL_KIND_INITIATIVE, TAL_KIND_SERIES,        TAL_KIND_GOAL,
                                 TAL_KIND_ASSESSMENT, TAL_KIND_APPROPRIATION, TAL_KIND_CLOSING };

static int
read_two (const char *digits)
{
  return (digits[0] - '0') * 10 + digits[1] - '0';
}

/* The day of birth that the first six digits give, whatever the century. */
static gboolean
is_birthday (const char *digits)
{
  int day = read_two (digits);
  int month = read_two (digits + 2);

  return day >= 1 && day <= 31 && month >= 1 && month <= 12 &&
         g_date_valid_dmy ((GDateDay)day, (GDateMonth)month,
                           (GDateYear)(2000 + read_two (digits + 4)));
}

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* Six digits that are a day, perhaps a hyphen or a space, and four more: DDMMYY-NNNN. */
static gboolean
is_cpr (const char *text, gsize *ret_length)
{
  gsize n_digits = count_digits (text);

  *ret_length = n_digits;
  if (n_digits == 10)
    return is_birthday (text);
  if (n_digits != 6 || (text[6] != '-' && text[6] != ' '))
    return FALSE;

  n_digits = count_digits (text + 7);
  *ret_length = 6;
  return n_digits == 4 && is_birthday (text);
}

static gboolean
has_cpr (const char *text)
{
  while (*text != '\0')
    {
      gsize length = 0;

      text += strcspn (text, "0123456789");
      if (*text != '\0' && is_cpr (text, &length))
        return TRUE;
      text += length;
    }

  return FALSE;
}

void
tal_plausibility_check_text (TalPlausibility *self,
                             const TalRecord *record,
                             TalPeriod        period,
                             const char      *text)
{
  g_autofree char *place = NULL;

  if (text == NULL || !has_cpr (text))
    return;

  /* The number itself is not repeated: findings are printed and sent on. */
  place = tal_title_for_record (self->catalogue, record);
  tal_plausibility_report (self, &rule_cpr, TAL_SEVERITY_ERROR, record, period, NULL, NULL,
                           g_strdup_printf (_ ("%s: a text holds what looks like a CPR number, "
                                               "which does not belong in a collection."),
                                               place));
}

static void
check_structure (TalPlausibility    *self,
                 const TalRecord    *record,
                 const TalStructure *structure,
                 gconstpointer       from)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField *field = &structure->fields[i];
      gconstpointer   place = TAL_FIELD_AT_CONST (field, from);
      const GArray   *list = NULL;

      if (field->type == TAL_FIELD_TEXT || field->type == TAL_FIELD_PROSE)
        tal_plausibility_check_text (self, record, TAL_PERIOD_UNSET, *(char *const *)place);
      if (field->type == TAL_FIELD_LIST)
        list = *(GArray *const *)place;
      for (guint j = 0; list != NULL && j < list->len; j++)
        check_structure (self, record, field->item, list->data + j * field->item->size);
    }
}

void
tal_plausibility_check_texts (TalPlausibility *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint                   length = 0;
      const TalRecord *const *records =
          tal_catalogue_get_records (self->catalogue, kinds[i], &length);

      for (guint j = 0; j < length; j++)
        check_structure (self, records[j], tal_kind_get_structure (kinds[i]), records[j]);
    }
}
