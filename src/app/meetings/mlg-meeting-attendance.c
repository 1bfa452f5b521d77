/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-attendance.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-invitation.h"
#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-meeting-figures.h"
#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-person.h"
#include "mlg-attendance-counts.h"
#include "mlg-attendance-row.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"

/* Who is there: one writes the beginning of a name and presses Return, or goes down the list with one key
 * for each: P, E, A. Whoever is not in the list is a visitor by the same Return. */
struct _MlgMeetingAttendance
{
  GtkWidget parent_instance;
  gint64 meeting;
  MlgLiveRead *people;   /* (owned) (nullable) of GPtrArray of MlgAttending */
  MlgLiveRead *figures;  /* (owned) (nullable) of MlgMeetingFigures */
  GListStore *attendees; /* (owned) of MlgAttendee */
  GtkFilter *filter;     /* (owned) */
  char **words;          /* (owned) (nullable) what is looked for */

  AdwPreferencesGroup *group;
  GtkEditable *find_entry;
  GtkLabel *hint_label;
  GtkWidget *visitor_button;
  GtkLabel *visitor_label;
  GtkWidget *scroller;
  GtkWidget *list_view;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  MlgAttendanceCounts *counts_row;
};

G_DEFINE_FINAL_TYPE (MlgMeetingAttendance, mlg_meeting_attendance, GTK_TYPE_WIDGET)

/* What is done in the writer's thread. */
typedef struct
{
  gint64 id;        /* an invitation, or the meeting of a visitor */
  char *attendance; /* (owned) (nullable) */
  char *name;       /* (owned) (nullable) of a visitor */
  char *body;       /* (owned) (nullable) of a visitor */
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->attendance);
  g_free (deed->name);
  g_free (deed->body);
  g_free (deed);
}

static gboolean
write_attendance (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_invitation_set_attendance (db, deed->id, deed->attendance, error);
}

static gboolean
write_visitor (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_meeting_add_visitor (db, deed->id, deed->name, deed->body, error) != 0;
}

static MlgAttendee *
find_attendee (MlgMeetingAttendance *self, gint64 id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->attendees));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MlgAttendee) attendee = g_list_model_get_item (G_LIST_MODEL (self->attendees), i);

      if (mlg_attendee_get_id (attendee) == id)
        return attendee; /* the list holds it */
    }
  return NULL;
}

static void
mark (MlgMeetingAttendance *self, MlgAttendee *attendee, const char *attendance)
{
  /* Translators: an action; %s is a person or a body. */
  g_autofree char *action =
      g_strdup_printf (_ ("Note the attendance of %s"), mlg_attendee_get_name (attendee));
  Deed *deed = g_new0 (Deed, 1);

  deed->id = mlg_attendee_get_id (attendee);
  deed->attendance = *attendance != '\0' ? g_strdup (attendance) : NULL;
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), action, write_attendance, deed, deed_free, NULL);
}

static void
activate_mark (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingAttendance *self = MLG_MEETING_ATTENDANCE (widget);
  MlgAttendee *attendee;
  const char *attendance;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &attendance);
  attendee = find_attendee (self, id);
  if (attendee != NULL)
    mark (self, attendee, attendance);
}

/* One key each: the next one is chosen then. */
static void
activate_mark_chosen (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingAttendance *self = MLG_MEETING_ATTENDANCE (widget);
  MlgAttendee *attendee = gtk_single_selection_get_selected_item (self->selection);

  if (attendee == NULL || g_str_equal (mlg_attendee_get_attendance (attendee), "visitor"))
    return;
  mark (self, attendee, g_variant_get_string (parameter, NULL));
  gtk_widget_child_focus (self->list_view, GTK_DIR_DOWN);
}

/* "Name, body" */
static void
activate_add_visitor (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingAttendance *self = MLG_MEETING_ATTENDANCE (widget);
  g_auto (GStrv) parts = g_strsplit (gtk_editable_get_text (self->find_entry), ",", 2);
  g_autofree char *action = NULL;
  Deed *deed;

  if (parts[0] == NULL || *g_strstrip (parts[0]) == '\0' || self->meeting == 0)
    return;
  /* Translators: an action; %s is the name of a visitor. */
  action = g_strdup_printf (_ ("Add the visitor %s"), parts[0]);
  deed = g_new0 (Deed, 1);
  deed->id = self->meeting;
  deed->name = g_strdup (parts[0]);
  deed->body = parts[1] != NULL ? g_strdup (g_strstrip (parts[1])) : NULL;
  mlg_host_act (mlg_host_find (widget), action, write_visitor, deed, deed_free, NULL);
  gtk_editable_set_text (self->find_entry, "");
}

