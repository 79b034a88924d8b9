/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for a chart of any kind, any figures, any names and any size. */

#include "charts/tal-chart-plan.h"
#include "support/tal-random-chart.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* In a run that may take its time, and in any. */
#define MANY_CHARTS 3000
#define SOME_CHARTS 140
#define HAIR 0.01

typedef struct
{
  const TalChartSpec     *spec;
  const TalChartGeometry *geometry;
} Case;

/* What is wrong with it, or NULL. */
typedef char *(*Property) (const Case *self);

static const TalChartShape *
get_shape (const Case *self, guint number)
{
  return &g_array_index (self->geometry->shapes, TalChartShape, number);
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  double first = (*(const TalChartShape *const *)a)->box.y;
  double second = (*(const TalChartShape *const *)b)->box.y;

  return (first > second) - (first < second);
}

static GPtrArray *
list_texts (const Case *self)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < self->geometry->shapes->len; i++)
    {
      if (get_shape (self, i)->kind == TAL_CHART_SHAPE_TEXT)
        g_ptr_array_add (texts, (gpointer)get_shape (self, i));
    }
  g_ptr_array_sort (texts, compare_tops);
  return texts;
}

static char *
find_texts_that_overlap (const Case *self)
{
  g_autoptr (GPtrArray) texts = list_texts (self);

  for (guint i = 0; i < texts->len; i++)
    {
      const TalChartShape *text = g_ptr_array_index (texts, i);

      for (guint j = i + 1; j < texts->len; j++)
        {
          const TalChartShape *other = g_ptr_array_index (texts, j);

          if (other->box.y >= text->box.y + text->box.height)
            break;
          if (tal_chart_box_overlaps (text->box, other->box))
            return g_strdup_printf ("”%s” overlaps ”%s”", text->text, other->text);
        }
    }
  return NULL;
}

static gboolean
is_within (const Case *self, TalChartBox box)
{
  TalChartBox canvas = { 0, 0, self->geometry->width, self->geometry->height };

  return isfinite (box.x) && isfinite (box.y) && isfinite (box.width) && isfinite (box.height) &&
         box.width >= 0 && box.height >= 0 && tal_chart_box_contains (canvas, box);
}

static gboolean
shape_is_within (const Case *self, const TalChartShape *shape)
{
  double      reach = shape->stroke != TAL_CHART_INK_NONE ? shape->stroke_width / 2 : 0;
  TalChartBox box = { shape->box.x - reach, shape->box.y - reach, shape->box.width + 2 * reach,
                      shape->box.height + 2 * reach };

  if (shape->kind != TAL_CHART_SHAPE_LINE && shape->kind != TAL_CHART_SHAPE_POLYGON)
    return is_within (self, box);
  for (guint i = 0; i < shape->n_points; i++)
    {
      TalChartPoint point =
          g_array_index (self->geometry->points, TalChartPoint, shape->first_point + i);

      if (!is_within (self, (TalChartBox){ point.x, point.y, 0, 0 }))
        return FALSE;
    }
  return TRUE;
}

static char *
find_shape_outside (const Case *self)
{
  for (guint i = 0; i < self->geometry->shapes->len; i++)
    {
      const TalChartShape *shape = get_shape (self, i);

      if (!shape_is_within (self, shape))
        return g_strdup_printf ("shape %u of kind %d (%d:%d) leaves the canvas", i, shape->kind,
                                shape->series, shape->position);
    }
  return NULL;
}

static char *
find_spot_off_scale (const Case *self)
{
  for (guint i = 0; i < self->geometry->spots->len; i++)
    {
      TalChartSpot  spot = g_array_index (self->geometry->spots, TalChartSpot, i);
      TalChartScale scale = g_array_index (self->geometry->scales, TalChartScale, spot.scale);
      double        place = spot.vertical ? spot.point.y : spot.point.x;

      if (!(fabs (tal_chart_scale_place (&scale, spot.value) - place) <= HAIR))
        return g_strdup_printf ("spot %d:%d is not where its scale says", spot.series,
                                spot.position);
      if (!is_within (self, (TalChartBox){ spot.point.x, spot.point.y, 0, 0 }))
        return g_strdup_printf ("spot %d:%d leaves the canvas", spot.series, spot.position);
    }
  return NULL;
}

/* Of spans and the totals below them: where the first begins is always known. */
static TalChartValue
get_timeline_value (const Case *self, guint series, guint position)
{
  const TalChartSpan *span = NULL;

  if (series == 1)
    return tal_chart_series_get (tal_chart_spec_get_series (self->spec, 0), position);
  span = g_ptr_array_index (self->spec->spans, position);
  return (TalChartValue){ .missing = TAL_MISSING_NOT, .value = span->first };
}

