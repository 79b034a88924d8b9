/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-comparability-note.h"

#include <string.h>

/* Longer words than these, in characters, would bury the sentence: definitions and methods
 * may be whole paragraphs. */
#define MAX_WORD_LENGTH 80

/* As a noun with its adjective where two figures are compared, and without where many are.
 * 'proper' words are names and abbreviations, which stay as they are. */
typedef struct
{
  TalDifference difference;
  gboolean      proper;
  const char   *one;
  const char   *many;
} Phrase;

/* In the order of how much they matter. */
static const Phrase phrases[] = {
  { TAL_DIFFERENCE_UNIT, FALSE, "forskellig enhed", "enheder" },
  { TAL_DIFFERENCE_MEASURE, FALSE, "forskellig optælling", "optællinger" },
  { TAL_DIFFERENCE_DENOMINATOR, FALSE, "forskellig nævner", "nævnere" },
  { TAL_DIFFERENCE_DEFINITION, FALSE, "forskellig definition", "definitioner" },
  { TAL_DIFFERENCE_TARGET_GROUP, FALSE, "forskellig målgruppe", "målgrupper" },
  { TAL_DIFFERENCE_AREA, TRUE, "forskelligt område", "områder" },
  { TAL_DIFFERENCE_OFFER, FALSE, "forskelligt tilbud", "tilbud" },
  { TAL_DIFFERENCE_PROVIDER, TRUE, "forskellig leverandør", "leverandører" },
  { TAL_DIFFERENCE_COHORT, FALSE, "forskellig kohorte", "kohorter" },
  { TAL_DIFFERENCE_PERIOD, FALSE, "forskellig periode", "perioder" },
  { TAL_DIFFERENCE_PERIOD_LENGTH, FALSE, "forskellig periodelængde", "periodelængder" },
  { TAL_DIFFERENCE_ROLL_UP, FALSE, "forskellig opgørelse over tid", "opgørelser over tid" },
  { TAL_DIFFERENCE_SOURCE, TRUE, "forskellig kilde", "kilder" },
  { TAL_DIFFERENCE_METHOD, FALSE, "forskellig målemetode", "målemetoder" },
  { TAL_DIFFERENCE_STATE, FALSE, "forskellig opgørelsestype", "opgørelsestyper" },
  { TAL_DIFFERENCE_APPROXIMATION, FALSE, "forskellig afrunding", "afrundinger" },
  { TAL_DIFFERENCE_OVERLAP, FALSE, "overlappende perioder", "overlappende perioder" },
  { TAL_DIFFERENCE_UNSTATED_DENOMINATOR, FALSE, "en nævner, der kun er oplyst for det ene",
    "nævnere, der ikke alle er oplyst" },
};

/* What a goal is measured in is its measuring period, however long. */
static const Phrase measuring_period = { TAL_DIFFERENCE_PERIOD, FALSE, "forskellig måleperiode",
                                         "måleperioder" };

typedef struct
{
  const TalComparabilitySide *sides;
  guint                       n_sides;
  TalDifference               differences;
  const GPtrArray            *names;
} Writing;

static gboolean
is_proper_name (const char *word, const GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      if (g_str_has_prefix (word, g_ptr_array_index (names, i)))
        return TRUE;
    }

  return FALSE;
}

/* Inside a sentence Danish common nouns are small; "LAB" and "DREAM" are no common nouns. */
static char *
fit_word (const char *word, gboolean proper, const GPtrArray *names)
{
  const char      *second = g_utf8_next_char (word);
  g_autofree char *small = NULL;

  if (proper || !g_unichar_isupper (g_utf8_get_char (word)) ||
      (!g_unichar_islower (g_utf8_get_char (second)) && *second != ' ') ||
      is_proper_name (word, names))
    return g_strdup (word);

  small = g_utf8_strdown (word, (gssize)(second - word));
  return g_strconcat (small, second, NULL);
}

/* Without its full stop; NULL where it is too long to stand in brackets. */
static char *
shorten_word (const Writing *writing, const Phrase *phrase, const char *word)
{
  g_autofree char *plain = g_strstrip (g_strdup (word != NULL ? word : ""));
  gsize            length = strlen (plain);

  if (length > 1 && plain[length - 1] == '.' && strchr (plain, ' ') != NULL &&
      !g_str_has_suffix (plain, "mv.") && !g_str_has_suffix (plain, "mio."))
    plain[length - 1] = '\0';
  if (plain[0] == '\0' || g_utf8_strlen (plain, -1) > MAX_WORD_LENGTH)
    return NULL;

  return fit_word (plain, phrase->proper, writing->names);
}

static char *
dup_side_word (const Writing *writing, const Phrase *phrase, guint side)
{
  g_autofree char *word =
      tal_comparability_side_dup_word (&writing->sides[side], phrase->difference);

  return shorten_word (writing, phrase, word);
}

/* Where two definitions call two wholes the same, the names of their series do not. */
static char *
dup_side_below (const Writing *writing, const Phrase *phrase, guint side)
{
  g_autofree char *word = tal_comparability_side_dup_below (&writing->sides[side]);

  return shorten_word (writing, phrase, word);
}

/* Whether it would be cut in two by a reader who meets another "og". */
static gboolean
has_and (const char *word)
{
  return strstr (word, " og ") != NULL;
}

