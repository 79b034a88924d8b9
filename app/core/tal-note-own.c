/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-own.h"

#include "core/tal-danish-stem.h"
#include "core/tal-note-context.h"
#include "core/tal-note-label.h"
#include "core/tal-note-near.h"
#include "core/tal-note-sentence.h"
#include "core/tal-note-wording.h"
#include "core/tal-remark.h"
#include "core/tal-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NEED_LABEL 0.55     /* so much of a row's words must the sentence have … */
#define NEED_ALL 0.99       /* … and all of them where the number may be near by chance */
#define NEED_CAPTION 0.3    /* so much of a caption's that the sentence is about the table */
#define NEED_LIKENESS 0.55  /* of two words */
#define NEED_HEADER 0.5     /* so much of a header's that it is about the column */
#define FARTHEST_TABLE 8    /* passages between a table and the text about it */
#define MOST_CELLS 20000    /* beyond them a note is no note */
#define SHORTEST_NUMBER 100 /* a number of fewer digits may be near by chance */

typedef struct
{
  const TalNoteSentence *sentence; /* of the row's cell */
  const TalMention      *mention;
  TalDecimal             value;
  TalPeriod              period; /* that the column or the caption names, or unset */
  int                    exponent;
  gboolean               per_cent;
  gboolean               alone; /* the only figure of its row */
} Cell;

typedef struct
{
  const GPtrArray       *remarks;
  const GArray          *cells; /* of Cell */
  const TalNoteSentence *sentence;
  const TalMention      *mention;
  TalPeriod              period; /* that the number is told of, or unset */
  guint                  first;  /* the tokens of its clause */
  guint                  last;
} Number;

/* ---- Cells --------------------------------------------------------------------------- */

static gboolean
has_any (const char *text, const char *const *words)
{
  return text != NULL && tal_note_has_any (text, words);
}

static gboolean
says_share (const TalNoteSentence *sentence)
{
  static const char *const shares[] = { "pct", "procent", "%", "andel", NULL };
  static const char *const counts[] = { "antal", NULL };

  return has_any (sentence->header, shares) || has_any (sentence->label, shares) ||
         (has_any (sentence->caption, shares) && !has_any (sentence->header, counts));
}

static int
find_exponent (const TalNoteSentence *sentence)
{
  static const char *const millions[] = { "mio.", "millioner", NULL };
  static const char *const thousands[] = { "1.000 kr", "tusind", "t.kr", "1000 kr", NULL };
  const char              *texts[] = { sentence->header, sentence->corner, sentence->caption };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (has_any (texts[i], millions))
        return 6;
      if (has_any (texts[i], thousands))
        return 3;
    }

  return 0;
}

static gboolean
is_plain_figure (const TalMention *mention)
{
  return mention->approximation == TAL_APPROXIMATION_EXACT &&
         mention->bound == TAL_MENTION_NO_BOUND && !mention->in_words && !mention->part &&
         tal_decimal_is_none (mention->whole);
}

static Cell
read_cell (const TalNoteSentence *sentence)
{
  Cell cell = { .sentence = sentence };

  cell.mention = g_ptr_array_index (sentence->mentions, 0);
  cell.value = cell.mention->value;
  cell.exponent = cell.mention->exponent != 0 ? cell.mention->exponent : find_exponent (sentence);
  cell.per_cent = cell.mention->unit == TAL_MENTION_PER_CENT || says_share (sentence);
  cell.period = tal_period_is_set (sentence->column) || sentence->caption == NULL
                    ? sentence->column
                    : tal_note_sentence_find_only_period (sentence->caption);
  cell.alone = TRUE;
  return cell;
}

/* Every cell that is one figure and nothing else. */
static GArray *
list_cells (const TalNoteSentences *sentences)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));

  for (guint i = 0; i < sentences->sentences->len && cells->len < MOST_CELLS; i++)
    {
      const TalNoteSentence *sentence = g_ptr_array_index (sentences->sentences, i);
      Cell                   cell;

      if (sentence->passage->kind != TAL_PASSAGE_ROW || sentence->mentions->len != 1 ||
          !is_plain_figure (g_ptr_array_index (sentence->mentions, 0)))
        continue;
      cell = read_cell (sentence);
      if (cells->len > 0)
        {
          Cell *before = &g_array_index (cells, Cell, cells->len - 1);

          if (before->sentence->place == sentence->place)
            cell.alone = before->alone = FALSE;
        }
      g_array_append_val (cells, cell);
    }

  return cells;
}

/* ---- Words --------------------------------------------------------------------------- */

