/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding a plan, an initiative or a series by what a person calls it: its whole name, or
 * a part that no other has, without regard to case.  An id finds its record too.
 */

#pragma once

#include "core/tal-catalogue.h"

#include <glib.h>

G_BEGIN_DECLS

/* TAL_ERROR_NOT_FOUND, or TAL_ERROR_AMBIGUOUS with the names of the candidates. */
const TalRecord *tal_name_search_find (const TalCatalogue *catalogue,
                                       TalKind             kind,
                                       const char         *text,
                                       GError            **error);

/* Every record whose name holds the text, in the catalogue's order; all for "" and NULL. */
GPtrArray *tal_name_search_list (const TalCatalogue *catalogue, TalKind kind, const char *text);

/* The goal of that number, in one plan and one initiative where they are not none. */
const TalRecord *tal_name_search_find_goal (
    const TalCatalogue *catalogue, int number, TalId plan, TalId initiative, GError **error);

G_END_DECLS
