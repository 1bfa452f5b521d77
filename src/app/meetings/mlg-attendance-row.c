/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-attendance-row.h"

/* Somebody in the list, with a button for each answer to whether they are there. The buttons show what is
 * stored: pressing one asks for it ("attendance.mark"), and the answer turns it. */
struct _MlgAttendanceRow
{
  GtkWidget parent_instance;
  MlgAttendee *attendee; /* (owned) (nullable) */
  GtkWidget *buttons;
  GtkToggleButton *present_button;
  GtkToggleButton *excused_button;
  GtkToggleButton *absent_button;
  GtkWidget *visitor_label;
};

G_DEFINE_FINAL_TYPE (MlgAttendanceRow, mlg_attendance_row, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ATTENDEE = 1,
} MlgAttendanceRowProperty;

static GParamSpec *properties[PROP_ATTENDEE + 1];

static void
show_answer (MlgAttendanceRow *self)
{
  const char *attendance =
      self->attendee != NULL ? mlg_attendee_get_attendance (self->attendee) : "";
  gboolean visitor = g_str_equal (attendance, "visitor");

  gtk_toggle_button_set_active (self->present_button, g_str_equal (attendance, "present"));
  gtk_toggle_button_set_active (self->excused_button, g_str_equal (attendance, "excused"));
  gtk_toggle_button_set_active (self->absent_button, g_str_equal (attendance, "absent"));
  gtk_widget_set_visible (self->buttons, !visitor);
  gtk_widget_set_visible (self->visitor_label, visitor);
}

/* Pressed again, an answer is taken back. */
static void
ask (MlgAttendanceRow *self, const char *attendance)
{
  gboolean again = g_str_equal (mlg_attendee_get_attendance (self->attendee), attendance);

  gtk_widget_activate_action (GTK_WIDGET (self), "attendance.mark", "(xs)",
                              mlg_attendee_get_id (self->attendee), again ? "" : attendance);
  show_answer (self);
}

static void
on_present_clicked (MlgAttendanceRow *self)
{
  ask (self, "present");
}

static void
on_excused_clicked (MlgAttendanceRow *self)
{
  ask (self, "excused");
}

static void
on_absent_clicked (MlgAttendanceRow *self)
{
  ask (self, "absent");
}

static void
set_attendee (MlgAttendanceRow *self, MlgAttendee *attendee)
{
  if (self->attendee == attendee)
    return;
  if (self->attendee != NULL)
    g_signal_handlers_disconnect_by_func (self->attendee, show_answer, self);
  g_set_object (&self->attendee, attendee);
  if (attendee != NULL)
    g_signal_connect_object (attendee, "notify::attendance", G_CALLBACK (show_answer), self,
                             G_CONNECT_SWAPPED);
  show_answer (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTENDEE]);
}

static void
mlg_attendance_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((MlgAttendanceRowProperty) id)
    {
    case PROP_ATTENDEE:
      g_value_set_object (value, MLG_ATTENDANCE_ROW (object)->attendee);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_attendance_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((MlgAttendanceRowProperty) id)
    {
    case PROP_ATTENDEE:
      set_attendee (MLG_ATTENDANCE_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_attendance_row_dispose (GObject *object)
{
  MlgAttendanceRow *self = MLG_ATTENDANCE_ROW (object);
  GtkWidget *child;

  if (self->attendee != NULL)
    g_signal_handlers_disconnect_by_func (self->attendee, show_answer, self);
  g_clear_object (&self->attendee);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_attendance_row_parent_class)->dispose (object);
}

static void
mlg_attendance_row_class_init (MlgAttendanceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mlg_attendance_row_get_property;
  object_class->set_property = mlg_attendance_row_set_property;
  object_class->dispose = mlg_attendance_row_dispose;
  properties[PROP_ATTENDEE] =
      g_param_spec_object ("attendee", NULL, NULL, MLG_TYPE_ATTENDEE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-attendance-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgAttendanceRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, MlgAttendanceRow, present_button);
  gtk_widget_class_bind_template_child (widget_class, MlgAttendanceRow, excused_button);
  gtk_widget_class_bind_template_child (widget_class, MlgAttendanceRow, absent_button);
  gtk_widget_class_bind_template_child (widget_class, MlgAttendanceRow, visitor_label);
  gtk_widget_class_bind_template_callback (widget_class, on_present_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_excused_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_absent_clicked);
}

static void
mlg_attendance_row_init (MlgAttendanceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
