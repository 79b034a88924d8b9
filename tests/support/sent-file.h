/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file as another department sends it: the example, in which they have gone on working. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What they have: the numerator of goal 2 is 299 and that of goal 5 is 181 in 2023, and
 * "Revalidering" is 171 in 1998, where there was no figure. */
void sent_file_write (const char *path);

/* The same without anything that was changed. */
void sent_file_write_unchanged (const char *path);

G_END_DECLS
