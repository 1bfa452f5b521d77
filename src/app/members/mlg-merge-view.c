/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-merge-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "members/mlg-distinction.h"
#include "members/mlg-merge.h"
#include "members/mlg-removal.h"
#include "widgets/mlg-host.h"

/* Two records that become one: what they do not agree on is chosen field by field, the rest is shown. */
struct _MlgMergeView
{
  GtkWidget parent_instance;
  MlgStore *store;       /* (owned) (nullable) */
  MlgMergePlan *plan;    /* (owned) (nullable) */
  GCancellable *running; /* (owned) (nullable) of the reading of the plan: the latest wins */
  const MlgKind *kind;   /* (unowned) (nullable) */
  gint64 kept, other;    /* records */

  GtkStack *states;
  AdwStatusPage *error_page;
  AdwPreferencesRow *kept_name;
  AdwPreferencesRow *other_name;
  GtkBox *conflicts;
  AdwPreferencesGroup *rest_group;
  GtkListBox *rest;
  GtkLabel *moved;
};

G_DEFINE_FINAL_TYPE (MlgMergeView, mlg_merge_view, GTK_TYPE_WIDGET)

static void
remove_children (GtkWidget *widget, void (*remove) (GtkWidget *parent, GtkWidget *child))
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    remove (widget, child);
}

static void
remove_from_box (GtkWidget *box, GtkWidget *child)
{
  gtk_box_remove (GTK_BOX (box), child);
}

static void
remove_from_list (GtkWidget *list, GtkWidget *child)
{
  gtk_list_box_remove (GTK_LIST_BOX (list), child);
}

/* A way to settle a conflict, on its check button. */
typedef struct
{
  MlgMergeField *field; /* (unowned) of the plan, which outlives the row */
  MlgMergeChoice choice;
} Way;

static void
on_way_toggled (GtkCheckButton *button, gpointer data)
{
  Way *way = data;

  if (gtk_check_button_get_active (button))
    way->field->choice = way->choice;
}

static void
free_way (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkCheckButton *
add_way (AdwPreferencesGroup *group,
         GtkCheckButton *first,
         MlgMergeField *field,
         MlgMergeChoice choice,
         const char *title,
         const char *subtitle)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *row = adw_action_row_new ();
  Way *way = g_new0 (Way, 1);
  g_autofree char *plain = g_markup_escape_text (subtitle, -1);

  way->field = field;
  way->choice = choice;
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), field->choice == choice);
  g_signal_connect_data (button, "toggled", G_CALLBACK (on_way_toggled), way, free_way, 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plain);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
  return GTK_CHECK_BUTTON (button);
}

/* One of the ways is chosen: that of the plan, until the person chooses another. */
static void
add_conflict (MlgMergeView *self, MlgMergeField *field)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkCheckButton *first;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), field->title);
  first = add_way (ADW_PREFERENCES_GROUP (group), NULL, field, MLG_MERGE_KEPT, field->kept_display,
                   self->plan->kept_name);
  add_way (ADW_PREFERENCES_GROUP (group), first, field, MLG_MERGE_OTHER, field->other_display,
           self->plan->other_name);
  if (field->may_join)
    add_way (ADW_PREFERENCES_GROUP (group), first, field, MLG_MERGE_BOTH, _ ("Both"),
             _ ("One after the other"));
  gtk_box_append (self->conflicts, group);
}

static void
add_agreement (MlgMergeView *self, const MlgMergeField *field)
{
  GtkWidget *row = adw_action_row_new ();
  const char *text = field->kept != NULL ? field->kept_display : field->other_display;
  g_autofree char *plain = g_markup_escape_text (text, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), field->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plain);
  gtk_list_box_append (self->rest, row);
}

static void
show_fields (MlgMergeView *self)
{
  guint n_rest = 0;

  for (guint i = 0; i < self->plan->fields->len; i++)
    {
      MlgMergeField *field = self->plan->fields->pdata[i];

      if (field->conflict)
        add_conflict (self, field);
      else
        {
          add_agreement (self, field);
          n_rest++;
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rest_group), n_rest > 0);
}

/* "3 functions, 2 groups" hang on the record that goes. */
static void
show_moved (MlgMergeView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->plan->moved->len; i++)
    {
      const MlgRemovalPart *part = self->plan->moved->pdata[i];

      g_string_append_printf (text, "%s%s: %'u", text->len > 0 ? ", " : "",
                              _ (part->kind->title_plural), part->n_removed + part->n_released);
    }
  gtk_label_set_label (self->moved, text->str);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->moved)), text->len > 0);
}

static void
enable (MlgMergeView *self, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.apply", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.swap", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.tell-apart", enabled);
}

/* The rows point into the plan: they go before it does. */
static void
forget_plan (MlgMergeView *self)
{
  remove_children (GTK_WIDGET (self->conflicts), remove_from_box);
  remove_children (GTK_WIDGET (self->rest), remove_from_list);
  g_clear_pointer (&self->plan, mlg_merge_plan_free);
  enable (self, FALSE);
}

static void
show_plan (MlgMergeView *self, MlgMergePlan *plan)
{
  forget_plan (self);
  self->plan = plan;
  adw_preferences_row_set_title (self->kept_name, plan->kept_name);
  adw_preferences_row_set_title (self->other_name, plan->other_name);
  show_fields (self);
  show_moved (self);
  gtk_stack_set_visible_child_name (self->states, "plan");
  enable (self, TRUE);
}

