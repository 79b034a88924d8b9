/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/history/tal-history-row.h"

#include "core/tal-initiative.h"
#include "model/tal-clock.h"
#include "model/tal-history-item.h"
#include "ui/history/tal-history-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TalHistoryRow
{
  GtkWidget parent_instance;

  char *sentence;

  GtkWidget       *box;
  GtkLabel        *day;
  GtkTreeExpander *expander;
  GtkLabel        *time;
  GtkLabel        *person;
  GtkImage        *source;
  GtkLabel        *what;
  GtkLabel        *where;
};

G_DEFINE_FINAL_TYPE (TalHistoryRow, tal_history_row, GTK_TYPE_WIDGET)

/* What stands in parentheses after a name, else the letters that its words begin with. */
static char *
dup_initials (const char *name)
{
  g_auto (GStrv)      words = NULL;
  g_autoptr (GString) initials = g_string_new (NULL);

  if (name == NULL)
    return g_strdup ("–");
  if (g_str_has_suffix (name, ")") && strrchr (name, '(') != NULL)
    return g_strndup (strrchr (name, '(') + 1, strlen (strrchr (name, '(')) - 2);

  words = g_strsplit_set (name, " .-_", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] != '\0')
        g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (words[i])));
    }
  return g_string_free (g_steal_pointer (&initials), FALSE);
}

static const char *
get_icon_name (TalOrigin origin)
{
  switch (origin)
    {
    case TAL_ORIGIN_IMPORT:
      return APPLICATION_ID "-exchange-symbolic";
    case TAL_ORIGIN_UNDO:
      return "edit-undo-symbolic";
    case TAL_ORIGIN_REDO:
      return "edit-redo-symbolic";
    case TAL_ORIGIN_EDIT:
    case TAL_ORIGIN_OUTSIDE:
      break;
    }

  return APPLICATION_ID "-entry-symbolic";
}

static const char *
get_source_text (TalOrigin origin)
{
  switch (origin)
    {
    case TAL_ORIGIN_IMPORT:
      return _ ("Import");
    case TAL_ORIGIN_UNDO:
      return _ ("Undo");
    case TAL_ORIGIN_REDO:
      return _ ("Redo");
    case TAL_ORIGIN_EDIT:
    case TAL_ORIGIN_OUTSIDE:
      break;
    }

  return _ ("Entry");
}

/* The changes of one entry have its time and person above them. */
static void
show_entry (TalHistoryRow *self, const TalHistoryEntry *entry, gboolean is_change)
{
  g_autofree char *time = tal_clock_format_local_time (entry->made_at);
  g_autofree char *initials = dup_initials (entry->author);

  gtk_label_set_label (self->time, time);
  gtk_label_set_label (self->person, initials);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->person), entry->author);
  gtk_image_set_from_icon_name (self->source, get_icon_name (entry->origin));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source), get_source_text (entry->origin));
  gtk_widget_set_visible (GTK_WIDGET (self->time), !is_change);
  gtk_widget_set_visible (GTK_WIDGET (self->person), !is_change);
  gtk_widget_set_visible (GTK_WIDGET (self->source), !is_change);
}

static void
show_item (TalHistoryRow *self, TalHistoryItem *item, const TalCatalogue *catalogue)
{
  const TalHistoryEntry *entry = tal_history_item_get_entry (item);
  gboolean               is_change = tal_history_item_get_change (item, NULL) != NULL;
  gboolean               begins = tal_history_item_get_begins_day (item);
  g_autofree char       *what = tal_history_item_dup_sentence (item);
  g_autofree char       *count = tal_history_text_count (item);
  g_autofree char       *place = tal_history_text_place (item, catalogue);
  g_autofree char       *day = tal_history_text_day (tal_history_item_get_day (item));

  show_entry (self, entry, is_change);
  gtk_label_set_label (self->day, day);
  gtk_widget_set_visible (GTK_WIDGET (self->day), begins && !is_change);
  gtk_label_set_label (self->what, what);
  gtk_label_set_label (self->where, count != NULL ? count : place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->where), count != NULL || (place != NULL && !is_change));

  g_free (self->sentence);
  self->sentence = tal_history_text_line (item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->sentence, -1);
}

static void
tal_history_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_HISTORY_ROW);

  G_OBJECT_CLASS (tal_history_row_parent_class)->dispose (object);
}

static void
tal_history_row_finalize (GObject *object)
{
  g_free (TAL_HISTORY_ROW (object)->sentence);

  G_OBJECT_CLASS (tal_history_row_parent_class)->finalize (object);
}

static void
tal_history_row_class_init (TalHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_history_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_history_row_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/history/tal-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TalHistoryRow, box);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryRow, day);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryRow, expander);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryRow, time);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryRow, person);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryRow, source);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryRow, what);
  gtk_widget_class_bind_template_child (widget_class, TalHistoryRow, where);
}

static void
tal_history_row_init (TalHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_history_row_new (void)
{
  return g_object_new (TAL_TYPE_HISTORY_ROW, NULL);
}

void
tal_history_row_show (TalHistoryRow *self, GtkTreeListRow *row, const TalCatalogue *catalogue)
{
  g_autoptr (TalHistoryItem) item = NULL;

  g_return_if_fail (TAL_IS_HISTORY_ROW (self));
  g_return_if_fail (row == NULL || GTK_IS_TREE_LIST_ROW (row));

  gtk_tree_expander_set_list_row (self->expander, row);
  if (row == NULL)
    return;

  item = gtk_tree_list_row_get_item (row);
  show_item (self, item, catalogue);
}

const char *
tal_history_row_get_sentence (TalHistoryRow *self)
{
  g_return_val_if_fail (TAL_IS_HISTORY_ROW (self), NULL);

  return self->sentence;
}
