/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-agenda-editor.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-agenda-template.h"
#include "meetings/mlg-meeting-document.h"
#include "meetings/mlg-meeting-rules.h"
#include "meetings/mlg-meeting.h"
#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-person.h"
#include "mlg-agenda-item-row.h"
#include "mlg-document-list.h"
#include "mlg-meeting-commit.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"

/* The agenda of a meeting with its clock times: its items in order, added by writing their title, moved
 * and changed in place. The row of an item is the same as long as the item is there, so that what is open
 * stays open and what has the focus keeps it. */
struct _MlgAgendaEditor
{
  GtkWidget parent_instance;
  MlgStore *store;      /* (unowned) (nullable) it outlives the page */
  MlgLiveRead *reading; /* (owned) (nullable) of MlgAgendaReading */
  MlgRecord *meeting;   /* (owned) (nullable) */
  GPtrArray *rows;      /* (owned) of MlgAgendaItemRow (owned), in order */

  AdwPreferencesGroup *group;
  AdwPreferencesGroup *below;
  AdwEntryRow *title_entry;
  GtkWidget *usual_button;
  MlgDocumentList *documents;
};

G_DEFINE_FINAL_TYPE (MlgAgendaEditor, mlg_agenda_editor, GTK_TYPE_WIDGET)

/* What is done in the writer's thread. */
typedef struct
{
  gint64 id;
  guint position;
} Deed;

static gboolean
move (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_agenda_move (db, deed->id, deed->position, error);
}

static gboolean
apply_usual (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_agenda_template_apply (db, ((Deed *) data)->id, error);
}

static int
find_row (MlgAgendaEditor *self, gint64 id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (mlg_agenda_item_row_get_id (self->rows->pdata[i]) == id)
      return (int) i;
  return -1;
}

/* @index: from 0 */
static void
move_item (MlgAgendaEditor *self, gint64 id, int index)
{
  int i = find_row (self, id);
  g_autofree char *title = NULL;
  g_autofree char *action = NULL;
  Deed *deed;

  if (i < 0 || index < 0 || index >= (int) self->rows->len || index == i)
    return;
  title = mlg_record_dup_name (mlg_agenda_item_row_get_item (self->rows->pdata[i]));
  /* Translators: an action; %s is the title of an item of an agenda. */
  action = g_strdup_printf (_ ("Move “%s”"), title);
  deed = g_new0 (Deed, 1);
  deed->id = id;
  deed->position = (guint) index + 1;
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), action, move, deed, g_free, NULL);
}

static void
on_moved (MlgAgendaItemRow *row, int by, MlgAgendaEditor *self)
{
  gint64 id = mlg_agenda_item_row_get_id (row);

  move_item (self, id, find_row (self, id) + by);
}

static void
on_dropped (MlgAgendaItemRow *row, gint64 id, MlgAgendaEditor *self)
{
  move_item (self, id, find_row (self, mlg_agenda_item_row_get_id (row)));
}

static MlgAgendaItemRow *
make_row (MlgAgendaEditor *self)
{
  GtkWidget *row = mlg_agenda_item_row_new (self->store);

  g_signal_connect_object (row, "moved", G_CALLBACK (on_moved), self, 0);
  g_signal_connect_object (row, "dropped", G_CALLBACK (on_dropped), self, 0);
  return MLG_AGENDA_ITEM_ROW (g_object_ref_sink (row));
}

/* The rows of the items as they are now, in order: known ones again, new ones made. */
static GPtrArray *
match_rows (MlgAgendaEditor *self, const MlgAgendaReading *reading)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; reading != NULL && i < reading->agenda->times->len; i++)
    {
      int known = find_row (self, mlg_record_get_id (mlg_agenda_reading_get (reading, i)->item));
      MlgAgendaItemRow *row =
          known >= 0 ? g_object_ref (self->rows->pdata[known]) : make_row (self);

      mlg_agenda_item_row_show (row, reading, i);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  for (guint i = 0; a->len == b->len && i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return a->len == b->len;
}

/* Takes the rows. What had the focus has it again: a row that moves is taken out in between. */
static void
place_rows (MlgAgendaEditor *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) before = self->rows;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focused = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focused != NULL && gtk_widget_is_ancestor (focused, GTK_WIDGET (self->group));

  self->rows = rows;
  if (is_same (before, rows))
    return;
  for (guint i = 0; i < before->len; i++)
    adw_preferences_group_remove (self->group, before->pdata[i]);
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_add (self->group, rows->pdata[i]);
  if (inside && gtk_widget_get_root (focused) == root)
    gtk_widget_grab_focus (focused);
}

static void
on_read (MlgAgendaEditor *self)
{
  const MlgAgendaReading *reading = mlg_live_read_get_result (self->reading);
  const GError *error = mlg_live_read_get_error (self->reading);
  g_autofree char *summary = reading != NULL ? mlg_agenda_reading_write_summary (reading) : NULL;

  place_rows (self, match_rows (self, reading));
  adw_preferences_group_set_description (self->group, error != NULL ? error->message : summary);
  gtk_widget_set_visible (self->usual_button, self->rows->len == 0);
  if (reading != NULL && self->meeting != NULL)
    mlg_document_list_show (self->documents, mlg_record_get_id (self->meeting), 0,
                            reading->documents);
}

