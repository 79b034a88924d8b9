/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An initiative: a thing done for target groups, in places, over a time. */

#pragma once

#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_INITIATIVE_STATE_RUNNING,
  TAL_INITIATIVE_STATE_PLANNED,
  TAL_INITIATIVE_STATE_ENDED,
} TalInitiativeState;

/* An item of the lists of partners, target groups and areas. */
typedef struct
{
  TalId id;
} TalInitiativeLink;

/* The most that is shown at the top of an initiative's page. */
#define TAL_INITIATIVE_MAX_FACTS 4

typedef enum
{
  TAL_FACT_GOALS,  /* how many of its goals are met */
  TAL_FACT_FIGURE, /* the figure of a series */
  TAL_FACT_MONEY,  /* what is set aside for it */
} TalFactKind;

typedef struct
{
  TalFactKind kind;
  TalId       series; /* of a figure; none of the others */
} TalInitiativeFact;

typedef struct
{
  TalRecord          record;
  TalId              plan;
  TalId              predecessor; /* the initiative that it carries on, or none */
  int                number;      /* in its plan, from 1; 0 where it has none */
  TalInitiativeState state;
  gboolean           archived; /* not shown among the others unless it is asked for */
  TalDay             first;    /* may be TAL_DAY_NONE */
  TalDay             last;     /* TAL_DAY_NONE while open */
  char              *name;
  char              *description;
  char              *project_manager;
  GArray            *partners;      /* of TalInitiativeLink to units; NULL is empty */
  GArray            *target_groups; /* of TalInitiativeLink to members */
  GArray            *areas;         /* of TalInitiativeLink to members */
  GArray            *facts;         /* of TalInitiativeFact, in the order in which they are shown,
                                       no two the same; NULL where nobody chose */
} TalInitiative;

#define TAL_INITIATIVE(record) \
  ((const TalInitiative *)tal_record_check ((const TalRecord *)(record), TAL_KIND_INITIATIVE))

extern const TalStructure tal_initiative_structure;

/* The lists of links. */
typedef enum
{
  TAL_INITIATIVE_PARTNERS,
  TAL_INITIATIVE_TARGET_GROUPS,
  TAL_INITIATIVE_AREAS,
} TalInitiativeList;

guint tal_initiative_get_n_links (const TalInitiative *self, TalInitiativeList list);
TalId tal_initiative_get_link (const TalInitiative *self, TalInitiativeList list, guint position);
gboolean tal_initiative_has_link (const TalInitiative *self, TalInitiativeList list, TalId id);
/* For whoever makes an initiative: puts 'ids', an array of TalId, in place of the list. */
void tal_initiative_set_links (TalInitiative *self, TalInitiativeList list, const GArray *ids);

guint                    tal_initiative_get_n_facts (const TalInitiative *self);
const TalInitiativeFact *tal_initiative_get_fact (const TalInitiative *self, guint position);
/* For whoever makes an initiative: puts 'facts', an array of TalInitiativeFact, in place of
 * its own.  An empty one is no choice. */
void     tal_initiative_set_facts (TalInitiative *self, const GArray *facts);
gboolean tal_initiative_fact_is_equal (const TalInitiativeFact *a, const TalInitiativeFact *b);

G_END_DECLS
