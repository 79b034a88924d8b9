/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-note-words.h"

#include "core/tal-danish-stem.h"
#include "core/tal-danish-token.h"

#include <string.h>

/* Stems are only compared where they share so many bytes at an end. */
#define KEY_LENGTH 3

struct _TalNoteWords
{
  GPtrArray  *stems;
  GHashTable *words;  /* stem → word + 1 */
  GHashTable *starts; /* first bytes of a stem → array of guint */
  GHashTable *ends;   /* last bytes likewise */
  GHashTable *likes;  /* word of a text → array of TalNoteLike, or NULL */
};

/* What means the same and doesn't look it. */
static const struct
{
  const char *a;
  const char *b;
} synonyms[] = {
  { "beskæftigelse", "job" },          { "arbejde", "job" },       { "arbejde", "beskæftigelse" },
  { "praktik", "virksomhedspraktik" }, { "landsplan", "landet" },  { "nationale", "landet" },
  { "jobparate", "ledige" },           { "deltagere", "borgere" }, { "personer", "borgere" },
};

static void
free_array (gpointer array)
{
  if (array != NULL)
    g_array_unref (array);
}

TalNoteWords *
tal_note_words_new (void)
{
  TalNoteWords *self = g_new0 (TalNoteWords, 1);

  self->stems = g_ptr_array_new_with_free_func (g_free);
  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  self->starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_array);
  self->ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_array);
  self->likes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_array);
  return self;
}

void
tal_note_words_free (TalNoteWords *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->stems);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->starts);
  g_hash_table_unref (self->ends);
  g_hash_table_unref (self->likes);
  g_free (self);
}

static void
file_under (GHashTable *table, const char *stem, gboolean end, guint word)
{
  gsize            length = strlen (stem);
  g_autofree char *key =
      g_strndup (end && length > KEY_LENGTH ? stem + length - KEY_LENGTH : stem, KEY_LENGTH);
  GArray *filed = g_hash_table_lookup (table, key);

  if (filed == NULL)
    {
      filed = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (table, g_steal_pointer (&key), filed);
    }
  g_array_append_val (filed, word);
}

static guint
intern (TalNoteWords *self, const char *token)
{
  g_autofree char *stem = tal_danish_stem_dup (token);
  guint            word = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, stem));

  if (word > 0)
    return word - 1;

  word = self->stems->len;
  file_under (self->starts, stem, FALSE, word);
  file_under (self->ends, stem, TRUE, word);
  g_hash_table_insert (self->words, stem, GUINT_TO_POINTER (word + 1));
  g_ptr_array_add (self->stems, g_steal_pointer (&stem));
  return word;
}

static gboolean
holds (const GArray *words, guint word)
{
  for (guint i = 0; i < words->len; i++)
    {
      if (g_array_index (words, guint, i) == word)
        return TRUE;
    }

  return FALSE;
}

GArray *
tal_note_words_add (TalNoteWords *self, const char *name)
{
  g_autoptr (TalDanishTokens) tokens = NULL;
  GArray                     *words = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  words = g_array_new (FALSE, FALSE, sizeof (guint));
  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    return words;

  tokens = tal_danish_tokens_new (name);
  for (guint i = 0; i < tal_danish_tokens_get_length (tokens); i++)
    {
      const TalDanishToken *token = tal_danish_tokens_get (tokens, i);
      guint                 word;

      if (token->kind != TAL_DANISH_TOKEN_WORD || tal_danish_stem_is_common (token->text))
        continue;
      word = intern (self, token->text);
      if (!holds (words, word))
        g_array_append_val (words, word);
    }

  return words;
}

guint
tal_note_words_get_length (const TalNoteWords *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stems->len;
}

static void
add_like (GArray *likes, guint word, double likeness)
{
  TalNoteLike like = { word, likeness };

  for (guint i = 0; i < likes->len; i++)
    {
      TalNoteLike *each = &g_array_index (likes, TalNoteLike, i);

      if (each->word != word)
        continue;
      each->likeness = MAX (each->likeness, likeness);
      return;
    }

  g_array_append_val (likes, like);
}

static void
compare_filed (TalNoteWords *self, GHashTable *table, gboolean end, const char *stem, GArray *likes)
{
  gsize            length = strlen (stem);
  g_autofree char *key =
      g_strndup (end && length > KEY_LENGTH ? stem + length - KEY_LENGTH : stem, KEY_LENGTH);
  const GArray *filed = g_hash_table_lookup (table, key);

  for (guint i = 0; filed != NULL && i < filed->len; i++)
    {
      guint  word = g_array_index (filed, guint, i);
      double likeness = tal_danish_stem_compare (stem, g_ptr_array_index (self->stems, word));

      if (likeness > 0)
        add_like (likes, word, likeness);
    }
}

static void
add_synonym (TalNoteWords *self, const char *stem, const char *from, const char *to, GArray *likes)
{
  g_autofree char *from_stem = tal_danish_stem_dup (from);
  g_autofree char *to_stem = NULL;
  guint            word;

  if (strcmp (stem, from_stem) != 0)
    return;
  to_stem = tal_danish_stem_dup (to);
  word = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, to_stem));
  if (word > 0)
    add_like (likes, word - 1, 0.6);
}

const GArray *
tal_note_words_find_like (TalNoteWords *self, const char *word)
{
  gpointer         known = NULL;
  GArray          *likes = NULL;
  g_autofree char *stem = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (word != NULL, NULL);

  if (g_hash_table_lookup_extended (self->likes, word, NULL, &known))
    return known;

  if (!tal_danish_stem_is_common (word))
    {
      likes = g_array_new (FALSE, FALSE, sizeof (TalNoteLike));
      stem = tal_danish_stem_dup (word);
      compare_filed (self, self->starts, FALSE, stem, likes);
      compare_filed (self, self->ends, TRUE, stem, likes);
      for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++)
        {
          add_synonym (self, stem, synonyms[i].a, synonyms[i].b, likes);
          add_synonym (self, stem, synonyms[i].b, synonyms[i].a, likes);
        }
    }
  g_hash_table_insert (self->likes, g_strdup (word), likes);
  return likes;
}
