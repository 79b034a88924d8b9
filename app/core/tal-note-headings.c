/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-headings.h"

#include "base/tal-danish-text.h"
#include "base/tal-passage.h"
#include "core/tal-note-label.h"
#include "core/tal-note-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FARTHEST_MENTION 4 /* passages above a caption that may be about its table */
#define FARTHEST_NOTE 4    /* passages below a table that may be its notes */
#define FEWEST_ROWS 3
#define SHORTEST_NOUN 4

typedef struct
{
  const GPtrArray    *passages;
  const TalNoteTable *table;
  GPtrArray          *remarks;
} Check;

static const TalPassage *
get_passage (const Check *check, guint at)
{
  return check->passages->pdata[at];
}

/* ---- What a heading says is counted --------------------------------------------------- */

static gboolean
says_share (const char *heading)
{
  static const char *const words[] = { "andel", "pct", "procent", "%", NULL };

  return tal_note_has_any (heading, words);
}

static gboolean
says_count (const char *heading)
{
  static const char *const words[] = { "antal", NULL };

  return tal_note_has_any (heading, words);
}

/* The figures of a column: how many are per cent, how many not, and how many of those above 100. */
static void
count_figures (
    const TalNoteTable *table, guint column, guint *ret_shares, guint *ret_counts, guint *ret_large)
{
  guint n_shares = 0;
  guint n_counts = 0;
  guint n_large = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const TalNoteCell *cell = tal_note_table_get_cell (table, i, column);

      n_shares += cell->kind == TAL_NOTE_CELL_PERCENT;
      n_counts += cell->kind == TAL_NOTE_CELL_NUMBER;
      n_large += cell->kind == TAL_NOTE_CELL_NUMBER &&
                 tal_decimal_compare (cell->value, TAL_DECIMAL (100, 0)) > 0;
    }

  *ret_shares = n_shares;
  *ret_counts = n_counts;
  *ret_large = n_large;
}

static char *
dup_with_share (const char *heading)
{
  g_autoptr (GString) right = g_string_new (heading);

  g_string_replace (right, "Antallet", "Andelen", 0);
  g_string_replace (right, "antallet", "andelen", 0);
  g_string_replace (right, "Antal", "Andel", 0);
  g_string_replace (right, "antal", "andel", 0);
  return g_strdup (right->str);
}

/* Whether the heading of the column is wrong, and said so. */
static gboolean
check_unit (const Check *check, guint column)
{
  const char *heading = check->table->columns[column].heading;
  guint       n_shares = 0;
  guint       n_counts = 0;
  guint       n_large = 0;

  count_figures (check->table, column, &n_shares, &n_counts, &n_large);
  if (n_shares > 1 && n_counts == 0 && says_count (heading) && !says_share (heading))
    {
      tal_note_add_remark (check->remarks, TAL_SEVERITY_ERROR, "heading-unit", check->table->line,
                           heading, dup_with_share (heading),
                           g_strdup_printf (_("The heading says “%s”, but the column holds shares in per cent."),
                               heading));
      return TRUE;
    }
  if (n_counts > 1 && n_large > 0 && n_shares == 0 && says_share (heading) &&
      !says_count (heading) && check->table->columns[column].scale == 0)
    {
      tal_note_add_remark (check->remarks, TAL_SEVERITY_ERROR, "heading-unit", check->table->line,
                           heading, NULL,
                           g_strdup_printf (_("The heading says “%s”, but the column holds counts."), heading));
      return TRUE;
    }

  return FALSE;
}

/* Once for a table whose headings all say the same. */
static void
check_units (const Check *check)
{
  for (guint i = 0; i < check->table->n_columns; i++)
    {
      if (check_unit (check, i))
        return;
    }
}

/* ---- Whether the text speaks of the table --------------------------------------------- */

/* "Tabel 9" as its caption has it, or NULL where the table has none. */
static char *
dup_table_name (const Check *check)
{
  const char *kind = NULL;
  guint       number = 0;

  if (check->table->caption == G_MAXUINT ||
      !tal_note_parse_caption (get_passage (check, check->table->caption)->text, &kind, &number))
    return NULL;

  return g_strdup_printf ("%c%s %u", g_ascii_toupper (kind[0]), kind + 1, number);
}

