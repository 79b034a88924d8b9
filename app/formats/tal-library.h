/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library of the system that is loaded when it is first needed, and stays loaded to the end. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A function of it, and where its address is put. */
typedef struct
{
  const char *name;
  gpointer    place;
} TalLibraryFunction;

/* The first of the names (which end with NULL) under which the system has a library with all of
 * the functions (which end with one without a name).  FALSE where it has none. */
gboolean tal_library_load (const char *const *file_names, const TalLibraryFunction *functions);

G_END_DECLS
