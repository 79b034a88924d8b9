/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans and lists: named, put in order, merged and cleaned up in their own window. */

#include "config.h"

#include "core/tal-member.h"
#include "core/tal-plan.h"
#include "support/commit.h"
#include "ui/initiatives/tal-remark-field.h"
#include "ui/lists/tal-list-row.h"
#include "ui/lists/tal-list-tree.h"
#include "ui/lists/tal-lists-window.h"
#include "ui/lists/tal-merge-dialog.h"
#include "ui/lists/tal-record-form.h"
#include "ui/tal-test-stage.h"

#include <glib/gi18n.h>

typedef struct
{
  TalTestStage stage;
  GtkWidget   *lists;
  TalListTree *tree;
} Lists;

static GtkWidget *
find_widget (GtkWidget *root, GType type, guint position)
{
  g_autoptr (GPtrArray) found = tal_test_stage_list_widgets (root, type);

  g_assert_cmpuint (found->len, >, position);
  return g_ptr_array_index (found, position);
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    {
      if (g_type_is_a (G_OBJECT_TYPE (each->data), type))
        return each->data;
    }

  return NULL;
}

static void
open_lists (Lists *self, const char *list)
{
  tal_test_stage_open (&self->stage);
  gtk_widget_activate_action (GTK_WIDGET (self->stage.window), "win.show-lists", "s", list);
  tal_test_stage_settle ();
  self->lists = find_window (TAL_TYPE_LISTS_WINDOW);
  g_assert_nonnull (self->lists);
  self->tree = TAL_LIST_TREE (find_widget (self->lists, TAL_TYPE_LIST_TREE, 0));
}

static void
close_lists (Lists *self)
{
  gtk_window_destroy (GTK_WINDOW (self->lists));
  tal_test_stage_close (&self->stage);
}

static const TalCatalogue *
get_catalogue (Lists *self)
{
  return tal_workspace_get_catalogue (tal_window_get_workspace (self->stage.window));
}

static void
act (Lists *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (self->lists, action, NULL));
  commit_wait_for_all (tal_window_get_workspace (self->stage.window));
}

static void
type (Lists *self, guint field, const char *text)
{
  GtkWidget *edit = find_widget (self->lists, TAL_TYPE_REMARK_FIELD, field);

  g_assert_true (gtk_widget_grab_focus (find_widget (edit, GTK_TYPE_TEXT_VIEW, 0)));
  gtk_text_buffer_set_text (tal_remark_field_get_buffer (TAL_REMARK_FIELD (edit)), text, -1);
  gtk_window_set_focus (GTK_WINDOW (self->lists), NULL);
  commit_wait_for_all (tal_window_get_workspace (self->stage.window));
}

static const TalMember *
find_member (Lists *self, const char *name)
{
  guint                   length = 0;
  const TalRecord *const *members =
      tal_catalogue_get_records (get_catalogue (self), TAL_KIND_MEMBER, &length);

  for (guint i = 0; i < length; i++)
    {
      if (g_strcmp0 (TAL_MEMBER (members[i])->name, name) == 0)
        return TAL_MEMBER (members[i]);
    }

  return NULL;
}

static const char *
get_reason (GtkWidget *field)
{
  g_autoptr (GPtrArray) labels = tal_test_stage_list_widgets (field, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (gtk_widget_has_css_class (label, "error") && gtk_widget_get_visible (label))
        return gtk_label_get_text (GTK_LABEL (label));
    }

  return NULL;
}

static void
test_lists_name_what_is_new (void)
{
  Lists            self = { { NULL } };
  const TalMember *member = NULL;
  TalId            id;

  open_lists (&self, "areas");
  act (&self, "list.new");
  g_assert_nonnull (find_member (&self, _ ("New area")));
  id = find_member (&self, _ ("New area"))->record.id;
  g_assert_true (tal_id_is_equal (tal_list_tree_get_selected (self.tree), id));

  type (&self, 0, "Ydre\nNordvest");
  member = find_member (&self, "Ydre Nordvest");
  g_assert_nonnull (member);
  g_assert_cmpint (member->dimension, ==, TAL_DIMENSION_AREA);
  type (&self, 2, "Utterslev\n\nBispeparken");
  g_assert_cmpuint (find_member (&self, "Ydre Nordvest")->aliases->len, ==, 2);

  for (guint i = 0; i < 3; i++)
    act (&self, "list.undo");
  g_assert_null (tal_catalogue_find (get_catalogue (&self), TAL_KIND_MEMBER, id));
  close_lists (&self);
}