/* The two records of a plan that is to be made, in the reader's thread. */
typedef struct
{
  const MlgKind *kind;
  gint64 kept, other;
} Pair;

static gpointer
make_plan (MlgConnection *db, gpointer data, GError **error)
{
  Pair *pair = data;

  return mlg_merge_plan_new (db, pair->kind, pair->kept, pair->other, error);
}

static void
free_plan (gpointer data)
{
  mlg_merge_plan_free (data);
}

static void
on_plan_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgMergeView) self = data;
  g_autoptr (GError) error = NULL;
  MlgMergePlan *plan = mlg_store_read_finish (MLG_STORE (source), result, &error);
  gboolean latest = g_task_get_cancellable (G_TASK (result)) == self->running;

  if (!latest || self->states == NULL)
    {
      g_clear_pointer (&plan, mlg_merge_plan_free);
      return;
    }
  g_clear_object (&self->running);
  if (plan != NULL)
    {
      show_plan (self, plan);
      return;
    }
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->states, "error");
}

static void
read_plan (MlgMergeView *self)
{
  Pair *pair = g_new0 (Pair, 1);

  pair->kind = self->kind;
  pair->kept = self->kept;
  pair->other = self->other;
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  mlg_store_read_async (self->store, make_plan, pair, g_free, free_plan, self->running,
                        on_plan_made, g_object_ref (self));
}

static gboolean
merge (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_merge_apply (db, data, error);
}

static void
activate_apply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMergeView *self = MLG_MERGE_VIEW (widget);
  MlgHost *host = mlg_host_find (widget);
  MlgMergePlan *plan = g_steal_pointer (&self->plan);
  /* Translators: the name of an action in the history: one record is merged into another. */
  g_autofree char *action =
      g_strdup_printf (_ ("Merge %s into %s"), plan->other_name, plan->kept_name);
  g_autofree char *done = g_strdup_printf (_ ("%s: merged"), plan->kept_name);

  mlg_host_act (host, action, merge, plan, free_plan, done);
  mlg_merge_view_clear (self);
}

/* What two records are, for an action that has no plan. */
static gboolean
tell_apart (MlgConnection *db, gpointer data, GError **error)
{
  Pair *pair = data;

  return mlg_distinction_add (db, pair->kind, pair->kept, pair->other, error);
}

static void
activate_tell_apart (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMergeView *self = MLG_MERGE_VIEW (widget);
  /* Translators: the name of an action in the history: two records are not duplicates. */
  g_autofree char *action =
      g_strdup_printf (_ ("Tell %s and %s apart"), self->plan->kept_name, self->plan->other_name);
  Pair *pair = g_new0 (Pair, 1);

  pair->kind = self->kind;
  pair->kept = self->kept;
  pair->other = self->other;
  mlg_host_act (mlg_host_find (widget), action, tell_apart, pair, g_free, action);
  mlg_merge_view_clear (self);
}

static void
activate_swap (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMergeView *self = MLG_MERGE_VIEW (widget);
  gint64 kept = self->kept;

  self->kept = self->other;
  self->other = kept;
  read_plan (self);
}

static void
mlg_merge_view_dispose (GObject *object)
{
  MlgMergeView *self = MLG_MERGE_VIEW (object);
  GtkWidget *child;

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  if (self->states != NULL)
    forget_plan (self);
  self->states = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->running);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mlg_merge_view_parent_class)->dispose (object);
}

static void
mlg_merge_view_class_init (MlgMergeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_merge_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-merge-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMergeView, states);
  gtk_widget_class_bind_template_child (widget_class, MlgMergeView, error_page);
  gtk_widget_class_bind_template_child (widget_class, MlgMergeView, kept_name);
  gtk_widget_class_bind_template_child (widget_class, MlgMergeView, other_name);
  gtk_widget_class_bind_template_child (widget_class, MlgMergeView, conflicts);
  gtk_widget_class_bind_template_child (widget_class, MlgMergeView, rest_group);
  gtk_widget_class_bind_template_child (widget_class, MlgMergeView, rest);
  gtk_widget_class_bind_template_child (widget_class, MlgMergeView, moved);
  gtk_widget_class_install_action (widget_class, "merge.apply", NULL, activate_apply);
  gtk_widget_class_install_action (widget_class, "merge.swap", NULL, activate_swap);
  gtk_widget_class_install_action (widget_class, "merge.tell-apart", NULL, activate_tell_apart);
}

static void
mlg_merge_view_init (MlgMergeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  enable (self, FALSE);
}

/**
 * mlg_merge_view_show:
 * @store: (transfer none): the network file
 * @kind: the kind of both records
 * @kept: the one that is proposed to stay
 * @other: the one that is proposed to go
 *
 * Shows how two records become one; nothing is done until the person says so.
 */
void
mlg_merge_view_show (
    MlgMergeView *self, MlgStore *store, const MlgKind *kind, gint64 kept, gint64 other)
{
  g_return_if_fail (MLG_IS_MERGE_VIEW (self));

  g_set_object (&self->store, store);
  self->kind = kind;
  self->kept = kept;
  self->other = other;
  read_plan (self);
}

/**
 * mlg_merge_view_clear:
 *
 * Shows nothing: no two records are chosen.
 */
void
mlg_merge_view_clear (MlgMergeView *self)
{
  g_return_if_fail (MLG_IS_MERGE_VIEW (self));

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  forget_plan (self);
  gtk_stack_set_visible_child_name (self->states, "none");
}
