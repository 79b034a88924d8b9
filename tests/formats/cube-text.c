/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/cube-text.h"

#include "base/tal-error.h"
#include "formats/tal-cube-file.h"

#include <string.h>

static void
print_texts (const TalCube *cube, GString *text)
{
  static const char *const names[] = { "title", "source", "unit", "updated", "language" };

  for (guint i = 0; i < TAL_CUBE_N_TEXTS; i++)
    {
      if (tal_cube_get_text (cube, (TalCubeText)i) != NULL)
        g_string_append_printf (text, "%s: %s\n", names[i],
                                tal_cube_get_text (cube, (TalCubeText)i));
    }
}

static void
print_dimensions (const TalCube *cube, GString *text)
{
  static const char *const kinds[] = { "other", "time", "area" };

  for (guint i = 0; i < tal_cube_get_n_dimensions (cube); i++)
    {
      g_string_append_printf (text, "%s %s:", kinds[tal_cube_get_dimension_kind (cube, i)],
                              tal_cube_get_dimension_name (cube, i));
      for (guint j = 0; j < tal_cube_get_n_values (cube, i); j++)
        {
          const TalCubeValue *value = tal_cube_get_value (cube, i, j);

          g_string_append_printf (text, "%s %s", j > 0 ? "," : "", value->code);
          if (value->label != NULL && strcmp (value->label, value->code) != 0)
            g_string_append_printf (text, "=%s", value->label);
          if (value->period != NULL)
            g_string_append_printf (text, "@%s", value->period);
        }
      g_string_append_c (text, '\n');
    }
}

static void
print_index (GString *text, guint index)
{
  if (index == TAL_CUBE_NO_VALUE)
    g_string_append_c (text, '*');
  else
    g_string_append_printf (text, "%u", index);
}

static void
print_notes (const TalCube *cube, GString *text)
{
  for (guint i = 0; i < tal_cube_get_n_notes (cube); i++)
    {
      const TalCubeNote *note = tal_cube_get_note (cube, i);

      g_string_append (text, note->name != NULL ? note->name : "note");
      for (guint j = 0; j < note->n_places; j++)
        {
          g_string_append_printf (text, "%s%u=", j > 0 ? "," : " on ", note->places[j].dimension);
          print_index (text, note->places[j].value);
        }
      g_string_append_printf (text, ": %s\n", note->text);
    }
}

static void
print_cell (const TalCube *cube, gsize index, GString *text)
{
  static const char *const kinds[] = {
    "", "not available", "not applicable", "withheld", "nil", "not yet", "too long", "unknown",
  };
  static const char *const statuses[] = {
    "", " provisional", " estimated", " forecast", " imputed", " break", " uncertain", " other",
  };
  TalCubeCell cell = tal_cube_get_cell (cube, index);

  g_string_append_printf (text, "%u:", cell.line);
  for (guint i = 0; i < tal_cube_get_n_dimensions (cube); i++)
    {
      g_string_append_c (text, i == 0 ? ' ' : ',');
      print_index (text, tal_cube_get_cell_value (cube, index, i));
    }
  g_string_append (text, ": ");

  g_assert_true (tal_decimal_is_none (cell.number) == (cell.missing != TAL_CUBE_MISSING_NONE));
  if (cell.missing == TAL_CUBE_MISSING_NONE)
    {
      g_autofree char *number = tal_decimal_to_string (cell.number);

      g_string_append (text, number);
    }
  else
    {
      g_string_append_printf (text, "%s “%s”", kinds[cell.missing], cell.mark);
      if (cell.meaning != NULL)
        g_string_append_printf (text, " (%s)", cell.meaning);
    }
  g_string_append (text, statuses[cell.status]);
  if (cell.comment != NULL)
    g_string_append_printf (text, " # %s", cell.comment);
  g_string_append_c (text, '\n');
}

char *
cube_text_dup (const char *bytes, gssize length)
{
  gsize               size = length >= 0 ? (gsize)length : strlen (bytes);
  g_autoptr (GBytes)  file = g_bytes_new (bytes, size);
  g_autoptr (GError)  error = NULL;
  g_autoptr (TalCube) cube = tal_cube_file_read_bytes (file, NULL, &error);
  GString            *text = g_string_new (NULL);

  if (cube == NULL)
    {
      g_assert_true (error->domain == TAL_ERROR);
      g_string_append_printf (text, "error %d: %s", error->code, error->message);
      return g_string_free (text, FALSE);
    }

  print_texts (cube, text);
  print_dimensions (cube, text);
  print_notes (cube, text);
  for (gsize i = 0; i < tal_cube_get_n_cells (cube); i++)
    print_cell (cube, i, text);
  return g_string_free (text, FALSE);
}

void
cube_text_assert (const char *bytes, const char *expected)
{
  g_autofree char *text = cube_text_dup (bytes, -1);

  g_assert_cmpstr (text, ==, expected);
}

void
cube_text_assert_refused (const char *bytes, gssize length, int code, const char *part)
{
  g_autofree char *text = cube_text_dup (bytes, length);
  g_autofree char *start = g_strdup_printf ("error %d:", code);

  g_test_message ("%s", text);
  g_assert_true (g_str_has_prefix (text, start));
  g_assert_nonnull (strstr (text, part));
}
