/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/charts/tal-chart-view.h"

#include "charts/tal-chart-describe.h"
#include "charts/tal-chart-hit.h"
#include "charts/tal-chart-paint.h"
#include "charts/tal-chart-plan.h"
#include "ui/charts/tal-chart-screen.h"
#include "ui/charts/tal-chart-tooltip.h"

#include <adwaita.h>

#define MINIMUM_WIDTH 200
#define NATURAL_WIDTH 620
/* Of a sparkline, which has no words. */
#define SPARKLINE_WIDTH 50
#define MINIMUM_HEIGHT 120

struct _TalChartView
{
  GtkWidget parent_instance;

  TalChartSpec       *spec;
  GtkWidget          *menu; /* a popover, or NULL */
  char               *family;
  double              scale; /* pixels for each unit of layout */
  TalChartTypesetter *typesetter;
  TalChartGeometry   *geometry; /* NULL until it is laid out for the size it has */
  GskRenderNode      *picture;  /* NULL until it is painted */
  guint               n_paintings;
  int                 width; /* that it was allocated last */
  int                 height;

  gboolean            has_cursor;
  gboolean            pinned;
  gboolean            by_keys; /* the cursor was put there by the keys, not by the pointer */
  const TalChartSpot *cursor;  /* the geometry's; NULL until it is looked for */
  int                 series;
  int                 position;
  gboolean            has_asked; /* the menu was asked for with a cursor, which was here: */
  int                 asked_series;
  int                 asked_position;
};

G_DEFINE_FINAL_TYPE (TalChartView, tal_chart_view, GTK_TYPE_WIDGET)

/* The picture must be painted again; with 'moved' also laid out again. */
static void
forget_picture (TalChartView *self, gboolean moved)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  if (moved)
    {
      self->cursor = NULL;
      g_clear_pointer (&self->geometry, tal_chart_geometry_free);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether there is another font now. */
static gboolean
update_font (TalChartView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const char   *family =
      pango_font_description_get_family (pango_context_get_font_description (context));
  double scale = self->scale;

  self->scale = tal_chart_screen_measure_scale (context);
  if (g_strcmp0 (family, self->family) == 0 && self->typesetter != NULL)
    return self->scale < scale || self->scale > scale;

  g_free (self->family);
  self->family = g_strdup (family);
  g_clear_pointer (&self->typesetter, tal_chart_screen_give_back);
  self->typesetter = tal_chart_screen_take_typesetter (self->family);
  return TRUE;
}

static const TalChartGeometry *
ensure_geometry (TalChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->geometry == NULL && self->spec != NULL && width > 0 && height > 0)
    {
      TalChartStyle style = tal_chart_screen_get_style (self->family);

      self->geometry = tal_chart_lay_out (self->spec, &style, self->typesetter, width / self->scale,
                                          height / self->scale);
    }
  return self->geometry;
}

static const TalChartSpot *
find_cursor (TalChartView *self)
{
  const TalChartGeometry *geometry = ensure_geometry (self);

  if (!self->has_cursor || geometry == NULL)
    return NULL;
  /* The same figure has another place in another geometry. */
  if (self->cursor == NULL)
    self->cursor = tal_chart_hit_get (geometry, self->series, self->position);
  return self->cursor;
}

