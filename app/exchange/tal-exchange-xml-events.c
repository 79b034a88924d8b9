/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-exchange-xml-events.h"

#include "core/tal-observation.h"
#include "exchange/tal-exchange-text.h"
#include "exchange/tal-exchange-xml-events-private.h"
#include "exchange/tal-exchange-xml-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OUR_NAMESPACES "urn:indsatstal:exchange:"
#define DEEPEST 32
/* A character has at most four bytes: what is cut off here is too long all the same. */
#define PROSE_BYTES (TAL_FIELD_PROSE_LENGTH * 4 + 4)

/* The place of the elements within the root: the scope, then the kinds in their order. */
#define STAGE_SCOPE 0
#define STAGE_OF_KIND(kind) ((guint)(kind) + 1)

/* The places within the scope. */
enum
{
  STAGE_PLAN,
  STAGE_INITIATIVE,
  STAGE_PERIOD,
  STAGE_END,
};

static guint
record_hash (gconstpointer record)
{
  return tal_id_hash (((const TalRecord *)record)->id);
}

static gboolean
record_equal (gconstpointer a, gconstpointer b)
{
  return tal_id_is_equal (((const TalRecord *)a)->id, ((const TalRecord *)b)->id);
}

static TalExchangeElement *
get_innermost (TalExchangeXmlEvents *self)
{
  return self->n_elements > 0 ? &self->elements[self->n_elements - 1] : NULL;
}

static TalExchangeElement *
push (TalExchangeXmlEvents *self, TalExchangeElementType type, const char *name)
{
  TalExchangeElement *element = NULL;

  g_assert (self->n_elements < TAL_EXCHANGE_OWN_DEEPEST);

  element = &self->elements[self->n_elements++];
  memset (element, 0, sizeof *element);
  element->type = type;
  element->name = name;
  return element;
}

static void
give_header (TalExchangeXmlEvents *self)
{
  if (self->header != NULL)
    self->sink->take_header (g_steal_pointer (&self->header), self->user_data);
}

static void
refuse_element (TalExchangeXmlEvents *self, guint line, const char *name, const char *around)
{
  tal_exchange_xml_events_refuse_in (self, line, name,
                                     g_strdup_printf (_ ("it has no place in <%s>."), around));
}

/* Elements stand in one order.  'may_repeat' where several of one name may. */
static gboolean
advance (TalExchangeXmlEvents *self,
         guint                 line,
         const char           *name,
         TalExchangeElement   *around,
         guint                 stage,
         gboolean              may_repeat)
{
  if (stage < around->stage)
    {
      tal_exchange_xml_events_refuse_in (self, line, name,
                                         g_strdup_printf (_ ("it stands too late in <%s>, or twice."),
                                             around->name));
      return FALSE;
    }

  around->stage = may_repeat ? stage : stage + 1;
  return TRUE;
}

typedef struct
{
  guint           line;
  const char     *name;
  int             n_attributes;
  const xmlChar **attributes;
} Start;

static void
start_root (TalExchangeXmlEvents *self, const Start *start)
{
  if (!g_str_equal (start->name, "exchange"))
    {
      tal_exchange_xml_events_refuse_in (self, start->line, start->name,
                                         g_strdup (_ ("this is not an exchange file.")));
      return;
    }

  push (self, TAL_EXCHANGE_ELEMENT_ROOT, "exchange");
  tal_exchange_xml_events_read_root (self, start->line, start->n_attributes, start->attributes);
}

static void
start_object (TalExchangeXmlEvents *self, const Start *start, TalKind kind)
{
  TalExchangeElement *element = NULL;

  element = push (self, TAL_EXCHANGE_ELEMENT_OBJECT, tal_kind_get_name (kind));
  self->record = tal_record_new (kind, TAL_ID_NONE);
  self->record_line = start->line;
  element->structure = tal_kind_get_structure (kind);
  element->place = self->record;
  tal_exchange_xml_events_read_fields (self, start->line, element, start->n_attributes,
                                       start->attributes);
  if (tal_id_is_none (self->record->id))
    tal_exchange_xml_events_refuse_in (self, start->line, element->name,
                                       g_strdup_printf (_ ("the attribute “%s” is missing."),
                                                           "id"));
}

static void
read_id (TalExchangeXmlEvents *self, const Start *start, const char *attribute, TalId *ret_id)
{
  GError     *reason = NULL;
  const char *text = tal_exchange_xml_events_find_only (self, start->line, start->name, attribute,
                                                        start->n_attributes, start->attributes);

  if (text != NULL && !tal_id_parse (text, ret_id, &reason))
    tal_exchange_xml_events_refuse_value (self, start->line, start->name, attribute, reason);
}

