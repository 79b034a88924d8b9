/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-field-text.h"

#include "base/tal-danish-date.h"
#include "base/tal-danish-number.h"
#include "core/tal-danish-period.h"
#include "core/tal-title.h"

#include <glib/gi18n-lib.h>

/* The fixed words of all fields; a word that two fields share means the same in both. */
static const struct
{
  const char *word;
  const char *title;
} words[] = {
  /* a figure */
  { "final", N_ ("final") },
    { "preliminary", N_ ("preliminary") },
      { "estimate", N_ ("an estimate") },
        { "not", N_ ("nothing is missing") },
          { "not-available", N_ ("not available") },
            { "not-applicable", N_ ("not applicable") },
              { "withheld", N_ ("withheld") },
                { "not-yet-reported", N_ ("not yet reported") },
                  { "exact", N_ ("exact") },
                    { "about", N_ ("about") },
                      { "over", N_ ("just over") },
                        { "under", N_ ("just under") },
                          { "nearly", N_ ("nearly") },
                            { "more-than", N_ ("more than") },
                              { "less-than", N_ ("less than") },
                                /* a goal */
                                { "at-least", N_ ("at least") },
                                  { "at-most", N_ ("at most") },
                                    { "fewer-than", N_ ("fewer than") },
                                      { "exactly", N_ ("exactly") },
                                        { "all", N_ ("all") },
                                          { "at-least-half", N_ ("at least half") },
                                            { "of-series", N_ ("the unit of the series") },
                                              { "fixed", N_ ("a fixed target") },
                                                { "benchmark", N_ ("another unit's level") },
                                                  { "keep", N_ ("an earlier result") },
                                                    /* a series */
                                                    { "entered", N_ ("entered") },
                                                      { "sum", N_ ("a sum") },
                                                        { "ratio", N_ ("a ratio") },
                                                          { "change", N_ ("a change") },
                                                            { "relative-change",
                                                              N_ ("a relative change") },
                                                              { "none", N_ ("none") },
                                                                { "parts",
                                                                  N_ ("parts of a whole") },
                                                                  { "overlapping",
                                                                    N_ ("parts that overlap") },
                                                                    { "persons", N_ ("persons") },
                                                                      { "full-time-persons",
                                                                        N_ ("full-time persons") },
                                                                        { "full-year-persons",
                                                                          N_ ("full-year persons") },
                                                                          { "full-year-places",
                                                                            N_ ("full-year places") },
                                                                            { "families",
                                                                              N_ ("families") },
                                                                              { "courses",
                                                                                N_ ("courses") },
                                                                                { "placements",
                                                                                  N_ ("placements") },
                                                                                  { "cases",
                                                                                    N_ ("cases") },
                                                                                    { "awards",
                                                                                      N_ ("awards") },
                                                                                      { "count",
                                                                                        N_ ("a count") },
                                                                                        { "per-"
                                                                                          "cent",
                                                                                          N_ ("per cent") },
                                                                                          { "percen"
                                                                                            "tage-"
                                                                                            "point"
                                                                                            "s",
                                                                                            N_ ("percentage points") },
                                                                                            { "inde"
                                                                                              "x",
                                                                                              N_ ("an index") },
                                                                                              { "we"
                                                                                                "ek"
                                                                                                "s",
                                                                                                N_ ("weeks") },
                                                                                                { "dkk",
                                                                                                  N_ ("kroner") },
                                                                                                  { "million-dkk",
                                                                                                    N_ ("million kroner") },
                                                                                                    { "neither",
                                                                                                      N_ ("neither up nor down") },
                                                                                                      { "up",
                                                                                                        N_ ("up") },
                                                                                                        { "down",
                                                                                                          N_ ("down") },
                                                                                                          { "mean",
                                                                                                            N_ ("a mean") },
                                                                                                            { "last",
                                                                                                              N_ ("the last one") },
                                                                                                              { "plus",
                                                                                                                N_ ("plus") },
                                                                                                                { "minus",
                                                                                                                  N_ ("minus") },
                                                                                                                  { "above",
                                                                                                                    N_ ("above the line") },
                                                                                                                    { "below",
                                                                                                                      N_ ("below the line") },
                                                                                                                      /* an initiative, a plan, a member */
                                                                                                                      { "running",
                                                                                                                        N_ ("running") },
                                                                                                                        { "planned",
                                                                                                                          N_ ("planned") },
                                                                                                                          { "ended",
                                                                                                                            N_ ("ended") },
                                                                                                                            { "plan",
                                                                                                                              N_ ("a plan") },
                                                                                                                              { "agreement",
                                                                                                                                N_ ("an agreement") },
                                                                                                                                { "budget-agreement",
                                                                                                                                  N_ ("a budget agreement") },
                                                                                                                                  { "collection",
                                                                                                                                    N_ ("a collection") },
                                                                                                                                    { "target-group",
                                                                                                                                      N_ ("a target group") },
                                                                                                                                      { "area",
                                                                                                                                        N_ ("an area") },
                                                                                                                                        { "offer",
                                                                                                                                          N_ ("an offer") },
                                                                                                                                          { "provider",
                                                                                                                                            N_ ("a provider") },
                                                                                                                                            /* an assessment */
                                                                                                                                            { "computed",
                                                                                                                                              N_ ("computed") },
                                                                                                                                              { "met",
                                                                                                                                                N_ ("met") },
                                                                                                                                                { "not-met",
                                                                                                                                                  N_ ("not met") },
                                                                                                                                                  { "met-so-far",
                                                                                                                                                    N_ ("met so far") },
                                                                                                                                                    { "not-yet-met",
                                                                                                                                                      N_ ("not yet met") },
                                                                                                                                                      { "already-met",
                                                                                                                                                        N_ ("already met") },
                                                                                                                                                        { "not-measured",
                                                                                                                                                          N_ ("not measured") },
                                                                                                                                                          { "no-target",
                                                                                                                                                            N_ ("no target") },
                                                                                                                                                            /* money */
                                                                                                                                                            { "unspecified",
                                                                                                                                                              N_ ("not specified") },
                                                                                                                                                              { "service",
                                                                                                                                                                N_ ("service money") },
                                                                                                                                                                { "transfers",
                                                                                                                                                                  N_ ("transfers") },
                                                                                                                                                                  { "not-stated",
                                                                                                                                                                    N_ ("not stated") },
                                                                                                                                                                    { "year",
                                                                                                                                                                      N_ ("in a certain year") },
                                                                                                                                                                      { "not-set",
                                                                                                                                                                        N_ ("not set") },
                                                                                                                                                                        { "declining",
                                                                                                                                                                          N_ ("declining") },
                                                                                                                                                                          { "permanent",
                                                                                                                                                                            N_ ("permanent") },
                                                                                                                                                                            /* a removal */
                                                                                                                                                                            { "unit",
                                                                                                                                                                              N_ ("a unit") },
                                                                                                                                                                              { "member",
                                                                                                                                                                                N_ ("a member") },
                                                                                                                                                                                { "initiative",
                                                                                                                                                                                  N_ ("an initiative") },
                                                                                                                                                                                  { "series",
                                                                                                                                                                                    N_ ("a series") },
                                                                                                                                                                                    { "goal",
                                                                                                                                                                                      N_ ("a goal") },
                                                                                                                                                                                      { "observation",
                                                                                                                                                                                        N_ ("a figure") },
                                                                                                                                                                                        { "assessment",
                                                                                                                                                                                          N_ ("an explanation") },
                                                                                                                                                                                          { "appropriation",
                                                                                                                                                                                            N_ ("an appropriation") },
                                                                                                                                                                                            { "closing",
                                                                                                                                                                                              N_ ("a closing") },
                                                                                                                                                                                              /* what is shown of an initiative */
                                                                                                                                                                                              { "goals",
                                                                                                                                                                                                N_ ("goals met") },
                                                                                                                                                                                                { "figure",
                                                                                                                                                                                                  N_ ("a figure") },
                                                                                                                                                                                                  { "money",
                                                                                                                                                                                                    N_ ("the money") },
                                                                                                                                                                                                };

