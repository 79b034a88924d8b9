/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-danish-noun.h"

#include "base/tal-danish-number.h"

#include <string.h>

#define NO_BREAK_SPACE "\302\240"

/* Words that are the same in both numbers (forløb, fleksjob, mål) need no entry. */
static const struct
{
  const char *plural;
  const char *singular;
} nouns[] = {
  { "bevillinger", "bevilling" },
  { "borgere", "borger" },
  { "dage", "dag" },
  { "deltagere", "deltager" },
  { "elever", "elev" },
  { "fagpersoner", "fagperson" },
  { "familier", "familie" },
  { "familieforsørgede", "familieforsørget" },
  { "fuldtidspersoner", "fuldtidsperson" },
  { "helårspersoner", "helårsperson" },
  { "helårspladser", "helårsplads" },
  { "indsatser", "indsats" },
  { "kontanthjælpsmodtagere", "kontanthjælpsmodtager" },
  { "kvinder", "kvinde" },
  { "ledige", "ledig" },
  { "måneder", "måned" },
  { "personer", "person" },
  { "placeringer", "placering" },
  { "pladser", "plads" },
  { "sager", "sag" },
  { "tilkendelser", "tilkendelse" },
  { "uger", "uge" },
  { "unge", "ung" },
  { "værdier", "værdi" },
  { "virksomhedsplaceringer", "virksomhedsplacering" },
};

gboolean
tal_danish_noun_is_singular (TalDecimal number)
{
  gint64 whole = ABS (number.coefficient);

  for (guint i = 0; i < number.scale; i++)
    whole /= 10;

  return whole == 1 || (whole == 0 && !tal_decimal_is_zero (number));
}

const char *
tal_danish_noun_for_number (const char *plural, TalDecimal number)
{
  g_return_val_if_fail (plural != NULL, NULL);

  if (!tal_danish_noun_is_singular (number))
    return plural;

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      if (g_str_equal (plural, nouns[i].plural))
        return nouns[i].singular;
    }

  return plural;
}

char *
tal_danish_noun_count (TalDecimal number, const char *plural)
{
  g_autofree char *text = tal_danish_number_format (number, TAL_DANISH_NUMBER_TRUE_MINUS);

  g_return_val_if_fail (plural != NULL, NULL);

  return g_strconcat (text, NO_BREAK_SPACE, tal_danish_noun_for_number (plural, number), NULL);
}

char *
tal_danish_noun_dup_inside (const char *heading)
{
  const char      *rest = NULL;
  g_autofree char *first = NULL;

  g_return_val_if_fail (heading != NULL, NULL);

  if (heading[0] == '\0')
    return g_strdup ("");
  rest = g_utf8_next_char (heading);
  if (g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (heading);

  first = g_utf8_strdown (heading, (gssize)(rest - heading));
  return g_strconcat (first, rest, NULL);
}

char *
tal_danish_noun_dup_heading (const char *words)
{
  const char      *rest = NULL;
  g_autofree char *first = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  if (words[0] == '\0')
    return g_strdup ("");
  rest = g_utf8_next_char (words);
  first = g_utf8_strup (words, (gssize)(rest - words));
  return g_strconcat (first, rest, NULL);
}

/* What can begin what is said of a noun behind it. */
static const char *const links[] = { " i ",   " der ",   " som ",  " med ",   " uden ", " på ",
                                     " hos ", " efter ", " fra ",  " til ",   " af ",   " ved ",
                                     " for ", " under ", " over ", " inden ", ",",      " (" };

static gsize
get_head_length (const char *words)
{
  gsize length = strlen (words);

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      const char *found = strstr (words, links[i]);

      if (found != NULL && found > words)
        length = MIN (length, (gsize)(found - words));
    }

  return length;
}

char *
tal_danish_noun_dup_head (const char *words)
{
  g_return_val_if_fail (words != NULL, NULL);

  return g_strndup (words, get_head_length (words));
}

char *
tal_danish_noun_dup_definite (const char *words)
{
  g_autofree char *head = NULL;
  const char      *rest = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  head = tal_danish_noun_dup_head (words);
  rest = words + strlen (head);
  if (strchr (head, ' ') == NULL && g_str_has_suffix (head, "ere"))
    return g_strdup_printf ("%.*sne%s", (int)strlen (head) - 1, head, rest);
  if (strchr (head, ' ') == NULL && g_str_has_suffix (head, "er"))
    return g_strconcat (head, "ne", rest, NULL);

  return g_strconcat ("de ", words, NULL);
}
