/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an initiative needs and isn't there is named in its dialog. */

#include "config.h"

#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-title.h"
#include "ui/initiatives/tal-initiative-dialog.h"
#include "ui/initiatives/tal-link-row.h"
#include "ui/tal-test-stage.h"

#define GOAL 5

static const struct
{
  TalInitiativeList list;
  TalKind           kind;
  const char       *part;
  const char       *name;
} links[] = {
  { TAL_INITIATIVE_TARGET_GROUPS, TAL_KIND_MEMBER, "target_groups", "Nyankomne" },
  { TAL_INITIATIVE_AREAS, TAL_KIND_MEMBER, "areas", "Nabokommunen" },
  { TAL_INITIATIVE_PARTNERS, TAL_KIND_UNIT, "partners", "Jobcenter Nabokommunen" },
};

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (TAL_IS_INITIATIVE_DIALOG (l->data))
        return l->data;
    }

  return NULL;
}

static gboolean
is_closed (gpointer unused)
{
  return find_dialog () == NULL;
}

static void
add_by_name (const char *part, const char *name)
{
  GObject *row = gtk_widget_get_template_child (find_dialog (), TAL_TYPE_INITIATIVE_DIALOG, part);
  GObject *entry = gtk_widget_get_template_child (GTK_WIDGET (row), TAL_TYPE_LINK_ROW, "entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  g_signal_emit_by_name (entry, "entry-activated");
}

static void
test_initiative_dialog_makes_what_was_named_in_it (void)
{
  TalTestStage         stage = { NULL };
  const TalCatalogue  *catalogue = NULL;
  const TalInitiative *initiative = NULL;
  TalId                id;

  tal_test_stage_open (&stage);
  tal_test_stage_show_goal (&stage, GOAL);
  id = tal_test_stage_find_goal (&stage, GOAL)->goal->initiative;
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.edit-initiative", "s", "");
  tal_test_stage_settle ();
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    add_by_name (links[i].part, links[i].name);
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  tal_test_stage_wait (is_closed, NULL);

  catalogue = tal_workspace_get_catalogue (tal_window_get_workspace (stage.window));
  initiative = TAL_INITIATIVE (tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, id));
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      guint n_links = tal_initiative_get_n_links (initiative, links[i].list);

      g_assert_cmpuint (n_links, >, 0);
      g_assert_cmpstr (tal_title_get_name (
                           tal_catalogue_find (catalogue, links[i].kind,
                                               tal_initiative_get_link (initiative, links[i].list,
                                                                        n_links - 1))),
                       ==, links[i].name);
    }
  tal_test_stage_close (&stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/initiative-dialog/makes-what-was-named-in-it",
                   test_initiative_dialog_makes_what_was_named_in_it);
  return g_test_run ();
}
