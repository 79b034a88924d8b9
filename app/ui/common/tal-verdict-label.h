/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A verdict as icon, word and colour together: "✓ Opnået". */

#pragma once

#include "core/tal-attainment.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_VERDICT_LABEL (tal_verdict_label_get_type ())

G_DECLARE_FINAL_TYPE (TalVerdictLabel, tal_verdict_label, TAL, VERDICT_LABEL, GtkWidget)

GtkWidget *tal_verdict_label_new (void);
void       tal_verdict_label_set_status (TalVerdictLabel *self, const TalGoalStatus *status);

G_END_DECLS
