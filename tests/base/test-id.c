/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "base/tal-id.h"

#include <glib.h>
#include <locale.h>

#define THREADS 4
#define IDS_A_THREAD 5000

static void
test_id_keeps_its_text (void)
{
  static const char *texts[] = {
    "01890a5d-ac96-774b-bcce-b302099a8057", "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "00000000-0000-0000-0000-000000000001",
    "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", /* older versions come from elsewhere */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      TalId              id;
      char               text[TAL_ID_STRING_LENGTH + 1];

      g_assert_true (tal_id_parse (texts[i], &id, &error));
      g_assert_no_error (error);
      tal_id_format (id, text);
      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_id_reads_bytes_in_written_order (void)
{
  static const guint8 bytes[] = { 0x01, 0x89, 0x0a, 0x5d, 0xac, 0x96, 0x77, 0x4b,
                                  0xbc, 0xce, 0xb3, 0x02, 0x09, 0x9a, 0x80, 0x57 };
  TalId               id = TAL_ID_NONE;

  g_assert_true (tal_id_parse ("01890a5d-ac96-774b-bcce-b302099a8057", &id, NULL));
  g_assert_cmpmem (id.bytes, sizeof id.bytes, bytes, sizeof bytes);
}

static void
test_id_refuses_other_spellings (void)
{
  static const char *texts[] = {
    "",
    "01890a5d",
    "01890A5D-ac96-774b-bcce-b302099a8057", /* one id has one spelling */
    "01890a5dac96774bbcceb302099a8057",
    "{01890a5d-ac96-774b-bcce-b302099a8057}",
    "01890a5d-ac96-774b-bcce-b302099a805",
    "01890a5d-ac96-774b-bcce-b302099a80571",
    "01890a5d-ac96-774b-bcce-b302099a8057 ",
    "01890a5d_ac96_774b_bcce_b302099a8057",
    "01890a5g-ac96-774b-bcce-b302099a8057",
    "01890a5-dac96-774b-bcce-b302099a8057",
    "00000000-0000-0000-0000-000000000000", /* none is written by writing nothing */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      TalId              id = { { 42 } };

      g_test_message ("%s", texts[i]);
      g_assert_false (tal_id_parse (texts[i], &id, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT);
      g_assert_cmpint (id.bytes[0], ==, 42);
    }
}

static void
test_id_carries_its_time_and_version (void)
{
  gint64 before = g_get_real_time () / 1000;
  TalId  id = tal_id_new ();
  gint64 after = g_get_real_time () / 1000;
  gint64 milliseconds = 0;

  for (int i = 0; i < 6; i++)
    milliseconds = milliseconds << 8 | id.bytes[i];

  g_assert_cmpint (milliseconds, >=, before);
  g_assert_cmpint (milliseconds, <=, after);
  g_assert_cmpint (id.bytes[6] >> 4, ==, 7);
  g_assert_cmpint (id.bytes[8] >> 6, ==, 2);
  g_assert_false (tal_id_is_none (id));
}

static void
test_id_only_ever_rises (void)
{
  TalId last = tal_id_new ();

  for (int i = 0; i < 20000; i++) /* more than one millisecond has room for */
    {
      TalId next = tal_id_new ();

      g_assert_cmpint (tal_id_compare (last, next), <, 0);
      last = next;
    }
}

static gpointer
make_ids (gpointer unused)
{
  TalId *ids = g_new (TalId, IDS_A_THREAD);

  for (guint i = 0; i < IDS_A_THREAD; i++)
    ids[i] = tal_id_new ();

  return ids;
}

static void
test_id_is_unique_across_threads (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (tal_id_key_hash, tal_id_key_equal);
  GThread               *threads[THREADS];
  TalId                 *ids[THREADS];

  for (guint i = 0; i < THREADS; i++)
    threads[i] = g_thread_new ("ids", make_ids, NULL);

  for (guint i = 0; i < THREADS; i++)
    {
      ids[i] = g_thread_join (threads[i]);
      for (guint j = 0; j < IDS_A_THREAD; j++)
        {
          g_assert_true (g_hash_table_add (seen, &ids[i][j]));
          g_assert_true (j == 0 || tal_id_compare (ids[i][j - 1], ids[i][j]) < 0);
        }
    }

  g_hash_table_remove_all (seen);
  for (guint i = 0; i < THREADS; i++)
    g_free (ids[i]);
}

static void
test_id_compares_as_bytes (void)
{
  TalId a = { { 1 } };
  TalId b = { { 0xff } };

  g_assert_cmpint (tal_id_compare (a, b), ==, -1);
  g_assert_cmpint (tal_id_compare (b, a), ==, 1);
  g_assert_cmpint (tal_id_compare (a, a), ==, 0);
  g_assert_true (tal_id_is_none (TAL_ID_NONE));
  g_assert_false (tal_id_is_none (a));
  g_assert_cmpuint (tal_id_hash (a), !=, tal_id_hash (b));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/id/keeps-its-text", test_id_keeps_its_text);
  g_test_add_func ("/base/id/reads-bytes-in-written-order", test_id_reads_bytes_in_written_order);
  g_test_add_func ("/base/id/refuses-other-spellings", test_id_refuses_other_spellings);
  g_test_add_func ("/base/id/carries-its-time-and-version", test_id_carries_its_time_and_version);
  g_test_add_func ("/base/id/only-ever-rises", test_id_only_ever_rises);
  g_test_add_func ("/base/id/is-unique-across-threads", test_id_is_unique_across_threads);
  g_test_add_func ("/base/id/compares-as-bytes", test_id_compares_as_bytes);

  return g_test_run ();
}
