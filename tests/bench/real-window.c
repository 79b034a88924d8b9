/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program itself, which ends when it has shown its first frame. */

#include "bench/first-frame.h"
#include "ui/application/tal-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (TalApplication) application = NULL;

  tal_application_choose_language ();
  application = tal_application_new (G_APPLICATION_NON_UNIQUE);
  first_frame_watch (GTK_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
