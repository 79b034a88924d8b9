/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz/package.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#define MARK "== "
#define MOST_BYTES (16 * 1024 * 1024)

typedef struct
{
  const char *start;
  const char *end;
} Span;

/* The line that begins with the mark, without it; FALSE where none is left. */
static gboolean
find_part (Span *rest, Span *ret_name)
{
  while (rest->start < rest->end)
    {
      const char *line = rest->start;
      const char *end = memchr (line, '\n', (gsize)(rest->end - line));

      rest->start = end != NULL ? end + 1 : rest->end;
      if (end != NULL && end - line > (gssize)strlen (MARK) &&
          memcmp (line, MARK, strlen (MARK)) == 0)
        {
          *ret_name = (Span){ line + strlen (MARK), end };
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
add_part (zip_t *zip, const Span *name, const Span *content)
{
  g_autofree char *copy = g_strndup (name->start, (gsize)(name->end - name->start));
  zip_source_t    *source =
      zip_source_buffer (zip, content->start, (gsize)(content->end - content->start), 0);
  zip_int64_t index = zip_file_add (zip, copy, source, ZIP_FL_ENC_GUESS);

  if (index < 0)
    {
      zip_source_free (source);
      return FALSE;
    }

  return zip_set_file_compression (zip, (zip_uint64_t)index, ZIP_CM_STORE, 0) == 0;
}

static guint
add_parts (zip_t *zip, Span text)
{
  Span  name = { 0 };
  Span  next = { 0 };
  guint n_parts = 0;

  for (gboolean more = find_part (&text, &name); more; name = next)
    {
      Span content = { text.start, text.end };

      more = find_part (&text, &next);
      if (more)
        content.end = next.start - strlen (MARK);
      if (add_part (zip, &name, &content))
        n_parts++;
    }

  return n_parts;
}

/* An open file of the archive's bytes that no folder has any more. */
static int
save (zip_source_t *source)
{
  g_autofree char *path = NULL;
  zip_stat_t       about;
  g_autofree char *bytes = NULL;
  int              handle = g_file_open_tmp ("indsatstal-fuzz-XXXXXX", &path, NULL);

  g_assert_cmpint (handle, >=, 0);
  g_unlink (path);
  zip_stat_init (&about);
  g_assert_cmpint (zip_source_stat (source, &about), ==, 0);
  bytes = g_malloc (about.size);
  g_assert_cmpint (zip_source_open (source), ==, 0);
  g_assert_cmpint (zip_source_read (source, bytes, about.size), ==, (zip_int64_t)about.size);
  zip_source_close (source);
  g_assert_cmpint (write (handle, bytes, about.size), ==, (gssize)about.size);
  g_assert_cmpint (lseek (handle, 0, SEEK_SET), ==, 0);
  return handle;
}

TalArchive *
package_open (const guint8 *start, gsize size)
{
  const Span    text = { (const char *)start, (const char *)start + size };
  zip_source_t *source = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t        *zip = zip_open_from_source (source, ZIP_TRUNCATE, NULL);
  TalArchive   *archive = NULL;

  /* zip_close gives its reference of the source away. */
  zip_source_keep (source);
  if (add_parts (zip, text) == 0 || zip_close (zip) != 0)
    zip_discard (zip);
  else
    archive = tal_archive_open (save (source), MOST_BYTES, NULL);

  zip_source_free (source);
  return archive;
}
