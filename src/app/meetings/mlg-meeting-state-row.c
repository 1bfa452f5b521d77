/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-state-row.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-meeting-rules.h"
#include "meetings/mlg-meeting.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-wrap-layout.h"

/* The state of a meeting, what it allows, and the steps to others: the usual one as a button, the others
 * in a menu. A step that takes approved minutes back asks for the reason. */
struct _MlgMeetingStateRow
{
  AdwPreferencesRow parent_instance;
  MlgStore *store;    /* (unowned) (nullable) it outlives the page */
  MlgRecord *meeting; /* (owned) (nullable) */
  char *wanted;       /* (owned) (nullable) the state for which a reason is asked */
  GtkLabel *state_label;
  GtkButton *usual_button;
  GtkMenuButton *menu_button;
  GMenu *menu;
  GtkPopover *reason_popover;
  GtkEditable *reason_entry;
};

G_DEFINE_FINAL_TYPE (MlgMeetingStateRow, mlg_meeting_state_row, ADW_TYPE_PREFERENCES_ROW)

/* What a state means for who prepares the meeting, and what the step to it is called. */
static const struct
{
  const char *state;
  const char *says;
  const char *step;
} described[] = {
  { "draft", N_ ("All can be changed; nobody has been told yet"), N_ ("Back to _Draft") },
  { "convened", N_ ("Sent out: replies and attendance can be noted"), N_ ("_Convene") },
  { "held", N_ ("The minutes are being written"), N_ ("Mark as _Held") },
  { "approved", N_ ("The minutes cannot be changed; documents can be added"),
    N_ ("_Approve the Minutes") },
  { "locked", N_ ("Nothing can be changed but the follow-up of actions"), N_ ("_Lock") },
  { "cancelled", N_ ("The meeting does not take place"), N_ ("Call _Off") },
};

static guint
find (const char *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (described); i++)
    if (g_strcmp0 (described[i].state, state) == 0)
      return i;
  return 0;
}

static const char *
get_state (MlgMeetingStateRow *self)
{
  const char *state = mlg_record_get_text (self->meeting, MLG_MEETING_STATE);

  return state != NULL ? state : "draft";
}

static const char *
get_step (const char *state, const char *next)
{
  return mlg_meeting_state_reopens (state, next) ? _ ("_Reopen the Minutes…")
                                                 : _ (described[find (next)].step);
}

/* What is done in the writer's thread. */
typedef struct
{
  gint64 meeting;
  char *state;  /* (owned) */
  char *reason; /* (owned) (nullable) */
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->state);
  g_free (deed->reason);
  g_free (deed);
}

static gboolean
set_state (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_meeting_set_state (db, deed->meeting, deed->state, deed->reason, error);
}

static void
act (MlgMeetingStateRow *self, const char *state, const char *reason)
{
  const char *title = mlg_code_list_get_title (&mlg_meeting_states, state);
  g_autofree char *name = mlg_record_dup_name (self->meeting);
  /* Translators: an action: the name of a meeting and the title of a state. */
  g_autofree char *action = g_strdup_printf (_ ("Set the state of %s to “%s”"), name, title);
  /* Translators: the name of a meeting and the title of a state. */
  g_autofree char *done = g_strdup_printf (_ ("%s is now “%s”"), name, title);
  Deed *deed = g_new0 (Deed, 1);

  deed->meeting = mlg_record_get_id (self->meeting);
  deed->state = g_strdup (state);
  deed->reason = g_strdup (reason);
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), action, set_state, deed, deed_free, done);
}

static void
activate_set (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingStateRow *self = MLG_MEETING_STATE_ROW (widget);
  const char *state = g_variant_get_string (parameter, NULL);

  if (self->meeting == NULL)
    return;
  if (!mlg_meeting_state_reopens (get_state (self), state))
    {
      act (self, state, NULL);
      return;
    }
  g_free (self->wanted);
  self->wanted = g_strdup (state);
  gtk_editable_set_text (self->reason_entry, "");
  gtk_popover_popup (self->reason_popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_entry));
}

static void
on_reason_given (MlgMeetingStateRow *self)
{
  const char *reason = gtk_editable_get_text (self->reason_entry);

  if (*reason == '\0' || self->wanted == NULL || self->meeting == NULL)
    return;
  gtk_popover_popdown (self->reason_popover);
  act (self, self->wanted, reason);
}

static void
fill_menu (MlgMeetingStateRow *self, const char *state, const char *const *next)
{
  g_menu_remove_all (self->menu);
  for (; *next != NULL; next++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (get_step (state, *next), NULL);

      g_menu_item_set_action_and_target (item, "state.set", "s", *next);
      g_menu_append_item (self->menu, item);
    }
}

/* Above the row, where it has the width: beside the buttons it would not. */
static void
say (MlgMeetingStateRow *self, const char *text)
{
  GtkWidget *group = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_GROUP);

  if (group != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
}

static void
update (MlgMeetingStateRow *self)
{
  const char *state = get_state (self);
  const char *title = mlg_code_list_get_title (&mlg_meeting_states, state);
  const char *const *next = mlg_meeting_state_list_next (state);
  gboolean writable = mlg_store_is_writable (self->store);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_label_set_text (self->state_label, title);
  say (self, _ (described[find (state)].says));
  gtk_button_set_label (self->usual_button, get_step (state, next[0]));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->usual_button), "s", next[0]);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->usual_button), "state.set");
  gtk_widget_set_visible (GTK_WIDGET (self->usual_button), writable);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), writable && next[1] != NULL);
  fill_menu (self, state, next + 1);
}

static void
mlg_meeting_state_row_dispose (GObject *object)
{
  MlgMeetingStateRow *self = MLG_MEETING_STATE_ROW (object);

  if (self->meeting != NULL)
    g_signal_handlers_disconnect_by_func (self->meeting, update, self);
  g_clear_object (&self->meeting);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (mlg_meeting_state_row_parent_class)->dispose (object);
}

static void
mlg_meeting_state_row_class_init (MlgMeetingStateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_state_row_dispose;
  g_type_ensure (MLG_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-state-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingStateRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingStateRow, usual_button);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingStateRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingStateRow, menu);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingStateRow, reason_popover);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingStateRow, reason_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_given);
  gtk_widget_class_install_action (widget_class, "state.set", "s", activate_set);
}

static void
mlg_meeting_state_row_init (MlgMeetingStateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_meeting_state_row_set_store:
 * @store: (transfer none): where the meeting is; it must outlive the row
 *
 * To be called once.
 */
void
mlg_meeting_state_row_set_store (MlgMeetingStateRow *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_MEETING_STATE_ROW (self));
  self->store = store;
}

/**
 * mlg_meeting_state_row_set_meeting:
 * @meeting: (nullable) (transfer none): the meeting whose state is shown, and followed
 */
void
mlg_meeting_state_row_set_meeting (MlgMeetingStateRow *self, MlgRecord *meeting)
{
  g_return_if_fail (MLG_IS_MEETING_STATE_ROW (self));
  g_return_if_fail (self->store != NULL);

  if (self->meeting != NULL)
    g_signal_handlers_disconnect_by_func (self->meeting, update, self);
  g_set_object (&self->meeting, meeting);
  if (meeting == NULL)
    return;
  g_signal_connect_object (meeting, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
