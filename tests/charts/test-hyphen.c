/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-hyphen.h"

#include <glib.h>

/* Widths are told by a text that just fits. */
static const struct
{
  const char *claim;
  const char *text;
  const char *fits;
  const char *divided;
} rows[] = {
  { "a-word-that-fits-stays", "Revalidering", "Revalidering", "Revalidering" },
  { "a-consonant-goes-with-the-vowel-behind-it", "Revalidering", "Revalide-", "Revalide- ring" },
  { "of-several-the-last-goes", "kontanthjælpsmodtagere", "kontanthjælps-",
    "kontanthjælps- modtagere" },
  { "what-begins-words-goes-together", "ressourceforbrug", "ressourcefor-", "ressourcefor- brug" },
  { "as-many-parts-as-it-takes", "kontanthjælpsmodtagere", "modtagere",
    "kontant- hjælps- modtagere" },
  { "a-hyphen-that-is-there-is-used", "fleksjob-visiterede", "fleksjob-",
    "fleksjob- visite- rede" },
  { "only-the-word-that-is-too-wide", "i ressourceforløb", "ressource-", "i ressource- forløb" },
  { "nothing-to-divide", "strengt", "stre", "strengt" },
  { "no-words", "", "", "" },
};

static void
test_row (gconstpointer user_data)
{
  guint                          row = GPOINTER_TO_UINT (user_data);
  g_autoptr (TalChartTypesetter) typesetter = tal_chart_typesetter_new (NULL);
  g_autofree char               *divided = NULL;
  double width = tal_chart_typesetter_measure (typesetter, TAL_CHART_FONT_SMALL, rows[row].fits);

  divided = tal_chart_hyphen_divide (typesetter, TAL_CHART_FONT_SMALL, rows[row].text, width);
  g_assert_cmpstr (divided, ==, rows[row].divided);
}

/* A vertical bar for a soft hyphen. */
static void
test_hyphen_softens_long_words (void)
{
  static const struct
  {
    const char *text;
    const char *softened;
  } cases[] = {
    { "Aktivitetsparate kontanthjælpsmodtagere",
      "Akti|vi|tets|pa|rate kon|tant|hjælps|mod|ta|gere" },
    { "Revalidender", "Reva|li|den|der" },
    { "Uddannelse", "Uddannelse" }, /* short enough for any column */
    { "Ansættelse med løntilskud (kap. 12)", "Ansættelse med løntilskud (kap. 12)" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *softened = tal_chart_hyphen_soften (cases[i].text);
      g_auto (GStrv)   parts = g_strsplit (softened, "\302\255", -1);
      g_autofree char *shown = g_strjoinv ("|", parts);

      g_assert_cmpstr (shown, ==, cases[i].softened);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/charts/hyphen/%s", rows[i].claim);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/charts/hyphen/softens-long-words", test_hyphen_softens_long_words);
  return g_test_run ();
}
