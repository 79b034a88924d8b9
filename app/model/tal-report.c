/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-report.h"

#include "exchange/tal-exchange-xml-reader.h"
#include "store/tal-database.h"

char *
tal_report_describe_libraries (void)
{
  return g_strdup_printf ("GLib %u.%u.%u\nSQLite %s\nlibxml2 %s\n", glib_major_version,
                          glib_minor_version, glib_micro_version, tal_database_get_version (),
                          tal_exchange_xml_get_version ());
}

char *
tal_report_count_records (const TalCatalogue *catalogue)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (catalogue != NULL, NULL);

  for (guint i = 0; i < TAL_N_KINDS; i++)
    {
      guint n_records = 0;

      if (i == TAL_KIND_OBSERVATION)
        continue;
      tal_catalogue_get_records (catalogue, (TalKind)i, &n_records);
      g_string_append_printf (text, "%s: %u\n", tal_kind_get_name ((TalKind)i), n_records);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
