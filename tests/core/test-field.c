/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-field.h"
#include "core/tal-record.h"
#include "support/random-record.h"

#include <glib.h>
#include <locale.h>

/* One field of each type. */
typedef struct
{
  char      *code;
  char      *prose;
  TalId      unit;
  int        number;
  gboolean   open;
  guint      state;
  guint      direction;
  TalDecimal value;
  TalDay     day;
  TalPeriod  period;
  GArray    *links;
} Sheet;

typedef struct
{
  char   *note;
  GArray *deeper;
} Link;

static const char *const words[] = { "planned", "running", "ended", NULL };

static const TalField note_fields[] = {
  { "note", "Note", TAL_FIELD_PROSE, FALSE, 0 },
};
static const TalStructure note = { "note", sizeof (char *), note_fields, 1 };

static const TalField link_fields[] = {
  { "note", "Note", TAL_FIELD_PROSE, FALSE, G_STRUCT_OFFSET (Link, note) },
  { "deeper", "Deeper", TAL_FIELD_LIST, FALSE, G_STRUCT_OFFSET (Link, deeper), .item = &note },
};
static const TalStructure link_structure = { "link", sizeof (Link), link_fields, 2 };

enum
{
  CODE,
  PROSE,
  UNIT,
  NUMBER,
  OPEN,
  STATE,
  DIRECTION,
  VALUE,
  DAY,
  PERIOD,
  LINKS,
};

static const TalField fields[] = {
  { "code", "Code", TAL_FIELD_TEXT, FALSE, G_STRUCT_OFFSET (Sheet, code) },
  { "prose", "Prose", TAL_FIELD_PROSE, FALSE, G_STRUCT_OFFSET (Sheet, prose) },
  { "unit", "Unit", TAL_FIELD_REFERENCE, FALSE, G_STRUCT_OFFSET (Sheet, unit) },
  { "number", "Number", TAL_FIELD_INTEGER, FALSE, G_STRUCT_OFFSET (Sheet, number) },
  { "open", "Open", TAL_FIELD_BOOLEAN, FALSE, G_STRUCT_OFFSET (Sheet, open) },
  { "state", "State", TAL_FIELD_WORD, TRUE, G_STRUCT_OFFSET (Sheet, state), .words = words },
  { "direction", "Way", TAL_FIELD_WORD, FALSE, G_STRUCT_OFFSET (Sheet, direction), .words = words },
  { "value", "Value", TAL_FIELD_DECIMAL, FALSE, G_STRUCT_OFFSET (Sheet, value) },
  { "day", "Day", TAL_FIELD_DAY, FALSE, G_STRUCT_OFFSET (Sheet, day) },
  { "period", "Period", TAL_FIELD_PERIOD, FALSE, G_STRUCT_OFFSET (Sheet, period) },
  { "links", "Links", TAL_FIELD_LIST, FALSE, G_STRUCT_OFFSET (Sheet, links),
    .item = &link_structure },
};

static const TalStructure sheet = { "sheet", sizeof (Sheet), fields, G_N_ELEMENTS (fields) };

static const char id_text[] = "018cc251-f400-7abc-8def-0123456789ab";

static const struct
{
  guint       field;
  const char *text;
} texts[] = {
  { CODE, "BIF" },
  { CODE, "2024 - 11257" },
  { CODE, "KEH æøå \"’\\" },
  { PROSE, "Minimum 75 pct. af deltagerne\nkommer i virksomhedsplacering.\n\tMål 2" },
  { PROSE, " " },
  { PROSE, "lost in reading: \357\277\275" }, /* U+FFFD is a character */
  { UNIT, id_text },
  { NUMBER, "1" },
  { NUMBER, "2147483647" },
  { OPEN, "true" },
  { STATE, "planned" }, /* the first word is a default, but a required one is written */
  { STATE, "ended" },
  { DIRECTION, "running" },
  { VALUE, "0" }, /* zero is not missing */
  { VALUE, "0.00" },
  { VALUE, "8.70" },
  { VALUE, "-1445" },
  { VALUE, "999999999999999999" },
  { DAY, "2018-09-01" },
  { DAY, "1000-01-01" },
  { PERIOD, "2017" },
  { PERIOD, "2017-Q4" },
  { PERIOD, "2017-01-01/2018-07-31" },
};

