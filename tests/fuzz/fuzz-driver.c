/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stands in for libFuzzer where there is none: FOLDER's files as they are, then random changes of
 * them.  The options are libFuzzer's: -runs=COUNT, -max_total_time=SECONDS, -seed=NUMBER.
 *
 * What a run was given lies in the file "fuzz-input" beside the program's working directory while
 * -max_total_time is set, so that a crash leaves it.
 */

#include <glib.h>
#include <string.h>

#define LONGEST (64 * 1024)

int LLVMFuzzerTestOneInput (const guint8 *start, gsize size);

typedef struct
{
  gint64      n_runs;
  gint64      n_seconds;
  guint32     seed;
  const char *folder;
} Options;

static gboolean
read_options (Options *self, int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_has_prefix (argv[i], "-runs="))
        self->n_runs = g_ascii_strtoll (strchr (argv[i], '=') + 1, NULL, 10);
      else if (g_str_has_prefix (argv[i], "-max_total_time="))
        self->n_seconds = g_ascii_strtoll (strchr (argv[i], '=') + 1, NULL, 10);
      else if (g_str_has_prefix (argv[i], "-seed="))
        self->seed = (guint32)g_ascii_strtoull (strchr (argv[i], '=') + 1, NULL, 10);
      else if (argv[i][0] != '-')
        self->folder = argv[i];
    }

  return self->folder != NULL;
}

static GPtrArray *
read_seeds (const char *folder)
{
  GPtrArray       *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char            *bytes = NULL;
      gsize            length = 0;

      if (g_file_get_contents (path, &bytes, &length, NULL))
        g_ptr_array_add (seeds, g_bytes_new_take (bytes, length));
    }

  return seeds;
}

static guint32
draw (GRand *rand, gsize below)
{
  return below > 0 ? g_rand_int (rand) % (guint32)below : 0;
}

/* A byte, a few gone, a few twice, or some of another seed in the middle. */
static void
change (GByteArray *bytes, GPtrArray *seeds, GRand *rand)
{
  static const char  telling[] = "\"';,()[]=<>-./ \n\0\xff\xc3&#019";
  guint              at = draw (rand, bytes->len);
  guint              length = draw (rand, MIN (64, bytes->len - at) + 1);
  gsize              size = 0;
  const guint8      *other = NULL;
  g_autofree guint8 *rest = NULL;

  if (bytes->len == 0 || bytes->len > LONGEST)
    {
      g_byte_array_set_size (bytes, 1);
      return;
    }

  switch (draw (rand, 4))
    {
    case 0:
      bytes->data[at] = (guint8)telling[draw (rand, sizeof telling)];
      break;
    case 1:
      g_byte_array_remove_range (bytes, at, length);
      break;
    case 2:
      rest = g_memdup2 (bytes->data + at, length);
      g_byte_array_append (bytes, rest, length);
      break;
    default:
      other = g_bytes_get_data (g_ptr_array_index (seeds, draw (rand, seeds->len)), &size);
      rest = g_memdup2 (bytes->data + at, bytes->len - at);
      length = bytes->len - at;
      g_byte_array_set_size (bytes, at);
      g_byte_array_append (bytes, other, (guint)MIN (size, 64));
      g_byte_array_append (bytes, rest, length);
      break;
    }
}

static void
run_changed (GPtrArray *seeds, GRand *rand, gboolean keeps)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize                  size = 0;
  const guint8 *seed = g_bytes_get_data (g_ptr_array_index (seeds, draw (rand, seeds->len)), &size);

  g_byte_array_append (bytes, seed, (guint)size);
  for (guint i = draw (rand, 6) + 1; i > 0; i--)
    change (bytes, seeds, rand);
  if (keeps)
    g_file_set_contents ("fuzz-input", (const char *)bytes->data, bytes->len, NULL);
  LLVMFuzzerTestOneInput (bytes->data, bytes->len);
}

int
main (int argc, char **argv)
{
  Options               options = { .n_runs = G_MAXINT64, .seed = 1 };
  g_autoptr (GPtrArray) seeds = NULL;
  g_autoptr (GRand)     rand = NULL;
  gint64                start = g_get_monotonic_time ();
  gint64                n_runs = 0;

  if (!read_options (&options, argc, argv))
    return 2;
  seeds = read_seeds (options.folder);
  if (seeds->len == 0)
    {
      g_printerr ("%s has no seeds.\n", options.folder);
      return 2;
    }

  for (guint i = 0; i < seeds->len; i++)
    {
      gsize         size = 0;
      const guint8 *seed = g_bytes_get_data (g_ptr_array_index (seeds, i), &size);

      LLVMFuzzerTestOneInput (seed, size);
    }

  rand = g_rand_new_with_seed (options.seed);
  for (; n_runs < options.n_runs; n_runs++)
    {
      if (options.n_seconds > 0 &&
          g_get_monotonic_time () - start > options.n_seconds * G_USEC_PER_SEC)
        break;
      run_changed (seeds, rand, options.n_seconds > 0);
    }

  g_print ("%" G_GINT64_FORMAT " runs on %u seeds\n", n_runs, seeds->len);
  return 0;
}
