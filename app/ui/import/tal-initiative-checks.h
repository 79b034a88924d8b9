/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The initiatives of a plan, or all, each of which can be left out; at first none is.
 *
 * Emits "changed" when another choice was made.
 */

#pragma once

#include "core/tal-catalogue.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_INITIATIVE_CHECKS (tal_initiative_checks_get_type ())

G_DECLARE_FINAL_TYPE (
    TalInitiativeChecks, tal_initiative_checks, TAL, INITIATIVE_CHECKS, AdwPreferencesGroup)

/* Lists those of the plan anew, or all where there is none, without "changed". */
void tal_initiative_checks_list (TalInitiativeChecks *self,
                                 const TalCatalogue  *catalogue,
                                 TalId                plan);

guint tal_initiative_checks_get_length (TalInitiativeChecks *self);
guint tal_initiative_checks_count_checked (TalInitiativeChecks *self);
/* An array of TalId. */
GArray *tal_initiative_checks_list_checked (TalInitiativeChecks *self);

G_END_DECLS
