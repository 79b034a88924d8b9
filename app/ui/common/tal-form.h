/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a form: what was written in them, what is wrong with it, and what they lack for
 * those who hear them. */

#pragma once

#include "base/tal-day.h"
#include "base/tal-decimal.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was written, without the spaces around it. */
char *tal_form_dup_text (GtkEditable *field);
/* The same in place of a text of a record; NULL where nothing was written. */
void tal_form_read_text (GtkEditable *field, char **text);
/* NULL is nothing. */
void tal_form_show_text (GtkEditable *field, const char *text);
/* What was written as an amount, in whole kroner: "3.500.000", "3,5 mio. kr.".  TAL_ERROR_INVALID_TEXT or
 * TAL_ERROR_OUT_OF_RANGE. */
gboolean tal_form_parse_kroner (const char *text, TalDecimal *ret_kroner, GError **error);
/* What was written as a year of four digits; TAL_ERROR_INVALID_TEXT. */
gboolean tal_form_read_year (GtkEditable *field, int *ret_year, GError **error);
/* What was written as a day in Danish.  Nothing is TAL_DAY_NONE where the day may be left out
 * and no day where it is 'required': TAL_ERROR_INVALID_TEXT. */
gboolean tal_form_read_day (GtkEditable *field, gboolean required, TalDay *ret_day, GError **error);
/* As it is read again; nothing where it is TAL_DAY_NONE. */
void tal_form_show_day (GtkEditable *field, TalDay day);
/* Makes it seen that a field is what is wrong, or no more. */
void tal_form_mark (GtkEditable *field, gboolean wrong);

/* Gives the field of each entry row below a widget its role, and the row's title as its name; to be called
 * again where a title has changed. */
void tal_form_name_fields (GtkWidget *root);

G_END_DECLS