static gboolean
is_wanted (gpointer item, gpointer data)
{
  MlgMeetingAttendance *self = data;

  return self->words == NULL || mlg_attendee_matches (item, (const char *const *) self->words);
}

static void
say_hint (MlgMeetingAttendance *self)
{
  gboolean looking = *gtk_editable_get_text (self->find_entry) != '\0';
  MlgAttendee *first = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *label = first != NULL ? mlg_attendee_dup_label (first) : NULL;
  g_autofree char *hint = NULL;

  if (looking && first != NULL)
    /* Translators: %s is the name of a person or a body. */
    hint = g_strdup_printf (_ ("Return: %s is present; Shift+Return: add as a visitor"), label);
  else if (looking)
    hint = g_strdup (_ ("Nobody invited is called so; Return adds a visitor: “name, body”"));
  else
    hint = g_strdup (_ ("In the list: P present, E excused, A absent, Delete not known"));
  gtk_label_set_text (self->hint_label, hint);
}

static void
show_offer (MlgMeetingAttendance *self)
{
  const char *text = gtk_editable_get_text (self->find_entry);
  /* Translators: %s is the name of a visitor as it is being written. */
  g_autofree char *label = g_strdup_printf (_ ("Add “%s” as a Visitor"), text);

  gtk_label_set_text (self->visitor_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->visitor_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->visitor_button, *text != '\0');
  gtk_widget_set_visible (self->scroller,
                          g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0);
  say_hint (self);
}

static void
on_words_changed (MlgMeetingAttendance *self)
{
  const char *text = gtk_editable_get_text (self->find_entry);

  g_clear_pointer (&self->words, g_strfreev);
  if (*text != '\0')
    self->words = g_str_tokenize_and_fold (text, NULL, NULL);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (*text != '\0')
    gtk_single_selection_set_selected (self->selection, 0);
  show_offer (self);
}

static void
on_entry_activated (MlgMeetingAttendance *self)
{
  MlgAttendee *chosen = gtk_single_selection_get_selected_item (self->selection);

  if (*gtk_editable_get_text (self->find_entry) == '\0')
    return;
  if (chosen == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "attendance.add-visitor", NULL);
      return;
    }
  if (!g_str_equal (mlg_attendee_get_attendance (chosen), "visitor"))
    mark (self, chosen, "present");
  gtk_editable_set_text (self->find_entry, "");
}

static gboolean
on_entry_key (MlgMeetingAttendance *self, guint key, guint code, GdkModifierType modifiers)
{
  gboolean shift = (modifiers & gtk_accelerator_get_default_mod_mask ()) == GDK_SHIFT_MASK;

  if (key == GDK_KEY_Down)
    return gtk_widget_child_focus (self->list_view, GTK_DIR_TAB_FORWARD);
  if (!shift || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "attendance.add-visitor", NULL);
  return TRUE;
}

/* Whoever stays in the list is the same object, so that what is chosen stays chosen. */
static GPtrArray *
merge (MlgMeetingAttendance *self, GPtrArray *people)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const MlgAttending *attending = people->pdata[i];
      MlgAttendee *attendee = find_attendee (self, mlg_record_get_id (attending->invitation));

      if (attendee != NULL)
        mlg_attendee_take (attendee, attending);
      g_ptr_array_add (items,
                       attendee != NULL ? g_object_ref (attendee) : mlg_attendee_new (attending));
    }
  return items;
}

/* Only what is between the first and the last difference is exchanged. */
static void
splice (GListStore *list, GPtrArray *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint first = 0, kept = 0;

  for (; first < MIN (n, items->len); first++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), first);

      if (item != items->pdata[first])
        break;
    }
  for (; kept < MIN (n, items->len) - first; kept++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), n - 1 - kept);

      if (item != items->pdata[items->len - 1 - kept])
        break;
    }
  if (n != first + kept || items->len != first + kept)
    g_list_store_splice (list, first, n - first - kept, items->pdata + first,
                         items->len - first - kept);
}

static void
on_people_read (MlgMeetingAttendance *self)
{
  const GError *error = mlg_live_read_get_error (self->people);
  g_autoptr (GPtrArray) items = merge (self, mlg_live_read_get_result (self->people));

  splice (self->attendees, items);
  show_offer (self);
  if (error != NULL)
    gtk_label_set_text (self->hint_label, error->message);
}

static char *
write_total (const MlgMeetingFigures *figures)
{
  const MlgMeetingCount *total = &figures->total;

  return g_strdup_printf (
      /* Translators: how many are there; how many of these are visitors, how many are excused, and how
       * many were invited. */
      _ ("%'u present, %'u visitors, %'u excused; %'u invited"), total->present, total->visitors,
      total->excused, total->invited);
}

