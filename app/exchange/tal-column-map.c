/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-column-map.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *title;
} roles[TAL_N_ROLES] = {
  [TAL_ROLE_LEFT_OUT] = {
      "left-out", N_ ("left out") },
      [TAL_ROLE_PERIOD] = {
          "period", N_ ("period") },
          [TAL_ROLE_VALUE] = {
              "value", N_ ("value") },
              [TAL_ROLE_SERIES] = {
                  "series", N_ ("series") },
                  [TAL_ROLE_TARGET_GROUP] = {
                      "target-group", N_ ("target group") },
                      [TAL_ROLE_AREA] = { "area", N_ ("area") },
                                          [TAL_ROLE_OFFER] = {
                                              "offer", N_ ("offer") },
                                              [TAL_ROLE_PROVIDER] = {
                                                  "provider", N_ ("provider") },
                                                  [TAL_ROLE_LABEL] = {
                                                      "label", N_ ("other label") },
                                                      [TAL_ROLE_STATE] = {
                                                          "state", N_ ("state") },
                                                          [TAL_ROLE_NOTE] = { "note", N_ ("note") },
                                                          };

static void
column_free (gpointer column)
{
  g_free (((TalMapColumn *)column)->heading);
  g_free (column);
}

static void
answer_free (gpointer answer)
{
  g_free (((TalAnswer *)answer)->label);
  g_free (((TalAnswer *)answer)->name);
  g_free (answer);
}

static void
sign_free (gpointer sign)
{
  g_free (((TalMapSign *)sign)->sign);
  g_free (sign);
}

static guint
answer_hash (gconstpointer answer)
{
  return g_str_hash (((const TalAnswer *)answer)->label) + ((const TalAnswer *)answer)->role;
}

static gboolean
answer_equal (gconstpointer a, gconstpointer b)
{
  const TalAnswer *answer_a = a;
  const TalAnswer *answer_b = b;

  return answer_a->role == answer_b->role && g_str_equal (answer_a->label, answer_b->label);
}

TalColumnMap *
tal_column_map_new (TalId id)
{
  TalColumnMap *self = g_new0 (TalColumnMap, 1);

  self->id = id;
  self->headings = g_array_new (FALSE, FALSE, sizeof (TalRole));
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->answers = g_ptr_array_new_with_free_func (answer_free);
  self->signs = g_ptr_array_new_with_free_func (sign_free);
  self->by_label = g_hash_table_new (answer_hash, answer_equal);
  return self;
}

static gpointer
copy_column (gconstpointer from, gpointer unused)
{
  TalMapColumn *column = g_memdup2 (from, sizeof *column);

  column->heading = g_strdup (column->heading);
  return column;
}

static gpointer
copy_answer (gconstpointer from, gpointer unused)
{
  TalAnswer *answer = g_memdup2 (from, sizeof *answer);

  answer->label = g_strdup (answer->label);
  answer->name = g_strdup (answer->name);
  return answer;
}

static gpointer
copy_sign (gconstpointer from, gpointer unused)
{
  TalMapSign *sign = g_memdup2 (from, sizeof *sign);

  sign->sign = g_strdup (sign->sign);
  return sign;
}

TalColumnMap *
tal_column_map_copy (const TalColumnMap *self)
{
  TalColumnMap *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = tal_column_map_new (self->id);
  copy->name = g_strdup (self->name);
  copy->sheet = g_strdup (self->sheet);
  copy->first_row = self->first_row;
  copy->end_row = self->end_row;
  copy->has_rows = self->has_rows;
  copy->n_headings = self->n_headings;
  g_array_append_vals (copy->headings, self->headings->data, self->headings->len);
  g_ptr_array_extend (copy->columns, self->columns, copy_column, NULL);
  g_ptr_array_extend (copy->answers, self->answers, copy_answer, NULL);
  for (guint i = 0; i < copy->answers->len; i++)
    g_hash_table_add (copy->by_label, g_ptr_array_index (copy->answers, i));
  g_ptr_array_extend (copy->signs, self->signs, copy_sign, NULL);
  copy->period = g_strdup (self->period);
  copy->days = self->days;
  copy->unit = g_strdup (self->unit);
  copy->repeats = self->repeats;
  return copy;
}

void
tal_column_map_free (TalColumnMap *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->sheet);
  g_free (self->period);
  g_free (self->unit);
  g_array_unref (self->headings);
  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->by_label);
  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->signs);
  g_free (self);
}

