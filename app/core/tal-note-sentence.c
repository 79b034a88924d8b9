/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-note-sentence.h"

#include <string.h>

/* A caption stands no further above its table. */
#define CAPTION_REACH 3

typedef struct
{
  TalNoteSentences *into;
  const GPtrArray  *passages;
  const char       *heading;
  const char       *intro;   /* "…:" above a list */
  const char       *caption; /* of the table under way */
  guint             table;
  GPtrArray        *headers;    /* rows of the table under way that have no figure */
  gboolean          in_body;    /* a row with figures has come */
  char             *first_cell; /* that empty ones below it repeat */
} Cutting;

static void
free_sentence (gpointer freed)
{
  TalNoteSentence *sentence = freed;

  g_ptr_array_unref (sentence->mentions);
  g_array_unref (sentence->periods);
  g_free (sentence->label);
  g_free (sentence->header);
  g_free (sentence);
}

/* The months without a year of a paragraph that is about one year. */
static void
fill_months (Cutting *cutting, guint count)
{
  GPtrArray *sentences = cutting->into->sentences;
  int        year = 0;

  for (guint i = sentences->len - count; i < sentences->len && year >= 0; i++)
    year = tal_note_periods_find_year (((const TalNoteSentence *)g_ptr_array_index (sentences, i))
                                           ->periods,
                                       year);
  for (guint i = sentences->len - count; i < sentences->len && year > 0; i++)
    {
      TalNoteSentence *sentence = g_ptr_array_index (sentences, i);

      tal_note_periods_add_months (sentence->periods, sentence->tokens, sentence->offset,
                                   sentence->first, sentence->last, year);
    }
}

static TalNoteSentence *
add_sentence (Cutting               *cutting,
              guint                  place,
              const TalDanishTokens *tokens,
              gsize                  offset,
              guint                  first,
              guint                  last)
{
  TalNoteSentence  *sentence = g_new0 (TalNoteSentence, 1);
  const TalPassage *passage = g_ptr_array_index (cutting->passages, place);

  sentence->passage = passage;
  sentence->place = place;
  sentence->tokens = tokens;
  sentence->offset = offset;
  sentence->first = first;
  sentence->last = last;
  sentence->start = offset + tal_danish_tokens_get (tokens, first)->start;
  sentence->end = offset + tal_danish_tokens_get (tokens, (gint64)last - 1)->end;
  sentence->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_mention_free);
  sentence->periods = g_array_new (FALSE, FALSE, sizeof (TalNotePeriod));
  sentence->heading = cutting->heading;
  sentence->column = TAL_PERIOD_UNSET;
  g_ptr_array_add (cutting->into->sentences, sentence);
  return sentence;
}

/* Cuts one paragraph or cell.  Returns how many sentences it made. */
static guint
cut_text (Cutting *cutting, guint place, const char *text, gsize offset)
{
  TalDanishTokens *tokens = tal_danish_tokens_new (text);
  guint            length = tal_danish_tokens_get_length (tokens);
  guint            first = 0;
  guint            count = 0;

  g_ptr_array_add (cutting->into->tokens, tokens);
  for (guint at = 1; at <= length; at++)
    {
      TalNoteSentence *sentence = NULL;

      if (at < length && !tal_danish_tokens_begins_sentence (tokens, at))
        continue;
      sentence = add_sentence (cutting, place, tokens, offset, first, at);
      tal_note_periods_add (sentence->periods, tokens, text, offset, first, at);
      first = at;
      count++;
    }

  return count;
}

/* Gives each of the passage's sentences, the last 'count' ones, its mentions. */
static void
share_mentions (Cutting *cutting, const TalPassage *passage, guint count)
{
  g_autoptr (GPtrArray) mentions = tal_mention_list (passage);
  GPtrArray            *sentences = cutting->into->sentences;

  while (mentions->len > 0)
    {
      TalMention *mention = g_ptr_array_steal_index (mentions, 0);
      gboolean    taken = FALSE;

      for (guint i = sentences->len - count; i < sentences->len && !taken; i++)
        {
          TalNoteSentence *sentence = g_ptr_array_index (sentences, i);

          taken = mention->number_start >= sentence->start && mention->number_start < sentence->end;
          if (taken)
            g_ptr_array_add (sentence->mentions, mention);
        }
      if (!taken)
        tal_mention_free (mention);
    }
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isalpha (g_utf8_get_char (text)))
        return TRUE;
    }

  return FALSE;
}

