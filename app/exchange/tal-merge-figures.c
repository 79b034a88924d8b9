/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of a bundle, of which there may be millions.  Those that say here what they say there
 * are counted and forgotten; of those that nobody here has ever heard of the first are differences
 * like any other, and of the rest it is only kept which they are.  What is left is compared as every
 * other object is.
 */

#include "config.h"

#include "exchange/tal-merge-private.h"

/* What a person can look at. */
#define MOST_LISTED 5000

#define FIGURES_BETWEEN_LOOKS 4096

/* One that must be compared. */
typedef struct
{
  guint      series;
  guint      position;
  TalRecord *ours;   /* owned, NULL where it is not here */
  TalRecord *theirs; /* owned */
} Odd;

struct _TalMergeFigures
{
  const TalFigurePack *pack;
  gboolean             is_sorted; /* into the two */
  GArray              *odd;
  GArray              *absent; /* of TalFigureRange: not here, nor was anything like it */
  GArray              *fresh; /* of TalFigureRange: the absent that are not among the differences */
  guint                n_fresh;
  guint                n_listed;
};

/* The series that is being looked at. */
typedef struct
{
  TalMerge *merge;
  guint     series;
  TalRun   *run;          /* owned, NULL where the series is not here */
  guint     next;         /* of the run */
  gboolean  may_be_known; /* its figures may have been here, and been undone */
} Sorting;

static void
odd_clear (gpointer element)
{
  Odd *odd = element;

  tal_record_unref (odd->ours);
  tal_record_unref (odd->theirs);
}

TalMergeFigures *
tal_merge_figures_new (const TalFigurePack *pack)
{
  TalMergeFigures *self = g_new0 (TalMergeFigures, 1);

  self->pack = pack;
  self->odd = g_array_new (FALSE, FALSE, sizeof (Odd));
  g_array_set_clear_func (self->odd, odd_clear);
  self->absent = g_array_new (FALSE, FALSE, sizeof (TalFigureRange));
  self->fresh = g_array_new (FALSE, FALSE, sizeof (TalFigureRange));
  return self;
}

void
tal_merge_figures_free (TalMergeFigures *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->odd);
  g_array_unref (self->absent);
  g_array_unref (self->fresh);
  g_free (self);
}

static void
add_to_ranges (GArray *ranges, guint series, guint position)
{
  TalFigureRange *last = NULL;
  TalFigureRange  range = { series, position, 1 };

  if (ranges->len > 0)
    last = &g_array_index (ranges, TalFigureRange, ranges->len - 1);
  if (last != NULL && last->series == series && last->first + last->length == position)
    last->length++;
  else
    g_array_append_val (ranges, range);
}

/* Both are in the order of their periods. */
static const TalObservation *
find_ours (Sorting *self, const TalObservation *theirs)
{
  while (self->run != NULL && self->next < tal_run_get_length (self->run))
    {
      const TalObservation *ours = tal_run_get_observation (self->run, self->next);
      int                   order = tal_period_compare (ours->period, theirs->period);

      if (order == 0)
        return ours;
      if (order > 0)
        return NULL;
      self->next++;
    }

  return NULL;
}

/* Whether something here, or what it says itself, may tell more of it than that it is new. */
static gboolean
has_a_past (Sorting *self, const TalObservation *theirs)
{
  TalKey key = tal_record_get_key (&theirs->record);

  return self->may_be_known || theirs->record.versions != NULL ||
         tal_merge_find_trace (self->merge, &key) != NULL;
}

static void
add_odd (Sorting              *self,
         guint                 position,
         const TalObservation *ours,
         const TalObservation *theirs,
         GHashTable           *doubtful)
{
  Odd odd = { self->series, position, NULL, NULL };

  odd.ours = ours != NULL ? tal_record_ref (&ours->record) : NULL;
  odd.theirs = tal_record_copy (&theirs->record);
  g_array_append_val (self->merge->figures->odd, odd);
  if (doubtful != NULL)
    tal_merge_compare_figure (self->merge, odd.ours, odd.theirs, 0, doubtful);
}

