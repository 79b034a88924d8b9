/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-exchange-xml-events-private.h"

#include <glib/gi18n-lib.h>

#define MOST_NOTES 100

void
tal_exchange_xml_events_refuse (TalExchangeXmlEvents *self,
                                TalError              code,
                                guint                 line,
                                const char           *sentence)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (sentence != NULL);

  if (self->error == NULL)
    g_set_error (&self->error, TAL_ERROR, code, _ ("Line %u: %s"), line, sentence);
}

void
tal_exchange_xml_events_refuse_version (TalExchangeXmlEvents *self, guint line)
{
  tal_exchange_xml_events_refuse (self, TAL_ERROR_NEWER_VERSION, line,
                                  _ ("The file is of a newer version of the format than this program reads. Update the "
         "program, or ask for a file of version 1."));
}

void
tal_exchange_xml_events_refuse_in (TalExchangeXmlEvents *self,
                                   guint                 line,
                                   const char           *element,
                                   char                 *sentence)
{
  g_autofree char *quotable = tal_error_dup_quotable (element);

  if (self->error == NULL)
    g_set_error (&self->error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                 _ ("Line %u, <%s>: %s"), line, quotable, sentence);
  g_free (sentence);
}

void
tal_exchange_xml_events_note (TalExchangeXmlEvents *self,
                              guint                 line,
                              const char           *code,
                              char                 *sentence)
{
  g_autofree char *place = g_strdup_printf (_("Line %u"), line);

  if (self->n_notes++ < MOST_NOTES)
    self->sink->take_note (tal_problem_new (TAL_SEVERITY_NOTE, code, place, sentence),
                           self->user_data);
  g_free (sentence);
}

void
tal_exchange_xml_events_refuse_value (TalExchangeXmlEvents *self,
                                      guint                 line,
                                      const char           *element,
                                      const char           *attribute,
                                      GError               *reason)
{
  if (self->error == NULL)
    g_set_error (&self->error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                 _ ("Line %u, <%s>, %s: %s"), line, element, attribute, reason->message);
  g_error_free (reason);
}
