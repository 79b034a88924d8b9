/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the program's settings are found: as installed, or beside a program that was
 * just built.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *tal_settings_new (void);

G_END_DECLS