static void
start_run (TalExchangeXmlEvents *self, const Start *start)
{
  TalRecord wanted = { 0 };

  push (self, TAL_EXCHANGE_ELEMENT_RUN, "observations");
  read_id (self, start, "series", &self->run);
  wanted.id = self->run;
  self->run_series = g_hash_table_lookup (self->series, &wanted);
}

static void
start_in_root (TalExchangeXmlEvents *self, const Start *start, TalExchangeElement *around)
{
  gboolean is_run = g_str_equal (start->name, "observations");
  TalKind  kind = TAL_KIND_OBSERVATION;

  if (g_str_equal (start->name, "scope"))
    {
      if (!advance (self, start->line, start->name, around, STAGE_SCOPE, FALSE))
        return;
      push (self, TAL_EXCHANGE_ELEMENT_SCOPE, "scope");
      tal_exchange_xml_events_read_none (self, start->line, start->name, start->n_attributes,
                                         start->attributes);
      return;
    }

  if (!is_run && (!tal_kind_from_name (start->name, &kind) || kind == TAL_KIND_OBSERVATION))
    {
      refuse_element (self, start->line, start->name, around->name);
      return;
    }
  if (!advance (self, start->line, start->name, around, STAGE_OF_KIND (kind), TRUE))
    return;

  give_header (self);
  if (is_run)
    start_run (self, start);
  else
    start_object (self, start, kind);
}

static void
start_scope_period (TalExchangeXmlEvents *self, const Start *start)
{
  TalPeriod   period = TAL_PERIOD_UNSET;
  GError     *reason = NULL;
  const char *text = NULL;

  push (self, TAL_EXCHANGE_ELEMENT_NAMED, "period");
  text = tal_exchange_xml_events_find_only (self, start->line, start->name, "value",
                                            start->n_attributes, start->attributes);
  if (text == NULL)
    return;

  if (tal_period_parse (text, &period, &reason))
    tal_exchange_scope_set_period (self->header->scope, period);
  else
    tal_exchange_xml_events_refuse_value (self, start->line, start->name, "value", reason);
}

static void
start_in_scope (TalExchangeXmlEvents *self, const Start *start, TalExchangeElement *around)
{
  TalId    id = TAL_ID_NONE;
  gboolean is_plan = g_str_equal (start->name, "plan");

  if (g_str_equal (start->name, "period"))
    {
      if (advance (self, start->line, start->name, around, STAGE_PERIOD, FALSE))
        start_scope_period (self, start);
      return;
    }

  if (!is_plan && !g_str_equal (start->name, "initiative"))
    {
      refuse_element (self, start->line, start->name, around->name);
      return;
    }
  if (!advance (self, start->line, start->name, around, is_plan ? STAGE_PLAN : STAGE_INITIATIVE,
                TRUE))
    return;

  push (self, TAL_EXCHANGE_ELEMENT_NAMED, is_plan ? "plan" : "initiative");
  read_id (self, start, "id", &id);
  if (self->error != NULL)
    return;

  if (is_plan)
    tal_exchange_scope_add_plan (self->header->scope, id);
  else
    tal_exchange_scope_add_initiative (self->header->scope, id);
}

static void
start_observation (TalExchangeXmlEvents *self, const Start *start)
{
  TalExchangeElement *element = push (self, TAL_EXCHANGE_ELEMENT_OBSERVATION, "observation");

  self->record_line = start->line;
  element->structure = &tal_observation_structure;
  element->place = self->figure;
  tal_exchange_xml_events_read_figure (self, start->line, element, start->n_attributes,
                                       start->attributes);
}

static void
start_in_run (TalExchangeXmlEvents *self, const Start *start, TalExchangeElement *around)
{
  if (g_str_equal (start->name, "observation"))
    start_observation (self, start);
  else
    refuse_element (self, start->line, start->name, around->name);
}

static const TalField *
find_element_field (const TalStructure *structure, const char *name, guint *ret_stage)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField *field = &structure->fields[i];

      if ((field->type == TAL_FIELD_PROSE && g_str_equal (field->name, name)) ||
          (field->type == TAL_FIELD_LIST && g_str_equal (field->item->name, name)))
        {
          *ret_stage = i;
          return field;
        }
    }

  return NULL;
}

static void
start_item (TalExchangeXmlEvents     *self,
            const Start              *start,
            const TalExchangeElement *around,
            const TalField           *field)
{
  gpointer            place = tal_field_append_item (field, around->place);
  TalExchangeElement *element = push (self, TAL_EXCHANGE_ELEMENT_ITEM, field->item->name);

  element->structure = field->item;
  element->place = place;
  tal_exchange_xml_events_read_fields (self, start->line, element, start->n_attributes,
                                       start->attributes);
}

