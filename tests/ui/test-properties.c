/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-text-column.h"
#include "ui/figures/tal-appropriations-page.h"
#include "ui/figures/tal-offers-page.h"
#include "ui/figures/tal-target-groups-page.h"
#include "ui/initiatives/tal-figure-row.h"
#include "ui/initiatives/tal-initiative-page.h"
#include "ui/initiatives/tal-property-row.h"
#include "ui/overview/tal-overview-page.h"
#include "ui/tal-test-stage.h"

static TalTestStage stage;

static void
notified_cb (guint *count)
{
  (*count)++;
}

/* Puts another value than the one there into 'value'. */
static void
change_value (GValue *value)
{
  if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, !g_value_get_boolean (value));
  else if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (value, "another");
  else if (G_VALUE_HOLDS (value, TAL_TYPE_WORKSPACE))
    g_value_set_object (value, tal_window_get_workspace (stage.window));
  else if (G_VALUE_HOLDS_OBJECT (value))
    g_value_take_object (value, g_object_ref_sink (gtk_label_new ("another")));
  else
    g_assert_not_reached ();
}

static void
check_property (GObject *object, GParamSpec *pspec)
{
  g_auto (GValue)  value = G_VALUE_INIT;
  g_autofree char *signal = g_strconcat ("notify::", pspec->name, NULL);
  guint            count = 0;

  g_test_message ("%s:%s", G_OBJECT_TYPE_NAME (object), pspec->name);
  g_value_init (&value, pspec->value_type);
  g_object_get_property (object, pspec->name, &value);
  if ((pspec->flags & G_PARAM_WRITABLE) == 0)
    return;

  g_signal_connect_swapped (object, signal, G_CALLBACK (notified_cb), &count);
  g_object_set_property (object, pspec->name, &value);
  g_assert_cmpuint (count, ==, 0);
  change_value (&value);
  g_object_set_property (object, pspec->name, &value);
  g_assert_cmpuint (count, ==, 1);
}

static void
test_properties_notify_once_and_only_for_a_change (void)
{
  const GType types[] = { TAL_TYPE_APPROPRIATIONS_PAGE, TAL_TYPE_FIGURE_ROW,
                          TAL_TYPE_INITIATIVE_PAGE,     TAL_TYPE_OFFERS_PAGE,
                          TAL_TYPE_OVERVIEW_PAGE,       TAL_TYPE_PROPERTY_ROW,
                          TAL_TYPE_TARGET_GROUPS_PAGE,  TAL_TYPE_TEXT_COLUMN };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GObject)     object = g_object_ref_sink (g_object_new (types[i], NULL));
      g_autofree GParamSpec **pspecs = NULL;
      guint                   n_pspecs = 0;
      guint                   n_own = 0;

      pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_pspecs);
      for (guint j = 0; j < n_pspecs; j++)
        {
          if (pspecs[j]->owner_type != types[i])
            continue;
          check_property (object, pspecs[j]);
          n_own++;
        }
      g_assert_cmpuint (n_own, >, 0);
    }
}

int
main (int argc, char **argv)
{
  int result;

  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  /* The widgets take their style and icons from a program that runs. */
  tal_test_stage_open (&stage);
  g_test_add_func ("/ui/properties/notify-once-and-only-for-a-change",
                   test_properties_notify_once_and_only_for_a_change);
  result = g_test_run ();
  tal_test_stage_close (&stage);
  return result;
}
