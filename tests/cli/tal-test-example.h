/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The example's exchange file, as the elements that it is made of. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char       *tag;
  GHashTable *attributes;
  GPtrArray  *children; /* of TalTestElement */
  char       *text;
  gboolean    named; /* whether anything has named it: the test's own mark */
} TalTestElement;

/* What the file consists of, in an element without a name.  To be freed. */
TalTestElement *tal_test_example_read (void);
void            tal_test_element_free (TalTestElement *self);

/* An attribute, "" where it is not there. */
const char *tal_test_element_get (const TalTestElement *self, const char *name);
/* The first child of that name, or NULL. */
TalTestElement *tal_test_element_find_child (const TalTestElement *self, const char *tag);
/* The text of its name; NULL where it has none. */
const char *tal_test_element_get_name (const TalTestElement *self);

G_END_DECLS
