/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-table-book.h"

#include "base/tal-printable-text.h"

#include <string.h>

#define MOST_NAME 31

struct _TalTableBook
{
  char      *title;
  char      *author;
  TalTime    written;
  GPtrArray *tables; /* of TalTable */
  GPtrArray *names;  /* of char *, one a table */
};

TalTableBook *
tal_table_book_new (const char *title, const char *author, TalTime written)
{
  TalTableBook *self = NULL;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_new0 (TalTableBook, 1);
  self->title = tal_printable_text_dup (title, 255);
  self->author = author != NULL ? tal_printable_text_dup (author, 255) : NULL;
  self->written = written;
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_table_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
tal_table_book_free (TalTableBook *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->author);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->names);
  g_free (self);
}

/* One line without what sheets must not be called. */
static char *
dup_allowed (const char *name, gsize most)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name), "\n", ' ');
  g_autofree char *allowed = g_strdelimit (g_steal_pointer (&plain), "[]:*?/\\", '-');
  g_autofree char *cut = NULL;

  g_strstrip (allowed);
  while (allowed[0] == '\'')
    memmove (allowed, allowed + 1, strlen (allowed));
  cut = tal_printable_text_dup (allowed, most);
  if (g_str_has_suffix (cut, "'"))
    cut[strlen (cut) - 1] = '-';
  return cut[0] != '\0' ? g_steal_pointer (&cut) : g_strdup ("-");
}

static gboolean
is_taken (const TalTableBook *self, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (g_ptr_array_index (self->names, i), -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

static char *
make_name (const TalTableBook *self, const char *name)
{
  char *made = dup_allowed (name, MOST_NAME);

  for (guint number = 2; is_taken (self, made); number++)
    {
      g_autofree char *behind = g_strdup_printf (" (%u)", number);
      g_autofree char *begin = dup_allowed (name, MOST_NAME - strlen (behind));

      g_free (made);
      made = g_strconcat (begin, behind, NULL);
    }
  return made;
}

void
tal_table_book_take (TalTableBook *self, TalTable *table)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (table != NULL);

  g_ptr_array_add (self->tables, table);
  g_ptr_array_add (self->names, make_name (self, tal_table_get_name (table)));
}

const char *
tal_table_book_get_title (const TalTableBook *self)
{
  return self->title;
}

const char *
tal_table_book_get_author (const TalTableBook *self)
{
  return self->author;
}

TalTime
tal_table_book_get_written (const TalTableBook *self)
{
  return self->written;
}

guint
tal_table_book_get_length (const TalTableBook *self)
{
  return self->tables->len;
}

const TalTable *
tal_table_book_get_table (const TalTableBook *self, guint position)
{
  return g_ptr_array_index (self->tables, position);
}

const char *
tal_table_book_get_sheet_name (const TalTableBook *self, guint position)
{
  return g_ptr_array_index (self->names, position);
}
