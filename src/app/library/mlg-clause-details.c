/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause-details.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "library/mlg-clause.h"
#include "library/mlg-clause-bar.h"
#include "library/mlg-clause-uses.h"
#include "library/mlg-reading.h"
#include "library/mlg-template-record.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"
#include "mlg-clause-keeping.h"
#include "mlg-clause-window.h"
#include "mlg-library-commit.h"
#include "widgets/mlg-field-form.h"
#include "widgets/mlg-live-record.h"
#include "widgets/mlg-record-history.h"

/* All about one clause: its text, what is said of it for the drafter, where it is used, and where others set
 * the bar. */
struct _MlgClauseDetails
{
  GtkWidget parent_instance;
  MlgStore *store;     /* (unowned) (nullable) it outlives the page */
  MlgLiveRecord *live; /* (owned) (nullable) */
  MlgFieldForm *form;  /* (owned) (nullable) */
  MlgRecord *followed; /* (owned) (nullable) */
  MlgLiveRead *around; /* (owned) (nullable) of Around */
  GPtrArray *rows;     /* (owned) of GtkWidget (owned by the widget tree), of both groups */

  GtkLabel *text_label;
  AdwPreferencesGroup *uses_group;
  AdwPreferencesGroup *bar_group;

  GtkWidget *sections;
  GtkLabel *name_label;
  MlgRecordHistory *history;
};

G_DEFINE_FINAL_TYPE (MlgClauseDetails, mlg_clause_details, GTK_TYPE_WIDGET)

static guint changed_signal;

/* What is read of the records around a clause. */
typedef struct
{
  char *markup;        /* (owned) its text */
  GPtrArray *uses;     /* (owned) of MlgClauseUsage */
  GPtrArray *bar;      /* (owned) of MlgClauseBar */
  GPtrArray *wordings; /* (owned) of MlgClauseWording, that of now first */
} Around;

static void
around_free (gpointer data)
{
  Around *around = data;

  g_free (around->markup);
  g_clear_pointer (&around->uses, g_ptr_array_unref);
  g_clear_pointer (&around->bar, g_ptr_array_unref);
  g_clear_pointer (&around->wordings, g_ptr_array_unref);
  g_free (around);
}

static gpointer
read_around (MlgConnection *db, gpointer data, GError **error)
{
  gint64 id = *(gint64 *) data;
  Around *around = g_new0 (Around, 1);

  around->markup = mlg_reading_write_clause (db, id, error);
  around->uses = around->markup != NULL ? mlg_clause_list_uses (db, id, error) : NULL;
  around->bar = around->uses != NULL ? mlg_clause_get_bar (db, id, error) : NULL;
  around->wordings = around->bar != NULL ? mlg_clause_list_wordings (db, id, error) : NULL;
  if (around->wordings != NULL)
    return around;
  around_free (around);
  return NULL;
}

static void
on_use_activated (GtkWidget *row, MlgClauseDetails *self)
{
  Around *around = mlg_live_read_get_result (self->around);
  guint i;

  if (around != NULL && g_ptr_array_find (self->rows, row, &i) && i < around->uses->len)
    mlg_host_show_record (mlg_host_find (GTK_WIDGET (self)), &mlg_template_record_kind,
                          ((MlgClauseUsage *) around->uses->pdata[i])->template);
}

static GtkWidget *
add_row (MlgClauseDetails *self, AdwPreferencesGroup *group, const char *title, const char *more)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), more != NULL ? more : "");
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
add_use (MlgClauseDetails *self, const MlgClauseUsage *usage, GPtrArray *wordings)
{
  /* Translators: the title of a piece and the number of the wording that the template keeps. */
  g_autofree char *kept = usage->kept != 0 ? g_strdup_printf (_ ("%s · keeps the wording %u"),
                                                              usage->piece_title, usage->kept)
                                           : g_strdup (usage->piece_title);
  GtkWidget *row = add_row (self, self->uses_group, usage->template_title, kept);
  GtkWidget *keeping = mlg_clause_keeping_new (usage, wordings);

  if (keeping != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), keeping);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_use_activated), self, 0);
}

static void
add_bar (MlgClauseDetails *self, const MlgClauseBar *bar)
{
  const char *title = bar->ambition != NULL
                          ? mlg_code_list_get_title (&mlg_ambitions, bar->ambition)
                          : _ ("Ambition not told");
  g_autofree char *asked = g_strdup_printf (
      ngettext ("asked for in %u purchase", "asked for in %u purchases", bar->sheets), bar->sheets);
  /* Translators: how many purchases, and the fewest and the most offers that came. */
  g_autofree char *more =
      bar->counted > 0 ? g_strdup_printf (_ ("%s · %u to %u offers"), asked, bar->least, bar->most)
                       : g_strdup (asked);

  if (bar->sheets > 0)
    add_row (self, self->bar_group, title, more);
}

