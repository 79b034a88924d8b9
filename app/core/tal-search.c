/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-search.h"

#include "base/tal-danish-collation.h"
#include "core/tal-appropriation.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-member.h"
#include "core/tal-series.h"
#include "core/tal-title.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a word costs by where it stands; a whole text or number is best. */
enum
{
  COST_WHOLE = 0,
  COST_BEGINS_TEXT = 1,
  COST_BEGINS_WORD = 2,
  COST_WITHIN = 4,
  COST_ELSEWHERE = 8, /* in what says where it is, and not what it is called */
};

typedef struct
{
  TalSearchGroup group;
  TalKey         key;
  char          *title;
  char          *detail;
  char          *folded_title;
  char          *folded_rest; /* besides the title */
} Entry;

typedef struct
{
  const Entry *entry;
  guint        rank;
  guint        position;
} Candidate;

struct _TalSearchIndex
{
  TalCatalogue *catalogue;
  GArray       *entries; /* of Entry */
};

static void
entry_clear (gpointer cleared)
{
  Entry *entry = cleared;

  g_free (entry->title);
  g_free (entry->detail);
  g_free (entry->folded_title);
  g_free (entry->folded_rest);
}

static void
hit_free (TalSearchHit *hit)
{
  g_free (hit->title);
  g_free (hit->detail);
  g_free (hit);
}

static const char *
find_name (const TalCatalogue *catalogue, TalKind kind, TalId id)
{
  const TalRecord *record = tal_catalogue_find (catalogue, kind, id);

  return record != NULL ? tal_title_get_name (record) : NULL;
}

/* Takes the title. */
static void
add (TalSearchIndex  *self,
     TalSearchGroup   group,
     const TalRecord *record,
     char            *title,
     const char      *detail,
     const char      *rest)
{
  Entry            entry = { .group = group, .key = tal_record_get_key (record) };
  g_autofree char *others =
      g_strjoin (" ", detail != NULL ? detail : "", rest != NULL ? rest : "", NULL);

  entry.title = title;
  entry.detail = g_strdup (detail);
  entry.folded_title = tal_danish_collation_dup_folded (title);
  entry.folded_rest = tal_danish_collation_dup_folded (others);
  g_array_append_val (self->entries, entry);
}

static void
add_initiative (TalSearchIndex *self, const TalInitiative *initiative)
{
  if (initiative->name != NULL)
    add (self, TAL_SEARCH_INITIATIVES, &initiative->record, g_strdup (initiative->name),
         find_name (self->catalogue, TAL_KIND_PLAN, initiative->plan), initiative->project_manager);
}

static void
add_goal (TalSearchIndex *self, const TalGoal *goal)
{
  add (self, TAL_SEARCH_GOALS, &goal->record,
       g_strdup_printf (_ ("Goal %d: %s"), goal->number,
                           goal->wording != NULL ? goal->wording : "?"),
                        find_name (self->catalogue, TAL_KIND_INITIATIVE, goal->initiative), NULL);
}

static void
add_series (TalSearchIndex *self, const TalSeries *series)
{
  const char *place = find_name (self->catalogue, TAL_KIND_INITIATIVE, series->initiative);

  if (place == NULL)
    place = find_name (self->catalogue, TAL_KIND_PLAN, series->plan);
  if (series->name != NULL)
    add (self, TAL_SEARCH_SERIES, &series->record, g_strdup (series->name), place, series->measure);
}

static void
add_member (TalSearchIndex *self, const TalMember *member)
{
  g_autoptr (GString) names = g_string_new (member->code);

  if (member->dimension != TAL_DIMENSION_TARGET_GROUP || member->name == NULL)
    return;

  for (guint i = 0; member->aliases != NULL && i < member->aliases->len; i++)
    g_string_append_printf (names, " %s", g_array_index (member->aliases, TalMemberAlias, i).name);
  add (self, TAL_SEARCH_TARGET_GROUPS, &member->record, g_strdup (member->name),
       find_name (self->catalogue, TAL_KIND_MEMBER, member->parent), names->str);
}

static void
add_appropriation (TalSearchIndex *self, const TalAppropriation *money)
{
  const char *place = find_name (self->catalogue, TAL_KIND_INITIATIVE, money->initiative);

  add (self, TAL_SEARCH_APPROPRIATIONS, &money->record,
       g_strdup_printf (_ ("%s, %d"), money->source != NULL ? money->source : _ ("Appropriation"), money->year),
                        place, money->account);
}

static void
add_record (TalSearchIndex *self, const TalRecord *record)
{
  switch (record->kind)
    {
    case TAL_KIND_INITIATIVE:
      add_initiative (self, TAL_INITIATIVE (record));
      break;
    case TAL_KIND_GOAL:
      add_goal (self, TAL_GOAL (record));
      break;
    case TAL_KIND_SERIES:
      add_series (self, TAL_SERIES (record));
      break;
    case TAL_KIND_MEMBER:
      add_member (self, TAL_MEMBER (record));
      break;
    case TAL_KIND_APPROPRIATION:
      add_appropriation (self, TAL_APPROPRIATION (record));
      break;
    case TAL_KIND_UNIT:
    case TAL_KIND_PLAN:
    case TAL_KIND_OBSERVATION:
    case TAL_KIND_ASSESSMENT:
    case TAL_KIND_CLOSING:
    case TAL_KIND_REMOVAL:
      break;
    }
}

