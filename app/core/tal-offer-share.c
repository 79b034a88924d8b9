/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-offer-share.h"

#include "core/tal-derive.h"
#include "core/tal-member.h"
#include "core/tal-series-family.h"

/* Fewer periods say nothing of a development. */
#define LEAST_PERIODS 2

static const TalMember *
find_member (const TalCatalogue *catalogue, TalId id)
{
  const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_MEMBER, id);

  return record != NULL ? TAL_MEMBER (record) : NULL;
}

/* The shortest that it goes by, as it stands inside a sentence: "løntilskud". */
static char *
dup_inside (const TalMember *member)
{
  const char      *name = member->name;
  g_autofree char *first = NULL;
  g_autofree char *small = NULL;

  for (guint i = 0; member->aliases != NULL && i < member->aliases->len; i++)
    {
      const char *alias = g_array_index (member->aliases, TalMemberAlias, i).name;

      if (g_utf8_strlen (alias, -1) < g_utf8_strlen (name, -1))
        name = alias;
    }
  first = g_utf8_substring (name, 0, 1);
  small = g_utf8_strdown (first, -1);
  return g_strconcat (small, g_utf8_next_char (name), NULL);
}

static const TalMember *
find_offer (const TalCatalogue *catalogue, TalId series)
{
  const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_SERIES, series);

  return record != NULL ? find_member (catalogue, TAL_SERIES (record)->offer) : NULL;
}

/* What the offer is a kind of; itself where it stands alone. */
static const TalMember *
find_kind (const TalCatalogue *catalogue, const TalMember *offer)
{
  const TalMember *parent = find_member (catalogue, offer->parent);

  return parent != NULL && parent->company_oriented ? parent : offer;
}

static GPtrArray *
list_kinds (const TalCatalogue *catalogue, const GArray *series)
{
  GPtrArray *kinds = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < series->len; i++)
    {
      const TalMember *offer = find_offer (catalogue, g_array_index (series, TalId, i));
      g_autofree char *kind = NULL;

      if (offer == NULL || !offer->company_oriented)
        continue;
      kind = dup_inside (find_kind (catalogue, offer));
      if (!g_ptr_array_find_with_equal_func (kinds, kind, g_str_equal, NULL))
        g_ptr_array_add (kinds, g_steal_pointer (&kind));
    }
  return kinds;
}

char *
tal_offer_share_write_definition (const TalCatalogue *catalogue, const GArray *series)
{
  g_autoptr (GPtrArray) kinds = NULL;
  GString              *text = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (series != NULL, NULL);

  kinds = list_kinds (catalogue, series);
  if (kinds->len == 0)
    return NULL;

  text = g_string_new ("Virksomhedsrettet: ");
  for (guint i = 0; i < kinds->len; i++)
    {
      if (i > 0)
        g_string_append (text, i + 1 == kinds->len ? " og " : ", ");
      g_string_append (text, g_ptr_array_index (kinds, i));
    }
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

static gboolean
is_share (const TalCatalogue *catalogue, const TalSeries *series)
{
  const TalMember *offer = find_member (catalogue, series->offer);

  return offer != NULL && offer->company_oriented &&
         series->measure_unit == TAL_MEASURE_UNIT_PER_CENT &&
         series->basis != TAL_BASIS_RELATIVE_CHANGE && !tal_id_is_none (series->target_group) &&
         tal_id_is_none (series->provider) && tal_id_is_none (series->initiative);
}

gboolean
tal_offer_share_find_trend (const TalCatalogue *catalogue,
                            TalRunSource       *runs,
                            GArray             *trend,
                            GArray             *rests_on,
                            GError            **error)
{
  guint                   length = 0;
  guint                   most = LEAST_PERIODS - 1;
  const TalSeries        *found = NULL;
  g_autoptr (GPtrArray)   family = NULL;
  const TalRecord *const *records = NULL;

  g_return_val_if_fail (catalogue != NULL, FALSE);

  records = tal_catalogue_get_records (catalogue, TAL_KIND_SERIES, &length);
  for (guint i = 0; i < length; i++)
    {
      g_autoptr (GArray) periods = NULL;

      if (!is_share (catalogue, TAL_SERIES (records[i])))
        continue;
      periods = tal_derive_list_periods (catalogue, runs, TAL_SERIES (records[i]), error);
      if (periods == NULL)
        return FALSE;
      if (periods->len > most)
        {
          most = periods->len;
          found = TAL_SERIES (records[i]);
        }
      g_array_append_val (rests_on, records[i]->id);
    }
  if (found == NULL)
    return TRUE;

  family = tal_series_family_list (catalogue, found, TAL_DIMENSION_TARGET_GROUP);
  for (guint i = 0; i < family->len; i++)
    g_array_append_val (trend, ((const TalSeries *)g_ptr_array_index (family, i))->record.id);
  return TRUE;
}
