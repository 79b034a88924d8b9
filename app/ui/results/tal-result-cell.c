/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/results/tal-result-cell.h"

#include "ui/common/tal-flash.h"
#include "ui/common/tal-mark.h"

#include <glib/gi18n-lib.h>

/* Sides of the marks in the corners, and how far from one another hatches are. */
#define CORNER 7
#define HATCH 5
#define ICON_SIZE 16
/* How strong the ground of a selected or preliminary cell is. */
#define SELECTED_ALPHA 0.16f
#define HATCH_ALPHA 0.10f
#define DIM_ALPHA 0.62f
#define LINE_ALPHA 0.12f

struct _TalResultCell
{
  GtkWidget parent_instance;

  guint              column;
  TalEntryCell       cell;
  TalResultCellStyle style;
  gboolean           selected;
  gboolean           active;
  PangoLayout       *layout; /* NULL until it is drawn */
};

G_DEFINE_FINAL_TYPE (TalResultCell, tal_result_cell, GTK_TYPE_WIDGET)

static GdkRGBA
get_own_colour (TalResultCell *self, float alpha)
{
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  colour.alpha *= alpha;
  return colour;
}

static GdkRGBA
get_colour (TalResultCell *self, const char *name, float alpha)
{
  GdkRGBA colour = tal_mark_get_colour (GTK_WIDGET (self), name);

  colour.alpha *= alpha;
  return colour;
}

static void
append_frame (GtkSnapshot *snapshot, float width, float height, float line, GdkRGBA colour)
{
  GskRoundedRect outline;
  float          widths[4] = { line, line, line, line };
  GdkRGBA        colours[4] = { colour, colour, colour, colour };

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (1, 1, width - 2, height - 2), 3);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
append_dots (GtkSnapshot *snapshot, float width, float height, GdkRGBA colour)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  static const double dash[] = { 2, 2 };

  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, 3.5, 3.5, width - 7, height - 7);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* What can still change is hatched, as bars of charts are. */
static void
append_hatches (GtkSnapshot *snapshot, float width, float height, GdkRGBA colour)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1);
  for (float x = -height; x < width; x += HATCH)
    {
      cairo_move_to (cr, x, height);
      cairo_line_to (cr, x + height, 0);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
append_corner (GtkSnapshot *snapshot, float x, float y, float dx, float dy, GdkRGBA colour)
{
  cairo_t *cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (MIN (x, x + dx), MIN (y, y + dy),
                                                                CORNER, CORNER));

  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + dx, y);
  cairo_line_to (cr, x, y + dy);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* A tick where a warning has its corner, for one that somebody has answered. */
static void
append_tick (GtkSnapshot *snapshot, float height, GdkRGBA colour)
{
  float    size = height / 4;
  float    bottom = height - 5;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (2, bottom - size - 2,
                                                                          size + 6, size + 4));

  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, size / 5);
  cairo_move_to (cr, 4, bottom - size / 2);
  cairo_line_to (cr, 4 + size / 3, bottom);
  cairo_line_to (cr, 4 + size, bottom - size);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* A padlock, for what is hidden or must not be changed. */
static void
append_lock (GtkSnapshot *snapshot, float x, float middle, GdkRGBA colour)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, middle - 7, 10, 14));

  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_rectangle (cr, x + 1, middle - 1, 8, 6);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1.5);
  cairo_arc (cr, x + 5, middle - 1, 2.5, G_PI, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
append_ground (TalResultCell *self, GtkSnapshot *snapshot, float width, float height)
{
  GdkRGBA line = get_own_colour (self, LINE_ALPHA);

  if (self->selected)
    {
      GdkRGBA tint = get_colour (self, "accent_bg_color", SELECTED_ALPHA);

      gtk_snapshot_append_color (snapshot, &tint, &GRAPHENE_RECT_INIT (0, 0, width, height));
    }
  if (self->cell.marks & TAL_ENTRY_PRELIMINARY)
    append_hatches (snapshot, width, height, get_own_colour (self, HATCH_ALPHA));
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, height - 1, width, 1));
}

