/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-outcome-row.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-outcome.h"
#include "mlg-meeting-commit.h"
#include "widgets/mlg-field-form.h"

/* An information, a decision or an action to do: what it says, who answers for it and by when; an action
 * is ticked off at once, the rest is changed in place once it is opened. */
struct _MlgOutcomeRow
{
  AdwExpanderRow parent_instance;
  MlgStore *store;    /* (unowned) it outlives the page */
  MlgRecord *outcome; /* (owned) (nullable) the same for as long as the row shows it */
  MlgFieldForm *form; /* (owned) (nullable) made when it is first opened */
  GtkWidget *done_check;
};

G_DEFINE_FINAL_TYPE (MlgOutcomeRow, mlg_outcome_row, ADW_TYPE_EXPANDER_ROW)

static const char *const fields[] = { "text",   "type",  "details",  "who",     "who_function",
                                      "due_on", "state", "priority", "done_on", NULL };

static gboolean
is_action (MlgRecord *outcome)
{
  return g_strcmp0 (mlg_record_get_text (outcome, MLG_OUTCOME_TYPE), "action") == 0;
}

static gboolean
is_done (MlgRecord *outcome)
{
  return g_strcmp0 (mlg_record_get_text (outcome, MLG_OUTCOME_STATE), "done") == 0;
}

/* The check shows what is stored; the answer to the action turns it. */
static void
sync_check (MlgOutcomeRow *self)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->done_check), is_done (self->outcome));
}

static void
on_done_toggled (MlgOutcomeRow *self)
{
  gboolean wanted = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->done_check));

  if (self->outcome == NULL || wanted == is_done (self->outcome))
    return;
  mlg_meeting_commit (GTK_WIDGET (self), self->outcome, MLG_OUTCOME_STATE, wanted ? "done" : "open",
                      NULL);
}

static void
on_remove_clicked (MlgOutcomeRow *self)
{
  mlg_meeting_commit_removal (GTK_WIDGET (self), self->outcome, _ ("Note removed"));
}

static GtkWidget *
make_remove_row (MlgOutcomeRow *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Remove"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* Most rows are never opened: their fields are made for those that are. */
static void
on_expanded (MlgOutcomeRow *self)
{
  if (self->form != NULL || self->outcome == NULL
      || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  for (const char *const *field = fields; *field != NULL; field++)
    adw_expander_row_add_row (
        ADW_EXPANDER_ROW (self),
        g_object_new (MLG_TYPE_FIELD_ROW, "field", *field, "essential", TRUE, NULL));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), make_remove_row (self));
  self->form = mlg_field_form_new (GTK_WIDGET (self), self->store);
  mlg_meeting_commit_fields (self->form, fields);
  mlg_field_form_set_record (self->form, self->outcome);
}

static void
mlg_outcome_row_dispose (GObject *object)
{
  MlgOutcomeRow *self = MLG_OUTCOME_ROW (object);

  g_clear_object (&self->form);
  g_clear_object (&self->outcome);
  G_OBJECT_CLASS (mlg_outcome_row_parent_class)->dispose (object);
}

static void
mlg_outcome_row_class_init (MlgOutcomeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_outcome_row_dispose;
}

static void
mlg_outcome_row_init (MlgOutcomeRow *self)
{
  self->done_check = gtk_check_button_new ();
  gtk_widget_set_valign (self->done_check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->done_check, _ ("Done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->done_check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Done"), -1);
  g_signal_connect_object (self->done_check, "toggled", G_CALLBACK (on_done_toggled), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->done_check);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded), NULL);
}

static void
append (GString *line, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/**
 * mlg_outcome_row_write_line:
 * @with_meeting: whether the meeting is named, where outcomes of several stand together
 *
 * Returns: (transfer full): "Late · The Region · by 3 March 2026 · To do"
 */
char *
mlg_outcome_row_write_line (const MlgRegisterEntry *entry, gboolean with_meeting)
{
  gboolean action = is_action (entry->outcome);
  g_autofree char *type = mlg_record_dup_display (entry->outcome, MLG_OUTCOME_TYPE);
  g_autofree char *due = mlg_record_dup_display (entry->outcome, MLG_OUTCOME_DUE_ON);
  g_autofree char *state = mlg_record_dup_display (entry->outcome, MLG_OUTCOME_STATE);
  g_autofree char *priority = mlg_record_dup_display (entry->outcome, MLG_OUTCOME_PRIORITY);
  g_autofree char *by = due != NULL && *due != '\0'
                            /* Translators: %s is a date by which something is to be done. */
                            ? g_strdup_printf (C_ ("action to do", "by %s"), due)
                            : NULL;
  gboolean high =
      g_strcmp0 (mlg_record_get_text (entry->outcome, MLG_OUTCOME_PRIORITY), "high") == 0;
  GString *line = g_string_new (NULL);

  append (line, entry->late ? C_ ("action to do", "Late") : NULL);
  append (line, with_meeting ? NULL : type);
  append (line, entry->who);
  append (line, by);
  append (line, action ? state : NULL);
  if (action && high)
    {
      /* Translators: %s is “High”. */
      g_autofree char *text = g_strdup_printf (_ ("Priority: %s"), priority);

      append (line, text);
    }
  append (line, with_meeting ? entry->meeting_title : NULL);
  return g_string_free (line, FALSE);
}

/**
 * mlg_outcome_row_new:
 * @store: (transfer none): where it is; it must outlive the row
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
mlg_outcome_row_new (MlgStore *store)
{
  MlgOutcomeRow *self = g_object_new (MLG_TYPE_OUTCOME_ROW, NULL);

  self->store = store;
  return GTK_WIDGET (self);
}

/**
 * mlg_outcome_row_show:
 * @entry: what is shown; of the same record each time
 * @with_meeting: whether its meeting is named
 *
 * Shows an outcome as it is now. What is being written in it stays.
 */
void
mlg_outcome_row_show (MlgOutcomeRow *self, const MlgRegisterEntry *entry, gboolean with_meeting)
{
  g_autofree char *line = NULL;

  g_return_if_fail (MLG_IS_OUTCOME_ROW (self));

  line = mlg_outcome_row_write_line (entry, with_meeting);
  if (self->outcome == NULL)
    self->outcome = mlg_record_copy (entry->outcome);
  else if (!mlg_record_equal (self->outcome, entry->outcome))
    mlg_record_assign (self->outcome, entry->outcome);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 mlg_record_get_text (self->outcome, MLG_OUTCOME_TEXT));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), line);
  gtk_widget_set_visible (self->done_check, is_action (self->outcome));
  if (entry->late)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  sync_check (self);
}

/**
 * mlg_outcome_row_get_id:
 *
 * Returns: the id of what it shows; 0 for nothing
 */
gint64
mlg_outcome_row_get_id (MlgOutcomeRow *self)
{
  g_return_val_if_fail (MLG_IS_OUTCOME_ROW (self), 0);
  return self->outcome != NULL ? mlg_record_get_id (self->outcome) : 0;
}