/* The paragraphs between caption and table, and those above the caption that name it. */
static GPtrArray *
list_introductions (const Check *check, const char *name)
{
  g_autofree char   *low = g_utf8_strdown (name, -1);
  g_autofree char   *pattern = g_strdup_printf ("\\b%s\\b", low);
  g_autoptr (GRegex) regex = tal_note_regex_new (pattern, FALSE);
  GPtrArray         *found = g_ptr_array_new ();
  guint              caption = check->table->caption;

  for (guint i = caption; i-- > 0 && caption - i <= FARTHEST_MENTION;)
    {
      const TalPassage *passage = get_passage (check, i);

      if (passage->kind == TAL_PASSAGE_ROW)
        break;
      if (tal_note_regex_match (regex, passage->text, NULL))
        g_ptr_array_add (found, check->passages->pdata[i]);
    }
  for (guint i = caption + 1; i < check->table->first; i++)
    g_ptr_array_add (found, check->passages->pdata[i]);

  return found;
}

/* ---- Nouns ---------------------------------------------------------------------------- */

/* Which thing a noun counts: nouns of one number may stand for each other. */
static guint
find_thing (const char *noun)
{
  static const struct
  {
    const char *noun;
    guint       thing;
  } things[] = {
    { "borger", 1 },
    { "person", 1 },
    { "deltager", 1 },
    { "modtager", 1 },
    { "ledig", 1 },
    { "fuldtidsperson", 2 },
    { "helårsperson", 2 },
    { "forløb", 3 },
    { "sag", 4 },
    { "tilbud", 5 },
    { "virksomhed", 6 },
    { "helårsplads", 7 },
    { "virksomhedsplacering", 8 },
    { "fleksjob", 9 },
    { "samtale", 10 },
    { "familie", 11 },
  };
  g_autofree char *plain = tal_danish_text_dup_plain (noun);

  for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
    {
      gsize length = strlen (things[i].noun);

      /* The noun and its endings: "borgere", "sager", "virksomhedsplaceringer". */
      if (strncmp (plain, things[i].noun, length) == 0 && strlen (plain + length) <= 4)
        return things[i].thing;
    }

  return 0;
}

