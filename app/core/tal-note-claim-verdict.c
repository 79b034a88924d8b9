/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/tal-danish-number.h"
#include "base/tal-danish-text.h"
#include "core/tal-attainment.h"
#include "core/tal-danish-stem.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-note-claim.h"
#include "core/tal-note-context.h"
#include "core/tal-note-match.h"
#include "core/tal-note-noun.h"
#include "core/tal-note-wording.h"
#include "core/tal-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So much of a goal's wording must stand in the row or sentence … */
#define NEED_WORDING 0.75
/* … or so much more must speak of it than of another goal of that number. */
#define NEED_LEAD 0.1
/* So well must a row speak of the goal whose target it tells. */
#define NEED_ROW 0.3

typedef struct
{
  const TalNotePlace *place;
  const TalCatalogue *catalogue;
  TalRunSource       *runs;
  TalId               plan;
  TalDay              today;
  GPtrArray          *remarks;
} Court;

static const char verdicts[] = " opnået opnåede nået indfriet indfriede opfyldt opfyldte ";
static const char denials[] = " ikke ej hverken endnu delvist delvis næsten ingen manglende ";
static const char hopes[] =
    " skal skulle vil ville kan kunne hvis når forventes forventer at for inden "
    "hvor om ";
static const char whole_plan[] = " sammenlagt samlet alt handleplanen planen aftalen handleplan "
                                 "strategien heraf ";

static gint64
find_word (const TalNoteSentence *sentence, guint first, guint last, const char *list)
{
  for (guint i = first; i < last; i++)
    {
      if (tal_danish_tokens_is_one_of (sentence->tokens, i, list))
        return i;
    }

  return -1;
}

/* Where a verdict is spoken: of it, not of a hope or a question. */
static gint64
find_verdict (const TalNoteSentence *sentence, guint from)
{
  gint64 at = find_word (sentence, from, sentence->last, verdicts);

  if (at < 0)
    return -1;
  /* "har opnået progression" is no verdict: something must be said to be reached. */
  for (gint64 i = at - 1; i >= sentence->first && i + 5 > at; i--)
    {
      if (tal_danish_tokens_is_one_of (sentence->tokens, i, " blev er bliver blevet "))
        return at;
    }

  return -1;
}

static gboolean
is_denied (const TalNoteSentence *sentence, gint64 verdict)
{
  guint first = (guint)MAX (verdict - 4, sentence->first);

  return find_word (sentence, first, (guint)verdict, denials) >= 0;
}

static gboolean
is_hoped (const TalNoteSentence *sentence, gint64 verdict)
{
  guint first = (guint)MAX (verdict - 4, sentence->first);

  return find_word (sentence, first, (guint)verdict, hopes) >= 0;
}

/* Of the number of a goal. */
#define MOST_DIGITS 4

/* "Mål nr. 5", "Mål 1": the number, or 0. */
static int
find_goal_number (const TalNoteSentence *sentence, gint64 verdict)
{
  int         number = 0;
  const char *text = NULL;

  for (gint64 i = sentence->first; i < verdict; i++)
    {
      gint64 next = i + 1;

      if (!tal_danish_tokens_is_one_of (sentence->tokens, i, " mål delmål "))
        continue;
      if (tal_danish_tokens_is_one_of (sentence->tokens, next, " nr nummer "))
        next++;
      if (tal_danish_tokens_is_one_of (sentence->tokens, next, " . "))
        next++;
      if (tal_danish_tokens_get (sentence->tokens, next)->kind != TAL_DANISH_TOKEN_NUMBER)
        continue;
      /* "mål 1 og 2 er" is of several. */
      if (tal_danish_tokens_is_one_of (sentence->tokens, next + 1, " og , - til "))
        if (tal_danish_tokens_get (sentence->tokens, next + 2)->kind == TAL_DANISH_TOKEN_NUMBER)
          return 0;
      text = tal_danish_tokens_get (sentence->tokens, next)->text;
      if (!tal_danish_text_skip_number (&text, MOST_DIGITS, &number))
        number = 0;
    }

  return number;
}

static double
cover_wording (const TalGoal *goal, const char *text)
{
  g_autoptr (TalDanishTokens) tokens = tal_danish_tokens_new (text);
  guint                       found = 0;
  double                      cover = 0;

  if (goal->wording != NULL)
    cover = tal_danish_stem_cover (goal->wording, strlen (goal->wording), tokens, 0,
                                   tal_danish_tokens_get_length (tokens), &found);

  return found >= 3 || (found == 2 && cover >= 1) ? cover : 0;
}

/* The goal whose words stand there, and no other's as well. */
static const TalGoal *
find_by_wording (const Court *court, const char *text, int number)
{
  guint                   length = 0;
  const TalRecord *const *goals =
      tal_catalogue_get_records (court->catalogue, TAL_KIND_GOAL, &length);
  const TalGoal *best = NULL;
  double         best_cover = 0;
  double         next_cover = 0;

  for (guint i = 0; i < length; i++)
    {
      const TalGoal *goal = TAL_GOAL (goals[i]);
      double         cover = number == 0 || goal->number == number ? cover_wording (goal, text) : 0;

      if (cover > best_cover)
        {
          next_cover = best_cover;
          best_cover = cover;
          best = goal;
        }
      else
        next_cover = MAX (next_cover, cover);
    }

  return best_cover >= NEED_WORDING && best_cover > next_cover ? best : NULL;
}