static void
append_marks (TalResultCell *self, GtkSnapshot *snapshot, float width, float height)
{
  TalEntryMarks marks = self->cell.marks;

  if (marks & TAL_ENTRY_EXPECTED)
    append_dots (snapshot, width, height, get_own_colour (self, DIM_ALPHA));
  if (marks & TAL_ENTRY_NOTED)
    append_corner (snapshot, width - 1, 1, -CORNER, CORNER,
                   get_colour (self, "accent_bg_color", 1));
  if (marks & TAL_ENTRY_WARNED)
    append_corner (snapshot, 1, height - 2, CORNER, -CORNER,
                   get_colour (self, "warning_bg_color", 1));
  else if (marks & TAL_ENTRY_KEPT)
    append_tick (snapshot, height, get_own_colour (self, DIM_ALPHA));
  if (marks & (TAL_ENTRY_WITHHELD | TAL_ENTRY_PADLOCK))
    append_lock (snapshot, 3, height / 2, get_own_colour (self, DIM_ALPHA));
  if (marks & TAL_ENTRY_REFUSED)
    append_frame (snapshot, width, height, 2, get_colour (self, "error_bg_color", 1));
  else if (gtk_widget_has_focus (GTK_WIDGET (self)))
    append_frame (snapshot, width, height, 2, get_colour (self, "accent_bg_color", 1));
  else if (self->active)
    append_frame (snapshot, width, height, 1, get_own_colour (self, DIM_ALPHA));
}

static char *
dup_line (TalResultCell *self)
{
  const char *text = self->cell.text != NULL ? self->cell.text : "";

  if (self->cell.source != NULL)
    return g_strdup_printf ("%s %s", text, self->cell.source);
  return g_strdup (text);
}

static gboolean
is_bold (TalResultCell *self)
{
  return self->style == TAL_RESULT_CELL_HEADING || self->style == TAL_RESULT_CELL_NUMERIC_HEADING ||
         (self->cell.marks & TAL_ENTRY_VERDICT) != 0;
}

static void
ensure_layout (TalResultCell *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char          *line = NULL;

  if (self->layout != NULL)
    return;

  line = dup_line (self);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (is_bold (self))
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), line);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
}

static TalTone
get_tone (TalAttainment verdict)
{
  if (tal_attainment_is_met (verdict))
    return TAL_TONE_MET;
  return tal_attainment_is_missed (verdict) ? TAL_TONE_NOT_MET : TAL_TONE_NONE;
}

static GdkRGBA
get_text_colour (TalResultCell *self)
{
  TalEntryMarks marks = self->cell.marks;

  if (marks & TAL_ENTRY_VERDICT && get_tone (self->cell.verdict) != TAL_TONE_NONE)
    return tal_mark_get_tone_colour (GTK_WIDGET (self), get_tone (self->cell.verdict));
  return get_own_colour (self, self->style == TAL_RESULT_CELL_NUMBER ||
                                       marks & (TAL_ENTRY_COMPUTED | TAL_ENTRY_PENDING |
                                                TAL_ENTRY_NOT_APPLICABLE)
                                   ? DIM_ALPHA
                                   : 1);
}

/* Numbers stand against the right, signs for what isn't relevant in the middle. */
static float
get_align (TalResultCell *self)
{
  if (self->cell.marks & TAL_ENTRY_NOT_APPLICABLE)
    return 0.5f;
  return self->cell.marks & TAL_ENTRY_NUMERIC || self->style == TAL_RESULT_CELL_NUMBER ||
                 self->style == TAL_RESULT_CELL_NUMERIC_HEADING
             ? 1
             : 0;
}

