/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the content of an object has grown from: for each collection that has changed it, the
 * time of the newest of its changes that is in it, by that collection's own clock.  Two of them
 * say whether one content has seen the other or each was written without the other.  Of the parts
 * of it that were changed after it was made they also say which change that was, so that two who
 * changed different parts need not be asked.
 *
 * A version vector (D. S. Parker et al., "Detection of Mutual Inconsistency in Distributed
 * Systems", IEEE Transactions on Software Engineering 9(3), 1983) whose counters are times.
 * Immutable and reference-counted.  NULL is the empty one: nobody is known to have written it.
 */

#pragma once

#include "base/tal-id.h"
#include "base/tal-time.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalVersions TalVersions;

/* Of writers and parts, in all. */
#define TAL_VERSIONS_MOST 128

typedef enum
{
  TAL_VERSIONS_EQUAL,
  TAL_VERSIONS_OLDER,      /* the first has not seen all of the second, which has seen the first */
  TAL_VERSIONS_NEWER,      /* the other way round */
  TAL_VERSIONS_CONCURRENT, /* neither has seen the other */
} TalVersionOrder;

/* One writer; the empty one where the time is not known. */
TalVersions *tal_versions_new (TalId writer, TalTime time);
TalVersions *tal_versions_ref (const TalVersions *self);
void         tal_versions_unref (TalVersions *self);

/* TAL_TIME_NONE where it is not among them. */
TalTime tal_versions_get_time (const TalVersions *self, TalId writer);
/* What has seen both, with the newer change of each part. */
TalVersions *tal_versions_join (const TalVersions *a, const TalVersions *b);
/* After one more change of that writer. */
TalVersions *tal_versions_advance (const TalVersions *self, TalId writer, TalTime time);

/* With that part changed then, or, where the time is TAL_TIME_NONE, never since it was made.
 * 'part' is copied. */
TalVersions *tal_versions_set_part (const TalVersions *self,
                                    const char        *part,
                                    TalId              writer,
                                    TalTime            time);
/* Whether the part was changed since it was made; then by whom and when. */
gboolean tal_versions_get_part (const TalVersions *self,
                                const char        *part,
                                TalId             *ret_writer,
                                TalTime           *ret_time);
/* Whether the part was changed in a way that 'other' has not seen. */
gboolean tal_versions_has_news (const TalVersions *self,
                                const char        *part,
                                const TalVersions *other);

/* Whether it has seen all of the other.  Writers without a unit have no name to be told apart
 * by (TAL_ID_NONE): of theirs only the very same change has been seen. */
gboolean        tal_versions_covers (const TalVersions *self, const TalVersions *other);
TalVersionOrder tal_versions_compare (const TalVersions *a, const TalVersions *b);
gboolean        tal_versions_is_equal (const TalVersions *a, const TalVersions *b);

/* Writers in the order of their ids, "UUID@TIME" each, a space between them, and then the parts in
 * the order of their names, "PART=UUID@TIME"; the writer that is none is "@TIME".  "" for the empty
 * one. */
char *tal_versions_to_string (const TalVersions *self);
/* TAL_ERROR_INVALID_TEXT for anything that is not written so. */
gboolean tal_versions_parse (const char *text, TalVersions **ret_versions, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalVersions, tal_versions_unref)

G_END_DECLS
