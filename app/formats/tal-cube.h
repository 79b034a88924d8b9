/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a statistical file holds, whatever its format: dimensions with their values, and cells
 * that each lie at one value of every dimension.  Immutable, and may be read from any thread.
 *
 * The cells are those of the file, in its order, the same place twice where the file has it
 * twice.  A cell may have no value in a dimension that it does not name.  Numbers are exact and
 * as they stand in the file: a multiplier of the unit is a note and is not applied.
 */

#pragma once

#include "base/tal-decimal.h"

#include <glib.h>

G_BEGIN_DECLS

/* The index of a value that is not given, and in a note of every value. */
#define TAL_CUBE_NO_VALUE G_MAXUINT32

typedef enum
{
  TAL_CUBE_DIMENSION_OTHER,
  TAL_CUBE_DIMENSION_TIME,
  TAL_CUBE_DIMENSION_AREA,
} TalCubeDimensionKind;

typedef enum
{
  TAL_CUBE_MISSING_NONE, /* there is a number */
  TAL_CUBE_MISSING_NOT_AVAILABLE,
  TAL_CUBE_MISSING_NOT_APPLICABLE,
  TAL_CUBE_MISSING_WITHHELD,
  TAL_CUBE_MISSING_NIL, /* exactly nothing, where the file tells that from 0 */
  TAL_CUBE_MISSING_NOT_YET,
  TAL_CUBE_MISSING_TOO_LONG, /* a number of more digits than TalDecimal has, in the mark */
  TAL_CUBE_MISSING_UNKNOWN,  /* a mark whose meaning the file does not give */
} TalCubeMissing;

typedef enum
{
  TAL_CUBE_STATUS_NORMAL,
  TAL_CUBE_STATUS_PROVISIONAL,
  TAL_CUBE_STATUS_ESTIMATED,
  TAL_CUBE_STATUS_FORECAST,
  TAL_CUBE_STATUS_IMPUTED,
  TAL_CUBE_STATUS_BREAK, /* not comparable with the period before */
  TAL_CUBE_STATUS_UNCERTAIN,
  TAL_CUBE_STATUS_OTHER, /* its code is in the comment */
} TalCubeStatus;

typedef enum
{
  TAL_CUBE_TEXT_TITLE,
  TAL_CUBE_TEXT_SOURCE,
  TAL_CUBE_TEXT_UNIT,
  TAL_CUBE_TEXT_UPDATED, /* as the file has it */
  TAL_CUBE_TEXT_LANGUAGE,
  TAL_CUBE_N_TEXTS,
} TalCubeText;

typedef struct
{
  const char *code;   /* in the file's own words; the label where it has no codes */
  const char *label;  /* or NULL */
  const char *period; /* of a time, as TalPeriod reads it, or NULL where it is none */
} TalCubeValue;

typedef struct
{
  TalDecimal     number; /* TAL_DECIMAL_NONE where it is missing */
  TalCubeMissing missing;
  TalCubeStatus  status;
  const char    *mark;    /* what stands for the number, or NULL */
  const char    *meaning; /* what the file says that the mark means, or NULL */
  const char    *comment; /* or NULL */
  guint          line;    /* of the file, from 1 */
} TalCubeCell;

/* Some values of a dimension: one, or TAL_CUBE_NO_VALUE for all. */
typedef struct
{
  guint dimension;
  guint value;
} TalCubePlace;

/* On the whole without places; on a dimension, a value or cells with them. */
typedef struct
{
  const char         *name; /* the file's word for it, such as "UNIT_MULT"; NULL for a footnote */
  const char         *text;
  const TalCubePlace *places;
  guint               n_places;
} TalCubeNote;

typedef struct _TalCube TalCube;

TalCube *tal_cube_ref (TalCube *self);
void     tal_cube_unref (TalCube *self);

/* Or NULL. */
const char *tal_cube_get_text (const TalCube *self, TalCubeText which);

guint tal_cube_get_n_dimensions (const TalCube *self);
/* Never NULL: the name where the file has no code, and the other way round. */
const char          *tal_cube_get_dimension_code (const TalCube *self, guint dimension);
const char          *tal_cube_get_dimension_name (const TalCube *self, guint dimension);
TalCubeDimensionKind tal_cube_get_dimension_kind (const TalCube *self, guint dimension);
guint                tal_cube_get_n_values (const TalCube *self, guint dimension);
const TalCubeValue  *tal_cube_get_value (const TalCube *self, guint dimension, guint value);

gsize tal_cube_get_n_cells (const TalCube *self);
/* What it points to is the cube's. */
TalCubeCell tal_cube_get_cell (const TalCube *self, gsize cell);
/* The value of a dimension that the cell lies at, or TAL_CUBE_NO_VALUE. */
guint tal_cube_get_cell_value (const TalCube *self, gsize cell, guint dimension);

guint              tal_cube_get_n_notes (const TalCube *self);
const TalCubeNote *tal_cube_get_note (const TalCube *self, guint note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalCube, tal_cube_unref)

G_END_DECLS
