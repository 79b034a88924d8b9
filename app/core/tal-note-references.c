/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-references.h"

#include "base/tal-danish-date.h"
#include "base/tal-passage.h"
#include "core/tal-note-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FARTHEST_MENTION 4 /* passages above a caption that may be about its table */
#define FARTHEST_FIGURE 8
#define EARLIEST_YEAR 1980
#define LATEST_YEAR 2060
#define MOST_SEARCHES 100

typedef struct
{
  const GPtrArray *passages;
  GPtrArray       *remarks;
  GHashTable      *captions;  /* "tabel 9" → its first passage, from 1 */
  GHashTable      *mentioned; /* "tabel 9", of running text */
} Check;

static const TalPassage *
get_passage (const Check *check, guint at)
{
  return check->passages->pdata[at];
}

static char *
dup_key (const char *kind, guint number)
{
  return g_strdup_printf ("%s %u", kind, number);
}

/* "tabel 9" as it is written at the start of a caption. */
static char *
dup_shown (const char *key)
{
  char *shown = g_strdup (key);

  shown[0] = g_ascii_toupper (shown[0]);
  return shown;
}

/* A list of the tables has captions too, each with its page behind dots. */
static gboolean
is_in_contents (const char *text)
{
  gsize length = strlen (text);
  gsize end = length;

  while (end > 0 && g_ascii_isdigit (text[end - 1]))
    end--;
  if (end == length || end == 0)
    return FALSE;
  if (text[end - 1] == '\t')
    return TRUE;

  while (end > 0 && text[end - 1] == ' ')
    end--;
  return end >= 3 && strncmp (text + end - 3, "...", 3) == 0;
}

static char *
dup_caption_key (const TalPassage *passage)
{
  const char *kind = NULL;
  guint       number = 0;

  if (passage->kind == TAL_PASSAGE_ROW || is_in_contents (passage->text) ||
      !tal_note_parse_caption (passage->text, &kind, &number))
    return NULL;

  return dup_key (kind, number);
}

/* ---- Captions ------------------------------------------------------------------------ */

/* A list of tables names it once more, and so does the next page that the table goes on to. */
static gboolean
is_same_caption (const char *first, const char *second)
{
  g_autofree char *low = g_utf8_strdown (second, -1);

  return strcmp (first, second) == 0 || strstr (low, "fortsat") != NULL;
}

static void
take_captions (Check *check)
{
  for (guint i = 0; i < check->passages->len; i++)
    {
      g_autofree char *key = dup_caption_key (get_passage (check, i));
      g_autofree char *shown = NULL;
      guint            first = 0;

      if (key == NULL)
        continue;
      first = GPOINTER_TO_UINT (g_hash_table_lookup (check->captions, key));
      if (first == 0)
        {
          g_hash_table_insert (check->captions, g_steal_pointer (&key), GUINT_TO_POINTER (i + 1));
          continue;
        }

      if (is_same_caption (get_passage (check, first - 1)->text, get_passage (check, i)->text))
        continue;

      shown = dup_shown (key);
      tal_note_add_remark (check->remarks, TAL_SEVERITY_NOTE, "caption-twice",
                           get_passage (check, i)->line, get_passage (check, i)->text, NULL,
                           g_strdup_printf (_("%s is there twice; the first is “%s”."), shown,
                                               get_passage (check, first - 1)->text));
    }
}