static guint
count_words (const char *text)
{
  g_autoptr (TalDanishTokens) tokens = tal_danish_tokens_new (text);
  guint                       count = 0;

  for (guint i = 0; i < tal_danish_tokens_get_length (tokens); i++)
    {
      const TalDanishToken *token = tal_danish_tokens_get (tokens, i);

      count +=
          token->kind == TAL_DANISH_TOKEN_WORD && !tal_danish_stem_is_common (token->text) ? 1 : 0;
    }

  return count;
}

/* "forløb" says nothing of "Mentorforløb", but "mentorforløbene" does, and so does "mentor". */
static gboolean
is_said (const char *wanted, const TalDanishToken *token)
{
  g_autofree char *stem = NULL;

  if (token->kind != TAL_DANISH_TOKEN_WORD || tal_danish_stem_is_common (token->text))
    return FALSE;

  stem = tal_danish_stem_dup (token->text);
  if (strlen (stem) < strlen (wanted) && g_str_has_suffix (wanted, stem))
    return FALSE;
  return tal_danish_stem_compare (wanted, stem) >= NEED_LIKENESS;
}

/* How much of the text's words stand among these tokens: 0 to 1. */
static double
find_cover (const TalNoteSentence *sentence, const char *text, guint first, guint last)
{
  g_autoptr (TalDanishTokens) words = text != NULL ? tal_danish_tokens_new (text) : NULL;
  guint                       wanted = 0;
  guint                       found = 0;

  for (guint i = 0; words != NULL && i < tal_danish_tokens_get_length (words); i++)
    {
      const TalDanishToken *token = tal_danish_tokens_get (words, i);
      g_autofree char      *stem = NULL;
      guint                 at = first;

      if (token->kind != TAL_DANISH_TOKEN_WORD || tal_danish_stem_is_common (token->text))
        continue;
      stem = tal_danish_stem_dup (token->text);
      while (at < last && !is_said (stem, tal_danish_tokens_get (sentence->tokens, at)))
        at++;
      wanted++;
      found += at < last ? 1 : 0;
    }

  return wanted > 0 ? (double)found / wanted : 0;
}

static double
find_whole_cover (const Number *number, const char *text)
{
  return find_cover (number->sentence, text, number->sentence->first, number->sentence->last);
}

static gboolean
says_total (const Number *number)
{
  for (guint i = number->sentence->first; i < number->sentence->last; i++)
    {
      if (tal_danish_tokens_is_one_of (number->sentence->tokens, i,
                                       " alt ialt samlet samlede total totale totalt "))
        return TRUE;
    }

  return FALSE;
}

/* The sentence has the row's words; of a total, the caption's. */
static gboolean
speaks_of_row (const Number *number, const Cell *cell, gboolean certain)
{
  const char *label = cell->sentence->label;
  double      need = certain ? NEED_LABEL : NEED_ALL;

  if (label == NULL || *label == '\0')
    return FALSE;
  if (tal_note_is_plain_total (label))
    return says_total (number) &&
           find_whole_cover (number, cell->sentence->caption) >= NEED_CAPTION;
  if (certain)
    return find_whole_cover (number, label) >= need;

  return find_cover (number->sentence, label, number->first, number->last) >= need;
}

static gboolean
speaks_of_column (const Number *number, const Cell *cell)
{
  const char *header = cell->sentence->header;

  return header == NULL || cell->alone || tal_period_is_set (cell->sentence->column) ||
         count_words (header) == 0 || find_whole_cover (number, header) >= NEED_HEADER;
}

/* A row of one word, "Kvinder", may be in any table: the text must be about this one. */
static gboolean
speaks_of_table (const Number *number, const Cell *cell, gboolean certain)
{
  guint place = number->sentence->place;
  guint table = cell->sentence->place;

  return (certain && count_words (cell->sentence->label) > 1) ||
         MAX (place, table) - MIN (place, table) <= FARTHEST_TABLE ||
         find_whole_cover (number, cell->sentence->caption) >= NEED_CAPTION;
}

/* ---- Numbers ------------------------------------------------------------------------- */

static gboolean
fits_unit (const Number *number, const Cell *cell)
{
  switch (number->mention->unit)
    {
    case TAL_MENTION_PLAIN:
      return !cell->per_cent && cell->exponent == 0 && cell->mention->unit == TAL_MENTION_PLAIN;
    case TAL_MENTION_PER_CENT:
      return cell->per_cent;
    case TAL_MENTION_KRONER:
      return !cell->per_cent && cell->exponent == number->mention->exponent &&
             (cell->exponent > 0 || cell->mention->unit == TAL_MENTION_KRONER);
    case TAL_MENTION_PERCENTAGE_POINTS:
    case TAL_MENTION_TIMES:
      break;
    }

  return FALSE;
}

