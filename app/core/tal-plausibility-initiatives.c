/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Initiatives: what they say of themselves beside their days. */

#include "config.h"

#include "base/tal-danish-date.h"
#include "core/tal-danish-period.h"
#include "core/tal-plausibility-private.h"

#include <glib/gi18n-lib.h>

static const TalRule rule_running = { "ended-among-running",
                                      N_ ("An initiative that has ended is not running.") };

/* A report lists it as running though its last day was before the report's own. */
void
tal_plausibility_look_at_initiative (TalPlausibility *self, const TalInitiative *initiative)
{
  const TalPlan   *plan = tal_plausibility_find_plan (self, initiative->record.id);
  TalDay           day = tal_plausibility_get_status_day (self, plan);
  g_autofree char *ended = NULL;

  if (initiative->state != TAL_INITIATIVE_STATE_RUNNING || initiative->last == TAL_DAY_NONE ||
      initiative->last >= day)
    return;

  ended = tal_danish_date_format (initiative->last, TAL_DANISH_DATE_TEXT);
  tal_plausibility_report (self, &rule_running, TAL_SEVERITY_WARNING, &initiative->record,
                           TAL_PERIOD_UNSET,
                           g_strdup (_ ("running")),
                                     g_strdup (_ ("ended")),
                                               g_strdup_printf (_ ("%s is listed as running, but ended on %s."),
                                                   initiative->name, ended));
}

void
tal_plausibility_check_initiatives (TalPlausibility *self)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_INITIATIVE, &length);

  for (guint i = 0; i < length; i++)
    tal_plausibility_look_at_initiative (self, TAL_INITIATIVE (records[i]));
}
