/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-figure-source.h"

/* Whether the file says of the figure what stands here, or stood.  It need not say all, but what
 * its source alone has written is said by it 'wholly': a figure without a star is final now. */
gboolean
tal_figure_source_says (const TalImportedFigure *figure,
                        const TalObservation    *here,
                        TalFigureWriters         writers)
{
  gboolean wholly = writers == TAL_FIGURE_WRITERS_SOURCE;

  g_return_val_if_fail (figure != NULL && here != NULL, FALSE);

  if (tal_decimal_is_none (figure->value) != tal_decimal_is_none (here->value) ||
      (!tal_decimal_is_none (figure->value) &&
       tal_decimal_compare (figure->value, here->value) != 0))
    return FALSE;

  return figure->missing == here->missing &&
         ((!wholly && !figure->has_state) || figure->state == here->state) &&
         ((!wholly && figure->approximation == TAL_APPROXIMATION_EXACT) ||
          figure->approximation == here->approximation) &&
         ((!wholly && figure->note == NULL) || g_strcmp0 (figure->note, here->note) == 0);
}

void
tal_figure_source_fill_in (TalObservation          *record,
                           const TalImportedFigure *figure,
                           TalFigureWriters         writers)
{
  gboolean wholly = writers == TAL_FIGURE_WRITERS_SOURCE;

  g_return_if_fail (record != NULL && figure != NULL);

  record->value = figure->value;
  record->missing = figure->missing;
  record->approximation = figure->approximation;
  record->kept = FALSE;
  if (wholly || figure->has_state)
    record->state = figure->state;
  if (wholly || figure->note != NULL)
    {
      g_free (record->note);
      record->note = g_strdup (figure->note);
    }
}

TalFigureWriters
tal_figure_source_find_writers (const TalFigureSource *self,
                                const TalObservation  *here,
                                TalId                  owner)
{
  g_autoptr (TalVersions) versions = tal_record_ref_versions (&here->record, owner);
  TalTime                 last = tal_versions_get_time (versions, self->id);
  g_autoptr (TalVersions) source = NULL;

  if (last == TAL_TIME_NONE)
    return TAL_FIGURE_WRITERS_OTHERS;

  source = tal_versions_new (self->id, last);
  return tal_versions_covers (source, versions) ? TAL_FIGURE_WRITERS_SOURCE
                                                : TAL_FIGURE_WRITERS_BOTH;
}

/* What differs from what is here was changed by the source.  What others wrote before it came has
 * no origin in common with it: then neither is the newer, and a person decides. */
TalVersions *
tal_figure_source_make_versions (const TalFigureSource *self,
                                 const TalObservation  *here,
                                 const TalObservation  *there,
                                 TalId                  owner,
                                 TalFigureWriters       writers)
{
  const TalStructure     *structure = tal_kind_get_structure (TAL_KIND_OBSERVATION);
  TalVersions            *versions = tal_versions_new (self->id, self->time);
  g_autoptr (TalVersions) own = NULL;

  if (here == NULL)
    return versions;

  own = tal_record_ref_versions (&here->record, owner);
  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField         *field = &structure->fields[i];
      const char             *part = tal_record_get_part (&there->record, field);
      g_autoptr (TalVersions) before = NULL;
      TalId                   writer = TAL_ID_NONE;
      TalTime                 time = TAL_TIME_NONE;

      if (tal_field_is_equal (field, here, there) ||
          (writers == TAL_FIGURE_WRITERS_OTHERS &&
           !tal_versions_get_part (own, part, &writer, &time)))
        continue;

      before = versions;
      versions = tal_versions_set_part (before, part, self->id, self->time);
    }

  return versions;
}

/* What the source says now as it did before is no news: it was changed here since. */
void
tal_figure_source_date_back (const TalFigureSource   *self,
                             TalObservation          *record,
                             const TalImportedFigure *figure,
                             TalId                    owner,
                             const GPtrArray         *past)
{
  g_return_if_fail (self != NULL && record != NULL && figure != NULL);

  for (guint i = 0; past != NULL && i < past->len; i++)
    {
      const TalRecord        *each = g_ptr_array_index (past, i);
      g_autoptr (TalVersions) versions = NULL;

      if (each->kind != TAL_KIND_OBSERVATION ||
          tal_figure_source_find_writers (self, TAL_OBSERVATION (each), owner) !=
              TAL_FIGURE_WRITERS_SOURCE)
        continue;

      versions = tal_record_ref_versions (each, owner);
      if (tal_figure_source_says (figure, TAL_OBSERVATION (each), TAL_FIGURE_WRITERS_SOURCE))
        tal_record_set_versions (&record->record, versions, owner);
      return;
    }
}
