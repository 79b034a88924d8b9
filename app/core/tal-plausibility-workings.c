/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a sum or a share comes about, told figure by figure. */

#include "config.h"

#include "base/tal-approximation.h"
#include "core/tal-derive.h"
#include "core/tal-plausibility-private.h"

#include <glib/gi18n-lib.h>

/* "ca. 900"; NULL where it has no value. */
static char *
write_figure (const TalSeries *series, const TalFigure *figure)
{
  g_autofree char *value = NULL;
  TalDecimal       decimal;

  if (!tal_figure_get_decimal (figure, series->decimals, &decimal))
    return NULL;

  value = tal_plausibility_dup_value (series, decimal);
  return g_strconcat (tal_approximation_get_prefix (figure->approximation), value, NULL);
}

/* The term's figure behind the sign that it is counted with. */
static char *
write_term (const TalTerm *term, gboolean leads, const char *figure)
{
  if (leads && term->place == TAL_TERM_BELOW)
    return g_strdup_printf (_ ("out of %s"), figure);
  if (term->sign == TAL_TERM_MINUS)
    return g_strdup_printf ("\342\210\222 %s", figure);

  return leads ? g_strdup (figure) : g_strdup_printf ("+ %s", figure);
}

/* FALSE where the term has no value. */
static gboolean
append_term (const TalPlausibility *self,
             const TalTerm         *term,
             TalPeriod              period,
             gboolean               leads,
             GString               *lines)
{
  const TalRecord *record = tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, term->series);
  g_autofree char *figure = NULL;
  g_autofree char *signed_figure = NULL;
  TalFigure        found;

  if (record == NULL ||
      !tal_derive_figure (self->catalogue, self->runs, TAL_SERIES (record), period, &found, NULL))
    return FALSE;

  figure = write_figure (TAL_SERIES (record), &found);
  if (figure == NULL)
    return FALSE;

  signed_figure = write_term (term, leads, figure);
  g_string_append_printf (lines, "%s · %s\n", signed_figure, TAL_SERIES (record)->name);
  return TRUE;
}

static gboolean
append_terms (const TalPlausibility *self,
              const TalSeries       *series,
              TalTermPlace           place,
              TalPeriod              period,
              GString               *lines)
{
  gboolean leads = TRUE;

  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      const TalTerm *term = tal_series_get_term (series, i);

      if (term->place != place)
        continue;
      if (!append_term (self, term, period, leads, lines))
        return FALSE;
      leads = FALSE;
    }

  return TRUE;
}

char *
tal_plausibility_dup_workings (const TalPlausibility *self,
                               const TalSeries       *series,
                               TalPeriod              period,
                               const char            *value)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  if ((series->agreement != TAL_AGREEMENT_SUM && series->agreement != TAL_AGREEMENT_RATIO) ||
      !append_terms (self, series, TAL_TERM_ABOVE, period, lines) ||
      !append_terms (self, series, TAL_TERM_BELOW, period, lines))
    return NULL;

  g_string_append_printf (lines, "= %s", value);
  return g_strdup (lines->str);
}