/* A reader hears where the cursor is, and otherwise the whole chart in words. */
static void
update_description (TalChartView *self)
{
  g_autofree char *description = tal_chart_view_dup_reading (self);

  if (description == NULL && self->spec != NULL)
    description = tal_chart_describe (self->spec);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

static void
put_cursor (TalChartView *self, const TalChartSpot *spot)
{
  if (spot == NULL)
    {
      if (!self->has_cursor)
        return;
      self->has_cursor = FALSE;
      self->pinned = FALSE;
      self->cursor = NULL;
    }
  else
    {
      if (self->has_cursor && self->series == spot->series && self->position == spot->position)
        return;
      self->has_cursor = TRUE;
      self->cursor = spot;
      self->series = spot->series;
      self->position = spot->position;
    }
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pointer_moved_cb (TalChartView *self, double x, double y)
{
  const TalChartGeometry *geometry = ensure_geometry (self);

  if (geometry == NULL || self->pinned)
    return;

  self->by_keys = FALSE;
  put_cursor (self, tal_chart_hit_find (geometry, x / self->scale, y / self->scale));
}

/* It takes the cursor with it that it brought, and the focus that of the keys. */
static void
pointer_left_cb (TalChartView *self)
{
  if (!self->pinned && !self->by_keys)
    put_cursor (self, NULL);
}

static void
focus_left_cb (TalChartView *self)
{
  if (!self->pinned && self->by_keys)
    put_cursor (self, NULL);
}

/* A second click on what is pinned lets go of it. */
static void
clicked_cb (TalChartView *self, int n_presses, double x, double y)
{
  const TalChartGeometry *geometry = ensure_geometry (self);
  const TalChartSpot     *spot = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (geometry == NULL)
    return;

  spot = tal_chart_hit_find (geometry, x / self->scale, y / self->scale);
  self->pinned = spot != NULL && !(self->pinned && self->series == spot->series &&
                                   self->position == spot->position);
  put_cursor (self, spot);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
popup_menu (TalChartView *self, double x, double y)
{
  GdkRectangle place = { (int)x, (int)y, 1, 1 };

  if (self->menu == NULL)
    return;
  self->has_asked = self->has_cursor;
  self->asked_series = self->series;
  self->asked_position = self->position;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_clicked_cb (TalChartView *self, int n_presses, double x, double y)
{
  popup_menu (self, x, y);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  TalChartView           *self = TAL_CHART_VIEW (widget);
  const TalChartGeometry *geometry = ensure_geometry (self);
  gint32                  step;

  if (geometry == NULL || geometry->spots->len == 0)
    return FALSE;

  g_variant_get (arguments, "(i)", &step);
  self->by_keys = TRUE;
  put_cursor (self, tal_chart_hit_step (geometry, find_cursor (self), (TalChartStep)step));
  return TRUE;
}

static gboolean
pin_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  TalChartView *self = TAL_CHART_VIEW (widget);

  if (!self->has_cursor)
    return FALSE;
  self->pinned = !self->pinned;
  gtk_widget_queue_draw (widget);
  return TRUE;
}

/* Lets go of the cursor; where there is none, somebody else may want the key. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  TalChartView *self = TAL_CHART_VIEW (widget);

  if (!self->has_cursor)
    return FALSE;
  put_cursor (self, NULL);
  return TRUE;
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  TalChartView       *self = TAL_CHART_VIEW (widget);
  const TalChartSpot *spot = find_cursor (self);

  if (spot != NULL)
    popup_menu (self, spot->point.x * self->scale, spot->point.y * self->scale);
  else
    popup_menu (self, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
  return TRUE;
}

/* As pixels: whatever part of it comes to light under a moving cursor is copied, not drawn. */
static cairo_surface_t *
create_pixels (TalChartView *self, const TalChartGeometry *geometry)
{
  GtkWidget       *widget = GTK_WIDGET (self);
  int              factor = gtk_widget_get_scale_factor (widget);
  TalChartStyle    style = tal_chart_screen_get_style (self->family);
  cairo_surface_t *pixels =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gtk_widget_get_width (widget) * factor,
                                  gtk_widget_get_height (widget) * factor);
  cairo_t *cairo = NULL;

  cairo_surface_set_device_scale (pixels, factor, factor);
  cairo = cairo_create (pixels);
  cairo_scale (cairo, self->scale, self->scale);
  tal_chart_paint (geometry, &style, self->typesetter, cairo, FALSE);
  cairo_destroy (cairo);
  return pixels;
}

static void
paint_picture (TalChartView *self, const TalChartGeometry *geometry)
{
  GtkSnapshot     *snapshot = gtk_snapshot_new ();
  cairo_surface_t *pixels = create_pixels (self, geometry);
  graphene_rect_t  bounds =
      GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (GTK_WIDGET (self)),
                          (float)gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_t *cairo = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_set_source_surface (cairo, pixels, 0, 0);
  cairo_paint (cairo);
  cairo_destroy (cairo);
  cairo_surface_destroy (pixels);
  self->picture = gtk_snapshot_free_to_node (snapshot);
  self->n_paintings++;
}

static void
tal_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TalChartView           *self = TAL_CHART_VIEW (widget);
  const TalChartGeometry *geometry = ensure_geometry (self);
  const TalChartSpot     *spot = find_cursor (self);

  if (geometry == NULL)
    return;

  if (self->picture == NULL)
    paint_picture (self, geometry);
  if (self->picture != NULL)
    gtk_snapshot_append_node (snapshot, self->picture);
  if (spot != NULL)
    {
      g_autoptr (GPtrArray) read = tal_chart_hit_list_read (geometry, spot);
      TalChartStyle         style = tal_chart_screen_get_style (self->family);
      TalChartTooltip       tooltip = { self->spec, geometry,    &style,      spot,
                                        read,       self->scale, self->pinned };

      tal_chart_tooltip_snapshot (&tooltip, widget, snapshot);
    }
}

static void
tal_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TalChartView *self = TAL_CHART_VIEW (widget);

  if (width != self->width || height != self->height)
    forget_picture (self, TRUE);
  self->width = width;
  self->height = height;
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static GtkSizeRequestMode
tal_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tal_chart_view_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  TalChartView *self = TAL_CHART_VIEW (widget);
  TalChartStyle style = tal_chart_screen_get_style (self->family);
  double        width = (for_size > 0 ? for_size : NATURAL_WIDTH) / self->scale;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gboolean sparkline = self->spec == NULL || self->spec->kind == TAL_CHART_SPARKLINE;

      *minimum = sparkline ? SPARKLINE_WIDTH : MINIMUM_WIDTH;
      *natural = MAX (*minimum, (int)((sparkline ? SPARKLINE_WIDTH : NATURAL_WIDTH) * self->scale));
      return;
    }

  *minimum = MINIMUM_HEIGHT;
  if (self->spec != NULL)
    *minimum =
        (int)(tal_chart_measure_height (self->spec, &style, self->typesetter, MAX (width, 1)) *
              self->scale) +
        1;
  *natural = *minimum;
}