/* Within an object, observation or item: its prose and its lists. */
static void
start_in_structure (TalExchangeXmlEvents *self, const Start *start, TalExchangeElement *around)
{
  guint           stage = 0;
  const TalField *field = find_element_field (around->structure, start->name, &stage);

  if (field == NULL)
    {
      refuse_element (self, start->line, start->name, around->name);
      return;
    }
  if (!advance (self, start->line, start->name, around, stage, field->type == TAL_FIELD_LIST))
    return;

  if (field->type == TAL_FIELD_LIST)
    {
      start_item (self, start, around, field);
      return;
    }

  push (self, TAL_EXCHANGE_ELEMENT_PROSE, field->name)->field = field;
  g_string_truncate (self->prose, 0);
  tal_exchange_xml_events_read_none (self, start->line, start->name, start->n_attributes,
                                     start->attributes);
}

static void
start_own (TalExchangeXmlEvents *self, const Start *start)
{
  TalExchangeElement *around = get_innermost (self);

  if (around == NULL)
    {
      start_root (self, start);
      return;
    }

  switch (around->type)
    {
    case TAL_EXCHANGE_ELEMENT_ROOT:
      start_in_root (self, start, around);
      break;
    case TAL_EXCHANGE_ELEMENT_SCOPE:
      start_in_scope (self, start, around);
      break;
    case TAL_EXCHANGE_ELEMENT_RUN:
      start_in_run (self, start, around);
      break;
    case TAL_EXCHANGE_ELEMENT_OBJECT:
    case TAL_EXCHANGE_ELEMENT_OBSERVATION:
    case TAL_EXCHANGE_ELEMENT_ITEM:
      start_in_structure (self, start, around);
      break;
    case TAL_EXCHANGE_ELEMENT_NAMED:
    case TAL_EXCHANGE_ELEMENT_PROSE:
      refuse_element (self, start->line, start->name, around->name);
      break;
    }
}

static void
start_foreign_root (TalExchangeXmlEvents *self, const Start *start, const char *uri)
{
  guint64 version = 0;

  if (uri != NULL && g_str_has_prefix (uri, OUR_NAMESPACES) &&
      g_ascii_string_to_unsigned (uri + strlen (OUR_NAMESPACES), 10, 2, G_MAXUINT64, &version,
                                  NULL))
    tal_exchange_xml_events_refuse_version (self, start->line);
  else
    tal_exchange_xml_events_refuse_in (self, start->line, start->name,
                                       g_strdup (_ ("this is not an exchange file.")));
}

static void
start_foreign (TalExchangeXmlEvents *self, const Start *start, const char *uri)
{
  g_autofree char          *quotable = NULL;
  const TalExchangeElement *around = get_innermost (self);

  if (around == NULL)
    {
      start_foreign_root (self, start, uri);
      return;
    }
  if (uri == NULL || around->type == TAL_EXCHANGE_ELEMENT_PROSE)
    {
      refuse_element (self, start->line, start->name, around->name);
      return;
    }

  quotable = tal_error_dup_quotable (start->name);
  tal_exchange_xml_events_note (self, start->line, "foreign-element",
                                g_strdup_printf (_("The element <%s> is not of this format and was passed over."),
                                    quotable));
  self->n_foreign = 1;
}

static void
end_prose (TalExchangeXmlEvents *self, guint line, const TalExchangeElement *element)
{
  const TalExchangeElement *around = element - 1;
  g_autoptr (GError)        reason = NULL;

  if (self->prose->len == 0)
    tal_exchange_xml_events_refuse_in (self, line, element->name,
                                       g_strdup (_ ("it is empty; leave it out.")));
  else if (!tal_exchange_text_check_prose (self->prose->str, &reason) ||
           !tal_field_read_text (element->field, around->place, self->prose->str, &reason))
    tal_exchange_xml_events_refuse_in (self, line, element->name, g_strdup (reason->message));
}

/* Gives it away. */
static gboolean
give_record (TalExchangeXmlEvents *self, GError **error)
{
  if (self->record->kind == TAL_KIND_SERIES)
    g_hash_table_add (self->series, tal_record_ref (self->record));
  return self->sink->take_record (g_steal_pointer (&self->record), self->record_line,
                                  self->user_data, error);
}

static void
end_record (TalExchangeXmlEvents *self, guint line, const TalExchangeElement *element)
{
  g_autoptr (GError) reason = NULL;
  gboolean           is_taken = FALSE;

  tal_exchange_xml_events_check_children (self, line, element);
  if (self->error != NULL)
    return;

  if (element->type == TAL_EXCHANGE_ELEMENT_OBSERVATION)
    is_taken = self->sink->read_figure (self->figure, self->record_line, self->user_data, &reason);
  else
    is_taken = give_record (self, &reason);
  if (!is_taken)
    tal_exchange_xml_events_refuse_in (self, self->record_line, element->name,
                                       g_strdup (reason->message));
}