/* "2020" alone, as years head columns. */
static gboolean
is_year (const char *text)
{
  return strspn (text, "0123456789") == 4 && text[4] == '\0' &&
         (g_str_has_prefix (text, "19") || g_str_has_prefix (text, "20"));
}

/* A row of headers has no cell that is nothing but a figure, and below the first one no
 * figure at all; the first cell may say what the amounts are counted in. */
static gboolean
is_header (const Cutting *cutting, const TalPassage *row)
{
  g_autoptr (GPtrArray) mentions = tal_mention_list (row);

  if (mentions->len == 0)
    return TRUE;
  if (cutting->headers->len > 0)
    return FALSE;
  for (guint i = 0; row->cells[i] != NULL; i++)
    {
      if (*row->cells[i] != '\0' && !has_letters (row->cells[i]) && !is_year (row->cells[i]))
        return FALSE;
    }

  return row->cells[0] != NULL && row->cells[1] != NULL && mentions->len == 1 &&
         (has_letters (row->cells[1]) || is_year (row->cells[1]));
}

/* The words above a column: header rows with fewer cells are set from the right. */
static char *
join_headers (const Cutting *cutting, guint column, guint n_columns)
{
  GString *header = g_string_new (NULL);

  for (guint i = 0; i < cutting->headers->len; i++)
    {
      const TalPassage *row = g_ptr_array_index (cutting->headers, i);
      guint             length = g_strv_length (row->cells);
      gint64            at = length < n_columns ? (gint64)column + length - n_columns : column;

      if (at >= 0 && at < length)
        g_string_append_printf (header, "%s ", row->cells[at]);
    }

  return g_string_free (header, FALSE);
}

static char *
join_label (const Cutting *cutting, const TalPassage *row, guint column)
{
  GString *label = g_string_new (NULL);

  for (guint i = 0; i < column; i++)
    {
      const char *cell = row->cells[i];

      if (i == 0 && *cell == '\0' && cutting->first_cell != NULL)
        cell = cutting->first_cell;
      if (has_letters (cell))
        g_string_append_printf (label, "%s ", cell);
    }

  return g_string_free (label, FALSE);
}

/* The cell above the rows' labels: "(1.000 kr. – 2020 p/l)". */
static const char *
find_corner (const Cutting *cutting)
{
  const TalPassage *row =
      cutting->headers->len > 0 ? g_ptr_array_index (cutting->headers, 0) : NULL;

  return row != NULL ? row->cells[0] : NULL;
}

static void
cut_row (Cutting *cutting, guint place, const TalPassage *row)
{
  guint n_columns = g_strv_length (row->cells);
  guint count = 0;
  gsize offset = 0;

  for (guint column = 0; column < n_columns; column++)
    {
      guint added = cut_text (cutting, place, row->cells[column], offset);

      for (guint i = 0; i < added; i++)
        {
          TalNoteSentence *sentence =
              g_ptr_array_index (cutting->into->sentences, cutting->into->sentences->len - 1 - i);

          sentence->label = join_label (cutting, row, column);
          sentence->header = join_headers (cutting, column, n_columns);
          sentence->caption = cutting->caption;
          sentence->corner = find_corner (cutting);
          sentence->column = tal_note_periods_find_only (sentence->header);
        }
      count += added;
      offset += strlen (row->cells[column]) + 1;
    }
  share_mentions (cutting, row, count);
}

/* What stands above the first row of a table: the nearest text that is no row. */
static const char *
find_caption (const Cutting *cutting, guint place)
{
  for (guint i = 1; i <= CAPTION_REACH && i <= place; i++)
    {
      const TalPassage *above = g_ptr_array_index (cutting->passages, place - i);

      if (above->kind != TAL_PASSAGE_ROW)
        return above->text;
    }

  return NULL;
}

static void
take_row (Cutting *cutting, guint place, const TalPassage *row)
{
  if (row->table != cutting->table || cutting->headers == NULL)
    {
      g_clear_pointer (&cutting->headers, g_ptr_array_unref);
      g_clear_pointer (&cutting->first_cell, g_free);
      cutting->headers = g_ptr_array_new ();
      cutting->table = row->table;
      cutting->in_body = FALSE;
      cutting->caption = find_caption (cutting, place);
    }
  if (row->cells[0] != NULL && *row->cells[0] != '\0')
    {
      g_free (cutting->first_cell);
      cutting->first_cell = g_strdup (row->cells[0]);
    }
  if (!cutting->in_body && is_header (cutting, row))
    g_ptr_array_add (cutting->headers, (gpointer)row);
  else
    cutting->in_body = TRUE;

  cut_row (cutting, place, row);
}

