/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/import/tal-initiative-checks.h"

#include "core/tal-initiative.h"

#include <glib/gi18n-lib.h>

struct _TalInitiativeChecks
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *checks; /* of borrowed GtkCheckButton *, one an initiative that is listed */
  GArray    *listed; /* of TalId, in the same order */
  gboolean   silent;
};

G_DEFINE_FINAL_TYPE (TalInitiativeChecks, tal_initiative_checks, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (TalInitiativeChecks *self)
{
  if (!self->silent)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* All, or none where all are. */
static void
all_clicked_cb (TalInitiativeChecks *self)
{
  gboolean checked = tal_initiative_checks_count_checked (self) < self->checks->len;

  self->silent = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i), checked);
  self->silent = FALSE;
  changed_cb (self);
}

static void
clear (TalInitiativeChecks *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *row =
          gtk_widget_get_ancestor (g_ptr_array_index (self->checks, i), ADW_TYPE_ACTION_ROW);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
    }
  g_ptr_array_set_size (self->checks, 0);
  g_array_set_size (self->listed, 0);
}

static void
add_initiative (TalInitiativeChecks *self, const TalInitiative *initiative)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *check = gtk_check_button_new ();
  g_autofree char *name = initiative->number > 0
                              ? g_strdup_printf ("%d. %s", initiative->number, initiative->name)
                              : g_strdup (initiative->name);
  g_autofree char *title = g_markup_escape_text (name, -1);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->checks, check);
  g_array_append_val (self->listed, initiative->record.id);
}

static void
tal_initiative_checks_finalize (GObject *object)
{
  TalInitiativeChecks *self = TAL_INITIATIVE_CHECKS (object);

  g_ptr_array_unref (self->checks);
  g_array_unref (self->listed);

  G_OBJECT_CLASS (tal_initiative_checks_parent_class)->finalize (object);
}

static void
tal_initiative_checks_class_init (TalInitiativeChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tal_initiative_checks_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TAL_TYPE_INITIATIVE_CHECKS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tal_initiative_checks_init (TalInitiativeChecks *self)
{
  GtkWidget *all = gtk_button_new_with_label (_ ("All or none"));

  self->checks = g_ptr_array_new ();
  self->listed = g_array_new (FALSE, FALSE, sizeof (TalId));
  gtk_widget_add_css_class (all, "flat");
  gtk_widget_set_valign (all, GTK_ALIGN_CENTER);
  g_signal_connect_object (all, "clicked", G_CALLBACK (all_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Initiatives"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), all);
}

void
tal_initiative_checks_list (TalInitiativeChecks *self, const TalCatalogue *catalogue, TalId plan)
{
  guint                   length = 0;
  const TalRecord *const *records = NULL;

  g_return_if_fail (TAL_IS_INITIATIVE_CHECKS (self));
  g_return_if_fail (catalogue != NULL);

  clear (self);
  records = tal_id_is_none (plan)
                ? tal_catalogue_get_records (catalogue, TAL_KIND_INITIATIVE, &length)
                : tal_catalogue_get_children (catalogue, TAL_KIND_INITIATIVE, plan, &length);
  for (guint i = 0; i < length; i++)
    add_initiative (self, TAL_INITIATIVE (records[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), length > 0);
}

guint
tal_initiative_checks_get_length (TalInitiativeChecks *self)
{
  g_return_val_if_fail (TAL_IS_INITIATIVE_CHECKS (self), 0);

  return self->checks->len;
}

guint
tal_initiative_checks_count_checked (TalInitiativeChecks *self)
{
  guint n_checked = 0;

  g_return_val_if_fail (TAL_IS_INITIATIVE_CHECKS (self), 0);

  for (guint i = 0; i < self->checks->len; i++)
    n_checked += gtk_check_button_get_active (g_ptr_array_index (self->checks, i)) ? 1 : 0;
  return n_checked;
}

GArray *
tal_initiative_checks_list_checked (TalInitiativeChecks *self)
{
  GArray *checked = NULL;

  g_return_val_if_fail (TAL_IS_INITIATIVE_CHECKS (self), NULL);

  checked = g_array_new (FALSE, FALSE, sizeof (TalId));
  for (guint i = 0; i < self->checks->len; i++)
    {
      if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
        g_array_append_val (checked, g_array_index (self->listed, TalId, i));
    }
  return checked;
}
