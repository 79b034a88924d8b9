/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/lists/tal-record-form.h"

#include "base/tal-danish-collation.h"
#include "base/tal-danish-date.h"
#include "base/tal-danish-number.h"
#include "core/tal-field-text.h"
#include "core/tal-list-edit.h"
#include "core/tal-title.h"
#include "ui/common/tal-choice.h"
#include "ui/common/tal-form.h"
#include "ui/initiatives/tal-remark-field.h"
#include "ui/lists/tal-usage-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _TalRecordForm
{
  GtkWidget parent_instance;

  TalWorkspace *workspace;
  TalListKind   list;
  TalId         id;
  gboolean      showing; /* so that what is shown isn't taken for a choice */
  GPtrArray    *edits;   /* of GtkWidget, borrowed: the editor of each field */
  GArray       *wholes;  /* of TalId, behind the choices of what it is part of but the first */

  GtkWidget    *box;
  GtkListBox   *fields;
  TalUsageList *usage;
};

G_DEFINE_FINAL_TYPE (TalRecordForm, tal_record_form, GTK_TYPE_WIDGET)

/* An edit under way, and the editor that asked for it. */
typedef struct
{
  TalRecordForm *form;
  GtkWidget     *edit;
} Edit;

static void
edit_free (Edit *edit)
{
  g_object_unref (edit->form);
  g_object_unref (edit->edit);
  g_free (edit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edit, edit_free)

static const TalRecord *
find_record (TalRecordForm *self)
{
  if (self->workspace == NULL || tal_id_is_none (self->id))
    return NULL;

  return tal_catalogue_find (tal_workspace_get_catalogue (self->workspace),
                             tal_list_kind_get_record_kind (self->list), self->id);
}

static const TalField *
get_field (TalRecordForm *self, GtkWidget *edit)
{
  guint position = 0;

  g_ptr_array_find (self->edits, edit, &position);
  return tal_list_kind_get_fields (self->list)[position];
}

static void
refuse (GtkWidget *edit, const char *reason)
{
  if (TAL_IS_REMARK_FIELD (edit))
    tal_remark_field_refuse (TAL_REMARK_FIELD (edit), reason);
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (edit), reason != NULL ? reason : "");
}

static void show_fields (TalRecordForm *self);

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Edit)   edit = user_data;
  g_autoptr (GError) error = NULL;

  if (tal_workspace_change_finish (TAL_WORKSPACE (source), result, &error))
    return;

  /* What was chosen is not what is stored; what was written stands. */
  show_fields (edit->form);
  refuse (edit->edit, error->message);
}

/* 'texts' are canonical. */
static void
store (TalRecordForm *self, GtkWidget *widget, const char *const *texts)
{
  Edit            *edit = g_new0 (Edit, 1);
  TalFieldRequest *request = tal_field_request_new (tal_list_kind_get_record_kind (self->list),
                                                    self->id, get_field (self, widget), texts);

  edit->form = g_object_ref (self);
  edit->edit = g_object_ref (widget);
  tal_workspace_change_async (self->workspace, tal_list_edit_set_field, request,
                              (GDestroyNotify)tal_field_request_free, NULL, changed_cb, edit);
}

static char *
read_amount (const char *text, GError **error)
{
  TalDecimal kroner;

  return tal_form_parse_kroner (text, &kroner, error) ? tal_decimal_to_string (kroner) : NULL;
}

static char *
read_day (const char *text, GError **error)
{
  TalDay day = TAL_DAY_NONE;

  return tal_danish_date_parse (text, &day, error) ? tal_day_to_string (day) : NULL;
}

/* What was written as the field's canonical text; NULL with an error. */
static char *
read_text (const TalField *field, const char *text, GError **error)
{
  if (field->type == TAL_FIELD_DAY)
    return read_day (text, error);
  if (field->type == TAL_FIELD_DECIMAL)
    return read_amount (text, error);

  return g_strdup (text);
}

/* One name a line. */
static char **
split_lines (const char *text)
{
  g_auto (GStrv)           lines = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_strstrip (lines[i])[0] != '\0')
        g_strv_builder_add (kept, lines[i]);
    }

  return g_strv_builder_end (kept);
}

static void
edited_cb (TalRecordForm *self, const char *text, GtkWidget *edit)
{
  const TalField    *field = get_field (self, edit);
  g_auto (GStrv)     lines = NULL;
  g_autofree char   *canonical = NULL;
  g_autoptr (GError) error = NULL;

  if (find_record (self) == NULL)
    return;
  if (field->type == TAL_FIELD_LIST)
    {
      lines = split_lines (text);
      store (self, edit, (const char *const *)lines);
      return;
    }
  if (text[0] != '\0')
    canonical = read_text (field, text, &error);
  if (error != NULL)
    refuse (edit, error->message);
  else
    store (self, edit, (const char *const[]){ canonical, NULL });
}

