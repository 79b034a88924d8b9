/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-sdmx-observation.h"

#include "formats/tal-cube-number.h"

#include <string.h>

struct _TalSdmxObservation
{
  char    *value;  /* or NULL */
  char    *status; /* the code, or NULL */
  char    *secrecy;
  GString *comment;
  guint    line;
};

static gboolean
is_one_of (const char *name, const char *const *names)
{
  return g_strv_contains (names, name);
}

static gboolean
is_status (const char *name)
{
  static const char *const names[] = { "OBS_STATUS", "STATUS", NULL };

  return is_one_of (name, names);
}

static gboolean
is_secrecy (const char *name)
{
  static const char *const names[] = { "OBS_CONF", "CONF_STATUS", "CONF_STATUS_OBS", NULL };

  return is_one_of (name, names);
}

static gboolean
is_comment (const char *name)
{
  static const char *const names[] = {
    "COMMENT", "COMMENTS", "COMMENT_OBS", "OBS_COM", "OBS_COMMENT", "OBS_NOTE", NULL,
  };

  return is_one_of (name, names);
}

gboolean
tal_sdmx_observation_is_attribute (const char *name)
{
  static const char *const names[] = {
    "AVAILABILITY", "BASE_PER",      "COLLECTION", "COLL_METHOD", "COMPILATION",   "DECIMALS",
    "EMBARGO_DATE", "OBS_PRE_BREAK", "PRECISION",  "SOURCE",      "SOURCE_AGENCY", "TIME_FORMAT",
    "TITLE",        "TITLE_COMPL",   "UNIT_MULT",  NULL,
  };

  g_return_val_if_fail (name != NULL, FALSE);

  return is_status (name) || is_secrecy (name) || is_comment (name) || is_one_of (name, names);
}

TalSdmxObservation *
tal_sdmx_observation_new (void)
{
  TalSdmxObservation *self = g_new0 (TalSdmxObservation, 1);

  self->comment = g_string_new (NULL);
  return self;
}

void
tal_sdmx_observation_free (TalSdmxObservation *self)
{
  if (self == NULL)
    return;

  g_free (self->value);
  g_free (self->status);
  g_free (self->secrecy);
  g_string_free (self->comment, TRUE);
  g_free (self);
}

void
tal_sdmx_observation_begin (TalSdmxObservation *self, guint line)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->status, g_free);
  g_clear_pointer (&self->secrecy, g_free);
  g_string_truncate (self->comment, 0);
  self->line = line;
}

void
tal_sdmx_observation_set_value (TalSdmxObservation *self, const char *text)
{
  g_return_if_fail (self != NULL);

  g_free (self->value);
  self->value = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
}

static void
add_comment (TalSdmxObservation *self, const char *name, const char *text)
{
  if (self->comment->len > 0)
    g_string_append_c (self->comment, '\n');
  if (name != NULL)
    g_string_append_printf (self->comment, "%s: ", name);
  g_string_append (self->comment, text);
}

void
tal_sdmx_observation_add_attribute (TalSdmxObservation *self, const char *name, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (text != NULL);

  if (is_status (name))
    {
      g_free (self->status);
      self->status = g_strdup (text);
    }
  else if (is_secrecy (name))
    {
      g_free (self->secrecy);
      self->secrecy = g_strdup (text);
    }
  else
    {
      add_comment (self, is_comment (name) ? NULL : name, text);
    }
}

static TalCubeStatus
get_status (const char *code)
{
  static const struct
  {
    char          code;
    TalCubeStatus status;
  } codes[] = {
    { 'A', TAL_CUBE_STATUS_NORMAL },    { 'B', TAL_CUBE_STATUS_BREAK },
    { 'E', TAL_CUBE_STATUS_ESTIMATED }, { 'F', TAL_CUBE_STATUS_FORECAST },
    { 'I', TAL_CUBE_STATUS_IMPUTED },   { 'M', TAL_CUBE_STATUS_NORMAL },
    { 'N', TAL_CUBE_STATUS_UNCERTAIN }, { 'P', TAL_CUBE_STATUS_PROVISIONAL },
    { 'U', TAL_CUBE_STATUS_UNCERTAIN },
  };

  for (gsize i = 0; strlen (code) == 1 && i < G_N_ELEMENTS (codes); i++)
    {
      if (codes[i].code == *code)
        return codes[i].status;
    }

  return TAL_CUBE_STATUS_OTHER;
}

static gboolean
is_free (const char *secrecy)
{
  return secrecy == NULL || *secrecy == '\0' || strcmp (secrecy, "F") == 0;
}

static gboolean
is_withheld (const TalSdmxObservation *self)
{
  return !is_free (self->secrecy) || (self->status != NULL && strcmp (self->status, "Q") == 0);
}

TalCubeCell
tal_sdmx_observation_get_cell (TalSdmxObservation *self)
{
  TalCubeCell cell = { 0 };

  g_return_val_if_fail (self != NULL, cell);

  cell = tal_cube_number_to_cell (self->value != NULL ? self->value : "", self->line);
  if (self->status != NULL && *self->status != '\0')
    {
      cell.status = get_status (self->status);
      if (cell.status == TAL_CUBE_STATUS_OTHER)
        add_comment (self, "OBS_STATUS", self->status);
    }
  if (cell.missing == TAL_CUBE_MISSING_NOT_AVAILABLE && is_withheld (self))
    cell.missing = TAL_CUBE_MISSING_WITHHELD;
  if (!is_free (self->secrecy))
    add_comment (self, "OBS_CONF", self->secrecy);
  if (self->comment->len > 0)
    cell.comment = self->comment->str;

  return cell;
}