static TalChartValue
get_value (const Case *self, guint series, guint position)
{
  if (self->spec->kind == TAL_CHART_TIMELINE)
    return get_timeline_value (self, series, position);
  if (self->spec->kind == TAL_CHART_BULLET)
    return ((const TalChartGoal *)g_ptr_array_index (self->spec->goals, position))->result;
  return tal_chart_series_get (tal_chart_spec_get_series (self->spec, series), position);
}

static guint
count_series (const Case *self)
{
  if (self->spec->kind == TAL_CHART_TIMELINE)
    return self->spec->spans->len > 0 ? 2 : 0;
  return self->spec->kind == TAL_CHART_BULLET ? 1 : self->spec->series->len;
}

static guint
count_positions (const Case *self, guint series)
{
  if (self->spec->kind == TAL_CHART_TIMELINE && series == 0)
    return self->spec->spans->len;
  return self->spec->kind == TAL_CHART_BULLET ? self->spec->goals->len : self->spec->positions->len;
}

/* A spot's value is the figure itself, but of parts the sum up to it. */
static gboolean
is_of_parts (const TalChartSpec *spec)
{
  return spec->kind == TAL_CHART_MIX || spec->kind == TAL_CHART_SUM ||
         spec->kind == TAL_CHART_WATERFALL || (spec->kind == TAL_CHART_COLUMNS && spec->stacked);
}

static guint
make_key (int series, int position)
{
  return (guint)series * 100000u + (guint)position;
}

static GHashTable *
index_spots (const Case *self)
{
  GHashTable *spots = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->geometry->spots->len; i++)
    {
      TalChartSpot *spot = &g_array_index (self->geometry->spots, TalChartSpot, i);

      if (!g_hash_table_insert (spots, GUINT_TO_POINTER (make_key (spot->series, spot->position)),
                                spot))
        {
          g_hash_table_unref (spots);
          return NULL;
        }
    }
  return spots;
}

static char *
find_figure_without_spot (const Case *self)
{
  g_autoptr (GHashTable) spots = index_spots (self);
  guint                  n_known = 0;

  if (spots == NULL)
    return g_strdup ("a figure has two spots");
  for (guint i = 0; self->spec->kind != TAL_CHART_STRIP && i < count_series (self); i++)
    {
      for (guint j = 0; j < count_positions (self, i); j++)
        {
          TalChartValue       value = get_value (self, i, j);
          gboolean            known = tal_chart_value_is_known (&value);
          const TalChartSpot *spot =
              g_hash_table_lookup (spots, GUINT_TO_POINTER (make_key ((int)i, (int)j)));

          n_known += known ? 1 : 0;
          if (known != (spot != NULL))
            return g_strdup_printf ("%s figure %u:%u has %s spot", known ? "known" : "unknown", i,
                                    j, spot != NULL ? "a" : "no");
          if (known && !is_of_parts (self->spec) &&
              fabs (spot->value - value.value) > fabs (value.value) * 1e-9)
            return g_strdup_printf ("spot %u:%u is another figure's", i, j);
        }
    }
  return g_hash_table_size (spots) == n_known ? NULL : g_strdup ("a spot is no figure's");
}

/* Every goal has a square. */
static char *
find_goal_without_square (const Case *self)
{
  guint n_squares = 0;

  for (guint i = 0; i < self->geometry->shapes->len; i++)
    n_squares += get_shape (self, i)->position != TAL_CHART_NOBODY ? 1 : 0;
  if (self->spec->kind != TAL_CHART_STRIP || n_squares == self->spec->goals->len)
    return NULL;
  return g_strdup ("a goal has no square");
}

/* The label itself, or the beginning of it where it is wrapped. */
static gboolean
is_label (const char *text, const char *label)
{
  gsize length = strlen (text);

  if (g_str_has_suffix (text, "…"))
    length -= strlen ("…");
  return length > 0 && strncmp (text, label, length) == 0;
}

static gboolean
has_label (const GPtrArray *texts, const char *label)
{
  for (guint i = 0; i < texts->len; i++)
    {
      if (is_label (((const TalChartShape *)g_ptr_array_index (texts, i))->text, label))
        return TRUE;
    }
  return FALSE;
}

static const char *
get_label (const Case *self, guint position)
{
  if (self->spec->kind == TAL_CHART_BULLET)
    return ((const TalChartGoal *)g_ptr_array_index (self->spec->goals, position))->wording;
  if (self->spec->kind == TAL_CHART_TIMELINE)
    return ((const TalChartSpan *)g_ptr_array_index (self->spec->spans, position))->name;
  return tal_chart_spec_get_position (self->spec, position)->label;
}