/* "forskellig enhed (helårspersoner og sager)" */
static char *
write_pair (const Writing *writing, const Phrase *phrase)
{
  g_autofree char *first = dup_side_word (writing, phrase, 0);
  g_autofree char *second = dup_side_word (writing, phrase, 1);

  if (phrase->difference == TAL_DIFFERENCE_DENOMINATOR && g_strcmp0 (first, second) == 0)
    {
      g_free (first);
      g_free (second);
      first = dup_side_below (writing, phrase, 0);
      second = dup_side_below (writing, phrase, 1);
    }

  if (first != NULL && second != NULL && !g_str_equal (first, second))
    return g_strdup_printf ("%s (%s%s%s)", phrase->one, first,
                            has_and (first) || has_and (second) ? " over for " : " og ", second);
  if (phrase->difference == TAL_DIFFERENCE_UNSTATED_DENOMINATOR &&
      (first == NULL) != (second == NULL))
    return g_strdup_printf ("%s (%s)", phrase->one, first != NULL ? first : second);

  return g_strdup (phrase->one);
}

static const Phrase *
choose_phrase (const Writing *writing, const Phrase *phrase)
{
  if (phrase->difference != TAL_DIFFERENCE_PERIOD &&
      phrase->difference != TAL_DIFFERENCE_PERIOD_LENGTH)
    return phrase;

  for (guint i = 0; i < writing->n_sides; i++)
    {
      if (writing->sides[i].subject->goal == NULL)
        return phrase;
    }

  return &measuring_period;
}

/* Once each: periods that overlap or are longer are other periods too. */
static gboolean
is_told (const Writing *writing, const Phrase *phrase)
{
  TalDifference stronger = TAL_DIFFERENCE_NONE;

  if (phrase->difference == TAL_DIFFERENCE_PERIOD)
    stronger = TAL_DIFFERENCE_PERIOD_LENGTH | TAL_DIFFERENCE_OVERLAP;
  else if (phrase->difference == TAL_DIFFERENCE_PERIOD_LENGTH)
    stronger = TAL_DIFFERENCE_OVERLAP;

  return (writing->differences & phrase->difference) != 0 && (writing->differences & stronger) == 0;
}

static GPtrArray *
list_parts (const Writing *writing)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const Phrase *phrase = choose_phrase (writing, &phrases[i]);

      if (!is_told (writing, &phrases[i]))
        continue;

      g_ptr_array_add (parts, writing->n_sides == 2 ? write_pair (writing, phrase)
                                                    : g_strdup (phrase->many));
    }
  return parts;
}

/* "a, b og c" */
static char *
join_parts (const GPtrArray *parts)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        g_string_append (list, i + 1 == parts->len ? " og " : ", ");
      g_string_append (list, g_ptr_array_index (parts, i));
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Whether the first of the listed takes the adjective: the last ones of the table have
 * their own. */
static gboolean
begins_with_noun (const Writing *writing)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      if (is_told (writing, &phrases[i]))
        return phrases[i].difference != TAL_DIFFERENCE_OVERLAP &&
               phrases[i].difference != TAL_DIFFERENCE_UNSTATED_DENOMINATOR;
    }

  return FALSE;
}

static const char *
get_noun (const Writing *writing)
{
  for (guint i = 0; i < writing->n_sides; i++)
    {
      if (writing->sides[i].subject->series->measure_unit != TAL_MEASURE_UNIT_PER_CENT)
        return "tallene";
    }

  return "procentsatserne";
}

static const char *
get_verb (TalComparabilityUse use)
{
  return use == TAL_COMPARABILITY_USE_ADDED ? "lægges sammen" : "sammenlignes";
}

static char *
write_of_two (const Writing        *writing,
              TalComparabilityUse   use,
              TalComparabilityGrade grade,
              const char           *list)
{
  gboolean plan = (writing->differences & TAL_DIFFERENCE_PLAN) != 0;

  if (grade == TAL_COMPARABILITY_NOTED)
    return g_strdup_printf ("Bemærk, at tallene har %s.", list);

  return g_strdup_printf ("Tallene kan ikke %s: de %shar %s.", get_verb (use),
                          plan ? "er opgjort på forskellige måder og " : "", list);
}

static char *
write_of_many (const Writing        *writing,
               TalComparabilityUse   use,
               TalComparabilityGrade grade,
               const char           *list)
{
  gboolean         plan = (writing->differences & TAL_DIFFERENCE_PLAN) != 0;
  const char      *adjective = begins_with_noun (writing) ? "forskellige " : "";
  g_autofree char *lower =
      g_strconcat (plan ? "opgjort på forskellige måder, med " : "", adjective, list, NULL);
  g_autofree char *first = g_utf8_strup (lower, 1);

  if (grade == TAL_COMPARABILITY_NOTED)
    return g_strdup_printf ("Tallene har %s.", lower);

  return g_strdup_printf ("%s%s; %s kan ikke %s.", first, lower + 1, get_noun (writing),
                          get_verb (use));
}

char *
tal_comparability_write_note (const TalComparabilitySide *sides,
                              guint                       n_sides,
                              TalComparabilityUse         use,
                              TalComparabilityGrade       grade,
                              TalDifference               differences,
                              const GPtrArray            *names)
{
  Writing               writing = { sides, n_sides, differences, names };
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree char      *list = NULL;

  g_return_val_if_fail (sides != NULL && names != NULL, NULL);

  if (differences == TAL_DIFFERENCE_NONE)
    return NULL;

  parts = list_parts (&writing);
  if (parts->len == 0)
    return g_strdup_printf ("Resultaterne er opgjort på forskellige måder og kan derfor ikke %s.",
                            get_verb (use));

  list = join_parts (parts);
  return n_sides == 2 ? write_of_two (&writing, use, grade, list)
                      : write_of_many (&writing, use, grade, list);
}