static void
on_figures_read (MlgMeetingAttendance *self)
{
  const MlgMeetingFigures *figures = mlg_live_read_get_result (self->figures);
  g_autofree char *text = figures != NULL ? write_total (figures) : NULL;

  adw_preferences_group_set_description (self->group, text);
  mlg_attendance_counts_show (self->counts_row, figures);
}

static gpointer
read_people (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_meeting_list_attending (db, *(gint64 *) id, error);
}

static gpointer
read_figures (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_meeting_count (db, *(gint64 *) id, error);
}

static void
mlg_meeting_attendance_dispose (GObject *object)
{
  MlgMeetingAttendance *self = MLG_MEETING_ATTENDANCE (object);
  GtkWidget *child;

  g_clear_object (&self->people);
  g_clear_object (&self->figures);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_meeting_attendance_parent_class)->dispose (object);
}

static void
mlg_meeting_attendance_finalize (GObject *object)
{
  MlgMeetingAttendance *self = MLG_MEETING_ATTENDANCE (object);

  g_clear_object (&self->attendees);
  g_clear_object (&self->filter);
  g_strfreev (self->words);
  G_OBJECT_CLASS (mlg_meeting_attendance_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-attendance.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAttendance, group);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAttendance, find_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAttendance, hint_label);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAttendance, visitor_button);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAttendance, visitor_label);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAttendance, scroller);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAttendance, list_view);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAttendance, selection);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAttendance, filtered);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAttendance, counts_row);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
}

static void
mlg_meeting_attendance_class_init (MlgMeetingAttendanceClass *klass)
{
  static const struct
  {
    guint key;
    const char *attendance;
  } keys[] = { { GDK_KEY_p, "present" },
               { GDK_KEY_e, "excused" },
               { GDK_KEY_a, "absent" },
               { GDK_KEY_Delete, "" },
               { GDK_KEY_BackSpace, "" } };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_attendance_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_meeting_attendance_finalize;
  g_type_ensure (MLG_TYPE_ATTENDANCE_COUNTS);
  g_type_ensure (MLG_TYPE_ATTENDANCE_ROW);
  g_type_ensure (MLG_TYPE_ATTENDEE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "attendance.mark", "(xs)", activate_mark);
  gtk_widget_class_install_action (widget_class, "attendance.mark-chosen", "s",
                                   activate_mark_chosen);
  gtk_widget_class_install_action (widget_class, "attendance.add-visitor", NULL,
                                   activate_add_visitor);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, "attendance.mark-chosen",
                                         "s", keys[i].attendance);
}

static void
mlg_meeting_attendance_init (MlgMeetingAttendance *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->attendees = g_list_store_new (MLG_TYPE_ATTENDEE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_filter_list_model_set_filter (self->filtered, self->filter);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->attendees));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_entry_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->find_entry), keys);
}

/**
 * mlg_meeting_attendance_set_store:
 * @store: (transfer none): where the meetings are; it must outlive the widget
 *
 * To be called once.
 */
void
mlg_meeting_attendance_set_store (MlgMeetingAttendance *self, MlgStore *store)
{
  static const MlgKind *const people[] = { &mlg_invitation_kind, &mlg_function_kind,
                                           &mlg_person_kind, &mlg_body_kind, NULL };
  static const MlgKind *const figures[] = { &mlg_invitation_kind, NULL };

  g_return_if_fail (MLG_IS_MEETING_ATTENDANCE (self));

  self->people = mlg_live_read_new (store, people, read_people, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->people, "done", G_CALLBACK (on_people_read), self,
                           G_CONNECT_SWAPPED);
  self->figures =
      mlg_live_read_new (store, figures, read_figures, (GDestroyNotify) mlg_meeting_figures_free);
  g_signal_connect_object (self->figures, "done", G_CALLBACK (on_figures_read), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_meeting_attendance_set_meeting:
 * @meeting: the meeting; 0 for none
 */
void
mlg_meeting_attendance_set_meeting (MlgMeetingAttendance *self, gint64 meeting)
{
  g_return_if_fail (MLG_IS_MEETING_ATTENDANCE (self));

  if (meeting == self->meeting)
    return;
  self->meeting = meeting;
  gtk_editable_set_text (self->find_entry, "");
  mlg_live_read_ask_id (self->people, meeting);
  mlg_live_read_ask_id (self->figures, meeting);
}

/**
 * mlg_meeting_attendance_find:
 *
 * Puts the cursor where one finds somebody.
 */
void
mlg_meeting_attendance_find (MlgMeetingAttendance *self)
{
  g_return_if_fail (MLG_IS_MEETING_ATTENDANCE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}