/* The goal of that number that the sentence, its heading and its numbers speak of. */
static const TalGoal *
find_by_number (const Court *court, const TalNoteSentence *sentence, int number)
{
  guint                   length = 0;
  const TalRecord *const *goals =
      tal_catalogue_get_records (court->catalogue, TAL_KIND_GOAL, &length);
  g_autoptr (GArray) scores = tal_note_context_score (court->place->figures, sentence, NULL, NULL);
  const TalGoal     *best = NULL;
  double             best_weight = 0;
  double             next_weight = 0;

  for (guint i = 0; i < length; i++)
    {
      const TalGoal   *goal = TAL_GOAL (goals[i]);
      const TalRecord *initiative =
          tal_catalogue_find (court->catalogue, TAL_KIND_INITIATIVE, goal->initiative);
      double weight = 0.01;

      if (goal->number != number)
        continue;
      if (initiative != NULL && tal_id_is_equal (TAL_INITIATIVE (initiative)->plan, court->plan))
        weight += 0.3;
      for (guint j = 0; j < scores->len; j++)
        {
          const TalNoteScore *score = &g_array_index (scores, TalNoteScore, j);

          if (tal_note_figures_get_subject (court->place->figures, score->subject)->goal == goal)
            weight += score->weight;
        }
      if (weight > best_weight)
        {
          next_weight = best_weight;
          best_weight = weight;
          best = goal;
        }
      else
        next_weight = MAX (next_weight, weight);
    }

  return best_weight >= next_weight + NEED_LEAD ? best : NULL;
}

/* The goal that a number of the sentence is the target of. */
static const TalGoal *
find_by_target (const Court *court, const TalNoteSentence *sentence)
{
  for (guint i = 0; i < court->place->matches->len; i++)
    {
      const TalNoteMatch *match = g_ptr_array_index (court->place->matches, i);

      if (match->sentence == sentence && match->target && match->figure != NULL &&
          match->support > 0.7)
        return tal_note_figures_get_subject (court->place->figures, match->figure->subject)->goal;
    }

  return NULL;
}

/* The goal that a row tells the target of, and no other's. */
static const TalGoal *
find_by_row (const Court *court, const TalNoteSentence *sentence)
{
  const TalGoal *found = NULL;

  for (guint i = 0; i < court->place->matches->len; i++)
    {
      const TalNoteMatch   *match = g_ptr_array_index (court->place->matches, i);
      const TalNoteSubject *subject = NULL;

      if (match->sentence->place != sentence->place || match->figure == NULL ||
          match->support <= NEED_ROW)
        continue;
      subject = tal_note_figures_get_subject (court->place->figures, match->figure->subject);
      if (subject->kind != TAL_NOTE_SUBJECT_TARGET)
        continue;
      if (found != NULL && found != subject->goal)
        return NULL;
      found = subject->goal;
    }

  return found;
}

static const TalGoal *
find_goal (const Court *court, const TalNoteSentence *sentence, gint64 verdict)
{
  int number = find_goal_number (sentence, verdict);

  if (sentence->label != NULL)
    {
      const TalGoal *goal = find_by_wording (court, sentence->label, number);

      return goal != NULL || number > 0 ? goal : find_by_row (court, sentence);
    }
  if (number > 0)
    return find_by_number (court, sentence, number);
  if (find_word (sentence, sentence->first, (guint)verdict, " målet målsætningen ") < 0)
    return NULL;

  return find_by_target (court, sentence);
}

static TalRemark *
start_verdict (const TalNoteSentence *sentence, gint64 verdict)
{
  const TalDanishToken *token = tal_danish_tokens_get (sentence->tokens, verdict);

  return tal_note_wording_start (TAL_REMARK_CLAIM, TAL_SEVERITY_WARNING, "verdict", sentence,
                                 token->start + sentence->offset, token->end + sentence->offset);
}

static void
add_verdict (const Court           *court,
             const TalNoteSentence *sentence,
             gint64                 verdict,
             const TalGoalStatus   *status,
             gboolean               denied)
{
  TalRemark           *remark = start_verdict (sentence, verdict);
  const TalNoteSubject shown = { .unit = status->series->measure_unit,
                                 .decimals = status->series->decimals };
  g_autofree char     *result = tal_note_wording_figure (&shown, status->figure.value);
  g_autofree char     *target = NULL;
  TalFraction          aim = tal_decimal_is_none (status->target)
                                 ? (TalFraction){ 0, 0 }
                                 : tal_fraction_from_decimal (status->target);

  target = tal_fraction_is_valid (aim) ? tal_note_wording_figure (&shown, aim) : g_strdup ("-");
  remark->series = status->series->record.id;
  remark->period = status->period;
  remark->suggestion = g_strdup (denied ? "opnået" : "ikke opnået");
  remark->sentence = denied
      ? g_strdup_printf (_ ("The text says that goal %d was not met, but it was: %s, target %s."),
                            status->goal->number, result, target)
      : g_strdup_printf (_ ("The text says that goal %d was met, but it was not: %s, target %s."),
                            status->goal->number, result, target);
  g_ptr_array_add (court->remarks, remark);
}

