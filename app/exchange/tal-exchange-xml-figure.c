/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-exchange-xml-events-private.h"

#include <string.h>

#define N_ATTRIBUTE_PARTS 5

/* Longer ones are not read here. */
#define LONGEST_VALUE 24

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

static gboolean
read_plain (TalExchangeXmlEvents *self, const char *name, const char *value, gsize length)
{
  char ended[LONGEST_VALUE + 1];

  if (g_str_equal (name, "period"))
    return tal_period_memory_read (&self->periods, value, length, &self->figure->period);
  if (length > LONGEST_VALUE)
    return FALSE;

  memcpy (ended, value, length);
  ended[length] = '\0';
  if (g_str_equal (name, "value"))
    return tal_decimal_parse (ended, &self->figure->value, NULL);

  return g_str_equal (name, "changed") && length > 0 &&
         tal_time_parse (ended, &self->figure->record.changed_at, NULL);
}

/* Most figures say no more than when and how much, and nothing is wrong with them. */
static gboolean
is_plain (TalExchangeXmlEvents *self, int n_attributes, const xmlChar **attributes)
{
  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **parts = attributes + i * N_ATTRIBUTE_PARTS;

      if (parts[2] != NULL || !read_plain (self, (const char *)parts[0], (const char *)parts[3],
                                           (gsize)(parts[4] - parts[3])))
        return FALSE;
    }

  return tal_period_is_set (self->figure->period);
}

void
tal_exchange_xml_events_read_figure (TalExchangeXmlEvents     *self,
                                     guint                     line,
                                     const TalExchangeElement *element,
                                     int                       n_attributes,
                                     const xmlChar           **attributes)
{
  clear_figure (self);
  if (is_plain (self, n_attributes, attributes))
    return;

  clear_figure (self);
  tal_exchange_xml_events_read_fields (self, line, element, n_attributes, attributes);
}
