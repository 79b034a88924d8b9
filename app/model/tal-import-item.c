/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-import-item.h"

#include "base/tal-danish-date.h"
#include "core/tal-change-text.h"
#include "core/tal-danish-period.h"
#include "core/tal-goal.h"
#include "core/tal-place.h"
#include "core/tal-title.h"
#include "model/tal-clock.h"
#include "model/tal-import-text.h"

#include <glib/gi18n-lib.h>

struct _TalImportItem
{
  GObject parent_instance;

  GObject            *holder;
  const TalImportRow *row;
  const TalCatalogue *catalogue;
};

enum
{
  PROP_CHOICE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TalImportItem, tal_import_item, G_TYPE_OBJECT)

static const TalRecord *
get_record (TalImportItem *self)
{
  return self->row->ours != NULL ? self->row->ours : self->row->theirs;
}

/* A figure that is removed there without being here has its series still. */
static gboolean
is_figure (TalImportItem *self)
{
  return self->row->key.kind == TAL_KIND_OBSERVATION;
}

static char *
dup_figure_name (TalImportItem *self)
{
  TalPlace         place = tal_place_for_series (self->catalogue, self->row->key.id);
  const TalRecord *goal = tal_catalogue_find (self->catalogue, TAL_KIND_GOAL, place.goal);
  const TalRecord *series =
      tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, self->row->key.id);
  const char *name = series != NULL ? tal_title_get_name (series) : NULL;

  /* Translators: which goal, and which figure of it: "Mål 5, tæller". */
  if (goal != NULL && place.is_part)
    return g_strdup_printf (_ ("Goal %d, %s"), TAL_GOAL (goal)->number,
                               tal_part_get_title (place.part));
  return g_strdup (name != NULL ? name : "?");
}

static void
tal_import_item_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_CHOICE)
    g_value_set_uint (value, TAL_IMPORT_ITEM (object)->row->choice);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

/* Its list hears that it ends before the list itself may. */
static void
tal_import_item_finalize (GObject *object)
{
  g_object_unref (TAL_IMPORT_ITEM (object)->holder);

  G_OBJECT_CLASS (tal_import_item_parent_class)->finalize (object);
}