static void
take_text (Cutting *cutting, guint place, const TalPassage *passage)
{
  guint first = cutting->into->sentences->len;
  guint count;

  cutting->table = 0;
  if (passage->kind == TAL_PASSAGE_HEADING)
    cutting->heading = passage->text;
  count = cut_text (cutting, place, passage->text, 0);
  fill_months (cutting, count);
  if (passage->kind == TAL_PASSAGE_LIST_ITEM)
    {
      for (guint i = 0; i < count; i++)
        ((TalNoteSentence *)g_ptr_array_index (cutting->into->sentences, first + i))->caption =
            cutting->intro;
    }
  else
    cutting->intro = passage->text;
  share_mentions (cutting, passage, count);
}

TalNoteSentences *
tal_note_sentences_new (const GPtrArray *passages)
{
  TalNoteSentences *self = NULL;
  Cutting           cutting = { .passages = passages };

  g_return_val_if_fail (passages != NULL, NULL);

  self = g_new0 (TalNoteSentences, 1);
  self->sentences = g_ptr_array_new_with_free_func (free_sentence);
  self->tokens = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_danish_tokens_free);
  cutting.into = self;
  for (guint i = 0; i < passages->len; i++)
    {
      const TalPassage *passage = g_ptr_array_index (passages, i);

      if (passage->kind == TAL_PASSAGE_ROW)
        take_row (&cutting, i, passage);
      else
        take_text (&cutting, i, passage);
    }

  g_clear_pointer (&cutting.headers, g_ptr_array_unref);
  g_free (cutting.first_cell);
  return self;
}

void
tal_note_sentences_free (TalNoteSentences *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->sentences);
  g_ptr_array_unref (self->tokens);
  g_free (self);
}

/* Whether a new clause begins between the two: "2.816 personer og i december". */
static gboolean
parts_clauses (const TalNoteSentence *self, gsize from, gsize to)
{
  for (guint i = self->first; i < self->last; i++)
    {
      gsize start = tal_danish_tokens_get (self->tokens, i)->start + self->offset;

      if (start >= from && start < to &&
          tal_danish_tokens_is_one_of (self->tokens, i, " og men mens samt hvorefter ; "))
        return TRUE;
    }

  return FALSE;
}

/* The one period between the number before and this one; unset where none is. */
static TalPeriod
find_period_before (const TalNoteSentence *self, const TalMention *mention)
{
  gsize     limit = self->start;
  TalPeriod found = TAL_PERIOD_UNSET;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const TalMention *other = g_ptr_array_index (self->mentions, i);

      if (other->end <= mention->start)
        limit = MAX (limit, other->end);
    }
  for (guint i = 0; i < self->periods->len; i++)
    {
      const TalNotePeriod *each = &g_array_index (self->periods, TalNotePeriod, i);

      if (each->start >= limit && each->end <= mention->start && !each->base)
        found = tal_period_is_set (found) ? TAL_PERIOD_UNSET : each->period;
    }

  return found;
}

TalPeriod
tal_note_sentence_find_period (const TalNoteSentence *self, const TalMention *mention)
{
  gsize     limit;
  TalPeriod found = TAL_PERIOD_UNSET;
  gboolean  parted = FALSE;

  g_return_val_if_fail (self != NULL && mention != NULL, TAL_PERIOD_UNSET);

  if (tal_period_is_set (self->column))
    return self->column;

  limit = self->end;
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const TalMention *other = g_ptr_array_index (self->mentions, i);

      if (other->start > mention->start)
        limit = MIN (limit, other->start);
    }
  for (guint i = 0; i < self->periods->len; i++)
    {
      const TalNotePeriod *each = &g_array_index (self->periods, TalNotePeriod, i);

      if (each->start < mention->end || each->end > limit || each->base)
        continue;
      if (tal_period_is_set (found))
        return TAL_PERIOD_UNSET;
      found = each->period;
      parted = parts_clauses (self, mention->end, each->start);
    }

  /* "I januar 2004 var der 2.816, og i december …" */
  if (parted)
    {
      TalPeriod before = find_period_before (self, mention);

      return tal_period_is_set (before) ? before : found;
    }
  if (!tal_period_is_set (found) && self->periods->len == 1 && self->mentions->len == 1)
    return find_period_before (self, mention);

  return found;
}

gboolean
tal_note_sentence_names_period (const TalNoteSentence *self, TalPeriod period)
{
  for (guint i = 0; i < self->periods->len; i++)
    {
      if (tal_period_overlaps (g_array_index (self->periods, TalNotePeriod, i).period, period))
        return TRUE;
    }

  return FALSE;
}
