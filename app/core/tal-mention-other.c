/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-mention-other.h"

#include "base/tal-danish-text.h"

#include <string.h>

static const char months[] =
    " januar februar marts april maj juni juli august september oktober november december jan feb "
    "mar apr jun jul aug sep sept okt nov dec ";
static const char periods[] = " kvartal kvt halvår halvaar kvartals halvårs ";

/* Behind these a small whole number says which one, not how many. */
static const char references[] =
    " tabel tablet tabellen tabeller tabellerne figur figuren figurer boks bilag bilaget mål "
    "målene "
    "princip gruppe grupperne grupper indsats indsatsen kapitel kap afsnit side sider s punkt pkt "
    "note fodnote fase trin uge ugerne uger stk lov art artikel diagram graf skema model version "
    "delmål niveau klasse spor scenarie ad nummer § ";
/* Behind these any number does. */
static const char registers[] =
    " nr lab lbk lbnr sagsnr sagsnummer dokumentnr dokumentnummer journalnr ean tlf telefon cvr "
    "cpr "
    "p isbn issn matrikel matrikelnummer konto bevilling edoc f2 esdh id kl klokken vision budget "
    "finanslov ";
static const char units[] = " % pct procent procentpoint mio mia kr kroner tkr million millioner "
                            "milliard milliarder gange promille ";

typedef guint (*Rule) (const TalDanishTokens *tokens, gint64 at);

static gboolean
is_number (const TalDanishTokens *tokens, gint64 at)
{
  return tal_danish_tokens_get (tokens, at)->kind == TAL_DANISH_TOKEN_NUMBER;
}

static gboolean
is_word (const TalDanishTokens *tokens, gint64 at)
{
  return tal_danish_tokens_get (tokens, at)->kind == TAL_DANISH_TOKEN_WORD;
}

static gboolean
is_mark (const TalDanishTokens *tokens, gint64 at, const char *mark)
{
  return strcmp (tal_danish_tokens_get (tokens, at)->text, mark) == 0;
}

static gboolean
is_glued (const TalDanishTokens *tokens, gint64 at)
{
  return !tal_danish_tokens_get (tokens, at)->after_space;
}

/* Digits alone, however many: a case number. */
static gboolean
is_whole (const TalDanishTokens *tokens, gint64 at)
{
  const char *text = tal_danish_tokens_get (tokens, at)->text;

  return is_number (tokens, at) && text[strspn (text, "0123456789")] == '\0';
}

/* Digits alone, no more than 'most' of them; -1 where it is anything else. */
static int
get_whole (const TalDanishTokens *tokens, gint64 at, int most)
{
  const char *text = tal_danish_tokens_get (tokens, at)->text;
  int         number = -1;

  if (!is_number (tokens, at) || !tal_danish_text_skip_number (&text, most, &number) ||
      *text != '\0')
    return -1;

  return number;
}

static gboolean
is_year (const TalDanishTokens *tokens, gint64 at)
{
  int year = get_whole (tokens, at, 4);

  return year >= 1900 && year <= 2099;
}

static gboolean
has_unit (const TalDanishTokens *tokens, gint64 at)
{
  return tal_danish_tokens_is_one_of (tokens, at + 1, units);
}

/* "20. maj 2019", "6. februar", "2. og 3. juni". */
static guint
skip_named_date (const TalDanishTokens *tokens, gint64 at)
{
  guint stop = is_mark (tokens, at + 1, ".") ? 1 : 0;

  if (get_whole (tokens, at, 2) < 0 || !tal_danish_tokens_is_one_of (tokens, at + 1 + stop, months))
    return 0;

  return 2 + stop;
}

