/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/tal-text-pages.h"

#include "base/tal-error.h"
#include "charts/tal-chart-typesetter.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* In points. */
#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0
#define MARGIN 57.0
#define INDENT 14.0
#define SPACE 6.0
/* Charts' letters are made for screens. */
#define SCALE 0.75

typedef struct
{
  TalTextPagesStyle style;
  char             *text;
} Paragraph;

struct _TalTextPages
{
  GArray *paragraphs; /* of Paragraph */
};

/* One line where it stands, in the typesetter's units. */
typedef struct
{
  char        *text;
  TalChartFont font;
  guint        page;
  double       x;
  double       y; /* of its foot */
} Line;

typedef struct
{
  TalChartTypesetter *typesetter;
  GArray             *lines; /* of Line */
  guint               page;
  double              y; /* where the next line begins */
} Layout;

static void
paragraph_clear (gpointer paragraph)
{
  g_free (((Paragraph *)paragraph)->text);
}

static void
line_clear (gpointer line)
{
  g_free (((Line *)line)->text);
}

static TalChartFont
get_font (TalTextPagesStyle style)
{
  switch (style)
    {
    case TAL_TEXT_PAGES_TITLE:
      return TAL_CHART_FONT_TITLE;
    case TAL_TEXT_PAGES_HEADING:
      return TAL_CHART_FONT_BOLD;
    case TAL_TEXT_PAGES_BODY:
    case TAL_TEXT_PAGES_ITEM:
      return TAL_CHART_FONT_PLAIN;
    }

  g_return_val_if_reached (TAL_CHART_FONT_PLAIN);
}

static void
begin_page (Layout *self)
{
  self->page++;
  self->y = MARGIN / SCALE;
}

/* 'text' is taken. */
static void
set_line (Layout *self, TalTextPagesStyle style, char *text)
{
  TalChartFont font = get_font (style);
  double       height = tal_chart_typesetter_get_height (self->typesetter, font);
  double       needed = style == TAL_TEXT_PAGES_HEADING ? 3 * height : height;
  Line         line = { text, font };

  if (self->y + needed > (PAGE_HEIGHT - MARGIN) / SCALE)
    begin_page (self);

  line.page = self->page;
  line.x = (MARGIN + (style == TAL_TEXT_PAGES_ITEM ? INDENT : 0)) / SCALE;
  line.y = self->y + tal_chart_typesetter_get_ascent (self->typesetter, font);
  self->y += height;
  g_array_append_val (self->lines, line);
}

static void
set_paragraph (Layout *self, const Paragraph *paragraph)
{
  double width = PAGE_WIDTH - 2 * MARGIN - (paragraph->style == TAL_TEXT_PAGES_ITEM ? INDENT : 0);
  g_auto (GStrv) rows = g_strsplit (paragraph->text, "\n", -1);

  self->y += paragraph->style == TAL_TEXT_PAGES_HEADING ? SPACE / SCALE : 0;
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) lines =
          tal_chart_typesetter_wrap (self->typesetter, get_font (paragraph->style), rows[i],
                                     width / SCALE, G_MAXUINT);

      for (guint j = 0; j < lines->len; j++)
        set_line (self, paragraph->style, g_strdup (g_ptr_array_index (lines, j)));
    }
  self->y += SPACE / SCALE / 2;
}

static void
show (const Layout *self, cairo_t *cairo, TalChartFont font, double x, double y, const char *text)
{
  cairo_move_to (cairo, x, y);
  tal_chart_typesetter_show (self->typesetter, cairo, font, text);
}

static void
show_number (const Layout *self, cairo_t *cairo, guint page, guint n_pages)
{
  /* Translators: at the foot of a page: "side 2 af 5". */
  g_autofree char *number = g_strdup_printf (_ ("page %u of %u"), page, n_pages);
  double width = tal_chart_typesetter_measure (self->typesetter, TAL_CHART_FONT_SMALL, number);

  show (self, cairo, TAL_CHART_FONT_SMALL, (PAGE_WIDTH - MARGIN) / SCALE - width,
        (PAGE_HEIGHT - MARGIN / 2) / SCALE, number);
}

static void
show_pages (const Layout *self, cairo_surface_t *surface)
{
  cairo_t *cairo = cairo_create (surface);
  guint    i = 0;

  cairo_scale (cairo, SCALE, SCALE);
  for (guint page = 1; page <= self->page; page++)
    {
      for (; i < self->lines->len && g_array_index (self->lines, Line, i).page == page; i++)
        {
          const Line *line = &g_array_index (self->lines, Line, i);

          show (self, cairo, line->font, line->x, line->y, line->text);
        }
      show_number (self, cairo, page, self->page);
      cairo_show_page (cairo);
    }
  cairo_destroy (cairo);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

TalTextPages *
tal_text_pages_new (void)
{
  TalTextPages *self = g_new0 (TalTextPages, 1);

  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_array_set_clear_func (self->paragraphs, paragraph_clear);
  return self;
}

void
tal_text_pages_free (TalTextPages *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->paragraphs);
  g_free (self);
}

void
tal_text_pages_add (TalTextPages *self, TalTextPagesStyle style, const char *text)
{
  Paragraph paragraph = { style };

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  paragraph.text = g_strdup (text);
  g_array_append_val (self->paragraphs, paragraph);
}

static void
layout_clear (Layout *self)
{
  g_array_unref (self->lines);
  tal_chart_typesetter_free (self->typesetter);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layout, layout_clear)

GBytes *
tal_text_pages_write (const TalTextPages *self, const char *title, GError **error)
{
  g_auto (Layout)        layout = { tal_chart_typesetter_new (NULL),
                                    g_array_new (FALSE, FALSE, sizeof (Line)) };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t       *surface = NULL;
  cairo_status_t         status;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  g_array_set_clear_func (layout.lines, line_clear);
  begin_page (&layout);
  for (guint i = 0; i < self->paragraphs->len; i++)
    set_paragraph (&layout, &g_array_index (self->paragraphs, Paragraph, i));

  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  show_pages (&layout, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_WRITTEN, cairo_status_to_string (status));
  return NULL;
}