static void
clear_rows (MlgClauseDetails *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      gboolean used = gtk_widget_is_ancestor (row, GTK_WIDGET (self->uses_group));

      adw_preferences_group_remove (used ? self->uses_group : self->bar_group, row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
on_around_read (MlgClauseDetails *self)
{
  Around *around = mlg_live_read_get_result (self->around);
  const GError *error = mlg_live_read_get_error (self->around);
  guint n_uses;

  clear_rows (self);
  if (around == NULL)
    {
      gtk_label_set_text (self->text_label, error != NULL ? error->message : "");
      return;
    }
  gtk_label_set_markup (self->text_label, around->markup);
  for (guint i = 0; i < around->uses->len; i++)
    add_use (self, around->uses->pdata[i], around->wordings);
  n_uses = self->rows->len;
  for (guint i = 0; i < around->bar->len; i++)
    add_bar (self, around->bar->pdata[i]);
  adw_preferences_group_set_description (self->uses_group,
                                         n_uses == 0 ? _ ("No template uses it") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->bar_group), self->rows->len > n_uses);
}

static void
tell (MlgClauseDetails *self)
{
  g_autofree char *name = self->followed != NULL ? mlg_record_dup_name (self->followed) : NULL;

  gtk_label_set_text (self->name_label, name != NULL ? name : "");
  g_signal_emit (self, changed_signal, 0);
}

static void
on_other_record (MlgClauseDetails *self)
{
  MlgRecord *record = mlg_live_record_get (self->live);
  gint64 id = record != NULL ? mlg_record_get_id (record) : 0;

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, tell, self);
  g_set_object (&self->followed, record);
  mlg_field_form_set_record (self->form, record);
  mlg_record_history_set_record (self->history, self->store, &mlg_clause_kind, id);
  mlg_live_read_ask_id (self->around, id);
  if (record != NULL)
    g_signal_connect_object (record, "notify", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  tell (self);
}

static gboolean
keep (MlgConnection *db, gint64 use, const char *text, gint64 revision, GError **error)
{
  return mlg_clause_use_keep (db, use, (guint) revision, error);
}

static void
activate_keep (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 use = 0;
  guint revision = 0;

  g_variant_get (parameter, "(xu)", &use, &revision);
  mlg_library_commit_deed (widget, _ ("Choose the wording of a clause"), keep, use, NULL, revision,
                           revision != 0 ? _ ("The older wording is kept here")
                                         : _ ("The wording of now is taken here"));
}

static void
activate_write (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgClauseDetails *self = MLG_CLAUSE_DETAILS (widget);

  if (self->followed != NULL)
    gtk_window_present (GTK_WINDOW (
        mlg_clause_window_new (mlg_host_find (widget), mlg_record_get_id (self->followed))));
}

static void
mlg_clause_details_dispose (GObject *object)
{
  MlgClauseDetails *self = MLG_CLAUSE_DETAILS (object);
  GtkWidget *child;

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, tell, self);
  g_clear_object (&self->followed);
  g_clear_object (&self->live);
  g_clear_object (&self->around);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (mlg_clause_details_parent_class)->dispose (object);
}

static void
mlg_clause_details_class_init (MlgClauseDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_clause_details_dispose;
  g_type_ensure (MLG_TYPE_FIELD_ROW);
  g_type_ensure (MLG_TYPE_RECORD_HISTORY);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-clause-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgClauseDetails, sections);
  gtk_widget_class_bind_template_child (widget_class, MlgClauseDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, MlgClauseDetails, history);
  gtk_widget_class_bind_template_child (widget_class, MlgClauseDetails, text_label);
  gtk_widget_class_bind_template_child (widget_class, MlgClauseDetails, uses_group);
  gtk_widget_class_bind_template_child (widget_class, MlgClauseDetails, bar_group);

  gtk_widget_class_install_action (widget_class, "clause.keep", "(xu)", activate_keep);
  gtk_widget_class_install_action (widget_class, "clause.write", NULL, activate_write);

  /**
   * MlgClauseDetails::changed:
   *
   * It is another record, or none any more, or it is called otherwise.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_CLAUSE_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_clause_details_init (MlgClauseDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_clause_details_set_store:
 * @store: (transfer none): where the records are; it must outlive the details
 *
 * To be called once.
 */
void
mlg_clause_details_set_store (MlgClauseDetails *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_CLAUSE_DETAILS (self));

  self->store = store;
  self->form = mlg_field_form_new (self->sections, store);
  mlg_library_commit_rows (self->sections);
  self->live = mlg_live_record_new (store, &mlg_clause_kind);
  self->rows = g_ptr_array_new ();
  self->around = mlg_live_read_new (store, NULL, read_around, around_free);
  g_signal_connect_object (self->around, "done", G_CALLBACK (on_around_read), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->live, "changed", G_CALLBACK (on_other_record), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_clause_details_set_id:
 * @id: a record; 0 for none
 */
void
mlg_clause_details_set_id (MlgClauseDetails *self, gint64 id)
{
  g_return_if_fail (MLG_IS_CLAUSE_DETAILS (self));
  mlg_live_record_set_id (self->live, id);
}

/**
 * mlg_clause_details_get_record:
 *
 * Returns: (transfer none) (nullable): the record that is shown
 */
MlgRecord *
mlg_clause_details_get_record (MlgClauseDetails *self)
{
  g_return_val_if_fail (MLG_IS_CLAUSE_DETAILS (self), NULL);
  return self->followed;
}
