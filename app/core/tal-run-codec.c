/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-run-codec.h"

#include "base/tal-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of the text of a figure. */
#define TYPICAL_LENGTH 40

static void
encode_number (gint64 number, GString *out)
{
  char    digits[20];
  guint   n_digits = 0;
  guint64 rest = number < 0 ? -(guint64)number : (guint64)number;

  do
    digits[n_digits++] = (char)('0' + rest % 10);
  while ((rest /= 10) > 0);

  if (number < 0)
    g_string_append_c (out, '-');
  while (n_digits > 0)
    g_string_append_c (out, digits[--n_digits]);
}

/* Zero is what isn't there. */
static void
encode_column (gint64 number, GString *out)
{
  g_string_append_c (out, '\t');
  if (number != 0)
    encode_number (number, out);
}

static void
encode_text (const char *text, GString *out)
{
  g_string_append_c (out, '\t');
  if (text == NULL)
    return;

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\t' || *p == '\n' || *p == '\\')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, *p == '\t' ? 't' : *p == '\n' ? 'n' : '\\');
        }
      else
        {
          g_string_append_c (out, *p);
        }
    }
}

static void
encode_time (TalTime time, const TalRecord *before, GString *out)
{
  g_string_append_c (out, '\t');
  if (before != NULL && before->changed_at == time)
    g_string_append_c (out, '=');
  else if (time != TAL_TIME_NONE)
    encode_number (time, out);
}

static void
encode_author (const char *author, const TalRecord *before, GString *out)
{
  if (before != NULL && g_strcmp0 (before->changed_by, author) == 0)
    g_string_append (out, "\t=");
  else
    encode_text (author, out);
}

static void
encode_versions (const TalVersions *versions, GString *out)
{
  g_autofree char *text = versions != NULL ? tal_versions_to_string (versions) : NULL;

  encode_text (text, out);
}

static void
encode_figure (const TalObservation *figure, const TalRecord *before, GString *out)
{
  gboolean has_value = !tal_decimal_is_none (figure->value);

  encode_number (figure->period.last, out);
  g_string_append_c (out, '\t');
  encode_number (figure->period.first, out);
  g_string_append_c (out, '\t');
  if (has_value)
    encode_number (figure->value.coefficient, out);
  encode_column (has_value ? figure->value.scale : 0, out);
  encode_column (figure->missing, out);
  encode_column (figure->state, out);
  encode_column (figure->approximation, out);
  encode_column (figure->as_of, out);
  encode_column (figure->final_expected, out);
  encode_column (figure->kept, out);
  encode_text (figure->note, out);
  encode_time (figure->record.changed_at, before, out);
  encode_author (figure->record.changed_by, before, out);
  encode_versions (figure->record.versions, out);
  g_string_append_c (out, '\n');
}

char *
tal_run_encode (const TalRun *run)
{
  GString         *out = NULL;
  const TalRecord *before = NULL;

  g_return_val_if_fail (run != NULL, NULL);

  out = g_string_sized_new (tal_run_get_length (run) * TYPICAL_LENGTH + 1);
  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      const TalObservation *figure = tal_run_get_observation (run, i);

      encode_figure (figure, before, out);
      before = &figure->record;
    }
  return g_string_free (out, FALSE);
}

/* Where in the text the next column begins; NULL once something was wrong. */
typedef struct
{
  const char *next;
  gboolean    is_first; /* of the line */
} Cursor;

/* The column's text ends with a tab, or with the line. */
static const char *
start_column (Cursor *self, gsize *ret_length)
{
  const char *start = self->next;

  if (start == NULL || (!self->is_first && *start != '\t'))
    {
      self->next = NULL;
      *ret_length = 0;
      return NULL;
    }

  start += self->is_first ? 0 : 1;
  self->is_first = FALSE;
  *ret_length = strcspn (start, "\t\n");
  self->next = start + *ret_length;
  return start;
}

/* 'fallback' where it is empty. */
static gint64
decode_number (Cursor *self, gint64 least, gint64 most, gint64 fallback)
{
  gsize       length = 0;
  const char *text = start_column (self, &length);
  char       *end = NULL;
  gint64      number = 0;

  if (length == 0)
    return fallback;

  number = g_ascii_strtoll (text, &end, 10);
  if (end != text + length || number < least || number > most || g_ascii_isspace (text[0]) ||
      text[0] == '+')
    self->next = NULL;
  return number;
}

