/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-figure-suggestion.h"

#include "base/tal-danish-collation.h"
#include "core/tal-initiative.h"
#include "core/tal-member.h"
#include "core/tal-series.h"
#include "core/tal-title.h"
#include "exchange/tal-column-map.h"
#include "exchange/tal-label-names.h"

static void
suggestion_clear (gpointer suggestion)
{
  g_free (((TalFigureSuggestion *)suggestion)->name);
}

char *
tal_figure_suggestion_dup_name (const TalRecord *record, const TalCatalogue *catalogue)
{
  const TalRecord *initiative = NULL;

  g_return_val_if_fail (record != NULL && catalogue != NULL, NULL);

  if (record->kind == TAL_KIND_SERIES)
    initiative =
        tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, TAL_SERIES (record)->initiative);
  if (initiative == NULL)
    return g_strdup (tal_title_get_name (record));

  return g_strdup_printf ("%s: %s", TAL_INITIATIVE (initiative)->name, tal_title_get_name (record));
}

GArray *
tal_figure_suggestion_list_new (void)
{
  GArray *suggestions = g_array_new (FALSE, FALSE, sizeof (TalFigureSuggestion));

  g_array_set_clear_func (suggestions, suggestion_clear);
  return suggestions;
}

void
tal_figure_suggestion_list_add (GArray             *suggestions,
                                const TalRecord    *record,
                                const TalCatalogue *catalogue)
{
  TalFigureSuggestion suggestion = { TAL_ID_NONE };

  g_return_if_fail (suggestions != NULL && record != NULL);

  suggestion.id = record->id;
  suggestion.name = tal_figure_suggestion_dup_name (record, catalogue);
  g_array_append_val (suggestions, suggestion);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return tal_danish_collation_compare (((const TalFigureSuggestion *)a)->name,
                                       ((const TalFigureSuggestion *)b)->name);
}

GArray *
tal_figure_suggestion_list_all (const char *role, const TalCatalogue *catalogue)
{
  GArray                 *suggestions = tal_figure_suggestion_list_new ();
  TalRole                 own = TAL_ROLE_SERIES;
  gboolean                is_member = FALSE;
  guint                   length = 0;
  const TalRecord *const *records = NULL;

  g_return_val_if_fail (role != NULL && catalogue != NULL, suggestions);
  g_return_val_if_fail (tal_role_from_name (role, &own), suggestions);

  is_member = tal_role_is_dimension (own);
  records =
      tal_catalogue_get_records (catalogue, is_member ? TAL_KIND_MEMBER : TAL_KIND_SERIES, &length);
  for (guint i = 0; i < length; i++)
    {
      if (is_member ? TAL_MEMBER (records[i])->dimension == tal_role_get_dimension (own)
                    : !tal_series_is_derived (TAL_SERIES (records[i])))
        tal_figure_suggestion_list_add (suggestions, records[i], catalogue);
    }
  g_array_sort (suggestions, compare_names);
  return suggestions;
}
