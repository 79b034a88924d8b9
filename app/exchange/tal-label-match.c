/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-label-match.h"

#include "base/tal-danish-collation.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "exchange/tal-column-words.h"

#include <string.h>

#define LONGEST_NAME TAL_FIELD_LINE_LENGTH

typedef struct
{
  const TalFigureList *list;
  const TalColumnMap  *map;
  const TalCatalogue  *catalogue;
  TalAnswerKind        rest;
  TalId (*make_id) (void);
  TalLabelMatches *result;
  GHashTable      *folded; /* text → its folding, of all that is compared */
  GHashTable      *series; /* folded name → GPtrArray of const TalSeries */
  GHashTable      *asked;  /* role and label → TalLabelQuestion, or TalNewMember */
} Matching;

static void
match_clear (gpointer match)
{
  g_free (((TalLabelMatch *)match)->name);
}

static void
question_free (gpointer freed)
{
  TalLabelQuestion *question = freed;

  g_free (question->label);
  g_ptr_array_unref (question->suggestions);
  g_free (question);
}

static void
member_free (gpointer member)
{
  g_free (((TalNewMember *)member)->name);
  g_free (member);
}

static void
matching_clear (Matching *self)
{
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->series, g_hash_table_unref);
  g_clear_pointer (&self->asked, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matching, matching_clear)

TalDimension
tal_role_get_dimension (TalRole role)
{
  static const TalDimension dimensions[TAL_N_ROLES] = {
    [TAL_ROLE_TARGET_GROUP] = TAL_DIMENSION_TARGET_GROUP,
    [TAL_ROLE_AREA] = TAL_DIMENSION_AREA,
    [TAL_ROLE_OFFER] = TAL_DIMENSION_OFFER,
    [TAL_ROLE_PROVIDER] = TAL_DIMENSION_PROVIDER,
  };

  g_return_val_if_fail (tal_role_is_dimension (role), TAL_DIMENSION_TARGET_GROUP);

  return dimensions[role];
}

static const char *
fold (Matching *self, const char *text)
{
  char *folded = NULL;

  if (text == NULL)
    return "";

  folded = g_hash_table_lookup (self->folded, text);
  if (folded == NULL)
    {
      folded = g_strstrip (tal_danish_collation_dup_folded (text));
      g_hash_table_insert (self->folded, g_strdup (text), folded);
    }
  return folded;
}

static gboolean
is_called (Matching *self, const char *name, const TalFigureLabel *label)
{
  const char *folded = fold (self, name);

  return *folded != '\0' &&
         (g_str_equal (folded, fold (self, label->text)) ||
          (label->code != NULL && g_str_equal (folded, fold (self, label->code))));
}

static gboolean
is_member_called (Matching *self, const TalMember *member, const TalFigureLabel *label)
{
  if (is_called (self, member->name, label) || is_called (self, member->code, label))
    return TRUE;

  for (guint i = 0; member->aliases != NULL && i < member->aliases->len; i++)
    {
      if (is_called (self, g_array_index (member->aliases, TalMemberAlias, i).name, label))
        return TRUE;
    }

  return FALSE;
}

static void
index_series (Matching *self)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_SERIES, &length);

  for (guint i = 0; i < length; i++)
    {
      const char *name = fold (self, TAL_SERIES (records[i])->name);
      GPtrArray  *called = g_hash_table_lookup (self->series, name);

      if (called == NULL)
        {
          called = g_ptr_array_new ();
          g_hash_table_insert (self->series, (gpointer)name, called);
        }
      g_ptr_array_add (called, (gpointer)records[i]);
    }
}

static void
list_members (const TalSeries *series, TalId ret_members[4])
{
  ret_members[TAL_DIMENSION_TARGET_GROUP] = series->target_group;
  ret_members[TAL_DIMENSION_AREA] = series->area;
  ret_members[TAL_DIMENSION_OFFER] = series->offer;
  ret_members[TAL_DIMENSION_PROVIDER] = series->provider;
}

