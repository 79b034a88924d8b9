/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli-status-text.h"
#include "cli/tal-cli-table.h"
#include "cli/tal-cli.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "model/tal-clock.h"
#include "model/tal-status-table.h"

#include <glib/gi18n-lib.h>

/* A promise to scripts, and what else there is to know. */
#define COLUMNS                                                                                \
  "plan", "initiative_number", "initiative", "goal_number", "goal", "period", "rule", "basis", \
      "target", "measure_unit", "value", "numerator", "denominator", "state", "attainment"

static const char *const columns[] = { COLUMNS, NULL };
static const char *const wide_columns[] = { COLUMNS, "reach", NULL };

static void
add_plan_and_initiative (TalCliTable *table, const TalCatalogue *catalogue, const TalGoal *goal)
{
  const TalInitiative *initiative =
      TAL_INITIATIVE (tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, goal->initiative));
  const TalPlan *plan = TAL_PLAN (tal_catalogue_find (catalogue, TAL_KIND_PLAN, initiative->plan));

  tal_cli_table_add_text (table, plan->name);
  tal_cli_table_add_integer (table, initiative->number);
  tal_cli_table_add_text (table, initiative->name);
}

static void
add_period (TalCliTable *table, TalPeriod period)
{
  g_autofree char *text = tal_period_is_set (period) ? tal_period_to_string (period) : NULL;

  tal_cli_table_add_text (table, text);
}

static void
add_promise (TalCliTable *table, const TalGoalStatus *status)
{
  tal_cli_table_add_text (table, tal_goal_status_get_rule (status));
  tal_cli_table_add_text (table, status->criterion != NULL
                                     ? tal_target_basis_get_name (status->criterion->basis)
                                     : NULL);
  tal_cli_table_add_decimal (table, status->target);
  tal_cli_table_add_text (table, status->series != NULL
                                     ? tal_measure_unit_get_name (status->series->measure_unit)
                                     : NULL);
}

static void
add_result (TalCliTable *table, const TalGoalStatus *status)
{
  gboolean known = tal_figure_is_known (&status->figure);

  tal_cli_table_add_figure (table, &status->figure, known ? status->series->decimals : 0);
  tal_cli_table_add_sum (table, &status->numerator);
  tal_cli_table_add_sum (table, &status->denominator);
  tal_cli_table_add_text (table, known ? tal_figure_state_get_name (status->figure.state) : NULL);
  tal_cli_table_add_text (table, tal_attainment_get_name (status->attainment));
}

/* In per cent of the target, with one decimal. */
static void
add_reach (TalCliTable *table, const TalGoalStatus *status)
{
  TalDecimal  rounded = TAL_DECIMAL_NONE;
  TalFraction reach;

  if (tal_goal_status_get_reach (status, &reach))
    tal_fraction_round (tal_fraction_multiply (reach, tal_fraction_from_integer (100)), 1,
                        &rounded);
  tal_cli_table_add_decimal (table, rounded);
}

static void
add_row (TalCliTable *table, const TalCatalogue *catalogue, const TalGoalStatus *status)
{
  add_plan_and_initiative (table, catalogue, status->goal);
  tal_cli_table_add_integer (table, status->goal->number);
  tal_cli_table_add_text (table, status->goal->wording);
  add_period (table, status->period);
  add_promise (table, status);
  add_result (table, status);
}

static gboolean
is_wanted (const TalCatalogue *catalogue, const TalGoalStatus *status, TalId plan, TalId initiative)
{
  const TalRecord *parent =
      tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, status->goal->initiative);

  if (!tal_id_is_none (initiative) && !tal_id_is_equal (parent->id, initiative))
    return FALSE;

  return tal_id_is_none (plan) || tal_id_is_equal (TAL_INITIATIVE (parent)->plan, plan);
}

static GArray *
list_wanted (const TalStatusTable *statuses, TalId plan, TalId initiative)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (TalGoalStatus));

  for (guint i = 0; i < tal_status_table_get_length (statuses); i++)
    {
      const TalGoalStatus *each = tal_status_table_get_status (statuses, i);

      if (is_wanted (tal_status_table_get_catalogue (statuses), each, plan, initiative))
        g_array_append_val (wanted, *each);
    }
  return wanted;
}

static void
print_statuses (const TalCatalogue *catalogue,
                const GArray       *statuses,
                TalCliFormat        format,
                gboolean            wide)
{
  g_autoptr (TalCliTable) table = tal_cli_table_new (wide ? wide_columns : columns);

  if (format == TAL_CLI_FORMAT_TEXT)
    {
      tal_cli_status_print_text (catalogue, (const TalGoalStatus *)(gpointer)statuses->data,
                                 statuses->len);
      return;
    }

  for (guint i = 0; i < statuses->len; i++)
    {
      const TalGoalStatus *status = &g_array_index (statuses, TalGoalStatus, i);

      add_row (table, catalogue, status);
      if (wide)
        add_reach (table, status);
    }
  tal_cli_table_print (table, format);
}

int
tal_cli_run_status (char **words)
{
  g_autofree char           *plan = NULL;
  g_autofree char           *initiative = NULL;
  g_autofree char           *period_text = NULL;
  g_autofree char           *format_text = NULL;
  g_auto (GStrv)             rest = g_strdupv (words);
  g_autoptr (TalCollection)  collection = NULL;
  g_autoptr (TalStatusTable) statuses = NULL;
  g_autoptr (GArray)         wanted = NULL;
  g_autoptr (GError)         error = NULL;
  gboolean                   wide = FALSE;
  TalCliFormat               format;
  TalPeriod                  period;
  TalId                      plan_id;
  TalId                      initiative_id;
  const GOptionEntry         options[] = {
            { "plan", 0, 0, G_OPTION_ARG_STRING, &plan, NULL, NULL },
            { "initiative", 0, 0, G_OPTION_ARG_STRING, &initiative, NULL, NULL },
            { "period", 0, 0, G_OPTION_ARG_STRING, &period_text, NULL, NULL },
            { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, NULL, NULL },
            { "wide", 0, 0, G_OPTION_ARG_NONE, &wide, NULL, NULL },
            { NULL },
  };

  if (!tal_cli_parse ("status", options, &rest, 1, 1) ||
      !tal_cli_parse_format ("status", format_text, &format))
    return TAL_CLI_USAGE;
  if (!tal_cli_parse_period (period_text, &period))
    return TAL_CLI_REFUSED;

  collection = tal_cli_open (rest[1], TRUE);
  if (collection == NULL ||
      !tal_cli_find (tal_collection_get_catalogue (collection), TAL_KIND_PLAN, plan, &plan_id) ||
      !tal_cli_find (tal_collection_get_catalogue (collection), TAL_KIND_INITIATIVE, initiative,
                     &initiative_id))
    return TAL_CLI_REFUSED;

  statuses = tal_collection_compute_statuses (collection, period, tal_clock_get_today (), &error);
  if (statuses == NULL)
    return tal_cli_refuse (error);

  wanted = list_wanted (statuses, plan_id, initiative_id);
  print_statuses (tal_status_table_get_catalogue (statuses), wanted, format, wide);
  return TAL_CLI_DONE;
}
