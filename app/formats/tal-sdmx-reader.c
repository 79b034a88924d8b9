/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-sdmx-reader.h"

#include "base/tal-error.h"
#include "formats/tal-cube-period.h"
#include "formats/tal-cube-places.h"
#include "formats/tal-markup.h"
#include "formats/tal-sdmx-observation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_TEXT (64 * 1024)
#define TIME "TIME_PERIOD"

typedef enum
{
  PLACE_START,
  PLACE_MESSAGE,
  PLACE_HEADER,
  PLACE_NAME,
  PLACE_PREPARED,
  PLACE_SENDER,
  PLACE_SENDER_NAME,
  PLACE_STRUCTURE,
  PLACE_SET,
  PLACE_GROUP,
  PLACE_SERIES,
  PLACE_OBSERVATION,
  PLACE_KEY, /* of a group, a series or an observation */
  PLACE_ATTRIBUTES,
  PLACE_CONCEPT,
  PLACE_TIME,
  PLACE_AT, /* the dimension at the observation */
  PLACE_VALUE,
  PLACE_FOREIGN,
} Place;

typedef struct
{
  TalCubeBuilder     *builder;
  TalSdmxObservation *observation;
  GArray             *path;       /* of Place, from PLACE_START */
  gboolean            is_generic; /* concepts are elements, not attributes */
  TalCubePlaces      *group;
  TalCubePlaces      *series;
  TalCubePlaces      *here;      /* of the observation */
  gboolean            is_placed; /* the observation has a place of its own */
  char               *lasting;   /* the duration that the series' times have, or NULL */
  GHashTable         *at;        /* id of structure to the dimension at its observations */
  char               *at_name;   /* of this set, or NULL */
  GString            *text;
} Reading;

static gboolean
refuse (guint line, const char *sentence, GError **error)
{
  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE, _("Line %u: %s"), line, sentence);
  return FALSE;
}

/* 'above' is 0 for the innermost. */
static Place
get_place (const Reading *self, guint above)
{
  return above < self->path->len ? g_array_index (self->path, Place, self->path->len - 1 - above)
                                 : PLACE_START;
}

static TalCubeDimensionKind
get_kind (const char *name)
{
  static const char *const areas[] = {
    "AREA", "GEO", "LOCATION", "REF_AREA", "REFERENCE_AREA", "REGION", NULL,
  };

  if (strcmp (name, TIME) == 0 || strcmp (name, "TIME") == 0)
    return TAL_CUBE_DIMENSION_TIME;

  return g_strv_contains (areas, name) ? TAL_CUBE_DIMENSION_AREA : TAL_CUBE_DIMENSION_OTHER;
}

