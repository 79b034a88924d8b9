/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-note-noun.h"

#include <string.h>

/* A word is of the kind whose ending it has; longer endings before those they end in. */
static const struct
{
  const char *ending;
  TalNoteNoun kind;
} endings[] = {
  { "leverandører", TAL_NOTE_NOUN_PROVIDERS },
  { "leverandør", TAL_NOTE_NOUN_PROVIDERS },
  { "leverandørerne", TAL_NOTE_NOUN_PROVIDERS },
  { "borgere", TAL_NOTE_NOUN_PEOPLE },
  { "borger", TAL_NOTE_NOUN_PEOPLE },
  { "borgerne", TAL_NOTE_NOUN_PEOPLE },
  { "personer", TAL_NOTE_NOUN_PEOPLE },
  { "person", TAL_NOTE_NOUN_PEOPLE },
  { "deltagere", TAL_NOTE_NOUN_PEOPLE },
  { "deltager", TAL_NOTE_NOUN_PEOPLE },
  { "deltagerne", TAL_NOTE_NOUN_PEOPLE },
  { "unge", TAL_NOTE_NOUN_PEOPLE },
  { "ledige", TAL_NOTE_NOUN_PEOPLE },
  { "kvinder", TAL_NOTE_NOUN_PEOPLE },
  { "mænd", TAL_NOTE_NOUN_PEOPLE },
  { "voksne", TAL_NOTE_NOUN_PEOPLE },
  { "modtagere", TAL_NOTE_NOUN_PEOPLE },
  { "elever", TAL_NOTE_NOUN_PEOPLE },
  { "forsørgede", TAL_NOTE_NOUN_PEOPLE },
  { "revalidender", TAL_NOTE_NOUN_PEOPLE },
  { "visiterede", TAL_NOTE_NOUN_PEOPLE },
  { "helårspladser", TAL_NOTE_NOUN_PEOPLE },
  { "kursister", TAL_NOTE_NOUN_PEOPLE },
  { "flygtninge", TAL_NOTE_NOUN_PEOPLE },
  { "dagpengemodtagere", TAL_NOTE_NOUN_PEOPLE },
  { "forløb", TAL_NOTE_NOUN_COURSES },
  { "forløbene", TAL_NOTE_NOUN_COURSES },
  { "placeringer", TAL_NOTE_NOUN_PLACEMENTS },
  { "placering", TAL_NOTE_NOUN_PLACEMENTS },
  { "sager", TAL_NOTE_NOUN_CASES },
  { "sagerne", TAL_NOTE_NOUN_CASES },
  { "familier", TAL_NOTE_NOUN_FAMILIES },
  { "familie", TAL_NOTE_NOUN_FAMILIES },
  { "tilkendelser", TAL_NOTE_NOUN_AWARDS },
  { "indsatser", TAL_NOTE_NOUN_INITIATIVES },
  { "initiativer", TAL_NOTE_NOUN_INITIATIVES },
  { "delmål", TAL_NOTE_NOUN_GOALS },
  { "uger", TAL_NOTE_NOUN_TIME },
  { "ugers", TAL_NOTE_NOUN_TIME },
  { "måneder", TAL_NOTE_NOUN_TIME },
  { "måneders", TAL_NOTE_NOUN_TIME },
  { "timer", TAL_NOTE_NOUN_TIME },
  { "minutter", TAL_NOTE_NOUN_TIME },
};

TalNoteNoun
tal_note_noun_find_kind (const char *noun)
{
  if (noun == NULL)
    return TAL_NOTE_NOUN_OTHER;
  if (strcmp (noun, "mål") == 0)
    return TAL_NOTE_NOUN_GOALS;
  if (strcmp (noun, "år") == 0 || strcmp (noun, "års") == 0 || strcmp (noun, "dage") == 0)
    return TAL_NOTE_NOUN_TIME;

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (noun, endings[i].ending))
        return endings[i].kind;
    }

  return TAL_NOTE_NOUN_OTHER;
}

TalNoteNoun
tal_note_noun_from_unit (TalMeasureUnit unit)
{
  switch (unit)
    {
    case TAL_MEASURE_UNIT_PERSONS:
    case TAL_MEASURE_UNIT_FULL_TIME_PERSONS:
    case TAL_MEASURE_UNIT_FULL_YEAR_PERSONS:
    case TAL_MEASURE_UNIT_FULL_YEAR_PLACES:
      return TAL_NOTE_NOUN_PEOPLE;
    case TAL_MEASURE_UNIT_FAMILIES:
      return TAL_NOTE_NOUN_FAMILIES;
    case TAL_MEASURE_UNIT_COURSES:
      return TAL_NOTE_NOUN_COURSES;
    case TAL_MEASURE_UNIT_PLACEMENTS:
      return TAL_NOTE_NOUN_PLACEMENTS;
    case TAL_MEASURE_UNIT_CASES:
      return TAL_NOTE_NOUN_CASES;
    case TAL_MEASURE_UNIT_AWARDS:
      return TAL_NOTE_NOUN_AWARDS;
    case TAL_MEASURE_UNIT_WEEKS:
      return TAL_NOTE_NOUN_TIME;
    case TAL_MEASURE_UNIT_COUNT:
    case TAL_MEASURE_UNIT_PER_CENT:
    case TAL_MEASURE_UNIT_PERCENTAGE_POINTS:
    case TAL_MEASURE_UNIT_RATIO:
    case TAL_MEASURE_UNIT_INDEX:
    case TAL_MEASURE_UNIT_DKK:
    case TAL_MEASURE_UNIT_MILLION_DKK:
      break;
    }

  return TAL_NOTE_NOUN_OTHER;
}

/* The last word of "timer om ugen" says nothing; the first one of a measure does. */
static TalNoteNoun
find_measure_kind (const char *measure)
{
  g_auto (GStrv) words = measure != NULL ? g_strsplit (measure, " ", -1) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      TalNoteNoun kind = tal_note_noun_find_kind (words[i]);

      if (kind != TAL_NOTE_NOUN_OTHER)
        return kind;
    }

  return TAL_NOTE_NOUN_OTHER;
}

int
tal_note_noun_compare (TalNoteNoun noun, const TalSeries *series)
{
  TalNoteNoun unit = tal_note_noun_from_unit (series->measure_unit);
  TalNoteNoun measure = find_measure_kind (series->measure);

  if (noun == TAL_NOTE_NOUN_OTHER ||
      (unit == TAL_NOTE_NOUN_OTHER && measure == TAL_NOTE_NOUN_OTHER))
    return 0;

  return noun == unit || noun == measure ? 1 : -1;
}
