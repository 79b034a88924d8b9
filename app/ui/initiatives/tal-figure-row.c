/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-figure-row.h"

#include <glib/gi18n-lib.h>

struct _TalFigureRow
{
  GtkListBoxRow parent_instance;

  char    *typed; /* the stored figure, as it is typed */
  char    *words;
  char    *offer;
  gboolean focused;
  char    *given; /* the text that "edited" was emitted for and that is not answered yet, or NULL */

  GtkLabel  *title;
  GtkText   *text;
  GtkLabel  *subtitle;
  GtkLabel  *reason;
  GtkButton *offer_button;
};

enum
{
  EDITED,
  N_SIGNALS
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static guint       signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TalFigureRow, tal_figure_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_text (TalFigureRow *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
}

static const char *
get_text (TalFigureRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->text));
}

static void
clear_reason (TalFigureRow *self)
{
  g_clear_pointer (&self->offer, g_free);
  gtk_label_set_label (self->reason, "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->offer_button), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "refused");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID);
}

/* Whether what stands in the field is not what is stored. */
static gboolean
differs (TalFigureRow *self)
{
  return !g_str_equal (get_text (self), self->typed) && !g_str_equal (get_text (self), self->words);
}

/* Whether it is on its way to be stored as it stands. */
static gboolean
is_given (TalFigureRow *self)
{
  return g_strcmp0 (get_text (self), self->given) == 0;
}

static void
show_stored (TalFigureRow *self)
{
  clear_reason (self);
  set_text (self, self->focused && gtk_editable_get_editable (GTK_EDITABLE (self->text))
                      ? self->typed
                      : self->words);
}

static void
give_up (TalFigureRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (self)));

  if (!gtk_editable_get_editable (GTK_EDITABLE (self->text)) || is_given (self))
    return;
  if (g_str_equal (text, self->words) || g_str_equal (text, self->typed))
    {
      show_stored (self);
      return;
    }

  g_free (self->given);
  self->given = g_strdup (get_text (self));
  g_signal_emit (self, signals[EDITED], 0, text);
}

static void
focus_entered_cb (TalFigureRow *self)
{
  self->focused = TRUE;
  if (!differs (self))
    show_stored (self);
  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
}

static void
focus_left_cb (TalFigureRow *self)
{
  self->focused = FALSE;
  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, 0);
  give_up (self);
}

static void
text_activated_cb (TalFigureRow *self)
{
  give_up (self);
}

static void
text_changed_cb (TalFigureRow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->reason)))
    clear_reason (self);
}

static void
offer_clicked_cb (TalFigureRow *self)
{
  g_autofree char *offer = g_steal_pointer (&self->offer);

  if (offer == NULL)
    return;

  set_text (self, offer);
  give_up (self);
}

static gboolean
key_pressed_cb (TalFigureRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || !tal_figure_row_is_pending (self))
    return GDK_EVENT_PROPAGATE;

  tal_figure_row_revert (self);
  return GDK_EVENT_STOP;
}

static void
row_activated_cb (TalFigureRow *self)
{
  if (gtk_editable_get_editable (GTK_EDITABLE (self->text)))
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static gboolean
tal_figure_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TAL_FIGURE_ROW (widget)->text));
}

/* The row is none itself: Tab goes through what stands in it, and then on to the next. */
static gboolean
tal_figure_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static void
tal_figure_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_label (TAL_FIGURE_ROW (object)->title));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
tal_figure_row_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TalFigureRow *self = TAL_FIGURE_ROW (object);
  const char   *title = NULL;

  if (property_id != PROP_TITLE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }

  title = g_value_get_string (value) != NULL ? g_value_get_string (value) : "";
  if (g_str_equal (gtk_label_get_label (self->title), title))
    return;

  gtk_label_set_label (self->title, title);
  g_object_notify_by_pspec (object, pspec);
}

static void
tal_figure_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_FIGURE_ROW);

  G_OBJECT_CLASS (tal_figure_row_parent_class)->dispose (object);
}