/* The icon that goes with a verdict's word. */
static void
append_icon (TalResultCell *self, GtkSnapshot *snapshot, float height, GdkRGBA colour)
{
  g_autoptr (GtkIconPaintable) icon = NULL;
  const char                  *name = tal_mark_get_icon_name (get_tone (self->cell.verdict));

  if (name == NULL)
    return;

  icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (
                                         gtk_widget_get_display (GTK_WIDGET (self))),
                                     name, NULL, ICON_SIZE,
                                     gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                     gtk_widget_get_direction (GTK_WIDGET (self)), 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (TAL_RESULT_CELL_PADDING,
                                                          (float)(((int)height - ICON_SIZE) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE,
                                            ICON_SIZE, &colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
append_text (TalResultCell *self, GtkSnapshot *snapshot, float width, float height)
{
  GdkRGBA colour = get_text_colour (self);
  float   left = TAL_RESULT_CELL_PADDING;
  float   room = 0;
  int     wide = 0;
  int     high = 0;

  if (self->cell.marks & TAL_ENTRY_VERDICT)
    {
      append_icon (self, snapshot, height, colour);
      left += ICON_SIZE + 6;
    }
  room = width - left - TAL_RESULT_CELL_PADDING;

  if (room <= 0)
    return;

  ensure_layout (self);
  pango_layout_set_width (self->layout, (int)room * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, &wide, &high);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left + (int)(get_align (self) *
                                                                       (room - (float)wide)),
                                                          (float)(((int)height - high) / 2)));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
tal_result_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TalResultCell *self = TAL_RESULT_CELL (widget);
  float          width = (float)gtk_widget_get_width (widget);
  float          height = (float)gtk_widget_get_height (widget);

  append_ground (self, snapshot, width, height);
  append_text (self, snapshot, width, height);
  append_marks (self, snapshot, width, height);
}

/* It takes what it is given. */
static void
tal_result_cell_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
drop_layout (TalResultCell *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tal_result_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  drop_layout (TAL_RESULT_CELL (widget));
  GTK_WIDGET_CLASS (tal_result_cell_parent_class)->css_changed (widget, change);
}

static void
tal_result_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  drop_layout (TAL_RESULT_CELL (widget));
  GTK_WIDGET_CLASS (tal_result_cell_parent_class)->system_setting_changed (widget, setting);
}