static void
switched_cb (TalRecordForm *self, GParamSpec *pspec, GtkWidget *toggle)
{
  GtkWidget *row = gtk_widget_get_ancestor (toggle, ADW_TYPE_ACTION_ROW);

  if (!self->showing && find_record (self) != NULL)
    store (self, row,
           (const char *const[]){ gtk_switch_get_active (GTK_SWITCH (toggle)) ? "true" : NULL,
                                  NULL });
}

static void
chosen_cb (TalRecordForm *self, GParamSpec *pspec, GtkWidget *row)
{
  const TalField *field = get_field (self, row);
  guint           choice = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  char            id[TAL_ID_STRING_LENGTH + 1];

  if (self->showing || find_record (self) == NULL || choice == GTK_INVALID_LIST_POSITION)
    return;
  if (field->type == TAL_FIELD_WORD)
    {
      store (self, row, (const char *const[]){ field->words[choice], NULL });
      return;
    }
  if (choice > 0)
    tal_id_format (g_array_index (self->wholes, TalId, choice - 1), id);
  store (self, row, (const char *const[]){ choice > 0 ? id : NULL, NULL });
}

static void
tal_record_form_dispose (GObject *object)
{
  TalRecordForm *self = TAL_RECORD_FORM (object);

  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_RECORD_FORM);

  G_OBJECT_CLASS (tal_record_form_parent_class)->dispose (object);
}

static void
tal_record_form_finalize (GObject *object)
{
  TalRecordForm *self = TAL_RECORD_FORM (object);

  g_ptr_array_unref (self->edits);
  g_array_unref (self->wholes);

  G_OBJECT_CLASS (tal_record_form_parent_class)->finalize (object);
}

static void
tal_record_form_class_init (TalRecordFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_record_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_record_form_finalize;

  g_type_ensure (TAL_TYPE_USAGE_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/lists/tal-record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TalRecordForm, box);
  gtk_widget_class_bind_template_child (widget_class, TalRecordForm, fields);
  gtk_widget_class_bind_template_child (widget_class, TalRecordForm, usage);
}

static void
tal_record_form_init (TalRecordForm *self)
{
  self->edits = g_ptr_array_new ();
  self->wholes = g_array_new (FALSE, FALSE, sizeof (TalId));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_record_form_new (void)
{
  return g_object_new (TAL_TYPE_RECORD_FORM, NULL);
}

void
tal_record_form_set_workspace (TalRecordForm *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_RECORD_FORM (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
}

static GtkWidget *
add_text (TalRecordForm *self, const TalField *field)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *edit = tal_remark_field_new ();

  tal_remark_field_set_title (TAL_REMARK_FIELD (edit),
                              field->type == TAL_FIELD_LIST ? _ ("Also called (one name a line)")
                                                            : _ (field->title));
  tal_remark_field_set_single_line (TAL_REMARK_FIELD (edit),
                                    field->type != TAL_FIELD_LIST &&
                                        (field->type != TAL_FIELD_PROSE || field->required));
  g_signal_connect_object (edit, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_css_classes (row, (const char *[]){ "field", "editable", NULL });
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), edit);
  gtk_list_box_append (self->fields, row);
  return edit;
}

static GtkWidget *
add_switch (TalRecordForm *self, const TalField *field)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_object_set_data (G_OBJECT (row), "switch", toggle);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->fields, row);
  return row;
}

static GtkWidget *
add_choice (TalRecordForm *self, const TalField *field)
{
  GtkWidget *row = adw_combo_row_new ();

  tal_choice_show_whole (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->fields, row);
  return row;
}

static void
remake_fields (TalRecordForm *self)
{
  const TalField *const *fields = tal_list_kind_get_fields (self->list);
  GtkListBoxRow         *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->fields, 0)) != NULL)
    gtk_list_box_remove (self->fields, GTK_WIDGET (row));
  g_ptr_array_set_size (self->edits, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fields), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tal_list_kind_get_title (self->list), -1);
  for (guint i = 0; fields[i] != NULL; i++)
    {
      if (fields[i]->type == TAL_FIELD_BOOLEAN)
        g_ptr_array_add (self->edits, add_switch (self, fields[i]));
      else if (fields[i]->type == TAL_FIELD_WORD || fields[i]->type == TAL_FIELD_REFERENCE)
        g_ptr_array_add (self->edits, add_choice (self, fields[i]));
      else
        g_ptr_array_add (self->edits, add_text (self, fields[i]));
    }
}

/* As it is typed; NULL where it is empty. */
static char *
write_text (TalRecordForm *self, const TalField *field, const TalRecord *record)
{
  if (field->type != TAL_FIELD_DECIMAL)
    return tal_field_text_dup (field, tal_workspace_get_catalogue (self->workspace), record);
  if (tal_field_is_default (field, record))
    return NULL;

  return tal_danish_number_format (*(const TalDecimal *)TAL_FIELD_AT_CONST (field, record),
                                   TAL_DANISH_NUMBER_TRUE_MINUS);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return tal_danish_collation_compare (tal_title_get_name (*(const TalRecord *const *)a),
                                       tal_title_get_name (*(const TalRecord *const *)b));
}

