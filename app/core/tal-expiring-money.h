/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What falls away when: the grants that expire at the end of a year, and what they were in it.
 * It writes Danish by rule, whatever the language of the program: the sentence stands in papers.
 */

#pragma once

#include "core/tal-grant.h"

#include <glib.h>

G_BEGIN_DECLS

/* The years in which some of the grants, an array of TalGrant, expire: an array of int, earliest
 * first, each once. */
GArray *tal_expiring_money_list_years (const GPtrArray *grants);
/* Of those the one that is nearest: 'year' or the next after it, else the latest before it.  0
 * where nothing expires. */
int tal_expiring_money_find_nearest (const GPtrArray *grants, int year);

/* "I 2019 bortfalder 32,8 mio. kr. fordelt på 3 bevillinger."; "bortfaldt" where 'this_year' is
 * later.  Where not every grant has an amount, at least so much; where price levels differ, no
 * sum. */
char *tal_expiring_money_write (const GPtrArray *grants, int year, int this_year);

G_END_DECLS
