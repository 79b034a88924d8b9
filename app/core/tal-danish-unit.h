/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What figures are counted in, as Danish papers call it: "helårspersoner", "sager". */

#pragma once

#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

/* In the plural where it has one. */
const char *tal_danish_unit_get_noun (TalMeasureUnit unit);

G_END_DECLS
