/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A number as statistical files write it: "-12.50", ".5", "+3", "1.5E3".  Always with a point
 * before the decimals and never grouped; nothing is rounded.
 */

#pragma once

#include "formats/tal-cube.h"

G_BEGIN_DECLS

typedef enum
{
  TAL_CUBE_NUMBER_OK,
  TAL_CUBE_NUMBER_TOO_LONG, /* more digits or decimals than TalDecimal has */
  TAL_CUBE_NUMBER_NONE,     /* no number at all */
} TalCubeNumber;

/* Zeros behind the ninth decimal are dropped. */
TalCubeNumber tal_cube_number_parse (const char *text, gsize length, TalDecimal *ret_value);

/* A cell of that text: a number, not available where it is empty or "NaN", else the text as
 * its mark.  The cell points to 'text'. */
TalCubeCell tal_cube_number_to_cell (const char *text, guint line);

G_END_DECLS
