/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-typesetter.h"

#include "charts/tal-chart-style.h"

#include <pango/pangocairo.h>
#include <string.h>

#define ELLIPSIS "…"

/* Widths of texts that are kept for each font. */
#define MOST_REMEMBERED 4096

typedef struct
{
  const char *name;
  double      size; /* of TAL_CHART_TEXT_SIZE */
  gboolean    bold;
} Face;

static const Face faces[TAL_CHART_N_FONTS] = {
  [TAL_CHART_FONT_PLAIN] = { "plain", 1, FALSE },
  [TAL_CHART_FONT_BOLD] = { "bold", 1, TRUE },
  [TAL_CHART_FONT_SMALL] = { "small", 12 / TAL_CHART_TEXT_SIZE, FALSE },
  [TAL_CHART_FONT_SMALL_BOLD] = { "small-bold", 12 / TAL_CHART_TEXT_SIZE, TRUE },
  [TAL_CHART_FONT_TITLE] = { "title", 15.5 / TAL_CHART_TEXT_SIZE, TRUE },
};

struct _TalChartTypesetter
{
  char        *family;
  PangoLayout *layouts[TAL_CHART_N_FONTS];
  GHashTable  *widths[TAL_CHART_N_FONTS]; /* of texts, in Pango's units */
  double       heights[TAL_CHART_N_FONTS];
  double       ascents[TAL_CHART_N_FONTS];
};

static PangoContext *
create_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext            *context = pango_font_map_create_context (map);
  cairo_font_options_t    *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* Danish, whatever the locale says. */
  pango_context_set_language (context, pango_language_from_string ("da"));
  return context;
}

static PangoLayout *
create_layout (PangoContext *context, const char *family, const Face *face)
{
  PangoLayout          *layout = pango_layout_new (context);
  PangoAttrList        *attributes = pango_attr_list_new ();
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, family);
  pango_font_description_set_absolute_size (description,
                                            face->size * TAL_CHART_TEXT_SIZE * PANGO_SCALE);
  if (face->bold)
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);

  /* Figures of one width stand in columns; what a series is called is no text direction. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  return layout;
}

TalChartTypesetter *
tal_chart_typesetter_new (const char *family)
{
  TalChartTypesetter *self = g_new0 (TalChartTypesetter, 1);
  PangoContext       *context = create_context ();

  self->family = g_strdup (family != NULL ? family : TAL_CHART_FONT_FAMILY);
  for (guint i = 0; i < TAL_CHART_N_FONTS; i++)
    {
      PangoRectangle logical;

      self->widths[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->layouts[i] = create_layout (context, self->family, &faces[i]);
      pango_layout_set_text (self->layouts[i], "Åg", -1);
      pango_layout_get_extents (self->layouts[i], NULL, &logical);
      self->heights[i] = (double)logical.height / PANGO_SCALE;
      self->ascents[i] = (double)pango_layout_get_baseline (self->layouts[i]) / PANGO_SCALE;
    }

  g_object_unref (context);
  return self;
}

void
tal_chart_typesetter_free (TalChartTypesetter *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < TAL_CHART_N_FONTS; i++)
    {
      g_object_unref (self->layouts[i]);
      g_hash_table_unref (self->widths[i]);
    }
  g_free (self->family);
  g_free (self);
}

const char *
tal_chart_typesetter_get_family (const TalChartTypesetter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->family;
}

double
tal_chart_font_get_size (TalChartFont font)
{
  g_return_val_if_fail (font < TAL_CHART_N_FONTS, 0);

  return faces[font].size * TAL_CHART_TEXT_SIZE;
}

gboolean
tal_chart_font_is_bold (TalChartFont font)
{
  g_return_val_if_fail (font < TAL_CHART_N_FONTS, FALSE);

  return faces[font].bold;
}

const char *
tal_chart_font_get_name (TalChartFont font)
{
  g_return_val_if_fail (font < TAL_CHART_N_FONTS, NULL);

  return faces[font].name;
}

double
tal_chart_typesetter_get_height (TalChartTypesetter *self, TalChartFont font)
{
  g_return_val_if_fail (self != NULL && font < TAL_CHART_N_FONTS, 0);

  return self->heights[font];
}

double
tal_chart_typesetter_get_ascent (TalChartTypesetter *self, TalChartFont font)
{
  g_return_val_if_fail (self != NULL && font < TAL_CHART_N_FONTS, 0);

  return self->ascents[font];
}

/* In Pango's units. */
static int
set_and_measure (TalChartTypesetter *self, TalChartFont font, const char *text)
{
  PangoRectangle logical;

  pango_layout_set_text (self->layouts[font], text, -1);
  pango_layout_get_extents (self->layouts[font], NULL, &logical);
  return logical.width;
}

