/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-cube-places.h"

struct _TalCubePlaces
{
  GArray *values; /* of guint, by dimension; those behind its end have none */
};

TalCubePlaces *
tal_cube_places_new (void)
{
  TalCubePlaces *self = g_new0 (TalCubePlaces, 1);

  self->values = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
tal_cube_places_free (TalCubePlaces *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->values);
  g_free (self);
}

void
tal_cube_places_clear (TalCubePlaces *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->values, 0);
}

void
tal_cube_places_copy (TalCubePlaces *self, const TalCubePlaces *other)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (other != NULL);

  g_array_set_size (self->values, 0);
  g_array_append_vals (self->values, other->values->data, other->values->len);
}

static void
reach (TalCubePlaces *self, guint n_dimensions)
{
  static const guint none = TAL_CUBE_NO_VALUE;

  while (self->values->len < n_dimensions)
    g_array_append_val (self->values, none);
}

gboolean
tal_cube_places_set (TalCubePlaces       *self,
                     TalCubeBuilder      *builder,
                     const char          *dimension,
                     TalCubeDimensionKind kind,
                     const char          *code,
                     const char          *period,
                     GError             **error)
{
  guint index = 0;
  guint value = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (builder != NULL, FALSE);

  if (!tal_cube_builder_find_dimension (builder, dimension, &index) &&
      !tal_cube_builder_add_dimension (builder, dimension, NULL, kind, &index, error))
    return FALSE;

  if (!tal_cube_builder_find_value (builder, index, code, &value))
    {
      value = tal_cube_builder_get_n_values (builder, index);
      if (!tal_cube_builder_add_value (builder, index, code, NULL, period, error))
        return FALSE;
    }

  reach (self, index + 1);
  g_array_index (self->values, guint, index) = value;
  return TRUE;
}

gboolean
tal_cube_places_has (const TalCubePlaces  *self,
                     const TalCubeBuilder *builder,
                     const char           *dimension)
{
  guint index = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (builder != NULL, FALSE);

  return tal_cube_builder_find_dimension (builder, dimension, &index) &&
         index < self->values->len &&
         g_array_index (self->values, guint, index) != TAL_CUBE_NO_VALUE;
}

gboolean
tal_cube_places_add_cell (TalCubePlaces     *self,
                          TalCubeBuilder    *builder,
                          const TalCubeCell *cell,
                          GError           **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (builder != NULL, FALSE);

  reach (self, tal_cube_builder_get_n_dimensions (builder));
  return tal_cube_builder_add_cell (builder, cell, (const guint *)(gpointer)self->values->data,
                                    error);
}

gboolean
tal_cube_places_add_note (const TalCubePlaces *self,
                          TalCubeBuilder      *builder,
                          const char          *name,
                          const char          *text,
                          GError             **error)
{
  g_autofree TalCubePlace *places = NULL;
  guint                    n_places = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (builder != NULL, FALSE);

  places = g_new (TalCubePlace, self->values->len + 1);
  for (guint i = 0; i < self->values->len; i++)
    {
      guint value = g_array_index (self->values, guint, i);

      if (value != TAL_CUBE_NO_VALUE)
        places[n_places++] = (TalCubePlace){ i, value };
    }

  return tal_cube_builder_add_note (builder, name, text, places, n_places, error);
}
