/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-exchange-xml-events-private.h"

/* There are so many figures that one is used for all.  What its series says is said of it too. */
static void
clear_figure (TalExchangeXmlEvents *self)
{
  TalRecord  *record = &self->figure->record;
  const char *author = self->run_series != NULL ? self->run_series->changed_by : NULL;

  tal_structure_clear (&tal_observation_structure, self->figure);
  g_clear_pointer (&record->versions, tal_versions_unref);
  record->id = self->run;
  record->changed_at = self->run_series != NULL ? self->run_series->changed_at : TAL_TIME_NONE;
  if (g_strcmp0 (record->changed_by, author) == 0)
    return;

  g_free (record->changed_by);
  record->changed_by = g_strdup (author);
}

void
tal_exchange_xml_events_read_figure (TalExchangeXmlEvents     *self,
                                     guint                     line,
                                     const TalExchangeElement *element,
                                     int                       n_attributes,
                                     const xmlChar           **attributes)
{
  clear_figure (self);
  tal_exchange_xml_events_read_fields (self, line, element, n_attributes, attributes);
}
