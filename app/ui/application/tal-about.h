/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program's name, version and licence, and what to send with a report of an error. */

#pragma once

#include "ui/window/tal-window.h"

G_BEGIN_DECLS

void tal_about_present (TalWindow *window);
/* What stands under the troubleshooting: versions, the locale, the display and how many
 * records the open collection has.  No name, no figure and no path. */
char *tal_about_describe (TalWindow *window);

G_END_DECLS
