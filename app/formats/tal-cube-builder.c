/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-cube-builder.h"

#include "base/tal-error.h"
#include "formats/tal-cube-private.h"

#include <glib/gi18n-lib.h>

#define MOST_DIMENSIONS 64
#define MOST_VALUES (1000 * 1000)
#define MOST_CELLS (2 * 1000 * 1000)
#define MOST_INDEXES (32 * 1000 * 1000) /* of all dimensions together */
#define MOST_NOTES (1000 * 1000)
#define MOST_PLACES (8 * 1000 * 1000) /* of all notes together */

struct _TalCubeBuilder
{
  TalCube   *cube;
  GPtrArray *codes; /* a GHashTable a dimension: code to index of value */
  gsize      n_values;
  gsize      n_places;
};

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE, sentence);
  return FALSE;
}

static void
begin (TalCubeBuilder *self)
{
  self->cube = tal_cube_new_empty ();
  self->codes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
  self->n_values = 0;
  self->n_places = 0;
}

TalCubeBuilder *
tal_cube_builder_new (void)
{
  TalCubeBuilder *self = g_new0 (TalCubeBuilder, 1);

  begin (self);
  return self;
}

void
tal_cube_builder_free (TalCubeBuilder *self)
{
  if (self == NULL)
    return;

  tal_cube_unref (self->cube);
  g_ptr_array_unref (self->codes);
  g_free (self);
}

/* Most are, and are asked for once a cell. */
static gboolean
is_clean (const char *text)
{
  const guchar *at = (const guchar *)text;

  if (*at == ' ')
    return FALSE;
  for (; *at != '\0'; at++)
    {
      /* The control characters beyond ASCII. */
      if (*at < ' ' || *at == 0x7f || (*at == 0xc2 && at[1] < 0xa0))
        return FALSE;
    }

  return at == (const guchar *)text || at[-1] != ' ';
}

/* Texts come from outside: what would move the cursor or break a line is a space. */
static char *
dup_clean (const char *text)
{
  GString *clean = NULL;

  if (is_clean (text))
    return g_strdup (text);

  clean = g_string_new (NULL);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (character == '\n' || !g_unichar_iscntrl (character))
        g_string_append_unichar (clean, character);
      else
        g_string_append_c (clean, ' ');
    }

  return g_strstrip (g_string_free (clean, FALSE));
}

/* NULL for NULL and for nothing. */
static const char *
keep (TalCubeBuilder *self, const char *text)
{
  g_autofree char *clean = text != NULL ? dup_clean (text) : NULL;

  return clean != NULL && *clean != '\0' ? g_string_chunk_insert_const (self->cube->chunk, clean)
                                         : NULL;
}

static const char *
keep_code (TalCubeBuilder *self, const char *text)
{
  const char *kept = keep (self, text);

  return kept != NULL ? kept : g_string_chunk_insert_const (self->cube->chunk, "");
}

void
tal_cube_builder_set_text (TalCubeBuilder *self, TalCubeText which, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (which < TAL_CUBE_N_TEXTS);

  if (self->cube->texts[which] == NULL)
    self->cube->texts[which] = keep (self, text);
}

static TalCubeDimension *
get_dimension (const TalCubeBuilder *self, guint dimension)
{
  return g_ptr_array_index (self->cube->dimensions, dimension);
}

static gboolean
check_indexes (const TalCubeBuilder *self, gsize n_dimensions, gsize n_cells, GError **error)
{
  if (n_cells <= MOST_CELLS && n_dimensions * n_cells <= MOST_INDEXES)
    return TRUE;

  return refuse (error,
                 _("The file has more than 2 million figures. Ask for fewer of them at a time."));
}

gboolean
tal_cube_builder_add_dimension (TalCubeBuilder      *self,
                                const char          *code,
                                const char          *name,
                                TalCubeDimensionKind kind,
                                guint               *ret_dimension,
                                GError             **error)
{
  static const guint32 none = TAL_CUBE_NO_VALUE;
  TalCubeDimension    *dimension = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail (ret_dimension != NULL, FALSE);

  if (self->cube->dimensions->len == MOST_DIMENSIONS)
    return refuse (error, _("The file has more than 64 dimensions."));
  if (!check_indexes (self, self->cube->dimensions->len + 1, self->cube->cells->len, error))
    return FALSE;

  dimension = g_new0 (TalCubeDimension, 1);
  dimension->code = keep_code (self, code);
  dimension->name = keep (self, name);
  if (dimension->name == NULL)
    dimension->name = dimension->code;
  dimension->kind = kind;
  dimension->values = g_array_new (FALSE, FALSE, sizeof (TalCubeValue));
  dimension->indexes = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < self->cube->cells->len; i++)
    g_array_append_val (dimension->indexes, none);

  *ret_dimension = self->cube->dimensions->len;
  g_ptr_array_add (self->cube->dimensions, dimension);
  g_ptr_array_add (self->codes, g_hash_table_new (g_str_hash, g_str_equal));
  return TRUE;
}

guint
tal_cube_builder_get_n_dimensions (const TalCubeBuilder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->cube->dimensions->len;
}

