/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-field.h"

#include "base/tal-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
set_default (const TalField *self, gpointer structure)
{
  gpointer place = TAL_FIELD_AT (self, structure);

  switch (self->type)
    {
    case TAL_FIELD_TEXT:
    case TAL_FIELD_PROSE:
      *(char **)place = NULL;
      break;
    case TAL_FIELD_REFERENCE:
      *(TalId *)place = TAL_ID_NONE;
      break;
    case TAL_FIELD_INTEGER:
    case TAL_FIELD_BOOLEAN:
      *(int *)place = 0;
      break;
    case TAL_FIELD_WORD:
      *(guint *)place = 0;
      break;
    case TAL_FIELD_DECIMAL:
      *(TalDecimal *)place = TAL_DECIMAL_NONE;
      break;
    case TAL_FIELD_DAY:
      *(TalDay *)place = TAL_DAY_NONE;
      break;
    case TAL_FIELD_PERIOD:
      *(TalPeriod *)place = TAL_PERIOD_UNSET;
      break;
    case TAL_FIELD_LIST:
      *(GArray **)place = NULL;
      break;
    }
}

static void
free_list (const TalField *self, GArray *list)
{
  if (list == NULL)
    return;

  for (guint i = 0; i < list->len; i++)
    tal_structure_clear (self->item, list->data + i * self->item->size);
  g_array_unref (list);
}

static GArray *
copy_list (const TalField *self, const GArray *from)
{
  GArray *list = NULL;

  if (from == NULL || from->len == 0)
    return NULL;

  list = g_array_sized_new (FALSE, TRUE, (guint)self->item->size, from->len);
  g_array_set_size (list, from->len);
  for (guint i = 0; i < from->len; i++)
    tal_structure_copy (self->item, list->data + i * self->item->size,
                        from->data + i * self->item->size);
  return list;
}

static void
copy_field (const TalField *self, gpointer to, gconstpointer from)
{
  gpointer      target = TAL_FIELD_AT (self, to);
  gconstpointer source = TAL_FIELD_AT_CONST (self, from);

  switch (self->type)
    {
    case TAL_FIELD_TEXT:
    case TAL_FIELD_PROSE:
      *(char **)target = g_strdup (*(char *const *)source);
      break;
    case TAL_FIELD_REFERENCE:
      *(TalId *)target = *(const TalId *)source;
      break;
    case TAL_FIELD_INTEGER:
    case TAL_FIELD_BOOLEAN:
      *(int *)target = *(const int *)source;
      break;
    case TAL_FIELD_WORD:
      *(guint *)target = *(const guint *)source;
      break;
    case TAL_FIELD_DECIMAL:
      *(TalDecimal *)target = *(const TalDecimal *)source;
      break;
    case TAL_FIELD_DAY:
      *(TalDay *)target = *(const TalDay *)source;
      break;
    case TAL_FIELD_PERIOD:
      *(TalPeriod *)target = *(const TalPeriod *)source;
      break;
    case TAL_FIELD_LIST:
      *(GArray **)target = copy_list (self, *(GArray *const *)source);
      break;
    }
}

/* What is longer could be kept here, and not be sent to anybody. */
static gboolean
check_length (const TalField *self, const char *text, GError **error)
{
  glong limit = self->type == TAL_FIELD_PROSE ? TAL_FIELD_PROSE_LENGTH : TAL_FIELD_LINE_LENGTH;

  if (g_utf8_strlen (text, -1) <= limit)
    return TRUE;

  g_set_error (error, TAL_ERROR, TAL_ERROR_OUT_OF_RANGE,
               _ ("The text is longer than %ld characters."), limit);
  return FALSE;
}

static gboolean
lists_are_equal (const TalField *self, const GArray *a, const GArray *b)
{
  guint length_a = a != NULL ? a->len : 0;
  guint length_b = b != NULL ? b->len : 0;

  if (length_a != length_b)
    return FALSE;

  for (guint i = 0; i < length_a; i++)
    {
      if (!tal_structure_is_equal (self->item, a->data + i * self->item->size,
                                   b->data + i * self->item->size))
        return FALSE;
    }

  return TRUE;
}