/* "18-06-2024", "01/07/2015", "20/5-2019", "18.06.2024". */
static guint
skip_short_date (const TalDanishTokens *tokens, gint64 at)
{
  int points = 0;

  for (const char *text = tal_danish_tokens_get (tokens, at)->text; *text != '\0'; text++)
    points += *text == '.' ? 1 : 0;
  if (points == 2 && strlen (tal_danish_tokens_get (tokens, at)->text) <= 10)
    return 1;
  if (get_whole (tokens, at, 4) < 0 || get_whole (tokens, at + 2, 2) < 0 ||
      get_whole (tokens, at + 4, 4) < 0)
    return 0;
  if (!tal_danish_tokens_is_one_of (tokens, at + 1, " - / ") ||
      !tal_danish_tokens_is_one_of (tokens, at + 3, " - / "))
    return 0;

  return is_glued (tokens, at + 1) && is_glued (tokens, at + 2) ? 5 : 0;
}

/* "2024-0197588", "2024 - 11257", "010190-1234": a year or six digits, a dash, and more digits
 * than a year has, or a zero first. */
static guint
skip_case_number (const TalDanishTokens *tokens, gint64 at)
{
  const char *text = tal_danish_tokens_get (tokens, at)->text;
  const char *behind = tal_danish_tokens_get (tokens, at + 2)->text;
  gsize       length = strlen (text);
  gboolean    digits = strspn (text, "0123456789") == length;
  guint       count = 3;

  if (!is_mark (tokens, at + 1, "-") || !is_whole (tokens, at + 2) ||
      (!(is_year (tokens, at) && (strlen (behind) > 4 || behind[0] == '0')) &&
       !(digits && length == 6 && strlen (behind) == 4 && is_glued (tokens, at + 2))))
    return digits && (length >= 7 || (length > 1 && text[0] == '0')) ? 1 : 0;
  if (is_mark (tokens, at + 3, "-") && is_number (tokens, at + 4))
    count = 5;

  return count;
}

/* "2015", "2014-17", "2013/14", "202-2021": a year alone is one unless a unit follows it. */
static guint
skip_years (const TalDanishTokens *tokens, gint64 at)
{
  if (tal_danish_tokens_is_one_of (tokens, at + 1, " - / ") && get_whole (tokens, at + 2, 4) >= 0 &&
      (is_year (tokens, at) || is_year (tokens, at + 2)) && !has_unit (tokens, at + 2))
    return 3;

  return is_year (tokens, at) && !has_unit (tokens, at) ? 1 : 0;
}

/* "4. kvartal", "4.kvartal", "2. kontor", "1. at-punkt", and "1)", "1." where they begin an
 * item. */
static guint
skip_ordinal (const TalDanishTokens *tokens, gint64 at)
{
  gboolean begins = at == 0 || tal_danish_tokens_begins_sentence (tokens, at) ||
                    tal_danish_tokens_is_one_of (tokens, at - 1, " : ; • · | ") ||
                    (is_mark (tokens, at - 1, "-") && at == 1);

  if (get_whole (tokens, at, 2) < 0)
    return 0;
  if (tal_danish_tokens_is_one_of (tokens, at + 1, periods))
    return 2;
  if (!is_glued (tokens, at + 1))
    return 0;

  if (is_mark (tokens, at + 1, "."))
    {
      const TalDanishToken *next = tal_danish_tokens_get (tokens, at + 2);

      if (next->kind == TAL_DANISH_TOKEN_WORD && (!next->capital || begins || !next->after_space))
        return 2;
      return begins && next->after_space && next->text[0] != '\0' ? 2 : 0;
    }

  return 0;
}

/* "1) Minimum", "og 3) under": the bracket closes none that was opened. */
static guint
skip_item (const TalDanishTokens *tokens, gint64 at)
{
  int open = 0;

  if (get_whole (tokens, at, 2) < 0 || !is_mark (tokens, at + 1, ")") || !is_glued (tokens, at + 1))
    return 0;
  for (gint64 i = 0; i < at; i++)
    {
      if (is_mark (tokens, i, "("))
        open++;
      else if (is_mark (tokens, i, ")") && open > 0)
        open--;
    }

  return open == 0 ? 2 : 0;
}

