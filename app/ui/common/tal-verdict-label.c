/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/tal-verdict-label.h"

#include "core/tal-goal-text.h"
#include "ui/common/tal-mark.h"

/* "Ikke opnået"; longer verdicts take two lines, so that columns stay in line. */
#define WORD_CHARS 9

struct _TalVerdictLabel
{
  GtkWidget parent_instance;

  GtkWidget *image;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (TalVerdictLabel, tal_verdict_label, GTK_TYPE_WIDGET)

static void
tal_verdict_label_dispose (GObject *object)
{
  TalVerdictLabel *self = TAL_VERDICT_LABEL (object);

  g_clear_pointer (&self->image, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (tal_verdict_label_parent_class)->dispose (object);
}

static void
tal_verdict_label_class_init (TalVerdictLabelClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tal_verdict_label_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "verdict");
}

static void
tal_verdict_label_init (TalVerdictLabel *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->image = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->image), 13);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (self->label), WORD_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), WORD_CHARS);
  gtk_widget_add_css_class (self->label, "verdict-word");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
tal_verdict_label_new (void)
{
  return g_object_new (TAL_TYPE_VERDICT_LABEL, NULL);
}

void
tal_verdict_label_set_status (TalVerdictLabel *self, const TalGoalStatus *status)
{
  TalTone     tone = TAL_TONE_NONE;
  const char *word = NULL;

  g_return_if_fail (TAL_IS_VERDICT_LABEL (self));
  g_return_if_fail (status != NULL);

  tone = tal_mark_for_status (status).tone;
  word = tal_goal_text_verdict (status->attainment);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), tal_mark_get_icon_name (tone));
  gtk_label_set_label (GTK_LABEL (self->label), word);
  gtk_widget_set_tooltip_text (self->label, word);
  gtk_widget_set_css_classes (GTK_WIDGET (self),
                              (const char *[]){ tal_mark_get_style_class (tone), NULL });
}
