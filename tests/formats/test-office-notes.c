/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/note-file.h"

typedef struct
{
  const char *written;
  const char *read;
} Case;

#define CELL(text) "<table:table-cell><text:p>" text "</text:p></table:table-cell>"
#define W_P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define W_STYLED(style, text) \
  "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define W_CELL(text) "<w:tc><w:tcPr/>" W_P (text) "</w:tc>"

static void
test_odt_reads_text (void)
{
  static const Case cases[] = {
    { "<text:h>Mål</text:h><text:p>Et <text:span>tal</text:span>: 2.351</text:p>",
      "h1 Mål\np2 Et tal: 2.351\n" },
    { "<text:list><text:list-item><text:p>et</text:p><text:list><text:list-item><text:p>to</text:p>"
      "</text:list-item></text:list></text:list-item></text:list><text:p>efter</text:p>",
      "l1 et\nl2 to\np3 efter\n" },
    { "<text:p>a<text:s text:c=\"3\"/>b<text:tab/>c<text:line-break/>d\n   e</text:p><text:p/>",
      "p1 a b\tc d e\n" },
    { "<text:tracked-changes><text:changed-region><text:deletion><text:p>2.315</text:p>"
      "</text:deletion></text:changed-region></text:tracked-changes>"
      "<text:p>til <text:change/>2.351<office:annotation><text:p>tjek</text:p></office:annotation>"
      "</text:p>",
      "p1 til 2.351\n" },
    /* A footnote comes behind its paragraph, its number nowhere. */
    { "<text:p>Tal<text:note><text:note-citation>1</text:note-citation><text:note-body>"
      "<text:p>Kilde: BIFLIS</text:p></text:note-body></text:note> her</text:p><text:p>To</text:p>",
      "p1 Tal her\np2 Kilde: BIFLIS\np3 To\n" },
    { "<text:table-of-content><text:index-body><text:p>Mål 3</text:p></text:index-body>"
      "</text:table-of-content><text:p><text:title>Status</text:title><draw:frame>"
      "<svg:title>billede</svg:title></draw:frame></text:p>",
      "p1 Status\n" },
    { "<text:p>a &amp; &lt;b&gt; &#248;</text:p>", "p1 a & <b> ø\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    note_assert_passages (note_file_new_odt (cases[i].written), cases[i].read);
}

static void
test_odt_reads_tables (void)
{
  static const Case cases[] = {
    { "<table:table><table:table-column/><table:table-header-rows><table:table-row>" CELL ("Mål")
          CELL ("Status") "</table:table-row></table:table-header-rows><table:table-row>" CELL ("1")
              CELL ("20 pct.") "</table:table-row></table:table><text:p>efter</text:p>",
      "r1/1 Mål|Status\nr2/1 1|20 pct.\np3 efter\n" },
    { "<table:table><table:table-row><table:table-cell "
      "table:number-columns-spanned=\"2\"><text:p>Sum"
      "</text:p><text:p>i alt</text:p></table:table-cell><table:covered-table-cell/>" CELL (
          "3") "</table:table-row></table:table>",
      "r1/1 Sum i alt||3\n" },
    { "<table:table><table:table-row table:number-rows-repeated=\"2\">"
      "<table:table-cell table:number-columns-repeated=\"3\"><text:p>7</text:p></table:table-cell>"
      "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>"
      "<table:table-row "
      "table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row>"
      "</table:table>",
      "r1/1 7|7|7|\nr2/1 7|7|7|\n" },
    /* A table in a cell is text of the cell. */
    { "<table:table><table:table-row><table:table-cell><table:table><table:table-row>" CELL ("1")
          CELL ("2") "</table:table-row></table:table></table:table-cell>" CELL (
              "3") "</table:table-row></table:table>",
      "r1/1 1 2|3\n" },
    /* A footnote in a cell is not. */
    { "<table:table><table:table-row><table:table-cell><text:p>4<text:note><text:note-body><text:p>"
      "Anm</text:p></text:note-body></text:note></text:p></table:table-cell></table:table-row>"
      "</table:table>",
      "p1 Anm\nr2/1 4\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    note_assert_passages (note_file_new_odt (cases[i].written), cases[i].read);
}

static void
test_docx_reads_text (void)
{
  static const Case cases[] = {
    { W_STYLED ("Overskrift1", "Mål") W_P ("Et tal") W_STYLED ("Heading2", "To")
          W_STYLED ("INDHOLDSFORTEGNELSE1", "Mål 3"),
      "h1 Mål\np2 Et tal\nh3 To\n" },
    { "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>"
      "et</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>"
      "to</w:t></w:r></w:p>" W_STYLED ("ListBullet", "tre"),
      "l1 et\np2 to\nl3 tre\n" },
    { "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs><w:outlineLvl w:val=\"9\"/></w:pPr><w:r>"
      "<w:t xml:space=\"preserve\">a </w:t></w:r><w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
      "<w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>",
      "p1 a \tb c-d\n" },
    { "<w:p><w:del><w:r><w:delText>2.315</w:delText><w:t>x</w:t></w:r></"
      "w:del><w:ins><w:r><w:t>2.351"
      "</w:t></w:r></w:ins><w:r><w:instrText>PAGE 7</w:instrText></w:r></w:p>",
      "p1 2.351\n" },
    /* A text box, which older programs find a second time. */
    { "<w:p><w:r><w:t>Ude</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>" W_P (
          "Boks") "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" W_P ("Boks") "</"
                                                                                          "w:"
                                                                                          "txbxCont"
                                                                                          "ent></"
                                                                                          "mc:"
                                                                                          "Fallback"
                                                                                          "></"
                                                                                          "mc:"
                                                                                          "Alternat"
                                                                                          "eContent"
                                                                                          "></"
                                                                                          "w:r></"
                                                                                          "w:"
                                                                                          "p>" W_P (
                                                                                              "Efte"
                                                                                              "r"),
      "p1 Ude\np2 Boks\np3 Efter\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    note_assert_passages (note_file_new_docx (cases[i].written), cases[i].read);
}

static void
test_docx_reads_tables (void)
{
  static const Case cases[] = {
    { "<w:tbl><w:tblPr/><w:tr>" W_CELL ("Mål") W_CELL ("Status") "</w:tr><w:tr>" W_CELL ("1")
          W_CELL ("20 pct.") "</w:tr></w:tbl>" W_P ("efter"),
      "r1/1 Mål|Status\nr2/1 1|20 pct.\np3 efter\n" },
    { "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" W_P ("Sum")
          W_P ("i alt") "</w:tc>" W_CELL (
              "3") "</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" W_CELL ("4")
              W_CELL ("5") "</w:tr></w:tbl>",
      "r1/1 Sum i alt||3\nr2/1 |4|5\n" },
    { "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"9\"/></w:tcPr>" W_P (
          "1") "</w:tc></w:tr></w:tbl>" W_P ("2") "</w:tc>" W_CELL ("3") "</w:tr></w:tbl>",
      "r1/1 1 2|3\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    note_assert_passages (note_file_new_docx (cases[i].written), cases[i].read);
}

static void
test_docx_finds_its_parts (void)
{
  static const NoteEntry entries[] = {
    { "_rels/.rels", DOCX_RELATIONSHIPS ("/word/document2.xml"), -1, NULL },
    { "word/document2.xml", DOCX_START W_P ("Tal") DOCX_END, -1, NULL },
    { "word/footnotes.xml",
      "<w:footnotes" DOCX_NAMESPACES "><w:footnote w:type=\"separator\">" W_P (
          "-") "</w:footnote><w:footnote w:id=\"1\">" W_P ("Kilde") "</w:footnote></w:footnotes>",
      -1, NULL },
  };

  note_assert_passages (note_file_new_archive ("Notat.DOCX", entries, G_N_ELEMENTS (entries)),
                        "p1 Tal\np2 Kilde\n");
  /* What is in a file counts, not its name. */
  note_assert_passages (note_file_new_archive ("notat.txt", entries, G_N_ELEMENTS (entries)),
                        "p1 Tal\np2 Kilde\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/odt/reads-text", test_odt_reads_text);
  g_test_add_func ("/formats/odt/reads-tables", test_odt_reads_tables);
  g_test_add_func ("/formats/docx/reads-text", test_docx_reads_text);
  g_test_add_func ("/formats/docx/reads-tables", test_docx_reads_tables);
  g_test_add_func ("/formats/docx/finds-its-parts", test_docx_finds_its_parts);
  return g_test_run ();
}
