/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-link-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TalLinkRow
{
  AdwExpanderRow parent_instance;

  GPtrArray *choices; /* of Choice */

  AdwEntryRow *entry;
};

typedef struct
{
  TalId           id; /* none of one that a person added */
  char           *name;
  GtkWidget      *row;
  GtkCheckButton *check;
} Choice;

G_DEFINE_FINAL_TYPE (TalLinkRow, tal_link_row, ADW_TYPE_EXPANDER_ROW)

static void
choice_free (Choice *choice)
{
  g_free (choice->name);
  g_free (choice);
}

static void
show_chosen (TalLinkRow *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char      *line = NULL;
  g_autofree char      *markup = NULL;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);

      if (gtk_check_button_get_active (choice->check))
        g_ptr_array_add (names, choice->name);
    }
  g_ptr_array_add (names, NULL);
  line = g_strjoinv (", ", (char **)names->pdata);
  markup = g_markup_escape_text (line[0] != '\0' ? line : _ ("None chosen"), -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), markup);
}

static void
check_toggled_cb (TalLinkRow *self)
{
  show_chosen (self);
}

static gboolean
is_found (const Choice *choice, const char *wanted)
{
  g_autofree char *name = g_utf8_casefold (choice->name, -1);

  return strstr (name, wanted) != NULL;
}

static void
entry_changed_cb (TalLinkRow *self)
{
  g_autofree char *wanted =
      g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);

  g_strstrip (wanted);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);

      gtk_widget_set_visible (choice->row, is_found (choice, wanted));
    }
}

static Choice *
find_called (TalLinkRow *self, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice          *choice = g_ptr_array_index (self->choices, i);
      g_autofree char *called = g_utf8_casefold (choice->name, -1);

      if (g_str_equal (called, wanted))
        return choice;
    }

  return NULL;
}

static void
entry_activated_cb (TalLinkRow *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  const Choice    *choice = NULL;

  g_strstrip (name);
  if (name[0] == '\0')
    return;

  choice = find_called (self, name);
  if (choice != NULL)
    gtk_check_button_set_active (choice->check, TRUE);
  else
    tal_link_row_add (self, TAL_ID_NONE, name, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  show_chosen (self);
}

static void
tal_link_row_finalize (GObject *object)
{
  g_ptr_array_unref (TAL_LINK_ROW (object)->choices);

  G_OBJECT_CLASS (tal_link_row_parent_class)->finalize (object);
}

static void
tal_link_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_LINK_ROW);

  G_OBJECT_CLASS (tal_link_row_parent_class)->dispose (object);
}

static void
tal_link_row_class_init (TalLinkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_link_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_link_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/initiatives/tal-link-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TalLinkRow, entry);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
tal_link_row_init (TalLinkRow *self)
{
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify)choice_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  show_chosen (self);
}

GtkWidget *
tal_link_row_new (void)
{
  return g_object_new (TAL_TYPE_LINK_ROW, NULL);
}

void
tal_link_row_add (TalLinkRow *self, TalId id, const char *name, gboolean chosen)
{
  Choice          *choice = NULL;
  g_autofree char *markup = NULL;

  g_return_if_fail (TAL_IS_LINK_ROW (self));
  g_return_if_fail (name != NULL);

  choice = g_new0 (Choice, 1);
  choice->id = id;
  choice->name = g_strdup (name);
  choice->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  choice->row = adw_action_row_new ();
  markup = g_markup_escape_text (name, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (choice->row), markup);
  gtk_check_button_set_active (choice->check, chosen);
  gtk_widget_set_valign (GTK_WIDGET (choice->check), GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (choice->row), GTK_WIDGET (choice->check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (choice->row), GTK_WIDGET (choice->check));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), choice->row);
  g_ptr_array_add (self->choices, choice);
  g_signal_connect_object (choice->check, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  show_chosen (self);
}

GArray *
tal_link_row_list_chosen (TalLinkRow *self)
{
  GArray *chosen = NULL;

  g_return_val_if_fail (TAL_IS_LINK_ROW (self), NULL);

  chosen = g_array_new (FALSE, FALSE, sizeof (TalId));
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);

      if (!tal_id_is_none (choice->id) && gtk_check_button_get_active (choice->check))
        g_array_append_val (chosen, choice->id);
    }

  return chosen;
}

GPtrArray *
tal_link_row_list_added (TalLinkRow *self)
{
  GPtrArray *added = NULL;

  g_return_val_if_fail (TAL_IS_LINK_ROW (self), NULL);

  added = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);

      if (tal_id_is_none (choice->id) && gtk_check_button_get_active (choice->check))
        g_ptr_array_add (added, g_strdup (choice->name));
    }

  return added;
}