/* The same words stand in a chart however it is stretched: what was measured is remembered. */
static double
measure_part (TalChartTypesetter *self, TalChartFont font, const char *text, gssize length)
{
  g_autofree char *part = length < 0 ? NULL : g_strndup (text, (gsize)length);
  const char      *asked = part != NULL ? part : text;
  gpointer         width = NULL;

  if (!g_hash_table_lookup_extended (self->widths[font], asked, NULL, &width))
    {
      if (g_hash_table_size (self->widths[font]) >= MOST_REMEMBERED)
        g_hash_table_remove_all (self->widths[font]);
      width = GINT_TO_POINTER (set_and_measure (self, font, asked));
      g_hash_table_insert (self->widths[font], g_strdup (asked), width);
    }
  return (double)GPOINTER_TO_INT (width) / PANGO_SCALE;
}

double
tal_chart_typesetter_measure (TalChartTypesetter *self, TalChartFont font, const char *text)
{
  g_return_val_if_fail (self != NULL && font < TAL_CHART_N_FONTS, 0);
  g_return_val_if_fail (text != NULL, 0);

  return measure_part (self, font, text, -1);
}

/* How many bytes from the start fit, ending behind a letter. */
static gsize
count_fitting_bytes (TalChartTypesetter *self, TalChartFont font, const char *text, double width)
{
  const char *fits = text;

  for (const char *p = text; *p != '\0';)
    {
      p = g_utf8_next_char (p);
      if (measure_part (self, font, text, p - text) > width)
        break;
      fits = p;
    }

  return (gsize)(fits - text);
}

/* The text, or as much of it as fits with "…" behind it; NULL where nothing does. */
static char *
cut (TalChartTypesetter *self, TalChartFont font, const char *text, double width)
{
  double room = width - measure_part (self, font, ELLIPSIS, -1);
  gsize  length;

  if (measure_part (self, font, text, -1) <= width)
    return g_strdup (text);
  if (room < 0)
    return NULL;

  length = count_fitting_bytes (self, font, text, room);
  while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == ','))
    length--;
  return g_strdup_printf ("%.*s" ELLIPSIS, (int)length, text);
}

/* How many bytes the next line takes: to the last space that fits. */
static gsize
find_line_end (TalChartTypesetter *self, TalChartFont font, const char *text, double width)
{
  gsize fits = 0;

  for (const char *p = text; *p != '\0';)
    {
      gsize end;

      p += strcspn (p + 1, " ") + 1;
      end = (gsize)(p - text);
      if (measure_part (self, font, text, (gssize)end) > width)
        break;
      fits = end;
    }

  return fits > 0 ? fits : count_fitting_bytes (self, font, text, width);
}

GPtrArray *
tal_chart_typesetter_wrap (
    TalChartTypesetter *self, TalChartFont font, const char *text, double width, guint most)
{
  GPtrArray *lines = NULL;

  g_return_val_if_fail (self != NULL && font < TAL_CHART_N_FONTS, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  lines = g_ptr_array_new_with_free_func (g_free);
  while (*text != '\0' && lines->len < most)
    {
      gsize length;

      text += strspn (text, " ");
      if (lines->len + 1 == most || measure_part (self, font, text, -1) <= width)
        {
          char *last = cut (self, font, text, width);

          if (last != NULL && *last != '\0')
            g_ptr_array_add (lines, last);
          else
            g_free (last);
          break;
        }
      length = find_line_end (self, font, text, width);
      if (length == 0)
        break;
      g_ptr_array_add (lines, g_strndup (text, length));
      text += length;
    }

  return lines;
}

gboolean
tal_chart_typesetter_is_whole (const GPtrArray *lines, const char *text)
{
  gsize length;

  g_return_val_if_fail (lines != NULL && text != NULL, FALSE);

  if (lines->len == 0)
    return *text == '\0';
  if (!g_str_has_suffix (text, g_ptr_array_index (lines, lines->len - 1)))
    return FALSE;
  /* What is left out between lines is only the space they broke at. */
  length = lines->len - 1;
  for (guint i = 0; i < lines->len; i++)
    length += strlen (g_ptr_array_index (lines, i));
  return length == strlen (text);
}

void
tal_chart_typesetter_show (TalChartTypesetter *self,
                           cairo_t            *cairo,
                           TalChartFont        font,
                           const char         *text)
{
  g_return_if_fail (self != NULL && font < TAL_CHART_N_FONTS);
  g_return_if_fail (cairo != NULL && text != NULL);

  pango_layout_set_text (self->layouts[font], text, -1);
  cairo_rel_move_to (cairo, 0, -self->ascents[font]);
  pango_cairo_show_layout (cairo, self->layouts[font]);
}
