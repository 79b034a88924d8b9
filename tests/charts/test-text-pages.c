/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-text-pages.h"

#include <string.h>

/* Behind the mark, among bytes of which some are none; NULL where there is none. */
static const char *
find_mark (const char *bytes, gsize size, const char *mark)
{
  gsize length = strlen (mark);

  for (gsize i = 0; i + length <= size; i++)
    {
      if (memcmp (bytes + i, mark, length) == 0)
        return bytes + i + length;
    }
  return NULL;
}

/* How many pages a document says that it has. */
static guint64
count_pages (guint n_paragraphs, const char *text)
{
  g_autoptr (TalTextPages) pages = tal_text_pages_new ();
  g_autoptr (GBytes)       bytes = NULL;
  g_autoptr (GError)       error = NULL;
  const char              *count = NULL;
  gsize                    size = 0;

  tal_text_pages_add (pages, TAL_TEXT_PAGES_TITLE, "Importrapport");
  for (guint i = 0; i < n_paragraphs; i++)
    tal_text_pages_add (pages, i % 20 == 0 ? TAL_TEXT_PAGES_HEADING : TAL_TEXT_PAGES_ITEM, text);
  bytes = tal_text_pages_write (pages, "Importrapport", &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, &size), "%PDF-"));
  count = find_mark (g_bytes_get_data (bytes, NULL), size, "/Count ");
  g_assert_nonnull (count);
  return g_ascii_strtoull (count, NULL, 10);
}

/* What does not fit goes on: on another line, and on another page. */
static void
test_text_pages_goes_on_where_a_page_ends (void)
{
  g_autofree char *word = g_strnfill (20000, 'x');

  g_assert_cmpuint (count_pages (0, ""), ==, 1);
  g_assert_cmpuint (count_pages (10, "Mål 5, 2023: tæller rettet"), ==, 1);
  g_assert_cmpuint (count_pages (100, "Mål 5, 2023: tæller rettet"), ==, 3);
  g_assert_cmpuint (count_pages (30, "a\nb\nc\nd\ne\nf"), >, 2);
  g_assert_cmpuint (count_pages (1, word), >, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/text-pages/goes-on-where-a-page-ends",
                   test_text_pages_goes_on_where_a_page_ends);
  return g_test_run ();
}
