/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-label-match.h"

#include "exchange/tal-column-words.h"
#include "exchange/tal-label-names.h"

#include <string.h>

#define LONGEST_NAME TAL_FIELD_LINE_LENGTH
/* Nobody answers more questions one by one. */
#define MOST_SUGGESTED 200

typedef struct
{
  const TalFigureList *list;
  const TalColumnMap  *map;
  const TalCatalogue  *catalogue;
  TalAnswerKind        rest;
  TalId (*make_id) (void);
  GHashTable      *made; /* role and label → TalId */
  TalLabelMatches *result;
  TalLabelNames   *names;
  GHashTable      *asked; /* role and label → TalLabelQuestion, or TalNewMember */
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
  g_free (((TalNewMember *)member)->label);
  g_free (((TalNewMember *)member)->name);
  g_free (member);
}

static void
matching_clear (Matching *self)
{
  g_clear_pointer (&self->names, tal_label_names_free);
  g_clear_pointer (&self->asked, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matching, matching_clear)

/* How many words of the labels the name has. */
static guint
count_words (Matching *self, const char *labels, const char *name)
{
  g_auto (GStrv) words =
      g_strsplit_set (tal_label_names_fold (self->names, labels), " ,.;:·()/", -1);
  const char *folded = tal_label_names_fold (self->names, name);
  guint       n_words = 0;

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
      if (self->result->questions->len < MOST_SUGGESTED)
        suggest_all (self, question);
      g_ptr_array_add (self->result->questions, question);
      g_hash_table_insert (self->asked, g_steal_pointer (&key), question);
    }
  question->n_figures += n_figures;
}

/* The id of what is made new of a label, always the same for the same file. */
static TalId
find_id (Matching *self, TalRole role, const char *label)
{
  g_autofree char *key = g_strdup_printf ("%u %s", role, label);
  const TalId     *made = g_hash_table_lookup (self->made, key);
  TalId            id = made != NULL ? *made : self->make_id ();

  if (made == NULL)
    g_hash_table_insert (self->made, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
  return id;
}

static TalId
make_member (Matching *self, const TalFigureLabel *label, const TalAnswer *answer)
{
  const char      *name = answer != NULL && answer->name != NULL ? answer->name : label->text;
  g_autofree char *key = g_strdup_printf ("new %u %s", label->role, name);
  TalNewMember    *member = g_hash_table_lookup (self->asked, key);

  if (member != NULL)
    return member->id;

  member = g_new0 (TalNewMember, 1);
  member->role = label->role;
  member->label = g_strdup (label->text);
  member->name = g_strdup (name);
  member->id = find_id (self, label->role, name);
  g_ptr_array_add (self->result->members, member);
  g_hash_table_insert (self->asked, g_steal_pointer (&key), member);
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
      *ret_id = tal_label_names_find_member (self->names, label);
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

static void
append_labels (GString *name, const TalLabelSet *set, TalRole role, gboolean with_units)
{
  for (guint i = 0; i < set->n_labels; i++)
    {
      const TalFigureLabel *label = &set->labels[i];
      TalMeasureUnit        unit = TAL_MEASURE_UNIT_COUNT;
      gboolean              is_unit =
          !with_units && (tal_column_words_find_unit (label->text, &unit) ||
                          tal_column_words_find_role (label->text) == TAL_ROLE_VALUE);

      if (label->role == role && (role == TAL_ROLE_SERIES || label->varies) && !is_unit)
        g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", label->text);
    }
}

/* What is no member, and no unit, tells a new series apart by its name. */
static char *
make_name (const TalFigureList *list, const TalLabelSet *set)
{
  GString *name = g_string_new (NULL);

  append_labels (name, set, TAL_ROLE_SERIES, TRUE);
  append_labels (name, set, TAL_ROLE_LABEL, FALSE);
  if (name->len == 0)
    append_labels (name, set, TAL_ROLE_LABEL, TRUE);
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
  guint seen = 0;

  match->kind = TAL_ANSWER_NEW;
  for (guint i = 0; i < set->n_labels; i++)
    {
      const TalFigureLabel *label = &set->labels[i];
      TalAnswerKind         kind = TAL_ANSWER_USE;

      /* The first names the member; a code may stand beside it. */
      if (!tal_role_is_dimension (label->role) || (seen & (1u << label->role)) != 0)
        continue;

      seen |= 1u << label->role;
      kind = match_member (self, set, label, &match->members[tal_role_get_dimension (label->role)]);
      if (kind == TAL_ANSWER_OPEN || kind == TAL_ANSWER_LEAVE_OUT)
        match->kind = kind;
    }
  if (match->kind != TAL_ANSWER_NEW)
    return;

  match->series = find_id (self, TAL_ROLE_SERIES, set->key);
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
      series = tal_label_names_find_series (self->names, set);
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
                       TalId (*make_id) (void),
                       GHashTable *made)
{
  g_auto (Matching) self = { list, map, catalogue, rest, make_id, made, NULL, NULL, NULL };

  g_return_val_if_fail (list != NULL && map != NULL && catalogue != NULL, NULL);
  g_return_val_if_fail (make_id != NULL && made != NULL, NULL);

  self.result = g_new0 (TalLabelMatches, 1);
  self.result->matches = g_array_new (FALSE, FALSE, sizeof (TalLabelMatch));
  g_array_set_clear_func (self.result->matches, match_clear);
  self.result->questions = g_ptr_array_new_with_free_func (question_free);
  self.result->members = g_ptr_array_new_with_free_func (member_free);
  self.names = tal_label_names_new (catalogue, map);
  self.asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

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

TalColumnMap *
tal_label_matches_remember (const TalLabelMatches *self,
                            const TalFigureList   *list,
                            const TalColumnMap    *map)
{
  TalColumnMap *kept = NULL;

  g_return_val_if_fail (self != NULL && list != NULL && map != NULL, NULL);

  kept = tal_column_map_copy (map);
  for (guint i = 0; i < self->matches->len; i++)
    {
      const TalLabelMatch *match = &g_array_index (self->matches, TalLabelMatch, i);
      const TalLabelSet   *set = g_ptr_array_index (list->sets, i);
      TalAnswer           *answer = NULL;

      if (match->kind != TAL_ANSWER_NEW && match->kind != TAL_ANSWER_USE)
        continue;

      answer = tal_column_map_answer (kept, TAL_ROLE_SERIES, set->key);
      answer->id = match->series;
      if (answer->kind == TAL_ANSWER_OPEN)
        answer->kind = match->kind;
    }
  for (guint i = 0; i < self->members->len; i++)
    {
      const TalNewMember *member = g_ptr_array_index (self->members, i);
      TalAnswer          *answer = tal_column_map_answer (kept, member->role, member->label);

      answer->kind = TAL_ANSWER_NEW;
      answer->id = member->id;
    }
  return kept;
}