/* "[1]", "om ugen.3" where it stood raised, and "<sup>1</sup>" where the marks were left in. */
static guint
skip_footnote (const TalDanishTokens *tokens, gint64 at)
{
  if (is_mark (tokens, at - 1, "[") && is_mark (tokens, at + 1, "]"))
    return 2;
  if (get_whole (tokens, at, 2) > 0 && is_glued (tokens, at) && is_word (tokens, at - 2) &&
      tal_danish_tokens_is_one_of (tokens, at - 1, " . , ) ”  ") && is_glued (tokens, at - 1))
    return 1;
  if (is_mark (tokens, at - 1, ">") && tal_danish_tokens_is_one_of (tokens, at - 2, " sup "))
    return 1;

  return 0;
}

static gboolean
is_reference_number (const TalDanishTokens *tokens, gint64 at)
{
  return get_whole (tokens, at, 3) >= 0 && !has_unit (tokens, at);
}

/* How many tokens on "2, 3 og 4" goes, of which the first is a reference. */
static guint
follow_chain (const TalDanishTokens *tokens, gint64 at)
{
  guint count = 1;

  while (tal_danish_tokens_is_one_of (tokens, at + count, " og eller , - / til samt ") &&
         is_reference_number (tokens, at + count + 1) &&
         (!is_mark (tokens, at + count, ",") || !is_word (tokens, at + count + 2) ||
          tal_danish_tokens_is_one_of (tokens, at + count + 2, " og eller samt til ")))
    count += 2;

  return count;
}

/* "Tabel 2", "mål nr. 2", "mål 1 og 2", "Princip 3:", "LAB 2.11", "(nr.1)", "§ 92", "s. 33-37". */
static guint
skip_reference (const TalDanishTokens *tokens, gint64 at)
{
  gint64 before = at - 1;

  while (tal_danish_tokens_is_one_of (tokens, before, " . : # ") && before > 0)
    before--;
  if (tal_danish_tokens_is_one_of (tokens, before, registers) && !has_unit (tokens, at))
    return follow_chain (tokens, at);
  if (is_reference_number (tokens, at) &&
      tal_danish_tokens_is_one_of (tokens, before, references) && !is_mark (tokens, at - 1, ":") &&
      !tal_danish_tokens_begins_sentence (tokens, at))
    return follow_chain (tokens, at);
  if (is_mark (tokens, at - 1, "§"))
    return follow_chain (tokens, at);

  return 0;
}

/* "over 30 år", "15-24 år", "30-39-årige", "fyldt 30 år": of grown-ups. */
static guint
skip_age (const TalDanishTokens *tokens, gint64 at)
{
  int age = get_whole (tokens, at, 3);

  if (age < 13 || age > 120)
    return 0;
  if (tal_danish_tokens_is_one_of (tokens, at + 1, " år års "))
    return 2;
  if (is_mark (tokens, at + 1, "-") && is_word (tokens, at + 2) &&
      g_str_has_prefix (tal_danish_tokens_get (tokens, at + 2)->text, "årig"))
    return 3;

  return 0;
}

/* "1-2 måneder", "10-12 borgere", "40-49-årige": two numbers are no one figure. */
static guint
skip_range (const TalDanishTokens *tokens, gint64 at)
{
  guint count = 3;

  if (!is_mark (tokens, at + 1, "-") || !is_number (tokens, at + 2))
    return 0;
  if (tal_danish_tokens_get (tokens, at + 1)->after_space !=
      tal_danish_tokens_get (tokens, at + 2)->after_space)
    return 0;
  while (is_mark (tokens, at + count, "-") &&
         !tal_danish_tokens_get (tokens, at + count)->after_space)
    count += 2;

  return count;
}

