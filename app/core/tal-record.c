/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-record.h"

#include "core/tal-appropriation.h"
#include "core/tal-assessment.h"
#include "core/tal-closing.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-member.h"
#include "core/tal-observation.h"
#include "core/tal-plan.h"
#include "core/tal-removal.h"
#include "core/tal-series.h"
#include "core/tal-unit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is stated by a figure, all of which is one part of it. */
#define STATEMENT "value"

static const struct
{
  const TalStructure *structure;
  const char         *title;
} kinds[TAL_N_KINDS] = {
  [TAL_KIND_UNIT] = {
      &tal_unit_structure, N_ ("unit") },
      [TAL_KIND_MEMBER] = {
          &tal_member_structure, N_ ("member") },
          [TAL_KIND_PLAN] = {
              &tal_plan_structure, N_ ("plan") },
              [TAL_KIND_INITIATIVE] = {
                  &tal_initiative_structure, N_ ("initiative") },
                  [TAL_KIND_SERIES] = {
                      &tal_series_structure, N_ ("series") },
                      [TAL_KIND_GOAL] = {
                          &tal_goal_structure, N_ ("goal") },
                          [TAL_KIND_OBSERVATION] = {
                              &tal_observation_structure, N_ ("figure") },
                              [TAL_KIND_ASSESSMENT] = {
                                  &tal_assessment_structure, N_ ("assessment") },
                                  [TAL_KIND_APPROPRIATION] = {
                                      &tal_appropriation_structure, N_ ("appropriation") },
                                      [TAL_KIND_CLOSING] = {
                                          &tal_closing_structure, N_ ("closing") },
                                          [TAL_KIND_REMOVAL] = { &tal_removal_structure,
                                                                 N_ ("removal") },
                                          };

const TalStructure *
tal_kind_get_structure (TalKind kind)
{
  g_return_val_if_fail (kind < TAL_N_KINDS, NULL);

  return kinds[kind].structure;
}

const char *
tal_kind_get_name (TalKind kind)
{
  g_return_val_if_fail (kind < TAL_N_KINDS, NULL);

  return kinds[kind].structure->name;
}

const char *
tal_kind_get_title (TalKind kind)
{
  g_return_val_if_fail (kind < TAL_N_KINDS, NULL);

  return _ (kinds[kind].title);
}

gboolean
tal_kind_from_name (const char *name, TalKind *ret_kind)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < TAL_N_KINDS; i++)
    {
      if (g_str_equal (name, kinds[i].structure->name))
        {
          *ret_kind = (TalKind)i;
          return TRUE;
        }
    }

  return FALSE;
}

gpointer
tal_record_new (TalKind kind, TalId id)
{
  TalRecord *self = NULL;

  g_return_val_if_fail (kind < TAL_N_KINDS, NULL);

  self = g_malloc0 (kinds[kind].structure->size);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->id = id;
  self->changed_at = TAL_TIME_NONE;
  tal_structure_init (kinds[kind].structure, self);
  return self;
}

gpointer
tal_record_copy (const TalRecord *self)
{
  TalRecord *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = tal_record_new (self->kind, self->id);
  copy->owner = self->owner;
  copy->changed_at = self->changed_at;
  copy->changed_by = g_strdup (self->changed_by);
  copy->versions = tal_versions_ref (self->versions);
  tal_structure_copy (kinds[self->kind].structure, copy, self);
  return copy;
}

gpointer
tal_record_ref (const TalRecord *self)
{
  TalRecord *counted = (TalRecord *)self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&counted->ref_count);
  return counted;
}

void
tal_record_unref (const TalRecord *self)
{
  TalRecord *counted = (TalRecord *)self;

  if (self == NULL || !g_atomic_ref_count_dec (&counted->ref_count))
    return;

  tal_structure_clear (kinds[self->kind].structure, counted);
  g_free (counted->changed_by);
  tal_versions_unref (counted->versions);
  g_free (counted);
}

TalKey
tal_record_get_key (const TalRecord *self)
{
  TalKey key = { 0 };

  g_return_val_if_fail (self != NULL, key);

  key.kind = self->kind;
  key.id = self->id;
  if (self->kind == TAL_KIND_OBSERVATION)
    key.period = TAL_OBSERVATION (self)->period;
  else if (self->kind == TAL_KIND_REMOVAL)
    key.period = TAL_REMOVAL (self)->period;
  return key;
}

/* As its owner alone would have written it. */
static TalVersions *
make_plain (const TalRecord *self, TalId owner)
{
  g_autoptr (TalVersions) plain = tal_versions_new (owner, self->changed_at);

  return self->kind == TAL_KIND_OBSERVATION
             ? tal_versions_set_part (plain, STATEMENT, owner, self->changed_at)
             : g_steal_pointer (&plain);
}

TalVersions *
tal_record_ref_versions (const TalRecord *self, TalId owner)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->versions != NULL ? tal_versions_ref (self->versions) : make_plain (self, owner);
}

void
tal_record_set_versions (TalRecord *self, const TalVersions *versions, TalId owner)
{
  g_autoptr (TalVersions) plain = NULL;

  g_return_if_fail (self != NULL);

  plain = make_plain (self, owner);
  tal_versions_unref (self->versions);
  self->versions = tal_versions_is_equal (versions, plain) ? NULL : tal_versions_ref (versions);
}

const char *
tal_record_get_part (const TalRecord *self, const TalField *field)
{
  g_return_val_if_fail (self != NULL && field != NULL, NULL);

  return self->kind == TAL_KIND_OBSERVATION && !g_str_equal (field->name, "note") ? STATEMENT
                                                                                  : field->name;
}

gboolean
tal_record_is_equal (const TalRecord *a, const TalRecord *b)
{
  if (a == b)
    return TRUE;

  return tal_record_says_the_same (a, b) && tal_id_is_equal (a->owner, b->owner) &&
         a->changed_at == b->changed_at && g_strcmp0 (a->changed_by, b->changed_by) == 0 &&
         tal_versions_is_equal (a->versions, b->versions);
}

gboolean
tal_record_says_the_same (const TalRecord *a, const TalRecord *b)
{
  if (a == b)
    return TRUE;

  if (a == NULL || b == NULL || a->kind != b->kind || !tal_id_is_equal (a->id, b->id))
    return FALSE;

  return tal_structure_is_equal (kinds[a->kind].structure, a, b);
}

const TalRecord *
tal_record_check (const TalRecord *self, TalKind kind)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->kind == kind, NULL);

  return self;
}

TalKey
tal_key_for_object (TalKind kind, TalId id)
{
  return (TalKey){ kind, id, TAL_PERIOD_UNSET };
}

guint
tal_key_hash (gconstpointer key)
{
  const TalKey *self = key;

  return tal_id_hash (self->id) ^ tal_period_hash (self->period) ^ (guint)self->kind;
}

gboolean
tal_key_equal (gconstpointer a, gconstpointer b)
{
  const TalKey *key_a = a;
  const TalKey *key_b = b;

  return key_a->kind == key_b->kind && tal_id_is_equal (key_a->id, key_b->id) &&
         tal_period_is_equal (key_a->period, key_b->period);
}
