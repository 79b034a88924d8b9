/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks that Markdown and its HTML put into text, and what is left without them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Without emphasis, links, references to notes, tags, entities and escapes: "**I alt**" is
 * "I alt", "ugen<sup>3</sup>" is "ugen", "I alt*" stays.  'text' is valid UTF-8. */
char *tal_text_dup_unmarked (const char *text);

G_END_DECLS
