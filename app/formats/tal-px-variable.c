/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-px-variable.h"

#include "base/tal-error.h"
#include "formats/tal-cube-period.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_TIMES (100 * 1000)

struct _TalPxVariable
{
  char                *name;
  GPtrArray           *values;
  GPtrArray           *codes;
  GPtrArray           *times;
  char                 scale; /* of the times, or 0 */
  TalCubeDimensionKind kind;
  gboolean             is_key;
  gboolean             has_keys_as_codes;
  GHashTable          *by_value; /* text to index; once it is built */
  GHashTable          *by_code;
};

TalPxVariable *
tal_px_variable_new (const char *name)
{
  TalPxVariable *self = g_new0 (TalPxVariable, 1);

  self->name = g_strdup (name);
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->times = g_ptr_array_new_with_free_func (g_free);
  self->by_value = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
tal_px_variable_free (TalPxVariable *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_value);
  g_hash_table_unref (self->by_code);
  g_free (self->name);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->times);
  g_free (self);
}

const char *
tal_px_variable_get_name (const TalPxVariable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

static void
take_texts (GPtrArray *texts, const TalPxStatement *statement)
{
  for (guint i = 0; i < statement->tokens->len; i++)
    g_ptr_array_add (texts, g_strdup (tal_px_statement_get_token (statement, i)->text));
}

/* "1994"-"1996": those behind the last time, up to the end. */
static void
take_times_to (TalPxVariable *self, const char *end)
{
  while (self->times->len > 0 && self->times->len < MOST_TIMES)
    {
      const char *last = g_ptr_array_index (self->times, self->times->len - 1);
      char *next = strcmp (last, end) < 0 ? tal_cube_period_dup_next (last, self->scale) : NULL;

      if (next == NULL)
        return;
      g_ptr_array_add (self->times, next);
    }
}

/* TLIST(Q1),"20061","20062" or TLIST(Q1,"20061"-"20064"). */
static void
take_times (TalPxVariable *self, const TalPxStatement *statement)
{
  self->kind = TAL_CUBE_DIMENSION_TIME;
  for (guint i = 0; i < statement->tokens->len; i++)
    {
      const TalPxToken *token = tal_px_statement_get_token (statement, i);

      if (!token->is_quoted)
        self->scale = token->before == '(' ? token->text[0] : self->scale;
      else if (token->before == '-')
        take_times_to (self, token->text);
      else
        g_ptr_array_add (self->times, g_strdup (token->text));
    }
}

static void
take_kind (TalPxVariable *self, const TalPxStatement *statement)
{
  g_autofree char *kind = tal_px_statement_dup_text (statement);

  if (g_ascii_strcasecmp (kind, "Time") == 0 || g_ascii_strcasecmp (kind, "T") == 0)
    self->kind = TAL_CUBE_DIMENSION_TIME;
  else if (g_ascii_strncasecmp (kind, "Geo", 3) == 0 || g_ascii_strcasecmp (kind, "G") == 0)
    self->kind = TAL_CUBE_DIMENSION_AREA;
}

gboolean
tal_px_variable_take (TalPxVariable *self, const TalPxStatement *statement)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (statement != NULL, FALSE);

  if (strcmp (statement->keyword, "VALUES") == 0)
    take_texts (self->values, statement);
  else if (strcmp (statement->keyword, "CODES") == 0)
    take_texts (self->codes, statement);
  else if (strcmp (statement->keyword, "TIMEVAL") == 0)
    take_times (self, statement);
  else if (strcmp (statement->keyword, "VARIABLE-TYPE") == 0)
    take_kind (self, statement);
  else if (strcmp (statement->keyword, "MAP") == 0)
    self->kind = TAL_CUBE_DIMENSION_AREA;
  else if (strcmp (statement->keyword, "KEYS") == 0)
    {
      text = tal_px_statement_dup_text (statement);
      self->is_key = TRUE;
      self->has_keys_as_codes = g_ascii_strcasecmp (text, "CODES") == 0;
    }
  else
    return FALSE;

  return TRUE;
}

static gboolean
begins_with_one_of (const char *name, const char *const *words)
{
  g_autofree char *folded = g_utf8_strdown (name, -1);

  for (; *words != NULL; words++)
    {
      if (g_str_has_prefix (folded, *words))
        return TRUE;
    }

  return FALSE;
}

