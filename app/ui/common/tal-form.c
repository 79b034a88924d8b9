/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-form.h"

#include "base/tal-danish-date.h"
#include "base/tal-danish-entry.h"
#include "base/tal-error.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Of the years that anybody plans money or work for. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

char *
tal_form_dup_text (GtkEditable *field)
{
  g_return_val_if_fail (GTK_IS_EDITABLE (field), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (field)));
}

void
tal_form_read_text (GtkEditable *field, char **text)
{
  g_autofree char *written = NULL;

  g_return_if_fail (GTK_IS_EDITABLE (field));
  g_return_if_fail (text != NULL);

  written = tal_form_dup_text (field);
  g_free (*text);
  *text = written[0] != '\0' ? g_steal_pointer (&written) : NULL;
}

void
tal_form_show_text (GtkEditable *field, const char *text)
{
  g_return_if_fail (GTK_IS_EDITABLE (field));

  gtk_editable_set_text (field, text != NULL ? text : "");
}

gboolean
tal_form_parse_kroner (const char *text, TalDecimal *ret_kroner, GError **error)
{
  TalDanishEntry entry;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ret_kroner != NULL, FALSE);

  if (!tal_danish_entry_parse (text, &entry, error))
    return FALSE;
  if (entry.kind != TAL_DANISH_ENTRY_NUMBER || entry.preliminary || entry.percent ||
      entry.approximation != TAL_APPROXIMATION_EXACT || !tal_decimal_is_whole (entry.value))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                           _ ("The amount is a whole number of kroner, such as 3.500.000 or 3,5 mio. kr."));
      return FALSE;
    }

  *ret_kroner = entry.value;
  return TRUE;
}

gboolean
tal_form_read_year (GtkEditable *field, int *ret_year, GError **error)
{
  g_autofree char *text = NULL;
  guint64          year = 0;

  g_return_val_if_fail (GTK_IS_EDITABLE (field), FALSE);
  g_return_val_if_fail (ret_year != NULL, FALSE);

  text = tal_form_dup_text (field);
  if (!g_ascii_string_to_unsigned (text, 10, FIRST_YEAR, LAST_YEAR, &year, NULL))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                           _ ("The year is written with four digits, such as 2024."));
      return FALSE;
    }

  *ret_year = (int)year;
  return TRUE;
}

gboolean
tal_form_read_day (GtkEditable *field, gboolean required, TalDay *ret_day, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (GTK_IS_EDITABLE (field), FALSE);
  g_return_val_if_fail (ret_day != NULL, FALSE);

  text = tal_form_dup_text (field);
  *ret_day = TAL_DAY_NONE;
  return (text[0] == '\0' && !required) || tal_danish_date_parse (text, ret_day, error);
}

void
tal_form_show_day (GtkEditable *field, TalDay day)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_EDITABLE (field));

  if (day != TAL_DAY_NONE)
    text = tal_danish_date_format (day, TAL_DANISH_DATE_SHORT);
  gtk_editable_set_text (field, text != NULL ? text : "");
}

void
tal_form_mark (GtkEditable *field, gboolean wrong)
{
  g_return_if_fail (GTK_IS_EDITABLE (field));

  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (field), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (field), "error");
}

static void
name_field (GtkWidget *row)
{
  GtkEditable *field = gtk_editable_get_delegate (GTK_EDITABLE (row));
  const char  *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  /* The toolkit gives the role to the row's like of its own, and none to the field in it. */
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (field)) != GTK_ACCESSIBLE_ROLE_TEXT_BOX)
    g_object_set (field, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
tal_form_name_fields (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (ADW_IS_ENTRY_ROW (root))
    name_field (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tal_form_name_fields (child);
}
