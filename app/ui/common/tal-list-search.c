/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-list-search.h"

#include "base/tal-danish-collation.h"
#include "base/tal-danish-number.h"
#include "core/tal-search.h"

#include <glib/gi18n-lib.h>

/* In pixels, where the page is scrolled. */
#define SPACE_ABOVE 12

struct _TalListSearch
{
  GtkWidget parent_instance;

  char **words; /* NULL where nothing is searched for */

  GtkWidget      *box;
  GtkSearchEntry *entry;
  GtkLabel       *count;
  GtkWidget      *nothing;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalListSearch, tal_list_search, GTK_TYPE_WIDGET)

/* What is found stands below: the field goes as far up as it can. */
static void
scroll_up (TalListSearch *self)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *content = NULL;
  double     y = 0;

  if (scrolled == NULL)
    return;

  content =
      gtk_widget_get_first_child (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled)));
  if (gtk_widget_translate_coordinates (GTK_WIDGET (self), content, 0, 0, NULL, &y))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                              MAX (y - SPACE_ABOVE, 0));
}

static void
changed_cb (TalListSearch *self)
{
  g_autofree char *folded =
      tal_danish_collation_dup_folded (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  g_clear_pointer (&self->words, g_strfreev);
  g_strstrip (folded);
  if (folded[0] != '\0')
    self->words = g_strsplit (folded, " ", -1);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear (TalListSearch *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  changed_cb (self);
}

/* Escape clears what is searched for, and then goes on to the list. */
static void
stopped_cb (TalListSearch *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0')
    clear (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                            GTK_DIR_TAB_FORWARD);
}

static void
clear_clicked_cb (TalListSearch *self)
{
  clear (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
tal_list_search_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_LIST_SEARCH);

  G_OBJECT_CLASS (tal_list_search_parent_class)->dispose (object);
}

static void
tal_list_search_finalize (GObject *object)
{
  g_strfreev (TAL_LIST_SEARCH (object)->words);

  G_OBJECT_CLASS (tal_list_search_parent_class)->finalize (object);
}

static void
tal_list_search_class_init (TalListSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_list_search_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_list_search_finalize;

  signals[CHANGED] = g_signal_new ("changed", TAL_TYPE_LIST_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/common/tal-list-search.ui");
  gtk_widget_class_bind_template_child (widget_class, TalListSearch, box);
  gtk_widget_class_bind_template_child (widget_class, TalListSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, TalListSearch, count);
  gtk_widget_class_bind_template_child (widget_class, TalListSearch, nothing);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
tal_list_search_init (TalListSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_list_search_new (void)
{
  return g_object_new (TAL_TYPE_LIST_SEARCH, NULL);
}

void
tal_list_search_set_name (TalListSearch *self, const char *name)
{
  g_return_if_fail (TAL_IS_LIST_SEARCH (self));
  g_return_if_fail (name != NULL);

  g_object_set (self->entry, "placeholder-text", name, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

void
tal_list_search_start (TalListSearch *self)
{
  g_return_if_fail (TAL_IS_LIST_SEARCH (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  scroll_up (self);
}

char *const *
tal_list_search_get_words (TalListSearch *self)
{
  g_return_val_if_fail (TAL_IS_LIST_SEARCH (self), NULL);

  return self->words;
}

void
tal_list_search_show_found (TalListSearch *self, guint n_found)
{
  gboolean         searched = FALSE;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (TAL_IS_LIST_SEARCH (self));

  searched = self->words != NULL;
  number = tal_danish_number_format (TAL_DECIMAL (n_found, 0), TAL_DANISH_NUMBER_PLAIN);
  text = g_strdup_printf (ngettext ("%s hit", "%s hits", n_found), number);
  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), searched && n_found > 0);
  gtk_widget_set_visible (self->nothing, searched && n_found == 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  searched ? text : "", -1);
}

gboolean
tal_list_search_is_in (const char *text, char *const *words)
{
  g_autofree char *folded = NULL;

  if (words == NULL)
    return TRUE;

  folded = tal_danish_collation_dup_folded (text != NULL ? text : "");
  return tal_search_rank (folded, words) != G_MAXUINT;
}