static gint64
decode_time (Cursor *self, const TalRecord *before)
{
  if (before != NULL && self->next != NULL && g_str_has_prefix (self->next, "\t="))
    {
      self->next += strlen ("\t=");
      return before->changed_at;
    }

  return decode_number (self, G_MININT64, G_MAXINT64, TAL_TIME_NONE);
}

static char *
decode_text (Cursor *self)
{
  gsize       length = 0;
  const char *text = start_column (self, &length);
  char       *decoded = NULL;
  char       *to = NULL;

  if (length == 0)
    return NULL;
  if (text[0] != '"')
    {
      self->next = NULL;
      return NULL;
    }

  decoded = to = g_malloc (length);
  for (gsize i = 1; i < length; i++)
    {
      gboolean is_escaped = text[i] == '\\' && i + 1 < length;
      char     each = is_escaped ? text[++i] : text[i];

      *to++ = is_escaped && each == 't' ? '\t' : is_escaped && each == 'n' ? '\n' : each;
    }
  *to = '\0';
  return decoded;
}

static char *
decode_author (Cursor *self, const TalRecord *before)
{
  if (before != NULL && self->next != NULL && g_str_has_prefix (self->next, "\t="))
    {
      self->next += strlen ("\t=");
      return g_strdup (before->changed_by);
    }

  return decode_text (self);
}

static void
decode_versions (Cursor *self, TalRecord *record)
{
  g_autofree char *text = decode_text (self);

  if (text != NULL && !tal_versions_parse (text, &record->versions, NULL))
    self->next = NULL;
}

static void
decode_value (Cursor *self, TalObservation *figure)
{
  gboolean is_there = self->next != NULL && self->next[0] == '\t' && self->next[1] != '\t';
  gint64   coefficient =
      decode_number (self, -TAL_DECIMAL_MAX_COEFFICIENT, TAL_DECIMAL_MAX_COEFFICIENT, 0);
  gint64 scale = decode_number (self, 0, TAL_DECIMAL_MAX_SCALE, 0);

  if (is_there)
    figure->value = TAL_DECIMAL (coefficient, (guint8)scale);
}

static void
decode_period (Cursor *self, TalObservation *figure)
{
  gint64 last = decode_number (self, 1, TAL_DAY_LAST, 0);
  gint64 first = decode_number (self, 1, TAL_DAY_LAST, 0);

  if (first > 0 && first <= last)
    figure->period = tal_period_new ((TalDay)first, (TalDay)last);
  else
    self->next = NULL;
}

/* A line; NULL where it cannot be read. */
static TalObservation *
decode_figure (TalId series, Cursor *cursor, const TalRecord *before)
{
  g_autoptr (TalRecord) record = tal_record_new (TAL_KIND_OBSERVATION, series);
  TalObservation       *figure = (TalObservation *)record;

  cursor->is_first = TRUE;
  decode_period (cursor, figure);
  decode_value (cursor, figure);
  figure->missing = (TalMissing)decode_number (cursor, 0, TAL_MISSING_NOT_YET_REPORTED, 0);
  figure->state = (TalFigureState)decode_number (cursor, 0, TAL_FIGURE_ESTIMATE, 0);
  figure->approximation =
      (TalApproximation)decode_number (cursor, 0, TAL_APPROXIMATION_LESS_THAN, 0);
  figure->as_of = (TalDay)decode_number (cursor, 0, TAL_DAY_LAST, TAL_DAY_NONE);
  figure->final_expected = (TalDay)decode_number (cursor, 0, TAL_DAY_LAST, TAL_DAY_NONE);
  figure->kept = decode_number (cursor, 0, 1, 0) != 0;
  figure->note = decode_text (cursor);
  record->changed_at = decode_time (cursor, before);
  record->changed_by = decode_author (cursor, before);
  decode_versions (cursor, record);
  if (cursor->next == NULL || *cursor->next != '\n')
    return NULL;

  cursor->next++;
  return (TalObservation *)g_steal_pointer (&record);
}

TalRun *
tal_run_decode (TalId series, const char *text, GError **error)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);
  Cursor                cursor = { text, TRUE };
  const TalRecord      *before = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  while (*cursor.next != '\0')
    {
      TalObservation *figure = decode_figure (series, &cursor, before);

      if (figure == NULL)
        {
          g_set_error_literal (error, TAL_ERROR, TAL_ERROR_DAMAGED,
                               _ ("Figures in the history cannot be read."));
          return NULL;
        }
      g_ptr_array_add (figures, figure);
      before = &figure->record;
    }

  return tal_run_new (series, g_steal_pointer (&figures));
}
