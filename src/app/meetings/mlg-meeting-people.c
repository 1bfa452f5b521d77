/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-people.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "meetings/mlg-invitation.h"
#include "meetings/mlg-meeting-figures.h"
#include "meetings/mlg-meeting-rules.h"
#include "meetings/mlg-meeting.h"
#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-person.h"
#include "mlg-invite-form.h"
#include "mlg-invitee-row.h"
#include "mlg-invitee.h"
#include "mlg-meeting-commit.h"
#include "widgets/mlg-live-read.h"

#define ROW_HEIGHT    44 /* px */
#define ROWS_IN_SIGHT 9

/* Who is invited to a meeting and what they replied. In the list, a letter sets the reply of the one that
 * is chosen: Y or O for yes, N for no, P for perhaps, R for represented; Backspace for none. */
struct _MlgMeetingPeople
{
  GtkWidget parent_instance;
  MlgLiveRead *reading; /* (owned) (nullable) of MlgInvitee */
  MlgLiveRead *figures; /* (owned) (nullable) of MlgMeetingFigures */
  GListStore *invitees; /* (owned) */
  MlgRecord *meeting;   /* (owned) (nullable) */
  GPtrArray *rows;      /* (owned) of GtkWidget (owned by the widget tree): the counts */

  AdwPreferencesGroup *group;
  MlgInviteForm *form;
  AdwExpanderRow *counts_row;
  GtkWidget *frame;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (MlgMeetingPeople, mlg_meeting_people, GTK_TYPE_WIDGET)

static const struct
{
  guint key;
  const char *reply; /* "" for none */
} keys[] = {
  { GDK_KEY_y, "yes" },     { GDK_KEY_o, "yes" },   { GDK_KEY_n, "no" },
  { GDK_KEY_p, "perhaps" }, { GDK_KEY_r, "proxy" }, { GDK_KEY_BackSpace, "" },
};

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                MlgMeetingPeople *self)
{
  MlgInvitee *invitee = gtk_single_selection_get_selected_item (self->selection);

  if (invitee == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Delete)
    {
      mlg_meeting_commit_removal (GTK_WIDGET (self), mlg_invitee_get_invitation (invitee),
                                  _ ("Invitation taken back"));
      return GDK_EVENT_STOP;
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (gdk_keyval_to_lower (key) == keys[i].key)
      {
        /* The codes are right for the field. */
        mlg_meeting_commit (GTK_WIDGET (self), mlg_invitee_get_invitation (invitee),
                            MLG_INVITATION_REPLY, keys[i].reply, NULL);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
is_same (MlgMeetingPeople *self, guint i, GPtrArray *invitees)
{
  g_autoptr (MlgInvitee) known = g_list_model_get_item (G_LIST_MODEL (self->invitees), i);

  return i < invitees->len && mlg_invitee_equal (known, invitees->pdata[i]);
}

/* Only what is different is changed: the one that is chosen stays so. */
static void
show_invitees (MlgMeetingPeople *self, GPtrArray *invitees)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->invitees));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (invitees == NULL || n != invitees->len)
    g_list_store_splice (self->invitees, 0, n, invitees != NULL ? invitees->pdata : NULL,
                         invitees != NULL ? invitees->len : 0);
  else
    for (guint i = 0; i < n; i++)
      if (!is_same (self, i, invitees))
        g_list_store_splice (self->invitees, i, 1, &invitees->pdata[i], 1);
  if (invitees != NULL && selected < invitees->len)
    gtk_single_selection_set_selected (self->selection, selected);
}

/* The list scrolls by itself past some rows: a hundred people are not in the way of what follows. */
static void
fit_height (MlgMeetingPeople *self, guint n)
{
  gtk_scrolled_window_set_min_content_height (self->scroller,
                                              (int) MIN (n, ROWS_IN_SIGHT) * ROW_HEIGHT);
}

static void
on_read (MlgMeetingPeople *self)
{
  GPtrArray *invitees = mlg_live_read_get_result (self->reading);

  fit_height (self, invitees != NULL ? invitees->len : 0);
  show_invitees (self, invitees);
  gtk_widget_set_visible (self->frame, invitees != NULL && invitees->len > 0);
}

static char *
write_count (const MlgMeetingCount *count)
{
  return g_strdup_printf (
      /* Translators: how many are invited, come, do not come, perhaps come, are represented, and have not
       * replied. */
      _ ("%'u invited: %'u yes, %'u no, %'u perhaps, %'u represented, %'u without reply"),
      count->invited, count->yes, count->no, count->perhaps, count->proxy, count->silent);
}

