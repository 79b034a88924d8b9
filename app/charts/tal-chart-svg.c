/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-svg.h"

#include "charts/tal-chart-dash.h"

#define DECIMALS 2

typedef struct
{
  const TalChartGeometry *geometry;
  const TalChartStyle    *style;
  TalChartTypesetter     *typesetter;
  GString                *text;
} Writer;

static void
append_attribute (Writer *self, const char *name, double number)
{
  g_string_append_printf (self->text, " %s=\"", name);
  tal_chart_append_number (self->text, number, DECIMALS);
  g_string_append_c (self->text, '"');
}

static void
append_colour (Writer *self, const char *name, TalChartInk ink)
{
  if (ink == TAL_CHART_INK_NONE)
    g_string_append_printf (self->text, " %s=\"none\"", name);
  else
    g_string_append_printf (self->text, " %s=\"#%06x\"", name,
                            tal_chart_palette_get (self->style->theme, self->style->high_contrast,
                                                   ink));
}

/* Escaped, and without the control characters that XML cannot hold. */
static void
append_text (Writer *self, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '<')
        g_string_append (self->text, "&lt;");
      else if (character == '>')
        g_string_append (self->text, "&gt;");
      else if (character == '&')
        g_string_append (self->text, "&amp;");
      else if (character == '"')
        g_string_append (self->text, "&quot;");
      else if (character >= 0x20 && character != 0x7f && character < 0xfffe)
        g_string_append_unichar (self->text, character);
      else
        g_string_append_c (self->text, ' ');
    }
}

static const char *
get_texture_name (TalChartTexture texture)
{
  switch (texture)
    {
    case TAL_CHART_TEXTURE_PLAIN:
      return "plain";
    case TAL_CHART_TEXTURE_HATCHED:
      return "hatched";
    case TAL_CHART_TEXTURE_FALLING:
      return "falling";
    case TAL_CHART_TEXTURE_DOTTED:
      return "dotted";
    }
  g_return_val_if_reached ("");
}

static void
append_fill (Writer *self, const TalChartShape *shape)
{
  if (shape->texture == TAL_CHART_TEXTURE_PLAIN || shape->fill == TAL_CHART_INK_NONE)
    append_colour (self, "fill", shape->fill);
  else
    g_string_append_printf (self->text, " fill=\"url(#%s-%s)\"",
                            tal_chart_ink_get_name (shape->fill),
                            get_texture_name (shape->texture));
}

static void
append_stroke (Writer *self, const TalChartShape *shape)
{
  guint         length;
  const double *pattern = tal_chart_dash_get_pattern (shape->dash, &length);

  if (shape->stroke == TAL_CHART_INK_NONE)
    return;
  append_colour (self, "stroke", shape->stroke);
  append_attribute (self, "stroke-width", shape->stroke_width);
  if (length == 0)
    return;
  g_string_append (self->text, " stroke-dasharray=\"");
  for (guint i = 0; i < length; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, ' ');
      tal_chart_append_number (self->text, pattern[i], DECIMALS);
    }
  g_string_append_c (self->text, '"');
}

static void
append_box (Writer *self, TalChartBox box)
{
  append_attribute (self, "x", box.x);
  append_attribute (self, "y", box.y);
  append_attribute (self, "width", box.width);
  append_attribute (self, "height", box.height);
}

static void
append_point (Writer *self, TalChartPoint point)
{
  tal_chart_append_number (self->text, point.x, DECIMALS);
  g_string_append_c (self->text, ',');
  tal_chart_append_number (self->text, point.y, DECIMALS);
}

static void
append_path (Writer *self, const TalChartShape *shape, const char *element)
{
  g_string_append_printf (self->text, "<%s points=\"", element);
  for (guint i = 0; i < shape->n_points; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, ' ');
      append_point (self,
                    g_array_index (self->geometry->points, TalChartPoint, shape->first_point + i));
    }
  g_string_append_c (self->text, '"');
  append_fill (self, shape);
  append_stroke (self, shape);
  g_string_append (self->text, " stroke-linejoin=\"round\"/>\n");
}

