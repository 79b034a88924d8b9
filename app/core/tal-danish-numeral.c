/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-danish-numeral.h"

#include <string.h>

/* The first word of a number is the one that is written. */
static const struct
{
  const char *word;
  int         value;
} numerals[] = {
  { "nul", 0 },        { "én", 1 },       { "ét", 1 },          { "to", 2 },
  { "tre", 3 },        { "fire", 4 },     { "fem", 5 },         { "seks", 6 },
  { "syv", 7 },        { "otte", 8 },     { "ni", 9 },          { "ti", 10 },
  { "elleve", 11 },    { "tolv", 12 },    { "tretten", 13 },    { "fjorten", 14 },
  { "femten", 15 },    { "seksten", 16 }, { "sytten", 17 },     { "atten", 18 },
  { "nitten", 19 },    { "tyve", 20 },    { "tredive", 30 },    { "fyrre", 40 },
  { "halvtreds", 50 }, { "tres", 60 },    { "halvfjerds", 70 }, { "firs", 80 },
  { "halvfems", 90 },
};

/* Parts of a whole: the word, and how many of them make the whole. */
static const struct
{
  const char *word;
  int         parts;
} parts[] = {
  { "tredjedel", 3 }, { "tredjedele", 3 }, { "fjerdedel", 4 },  { "fjerdedele", 4 },
  { "femtedel", 5 },  { "femtedele", 5 },  { "tiendedel", 10 }, { "tiendedele", 10 },
};

int
tal_danish_numeral_find (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numerals); i++)
    {
      if (strcmp (word, numerals[i].word) == 0)
        return numerals[i].value;
    }

  return -1;
}

int
tal_danish_numeral_find_part (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (strcmp (word, parts[i].word) == 0)
        return parts[i].parts;
    }

  return 0;
}

const char *
tal_danish_numeral_get (int number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numerals); i++)
    {
      if (number > 0 && number <= 20 && numerals[i].value == number)
        return numerals[i].word;
    }

  return NULL;
}
