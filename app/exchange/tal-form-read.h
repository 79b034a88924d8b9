/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form that has come back (see tal-form-make.h), as a bundle that is merged like what a
 * department with the program sends: a record for each figure that was filled in or corrected,
 * which has grown from what was known when the form was made.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-run.h"
#include "exchange/tal-bundle.h"
#include "exchange/tal-figure-source.h"
#include "formats/tal-workbook.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TalForm TalForm;

/* What has become of each row in which something is known or filled in: 'n_read' is the sum of the
 * others. */
typedef struct
{
  guint n_read;
  guint n_bundled;
  guint n_untouched; /* say what was known when the form was made */
  guint n_refused;
} TalFormCounts;

/* Keeps the book; NULL where it has no form. */
TalForm *tal_form_new (TalWorkbook *book);
void     tal_form_free (TalForm *self);

/* Equal for two forms in which the same was filled in. */
char *tal_form_dup_digest (const TalForm *self);

/* 'problems' gets a TalProblem, with its cell, for each row that is refused.  'source' is who the
 * forms of the collection are in versions, and when this one was first read.  NULL where the
 * runs cannot be read, and when cancelled. */
TalBundle *tal_form_make_bundle (const TalForm         *self,
                                 const TalCatalogue    *catalogue,
                                 TalRunSource          *runs,
                                 const TalFigureSource *source,
                                 GPtrArray             *problems,
                                 TalFormCounts         *ret_counts,
                                 GCancellable          *cancellable,
                                 GError               **error);

/* Who the forms of a collection are: nobody else's id, and always the same. */
TalId tal_form_find_source (TalId collection);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalForm, tal_form_free)

G_END_DECLS