static void
append_marker (Writer *self, const TalChartShape *shape)
{
  TalChartPoint corners[4];
  guint         n_corners = tal_chart_marker_list_corners (shape->marker, shape->box, corners);

  if (n_corners == 0)
    {
      g_string_append (self->text, "<circle");
      append_attribute (self, "cx", shape->box.x + shape->box.width / 2);
      append_attribute (self, "cy", shape->box.y + shape->box.height / 2);
      append_attribute (self, "r", shape->box.width / 2);
    }
  else
    {
      g_string_append (self->text, "<path d=\"");
      for (guint i = 0; i < n_corners; i++)
        {
          gboolean start = i == 0 || (tal_chart_marker_is_open (shape->marker) && i % 2 == 0);

          g_string_append_c (self->text, start ? 'M' : 'L');
          append_point (self, corners[i]);
        }
      g_string_append (self->text, tal_chart_marker_is_open (shape->marker) ? "\"" : "Z\"");
    }
  append_fill (self, shape);
  append_stroke (self, shape);
  g_string_append (self->text, "/>\n");
}

/* As wide as it was measured, whatever font the reader has. */
static void
append_words (Writer *self, const TalChartShape *shape)
{
  g_string_append (self->text, "<text");
  append_attribute (self, "x", shape->box.x);
  append_attribute (self, "y",
                    shape->box.y + tal_chart_typesetter_get_ascent (self->typesetter, shape->font));
  append_attribute (self, "textLength", shape->box.width);
  append_attribute (self, "font-size", tal_chart_font_get_size (shape->font));
  if (tal_chart_font_is_bold (shape->font))
    g_string_append (self->text, " font-weight=\"bold\"");
  append_colour (self, "fill", shape->fill);
  g_string_append_c (self->text, '>');
  append_text (self, shape->text);
  g_string_append (self->text, "</text>\n");
}

static void
append_shape (Writer *self, const TalChartShape *shape)
{
  switch (shape->kind)
    {
    case TAL_CHART_SHAPE_RECTANGLE:
      g_string_append (self->text, "<rect");
      append_box (self, shape->box);
      if (shape->radius > 0)
        append_attribute (self, "rx",
                          MIN (shape->radius, MIN (shape->box.width, shape->box.height) / 2));
      append_fill (self, shape);
      append_stroke (self, shape);
      g_string_append (self->text, "/>\n");
      break;
    case TAL_CHART_SHAPE_LINE:
      append_path (self, shape, "polyline");
      break;
    case TAL_CHART_SHAPE_POLYGON:
      append_path (self, shape, "polygon");
      break;
    case TAL_CHART_SHAPE_MARKER:
      append_marker (self, shape);
      break;
    case TAL_CHART_SHAPE_TEXT:
      append_words (self, shape);
      break;
    }
}

static void
append_hatch (Writer *self, TalChartInk ink, gboolean falling)
{
  append_attribute (self, "width", TAL_CHART_HATCH_STEP);
  append_attribute (self, "height", TAL_CHART_HATCH_STEP);
  g_string_append_printf (self->text, " patternTransform=\"rotate(%d)\"><rect", falling ? -45 : 45);
  append_box (self, (TalChartBox){ 0, 0, TAL_CHART_HATCH_STEP, TAL_CHART_HATCH_STEP });
  append_colour (self, "fill", TAL_CHART_INK_GROUND);
  g_string_append (self->text, "/><rect");
  append_box (self, (TalChartBox){ 0, 0, TAL_CHART_HATCH_WIDTH, TAL_CHART_HATCH_STEP });
  append_colour (self, "fill", ink);
  g_string_append (self->text, "/>");
}

