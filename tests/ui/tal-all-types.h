/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every type that a header of the window declares; the list is made from the headers, so that
 * none is forgotten.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

extern GType (*const tal_all_types[]) (void);
extern const guint tal_n_all_types;

G_END_DECLS
