/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-change-text.h"

#include "base/tal-danish-number.h"
#include "core/tal-danish-period.h"
#include "core/tal-field-text.h"
#include "core/tal-goal.h"
#include "core/tal-observation.h"
#include "core/tal-place.h"
#include "core/tal-title.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A longer text is not quoted in a sentence: that it was changed is said, and the rest shown
 * beside it. */
#define LONGEST_QUOTE 60
/* So many fields are named, then the rest is counted. */
#define MOST_NAMED 3

static void
free_field_change (TalFieldChange *change)
{
  g_free (change->title);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/* What is said of something that had one value and has another; 'what' may be NULL where the
 * sentence has named it. */
static char *
say_correction (const char *what, const char *before, const char *after)
{
  g_autofree char *deed = NULL;

  if (before == NULL)
    deed = g_strdup_printf (_ ("set to %s"), after);
  else if (after == NULL)
    deed = g_strdup_printf (_ ("removed (was %s)"), before);
  else
    deed = g_strdup_printf (_ ("corrected from %s to %s"), before, after);

  return what != NULL ? g_strconcat (what, " ", deed, NULL) : g_steal_pointer (&deed);
}

/* "545", "7,3", "ca. 545*"; "not available" where missing. */
static char *
dup_value (const TalObservation *observation)
{
  g_autofree char *number = NULL;

  if (observation == NULL)
    return NULL;
  if (observation->missing != TAL_MISSING_NOT)
    return g_strdup (tal_field_text_get_word (tal_missing_get_name (observation->missing)));

  number = tal_danish_number_format (observation->value, TAL_DANISH_NUMBER_TRUE_MINUS);
  return g_strconcat (tal_approximation_get_prefix (observation->approximation), number,
                      observation->state == TAL_FIGURE_FINAL ? "" : "*", NULL);
}

static gboolean
values_differ (const TalObservation *before, const TalObservation *after)
{
  return before == NULL || after == NULL || before->missing != after->missing ||
         before->approximation != after->approximation ||
         !tal_decimal_is_identical (before->value, after->value);
}

static const char *
get_state_text (TalFigureState state)
{
  switch (state)
    {
    case TAL_FIGURE_FINAL:
      return _ ("marked as final");
    case TAL_FIGURE_PRELIMINARY:
      return _ ("marked as preliminary");
    case TAL_FIGURE_ESTIMATE:
      return _ ("marked as an estimate");
    }

  g_return_val_if_reached (NULL);
}

/* What was done to a figure that is the same: it is of another state, or somebody said that it
 * is right; NULL where it was something else. */
static const char *
find_verdict_text (const TalObservation *before, const TalObservation *after)
{
  if (before->state != after->state)
    return get_state_text (after->state);
  if (before->kept != after->kept)
    return after->kept ? _ ("kept") : _ ("no longer kept");
  return NULL;
}

/* What a figure is of its goal; NULL where it is no part of one and its series says it. */
static const char *
get_part_text (const TalPlace *place)
{
  return place->is_part ? tal_part_get_title (place->part) : NULL;
}

static gboolean
fields_differ (const TalField *field, const TalRecord *before, const TalRecord *after)
{
  if (before != NULL && after != NULL)
    return !tal_field_is_equal (field, before, after);

  return !tal_field_is_default (field, before != NULL ? before : after) ||
         (field->required && field->type == TAL_FIELD_WORD);
}

GPtrArray *
tal_change_text_list_fields (const TalCatalogue *catalogue,
                             const TalRecord    *before,
                             const TalRecord    *after)
{
  GPtrArray          *fields = g_ptr_array_new_with_free_func ((GDestroyNotify)free_field_change);
  const TalStructure *structure = NULL;

  g_return_val_if_fail (catalogue != NULL, fields);
  g_return_val_if_fail (before != NULL || after != NULL, fields);

  structure = tal_kind_get_structure (before != NULL ? before->kind : after->kind);
  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField *field = &structure->fields[i];
      TalFieldChange *change = NULL;

      if (!fields_differ (field, before, after))
        continue;
      change = g_new0 (TalFieldChange, 1);
      change->title = g_strdup (_ (field->title));
      change->before = before != NULL ? tal_field_text_dup (field, catalogue, before) : NULL;
      change->after = after != NULL ? tal_field_text_dup (field, catalogue, after) : NULL;
      g_ptr_array_add (fields, change);
    }

  return fields;
}

static gboolean
is_quotable (const TalField *field, const char *text)
{
  return text == NULL || (field->type != TAL_FIELD_LIST && strchr (text, '\n') == NULL &&
                          g_utf8_strlen (text, -1) <= LONGEST_QUOTE);
}

static char *
quote (const TalField *field, const char *text)
{
  gboolean written = field->type == TAL_FIELD_TEXT || field->type == TAL_FIELD_PROSE ||
                     field->type == TAL_FIELD_REFERENCE;

  if (text == NULL)
    return NULL;

  return written ? g_strdup_printf (_ ("“%s”"), text) : g_strdup (text);
}

static char *
say_field (const TalField *field, const TalFieldChange *change)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!is_quotable (field, change->before) || !is_quotable (field, change->after))
    return g_strdup_printf (_ ("%s changed"), change->title);

  before = quote (field, change->before);
  after = quote (field, change->after);
  return say_correction (change->title, before, after);
}

