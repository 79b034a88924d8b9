/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of figures, each with another of its choices, and pages whose side is shown over
 * them where there is little room. */

#include "config.h"

#include "ui/take-shots.h"

#include <adwaita.h>

static const struct
{
  const char *name;
  const char *destination;
  const char *toggle; /* as it is written on it */
} choices[] = {
  { "choice-offers-providers", "offers", "Leverandører" },
  { "choice-offers-trend", "offers", "Udvikling" },
  { "choice-target-groups-share", "target-groups", "Andel" },
};

static GtkWidget *
find_toggle (GtkWidget *root, const char *label)
{
  if (GTK_IS_TOGGLE_BUTTON (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_toggle (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What was chosen before is chosen again afterwards: the first of the toggles beside it. */
gboolean
shoot_choice (Stage *stage, const char *folder, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      GtkWidget *toggle = NULL;
      gboolean   saved = FALSE;

      if (!g_str_equal (choices[i].name, name))
        continue;
      if (!show_page (stage, choices[i].destination))
        return FALSE;

      toggle = find_toggle (GTK_WIDGET (stage->window), choices[i].toggle);
      if (toggle == NULL)
        break;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
      settle ();
      settle ();
      saved = save_picture (GTK_WIDGET (stage->window), folder, name);
      toggle = gtk_widget_get_first_child (gtk_widget_get_parent (toggle));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
      return saved;
    }

  g_printerr ("take-shots: there is no screen %s\n", name);
  return FALSE;
}

/* "side-initiative" and "side-history": what stands beside the page, where it has to be called. */
gboolean
shoot_side (Stage *stage, const char *folder, const char *name)
{
  const char *page = g_str_equal (name, "side-history") ? "history-open" : "initiative";
  GtkWidget  *flap = NULL;
  gboolean    saved = FALSE;
  gboolean    revealed = FALSE;

  if (!show_page (stage, page))
    return FALSE;

  flap = find_below (GTK_WIDGET (stage->window), ADW_TYPE_FLAP);
  revealed = adw_flap_get_reveal_flap (ADW_FLAP (flap));
  adw_flap_set_reveal_flap (ADW_FLAP (flap), TRUE);
  settle ();
  saved = save_picture (GTK_WIDGET (stage->window), folder, name);
  adw_flap_set_reveal_flap (ADW_FLAP (flap), revealed);
  settle ();
  return saved;
}

/* The sidebar, which is a page of its own where there is little room. */
gboolean
shoot_sidebar (Stage *stage, const char *folder, const char *name)
{
  AdwLeaflet *leaflet = NULL;
  gboolean    saved = FALSE;

  if (!show_page (stage, "overview"))
    return FALSE;

  leaflet = ADW_LEAFLET (find_below (GTK_WIDGET (stage->window), ADW_TYPE_LEAFLET));
  adw_leaflet_navigate (leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  settle ();
  saved = save_picture (GTK_WIDGET (stage->window), folder, name);
  adw_leaflet_navigate (leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  settle ();
  return saved;
}
