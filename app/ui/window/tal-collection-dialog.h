/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks whose a new collection is, which committee adopts its plans and what it is called, then
 * where to put it. */

#pragma once

#include "ui/window/tal-window.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_COLLECTION_DIALOG (tal_collection_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TalCollectionDialog, tal_collection_dialog, TAL, COLLECTION_DIALOG, AdwWindow)

/* Over the window that will show the new collection.  What was typed the last time is still
 * there where no collection has come of it. */
void tal_collection_dialog_present (TalWindow *window);

G_END_DECLS