/* Whether the label is one of the members; 'ret_which' is its dimension. */
static gboolean
find_mentioned (Matching             *self,
                const TalId           members[4],
                const TalFigureLabel *label,
                guint                *ret_which)
{
  const TalAnswer *answer = tal_column_map_find_answer (self->map, label->role, label->text);

  for (guint i = 0; i < 4; i++)
    {
      const TalRecord *member = tal_catalogue_find (self->catalogue, TAL_KIND_MEMBER, members[i]);

      if (member == NULL ||
          (tal_role_is_dimension (label->role) && tal_role_get_dimension (label->role) != i))
        continue;
      if (is_member_called (self, TAL_MEMBER (member), label) ||
          (answer != NULL && answer->kind == TAL_ANSWER_USE &&
           tal_id_is_equal (answer->id, members[i])))
        {
          *ret_which = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* What the series belongs to may be named beside it. */
static gboolean
is_its_place (Matching *self, const TalSeries *series, const TalFigureLabel *label)
{
  const TalRecord *initiative =
      tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, series->initiative);
  const TalRecord *plan = tal_catalogue_find (self->catalogue, TAL_KIND_PLAN, series->plan);

  return (initiative != NULL && is_called (self, TAL_INITIATIVE (initiative)->name, label)) ||
         (plan != NULL && is_called (self, TAL_PLAN (plan)->name, label)) ||
         is_called (self, series->measure, label);
}

/* How many of the members of the series no label names; G_MAXUINT where a label is not of it. */
static guint
count_unmentioned (Matching *self, const TalSeries *series, const TalLabelSet *set)
{
  TalId    members[4];
  gboolean mentioned[4] = { FALSE };
  guint    n_unmentioned = 0;

  list_members (series, members);
  for (guint i = 0; i < set->n_labels; i++)
    {
      const TalFigureLabel *label = &set->labels[i];
      guint                 which = 0;

      if (find_mentioned (self, members, label, &which))
        mentioned[which] = TRUE;
      else if (!is_called (self, series->name, label) && !is_its_place (self, series, label) &&
               !tal_column_words_is_total (label->text))
        return G_MAXUINT;
    }

  for (guint i = 0; i < 4; i++)
    n_unmentioned += !mentioned[i] && !tal_id_is_none (members[i]);
  return n_unmentioned;
}

/* The one series that all labels are of and that says least besides; NULL where there is none, or
 * several. */
static const TalSeries *
find_series (Matching *self, const TalLabelSet *set)
{
  const TalSeries *best = NULL;
  guint            least = G_MAXUINT;
  gboolean         several = FALSE;

  for (guint i = 0; i < set->n_labels; i++)
    {
      const GPtrArray *called =
          g_hash_table_lookup (self->series, fold (self, set->labels[i].text));

      for (guint j = 0; called != NULL && j < called->len; j++)
        {
          const TalSeries *series = g_ptr_array_index (called, j);
          guint            n_unmentioned = count_unmentioned (self, series, set);

          if (n_unmentioned == G_MAXUINT || series == best)
            continue;
          several = n_unmentioned == least || (several && n_unmentioned > least);
          if (n_unmentioned < least)
            {
              best = series;
              least = n_unmentioned;
            }
        }
    }

  return several ? NULL : best;
}

/* How many words of the labels the name has. */
static guint
count_words (Matching *self, const char *labels, const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (fold (self, labels), " ,.;:·()/", -1);
  const char    *folded = fold (self, name);
  guint          n_words = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n_words += strlen (words[i]) > 2 && strstr (folded, words[i]) != NULL;
  return n_words;
}

static void
suggest (Matching         *self,
         TalLabelQuestion *question,
         const TalRecord  *record,
         const char       *name,
         guint             best[TAL_LABEL_MOST_SUGGESTIONS])
{
  guint n_words = count_words (self, question->label, name);
  guint at = 0;

  if (n_words == 0)
    return;

  while (at < question->suggestions->len && best[at] >= n_words)
    at++;
  if (at == TAL_LABEL_MOST_SUGGESTIONS)
    return;

  g_ptr_array_insert (question->suggestions, (int)at, (gpointer)record);
  memmove (best + at + 1, best + at, (TAL_LABEL_MOST_SUGGESTIONS - at - 1) * sizeof *best);
  best[at] = n_words;
  if (question->suggestions->len > TAL_LABEL_MOST_SUGGESTIONS)
    g_ptr_array_set_size (question->suggestions, TAL_LABEL_MOST_SUGGESTIONS);
}

static void
suggest_all (Matching *self, TalLabelQuestion *question)
{
  gboolean                is_member = tal_role_is_dimension (question->role);
  TalKind                 kind = is_member ? TAL_KIND_MEMBER : TAL_KIND_SERIES;
  guint                   best[TAL_LABEL_MOST_SUGGESTIONS] = { 0 };
  guint                   length = 0;
  const TalRecord *const *records = tal_catalogue_get_records (self->catalogue, kind, &length);

  for (guint i = 0; i < length; i++)
    {
      if (!is_member && !tal_series_is_derived (TAL_SERIES (records[i])))
        suggest (self, question, records[i], TAL_SERIES (records[i])->name, best);
      else if (is_member &&
               TAL_MEMBER (records[i])->dimension == tal_role_get_dimension (question->role))
        suggest (self, question, records[i], TAL_MEMBER (records[i])->name, best);
    }
}

static void
ask (Matching *self, TalRole role, const char *label, guint n_figures)
{
  g_autofree char  *key = g_strdup_printf ("%u %s", role, label);
  TalLabelQuestion *question = g_hash_table_lookup (self->asked, key);

  if (question == NULL)
    {
      question = g_new0 (TalLabelQuestion, 1);
      question->role = role;
      question->label = g_strdup (label);
      question->suggestions = g_ptr_array_new ();
      suggest_all (self, question);
      g_ptr_array_add (self->result->questions, question);
      g_hash_table_insert (self->asked, g_steal_pointer (&key), question);
    }
  question->n_figures += n_figures;
}

/* The one member that is called so; none where there is none, or several. */
static TalId
find_member (Matching *self, const TalFigureLabel *label)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_MEMBER, &length);
  TalId found = TAL_ID_NONE;

  for (guint i = 0; i < length; i++)
    {
      const TalMember *member = TAL_MEMBER (records[i]);

      if (member->dimension != tal_role_get_dimension (label->role) ||
          !is_member_called (self, member, label))
        continue;
      if (!tal_id_is_none (found))
        return TAL_ID_NONE;
      found = records[i]->id;
    }

  return found;
}