static const char *
find_title (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (words[i].word, word))
        return words[i].title;
    }

  return NULL;
}

gboolean
tal_field_text_has_word (const char *word)
{
  g_return_val_if_fail (word != NULL, FALSE);

  return find_title (word) != NULL;
}

const char *
tal_field_text_get_word (const char *word)
{
  const char *title = NULL;

  g_return_val_if_fail (word != NULL, NULL);

  title = find_title (word);
  g_return_val_if_fail (title != NULL, word);
  return _ (title);
}

static char *
dup_name (const TalField *field, const TalCatalogue *catalogue, TalId id)
{
  const TalRecord *record = tal_catalogue_find (catalogue, (TalKind)field->target, id);
  const char      *name = record != NULL ? tal_title_get_name (record) : NULL;

  if (record != NULL && name == NULL)
    return tal_title_for_record (catalogue, record);
  return g_strdup (name != NULL ? name : _ ("something that isn't there any more"));
}

/* "Deltagere, mindst, 2023, 75" */
static char *
dup_item (const TalStructure *structure, const TalCatalogue *catalogue, gconstpointer item)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField  *field = &structure->fields[i];
      g_autofree char *part = NULL;

      if (tal_field_is_default (field, item) && !field->required)
        continue;
      part = tal_field_text_dup (field, catalogue, item);
      if (part != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
    }

  g_strdelimit (text->str, "\n", ' ');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_list (const TalField *field, const TalCatalogue *catalogue, const GArray *list)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *item = dup_item (field->item, catalogue, list->data + i * field->item->size);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", item);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
tal_field_text_dup (const TalField *field, const TalCatalogue *catalogue, gconstpointer structure)
{
  gconstpointer place = NULL;

  g_return_val_if_fail (field != NULL && structure != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  place = TAL_FIELD_AT_CONST (field, structure);
  if (field->type == TAL_FIELD_BOOLEAN)
    return g_strdup (*(const int *)place ? _ ("yes") : _ ("no"));
  if (field->type == TAL_FIELD_WORD)
    return g_strdup (tal_field_text_get_word (field->words[*(const guint *)place]));
  if (tal_field_is_default (field, structure))
    return NULL;

  switch (field->type)
    {
    case TAL_FIELD_TEXT:
    case TAL_FIELD_PROSE:
      return g_strdup (*(char *const *)place);
    case TAL_FIELD_REFERENCE:
      return dup_name (field, catalogue, *(const TalId *)place);
    case TAL_FIELD_INTEGER:
      return g_strdup_printf ("%d", *(const int *)place);
    case TAL_FIELD_DECIMAL:
      return tal_danish_number_format (*(const TalDecimal *)place, TAL_DANISH_NUMBER_TRUE_MINUS);
    case TAL_FIELD_DAY:
      return tal_danish_date_format (*(const TalDay *)place, TAL_DANISH_DATE_TEXT);
    case TAL_FIELD_PERIOD:
      return tal_danish_period_format (*(const TalPeriod *)place, TAL_DANISH_PERIOD_TEXT);
    case TAL_FIELD_LIST:
      return dup_list (field, catalogue, *(GArray *const *)place);
    case TAL_FIELD_BOOLEAN:
    case TAL_FIELD_WORD:
      break;
    }

  g_return_val_if_reached (NULL);
}
