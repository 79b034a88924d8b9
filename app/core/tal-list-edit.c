/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-list-edit.h"

#include "base/tal-error.h"
#include "core/tal-change-text.h"
#include "core/tal-member.h"
#include "core/tal-references.h"
#include "core/tal-title.h"
#include "core/tal-usage.h"

#include <glib/gi18n-lib.h>

TalFieldRequest *
tal_field_request_new (TalKind kind, TalId id, const TalField *field, const char *const *texts)
{
  TalFieldRequest *self = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  self = g_new0 (TalFieldRequest, 1);
  self->kind = kind;
  self->id = id;
  self->field = field;
  self->texts = g_strdupv ((char **)texts);
  return self;
}

void
tal_field_request_free (TalFieldRequest *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->texts);
  g_free (self);
}

static const TalRecord *
find (const TalCatalogue *catalogue, TalKind kind, TalId id, GError **error)
{
  const TalRecord *record = tal_catalogue_find (catalogue, kind, id);

  if (record == NULL)
    g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND, _ ("It isn't there any more."));
  return record;
}

/* A field holds its default where the structure is new. */
static void
clear_field (const TalField *field, const TalStructure *structure, TalRecord *record)
{
  const TalStructure alone = { structure->name, structure->size, field, 1 };

  tal_structure_clear (&alone, record);
}

static gboolean
read_texts (const TalField *field, TalRecord *record, char *const *texts, GError **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      const TalField *written = field->type == TAL_FIELD_LIST ? field->item->fields : field;
      gpointer        place =
          field->type == TAL_FIELD_LIST ? tal_field_append_item (field, record) : (gpointer)record;

      if (!tal_field_read_text (written, place, texts[i], error))
        return FALSE;
    }

  return TRUE;
}

TalChangeSet *
tal_list_edit_set_field (const TalCatalogue *catalogue,
                         TalRunSource       *runs,
                         const TalWriter    *writer,
                         gconstpointer       field_request,
                         GError            **error)
{
  const TalFieldRequest   *request = field_request;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (TalRecord)    wanted = NULL;
  g_autofree char         *label = NULL;
  const TalRecord         *record = NULL;

  g_return_val_if_fail (catalogue != NULL && writer != NULL, NULL);
  g_return_val_if_fail (request != NULL, NULL);

  record = find (catalogue, request->kind, request->id, error);
  if (record == NULL)
    return NULL;

  wanted = tal_record_copy (record);
  clear_field (request->field, tal_kind_get_structure (request->kind), wanted);
  if (!read_texts (request->field, wanted, request->texts, error))
    return NULL;

  label = tal_change_text_for_change (catalogue, record, wanted);
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  tal_writer_put (writer, catalogue, changes, wanted);
  return g_steal_pointer (&changes);
}

static gboolean
can_go (const TalCatalogue *catalogue,
        const TalWriter    *writer,
        const TalRecord    *record,
        GError            **error)
{
  g_autoptr (GPtrArray) users = NULL;
  g_autofree char      *reason = NULL;

  if (record->kind == TAL_KIND_UNIT && tal_id_is_equal (record->id, writer->unit))
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD,
                   _ ("“%s” cannot be deleted: this is its collection."),
                      tal_title_get_name (record));
      return FALSE;
    }

  users = tal_usage_list_users (catalogue, record);
  if (users->len == 0)
    return TRUE;

  reason = tal_usage_explain (catalogue, record, users);
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD, reason);
  return FALSE;
}

TalChangeSet *
tal_list_edit_remove (const TalCatalogue *catalogue,
                      TalRunSource       *runs,
                      const TalWriter    *writer,
                      gconstpointer       key,
                      GError            **error)
{
  const TalKey            *wanted = key;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autofree char         *label = NULL;
  const TalRecord         *record = NULL;

  g_return_val_if_fail (catalogue != NULL && writer != NULL, NULL);
  g_return_val_if_fail (wanted != NULL, NULL);

  record = find (catalogue, wanted->kind, wanted->id, error);
  if (record == NULL || !can_go (catalogue, writer, record, error))
    return NULL;

  label = tal_change_text_for_change (catalogue, record, NULL);
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  tal_catalogue_add_removal (catalogue, changes, record, writer->now, writer->author);
  return g_steal_pointer (&changes);
}

static gboolean
is_called (const TalMember *member, const char *name)
{
  for (guint i = 0; member->aliases != NULL && i < member->aliases->len; i++)
    {
      if (g_strcmp0 (g_array_index (member->aliases, TalMemberAlias, i).name, name) == 0)
        return TRUE;
    }

  return g_strcmp0 (member->name, name) == 0;
}

