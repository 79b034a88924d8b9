/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/note-file.h"

#include "base/tal-error.h"
#include "formats/tal-document-reader.h"

#include <glib/gstdio.h>
#include <zip.h>

static char *
new_path (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *folder = g_dir_make_tmp ("indsatstal-note-XXXXXX", &error);

  g_assert_no_error (error);
  return g_build_filename (folder, name, NULL);
}

char *
note_file_new (const char *name, const char *bytes, gssize length)
{
  g_autoptr (GError) error = NULL;
  char              *path = new_path (name);

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  return path;
}

static void
add_entry (zip_t *zip, const NoteEntry *entry)
{
  gsize         length = entry->length >= 0 ? (gsize)entry->length : strlen (entry->content);
  zip_source_t *source = zip_source_buffer (zip, entry->content, length, 0);
  zip_int64_t   index = zip_file_add (zip, entry->name, source, ZIP_FL_ENC_UTF_8);

  g_assert_cmpint (index, >=, 0);
  if (entry->password != NULL)
    g_assert_cmpint (zip_file_set_encryption (zip, (zip_uint64_t)index, ZIP_EM_AES_256,
                                              entry->password),
                     ==, 0);
}

char *
note_file_new_archive (const char *name, const NoteEntry *entries, gsize n_entries)
{
  char  *path = new_path (name);
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_EXCL, NULL);

  g_assert_nonnull (zip);
  for (gsize i = 0; i < n_entries; i++)
    add_entry (zip, &entries[i]);
  g_assert_cmpint (zip_close (zip), ==, 0);
  return path;
}

char *
note_file_new_odt (const char *body)
{
  g_autofree char *content = g_strconcat (ODT_START, body, ODT_END, NULL);
  NoteEntry        entries[] = {
           { "mimetype", "application/vnd.oasis.opendocument.text", -1, NULL },
           { "content.xml", content, -1, NULL },
  };

  return note_file_new_archive ("notat.odt", entries, G_N_ELEMENTS (entries));
}

char *
note_file_new_docx (const char *body)
{
  g_autofree char *content = g_strconcat (DOCX_START, body, DOCX_END, NULL);
  NoteEntry        entries[] = {
           { "_rels/.rels", DOCX_RELATIONSHIPS ("word/document.xml"), -1, NULL },
           { "word/document.xml", content, -1, NULL },
  };

  return note_file_new_archive ("notat.docx", entries, G_N_ELEMENTS (entries));
}

void
note_file_free (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
}

static void
append_passage (GString *shown, const TalPassage *passage)
{
  static const char kinds[] = {
    [TAL_PASSAGE_PARAGRAPH] = 'p',
    [TAL_PASSAGE_HEADING] = 'h',
    [TAL_PASSAGE_LIST_ITEM] = 'l',
    [TAL_PASSAGE_ROW] = 'r',
  };
  g_autofree char *cells = NULL;

  g_string_append_printf (shown, "%c%u", kinds[passage->kind], passage->line);
  if (passage->kind == TAL_PASSAGE_ROW)
    {
      cells = g_strjoinv ("|", passage->cells);
      g_string_append_printf (shown, "/%u %s\n", passage->table, cells);
    }
  else
    g_string_append_printf (shown, " %s\n", passage->text);
}

char *
note_file_dup_passages (char *path)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) passages = tal_document_read (path, NULL, &error);
  GString              *shown = g_string_new (NULL);

  if (passages == NULL)
    {
      g_assert_true (error->domain == TAL_ERROR);
      g_string_append_printf (shown, "error %d", error->code);
      g_test_message ("%s", error->message);
      /* One sentence. */
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_null (strchr (error->message, '\n'));
    }
  else
    g_assert_no_error (error);

  for (guint i = 0; passages != NULL && i < passages->len; i++)
    append_passage (shown, passages->pdata[i]);
  note_file_free (path);
  return g_string_free (shown, FALSE);
}

void
note_assert_passages (char *path, const char *expected)
{
  g_autofree char *shown = note_file_dup_passages (path);

  g_assert_cmpstr (shown, ==, expected);
}
