/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-note-figures.h"

#include "core/tal-note-subject.h"

#include <math.h>

/* Below it a text has next to nothing of a name. */
#define LEAST_WEIGHT 0.1
/* No text speaks of so many figures. */
#define MOST_SCORES 200
#define N_BANDS 256

typedef struct
{
  guint    subject;
  gboolean around; /* not of its own name */
} Posting;

struct _TalNoteFigures
{
  TalNoteSubjects *subjects;
  GPtrArray       *postings; /* for each word, an array of Posting */
  double          *worths;   /* of each word */
  double          *arounds;  /* of each subject: what its words around are worth */
  GPtrArray       *sized;    /* of TalNoteFigure, smallest first */
  double          *names;    /* of each subject while it is scored; else 0 */
  double          *nears;    /* likewise */
};

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const TalNoteFigure *figure_a = *(const TalNoteFigure *const *)a;
  const TalNoteFigure *figure_b = *(const TalNoteFigure *const *)b;

  return (figure_a->size > figure_b->size) - (figure_a->size < figure_b->size);
}

static void
file_words (TalNoteFigures *self, const GArray *words, guint subject, gboolean around)
{
  Posting posting = { subject, around };

  for (guint i = 0; i < words->len; i++)
    g_array_append_val ((GArray *)g_ptr_array_index (self->postings,
                                                     g_array_index (words, guint, i)),
                        posting);
}

/* A word of one figure is worth most, one of all of them next to nothing. */
static void
weigh_words (TalNoteFigures *self)
{
  double n_subjects = self->subjects->subjects->len;

  for (guint word = 0; word < self->postings->len; word++)
    {
      const GArray *postings = g_ptr_array_index (self->postings, word);

      self->worths[word] = log (1.5 + n_subjects / (1.0 + postings->len));
    }
}

static double
sum_worths (const TalNoteFigures *self, const GArray *words)
{
  double sum = 0;

  for (guint i = 0; i < words->len; i++)
    sum += self->worths[g_array_index (words, guint, i)];

  return sum;
}

static void
index_words (TalNoteFigures *self)
{
  guint n_words = tal_note_words_get_length (self->subjects->words);
  guint n_subjects = self->subjects->subjects->len;

  self->postings = g_ptr_array_new_full (n_words, (GDestroyNotify)g_array_unref);
  for (guint i = 0; i < n_words; i++)
    g_ptr_array_add (self->postings, g_array_new (FALSE, FALSE, sizeof (Posting)));
  self->worths = g_new0 (double, n_words + 1);
  self->arounds = g_new0 (double, n_subjects + 1);
  self->names = g_new0 (double, n_subjects + 1);
  self->nears = g_new0 (double, n_subjects + 1);

  for (guint i = 0; i < n_subjects; i++)
    {
      const TalNoteSubject *subject = g_ptr_array_index (self->subjects->subjects, i);

      file_words (self, subject->words, i, FALSE);
      file_words (self, g_ptr_array_index (self->subjects->arounds, i), i, TRUE);
    }
  weigh_words (self);
  for (guint i = 0; i < n_subjects; i++)
    {
      TalNoteSubject *subject = g_ptr_array_index (self->subjects->subjects, i);

      subject->worth = sum_worths (self, subject->words);
      self->arounds[i] = sum_worths (self, g_ptr_array_index (self->subjects->arounds, i));
    }
}

TalNoteFigures *
tal_note_figures_new (const TalCatalogue *catalogue,
                      TalRunSource       *runs,
                      const GPtrArray    *passages,
                      TalDay              today,
                      GError            **error)
{
  TalNoteSubjects *subjects = NULL;
  TalNoteFigures  *self = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (runs != NULL, NULL);
  g_return_val_if_fail (passages != NULL, NULL);

  subjects = tal_note_subjects_gather (catalogue, runs, passages, today, error);
  if (subjects == NULL)
    return NULL;

  self = g_new0 (TalNoteFigures, 1);
  self->subjects = subjects;
  index_words (self);
  self->sized = g_ptr_array_sized_new (subjects->figures->len);
  for (guint i = 0; i < subjects->figures->len; i++)
    g_ptr_array_add (self->sized, &g_array_index (subjects->figures, TalNoteFigure, i));
  g_ptr_array_sort (self->sized, compare_sizes);
  return self;
}

void
tal_note_figures_free (TalNoteFigures *self)
{
  if (self == NULL)
    return;

  tal_note_subjects_free (self->subjects);
  g_ptr_array_unref (self->postings);
  g_ptr_array_unref (self->sized);
  g_free (self->worths);
  g_free (self->arounds);
  g_free (self->names);
  g_free (self->nears);
  g_free (self);
}

TalNoteWords *
tal_note_figures_get_words (const TalNoteFigures *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->subjects->words;
}

guint
tal_note_figures_get_length (const TalNoteFigures *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->subjects->subjects->len;
}

const TalNoteSubject *
tal_note_figures_get_subject (const TalNoteFigures *self, guint subject)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (subject < self->subjects->subjects->len, NULL);

  return g_ptr_array_index (self->subjects->subjects, subject);
}

const TalNoteFigure *
tal_note_figures_get_figures (const TalNoteFigures *self, guint subject, guint *ret_length)
{
  const TalNoteSubject *found = tal_note_figures_get_subject (self, subject);

  g_return_val_if_fail (ret_length != NULL, NULL);

  *ret_length = found->length;
  return found->length > 0 ? &g_array_index (self->subjects->figures, TalNoteFigure, found->first)
                           : NULL;
}

