/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the program's settings are found: as installed, or beside a program that was
 * just built.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *tal_settings_new (void);
/* From now on the program does what the settings say of the person, which needs no display, and
 * of the colours; the other settings are asked for where they are needed. */
void tal_settings_follow_author (GSettings *settings);
void tal_settings_follow_colors (GSettings *settings);

G_END_DECLS
