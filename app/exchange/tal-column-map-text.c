/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-column-map-text.h"

#include "base/tal-danish-collation.h"
#include "base/tal-error.h"
#include "exchange/tal-period-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GROUP "Map"
#define MOST_HEADINGS 8
#define MOST_ROW 4194304

static const char *const styles[] = {
  [TAL_NUMBER_STYLE_NONE] = NULL,       [TAL_NUMBER_STYLE_PLAIN] = NULL,
  [TAL_NUMBER_STYLE_DANISH] = "danish", [TAL_NUMBER_STYLE_ENGLISH] = "english",
  [TAL_NUMBER_STYLE_AMBIGUOUS] = NULL,  [TAL_NUMBER_STYLE_MIXED] = NULL,
};

static const char *const answers[] = {
  [TAL_ANSWER_OPEN] = "",
  [TAL_ANSWER_USE] = "use",
  [TAL_ANSWER_NEW] = "new",
  [TAL_ANSWER_LEAVE_OUT] = "leave-out",
};

static void
set_text (GKeyFile *file, const char *group, const char *key, const char *text)
{
  if (text != NULL)
    g_key_file_set_string (file, group, key, text);
}

static void
write_headings (const TalColumnMap *self, GKeyFile *file)
{
  GString *roles = g_string_new (NULL);

  for (guint i = 0; i < self->headings->len; i++)
    g_string_append_printf (roles, "%s%s", i > 0 ? " " : "",
                            tal_role_get_name (g_array_index (self->headings, TalRole, i)));
  g_key_file_set_string (file, GROUP, "headings", roles->str);
  g_string_free (roles, TRUE);
}

static void
write_columns (const TalColumnMap *self, GKeyFile *file)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TalMapColumn *column = g_ptr_array_index (self->columns, i);
      g_autofree char    *group = g_strdup_printf ("Column %u", column->index + 1);

      g_key_file_set_string (file, group, "heading", column->heading);
      g_key_file_set_string (file, group, "role", tal_role_get_name (column->role));
      set_text (file, group, "numbers", styles[column->numbers]);
    }
}

static void
write_answers (const TalColumnMap *self, GKeyFile *file)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      const TalAnswer *answer = g_ptr_array_index (self->answers, i);
      g_autofree char *group = g_strdup_printf ("Label %u", i + 1);
      char             id[TAL_ID_STRING_LENGTH + 1] = "";

      g_key_file_set_string (file, group, "label", answer->label);
      g_key_file_set_string (file, group, "role", tal_role_get_name (answer->role));
      g_key_file_set_string (file, group, "choice", answers[answer->kind]);
      if (!tal_id_is_none (answer->id))
        {
          tal_id_format (answer->id, id);
          g_key_file_set_string (file, group, "id", id);
        }
      set_text (file, group, "name", answer->name);
      if (answer->has_unit)
        g_key_file_set_string (file, group, "unit", tal_measure_unit_get_name (answer->unit));
      if (answer->alias)
        g_key_file_set_boolean (file, group, "alias", TRUE);
    }
}

static void
write_signs (const TalColumnMap *self, GKeyFile *file)
{
  for (guint i = 0; i < self->signs->len; i++)
    {
      const TalMapSign *sign = g_ptr_array_index (self->signs, i);
      g_autofree char  *group = g_strdup_printf ("Sign %u", i + 1);

      g_key_file_set_string (file, group, "sign", sign->sign);
      g_key_file_set_string (file, group, "means",
                             sign->is_zero ? "zero" : tal_missing_get_name (sign->missing));
    }
}

char *
tal_column_map_to_text (const TalColumnMap *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  char                 id[TAL_ID_STRING_LENGTH + 1] = "";

  g_return_val_if_fail (self != NULL, NULL);

  tal_id_format (self->id, id);
  g_key_file_set_string (file, GROUP, "id", id);
  set_text (file, GROUP, "name", self->name);
  set_text (file, GROUP, "sheet", self->sheet);
  set_text (file, GROUP, "period", self->period);
  set_text (file, GROUP, "unit", self->unit);
  set_text (file, GROUP, "days", tal_map_days_get_name (self->days));
  if (self->has_rows)
    {
      g_key_file_set_integer (file, GROUP, "first-row", (int)self->first_row + 1);
      g_key_file_set_integer (file, GROUP, "last-row", (int)self->end_row);
    }
  g_key_file_set_boolean (file, GROUP, "repeats", self->repeats);
  write_headings (self, file);
  write_columns (self, file);
  write_answers (self, file);
  write_signs (self, file);
  return g_key_file_to_data (file, NULL, NULL);
}

