/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/write-log.h"

#include "store/failing-vfs.h"

#include <glib/gstdio.h>
#include <string.h>

/* The collection itself and what SQLite puts beside it. */
static const char *const endings[] = { "", "-wal", "-journal" };

#define N_FILES G_N_ELEMENTS (endings)

typedef struct
{
  FailingVfsChange type;
  guint            file;
  gint64           offset;
  gsize            size;
  guint8          *bytes; /* owned; of a write */
  guint64          begin; /* the moment before it */
} Change;

struct _WriteLog
{
  char   *path;
  GBytes *start;
  GArray *changes; /* of Change */
  guint64 length;
};

static void
change_clear (Change *change)
{
  g_free (change->bytes);
}

static guint
find_file (const WriteLog *self, const char *path)
{
  gsize length = strlen (self->path);

  for (guint i = 0; i < N_FILES && strncmp (path, self->path, length) == 0; i++)
    {
      if (g_str_equal (path + length, endings[i]))
        return i;
    }

  return N_FILES;
}

static void
note (FailingVfsChange type,
      const char      *path,
      gint64           offset,
      const void      *bytes,
      gsize            size,
      gpointer         log)
{
  WriteLog *self = log;
  Change    change = { type, find_file (self, path), offset, size, NULL, self->length };

  if (change.file == N_FILES)
    return;

  if (type == FAILING_VFS_WRITE)
    change.bytes = g_memdup2 (bytes, size);
  self->length += type == FAILING_VFS_WRITE ? size : 1;
  g_array_append_val (self->changes, change);
}

WriteLog *
write_log_start (const char *path, GBytes *start)
{
  WriteLog *self = g_new0 (WriteLog, 1);

  self->path = g_strdup (path);
  self->start = g_bytes_ref (start);
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (self->changes, (GDestroyNotify)change_clear);
  failing_vfs_watch (note, self);
  return self;
}

void
write_log_stop (WriteLog *self)
{
  failing_vfs_watch (NULL, NULL);
}

void
write_log_free (WriteLog *self)
{
  g_free (self->path);
  g_bytes_unref (self->start);
  g_array_unref (self->changes);
  g_free (self);
}

guint64
write_log_get_length (const WriteLog *self)
{
  return self->length;
}

guint64
write_log_draw_moment (const WriteLog *self, gboolean between_changes, GRand *random)
{
  if (!between_changes)
    return (guint64)g_rand_double_range (random, 0, (double)self->length + 1);

  return g_array_index (self->changes, Change,
                        g_rand_int_range (random, 0, (gint32)self->changes->len))
      .begin;
}

/* The first change after which the file was not synced any more before the moment. */
static guint
find_unsynced (const WriteLog *self, guint file, guint64 moment)
{
  guint unsynced = 0;

  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = &g_array_index (self->changes, Change, i);

      if (change->begin >= moment)
        break;
      if (change->file == file && change->type == FAILING_VFS_SYNC)
        unsynced = i;
    }

  return unsynced;
}

static void
apply (const Change *change, gsize size, GByteArray **content)
{
  gsize end = (gsize)change->offset + size;

  if (change->type == FAILING_VFS_DELETE)
    g_clear_pointer (content, g_byte_array_unref);
  if (change->type != FAILING_VFS_WRITE && change->type != FAILING_VFS_TRUNCATE)
    return;

  if (*content == NULL)
    *content = g_byte_array_new ();
  if (change->type == FAILING_VFS_TRUNCATE)
    {
      g_byte_array_set_size (*content, (guint)MIN (change->size, (*content)->len));
      return;
    }

  if ((*content)->len < end)
    {
      gsize before = (*content)->len;

      g_byte_array_set_size (*content, (guint)end);
      memset ((*content)->data + before, 0, end - before);
    }
  memcpy ((*content)->data + change->offset, change->bytes, size);
}

static GByteArray *
make_content (const WriteLog *self, guint file, guint64 moment, GRand *random)
{
  guint       unsynced = find_unsynced (self, file, moment);
  GByteArray *content = NULL;

  if (file == 0)
    {
      content = g_byte_array_new ();
      g_byte_array_append (content, g_bytes_get_data (self->start, NULL),
                           (guint)g_bytes_get_size (self->start));
    }

  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = &g_array_index (self->changes, Change, i);

      if (change->begin >= moment)
        break;
      if (change->file != file || (random != NULL && i > unsynced && g_rand_boolean (random)))
        continue;
      apply (change, (gsize)MIN (change->size, moment - change->begin), &content);
    }

  return content;
}

void
write_log_replay (const WriteLog *self, guint64 moment, GRand *random, const char *path)
{
  for (guint file = 0; file < N_FILES; file++)
    {
      g_autoptr (GByteArray) content = make_content (self, file, moment, random);
      g_autoptr (GError)     error = NULL;
      g_autofree char       *name = g_strconcat (path, endings[file], NULL);

      g_unlink (name);
      if (content != NULL)
        g_file_set_contents (name, (const char *)content->data, content->len, &error);
      g_assert_no_error (error);
    }
}