static gboolean
has_rows (TalChartKind kind)
{
  return kind == TAL_CHART_BULLET || kind == TAL_CHART_TIMELINE || kind == TAL_CHART_MIX ||
         kind == TAL_CHART_DUMBBELL || kind == TAL_CHART_DISTRIBUTION || kind == TAL_CHART_DOTS;
}

/* Where names of rows stand; what is said above and below may be the same words. */
static gboolean
is_beside_plot (const Case *self, const TalChartShape *text)
{
  TalChartBox plot = self->geometry->plot;

  return text->box.y >= plot.y - HAIR &&
         text->box.y + text->box.height <= plot.y + plot.height + HAIR &&
         text->box.x + text->box.width <= plot.x + HAIR;
}

/* Where rows between them are named, the first and the last are. */
static char *
find_end_without_label (const Case *self)
{
  g_autoptr (GPtrArray)  texts = NULL;
  g_autoptr (GHashTable) whole = g_hash_table_new (g_str_hash, g_str_equal);
  guint                  length;

  if (!has_rows (self->spec->kind))
    return NULL;
  texts = list_texts (self);
  length = count_positions (self, 0);
  for (guint i = 0; i < texts->len; i++)
    {
      const TalChartShape *text = g_ptr_array_index (texts, i);

      if (is_beside_plot (self, text))
        g_hash_table_add (whole, (gpointer)text->text);
    }
  for (guint i = 1; i + 1 < length; i++)
    {
      const char *label = get_label (self, i);

      /* The title may be the same words by chance. */
      if (strlen (label) < 40 || !g_hash_table_contains (whole, label) ||
          g_str_equal (label, self->spec->title) || g_strcmp0 (label, self->spec->subtitle) == 0)
        continue;
      if (!has_label (texts, get_label (self, 0)))
        return g_strdup ("the first row has no name");
      return has_label (texts, get_label (self, length - 1)) ? NULL
                                                             : g_strdup ("the last has no name");
    }
  return NULL;
}

static const Property properties[] = {
  find_texts_that_overlap,  find_shape_outside,       find_spot_off_scale,
  find_figure_without_spot, find_goal_without_square, find_end_without_label,
};

static void
check_chart (TalChartKind kind, TalChartTypesetter *typesetter, guint32 seed)
{
  g_autoptr (GRand)            chance = g_rand_new_with_seed (seed);
  g_autoptr (TalChartSpec)     spec = tal_random_chart_new (chance, kind);
  g_autoptr (TalChartGeometry) geometry = NULL;
  TalChartStyle                style = { .patterns = g_rand_boolean (chance) };
  Case                         chart = { .spec = spec };
  double                       width;
  double                       height;

  tal_random_chart_choose_size (chance, &width, &height);
  style.untitled = g_rand_boolean (chance);
  geometry = tal_chart_lay_out (spec, &style, typesetter, width, height);
  chart.geometry = geometry;
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *complaint = properties[i](&chart);

      if (complaint == NULL)
        continue;
      g_test_message ("chance %u, %d x %d: %s", seed, (int)width, (int)height, complaint);
      g_test_fail ();
      return;
    }
}

static void
test_kind (gconstpointer user_data)
{
  TalChartKind                   kind = (TalChartKind)GPOINTER_TO_INT (user_data);
  g_autoptr (TalChartTypesetter) typesetter = tal_chart_typesetter_new (NULL);

  for (guint i = 0; i < (g_test_slow () ? MANY_CHARTS : SOME_CHARTS); i++)
    check_chart (kind, typesetter, (guint32)g_test_rand_int ());
}

/* Charts that chance found wrong once. */
static void
test_charts_that_were_wrong (void)
{
  static const struct
  {
    TalChartKind kind;
    guint32      seed;
  } charts[] = {
    { TAL_CHART_TIMELINE, 3569337453 }, /* no room was left for the totals */
  };
  g_autoptr (TalChartTypesetter) typesetter = tal_chart_typesetter_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    check_chart (charts[i].kind, typesetter, charts[i].seed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/properties/charts-that-were-wrong", test_charts_that_were_wrong);
  for (int kind = 0; kind < TAL_CHART_N_KINDS; kind++)
    {
      g_autofree char *path =
          g_strdup_printf ("/charts/properties/%s", tal_chart_kind_get_name ((TalChartKind)kind));

      g_test_add_data_func (path, GINT_TO_POINTER (kind), test_kind);
    }
  return g_test_run ();
}
