/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a record is made of, written down once.  Each kind of record has one table
 * of fields; comparing, copying, the journal, the database and the exchange file
 * all walk that table, so that a field cannot be kept by one and forgotten by
 * another.
 *
 * Every field but a list has one canonical text form, the one of the exchange
 * file: numbers with a point, ISO days and periods, "true", fixed words.  A field
 * at its default (empty, zero, false, the first word) has no text at all.
 */

#pragma once

#include "base/tal-day.h"
#include "base/tal-decimal.h"
#include "base/tal-id.h"
#include "core/tal-period.h"

#include <glib.h>

G_BEGIN_DECLS

/* Characters: the most that people can write in a field of one line, and of many. */
#define TAL_FIELD_LINE_LENGTH 200
#define TAL_FIELD_PROSE_LENGTH 100000

typedef struct _TalField     TalField;
typedef struct _TalStructure TalStructure;

typedef enum
{
  TAL_FIELD_TEXT,      /* char *: one token, such as a code */
  TAL_FIELD_PROSE,     /* char *: what people write; may have several lines */
  TAL_FIELD_REFERENCE, /* TalId of a record of the kind 'target' */
  TAL_FIELD_INTEGER,   /* int, not negative */
  TAL_FIELD_BOOLEAN,   /* gboolean */
  TAL_FIELD_WORD,      /* an enumeration of unsigned size: one of 'words' */
  TAL_FIELD_DECIMAL,   /* TalDecimal or TAL_DECIMAL_NONE */
  TAL_FIELD_DAY,       /* TalDay or TAL_DAY_NONE */
  TAL_FIELD_PERIOD,    /* TalPeriod or TAL_PERIOD_UNSET */
  TAL_FIELD_LIST,      /* GArray * of structures described by 'item'; NULL is empty */
} TalFieldType;

struct _TalField
{
  const char         *name;  /* kebab-case; the attribute, element or (with _) column */
  const char         *title; /* what people call it; English, marked for translation */
  TalFieldType        type;
  gboolean            required; /* must not be at its default; a word is always written */
  gsize               offset;   /* within the structure */
  guint               target;   /* TalKind of a reference */
  const char *const  *words;    /* of a word, in the enumeration's order, NULL at the end */
  const TalStructure *item;     /* of a list */
};

struct _TalStructure
{
  const char     *name; /* the element of one item: "criterion" */
  gsize           size;
  const TalField *fields;
  guint           n_fields;
};

#define TAL_FIELD_AT(field, structure) ((gpointer)((char *)(structure) + (field)->offset))
#define TAL_FIELD_AT_CONST(field, structure) \
  ((gconstpointer)((const char *)(structure) + (field)->offset))

/* Sets every field to its default, in memory that holds nothing yet. */
void tal_structure_init (const TalStructure *self, gpointer structure);
/* Frees what the fields hold and leaves defaults. */
void tal_structure_clear (const TalStructure *self, gpointer structure);
/* Into memory that holds nothing yet. */
void     tal_structure_copy (const TalStructure *self, gpointer to, gconstpointer from);
gboolean tal_structure_is_equal (const TalStructure *self, gconstpointer a, gconstpointer b);

gboolean tal_field_is_equal (const TalField *self,
                             gconstpointer   structure_a,
                             gconstpointer   structure_b);
gboolean tal_field_is_default (const TalField *self, gconstpointer structure);

/* The canonical text, or NULL at the default (but for a required word).  Not for lists. */
char *tal_field_dup_text (const TalField *self, gconstpointer structure);
/* Reads the canonical text and nothing else, over whatever the field holds.
 * TAL_ERROR_INVALID_TEXT or TAL_ERROR_OUT_OF_RANGE; the field is untouched then.
 * Not for lists. */
gboolean tal_field_read_text (const TalField *self,
                              gpointer        structure,
                              const char     *text,
                              GError        **error);

/* Whether what the field holds could be written and read back: words that are its own,
 * no control character, not too long, no negative number.  For what a program or a hand
 * filled in.  Not for lists.  TAL_ERROR_INVALID_TEXT or
 * TAL_ERROR_OUT_OF_RANGE. */
gboolean tal_field_check (const TalField *self, gconstpointer structure, GError **error);

/* A new list for 'self', empty.  Its items are freed with the structure it is in. */
GArray *tal_field_new_list (const TalField *self);
/* Adds an item at its defaults and returns it; makes the list where there is none.  The
 * item is at that address until the next one is added. */
gpointer tal_field_append_item (const TalField *self, gpointer structure);

G_END_DECLS
