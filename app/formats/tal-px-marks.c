/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-px-marks.h"

#include <string.h>

#define N_DOTS 6

typedef enum
{
  MARK_NIL = N_DOTS,
  MARK_SUM,
  N_MARKS,
} Mark;

struct _TalPxMarks
{
  char *texts[N_MARKS]; /* by the number of dots less one; NULL where the file has none */
};

TalPxMarks *
tal_px_marks_new (void)
{
  return g_new0 (TalPxMarks, 1);
}

void
tal_px_marks_free (TalPxMarks *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < N_MARKS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

gboolean
tal_px_marks_take (TalPxMarks *self, const char *keyword, const char *text)
{
  const char *which = NULL;
  guint       mark = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (keyword != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_str_has_prefix (keyword, "DATASYMBOL"))
    return FALSE;

  which = keyword + strlen ("DATASYMBOL");
  if (strcmp (which, "NIL") == 0)
    mark = MARK_NIL;
  else if (strcmp (which, "SUM") == 0)
    mark = MARK_SUM;
  else if (*which >= '1' && *which < '1' + N_DOTS && which[1] == '\0')
    mark = (guint)(*which - '1');
  else
    return FALSE;

  g_free (self->texts[mark]);
  self->texts[mark] = g_strdup (text);
  return TRUE;
}

/* By words of publishers in Danish, Swedish, Norwegian, Finnish and English. */
static TalCubeMissing
guess_kind (const char *text)
{
  static const struct
  {
    const char    *word;
    TalCubeMissing kind;
  } words[] = {
    { "diskretion", TAL_CUBE_MISSING_WITHHELD },
    { "fortrolig", TAL_CUBE_MISSING_WITHHELD },
    { "konfiden", TAL_CUBE_MISSING_WITHHELD },
    { "confiden", TAL_CUBE_MISSING_WITHHELD },
    { "secre", TAL_CUBE_MISSING_WITHHELD },
    { "sekretess", TAL_CUBE_MISSING_WITHHELD },
    { "salass", TAL_CUBE_MISSING_WITHHELD },
    { "suppress", TAL_CUBE_MISSING_WITHHELD },
    { "skjul", TAL_CUBE_MISSING_WITHHELD },
    { "not yet", TAL_CUBE_MISSING_NOT_YET },
    { "endnu ikke", TAL_CUBE_MISSING_NOT_YET },
    { "ennå ikke", TAL_CUBE_MISSING_NOT_YET },
    { "ännu inte", TAL_CUBE_MISSING_NOT_YET },
    { "not applicable", TAL_CUBE_MISSING_NOT_APPLICABLE },
    { "sagens natur", TAL_CUBE_MISSING_NOT_APPLICABLE },
    { "kan ikke forekomme", TAL_CUBE_MISSING_NOT_APPLICABLE },
    { "kan inte förekomma", TAL_CUBE_MISSING_NOT_APPLICABLE },
    { "impossible", TAL_CUBE_MISSING_NOT_APPLICABLE },
    { "ikke mulig", TAL_CUBE_MISSING_NOT_APPLICABLE },
    { "not available", TAL_CUBE_MISSING_NOT_AVAILABLE },
    { "foreligger ikke", TAL_CUBE_MISSING_NOT_AVAILABLE },
    { "ikke tilgængelig", TAL_CUBE_MISSING_NOT_AVAILABLE },
    { "ikke tilgjengelig", TAL_CUBE_MISSING_NOT_AVAILABLE },
    { "uppgift saknas", TAL_CUBE_MISSING_NOT_AVAILABLE },
    { "uncertain", TAL_CUBE_MISSING_NOT_AVAILABLE },
    { "usikker", TAL_CUBE_MISSING_NOT_AVAILABLE },
  };
  g_autofree char *folded = g_utf8_strdown (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strstr (folded, words[i].word) != NULL)
        return words[i].kind;
    }

  return TAL_CUBE_MISSING_UNKNOWN;
}

/* N_MARKS for a text that is no mark. */
static guint
find_mark (const char *text)
{
  gsize n_dots = strspn (text, ".");

  if (strcmp (text, "-") == 0)
    return MARK_NIL;
  if (strcmp (text, "…") == 0)
    return 2;
  if (n_dots == N_DOTS + 1 && text[n_dots] == '\0')
    return MARK_SUM;

  return n_dots >= 1 && n_dots <= N_DOTS && text[n_dots] == '\0' ? (guint)n_dots - 1 : N_MARKS;
}

void
tal_px_marks_fill (const TalPxMarks *self, const char *text, TalCubeCell *cell)
{
  guint mark = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (cell != NULL);

  mark = find_mark (text);
  cell->number = TAL_DECIMAL_NONE;
  cell->mark = text;
  cell->meaning = mark < N_MARKS ? self->texts[mark] : NULL;
  if (mark == MARK_NIL)
    cell->missing = TAL_CUBE_MISSING_NIL;
  else if (cell->meaning != NULL)
    cell->missing = guess_kind (cell->meaning);
  else if (mark == 0)
    cell->missing = TAL_CUBE_MISSING_NOT_APPLICABLE;
  else
    cell->missing = mark == 1 ? TAL_CUBE_MISSING_NOT_AVAILABLE : TAL_CUBE_MISSING_UNKNOWN;
}