static void
sort_figure (Sorting *self, guint position, GHashTable *doubtful)
{
  TalMergeFigures      *figures = self->merge->figures;
  const TalObservation *ours = NULL;
  TalObservation        theirs;

  tal_figure_pack_view (figures->pack, self->series, position, &theirs);
  ours = find_ours (self, &theirs);
  if (ours != NULL && tal_record_is_equal (&ours->record, &theirs.record))
    self->merge->counts.n_unchanged++;
  else if (ours == NULL && !has_a_past (self, &theirs))
    add_to_ranges (figures->absent, self->series, position);
  else
    add_odd (self, position, ours, &theirs, doubtful);
}

static gboolean
sort_series (TalMerge *merge, guint series, GHashTable *doubtful, GError **error)
{
  const TalFigurePack *pack = merge->figures->pack;
  TalId                id = tal_figure_pack_get_series (pack, series);
  g_autoptr (TalRun)   run = NULL;
  Sorting              sorting = { merge, series, NULL, 0, FALSE };
  TalObservation       first;

  if (tal_catalogue_find (merge->catalogue, TAL_KIND_SERIES, id) != NULL)
    {
      run = tal_run_source_ref_run (merge->runs, id, error);
      if (run == NULL)
        return FALSE;
    }

  tal_figure_pack_view (pack, series, 0, &first);
  sorting.run = run;
  sorting.may_be_known =
      tal_id_is_equal (tal_merge_find_owner (merge, &first.record), merge->writer.replica);
  for (guint i = 0; i < tal_figure_pack_get_n_figures (pack, series); i++)
    sort_figure (&sorting, i, doubtful);
  return TRUE;
}

