/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something of a collection that a label of a file may stand for. */

#pragma once

#include "base/tal-id.h"
#include "core/tal-catalogue.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalId id;
  char *name; /* where it belongs to before it, if that helps */
} TalFigureSuggestion;

/* An array that frees its suggestions. */
GArray *tal_figure_suggestion_list_new (void);
void    tal_figure_suggestion_list_add (GArray             *suggestions,
                                        const TalRecord    *record,
                                        const TalCatalogue *catalogue);
/* Everything that a label of a role (a fixed word of tal_figure_file_list_roles) may stand for, in
 * the order of the Danish alphabet. */
GArray *tal_figure_suggestion_list_all (const char *role, const TalCatalogue *catalogue);

/* "Brug for alle hænder: Deltagere".  To be freed. */
char *tal_figure_suggestion_dup_name (const TalRecord *record, const TalCatalogue *catalogue);

G_END_DECLS
