/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-column-words.h"

#include "base/tal-danish-collation.h"

#include <string.h>

/* Folded, as tal_danish_collation_dup_folded does; the first that fits decides.  A word ends where
 * the text does or its mark stands, unless it ends with "*". */
static const struct
{
  const char *word;
  TalRole     role;
} role_words[] = {
  { "periode*", TAL_ROLE_PERIOD },
  { "period*", TAL_ROLE_PERIOD },
  { "aar", TAL_ROLE_PERIOD },
  { "kvartal*", TAL_ROLE_PERIOD },
  { "kvt", TAL_ROLE_PERIOD },
  { "maaned*", TAL_ROLE_PERIOD },
  { "uge", TAL_ROLE_PERIOD },
  { "halvaar", TAL_ROLE_PERIOD },
  { "tid", TAL_ROLE_PERIOD },
  { "dato", TAL_ROLE_PERIOD },
  { "year", TAL_ROLE_PERIOD },
  { "quarter", TAL_ROLE_PERIOD },
  { "month", TAL_ROLE_PERIOD },
  { "week", TAL_ROLE_PERIOD },
  { "time*", TAL_ROLE_PERIOD },
  { "date", TAL_ROLE_PERIOD },
  { "maalgruppe*", TAL_ROLE_TARGET_GROUP },
  { "ydelse*", TAL_ROLE_TARGET_GROUP },
  { "target group*", TAL_ROLE_TARGET_GROUP },
  { "omraade*", TAL_ROLE_AREA },
  { "geografi*", TAL_ROLE_AREA },
  { "kommune*", TAL_ROLE_AREA },
  { "bydel*", TAL_ROLE_AREA },
  { "region*", TAL_ROLE_AREA },
  { "landsdel*", TAL_ROLE_AREA },
  { "jobcenter*", TAL_ROLE_AREA },
  { "area*", TAL_ROLE_AREA },
  { "municipality*", TAL_ROLE_AREA },
  { "country*", TAL_ROLE_AREA },
  { "orgunit*", TAL_ROLE_AREA },
  { "tilbud*", TAL_ROLE_OFFER },
  { "redskab*", TAL_ROLE_OFFER },
  { "offer*", TAL_ROLE_OFFER },
  { "leverandoer*", TAL_ROLE_PROVIDER },
  { "udbyder*", TAL_ROLE_PROVIDER },
  { "provider*", TAL_ROLE_PROVIDER },
  { "status", TAL_ROLE_STATE },
  { "tilstand", TAL_ROLE_STATE },
  { "foreloebig*", TAL_ROLE_STATE },
  { "state", TAL_ROLE_STATE },
  { "note*", TAL_ROLE_NOTE },
  { "bemaerkning*", TAL_ROLE_NOTE },
  { "anm*", TAL_ROLE_NOTE },
  { "kommentar*", TAL_ROLE_NOTE },
  { "comment*", TAL_ROLE_NOTE },
  { "fodnote*", TAL_ROLE_NOTE },
  { "talraekke*", TAL_ROLE_SERIES },
  { "noegletal*", TAL_ROLE_SERIES },
  { "indikator*", TAL_ROLE_SERIES },
  { "maaling*", TAL_ROLE_SERIES },
  { "emne*", TAL_ROLE_SERIES },
  { "maal", TAL_ROLE_SERIES },
  { "navn", TAL_ROLE_SERIES },
  { "indsats*", TAL_ROLE_SERIES },
  { "variabel*", TAL_ROLE_SERIES },
  { "series*", TAL_ROLE_SERIES },
  { "indicator*", TAL_ROLE_SERIES },
  { "name", TAL_ROLE_SERIES },
  { "measure*", TAL_ROLE_SERIES },
  { "dataelement*", TAL_ROLE_SERIES },
  { "antal*", TAL_ROLE_VALUE },
  { "andel*", TAL_ROLE_VALUE },
  { "vaerdi*", TAL_ROLE_VALUE },
  { "indhold", TAL_ROLE_VALUE },
  { "value*", TAL_ROLE_VALUE },
  { "pct*", TAL_ROLE_VALUE },
  { "procent*", TAL_ROLE_VALUE },
  { "number*", TAL_ROLE_VALUE },
  { "count*", TAL_ROLE_VALUE },
  { "gruppe*", TAL_ROLE_TARGET_GROUP },
};

