/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-fact-strip.h"

#include "ui/common/tal-seen.h"
#include "ui/initiatives/tal-fact-text.h"
#include "ui/initiatives/tal-fact.h"

struct _TalFactStrip
{
  GtkWidget parent_instance;

  TalWorkspace      *workspace;
  TalId              initiative;
  GCancellable      *reading; /* NULL unless figures are being read */
  TalSeriesStatuses *read;    /* NULL until they have been */
};

G_DEFINE_FINAL_TYPE (TalFactStrip, tal_fact_strip, GTK_TYPE_WIDGET)

static const TalInitiative *
find_initiative (TalFactStrip *self)
{
  const TalRecord *record = NULL;

  if (self->workspace == NULL || tal_id_is_none (self->initiative))
    return NULL;

  record = tal_catalogue_find (tal_status_table_get_catalogue (
                                   tal_workspace_get_statuses (self->workspace)),
                               TAL_KIND_INITIATIVE, self->initiative);
  return record != NULL ? TAL_INITIATIVE (record) : NULL;
}

static GArray *
list_facts (TalFactStrip *self, const TalInitiative *initiative)
{
  TalStatusTable      *statuses = tal_workspace_get_statuses (self->workspace);
  guint                n_goals = 0;
  const TalGoalStatus *goals =
      tal_status_table_get_initiative (statuses, self->initiative, &n_goals);

  return tal_initiative_facts_list (tal_status_table_get_catalogue (statuses), initiative, goals,
                                    n_goals);
}

static void
clear (TalFactStrip *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
fill (TalFactStrip *self)
{
  const TalInitiative *initiative = find_initiative (self);
  g_autoptr (GArray)   facts = NULL;

  clear (self);
  if (initiative == NULL)
    return;

  facts = list_facts (self, initiative);
  for (guint i = 0; i < facts->len; i++)
    {
      g_autoptr (TalFactText) text =
          tal_fact_text_new (&g_array_index (facts, TalInitiativeFact, i),
                             tal_workspace_get_statuses (self->workspace), initiative, self->read);

      if (text != NULL)
        gtk_widget_set_parent (tal_fact_new (text->figure, text->caption), GTK_WIDGET (self));
    }
}

static void
stop_reading (TalFactStrip *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalFactStrip)      self = user_data;
  g_autoptr (TalSeriesStatuses) read = NULL;

  /* What cannot be read says so where the figures are. */
  read = tal_workspace_read_series_finish (TAL_WORKSPACE (source), result, NULL);
  if (read == NULL)
    return;

  g_clear_pointer (&self->read, tal_series_statuses_free);
  self->read = g_steal_pointer (&read);
  fill (self);
}

static void
look (GtkWidget *widget)
{
  TalFactStrip        *self = TAL_FACT_STRIP (widget);
  const TalInitiative *initiative = find_initiative (self);
  g_autoptr (GArray)   facts = NULL;
  g_autoptr (GArray)   series = NULL;

  stop_reading (self);
  if (initiative == NULL)
    return;

  facts = list_facts (self, initiative);
  series =
      tal_fact_text_list_series (facts, tal_workspace_get_statuses (self->workspace), initiative);
  if (series->len == 0)
    return;

  self->reading = g_cancellable_new ();
  tal_workspace_read_series_async (self->workspace, series, self->reading, read_cb,
                                   g_object_ref (self));
}

static void
tal_fact_strip_dispose (GObject *object)
{
  TalFactStrip *self = TAL_FACT_STRIP (object);

  stop_reading (self);
  g_clear_pointer (&self->read, tal_series_statuses_free);
  g_clear_object (&self->workspace);
  clear (self);

  G_OBJECT_CLASS (tal_fact_strip_parent_class)->dispose (object);
}

static void
tal_fact_strip_class_init (TalFactStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tal_fact_strip_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
tal_fact_strip_init (TalFactStrip *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_homogeneous (layout, TRUE);
  gtk_box_layout_set_spacing (layout, 12);
}

GtkWidget *
tal_fact_strip_new (void)
{
  return g_object_new (TAL_TYPE_FACT_STRIP, NULL);
}

void
tal_fact_strip_set_workspace (TalFactStrip *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_FACT_STRIP (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  if (g_set_object (&self->workspace, workspace))
    tal_fact_strip_show (self, TAL_ID_NONE);
}

void
tal_fact_strip_show (TalFactStrip *self, TalId initiative)
{
  g_return_if_fail (TAL_IS_FACT_STRIP (self));

  stop_reading (self);
  if (!tal_id_is_equal (self->initiative, initiative))
    g_clear_pointer (&self->read, tal_series_statuses_free);
  self->initiative = initiative;
  fill (self);
  tal_seen_call (GTK_WIDGET (self), look);
}
