/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The name of an exchanged object that never changes: a UUID of 16 bytes, a
 * value type.  New ones are time-ordered (RFC 9562, version 7), so that an index
 * over them grows at its end.  The all-zero id means "none".
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TAL_ID_STRING_LENGTH 36

typedef struct
{
  guint8 bytes[16];
} TalId;

#define TAL_ID_NONE ((TalId){ { 0 } })

/* Ids made in one process are strictly increasing.  Safe from any thread. */
TalId tal_id_new (void);

/* Text as 8-4-4-4-12 lower-case hexadecimal digits; upper case is refused, so
 * that one id has one spelling, and so is the all-zero id, since "none" is written
 * by writing nothing.  TAL_ERROR_INVALID_TEXT. */
gboolean tal_id_parse (const char *text, TalId *ret_id, GError **error);
/* Writes 36 characters and the final zero. */
void tal_id_format (TalId id, char ret_text[TAL_ID_STRING_LENGTH + 1]);

gboolean tal_id_is_none (TalId id);
gboolean tal_id_is_equal (TalId a, TalId b);
int      tal_id_compare (TalId a, TalId b);
guint    tal_id_hash (TalId id);

/* The same for a GHashTable whose keys are const TalId *. */
guint    tal_id_key_hash (gconstpointer id);
gboolean tal_id_key_equal (gconstpointer a, gconstpointer b);

G_END_DECLS