static void
test_field_reads_back_what_it_writes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *text = NULL;
      const TalField    *field = &fields[texts[i].field];
      Sheet              first;

      g_test_message ("%s: %s", field->name, texts[i].text);
      tal_structure_init (&sheet, &first);
      g_assert_true (tal_field_read_text (field, &first, texts[i].text, &error));
      g_assert_no_error (error);

      text = tal_field_dup_text (field, &first);
      g_assert_cmpstr (text, ==, texts[i].text);
      g_assert_true (tal_field_is_default (field, &first) == (i == 10));
      tal_structure_clear (&sheet, &first);
    }
}

static const struct
{
  guint       field;
  const char *text;
  int         code;
} refusals[] = {
  { CODE, "two\nlines", TAL_ERROR_INVALID_TEXT },
  { CODE, "a\ttab", TAL_ERROR_INVALID_TEXT },
  { PROSE, "a bell\a", TAL_ERROR_INVALID_TEXT },
  { PROSE, "from Windows\r\n", TAL_ERROR_INVALID_TEXT },
  { PROSE, "\177", TAL_ERROR_INVALID_TEXT },
  { PROSE, "next line\302\205", TAL_ERROR_INVALID_TEXT },  /* U+0085, a control too */
  { PROSE, "half a letter \303", TAL_ERROR_INVALID_TEXT }, /* no UTF-8 */
  { CODE, "Latin-1 \346\370\345", TAL_ERROR_INVALID_TEXT },
  { PROSE, "no character \357\277\276", TAL_ERROR_INVALID_TEXT }, /* U+FFFE, no XML can hold it */
  { PROSE, "nor this \357\277\277", TAL_ERROR_INVALID_TEXT },
  { UNIT, "", TAL_ERROR_INVALID_TEXT },
  { UNIT, "BIF", TAL_ERROR_INVALID_TEXT },
  { UNIT, "018CC251-F400-7ABC-8DEF-0123456789AB", TAL_ERROR_INVALID_TEXT },
  { UNIT, "00000000-0000-0000-0000-000000000000", TAL_ERROR_INVALID_TEXT },
  { NUMBER, "", TAL_ERROR_INVALID_TEXT },
  { NUMBER, "-1", TAL_ERROR_INVALID_TEXT },
  { NUMBER, "+1", TAL_ERROR_INVALID_TEXT },
  { NUMBER, "01", TAL_ERROR_INVALID_TEXT },
  { NUMBER, "1 ", TAL_ERROR_INVALID_TEXT },
  { NUMBER, "1.0", TAL_ERROR_INVALID_TEXT },
  { NUMBER, "2147483648", TAL_ERROR_OUT_OF_RANGE },
  { NUMBER, "99999999999999999999", TAL_ERROR_OUT_OF_RANGE },
  { NUMBER, "\377", TAL_ERROR_INVALID_TEXT },
  { OPEN, "\377", TAL_ERROR_INVALID_TEXT },
  { STATE, "\377", TAL_ERROR_INVALID_TEXT },
  { OPEN, "", TAL_ERROR_INVALID_TEXT },
  { OPEN, "1", TAL_ERROR_INVALID_TEXT },
  { OPEN, "True", TAL_ERROR_INVALID_TEXT },
  { OPEN, "ja", TAL_ERROR_INVALID_TEXT },
  { STATE, "", TAL_ERROR_INVALID_TEXT },
  { STATE, "Ended", TAL_ERROR_INVALID_TEXT },
  { STATE, "end", TAL_ERROR_INVALID_TEXT },
  { VALUE, "8,7", TAL_ERROR_INVALID_TEXT },
  { VALUE, "1e3", TAL_ERROR_INVALID_TEXT },
  { VALUE, "1000000000000000000", TAL_ERROR_OUT_OF_RANGE },
  { DAY, "01-09-2018", TAL_ERROR_INVALID_TEXT },
  { DAY, "2018-02-29", TAL_ERROR_INVALID_TEXT },
  { PERIOD, "4. kvt. 2015", TAL_ERROR_INVALID_TEXT },
  { PERIOD, "", TAL_ERROR_INVALID_TEXT },
};

