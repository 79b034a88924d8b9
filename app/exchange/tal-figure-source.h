/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where imported figures come from, as one of the writers that a figure has grown from
 * (core/tal-versions.h): what it says of a figure that is here, and what it has seen of it.
 */

#pragma once

#include "exchange/tal-figure-list.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalId   id;   /* the map's by which they are read */
  TalTime time; /* when it had them */
} TalFigureSource;

/* Who has written what is here. */
typedef enum
{
  TAL_FIGURE_WRITERS_OTHERS, /* and never the source */
  TAL_FIGURE_WRITERS_SOURCE, /* alone */
  TAL_FIGURE_WRITERS_BOTH,
} TalFigureWriters;

/* 'owner' is the unit of the series, here and below. */
TalFigureWriters tal_figure_source_find_writers (const TalFigureSource *self,
                                                 const TalObservation  *here,
                                                 TalId                  owner);
/* Whether the figure of the file is what stands here. */
gboolean tal_figure_source_says (const TalImportedFigure *figure,
                                 const TalObservation    *here,
                                 TalFigureWriters         writers);
/* Puts what the file says into a copy of what is here, or into a new record. */
void tal_figure_source_fill_in (TalObservation          *record,
                                const TalImportedFigure *figure,
                                TalFigureWriters         writers);
/* What 'there', as it is filled in, has grown from; 'here' may be NULL. */
TalVersions *tal_figure_source_make_versions (const TalFigureSource *self,
                                              const TalObservation  *here,
                                              const TalObservation  *there,
                                              TalId                  owner,
                                              TalFigureWriters       writers);
/* Dates the record back where the source said the same before, in the newest state of 'past' (of
 * TalRecord, the newest first, or NULL) that is the source's alone. */
void tal_figure_source_date_back (const TalFigureSource   *self,
                                  TalObservation          *record,
                                  const TalImportedFigure *figure,
                                  TalId                    owner,
                                  const GPtrArray         *past);

G_END_DECLS
