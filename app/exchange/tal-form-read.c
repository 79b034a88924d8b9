/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-form-read.h"

#include "base/tal-danish-text.h"
#include "base/tal-error.h"
#include "core/tal-series.h"
#include "exchange/tal-cell-figure.h"
#include "exchange/tal-form-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TalForm
{
  TalWorkbook    *book;
  const TalSheet *sheet;
  guint           first; /* row behind the headings */
};

/* One row, read. */
typedef struct
{
  guint          row;
  TalId          series;
  TalPeriod      period;
  TalVersions   *known; /* owned; NULL where nothing was known */
  TalCellFigure  figure;
  TalFigureState state;
  const char    *remark;
  gboolean       has_number;
  gboolean       says_figure; /* other than what was known */
  gboolean       says_remark;
} Row;

typedef struct
{
  const TalForm         *form;
  const TalCatalogue    *catalogue;
  TalRunSource          *runs;
  const TalFigureSource *source;
  GPtrArray             *problems;
  TalColumnMap          *map;    /* without answers: signs mean what they usually do */
  TalMapColumn           column; /* of the numbers */
  TalBundle             *bundle;
  GHashTable            *seen; /* TalKey, a set */
  TalFormCounts          counts;
} Reading;

static void
row_clear (Row *row)
{
  g_clear_pointer (&row->known, tal_versions_unref);
  g_free (row->figure.note);
  g_free (row->figure.sentence);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->bundle, tal_bundle_free);
  g_clear_pointer (&reading->seen, g_hash_table_unref);
  g_clear_pointer (&reading->map, tal_column_map_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static const char *
get_text (const TalForm *self, guint row, TalFormColumn column)
{
  return tal_sheet_get_text (self->sheet, row, column);
}

static gboolean
find_first_row (const TalSheet *sheet, guint *ret_first)
{
  for (guint row = 0; row < tal_sheet_get_n_rows (sheet); row++)
    {
      if (g_str_equal (tal_sheet_get_text (sheet, row, TAL_FORM_SERIES_KEY), TAL_FORM_SIGN))
        {
          *ret_first = row + 1;
          return TRUE;
        }
    }

  return FALSE;
}

TalForm *
tal_form_new (TalWorkbook *book)
{
  g_return_val_if_fail (book != NULL, NULL);

  for (guint i = 0; i < tal_workbook_get_n_sheets (book); i++)
    {
      const TalSheet *sheet = tal_workbook_get_sheet (book, i);
      guint           first = 0;
      TalForm        *self = NULL;

      if (!find_first_row (sheet, &first))
        continue;

      self = g_new0 (TalForm, 1);
      self->book = tal_workbook_ref (book);
      self->sheet = sheet;
      self->first = first;
      return self;
    }

  return NULL;
}

void
tal_form_free (TalForm *self)
{
  if (self == NULL)
    return;

  tal_workbook_unref (self->book);
  g_free (self);
}

char *
tal_form_dup_digest (const TalForm *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint row = self->first; row < tal_sheet_get_n_rows (self->sheet); row++)
    {
      for (guint column = TAL_FORM_NUMBER; column < TAL_FORM_N_COLUMNS; column++)
        {
          const char *text = get_text (self, row, column);

          g_checksum_update (checksum, (const guchar *)text, (gssize)strlen (text) + 1);
        }
    }
  return g_strdup (g_checksum_get_string (checksum));
}

TalId
tal_form_find_source (TalId collection)
{
  static const char twist[] = "indsatstal-skema";
  TalId             source = collection;

  G_STATIC_ASSERT (sizeof twist == sizeof source.bytes + 1);
  for (gsize i = 0; i < sizeof source.bytes; i++)
    source.bytes[i] ^= (guint8)twist[i];
  return source;
}

/* Takes the sentence. */
static gboolean
refuse (Reading *self, guint row, TalFormColumn column, const char *code, char *sentence)
{
  g_autofree char *place = tal_sheet_dup_place (self->form->sheet, row, column);

  g_ptr_array_add (self->problems, tal_problem_new (TAL_SEVERITY_ERROR, code, place, sentence));
  g_free (sentence);
  return FALSE;
}

