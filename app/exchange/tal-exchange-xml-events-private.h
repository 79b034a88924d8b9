/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The state of TalExchangeXmlEvents, shared by the files that it is split over: the
 * nesting of elements and what their attributes say.
 */

#pragma once

#include "exchange/tal-exchange-xml-events.h"
#include "exchange/tal-period-memory.h"

G_BEGIN_DECLS

#define TAL_EXCHANGE_OWN_DEEPEST 6 /* exchange > goal > criterion > target, and some room */

typedef enum
{
  TAL_EXCHANGE_ELEMENT_ROOT,
  TAL_EXCHANGE_ELEMENT_SCOPE,
  TAL_EXCHANGE_ELEMENT_NAMED, /* what the scope names: a plan, an initiative, a period */
  TAL_EXCHANGE_ELEMENT_OBJECT,
  TAL_EXCHANGE_ELEMENT_RUN, /* observations */
  TAL_EXCHANGE_ELEMENT_OBSERVATION,
  TAL_EXCHANGE_ELEMENT_ITEM,
  TAL_EXCHANGE_ELEMENT_PROSE,
} TalExchangeElementType;

typedef struct
{
  TalExchangeElementType type;
  const char            *name;
  const TalStructure    *structure; /* of an object, observation or item */
  gpointer               place;     /* where its fields are */
  const TalField        *field;     /* of prose: the field of the element around it */
  guint                  stage;     /* which of the elements within may come next */
} TalExchangeElement;

struct _TalExchangeXmlEvents
{
  const TalExchangeSink *sink;
  gpointer               user_data;
  TalExchangeHeader     *header; /* NULL once given away */
  TalRecord             *record; /* that is being read, but for a figure */
  TalObservation        *figure; /* the one that is being read, and then the next one */
  guint                  record_line;
  TalId                  run;        /* the series of the group that is being read */
  const TalRecord       *run_series; /* the same, where the file has it before */
  GHashTable            *series;     /* the series read, as a set keyed by their ids */
  TalExchangeElement     elements[TAL_EXCHANGE_OWN_DEEPEST];
  TalPeriodMemory        periods;
  guint                  n_elements;
  guint                  n_foreign; /* depth within foreign elements */
  gboolean               is_complete;
  GString               *value; /* of the attribute that is being read */
  GString               *prose;
  guint                  n_notes;
  GError                *error;
};

/* Sets the error with line and element before the sentence, which it takes. */
void tal_exchange_xml_events_refuse_in (TalExchangeXmlEvents *self,
                                        guint                 line,
                                        const char           *element,
                                        char                 *sentence);
/* Notes what was passed over.  Takes the sentence. */
void tal_exchange_xml_events_note (TalExchangeXmlEvents *self,
                                   guint                 line,
                                   const char           *code,
                                   char                 *sentence);

/* Of the root: into the header that is being read. */
void tal_exchange_xml_events_read_root (TalExchangeXmlEvents *self,
                                        guint                 line,
                                        int                   n_attributes,
                                        const xmlChar       **attributes);
/* Of an object, observation or item: into its place. */
void tal_exchange_xml_events_read_fields (TalExchangeXmlEvents     *self,
                                          guint                     line,
                                          const TalExchangeElement *element,
                                          int                       n_attributes,
                                          const xmlChar           **attributes);
/* The same of a figure, into the one that is used for all. */
void tal_exchange_xml_events_read_figure (TalExchangeXmlEvents     *self,
                                          guint                     line,
                                          const TalExchangeElement *element,
                                          int                       n_attributes,
                                          const xmlChar           **attributes);
/* The one attribute of an element that has no other; NULL with an error where it is not
 * there.  What it points to lasts until the next attribute is read. */
const char *tal_exchange_xml_events_find_only (TalExchangeXmlEvents *self,
                                               guint                 line,
                                               const char           *element,
                                               const char           *name,
                                               int                   n_attributes,
                                               const xmlChar       **attributes);
/* Refuses an attribute whose value could not be read.  Takes the reason. */
void tal_exchange_xml_events_refuse_value (TalExchangeXmlEvents *self,
                                           guint                 line,
                                           const char           *element,
                                           const char           *attribute,
                                           GError               *reason);

/* For an element that has no attributes. */
void tal_exchange_xml_events_read_none (TalExchangeXmlEvents *self,
                                        guint                 line,
                                        const char           *element,
                                        int                   n_attributes,
                                        const xmlChar       **attributes);
/* That the elements an object, observation or item must have are there. */
void tal_exchange_xml_events_check_children (TalExchangeXmlEvents     *self,
                                             guint                     line,
                                             const TalExchangeElement *element);
void tal_exchange_xml_events_refuse_version (TalExchangeXmlEvents *self, guint line);

G_END_DECLS
