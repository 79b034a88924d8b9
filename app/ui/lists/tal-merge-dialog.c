/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/lists/tal-merge-dialog.h"

#include "base/tal-danish-collation.h"
#include "ui/common/tal-text-scale.h"

#include <glib/gi18n-lib.h>

struct _TalMergeDialog
{
  AdwWindow parent_instance;

  TalMergeRequest request;
  GArray         *others; /* of TalId, behind the rows */

  AdwPreferencesGroup *group;
  GtkListBox          *list;
  GtkWidget           *merge_button;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalMergeDialog, tal_merge_dialog, ADW_TYPE_WINDOW)

static void
merge_clicked_cb (TalMergeDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    return;

  self->request.into = g_array_index (self->others, TalId, gtk_list_box_row_get_index (row));
  g_signal_emit (self, signals[CHOSEN], 0, &self->request);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
tal_merge_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_MERGE_DIALOG);

  G_OBJECT_CLASS (tal_merge_dialog_parent_class)->dispose (object);
}

static void
tal_merge_dialog_finalize (GObject *object)
{
  g_array_unref (TAL_MERGE_DIALOG (object)->others);

  G_OBJECT_CLASS (tal_merge_dialog_parent_class)->finalize (object);
}

static void
tal_merge_dialog_class_init (TalMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_merge_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_merge_dialog_finalize;

  /* With the TalMergeRequest, valid while it is emitted. */
  signals[CHOSEN] = g_signal_new ("chosen", TAL_TYPE_MERGE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/lists/tal-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TalMergeDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TalMergeDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TalMergeDialog, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, merge_clicked_cb);
}

static void
tal_merge_dialog_init (TalMergeDialog *self)
{
  self->others = g_array_new (FALSE, FALSE, sizeof (TalId));
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_text_scale_grow (GTK_WINDOW (self));
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  return tal_danish_collation_compare ((*(const TalMember *const *)a)->name,
                                       (*(const TalMember *const *)b)->name);
}

static void
add_other (TalMergeDialog *self, const TalMember *other)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *markup = g_markup_escape_text (other->name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
  g_array_append_val (self->others, other->record.id);
}

static void
fill (TalMergeDialog *self, const TalCatalogue *catalogue, const TalMember *member)
{
  g_autoptr (GPtrArray)   others = g_ptr_array_new ();
  guint                   length = 0;
  const TalRecord *const *records = tal_catalogue_get_records (catalogue, TAL_KIND_MEMBER, &length);

  for (guint i = 0; i < length; i++)
    {
      const TalMember *other = TAL_MEMBER (records[i]);

      if (other != member && other->dimension == member->dimension && other->name != NULL)
        g_ptr_array_add (others, (gpointer)other);
    }
  g_ptr_array_sort (others, compare_members);
  for (guint i = 0; i < others->len; i++)
    add_other (self, g_ptr_array_index (others, i));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_sensitive (self->merge_button, others->len > 0);
}

GtkWidget *
tal_merge_dialog_new (GtkWindow *parent, const TalCatalogue *catalogue, const TalMember *member)
{
  TalMergeDialog  *self = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (catalogue != NULL && member != NULL, NULL);

  self = g_object_new (TAL_TYPE_MERGE_DIALOG, "transient-for", parent, NULL);
  self->request.from = member->record.id;
  text = g_strdup_printf (_ ("Everything that refers to “%s” will refer to the one you choose, "
                             "which is also called that from then on."),
                             member->name);
  adw_preferences_group_set_description (self->group, text);
  fill (self, catalogue, member);
  return GTK_WIDGET (self);
}
