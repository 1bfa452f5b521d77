/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import-row-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "mlg-import-text.h"

/* One row of a foreign file: what becomes of it, what it changes, what is wrong with it; and a way for the
 * person to decide otherwise. */
struct _MlgImportRowView
{
  GtkWidget parent_instance;
  MlgImportPlan *plan; /* (owned) (nullable) the choices are told to it */
  guint row;
  gint64 alike; /* the record that the row may be the same as, or 0 */

  GtkStack *states;
  GtkLabel *title;
  GtkLabel *deed;
  AdwPreferencesGroup *deeds_group;
  GtkListBox *deeds;
  AdwPreferencesGroup *issues_group;
  GtkListBox *issues;
  AdwPreferencesGroup *values_group;
  GtkListBox *values;
};

G_DEFINE_FINAL_TYPE (MlgImportRowView, mlg_import_row_view, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static GtkWidget *
add_row (GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *plain = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plain);
  gtk_list_box_append (list, row);
  return row;
}

/* What a person may say of a row, on its check button. */
typedef struct
{
  MlgImportRowView *view; /* (unowned) it outlives its rows */
  MlgImportDeed deed;
  gint64 id;
} Offer;

static void
on_offer_toggled (GtkCheckButton *button, gpointer data)
{
  Offer *offer = data;

  if (!gtk_check_button_get_active (button))
    return;
  mlg_import_plan_choose (offer->view->plan, offer->view->row, offer->deed, offer->id);
  g_signal_emit (offer->view, chosen_signal, 0);
}

static void
free_offer (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkCheckButton *
add_offer (MlgImportRowView *self,
           GtkCheckButton *first,
           const char *title,
           MlgImportDeed deed,
           gint64 id,
           gboolean active)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *row = add_row (self->deeds, title, "");
  Offer *offer = g_new0 (Offer, 1);

  offer->view = self;
  offer->deed = deed;
  offer->id = id;
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
  g_signal_connect_data (button, "toggled", G_CALLBACK (on_offer_toggled), offer, free_offer, 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return GTK_CHECK_BUTTON (button);
}

/* The record that a row may complete: the one it was recognised as, or the one it looks like. */
static void
add_record_offers (MlgImportRowView *self, GtkCheckButton *first, const MlgImportRow *row)
{
  MlgRecord *record = row->there != NULL ? row->there : row->alike;
  g_autofree char *name = record != NULL ? mlg_record_dup_name (record) : NULL;
  g_autofree char *merge = NULL;
  g_autofree char *replace = NULL;

  if (record == NULL)
    return;
  merge = g_strdup_printf (_ ("Complete %s"), name);
  replace = g_strdup_printf (_ ("Replace what %s says"), name);
  add_offer (self, first, merge, MLG_IMPORT_DEED_MERGE, mlg_record_get_id (record),
             row->deed == MLG_IMPORT_DEED_MERGE);
  add_offer (self, first, replace, MLG_IMPORT_DEED_REPLACE, mlg_record_get_id (record),
             row->deed == MLG_IMPORT_DEED_REPLACE);
}

static void
show_offers (MlgImportRowView *self, const MlgImportRow *row)
{
  GtkCheckButton *first;
  gboolean may_choose = row->deed != MLG_IMPORT_DEED_REFUSE && row->record != NULL;

  clear_list (self->deeds);
  gtk_widget_set_visible (GTK_WIDGET (self->deeds_group), may_choose);
  if (!may_choose)
    return;
  first = add_offer (self, NULL, _ ("Add as a new record"), MLG_IMPORT_DEED_ADD, 0,
                     row->deed == MLG_IMPORT_DEED_ADD);
  add_record_offers (self, first, row);
  add_offer (self, first, _ ("Leave out"), MLG_IMPORT_DEED_SKIP, 0,
             row->deed == MLG_IMPORT_DEED_SKIP);
}

static void
show_issues (MlgImportRowView *self, const MlgImportRow *row)
{
  MlgIssueList *issues = mlg_import_plan_get_issues (self->plan);

  clear_list (self->issues);
  for (guint i = row->first_issue; i < row->first_issue + row->n_issues; i++)
    if (i < mlg_issue_list_get_n (issues))
      add_row (self->issues, mlg_issue_list_get (issues, i)->message, "");
  gtk_widget_set_visible (GTK_WIDGET (self->issues_group), row->n_issues > 0);
}

static void
show_changes (MlgImportRowView *self, const MlgImportRow *row)
{
  for (guint i = 0; row->changes != NULL && i < row->changes->len; i++)
    {
      const MlgImportChange *change = row->changes->pdata[i];
      /* Translators: a value before and after. */
      g_autofree char *text = *change->before != '\0'
                                  ? g_strdup_printf (_ ("%s → %s"), change->before, change->after)
                                  : g_strdup (change->after);

      add_row (self->values, _ (change->field->title), text);
    }
}

static void
show_record (MlgImportRowView *self, MlgRecord *record)
{
  const MlgKind *kind = mlg_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if (mlg_record_is_null (record, i))
        continue;
      text = mlg_record_dup_display (record, i);
      add_row (self->values, _ (kind->fields[i].title), text);
    }
}

