/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The status table as an administrator would paste it: a sentence for each plan, then its
 * initiatives with what each goal asks for and how it stands.
 */

#pragma once

#include "core/tal-attainment.h"
#include "core/tal-catalogue.h"

#include <glib.h>

G_BEGIN_DECLS

/* 'statuses' stand plan by plan and initiative by initiative. */
void tal_cli_status_print_text (const TalCatalogue  *catalogue,
                                const TalGoalStatus *statuses,
                                guint                n_statuses);

G_END_DECLS
