/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/lists/tal-list-tree.h"

#include "base/tal-danish-collation.h"
#include "core/tal-title.h"
#include "core/tal-unit.h"
#include "ui/common/tal-list-keys.h"
#include "ui/lists/tal-list-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A tree deeper than this isn't drawn further in. */
#define MOST_DEPTH 12

struct _TalListTree
{
  GtkWidget parent_instance;

  TalListKind   list;
  TalCatalogue *catalogue; /* NULL until it is shown */
  GHashTable   *folded;    /* set of TalId */
  char         *wanted;    /* folded as for a search; NULL for all */
  TalId         selected;
  gboolean      filling;

  GtkWidget  *box;
  GtkListBox *rows;
  GtkLabel   *none;
};

enum
{
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalListTree, tal_list_tree, GTK_TYPE_WIDGET)

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const TalRecord *const *left = a;
  const TalRecord *const *right = b;
  const char             *left_name = tal_title_get_name (*left);
  const char             *right_name = tal_title_get_name (*right);

  return tal_danish_collation_compare (left_name != NULL ? left_name : "",
                                       right_name != NULL ? right_name : "");
}

/* Those of the list that are part of 'parent', by name: an array of borrowed records. */
static GPtrArray *
list_parts (TalListTree *self, TalId parent)
{
  TalKind                 kind = tal_list_kind_get_record_kind (self->list);
  GPtrArray              *parts = g_ptr_array_new ();
  guint                   length = 0;
  const TalRecord *const *records = tal_catalogue_get_records (self->catalogue, kind, &length);

  for (guint i = 0; i < length; i++)
    {
      if (tal_list_kind_has (self->list, records[i]) &&
          tal_id_is_equal (tal_list_kind_get_parent (records[i]), parent))
        g_ptr_array_add (parts, (gpointer)records[i]);
    }
  g_ptr_array_sort (parts, compare_names);
  return parts;
}

static gboolean
is_wanted (TalListTree *self, const TalRecord *record, guint depth)
{
  const char           *name = tal_title_get_name (record);
  g_autofree char      *folded = tal_danish_collation_dup_folded (name != NULL ? name : "");
  g_autoptr (GPtrArray) parts = NULL;

  if (self->wanted == NULL || strstr (folded, self->wanted) != NULL)
    return TRUE;
  if (depth > MOST_DEPTH)
    return FALSE;

  parts = list_parts (self, record->id);
  for (guint i = 0; i < parts->len; i++)
    {
      if (is_wanted (self, g_ptr_array_index (parts, i), depth + 1))
        return TRUE;
    }

  return FALSE;
}

static void
toggle (TalListTree *self, TalId id)
{
  if (!g_hash_table_remove (self->folded, &id))
    g_hash_table_add (self->folded, g_memdup2 (&id, sizeof id));
}

static void refill (TalListTree *self);

static void
fold_asked_cb (TalListTree *self, TalListRow *row)
{
  toggle (self, tal_list_row_get_id (row));
  refill (self);
}

static void
add_row (TalListTree *self, const TalRecord *record, guint depth, gboolean has_parts)
{
  GtkWidget  *row = tal_list_row_new (record->id, MIN (depth, MOST_DEPTH));
  const char *name = tal_title_get_name (record);
  const char *detail = record->kind == TAL_KIND_UNIT ? TAL_UNIT (record)->short_name : NULL;

  tal_list_row_show (TAL_LIST_ROW (row), name != NULL ? name : "?", detail);
  tal_list_row_set_parts (TAL_LIST_ROW (row), has_parts,
                          g_hash_table_contains (self->folded, &record->id));
  g_signal_connect_object (row, "fold-asked", G_CALLBACK (fold_asked_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->rows, row);
}

static void
add_parts (TalListTree *self, TalId parent, guint depth)
{
  g_autoptr (GPtrArray) parts = list_parts (self, parent);

  for (guint i = 0; i < parts->len; i++)
    {
      const TalRecord      *record = g_ptr_array_index (parts, i);
      g_autoptr (GPtrArray) below = list_parts (self, record->id);

      if (!is_wanted (self, record, depth))
        continue;
      add_row (self, record, depth, below->len > 0);
      /* A search looks into what is folded too. */
      if (below->len > 0 &&
          (self->wanted != NULL || !g_hash_table_contains (self->folded, &record->id)))
        add_parts (self, record->id, depth + 1);
    }
}

static GtkListBoxRow *
find_row (TalListTree *self, TalId id)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    {
      if (tal_id_is_equal (tal_list_row_get_id (TAL_LIST_ROW (row)), id))
        return row;
    }

  return NULL;
}

