/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-figure-pack.h"

#include <stdlib.h>

/* Authors are few; one that has no number of its own is kept with the figure. */
#define MOST_AUTHORS (G_MAXUINT16 - 1)
#define RARE_AUTHOR G_MAXUINT16

typedef struct
{
  gint64  coefficient;
  TalTime changed_at;
  TalDay  first;
  TalDay  last;
  guint32 line;
  guint32 note;      /* where it begins in 'notes', from 1; 0 where there is none */
  guint32 rare;      /* which of 'rare', from 1; 0 where it has nothing of it */
  guint16 author;    /* which of 'authors', from 1; 0 where there is none */
  guint16 scale : 4; /* all ones where there is no value */
  guint16 kind : 3;
  guint16 missing : 3;
  guint16 state : 2;
  guint16 approximation : 3;
  guint16 kept : 1;
} Row;

#define NO_SCALE 15

G_STATIC_ASSERT (sizeof (Row) == 48 || sizeof (Row) == 40);
G_STATIC_ASSERT (TAL_DECIMAL_MAX_SCALE < NO_SCALE);

/* What few figures have. */
typedef struct
{
  TalDay       as_of;
  TalDay       final_expected;
  TalVersions *versions; /* owned, or NULL */
  char        *author;   /* owned, where it is a rare one */
} Rare;

typedef struct
{
  TalId       series;
  Row        *rows;
  guint       length;
  guint       n_allocated;
  gboolean    is_sorted;
  GHashTable *seen; /* of TalPeriod; NULL as long as each was later than the one before */
} Series;

struct _TalFigurePack
{
  GPtrArray  *series; /* of Series */
  GHashTable *by_id;  /* TalId inside a series → it */
  Series     *last;   /* that a figure was added to */
  guint       length;
  GString    *notes; /* each ends with a zero */
  GArray     *rare;
  GPtrArray  *authors;   /* of char * */
  GHashTable *by_author; /* one of 'authors' → its number */
};

static void
rare_clear (gpointer element)
{
  Rare *rare = element;

  tal_versions_unref (rare->versions);
  g_free (rare->author);
}

static void
series_free (gpointer element)
{
  Series *series = element;

  if (series->seen != NULL)
    g_hash_table_unref (series->seen);
  g_free (series->rows);
  g_free (series);
}

static guint
hash_period (gconstpointer period)
{
  return tal_period_hash (*(const TalPeriod *)period);
}

static gboolean
periods_are_equal (gconstpointer a, gconstpointer b)
{
  return tal_period_is_equal (*(const TalPeriod *)a, *(const TalPeriod *)b);
}

static TalPeriod
get_period (const Row *row)
{
  return (TalPeriod){ (TalPeriodKind)row->kind, row->first, row->last };
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return tal_period_compare (get_period (a), get_period (b));
}

static Series *
ensure_series (TalFigurePack *self, TalId id)
{
  if (self->last != NULL && tal_id_is_equal (self->last->series, id))
    return self->last;

  /* No more may come of the one before: it takes no more room than it needs. */
  if (self->last != NULL)
    {
      self->last->rows = g_renew (Row, self->last->rows, self->last->length);
      self->last->n_allocated = self->last->length;
    }

  self->last = g_hash_table_lookup (self->by_id, &id);
  if (self->last == NULL)
    {
      self->last = g_new0 (Series, 1);
      self->last->series = id;
      self->last->is_sorted = TRUE;
      g_ptr_array_add (self->series, self->last);
      g_hash_table_insert (self->by_id, &self->last->series, self->last);
    }
  return self->last;
}

/* Files have the periods in their order, where two that are equal would stand beside each other. */
static gboolean
is_first_of_period (Series *series, TalPeriod period)
{
  if (series->seen == NULL &&
      (series->length == 0 ||
       tal_period_compare (get_period (&series->rows[series->length - 1]), period) < 0))
    return TRUE;

  if (series->seen == NULL)
    {
      series->is_sorted = FALSE;
      series->seen = g_hash_table_new_full (hash_period, periods_are_equal, g_free, NULL);
      for (guint i = 0; i < series->length; i++)
        {
          TalPeriod each = get_period (&series->rows[i]);

          g_hash_table_add (series->seen, g_memdup2 (&each, sizeof each));
        }
    }

  return g_hash_table_add (series->seen, g_memdup2 (&period, sizeof period));
}

