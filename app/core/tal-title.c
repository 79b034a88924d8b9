/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-title.h"

#include "core/tal-appropriation.h"
#include "core/tal-assessment.h"
#include "core/tal-closing.h"
#include "core/tal-danish-period.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-member.h"
#include "core/tal-observation.h"
#include "core/tal-plan.h"
#include "core/tal-removal.h"
#include "core/tal-series.h"
#include "core/tal-unit.h"

#include <glib/gi18n-lib.h>

static const char *
find_name (const TalCatalogue *catalogue, TalKind kind, TalId id)
{
  const TalRecord *record = tal_catalogue_find (catalogue, kind, id);
  const char      *name = record != NULL ? tal_title_get_name (record) : NULL;

  return name != NULL ? name : "?";
}

static char *
title_figure (const TalCatalogue *catalogue, const TalObservation *observation)
{
  g_autofree char *period = NULL;

  if (tal_period_is_set (observation->period))
    period = tal_danish_period_format (observation->period, TAL_DANISH_PERIOD_TEXT);
  return g_strdup_printf (_ ("The figure “%s”, %s"),
                             find_name (catalogue, TAL_KIND_SERIES, observation->record.id),
                             period != NULL ? period : "?");
}

static char *
title_assessment (const TalCatalogue *catalogue, const TalAssessment *assessment)
{
  const TalRecord *goal = tal_catalogue_find (catalogue, TAL_KIND_GOAL, assessment->goal);

  return g_strdup_printf (_ ("The explanation of goal %d"),
                             goal != NULL ? TAL_GOAL (goal)->number : 0);
}

static char *
title_closing (const TalCatalogue *catalogue, const TalClosing *closing)
{
  g_autofree char *period = NULL;

  if (tal_period_is_set (closing->period))
    period = tal_danish_period_format (closing->period, TAL_DANISH_PERIOD_TEXT);
  return g_strdup_printf (_ ("The closing of %s"), period != NULL ? period : "?");
}

/* An initiative gets money year after year. */
static char *
title_appropriation (const TalCatalogue *catalogue, const TalAppropriation *appropriation)
{
  const char *name = find_name (catalogue, TAL_KIND_INITIATIVE, appropriation->initiative);

  if (appropriation->year == 0)
    return g_strdup_printf (_ ("The appropriation for “%s”"), name);
  return g_strdup_printf (_ ("The appropriation of %d for “%s”"), appropriation->year, name);
}

char *
tal_title_for_record (const TalCatalogue *catalogue, const TalRecord *record)
{
  const char *name = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  name = tal_title_get_name (record);
  if (name == NULL)
    name = "?";

  switch (record->kind)
    {
    case TAL_KIND_UNIT:
      return g_strdup_printf (_ ("The unit “%s”"), name);
    case TAL_KIND_MEMBER:
      return g_strdup_printf (_ ("“%s”"), name);
    case TAL_KIND_PLAN:
      return g_strdup_printf (_ ("The plan “%s”"), name);
    case TAL_KIND_INITIATIVE:
      return g_strdup_printf (_ ("The initiative “%s”"), name);
    case TAL_KIND_SERIES:
      return g_strdup_printf (_ ("The series “%s”"), name);
    case TAL_KIND_GOAL:
      return g_strdup_printf (_ ("Goal %d"), TAL_GOAL (record)->number);
    case TAL_KIND_OBSERVATION:
      return title_figure (catalogue, TAL_OBSERVATION (record));
    case TAL_KIND_ASSESSMENT:
      return title_assessment (catalogue, TAL_ASSESSMENT (record));
    case TAL_KIND_APPROPRIATION:
      return title_appropriation (catalogue, TAL_APPROPRIATION (record));
    case TAL_KIND_CLOSING:
      return title_closing (catalogue, TAL_CLOSING (record));
    case TAL_KIND_REMOVAL:
      return g_strdup_printf (_ ("The removal of a %s"),
                                 tal_kind_get_title (TAL_REMOVAL (record)->removed));
    }

  g_return_val_if_reached (NULL);
}

const char *
tal_title_get_name (const TalRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  switch (record->kind)
    {
    case TAL_KIND_UNIT:
      return TAL_UNIT (record)->name;
    case TAL_KIND_MEMBER:
      return TAL_MEMBER (record)->name;
    case TAL_KIND_PLAN:
      return TAL_PLAN (record)->name;
    case TAL_KIND_INITIATIVE:
      return TAL_INITIATIVE (record)->name;
    case TAL_KIND_SERIES:
      return TAL_SERIES (record)->name;
    case TAL_KIND_GOAL:
      return TAL_GOAL (record)->wording;
    case TAL_KIND_OBSERVATION:
    case TAL_KIND_ASSESSMENT:
    case TAL_KIND_APPROPRIATION:
    case TAL_KIND_CLOSING:
    case TAL_KIND_REMOVAL:
      break;
    }

  return NULL;
}

char *
tal_title_dup_members (const TalCatalogue *catalogue, const TalSeries *series)
{
  const TalId members[] = { series->target_group, series->area, series->offer, series->provider };
  GString    *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const TalRecord *member = tal_catalogue_find (catalogue, TAL_KIND_MEMBER, members[i]);

      if (member == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, tal_title_get_name (member));
    }
  return g_string_free (text, text->len == 0);
}
