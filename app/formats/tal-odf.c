/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-odf.h"

#include "base/tal-danish-text.h"

#include <string.h>

gboolean
tal_odf_is_of (const TalMarkupElement *element, const char *part)
{
  const char *uri = NULL;

  g_return_val_if_fail (element != NULL && part != NULL, FALSE);

  uri = tal_markup_element_get_namespace (element);
  return tal_danish_text_skip (&uri, "urn:oasis:names:tc:opendocument:xmlns:") &&
         tal_danish_text_skip (&uri, part) && strcmp (uri, ":1.0") == 0;
}

gboolean
tal_odf_is_among (const TalMarkupElement *element, const TalOdfName *names, gsize n_names)
{
  g_return_val_if_fail (element != NULL && names != NULL, FALSE);

  for (gsize i = 0; i < n_names; i++)
    {
      if (tal_markup_element_is (element, names[i].name) && tal_odf_is_of (element, names[i].part))
        return TRUE;
    }

  return FALSE;
}