/* What it changes of the record that is there, or all it says of a new one. */
static void
show_values (MlgImportRowView *self, const MlgImportRow *row)
{
  clear_list (self->values);
  if (row->there != NULL)
    show_changes (self, row);
  else if (row->record != NULL)
    show_record (self, row->record);
  adw_preferences_group_set_title (self->values_group,
                                   row->there != NULL ? _ ("Changes") : _ ("What It Says"));
  gtk_widget_set_visible (GTK_WIDGET (self->values_group),
                          gtk_widget_get_first_child (GTK_WIDGET (self->values)) != NULL);
}

static void
mlg_import_row_view_dispose (GObject *object)
{
  MlgImportRowView *self = MLG_IMPORT_ROW_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->plan, mlg_import_plan_unref);
  G_OBJECT_CLASS (mlg_import_row_view_parent_class)->dispose (object);
}

static void
mlg_import_row_view_class_init (MlgImportRowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_import_row_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-import-row-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgImportRowView, states);
  gtk_widget_class_bind_template_child (widget_class, MlgImportRowView, title);
  gtk_widget_class_bind_template_child (widget_class, MlgImportRowView, deed);
  gtk_widget_class_bind_template_child (widget_class, MlgImportRowView, deeds_group);
  gtk_widget_class_bind_template_child (widget_class, MlgImportRowView, deeds);
  gtk_widget_class_bind_template_child (widget_class, MlgImportRowView, issues_group);
  gtk_widget_class_bind_template_child (widget_class, MlgImportRowView, issues);
  gtk_widget_class_bind_template_child (widget_class, MlgImportRowView, values_group);
  gtk_widget_class_bind_template_child (widget_class, MlgImportRowView, values);

  /**
   * MlgImportRowView::chosen:
   *
   * The person decided something else of the row: the plan is to be refreshed.
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_IMPORT_ROW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_import_row_view_init (MlgImportRowView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_import_row_view_show:
 * @plan: (transfer none): a plan that is not being refreshed
 * @row: one of its rows
 */
void
mlg_import_row_view_show (MlgImportRowView *self, MlgImportPlan *plan, guint row)
{
  const MlgImportRow *planned = mlg_import_plan_get_row (plan, row);
  g_autofree char *title = mlg_import_row_write_title (planned);
  g_autofree char *deed = mlg_import_row_write_deed (planned);

  g_return_if_fail (MLG_IS_IMPORT_ROW_VIEW (self));

  mlg_import_plan_ref (plan);
  g_clear_pointer (&self->plan, mlg_import_plan_unref);
  self->plan = plan;
  self->row = row;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->deed, deed);
  show_offers (self, planned);
  show_issues (self, planned);
  show_values (self, planned);
  gtk_stack_set_visible_child_name (self->states, "row");
}

/**
 * mlg_import_row_view_clear:
 *
 * Shows nothing: no row is chosen.
 */
void
mlg_import_row_view_clear (MlgImportRowView *self)
{
  g_return_if_fail (MLG_IS_IMPORT_ROW_VIEW (self));
  gtk_stack_set_visible_child_name (self->states, "none");
}
