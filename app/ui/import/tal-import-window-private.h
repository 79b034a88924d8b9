/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of TalImportWindow share: tal-import-window.c goes from step to step,
 * tal-import-window-read.c has the file read, compared and written, and
 * tal-import-window-figures.c does that for tables and statistical files.
 */

#pragma once

#include "model/tal-figure-answer.h"
#include "model/tal-import-list.h"
#include "ui/import/tal-import-check-page.h"
#include "ui/import/tal-import-columns-page.h"
#include "ui/import/tal-import-difference-page.h"
#include "ui/import/tal-import-file-page.h"
#include "ui/import/tal-import-summary-page.h"
#include "ui/import/tal-import-window.h"

G_BEGIN_DECLS

typedef enum
{
  STEP_FILE,
  STEP_COLUMNS, /* of a table or a statistical file, in place of what is checked of another */
  STEP_CHECK,
  STEP_DIFFERENCES,
  STEP_SUMMARY,
} Step;

struct _TalImportWindow
{
  AdwWindow parent_instance;

  TalWorkspace  *workspace;
  GFile         *file;    /* that was chosen; NULL for none, or the clipboard */
  TalFigureFile *figures; /* that it holds; NULL where it is from another department */
  GPtrArray     *answers; /* of TalFigureAnswer: all that was said of them */
  TalImportList *list;    /* of what it was compared to be; NULL while that is not known */
  Step           step;    /* that is shown */
  Step           next;    /* to be shown when what is under way is done */
  GCancellable  *running; /* what is under way; NULL for nothing */
  gboolean       writing;
  gboolean       moved; /* it is compared again, for something has changed since */
  gboolean       leaving;

  AdwWindowTitle          *title;
  GtkButton               *primary_button;
  GtkLabel                *reason;
  GtkStack                *stack;
  TalImportFilePage       *file_page;
  TalImportColumnsPage    *columns_page;
  TalImportCheckPage      *check_page;
  TalImportDifferencePage *difference_page;
  TalImportSummaryPage    *summary_page;
};

void tal_import_window_show_step (TalImportWindow *self, Step step);
void tal_import_window_update_header (TalImportWindow *self);
/* Why something could not be done, above all steps; NULL takes it away. */
void tal_import_window_say (TalImportWindow *self, const char *reason);
/* Whether the file would change anything, or asks about something. */
gboolean tal_import_window_has_rows (TalImportWindow *self);
guint    tal_import_window_count_written (TalImportWindow *self);
char    *tal_import_window_dup_file_name (TalImportWindow *self);

/* Lets go of what is under way. */
void tal_import_window_stop (TalImportWindow *self);
/* Of what is under way no more: somebody has chosen another file, or closed the window. */
gboolean tal_import_window_is_over (TalImportWindow *self, GAsyncResult *result);
/* Reads the file and compares it, 'anew' without what was chosen. */
void tal_import_window_compare (TalImportWindow *self, Step next, gboolean anew);
/* Takes the report. */
void tal_import_window_take_report (TalImportWindow *self, TalImportReport *report);
void tal_import_window_show_failure (TalImportWindow *self, const GError *error);
/* 'receipt' may be NULL. */
void tal_import_window_write_chosen (TalImportWindow *self, const char *receipt);
/* It is done, or 'report' is NULL. */
void tal_import_window_end_writing (TalImportWindow       *self,
                                    const TalImportReport *report,
                                    const GError          *error);

/* Finds out what was chosen: a file, or the text of the clipboard where that is NULL. */
void tal_import_window_open (TalImportWindow *self, GFile *file, const char *clipboard);
void tal_import_window_try_figures (TalImportWindow *self, Step next, GHashTable *choices);
/* What is asked of the import is the same as for an exchange file. */
void tal_import_window_write_figures (TalImportWindow        *self,
                                      const TalImportRequest *request,
                                      const char             *receipt);
void tal_import_window_answered_cb (TalImportWindow *self, TalFigureAnswer *answer);
void tal_import_window_changed_cb (TalImportWindow *self);
void tal_import_window_paste_activated_cb (GtkWidget  *widget,
                                           const char *action_name,
                                           GVariant   *parameter);

G_END_DECLS
