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
/* Beside a result: "mål 350", "mål 350 helårspladser" where it was adopted in another unit than
 * the result's, "mål 75", "højst 8,7", "mål alle", "mål halvdelen", "JKI 84" of another
 * unit's level, "fastholde 62,4" of an earlier result; "intet måltal".  A computed level has
 * one decimal more than its series. */
char *tal_goal_text_target (const TalGoalStatus *self);
/* At its mark in a chart: the same with the unit of the result, "mål 75 pct.". */
char *tal_goal_text_label (const TalGoalStatus *self);
/* On its own: "Mindst 80 pct.", "Mindst 80 pct. inden for 13 uger", "Højst 8,7 pct.", "Alle",
 * "Alle, heraf mindst halvdelen" of two criteria, "Mindst JKI's niveau (84 pct.)", "Fastholde
 * 62,4 pct.", "Intet måltal", "Måles ikke". */
char *tal_goal_text_requirement (const TalGoalStatus *self);
/* The same inside a sentence: "mindst 80 pct.". */
char *tal_goal_text_promise (const TalGoalStatus *self);
/* The counts behind a share: "268 af 545 deltagere", "31 borgere"; NULL where none is
 * known or the result is a count. */
char *tal_goal_text_counts (const TalGoalStatus *self);

/* "Opnået", "Ikke opnået", "Foreløbigt opnået", "Endnu ikke opnået", "Allerede opnået",
 * "Ikke opgjort", "Intet måltal". */
const char *tal_goal_text_verdict (TalAttainment attainment);

/* The status cell of a paper: "Målet blev ikke opnået (49 pct./268 borgere)", "Målet måles
 * ikke". */
char *tal_goal_text_status (const TalGoalStatus *self);

/* Below the table, how it was measured: "Mål 1: DREAM. Målt fra januar 2017 til juli 2018.
 * Jobparate kontanthjælpsmodtagere."; the source, which is the series' where the goal has none of its
 * own, the period, the population and the method; a method that says when it was measured
 * ("Målt fra …") stands in the period's place.  NULL where none but the period is known. */
char *tal_goal_text_note (const TalGoalStatus *self);
/* Below the table, of a figure that is not final: "Mål 1: foreløbigt tal for januar 2017 - juli
 * 2018, 19 af 24 måneder. Der mangler 5 måneder. Endeligt tal forventes 30. juni 2019. Mål 1 er
 * dog allerede opnået."; NULL of a final one. */
char *tal_goal_text_preliminary (const TalGoalStatus *self);

/* For a reader who hears the row: "Mål 2: 49 pct., mål mindst 75 pct., ikke opnået." */
char *tal_goal_text_spoken (const TalGoalStatus *self);

G_END_DECLS