/* Everything in the list but itself, and which of them it is part of. */
static void
show_wholes (TalRecordForm *self, AdwComboRow *row, const TalRecord *record)
{
  g_autoptr (GPtrArray)     others = g_ptr_array_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  TalId                     parent = tal_list_kind_get_parent (record);
  guint                     length = 0;
  guint                     selected = 0;
  const TalRecord *const   *records =
      tal_catalogue_get_records (tal_workspace_get_catalogue (self->workspace), record->kind,
                                 &length);

  for (guint i = 0; i < length; i++)
    {
      if (records[i] != record && tal_list_kind_has (self->list, records[i]) &&
          tal_title_get_name (records[i]) != NULL)
        g_ptr_array_add (others, (gpointer)records[i]);
    }
  g_ptr_array_sort (others, compare_names);

  g_array_set_size (self->wholes, 0);
  gtk_string_list_append (names, _ ("Nothing"));
  for (guint i = 0; i < others->len; i++)
    {
      const TalRecord *other = g_ptr_array_index (others, i);

      gtk_string_list_append (names, tal_title_get_name (other));
      g_array_append_val (self->wholes, other->id);
      if (tal_id_is_equal (other->id, parent))
        selected = i + 1;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, selected);
}

static void
show_words (AdwComboRow *row, const TalField *field, const TalRecord *record)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; field->words[i] != NULL; i++)
    gtk_string_list_append (names, tal_field_text_get_word (field->words[i]));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, *(const guint *)TAL_FIELD_AT_CONST (field, record));
}

static void
show_field (TalRecordForm *self, GtkWidget *edit, const TalField *field, const TalRecord *record)
{
  g_autofree char *text = NULL;
  gboolean         editable = !tal_workspace_get_read_only (self->workspace);

  if (TAL_IS_REMARK_FIELD (edit))
    {
      text = write_text (self, field, record);
      tal_remark_field_set_remark (TAL_REMARK_FIELD (edit), text);
      tal_remark_field_set_editable (TAL_REMARK_FIELD (edit), editable);
      return;
    }

  refuse (edit, NULL);
  gtk_widget_set_sensitive (edit, editable);
  if (field->type == TAL_FIELD_BOOLEAN)
    gtk_switch_set_active (g_object_get_data (G_OBJECT (edit), "switch"),
                           *(const gboolean *)TAL_FIELD_AT_CONST (field, record));
  else if (field->type == TAL_FIELD_WORD)
    show_words (ADW_COMBO_ROW (edit), field, record);
  else
    show_wholes (self, ADW_COMBO_ROW (edit), record);
}

static void
show_fields (TalRecordForm *self)
{
  const TalField *const *fields = tal_list_kind_get_fields (self->list);
  const TalRecord       *record = find_record (self);

  if (record == NULL)
    return;

  self->showing = TRUE;
  for (guint i = 0; i < self->edits->len; i++)
    show_field (self, g_ptr_array_index (self->edits, i), fields[i], record);
  self->showing = FALSE;
}

/* What is being typed is stored before another record takes its place. */
static void
leave (TalRecordForm *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
}

void
tal_record_form_show (TalRecordForm *self, TalListKind list, const TalRecord *record)
{
  g_return_if_fail (TAL_IS_RECORD_FORM (self));
  g_return_if_fail (record != NULL && self->workspace != NULL);

  if (!tal_id_is_equal (self->id, record->id))
    {
      leave (self);
      if (self->edits->len == 0 || self->list != list)
        {
          self->list = list;
          remake_fields (self);
        }
      self->id = record->id;
      for (guint i = 0; i < self->edits->len; i++)
        {
          if (TAL_IS_REMARK_FIELD (g_ptr_array_index (self->edits, i)))
            tal_remark_field_revert (g_ptr_array_index (self->edits, i));
        }
    }

  show_fields (self);
  tal_usage_list_show (self->usage, tal_workspace_get_catalogue (self->workspace), record);
}

void
tal_record_form_rename (TalRecordForm *self)
{
  GtkTextBuffer *buffer = NULL;
  GtkTextIter    start;
  GtkTextIter    end;

  g_return_if_fail (TAL_IS_RECORD_FORM (self));

  if (self->edits->len == 0)
    return;

  /* The name is the first field of every form. */
  gtk_widget_child_focus (g_ptr_array_index (self->edits, 0), GTK_DIR_TAB_FORWARD);
  buffer = tal_remark_field_get_buffer (g_ptr_array_index (self->edits, 0));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &end, &start);
}
