/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Money for an initiative in one year. */

#pragma once

#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_MONEY_UNSPECIFIED,
  TAL_MONEY_SERVICE,
  TAL_MONEY_TRANSFERS, /* overførsler */
} TalMoneyKind;

typedef enum
{
  TAL_EXPIRY_NOT_STATED,
  TAL_EXPIRY_YEAR,      /* at the end of expiry_year */
  TAL_EXPIRY_NOT_SET,   /* "udløb ikke fastsat" */
  TAL_EXPIRY_DECLINING, /* "faldende profil" */
  TAL_EXPIRY_PERMANENT, /* "varigt" */
} TalExpiry;

typedef struct
{
  TalRecord    record;
  TalId        initiative;
  int          year;
  TalDecimal   amount; /* DKK */
  TalMoneyKind money_kind;
  TalExpiry    expiry;
  int          expiry_year;
  char        *price_level; /* "2020", "løbende" */
  char        *account;     /* the budget's own number: "35.30" */
  char        *committee;   /* short: "BIU" */
  char        *source;      /* the agreement it comes from */
  char        *note;
} TalAppropriation;

#define TAL_APPROPRIATION(record) \
  ((const TalAppropriation *)tal_record_check ((const TalRecord *)(record), TAL_KIND_APPROPRIATION))

extern const TalStructure tal_appropriation_structure;

G_END_DECLS