static void
tal_figure_row_finalize (GObject *object)
{
  TalFigureRow *self = TAL_FIGURE_ROW (object);

  g_free (self->given);
  g_free (self->typed);
  g_free (self->words);
  g_free (self->offer);

  G_OBJECT_CLASS (tal_figure_row_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/initiatives/tal-figure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TalFigureRow, title);
  gtk_widget_class_bind_template_child (widget_class, TalFigureRow, text);
  gtk_widget_class_bind_template_child (widget_class, TalFigureRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TalFigureRow, reason);
  gtk_widget_class_bind_template_child (widget_class, TalFigureRow, offer_button);
  gtk_widget_class_bind_template_callback (widget_class, focus_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tal_figure_row_class_init (TalFigureRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_figure_row_get_property;
  object_class->set_property = tal_figure_row_set_property;
  object_class->dispose = tal_figure_row_dispose;
  object_class->finalize = tal_figure_row_finalize;
  widget_class->focus = tal_figure_row_focus;
  widget_class->grab_focus = tal_figure_row_grab_focus;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* With the text that was typed. */
  signals[EDITED] = g_signal_new ("edited", TAL_TYPE_FIGURE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  bind_template (widget_class);
}

static void
tal_figure_row_init (TalFigureRow *self)
{
  self->typed = g_strdup ("");
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title, NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->reason, NULL, -1);
}

GtkWidget *
tal_figure_row_new (void)
{
  return g_object_new (TAL_TYPE_FIGURE_ROW, NULL);
}

void
tal_figure_row_set_figure (TalFigureRow *self, const char *typed, const char *words)
{
  gboolean kept = FALSE;

  g_return_if_fail (TAL_IS_FIGURE_ROW (self));
  g_return_if_fail (typed != NULL);
  g_return_if_fail (words != NULL);

  kept = tal_figure_row_is_pending (self);
  g_clear_pointer (&self->given, g_free);
  g_free (self->typed);
  g_free (self->words);
  self->typed = g_strdup (typed);
  self->words = g_strdup (words);
  if (!kept)
    show_stored (self);
}

void
tal_figure_row_set_editable (TalFigureRow *self, gboolean editable)
{
  g_return_if_fail (TAL_IS_FIGURE_ROW (self));

  gtk_editable_set_editable (GTK_EDITABLE (self->text), editable);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), editable);
  if (editable)
    gtk_widget_add_css_class (GTK_WIDGET (self), "editable");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "editable");
}

void
tal_figure_row_set_subtitle (TalFigureRow *self, const char *subtitle)
{
  g_return_if_fail (TAL_IS_FIGURE_ROW (self));

  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
}

void
tal_figure_row_refuse (TalFigureRow *self, const char *reason, const char *offer)
{
  g_autofree char *label = NULL;

  g_return_if_fail (TAL_IS_FIGURE_ROW (self));

  g_clear_pointer (&self->given, g_free);
  clear_reason (self);
  if (reason == NULL)
    return;

  gtk_label_set_label (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "refused");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (offer == NULL)
    return;

  self->offer = g_strdup (offer);
  label = g_strdup_printf (_ ("Use %s"), offer);
  gtk_button_set_label (self->offer_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->offer_button), TRUE);
}

gboolean
tal_figure_row_is_pending (TalFigureRow *self)
{
  g_return_val_if_fail (TAL_IS_FIGURE_ROW (self), FALSE);

  return differs (self) && !is_given (self);
}

void
tal_figure_row_revert (TalFigureRow *self)
{
  g_return_if_fail (TAL_IS_FIGURE_ROW (self));

  g_clear_pointer (&self->given, g_free);
  show_stored (self);
  if (self->focused)
    gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
}

GtkEditable *
tal_figure_row_get_editable (TalFigureRow *self)
{
  g_return_val_if_fail (TAL_IS_FIGURE_ROW (self), NULL);

  return GTK_EDITABLE (self->text);
}

const char *
tal_figure_row_get_reason (TalFigureRow *self)
{
  g_return_val_if_fail (TAL_IS_FIGURE_ROW (self), NULL);

  return gtk_label_get_label (self->reason);
}
