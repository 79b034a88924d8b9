/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-sheet-money.h"

#include "core/tal-title.h"

#include <glib/gi18n-lib.h>

static const guint widths[] = { 40, 8, 16, 32, 12, 12, 14, 14, 22, 40 };

static void
add_headings (TalTable *table)
{
  const char *const headings[] = {
    _ ("Initiative"), _ ("Year"), _ ("Amount"),      _ ("Source"), _ ("Committee"),
                                                                      _ ("Account"),    _ ("Kind"), _ ("Price level"), _ ("Expiry"), _ ("Note"),
                                                                      };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    tal_table_add_column (table, widths[i]);
  tal_table_add_headings (table, headings);
}

static const char *
get_kind (TalMoneyKind kind)
{
  switch (kind)
    {
    case TAL_MONEY_UNSPECIFIED:
      return NULL;
    case TAL_MONEY_SERVICE:
      return _ ("Service");
    case TAL_MONEY_TRANSFERS:
      return _ ("Transfers");
    }

  g_return_val_if_reached (NULL);
}

static char *
dup_expiry (const TalAppropriation *line)
{
  switch (line->expiry)
    {
    case TAL_EXPIRY_NOT_STATED:
      return NULL;
    case TAL_EXPIRY_YEAR:
      return g_strdup_printf ("%d", line->expiry_year);
    case TAL_EXPIRY_NOT_SET:
      return g_strdup (_ ("Not set"));
    case TAL_EXPIRY_DECLINING:
      return g_strdup (_ ("Declining"));
    case TAL_EXPIRY_PERMANENT:
      return g_strdup (_ ("Permanent"));
    }

  g_return_val_if_reached (NULL);
}

static void
add_line (TalTable *table, const TalCatalogue *catalogue, const TalAppropriation *line)
{
  const TalTableFormat year = { .ungrouped = TRUE };
  const TalTableFormat kroner = { .unit = " kr.", .decimals = line->amount.scale };
  const TalRecord     *initiative =
      tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, line->initiative);
  g_autofree char *expiry = dup_expiry (line);

  tal_table_begin_row (table, TAL_TABLE_ROW_PLAIN);
  tal_table_add_text (table, initiative != NULL ? tal_title_get_name (initiative) : NULL);
  tal_table_add_number (table, TAL_DECIMAL (line->year, 0), &year);
  tal_table_add_number (table, line->amount, &kroner);
  tal_table_add_text (table, line->source);
  tal_table_add_text (table, line->committee);
  tal_table_add_text (table, line->account);
  tal_table_add_text (table, get_kind (line->money_kind));
  tal_table_add_text (table, line->price_level);
  tal_table_add_text (table, expiry);
  tal_table_add_text (table, line->note);
}

TalTable *
tal_sheet_money_new (const TalCatalogue *catalogue,
                     const char         *name,
                     const char         *title,
                     const GPtrArray    *lines)
{
  TalTable *table = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (lines != NULL && lines->len > 0, NULL);

  table = tal_table_new (name, title);
  add_headings (table);
  for (guint i = 0; i < lines->len; i++)
    add_line (table, catalogue, g_ptr_array_index (lines, i));
  return table;
}
