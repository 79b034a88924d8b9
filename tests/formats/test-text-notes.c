/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "formats/note-file.h"

#include <string.h>

typedef struct
{
  const char *written;
  const char *read;
} Case;

static void
check_cases (const char *name, const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_test_message ("%s", cases[i].written);
      note_assert_passages (note_file_new (name, cases[i].written, -1), cases[i].read);
    }
}

static void
test_text_reads_every_encoding (void)
{
  static const struct
  {
    const char *bytes;
    gsize       length;
  } cases[] = {
    { "M\xc3\xa5l 20 pct.", 12 },
    { "\xef\xbb\xbfM\xc3\xa5l 20 pct.", 15 },
    { "M\xe5l 20 pct.", 11 }, /* Windows-1252 */
    { "\xff\xfeM\0\xe5\0l\0 \0002\0000\0 \0p\0c\0t\0.\0", 24 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    note_assert_passages (note_file_new ("notat.txt", cases[i].bytes, (gssize)cases[i].length),
                          "p1 Mål 20 pct.\n");
}

static void
test_text_ends_lines_in_any_way (void)
{
  static const Case cases[] = {
    { "Et\nTo\n", "p1 Et\np2 To\n" },
    { "Et\r\n\r\nTo", "p1 Et\np3 To\n" },
    { "Et\rTo", "p1 Et\np2 To\n" },
    { "Et\f\nTo", "p1 Et\np3 To\n" }, /* a page break */
    { "\n\n", "" },
    { "\xef\xbb\xbf", "" },
  };

  check_cases ("notat.txt", cases, G_N_ELEMENTS (cases));
}

static void
test_markdown_marks_are_not_text (void)
{
  static const Case cases[] = {
    { "## **Indhold**", "h1 Indhold\n" },
    { "### 4.1 FORLØB ###", "h1 4.1 FORLØB\n" },
    { "#2 i rækken", "p1 #2 i rækken\n" },
    { "---\n***\n* * *\n===", "" },
    { "- et mål\n* to\n+ tre\n1. fire\n12) fem", "l1 et mål\nl2 to\nl3 tre\nl4 fire\nl5 fem\n" },
    { "-12 pct.\n*Note: 3*\n1.000 kr.", "p1 -12 pct.\np2 Note: 3\np3 1.000 kr.\n" },
    { "**Basis** er *et* af ***de*** mest __anvendte__.", "p1 Basis er et af de mest anvendte.\n" },
    /* Stars that refer to a note are text. */
    { "I alt*", "p1 I alt*\n" },
    { "\\*) Målniveau", "p1 *) Målniveau\n" },
    { "*Cirka 2/3 af dem. **Øvrige dækker over IPS",
      "p1 *Cirka 2/3 af dem. **Øvrige dækker over IPS\n" },
    { "2 * 3 * 4 og a_b_c", "p1 2 * 3 * 4 og a_b_c\n" },
    { "ugen<sup>3</sup> og<br>to <b>sum</b>", "p1 ugen og to sum\n" },
    { "<sup>1</sup> Kilde", "p1 Kilde\n" },
    { "under <5 borgere, a<b, 3 > 2", "p1 under <5 borgere, a<b, 3 > 2\n" },
    { "[rapporten](https://a.dk/b) og ![figur](x.png)[^2] [1] her", "p1 rapporten og  [1] her\n" },
    { "R&amp;D &lt;5&nbsp;", "p1 R&D <5\xc2\xa0\n" },
  };

  check_cases ("notat.md", cases, G_N_ELEMENTS (cases));
}

static void
test_text_keeps_marks (void)
{
  static const Case cases[] = {
    { "# 1 *og* <b>2</b>", "p1 # 1 *og* <b>2</b>\n" },
    { "- \tet\n•\tto\n1.\ttre", "l1 et\nl2 to\nl3 tre\n" }, /* as Word saves its lists */
  };

  check_cases ("notat.txt", cases, G_N_ELEMENTS (cases));
}

static void
test_text_joins_broken_lines (void)
{
  static const Case cases[] = {
    /* Goes on in lower case. */
    { "Antallet er faldet fra 814\ntil 665. Nyt\nAndet",
      "p1 Antallet er faldet fra 814 til 665. Nyt\np3 Andet\n" },
    { "- et punkt, som\n  fortsætter\n- to", "l1 et punkt, som fortsætter\nl3 to\n" },
    { "Slut.\nog så", "p1 Slut.\np2 og så\n" },
    /* Broken to a width: the next word would not have fitted. */
    { "Antallet af aktivitetsparate kontanthjælpsmodtagere er faldet fra\n"
      "14.644 i 2015 til 12.124 i 2017. Samtidig er antallet af borgere i\n"
      "Ressourceforløb steget. Det er desuden værd at bemærke, at antallet\n"
      "København tæller er faldet fra 814 til 665 i hele perioden og at\n"
      "Revalidering er faldet.\n"
      "Kilde: Jobindsats",
      "p1 Antallet af aktivitetsparate kontanthjælpsmodtagere er faldet fra"
      " 14.644 i 2015 til 12.124 i 2017. Samtidig er antallet af borgere i"
      " Ressourceforløb steget. Det er desuden værd at bemærke, at antallet"
      " København tæller er faldet fra 814 til 665 i hele perioden og at"
      " Revalidering er faldet.\np6 Kilde: Jobindsats\n" },
  };

  check_cases ("notat.txt", cases, G_N_ELEMENTS (cases));
  check_cases ("notat.md", cases, G_N_ELEMENTS (cases));
}

static void
test_text_reads_tables (void)
{
  static const Case cases[] = {
    { "Mål\tStatus\n1\t20 pct.\n\t\n**Sum**\t\t29\n\nEn\tny",
      "r1/1 Mål|Status\nr2/1 1|20 pct.\nr4/1 Sum||29\nr6/2 En|ny\n" },
    { "| Mål | Status |\n|:---|---:|\n| 1 | 20 \\| 30 |\n|  | x |\nEfter",
      "r1/1 Mål|Status\nr3/1 1|20 | 30\nr4/1 |x\np5 Efter\n" },
    { "\tKun indrykket", "p1 Kun indrykket\n" },
    /* A blank line cuts a table, and a heading begins another. */
    { "Gruppe\t2020\t2021\nUnge\t12\t14\n\nVoksne\t31\t29\n",
      "r1/1 Gruppe|2020|2021\nr2/1 Unge|12|14\nr4/1 Voksne|31|29\n" },
    { "| Gruppe | 2020 |\n|---|---|\n\n| Unge | 12 |\n\n| Voksne | 31 |\n",
      "r1/1 Gruppe|2020\nr4/1 Unge|12\nr6/1 Voksne|31\n" },
    { "Gruppe\t2020\nUnge\t12\n\nGruppe\t2021\nUnge\t14\n",
      "r1/1 Gruppe|2020\nr2/1 Unge|12\nr4/2 Gruppe|2021\nr5/2 Unge|14\n" },
    { "| Gruppe | Antal |\n|---|---|\n| Unge | 12 |\n\n| Mål | 40 |\n|---|---|\n| 1 | 14 |",
      "r1/1 Gruppe|Antal\nr3/1 Unge|12\nr5/2 Mål|40\nr7/2 1|14\n" },
    { "Unge\t12\n\nVoksne\t31\t29\n", "r1/1 Unge|12\nr3/2 Voksne|31|29\n" },
    { "Unge\t12\n\n\n\nVoksne\t31\n", "r1/1 Unge|12\nr5/2 Voksne|31\n" },
  };

  check_cases ("notat.md", cases, G_N_ELEMENTS (cases));
}

/* As the committee's minutes are copied from the municipality's pages. */
static void
test_text_rebuilds_rows_of_a_cell_a_line (void)
{
  static const Case cases[] = {
    { "Tabel 1. Antallet |\n|||\n|\nAntal fuldtidspersoner |\n||\nMålgruppe |\n4. kvt. 2015 |\n"
      "4. kvt. 2016 |\n4. kvt. 2017 |\nAktivitetsparate |\n14.644 |\n12.982 |\n12.124 |\n"
      "- Heraf ledige |\n814 |\n709 |\n665 |\nKilde: Jobindsats.dk |\nAf tabel 1 fremgår",
      "p1 Tabel 1. Antallet\nr3/1 |Antal fuldtidspersoner||\n"
      "r6/1 Målgruppe|4. kvt. 2015|4. kvt. 2016|4. kvt. 2017\n"
      "r10/1 Aktivitetsparate|14.644|12.982|12.124\nr14/1 - Heraf ledige|814|709|665\n"
      "p18 Kilde: Jobindsats.dk\np19 Af tabel 1 fremgår\n" },
    /* The first cell of the years is empty, and a year is a number. */
    { "Tabel 2: Udvikling |\n|\n2015 |\n2016 |\nFørtidspension |\n300 |\n321 |\nFleksjob |\n142 "
      "|\n190 |",
      "p1 Tabel 2: Udvikling\nr2/1 |2015|2016\nr5/1 Førtidspension|300|321\nr8/1 "
      "Fleksjob|142|190\n" },
    { "Tabel 6: Fordeling |\n|\n|\nFordeling |\nGruppe 1 |\n19 % |\nI alt |\n100 % |",
      "p1 Tabel 6: Fordeling\nr3/1 |Fordeling\nr5/1 Gruppe 1|19 %\nr7/1 I alt|100 %\n" },
    /* A gap is an empty cell. */
    { "A |\n1 |\n2 |\nB |\n|\n3 |", "r1/1 A|1|2\nr4/1 B||3\n" },
    /* No numbers: no rows. */
    { "Princip |\nInitiativer |\n|||\nProgression |",
      "p1 Princip\np2 Initiativer\np4 Progression\n" },
    { "|||\n|", "" },
  };

  check_cases ("referat.md", cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/text/reads-every-encoding", test_text_reads_every_encoding);
  g_test_add_func ("/formats/text/ends-lines-in-any-way", test_text_ends_lines_in_any_way);
  g_test_add_func ("/formats/text/markdown-marks-are-not-text", test_markdown_marks_are_not_text);
  g_test_add_func ("/formats/text/plain-text-keeps-marks", test_text_keeps_marks);
  g_test_add_func ("/formats/text/joins-broken-lines", test_text_joins_broken_lines);
  g_test_add_func ("/formats/text/reads-tables", test_text_reads_tables);
  g_test_add_func ("/formats/text/rebuilds-rows-of-a-cell-a-line",
                   test_text_rebuilds_rows_of_a_cell_a_line);
  return g_test_run ();
}
