/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-passage-builder.h"
#include "formats/tal-text-reader.h"

int LLVMFuzzerTestOneInput (const guint8 *start, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *start, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (start, size);

  for (gboolean markdown = FALSE; markdown <= TRUE; markdown++)
    {
      g_autoptr (TalPassageBuilder) builder = tal_passage_builder_new ();
      g_autoptr (GError)            error = NULL;

      /* Passages, or a sentence why there are none. */
      g_assert_true (tal_text_read (bytes, markdown, builder, &error) == (error == NULL));
    }

  return 0;
}