/* The things that a text counts, as bits, and the noun of each. */
static guint
find_things (const GRegex *regex, const char *text, char **nouns)
{
  g_autoptr (GMatchInfo) match = NULL;
  guint                  things = 0;

  for (tal_note_regex_match (regex, text, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *noun = g_match_info_fetch (match, 1);
      guint            thing = find_thing (noun);

      if (thing == 0)
        continue;
      things |= 1u << thing;
      g_free (nouns[thing]);
      nouns[thing] = g_steal_pointer (&noun);
    }

  return things;
}

static gboolean
is_one_bit (guint bits)
{
  return bits != 0 && (bits & (bits - 1)) == 0;
}

static void
remark_noun (const Check *check, guint column, const char *noun, const char *name)
{
  const char *heading = check->table->columns[column].heading;

  tal_note_add_remark (check->remarks, TAL_SEVERITY_WARNING, "heading-noun", check->table->line,
                       heading, g_strdup_printf ("Antal %s", noun),
                       g_strdup_printf (_("The heading says “%s”, but the text on %s speaks of “%s”."), heading,
                           name, noun));
}

/* One thing in the text that no heading has, and one heading that the text has not. */
static void
compare_nouns (const Check *check, const char *text, const char *name)
{
  g_autoptr (GRegex) regex = tal_note_regex_new ("\\bantal(?:let)?\\s(?:af\\s)?(\\p{L}+)", FALSE);
  char              *said[32] = { NULL };
  guint              in_text = find_things (regex, text, said);
  guint              in_headings = 0;
  guint              odd = 0;

  for (guint i = 0; i < check->table->n_columns; i++)
    {
      char *nouns[32] = { NULL };

      in_headings |= find_things (regex, check->table->columns[i].heading, nouns);
      for (gsize j = 0; j < G_N_ELEMENTS (nouns); j++)
        g_free (nouns[j]);
    }

  odd = in_text & ~in_headings;
  for (guint i = 0;
       is_one_bit (odd) && is_one_bit (in_headings & ~in_text) && i < check->table->n_columns; i++)
    {
      char *nouns[32] = { NULL };
      guint things = find_things (regex, check->table->columns[i].heading, nouns);

      if (things == (in_headings & ~in_text))
        remark_noun (check, i, said[g_bit_nth_lsf (odd, -1)], name);
      for (gsize j = 0; j < G_N_ELEMENTS (nouns); j++)
        g_free (nouns[j]);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    g_free (said[i]);
}

static void
check_nouns (const Check *check, const char *name, const GPtrArray *introductions)
{
  for (guint i = 0; i < introductions->len; i++)
    compare_nouns (check, ((const TalPassage *)introductions->pdata[i])->text, name);
}

/* ---- Counts of rows ------------------------------------------------------------------- */

/* What the rows are, "leverandør", in small letters; NULL where the heading is no noun. */
static char *
dup_row_noun (const Check *check)
{
  g_autofree char *noun = NULL;

  if (check->table->n_columns == 0)
    return NULL;

  noun = tal_danish_text_dup_plain (check->table->columns[0].heading);
  if (g_utf8_strlen (noun, -1) < SHORTEST_NOUN || strpbrk (noun, " ./(-") != NULL)
    return NULL;

  return g_steal_pointer (&noun);
}

/* The rows with figures that aren't totals; 0 where one of them has no name of its own. */
static guint
count_rows (const TalNoteTable *table)
{
  guint n_rows = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const TalNoteRow *row = tal_note_table_get_row (table, i);

      if (row->kind == TAL_NOTE_ROW_TOTAL || row->kind == TAL_NOTE_ROW_WORDS)
        continue;
      if (row->kind == TAL_NOTE_ROW_PART || row->cells[0].kind != TAL_NOTE_CELL_WORDS)
        return 0;
      n_rows++;
    }

  return n_rows;
}

static guint
read_count (const char *text)
{
  static const char *const words[] = { "",    "en",   "to", "tre", "fire",   "fem", "seks",
                                       "syv", "otte", "ni", "ti",  "elleve", "tolv" };
  g_autofree char         *plain = tal_danish_text_dup_plain (text);

  for (guint i = 1; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (plain, words[i]) == 0)
        return i;
    }

  return (guint)g_ascii_strtoull (plain, NULL, 10);
}

static void
compare_count (const Check      *check,
               const TalPassage *passage,
               const GRegex     *regex,
               guint             n_rows,
               const char       *name)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char       *said = NULL;
  g_autofree char       *count = NULL;

  if (!tal_note_regex_match (regex, passage->text, &match))
    return;

  said = g_match_info_fetch (match, 0);
  count = g_match_info_fetch (match, 1);
  if (read_count (count) == n_rows)
    return;

  tal_note_add_remark (check->remarks, TAL_SEVERITY_ERROR, "row-count", passage->line, said,
                       g_strdup_printf ("%u", n_rows),
                       g_strdup_printf (_("The text says “%s”, but %s has %u rows."), said, name,
                                           n_rows));
}

/* "Der er 13 leverandører" against the rows; "fire af de 13 leverandører" says no count. */
static void
check_counts (const Check *check, const char *name, const GPtrArray *introductions)
{
  guint              n_rows = count_rows (check->table);
  g_autofree char   *noun = dup_row_noun (check);
  g_autofree char   *quoted = NULL;
  g_autofree char   *pattern = NULL;
  g_autoptr (GRegex) regex = NULL;

  if (noun == NULL || n_rows < FEWEST_ROWS)
    return;

  quoted = g_regex_escape_string (noun, -1);
  pattern = g_strdup_printf ("(?<!af |af de |mindst |mere end |over |under |ca\\. |godt |knap )\\b"
                             "([1-9][0-9]{0,2}|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)\\s"
                             "(?:(?!af\\b)\\p{L}+\\s){0,2}?%s\\p{L}{0,4}\\b",
                             quoted);
  regex = tal_note_regex_new (pattern, FALSE);
  for (guint i = 0; i < introductions->len; i++)
    compare_count (check, introductions->pdata[i], regex, n_rows, name);
}

