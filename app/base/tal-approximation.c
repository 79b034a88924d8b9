/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/tal-approximation.h"

#include "base/tal-danish-text.h"

typedef struct
{
  const char      *word;
  TalApproximation approximation;
} Word;

/* Longer ones before those that they begin with. */
static const Word words[] = {
  { "ca.", TAL_APPROXIMATION_ABOUT },
  { "ca ", TAL_APPROXIMATION_ABOUT },
  { "cirka ", TAL_APPROXIMATION_ABOUT },
  { "omkring ", TAL_APPROXIMATION_ABOUT },
  { "omtrent ", TAL_APPROXIMATION_ABOUT },
  { "godt ", TAL_APPROXIMATION_OVER },
  { "lidt over ", TAL_APPROXIMATION_OVER },
  { "knapt ", TAL_APPROXIMATION_UNDER },
  { "knap ", TAL_APPROXIMATION_UNDER },
  { "lidt under ", TAL_APPROXIMATION_UNDER },
  { "næsten ", TAL_APPROXIMATION_NEARLY },
  { "mere end ", TAL_APPROXIMATION_MORE_THAN },
  { "flere end ", TAL_APPROXIMATION_MORE_THAN },
  { "over ", TAL_APPROXIMATION_MORE_THAN },
  { "mindre end ", TAL_APPROXIMATION_LESS_THAN },
  { "færre end ", TAL_APPROXIMATION_LESS_THAN },
  { "under ", TAL_APPROXIMATION_LESS_THAN },
};

static const char *const prefixes[] = { "",        "ca. ",      "godt ", "knap ",
                                        "næsten ", "mere end ", "under " };

const char *
tal_approximation_get_prefix (TalApproximation approximation)
{
  g_return_val_if_fail (approximation < G_N_ELEMENTS (prefixes), "");

  return prefixes[approximation];
}

TalApproximation
tal_approximation_skip (const char **cursor)
{
  g_return_val_if_fail (cursor != NULL && *cursor != NULL, TAL_APPROXIMATION_EXACT);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (tal_danish_text_skip (cursor, words[i].word))
        {
          while (**cursor == ' ')
            (*cursor)++;
          return words[i].approximation;
        }
    }

  return TAL_APPROXIMATION_EXACT;
}
