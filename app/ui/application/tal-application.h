/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program: its actions, its keys, and a window for each collection it is asked to
 * open.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_APPLICATION (tal_application_get_type ())

G_DECLARE_FINAL_TYPE (TalApplication, tal_application, TAL, APPLICATION, AdwApplication)

/* To be called first in main, in place of tal_language_init: the toolkit would otherwise
 * undo the choice. */
void tal_application_choose_language (void);

/* 'flags' are added to its own. */
TalApplication *tal_application_new (GApplicationFlags flags);
GSettings      *tal_application_get_settings (TalApplication *self);
/* Shows the program's name, version and licence over a window. */
void tal_application_show_about (TalApplication *self);

G_END_DECLS
