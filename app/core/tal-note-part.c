/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-part.h"

#include "base/tal-danish-number.h"
#include "core/tal-note-wording.h"

#include <glib/gi18n-lib.h>

/* How well the text must speak of a count for it to be the part or the whole … */
#define NEED_PART 0.3
/* … and of another whole, or a share, for that to be meant. */
#define NEED_BASE 0.5

/* The figure among those that the text speaks of that is this count. */
static const TalNoteFigure *
find_count (TalNoteFigures *figures, const TalNoteMatch *match, TalDecimal count, double need)
{
  for (guint i = 0; i < match->scores->len; i++)
    {
      const TalNoteScore  *score = &g_array_index (match->scores, TalNoteScore, i);
      guint                length = 0;
      const TalNoteFigure *list = tal_note_figures_get_figures (figures, score->subject, &length);

      if (score->weight < need ||
          !tal_note_match_fits_unit (match, tal_note_figures_get_subject (figures, score->subject)))
        continue;
      for (guint j = 0; j < length; j++)
        {
          if (tal_fraction_compare (list[j].value, tal_fraction_from_decimal (count)) == 0 &&
              !tal_fraction_is_valid (list[j].right))
            return &list[j];
        }
    }

  return NULL;
}

static gboolean
is_share_figure (TalNoteFigures       *figures,
                 const TalNoteMatch   *match,
                 const TalNoteFigure **ret_figure)
{
  TalFraction share =
      tal_fraction_multiply (tal_fraction_divide (tal_fraction_from_decimal (match->mention->value),
                                                  tal_fraction_from_decimal (match->mention->whole)),
                             tal_fraction_from_integer (100));

  for (guint i = 0; i < match->scores->len; i++)
    {
      const TalNoteScore   *score = &g_array_index (match->scores, TalNoteScore, i);
      const TalNoteSubject *subject = tal_note_figures_get_subject (figures, score->subject);
      guint                 length = 0;
      const TalNoteFigure  *list = tal_note_figures_get_figures (figures, score->subject, &length);

      if (subject->unit != TAL_MEASURE_UNIT_PER_CENT || score->weight < NEED_BASE)
        continue;
      for (guint j = 0; j < length; j++)
        {
          if (tal_fraction_compare (list[j].value, share) != 0)
            continue;
          *ret_figure = &list[j];
          return TRUE;
        }
    }

  return FALSE;
}

/* Another whole that the part is told of elsewhere: of the same kind, no less than the part
 * and close to the one that is written. */
static const TalNoteFigure *
find_other_whole (TalNoteFigures *figures, const TalNoteMatch *match, const TalNoteFigure *part)
{
  const TalNoteSubject *subject = tal_note_figures_get_subject (figures, part->subject);
  double                written = tal_decimal_to_double (match->mention->whole);
  double                room = MAX (2, 0.1 * written);

  for (guint i = 0; i < match->scores->len; i++)
    {
      const TalNoteScore   *score = &g_array_index (match->scores, TalNoteScore, i);
      const TalNoteSubject *other = tal_note_figures_get_subject (figures, score->subject);
      guint                 length = 0;
      const TalNoteFigure  *list = tal_note_figures_get_figures (figures, score->subject, &length);

      if (other == subject || other->unit != subject->unit ||
          other->kind != TAL_NOTE_SUBJECT_SERIES ||
          (!tal_note_figures_are_related (figures, part->subject, score->subject) &&
           score->weight < NEED_BASE))
        continue;
      for (guint j = 0; j < length; j++)
        {
          if (tal_period_overlaps (list[j].period, part->period) && list[j].size >= part->size &&
              list[j].size > written - room && list[j].size < written + room)
            return &list[j];
        }
    }

  return NULL;
}

static void
add_share (TalNoteFigures      *figures,
           const TalNoteMatch  *match,
           const TalNoteFigure *part,
           GPtrArray           *remarks)
{
  TalNoteMatch agreeing = *match;

  agreeing.figure = part;
  g_ptr_array_add (remarks, tal_note_wording_agrees (figures, &agreeing));
}

