/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of lists in which something is searched for. */

#include "config.h"

#include "ui/take-shots.h"

static const struct
{
  const char *name;
  const char *destination;
  const char *text;
} searches[] = {
  { "find-target-groups", "target-groups", "revalid" },
  { "find-offers", "offers", "mentor" },
  { "find-no-appropriations", "appropriations", "findes ikke" },
  { "find-initiatives", "overview", "kvinder" },
  { "find-no-initiatives", "overview", "findes ikke" },
};

static void
search_for (Stage *stage, const char *text)
{
  GtkWidget *focus = NULL;

  gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.start-search", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (stage->window));
  gtk_editable_set_text (GTK_EDITABLE (focus), text);
  g_signal_emit_by_name (gtk_widget_get_parent (focus), "search-changed");
  settle ();
}

gboolean
shoot_found (Stage *stage, const char *folder, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      gboolean saved = FALSE;

      if (!g_str_equal (searches[i].name, name))
        continue;
      if (!show_page (stage, searches[i].destination))
        return FALSE;

      search_for (stage, searches[i].text);
      saved = save_picture (GTK_WIDGET (stage->window), folder, name);
      search_for (stage, "");
      return saved;
    }

  g_printerr ("take-shots: there is no screen %s\n", name);
  return FALSE;
}