static void
guess_kind (TalPxVariable *self)
{
  static const char *const times[] = {
    "tid",   "time",   "år",     "year", "kvartal", "quarter", "måned", "månad",
    "month", "period", "halvår", "uge",  "week",    "vecka",   "vuosi", NULL,
  };
  static const char *const areas[] = {
    "område", "kommun", "region",    "area", "amt",   "land", "län",
    "fylke",  "alue",   "municipal", "geo",  "bopæl", NULL,
  };

  if (self->kind != TAL_CUBE_DIMENSION_OTHER)
    return;
  if (begins_with_one_of (self->name, areas))
    self->kind = TAL_CUBE_DIMENSION_AREA;
  if (!begins_with_one_of (self->name, times))
    return;

  for (guint i = 0; i < self->values->len; i++)
    {
      g_autofree char *period = tal_cube_period_dup (g_ptr_array_index (self->values, i));

      if (period == NULL)
        return;
    }
  self->kind = TAL_CUBE_DIMENSION_TIME;
}

static char *
dup_period (const TalPxVariable *self, guint value)
{
  char *period = NULL;

  if (self->kind != TAL_CUBE_DIMENSION_TIME)
    return NULL;
  if (self->times->len == self->values->len)
    period = tal_cube_period_dup_scaled (g_ptr_array_index (self->times, value), self->scale);
  if (period == NULL)
    period = tal_cube_period_dup (g_ptr_array_index (self->values, value));
  if (period == NULL && self->codes->len > 0)
    period = tal_cube_period_dup (g_ptr_array_index (self->codes, value));

  return period;
}

static gboolean
check_values (TalPxVariable *self, GError **error)
{
  g_autofree char *shown = tal_error_dup_quotable (self->name);

  if (self->values->len == 0)
    g_ptr_array_extend (self->values, self->codes->len > 0 ? self->codes : self->times,
                        (GCopyFunc)(void (*) (void))g_strdup, NULL);
  if (self->values->len == 0)
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                   _("The file says no values of “%s”. Get it again."), shown);
      return FALSE;
    }
  if (self->codes->len > 0 && self->codes->len != self->values->len)
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                   _("“%s” has %u values but %u codes. Get the file again."), shown,
                      self->values->len, self->codes->len);
      return FALSE;
    }

  return TRUE;
}

/* The first of a text. */
static void
index_text (GHashTable *index, const char *text, guint value)
{
  if (!g_hash_table_contains (index, text))
    g_hash_table_insert (index, (gpointer)text, GUINT_TO_POINTER (value));
}

gboolean
tal_px_variable_build (TalPxVariable *self, TalCubeBuilder *builder, GError **error)
{
  guint dimension = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (builder != NULL, FALSE);

  if (!check_values (self, error))
    return FALSE;

  guess_kind (self);
  if (!tal_cube_builder_add_dimension (builder, self->name, NULL, self->kind, &dimension, error))
    return FALSE;

  for (guint i = 0; i < self->values->len; i++)
    {
      const char      *value = g_ptr_array_index (self->values, i);
      const char      *code = self->codes->len > 0 ? g_ptr_array_index (self->codes, i) : value;
      g_autofree char *period = dup_period (self, i);

      index_text (self->by_value, value, i);
      index_text (self->by_code, code, i);
      if (!tal_cube_builder_add_value (builder, dimension, code, value, period, error))
        return FALSE;
    }

  return TRUE;
}

guint
tal_px_variable_get_n_values (const TalPxVariable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->values->len;
}

static gboolean
look_up (GHashTable *index, const char *text, guint *ret_value)
{
  gpointer value = NULL;

  if (!g_hash_table_lookup_extended (index, text, NULL, &value))
    return FALSE;

  *ret_value = GPOINTER_TO_UINT (value);
  return TRUE;
}

gboolean
tal_px_variable_find (const TalPxVariable *self, const char *text, guint *ret_value)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  return look_up (self->by_value, text, ret_value) || look_up (self->by_code, text, ret_value);
}

gboolean
tal_px_variable_is_key (const TalPxVariable *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_key;
}

gboolean
tal_px_variable_find_key (const TalPxVariable *self, const char *text, guint *ret_value)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  return look_up (self->has_keys_as_codes ? self->by_code : self->by_value, text, ret_value);
}