static const char *const before[] = { "BIF",   "tekst",   id_text, "5",          "true",
                                      "ended", "running", "8.7",   "2018-09-01", "2017" };

static void
test_field_refuses_other_text_and_stays_as_it_was (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *text = NULL;
      const TalField    *field = &fields[refusals[i].field];
      Sheet              first;

      g_test_message ("%s: %s", field->name, refusals[i].text);
      tal_structure_init (&sheet, &first);
      g_assert_true (tal_field_read_text (field, &first, before[refusals[i].field], NULL));
      g_assert_false (tal_field_read_text (field, &first, refusals[i].text, &error));
      g_assert_error (error, TAL_ERROR, refusals[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL)); /* whatever it quotes */

      text = tal_field_dup_text (field, &first);
      g_assert_cmpstr (text, ==, before[refusals[i].field]);
      tal_structure_clear (&sheet, &first);
    }
}

static void
test_field_has_no_text_at_its_default (void)
{
  Sheet first;

  tal_structure_init (&sheet, &first);
  for (guint i = 0; i < LINKS; i++)
    {
      g_autofree char *text = tal_field_dup_text (&fields[i], &first);

      g_test_message ("%s", fields[i].name);
      g_assert_true (tal_field_is_default (&fields[i], &first));
      g_assert_cmpstr (text, ==, i == STATE ? "planned" : NULL);
    }

  g_assert_true (tal_field_is_default (&fields[LINKS], &first));
  tal_structure_clear (&sheet, &first);
}

static void
test_field_takes_an_empty_text_for_none (void)
{
  Sheet empty;
  Sheet none;

  tal_structure_init (&sheet, &empty);
  tal_structure_init (&sheet, &none);
  empty.code = g_strdup ("");
  g_assert_true (tal_field_is_default (&fields[CODE], &empty));
  g_assert_null (tal_field_dup_text (&fields[CODE], &empty));
  g_assert_true (tal_structure_is_equal (&sheet, &empty, &none));

  g_assert_true (tal_field_read_text (&fields[PROSE], &none, "", NULL));
  g_assert_null (none.prose);
  tal_structure_clear (&sheet, &empty);
}

static void
fill (Sheet *self)
{
  Link *item = NULL;

  tal_structure_init (&sheet, self);
  for (guint i = 0; i < LINKS; i++)
    g_assert_true (tal_field_read_text (&fields[i], self, before[i], NULL));
  item = tal_field_append_item (&fields[LINKS], self);
  item->note = g_strdup ("fremmøde");
  *(char **)tal_field_append_item (&link_fields[1], item) = g_strdup ("inderst");
  tal_field_append_item (&fields[LINKS], self);
}

static void
test_field_copy_is_equal_and_its_own (void)
{
  Sheet first;
  Sheet copy;

  fill (&first);
  tal_structure_copy (&sheet, &copy, &first);
  g_assert_true (tal_structure_is_equal (&sheet, &first, &copy));
  g_assert_cmpuint (copy.links->len, ==, 2);
  g_assert_true (copy.links != first.links);
  g_assert_true (copy.code != first.code);

  tal_structure_clear (&sheet, &first);
  g_assert_null (first.code);
  g_assert_null (first.links);
  g_assert_cmpstr (g_array_index (copy.links, Link, 0).note, ==, "fremmøde");
  g_assert_cmpstr (g_array_index (g_array_index (copy.links, Link, 0).deeper, char *, 0), ==,
                   "inderst");
  tal_structure_clear (&sheet, &copy);
}

static void
test_field_sees_a_difference_in_each_field (void)
{
  static const char *const other[] = {
    "SOF",    "en anden tekst", "018cc251-f400-7abc-8def-0123456789ac",
    "6",      "true",           "running",
    "ended",  "8.70",           "2018-09-02",
    "2017-H1"
  };

  for (guint i = 0; i <= LINKS; i++)
    {
      Sheet first;
      Sheet second;

      g_test_message ("%s", fields[i].name);
      fill (&first);
      fill (&second);
      g_assert_true (tal_field_is_equal (&fields[i], &first, &second));

      if (i == LINKS)
        tal_field_append_item (&fields[LINKS], &second);
      else if (i == OPEN)
        second.open = FALSE;
      else
        g_assert_true (tal_field_read_text (&fields[i], &second, other[i], NULL));
      g_assert_false (tal_field_is_equal (&fields[i], &first, &second));
      g_assert_false (tal_structure_is_equal (&sheet, &first, &second));
      tal_structure_clear (&sheet, &first);
      tal_structure_clear (&sheet, &second);
    }
}

