/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/tal-wrap-box.h"

/* Pixels between two children and between two lines. */
#define GAP 6

struct _TalWrapBox
{
  GtkWidget parent_instance;
};

static void tal_wrap_box_buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (TalWrapBox,
                               tal_wrap_box,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      tal_wrap_box_buildable_init))

/* Where the children stand that fit side by side into a width. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* the first of the next line, or NULL */
  int        width;
  int        height;
} Line;

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* As wide as it would like to be, but no wider than the whole. */
static int
measure_width (GtkWidget *child, int width)
{
  int minimum = 0;
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, width));
}

static int
measure_height (GtkWidget *child, int width)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static Line
find_line (GtkWidget *first, int width)
{
  Line line = { .first = first, .end = first };

  while (line.end != NULL)
    {
      int own = measure_width (line.end, width);
      int wanted = line.end == first ? own : line.width + GAP + own;

      if (line.end != first && wanted > width)
        return line;

      line.width = wanted;
      line.height = MAX (line.height, measure_height (line.end, own));
      line.end = skip_hidden (gtk_widget_get_next_sibling (line.end));
    }

  return line;
}

static GtkWidget *
get_first (GtkWidget *widget)
{
  return skip_hidden (gtk_widget_get_first_child (widget));
}

static int
measure_lines (GtkWidget *widget, int width)
{
  int height = 0;

  for (GtkWidget *child = get_first (widget); child != NULL;)
    {
      Line line = find_line (child, width);

      height += line.height + (height > 0 ? GAP : 0);
      child = line.end;
    }

  return height;
}

/* As narrow as the widest child; best all on one line. */
static void
measure_columns (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = get_first (widget); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int least = 0;
      int best = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &best, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += best + (*natural > 0 ? GAP : 0);
    }
}

static void
tal_wrap_box_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  int least = 0;
  int best = 0;

  measure_columns (widget, &least, &best);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    best = least = measure_lines (widget, for_size >= 0 ? for_size : best);
  *minimum = least;
  *natural = best;
}

static void
allocate_line (const Line *line, GtkTextDirection direction, int width, int y)
{
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int           own = measure_width (child, width);
      int           left = direction == GTK_TEXT_DIR_RTL ? width - x - own : x;
      GtkAllocation place = { left, y, own, line->height };

      gtk_widget_size_allocate (child, &place, -1);
      x += own + GAP;
    }
}

static void
tal_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  int y = 0;

  for (GtkWidget *child = get_first (widget); child != NULL;)
    {
      Line line = find_line (child, width);

      allocate_line (&line, gtk_widget_get_direction (widget), width, y);
      y += line.height + GAP;
      child = line.end;
    }
}

static GtkSizeRequestMode
tal_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tal_wrap_box_add_child (GtkBuildable *buildable,
                        GtkBuilder   *builder,
                        GObject      *child,
                        const char   *type)
{
  if (GTK_IS_WIDGET (child))
    tal_wrap_box_append (TAL_WRAP_BOX (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
tal_wrap_box_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = tal_wrap_box_add_child;
}

static void
tal_wrap_box_dispose (GObject *object)
{
  tal_wrap_box_clear (TAL_WRAP_BOX (object));

  G_OBJECT_CLASS (tal_wrap_box_parent_class)->dispose (object);
}

static void
tal_wrap_box_class_init (TalWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_wrap_box_dispose;
  widget_class->measure = tal_wrap_box_measure;
  widget_class->size_allocate = tal_wrap_box_size_allocate;
  widget_class->get_request_mode = tal_wrap_box_get_request_mode;
}

static void
tal_wrap_box_init (TalWrapBox *self)
{
}

GtkWidget *
tal_wrap_box_new (void)
{
  return g_object_new (TAL_TYPE_WRAP_BOX, NULL);
}

void
tal_wrap_box_append (TalWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (TAL_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
tal_wrap_box_clear (TalWrapBox *self)
{
  GtkWidget *child = NULL;

  g_return_if_fail (TAL_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