/* "" and no text at all are the same to a reader. */
static gboolean
texts_are_equal (const char *a, const char *b)
{
  return g_str_equal (a != NULL ? a : "", b != NULL ? b : "");
}

static gboolean
read_integer (const char *text, int *ret_value, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char   *quotable = NULL;
  guint64            value = 0;

  g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &value, &cause);
  if (g_error_matches (cause, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS))
    {
      quotable = tal_error_dup_quotable (text);
      g_set_error (error, TAL_ERROR, TAL_ERROR_OUT_OF_RANGE, _ ("“%s” is too large."), quotable);
      return FALSE;
    }
  if (cause != NULL || (text[0] == '0' && text[1] != '\0'))
    {
      quotable = tal_error_dup_quotable (text);
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                   _ ("“%s” is not a whole number."), quotable);
      return FALSE;
    }

  *ret_value = (int)value;
  return TRUE;
}

static gboolean
read_boolean (const char *text, gboolean *ret_value, GError **error)
{
  g_autofree char *quotable = NULL;

  if (!g_str_equal (text, "true") && !g_str_equal (text, "false"))
    {
      quotable = tal_error_dup_quotable (text);
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                   _ ("“%s” is neither true nor false."), quotable);
      return FALSE;
    }

  *ret_value = g_str_equal (text, "true");
  return TRUE;
}

static gboolean
read_word (const TalField *self, const char *text, guint *ret_value, GError **error)
{
  g_autofree char *quotable = NULL;
  g_autofree char *choices = NULL;

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (g_str_equal (text, self->words[i]))
        {
          *ret_value = i;
          return TRUE;
        }
    }

  quotable = tal_error_dup_quotable (text);
  choices = g_strjoinv (", ", (char **)self->words);
  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
               _ ("“%s” is not one of: %s."), quotable, choices);
  return FALSE;
}

/* Control characters would be harmless nowhere: not in a file, not on a screen.  U+FFFE and
 * U+FFFF are no characters, and XML cannot hold them. */
static gboolean
check_words_of_people (const char *text, gboolean may_break, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT, _ ("The text is not UTF-8."));
      return FALSE;
    }

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      gboolean is_break = letter == '\n' || letter == '\t';

      if ((g_unichar_iscntrl (letter) && !(may_break && is_break)) || letter == 0xfffe ||
          letter == 0xffff)
        {
          g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                               _ ("The text has a control character."));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_words_of_people (const char *text, gboolean may_break, char **place, GError **error)
{
  if (!check_words_of_people (text, may_break, error))
    return FALSE;

  g_free (*place);
  *place = text[0] != '\0' ? g_strdup (text) : NULL;
  return TRUE;
}

static gboolean
is_sound_period (TalPeriod period)
{
  return !tal_period_is_set (period) ||
         (period.first >= TAL_DAY_FIRST && period.first <= period.last &&
          period.last <= TAL_DAY_LAST &&
          tal_period_new (period.first, period.last).kind == period.kind);
}

/* Whether a field that holds no text of people holds something that has a text. */
static gboolean
is_sound (const TalField *self, gconstpointer place)
{
  switch (self->type)
    {
    case TAL_FIELD_INTEGER:
      return *(const int *)place >= 0;
    case TAL_FIELD_WORD:
      return *(const guint *)place < g_strv_length ((char **)self->words);
    case TAL_FIELD_DECIMAL:
      return tal_decimal_is_none (*(const TalDecimal *)place) ||
             ((const TalDecimal *)place)->scale <= TAL_DECIMAL_MAX_SCALE;
    case TAL_FIELD_DAY:
      return *(const TalDay *)place == TAL_DAY_NONE ||
             (*(const TalDay *)place >= TAL_DAY_FIRST && *(const TalDay *)place <= TAL_DAY_LAST);
    case TAL_FIELD_PERIOD:
      return is_sound_period (*(const TalPeriod *)place);
    case TAL_FIELD_TEXT:
    case TAL_FIELD_PROSE:
    case TAL_FIELD_REFERENCE:
    case TAL_FIELD_BOOLEAN:
    case TAL_FIELD_LIST:
      return TRUE;
    }

  g_return_val_if_reached (FALSE);
}

