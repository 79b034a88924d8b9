/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/charts/tal-chart-export.h"

#include "base/tal-error.h"
#include "charts/tal-chart-describe.h"
#include "charts/tal-chart-paint.h"
#include "charts/tal-chart-picture.h"
#include "charts/tal-chart-plan.h"
#include "charts/tal-chart-table.h"
#include "model/tal-chart-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As a picture is used in a text: twice as fine as the screen, and as high as suits it. */
#define PICTURE_WIDTH 1600
/* The width of the text of a page, in millimetres. */
#define PAPER_WIDTH 160

static TalChartSize
get_size (TalChartFormat format)
{
  if (format == TAL_CHART_FORMAT_PDF)
    return (TalChartSize){ PAPER_WIDTH, 0, TRUE };
  return (TalChartSize){ PICTURE_WIDTH, 0, FALSE };
}

/* What leaves the window is for paper, whatever the window looks like. */
static TalChartStyle
get_style (TalChartFormat format)
{
  return (TalChartStyle){ .theme = TAL_CHART_THEME_PRINT,
                          .patterns = format == TAL_CHART_FORMAT_PDF };
}

static GBytes *
draw (const TalChartSpec *spec, TalChartFormat format, GError **error)
{
  TalChartSize  size = get_size (format);
  TalChartStyle style = get_style (format);

  return tal_chart_picture_write (spec, &style, format, &size, error);
}

static GdkContentProvider *
provide_text (const char *type, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

static GdkContentProvider *
provide_plain (char *text)
{
  g_autofree char *owned = text;

  return gdk_content_provider_new_typed (G_TYPE_STRING, owned);
}

gboolean
tal_chart_export_copy (GtkWidget *widget, const TalChartSpec *spec, GError **error)
{
  g_autoptr (GdkContentProvider) all = NULL;
  g_autoptr (TalChartTable)      table = NULL;
  g_autoptr (GBytes)             png = NULL;
  g_autoptr (GBytes)             svg = NULL;
  GdkContentProvider            *each[4];

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (spec != NULL, FALSE);

  png = draw (spec, TAL_CHART_FORMAT_PNG, error);
  svg = png != NULL ? draw (spec, TAL_CHART_FORMAT_SVG, error) : NULL;
  if (svg == NULL)
    return FALSE;

  table = tal_chart_table_new (spec);
  each[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  each[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  each[2] = provide_text ("text/html", tal_chart_table_to_html (table, spec));
  each[3] = provide_plain (tal_chart_describe (spec));
  all = gdk_content_provider_new_union (each, G_N_ELEMENTS (each));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
  return TRUE;
}

void
tal_chart_export_copy_table (GtkWidget *widget, const TalChartSpec *spec)
{
  g_autoptr (GdkContentProvider) all = NULL;
  g_autoptr (TalChartTable)      table = NULL;
  GdkContentProvider            *each[2];

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (spec != NULL);

  table = tal_chart_table_new (spec);
  each[0] = provide_text ("text/html", tal_chart_table_to_html (table, spec));
  each[1] = provide_plain (tal_chart_table_to_tabs (table));
  all = gdk_content_provider_new_union (each, G_N_ELEMENTS (each));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
}

char *
tal_chart_export_save (const TalChartSpec *spec, GFile *file, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  TalChartFormat   format;
  TalChartSize     size;
  TalChartStyle    style;

  g_return_val_if_fail (spec != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_WRITTEN,
                           _ ("Charts can only be saved in folders of this computer."));
      return NULL;
    }
  if (!tal_chart_file_find_format (name, &format, error))
    return NULL;
  size = get_size (format);
  style = get_style (format);
  if (!tal_chart_file_write (spec, &style, &size, path, error))
    return NULL;
  return g_strdup_printf (_ ("The chart was saved as “%s”."), name);
}

/* What is to be printed, and whom to tell. */
typedef struct
{
  TalChartSpec      *spec;
  TalChartExportDone done;
  GObject           *object;
} Order;

static Order *
create_order (const TalChartSpec *spec, TalChartExportDone done, GObject *object)
{
  Order *order = g_new0 (Order, 1);

  order->spec = tal_chart_spec_ref (spec);
  order->done = done;
  order->object = g_object_ref (object);
  return order;
}

static void
free_order (Order *order)
{
  tal_chart_spec_unref (order->spec);
  g_object_unref (order->object);
  g_free (order);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  Order                         *order = user_data;
  TalChartStyle                  style = get_style (TAL_CHART_FORMAT_PDF);
  TalChartSize                   size = get_size (TAL_CHART_FORMAT_PDF);
  double                         scale = tal_chart_size_get_scale (&size, TAL_CHART_FORMAT_PDF);
  cairo_t                       *cairo = gtk_print_context_get_cairo_context (context);
  g_autoptr (TalChartTypesetter) typesetter = tal_chart_typesetter_new (NULL);
  g_autoptr (TalChartGeometry)   geometry = NULL;
  double                         width = gtk_print_context_get_width (context);
  double                         height =
      MIN (gtk_print_context_get_height (context),
           tal_chart_measure_height (order->spec, &style, typesetter, width / scale) * scale);

  geometry = tal_chart_lay_out (order->spec, &style, typesetter, width / scale, height / scale);
  cairo_scale (cairo, scale, scale);
  tal_chart_paint (geometry, &style, typesetter, cairo, FALSE);
}

static void
print_ended_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  Order             *order = user_data;
  g_autoptr (GError) error = NULL;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    order->done (order->object, error->message);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    order->done (order->object, _ ("The chart is being printed."));
  free_order (order);
}

void
tal_chart_export_print (GtkWindow          *parent,
                        const TalChartSpec *spec,
                        TalChartExportDone  done,
                        GObject            *object)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  Order                        *order = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (spec != NULL && done != NULL);
  g_return_if_fail (G_IS_OBJECT (object));

  order = create_order (spec, done, object);
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, spec->title);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), order);
  g_signal_connect (operation, "done", G_CALLBACK (print_ended_cb), order);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
