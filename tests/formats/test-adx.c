/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "formats/cube-text.h"

#define ADX "<adx xmlns=\"urn:ihe:qrph:adx:2015\">"

static void
test_reads_groups (void)
{
  cube_text_assert (ADX "<group orgUnit=\"751\" period=\"2017-09-01/P3M\" dataSet=\"Plan\""
                        " completeDate=\"2017-12-04\">\n"
                        "<dataValue dataElement=\"FLEX\" value=\"132\"/>\n"
                        "<dataValue dataElement=\"FLEX\" SEX=\"M\" value=\"60.5\">"
                        "<annotation> sk\xc3\xb8nnet &amp; l\xc3\xb8st </annotation></dataValue>\n"
                        "</group></adx>",
                    "area orgUnit: 751\n"
                    "time period: 2017-09-01/P3M@2017-09-01/2017-11-30\n"
                    "other dataSet: Plan\n"
                    "other dataElement: FLEX\n"
                    "other SEX: M\n"
                    "completeDate on 0=0,1=0,2=0: 2017-12-04\n"
                    "2: 0,0,0,0,*: 132\n"
                    "3: 0,0,0,0,0: 60.5 # sk\xc3\xb8nnet & l\xc3\xb8st\n");
}

/* What other importers lost: no value read as 0, the second of two in one place, text. */
static void
test_loses_nothing (void)
{
  cube_text_assert (ADX
                    "<group orgUnit='1' period='2017-01-01/P1M'>"
                    "<dataValue dataElement='A' value=''/>"
                    "<dataValue dataElement='A' value='7'/>"
                    "<dataValue dataElement='A' value='7'/>"
                    "<dataValue dataElement='A' value='9,14'/>"
                    "<dataValue dataElement='A' value='0.12345678901'/>"
                    "</group>"
                    "<group orgUnit='2' period='2024QMAT01'><dataValue dataElement='A'"
                    " value='0'><x:other xmlns:x='urn:x'>dataValue</x:other></dataValue></group>"
                    "</adx>",
                    "area orgUnit: 1, 2\n"
                    "time period: 2017-01-01/P1M@2017-01-01/2017-01-31, 2024QMAT01\n"
                    "other dataElement: A\n"
                    "1: 0,0,0: not available “”\n"
                    "1: 0,0,0: 7\n"
                    "1: 0,0,0: 7\n"
                    "1: 0,0,0: unknown “9,14”\n"
                    "1: 0,0,0: too long “0.12345678901”\n"
                    "1: 1,1,0: 0\n");
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *text;
    TalError    code;
    const char *part;
  } cases[] = {
    { ADX "</adx>", TAL_ERROR_INVALID_FILE, "no figures" },
    { ADX "<group orgUnit='1' period='2017'/></adx>", TAL_ERROR_INVALID_FILE, "no figures" },
    { ADX "\n<group orgUnit='1'/></adx>", TAL_ERROR_INVALID_FILE,
      "Line 2: A group has no period." },
    { ADX "<group period='2017'/></adx>", TAL_ERROR_INVALID_FILE, "orgUnit" },
    { ADX "<group orgUnit='1' period='2017'><dataValue value='1'/></group></adx>",
      TAL_ERROR_INVALID_FILE, "dataElement" },
    { ADX "<group orgUnit='1' period='2017'><dataValue dataElement='A'/></group></adx>",
      TAL_ERROR_INVALID_FILE, "no value" },
    { ADX "<dataValue dataElement='A' value='1'/></adx>", TAL_ERROR_INVALID_FILE, "stands where" },
    { ADX "<group orgUnit='1' period='2017'><dataValue dataElement='A' value='1'/>",
      TAL_ERROR_INVALID_FILE, "damaged" },
    { "<adx xmlns='urn:other'/>", TAL_ERROR_INVALID_FILE, "not ADX" },
    { "<!DOCTYPE adx [<!ENTITY b 'bbbb'>]><adx>&b;</adx>", TAL_ERROR_UNSAFE_FILE, "document type" },
    { "<!DOCTYPE adx SYSTEM 'file:///etc/passwd'><adx/>", TAL_ERROR_UNSAFE_FILE, "document type" },
    { "<?xml version='1.0' encoding='UTF-7'?><adx/>", TAL_ERROR_UNSAFE_FILE, "UTF-8" },
    { ADX "<group orgUnit='\xff'/></adx>", TAL_ERROR_INVALID_FILE, "damaged" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    cube_text_assert_refused (cases[i].text, -1, (int)cases[i].code, cases[i].part);
}

static void
test_refuses_what_costs_too_much (void)
{
  GString         *deep = g_string_new (ADX);
  g_autofree char *wide = g_strnfill (70 * 1024, 'a');
  g_autofree char *long_tag = g_strconcat (ADX "<group orgUnit='", wide, "'/></adx>", NULL);
  g_autofree char *long_text =
      g_strconcat (ADX "<group orgUnit='1' period='2017'><dataValue dataElement='A' value='1'>"
                       "<annotation>",
                   wide, "</annotation></dataValue></group></adx>", NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");
  cube_text_assert_refused (deep->str, -1, TAL_ERROR_INVALID_FILE, "damaged");
  g_string_free (deep, TRUE);
  cube_text_assert_refused (long_tag, -1, TAL_ERROR_UNSAFE_FILE, "longer than 64 KiB");
  cube_text_assert_refused (long_text, -1, TAL_ERROR_UNSAFE_FILE, "longer than 64 KiB");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/adx/groups", test_reads_groups);
  g_test_add_func ("/formats/adx/nothing-lost", test_loses_nothing);
  g_test_add_func ("/formats/adx/refuses", test_refuses);
  g_test_add_func ("/formats/adx/costs", test_refuses_what_costs_too_much);

  return g_test_run ();
}
