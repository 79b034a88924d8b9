/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench/million.h"

#include <gio/gio.h>

#define UNIT "01900000-0000-7000-8000-ffffffffffff"
#define PLAN "01900000-0000-7000-8000-eeeeeeeeeeee"
#define BY "owner=\"" UNIT "\" changed=\"2026-01-12T09:30:00Z\" by=\"BIF\""

#define OF_INITIATIVE 1
#define OF_GOAL 3

static const char *const notes[] = {
  "Opgjort af Københavns Erhvervshus; tallet er <foreløbigt>.",
  "Ny opgørelsesmetode: \"i beskæftigelse\" omfatter nu også fleksjob & løntilskud.",
  "Efterregistreret i juni.",
};

/* Well mixed, and the same everywhere. */
static guint32
mix (guint32 number)
{
  number ^= number >> 16;
  number *= 0x7feb352dU;
  number ^= number >> 15;
  number *= 0x846ca68bU;
  return number ^ (number >> 16);
}

void
million_get_figure (const Million *self, guint series, guint month, MillionFigure *ret_figure)
{
  guint32 number = mix (series * 1009 + month);

  ret_figure->corrected = month < self->n_known && number % 6 == 0;
  ret_figure->missing = number % 97 == 0;
  ret_figure->preliminary = month % 125 > 121;
  ret_figure->note = (number >> 8) % 7 == 0 ? notes[(number >> 12) % G_N_ELEMENTS (notes)] : NULL;
  ret_figure->scale = series % 2;
  ret_figure->coefficient = 20 + (number >> 4) % 960 + (ret_figure->corrected ? 1 : 0);
}

guint
million_count (const Million *self)
{
  return self->n_initiatives * MILLION_SERIES * self->n_months;
}

static void
append_figure (GString *xml, const Million *self, guint series, guint month)
{
  MillionFigure figure;

  million_get_figure (self, series, month, &figure);
  g_string_append_printf (xml, "    <observation period=\"%04u-%02u\"",
                          MILLION_FIRST_YEAR + month / 12, month % 12 + 1);
  if (figure.missing)
    g_string_append (xml, " missing=\"not-available\"");
  else if (figure.scale == 1)
    g_string_append_printf (xml, " value=\"%d.%d\"", (int)figure.coefficient / 10,
                            (int)figure.coefficient % 10);
  else
    g_string_append_printf (xml, " value=\"%d\"", (int)figure.coefficient);
  if (figure.preliminary)
    g_string_append (xml, " state=\"preliminary\"");
  if (figure.corrected)
    g_string_append (xml, " changed=\"2026-05-04T08:15:00Z\"");
  if (figure.note != NULL)
    {
      g_autofree char *note = g_markup_escape_text (figure.note, -1);

      g_string_append_printf (xml, ">\n      <note>%s</note>\n    </observation>\n", note);
    }
  else
    {
      g_string_append (xml, "/>\n");
    }
}

static void
append_run (GString *xml, const Million *self, guint series)
{
  g_string_append_printf (xml, "  <observations series=\"" MILLION_ID "\">\n", MILLION_OF_SERIES,
                          series);
  for (guint month = 0; month < self->n_months; month++)
    append_figure (xml, self, series, self->first_month + month);
  g_string_append (xml, "  </observations>\n");
}

static void
append_initiative (GString *xml, guint number)
{
  g_string_append_printf (xml,
                          "  <initiative id=\"" MILLION_ID "\" " BY " plan=\"" PLAN
                          "\" number=\"%u\">\n"
                          "    <name>Indsats %u for unge på kanten</name>\n  </initiative>\n",
                          OF_INITIATIVE, number, number + 1, number + 1);
}

static void
append_series (GString *xml, guint number)
{
  g_string_append_printf (xml,
                          "  <series id=\"" MILLION_ID "\" " BY " initiative=\"" MILLION_ID
                          "\" measure-unit=\"%s\" "
                          "decimals=\"%u\">\n    <name>Borgere i forløb %u</name>\n  </series>\n",
                          MILLION_OF_SERIES, number, OF_INITIATIVE, number / MILLION_SERIES,
                          number % 2 == 0 ? "persons" : "per-cent", number % 2, number + 1);
}

static void
append_goal (GString *xml, guint number)
{
  g_string_append_printf (xml,
                          "  <goal id=\"" MILLION_ID "\" " BY " initiative=\"" MILLION_ID
                          "\" number=\"%u\">\n"
                          "    <wording>Flere borgere i forløb %u</wording>\n"
                          "    <criterion series=\"" MILLION_ID "\" comparison=\"at-least\">\n"
                          "      <target period=\"2024-12\" value=\"40\"/>\n"
                          "    </criterion>\n  </goal>\n",
                          OF_GOAL, number, OF_INITIATIVE, number / MILLION_SERIES,
                          number % MILLION_SERIES + 1, number + 1, MILLION_OF_SERIES, number);
}

static void
write_piece (GOutputStream *file, GString *xml)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (file, xml->str, xml->len, NULL, NULL, &error);
  g_assert_no_error (error);
  g_string_truncate (xml, 0);
}

void
million_write_file (const Million *self, const char *path)
{
  g_autoptr (GFile)             target = g_file_new_for_path (path);
  g_autoptr (GError)            error = NULL;
  g_autoptr (GFileOutputStream) file =
      g_file_replace (target, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<exchange xmlns=\"urn:indsatstal:exchange:1\" version=\"1\" "
                               "from=\"" UNIT "\" picture=\"full\">\n"
                               "  <unit id=\"" UNIT "\" " BY " short-name=\"BIF\">\n"
                               "    <name>Beskæftigelses- og Integrationsforvaltningen</name>\n"
                               "  </unit>\n"
                               "  <plan id=\"" PLAN "\" " BY " kind=\"plan\">\n"
                               "    <name>Integrationshandleplanen 2019-2023</name>\n"
                               "  </plan>\n");

  g_assert_no_error (error);
  for (guint i = 0; i < self->n_initiatives; i++)
    append_initiative (xml, i);
  for (guint i = 0; i < self->n_initiatives * MILLION_SERIES; i++)
    append_series (xml, i);
  for (guint i = 0; i < self->n_initiatives * MILLION_SERIES; i++)
    append_goal (xml, i);
  for (guint i = 0; i < self->n_initiatives * MILLION_SERIES; i++)
    {
      append_run (xml, self, i);
      write_piece (G_OUTPUT_STREAM (file), xml);
    }
  g_string_append (xml, "</exchange>\n");
  write_piece (G_OUTPUT_STREAM (file), xml);
  g_string_free (xml, TRUE);
  g_output_stream_close (G_OUTPUT_STREAM (file), NULL, &error);
  g_assert_no_error (error);
}