/* "Wording, Reason and 2 more changed" */
static char *
say_fields (const GPtrArray *fields)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint               n_named = fields->len <= MOST_NAMED ? fields->len : MOST_NAMED - 1;
  guint               n_more = fields->len - n_named;

  for (guint i = 0; i < n_named; i++)
    {
      const TalFieldChange *change = g_ptr_array_index (fields, i);
      gboolean              last = n_more == 0 && i == n_named - 1;

      g_string_append (names, i == 0 ? "" : last ? _ (" and ") : ", ");
      g_string_append (names, change->title);
    }

  if (n_more == 0)
    return g_strdup_printf (_ ("%s changed"), names->str);
  return g_strdup_printf (ngettext ("%s and %u more changed", "%s and %u more changed", n_more),
                          names->str, n_more);
}

static const TalField *
find_field (TalKind kind, const TalRecord *before, const TalRecord *after)
{
  const TalStructure *structure = tal_kind_get_structure (kind);

  for (guint i = 0; i < structure->n_fields; i++)
    {
      if (fields_differ (&structure->fields[i], before, after))
        return &structure->fields[i];
    }

  return NULL;
}

/* Of a record that is there before and after. */
static char *
say_what_differs (const TalCatalogue *catalogue, const TalRecord *before, const TalRecord *after)
{
  g_autoptr (GPtrArray) fields = tal_change_text_list_fields (catalogue, before, after);

  if (fields->len == 0)
    return g_strdup (_ ("changed"));
  if (fields->len == 1)
    return say_field (find_field (before->kind, before, after), g_ptr_array_index (fields, 0));
  return say_fields (fields);
}

static char *
say_figure (const TalCatalogue *catalogue, const TalRecord *before, const TalRecord *after)
{
  const TalObservation *old = before != NULL ? TAL_OBSERVATION (before) : NULL;
  const TalObservation *new = after != NULL ? TAL_OBSERVATION (after) : NULL;
  TalPlace         place = tal_place_for_series (catalogue, (new != NULL ? new : old)->record.id);
  const char      *part = get_part_text (&place);
  g_autofree char *old_value = dup_value (old);
  g_autofree char *new_value = dup_value (new);
  const char      *verdict = NULL;

  if (values_differ (old, new))
    return say_correction (part, old_value, new_value);

  verdict = find_verdict_text (old, new);
  if (verdict == NULL)
    return say_what_differs (catalogue, before, after);
  if (part == NULL || place.part == TAL_PART_VALUE)
    return g_strdup (verdict);
  return g_strconcat (part, " ", verdict, NULL);
}

char *
tal_change_text_for_deed (const TalCatalogue *catalogue,
                          const TalRecord    *before,
                          const TalRecord    *after)
{
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (before != NULL || after != NULL, NULL);

  if ((before != NULL ? before : after)->kind == TAL_KIND_OBSERVATION)
    return say_figure (catalogue, before, after);
  if (before == NULL)
    return g_strdup (_ ("created"));
  if (after == NULL)
    return g_strdup (_ ("deleted"));
  return say_what_differs (catalogue, before, after);
}

/* "Goal 5, 2023: ", with the name of the series where it is no part of the goal alone. */
static char *
say_where_figure_is (const TalCatalogue *catalogue, const TalObservation *figure)
{
  TalPlace         place = tal_place_for_series (catalogue, figure->record.id);
  const TalRecord *goal = tal_catalogue_find (catalogue, TAL_KIND_GOAL, place.goal);
  const TalRecord *series = tal_catalogue_find (catalogue, TAL_KIND_SERIES, figure->record.id);
  const char      *name = series != NULL ? tal_title_get_name (series) : NULL;
  g_autofree char *period = NULL;

  period = tal_danish_period_format (figure->period, TAL_DANISH_PERIOD_TEXT);
  if (goal != NULL && place.is_part)
    return g_strdup_printf (_ ("Goal %d, %s"), TAL_GOAL (goal)->number, period);
  return g_strdup_printf (_ ("“%s”, %s"), name != NULL ? name : "?", period);
}

char *
tal_change_text_for_change (const TalCatalogue *catalogue,
                            const TalRecord    *before,
                            const TalRecord    *after)
{
  const TalRecord *record = after != NULL ? after : before;
  g_autofree char *where = NULL;
  g_autofree char *deed = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  deed = tal_change_text_for_deed (catalogue, before, after);
  if (record->kind == TAL_KIND_OBSERVATION)
    where = say_where_figure_is (catalogue, TAL_OBSERVATION (record));
  else
    where = tal_title_for_record (catalogue, before != NULL ? before : record);

  /* Translators: what it is about, and what was done to it. */
  if (record->kind == TAL_KIND_OBSERVATION || (before != NULL && after != NULL))
    return g_strdup_printf (_ ("%s: %s"), where, deed);
  return g_strconcat (where, " ", deed, NULL);
}

gboolean
tal_change_text_is_trace (const TalChange *change)
{
  g_return_val_if_fail (change != NULL, FALSE);

  return change->key.kind == TAL_KIND_REMOVAL;
}

char *
tal_change_text_for_set (const TalCatalogue *catalogue, const TalChangeSet *changes)
{
  const TalChange *first = NULL;
  g_autofree char *sentence = NULL;
  guint            n_more = 0;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (changes != NULL, NULL);

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);

      if (tal_change_text_is_trace (change))
        continue;
      if (first == NULL)
        first = change;
      else
        n_more++;
    }

  if (first == NULL)
    return g_strdup ("");

  sentence = tal_change_text_for_change (catalogue, first->before, first->after);
  if (n_more == 0)
    return g_steal_pointer (&sentence);
  return g_strdup_printf (ngettext ("%s, and %u more change", "%s, and %u more changes", n_more),
                          sentence, n_more);
}