static gboolean
has_caption_of (const Check *check, const char *key)
{
  GHashTableIter iter;
  gpointer       found = NULL;
  gsize          length = strcspn (key, " ");

  g_hash_table_iter_init (&iter, check->captions);
  while (g_hash_table_iter_next (&iter, &found, NULL))
    {
      if (strncmp (found, key, length + 1) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
take_mention (Check *check, const TalPassage *passage, const GMatchInfo *match)
{
  g_autofree char *said = g_match_info_fetch (match, 0);
  g_autofree char *kind = g_match_info_fetch (match, 1);
  g_autofree char *digits = g_match_info_fetch (match, 2);
  g_autofree char *low = g_utf8_strdown (kind, -1);
  g_autofree char *key = g_strdup_printf ("%s %s", low, digits);
  g_autofree char *shown = dup_shown (key);

  if (g_hash_table_contains (check->mentioned, key))
    return;

  if (!g_hash_table_contains (check->captions, key) && has_caption_of (check, key))
    tal_note_add_remark (check->remarks, TAL_SEVERITY_NOTE, "caption-missing", passage->line, said,
                         NULL, g_strdup_printf (_("There is no %s in the note."), shown));
  g_hash_table_add (check->mentioned, g_steal_pointer (&key));
}

/* "Tabel 3 i rapporten" is somebody else's. */
static void
take_mentions (Check *check)
{
  g_autoptr (GRegex) regex = tal_note_regex_new ("\\b(tabel|figur|boks)\\s([1-9][0-9]{0,2})\\b(?!"
                                                 "\\s+i\\s+(?!øvrigt))(?![.,][0-9])",
                                                 TRUE);

  for (guint i = 0; i < check->passages->len; i++)
    {
      const TalPassage      *passage = get_passage (check, i);
      g_autofree char       *caption = dup_caption_key (passage);
      g_autoptr (GMatchInfo) match = NULL;

      if (caption != NULL || passage->kind == TAL_PASSAGE_ROW)
        continue;
      for (tal_note_regex_match (regex, passage->text, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        take_mention (check, passage, match);
    }
}

/* The sentence "Tabel 1 sammenfatter …" right above Tabel 2, which nothing speaks of. */
static void
check_mention_above (Check *check, guint caption, const char *key, const GRegex *regex)
{
  for (guint i = caption; i-- > 0 && caption - i <= FARTHEST_MENTION;)
    {
      const TalPassage      *passage = get_passage (check, i);
      g_autofree char       *other = dup_caption_key (passage);
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char       *said = NULL;
      g_autofree char       *shown = NULL;
      g_autofree char       *low = NULL;

      if (passage->kind == TAL_PASSAGE_ROW || other != NULL)
        return;
      if (!tal_note_regex_match (regex, passage->text, &match))
        continue;

      said = g_match_info_fetch (match, 1);
      low = g_utf8_strdown (said, -1);
      shown = dup_shown (key);
      if (strncmp (low, key, strcspn (key, " ") + 1) == 0 &&
          g_hash_table_contains (check->captions, low))
        tal_note_add_remark (check->remarks, TAL_SEVERITY_WARNING, "caption-other", passage->line,
                             said, g_strdup (shown),
                             g_strdup_printf (_("The text right above %s speaks of %s, and no text speaks of %s."),
                                 shown, said, shown));
      return;
    }
}

static void
check_unmentioned (Check *check)
{
  g_autoptr (GRegex) regex =
      tal_note_regex_new ("^((?:tabel|figur|boks)\\s[0-9]+)\\s"
                          "(?:viser|sammenfatter|opgør|illustrerer|indeholder)\\b",
                          TRUE);

  for (guint i = 0; i < check->passages->len; i++)
    {
      g_autofree char *key = dup_caption_key (get_passage (check, i));

      if (key != NULL && !g_hash_table_contains (check->mentioned, key))
        check_mention_above (check, i, key, regex);
    }
}

/* "Tabellen viser" below a figure. */
static void
check_figure_above (Check *check, guint at, const GMatchInfo *match)
{
  g_autofree char *said = g_match_info_fetch (match, 0);
  g_autofree char *verb = g_match_info_fetch (match, 1);

  for (guint i = at; i-- > 0 && at - i <= FARTHEST_FIGURE;)
    {
      g_autofree char *key = dup_caption_key (get_passage (check, i));

      if (get_passage (check, i)->kind == TAL_PASSAGE_ROW ||
          (key != NULL && !g_str_has_prefix (key, "figur")))
        return;
      if (key == NULL)
        continue;

      tal_note_add_remark (check->remarks, TAL_SEVERITY_NOTE, "caption-other",
                           get_passage (check, at)->line, said,
                           g_strdup_printf ("Figuren %s", verb),
                           g_strdup (
                               _("The text speaks of a table, but a figure stands above it.")));
      return;
    }
}

static void
check_figures (Check *check)
{
  g_autoptr (GRegex) regex = tal_note_regex_new ("\\btabellen (viser|illustrerer|opgør)\\b", TRUE);

  for (guint i = 0; i < check->passages->len; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (get_passage (check, i)->kind != TAL_PASSAGE_ROW &&
          tal_note_regex_match (regex, get_passage (check, i)->text, &match))
        check_figure_above (check, i, match);
    }
}

/* ---- Spans of years ------------------------------------------------------------------ */

static int
fetch_number (const GMatchInfo *match, int group)
{
  g_autofree char *text = g_match_info_fetch (match, group);

  return (int)g_ascii_strtoll (text, NULL, 10);
}

static gboolean
is_year (int number)
{
  return number >= EARLIEST_YEAR && number <= LATEST_YEAR;
}

/* A span elsewhere in the note with the same end, whose beginning has the same first digits. */
static char *
find_span (const Check *check, int start, int end)
{
  g_autofree char   *pattern = g_strdup_printf ("(?<![0-9])%d[0-9][-–]%d(?![0-9])", start, end);
  g_autoptr (GRegex) regex = tal_note_regex_new (pattern, FALSE);

  for (guint i = 0; i < check->passages->len; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (tal_note_regex_match (regex, get_passage (check, i)->text, &match))
        return g_match_info_fetch (match, 0);
    }

  return NULL;
}

/* "2023-2022" above a column is a difference, and only in a sentence on a period one of years. */
static gboolean
is_of_period (const TalPassage *passage, const GMatchInfo *match)
{
  static const char *const words[] = { "perioden ", "periode ", "årene ", "årrækken " };
  g_autofree char         *before = NULL;
  int                      start = 0;

  if (!g_match_info_fetch_pos (match, 0, &start, NULL))
    return FALSE;

  before = g_strndup (passage->text, (gsize)start);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_has_suffix (before, words[i]))
        return TRUE;
    }

  return FALSE;
}

static void
check_span (Check *check, const TalPassage *passage, const GMatchInfo *match)
{
  g_autofree char *said = g_match_info_fetch (match, 0);
  int              start = fetch_number (match, 1);
  int              end = fetch_number (match, 2);
  gboolean         is_period = is_of_period (passage, match);

  if (!is_year (end))
    return;

  if (start < 1000 && ABS (end / 10 - start) <= 2)
    tal_note_add_remark (check->remarks, TAL_SEVERITY_ERROR, "year-span", passage->line, said,
                         /* Each search goes through all of the note. */
                         check->remarks->len < MOST_SEARCHES ? find_span (check, start, end) : NULL,
                         g_strdup_printf (_("“%s” lacks a digit in its first year."), said));
  else if (is_year (start) && start > end && is_period)
    tal_note_add_remark (check->remarks, TAL_SEVERITY_ERROR, "year-span", passage->line, said,
                         g_strdup_printf ("%d-%d", end, start),
                         g_strdup_printf (_("“%s” ends before it begins."), said));
}

/* Numbers of cases and documents begin with a year too. */
static void
check_spans (Check *check)
{
  g_autoptr (GRegex) journal =
      tal_note_regex_new ("sagsn|dokumentn|j\\.\\s?nr|journal|\\bF2\\b|edoc", TRUE);
  g_autoptr (GRegex) regex = tal_note_regex_new ("(?<![0-9.,/"
                                                 "-])([0-9]{3,4})[-–]([0-9]{4})(?![0-9-])(?!\\s*(?:"
                                                 "kr|pct|%|borgere|timer|stk))",
                                                 TRUE);

  for (guint i = 0; i < check->passages->len; i++)
    {
      const TalPassage      *passage = get_passage (check, i);
      g_autoptr (GMatchInfo) match = NULL;

      if (tal_note_regex_match (journal, passage->text, NULL))
        continue;
      for (tal_note_regex_match (regex, passage->text, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        check_span (check, passage, match);
    }
}

/* ---- Ends of periods ----------------------------------------------------------------- */

static void
check_end (Check *check, const TalPassage *passage, const GMatchInfo *match)
{
  g_autofree char *said = g_match_info_fetch (match, 2);
  g_autofree char *name = g_match_info_fetch (match, 4);
  g_autofree char *right = NULL;
  const char      *rest = NULL;
  int              day = fetch_number (match, 3);
  int              month = tal_danish_date_find_month (name, &rest);
  int              year = fetch_number (match, 5);
  int              last = 0;

  if (month == 0 || !is_year (year) || fetch_number (match, 1) != 1)
    return;

  tal_day_get_date (tal_day_add_months (tal_day_new (year, month, 1), 1) - 1, NULL, NULL, &last);
  if (day != last - 1)
    return;

  right = g_strdup_printf ("%d. %s %d", last, name, year);
  tal_note_add_remark (check->remarks, TAL_SEVERITY_WARNING, "period-end", passage->line, said,
                       g_strdup (right),
                       g_strdup_printf (_("The period ends on %s, a day before the month does; should it be %s?"),
                           said, right));
}

static void
check_ends (Check *check)
{
  g_autoptr (GRegex) regex =
      tal_note_regex_new ("(?<![0-9.])([0-9]{1,2})\\.\\s?\\p{L}+\\.?\\s[0-9]{4}\\s?(?"
                          ":til|til og med|t\\.o\\.m\\.|-|–)\\s?"
                          "(([0-9]{1,2})\\.\\s?(\\p{L}+)\\.?\\s([0-9]{4}))(?![0-9])",
                          TRUE);

  for (guint i = 0; i < check->passages->len; i++)
    {
      const TalPassage      *passage = get_passage (check, i);
      g_autoptr (GMatchInfo) match = NULL;

      for (tal_note_regex_match (regex, passage->text, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        check_end (check, passage, match);
    }
}

void
tal_note_references_check (const GPtrArray *passages, GPtrArray *remarks)
{
  g_autoptr (GHashTable) captions = NULL;
  g_autoptr (GHashTable) mentioned = NULL;
  Check                  check = { passages, remarks, NULL, NULL };

  g_return_if_fail (passages != NULL);
  g_return_if_fail (remarks != NULL);

  captions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  mentioned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check.captions = captions;
  check.mentioned = mentioned;
  take_captions (&check);
  take_mentions (&check);
  check_unmentioned (&check);
  check_figures (&check);
  check_spans (&check);
  check_ends (&check);
}
