/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A unit: an administration, department, job centre, supplier or partner. */

#pragma once

#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalRecord record;
  char     *short_name; /* "BIF" */
  TalId     parent;     /* the unit it is part of, or none */
  char     *name;       /* in full */
} TalUnit;

#define TAL_UNIT(record) \
  ((const TalUnit *)tal_record_check ((const TalRecord *)(record), TAL_KIND_UNIT))

extern const TalStructure tal_unit_structure;

/* For whoever makes a unit and knows one name of it: it is called so in short as well, until
 * somebody says otherwise. */
void tal_unit_set_name (TalUnit *self, const char *name);

G_END_DECLS
