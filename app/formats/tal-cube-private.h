/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a cube is kept: for TalCubeBuilder, which makes it. */

#pragma once

#include "formats/tal-cube.h"

G_BEGIN_DECLS

/* A cell in few bytes: there may be millions. */
typedef struct
{
  gint64  coefficient;
  guint32 line;
  guint32 remark; /* into the remarks, or 0 for none */
  guint8  scale;
  guint8  missing;
  guint8  status;
} TalCubePackedCell;

typedef struct
{
  const char *mark;
  const char *meaning;
  const char *comment;
} TalCubeRemark;

typedef struct
{
  const char          *code;
  const char          *name;
  TalCubeDimensionKind kind;
  GArray              *values;  /* of TalCubeValue */
  GArray              *indexes; /* of guint32, one a cell */
} TalCubeDimension;

struct _TalCube
{
  GStringChunk *chunk; /* every text */
  const char   *texts[TAL_CUBE_N_TEXTS];
  GPtrArray    *dimensions; /* of TalCubeDimension */
  GArray       *cells;      /* of TalCubePackedCell */
  GArray       *remarks;    /* of TalCubeRemark; the first has nothing */
  GArray       *notes;      /* of TalCubeNote, its places owned */
};

TalCube *tal_cube_new_empty (void);

G_END_DECLS