/* Longer words first where one is part of another. */
static const struct
{
  const char    *word;
  TalMeasureUnit unit;
} unit_words[] = {
  { "procentpoint", TAL_MEASURE_UNIT_PERCENTAGE_POINTS },
  { "percentage point", TAL_MEASURE_UNIT_PERCENTAGE_POINTS },
  { "pct", TAL_MEASURE_UNIT_PER_CENT },
  { "procent", TAL_MEASURE_UNIT_PER_CENT },
  { "per cent", TAL_MEASURE_UNIT_PER_CENT },
  { "percent", TAL_MEASURE_UNIT_PER_CENT },
  { "%", TAL_MEASURE_UNIT_PER_CENT },
  { "andel", TAL_MEASURE_UNIT_PER_CENT },
  { "fuldtidsperson", TAL_MEASURE_UNIT_FULL_TIME_PERSONS },
  { "fuldtidsmodtager", TAL_MEASURE_UNIT_FULL_TIME_PERSONS },
  { "helaarsperson", TAL_MEASURE_UNIT_FULL_YEAR_PERSONS },
  { "helaarsplads", TAL_MEASURE_UNIT_FULL_YEAR_PLACES },
  { "index", TAL_MEASURE_UNIT_INDEX },
  { "indeks", TAL_MEASURE_UNIT_INDEX },
  { "person", TAL_MEASURE_UNIT_PERSONS },
  { "borgere", TAL_MEASURE_UNIT_PERSONS },
  { "deltagere", TAL_MEASURE_UNIT_PERSONS },
  { "familier", TAL_MEASURE_UNIT_FAMILIES },
  { "forloeb", TAL_MEASURE_UNIT_COURSES },
  { "sager", TAL_MEASURE_UNIT_CASES },
  { "mio. kr", TAL_MEASURE_UNIT_MILLION_DKK },
  { "kroner", TAL_MEASURE_UNIT_DKK },
  { "dkk", TAL_MEASURE_UNIT_DKK },
  { "uger", TAL_MEASURE_UNIT_WEEKS },
};

static gboolean
fits (const char *folded, const char *word)
{
  gsize length = strlen (word);

  if (word[length - 1] == '*')
    return strncmp (folded, word, length - 1) == 0;

  return strncmp (folded, word, length) == 0 && !g_ascii_isalpha (folded[length]);
}

TalRole
tal_column_words_find_role (const char *heading)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (heading != NULL, TAL_ROLE_LEFT_OUT);

  folded = tal_danish_collation_dup_folded (heading);
  for (gsize i = 0; i < G_N_ELEMENTS (role_words); i++)
    {
      if (fits (folded, role_words[i].word))
        return role_words[i].role;
    }

  return TAL_ROLE_LEFT_OUT;
}

gboolean
tal_column_words_find_unit (const char *text, TalMeasureUnit *ret_unit)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL && ret_unit != NULL, FALSE);

  folded = tal_danish_collation_dup_folded (text);
  for (gsize i = 0; i < G_N_ELEMENTS (unit_words); i++)
    {
      if (strstr (folded, unit_words[i].word) != NULL)
        {
          *ret_unit = unit_words[i].unit;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
tal_column_words_is_total (const char *text)
{
  static const char *const totals[] = { "i alt", "ialt", "total", "alle", "all", "all ages" };
  g_autofree char         *folded = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  folded = tal_danish_collation_dup_folded (text);
  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      if (g_str_equal (folded, totals[i]))
        return TRUE;
    }

  return FALSE;
}
