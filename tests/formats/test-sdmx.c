/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "formats/cube-text.h"

#define MESSAGE_20 "http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message"
#define MESSAGE_21 "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
#define GENERIC_20                                \
  "<GenericData xmlns=\"" MESSAGE_20 "\" xmlns:g" \
  "=\"http://www.SDMX.org/resources/SDMXML/schemas/v2_0/generic\">"
#define GENERIC_21                                    \
  "<m:GenericData xmlns:m=\"" MESSAGE_21 "\" xmlns:g" \
  "=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic\">"

static void
test_reads_generic_2_0 (void)
{
  cube_text_assert (GENERIC_20
                    "<Header><Prepared>2018-02-01</Prepared><Sender "
                    "id=\"JOB\"><Name>Jobcenter</Name></Sender>"
                    "<Name> Ledige </Name></Header><DataSet><g:Series><g:SeriesKey>"
                    "<g:Value concept=\"FREQ\" value=\"A\"/><g:Value concept=\"REF_AREA\" "
                    "value=\"751\"/>"
                    "</g:SeriesKey><g:Attributes><g:Value concept=\"UNIT_MULT\" "
                    "value=\"3\"/></g:Attributes>\n"
                    "<g:Obs><g:Time> 2017-01 </g:Time><g:ObsValue value=\"9.14\"/><g:Attributes>"
                    "<g:Value concept=\"OBS_STATUS\" value=\"P\"/>"
                    "<g:Value concept=\"OBS_COM\" value=\"uden fleksjob\"/>"
                    "<g:Value concept=\"PRE_BREAK\" value=\"8.1\"/></g:Attributes></g:Obs>\n"
                    "<g:Obs><g:Time>2018</g:Time><g:ObsValue value=\"NaN\"/></g:Obs>\n"
                    "<g:Obs><g:Time>2019</g:Time><g:Attributes><g:Value concept=\"OBS_CONF\" "
                    "value=\"C\"/>"
                    "</g:Attributes></g:Obs></g:Series></DataSet></GenericData>",
                    "title: Ledige\n"
                    "source: Jobcenter\n"
                    "updated: 2018-02-01\n"
                    "other FREQ: A\n"
                    "area REF_AREA: 751\n"
                    "time TIME_PERIOD: 2017-01/P1Y@2017-01-01/2017-12-31, 2018@2018, 2019@2019\n"
                    "Sender: JOB\n"
                    "UNIT_MULT on 0=0,1=0: 3\n"
                    "2: 0,0,0: 9.14 provisional # uden fleksjob\nPRE_BREAK: 8.1\n"
                    "3: 0,0,1: not available “NaN”\n"
                    "4: 0,0,2: withheld “” # OBS_CONF: C\n");
}

static void
test_reads_generic_2_1_flat (void)
{
  cube_text_assert (GENERIC_21 "<m:Header><m:Structure structureID=\"S\" "
                               "dimensionAtObservation=\"AllDimensions\"/>"
                               "</m:Header><m:DataSet structureRef=\"S\"><g:Obs><g:ObsKey>"
                               "<g:Value id=\"GEO\" value=\"DK\"/><g:Value id=\"TIME_PERIOD\" "
                               "value=\"2017-Q1\"/></g:ObsKey>"
                               "<g:ObsValue value=\"1.5E3\"/><g:Attributes><g:Value "
                               "id=\"OBS_STATUS\" value=\"H\"/>"
                               "</g:Attributes></g:Obs></m:DataSet></m:GenericData>",
                    "area GEO: DK\n"
                    "time TIME_PERIOD: 2017-Q1@2017-Q1\n"
                    "1: 0,0: 1500 other # OBS_STATUS: H\n");
}

/* Series across another dimension than time. */
static void
test_reads_series_of_another_dimension (void)
{
  cube_text_assert (GENERIC_21 "<m:Header><m:Structure structureID=\"S\" "
                               "dimensionAtObservation=\"SEX\"/></m:Header>"
                               "<m:DataSet structureRef=\"S\"><g:Series><g:SeriesKey>"
                               "<g:Value id=\"TIME_PERIOD\" value=\"2017\"/></g:SeriesKey>"
                               "<g:Obs><g:ObsDimension value=\"F\"/><g:ObsValue "
                               "value=\"4\"/></g:Obs></g:Series>"
                               "</m:DataSet></m:GenericData>",
                    "time TIME_PERIOD: 2017@2017\n"
                    "other SEX: F\n"
                    "1: 0,0: 4\n");
}

static void
test_reads_structure_specific (void)
{
  cube_text_assert ("<m:StructureSpecificData xmlns:m=\"" MESSAGE_21
                    "\" xmlns:xsi=\"http://www.w3.org/2001/"
                    "XMLSchema-instance\"><m:DataSet><Group xsi:type=\"G\" TITLE=\"Ledige\"/>"
                    "<Series REF_AREA=\"751\" DECIMALS=\"1\"><Obs TIME_PERIOD=\"2017\" "
                    "OBS_VALUE=\"4.5\""
                    " OBS_STATUS=\"E\"/><Obs TIME_PERIOD=\"2018\"/></Series></m:DataSet>"
                    "</m:StructureSpecificData>",
                    "area REF_AREA: 751\n"
                    "time TIME_PERIOD: 2017@2017, 2018@2018\n"
                    "Group: type: G\nTITLE: Ledige\n"
                    "DECIMALS on 0=0: 1\n"
                    "1: 0,0: 4.5 estimated\n"
                    "1: 0,1: not available “”\n");
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *text;
    const char *part;
  } cases[] = {
    { "<m:Structure xmlns:m=\"" MESSAGE_21 "\"/>", "describes figures" },
    { "<m:GenericDataQuery xmlns:m=\"" MESSAGE_21 "\"/>", "asks for figures" },
    { "<QueryMessage xmlns=\"" MESSAGE_20 "\"/>", "asks for figures" },
    { "<m:Error xmlns:m=\"" MESSAGE_21 "\"/>", "error message" },
    { "<CrossSectionalData xmlns=\"" MESSAGE_20 "\"/>", "cannot be read" },
    { "<html/>", "neither ADX nor SDMX" },
    { GENERIC_20 "</GenericData>", "no figures" },
    { GENERIC_20 "<DataSet><g:Series/></DataSet></GenericData>", "no figures" },
    { GENERIC_20 "<DataSet><g:Series><g:Obs><g:ObsValue value='1'/></g:Obs></g:Series></DataSet>"
                 "</GenericData>",
      "no time" },
    { GENERIC_20 "<DataSet><x><g:Obs/></x></DataSet></GenericData>", "stands where" },
    { GENERIC_20 "<DataSet><g:Series><g:SeriesKey><g:Value value='1'/></g:SeriesKey></g:Series>"
                 "</DataSet></GenericData>",
      "no concept" },
    { GENERIC_20 "<DataSet>", "damaged" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    cube_text_assert_refused (cases[i].text, -1, TAL_ERROR_INVALID_FILE, cases[i].part);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/sdmx/generic-2.0", test_reads_generic_2_0);
  g_test_add_func ("/formats/sdmx/generic-2.1-flat", test_reads_generic_2_1_flat);
  g_test_add_func ("/formats/sdmx/other-dimension", test_reads_series_of_another_dimension);
  g_test_add_func ("/formats/sdmx/structure-specific", test_reads_structure_specific);
  g_test_add_func ("/formats/sdmx/refuses", test_refuses);

  return g_test_run ();
}