static gboolean
read_keys (Reading *self, Row *row)
{
  const char      *known = get_text (self->form, row->row, TAL_FORM_KNOWN_VERSIONS);
  const TalRecord *series = NULL;

  if (!tal_id_parse (get_text (self->form, row->row, TAL_FORM_SERIES_KEY), &row->series, NULL) ||
      !tal_period_parse (get_text (self->form, row->row, TAL_FORM_PERIOD_KEY), &row->period,
                         NULL) ||
      (known[0] != '\0' && !tal_versions_parse (known, &row->known, NULL)))
    return refuse (self, row->row, TAL_FORM_SERIES, "form-row",
                   g_strdup (_ ("What the row is of can no longer be read. Put the figure into the "
                                "program by hand.")));

  series = tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, row->series);
  if (series == NULL || TAL_SERIES (series)->basis != TAL_BASIS_ENTERED)
    return refuse (self, row->row, TAL_FORM_SERIES, "form-series",
                   g_strdup (_ ("The figure of the row is no longer entered here.")));

  return TRUE;
}

/* Whether the cell says something else than what was known; an empty one says nothing. */
static gboolean
is_said (const TalForm *form, guint row, TalFormColumn column, TalFormColumn known)
{
  g_autofree char *said = g_strstrip (g_strdup (get_text (form, row, column)));

  return said[0] != '\0' && !g_str_equal (said, get_text (form, row, known));
}

/* "2.568" that was known and 2568.0 are the same figure. */
static gboolean
is_known_number (Reading *self, const Row *row)
{
  const char *known = get_text (self->form, row->row, TAL_FORM_KNOWN_NUMBER);
  TalDecimal  value = TAL_DECIMAL_NONE;

  return tal_decimal_parse (known, &value, NULL) && !tal_decimal_is_none (row->figure.value) &&
         tal_decimal_compare (value, row->figure.value) == 0;
}

static gboolean
read_number (Reading *self, Row *row)
{
  const TalCell cell = tal_sheet_get_cell (self->form->sheet, row->row, TAL_FORM_NUMBER);

  row->has_number = !tal_cell_figure_is_empty (&cell);
  if (!row->has_number)
    return TRUE;
  if (!tal_cell_figure_read (&cell, &self->column, self->map, &row->figure))
    return refuse (self, row->row, TAL_FORM_NUMBER, "form-number",
                   g_steal_pointer (&row->figure.sentence));

  row->says_figure = is_said (self->form, row->row, TAL_FORM_NUMBER, TAL_FORM_KNOWN_NUMBER) &&
                     !is_known_number (self, row);
  return TRUE;
}

static gboolean
read_state (Reading *self, Row *row)
{
  const char *state = get_text (self->form, row->row, TAL_FORM_STATE);

  if (state[0] == '\0')
    return TRUE;
  if (!tal_cell_figure_read_state (state, &row->state))
    {
      g_autofree char *quoted = tal_error_dup_quotable (state);

      return refuse (self, row->row, TAL_FORM_STATE, "form-state",
                     g_strdup_printf (_ ("“%s” is not one of final, preliminary and estimate."),
                                         quoted));
    }

  row->says_figure =
      row->says_figure || is_said (self->form, row->row, TAL_FORM_STATE, TAL_FORM_KNOWN_STATE);
  return TRUE;
}

/* A state or a remark of no figure has nowhere to be. */
static gboolean
check_whole (Reading *self, const Row *row)
{
  if (row->has_number || (!row->says_figure && !row->says_remark))
    return TRUE;

  return refuse (self, row->row, TAL_FORM_NUMBER, "form-no-number",
                 g_strdup (
                     _ ("Something is said of a figure that isn't there. Write the figure, or "
                              ".. where it isn't known.")));
}

static gboolean
read_row (Reading *self, Row *row)
{
  if (!read_keys (self, row) || !read_number (self, row) || !read_state (self, row))
    return FALSE;

  row->remark = get_text (self->form, row->row, TAL_FORM_REMARK);
  row->says_remark = is_said (self->form, row->row, TAL_FORM_REMARK, TAL_FORM_KNOWN_REMARK);
  return check_whole (self, row);
}