static gboolean
judge_goal (const Court *court, const TalNoteSentence *sentence, gint64 verdict, GError **error)
{
  const TalGoal *goal = find_goal (court, sentence, verdict);
  gboolean       denied = is_denied (sentence, verdict);
  TalGoalStatus  status;

  if (goal == NULL)
    return TRUE;
  if (!tal_attainment_assess (court->catalogue, court->runs, goal, TAL_PERIOD_UNSET, court->today,
                              &status, error))
    return FALSE;
  if (status.series == NULL || !tal_figure_is_known (&status.figure))
    return TRUE;

  if (denied ? tal_attainment_is_met (status.attainment)
             : tal_attainment_is_missed (status.attainment))
    add_verdict (court, sentence, verdict, &status, denied);
  return TRUE;
}

static const TalNoteFigure *
find_plan_count (const Court *court, const char *noun)
{
  for (guint i = 0; i < tal_note_figures_get_length (court->place->figures); i++)
    {
      const TalNoteSubject *subject = tal_note_figures_get_subject (court->place->figures, i);
      guint                 length = 0;

      if (subject->noun != NULL && strcmp (subject->noun, noun) == 0 &&
          tal_id_is_equal (subject->plan, court->plan))
        return tal_note_figures_get_figures (court->place->figures, i, &length);
    }

  return NULL;
}

/* "Heraf blev 9 mål opnået", "opstillet 11 mål", "indeholdt 5 indsatser". */
static void
judge_count (const Court *court, const TalNoteMatch *match)
{
  const TalNoteSentence *sentence = match->sentence;
  TalNoteNoun            noun = tal_note_noun_find_kind (match->mention->noun);
  gint64                 verdict = find_verdict (sentence, sentence->first);
  const TalNoteFigure   *count = NULL;
  TalRemark             *remark = NULL;
  gint64                 right;
  TalDecimal             number;
  g_autofree char       *text = NULL;

  if ((noun != TAL_NOTE_NOUN_GOALS && noun != TAL_NOTE_NOUN_INITIATIVES) ||
      match->mention->value.scale > 0 ||
      (sentence->passage->kind == TAL_PASSAGE_ROW && sentence->label != NULL &&
       *sentence->label != '\0') ||
      find_word (sentence, sentence->first, sentence->last, whole_plan) < 0)
    return;
  if (noun == TAL_NOTE_NOUN_INITIATIVES)
    count = find_plan_count (court, "indsatser");
  else
    count = find_plan_count (court, verdict >= 0 ? "opnåede mål" : "mål");
  if (count == NULL)
    return;

  right = (gint64)count->size;
  if (noun == TAL_NOTE_NOUN_GOALS && verdict >= 0 && is_denied (sentence, verdict))
    {
      const TalNoteFigure *all = find_plan_count (court, "mål");

      right = all != NULL ? (gint64)all->size - right : right;
    }
  if (match->mention->value.coefficient == right)
    return;

  number = TAL_DECIMAL (right, 0);
  text = tal_danish_number_format (number, TAL_DANISH_NUMBER_PLAIN);
  remark = tal_note_wording_start (TAL_REMARK_CLAIM, TAL_SEVERITY_WARNING,
                                   verdict >= 0 ? "verdict" : "number-differs", sentence,
                                   match->mention->start, match->mention->end);
  remark->suggestion = g_strdup_printf ("%s %s", text, match->mention->noun);
  remark->sentence = g_strdup_printf (_ ("By the figures it is %s."), remark->suggestion);
  g_ptr_array_add (court->remarks, remark);
}

gboolean
tal_note_claim_judge_verdicts (const TalNotePlace *place,
                               const TalCatalogue *catalogue,
                               TalRunSource       *runs,
                               TalId               plan,
                               TalDay              today,
                               GPtrArray          *remarks,
                               GError            **error)
{
  Court court = { place, catalogue, runs, plan, today, remarks };

  for (guint i = place->first; i < place->last; i++)
    {
      const TalNoteSentence *sentence = g_ptr_array_index (place->sentences->sentences, i);
      gint64                 verdict = find_verdict (sentence, sentence->first);

      for (; verdict >= 0; verdict = find_verdict (sentence, (guint)verdict + 1))
        {
          if (!is_hoped (sentence, verdict) && !judge_goal (&court, sentence, verdict, error))
            return FALSE;
        }
    }
  for (guint i = 0; i < place->matches->len && !tal_id_is_none (plan); i++)
    judge_count (&court, g_ptr_array_index (place->matches, i));

  return TRUE;
}