static Row *
append_row (Series *series)
{
  if (series->length == series->n_allocated)
    {
      series->n_allocated = MAX (16, series->n_allocated * 2);
      series->rows = g_renew (Row, series->rows, series->n_allocated);
    }
  return &series->rows[series->length++];
}

static guint32
keep_note (TalFigurePack *self, const char *note)
{
  guint32 position = (guint32)self->notes->len + 1;

  if (note == NULL)
    return 0;

  g_string_append (self->notes, note);
  g_string_append_c (self->notes, '\0');
  return position;
}

static guint16
keep_author (TalFigurePack *self, const char *author)
{
  gpointer number = NULL;

  if (author == NULL)
    return 0;
  if (self->authors->len > 0 &&
      g_str_equal (g_ptr_array_index (self->authors, self->authors->len - 1), author))
    return (guint16)self->authors->len;

  number = g_hash_table_lookup (self->by_author, author);
  if (number == NULL && self->authors->len < MOST_AUTHORS)
    {
      char *kept = g_strdup (author);

      g_ptr_array_add (self->authors, kept);
      number = GUINT_TO_POINTER (self->authors->len);
      g_hash_table_insert (self->by_author, kept, number);
    }
  return number != NULL ? (guint16)GPOINTER_TO_UINT (number) : RARE_AUTHOR;
}

static guint32
keep_rare (TalFigurePack *self, const TalObservation *figure, guint16 author)
{
  Rare rare = { figure->as_of, figure->final_expected, NULL, NULL };

  if (figure->as_of == TAL_DAY_NONE && figure->final_expected == TAL_DAY_NONE &&
      figure->record.versions == NULL && author != RARE_AUTHOR)
    return 0;

  rare.versions = tal_versions_ref (figure->record.versions);
  rare.author = author == RARE_AUTHOR ? g_strdup (figure->record.changed_by) : NULL;
  g_array_append_val (self->rare, rare);
  return self->rare->len;
}

TalFigurePack *
tal_figure_pack_new (void)
{
  TalFigurePack *self = g_new0 (TalFigurePack, 1);

  self->series = g_ptr_array_new_with_free_func (series_free);
  self->by_id = g_hash_table_new (tal_id_key_hash, tal_id_key_equal);
  self->notes = g_string_new (NULL);
  self->rare = g_array_new (FALSE, FALSE, sizeof (Rare));
  g_array_set_clear_func (self->rare, rare_clear);
  self->authors = g_ptr_array_new_with_free_func (g_free);
  self->by_author = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
tal_figure_pack_free (TalFigurePack *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->series);
  g_string_free (self->notes, TRUE);
  g_array_unref (self->rare);
  g_hash_table_unref (self->by_author);
  g_ptr_array_unref (self->authors);
  g_free (self);
}

gboolean
tal_figure_pack_add (TalFigurePack *self, const TalObservation *figure, guint line)
{
  Series *series = NULL;
  Row    *row = NULL;

  g_return_val_if_fail (self != NULL && figure != NULL, FALSE);

  series = ensure_series (self, figure->record.id);
  if (!is_first_of_period (series, figure->period))
    return FALSE;

  row = append_row (series);
  row->coefficient = figure->value.coefficient;
  row->scale = tal_decimal_is_none (figure->value) ? NO_SCALE : figure->value.scale;
  row->changed_at = figure->record.changed_at;
  row->first = figure->period.first;
  row->last = figure->period.last;
  row->kind = figure->period.kind;
  row->line = line;
  row->missing = figure->missing;
  row->state = figure->state;
  row->approximation = figure->approximation;
  row->kept = figure->kept != FALSE;
  row->note = keep_note (self, figure->note);
  row->author = keep_author (self, figure->record.changed_by);
  row->rare = keep_rare (self, figure, row->author);
  self->length++;
  return TRUE;
}

