/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-cube-file.h"

#include "base/tal-error.h"
#include "formats/tal-adx-reader.h"
#include "formats/tal-input-file.h"
#include "formats/tal-px-reader.h"
#include "formats/tal-sdmx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD 4096
#define LARGEST (128 * 1024 * 1024)

/* The beginning in ASCII, as far as it is: enough to tell formats apart. */
static char *
dup_head (GBytes *bytes)
{
  gsize       length = 0;
  const char *start = g_bytes_get_data (bytes, &length);
  GString    *head = g_string_new (NULL);

  for (gsize i = 0; i < MIN (length, HEAD); i++)
    {
      /* The other half of the characters of UTF-16, and its mark. */
      if (start[i] != '\0' && (head->len > 0 || g_ascii_isprint (start[i])))
        g_string_append_c (head, start[i]);
    }

  return g_strchug (g_string_free (head, FALSE));
}

/* The first element, behind declarations and comments; NULL where there is none. */
static const char *
find_element (const char *head)
{
  while (head != NULL && *head == '<' && (head[1] == '?' || head[1] == '!'))
    {
      const char *end = g_str_has_prefix (head, "<!--") ? "-->" : ">";

      head = strstr (head, end);
      if (head != NULL)
        head += strlen (end);
      if (head != NULL)
        head += strspn (head, " \t\r\n");
    }

  return head != NULL && *head == '<' ? head + 1 : NULL;
}

static gboolean
is_adx (const char *head)
{
  const char *name = find_element (head);
  gsize       length = name != NULL ? strcspn (name, " \t\r\n>/:") : 0;

  if (name == NULL)
    return FALSE;
  if (name[length] == ':')
    {
      name += length + 1;
      length = strcspn (name, " \t\r\n>/:");
    }

  return length == strlen ("adx") && strncmp (name, "adx", length) == 0;
}

TalCubeFormat
tal_cube_file_guess (GBytes *bytes)
{
  g_autofree char *head = NULL;

  g_return_val_if_fail (bytes != NULL, TAL_CUBE_FORMAT_NONE);

  head = dup_head (bytes);
  if (*head == '<')
    return is_adx (head) ? TAL_CUBE_FORMAT_ADX : TAL_CUBE_FORMAT_SDMX;

  return tal_px_is (bytes) ? TAL_CUBE_FORMAT_PX : TAL_CUBE_FORMAT_NONE;
}

static TalCube *
refuse_kind (GBytes *bytes, GError **error)
{
  g_autofree char *head = dup_head (bytes);

  if (g_bytes_get_size (bytes) == 0)
    g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE, _("The file is empty."));
  else if (*head == '{')
    g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                         _("The file is JSON, which is not read. Get it as PC-Axis, CSV or Excel."));
  else
    g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                         _("The file is neither PC-Axis nor ADX nor SDMX-ML."));
  return NULL;
}

TalCube *
tal_cube_file_read_bytes (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  switch (tal_cube_file_guess (bytes))
    {
    case TAL_CUBE_FORMAT_PX:
      return tal_px_read (bytes, cancellable, error);
    case TAL_CUBE_FORMAT_ADX:
      return tal_adx_read (bytes, cancellable, error);
    case TAL_CUBE_FORMAT_SDMX:
      return tal_sdmx_read (bytes, cancellable, error);
    case TAL_CUBE_FORMAT_NONE:
      break;
    }

  return refuse_kind (bytes, error);
}

TalCube *
tal_cube_file_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (TalInputFile) file = NULL;
  g_autoptr (GBytes)       bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = tal_input_file_open (path, error);
  if (file == NULL)
    return NULL;
  if (tal_input_file_get_size (file) > LARGEST)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                           _("The file is larger than 128 MiB. Ask for fewer figures at a time."));
      return NULL;
    }

  bytes = tal_input_file_load (file, LARGEST, cancellable, error);
  return bytes != NULL ? tal_cube_file_read_bytes (bytes, cancellable, error) : NULL;
}
