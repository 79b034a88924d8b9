/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-member.h"

#include <glib/gi18n-lib.h>

static const char *const dimensions[] = { "target-group", "area", "offer", "provider", NULL };

static const TalField alias_fields[] = {
  { "name", N_ ("Name"), TAL_FIELD_TEXT, TRUE, G_STRUCT_OFFSET (TalMemberAlias, name) },
};

static const TalStructure alias = { "alias", sizeof (TalMemberAlias), alias_fields,
                                    G_N_ELEMENTS (alias_fields) };

static const TalField fields[] = {
  { "dimension",
    N_ ("Dimension"),
        TAL_FIELD_WORD,
        TRUE,
        G_STRUCT_OFFSET (TalMember, dimension),
        .words = dimensions },
    { "code", N_ ("Code"), TAL_FIELD_TEXT, FALSE, G_STRUCT_OFFSET (TalMember, code) },
      { "parent",
        N_ ("Part of"),
            TAL_FIELD_REFERENCE,
            FALSE,
            G_STRUCT_OFFSET (TalMember, parent),
            .target = TAL_KIND_MEMBER },
        { "company-oriented",
          N_ ("Company-oriented"),
              TAL_FIELD_BOOLEAN,
              FALSE,
              G_STRUCT_OFFSET (TalMember, company_oriented) },
          { "law", N_ ("Law"), TAL_FIELD_TEXT, FALSE, G_STRUCT_OFFSET (TalMember, law) },
            { "name", N_ ("Name"), TAL_FIELD_PROSE, TRUE, G_STRUCT_OFFSET (TalMember, name) },
              { "definition",
                N_ ("Definition"), TAL_FIELD_PROSE, FALSE, G_STRUCT_OFFSET (TalMember, definition) },
                { "aliases",
                  N_ ("Also called"),
                      TAL_FIELD_LIST,
                      FALSE,
                      G_STRUCT_OFFSET (TalMember, aliases),
                      .item = &alias },
              };

const TalStructure tal_member_structure = { "member", sizeof (TalMember), fields,
                                            G_N_ELEMENTS (fields) };
