/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form that has come back, taken into a collection as any import. */

#pragma once

#include "model/tal-collection-figures.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* 'file' is one; see tal_collection_import_figures. */
TalFigureReport *tal_collection_import_form (TalCollection          *self,
                                             TalFigureFile          *file,
                                             const TalFigureRequest *request,
                                             GCancellable           *cancellable,
                                             GError                **error);

G_END_DECLS
