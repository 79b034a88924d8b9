/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field in which words are searched for in a list, how many rows have them all, and a way out
 * where none has.  It searches nothing itself: whoever has the list does when it says "changed",
 * and tells it what was found.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_LIST_SEARCH (tal_list_search_get_type ())

G_DECLARE_FINAL_TYPE (TalListSearch, tal_list_search, TAL, LIST_SEARCH, GtkWidget)

GtkWidget *tal_list_search_new (void);

/* What can be searched: "Search offers". */
void tal_list_search_set_name (TalListSearch *self, const char *name);
/* Puts the cursor into the field. */
void tal_list_search_start (TalListSearch *self);
/* The words that are searched for, folded; NULL where every row is shown.  Valid until
 * "changed". */
char *const *tal_list_search_get_words (TalListSearch *self);
/* How many rows have them all. */
void tal_list_search_show_found (TalListSearch *self, guint n_found);

/* Whether a text has all words; one that is NULL has no words, and 'words' NULL are in each. */
gboolean tal_list_search_is_in (const char *text, char *const *words);

G_END_DECLS
