/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of OpenDocument, which texts and spreadsheets share. */

#pragma once

#include "formats/tal-markup.h"

#include <glib.h>

G_BEGIN_DECLS

/* "table", "cell": an element of a part of the format. */
typedef struct
{
  const char *part;
  const char *name;
} TalOdfName;

/* Whether the element is of that part of OpenDocument ("text", "office"). */
gboolean tal_odf_is_of (const TalMarkupElement *element, const char *part);
/* Whether it is one of those 'n_names'. */
gboolean tal_odf_is_among (const TalMarkupElement *element, const TalOdfName *names, gsize n_names);

G_END_DECLS