/* The rows anew, with the choice and the cursor where they were. */
static void
refill (TalListTree *self)
{
  gboolean       focused = gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) != NULL;
  GtkListBoxRow *row = NULL;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  add_parts (self, TAL_ID_NONE, 0);
  self->filling = FALSE;

  row = gtk_list_box_get_row_at_index (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->none), row == NULL);
  gtk_label_set_label (self->none, self->wanted != NULL ? _ ("Nothing is called that.")
                                                        : _ ("The list is empty."));
  tal_list_tree_select (self, self->selected);
  row = gtk_list_box_get_selected_row (self->rows);
  if (focused && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
row_selected_cb (TalListTree *self, GtkListBoxRow *row)
{
  TalId id = row != NULL ? tal_list_row_get_id (TAL_LIST_ROW (row)) : TAL_ID_NONE;

  if (self->filling)
    return;

  self->selected = id;
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
go_to (TalListTree *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->rows, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The whole that the row is part of: the nearest one above it that is less deep. */
static void
go_out (TalListTree *self, TalListRow *row)
{
  for (int i = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)); i-- > 0;)
    {
      GtkListBoxRow *above = gtk_list_box_get_row_at_index (self->rows, i);

      if (tal_list_row_get_depth (TAL_LIST_ROW (above)) < tal_list_row_get_depth (row))
        {
          go_to (self, above);
          return;
        }
    }
}

static void
go_in (TalListTree *self, TalListRow *row)
{
  int            index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *below = gtk_list_box_get_row_at_index (self->rows, index + 1);

  if (below != NULL && tal_list_row_get_depth (TAL_LIST_ROW (below)) > tal_list_row_get_depth (row))
    go_to (self, below);
}

static gboolean
key_pressed_cb (TalListTree *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow        *row = gtk_list_box_get_selected_row (self->rows);
  g_autoptr (GPtrArray) parts = NULL;
  gboolean              folded = FALSE;

  if (tal_list_keys_leave (GTK_WIDGET (self->rows), keyval, state))
    return GDK_EVENT_STOP;
  if (row == NULL || (keyval != GDK_KEY_Left && keyval != GDK_KEY_Right))
    return GDK_EVENT_PROPAGATE;

  parts = list_parts (self, self->selected);
  folded = g_hash_table_contains (self->folded, &self->selected);
  if (parts->len > 0 && folded == (keyval == GDK_KEY_Right))
    {
      toggle (self, self->selected);
      refill (self);
    }
  else if (keyval == GDK_KEY_Left)
    {
      go_out (self, TAL_LIST_ROW (row));
    }
  else
    {
      go_in (self, TAL_LIST_ROW (row));
    }

  return GDK_EVENT_STOP;
}

static void
tal_list_tree_dispose (GObject *object)
{
  /* Rows that go with it choose nothing. */
  TAL_LIST_TREE (object)->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_LIST_TREE);

  G_OBJECT_CLASS (tal_list_tree_parent_class)->dispose (object);
}

static void
tal_list_tree_finalize (GObject *object)
{
  TalListTree *self = TAL_LIST_TREE (object);

  g_clear_pointer (&self->catalogue, tal_catalogue_unref);
  g_hash_table_unref (self->folded);
  g_free (self->wanted);

  G_OBJECT_CLASS (tal_list_tree_parent_class)->finalize (object);
}

static gboolean
tal_list_tree_grab_focus (GtkWidget *widget)
{
  TalListTree   *self = TAL_LIST_TREE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
tal_list_tree_class_init (TalListTreeClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tal_list_tree_dispose;
  object_class->finalize = tal_list_tree_finalize;
  widget_class->grab_focus = tal_list_tree_grab_focus;

  signals[SELECTED] = g_signal_new ("selected", TAL_TYPE_LIST_TREE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/lists/tal-list-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, TalListTree, box);
  gtk_widget_class_bind_template_child (widget_class, TalListTree, rows);
  gtk_widget_class_bind_template_child (widget_class, TalListTree, none);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
tal_list_tree_init (TalListTree *self)
{
  self->folded = g_hash_table_new_full (tal_id_key_hash, tal_id_key_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_list_tree_new (void)
{
  return g_object_new (TAL_TYPE_LIST_TREE, NULL);
}

void
tal_list_tree_show (TalListTree *self, TalListKind list, const TalCatalogue *catalogue)
{
  g_autoptr (TalCatalogue) former = NULL;

  g_return_if_fail (TAL_IS_LIST_TREE (self));
  g_return_if_fail (list < TAL_N_LIST_KINDS && catalogue != NULL);

  former = self->catalogue;
  self->catalogue = tal_catalogue_ref (catalogue);
  self->list = list;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tal_list_kind_get_title (list), -1);
  refill (self);
}

void
tal_list_tree_set_search (TalListTree *self, const char *text)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (TAL_IS_LIST_TREE (self));
  g_return_if_fail (text != NULL);

  stripped = g_strstrip (g_strdup (text));
  g_clear_pointer (&self->wanted, g_free);
  if (stripped[0] != '\0')
    self->wanted = tal_danish_collation_dup_folded (stripped);
  if (self->catalogue != NULL)
    refill (self);
}

static void
unfold_above (TalListTree *self, TalId id)
{
  TalKind          kind = tal_list_kind_get_record_kind (self->list);
  const TalRecord *record = tal_catalogue_find (self->catalogue, kind, id);

  for (guint depth = 0; record != NULL && depth < MOST_DEPTH; depth++)
    {
      TalId parent = tal_list_kind_get_parent (record);

      g_hash_table_remove (self->folded, &parent);
      record = tal_catalogue_find (self->catalogue, kind, parent);
    }
}

void
tal_list_tree_select (TalListTree *self, TalId id)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (TAL_IS_LIST_TREE (self));
  g_return_if_fail (self->catalogue != NULL);

  row = find_row (self, id);
  if (row == NULL && self->wanted == NULL &&
      tal_catalogue_find (self->catalogue, tal_list_kind_get_record_kind (self->list), id) != NULL)
    {
      unfold_above (self, id);
      self->selected = id;
      self->filling = TRUE;
      while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
        gtk_list_box_remove (self->rows, GTK_WIDGET (row));
      add_parts (self, TAL_ID_NONE, 0);
      self->filling = FALSE;
      row = find_row (self, id);
    }
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->rows, 0);
  if (row == NULL)
    {
      self->selected = TAL_ID_NONE;
      g_signal_emit (self, signals[SELECTED], 0);
      return;
    }
  gtk_list_box_select_row (self->rows, row);
}

TalId
tal_list_tree_get_selected (TalListTree *self)
{
  g_return_val_if_fail (TAL_IS_LIST_TREE (self), TAL_ID_NONE);

  return self->selected;
}
