/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every widget of the window can be made, with all that its template binds, and goes. */

#include "config.h"

#include "ui/tal-all-types.h"
#include "ui/tal-test-stage.h"

static void
check_type (GType type)
{
  gpointer object = NULL;

  g_test_message ("%s", g_type_name (type));
  object = g_object_new (type, NULL);
  if (GTK_IS_WINDOW (object))
    {
      g_object_add_weak_pointer (object, &object);
      gtk_window_destroy (object);
    }
  else
    {
      g_object_ref_sink (object);
      g_object_add_weak_pointer (object, &object);
      g_object_unref (object);
    }
  tal_test_stage_settle ();
  g_assert_null (object);
}

static void
test_types_every_widget_is_made_and_goes (void)
{
  TalTestStage stage = { NULL };
  guint        n_widgets = 0;

  /* The widgets take their style and icons from a program that runs. */
  tal_test_stage_open (&stage);
  for (guint i = 0; i < tal_n_all_types; i++)
    {
      GType type = tal_all_types[i]();

      if (!g_type_is_a (type, GTK_TYPE_WIDGET))
        continue;
      check_type (type);
      n_widgets++;
    }
  g_assert_cmpuint (n_widgets, >, 0);
  tal_test_stage_close (&stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/types/every-widget-is-made-and-goes",
                   test_types_every_widget_is_made_and_goes);
  return g_test_run ();
}
