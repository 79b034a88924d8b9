/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Danish sentences over several goals, as the committee's papers have them. */

#pragma once

#include "core/tal-attainment.h"

#include <glib.h>

G_BEGIN_DECLS

/* How a set of goals stands. */
typedef struct
{
  guint     n_goals; /* that can be met: those not measured by their nature left out */
  guint     n_met;
  guint     n_open;       /* without a result or a target */
  guint     n_unmeasured; /* not measured by their nature: none of the others */
  gboolean  preliminary;  /* some verdict may still change */
  gboolean  has_figures;
  gboolean  all_final; /* every figure there is is final */
  TalPeriod period;    /* of all results; unset where they differ */
} TalTally;

/* An array of TalGoalStatus. */
TalTally tal_sentence_tally (const TalGoalStatus *statuses, guint n_statuses);

/* "9 af 11 mål blev opnået i 2023", "Begge mål blev opnået i 2023", "1 af 4 mål er
 * opnået (foreløbige tal)"; in the past tense only where no goal is open.  "Målet er ikke
 * opgjort endnu" where every goal is, "Målene måles ikke" where they cannot be.  No final
 * full stop. */
char *tal_sentence_goals_met (const TalTally *tally);
/* The short form: "2 af 3", "ikke opgjort", "måles ikke". */
char *tal_sentence_share_met (const TalTally *tally);
/* What stands under it: "mål blev opnået i 2023", "mål er opnået i 2026 (foreløbige tal)",
 * and under the number of goals where no result is known: "ikke opgjort endnu", "måles ikke". */
char *tal_sentence_share_caption (const TalTally *tally);

/* " i 2023", " den 1. september 2018", " i perioden januar 2017 - juli 2018"; "" where the
 * period is unset. */
char *tal_sentence_when (TalPeriod period);

/* "1 indsats", "5 indsatser", "1 mål", "11 mål", with a no-break space. */
char *tal_sentence_count_initiatives (guint count);
char *tal_sentence_count_goals (guint count);

/* An amount in kroner as papers write it: "1,0 mio. kr.", "10,2 mio. kr.", "13 mio. kr.",
 * "0,8 mio. kr.", "960.000 kr.". */
char *tal_sentence_amount (TalDecimal kroner);

/* The amount that is read there, in kroner: 3.500.000 for 3.460.000. */
TalDecimal tal_sentence_round_amount (TalDecimal kroner);

G_END_DECLS
