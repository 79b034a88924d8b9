/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Importing a file of figures from another program: the part of "import" that asks what its columns
 * and labels mean. */

#pragma once

#include "cli/tal-cli-table.h"
#include "model/tal-collection-figures.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalFigureRequest request;
  const char      *path;
  const char      *sheet; /* the next three may be NULL */
  const char      *map;   /* a file */
  const char      *period;
  const char      *days;    /* what dates stand for, or NULL */
  const char      *numbers; /* "danish", "english" or NULL */
  TalCliFormat     format;
  gboolean         interactive;
  const char      *receipt; /* a file, or NULL */
} TalCliFigureErrand;

/* Returns an exit code. */
int tal_cli_import_figures (TalCollection *collection, TalCliFigureErrand *errand);

G_END_DECLS
