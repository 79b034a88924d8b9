/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A note written to a scratch folder for a test, and what the program reads from it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *content;
  gssize      length;   /* or -1 for a text */
  const char *password; /* that the entry is encrypted with, or NULL */
} NoteEntry;

/* The path of a new file of that name; free it with note_file_free. */
char *note_file_new (const char *name, const char *bytes, gssize length);
char *note_file_new_archive (const char *name, const NoteEntry *entries, gsize n_entries);
/* An ODT whose office:text is 'body', a DOCX whose w:body is 'body'. */
char *note_file_new_odt (const char *body);
char *note_file_new_docx (const char *body);
/* Removes the file and its folder. */
void note_file_free (char *path);

/* What is read: a passage a line, "p3 text" or "r3/1 cell|cell"; h for a heading, l for an item
 * of a list; or "error" with the code of TalError.  Removes the file. */
char *note_file_dup_passages (char *path);

/* The part of a list that two texts differ in is said. */
void note_assert_passages (char *path, const char *expected);

#define ODT_START                                                            \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"       \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""       \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""           \
  " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""         \
  " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""        \
  " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\">" \
  "<office:body><office:text>"
#define ODT_END "</office:text></office:body></office:document-content>"
#define DOCX_NAMESPACES                                                       \
  " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"" \
  " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
#define DOCX_START                                                                           \
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document" DOCX_NAMESPACES \
  "><w:body>"
#define DOCX_END "</w:body></w:document>"
#define DOCX_RELATIONSHIPS(part)                                                            \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"  \
  "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/" \
  "relationships/officeDocument\" Target=\"" part "\"/></Relationships>"

G_END_DECLS