static void
add_counts (MlgMeetingPeople *self, GPtrArray *counts, const char *unknown)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const MlgMeetingCount *count = counts->pdata[i];
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *text = write_count (count);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     *count->title != '\0' ? count->title : unknown);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
      g_ptr_array_add (self->rows, row);
      adw_expander_row_add_row (self->counts_row, row);
    }
}

static void
on_figures_read (MlgMeetingPeople *self)
{
  const MlgMeetingFigures *figures = mlg_live_read_get_result (self->figures);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->counts_row, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->counts_row),
                          figures != NULL && figures->total.invited > 0);
  if (figures == NULL)
    return;
  add_counts (self, figures->by_body, _ ("Kind of body not known"));
  add_counts (self, figures->by_role, _ ("No function stated"));
  text = write_count (&figures->total);
  adw_expander_row_set_subtitle (self->counts_row, text);
}

static gpointer
read_figures (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_meeting_count (db, *(gint64 *) id, error);
}

static void
update_state (MlgMeetingPeople *self)
{
  gboolean may = self->meeting != NULL
                 && mlg_meeting_state_allows (
                     mlg_record_get_text (self->meeting, MLG_MEETING_STATE), MLG_MEETING_INVITE);

  gtk_widget_set_sensitive (GTK_WIDGET (self->form), may);
}

static void
mlg_meeting_people_dispose (GObject *object)
{
  MlgMeetingPeople *self = MLG_MEETING_PEOPLE (object);
  GtkWidget *child;

  if (self->meeting != NULL)
    g_signal_handlers_disconnect_by_func (self->meeting, update_state, self);
  g_clear_object (&self->reading);
  g_clear_object (&self->figures);
  g_clear_object (&self->meeting);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->invitees);
  G_OBJECT_CLASS (mlg_meeting_people_parent_class)->dispose (object);
}

static void
mlg_meeting_people_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_MEETING_PEOPLE (object)->rows);
  G_OBJECT_CLASS (mlg_meeting_people_parent_class)->finalize (object);
}

static void
mlg_meeting_people_class_init (MlgMeetingPeopleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_people_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_meeting_people_finalize;
  g_type_ensure (MLG_TYPE_INVITE_FORM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-people.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPeople, group);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPeople, form);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPeople, counts_row);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPeople, frame);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPeople, scroller);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPeople, list);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPeople, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
}

static void
mlg_meeting_people_init (MlgMeetingPeople *self)
{
  g_autoptr (GtkListItemFactory) factory = mlg_invitee_row_make_factory ();

  self->rows = g_ptr_array_new ();
  self->invitees = g_list_store_new (MLG_TYPE_INVITEE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list, factory);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->invitees));
}

/**
 * mlg_meeting_people_set_store:
 * @store: (transfer none): where the meetings are; it must outlive the widget
 *
 * To be called once.
 */
void
mlg_meeting_people_set_store (MlgMeetingPeople *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_invitation_kind, &mlg_function_kind,
                                          &mlg_person_kind, &mlg_body_kind, NULL };

  g_return_if_fail (MLG_IS_MEETING_PEOPLE (self));

  mlg_invite_form_set_store (self->form, store);
  self->reading =
      mlg_live_read_new (store, kinds, mlg_invitee_load_all, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  self->figures =
      mlg_live_read_new (store, kinds, read_figures, (GDestroyNotify) mlg_meeting_figures_free);
  g_signal_connect_object (self->figures, "done", G_CALLBACK (on_figures_read), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_meeting_people_set_meeting:
 * @meeting: (nullable) (transfer none): the meeting whose people are shown
 */
void
mlg_meeting_people_set_meeting (MlgMeetingPeople *self, MlgRecord *meeting)
{
  gint64 id = meeting != NULL ? mlg_record_get_id (meeting) : 0;

  g_return_if_fail (MLG_IS_MEETING_PEOPLE (self));

  if (self->meeting != NULL)
    g_signal_handlers_disconnect_by_func (self->meeting, update_state, self);
  g_set_object (&self->meeting, meeting);
  mlg_invite_form_set_meeting (self->form, meeting);
  mlg_live_read_ask_id (self->reading, id);
  mlg_live_read_ask_id (self->figures, id);
  if (meeting != NULL)
    g_signal_connect_object (meeting, "notify::state", G_CALLBACK (update_state), self,
                             G_CONNECT_SWAPPED);
  update_state (self);
}

/**
 * mlg_meeting_people_invite:
 *
 * Opens what people are invited by.
 */
void
mlg_meeting_people_invite (MlgMeetingPeople *self)
{
  g_return_if_fail (MLG_IS_MEETING_PEOPLE (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->form), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}