static void
focus_changed_cb (TalResultCell *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tal_result_cell_finalize (GObject *object)
{
  TalResultCell *self = TAL_RESULT_CELL (object);

  g_clear_object (&self->layout);
  tal_entry_cell_clear (&self->cell);

  G_OBJECT_CLASS (tal_result_cell_parent_class)->finalize (object);
}

/* Asked for when somebody points at it: telling GTK of each new text takes most of the time of
 * scrolling. */
static gboolean
tal_result_cell_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip)
{
  TalResultCell *self = TAL_RESULT_CELL (widget);
  const char    *text = self->cell.message;

  if (text == NULL && self->layout != NULL && pango_layout_is_ellipsized (self->layout))
    text = self->cell.text;
  if (text == NULL || text[0] == '\0')
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
tal_result_cell_class_init (TalResultCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tal_result_cell_finalize;
  widget_class->snapshot = tal_result_cell_snapshot;
  widget_class->measure = tal_result_cell_measure;
  widget_class->query_tooltip = tal_result_cell_query_tooltip;
  widget_class->css_changed = tal_result_cell_css_changed;
  widget_class->system_setting_changed = tal_result_cell_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "resultcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
tal_result_cell_init (TalResultCell *self)
{
  self->column = G_MAXUINT;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
}

GtkWidget *
tal_result_cell_new (GtkAccessibleRole role)
{
  return g_object_new (TAL_TYPE_RESULT_CELL, "accessible-role", role, NULL);
}

void
tal_result_cell_set_column (TalResultCell *self, guint column)
{
  g_return_if_fail (TAL_IS_RESULT_CELL (self));

  self->column = column;
}

guint
tal_result_cell_get_column (TalResultCell *self)
{
  g_return_val_if_fail (TAL_IS_RESULT_CELL (self), G_MAXUINT);

  return self->column;
}

/* "Mål 5, tæller: 179".  The value stands in the name: on the accessibility bus a value as text is
 * nobody's but a range's. */
static char *
dup_spoken (const TalEntryCell *cell)
{
  if (cell->name == NULL)
    return g_strdup ("");

  return g_strdup_printf ("%s: %s", cell->name,
                          cell->text != NULL && cell->text[0] != '\0' ? cell->text
                                                                      : C_ ("cell", "empty"));
}

/* "foreløbig, har kommentar. Ændringen er …" */
static void
update_accessible (TalResultCell *self)
{
  g_autofree char *spoken = dup_spoken (&self->cell);
  g_autofree char *state = tal_entry_cell_dup_state (&self->cell);
  g_autofree char *description = NULL;

  description = self->cell.message != NULL && state[0] != '\0'
                    ? g_strdup_printf ("%s: %s", state, self->cell.message)
                : self->cell.message != NULL ? g_strdup (self->cell.message)
                                             : g_strdup (state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  GTK_ACCESSIBLE_PROPERTY_READ_ONLY,
                                  (self->cell.marks & TAL_ENTRY_EDITABLE) == 0, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               self->cell.marks & TAL_ENTRY_REFUSED ? GTK_ACCESSIBLE_INVALID_TRUE
                                                                    : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static gboolean
is_same (const TalEntryCell *a, const TalEntryCell *b)
{
  return a->marks == b->marks && a->verdict == b->verdict && g_strcmp0 (a->text, b->text) == 0 &&
         g_strcmp0 (a->source, b->source) == 0 && g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->message, b->message) == 0;
}

/* Whether it is the same cell, and what was on its way has come to the disk. */
static gboolean
was_stored (const TalEntryCell *before, const TalEntryCell *after)
{
  return before->marks & TAL_ENTRY_PENDING &&
         (after->marks & (TAL_ENTRY_PENDING | TAL_ENTRY_REFUSED)) == 0 &&
         g_strcmp0 (before->name, after->name) == 0;
}

void
tal_result_cell_take (TalResultCell *self, TalEntryCell *cell)
{
  TalEntryCell taken;

  g_return_if_fail (TAL_IS_RESULT_CELL (self));
  g_return_if_fail (cell != NULL);

  taken = *cell;
  *cell = (TalEntryCell){ NULL };
  if (is_same (&self->cell, &taken))
    {
      tal_entry_cell_clear (&taken);
      return;
    }

  if (was_stored (&self->cell, &taken))
    tal_flash (GTK_WIDGET (self));
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "flash");
  tal_entry_cell_clear (&self->cell);
  self->cell = taken;
  update_accessible (self);
  drop_layout (self);
}

void
tal_result_cell_set_text (TalResultCell *self, const char *text, TalResultCellStyle style)
{
  TalEntryMarks marks = 0;

  g_return_if_fail (TAL_IS_RESULT_CELL (self));
  g_return_if_fail (text != NULL);

  if (self->style == style && g_strcmp0 (self->cell.text, text) == 0)
    return;

  marks = self->cell.marks;
  tal_entry_cell_clear (&self->cell);
  self->cell.marks = marks;
  self->cell.text = g_strdup (text);
  self->style = style;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  drop_layout (self);
}

void
tal_result_cell_set_locked (TalResultCell *self, gboolean locked)
{
  TalEntryMarks marks = locked ? TAL_ENTRY_LOCKED | TAL_ENTRY_PADLOCK : 0;

  g_return_if_fail (TAL_IS_RESULT_CELL (self));

  if (self->cell.marks == marks)
    return;

  self->cell.marks = marks;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  locked ? _ ("locked") : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tal_result_cell_set_chosen (TalResultCell *self, gboolean selected, gboolean active)
{
  g_return_if_fail (TAL_IS_RESULT_CELL (self));

  if (self->selected == selected && self->active == active)
    return;

  self->selected = selected;
  self->active = active;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const TalEntryCell *
tal_result_cell_get_cell (TalResultCell *self)
{
  g_return_val_if_fail (TAL_IS_RESULT_CELL (self), NULL);

  return &self->cell;
}
