/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text from anywhere, made harmless for who reads it in somebody else's program: what can't be
 * seen is gone, and what stands on paper stays as it was written.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Without control characters (a tab is a space; line ends stay, each as a line feed), without
 * marks that turn the direction of writing, without characters that are none.  Bytes that are no
 * UTF-8 become U+FFFD.  A text of more than 'most' characters is cut, with "…" as its last. */
char *tal_printable_text_dup (const char *text, gsize most);

G_END_DECLS
