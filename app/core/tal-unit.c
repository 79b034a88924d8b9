/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-unit.h"

#include <glib/gi18n-lib.h>

static const TalField fields[] = {
  { "short-name", N_ ("Short name"), TAL_FIELD_TEXT, TRUE, G_STRUCT_OFFSET (TalUnit, short_name) },
    { "parent",
      N_ ("Part of"),
          TAL_FIELD_REFERENCE,
          FALSE,
          G_STRUCT_OFFSET (TalUnit, parent),
          .target = TAL_KIND_UNIT },
      { "name", N_ ("Name"), TAL_FIELD_PROSE, TRUE, G_STRUCT_OFFSET (TalUnit, name) },
    };

const TalStructure tal_unit_structure = { "unit", sizeof (TalUnit), fields, G_N_ELEMENTS (fields) };

void
tal_unit_set_name (TalUnit *self, const char *name)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  g_free (self->name);
  g_free (self->short_name);
  self->name = g_strdup (name);
  self->short_name = g_strdup (name);
}