GPtrArray *
tal_note_figures_find_sized (const TalNoteFigures *self, double least, double most)
{
  GPtrArray *found = g_ptr_array_new ();
  guint      first = 0;
  guint      last;

  g_return_val_if_fail (self != NULL, found);

  last = self->sized->len;
  while (first < last)
    {
      guint                middle = first + (last - first) / 2;
      const TalNoteFigure *figure = g_ptr_array_index (self->sized, middle);

      if (figure->size < least)
        first = middle + 1;
      else
        last = middle;
    }
  for (guint i = first; i < self->sized->len; i++)
    {
      TalNoteFigure *figure = g_ptr_array_index (self->sized, i);

      if (figure->size > most)
        break;
      g_ptr_array_add (found, figure);
    }

  return found;
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  double weight_a = ((const TalNoteScore *)a)->weight;
  double weight_b = ((const TalNoteScore *)b)->weight;

  return (weight_a < weight_b) - (weight_a > weight_b);
}

/* Leaves the heaviest, some more than MOST_SCORES of them: sorting a thousand that all have a
 * word of the text would cost more than all else. */
static void
keep_heaviest (GArray *scores)
{
  guint  counts[N_BANDS + 1] = { 0 };
  double most = 0;
  guint  band = N_BANDS;
  guint  kept = 0;
  guint  above = 0;

  if (scores->len <= MOST_SCORES)
    return;
  for (guint i = 0; i < scores->len; i++)
    most = MAX (most, g_array_index (scores, TalNoteScore, i).weight);
  for (guint i = 0; i < scores->len; i++)
    counts[(guint)(g_array_index (scores, TalNoteScore, i).weight / most * N_BANDS)]++;
  for (above = counts[band]; above < MOST_SCORES && band > 0; above += counts[band])
    band--;
  for (guint i = 0; i < scores->len; i++)
    {
      TalNoteScore score = g_array_index (scores, TalNoteScore, i);

      if ((guint)(score.weight / most * N_BANDS) >= band)
        g_array_index (scores, TalNoteScore, kept++) = score;
    }
  g_array_set_size (scores, kept);
}

GArray *
tal_note_figures_score (TalNoteFigures *self, const double *gains, const GArray *gained)
{
  GArray            *scores = g_array_new (FALSE, FALSE, sizeof (TalNoteScore));
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (self != NULL, scores);
  g_return_val_if_fail (gains != NULL && gained != NULL, scores);

  for (guint i = 0; i < gained->len; i++)
    {
      guint         word = g_array_index (gained, guint, i);
      const GArray *postings = g_ptr_array_index (self->postings, word);
      double        gain = gains[word] * self->worths[word];

      for (guint j = 0; j < postings->len; j++)
        {
          const Posting *posting = &g_array_index (postings, Posting, j);

          if (self->names[posting->subject] + self->nears[posting->subject] <= 0)
            g_array_append_val (touched, posting->subject);
          if (posting->around)
            self->nears[posting->subject] += gain;
          else
            self->names[posting->subject] += gain;
        }
    }

  for (guint i = 0; i < touched->len; i++)
    {
      guint                 at = g_array_index (touched, guint, i);
      const TalNoteSubject *subject = g_ptr_array_index (self->subjects->subjects, at);
      TalNoteScore          score = { .subject = at };

      if (subject->worth > 0)
        score.name = self->names[at] / subject->worth;
      if (self->arounds[at] > 0)
        score.around = self->nears[at] / self->arounds[at];
      score.weight =
          score.name + 0.3 * MIN (score.around, 1) + MIN (0.04 * score.name * subject->worth, 0.5);
      if (score.weight >= LEAST_WEIGHT)
        g_array_append_val (scores, score);
      self->names[at] = 0;
      self->nears[at] = 0;
    }

  keep_heaviest (scores);
  g_array_sort (scores, compare_weights);
  return scores;
}

static gboolean
has_term (const TalSeries *whole, const TalSeries *part)
{
  for (guint i = 0; i < tal_series_get_n_terms (whole); i++)
    {
      if (tal_id_is_equal (tal_series_get_term (whole, i)->series, part->record.id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
share_a_term (const TalSeries *a, const TalSeries *b)
{
  for (guint i = 0; i < tal_series_get_n_terms (a); i++)
    {
      const TalTerm *term = tal_series_get_term (a, i);

      for (guint j = 0; j < tal_series_get_n_terms (b); j++)
        {
          if (tal_id_is_equal (term->series, tal_series_get_term (b, j)->series))
            return TRUE;
        }
    }

  return FALSE;
}

gboolean
tal_note_figures_are_related (const TalNoteFigures *self, guint a, guint b)
{
  const TalNoteSubject *subject_a = tal_note_figures_get_subject (self, a);
  const TalNoteSubject *subject_b = tal_note_figures_get_subject (self, b);

  if (a == b)
    return TRUE;
  if (subject_a->series == NULL || subject_b->series == NULL)
    return FALSE;

  return subject_a->series == subject_b->series ||
         has_term (subject_a->series, subject_b->series) ||
         has_term (subject_b->series, subject_a->series) ||
         share_a_term (subject_a->series, subject_b->series);
}
