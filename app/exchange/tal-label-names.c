/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-label-names.h"

#include "base/tal-danish-collation.h"
#include "core/tal-danish-unit.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "exchange/tal-column-words.h"

#include <string.h>

struct _TalLabelNames
{
  const TalCatalogue *catalogue;
  const TalColumnMap *map;
  GHashTable         *folded;  /* text → its folding, of all that is compared */
  GHashTable         *series;  /* folded name → GPtrArray of const TalSeries */
  GHashTable         *members; /* the same of const TalMember: names, codes and aliases */
};

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

const char *
tal_label_names_fold (TalLabelNames *self, const char *text)
{
  char *folded = NULL;

  g_return_val_if_fail (self != NULL, "");

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
is_called (TalLabelNames *self, const char *name, const TalFigureLabel *label)
{
  const char *folded = tal_label_names_fold (self, name);

  return *folded != '\0' &&
         (g_str_equal (folded, tal_label_names_fold (self, label->text)) ||
          (label->code != NULL && g_str_equal (folded, tal_label_names_fold (self, label->code))));
}

static gboolean
is_member_called (TalLabelNames *self, const TalMember *member, const TalFigureLabel *label)
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

/* Once for each of its names. */
static void
add_called (TalLabelNames *self, GHashTable *table, const char *name, const TalRecord *record)
{
  const char *folded = tal_label_names_fold (self, name);
  GPtrArray  *called = g_hash_table_lookup (table, folded);

  if (*folded == '\0')
    return;
  if (called == NULL)
    {
      called = g_ptr_array_new ();
      g_hash_table_insert (table, (gpointer)folded, called);
    }
  if (called->len == 0 || g_ptr_array_index (called, called->len - 1) != record)
    g_ptr_array_add (called, (gpointer)record);
}

static void
index_records (TalLabelNames *self)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_SERIES, &length);

  for (guint i = 0; i < length; i++)
    add_called (self, self->series, TAL_SERIES (records[i])->name, records[i]);

  records = tal_catalogue_get_records (self->catalogue, TAL_KIND_MEMBER, &length);
  for (guint i = 0; i < length; i++)
    {
      const TalMember *member = TAL_MEMBER (records[i]);

      add_called (self, self->members, member->name, records[i]);
      add_called (self, self->members, member->code, records[i]);
      for (guint j = 0; member->aliases != NULL && j < member->aliases->len; j++)
        add_called (self, self->members, g_array_index (member->aliases, TalMemberAlias, j).name,
                    records[i]);
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
find_mentioned (TalLabelNames        *self,
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

/* Cuts 'part' out of 'text' where it is there; both are folded. */
static gboolean
cut (GString *text, const char *part)
{
  char *at = *part != '\0' ? strstr (text->str, part) : NULL;

  if (at != NULL)
    g_string_erase (text, at - text->str, (gssize)strlen (part));
  return at != NULL;
}

/* "Revalidender, København": the members of the series in one label, and nothing else. */
static gboolean
is_list_of_members (TalLabelNames        *self,
                    const TalId           members[4],
                    const TalFigureLabel *label,
                    gboolean              mentioned[4])
{
  GString *text = g_string_new (tal_label_names_fold (self, label->text));
  gboolean found[4] = { FALSE };
  gboolean is_list = FALSE;

  for (guint i = 0; i < 4; i++)
    {
      const TalRecord *member = tal_catalogue_find (self->catalogue, TAL_KIND_MEMBER, members[i]);

      found[i] =
          member != NULL && cut (text, tal_label_names_fold (self, TAL_MEMBER (member)->name));
    }

  is_list = strspn (text->str, " ,;") == text->len;
  for (guint i = 0; is_list && i < 4; i++)
    mentioned[i] |= found[i];
  g_string_free (text, TRUE);
  return is_list;
}

/* "antal personer" over figures of persons says nothing more. */
static gboolean
is_its_unit (TalLabelNames *self, const TalSeries *series, const TalFigureLabel *label)
{
  TalMeasureUnit unit = TAL_MEASURE_UNIT_COUNT;

  if (is_called (self, tal_danish_unit_get_noun (series->measure_unit), label))
    return TRUE;
  if (!tal_column_words_find_unit (label->text, &unit) &&
      tal_column_words_find_role (label->text) != TAL_ROLE_VALUE)
    return FALSE;

  return unit == series->measure_unit ||
         (unit == TAL_MEASURE_UNIT_COUNT &&
          (tal_series_is_count (series) || tal_series_counts_people (series)));
}

/* What the series belongs to may be named beside it. */
static gboolean
is_its_place (TalLabelNames *self, const TalSeries *series, const TalFigureLabel *label)
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
count_unmentioned (TalLabelNames *self, const TalSeries *series, const TalLabelSet *set)
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
               !tal_column_words_is_total (label->text) && !is_its_unit (self, series, label) &&
               !is_list_of_members (self, members, label, mentioned))
        return G_MAXUINT;
    }

  for (guint i = 0; i < 4; i++)
    n_unmentioned += !mentioned[i] && !tal_id_is_none (members[i]);
  return n_unmentioned;
}

/* The one series that all labels are of and that says least besides; NULL where there is none, or
 * several. */
const TalSeries *
tal_label_names_find_series (TalLabelNames *self, const TalLabelSet *set)
{
  const TalSeries *best = NULL;
  guint            least = G_MAXUINT;
  gboolean         several = FALSE;

  g_return_val_if_fail (self != NULL && set != NULL, NULL);

  for (guint i = 0; i < set->n_labels; i++)
    {
      const GPtrArray *called =
          g_hash_table_lookup (self->series, tal_label_names_fold (self, set->labels[i].text));

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

/* Adds to 'found' the members of the label's dimension that are called so; FALSE where that makes
 * several. */
static gboolean
find_called (TalLabelNames *self, const TalFigureLabel *label, const char *name, TalId *found)
{
  const GPtrArray *called = g_hash_table_lookup (self->members, tal_label_names_fold (self, name));

  for (guint i = 0; called != NULL && i < called->len; i++)
    {
      const TalMember *member = g_ptr_array_index (called, i);

      if (member->dimension != tal_role_get_dimension (label->role) ||
          tal_id_is_equal (*found, member->record.id))
        continue;
      if (!tal_id_is_none (*found))
        return FALSE;
      *found = member->record.id;
    }

  return TRUE;
}

/* The one member that is called so; none where there is none, or several. */
TalId
tal_label_names_find_member (TalLabelNames *self, const TalFigureLabel *label)
{
  TalId found = TAL_ID_NONE;

  g_return_val_if_fail (self != NULL && label != NULL, TAL_ID_NONE);

  return find_called (self, label, label->text, &found) &&
                 find_called (self, label, label->code, &found)
             ? found
             : TAL_ID_NONE;
}

TalLabelNames *
tal_label_names_new (const TalCatalogue *catalogue, const TalColumnMap *map)
{
  TalLabelNames *self = NULL;

  g_return_val_if_fail (catalogue != NULL && map != NULL, NULL);

  self = g_new0 (TalLabelNames, 1);
  self->catalogue = catalogue;
  self->map = map;
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->series =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  self->members =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  index_records (self);
  return self;
}

void
tal_label_names_free (TalLabelNames *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->series);
  g_hash_table_unref (self->members);
  g_hash_table_unref (self->folded);
  g_free (self);
}
