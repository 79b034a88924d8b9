/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the time that follows a plan lies. */

#pragma once

#include "core/tal-period.h"
#include "core/tal-plan.h"

#include <glib.h>

G_BEGIN_DECLS

/* The days that follow the plan's, as many months as it has.  Of a plan without an end it is
 * the year after 'today', and open; 'ret_last' is TAL_DAY_NONE then. */
void tal_plan_years_follow (const TalPlan *plan, TalDay today, TalDay *ret_first, TalDay *ret_last);

/* The plan's name with its years moved to those days; with the years behind it where it names
 * none. */
char *tal_plan_years_rename (const TalPlan *plan, TalDay first, TalDay last);

/* The period for which a target of the plan is set when the plan begins again on 'first': the
 * whole of the new plan for one that was set for the whole of the old, else the period of the
 * same kind that 'first' lies in, or of the same length that begins there. */
TalPeriod tal_plan_years_move_period (TalPeriod      period,
                                      const TalPlan *plan,
                                      TalDay         first,
                                      TalDay         last);

G_END_DECLS
