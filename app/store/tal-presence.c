/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the locks of Linux. */
#define _GNU_SOURCE

#include "store/tal-presence.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A lock of the open file, which another window of the same program respects as well.  Where
 * there is none, the lock is the whole program's, and only other programs are noticed. */
#ifdef F_OFD_SETLK
#define SET_LOCK F_OFD_SETLK
#define GET_LOCK F_OFD_GETLK
#else
#define SET_LOCK F_SETLK
#define GET_LOCK F_GETLK
#endif

/* Behind the text: on some drives what is locked cannot be read. */
#define LOCKED_BYTE (1 << 30)
#define MAX_LENGTH 4096
#define N_LINES 3
/* How often somebody else may take the file away while it is being locked. */
#define MAX_ATTEMPTS 4

struct _TalPresence
{
  char   *path; /* of the file beside the collection */
  char   *who;
  char   *machine;
  TalTime since;
  int     file; /* that is locked, or -1 */
};

/* ".bif.indsats.aaben" */
static char *
dup_path_beside (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *beside = g_strdup_printf (".%s.aaben", name);

  return g_build_filename (folder, beside, NULL);
}

/* In one line. */
static char *
dup_plain (const char *text)
{
  char *plain = g_utf8_make_valid (text, -1);

  g_strdelimit (plain, "\n\r", ' ');
  return plain;
}

static gboolean
lock (int file)
{
  struct flock range = {
    .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCKED_BYTE, .l_len = 1
  };

  return fcntl (file, SET_LOCK, &range) == 0;
}

static gboolean
is_locked (int file)
{
  struct flock range = {
    .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCKED_BYTE, .l_len = 1
  };

  return fcntl (file, GET_LOCK, &range) == 0 && range.l_type != F_UNLCK;
}

/* Whether the file is still what lies at its path. */
static gboolean
is_in_place (const char *path, int file)
{
  struct stat own;
  struct stat there;

  return fstat (file, &own) == 0 && stat (path, &there) == 0 && own.st_dev == there.st_dev &&
         own.st_ino == there.st_ino;
}

/* What cannot be written says nobody's name, and is no reason not to work. */
static void
write_text (const TalPresence *self)
{
  g_autofree char *since = tal_time_to_string (self->since);
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s\n", self->who, self->machine, since);
  gsize            length = strlen (text);

  if (ftruncate (self->file, 0) != 0 || pwrite (self->file, text, length, 0) != (gssize)length)
    g_debug ("%s: %s", self->path, g_strerror (errno));
}

/* Where it was made by somebody whose files only they may write, and who is gone, another takes
 * its place. */
static int
open_to_lock (const TalPresence *self)
{
  int file = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  int reader = -1;

  if (file >= 0 || errno != EACCES)
    return file;

  reader = g_open (self->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  if (reader < 0)
    return -1;
  if (!is_locked (reader) && g_unlink (self->path) == 0)
    file = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  close (reader);
  return file;
}

/* Takes the first place where it is free. */
static gboolean
announce (TalPresence *self)
{
  for (guint i = 0; i < MAX_ATTEMPTS; i++)
    {
      int file = open_to_lock (self);

      if (file < 0)
        return FALSE;
      if (!lock (file))
        {
          /* Without locks nobody can tell a name from one that was left. */
          if (errno != EACCES && errno != EAGAIN)
            g_unlink (self->path);
          close (file);
          return FALSE;
        }
      if (is_in_place (self->path, file))
        {
          self->file = file;
          write_text (self);
          return TRUE;
        }
      close (file);
    }

  return FALSE;
}

/* The text of whoever holds the lock; NULL where nobody does. */
static char *
load_text (const TalPresence *self)
{
  int              file = g_open (self->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  g_autofree char *text = g_malloc0 (MAX_LENGTH + 1);
  gboolean         held = file >= 0 && is_locked (file);

  if (held)
    held = pread (file, text, MAX_LENGTH, 0) > 0;
  if (file >= 0)
    close (file);
  return held ? g_steal_pointer (&text) : NULL;
}

TalPresence *
tal_presence_new (const char *path, const char *who, const char *machine, TalTime since)
{
  TalPresence *self = NULL;

  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), NULL);
  g_return_val_if_fail (who != NULL && machine != NULL && since != TAL_TIME_NONE, NULL);

  self = g_new0 (TalPresence, 1);
  self->path = dup_path_beside (path);
  self->who = dup_plain (who);
  self->machine = dup_plain (machine);
  self->since = since;
  self->file = -1;
  return self;
}

void
tal_presence_free (TalPresence *self)
{
  if (self == NULL)
    return;

  if (self->file >= 0)
    {
      /* While it is locked nobody else can have put theirs in its place. */
      if (is_in_place (self->path, self->file))
        g_unlink (self->path);
      close (self->file);
    }
  g_free (self->path);
  g_free (self->who);
  g_free (self->machine);
  g_free (self);
}

gboolean
tal_presence_find_other (TalPresence *self, char **ret_who, char **ret_machine, TalTime *ret_since)
{
  g_autofree char *text = NULL;
  g_auto (GStrv)   lines = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ret_who != NULL && ret_machine != NULL && ret_since != NULL, FALSE);

  if (self->file >= 0 || announce (self))
    return FALSE;

  text = load_text (self);
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  lines = g_strsplit (text, "\n", N_LINES + 1);
  if (g_strv_length (lines) <= N_LINES || !tal_time_parse (lines[2], ret_since, NULL) ||
      (g_str_equal (lines[0], self->who) && g_str_equal (lines[1], self->machine)))
    return FALSE;

  *ret_who = g_strdup (lines[0]);
  *ret_machine = g_strdup (lines[1]);
  return TRUE;
}