static gboolean
refuse (const char *group, const char *key, GError **error)
{
  g_autofree char *quoted = tal_error_dup_quotable (group);

  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
               _ ("The map of the columns has no usable “%s” in [%s]."), key, quoted);
  return FALSE;
}

static char *
dup_text (GKeyFile *file, const char *group, const char *key)
{
  char *text = g_key_file_get_string (file, group, key, NULL);

  if (text != NULL && *g_strstrip (text) == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* None where it is not there. */
static gboolean
read_id (GKeyFile *file, const char *group, TalId *ret_id, GError **error)
{
  g_autofree char *text = dup_text (file, group, "id");

  return text == NULL || tal_id_parse (text, ret_id, NULL) || refuse (group, "id", error);
}

static gboolean
read_role (GKeyFile *file, const char *group, TalRole *ret_role, GError **error)
{
  g_autofree char *text = dup_text (file, group, "role");

  return (text != NULL && tal_role_from_name (text, ret_role)) || refuse (group, "role", error);
}

/* 'n_words' words, of which some may be NULL; -1 where it is none of them. */
static int
find_word (const char *const *words, guint n_words, const char *word)
{
  for (guint i = 0; word != NULL && i < n_words; i++)
    {
      if (g_strcmp0 (words[i], word) == 0)
        return (int)i;
    }

  return -1;
}

static gboolean
read_column (TalColumnMap *self, GKeyFile *file, const char *group, GError **error)
{
  g_autofree char *heading = g_key_file_get_string (file, group, "heading", NULL);
  g_autofree char *numbers = dup_text (file, group, "numbers");
  guint64          number = 0;
  TalRole          role = TAL_ROLE_LEFT_OUT;
  TalMapColumn    *column = NULL;
  int              style = find_word (styles, G_N_ELEMENTS (styles), numbers);

  if (!g_ascii_string_to_unsigned (group + strlen ("Column "), 10, 1, TAL_SHEET_MOST_COLUMNS,
                                   &number, NULL))
    return refuse (group, "heading", error);
  if (!read_role (file, group, &role, error))
    return FALSE;
  if (numbers != NULL && style < 0)
    return refuse (group, "numbers", error);

  column =
      tal_column_map_add_column (self, heading != NULL ? g_steal_pointer (&heading) : g_strdup (""),
                                 role);
  column->index = (guint)number - 1;
  column->numbers = style >= 0 ? (TalNumberStyle)style : TAL_NUMBER_STYLE_NONE;
  return TRUE;
}

/* By its fixed word, as files have it. */
static gboolean
read_unit (const char *word, TalMeasureUnit *ret_unit)
{
  for (guint i = 0; i <= TAL_MEASURE_UNIT_MILLION_DKK; i++)
    {
      if (g_str_equal (tal_measure_unit_get_name ((TalMeasureUnit)i), word))
        {
          *ret_unit = (TalMeasureUnit)i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_answer (TalColumnMap *self, GKeyFile *file, const char *group, GError **error)
{
  g_autofree char *label = g_key_file_get_string (file, group, "label", NULL);
  g_autofree char *choice = dup_text (file, group, "choice");
  g_autofree char *unit = dup_text (file, group, "unit");
  TalRole          role = TAL_ROLE_SERIES;
  TalAnswer       *answer = NULL;
  int              kind = find_word (answers, G_N_ELEMENTS (answers), choice != NULL ? choice : "");

  if (label == NULL)
    return refuse (group, "label", error);
  if (kind < 0)
    return refuse (group, "choice", error);
  if (!read_role (file, group, &role, error))
    return FALSE;

  answer = tal_column_map_answer (self, role, label);
  answer->kind = (TalAnswerKind)kind;
  g_free (answer->name);
  answer->name = dup_text (file, group, "name");
  answer->alias = g_key_file_get_boolean (file, group, "alias", NULL);
  answer->has_unit = unit != NULL;
  if (unit != NULL && !read_unit (unit, &answer->unit))
    return refuse (group, "unit", error);
  if (!read_id (file, group, &answer->id, error))
    return FALSE;

  /* The one of that name is looked up by whoever knows the collection. */
  return answer->kind != TAL_ANSWER_USE || !tal_id_is_none (answer->id) || answer->name != NULL ||
         refuse (group, "name", error);
}

static gboolean
read_sign (TalColumnMap *self, GKeyFile *file, const char *group, GError **error)
{
  g_autofree char *sign = dup_text (file, group, "sign");
  g_autofree char *means = dup_text (file, group, "means");

  if (sign == NULL)
    return refuse (group, "sign", error);
  if (g_strcmp0 (means, "zero") == 0)
    {
      tal_column_map_set_sign (self, sign, TRUE, TAL_MISSING_NOT);
      return TRUE;
    }
  for (guint i = TAL_MISSING_NOT_AVAILABLE; i <= TAL_MISSING_NOT_YET_REPORTED; i++)
    {
      if (g_strcmp0 (means, tal_missing_get_name ((TalMissing)i)) == 0)
        {
          tal_column_map_set_sign (self, sign, FALSE, (TalMissing)i);
          return TRUE;
        }
    }

  return refuse (group, "means", error);
}

static gboolean
read_headings (TalColumnMap *self, GKeyFile *file, GError **error)
{
  g_autofree char *text = dup_text (file, GROUP, "headings");
  g_auto (GStrv)   words = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      TalRole role = TAL_ROLE_LEFT_OUT;

      if (!tal_role_from_name (words[i], &role) || i == MOST_HEADINGS)
        return refuse (GROUP, "headings", error);
      g_array_append_val (self->headings, role);
    }

  self->n_headings = self->headings->len;
  return TRUE;
}

static gboolean
read_rows (TalColumnMap *self, GKeyFile *file, GError **error)
{
  int first = g_key_file_get_integer (file, GROUP, "first-row", NULL);
  int last = g_key_file_get_integer (file, GROUP, "last-row", NULL);

  if (first == 0 && last == 0)
    return TRUE;
  if (first <= (int)self->n_headings || last < first || last > MOST_ROW)
    return refuse (GROUP, "first-row", error);

  self->first_row = (guint)first - 1;
  self->end_row = (guint)last;
  self->has_rows = TRUE;
  return TRUE;
}

static gboolean
read_group (TalColumnMap *self, GKeyFile *file, const char *group, GError **error)
{
  if (g_str_has_prefix (group, "Column "))
    return read_column (self, file, group, error);
  if (g_str_has_prefix (group, "Label "))
    return read_answer (self, file, group, error);
  if (g_str_has_prefix (group, "Sign "))
    return read_sign (self, file, group, error);

  return g_str_equal (group, GROUP) || refuse (group, "id", error);
}

TalColumnMap *
tal_column_map_parse (const char *text, GError **error)
{
  g_autoptr (GKeyFile)     file = g_key_file_new ();
  g_autoptr (TalColumnMap) self = tal_column_map_new (TAL_ID_NONE);
  g_auto (GStrv)           groups = NULL;
  g_autofree char         *days = NULL;
  TalPeriod                period;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_key_file_load_from_data (file, text, (gsize)-1, G_KEY_FILE_NONE, NULL))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                           _ ("The map of the columns is not groups of keys and values."));
      return NULL;
    }

  self->name = dup_text (file, GROUP, "name");
  self->sheet = dup_text (file, GROUP, "sheet");
  self->period = dup_text (file, GROUP, "period");
  self->unit = dup_text (file, GROUP, "unit");
  days = dup_text (file, GROUP, "days");
  self->repeats = g_key_file_get_boolean (file, GROUP, "repeats", NULL);
  if (days != NULL && !tal_map_days_from_name (days, &self->days))
    {
      refuse (GROUP, "days", error);
      return NULL;
    }
  if (self->period != NULL && !tal_period_text_parse (self->period, &period))
    {
      refuse (GROUP, "period", error);
      return NULL;
    }
  if (!read_id (file, GROUP, &self->id, error) || !read_headings (self, file, error) ||
      !read_rows (self, file, error))
    return NULL;

  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (!read_group (self, file, groups[i], error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

char *
tal_column_map_dup_name (const char *path)
{
  g_autofree char *base = NULL;
  g_autofree char *folded = NULL;
  GString         *name = g_string_new (NULL);

  g_return_val_if_fail (path != NULL, NULL);

  base = g_filename_display_basename (path);
  folded = tal_danish_collation_dup_folded (base);
  for (const char *at = folded; *at != '\0'; at++)
    {
      if (!g_ascii_isdigit (*at) && strchr ("-_()", *at) == NULL)
        g_string_append_c (name, *at);
    }
  return g_string_free (name, FALSE);
}
