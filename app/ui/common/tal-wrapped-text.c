/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/tal-wrapped-text.h"

#include "charts/tal-chart-hyphen.h"

/* What it asks for, unless it is told. */
#define WIDTH_CHARS 14
#define LINE_WIDTH_CHARS 2

struct _TalWrappedText
{
  GtkWidget parent_instance;

  char        *label;
  gboolean     single_line;
  int          width_chars;
  PangoLayout *layout; /* in the width it was last asked for; NULL until it is */
};

enum
{
  PROP_LABEL = 1,
  PROP_SINGLE_LINE,
  PROP_WIDTH_CHARS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TalWrappedText, tal_wrapped_text, GTK_TYPE_WIDGET)

/* Lines that stand under one another have digits of one width. */
static void
align_digits (PangoLayout *layout)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
}

/* Where its words may be divided that are wider than a line, and nowhere else. */
static char *
soften_wide_words (TalWrappedText *self, int width)
{
  g_autoptr (PangoLayout) layout = pango_layout_copy (self->layout);
  g_autoptr (GString)     softened = g_string_new (NULL);
  g_auto (GStrv)          words = g_strsplit (self->label, " ", -1);

  pango_layout_set_width (layout, -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = NULL;
      int              wide = 0;

      pango_layout_set_text (layout, words[i], -1);
      pango_layout_get_pixel_size (layout, &wide, NULL);
      word = wide > width ? tal_chart_hyphen_soften (words[i]) : g_strdup (words[i]);
      g_string_append_printf (softened, "%s%s", i > 0 ? " " : "", word);
    }
  return g_string_free (g_steal_pointer (&softened), FALSE);
}

/* Between its words, and inside them where one is wider than the line. */
static void
break_lines (TalWrappedText *self, int width)
{
  g_autofree char *softened = NULL;
  int              wide = 0;

  pango_layout_set_text (self->layout, self->label, -1);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD);
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, &wide, NULL);
  if (wide <= width)
    return;

  softened = soften_wide_words (self, width);
  pango_layout_set_text (self->layout, softened, -1);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
}

/* A width that it had is not laid out again. */
static PangoLayout *
lay_out (TalWrappedText *self, int width)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->label);
      if (self->single_line)
        align_digits (self->layout);
    }
  if (!self->single_line && pango_layout_get_width (self->layout) != width * PANGO_SCALE)
    break_lines (self, width);
  return self->layout;
}

/* In pixels: so many characters, and a line. */
static void
measure_font (GtkWidget *widget, int *ret_width, int *ret_height, int *ret_ascent)
{
  TalWrappedText   *self = TAL_WRAPPED_TEXT (widget);
  int               n_chars = self->single_line ? LINE_WIDTH_CHARS : self->width_chars;
  PangoContext     *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int               width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                 pango_font_metrics_get_approximate_digit_width (metrics));

  *ret_width = PANGO_PIXELS_CEIL (width * n_chars);
  *ret_ascent = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics));
  *ret_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
}

/* Where it has all room there is, it is a line, and needn't be laid out to know. */
static void
tal_wrapped_text_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  int width = 0;
  int height = 0;
  int ascent = 0;

  measure_font (widget, &width, &height, &ascent);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      PangoLayout *layout = lay_out (TAL_WRAPPED_TEXT (widget), for_size);

      pango_layout_get_pixel_size (layout, NULL, &height);
      ascent = PANGO_PIXELS_CEIL (pango_layout_get_baseline (layout));
    }

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
  *natural = *minimum;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum_baseline = ascent;
      *natural_baseline = ascent;
    }
}

static GtkSizeRequestMode
tal_wrapped_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tal_wrapped_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PangoLayout *layout = lay_out (TAL_WRAPPED_TEXT (widget), gtk_widget_get_width (widget));

  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0, 0, layout);
}

static void
tal_wrapped_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tal_wrapped_text_parent_class)->css_changed (widget, change);
  g_clear_object (&TAL_WRAPPED_TEXT (widget)->layout);
}

static void
tal_wrapped_text_system_setting_changed (GtkWidget *widget, GtkSystemSetting settings)
{
  GTK_WIDGET_CLASS (tal_wrapped_text_parent_class)->system_setting_changed (widget, settings);
  g_clear_object (&TAL_WRAPPED_TEXT (widget)->layout);
}

static void
tal_wrapped_text_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  TalWrappedText *self = TAL_WRAPPED_TEXT (object);

  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_SINGLE_LINE:
      g_value_set_boolean (value, self->single_line);
      break;
    case PROP_WIDTH_CHARS:
      g_value_set_int (value, self->width_chars);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
set_single_line (TalWrappedText *self, gboolean single_line)
{
  if (self->single_line == single_line)
    return;

  self->single_line = single_line;
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINGLE_LINE]);
}

static void
set_width_chars (TalWrappedText *self, int width_chars)
{
  if (self->width_chars == width_chars)
    return;

  self->width_chars = width_chars;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH_CHARS]);
}

static void
tal_wrapped_text_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_LABEL:
      tal_wrapped_text_set_label (TAL_WRAPPED_TEXT (object), g_value_get_string (value));
      break;
    case PROP_SINGLE_LINE:
      set_single_line (TAL_WRAPPED_TEXT (object), g_value_get_boolean (value));
      break;
    case PROP_WIDTH_CHARS:
      set_width_chars (TAL_WRAPPED_TEXT (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tal_wrapped_text_finalize (GObject *object)
{
  g_clear_object (&TAL_WRAPPED_TEXT (object)->layout);
  g_free (TAL_WRAPPED_TEXT (object)->label);

  G_OBJECT_CLASS (tal_wrapped_text_parent_class)->finalize (object);
}

static void
tal_wrapped_text_class_init (TalWrappedTextClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_wrapped_text_get_property;
  object_class->set_property = tal_wrapped_text_set_property;
  object_class->finalize = tal_wrapped_text_finalize;
  widget_class->measure = tal_wrapped_text_measure;
  widget_class->get_request_mode = tal_wrapped_text_get_request_mode;
  widget_class->snapshot = tal_wrapped_text_snapshot;
  widget_class->css_changed = tal_wrapped_text_css_changed;
  widget_class->system_setting_changed = tal_wrapped_text_system_setting_changed;

  properties[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SINGLE_LINE] =
      g_param_spec_boolean ("single-line", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WIDTH_CHARS] =
      g_param_spec_int ("width-chars", NULL, NULL, 1, G_MAXINT, WIDTH_CHARS,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
tal_wrapped_text_init (TalWrappedText *self)
{
  self->label = g_strdup ("");
  self->width_chars = WIDTH_CHARS;
}

GtkWidget *
tal_wrapped_text_new (void)
{
  return g_object_new (TAL_TYPE_WRAPPED_TEXT, NULL);
}

void
tal_wrapped_text_set_label (TalWrappedText *self, const char *label)
{
  g_return_if_fail (TAL_IS_WRAPPED_TEXT (self));

  label = label != NULL ? label : "";
  if (strcmp (self->label, label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  g_clear_object (&self->layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

const char *
tal_wrapped_text_get_label (TalWrappedText *self)
{
  g_return_val_if_fail (TAL_IS_WRAPPED_TEXT (self), NULL);

  return self->label;
}

void
tal_wrapped_text_get_size (TalWrappedText *self, int width, int *ret_width, int *ret_height)
{
  g_return_if_fail (TAL_IS_WRAPPED_TEXT (self));
  g_return_if_fail (width >= 0 || self->single_line);

  pango_layout_get_pixel_size (lay_out (self, width), ret_width, ret_height);
}