TalMapColumn *
tal_column_map_add_column (TalColumnMap *self, char *heading, TalRole role)
{
  TalMapColumn *column = NULL;

  g_return_val_if_fail (self != NULL && heading != NULL, NULL);

  column = g_new0 (TalMapColumn, 1);
  column->heading = heading;
  column->role = role;
  column->index = self->columns->len;
  g_ptr_array_add (self->columns, column);
  return column;
}

const TalMapColumn *
tal_column_map_find_role (const TalColumnMap *self, TalRole role)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const TalMapColumn *column = g_ptr_array_index (self->columns, i);

      if (column->role == role)
        return column;
    }

  return NULL;
}

const TalAnswer *
tal_column_map_find_answer (const TalColumnMap *self, TalRole role, const char *label)
{
  const TalAnswer probe = { .role = role, .label = (char *)label };

  g_return_val_if_fail (self != NULL && label != NULL, NULL);

  return g_hash_table_lookup (self->by_label, &probe);
}

TalAnswer *
tal_column_map_answer (TalColumnMap *self, TalRole role, const char *label)
{
  TalAnswer *answer = (TalAnswer *)tal_column_map_find_answer (self, role, label);

  if (answer != NULL)
    return answer;

  answer = g_new0 (TalAnswer, 1);
  answer->role = role;
  answer->label = g_strdup (label);
  g_ptr_array_add (self->answers, answer);
  g_hash_table_add (self->by_label, answer);
  return answer;
}

gboolean
tal_column_map_find_sign (const TalColumnMap *self, const char *sign, TalMapSign *ret_sign)
{
  g_return_val_if_fail (self != NULL && sign != NULL && ret_sign != NULL, FALSE);

  for (guint i = 0; i < self->signs->len; i++)
    {
      const TalMapSign *each = g_ptr_array_index (self->signs, i);

      if (g_str_equal (each->sign, sign))
        {
          *ret_sign = *each;
          return TRUE;
        }
    }

  return FALSE;
}

void
tal_column_map_set_sign (TalColumnMap *self, const char *sign, gboolean is_zero, TalMissing missing)
{
  TalMapSign *added = NULL;

  g_return_if_fail (self != NULL && sign != NULL);

  for (guint i = 0; i < self->signs->len; i++)
    {
      TalMapSign *each = g_ptr_array_index (self->signs, i);

      if (g_str_equal (each->sign, sign))
        {
          each->is_zero = is_zero;
          each->missing = missing;
          return;
        }
    }

  added = g_new0 (TalMapSign, 1);
  added->sign = g_strdup (sign);
  added->is_zero = is_zero;
  added->missing = missing;
  g_ptr_array_add (self->signs, added);
}

const char *
tal_role_get_name (TalRole role)
{
  g_return_val_if_fail (role < TAL_N_ROLES, NULL);

  return roles[role].name;
}

gboolean
tal_role_from_name (const char *name, TalRole *ret_role)
{
  g_return_val_if_fail (name != NULL && ret_role != NULL, FALSE);

  for (guint i = 0; i < TAL_N_ROLES; i++)
    {
      if (g_str_equal (roles[i].name, name))
        {
          *ret_role = (TalRole)i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
tal_role_get_title (TalRole role)
{
  g_return_val_if_fail (role < TAL_N_ROLES, NULL);

  return _ (roles[role].title);
}

gboolean
tal_role_is_label (TalRole role)
{
  return role == TAL_ROLE_SERIES || role == TAL_ROLE_LABEL || tal_role_is_dimension (role);
}

gboolean
tal_role_is_dimension (TalRole role)
{
  return role == TAL_ROLE_TARGET_GROUP || role == TAL_ROLE_AREA || role == TAL_ROLE_OFFER ||
         role == TAL_ROLE_PROVIDER;
}

static const struct
{
  TalPeriodKind kind;
  const char   *name;
} day_words[] = {
  { TAL_PERIOD_DAY, "day" },
  { TAL_PERIOD_MONTH, "month" },
  { TAL_PERIOD_QUARTER, "quarter" },
  { TAL_PERIOD_YEAR, "year" },
};

const char *
tal_map_days_get_name (TalPeriodKind days)
{
  for (gsize i = 0; i < G_N_ELEMENTS (day_words); i++)
    {
      if (day_words[i].kind == days)
        return day_words[i].name;
    }

  return NULL;
}

gboolean
tal_map_days_from_name (const char *name, TalPeriodKind *ret_days)
{
  g_return_val_if_fail (name != NULL && ret_days != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (day_words); i++)
    {
      if (g_str_equal (day_words[i].name, name))
        {
          *ret_days = day_words[i].kind;
          return TRUE;
        }
    }

  return FALSE;
}
