/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/lists/tal-list-kind.h"

#include "core/tal-member.h"
#include "core/tal-plan.h"
#include "core/tal-unit.h"

#include <glib/gi18n-lib.h>

#define MOST_FIELDS 12

static const char *const plan_fields[] = { "name",        "kind",       "first-day",
                                           "last-day",    "adopted-by", "adopted-on",
                                           "case-number", "status-day", "not-comparable",
                                           "frame",       "note",       NULL };
static const char *const unit_fields[] = { "name", "short-name", "parent", NULL };
static const char *const member_fields[] = { "name",       "parent", "code", "aliases",
                                             "definition", "law",    NULL };
static const char *const offer_fields[] = { "name", "parent",  "company-oriented",
                                            "code", "aliases", "definition",
                                            "law",  NULL };

static const struct
{
  const char        *name;
  const char        *title;
  const char        *new_title;
  TalKind            kind;
  TalDimension       dimension; /* of a list of members */
  const char *const *fields;
} kinds[] = {
  [TAL_LIST_KIND_PLANS] = {
      "plans", N_ ("Plans of action"), N_ ("New plan"), TAL_KIND_PLAN, 0, plan_fields },
      [TAL_LIST_KIND_UNITS] = {
          "units", N_ ("Units"), N_ ("New unit"), TAL_KIND_UNIT, 0, unit_fields },
          [TAL_LIST_KIND_TARGET_GROUPS] = {
              "target-groups", N_ ("Target groups"),
                                   N_ ("New target group"),
                                       TAL_KIND_MEMBER,
                                       TAL_DIMENSION_TARGET_GROUP,
                                       member_fields },
              [TAL_LIST_KIND_AREAS] = {
                  "areas",
                  N_ ("Areas"),
                      N_ ("New area"), TAL_KIND_MEMBER, TAL_DIMENSION_AREA, member_fields },
                  [TAL_LIST_KIND_OFFERS] = {
                      "offers",
                      N_ ("Offers"),
                          N_ ("New offer"), TAL_KIND_MEMBER, TAL_DIMENSION_OFFER, offer_fields },
                      [TAL_LIST_KIND_PROVIDERS] = { "providers", N_ ("Providers"),
                                                                     N_ ("New provider"),
                                                                         TAL_KIND_MEMBER,
                                                                         TAL_DIMENSION_PROVIDER,
                                                                         member_fields },
                      };

gboolean
tal_list_kind_from_name (const char *name, TalListKind *ret_kind)
{
  g_return_val_if_fail (name != NULL && ret_kind != NULL, FALSE);

  for (guint i = 0; i < TAL_N_LIST_KINDS; i++)
    {
      if (g_str_equal (kinds[i].name, name))
        {
          *ret_kind = (TalListKind)i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
tal_list_kind_get_title (TalListKind self)
{
  g_return_val_if_fail (self < TAL_N_LIST_KINDS, NULL);

  return _ (kinds[self].title);
}

TalKind
tal_list_kind_get_record_kind (TalListKind self)
{
  g_return_val_if_fail (self < TAL_N_LIST_KINDS, TAL_KIND_PLAN);

  return kinds[self].kind;
}

gboolean
tal_list_kind_has (TalListKind self, const TalRecord *record)
{
  g_return_val_if_fail (self < TAL_N_LIST_KINDS, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  return record->kind == kinds[self].kind &&
         (record->kind != TAL_KIND_MEMBER ||
          TAL_MEMBER (record)->dimension == kinds[self].dimension);
}

gboolean
tal_list_kind_for_record (const TalRecord *record, TalListKind *ret_kind)
{
  g_return_val_if_fail (record != NULL && ret_kind != NULL, FALSE);

  for (guint i = 0; i < TAL_N_LIST_KINDS; i++)
    {
      if (tal_list_kind_has ((TalListKind)i, record))
        {
          *ret_kind = (TalListKind)i;
          return TRUE;
        }
    }

  return FALSE;
}

TalId
tal_list_kind_get_parent (const TalRecord *record)
{
  g_return_val_if_fail (record != NULL, TAL_ID_NONE);

  if (record->kind == TAL_KIND_UNIT)
    return TAL_UNIT (record)->parent;
  return record->kind == TAL_KIND_MEMBER ? TAL_MEMBER (record)->parent : TAL_ID_NONE;
}

static const TalField *
find_field (const TalStructure *structure, const char *name)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      if (g_str_equal (structure->fields[i].name, name))
        return &structure->fields[i];
    }

  g_return_val_if_reached (NULL);
}

const TalField *const *
tal_list_kind_get_fields (TalListKind self)
{
  static const TalField *found[TAL_N_LIST_KINDS][MOST_FIELDS];

  g_return_val_if_fail (self < TAL_N_LIST_KINDS, NULL);

  for (guint i = 0; kinds[self].fields[i] != NULL && i + 1 < MOST_FIELDS; i++)
    found[self][i] = find_field (tal_kind_get_structure (kinds[self].kind), kinds[self].fields[i]);
  return found[self];
}

TalRecord *
tal_list_kind_create (TalListKind self, TalId parent)
{
  TalRecord  *record = NULL;
  const char *name = NULL;

  g_return_val_if_fail (self < TAL_N_LIST_KINDS, NULL);

  name = _ (kinds[self].new_title);
  record = tal_record_new (kinds[self].kind, tal_id_new ());
  if (self == TAL_LIST_KIND_PLANS)
    {
      ((TalPlan *)record)->name = g_strdup (name);
    }
  else if (self == TAL_LIST_KIND_UNITS)
    {
      tal_unit_set_name ((TalUnit *)record, name);
      ((TalUnit *)record)->parent = parent;
    }
  else
    {
      ((TalMember *)record)->dimension = kinds[self].dimension;
      ((TalMember *)record)->name = g_strdup (name);
      ((TalMember *)record)->parent = parent;
    }

  return record;
}
