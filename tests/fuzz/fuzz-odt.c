/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-odt-reader.h"
#include "formats/tal-passage-builder.h"
#include "fuzz/package.h"

int LLVMFuzzerTestOneInput (const guint8 *start, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *start, gsize size)
{
  g_autoptr (TalPassageBuilder) builder = tal_passage_builder_new ();
  g_autoptr (TalArchive)        archive = package_open (start, size);
  g_autoptr (GError)            error = NULL;

  if (archive == NULL)
    return 0;

  /* Passages, or a sentence why there are none. */
  g_assert_true (tal_odt_read (archive, builder, NULL, &error) == (error == NULL));
  return 0;
}
