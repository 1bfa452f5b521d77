/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause-details.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "library/mlg-clause.h"
#include "library/mlg-clause-bar.h"
#include "library/mlg-clause-place.h"
#include "library/mlg-clause-uses.h"
#include "library/mlg-reading.h"
#include "library/mlg-template-record.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"
#include "mlg-clause-keeping.h"
#include "mlg-clause-window.h"
#include "mlg-labels-window.h"
#include "mlg-library-commit.h"

/* All about one clause: its text, what is said of it for the drafter, where it is used, and where others set
 * the bar. */
struct _MlgClauseDetails
{
  MlgRecordDetails parent_instance;
  MlgLiveRead *around; /* (owned) (nullable) of Around */
  GPtrArray *rows;     /* (owned) of GtkWidget (owned by the widget tree), of the three groups */

  gboolean in_tender; /* it is shown for a place in the text of a template */

  AdwBin *head_bin;
  GtkLabel *text_label;
  AdwPreferencesGroup *variants_group;
  AdwPreferencesGroup *uses_group;
  AdwPreferencesGroup *bar_group;
};

G_DEFINE_FINAL_TYPE (MlgClauseDetails, mlg_clause_details, MLG_TYPE_RECORD_DETAILS)

/* What is read of the records around a clause. */
typedef struct
{
  char *markup;        /* (owned) its text */
  GPtrArray *variants; /* (owned) of MlgFittingClause */
  GPtrArray *uses;     /* (owned) of MlgClauseUsage */
  GPtrArray *bar;      /* (owned) of MlgClauseBar */
  GPtrArray *wordings; /* (owned) of MlgClauseWording, that of now first */
} Around;

static void
around_free (gpointer data)
{
  Around *around = data;

  g_free (around->markup);
  g_clear_pointer (&around->variants, g_ptr_array_unref);
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
  around->variants = around->markup != NULL ? mlg_clause_list_variants (db, id, error) : NULL;
  around->uses = around->variants != NULL ? mlg_clause_list_uses (db, id, error) : NULL;
  around->bar = around->uses != NULL ? mlg_clause_get_bar (db, id, error) : NULL;
  around->wordings = around->bar != NULL ? mlg_clause_list_wordings (db, id, error) : NULL;
  if (around->wordings != NULL)
    return around;
  around_free (around);
  return NULL;
}

/* The first rows are those of the uses, the next ones those of the variants. */
static void
on_row_activated (GtkWidget *row, MlgClauseDetails *self)
{
  Around *around = mlg_live_read_get_result (self->around);
  MlgHost *host = mlg_host_find (GTK_WIDGET (self));
  guint i;

  if (around == NULL || !g_ptr_array_find (self->rows, row, &i))
    return;
  if (i < around->uses->len)
    mlg_host_show_record (host, &mlg_template_record_kind,
                          ((MlgClauseUsage *) around->uses->pdata[i])->template);
  else if (i - around->uses->len < around->variants->len)
    mlg_host_show_record (
        host, &mlg_clause_kind,
        ((MlgFittingClause *) around->variants->pdata[i - around->uses->len])->id);
}

static void
make_activatable (MlgClauseDetails *self, GtkWidget *row)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self, 0);
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
  make_activatable (self, row);
}