static void
on_title_written (MlgAgendaEditor *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_entry));
  g_autoptr (MlgRecord) item = NULL;

  if (*title == '\0' || self->meeting == NULL)
    return;
  item = mlg_record_new (&mlg_agenda_item_kind);
  mlg_record_set_integer (item, MLG_AGENDA_ITEM_MEETING, mlg_record_get_id (self->meeting));
  mlg_record_set_text (item, MLG_AGENDA_ITEM_TITLE, title);
  mlg_meeting_commit_new (GTK_WIDGET (self), item, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->title_entry), "");
}

static void
activate_usual (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgAgendaEditor *self = MLG_AGENDA_EDITOR (widget);
  Deed *deed;

  if (self->meeting == NULL)
    return;
  deed = g_new0 (Deed, 1);
  deed->id = mlg_record_get_id (self->meeting);
  mlg_host_act (mlg_host_find (widget), _ ("Take the usual agenda"), apply_usual, deed, g_free,
                NULL);
}

/* What the state of the meeting does not allow is not offered. */
static void
update_state (MlgAgendaEditor *self)
{
  gboolean may = self->meeting != NULL && mlg_store_is_writable (self->store)
                 && mlg_meeting_state_allows (
                     mlg_record_get_text (self->meeting, MLG_MEETING_STATE), MLG_MEETING_AGENDA);

  gtk_widget_set_sensitive (GTK_WIDGET (self->title_entry), may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.usual", may);
}

static void
mlg_agenda_editor_dispose (GObject *object)
{
  MlgAgendaEditor *self = MLG_AGENDA_EDITOR (object);
  GtkWidget *child;

  if (self->meeting != NULL)
    g_signal_handlers_disconnect_by_func (self->meeting, update_state, self);
  g_clear_object (&self->reading);
  g_clear_object (&self->meeting);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_agenda_editor_parent_class)->dispose (object);
}

static void
mlg_agenda_editor_class_init (MlgAgendaEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_agenda_editor_dispose;
  g_type_ensure (MLG_TYPE_DOCUMENT_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-agenda-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgAgendaEditor, group);
  gtk_widget_class_bind_template_child (widget_class, MlgAgendaEditor, below);
  gtk_widget_class_bind_template_child (widget_class, MlgAgendaEditor, title_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgAgendaEditor, usual_button);
  gtk_widget_class_bind_template_child (widget_class, MlgAgendaEditor, documents);
  gtk_widget_class_bind_template_callback (widget_class, on_title_written);
  gtk_widget_class_install_action (widget_class, "agenda.usual", NULL, activate_usual);
}

static void
mlg_agenda_editor_init (MlgAgendaEditor *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_agenda_editor_set_store:
 * @store: (transfer none): where the meetings are; it must outlive the widget
 *
 * To be called once.
 */
void
mlg_agenda_editor_set_store (MlgAgendaEditor *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_meeting_kind,
                                          &mlg_agenda_item_kind,
                                          &mlg_meeting_document_kind,
                                          &mlg_function_kind,
                                          &mlg_person_kind,
                                          &mlg_body_kind,
                                          NULL };

  g_return_if_fail (MLG_IS_AGENDA_EDITOR (self));

  self->store = store;
  mlg_document_list_set_store (self->documents, store);
  self->reading = mlg_live_read_new (store, kinds, mlg_agenda_reading_load,
                                     (GDestroyNotify) mlg_agenda_reading_free);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_agenda_editor_set_meeting:
 * @meeting: (nullable) (transfer none): the meeting whose agenda is shown
 */
void
mlg_agenda_editor_set_meeting (MlgAgendaEditor *self, MlgRecord *meeting)
{
  g_return_if_fail (MLG_IS_AGENDA_EDITOR (self));

  if (self->meeting != NULL)
    g_signal_handlers_disconnect_by_func (self->meeting, update_state, self);
  g_set_object (&self->meeting, meeting);
  gtk_editable_set_text (GTK_EDITABLE (self->title_entry), "");
  mlg_live_read_ask_id (self->reading, meeting != NULL ? mlg_record_get_id (meeting) : 0);
  if (meeting != NULL)
    g_signal_connect_object (meeting, "notify::state", G_CALLBACK (update_state), self,
                             G_CONNECT_SWAPPED);
  update_state (self);
}

/**
 * mlg_agenda_editor_edit:
 * @item: an item of the agenda
 * @field: the name of a field
 *
 * Begins to change a field of an item.
 */
void
mlg_agenda_editor_edit (MlgAgendaEditor *self, gint64 item, const char *field)
{
  int i;

  g_return_if_fail (MLG_IS_AGENDA_EDITOR (self));

  i = find_row (self, item);
  if (i >= 0)
    mlg_agenda_item_row_edit (self->rows->pdata[i], field);
}

/**
 * mlg_agenda_editor_add:
 *
 * Puts the cursor where items are added.
 */
void
mlg_agenda_editor_add (MlgAgendaEditor *self)
{
  g_return_if_fail (MLG_IS_AGENDA_EDITOR (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
}
