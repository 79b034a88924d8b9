/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-docx-reader.h"
#include "formats/tal-passage-builder.h"
#include "fuzz/package.h"

int LLVMFuzzerTestOneInput (const guint8 *start, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *start, gsize size)
{
  g_autoptr (TalPassageBuilder) builder = tal_passage_builder_new ();
  g_autoptr (TalArchive)        archive = package_open (start, size);
  g_autoptr (GError)            error = NULL;

  if (archive == NULL || !tal_docx_is (archive))
    return 0;

  /* Passages, or a sentence why there are none. */
  g_assert_true (tal_docx_read (archive, builder, NULL, &error) == (error == NULL));
  return 0;
}