static void
add_alias (TalMember *member, const char *name)
{
  const TalField *field = NULL;
  TalMemberAlias *alias = NULL;

  if (name == NULL || is_called (member, name))
    return;

  for (guint i = 0; i < tal_member_structure.n_fields; i++)
    {
      if (tal_member_structure.fields[i].type == TAL_FIELD_LIST)
        field = &tal_member_structure.fields[i];
    }
  alias = tal_field_append_item (field, member);
  alias->name = g_strdup (name);
}

/* What the one that stays says nothing about. */
static void
take_over_texts (TalMember *into, const TalMember *from)
{
  for (guint i = 0; i < tal_member_structure.n_fields; i++)
    {
      const TalField *field = &tal_member_structure.fields[i];

      if ((field->type == TAL_FIELD_TEXT || field->type == TAL_FIELD_PROSE) &&
          tal_field_is_default (field, into))
        *(char **)TAL_FIELD_AT (field, into) =
            g_strdup (*(char *const *)TAL_FIELD_AT_CONST (field, from));
    }
}

/* Whether the member is part of 'whole', directly or not.  There are no rings. */
static gboolean
is_part_of (const TalCatalogue *catalogue, const TalMember *member, TalId whole)
{
  while (member != NULL && !tal_id_is_none (member->parent))
    {
      const TalRecord *parent = tal_catalogue_find (catalogue, TAL_KIND_MEMBER, member->parent);

      if (tal_id_is_equal (member->parent, whole))
        return TRUE;
      member = parent != NULL ? TAL_MEMBER (parent) : NULL;
    }

  return FALSE;
}

/* The one that stays, with what it gets from the one that goes. */
static TalRecord *
merge_members (const TalCatalogue *catalogue, const TalMember *from, const TalMember *into)
{
  TalMember *merged = tal_record_copy (&into->record);

  /* A part cannot take the place of its whole and stay a part of it. */
  if (is_part_of (catalogue, into, from->record.id))
    merged->parent = from->parent;
  add_alias (merged, from->name);
  for (guint i = 0; from->aliases != NULL && i < from->aliases->len; i++)
    add_alias (merged, g_array_index (from->aliases, TalMemberAlias, i).name);
  take_over_texts (merged, from);
  return &merged->record;
}

static void
move_references (const TalCatalogue    *catalogue,
                 const TalWriter       *writer,
                 TalChangeSet          *changes,
                 const TalRecord       *from,
                 const TalMergeRequest *request)
{
  g_autoptr (GPtrArray) users = tal_usage_list_users (catalogue, from);

  for (guint i = 0; i < users->len; i++)
    {
      const TalRecord      *user = g_ptr_array_index (users, i);
      g_autoptr (TalRecord) wanted = NULL;

      if (user->kind == TAL_KIND_MEMBER && tal_id_is_equal (user->id, request->into))
        continue;
      wanted = tal_record_copy (user);
      tal_record_replace_reference (wanted, TAL_KIND_MEMBER, request->from, request->into);
      tal_writer_put (writer, catalogue, changes, wanted);
    }
}

TalChangeSet *
tal_list_edit_merge (const TalCatalogue *catalogue,
                     TalRunSource       *runs,
                     const TalWriter    *writer,
                     gconstpointer       merge_request,
                     GError            **error)
{
  const TalMergeRequest   *request = merge_request;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (TalRecord)    merged = NULL;
  g_autofree char         *label = NULL;
  const TalRecord         *from = NULL;
  const TalRecord         *into = NULL;

  g_return_val_if_fail (catalogue != NULL && writer != NULL, NULL);
  g_return_val_if_fail (request != NULL, NULL);

  from = find (catalogue, TAL_KIND_MEMBER, request->from, error);
  into = from != NULL ? find (catalogue, TAL_KIND_MEMBER, request->into, error) : NULL;
  if (into == NULL)
    return NULL;
  if (from == into || TAL_MEMBER (from)->dimension != TAL_MEMBER (into)->dimension)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD,
                           _ ("Only two different ones of the same list can become one."));
      return NULL;
    }

  label = g_strdup_printf (_ ("“%s” merged into “%s”"), TAL_MEMBER (from)->name,
                              TAL_MEMBER (into)->name);
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  merged = merge_members (catalogue, TAL_MEMBER (from), TAL_MEMBER (into));
  tal_writer_put (writer, catalogue, changes, merged);
  move_references (catalogue, writer, changes, from, request);
  tal_catalogue_add_removal (catalogue, changes, from, writer->now, writer->author);
  return g_steal_pointer (&changes);
}