/* Most changes are of a focus or a pointer, and none of the picture's. */
static void
follow_font (TalChartView *self)
{
  if (!update_font (self))
    return;

  forget_picture (self, TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tal_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tal_chart_view_parent_class)->css_changed (widget, change);
  follow_font (TAL_CHART_VIEW (widget));
}

static void
tal_chart_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting settings)
{
  GTK_WIDGET_CLASS (tal_chart_view_parent_class)->system_setting_changed (widget, settings);
  follow_font (TAL_CHART_VIEW (widget));
}

static void
style_changed_cb (TalChartView *self)
{
  forget_picture (self, FALSE);
}

static void
tal_chart_view_dispose (GObject *object)
{
  TalChartView *self = TAL_CHART_VIEW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (tal_chart_view_parent_class)->dispose (object);
}

static void
tal_chart_view_finalize (GObject *object)
{
  TalChartView *self = TAL_CHART_VIEW (object);

  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->geometry, tal_chart_geometry_free);
  g_clear_pointer (&self->typesetter, tal_chart_screen_give_back);
  g_clear_pointer (&self->spec, tal_chart_spec_unref);
  g_free (self->family);

  G_OBJECT_CLASS (tal_chart_view_parent_class)->finalize (object);
}

static void
add_step (GtkWidgetClass *widget_class, guint key, TalChartStep step)
{
  gtk_widget_class_add_binding (widget_class, key, 0, step_cb, "(i)", (gint32)step);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  add_step (widget_class, GDK_KEY_Right, TAL_CHART_STEP_NEXT);
  add_step (widget_class, GDK_KEY_Left, TAL_CHART_STEP_PREVIOUS);
  add_step (widget_class, GDK_KEY_Down, TAL_CHART_STEP_DOWN);
  add_step (widget_class, GDK_KEY_Up, TAL_CHART_STEP_UP);
  add_step (widget_class, GDK_KEY_Home, TAL_CHART_STEP_FIRST);
  add_step (widget_class, GDK_KEY_End, TAL_CHART_STEP_LAST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, pin_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, pin_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, pin_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "chart.toggle-table", NULL);
}