static void
end_own (TalExchangeXmlEvents *self, guint line)
{
  const TalExchangeElement *element = NULL;

  g_assert (self->n_elements > 0);

  element = &self->elements[self->n_elements - 1];
  switch (element->type)
    {
    case TAL_EXCHANGE_ELEMENT_ROOT:
      give_header (self);
      self->is_complete = TRUE;
      break;
    case TAL_EXCHANGE_ELEMENT_PROSE:
      end_prose (self, line, element);
      break;
    case TAL_EXCHANGE_ELEMENT_OBJECT:
    case TAL_EXCHANGE_ELEMENT_OBSERVATION:
      end_record (self, line, element);
      break;
    case TAL_EXCHANGE_ELEMENT_ITEM:
      tal_exchange_xml_events_check_children (self, line, element);
      break;
    case TAL_EXCHANGE_ELEMENT_SCOPE:
    case TAL_EXCHANGE_ELEMENT_NAMED:
    case TAL_EXCHANGE_ELEMENT_RUN:
      break;
    }

  self->n_elements--;
}

static gboolean
is_space (const xmlChar *text, int length)
{
  for (int i = 0; i < length; i++)
    {
      if (text[i] != ' ' && text[i] != '\t' && text[i] != '\n' && text[i] != '\r')
        return FALSE;
    }

  return TRUE;
}

TalExchangeXmlEvents *
tal_exchange_xml_events_new (const TalExchangeSink *sink, gpointer user_data)
{
  TalExchangeXmlEvents *self = NULL;

  g_return_val_if_fail (sink != NULL, NULL);

  self = g_new0 (TalExchangeXmlEvents, 1);
  self->sink = sink;
  self->user_data = user_data;
  self->header = tal_exchange_header_new ();
  self->series =
      g_hash_table_new_full (record_hash, record_equal, NULL, (GDestroyNotify)tal_record_unref);
  self->figure = tal_record_new (TAL_KIND_OBSERVATION, TAL_ID_NONE);
  self->value = g_string_new (NULL);
  self->prose = g_string_new (NULL);
  return self;
}

void
tal_exchange_xml_events_free (TalExchangeXmlEvents *self)
{
  if (self == NULL)
    return;

  tal_exchange_header_free (self->header);
  tal_record_unref (self->record);
  tal_record_unref (&self->figure->record);
  g_hash_table_unref (self->series);
  g_string_free (self->value, TRUE);
  g_string_free (self->prose, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

void
tal_exchange_xml_events_start (TalExchangeXmlEvents *self,
                               guint                 line,
                               const xmlChar        *name,
                               const xmlChar        *uri,
                               int                   n_attributes,
                               const xmlChar       **attributes)
{
  Start start = { line, (const char *)name, n_attributes, attributes };

  g_return_if_fail (self != NULL);

  if (self->error != NULL)
    return;

  if (self->n_elements + self->n_foreign >= DEEPEST)
    tal_exchange_xml_events_refuse (self, TAL_ERROR_UNSAFE_FILE, line,
                                    _ ("The elements are nested too deeply."));
  else if (self->n_foreign > 0)
    self->n_foreign++;
  else if (uri != NULL && g_str_equal ((const char *)uri, TAL_EXCHANGE_NAMESPACE))
    start_own (self, &start);
  else
    start_foreign (self, &start, (const char *)uri);
}

void
tal_exchange_xml_events_end (TalExchangeXmlEvents *self, guint line)
{
  g_return_if_fail (self != NULL);

  if (self->error != NULL)
    return;

  if (self->n_foreign > 0)
    self->n_foreign--;
  else
    end_own (self, line);
}

void
tal_exchange_xml_events_add_text (
    TalExchangeXmlEvents *self, guint line, const xmlChar *text, int length, gboolean is_literal)
{
  const TalExchangeElement *around = NULL;

  g_return_if_fail (self != NULL);

  around = get_innermost (self);
  if (self->error != NULL || self->n_foreign > 0 || around == NULL)
    return;

  if (around->type != TAL_EXCHANGE_ELEMENT_PROSE)
    {
      if (is_literal || !is_space (text, length))
        tal_exchange_xml_events_refuse_in (self, line, around->name,
                                           g_strdup (_ ("there is no text in this element.")));
      return;
    }

  if (self->prose->len < PROSE_BYTES)
    g_string_append_len (self->prose, (const char *)text, length);
}

gboolean
tal_exchange_xml_events_is_complete (const TalExchangeXmlEvents *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_complete;
}

const GError *
tal_exchange_xml_events_get_error (const TalExchangeXmlEvents *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->error;
}
