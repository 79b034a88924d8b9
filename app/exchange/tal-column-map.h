/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns and rows of somebody's table mean, and which series its labels stand for: what
 * turns a sheet, or a statistical file, into figures.  It is suggested (tal-column-guess.h), changed
 * by a person, and kept with the collection for the next file of the same kind.
 *
 * A column is known by its heading and not by its place, so that a map fits a file with more of
 * them.  It is identified: what was imported by it is a writer among those that a figure has grown
 * from (core/tal-versions.h), so that the next file may change what the one before brought, and
 * nothing that was typed here.
 */

#pragma once

#include "base/tal-id.h"
#include "base/tal-time.h"
#include "core/tal-observation.h"
#include "core/tal-series.h"
#include "formats/tal-number-style.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_ROLE_LEFT_OUT,
  TAL_ROLE_PERIOD,
  TAL_ROLE_VALUE,
  TAL_ROLE_SERIES, /* its name, or what is counted */
  TAL_ROLE_TARGET_GROUP,
  TAL_ROLE_AREA,
  TAL_ROLE_OFFER,
  TAL_ROLE_PROVIDER,
  TAL_ROLE_LABEL, /* whatever else its series are divided by, such as sex */
  TAL_ROLE_STATE, /* preliminary or not */
  TAL_ROLE_NOTE,
} TalRole;

#define TAL_N_ROLES (TAL_ROLE_NOTE + 1)

/* Of a table whose first column is 0; a dimension of a statistical file is a column too. */
typedef struct
{
  char          *heading; /* all its rows of headings, " · " between them; "" where it has none */
  TalRole        role;
  TalNumberStyle numbers; /* of values that are text; as surveyed, or as somebody said */
  guint          index;
} TalMapColumn;

typedef enum
{
  TAL_ANSWER_OPEN,
  TAL_ANSWER_USE,      /* the object 'id' */
  TAL_ANSWER_NEW,      /* a new one of that name */
  TAL_ANSWER_LEAVE_OUT /* the figures of the label stay out */
} TalAnswerKind;

/* What a label stands for.  Of a role that is a dimension it is a member of that; of
 * TAL_ROLE_SERIES all labels of a figure together are a series. */
typedef struct
{
  TalRole        role;
  char          *label;
  TalAnswerKind  kind;
  TalId          id;    /* of a new one: that was made then, and is used where it is still there */
  char          *name;  /* of a new one; NULL is as suggested */
  gboolean       alias; /* the member is called so, too, from now on */
  TalMeasureUnit unit;  /* of a new series, where 'has_unit' */
  gboolean       has_unit;
} TalAnswer;

/* A sign that stands for a figure. */
typedef struct
{
  char      *sign;
  gboolean   is_zero;
  TalMissing missing; /* unless it is zero */
} TalMapSign;

typedef struct
{
  TalId         id;
  char         *name;       /* what files that it is for are called, without numbers */
  char         *sheet;      /* its name; NULL is the only one */
  guint         first_row;  /* the first row with figures, from 0 */
  guint         end_row;    /* the row behind the last one */
  gboolean      has_rows;   /* somebody said which rows those are */
  guint         n_headings; /* rows of headings right above 'first_row' */
  GArray       *headings;   /* of TalRole: what each of those rows says of the values below it */
  GPtrArray    *columns;    /* of TalMapColumn, in the order of the table */
  GPtrArray    *answers;    /* of TalAnswer */
  GPtrArray    *signs;      /* of TalMapSign: other than what they usually mean */
  char         *period;     /* of all figures, where no column says it; or NULL */
  TalPeriodKind days;     /* what dates stand for, such as months; none where nobody has said it */
  char         *unit;     /* what the table says that it counts, or NULL */
  gboolean      repeats;  /* an empty label is that of the row above */
  GHashTable   *by_label; /* its own: role and label → TalAnswer of the answers */
} TalColumnMap;

TalColumnMap *tal_column_map_new (TalId id);
TalColumnMap *tal_column_map_copy (const TalColumnMap *self);
void          tal_column_map_free (TalColumnMap *self);

/* Takes the heading. */
TalMapColumn *tal_column_map_add_column (TalColumnMap *self, char *heading, TalRole role);
/* The first column of that role, or NULL. */
const TalMapColumn *tal_column_map_find_role (const TalColumnMap *self, TalRole role);
/* What was answered of a label, or NULL. */
const TalAnswer *tal_column_map_find_answer (const TalColumnMap *self,
                                             TalRole             role,
                                             const char         *label);
/* The answer of a label, made where there is none yet. */
TalAnswer *tal_column_map_answer (TalColumnMap *self, TalRole role, const char *label);
/* What a sign means here; FALSE where nobody has said it. */
gboolean tal_column_map_find_sign (const TalColumnMap *self,
                                   const char         *sign,
                                   TalMapSign         *ret_sign);
void     tal_column_map_set_sign (TalColumnMap *self,
                                  const char   *sign,
                                  gboolean      is_zero,
                                  TalMissing    missing);

/* "period", "target-group": the fixed words of files. */
const char *tal_role_get_name (TalRole role);
gboolean    tal_role_from_name (const char *name, TalRole *ret_role);
/* What people call it, translated. */
const char *tal_role_get_title (TalRole role);
/* Whether its labels say which series a figure is of, and whether they are members. */
gboolean tal_role_is_label (TalRole role);
gboolean tal_role_is_dimension (TalRole role);

/* "day", "month", "quarter", "year": what dates may stand for. */
const char *tal_map_days_get_name (TalPeriodKind days);
gboolean    tal_map_days_from_name (const char *name, TalPeriodKind *ret_days);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalColumnMap, tal_column_map_free)

G_END_DECLS
