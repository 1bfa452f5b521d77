/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-record-history.h"

#include <glib/gi18n-lib.h>

#include "mlg-date.h"
#include "mlg-live-read.h"
#include "store/mlg-history.h"
#include "store/mlg-record-sql.h"

#define MOST_CHANGES 100
#define MOST_ACTIONS 2000

/* What became of a record, field by field, read when the person looks. */
struct _MlgRecordHistory
{
  GtkWidget parent_instance;
  MlgLiveRead *reading; /* (owned) (nullable) */
  const MlgKind *kind;  /* (unowned) (nullable) static */
  gint64 id;
  GPtrArray *rows; /* (owned) of GtkWidget (owned by the widget tree) */
  AdwPreferencesGroup *group;
  AdwExpanderRow *expander;
};

G_DEFINE_FINAL_TYPE (MlgRecordHistory, mlg_record_history, GTK_TYPE_WIDGET)

/* One line of the history. */
typedef struct
{
  char *title;    /* (owned) what changed */
  char *subtitle; /* (owned) when, by which action */
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->title);
  g_free (line->subtitle);
  g_free (line);
}

typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
} Question;

static gpointer
question_copy (gpointer data)
{
  return g_memdup2 (data, sizeof (Question));
}

/* A value as people read it, through a record that has only this one. */
static char *
display (MlgConnection *db, const MlgFieldChange *change, const char *plain)
{
  guint field = (guint) (change->field - change->kind->fields);
  g_autoptr (MlgRecord) record = mlg_record_new (change->kind);
  const MlgKind *referred;
  char *name = NULL;

  if (plain == NULL)
    return g_strdup (C_ ("history", "nothing"));
  if (!mlg_record_parse (record, field, plain, NULL))
    return g_strdup (plain);
  if (change->field->type != MLG_FIELD_REFERENCE)
    return mlg_record_dup_display (record, field);
  referred = mlg_kind_find (mlg_connection_get_kinds (db), change->field->refers);
  name = mlg_record_load_name (db, referred, mlg_record_get_integer (record, field), NULL);
  return name != NULL ? name : g_strdup (plain);
}

static char *
write_title (MlgConnection *db, const MlgFieldChange *change)
{
  g_autofree char *before = NULL, *after = NULL;

  if (change->operation == MLG_RECORD_ADDED)
    return g_strdup (_ ("Added"));
  if (change->operation == MLG_RECORD_REMOVED)
    return g_strdup (_ ("Removed"));
  before = display (db, change, change->before);
  after = display (db, change, change->after);
  /* Translators: the title of a field, what it said and what it says. */
  return g_strdup_printf (_ ("%s: %s → %s"), _ (change->field->title), before, after);
}

static char *
write_subtitle (MlgHistoryEntry *entry)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *when = NULL;

  if (entry == NULL)
    return g_strdup ("");
  time = g_date_time_new_from_unix_local (mlg_history_entry_get_time (entry));
  when = time != NULL ? mlg_date_write_time (time) : g_strdup ("");
  return g_strdup_printf ("%s · %s", when, mlg_history_entry_get_name (entry));
}

static MlgHistoryEntry *
find_entry (GPtrArray *entries, gint64 action)
{
  for (guint i = 0; i < entries->len; i++)
    if (mlg_history_entry_get_id (entries->pdata[i]) == action)
      return entries->pdata[i];
  return NULL;
}

static gpointer
read_history (MlgConnection *db, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (GPtrArray) changes = mlg_history_of_record (db, question->kind, question->id, error);
  g_autoptr (GPtrArray) entries =
      changes != NULL ? mlg_history_list (db, MOST_ACTIONS, 0, error) : NULL;
  GPtrArray *lines;
  gint64 whole = 0; /* the last action that was about the whole record */

  if (entries == NULL)
    return NULL;
  lines = g_ptr_array_new_with_free_func (line_free);
  for (guint i = 0; i < changes->len && lines->len < MOST_CHANGES; i++)
    {
      const MlgFieldChange *change = changes->pdata[i];
      Line *line;

      if (change->operation != MLG_RECORD_CHANGED && change->action == whole)
        continue;
      if (change->operation != MLG_RECORD_CHANGED)
        whole = change->action;
      line = g_new0 (Line, 1);
      line->title = write_title (db, change);
      line->subtitle = write_subtitle (find_entry (entries, change->action));
      g_ptr_array_add (lines, line);
    }
  return lines;
}

static void
add_row (MlgRecordHistory *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_ptr_array_add (self->rows, row);
  adw_expander_row_add_row (self->expander, row);
}

static void
clear (MlgRecordHistory *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->expander, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
on_read (MlgRecordHistory *self)
{
  GPtrArray *lines = mlg_live_read_get_result (self->reading);
  const GError *error = mlg_live_read_get_error (self->reading);

  clear (self);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const Line *line = lines->pdata[i];

      add_row (self, line->title, line->subtitle);
    }
  if (error != NULL)
    add_row (self, _ ("The history could not be read"), error->message);
  else if (lines != NULL && lines->len == 0)
    add_row (self, _ ("The history does not go back so far"), NULL);
}

static void
ask (MlgRecordHistory *self)
{
  Question question = { self->kind, self->id };
  gboolean wanted =
      self->reading != NULL && self->id != 0 && adw_expander_row_get_expanded (self->expander);

  if (self->reading != NULL)
    mlg_live_read_ask (self->reading, wanted ? &question : NULL, question_copy, g_free);
}

static void
mlg_record_history_dispose (GObject *object)
{
  MlgRecordHistory *self = MLG_RECORD_HISTORY (object);
  GtkWidget *child;

  g_clear_object (&self->reading);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_record_history_parent_class)->dispose (object);
}

static void
mlg_record_history_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_RECORD_HISTORY (object)->rows);
  G_OBJECT_CLASS (mlg_record_history_parent_class)->finalize (object);
}

static void
mlg_record_history_class_init (MlgRecordHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_record_history_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_record_history_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/widgets/mlg-record-history.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgRecordHistory, group);
  gtk_widget_class_bind_template_child (widget_class, MlgRecordHistory, expander);
  gtk_widget_class_bind_template_callback (widget_class, ask);
}

static void
mlg_record_history_init (MlgRecordHistory *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_record_history_set_record:
 * @store: (transfer none): where the record is
 * @kind: its kind
 * @id: which one; 0 for none
 */
void
mlg_record_history_set_record (MlgRecordHistory *self,
                               MlgStore *store,
                               const MlgKind *kind,
                               gint64 id)
{
  g_return_if_fail (MLG_IS_RECORD_HISTORY (self));

  if (self->reading == NULL)
    {
      self->reading =
          mlg_live_read_new (store, NULL, read_history, (GDestroyNotify) g_ptr_array_unref);
      g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self,
                               G_CONNECT_SWAPPED);
    }
  self->kind = kind;
  self->id = id;
  ask (self);
}
