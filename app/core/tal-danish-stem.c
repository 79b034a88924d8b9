/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-danish-stem.h"

#include <string.h>

/* What is left of a word must be no shorter, in bytes. */
#define SHORTEST_STEM 3
/* So much of a compound must be the other word. */
#define SHORTEST_PART 5
/* So like must two words be to be taken for one. */
#define NEED_LIKENESS 0.55

/* Longer ones first. */
static const char *const endings[] = { "ernes", "erens", "enes", "erne", "eres", "ens",
                                       "ets",   "ers",   "ene",  "ere",  "er",   "en",
                                       "et",    "es",    "e",    "s",    "t" };

static const char common[] =
    " af alle alene alt anden andet andre at begge blandt blev blevet blive bliver både da de dem "
    "den der derefter deres derfor derved desuden det dette disse dog dvs efter eller en end ene "
    "er et fik flere for fordi fra fx få får fået gennem går gøre gået har hele heraf herunder hos "
    "hun hvad hvem hver hvilke hvis hvor hvoraf hvordan hvorfor i idet igen ikke imod ind inden "
    "indenfor ingen jf jævnfør kan kom komme kommer kommet kun kunne man med mellem men mens mere "
    "mest mindre mod mv må ned nogle noget nu når også og om op os over på pct pr procent samlet "
    "samlede samt se ses sig sin sine sit skal ske som stadig stor store så sådan således særlig "
    "særlige tabel til tilbage ud under uden udgør udgøre ved vi via vil viser være været år årets "
    "året årligt ét én ca godt knap næsten mindst minimum højst mio kr tal tallet antal antallet "
    "andel andelen samtidig fremgår steget faldet stigning fald uændret to tre fire fem seks ";

static GHashTable *
list_common (void)
{
  GHashTable    *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) split = g_strsplit (common, " ", -1);

  for (guint i = 0; split[i] != NULL; i++)
    g_hash_table_add (words, g_strdup (split[i]));

  return words;
}

gboolean
tal_danish_stem_is_common (const char *word)
{
  static GHashTable *words = NULL;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, list_common ());

  return word[0] == '\0' || word[1] == '\0' || g_hash_table_contains (words, word);
}

char *
tal_danish_stem_dup (const char *word)
{
  g_autofree char *folded = NULL;
  gsize            length;

  g_return_val_if_fail (word != NULL, NULL);

  folded = g_utf8_strdown (word, -1);
  length = strlen (folded);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize ending = strlen (endings[i]);

      if (length < ending + SHORTEST_STEM || !g_str_has_suffix (folded, endings[i]))
        continue;
      folded[length - ending] = '\0';
      length -= ending;
      break;
    }

  /* "mikrofonn-" and the like: a doubled consonant goes with its ending. */
  if (length > SHORTEST_STEM && folded[length - 1] == folded[length - 2])
    folded[length - 1] = '\0';
  return g_steal_pointer (&folded);
}

static gsize
count_common_start (const char *a, const char *b)
{
  gsize length = 0;

  while (a[length] != '\0' && a[length] == b[length])
    length++;

  return length;
}

static gsize
count_common_end (const char *a, gsize a_length, const char *b, gsize b_length)
{
  gsize length = 0;

  while (length < a_length && length < b_length &&
         a[a_length - 1 - length] == b[b_length - 1 - length])
    length++;

  return length;
}

double
tal_danish_stem_compare (const char *a, const char *b)
{
  gsize a_length = strlen (a);
  gsize b_length = strlen (b);
  gsize shorter = MIN (a_length, b_length);
  gsize longer = MAX (a_length, b_length);
  gsize start = count_common_start (a, b);
  gsize end;

  if (longer == shorter && start == longer)
    return 1;

  end = count_common_end (a, a_length, b, b_length);
  /* The binding s or e of a compound, and no other letter, may be too much. */
  if (longer - shorter == 1 && start + end >= shorter && start >= 4)
    {
      char extra = a_length > b_length ? a[start] : b[start];

      return extra == 's' || extra == 'e' || extra == 'r' ? 1 : 0;
    }
  if (shorter < SHORTEST_PART)
    return shorter >= 3 && end == shorter && longer >= 6 ? 0.4 : 0;
  if (end == shorter)
    return 0.7;
  if (start == shorter)
    return 0.6;
  if (start >= 7 && start * 3 >= shorter * 2)
    return 0.5;

  return 0;
}

GPtrArray *
tal_danish_stem_list (const TalDanishTokens *tokens, guint first, guint last)
{
  GPtrArray *stems = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (tokens != NULL, stems);

  for (guint i = first; i < last; i++)
    {
      const TalDanishToken *token = tal_danish_tokens_get (tokens, i);

      if (token->kind == TAL_DANISH_TOKEN_WORD && !tal_danish_stem_is_common (token->text))
        g_ptr_array_add (stems, tal_danish_stem_dup (token->text));
    }

  return stems;
}

double
tal_danish_stem_cover (const char            *name,
                       gsize                  length,
                       const TalDanishTokens *tokens,
                       guint                  first,
                       guint                  last,
                       guint                 *ret_found)
{
  g_autoptr (GPtrArray) there = tal_danish_stem_list (tokens, first, last);

  return tal_danish_stem_cover_list (name, length, there, ret_found);
}

double
tal_danish_stem_cover_list (const char *name, gsize length, const GPtrArray *stems, guint *ret_found)
{
  g_autofree char            *part = g_strndup (name, length);
  g_autoptr (TalDanishTokens) words = tal_danish_tokens_new (part);
  g_autoptr (GPtrArray)       wanted = NULL;
  guint                       found = 0;

  g_return_val_if_fail (stems != NULL, 0);

  wanted = tal_danish_stem_list (words, 0, tal_danish_tokens_get_length (words));
  for (guint i = 0; i < wanted->len; i++)
    {
      for (guint j = 0; j < stems->len; j++)
        {
          if (tal_danish_stem_compare (g_ptr_array_index (wanted, i),
                                       g_ptr_array_index (stems, j)) < NEED_LIKENESS)
            continue;
          found++;
          break;
        }
    }

  if (ret_found != NULL)
    *ret_found = found;
  return wanted->len > 0 ? (double)found / wanted->len : 0;
}
