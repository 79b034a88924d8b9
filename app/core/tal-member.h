/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A value of one of the four dimensions that figures are divided by: a target
 * group, an area, an offer or a provider.  Each dimension is a tree.
 */

#pragma once

#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_DIMENSION_TARGET_GROUP,
  TAL_DIMENSION_AREA,
  TAL_DIMENSION_OFFER,
  TAL_DIMENSION_PROVIDER,
} TalDimension;

/* Another name that it goes by, in figures of others. */
typedef struct
{
  char *name;
} TalMemberAlias;

typedef struct
{
  TalRecord    record;
  TalDimension dimension;
  char        *code;
  TalId        parent;           /* a member of the same dimension, or none */
  gboolean     company_oriented; /* whether an offer counts as virksomhedsrettet */
  char        *law;              /* where an offer or a group stands in the law: "LAB kap. 10" */
  char        *name;
  char        *definition;
  GArray      *aliases; /* of TalMemberAlias; NULL is empty */
} TalMember;

#define TAL_MEMBER(record) \
  ((const TalMember *)tal_record_check ((const TalRecord *)(record), TAL_KIND_MEMBER))

extern const TalStructure tal_member_structure;

G_END_DECLS
