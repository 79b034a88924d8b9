/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-initiative-about.h"

#include "core/tal-title.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _TalInitiativeAbout
{
  GtkWidget parent_instance;

  GtkWidget    *box;
  GtkWidget    *list;
  AdwActionRow *target_groups;
  AdwActionRow *areas;
  AdwActionRow *partners;
  AdwActionRow *description;
};

G_DEFINE_FINAL_TYPE (TalInitiativeAbout, tal_initiative_about, GTK_TYPE_WIDGET)

static void
tal_initiative_about_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_INITIATIVE_ABOUT);

  G_OBJECT_CLASS (tal_initiative_about_parent_class)->dispose (object);
}

static void
tal_initiative_about_class_init (TalInitiativeAboutClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_initiative_about_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/initiatives/tal-initiative-about.ui");
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeAbout, box);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeAbout, list);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeAbout, target_groups);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeAbout, areas);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeAbout, partners);
  gtk_widget_class_bind_template_child (widget_class, TalInitiativeAbout, description);
}

static void
tal_initiative_about_init (TalInitiativeAbout *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_initiative_about_new (void)
{
  return g_object_new (TAL_TYPE_INITIATIVE_ABOUT, NULL);
}

/* The names of what is linked, "" for none. */
static char *
write_links (const TalCatalogue *catalogue, const TalInitiative *initiative, TalInitiativeList list)
{
  TalKind  kind = list == TAL_INITIATIVE_PARTNERS ? TAL_KIND_UNIT : TAL_KIND_MEMBER;
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < tal_initiative_get_n_links (initiative, list); i++)
    {
      const TalRecord *record =
          tal_catalogue_find (catalogue, kind, tal_initiative_get_link (initiative, list, i));

      if (record != NULL && tal_title_get_name (record) != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                tal_title_get_name (record));
    }

  return g_string_free (names, FALSE);
}

/* Takes the text; a row that would say nothing isn't shown. */
static gboolean
show_row (AdwActionRow *row, char *text)
{
  g_autofree char *markup = g_markup_escape_text (text != NULL ? text : "", -1);
  gboolean         shown = markup[0] != '\0';

  adw_action_row_set_subtitle (row, markup);
  gtk_widget_set_visible (GTK_WIDGET (row), shown);
  g_free (text);
  return shown;
}

void
tal_initiative_about_show (TalInitiativeAbout  *self,
                           const TalCatalogue  *catalogue,
                           const TalInitiative *initiative)
{
  gboolean shown = FALSE;

  g_return_if_fail (TAL_IS_INITIATIVE_ABOUT (self));
  g_return_if_fail (catalogue != NULL && initiative != NULL);

  shown |= show_row (self->target_groups,
                     write_links (catalogue, initiative, TAL_INITIATIVE_TARGET_GROUPS));
  shown |= show_row (self->areas, write_links (catalogue, initiative, TAL_INITIATIVE_AREAS));
  shown |= show_row (self->partners, write_links (catalogue, initiative, TAL_INITIATIVE_PARTNERS));
  shown |= show_row (self->description, g_strdup (initiative->description));
  gtk_widget_set_visible (self->list, shown);
}
