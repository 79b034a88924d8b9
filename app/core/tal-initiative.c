/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-initiative.h"

#include <glib/gi18n-lib.h>

static const char *const states[] = { "running", "planned", "ended", NULL };

static const TalField unit_fields[] = {
  { "unit",
    N_ ("Partner"),
        TAL_FIELD_REFERENCE,
        TRUE,
        G_STRUCT_OFFSET (TalInitiativeLink, id),
        .target = TAL_KIND_UNIT },
};

static const TalField member_fields[] = {
  { "member",
    N_ ("Member"),
        TAL_FIELD_REFERENCE,
        TRUE,
        G_STRUCT_OFFSET (TalInitiativeLink, id),
        .target = TAL_KIND_MEMBER },
};

static const TalStructure partner = { "partner", sizeof (TalInitiativeLink), unit_fields,
                                      G_N_ELEMENTS (unit_fields) };
static const TalStructure target_group = { "target-group", sizeof (TalInitiativeLink),
                                           member_fields, G_N_ELEMENTS (member_fields) };
static const TalStructure area = { "area", sizeof (TalInitiativeLink), member_fields,
                                   G_N_ELEMENTS (member_fields) };

static const char *const fact_kinds[] = { "goals", "figure", "money", NULL };

static const TalField fact_fields[] = {
  { "kind",
    N_ ("Kind"),
        TAL_FIELD_WORD,
        TRUE,
        G_STRUCT_OFFSET (TalInitiativeFact, kind),
        .words = fact_kinds },
    { "series",
      N_ ("Series"),
          TAL_FIELD_REFERENCE,
          FALSE,
          G_STRUCT_OFFSET (TalInitiativeFact, series),
          .target = TAL_KIND_SERIES },
  };

static const TalStructure fact = { "fact", sizeof (TalInitiativeFact), fact_fields,
                                   G_N_ELEMENTS (fact_fields) };

static const TalField fields[] = {
  { "plan",
    N_ ("Plan"),
        TAL_FIELD_REFERENCE,
        TRUE,
        G_STRUCT_OFFSET (TalInitiative, plan),
        .target = TAL_KIND_PLAN },
    { "predecessor",
      N_ ("Carries on"),
          TAL_FIELD_REFERENCE,
          FALSE,
          G_STRUCT_OFFSET (TalInitiative, predecessor),
          .target = TAL_KIND_INITIATIVE },
      { "number",
        N_ ("Number"), TAL_FIELD_INTEGER, FALSE, G_STRUCT_OFFSET (TalInitiative, number) },
        { "state",
          N_ ("State"),
              TAL_FIELD_WORD,
              FALSE,
              G_STRUCT_OFFSET (TalInitiative, state),
              .words = states },
          { "archived",
            N_ ("Archived"), TAL_FIELD_BOOLEAN, FALSE, G_STRUCT_OFFSET (TalInitiative, archived) },
            { "first-day",
              N_ ("First day"), TAL_FIELD_DAY, FALSE, G_STRUCT_OFFSET (TalInitiative, first) },
              { "last-day",
                N_ ("Last day"), TAL_FIELD_DAY, FALSE, G_STRUCT_OFFSET (TalInitiative, last) },
                { "name",
                  N_ ("Name"), TAL_FIELD_PROSE, TRUE, G_STRUCT_OFFSET (TalInitiative, name) },
                  { "description",
                    N_ ("Description"),
                        TAL_FIELD_PROSE,
                        FALSE,
                        G_STRUCT_OFFSET (TalInitiative, description) },
                    { "project-manager",
                      N_ ("Project manager"),
                          TAL_FIELD_PROSE,
                          FALSE,
                          G_STRUCT_OFFSET (TalInitiative, project_manager) },
                      { "partners",
                        N_ ("Partners"),
                            TAL_FIELD_LIST,
                            FALSE,
                            G_STRUCT_OFFSET (TalInitiative, partners),
                            .item = &partner },
                        { "target-groups",
                          N_ ("Target groups"),
                              TAL_FIELD_LIST,
                              FALSE,
                              G_STRUCT_OFFSET (TalInitiative, target_groups),
                              .item = &target_group },
                          { "areas",
                            N_ ("Areas"),
                                TAL_FIELD_LIST,
                                FALSE,
                                G_STRUCT_OFFSET (TalInitiative, areas),
                                .item = &area },
                            { "facts",
                              N_ ("Key figures"),
                                  TAL_FIELD_LIST,
                                  FALSE,
                                  G_STRUCT_OFFSET (TalInitiative, facts),
                                  .item = &fact },
                          };

const TalStructure tal_initiative_structure = { "initiative", sizeof (TalInitiative), fields,
                                                G_N_ELEMENTS (fields) };

static GArray **
get_list (TalInitiative *self, TalInitiativeList list)
{
  switch (list)
    {
    case TAL_INITIATIVE_PARTNERS:
      return &self->partners;
    case TAL_INITIATIVE_TARGET_GROUPS:
      return &self->target_groups;
    case TAL_INITIATIVE_AREAS:
      return &self->areas;
    }

  g_return_val_if_reached (&self->partners);
}

guint
tal_initiative_get_n_links (const TalInitiative *self, TalInitiativeList list)
{
  const GArray *links = NULL;

  g_return_val_if_fail (self != NULL, 0);

  links = *get_list ((TalInitiative *)self, list);
  return links != NULL ? links->len : 0;
}

TalId
tal_initiative_get_link (const TalInitiative *self, TalInitiativeList list, guint position)
{
  g_return_val_if_fail (position < tal_initiative_get_n_links (self, list), TAL_ID_NONE);

  return g_array_index (*get_list ((TalInitiative *)self, list), TalInitiativeLink, position).id;
}

gboolean
tal_initiative_has_link (const TalInitiative *self, TalInitiativeList list, TalId id)
{
  for (guint i = 0; i < tal_initiative_get_n_links (self, list); i++)
    {
      if (tal_id_is_equal (tal_initiative_get_link (self, list, i), id))
        return TRUE;
    }

  return FALSE;
}

void
tal_initiative_set_links (TalInitiative *self, TalInitiativeList list, const GArray *ids)
{
  GArray **links = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (ids != NULL);

  links = get_list (self, list);
  g_clear_pointer (links, g_array_unref);
  if (ids->len == 0)
    return;

  *links = g_array_new (FALSE, TRUE, sizeof (TalInitiativeLink));
  for (guint i = 0; i < ids->len; i++)
    {
      TalInitiativeLink link = { g_array_index (ids, TalId, i) };

      g_array_append_val (*links, link);
    }
}

guint
tal_initiative_get_n_facts (const TalInitiative *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->facts != NULL ? self->facts->len : 0;
}

const TalInitiativeFact *
tal_initiative_get_fact (const TalInitiative *self, guint position)
{
  g_return_val_if_fail (position < tal_initiative_get_n_facts (self), NULL);

  return &g_array_index (self->facts, TalInitiativeFact, position);
}

void
tal_initiative_set_facts (TalInitiative *self, const GArray *facts)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (facts != NULL);

  g_clear_pointer (&self->facts, g_array_unref);
  if (facts->len == 0)
    return;

  self->facts = g_array_new (FALSE, TRUE, sizeof (TalInitiativeFact));
  g_array_append_vals (self->facts, facts->data, facts->len);
}

gboolean
tal_initiative_fact_is_equal (const TalInitiativeFact *a, const TalInitiativeFact *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->kind == b->kind && tal_id_is_equal (a->series, b->series);
}