/* What the cell would be with the decimals of the number. */
static gboolean
print_cell (const Number *number, const Cell *cell, TalDecimal *ret_value)
{
  return cell->value.scale >= number->mention->value.scale &&
         tal_fraction_round (tal_fraction_from_decimal (cell->value), number->mention->value.scale,
                             ret_value);
}

/* Whether a cell, of whatever it is, has the number. */
static gboolean
is_there (const Number *number)
{
  for (guint i = 0; i < number->cells->len; i++)
    {
      const Cell *cell = &g_array_index (number->cells, Cell, i);
      TalDecimal  value;

      if (tal_decimal_compare (cell->value, number->mention->value) == 0 ||
          (print_cell (number, cell, &value) &&
           tal_decimal_compare (value, number->mention->value) == 0))
        return TRUE;
    }

  return FALSE;
}

/* Cheap, before words are compared: two digits about, or one changed, differ by so much. */
static gboolean
may_be_near (gint64 a, gint64 b)
{
  gint64 gap = ABS (a - b);

  while (gap != 0 && gap % 10 == 0)
    gap /= 10;
  return gap != 0 && (gap <= 9 || (gap <= 81 && gap % 9 == 0) || a == b * 10 || b == a * 10);
}

static TalNoteNear
compare_near (const Number *number, const Cell *cell, TalDecimal value)
{
  gint64      written = number->mention->value.coefficient;
  TalNoteNear near = TAL_NOTE_NEAR_NOT;

  if (!may_be_near (written, value.coefficient))
    return TAL_NOTE_NEAR_NOT;
  near = tal_note_near_compare (number->mention->value, value);
  if (ABS (written) >= SHORTEST_NUMBER && ABS (value.coefficient) >= SHORTEST_NUMBER)
    return near;

  return cell->per_cent && ABS (written - value.coefficient) == 1 ? near : TAL_NOTE_NEAR_NOT;
}

static gboolean
fits_period (const Number *number, const Cell *cell)
{
  const GArray *periods = number->sentence->periods;

  if (!tal_period_is_set (cell->period) ||
      (periods->len == 0 && !tal_period_is_set (number->period)))
    return TRUE;
  if (tal_period_is_set (number->period))
    return tal_period_overlaps (number->period, cell->period);
  for (guint i = 0; i < periods->len; i++)
    {
      if (tal_period_overlaps (g_array_index (periods, TalNotePeriod, i).period, cell->period))
        return TRUE;
    }

  return FALSE;
}

/* Whether the cell itself was found to be wrong. */
static gboolean
is_doubted (const Number *number, const Cell *cell)
{
  for (guint i = 0; i < number->remarks->len; i++)
    {
      const TalRemark *remark = g_ptr_array_index (number->remarks, i);

      if (remark->line == cell->sentence->passage->line && remark->severity > TAL_SEVERITY_NOTE &&
          (remark->kind == TAL_REMARK_DIFFERS || remark->kind == TAL_REMARK_TABLE))
        return TRUE;
    }

  return FALSE;
}

static TalNoteNear
weigh_cell (const Number *number, const Cell *cell, TalDecimal *ret_value)
{
  TalNoteNear near = TAL_NOTE_NEAR_NOT;
  gboolean    certain = FALSE;

  if (!fits_unit (number, cell) || !print_cell (number, cell, ret_value))
    return TAL_NOTE_NEAR_NOT;
  near = compare_near (number, cell, *ret_value);
  certain = near == TAL_NOTE_NEAR_STRONG;
  if (near == TAL_NOTE_NEAR_NOT || !fits_period (number, cell) ||
      !speaks_of_row (number, cell, certain) || !speaks_of_column (number, cell) ||
      !speaks_of_table (number, cell, certain) || is_doubted (number, cell))
    return TAL_NOTE_NEAR_NOT;

  return near;
}

/* The cell that the number should be; NULL where none is, or where it could be several. */
static const Cell *
find_cell (const Number *number, TalDecimal *ret_value)
{
  const Cell *best = NULL;
  TalNoteNear best_near = TAL_NOTE_NEAR_NOT;
  gboolean    several = FALSE;

  for (guint i = 0; i < number->cells->len; i++)
    {
      const Cell *cell = &g_array_index (number->cells, Cell, i);
      TalDecimal  value;
      TalNoteNear near = weigh_cell (number, cell, &value);

      if (near == TAL_NOTE_NEAR_NOT || near < best_near)
        continue;
      several = near == best_near && (several || tal_decimal_compare (value, *ret_value) != 0);
      best = cell;
      best_near = near;
      *ret_value = value;
    }

  return several ? NULL : best;
}

