/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-initiative-about.h"

#include "core/tal-title.h"
#include "ui/initiatives/tal-chip-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _TalInitiativeAbout
{
  GtkWidget parent_instance;

  GtkWidget    *box;
  GtkWidget    *list;
  TalChipRow   *target_groups;
  TalChipRow   *areas;
  TalChipRow   *partners;
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

  g_type_ensure (TAL_TYPE_CHIP_ROW);
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

/* The names of what is linked; whether there are any. */
static gboolean
show_links (TalChipRow          *row,
            const TalCatalogue  *catalogue,
            const TalInitiative *initiative,
            TalInitiativeList    list)
{
  TalKind               kind = list == TAL_INITIATIVE_PARTNERS ? TAL_KIND_UNIT : TAL_KIND_MEMBER;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < tal_initiative_get_n_links (initiative, list); i++)
    {
      const TalRecord *record =
          tal_catalogue_find (catalogue, kind, tal_initiative_get_link (initiative, list, i));

      if (record != NULL && tal_title_get_name (record) != NULL)
        g_ptr_array_add (names, (gpointer)tal_title_get_name (record));
    }
  g_ptr_array_add (names, NULL);
  tal_chip_row_show (row, (const char *const *)names->pdata);
  return names->len > 1;
}

/* A row that would say nothing isn't shown. */
static gboolean
show_text (AdwActionRow *row, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text != NULL ? text : "", -1);
  gboolean         shown = markup[0] != '\0';

  adw_action_row_set_subtitle (row, markup);
  gtk_widget_set_visible (GTK_WIDGET (row), shown);
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

  shown |= show_links (self->target_groups, catalogue, initiative, TAL_INITIATIVE_TARGET_GROUPS);
  shown |= show_links (self->areas, catalogue, initiative, TAL_INITIATIVE_AREAS);
  shown |= show_links (self->partners, catalogue, initiative, TAL_INITIATIVE_PARTNERS);
  shown |= show_text (self->description, initiative->description);
  gtk_widget_set_visible (self->list, shown);
}