/* "3-måneders", "18-årig", "4½ år", "10:30", "kl. 9". */
static guint
skip_glued (const TalDanishTokens *tokens, gint64 at)
{
  const TalDanishToken *behind = tal_danish_tokens_get (tokens, at + 1);
  const TalDanishToken *next = tal_danish_tokens_get (tokens, at + 2);

  if (behind->after_space)
    return 0;
  if (strcmp (behind->text, "-") == 0 && next->kind == TAL_DANISH_TOKEN_WORD && !next->after_space)
    return 3;
  if (strcmp (behind->text, ":") == 0 && next->kind == TAL_DANISH_TOKEN_NUMBER &&
      !next->after_space)
    return 3;
  if (tal_danish_tokens_is_one_of (tokens, at + 1, " ½ ¼ ¾ ⅓ ⅔ "))
    return 2;

  return 0;
}

/* "2 De udsatte borgere", "forløbet .... 12": of sections and of the pages they begin on. */
static guint
skip_section (const TalDanishTokens *tokens, gint64 at)
{
  const TalDanishToken *behind = tal_danish_tokens_get (tokens, at + 1);

  if (get_whole (tokens, at, 3) < 0)
    return 0;
  if (at == 0 && ((behind->kind == TAL_DANISH_TOKEN_WORD && behind->capital) ||
                  tal_danish_tokens_is_one_of (tokens, 1, " ” “ \" § » ")))
    return 1;

  return is_mark (tokens, at - 1, ".") && is_mark (tokens, at - 2, ".") &&
                 is_mark (tokens, at - 3, ".")
             ? 1
             : 0;
}

/* "1577 København V", "Flere skal med 2", ”Byen 3”. */
static guint
skip_name (const TalDanishTokens *tokens, gint64 at)
{
  const TalDanishToken *behind = tal_danish_tokens_get (tokens, at + 1);
  int                   number = get_whole (tokens, at, 4);

  if (number >= 1000 && behind->kind == TAL_DANISH_TOKEN_WORD && behind->capital)
    return 1;
  if (number < 0 || number > 20 || has_unit (tokens, at))
    return 0;
  if (tal_danish_tokens_is_one_of (tokens, at - 1, " med ") &&
      tal_danish_tokens_is_one_of (tokens, at - 2, " skal "))
    return 1;
  if (is_word (tokens, at - 1) && tal_danish_tokens_is_one_of (tokens, at + 1, " \" ” ' ’ » ") &&
      !behind->after_space)
    return 1;

  return 0;
}

/* "(1.000 kr. – 2020 p/l)", "i 1.000 kr.": what the figures of a table are in. */
static guint
skip_table_unit (const TalDanishTokens *tokens, gint64 at)
{
  if (strcmp (tal_danish_tokens_get (tokens, at)->text, "1.000") != 0 ||
      !tal_danish_tokens_is_one_of (tokens, at + 1, " kr kroner "))
    return 0;

  return at == 0 || tal_danish_tokens_is_one_of (tokens, at - 1, " ( i hele , ") ? 2 : 0;
}

/* "33 66 12 34": pairs of digits. */
static guint
skip_telephone (const TalDanishTokens *tokens, gint64 at)
{
  for (gint64 i = at; i < at + 4; i++)
    {
      if (get_whole (tokens, i, 2) < 0 || strlen (tal_danish_tokens_get (tokens, i)->text) != 2)
        return 0;
    }

  return 4;
}

/* "uge 5" and "1. halvår" are references and ordinals; "år 1", "H1" are words. */
static const Rule rules[] = {
  skip_footnote,  skip_named_date, skip_short_date, skip_table_unit, skip_case_number,
  skip_telephone, skip_glued,      skip_reference,  skip_years,      skip_item,
  skip_ordinal,   skip_age,        skip_range,      skip_section,    skip_name,
};

guint
tal_mention_skip_other (const TalDanishTokens *tokens, guint at)
{
  g_return_val_if_fail (tokens != NULL, 0);
  g_return_val_if_fail (is_number (tokens, at), 0);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      guint count = rules[i](tokens, at);

      if (count > 0)
        return count;
    }

  return 0;
}