/* ---- Remarks ------------------------------------------------------------------------- */

/* What the cell is of: its row, and its column where that is no period. */
static char *
dup_name (const Cell *cell)
{
  const TalNoteSentence *sentence = cell->sentence;
  g_autofree char       *label = g_strstrip (g_strdup (sentence->label));
  g_autofree char       *header =
      g_strstrip (g_strdup (sentence->header != NULL ? sentence->header : ""));

  if (cell->alone || *header == '\0' || tal_period_is_set (sentence->column))
    return g_steal_pointer (&label);

  return g_strdup_printf ("%s, %s", label, header);
}

static TalRemark *
make_remark (const Number *number, const Cell *cell, TalDecimal value)
{
  TalRemark *remark =
      tal_note_wording_start (TAL_REMARK_TABLE, TAL_SEVERITY_WARNING, "text-and-table",
                              number->sentence, number->mention->start, number->mention->end);
  g_autofree char *said = g_strndup (number->sentence->passage->text + number->mention->start,
                                     number->mention->end - number->mention->start);
  g_autofree char *name = dup_name (cell);
  g_autofree char *when = tal_sentence_when (cell->sentence->column);

  remark->suggestion = tal_mention_format (number->mention, value);
  /* Translators: the number that stands in a sentence, the row of a table, " i 2017" or nothing,
   * the number that stands there, and the line of the row. */
  remark->sentence =
      g_strdup_printf (_ ("The text has %s, but “%s”%s has %s in the note's own table, line %u."),
                          said, name, when, remark->suggestion, cell->sentence->passage->line);
  return remark;
}

/* The remark that calls the number unknown, or G_MAXUINT. */
static guint
find_unknown (const GPtrArray *remarks, const TalNoteSentence *sentence, const TalMention *mention)
{
  g_autoptr (TalRemark) like =
      tal_note_wording_start (TAL_REMARK_UNKNOWN, TAL_SEVERITY_NOTE, "number-unknown", sentence,
                              mention->start, mention->end);
  g_autofree char *said =
      g_strndup (sentence->passage->text + mention->start, mention->end - mention->start);

  for (guint i = 0; i < remarks->len; i++)
    {
      const TalRemark *remark = g_ptr_array_index (remarks, i);

      if (remark->kind == TAL_REMARK_UNKNOWN && remark->line == sentence->passage->line &&
          g_str_equal (remark->quote, like->quote) && strstr (remark->sentence, said) != NULL)
        return i;
    }

  return G_MAXUINT;
}

static gboolean
may_be_checked (const TalNoteSentence *sentence, const TalMention *mention)
{
  return is_plain_figure (mention) && !tal_mention_is_time (mention) &&
         !tal_note_context_says_change (sentence, mention) &&
         !tal_note_context_says_target (sentence, mention);
}

static void
check_sentence (const GArray *cells, const TalNoteSentence *sentence, GPtrArray *remarks)
{
  for (guint i = 0; i < sentence->mentions->len; i++)
    {
      Number number = {
        remarks, cells, sentence, g_ptr_array_index (sentence->mentions, i), TAL_PERIOD_UNSET, 0, 0
      };
      const Cell *cell = NULL;
      TalDecimal  value = TAL_DECIMAL (0, 0);
      guint       unknown;

      if (!may_be_checked (sentence, number.mention) || is_there (&number))
        continue;
      number.period = tal_note_sentence_find_period (sentence, number.mention);
      tal_note_context_find_clause (sentence, number.mention, &number.first, &number.last);
      cell = find_cell (&number, &value);
      unknown = cell != NULL ? find_unknown (remarks, sentence, number.mention) : G_MAXUINT;
      if (unknown == G_MAXUINT)
        continue;
      tal_remark_free (remarks->pdata[unknown]);
      remarks->pdata[unknown] = make_remark (&number, cell, value);
    }
}

void
tal_note_own_check (const GPtrArray *passages, GPtrArray *remarks)
{
  g_autoptr (TalNoteSentences) sentences = NULL;
  g_autoptr (GArray)           cells = NULL;

  g_return_if_fail (passages != NULL);
  g_return_if_fail (remarks != NULL);

  sentences = tal_note_sentences_new (passages);
  cells = list_cells (sentences);
  for (guint i = 0; cells->len > 0 && i < sentences->sentences->len; i++)
    {
      const TalNoteSentence *sentence = g_ptr_array_index (sentences->sentences, i);

      if (sentence->passage->kind != TAL_PASSAGE_ROW)
        check_sentence (cells, sentence, remarks);
    }
}
