/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One fact about an initiative in large figures, with what it is under it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_FACT (tal_fact_get_type ())

G_DECLARE_FINAL_TYPE (TalFact, tal_fact, TAL, FACT, GtkWidget)

/* 'figure' up to its first no-break space is set large: "3,5" of "3,5 mio. kr.". */
GtkWidget *tal_fact_new (const char *figure, const char *caption);

G_END_DECLS
