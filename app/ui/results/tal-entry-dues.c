/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/results/tal-entry-dues.h"

#include "base/tal-danish-date.h"
#include "core/tal-danish-period.h"
#include "core/tal-initiative.h"
#include "ui/common/tal-text-scale.h"

#include <glib/gi18n-lib.h>

#define WIDTH 440
#define HEIGHT 420
/* More than anybody reads at once. */
#define MOST_ROWS 200

struct _TalEntryDues
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkBox    *box;
};

typedef enum
{
  GROUP_OVERDUE,
  GROUP_SOON,
  GROUP_UNDATED,
} Group;

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalEntryDues, tal_entry_dues, GTK_TYPE_WIDGET)

static void
row_activated_cb (TalEntryDues *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "position")));
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* "Mål 5: resultatet for 2024 mangler · frist 31. december 2024" */
static char *
write_sentence (const TalDue *due)
{
  g_autofree char *period = tal_danish_period_format (due->period, TAL_DANISH_PERIOD_TEXT);
  g_autofree char *day = NULL;

  if (due->day == TAL_DAY_NONE)
    return g_strdup_printf (_ ("Goal %d: preliminary figure for %s, the final one is missing"),
                               due->goal->number, period);

  day = tal_danish_date_format (due->day, TAL_DANISH_DATE_TEXT);
  return g_strdup_printf (due->kind == TAL_DUE_RESULT
                          ? _ ("Goal %d: the result for %s is missing · due %s")
                          : _ ("Goal %d: preliminary figure for %s, the final one expected %s"),
                               due->goal->number, period, day);
}

static const char *
get_initiative_name (const TalDueList *list, const TalDue *due)
{
  const TalRecord *record = tal_catalogue_find (tal_status_table_get_catalogue (list->statuses),
                                                TAL_KIND_INITIATIVE, due->goal->initiative);

  return record != NULL ? TAL_INITIATIVE (record)->name : "";
}

static GtkWidget *
create_row (const TalDueList *list, guint position)
{
  const TalDue    *due = &g_array_index (list->dues, TalDue, position);
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *sentence = write_sentence (due);
  const char      *initiative = get_initiative_name (list, due);

  gtk_box_append (GTK_BOX (box), create_label (sentence, NULL));
  gtk_box_append (GTK_BOX (box), create_label (initiative, "dim-label"));
  gtk_widget_add_css_class (box, "problem");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, initiative, -1);
  g_object_set_data (G_OBJECT (row), "position", GUINT_TO_POINTER (position));
  return row;
}

static Group
find_group (const TalDueList *list, guint position)
{
  const TalDue *due = &g_array_index (list->dues, TalDue, position);

  if (due->day == TAL_DAY_NONE)
    return GROUP_UNDATED;
  return tal_due_is_overdue (due, list->today) ? GROUP_OVERDUE : GROUP_SOON;
}

static const char *
get_title (Group group)
{
  switch (group)
    {
    case GROUP_OVERDUE:
      return _ ("Overdue");
    case GROUP_SOON:
      return _ ("Coming");
    case GROUP_UNDATED:
      return _ ("Without a day");
    }

  g_return_val_if_reached ("");
}

static GtkListBox *
add_group (TalEntryDues *self, Group group)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_box_append (self->box, create_label (get_title (group), "heading"));
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_title (group), -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (self->box, list);
  return GTK_LIST_BOX (list);
}

static void
tal_entry_dues_dispose (GObject *object)
{
  g_clear_pointer (&TAL_ENTRY_DUES (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (tal_entry_dues_parent_class)->dispose (object);
}

static void
tal_entry_dues_class_init (TalEntryDuesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tal_entry_dues_dispose;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", TAL_TYPE_ENTRY_DUES, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tal_entry_dues_init (TalEntryDues *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "problems");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), HEIGHT);
  gtk_widget_set_size_request (self->scroller, tal_text_scale_pixels (WIDTH), -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
tal_entry_dues_new (void)
{
  return g_object_new (TAL_TYPE_ENTRY_DUES, NULL);
}

void
tal_entry_dues_update (TalEntryDues *self, const TalDueList *list)
{
  GtkWidget  *child = NULL;
  GtkListBox *rows = NULL;

  g_return_if_fail (TAL_IS_ENTRY_DUES (self));
  g_return_if_fail (list != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < MIN (list->dues->len, MOST_ROWS); i++)
    {
      if (rows == NULL || find_group (list, i) != find_group (list, i - 1))
        rows = add_group (self, find_group (list, i));
      gtk_list_box_append (rows, create_row (list, i));
    }
  if (list->dues->len > MOST_ROWS)
    {
      guint            n_left = list->dues->len - MOST_ROWS;
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %u more", "and %u more", n_left), n_left);

      gtk_box_append (self->box, create_label (more, "dim-label"));
    }
  if (list->dues->len == 0)
    gtk_box_append (self->box,
                    create_label (_ ("Nothing is due: all results have been entered."), NULL));
}
