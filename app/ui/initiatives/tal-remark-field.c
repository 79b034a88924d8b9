/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-remark-field.h"

struct _TalRemarkField
{
  GtkWidget parent_instance;

  gboolean single_line;
  char    *stored;
  char    *given; /* the text that "edited" was emitted for and that is not answered yet, or NULL */

  GtkWidget   *box;
  GtkLabel    *title;
  GtkLabel    *room;
  GtkTextView *view;
  GtkLabel    *reason;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalRemarkField, tal_remark_field, GTK_TYPE_WIDGET)

static char *
dup_text (TalRemarkField *self)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *text = NULL;
  GtkTextIter      start;
  GtkTextIter      end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (self->single_line)
    g_strdelimit (text, "\r\n", ' ');
  return g_strdup (g_strstrip (text));
}

static void
show_stored (TalRemarkField *self)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), self->stored, -1);
  tal_remark_field_refuse (self, NULL);
}

static void
focus_left_cb (TalRemarkField *self)
{
  g_autofree char *text = dup_text (self);

  if (g_strcmp0 (text, self->given) == 0 || !gtk_text_view_get_editable (self->view) ||
      g_str_equal (text, self->stored))
    return;

  g_free (self->given);
  self->given = g_strdup (text);
  g_signal_emit (self, signals[EDITED], 0, text);
}

/* A text view does not ask for the room its lines need, but a label does: one that nobody
 * sees stands behind it with the same text. */
static void
text_changed_cb (TalRemarkField *self)
{
  g_autofree char *text = dup_text (self);

  gtk_label_set_label (self->room, text);
}

static gboolean
key_pressed_cb (TalRemarkField *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (self->single_line && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      g_signal_emit_by_name (self, "move-focus", GTK_DIR_TAB_FORWARD);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Escape || !tal_remark_field_is_pending (self))
    return GDK_EVENT_PROPAGATE;

  tal_remark_field_revert (self);
  return GDK_EVENT_STOP;
}

static void
tal_remark_field_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_REMARK_FIELD);

  G_OBJECT_CLASS (tal_remark_field_parent_class)->dispose (object);
}

static void
tal_remark_field_finalize (GObject *object)
{
  g_free (TAL_REMARK_FIELD (object)->stored);
  g_free (TAL_REMARK_FIELD (object)->given);

  G_OBJECT_CLASS (tal_remark_field_parent_class)->finalize (object);
}

static void
tal_remark_field_class_init (TalRemarkFieldClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tal_remark_field_dispose;
  object_class->finalize = tal_remark_field_finalize;

  /* With the text that was written. */
  signals[EDITED] = g_signal_new ("edited", TAL_TYPE_REMARK_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/initiatives/tal-remark-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TalRemarkField, box);
  gtk_widget_class_bind_template_child (widget_class, TalRemarkField, title);
  gtk_widget_class_bind_template_child (widget_class, TalRemarkField, room);
  gtk_widget_class_bind_template_child (widget_class, TalRemarkField, view);
  gtk_widget_class_bind_template_child (widget_class, TalRemarkField, reason);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
tal_remark_field_init (TalRemarkField *self)
{
  self->stored = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->reason, NULL, -1);
}

GtkWidget *
tal_remark_field_new (void)
{
  return g_object_new (TAL_TYPE_REMARK_FIELD, NULL);
}

void
tal_remark_field_set_title (TalRemarkField *self, const char *title)
{
  g_return_if_fail (TAL_IS_REMARK_FIELD (self));
  g_return_if_fail (title != NULL);

  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->title), TRUE);
  gtk_widget_set_css_classes (self->box, (const char *[]){ "titled-field", NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

void
tal_remark_field_set_single_line (TalRemarkField *self, gboolean single_line)
{
  g_return_if_fail (TAL_IS_REMARK_FIELD (self));

  self->single_line = single_line;
}

void
tal_remark_field_set_remark (TalRemarkField *self, const char *remark)
{
  gboolean kept = FALSE;

  g_return_if_fail (TAL_IS_REMARK_FIELD (self));

  kept = tal_remark_field_is_pending (self);
  g_clear_pointer (&self->given, g_free);
  g_free (self->stored);
  self->stored = g_strdup (remark != NULL ? remark : "");
  if (!kept)
    show_stored (self);
}

void
tal_remark_field_set_editable (TalRemarkField *self, gboolean editable)
{
  g_return_if_fail (TAL_IS_REMARK_FIELD (self));

  gtk_text_view_set_editable (self->view, editable);
  gtk_text_view_set_cursor_visible (self->view, editable);
}

void
tal_remark_field_refuse (TalRemarkField *self, const char *reason)
{
  g_return_if_fail (TAL_IS_REMARK_FIELD (self));

  g_clear_pointer (&self->given, g_free);
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
}

const char *
tal_remark_field_get_reason (TalRemarkField *self)
{
  g_return_val_if_fail (TAL_IS_REMARK_FIELD (self), NULL);

  return gtk_label_get_label (self->reason);
}

gboolean
tal_remark_field_is_pending (TalRemarkField *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (TAL_IS_REMARK_FIELD (self), FALSE);

  text = dup_text (self);
  return !g_str_equal (text, self->stored) && g_strcmp0 (text, self->given) != 0;
}

void
tal_remark_field_revert (TalRemarkField *self)
{
  g_return_if_fail (TAL_IS_REMARK_FIELD (self));

  show_stored (self);
}

gboolean
tal_remark_field_revert_focused (TalRemarkField *self)
{
  g_return_val_if_fail (TAL_IS_REMARK_FIELD (self), FALSE);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL || !tal_remark_field_is_pending (self))
    return FALSE;

  show_stored (self);
  return TRUE;
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalRemarkField) self = user_data;
  g_autoptr (GError)         error = NULL;

  if (!tal_workspace_change_finish (TAL_WORKSPACE (source), result, &error))
    tal_remark_field_refuse (self, error->message);
}

void
tal_remark_field_store (TalRemarkField *self,
                        TalWorkspace   *workspace,
                        TalChangeMaker  maker,
                        gpointer        request,
                        GDestroyNotify  free_request)
{
  g_return_if_fail (TAL_IS_REMARK_FIELD (self));
  g_return_if_fail (TAL_IS_WORKSPACE (workspace));

  tal_workspace_change_async (workspace, maker, request, free_request, NULL, changed_cb,
                              g_object_ref (self));
}

GtkTextBuffer *
tal_remark_field_get_buffer (TalRemarkField *self)
{
  g_return_val_if_fail (TAL_IS_REMARK_FIELD (self), NULL);

  return gtk_text_view_get_buffer (self->view);
}
