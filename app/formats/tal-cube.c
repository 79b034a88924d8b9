/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-cube.h"

#include "formats/tal-cube-private.h"

static void
free_dimension (gpointer value)
{
  TalCubeDimension *self = value;

  g_array_unref (self->values);
  g_array_unref (self->indexes);
  g_free (self);
}

static void
clear_note (gpointer value)
{
  TalCubeNote *self = value;

  g_free ((TalCubePlace *)self->places);
}

TalCube *
tal_cube_new_empty (void)
{
  static const TalCubeRemark nothing = { NULL, NULL, NULL };
  TalCube                   *self = g_atomic_rc_box_new0 (TalCube);

  self->chunk = g_string_chunk_new (4096);
  self->dimensions = g_ptr_array_new_with_free_func (free_dimension);
  self->cells = g_array_new (FALSE, FALSE, sizeof (TalCubePackedCell));
  self->remarks = g_array_new (FALSE, FALSE, sizeof (TalCubeRemark));
  g_array_append_val (self->remarks, nothing);
  self->notes = g_array_new (FALSE, FALSE, sizeof (TalCubeNote));
  g_array_set_clear_func (self->notes, clear_note);
  return self;
}

static void
clear_cube (gpointer value)
{
  TalCube *self = value;

  g_array_unref (self->notes);
  g_array_unref (self->remarks);
  g_array_unref (self->cells);
  g_ptr_array_unref (self->dimensions);
  g_string_chunk_free (self->chunk);
}

TalCube *
tal_cube_ref (TalCube *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
tal_cube_unref (TalCube *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_cube);
}

const char *
tal_cube_get_text (const TalCube *self, TalCubeText which)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (which < TAL_CUBE_N_TEXTS, NULL);

  return self->texts[which];
}

static const TalCubeDimension *
get_dimension (const TalCube *self, guint dimension)
{
  return g_ptr_array_index (self->dimensions, dimension);
}

guint
tal_cube_get_n_dimensions (const TalCube *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->dimensions->len;
}

const char *
tal_cube_get_dimension_code (const TalCube *self, guint dimension)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (dimension < self->dimensions->len, NULL);

  return get_dimension (self, dimension)->code;
}

const char *
tal_cube_get_dimension_name (const TalCube *self, guint dimension)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (dimension < self->dimensions->len, NULL);

  return get_dimension (self, dimension)->name;
}

TalCubeDimensionKind
tal_cube_get_dimension_kind (const TalCube *self, guint dimension)
{
  g_return_val_if_fail (self != NULL, TAL_CUBE_DIMENSION_OTHER);
  g_return_val_if_fail (dimension < self->dimensions->len, TAL_CUBE_DIMENSION_OTHER);

  return get_dimension (self, dimension)->kind;
}

guint
tal_cube_get_n_values (const TalCube *self, guint dimension)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (dimension < self->dimensions->len, 0);

  return get_dimension (self, dimension)->values->len;
}

const TalCubeValue *
tal_cube_get_value (const TalCube *self, guint dimension, guint value)
{
  const TalCubeDimension *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (dimension < self->dimensions->len, NULL);

  found = get_dimension (self, dimension);
  g_return_val_if_fail (value < found->values->len, NULL);

  return &g_array_index (found->values, TalCubeValue, value);
}

gsize
tal_cube_get_n_cells (const TalCube *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->cells->len;
}

TalCubeCell
tal_cube_get_cell (const TalCube *self, gsize cell)
{
  const TalCubePackedCell *packed = NULL;
  const TalCubeRemark     *remark = NULL;

  g_return_val_if_fail (self != NULL && cell < self->cells->len, (TalCubeCell){ 0 });

  packed = &g_array_index (self->cells, TalCubePackedCell, cell);
  remark = &g_array_index (self->remarks, TalCubeRemark, packed->remark);
  return (TalCubeCell){
    TAL_DECIMAL (packed->coefficient, packed->scale),
    (TalCubeMissing)packed->missing,
    (TalCubeStatus)packed->status,
    remark->mark,
    remark->meaning,
    remark->comment,
    packed->line,
  };
}

guint
tal_cube_get_cell_value (const TalCube *self, gsize cell, guint dimension)
{
  g_return_val_if_fail (self != NULL, TAL_CUBE_NO_VALUE);
  g_return_val_if_fail (cell < self->cells->len, TAL_CUBE_NO_VALUE);
  g_return_val_if_fail (dimension < self->dimensions->len, TAL_CUBE_NO_VALUE);

  return g_array_index (get_dimension (self, dimension)->indexes, guint32, cell);
}

guint
tal_cube_get_n_notes (const TalCube *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->notes->len;
}

const TalCubeNote *
tal_cube_get_note (const TalCube *self, guint note)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (note < self->notes->len, NULL);

  return &g_array_index (self->notes, TalCubeNote, note);
}