/* It has seen what was known, and changed a part of it. */
static TalVersions *
make_versions (const Reading *self, const Row *row, const TalRecord *record)
{
  const TalStructure *structure = tal_kind_get_structure (TAL_KIND_OBSERVATION);
  TalVersions *versions = tal_versions_advance (row->known, self->source->id, self->source->time);

  for (guint i = 0; row->known != NULL && i < structure->n_fields; i++)
    {
      const TalField         *field = &structure->fields[i];
      gboolean                is_remark = g_str_equal (field->name, "note");
      g_autoptr (TalVersions) before = NULL;

      if (is_remark ? !row->says_remark : !row->says_figure)
        continue;
      before = versions;
      versions = tal_versions_set_part (before, tal_record_get_part (record, field),
                                        self->source->id, self->source->time);
    }

  return versions;
}

static void
fill_in (const Row *row, TalObservation *record)
{
  if (row->says_figure)
    {
      record->value = row->figure.value;
      record->missing = row->figure.missing;
      record->approximation = row->figure.approximation;
      record->state = row->figure.is_preliminary ? TAL_FIGURE_PRELIMINARY : row->state;
      record->kept = FALSE;
    }
  if (row->says_remark)
    {
      g_free (record->note);
      record->note = g_strdup (row->remark);
    }
}

static gboolean
bundle_row (Reading *self, const Row *row, GError **error)
{
  g_autoptr (TalRun)      run = tal_run_source_ref_run (self->runs, row->series, error);
  const TalObservation   *here = NULL;
  TalObservation         *record = NULL;
  g_autoptr (TalVersions) versions = NULL;
  TalId                   owner = TAL_ID_NONE;

  if (run == NULL)
    return FALSE;

  here = tal_run_find (run, row->period);
  record = here != NULL ? tal_record_copy (&here->record)
                        : tal_observation_new (row->series, row->period, row->figure.value);
  fill_in (row, record);
  owner = tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, row->series)->owner;
  record->record.changed_at = self->source->time;
  g_clear_pointer (&record->record.changed_by, g_free);
  versions = make_versions (self, row, &record->record);
  tal_record_set_versions (&record->record, versions, owner);
  tal_bundle_add (self->bundle, &record->record, row->row + 1);
  return TRUE;
}

static gboolean
is_repeated (Reading *self, const Row *row)
{
  const TalKey key = { TAL_KIND_OBSERVATION, row->series, row->period };

  return !g_hash_table_add (self->seen, g_memdup2 (&key, sizeof key));
}

static gboolean
take_row (Reading *self, guint position, GError **error)
{
  g_auto (Row) row = { .row = position, .period = TAL_PERIOD_UNSET };

  if (get_text (self->form, position, TAL_FORM_SERIES_KEY)[0] == '\0')
    return TRUE;

  if (!read_row (self, &row))
    {
      self->counts.n_refused++;
    }
  else if (is_repeated (self, &row))
    {
      refuse (self, position, TAL_FORM_SERIES, "form-twice",
              g_strdup (_ ("The row is a copy of one above it.")));
      self->counts.n_refused++;
    }
  else if (row.says_figure || row.says_remark)
    {
      self->counts.n_bundled++;
      self->counts.n_read++;
      return bundle_row (self, &row, error);
    }
  else if (!row.has_number)
    {
      return TRUE;
    }
  else
    {
      self->counts.n_untouched++;
    }
  self->counts.n_read++;
  return TRUE;
}

TalBundle *
tal_form_make_bundle (const TalForm         *self,
                      const TalCatalogue    *catalogue,
                      TalRunSource          *runs,
                      const TalFigureSource *source,
                      GPtrArray             *problems,
                      TalFormCounts         *ret_counts,
                      GCancellable          *cancellable,
                      GError               **error)
{
  g_auto (Reading) reading = { self, catalogue, runs, source, problems };

  g_return_val_if_fail (self != NULL && catalogue != NULL && runs != NULL, NULL);
  g_return_val_if_fail (source != NULL && problems != NULL && ret_counts != NULL, NULL);

  reading.map = tal_column_map_new (source->id);
  reading.column = (TalMapColumn){ .role = TAL_ROLE_VALUE, .numbers = TAL_NUMBER_STYLE_DANISH };
  reading.bundle = tal_bundle_new ();
  reading.seen = g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free, NULL);
  for (guint row = self->first; row < tal_sheet_get_n_rows (self->sheet); row++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !take_row (&reading, row, error))
        return NULL;
    }

  tal_bundle_finish (reading.bundle);
  *ret_counts = reading.counts;
  return g_steal_pointer (&reading.bundle);
}
