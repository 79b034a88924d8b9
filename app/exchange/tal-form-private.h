/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a form has in which column, for whoever writes it and for whoever reads it again. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_FORM_INITIATIVE,
  TAL_FORM_SERIES,
  TAL_FORM_MEMBERS,
  TAL_FORM_UNIT,
  TAL_FORM_PERIOD,
  TAL_FORM_NUMBER,
  TAL_FORM_STATE,
  TAL_FORM_REMARK,
  /* Hidden: what the row is of, and what was known of it. */
  TAL_FORM_SERIES_KEY,
  TAL_FORM_PERIOD_KEY,
  TAL_FORM_KNOWN_NUMBER,
  TAL_FORM_KNOWN_STATE,
  TAL_FORM_KNOWN_REMARK,
  TAL_FORM_KNOWN_VERSIONS, /* as in exchange files; "" where nothing was known */
  TAL_FORM_N_COLUMNS,
} TalFormColumn;

/* The heading of the first hidden column, by which a form and its version is known. */
#define TAL_FORM_SIGN "indsatstal-skema-1"

/* In a cell for numbers. */
#define TAL_FORM_NOT_AVAILABLE ".."
#define TAL_FORM_NOT_APPLICABLE "."
#define TAL_FORM_WITHHELD "*"

G_END_DECLS
