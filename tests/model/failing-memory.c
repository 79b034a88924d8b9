/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/failing-memory.h"

#include <libxml/xmlmemory.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

static sqlite3_mem_methods real;
static guint               n_requests;
static guint               first_failure;
static gboolean            fails_for_good;

static gboolean
is_refused (void)
{
  if (first_failure == 0)
    return FALSE;

  n_requests++;
  return n_requests == first_failure || (n_requests > first_failure && fails_for_good);
}

static void *
allocate_for_sqlite (int size)
{
  return is_refused () ? NULL : real.xMalloc (size);
}

static void *
reallocate_for_sqlite (void *memory, int size)
{
  return is_refused () ? NULL : real.xRealloc (memory, size);
}

static void *
allocate (size_t size)
{
  return is_refused () ? NULL : malloc (size);
}

static void *
reallocate (void *memory, size_t size)
{
  return is_refused () ? NULL : realloc (memory, size);
}

static char *
duplicate (const char *text)
{
  return is_refused () ? NULL : strdup (text);
}

void
failing_memory_install (void)
{
  sqlite3_mem_methods methods = { 0 };

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real), ==, SQLITE_OK);
  methods = real;
  methods.xMalloc = allocate_for_sqlite;
  methods.xRealloc = reallocate_for_sqlite;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &methods), ==, SQLITE_OK);
  g_assert_cmpint (xmlMemSetup (free, allocate, reallocate, duplicate), ==, 0);
}

void
failing_memory_arm (guint first, gboolean for_good)
{
  n_requests = 0;
  first_failure = first;
  fails_for_good = for_good;
}

void
failing_memory_disarm (void)
{
  first_failure = 0;
}

guint
failing_memory_get_n_requests (void)
{
  return n_requests;
}
