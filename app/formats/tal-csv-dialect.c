/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-csv-dialect.h"

#include <string.h>

#define SAMPLE (128 * 1024) /* bytes */
#define MOST_FIELDS 1024    /* that rows are told apart by */

/* The first of two that fit as well is taken. */
static const char candidates[] = { '\t', ';', '|', ',' };

typedef struct
{
  guint n_rows;
  guint n_alike; /* rows of as many fields as most, which is at least 2 */
  guint n_fields_alike;
  guint n_fields;
  guint n_clean; /* fields without another separator in them */
} Structure;

/* Behind a quoted field, or NULL where it does not close. */
static const char *
skip_quoted (const char *at, const char *end)
{
  for (at++; at < end; at++)
    {
      if (*at != '"')
        continue;
      if (at + 1 < end && at[1] == '"')
        at++;
      else
        return at + 1;
    }

  return NULL;
}

static gboolean
ends_field (char character, char delimiter)
{
  return character == delimiter || character == '\n' || character == '\r';
}

/* A comma and a space are prose. */
static gboolean
is_separator (const char *at, const char *end)
{
  return memchr (candidates, *at, sizeof candidates) != NULL &&
         !(at[0] == ',' && at + 1 < end && at[1] == ' ');
}

/* A number may have a comma in it, and a text between its quotation marks anything. */
static gboolean
is_clean (const char *field, gsize length, char delimiter)
{
  const char *end = field + length;
  gboolean    is_number = TRUE;
  gboolean    has_other = FALSE;

  for (const char *at = field; at < end; at++)
    {
      is_number = is_number && strchr ("0123456789., -+%*", *at) != NULL;
      has_other = has_other || (*at != delimiter && is_separator (at, end));
    }

  return !has_other || is_number;
}

static const char *
read_field (const char *at, const char *end, char delimiter, Structure *structure)
{
  const char *begin = at;
  const char *behind = *at == '"' ? skip_quoted (at, end) : NULL;

  structure->n_fields++;
  if (behind != NULL && (behind == end || ends_field (*behind, delimiter)))
    {
      structure->n_clean++;
      return behind;
    }

  while (at < end && !ends_field (*at, delimiter))
    at++;
  structure->n_clean += is_clean (begin, (gsize)(at - begin), delimiter);
  return at;
}

/* "9,14" below one another is a column of figures and not two of whole numbers. */
static gboolean
has_only_decimals (const char *text, const char *end)
{
  for (const char *at = text; at < end; at++)
    {
      if (*at == ',' &&
          (at == text || at + 1 == end || !g_ascii_isdigit (at[-1]) || !g_ascii_isdigit (at[1])))
        return FALSE;
    }

  return TRUE;
}

static Structure
find_structure (const char *text, const char *end, char delimiter)
{
  Structure   structure = { 0 };
  guint       counts[MOST_FIELDS] = { 0 };
  guint       n_fields = 0;
  const char *at = text;

  while (at < end)
    {
      at = read_field (at, end, delimiter, &structure);
      n_fields++;
      if (at < end && *at == delimiter)
        {
          at++;
          continue;
        }

      structure.n_rows++;
      counts[MIN (n_fields, MOST_FIELDS - 1)]++;
      n_fields = 0;
      while (at < end && (*at == '\n' || *at == '\r'))
        at++;
    }

  structure.n_fields_alike = 2;
  for (guint i = 2; i < MOST_FIELDS; i++)
    {
      if (counts[i] > counts[structure.n_fields_alike])
        structure.n_fields_alike = i;
    }
  structure.n_alike = counts[structure.n_fields_alike];
  return structure;
}

/* From 0 to 2000; 0 for what separates nothing. */
static guint
rate (const Structure *structure)
{
  if (structure->n_alike == 0)
    return 0;

  return (guint)((guint64)structure->n_alike * 1000 / structure->n_rows +
                 (guint64)structure->n_clean * 1000 / structure->n_fields);
}

/* "sep=;" and its end of line. */
static gsize
read_separator_line (const char *text, char *ret_delimiter)
{
  const char *at = text + (*text == '"');
  char        delimiter = '\0';

  if (g_ascii_strncasecmp (at, "sep=", 4) != 0)
    return 0;

  at += 4;
  delimiter = *at;
  if (delimiter != '\t' && !g_ascii_ispunct (delimiter))
    return 0;
  at += 1 + (*text == '"' && at[1] == '"');
  if (*at != '\r' && *at != '\n')
    return 0;

  *ret_delimiter = delimiter;
  return (gsize)(at - text) + (at[0] == '\r' && at[1] == '\n' ? 2 : 1);
}

/* To the end of the last whole line of the sample. */
static const char *
find_sample_end (const char *text, gsize length)
{
  const char *end = text + MIN (length, SAMPLE);

  if (length <= SAMPLE)
    return end;
  while (end > text && end[-1] != '\n' && end[-1] != '\r')
    end--;
  return end > text ? end : text + SAMPLE;
}

void
tal_csv_dialect_find (const char *text, gsize length, TalCsvDialect *ret_dialect)
{
  TalCsvDialect dialect = { '\0', 1, 0 };
  const char   *end = NULL;
  guint         best = 0;

  g_return_if_fail (text != NULL);
  g_return_if_fail (ret_dialect != NULL);

  dialect.skipped = read_separator_line (text, &dialect.delimiter);
  text += dialect.skipped;
  end = find_sample_end (text, length - dialect.skipped);
  if (dialect.skipped > 0)
    {
      Structure structure = find_structure (text, end, dialect.delimiter);

      dialect.n_fields = structure.n_alike > 0 ? structure.n_fields_alike : 1;
    }

  for (gsize i = 0; dialect.skipped == 0 && i < sizeof candidates; i++)
    {
      Structure structure = find_structure (text, end, candidates[i]);

      if (rate (&structure) <= best ||
          (candidates[i] == ',' && structure.n_fields_alike == 2 && has_only_decimals (text, end)))
        continue;
      best = rate (&structure);
      dialect.delimiter = candidates[i];
      dialect.n_fields = structure.n_fields_alike;
    }

  *ret_dialect = dialect;
}