void
tal_structure_init (const TalStructure *self, gpointer structure)
{
  for (guint i = 0; i < self->n_fields; i++)
    set_default (&self->fields[i], structure);
}

void
tal_structure_clear (const TalStructure *self, gpointer structure)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      const TalField *field = &self->fields[i];
      gpointer        place = TAL_FIELD_AT (field, structure);

      if (field->type == TAL_FIELD_TEXT || field->type == TAL_FIELD_PROSE)
        g_free (*(char **)place);
      else if (field->type == TAL_FIELD_LIST)
        free_list (field, *(GArray **)place);

      set_default (field, structure);
    }
}

void
tal_structure_copy (const TalStructure *self, gpointer to, gconstpointer from)
{
  for (guint i = 0; i < self->n_fields; i++)
    copy_field (&self->fields[i], to, from);
}

gboolean
tal_structure_is_equal (const TalStructure *self, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      if (!tal_field_is_equal (&self->fields[i], a, b))
        return FALSE;
    }

  return TRUE;
}

gboolean
tal_field_is_equal (const TalField *self, gconstpointer structure_a, gconstpointer structure_b)
{
  gconstpointer a = TAL_FIELD_AT_CONST (self, structure_a);
  gconstpointer b = TAL_FIELD_AT_CONST (self, structure_b);

  switch (self->type)
    {
    case TAL_FIELD_TEXT:
    case TAL_FIELD_PROSE:
      return texts_are_equal (*(char *const *)a, *(char *const *)b);
    case TAL_FIELD_REFERENCE:
      return tal_id_is_equal (*(const TalId *)a, *(const TalId *)b);
    case TAL_FIELD_INTEGER:
    case TAL_FIELD_BOOLEAN:
      return *(const int *)a == *(const int *)b;
    case TAL_FIELD_WORD:
      return *(const guint *)a == *(const guint *)b;
    case TAL_FIELD_DECIMAL:
      return tal_decimal_is_identical (*(const TalDecimal *)a, *(const TalDecimal *)b);
    case TAL_FIELD_DAY:
      return *(const TalDay *)a == *(const TalDay *)b;
    case TAL_FIELD_PERIOD:
      return tal_period_is_equal (*(const TalPeriod *)a, *(const TalPeriod *)b);
    case TAL_FIELD_LIST:
      return lists_are_equal (self, *(GArray *const *)a, *(GArray *const *)b);
    }

  g_return_val_if_reached (FALSE);
}

gboolean
tal_field_is_default (const TalField *self, gconstpointer structure)
{
  gconstpointer place = TAL_FIELD_AT_CONST (self, structure);

  switch (self->type)
    {
    case TAL_FIELD_TEXT:
    case TAL_FIELD_PROSE:
      return texts_are_equal (*(char *const *)place, NULL);
    case TAL_FIELD_REFERENCE:
      return tal_id_is_none (*(const TalId *)place);
    case TAL_FIELD_INTEGER:
    case TAL_FIELD_BOOLEAN:
      return *(const int *)place == 0;
    case TAL_FIELD_WORD:
      return *(const guint *)place == 0;
    case TAL_FIELD_DECIMAL:
      return tal_decimal_is_none (*(const TalDecimal *)place);
    case TAL_FIELD_DAY:
      return *(const TalDay *)place == TAL_DAY_NONE;
    case TAL_FIELD_PERIOD:
      return !tal_period_is_set (*(const TalPeriod *)place);
    case TAL_FIELD_LIST:
      return lists_are_equal (self, *(GArray *const *)place, NULL);
    }

  g_return_val_if_reached (TRUE);
}