static TalId
make_member (Matching *self, const TalFigureLabel *label, const TalAnswer *answer)
{
  const char   *name = answer != NULL && answer->name != NULL ? answer->name : label->text;
  TalNewMember *member = NULL;

  for (guint i = 0; i < self->result->members->len; i++)
    {
      member = g_ptr_array_index (self->result->members, i);
      if (member->role == label->role && g_str_equal (member->name, name))
        return member->id;
    }

  member = g_new0 (TalNewMember, 1);
  member->role = label->role;
  member->name = g_strdup (name);
  member->id = self->make_id ();
  g_ptr_array_add (self->result->members, member);
  return member->id;
}

/* Whether the map names an object that is still here. */
static gboolean
is_answered (const Matching *self, const TalAnswer *answer, TalKind kind)
{
  return answer != NULL && (answer->kind == TAL_ANSWER_USE || answer->kind == TAL_ANSWER_NEW) &&
         tal_catalogue_find (self->catalogue, kind, answer->id) != NULL;
}

/* The member that a new series is of. */
static TalAnswerKind
match_member (Matching *self, const TalLabelSet *set, const TalFigureLabel *label, TalId *ret_id)
{
  const TalAnswer *answer = tal_column_map_find_answer (self->map, label->role, label->text);
  TalAnswerKind    kind = answer != NULL ? answer->kind : TAL_ANSWER_OPEN;

  if (is_answered (self, answer, TAL_KIND_MEMBER))
    {
      *ret_id = answer->id;
      return TAL_ANSWER_USE;
    }
  if (kind == TAL_ANSWER_USE)
    kind = TAL_ANSWER_OPEN;
  if (kind == TAL_ANSWER_OPEN)
    {
      *ret_id = find_member (self, label);
      if (!tal_id_is_none (*ret_id) || tal_column_words_is_total (label->text))
        return TAL_ANSWER_USE;
      kind = self->rest;
    }
  if (kind == TAL_ANSWER_NEW)
    *ret_id = make_member (self, label, answer);
  else if (kind == TAL_ANSWER_OPEN)
    ask (self, label->role, label->text, set->n_figures);
  return kind;
}

/* What is no member tells a new series apart by its name. */
static char *
make_name (const TalFigureList *list, const TalLabelSet *set)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < set->n_labels; i++)
    {
      const TalFigureLabel *label = &set->labels[i];

      if (label->role == TAL_ROLE_SERIES || (label->role == TAL_ROLE_LABEL && label->varies))
        g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", label->text);
    }
  if (name->len == 0)
    g_string_append (name, list->title != NULL ? list->title : set->key);
  if (g_utf8_strlen (name->str, -1) > LONGEST_NAME)
    {
      g_string_truncate (name, (gsize)(g_utf8_offset_to_pointer (name->str, LONGEST_NAME - 1) -
                                       name->str));
      g_string_append (name, "…");
    }
  return g_string_free (name, FALSE);
}