static gboolean
accuse_share (TalNoteFigures      *figures,
              const TalNoteMatch  *match,
              const TalNoteFigure *part,
              GPtrArray           *remarks)
{
  const TalNoteFigure *whole = find_other_whole (figures, match, part);
  TalRemark           *remark = NULL;
  g_autofree char     *above = NULL;
  g_autofree char     *below = NULL;

  if (whole == NULL)
    return FALSE;
  remark = tal_note_wording_differs (figures, match, whole, whole->value, TAL_SEVERITY_WARNING);
  above = tal_danish_number_format (match->mention->value, TAL_DANISH_NUMBER_PLAIN);
  below = g_steal_pointer (&remark->suggestion);
  remark->suggestion = g_strdup_printf ("%s ud af %s", above, below);
  remark->code = "share-differs";
  g_ptr_array_add (remarks, remark);
  return TRUE;
}

/* "de 5 forsøg" above a list that says "fire ud af seks forsøg": the whole has changed. */
static gboolean
find_whole_above (const TalNoteMatch *match, TalDecimal *ret_whole)
{
  TalPassage           *above = NULL;
  g_autoptr (GPtrArray) mentions = NULL;
  gboolean              found = FALSE;

  if (match->sentence->passage->kind != TAL_PASSAGE_LIST_ITEM || match->sentence->caption == NULL ||
      match->mention->noun == NULL)
    return FALSE;
  above = tal_passage_new (TAL_PASSAGE_PARAGRAPH, 1, g_strdup (match->sentence->caption));
  mentions = tal_mention_list (above);
  tal_passage_free (above);
  for (guint i = 0; i < mentions->len; i++)
    {
      const TalMention *mention = g_ptr_array_index (mentions, i);

      if (mention->noun == NULL || !g_str_equal (mention->noun, match->mention->noun))
        continue;
      if (found || tal_decimal_compare (mention->value, match->mention->whole) == 0 ||
          tal_decimal_compare (mention->value, match->mention->value) < 0)
        return FALSE;
      *ret_whole = mention->value;
      found = TRUE;
    }

  return found;
}

static void
accuse_whole (const TalNoteMatch *match, TalDecimal whole, GPtrArray *remarks)
{
  TalRemark *remark =
      tal_note_wording_start (TAL_REMARK_DIFFERS, TAL_SEVERITY_WARNING, "share-differs",
                              match->sentence, match->mention->start, match->mention->end);
  g_autofree char *above =
      tal_danish_number_format (match->mention->value, TAL_DANISH_NUMBER_PLAIN);
  g_autofree char *written =
      tal_danish_number_format (match->mention->whole, TAL_DANISH_NUMBER_PLAIN);
  g_autofree char *right = tal_danish_number_format (whole, TAL_DANISH_NUMBER_PLAIN);

  remark->suggestion = g_strdup_printf ("%s ud af %s", above, right);
  remark->sentence = g_strdup_printf (_ ("The text counts %s of %s, but speaks of %s %s above."),
                                         above, written, right, match->mention->noun);
  g_ptr_array_add (remarks, remark);
}

gboolean
tal_note_part_judge (TalNoteFigures *figures, const TalNoteMatch *match, GPtrArray *remarks)
{
  const TalNoteFigure *part = find_count (figures, match, match->mention->value, NEED_PART);
  const TalNoteFigure *whole = find_count (figures, match, match->mention->whole, NEED_PART);
  TalDecimal           above;

  if (find_whole_above (match, &above))
    {
      accuse_whole (match, above, remarks);
      return TRUE;
    }
  if (is_share_figure (figures, match, &part) || (part != NULL && whole != NULL))
    {
      add_share (figures, match, part, remarks);
      return TRUE;
    }

  return part != NULL && accuse_share (figures, match, part, remarks);
}