char *
tal_field_dup_text (const TalField *self, gconstpointer structure)
{
  gconstpointer place = TAL_FIELD_AT_CONST (self, structure);
  char          id[TAL_ID_STRING_LENGTH + 1];

  g_return_val_if_fail (self->type != TAL_FIELD_LIST, NULL);

  if (tal_field_is_default (self, structure) && !(self->type == TAL_FIELD_WORD && self->required))
    return NULL;

  switch (self->type)
    {
    case TAL_FIELD_TEXT:
    case TAL_FIELD_PROSE:
      return g_strdup (*(char *const *)place);
    case TAL_FIELD_REFERENCE:
      tal_id_format (*(const TalId *)place, id);
      return g_strdup (id);
    case TAL_FIELD_INTEGER:
      return g_strdup_printf ("%d", *(const int *)place);
    case TAL_FIELD_BOOLEAN:
      return g_strdup ("true");
    case TAL_FIELD_WORD:
      return g_strdup (self->words[*(const guint *)place]);
    case TAL_FIELD_DECIMAL:
      return tal_decimal_to_string (*(const TalDecimal *)place);
    case TAL_FIELD_DAY:
      return tal_day_to_string (*(const TalDay *)place);
    case TAL_FIELD_PERIOD:
      return tal_period_to_string (*(const TalPeriod *)place);
    case TAL_FIELD_LIST:
      break;
    }

  g_return_val_if_reached (NULL);
}

gboolean
tal_field_read_text (const TalField *self, gpointer structure, const char *text, GError **error)
{
  gpointer place = TAL_FIELD_AT (self, structure);

  g_return_val_if_fail (self->type != TAL_FIELD_LIST, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  switch (self->type)
    {
    case TAL_FIELD_TEXT:
      return read_words_of_people (text, FALSE, place, error);
    case TAL_FIELD_PROSE:
      return read_words_of_people (text, TRUE, place, error);
    case TAL_FIELD_REFERENCE:
      return tal_id_parse (text, place, error);
    case TAL_FIELD_INTEGER:
      return read_integer (text, place, error);
    case TAL_FIELD_BOOLEAN:
      return read_boolean (text, place, error);
    case TAL_FIELD_WORD:
      return read_word (self, text, place, error);
    case TAL_FIELD_DECIMAL:
      return tal_decimal_parse (text, place, error);
    case TAL_FIELD_DAY:
      return tal_day_parse (text, place, error);
    case TAL_FIELD_PERIOD:
      return tal_period_parse (text, place, error);
    case TAL_FIELD_LIST:
      break;
    }

  g_return_val_if_reached (FALSE);
}

gboolean
tal_field_check (const TalField *self, gconstpointer structure, GError **error)
{
  gconstpointer place = TAL_FIELD_AT_CONST (self, structure);
  const char   *text = NULL;

  g_return_val_if_fail (self->type != TAL_FIELD_LIST, FALSE);

  if (self->type == TAL_FIELD_TEXT || self->type == TAL_FIELD_PROSE)
    {
      text = *(char *const *)place;
      return text == NULL || (check_words_of_people (text, self->type == TAL_FIELD_PROSE, error) &&
                              check_length (self, text, error));
    }
  if (is_sound (self, place))
    return TRUE;

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_OUT_OF_RANGE,
                       _ ("The value is outside of what can be kept."));
  return FALSE;
}

GArray *
tal_field_new_list (const TalField *self)
{
  g_return_val_if_fail (self->type == TAL_FIELD_LIST, NULL);

  return g_array_new (FALSE, TRUE, (guint)self->item->size);
}

gpointer
tal_field_append_item (const TalField *self, gpointer structure)
{
  GArray **list = NULL;
  gpointer item = NULL;

  g_return_val_if_fail (self->type == TAL_FIELD_LIST, NULL);

  list = TAL_FIELD_AT (self, structure);
  if (*list == NULL)
    *list = tal_field_new_list (self);

  g_array_set_size (*list, (*list)->len + 1);
  item = (*list)->data + ((*list)->len - 1) * self->item->size;
  tal_structure_init (self->item, item);
  return item;
}