static const Series *
get_series (const TalFigurePack *self, guint series)
{
  return g_ptr_array_index (self->series, series);
}

guint
tal_figure_pack_get_length (const TalFigurePack *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

guint
tal_figure_pack_get_n_series (const TalFigurePack *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->series->len;
}

TalId
tal_figure_pack_get_series (const TalFigurePack *self, guint series)
{
  g_return_val_if_fail (self != NULL && series < self->series->len, TAL_ID_NONE);

  return get_series (self, series)->series;
}

guint
tal_figure_pack_get_n_figures (const TalFigurePack *self, guint series)
{
  g_return_val_if_fail (self != NULL && series < self->series->len, 0);

  return get_series (self, series)->length;
}

guint
tal_figure_pack_get_line (const TalFigurePack *self, guint series, guint position)
{
  g_return_val_if_fail (self != NULL && series < self->series->len, 0);
  g_return_val_if_fail (position < get_series (self, series)->length, 0);

  return get_series (self, series)->rows[position].line;
}

static const char *
find_author (const TalFigurePack *self, const Row *row)
{
  if (row->author == RARE_AUTHOR)
    return g_array_index (self->rare, Rare, row->rare - 1).author;

  return row->author != 0 ? g_ptr_array_index (self->authors, row->author - 1) : NULL;
}

void
tal_figure_pack_view (const TalFigurePack *self,
                      guint                series,
                      guint                position,
                      TalObservation      *ret_figure)
{
  const Row *row = NULL;

  g_return_if_fail (self != NULL && series < self->series->len);
  g_return_if_fail (position < get_series (self, series)->length);
  g_return_if_fail (ret_figure != NULL);

  row = &get_series (self, series)->rows[position];
  *ret_figure = (TalObservation){
    .record = { .kind = TAL_KIND_OBSERVATION,
                .id = get_series (self, series)->series,
                .changed_at = row->changed_at,
                .changed_by = (char *)find_author (self, row) },
    .period = get_period (row),
    .value = row->scale == NO_SCALE ? TAL_DECIMAL_NONE : TAL_DECIMAL (row->coefficient, row->scale),
    .missing = (TalMissing)row->missing,
    .state = (TalFigureState)row->state,
    .approximation = (TalApproximation)row->approximation,
    .kept = row->kept,
    .note = row->note != 0 ? self->notes->str + row->note - 1 : NULL,
  };
  if (row->rare != 0)
    {
      const Rare *rare = &g_array_index (self->rare, Rare, row->rare - 1);

      ret_figure->as_of = rare->as_of;
      ret_figure->final_expected = rare->final_expected;
      ret_figure->record.versions = rare->versions;
    }
}

TalObservation *
tal_figure_pack_dup (const TalFigurePack *self, guint series, guint position)
{
  TalObservation *figure = g_new (TalObservation, 1);

  tal_figure_pack_view (self, series, position, figure);
  g_atomic_ref_count_init (&figure->record.ref_count);
  figure->record.changed_by = g_strdup (figure->record.changed_by);
  figure->record.versions = tal_versions_ref (figure->record.versions);
  figure->note = g_strdup (figure->note);
  return figure;
}

gboolean
tal_figure_pack_has (const TalFigurePack *self, TalId series, TalPeriod period)
{
  const Series *found = NULL;
  const Row     wanted = { .kind = period.kind, .first = period.first, .last = period.last };

  g_return_val_if_fail (self != NULL, FALSE);

  found = g_hash_table_lookup (self->by_id, &series);
  return found != NULL && found->length > 0 &&
         bsearch (&wanted, found->rows, found->length, sizeof (Row), compare_rows) != NULL;
}

void
tal_figure_pack_sort (TalFigurePack *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->series->len; i++)
    {
      Series *series = g_ptr_array_index (self->series, i);

      if (!series->is_sorted)
        qsort (series->rows, series->length, sizeof (Row), compare_rows);
      series->is_sorted = TRUE;
      g_clear_pointer (&series->seen, g_hash_table_unref);
    }
  self->last = NULL;
}
