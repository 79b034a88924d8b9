/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A copy of the example collection in a folder of its own, as a fixture. */

#pragma once

#include "core/tal-series.h"
#include "model/tal-collection.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char          *folder;
  char          *path;
  TalCollection *collection;
} Example;

/* To be used as the functions of g_test_add. */
void example_set_up (Example *self, gconstpointer unused);
void example_tear_down (Example *self, gconstpointer unused);

/* Ends the test where there is none of that name. */
const TalSeries *example_find_series (const Example *self, const char *name);

G_END_DECLS
