/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen, a table or a paper says of one goal, in Danish.  It writes Danish
 * by rule, whatever the language of the program: these are the words of the
 * committee's own papers.
 *
 * Values are rounded here, once, to the decimals of their series; where that would
 * hide that a goal was missed (39,6 pct. against 40) one more decimal is shown.
 */

#pragma once

#include "core/tal-attainment.h"

#include <glib.h>

G_BEGIN_DECLS

/* A value with its unit: "49 pct.", "545", "3,5 mio. kr."; no-break spaces inside. */
char *tal_goal_text_value (TalDecimal value, TalMeasureUnit unit);

/* "545", "49 pct.", "7,3 pct.*" where preliminary, "ca. 410"; for "all" the count that
 * reached it ("50"); "ikke opgjort" where there is none, "måles ikke" of a goal without
 * criteria. */
char *tal_goal_text_result (const TalGoalStatus *self);
/* Beside a result: "mål 350", "mål 75", "højst 8,7", "mål alle"; "intet måltal".  A computed
 * level has one decimal more than its series. */
char *tal_goal_text_target (const TalGoalStatus *self);
/* On its own: "Mindst 80 pct.", "Højst 8,7 pct.", "Alle", "Måles ikke". */
char *tal_goal_text_requirement (const TalGoalStatus *self);
/* The counts behind a share: "268 af 545 deltagere", "31 borgere"; NULL where none is
 * known or the result is a count. */
char *tal_goal_text_counts (const TalGoalStatus *self);

/* "Opnået", "Ikke opnået", "Foreløbigt opnået", "Endnu ikke opnået", "Allerede opnået",
 * "Ikke opgjort", "Intet måltal". */
const char *tal_goal_text_verdict (TalAttainment attainment);

/* The status cell of a paper: "Målet blev ikke opnået (49 pct./268 borgere)", "Målet måles
 * ikke". */
char *tal_goal_text_status (const TalGoalStatus *self);

/* For a reader who hears the row: "Mål 2: 49 pct., mål mindst 75 pct., ikke opnået." */
char *tal_goal_text_spoken (const TalGoalStatus *self);

G_END_DECLS
