/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-appropriation-row.h"

#include "core/tal-money-unit.h"

#include <glib/gi18n-lib.h>

struct _TalAppropriationRow
{
  GtkListBoxRow parent_instance;

  TalId appropriation;

  GtkLabel  *year;
  GtkLabel  *amount;
  GtkLabel  *terms;
  GtkLabel  *note;
  GtkLabel  *expired;
  GtkWidget *remove_button;
};

enum
{
  REMOVE_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalAppropriationRow, tal_appropriation_row, GTK_TYPE_LIST_BOX_ROW)

static void
remove_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[REMOVE_ASKED], 0);
}

static void
tal_appropriation_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_APPROPRIATION_ROW);

  G_OBJECT_CLASS (tal_appropriation_row_parent_class)->dispose (object);
}

static void
tal_appropriation_row_class_init (TalAppropriationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_appropriation_row_dispose;

  signals[REMOVE_ASKED] = g_signal_new ("remove-asked", TAL_TYPE_APPROPRIATION_ROW,
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "appropriation.remove", NULL, remove_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "appropriation.remove",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "appropriation.remove",
                                       NULL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/initiatives/tal-appropriation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationRow, year);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationRow, amount);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationRow, terms);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationRow, note);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationRow, expired);
  gtk_widget_class_bind_template_child (widget_class, TalAppropriationRow, remove_button);
}

static void
tal_appropriation_row_init (TalAppropriationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_appropriation_row_new (void)
{
  return g_object_new (TAL_TYPE_APPROPRIATION_ROW, NULL);
}

static const char *
get_kind_text (TalMoneyKind kind)
{
  switch (kind)
    {
    case TAL_MONEY_UNSPECIFIED:
      return NULL;
    case TAL_MONEY_SERVICE:
      return _ ("Service");
    case TAL_MONEY_TRANSFERS:
      return _ ("Transfers");
    }

  g_return_val_if_reached (NULL);
}

static char *
write_expiry (const TalAppropriation *appropriation)
{
  switch (appropriation->expiry)
    {
    case TAL_EXPIRY_NOT_STATED:
      return NULL;
    case TAL_EXPIRY_YEAR:
      return g_strdup_printf (_ ("Expires in %d"), appropriation->expiry_year);
    case TAL_EXPIRY_NOT_SET:
      return g_strdup (_ ("Expiry not set"));
    case TAL_EXPIRY_DECLINING:
      return g_strdup (_ ("Declining"));
    case TAL_EXPIRY_PERMANENT:
      return g_strdup (_ ("Permanent"));
    }

  g_return_val_if_reached (NULL);
}

static void
add (GPtrArray *terms, const char *term)
{
  if (term != NULL)
    g_ptr_array_add (terms, (gpointer)term);
}

/* "Budgetaftale 2020 · Service · 2020 p/l · Udløber i 2023". */
static char *
write_terms (const TalAppropriation *appropriation)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new ();
  g_autofree char      *prices = NULL;
  g_autofree char      *account = NULL;
  g_autofree char      *expiry = write_expiry (appropriation);

  if (appropriation->price_level != NULL)
    prices = g_strdup_printf (_ ("%s prices"), appropriation->price_level);
  if (appropriation->account != NULL)
    account = g_strdup_printf (_ ("account %s"), appropriation->account);
  add (terms, appropriation->source);
  add (terms, get_kind_text (appropriation->money_kind));
  add (terms, appropriation->committee);
  add (terms, account);
  add (terms, prices);
  add (terms, expiry);
  g_ptr_array_add (terms, NULL);
  return g_strjoinv (" · ", (char **)terms->pdata);
}

static char *
write_amount (const TalAppropriation *appropriation)
{
  TalDecimal       kroner = appropriation->amount;
  guint            decimals = tal_money_unit_count_decimals (TAL_MONEY_UNIT_KRONER, kroner);
  g_autofree char *number = tal_money_unit_format (TAL_MONEY_UNIT_KRONER, kroner, decimals);

  return g_strdup_printf ("%s\302\240%s", number, tal_money_unit_get_name (TAL_MONEY_UNIT_KRONER));
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static gboolean
is_expired (const TalAppropriation *appropriation, int this_year)
{
  return appropriation->expiry == TAL_EXPIRY_YEAR && appropriation->expiry_year < this_year;
}

void
tal_appropriation_row_show (TalAppropriationRow    *self,
                            const TalAppropriation *appropriation,
                            int                     this_year,
                            gboolean                editable)
{
  g_autofree char *year = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *terms = NULL;
  g_autofree char *label = NULL;
  const char      *expired = NULL;

  g_return_if_fail (TAL_IS_APPROPRIATION_ROW (self));
  g_return_if_fail (appropriation != NULL);

  self->appropriation = appropriation->record.id;
  year = g_strdup_printf ("%d", appropriation->year);
  amount = write_amount (appropriation);
  terms = write_terms (appropriation);
  expired = is_expired (appropriation, this_year) ? _ ("Expired") : NULL;
  gtk_label_set_label (self->year, year);
  gtk_label_set_label (self->amount, amount);
  show_text (self->terms, terms);
  show_text (self->note, appropriation->note);
  show_text (self->expired, expired);

  label = g_strdup_printf ("%s: %s. %s. %s", year, amount, terms, expired != NULL ? expired : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), editable);
  gtk_widget_set_visible (self->remove_button, editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "appropriation.remove", editable);
}

TalId
tal_appropriation_row_get_appropriation (TalAppropriationRow *self)
{
  g_return_val_if_fail (TAL_IS_APPROPRIATION_ROW (self), TAL_ID_NONE);

  return self->appropriation;
}
