/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has a collection on a network drive open, said in a small file beside it: whoever came
 * first holds a lock on the file and has written name, machine and time in it.  The others read
 * it, and the next one who looks when the lock is gone takes the first one's place.
 *
 * It keeps nobody from anything: that is SQLite's.  A program that ends badly leaves the file
 * and not the lock, so that nobody is said to be there who isn't.  Where a drive has no locks
 * nothing is said.
 */

#pragma once

#include "base/tal-time.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalPresence TalPresence;

/* Of the collection at that absolute path, for somebody at a machine from 'since' on. */
TalPresence *tal_presence_new (const char *path,
                               const char *who,
                               const char *machine,
                               TalTime     since);
/* Takes the file away where it is one's own. */
void tal_presence_free (TalPresence *self);

/* Looks now.  FALSE where nobody else was here before; then others are told of this one.  One's
 * own other window is nobody else.  The texts are to be freed. */
gboolean tal_presence_find_other (TalPresence *self,
                                  char       **ret_who,
                                  char       **ret_machine,
                                  TalTime     *ret_since);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalPresence, tal_presence_free)

G_END_DECLS
