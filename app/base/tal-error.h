/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can go wrong for reasons outside the program: one domain, a code for
 * each thing that a caller may want to tell apart.  The message is a whole
 * sentence for the person who can act, in the language of the program, and says
 * the place and the way out.  Programming errors are never a TalError.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TAL_ERROR (tal_error_quark ())

typedef enum
{
  TAL_ERROR_INVALID_TEXT,   /* a number, date, period or word cannot be read */
  TAL_ERROR_OUT_OF_RANGE,   /* readable, but larger than the program can hold */
  TAL_ERROR_INVALID_RECORD, /* a change would break a rule of the figures */
  TAL_ERROR_CONFLICT,       /* what is stored is not what the change started from */
  TAL_ERROR_NOT_FOUND,      /* nothing of that name */
  TAL_ERROR_AMBIGUOUS,      /* several of that name */
  TAL_ERROR_DERIVED,        /* a computed figure cannot be set */
  TAL_ERROR_INVALID_FILE,   /* a file is not what it should be */
  TAL_ERROR_UNSAFE_FILE,    /* a file passes a limit or asks for something refused */
  TAL_ERROR_NEWER_VERSION,  /* made by a later version of the program */
  TAL_ERROR_DAMAGED,        /* a collection whose content does not hold together */
  TAL_ERROR_READ_ONLY,      /* a file or folder that may not be written */
  TAL_ERROR_BUSY,           /* another program holds the collection */
  TAL_ERROR_NO_SPACE,       /* the disk is full */
  TAL_ERROR_NOT_WRITTEN,    /* any other failure to read or write */
} TalError;

GQuark tal_error_quark (void);

/* A text from outside as it may be quoted in a message: valid UTF-8 on one line,
 * cut with an ellipsis after 60 characters, so that a pasted page stays a sentence. */
char *tal_error_dup_quotable (const char *text);

G_END_DECLS