static void
tal_import_item_class_init (TalImportItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tal_import_item_get_property;
  object_class->finalize = tal_import_item_finalize;

  properties[PROP_CHOICE] =
      g_param_spec_uint ("choice", NULL, NULL, TAL_IMPORT_CHOICE_OPEN, TAL_IMPORT_CHOICE_THEIRS,
                         TAL_IMPORT_CHOICE_OPEN, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tal_import_item_init (TalImportItem *self)
{
}

TalImportItem *
tal_import_item_new (GObject *holder, const TalImportRow *row, const TalCatalogue *catalogue)
{
  TalImportItem *self = NULL;

  g_return_val_if_fail (G_IS_OBJECT (holder), NULL);
  g_return_val_if_fail (row != NULL && catalogue != NULL, NULL);

  self = g_object_new (TAL_TYPE_IMPORT_ITEM, NULL);
  self->holder = g_object_ref (holder);
  self->row = row;
  self->catalogue = catalogue;
  return self;
}

const TalImportRow *
tal_import_item_get_row (TalImportItem *self)
{
  g_return_val_if_fail (TAL_IS_IMPORT_ITEM (self), NULL);

  return self->row;
}

TalImportChoice
tal_import_item_get_choice (TalImportItem *self)
{
  g_return_val_if_fail (TAL_IS_IMPORT_ITEM (self), TAL_IMPORT_CHOICE_OPEN);

  return self->row->choice;
}

char *
tal_import_item_dup_name (TalImportItem *self)
{
  g_return_val_if_fail (TAL_IS_IMPORT_ITEM (self), NULL);

  return is_figure (self) ? dup_figure_name (self) : g_strdup (self->row->object);
}

char *
tal_import_item_dup_place (TalImportItem *self)
{
  TalPlace         place;
  const TalRecord *initiative = NULL;

  g_return_val_if_fail (TAL_IS_IMPORT_ITEM (self), NULL);

  if (self->row->key.kind == TAL_KIND_INITIATIVE)
    return NULL;

  place = is_figure (self) ? tal_place_for_series (self->catalogue, self->row->key.id)
                           : tal_place_for_record (self->catalogue, get_record (self));
  initiative = tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, place.initiative);
  return initiative != NULL ? g_strdup (tal_title_get_name (initiative)) : NULL;
}

char *
tal_import_item_dup_period (TalImportItem *self)
{
  g_return_val_if_fail (TAL_IS_IMPORT_ITEM (self), NULL);

  return is_figure (self) && tal_period_is_set (self->row->key.period)
             ? tal_danish_period_format (self->row->key.period, TAL_DANISH_PERIOD_TABLE)
             : NULL;
}

const char *
tal_import_item_get_state (TalImportItem *self)
{
  g_return_val_if_fail (TAL_IS_IMPORT_ITEM (self), NULL);

  if (self->row->refused)
    return _ ("Cannot be written");

  switch (self->row->type)
    {
    case TAL_IMPORT_ROW_NEW:
      return C_ ("difference", "New");
    case TAL_IMPORT_ROW_CHANGED:
      return C_ ("difference", "Changed");
    case TAL_IMPORT_ROW_KEPT:
      return C_ ("difference", "Changed here");
    case TAL_IMPORT_ROW_REMOVED:
      return C_ ("difference", "Removed");
    case TAL_IMPORT_ROW_CONFLICT:
      return C_ ("difference", "Conflict");
    }

  g_return_val_if_reached (NULL);
}

/* "171, 12. januar 2024": what both have grown from, field by field that is now another here. */
static char *
dup_base (TalImportItem *self)
{
  const TalImportRow   *row = self->row;
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GString)   text = g_string_new (NULL);

  if (row->base == NULL || row->ours == NULL || row->base->kind != row->ours->kind)
    return NULL;

  fields = tal_change_text_list_fields (self->catalogue, row->base, row->ours);
  for (guint i = 0; i < fields->len; i++)
    {
      const TalFieldChange *field = g_ptr_array_index (fields, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", field->title,
                              field->before != NULL ? field->before : "–");
    }
  if (fields->len == 0)
    return NULL;

  if (row->base->changed_at != TAL_TIME_NONE)
    {
      g_autofree char *day =
          tal_danish_date_format (tal_clock_get_local_day (row->base->changed_at),
                                  TAL_DANISH_DATE_TEXT);

      g_string_append_printf (text, " (%s)", day);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
tal_import_item_dup_matter (TalImportItem *self)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (TAL_IS_IMPORT_ITEM (self), NULL);

  if (self->row->matter == NULL)
    return NULL;

  base = self->row->type == TAL_IMPORT_ROW_CONFLICT ? dup_base (self) : NULL;
  /* Translators: what is the matter, and what both sides had before it. */
  return base != NULL
      ? g_strdup_printf (_ ("%s Last the same in both: %s."), self->row->matter, base)
      : g_strdup (self->row->matter);
}

static const char *
get_choice_text (TalImportItem *self)
{
  switch (self->row->choice)
    {
    case TAL_IMPORT_CHOICE_OPEN:
      return _ ("Undecided");
    case TAL_IMPORT_CHOICE_OURS:
      return _ ("Ours stays");
    case TAL_IMPORT_CHOICE_THEIRS:
      return _ ("Theirs is taken");
    }

  g_return_val_if_reached (NULL);
}

char *
tal_import_item_dup_sentence (TalImportItem *self)
{
  g_autofree char *name = NULL;
  g_autofree char *period = NULL;
  g_autofree char *fields = NULL;
  GString         *sentence = NULL;

  g_return_val_if_fail (TAL_IS_IMPORT_ITEM (self), NULL);

  name = tal_import_item_dup_name (self);
  period = tal_import_item_dup_period (self);
  fields = tal_import_text_dup_fields (self->row);
  sentence = g_string_new (name);
  if (period != NULL)
    g_string_append_printf (sentence, ", %s", period);
  if (self->row->type != TAL_IMPORT_ROW_REMOVED && fields[0] != '\0')
    g_string_append_printf (sentence, ": %s", fields);
  g_string_append_printf (sentence, ". %s. %s.", tal_import_item_get_state (self),
                          get_choice_text (self));
  return g_string_free (sentence, FALSE);
}
