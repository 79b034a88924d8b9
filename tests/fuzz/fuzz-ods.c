/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-ods-reader.h"
#include "fuzz/package.h"

int LLVMFuzzerTestOneInput (const guint8 *start, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *start, gsize size)
{
  g_autoptr (TalArchive)  archive = package_open (start, size);
  g_autoptr (GError)      error = NULL;
  g_autoptr (TalWorkbook) book = NULL;

  if (archive == NULL)
    return 0;

  book = tal_ods_read (archive, NULL, &error);
  /* Sheets, or a sentence why there are none. */
  g_assert_true ((book == NULL) == (error != NULL));
  return 0;
}
