/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences: each row is a setting, and what it says counts at once. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_PREFERENCES_WINDOW (tal_preferences_window_get_type ())

G_DECLARE_FINAL_TYPE (
    TalPreferencesWindow, tal_preferences_window, TAL, PREFERENCES_WINDOW, AdwPreferencesWindow)

/* Over 'parent', and gone with it. */
void tal_preferences_window_present (GtkWindow *parent, GSettings *settings);

G_END_DECLS