static void
test_field_compares_lists_to_their_depth (void)
{
  Sheet first;
  Sheet second;
  Link *item = NULL;

  fill (&first);
  fill (&second);
  item = &g_array_index (second.links, Link, 0);
  g_array_index (item->deeper, char *, 0)[0] = 'I';
  g_assert_false (tal_structure_is_equal (&sheet, &first, &second));
  tal_structure_clear (&sheet, &first);
  tal_structure_clear (&sheet, &second);

  /* An empty list is no list. */
  tal_structure_init (&sheet, &first);
  tal_structure_init (&sheet, &second);
  second.links = tal_field_new_list (&fields[LINKS]);
  g_assert_true (tal_structure_is_equal (&sheet, &first, &second));
  g_assert_true (tal_field_is_default (&fields[LINKS], &second));
  tal_structure_clear (&sheet, &second);
}

/* Every word of every kind can be written and read, and no other has its place. */
static void
test_field_words_are_each_one_place (void)
{
  guint n_words = 0;

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      const TalStructure   *structure = tal_kind_get_structure ((TalKind)kind);
      g_autoptr (TalRecord) record = tal_record_new ((TalKind)kind, TAL_ID_NONE);

      for (guint i = 0; i < structure->n_fields; i++)
        {
          const TalField *field = &structure->fields[i];

          for (guint j = 0; field->words != NULL && field->words[j] != NULL; j++, n_words++)
            {
              g_assert_true (tal_field_read_text (field, record, field->words[j], NULL));
              g_assert_cmpuint (*(guint *)TAL_FIELD_AT (field, record), ==, j);
            }
        }
    }

  g_assert_cmpuint (n_words, >, 50);
}

static void
test_field_refuses_to_keep_what_has_no_text (void)
{
  g_autoptr (GError) error = NULL;
  Sheet              first;

  fill (&first);
  for (guint i = 0; i < LINKS; i++)
    g_assert_true (tal_field_check (&fields[i], &first, &error));

  first.code[0] = '\n';
  first.prose[0] = '\r';
  first.number = -1;
  first.state = 3;
  first.value = TAL_DECIMAL (1, 10);
  first.day = -5;
  first.period.last = 0;
  for (guint i = 0; i < LINKS; i++)
    {
      g_clear_error (&error);
      g_test_message ("%s", fields[i].name);
      g_assert_true (tal_field_check (&fields[i], &first, &error) ==
                     (i == UNIT || i == OPEN || i == DIRECTION));
    }
  tal_structure_clear (&sheet, &first);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/field/reads-back-what-it-writes", test_field_reads_back_what_it_writes);
  g_test_add_func ("/core/field/refuses-other-text-and-stays-as-it-was",
                   test_field_refuses_other_text_and_stays_as_it_was);
  g_test_add_func ("/core/field/has-no-text-at-its-default", test_field_has_no_text_at_its_default);
  g_test_add_func ("/core/field/takes-an-empty-text-for-none",
                   test_field_takes_an_empty_text_for_none);
  g_test_add_func ("/core/field/copy-is-equal-and-its-own", test_field_copy_is_equal_and_its_own);
  g_test_add_func ("/core/field/sees-a-difference-in-each-field",
                   test_field_sees_a_difference_in_each_field);
  g_test_add_func ("/core/field/compares-lists-to-their-depth",
                   test_field_compares_lists_to_their_depth);
  g_test_add_func ("/core/field/words-are-each-one-place", test_field_words_are_each_one_place);
  g_test_add_func ("/core/field/refuses-to-keep-what-has-no-text",
                   test_field_refuses_to_keep_what_has_no_text);

  return g_test_run ();
}