static void
append_dots (Writer *self, TalChartInk ink)
{
  append_attribute (self, "width", TAL_CHART_DOT_STEP);
  append_attribute (self, "height", TAL_CHART_DOT_STEP);
  g_string_append (self->text, "><rect");
  append_box (self, (TalChartBox){ 0, 0, TAL_CHART_DOT_STEP, TAL_CHART_DOT_STEP });
  append_colour (self, "fill", TAL_CHART_INK_GROUND);
  g_string_append (self->text, "/><circle");
  append_attribute (self, "cx", TAL_CHART_DOT_STEP / 2);
  append_attribute (self, "cy", TAL_CHART_DOT_STEP / 2);
  append_attribute (self, "r", TAL_CHART_DOT_REACH);
  append_colour (self, "fill", ink);
  g_string_append (self->text, "/>");
}

static void
append_pattern (Writer *self, TalChartInk ink, TalChartTexture texture)
{
  g_string_append_printf (self->text, "<pattern id=\"%s-%s\" patternUnits=\"userSpaceOnUse\"",
                          tal_chart_ink_get_name (ink), get_texture_name (texture));
  if (texture == TAL_CHART_TEXTURE_DOTTED)
    append_dots (self, ink);
  else
    append_hatch (self, ink, texture == TAL_CHART_TEXTURE_FALLING);
  g_string_append (self->text, "</pattern>\n");
}

/* Each texture in each ink once. */
static void
append_patterns (Writer *self)
{
  gboolean written[TAL_CHART_N_INKS][TAL_CHART_TEXTURE_DOTTED + 1] = { 0 };

  g_string_append (self->text, "<defs>\n");
  for (guint i = 0; i < self->geometry->shapes->len; i++)
    {
      const TalChartShape *shape = &g_array_index (self->geometry->shapes, TalChartShape, i);

      if (shape->texture == TAL_CHART_TEXTURE_PLAIN || shape->fill == TAL_CHART_INK_NONE ||
          written[shape->fill][shape->texture])
        continue;
      written[shape->fill][shape->texture] = TRUE;
      append_pattern (self, shape->fill, shape->texture);
    }
  g_string_append (self->text, "</defs>\n");
}

static void
append_start (Writer *self, const char *title, const char *description, double scale)
{
  g_string_append (self->text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"");
  append_attribute (self, "width", self->geometry->width * scale);
  append_attribute (self, "height", self->geometry->height * scale);
  g_string_append (self->text, " viewBox=\"0 0 ");
  tal_chart_append_number (self->text, self->geometry->width, DECIMALS);
  g_string_append_c (self->text, ' ');
  tal_chart_append_number (self->text, self->geometry->height, DECIMALS);
  g_string_append (self->text, "\" xml:lang=\"da\" role=\"img\" aria-labelledby=\"title desc\""
                               " font-family=\"");
  append_text (self, tal_chart_typesetter_get_family (self->typesetter));
  g_string_append (self->text, "\" style=\"font-feature-settings: 'tnum'\">\n<title id=\"title\">");
  append_text (self, title);
  g_string_append (self->text, "</title>\n<desc id=\"desc\">");
  append_text (self, description);
  g_string_append (self->text, "</desc>\n");
}

char *
tal_chart_svg_write (const TalChartGeometry *geometry,
                     const TalChartStyle    *style,
                     TalChartTypesetter     *typesetter,
                     const char             *title,
                     const char             *description,
                     double                  scale)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Writer              writer = { geometry, style, typesetter, text };

  g_return_val_if_fail (geometry != NULL && style != NULL && typesetter != NULL, NULL);
  g_return_val_if_fail (title != NULL && description != NULL, NULL);

  append_start (&writer, title, description, scale);
  append_patterns (&writer);
  g_string_append (text, "<rect");
  append_box (&writer, (TalChartBox){ 0, 0, geometry->width, geometry->height });
  append_colour (&writer, "fill", TAL_CHART_INK_GROUND);
  g_string_append (text, "/>\n");
  for (guint i = 0; i < geometry->shapes->len; i++)
    append_shape (&writer, &g_array_index (geometry->shapes, TalChartShape, i));
  g_string_append (text, "</svg>\n");
  return g_string_free (g_steal_pointer (&text), FALSE);
}
