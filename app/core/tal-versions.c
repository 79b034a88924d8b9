/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-versions.h"

#include "base/tal-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In letters. */
#define LONGEST_PART 40

typedef struct
{
  TalId   writer;
  TalTime time;
} Version;

typedef struct
{
  const char *name; /* interned */
  Version     version;
} Part;

struct _TalVersions
{
  gatomicrefcount ref_count;
  GArray         *versions; /* of Version, at least one, in the order of their writers */
  GArray         *parts;    /* of Part, in the order of their names */
};

static TalVersions *
versions_new (void)
{
  TalVersions *self = g_new0 (TalVersions, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->versions = g_array_new (FALSE, FALSE, sizeof (Version));
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  return self;
}

static guint
get_length (const TalVersions *self)
{
  return self != NULL ? self->versions->len : 0;
}

static const Version *
get_version (const TalVersions *self, guint number)
{
  return &g_array_index (self->versions, Version, number);
}

static guint
get_n_parts (const TalVersions *self)
{
  return self != NULL ? self->parts->len : 0;
}

static const Part *
get_part (const TalVersions *self, guint number)
{
  return &g_array_index (self->parts, Part, number);
}

static const Version *
find_part (const TalVersions *self, const char *name)
{
  for (guint i = 0; i < get_n_parts (self); i++)
    {
      if (g_str_equal (get_part (self, i)->name, name))
        return &get_part (self, i)->version;
    }

  return NULL;
}

TalVersions *
tal_versions_new (TalId writer, TalTime time)
{
  TalVersions *self = NULL;
  Version      only = { writer, time };

  if (time == TAL_TIME_NONE)
    return NULL;

  self = versions_new ();
  g_array_append_val (self->versions, only);
  return self;
}

TalVersions *
tal_versions_ref (const TalVersions *self)
{
  TalVersions *counted = (TalVersions *)self;

  if (counted != NULL)
    g_atomic_ref_count_inc (&counted->ref_count);
  return counted;
}

void
tal_versions_unref (TalVersions *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->versions);
  g_array_unref (self->parts);
  g_free (self);
}

TalTime
tal_versions_get_time (const TalVersions *self, TalId writer)
{
  for (guint i = 0; i < get_length (self); i++)
    {
      if (tal_id_is_equal (get_version (self, i)->writer, writer))
        return get_version (self, i)->time;
    }

  return TAL_TIME_NONE;
}

/* Later, or at the same time by whoever comes last: whoever compares finds the same. */
static gboolean
is_newer (const Version *a, const Version *b)
{
  return a->time != b->time ? a->time > b->time : tal_id_compare (a->writer, b->writer) > 0;
}

static void
join_versions (GArray *joined, const TalVersions *a, const TalVersions *b)
{
  guint i = 0;
  guint j = 0;

  while (i < get_length (a) || j < get_length (b))
    {
      Version next = i < get_length (a) ? *get_version (a, i) : *get_version (b, j);
      int     order = -1;

      if (i == get_length (a))
        order = 1;
      else if (j < get_length (b))
        order = tal_id_compare (next.writer, get_version (b, j)->writer);
      if (order > 0)
        next = *get_version (b, j);
      else if (order == 0)
        next.time = MAX (next.time, get_version (b, j)->time);

      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
      g_array_append_val (joined, next);
    }
}

static void
put_part (GArray *parts, const char *name, const Version *version)
{
  Part  part = { g_intern_string (name), *version };
  guint at = 0;

  while (at < parts->len && strcmp (g_array_index (parts, Part, at).name, name) < 0)
    at++;
  if (at < parts->len && g_str_equal (g_array_index (parts, Part, at).name, name))
    g_array_index (parts, Part, at) = part;
  else
    g_array_insert_val (parts, at, part);
}

TalVersions *
tal_versions_join (const TalVersions *a, const TalVersions *b)
{
  TalVersions *joined = NULL;

  if (get_length (a) == 0 && get_length (b) == 0)
    return NULL;

  joined = versions_new ();
  join_versions (joined->versions, a, b);
  for (guint i = 0; i < get_n_parts (a); i++)
    put_part (joined->parts, get_part (a, i)->name, &get_part (a, i)->version);
  for (guint i = 0; i < get_n_parts (b); i++)
    {
      const Part    *part = get_part (b, i);
      const Version *other = find_part (a, part->name);

      if (other == NULL || is_newer (&part->version, other))
        put_part (joined->parts, part->name, &part->version);
    }
  return joined;
}

TalVersions *
tal_versions_advance (const TalVersions *self, TalId writer, TalTime time)
{
  g_autoptr (TalVersions) change = tal_versions_new (writer, time);

  return tal_versions_join (self, change);
}

TalVersions *
tal_versions_set_part (const TalVersions *self, const char *part, TalId writer, TalTime time)
{
  TalVersions *changed = NULL;
  Version      version = { writer, time };

  g_return_val_if_fail (part != NULL, NULL);

  if (get_length (self) == 0)
    return NULL;

  changed = versions_new ();
  g_array_append_vals (changed->versions, self->versions->data, self->versions->len);
  for (guint i = 0; i < self->parts->len; i++)
    {
      if (!g_str_equal (get_part (self, i)->name, part))
        g_array_append_vals (changed->parts, get_part (self, i), 1);
    }
  if (time != TAL_TIME_NONE)
    put_part (changed->parts, part, &version);
  return changed;
}