TalSearchIndex *
tal_search_index_new (const TalCatalogue *catalogue)
{
  TalSearchIndex *self = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);

  self = g_new0 (TalSearchIndex, 1);
  self->catalogue = tal_catalogue_ref (catalogue);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      guint                   length = 0;
      const TalRecord *const *records = NULL;

      if (kind == TAL_KIND_OBSERVATION)
        continue;
      records = tal_catalogue_get_records (catalogue, (TalKind)kind, &length);
      for (guint i = 0; i < length; i++)
        add_record (self, records[i]);
    }
  return self;
}

void
tal_search_index_free (TalSearchIndex *self)
{
  if (self == NULL)
    return;

  tal_catalogue_unref (self->catalogue);
  g_array_unref (self->entries);
  g_free (self);
}

gboolean
tal_search_index_is_of (const TalSearchIndex *self, const TalCatalogue *catalogue)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->catalogue == catalogue;
}

/* Letters and digits of words beyond ASCII count as such too. */
static gboolean
is_word_character (char character)
{
  return g_ascii_isalnum (character) || (guchar)character >= 0x80;
}

/* What the word costs at its best place in the text; G_MAXUINT where it has none. */
static guint
rank_word (const char *folded, const char *word)
{
  gsize    length = strlen (word);
  gboolean is_number = g_ascii_isdigit (word[0]);
  guint    best = G_MAXUINT;

  for (const char *at = strstr (folded, word); at != NULL; at = strstr (at + 1, word))
    {
      gboolean begins = at == folded || !is_word_character (at[-1]);
      gboolean ends = !is_word_character (at[length]);
      guint    cost = COST_WITHIN;

      if (begins && ends && (is_number || (at == folded && at[length] == '\0')))
        cost = COST_WHOLE;
      else if (at == folded)
        cost = COST_BEGINS_TEXT;
      else if (begins)
        cost = COST_BEGINS_WORD;
      /* The 5 of 545 is not what anybody means. */
      if (is_number && !begins)
        continue;
      best = MIN (best, cost);
    }

  return best;
}

guint
tal_search_rank (const char *folded, char *const *words)
{
  guint rank = 0;

  g_return_val_if_fail (folded != NULL && words != NULL, G_MAXUINT);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint cost = rank_word (folded, words[i]);

      if (cost == G_MAXUINT)
        return G_MAXUINT;
      rank += cost;
    }

  return rank;
}

static guint
rank_entry (const Entry *entry, char *const *words)
{
  guint rank = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint cost = rank_word (entry->folded_title, words[i]);

      if (cost == G_MAXUINT && rank_word (entry->folded_rest, words[i]) != G_MAXUINT)
        cost = COST_ELSEWHERE;
      if (cost == G_MAXUINT)
        return G_MAXUINT;
      rank += cost;
    }

  return rank;
}

/* By group, then by rank, then as they are in the catalogue. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->entry->group != other->entry->group)
    return one->entry->group < other->entry->group ? -1 : 1;
  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  return one->position < other->position ? -1 : 1;
}

static void
take_best (const GArray *candidates, guint most, GPtrArray *hits)
{
  guint n_taken = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Entry  *entry = g_array_index (candidates, Candidate, i).entry;
      TalSearchHit *hit = NULL;

      if (i > 0 && g_array_index (candidates, Candidate, i - 1).entry->group != entry->group)
        n_taken = 0;
      if (n_taken++ >= most)
        continue;
      hit = g_new0 (TalSearchHit, 1);
      hit->group = entry->group;
      hit->key = entry->key;
      hit->title = g_strdup (entry->title);
      hit->detail = g_strdup (entry->detail);
      g_ptr_array_add (hits, hit);
    }
}

TalSearchResult *
tal_search_index_find (const TalSearchIndex *self, const char *text, guint most)
{
  TalSearchResult   *result = NULL;
  g_autofree char   *folded = NULL;
  g_auto (GStrv)     words = NULL;
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  result = g_new0 (TalSearchResult, 1);
  result->hits = g_ptr_array_new_with_free_func ((GDestroyNotify)hit_free);
  folded = tal_danish_collation_dup_folded (text);
  words = g_strsplit (folded, " ", -1);
  if (folded[0] == '\0')
    return result;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      Candidate    candidate = { entry, rank_entry (entry, words), i };

      if (candidate.rank != G_MAXUINT)
        g_array_append_val (candidates, candidate);
    }

  g_array_sort (candidates, compare_candidates);
  result->n_all = candidates->len;
  take_best (candidates, most, result->hits);
  return result;
}

void
tal_search_result_free (TalSearchResult *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->hits);
  g_free (self);
}