gboolean
tal_merge_sort_figures (TalMerge     *merge,
                        GHashTable   *doubtful,
                        GCancellable *cancellable,
                        GError      **error)
{
  TalMergeFigures *self = merge->figures;
  guint            n_until_look = 0;

  if (self->is_sorted)
    return TRUE;

  for (guint i = 0; i < tal_figure_pack_get_n_series (self->pack); i++)
    {
      if (n_until_look == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n_until_look += tal_figure_pack_get_n_figures (self->pack, i);
      n_until_look = n_until_look > FIGURES_BETWEEN_LOOKS ? 0 : n_until_look;
      if (!sort_series (merge, i, doubtful, error))
        return FALSE;
    }

  self->is_sorted = TRUE;
  return TRUE;
}

/* Nothing here knows of it, unless its series has turned out to be one that was undone. */
static void
resolve_absent (TalMerge *merge, guint series, guint position)
{
  TalMergeFigures      *self = merge->figures;
  guint                 line = tal_figure_pack_get_line (self->pack, series, position);
  TalObservation        view;
  g_autoptr (TalRecord) theirs = NULL;
  TalKey                key;

  tal_figure_pack_view (self->pack, series, position, &view);
  key = tal_record_get_key (&view.record);
  if (self->n_listed >= MOST_LISTED && tal_merge_find_trace (merge, &key) == NULL)
    {
      add_to_ranges (self->fresh, series, position);
      self->n_fresh++;
      merge->counts.n_new++;
      return;
    }

  self->n_listed++;
  theirs = tal_record_copy (&view.record);
  tal_merge_compare_figure (merge, NULL, theirs, line, NULL);
}

static void
resolve_odd (TalMerge *merge, const Odd *odd)
{
  tal_merge_compare_figure (merge, odd->ours, odd->theirs,
                            tal_figure_pack_get_line (merge->figures->pack, odd->series,
                                                      odd->position),
                            NULL);
}

static gboolean
is_before (const Odd *odd, const TalFigureRange *range)
{
  return odd->series < range->series ||
         (odd->series == range->series && odd->position < range->first);
}

void
tal_merge_resolve_figures (TalMerge *merge)
{
  TalMergeFigures *self = merge->figures;
  guint            next = 0;

  for (guint i = 0; i < self->absent->len; i++)
    {
      const TalFigureRange *range = &g_array_index (self->absent, TalFigureRange, i);

      for (; next < self->odd->len && is_before (&g_array_index (self->odd, Odd, next), range);
           next++)
        resolve_odd (merge, &g_array_index (self->odd, Odd, next));
      for (guint j = 0; j < range->length; j++)
        resolve_absent (merge, range->series, range->first + j);
    }
  for (; next < self->odd->len; next++)
    resolve_odd (merge, &g_array_index (self->odd, Odd, next));

  g_array_set_size (self->odd, 0);
  g_array_set_size (self->absent, 0);
}

guint
tal_merge_figures_get_n_fresh (const TalMergeFigures *self)
{
  return self->n_fresh;
}

/* Takes those out that may not be written, each with its sentence in a difference of its own. */
gboolean
tal_merge_check_fresh (TalMerge           *merge,
                       const TalCatalogue *after,
                       const TalChangeSet *changes,
                       GCancellable       *cancellable,
                       GError            **error)
{
  TalMergeFigures           *self = merge->figures;
  g_autoptr (TalFigureRules) rules = tal_figure_rules_new (after, changes);
  g_autoptr (GArray)         allowed = g_array_new (FALSE, FALSE, sizeof (TalFigureRange));

  for (guint i = 0; i < self->fresh->len; i++)
    {
      const TalFigureRange *range = &g_array_index (self->fresh, TalFigureRange, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint j = range->first; j < range->first + range->length; j++)
        {
          TalObservation view;

          tal_figure_pack_view (self->pack, range->series, j, &view);
          if (tal_figure_rules_allow (rules, &view))
            add_to_ranges (allowed, range->series, j);
          else
            {
              tal_merge_list_breach (merge, after, changes, &view,
                                     tal_figure_pack_get_line (self->pack, range->series, j));
              self->n_fresh--;
            }
        }
    }

  g_array_unref (self->fresh);
  self->fresh = g_steal_pointer (&allowed);
  return TRUE;
}

/* Hands them over. */
struct _TalMergeAdditions
{
  TalAdditions           additions; /* must be first: it is what is given out */
  const TalMergeFigures *figures;
  GCancellable          *cancellable;
  guint                  next; /* of 'fresh' */
};

static gboolean
hand_over (TalAdditions *additions, TalRun **ret_run, GError **error)
{
  TalMergeAdditions    *self = (TalMergeAdditions *)additions;
  const GArray         *fresh = self->figures->fresh;
  const TalFigurePack  *pack = self->figures->pack;
  g_autoptr (GPtrArray) records = NULL;
  guint                 series = 0;

  *ret_run = NULL;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->next == fresh->len)
    return TRUE;

  records = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);
  series = g_array_index (fresh, TalFigureRange, self->next).series;
  for (; self->next < fresh->len; self->next++)
    {
      const TalFigureRange *range = &g_array_index (fresh, TalFigureRange, self->next);

      if (range->series != series)
        break;
      for (guint i = range->first; i < range->first + range->length; i++)
        g_ptr_array_add (records, tal_figure_pack_dup (pack, series, i));
    }

  *ret_run = tal_run_new (tal_figure_pack_get_series (pack, series), g_steal_pointer (&records));
  return TRUE;
}

TalMergeAdditions *
tal_merge_additions_new (const TalMerge *merge, GCancellable *cancellable)
{
  TalMergeAdditions *self = NULL;

  g_return_val_if_fail (merge != NULL, NULL);

  self = g_new0 (TalMergeAdditions, 1);
  self->additions.next = hand_over;
  self->figures = merge->figures;
  self->cancellable = cancellable;
  return self;
}

void
tal_merge_additions_free (TalMergeAdditions *self)
{
  g_free (self);
}

TalAdditions *
tal_merge_additions_get (TalMergeAdditions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->figures->n_fresh > 0 ? &self->additions : NULL;
}