/* ---- Periods -------------------------------------------------------------------------- */

/* "1. halvår 2015" and "1. kvt. 2015" as "1. halvår 2015" and "1. kvartal 2015". */
static char *
dup_period (const GMatchInfo *match)
{
  g_autofree char *number = g_match_info_fetch (match, 1);
  g_autofree char *word = g_match_info_fetch (match, 2);
  g_autofree char *year = g_match_info_fetch (match, 3);
  gboolean         is_half = g_ascii_tolower (word[0]) == 'h';

  return g_strdup_printf ("%s. %s %s", number, is_half ? "halvår" : "kvartal", year);
}

/* The only period that caption and headings have, or NULL where they have none or several. */
static char *
find_heading_period (const Check *check, const GRegex *regex)
{
  g_autofree char       *found = NULL;
  g_autoptr (GString)    text = g_string_new (NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (check->table->caption != G_MAXUINT)
    g_string_append (text, get_passage (check, check->table->caption)->text);
  for (guint i = 0; i < check->table->n_columns; i++)
    g_string_append_printf (text, " %s", check->table->columns[i].heading);

  for (tal_note_regex_match (regex, text->str, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *period = dup_period (match);

      if (found != NULL && strcmp (found, period) != 0)
        return NULL;
      g_free (found);
      found = g_steal_pointer (&period);
    }

  return g_steal_pointer (&found);
}

static void
check_note_period (const Check      *check,
                   const TalPassage *note,
                   const GRegex     *regex,
                   const char       *heading)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char       *period = NULL;
  const char            *said = strstr (note->text, "Perioden er ");

  if (said == NULL || !tal_note_regex_match (regex, said, &match))
    return;
  period = dup_period (match);
  if (strcmp (period, heading) == 0 || !g_str_has_prefix (said + strlen ("Perioden er "), period))
    return;

  tal_note_add_remark (check->remarks, TAL_SEVERITY_ERROR, "heading-period", note->line, period,
                       g_strdup (heading),
                       g_strdup_printf (_("The heading says %s, but the note below the table says %s."), heading,
                           period));
}

static void
check_periods (const Check *check)
{
  g_autoptr (GRegex) regex =
      tal_note_regex_new ("(?<![0-9])([1-4])\\.\\s?(halvår|kvartal|kvt\\.?)\\s([0-9]{4})(?![0-9])",
                          FALSE);
  g_autofree char *heading = find_heading_period (check, regex);

  if (heading == NULL)
    return;

  for (guint i = check->table->end;
       i < check->passages->len && i < check->table->end + FARTHEST_NOTE; i++)
    {
      const TalPassage *passage = get_passage (check, i);

      if (passage->kind == TAL_PASSAGE_ROW || passage->kind == TAL_PASSAGE_HEADING)
        return;
      check_note_period (check, passage, regex, heading);
    }
}

static void
check_table (const Check *check)
{
  g_autofree char      *name = dup_table_name (check);
  g_autoptr (GPtrArray) introductions = NULL;

  check_units (check);
  check_periods (check);
  if (name == NULL)
    return;

  introductions = list_introductions (check, name);
  check_nouns (check, name, introductions);
  check_counts (check, name, introductions);
}

void
tal_note_headings_check (const GPtrArray *passages, const GPtrArray *tables, GPtrArray *remarks)
{
  g_return_if_fail (passages != NULL);
  g_return_if_fail (tables != NULL);
  g_return_if_fail (remarks != NULL);

  for (guint i = 0; i < tables->len; i++)
    {
      Check check = { passages, tables->pdata[i], remarks };

      check_table (&check);
    }
}