gboolean
tal_cube_builder_find_dimension (const TalCubeBuilder *self, const char *code, guint *ret_dimension)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail (ret_dimension != NULL, FALSE);

  for (guint i = 0; i < self->cube->dimensions->len; i++)
    {
      if (g_str_equal (get_dimension (self, i)->code, code))
        {
          *ret_dimension = i;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
tal_cube_builder_add_value (TalCubeBuilder *self,
                            guint           dimension,
                            const char     *code,
                            const char     *label,
                            const char     *period,
                            GError        **error)
{
  GArray      *values = NULL;
  GHashTable  *codes = NULL;
  TalCubeValue value = { NULL, NULL, NULL };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail (dimension < self->cube->dimensions->len, FALSE);

  if (self->n_values == MOST_VALUES)
    return refuse (error, _("The dimensions of the file have more than a million values."));

  values = get_dimension (self, dimension)->values;
  codes = g_ptr_array_index (self->codes, dimension);
  value.code = keep_code (self, code);
  value.label = keep (self, label);
  value.period = keep (self, period);
  if (!g_hash_table_contains (codes, value.code))
    g_hash_table_insert (codes, (gpointer)value.code, GUINT_TO_POINTER (values->len));
  g_array_append_val (values, value);
  self->n_values++;
  return TRUE;
}

gboolean
tal_cube_builder_find_value (const TalCubeBuilder *self,
                             guint                 dimension,
                             const char           *code,
                             guint                *ret_value)
{
  g_autofree char *clean = NULL;
  gpointer         index = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail (dimension < self->cube->dimensions->len, FALSE);

  clean = dup_clean (code);
  if (!g_hash_table_lookup_extended (g_ptr_array_index (self->codes, dimension), clean, NULL,
                                     &index))
    return FALSE;

  *ret_value = GPOINTER_TO_UINT (index);
  return TRUE;
}

guint
tal_cube_builder_get_n_values (const TalCubeBuilder *self, guint dimension)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (dimension < self->cube->dimensions->len, 0);

  return get_dimension (self, dimension)->values->len;
}

/* The same as of the cell before, most often. */
static guint32
keep_remark (TalCubeBuilder *self, const TalCubeCell *cell)
{
  GArray              *remarks = self->cube->remarks;
  const TalCubeRemark *last = &g_array_index (remarks, TalCubeRemark, remarks->len - 1);
  TalCubeRemark        remark = { NULL, NULL, NULL };

  if (cell->mark == NULL && cell->meaning == NULL && cell->comment == NULL)
    return 0;

  remark.mark = cell->mark != NULL ? keep_code (self, cell->mark) : NULL;
  remark.meaning = keep (self, cell->meaning);
  remark.comment = keep (self, cell->comment);
  /* One text is kept once, so the same text is at the same address. */
  if (remark.mark != last->mark || remark.meaning != last->meaning ||
      remark.comment != last->comment)
    g_array_append_val (remarks, remark);
  return remarks->len - 1;
}

gboolean
tal_cube_builder_add_cell (TalCubeBuilder    *self,
                           const TalCubeCell *cell,
                           const guint       *values,
                           GError           **error)
{
  TalCubePackedCell packed = { 0 };
  GPtrArray        *dimensions = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (cell != NULL, FALSE);

  dimensions = self->cube->dimensions;
  if (!check_indexes (self, dimensions->len, (gsize)self->cube->cells->len + 1, error))
    return FALSE;

  for (guint i = 0; i < dimensions->len; i++)
    {
      guint32 index = values[i];

      g_return_val_if_fail (index == TAL_CUBE_NO_VALUE ||
                                index < get_dimension (self, i)->values->len,
                            FALSE);
      g_array_append_val (get_dimension (self, i)->indexes, index);
    }

  packed.coefficient = cell->number.coefficient;
  packed.scale = cell->number.scale;
  packed.missing = (guint8)cell->missing;
  packed.status = (guint8)cell->status;
  packed.line = cell->line;
  packed.remark = keep_remark (self, cell);
  g_array_append_val (self->cube->cells, packed);
  return TRUE;
}

gsize
tal_cube_builder_get_n_cells (const TalCubeBuilder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->cube->cells->len;
}

gboolean
tal_cube_builder_add_note (TalCubeBuilder     *self,
                           const char         *name,
                           const char         *text,
                           const TalCubePlace *places,
                           guint               n_places,
                           GError            **error)
{
  TalCubeNote note = { NULL, NULL, NULL, n_places };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  note.text = keep (self, text);
  if (note.text == NULL)
    return TRUE;
  if (self->cube->notes->len == MOST_NOTES || self->n_places + n_places > MOST_PLACES)
    return refuse (error, _("The file has more than a million notes."));

  note.name = keep (self, name);
  note.places = g_memdup2 (places, n_places * sizeof *places);
  g_array_append_val (self->cube->notes, note);
  self->n_places += n_places;
  return TRUE;
}

TalCube *
tal_cube_builder_finish (TalCubeBuilder *self, GError **error)
{
  TalCube *cube = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->cube->cells->len == 0)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                           _("There are no figures in this file."));
      return NULL;
    }

  cube = self->cube;
  g_ptr_array_unref (self->codes);
  begin (self);
  return cube;
}