/* The duration of a frequency or a time format; NULL for what has none of whole days. */
static const char *
find_duration (const char *code)
{
  static const char *const durations[][2] = {
    { "A", "P1Y" }, { "S", "P6M" },   { "H", "P6M" },   { "Q", "P3M" },   { "M", "P1M" },
    { "W", "P7D" }, { "602", "P1Y" }, { "604", "P6M" }, { "608", "P3M" }, { "610", "P1M" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      if (strcmp (durations[i][0], code) == 0 || strcmp (durations[i][1], code) == 0)
        return durations[i][1];
    }

  return NULL;
}

static void
set_lasting (Reading *self, const char *name, const char *code)
{
  const char *duration = find_duration (code);

  /* The format says more of the time than the frequency does. */
  if (duration == NULL ||
      (strcmp (name, "TIME_FORMAT") != 0 && (strcmp (name, "FREQ") != 0 || self->lasting != NULL)))
    return;

  g_free (self->lasting);
  self->lasting = g_strdup (duration);
}

/* Whether a time is only the first month or day of what the series' times last. */
static gboolean
is_beginning (const Reading *self, const char *code)
{
  gsize length = strlen (code);

  if (self->lasting == NULL || length < strlen ("2000-01") || strchr (code, '/') != NULL)
    return FALSE;
  if (length == strlen ("2000-01"))
    return strcmp (self->lasting, "P7D") != 0 && strcmp (self->lasting, "P1M") != 0;

  return strcmp (self->lasting, "P7D") == 0 || g_str_has_prefix (code + strlen ("2000-01"), "-01");
}

/* "2000-01" of a yearly series is the year that begins then, and another value than January. */
static gboolean
place_at_time (
    Reading *self, TalCubePlaces *places, const char *name, const char *code, GError **error)
{
  g_autofree char *longer = NULL;
  g_autofree char *period = NULL;

  if (is_beginning (self, code))
    period = tal_cube_period_dup_lasting (code, self->lasting);
  if (period != NULL)
    longer = g_strdup_printf ("%s/%s", code, self->lasting);
  else
    period = tal_cube_period_dup (code);

  return tal_cube_places_set (places, self->builder, name, TAL_CUBE_DIMENSION_TIME,
                              longer != NULL ? longer : code, period, error);
}

static gboolean
place_at (Reading *self, TalCubePlaces *places, const char *name, const char *code, GError **error)
{
  TalCubeDimensionKind kind = get_kind (name);

  set_lasting (self, name, code);
  if (kind == TAL_CUBE_DIMENSION_TIME)
    return place_at_time (self, places, name, code, error);

  return tal_cube_places_set (places, self->builder, name, kind, code, NULL, error);
}

static gboolean
place_observation (Reading *self, const char *name, const char *code, GError **error)
{
  self->is_placed = TRUE;
  return place_at (self, self->here, name, code, error);
}

static gboolean
describe (Reading *self, Place owner, const char *name, const char *text, GError **error)
{
  switch ((int)owner)
    {
    case PLACE_OBSERVATION:
      tal_sdmx_observation_add_attribute (self->observation, name, text);
      return TRUE;
    case PLACE_SERIES:
      set_lasting (self, name, text);
      return tal_cube_places_add_note (self->series, self->builder, name, text, error);
    case PLACE_GROUP:
      return tal_cube_places_add_note (self->group, self->builder, name, text, error);
    default:
      return tal_cube_builder_add_note (self->builder, name, text, NULL, 0, error);
    }
}

/* A concept with its value, in a key or among attributes. */
static gboolean
take_concept (Reading *self, const TalMarkupElement *element, GError **error)
{
  g_autofree char *id = tal_markup_element_dup_attribute (element, "id");
  g_autofree char *concept = tal_markup_element_dup_attribute (element, "concept");
  g_autofree char *text = tal_markup_element_dup_attribute (element, "value");
  const char      *name = id != NULL ? id : concept;
  Place            owner = get_place (self, 2);

  if (name == NULL || text == NULL)
    return refuse (tal_markup_element_get_line (element),
                   _("A value has no concept or no content."), error);
  if (get_place (self, 1) == PLACE_ATTRIBUTES)
    return describe (self, owner, name, text, error);
  if (owner == PLACE_OBSERVATION)
    return place_observation (self, name, text, error);

  return place_at (self, owner == PLACE_GROUP ? self->group : self->series, name, text, error);
}

static void
start_series (Reading *self)
{
  tal_cube_places_clear (self->series);
  g_clear_pointer (&self->lasting, g_free);
}

/* What a compact or structure-specific element says in attributes. */
static gboolean
take_attributes (Reading *self, const TalMarkupElement *element, Place place, GError **error)
{
  gboolean is_flat = place == PLACE_OBSERVATION && get_place (self, 1) != PLACE_SERIES;

  for (guint i = 0; i < tal_markup_element_get_n_attributes (element); i++)
    {
      const char      *name = tal_markup_element_get_attribute_name (element, i);
      g_autofree char *text = tal_markup_element_dup_attribute_value (element, i);
      gboolean         is_at = strcmp (name, self->at_name != NULL ? self->at_name : TIME) == 0 ||
                       get_kind (name) == TAL_CUBE_DIMENSION_TIME;
      gboolean is_said = TRUE;

      if (strcmp (name, "OBS_VALUE") == 0 && place == PLACE_OBSERVATION)
        tal_sdmx_observation_set_value (self->observation, text);
      else if (strcmp (name, "type") == 0) /* xsi:type */
        continue;
      else if (place == PLACE_OBSERVATION &&
               (is_at || (is_flat && !tal_sdmx_observation_is_attribute (name))))
        is_said = place_observation (self, name, text, error);
      else if (place == PLACE_OBSERVATION || tal_sdmx_observation_is_attribute (name))
        is_said = describe (self, place, name, text, error);
      else
        is_said = place_at (self, self->series, name, text, error);
      if (!is_said)
        return FALSE;
    }

  return TRUE;
}

static void
start_observation (Reading *self, const TalMarkupElement *element)
{
  tal_sdmx_observation_begin (self->observation, tal_markup_element_get_line (element));
  self->is_placed = FALSE;
  if (get_place (self, 1) == PLACE_SERIES)
    {
      tal_cube_places_copy (self->here, self->series);
      return;
    }

  tal_cube_places_clear (self->here);
  g_clear_pointer (&self->lasting, g_free);
}

static gboolean
end_observation (Reading *self, guint line, GError **error)
{
  TalCubeCell cell;

  if (!self->is_placed)
    return refuse (line, _("A figure has no time."), error);

  cell = tal_sdmx_observation_get_cell (self->observation);
  return tal_cube_places_add_cell (self->here, self->builder, &cell, error);
}

static void
start_set (Reading *self, const TalMarkupElement *element)
{
  g_autofree char *structure = tal_markup_element_dup_attribute (element, "structureRef");

  g_free (self->at_name);
  self->at_name = structure != NULL ? g_strdup (g_hash_table_lookup (self->at, structure)) : NULL;
  if (self->at_name != NULL && strcmp (self->at_name, "AllDimensions") == 0)
    g_clear_pointer (&self->at_name, g_free);
}

static void
take_structure (Reading *self, const TalMarkupElement *element)
{
  char            *id = tal_markup_element_dup_attribute (element, "structureID");
  g_autofree char *at = tal_markup_element_dup_attribute (element, "dimensionAtObservation");

  if (id != NULL && at != NULL)
    g_hash_table_replace (self->at, id, g_steal_pointer (&at));
  else
    g_free (id);
}

static gboolean
take_at (Reading *self, const TalMarkupElement *element, GError **error)
{
  g_autofree char *id = tal_markup_element_dup_attribute (element, "id");
  g_autofree char *code = tal_markup_element_dup_attribute (element, "value");
  const char      *name = id != NULL ? id : self->at_name;

  if (code == NULL)
    return refuse (tal_markup_element_get_line (element), _("A figure has no time."), error);

  return place_observation (self, name != NULL ? name : TIME, code, error);
}

/* The sentence for messages that have no figures, or have them as no file for people does. */
static const char *
find_refusal (const char *name)
{
  if (strcmp (name, "Structure") == 0)
    return _("This SDMX file describes figures and has none itself. Get the file with the data.");
  if (g_str_has_suffix (name, "Query") || strcmp (name, "QueryMessage") == 0)
    return _("This SDMX file asks for figures and has none itself. Get the file with the data.");
  if (strcmp (name, "Error") == 0)
    return _("This SDMX file is an error message from where it was got. Get it again.");

  return _("This kind of SDMX file cannot be read. Get it as “generic data”.");
}

static gboolean
start_message (Reading *self, const TalMarkupElement *element, GError **error)
{
  static const char *const generic[] = { "GenericData", "GenericTimeSeriesData", "MessageGroup",
                                         NULL };
  static const char *const specific[] = { "CompactData", "StructureSpecificData",
                                          "StructureSpecificTimeSeriesData", NULL };
  const char              *name = tal_markup_element_get_name (element);
  const char              *uri = tal_markup_element_get_namespace (element);
  g_autofree char         *lower = g_ascii_strdown (uri, -1);

  if (strstr (lower, "sdmx") == NULL)
    return refuse (tal_markup_element_get_line (element), _("This is neither ADX nor SDMX-ML."),
                                                             error);

  self->is_generic = g_strv_contains (generic, name);
  return self->is_generic || g_strv_contains (specific, name) ||
         refuse (tal_markup_element_get_line (element), find_refusal (name), error);
}

static Place
find_place (Place above, const char *name)
{
  static const struct
  {
    Place       above;
    const char *name;
    Place       place;
  } places[] = {
    { PLACE_MESSAGE, "Header", PLACE_HEADER },
    { PLACE_MESSAGE, "DataSet", PLACE_SET },
    { PLACE_HEADER, "Name", PLACE_NAME },
    { PLACE_HEADER, "Prepared", PLACE_PREPARED },
    { PLACE_HEADER, "Sender", PLACE_SENDER },
    { PLACE_HEADER, "Structure", PLACE_STRUCTURE },
    { PLACE_SENDER, "Name", PLACE_SENDER_NAME },
    { PLACE_SET, "Group", PLACE_GROUP },
    { PLACE_SET, "Series", PLACE_SERIES },
    { PLACE_SET, "Obs", PLACE_OBSERVATION },
    { PLACE_SET, "Attributes", PLACE_ATTRIBUTES },
    { PLACE_GROUP, "GroupKey", PLACE_KEY },
    { PLACE_GROUP, "Attributes", PLACE_ATTRIBUTES },
    { PLACE_GROUP, "Series", PLACE_SERIES },
    { PLACE_SERIES, "SeriesKey", PLACE_KEY },
    { PLACE_SERIES, "Attributes", PLACE_ATTRIBUTES },
    { PLACE_SERIES, "Obs", PLACE_OBSERVATION },
    { PLACE_OBSERVATION, "ObsKey", PLACE_KEY },
    { PLACE_OBSERVATION, "Attributes", PLACE_ATTRIBUTES },
    { PLACE_OBSERVATION, "Time", PLACE_TIME },
    { PLACE_OBSERVATION, "ObsDimension", PLACE_AT },
    { PLACE_OBSERVATION, "ObsValue", PLACE_VALUE },
    { PLACE_KEY, "Value", PLACE_CONCEPT },
    { PLACE_ATTRIBUTES, "Value", PLACE_CONCEPT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (places[i].above == above && strcmp (places[i].name, name) == 0)
        return places[i].place;
    }

  return PLACE_FOREIGN;
}

/* A group of a structure-specific file: what it says, without knowing what of it is its key. */
static gboolean
take_group (Reading *self, const TalMarkupElement *element, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tal_markup_element_get_n_attributes (element); i++)
    {
      g_autofree char *value = tal_markup_element_dup_attribute_value (element, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "",
                              tal_markup_element_get_attribute_name (element, i), value);
    }

  return tal_cube_builder_add_note (self->builder, tal_markup_element_get_name (element), text->str,
                                    NULL, 0, error);
}

static gboolean
start_place (Reading *self, Place place, const TalMarkupElement *element, GError **error)
{
  g_autofree char *text = NULL;

  switch ((int)place)
    {
    case PLACE_SET:
      start_set (self, element);
      return TRUE;
    case PLACE_SENDER:
      text = tal_markup_element_dup_attribute (element, "id");
      return text == NULL ||
             tal_cube_builder_add_note (self->builder, "Sender", text, NULL, 0, error);
    case PLACE_STRUCTURE:
      take_structure (self, element);
      return TRUE;
    case PLACE_GROUP:
      tal_cube_places_clear (self->group);
      return self->is_generic || take_group (self, element, error);
    case PLACE_SERIES:
      start_series (self);
      return self->is_generic || take_attributes (self, element, place, error);
    case PLACE_OBSERVATION:
      start_observation (self, element);
      return self->is_generic || take_attributes (self, element, place, error);
    case PLACE_CONCEPT:
      return take_concept (self, element, error);
    case PLACE_AT:
      return take_at (self, element, error);
    case PLACE_VALUE:
      text = tal_markup_element_dup_attribute (element, "value");
      tal_sdmx_observation_set_value (self->observation, text);
      return TRUE;
    default:
      return TRUE;
    }
}

static gboolean
start_element (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  Reading    *self = user_data;
  const char *name = tal_markup_element_get_name (element);
  Place       place = PLACE_MESSAGE;

  g_string_truncate (self->text, 0);
  if (self->path->len == 0)
    {
      g_array_append_val (self->path, place);
      return start_message (self, element, error);
    }

  place = find_place (get_place (self, 0), name);
  /* A figure must not be lost because it stands where none is looked for. */
  if (place == PLACE_FOREIGN && (strcmp (name, "Obs") == 0 || strcmp (name, "Series") == 0))
    return refuse (tal_markup_element_get_line (element),
                   _("A series or a figure stands where SDMX has none."), error);

  if (place == PLACE_FOREIGN && get_place (self, 0) == PLACE_SET && !self->is_generic &&
      !take_group (self, element, error))
    return FALSE;

  g_array_append_val (self->path, place);
  return start_place (self, place, element, error);
}

static gboolean
end_element (const TalMarkupElement *element, gpointer user_data, GError **error)
{
  Reading         *self = user_data;
  Place            place = get_place (self, 0);
  g_autofree char *time = NULL;

  g_array_set_size (self->path, self->path->len - 1);
  switch ((int)place)
    {
    case PLACE_NAME:
      tal_cube_builder_set_text (self->builder, TAL_CUBE_TEXT_TITLE, self->text->str);
      return TRUE;
    case PLACE_PREPARED:
      tal_cube_builder_set_text (self->builder, TAL_CUBE_TEXT_UPDATED, self->text->str);
      return TRUE;
    case PLACE_SENDER_NAME:
      tal_cube_builder_set_text (self->builder, TAL_CUBE_TEXT_SOURCE, self->text->str);
      return TRUE;
    case PLACE_TIME:
      time = g_strstrip (g_strdup (self->text->str));
      return place_observation (self, TIME, time, error);
    case PLACE_OBSERVATION:
      return end_observation (self, tal_markup_element_get_line (element), error);
    default:
      return TRUE;
    }
}

static gboolean
take_text (const char *text, gsize length, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (self->text->len + length <= LONGEST_TEXT)
    {
      g_string_append_len (self->text, text, (gssize)length);
      return TRUE;
    }

  g_set_error (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
               _("A text of the file is longer than %u KiB."), LONGEST_TEXT / 1024);
  return FALSE;
}

static void
clear_reading (Reading *self)
{
  tal_sdmx_observation_free (self->observation);
  g_array_unref (self->path);
  tal_cube_places_free (self->group);
  tal_cube_places_free (self->series);
  tal_cube_places_free (self->here);
  g_free (self->lasting);
  g_hash_table_unref (self->at);
  g_free (self->at_name);
  g_string_free (self->text, TRUE);
}

TalCube *
tal_sdmx_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  static const TalMarkupEvents events = { start_element, end_element, take_text };
  g_autoptr (TalCubeBuilder)   builder = NULL;
  Reading                      reading = { 0 };
  gboolean                     is_read = FALSE;

  g_return_val_if_fail (bytes != NULL, NULL);

  reading.builder = builder = tal_cube_builder_new ();
  reading.observation = tal_sdmx_observation_new ();
  reading.path = g_array_new (FALSE, FALSE, sizeof (Place));
  reading.group = tal_cube_places_new ();
  reading.series = tal_cube_places_new ();
  reading.here = tal_cube_places_new ();
  reading.at = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading.text = g_string_new (NULL);
  is_read = tal_markup_read_bytes (bytes, &events, &reading, cancellable, error);
  clear_reading (&reading);

  return is_read ? tal_cube_builder_finish (builder, error) : NULL;
}