static TalMeasureUnit
guess_unit (const TalFigureList *list, const TalLabelSet *set)
{
  TalSeries probe = { .measure_unit = TAL_MEASURE_UNIT_COUNT };

  if (set->percent)
    return TAL_MEASURE_UNIT_PER_CENT;

  tal_figure_list_find_unit (list, set, &probe.measure_unit);
  if (probe.measure_unit == TAL_MEASURE_UNIT_PER_CENT && !set->is_above_one)
    return TAL_MEASURE_UNIT_RATIO;
  if ((tal_series_is_count (&probe) && set->decimals > 0) ||
      ((tal_series_is_count (&probe) || tal_series_counts_people (&probe)) && set->n_negative > 0))
    return TAL_MEASURE_UNIT_RATIO;

  return probe.measure_unit;
}

static void
match_new (Matching *self, const TalLabelSet *set, const TalAnswer *answer, TalLabelMatch *match)
{
  match->kind = TAL_ANSWER_NEW;
  for (guint i = 0; i < set->n_labels; i++)
    {
      const TalFigureLabel *label = &set->labels[i];
      TalAnswerKind         kind = TAL_ANSWER_USE;

      if (!tal_role_is_dimension (label->role))
        continue;

      kind = match_member (self, set, label, &match->members[tal_role_get_dimension (label->role)]);
      if (kind == TAL_ANSWER_OPEN || kind == TAL_ANSWER_LEAVE_OUT)
        match->kind = kind;
    }
  if (match->kind != TAL_ANSWER_NEW)
    return;

  match->series = self->make_id ();
  match->name = answer != NULL && answer->name != NULL ? g_strdup (answer->name)
                                                       : make_name (self->list, set);
  match->unit = answer != NULL && answer->has_unit ? answer->unit : guess_unit (self->list, set);
}

static TalLabelMatch
match_set (Matching *self, const TalLabelSet *set)
{
  TalLabelMatch    match = { .kind = TAL_ANSWER_OPEN };
  const TalAnswer *answer = tal_column_map_find_answer (self->map, TAL_ROLE_SERIES, set->key);
  const TalSeries *series = NULL;

  if (is_answered (self, answer, TAL_KIND_SERIES))
    {
      match.kind = TAL_ANSWER_USE;
      match.series = answer->id;
      return match;
    }

  /* What the map names may have been removed since. */
  if (answer != NULL && answer->kind != TAL_ANSWER_USE)
    match.kind = answer->kind;
  if (match.kind == TAL_ANSWER_OPEN)
    {
      series = find_series (self, set);
      match.kind = series != NULL ? TAL_ANSWER_USE : self->rest;
      if (series != NULL)
        match.series = series->record.id;
    }
  if (match.kind == TAL_ANSWER_NEW)
    match_new (self, set, answer, &match);
  else if (match.kind == TAL_ANSWER_OPEN)
    ask (self, TAL_ROLE_SERIES, set->key, set->n_figures);
  return match;
}

TalLabelMatches *
tal_label_matches_new (const TalFigureList *list,
                       const TalColumnMap  *map,
                       const TalCatalogue  *catalogue,
                       TalAnswerKind        rest,
                       TalId (*make_id) (void))
{
  g_auto (Matching) self = { list, map, catalogue, rest, make_id, NULL, NULL, NULL, NULL };

  g_return_val_if_fail (list != NULL && map != NULL && catalogue != NULL, NULL);
  g_return_val_if_fail (make_id != NULL, NULL);

  self.result = g_new0 (TalLabelMatches, 1);
  self.result->matches = g_array_new (FALSE, FALSE, sizeof (TalLabelMatch));
  g_array_set_clear_func (self.result->matches, match_clear);
  self.result->questions = g_ptr_array_new_with_free_func (question_free);
  self.result->members = g_ptr_array_new_with_free_func (member_free);
  self.folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.series =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  self.asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index_series (&self);

  for (guint i = 0; i < list->sets->len; i++)
    {
      TalLabelMatch match = match_set (&self, g_ptr_array_index (list->sets, i));

      g_array_append_val (self.result->matches, match);
    }
  return self.result;
}

void
tal_label_matches_free (TalLabelMatches *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->matches);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->members);
  g_free (self);
}