static void
test_lists_say_beside_the_field_what_they_refuse (void)
{
  Lists self = { { NULL } };

  open_lists (&self, "plans");
  type (&self, 1, "i overmorgen");
  g_assert_nonnull (get_reason (find_widget (self.lists, TAL_TYPE_REMARK_FIELD, 1)));
  type (&self, 0, "");
  g_assert_nonnull (get_reason (find_widget (self.lists, TAL_TYPE_REMARK_FIELD, 0)));
  close_lists (&self);
}

static void
test_lists_keep_what_is_used_and_say_by_whom (void)
{
  Lists self = { { NULL } };
  TalId plan;
  guint n_before = 0;
  guint n_after = 0;

  open_lists (&self, "plans");
  plan = tal_list_tree_get_selected (self.tree);
  tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_PLAN, &n_before);
  act (&self, "list.remove");
  tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_PLAN, &n_after);
  g_assert_cmpuint (n_after, ==, n_before);
  g_assert_nonnull (get_reason (self.lists));

  act (&self, "list.new");
  g_assert_false (tal_id_is_equal (tal_list_tree_get_selected (self.tree), plan));
  act (&self, "list.remove");
  tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_PLAN, &n_after);
  g_assert_cmpuint (n_after, ==, n_before);
  close_lists (&self);
}

static void
press (Lists *self, guint key)
{
  GtkWidget          *rows = find_widget (GTK_WIDGET (self->tree), GTK_TYPE_LIST_BOX, 0);
  GtkEventController *keys = tal_test_stage_find_controller (rows, GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean            taken = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", key, 0, 0, &taken);
  g_assert_true (taken);
}

static void
test_lists_fold_by_the_arrow_keys (void)
{
  Lists                   self = { { NULL } };
  g_autoptr (GPtrArray)   before = NULL;
  g_autoptr (GPtrArray)   folded = NULL;
  g_autoptr (GPtrArray)   after = NULL;
  const TalMember        *whole = NULL;
  const TalRecord *const *members = NULL;
  guint                   length = 0;

  open_lists (&self, "areas");
  members = tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_MEMBER, &length);
  for (guint i = 0; i < length && whole == NULL; i++)
    {
      const TalMember *member = TAL_MEMBER (members[i]);

      if (member->dimension == TAL_DIMENSION_AREA && !tal_id_is_none (member->parent))
        whole = TAL_MEMBER (
            tal_catalogue_find (get_catalogue (&self), TAL_KIND_MEMBER, member->parent));
    }
  if (whole == NULL)
    {
      g_test_skip ("the example has no area in an area");
      close_lists (&self);
      return;
    }

  tal_list_tree_select (self.tree, whole->record.id);
  gtk_widget_grab_focus (GTK_WIDGET (self.tree));
  before = tal_test_stage_list_widgets (self.lists, TAL_TYPE_LIST_ROW);
  press (&self, GDK_KEY_Left);
  folded = tal_test_stage_list_widgets (self.lists, TAL_TYPE_LIST_ROW);
  g_assert_cmpuint (folded->len, <, before->len);
  press (&self, GDK_KEY_Right);
  after = tal_test_stage_list_widgets (self.lists, TAL_TYPE_LIST_ROW);
  g_assert_cmpuint (after->len, ==, before->len);
  close_lists (&self);
}

static void
test_lists_merge_two_into_one (void)
{
  Lists      self = { { NULL } };
  guint      n_before = 0;
  guint      n_after = 0;
  GtkWidget *dialog = NULL;

  open_lists (&self, "target-groups");
  tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_MEMBER, &n_before);
  act (&self, "list.merge");
  dialog = find_window (TAL_TYPE_MERGE_DIALOG);
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (tal_test_stage_find_titled (dialog, GTK_TYPE_BUTTON, _ ("_Merge")),
                                                     "clicked");
  commit_wait_for_all (tal_window_get_workspace (self.stage.window));
  tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_MEMBER, &n_after);
  g_assert_cmpuint (n_after, ==, n_before - 1);

  act (&self, "list.undo");
  tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_MEMBER, &n_after);
  g_assert_cmpuint (n_after, ==, n_before);
  close_lists (&self);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/lists/name-what-is-new", test_lists_name_what_is_new);
  g_test_add_func ("/ui/lists/say-beside-the-field-what-they-refuse",
                   test_lists_say_beside_the_field_what_they_refuse);
  g_test_add_func ("/ui/lists/keep-what-is-used-and-say-by-whom",
                   test_lists_keep_what_is_used_and_say_by_whom);
  g_test_add_func ("/ui/lists/fold-by-the-arrow-keys", test_lists_fold_by_the_arrow_keys);
  g_test_add_func ("/ui/lists/merge-two-into-one", test_lists_merge_two_into_one);
  return g_test_run ();
}