static void
tal_chart_view_class_init (TalChartViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tal_chart_view_dispose;
  object_class->finalize = tal_chart_view_finalize;
  widget_class->snapshot = tal_chart_view_snapshot;
  widget_class->size_allocate = tal_chart_view_size_allocate;
  widget_class->get_request_mode = tal_chart_view_get_request_mode;
  widget_class->measure = tal_chart_view_measure;
  widget_class->css_changed = tal_chart_view_css_changed;
  widget_class->system_setting_changed = tal_chart_view_system_setting_changed;

  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (TalChartView *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *menu = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_clicked_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));
}

static void
tal_chart_view_init (TalChartView *self)
{
  AdwStyleManager *styles = adw_style_manager_get_default ();

  self->scale = 1;
  update_font (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_controllers (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (style_changed_cb), NULL);
  g_signal_connect_object (styles, "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (styles, "notify::high-contrast", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
tal_chart_view_new (void)
{
  return g_object_new (TAL_TYPE_CHART_VIEW, NULL);
}

void
tal_chart_view_set_spec (TalChartView *self, const TalChartSpec *spec)
{
  g_return_if_fail (TAL_IS_CHART_VIEW (self));

  if (self->spec == spec)
    return;

  g_clear_pointer (&self->spec, tal_chart_spec_unref);
  if (spec != NULL)
    self->spec = tal_chart_spec_ref (spec);
  forget_picture (self, TRUE);
  /* The cursor stays where it was as long as there is a figure there. */
  if (find_cursor (self) == NULL)
    self->has_cursor = self->pinned = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spec != NULL ? spec->title : "", -1);
  update_description (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const TalChartSpec *
tal_chart_view_get_spec (TalChartView *self)
{
  g_return_val_if_fail (TAL_IS_CHART_VIEW (self), NULL);

  return self->spec;
}

void
tal_chart_view_set_menu (TalChartView *self, GMenuModel *menu)
{
  g_return_if_fail (TAL_IS_CHART_VIEW (self));
  g_return_if_fail (menu == NULL || G_IS_MENU_MODEL (menu));

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (menu == NULL)
    return;
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

char *
tal_chart_view_dup_reading (TalChartView *self)
{
  const TalChartSpot *spot = NULL;

  g_return_val_if_fail (TAL_IS_CHART_VIEW (self), NULL);

  spot = find_cursor (self);
  return spot != NULL ? tal_chart_hit_dup_spoken (self->spec, self->geometry, spot) : NULL;
}

gboolean
tal_chart_view_get_asked (TalChartView *self, guint *ret_series, guint *ret_position)
{
  g_return_val_if_fail (TAL_IS_CHART_VIEW (self), FALSE);
  g_return_val_if_fail (ret_series != NULL && ret_position != NULL, FALSE);

  if (!self->has_asked || self->spec == NULL || self->asked_series < 0 || self->asked_position < 0)
    return FALSE;
  *ret_series = (guint)self->asked_series;
  *ret_position = (guint)self->asked_position;
  return *ret_series < self->spec->series->len && *ret_position < self->spec->positions->len;
}

guint
tal_chart_view_get_n_paintings (TalChartView *self)
{
  g_return_val_if_fail (TAL_IS_CHART_VIEW (self), 0);

  return self->n_paintings;
}
