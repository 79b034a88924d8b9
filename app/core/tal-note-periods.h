/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The periods that running text names: "4. kvt. 2015", "31.05.16", "i december" of a paragraph
 * about one year.  tal_note_periods_… find them among the tokens of a text; what they are the
 * periods of, they do not know.
 */

#pragma once

#include "core/tal-danish-token.h"
#include "core/tal-period.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalPeriod period;
  gsize     start; /* bytes of the passage's text */
  gsize     end;
  gboolean  base; /* that another is compared with: "i forhold til 2013", "siden 2013" */
} TalNotePeriod;

/* Adds the periods (TalNotePeriod) of the tokens from 'first' and before 'last', which are those
 * of 'text'; 'offset' is where that stands in its passage. */
void tal_note_periods_add (GArray                *periods,
                           const TalDanishTokens *tokens,
                           const char            *text,
                           gsize                  offset,
                           guint                  first,
                           guint                  last);
/* "i januar 2004 … og i december": adds the months that have no year, as of that year. */
void tal_note_periods_add_months (GArray                *periods,
                                  const TalDanishTokens *tokens,
                                  gsize                  offset,
                                  guint                  first,
                                  guint                  last,
                                  int                    year);
/* The year that each of the periods lies in, and is 'found' unless that is 0; 0 of none, -1 of
 * several. */
int tal_note_periods_find_year (const GArray *periods, int found);
/* The one period that a header or caption names; unset where none or several. */
TalPeriod tal_note_periods_find_only (const char *text);

G_END_DECLS
