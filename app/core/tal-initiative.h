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

typedef struct
{
  TalRecord          record;
  TalId              plan;
  TalId              predecessor; /* the initiative that it carries on, or none */
  int                number;      /* in its plan, from 1; 0 where it has none */
  TalInitiativeState state;
  TalDay             first; /* may be TAL_DAY_NONE */
  TalDay             last;  /* TAL_DAY_NONE while open */
  char              *name;
  char              *description;
  char              *project_manager;
  GArray            *partners;      /* of TalInitiativeLink to units; NULL is empty */
  GArray            *target_groups; /* of TalInitiativeLink to members */
  GArray            *areas;         /* of TalInitiativeLink to members */
} TalInitiative;

#define TAL_INITIATIVE(record) \
  ((const TalInitiative *)tal_record_check ((const TalRecord *)(record), TAL_KIND_INITIATIVE))

extern const TalStructure tal_initiative_structure;

G_END_DECLS
