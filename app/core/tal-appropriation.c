/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-appropriation.h"

#include <glib/gi18n-lib.h>

static const char *const money_kinds[] = { "unspecified", "service", "transfers", NULL };
static const char *const expiries[] = { "not-stated", "year",      "not-set",
                                        "declining",  "permanent", NULL };

static const TalField fields[] = {
  { "initiative",
    N_ ("Initiative"),
        TAL_FIELD_REFERENCE,
        TRUE,
        G_STRUCT_OFFSET (TalAppropriation, initiative),
        .target = TAL_KIND_INITIATIVE },
    { "year", N_ ("Year"), TAL_FIELD_INTEGER, TRUE, G_STRUCT_OFFSET (TalAppropriation, year) },
      { "amount",
        N_ ("Amount"), TAL_FIELD_DECIMAL, TRUE, G_STRUCT_OFFSET (TalAppropriation, amount) },
        { "money-kind",
          N_ ("Kind"),
              TAL_FIELD_WORD,
              FALSE,
              G_STRUCT_OFFSET (TalAppropriation, money_kind),
              .words = money_kinds },
          { "expiry",
            N_ ("Expiry"),
                TAL_FIELD_WORD,
                FALSE,
                G_STRUCT_OFFSET (TalAppropriation, expiry),
                .words = expiries },
            { "expiry-year",
              N_ ("Expires in"),
                  TAL_FIELD_INTEGER,
                  FALSE,
                  G_STRUCT_OFFSET (TalAppropriation, expiry_year) },
              { "price-level",
                N_ ("Price level"),
                    TAL_FIELD_TEXT,
                    FALSE,
                    G_STRUCT_OFFSET (TalAppropriation, price_level) },
                { "account",
                  N_ ("Account"),
                      TAL_FIELD_TEXT,
                      FALSE,
                      G_STRUCT_OFFSET (TalAppropriation, account) },
                  { "committee",
                    N_ ("Committee"),
                        TAL_FIELD_TEXT,
                        FALSE,
                        G_STRUCT_OFFSET (TalAppropriation, committee) },
                    { "source",
                      N_ ("Source"),
                          TAL_FIELD_PROSE,
                          FALSE,
                          G_STRUCT_OFFSET (TalAppropriation, source) },
                      { "note",
                        N_ ("Note"),
                            TAL_FIELD_PROSE,
                            FALSE,
                            G_STRUCT_OFFSET (TalAppropriation, note) },
                    };

const TalStructure tal_appropriation_structure = { "appropriation", sizeof (TalAppropriation),
                                                   fields, G_N_ELEMENTS (fields) };