gboolean
tal_versions_get_part (const TalVersions *self,
                       const char        *part,
                       TalId             *ret_writer,
                       TalTime           *ret_time)
{
  const Version *version = NULL;

  g_return_val_if_fail (part != NULL, FALSE);
  g_return_val_if_fail (ret_writer != NULL && ret_time != NULL, FALSE);

  version = find_part (self, part);
  if (version == NULL)
    return FALSE;

  *ret_writer = version->writer;
  *ret_time = version->time;
  return TRUE;
}

static gboolean
has_seen (const TalVersions *self, const Version *version)
{
  TalTime seen = tal_versions_get_time (self, version->writer);

  return tal_id_is_none (version->writer) ? seen == version->time : seen >= version->time;
}

gboolean
tal_versions_has_news (const TalVersions *self, const char *part, const TalVersions *other)
{
  const Version *version = NULL;

  g_return_val_if_fail (part != NULL, FALSE);

  version = find_part (self, part);
  return version != NULL && !has_seen (other, version);
}

gboolean
tal_versions_covers (const TalVersions *self, const TalVersions *other)
{
  for (guint i = 0; i < get_length (other); i++)
    {
      if (!has_seen (self, get_version (other, i)))
        return FALSE;
    }

  return TRUE;
}

TalVersionOrder
tal_versions_compare (const TalVersions *a, const TalVersions *b)
{
  gboolean has_a_seen_b = tal_versions_covers (a, b);
  gboolean has_b_seen_a = tal_versions_covers (b, a);

  if (has_a_seen_b && has_b_seen_a)
    return TAL_VERSIONS_EQUAL;
  if (has_a_seen_b)
    return TAL_VERSIONS_NEWER;

  return has_b_seen_a ? TAL_VERSIONS_OLDER : TAL_VERSIONS_CONCURRENT;
}

static gboolean
is_same_version (const Version *a, const Version *b)
{
  return a->time == b->time && tal_id_is_equal (a->writer, b->writer);
}

gboolean
tal_versions_is_equal (const TalVersions *a, const TalVersions *b)
{
  if (get_length (a) != get_length (b) || get_n_parts (a) != get_n_parts (b))
    return FALSE;

  for (guint i = 0; i < get_length (a); i++)
    {
      if (!is_same_version (get_version (a, i), get_version (b, i)))
        return FALSE;
    }
  for (guint i = 0; i < get_n_parts (a); i++)
    {
      if (get_part (a, i)->name != get_part (b, i)->name ||
          !is_same_version (&get_part (a, i)->version, &get_part (b, i)->version))
        return FALSE;
    }

  return TRUE;
}

static void
append (GString *text, const char *part, const Version *version)
{
  g_autofree char *time = tal_time_to_string (version->time);
  char             writer[TAL_ID_STRING_LENGTH + 1] = "";

  if (!tal_id_is_none (version->writer))
    tal_id_format (version->writer, writer);
  g_string_append_printf (text, "%s%s%s%s@%s", text->len > 0 ? " " : "", part != NULL ? part : "",
                          part != NULL ? "=" : "", writer, time);
}

char *
tal_versions_to_string (const TalVersions *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < get_length (self); i++)
    append (text, NULL, get_version (self, i));
  for (guint i = 0; i < get_n_parts (self); i++)
    append (text, get_part (self, i)->name, &get_part (self, i)->version);
  return g_string_free (text, FALSE);
}

static gboolean
parse_version (const char *text, Version *ret_version)
{
  const char      *at = strchr (text, '@');
  g_autofree char *writer = at != NULL ? g_strndup (text, (gsize)(at - text)) : NULL;

  ret_version->writer = TAL_ID_NONE;
  return at != NULL && (at == text || tal_id_parse (writer, &ret_version->writer, NULL)) &&
         tal_time_parse (at + 1, &ret_version->time, NULL);
}

/* A word of small letters and hyphens. */
static gboolean
is_part_name (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_islower (text[i]) && text[i] != '-')
        return FALSE;
    }

  return length > 0 && length <= LONGEST_PART;
}

static gboolean
parse_word (const char *word, TalVersions **versions)
{
  g_autoptr (TalVersions) before = g_steal_pointer (versions);
  g_autofree char        *name = NULL;
  const char             *equals = strchr (word, '=');
  Version                 each = { 0 };

  if (!parse_version (equals != NULL ? equals + 1 : word, &each) ||
      (equals != NULL && !is_part_name (word, (gsize)(equals - word))))
    return FALSE;

  *versions = tal_versions_advance (before, each.writer, each.time);
  if (equals != NULL)
    {
      g_autoptr (TalVersions) advanced = g_steal_pointer (versions);

      name = g_strndup (word, (gsize)(equals - word));
      *versions = tal_versions_set_part (advanced, name, each.writer, each.time);
    }
  return TRUE;
}

/* In any order: a list as XML Schema has it.  Of a writer the newest counts, of a part the last; a
 * part has been seen with its change. */
static gboolean
parse_all (const char *text, TalVersions **versions)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n\r", -1);
  guint          n_words = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] != '\0' &&
          (++n_words > TAL_VERSIONS_MOST || !parse_word (words[i], versions)))
        return FALSE;
    }

  return n_words > 0;
}

gboolean
tal_versions_parse (const char *text, TalVersions **ret_versions, GError **error)
{
  g_autoptr (TalVersions) versions = NULL;

  g_return_val_if_fail (text != NULL && ret_versions != NULL, FALSE);

  if (!parse_all (text, &versions))
    {
      g_autofree char *quotable = tal_error_dup_quotable (text);

      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                   _ ("“%s” does not say which changes are in it."), quotable);
      return FALSE;
    }

  *ret_versions = g_steal_pointer (&versions);
  return TRUE;
}
