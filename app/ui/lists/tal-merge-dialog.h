/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks which other one of its list a member is to become one with. */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-list-edit.h"
#include "core/tal-member.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_MERGE_DIALOG (tal_merge_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TalMergeDialog, tal_merge_dialog, TAL, MERGE_DIALOG, AdwWindow)

/* "chosen" is emitted with a TalMergeRequest in which the member goes. */
GtkWidget *tal_merge_dialog_new (GtkWindow          *parent,
                                 const TalCatalogue *catalogue,
                                 const TalMember    *member);

G_END_DECLS
