/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-name-search.h"

#include "base/tal-danish-collation.h"
#include "base/tal-error.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-title.h"
#include "core/tal-unit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many as a person reads. */
#define MOST_CANDIDATES 10

static char *
fold (const char *text)
{
  return tal_danish_collation_dup_folded (text != NULL ? text : "");
}

static const TalRecord *
find_by_id (const TalCatalogue *catalogue, TalKind kind, const char *text)
{
  TalId id;

  return tal_id_parse (text, &id, NULL) ? tal_catalogue_find (catalogue, kind, id) : NULL;
}

/* The only unit that is called so for short. */
static const TalRecord *
find_by_short_name (const TalCatalogue *catalogue, TalKind kind, const char *text)
{
  g_autofree char        *wanted = fold (text);
  const TalRecord        *found = NULL;
  guint                   length = 0;
  const TalRecord *const *units = NULL;

  if (kind != TAL_KIND_UNIT)
    return NULL;

  units = tal_catalogue_get_records (catalogue, TAL_KIND_UNIT, &length);
  for (guint i = 0; i < length; i++)
    {
      g_autofree char *name = fold (TAL_UNIT (units[i])->short_name);

      if (name[0] == '\0' || !g_str_equal (name, wanted))
        continue;
      if (found != NULL)
        return NULL;
      found = units[i];
    }
  return found;
}

static const TalRecord *
find_whole (const GPtrArray *candidates, const char *text)
{
  g_autofree char *wanted = fold (text);
  const TalRecord *found = NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      g_autofree char *name = fold (tal_title_get_name (g_ptr_array_index (candidates, i)));

      if (!g_str_equal (name, wanted))
        continue;
      if (found != NULL)
        return NULL;
      found = g_ptr_array_index (candidates, i);
    }

  return found;
}

static void
append_candidate (GString *names, guint position, const char *name)
{
  if (position < MOST_CANDIDATES)
    g_string_append_printf (names, "\n  %s", name);
  else if (position == MOST_CANDIDATES)
    g_string_append (names, "\n  …");
}

static void
refuse_ambiguous (const char *text, const GPtrArray *candidates, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    append_candidate (names, i, tal_title_get_name (g_ptr_array_index (candidates, i)));

  g_set_error (error, TAL_ERROR, TAL_ERROR_AMBIGUOUS,
               _ ("“%s” can be several. Write more of it:%s"), text, names->str);
}

/* Goals of the same number differ by where they are. */
static void
refuse_ambiguous_goal (const TalCatalogue *catalogue,
                       int                 number,
                       const GPtrArray    *candidates,
                       GError            **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      const TalGoal   *goal = TAL_GOAL (g_ptr_array_index (candidates, i));
      const TalRecord *initiative =
          tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, goal->initiative);

      append_candidate (names, i,
                        tal_title_get_name (initiative != NULL ? initiative : &goal->record));
    }

  g_set_error (error, TAL_ERROR, TAL_ERROR_AMBIGUOUS,
               _ ("Goal %d can be several. Say of which plan and initiative:%s"), number,
                  names->str);
}

const TalRecord *
tal_name_search_find (const TalCatalogue *catalogue, TalKind kind, const char *text, GError **error)
{
  g_autoptr (GPtrArray) candidates = NULL;
  const TalRecord      *found = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  found = find_by_id (catalogue, kind, text);
  if (found == NULL)
    found = find_by_short_name (catalogue, kind, text);
  if (found != NULL)
    return found;

  candidates = tal_name_search_list (catalogue, kind, text);
  if (candidates->len == 1)
    return g_ptr_array_index (candidates, 0);
  if (candidates->len == 0)
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                   _ ("There is no %s called “%s”."), tal_kind_get_title (kind), text);
      return NULL;
    }

  found = find_whole (candidates, text);
  if (found == NULL)
    refuse_ambiguous (text, candidates, error);
  return found;
}

GPtrArray *
tal_name_search_list (const TalCatalogue *catalogue, TalKind kind, const char *text)
{
  g_autofree char        *wanted = fold (text);
  GPtrArray              *found = g_ptr_array_new ();
  guint                   length = 0;
  const TalRecord *const *records = NULL;

  g_return_val_if_fail (catalogue != NULL, found);

  records = tal_catalogue_get_records (catalogue, kind, &length);
  for (guint i = 0; i < length; i++)
    {
      g_autofree char *name = fold (tal_title_get_name (records[i]));

      if (strstr (name, wanted) != NULL)
        g_ptr_array_add (found, (gpointer)records[i]);
    }
  return found;
}

static gboolean
is_within (const TalCatalogue *catalogue, const TalGoal *goal, TalId plan, TalId initiative)
{
  const TalRecord *parent = tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, goal->initiative);

  if (!tal_id_is_none (initiative) && !tal_id_is_equal (goal->initiative, initiative))
    return FALSE;

  return tal_id_is_none (plan) ||
         (parent != NULL && tal_id_is_equal (TAL_INITIATIVE (parent)->plan, plan));
}

const TalRecord *
tal_name_search_find_goal (
    const TalCatalogue *catalogue, int number, TalId plan, TalId initiative, GError **error)
{
  g_autoptr (GPtrArray)   candidates = g_ptr_array_new ();
  guint                   length = 0;
  const TalRecord *const *goals = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);

  goals = tal_catalogue_get_records (catalogue, TAL_KIND_GOAL, &length);
  for (guint i = 0; i < length; i++)
    {
      if (TAL_GOAL (goals[i])->number == number &&
          is_within (catalogue, TAL_GOAL (goals[i]), plan, initiative))
        g_ptr_array_add (candidates, (gpointer)goals[i]);
    }

  if (candidates->len == 1)
    return g_ptr_array_index (candidates, 0);

  if (candidates->len == 0)
    g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND, _ ("There is no goal %d here."), number);
  else
    refuse_ambiguous_goal (catalogue, number, candidates, error);
  return NULL;
}
