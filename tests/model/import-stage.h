/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A collection and a file that is taken into it, over and over from the start, to see that an
 * import which is interrupted has done all or nothing.
 */

#pragma once

#include "model/tal-collection-exchange.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char   *folder;
  char   *path;   /* of the collection, as it is before; closed */
  char   *file;   /* new figures and a changed one from its sender */
  GBytes *start;  /* the bytes of the collection */
  char   *before; /* what it holds, as an exchange file has it */
  char   *after;
} ImportStage;

/* With so many figures that the collection doesn't have. */
void import_stage_init (ImportStage *self, guint n_figures);
void import_stage_clear (ImportStage *self);

/* Puts the collection back as it was, with nothing beside it. */
void import_stage_reset (ImportStage *self);
/* Opens it, takes the file in and closes it. */
gboolean import_stage_import (ImportStage *self, GError **error);
/* What a collection holds, after a check that everything in it holds together. */
char *import_stage_dup_content (const char *path);
/* With all that is in it. */
void import_stage_remove (const char *folder);

G_END_DECLS
