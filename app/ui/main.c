/* SPDX-License-Identifier: GPL-3.0-or-later */

/* indsatstal: the window. */

#include "config.h"

#include "ui/application/tal-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (TalApplication) application = NULL;

  tal_application_choose_language ();
  if (argc == 2 && g_str_equal (argv[1], "--version"))
    {
      g_print ("indsatstal %s\n", PACKAGE_VERSION);
      return 0;
    }

  g_set_application_name ("Indsatstal");
  application = tal_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