static void
add_variant (MlgClauseDetails *self, const MlgFittingClause *variant)
{
  GtkWidget *row = add_row (self, self->variants_group, variant->title,
                            variant->ambition != NULL
                                ? mlg_code_list_get_title (&mlg_ambitions, variant->ambition)
                                : _ ("Ambition not told"));
  GtkWidget *button = self->in_tender ? gtk_button_new_with_label (_ ("Take Instead")) : NULL;

  if (button != NULL)
    {
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", variant->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "tender.take-instead");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  make_activatable (self, row);
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
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
on_around_read (MlgClauseDetails *self)
{
  Around *around = mlg_live_read_get_result (self->around);
  const GError *error = mlg_live_read_get_error (self->around);
  guint n_uses, n_before;

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
  for (guint i = 0; i < around->variants->len; i++)
    add_variant (self, around->variants->pdata[i]);
  n_before = self->rows->len;
  for (guint i = 0; i < around->bar->len; i++)
    add_bar (self, around->bar->pdata[i]);
  adw_preferences_group_set_description (self->uses_group,
                                         n_uses == 0 ? _ ("No template uses it") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->variants_group), n_before > n_uses);
  gtk_widget_set_visible (GTK_WIDGET (self->bar_group), self->rows->len > n_before);
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
  MlgRecord *clause = mlg_record_details_get_record (MLG_RECORD_DETAILS (widget));

  if (clause != NULL)
    gtk_window_present (
        GTK_WINDOW (mlg_clause_window_new (mlg_host_find (widget), mlg_record_get_id (clause))));
}

/* A line of its own, with the code by which the check knows the label. */
static void
on_label_chosen (MlgClauseDetails *self, const char *id, const char *title)
{
  MlgRecord *clause = mlg_record_details_get_record (MLG_RECORD_DETAILS (self));
  const char *before = clause != NULL ? mlg_record_get_text (clause, MLG_CLAUSE_LABELS) : NULL;
  /* Translators: the name of a label that a tender asks for. */
  g_autofree char *line = g_strdup_printf (_ ("%s or equivalent"), title);
  g_autofree char *text = before != NULL && *before != '\0'
                              ? g_strdup_printf ("%s\n%s: %s", before, id, line)
                              : g_strdup_printf ("%s: %s", id, line);
  g_autoptr (GError) error = NULL;

  if (clause != NULL
      && !mlg_library_commit (GTK_WIDGET (self), clause, MLG_CLAUSE_LABELS, text, &error))
    mlg_host_fail (mlg_host_find (GTK_WIDGET (self)), _ ("Choose a Label…"), error);
}

static void
activate_label (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *window = mlg_labels_window_new (mlg_host_find (widget), TRUE);

  g_signal_connect_object (window, "chosen", G_CALLBACK (on_label_chosen), widget,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
mlg_clause_details_prepare (MlgRecordDetails *details, MlgStore *store)
{
  MlgClauseDetails *self = MLG_CLAUSE_DETAILS (details);

  mlg_library_commit_rows (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->around = mlg_live_read_new (store, NULL, read_around, around_free);
  g_signal_connect_object (self->around, "done", G_CALLBACK (on_around_read), self,
                           G_CONNECT_SWAPPED);
}

static void
mlg_clause_details_choose (MlgRecordDetails *details, MlgRecord *clause)
{
  mlg_live_read_ask_id (MLG_CLAUSE_DETAILS (details)->around,
                        clause != NULL ? mlg_record_get_id (clause) : 0);
}

static void
mlg_clause_details_dispose (GObject *object)
{
  MlgClauseDetails *self = MLG_CLAUSE_DETAILS (object);

  g_clear_object (&self->around);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_clause_details_parent_class)->dispose (object);
}

static void
mlg_clause_details_class_init (MlgClauseDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MlgRecordDetailsClass *details_class = MLG_RECORD_DETAILS_CLASS (klass);

  details_class->prepare = mlg_clause_details_prepare;
  details_class->choose = mlg_clause_details_choose;
  G_OBJECT_CLASS (klass)->dispose = mlg_clause_details_dispose;
  mlg_record_details_class_set_up (details_class, &mlg_clause_kind,
                                   "/org/maillage/library/mlg-clause-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgClauseDetails, text_label);
  gtk_widget_class_bind_template_child (widget_class, MlgClauseDetails, head_bin);
  gtk_widget_class_bind_template_child (widget_class, MlgClauseDetails, variants_group);
  gtk_widget_class_bind_template_child (widget_class, MlgClauseDetails, uses_group);
  gtk_widget_class_bind_template_child (widget_class, MlgClauseDetails, bar_group);

  gtk_widget_class_install_action (widget_class, "clause.keep", "(xu)", activate_keep);
  gtk_widget_class_install_action (widget_class, "clause.write", NULL, activate_write);
  gtk_widget_class_install_action (widget_class, "clause.label", NULL, activate_label);
}

static void
mlg_clause_details_init (MlgClauseDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_clause_details_get_head:
 *
 * For a clause where it stands in the text of a template: what is said of that place comes first, and another
 * clause of the need can be taken instead.
 *
 * Returns: (transfer none): where that is said
 */
AdwBin *
mlg_clause_details_get_head (MlgClauseDetails *self)
{
  g_return_val_if_fail (MLG_IS_CLAUSE_DETAILS (self), NULL);

  self->in_tender = TRUE;
  return self->head_bin;
}
