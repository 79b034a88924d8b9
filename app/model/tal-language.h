/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program speaks Danish also where the locale says nothing: a bare machine runs
 * under "C", where gettext does not look for translations at all.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* To be called first in main, before any thread.  Danish is used unless the person's
 * settings (LANGUAGE, LC_ALL, LC_MESSAGES, LANG) ask for another language that there are
 * texts in: a German one gets Danish, which its sentences and numbers are in anyway. */
void tal_language_init (void);

G_END_DECLS
