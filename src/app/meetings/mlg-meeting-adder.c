/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-adder.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-agenda-template.h"
#include "meetings/mlg-meeting-time.h"
#include "meetings/mlg-meeting.h"
#include "mlg-meeting-making.h"
#include "widgets/mlg-code-model.h"

/* A button that makes a meeting: of which kind, when, and whether with the usual agenda of its kind. A
 * title is proposed, that of the kind, until the person writes another. */
struct _MlgMeetingAdder
{
  GtkWidget parent_instance;
  gboolean own_title; /* the person wrote the title */
  gboolean proposing; /* the title is written by the program at this moment */

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkDropDown *type_list;
  GtkEditable *title_entry;
  GtkEditable *day_entry;
  GtkEditable *from_entry;
  GtkEditable *until_entry;
  GtkCheckButton *agenda_check;
  GtkLabel *message_label;
};

G_DEFINE_FINAL_TYPE (MlgMeetingAdder, mlg_meeting_adder, GTK_TYPE_WIDGET)

static const char *
get_type_code (MlgMeetingAdder *self)
{
  return mlg_code_item_get_code (gtk_drop_down_get_selected_item (self->type_list));
}

static void
on_title_changed (MlgMeetingAdder *self)
{
  self->own_title = !self->proposing && *gtk_editable_get_text (self->title_entry) != '\0';
}

static void
on_type_changed (MlgMeetingAdder *self)
{
  g_autoptr (GPtrArray) items = NULL;
  guint n;

  if (gtk_drop_down_get_selected_item (self->type_list) == NULL)
    return;
  if (!self->own_title)
    {
      self->proposing = TRUE;
      gtk_editable_set_text (self->title_entry,
                             mlg_code_list_get_title (&mlg_meeting_types, get_type_code (self)));
      self->proposing = FALSE;
    }
  /* The table of agendas is in the program: what cannot be read is not there. */
  items = mlg_agenda_template_make_items (get_type_code (self), NULL);
  n = items != NULL ? items->len : 0;
  {
    g_autofree char *label = g_strdup_printf (
        ngettext ("With the usual agenda (%'u item)", "With the usual agenda (%'u items)", n), n);

    gtk_check_button_set_label (self->agenda_check, label);
    gtk_widget_set_sensitive (GTK_WIDGET (self->agenda_check), n > 0);
  }
}

/* A day and a time as a moment; without a day there is none, without a time it is the whole day. */
static char *
write_moment (MlgMeetingAdder *self, GtkEditable *clock_entry)
{
  const char *day = gtk_editable_get_text (self->day_entry);
  const char *clock = gtk_editable_get_text (clock_entry);

  return *day != '\0' ? g_strconcat (day, *clock != '\0' ? " " : NULL, clock, NULL) : NULL;
}

static gboolean
parse (MlgMeetingAdder *self, MlgRecord *meeting, GError **error)
{
  gboolean timed = *gtk_editable_get_text (self->from_entry) != '\0';
  gboolean ended = *gtk_editable_get_text (self->until_entry) != '\0';
  g_autofree char *starts = write_moment (self, self->from_entry);
  g_autofree char *ends = timed && ended ? write_moment (self, self->until_entry) : NULL;

  mlg_record_set_text (meeting, MLG_MEETING_TYPE, get_type_code (self));
  if (starts != NULL && !timed)
    mlg_record_set_boolean (meeting, MLG_MEETING_ALL_DAY, TRUE);
  return mlg_record_parse (meeting, MLG_MEETING_TITLE, gtk_editable_get_text (self->title_entry),
                           error)
         && mlg_record_parse (meeting, MLG_MEETING_STARTS, starts, error)
         && mlg_record_parse (meeting, MLG_MEETING_ENDS, ends, error)
         && mlg_record_validate (meeting, NULL, error);
}

static void
on_add (MlgMeetingAdder *self)
{
  g_autoptr (MlgRecord) meeting = mlg_record_new (&mlg_meeting_kind);
  g_autoptr (GError) error = NULL;

  if (!parse (self, meeting, &error))
    {
      gtk_label_set_text (self->message_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->message_label), TRUE);
      return;
    }
  gtk_popover_popdown (self->popover);
  mlg_meeting_making_new (GTK_WIDGET (self), meeting,
                          gtk_check_button_get_active (self->agenda_check)
                              && gtk_widget_get_sensitive (GTK_WIDGET (self->agenda_check)));
}

static void
on_popover_shown (MlgMeetingAdder *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), FALSE);
  on_type_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->type_list));
}

static void
on_popover_closed (MlgMeetingAdder *self)
{
  self->own_title = FALSE;
  gtk_editable_set_text (self->day_entry, "");
}

static void
mlg_meeting_adder_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_meeting_adder_parent_class)->dispose (object);
}

static void
mlg_meeting_adder_class_init (MlgMeetingAdderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_adder_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-adder.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAdder, button);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAdder, popover);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAdder, type_list);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAdder, title_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAdder, day_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAdder, from_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAdder, until_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAdder, agenda_check);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingAdder, message_label);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_type_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_closed);
}

static void
mlg_meeting_adder_init (MlgMeetingAdder *self)
{
  g_autoptr (GListModel) types = mlg_code_model_new (&mlg_meeting_types, FALSE);
  g_autoptr (GtkExpression) title = gtk_property_expression_new (MLG_TYPE_CODE_ITEM, NULL, "title");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_expression (self->type_list, title);
  gtk_drop_down_set_model (self->type_list, types);
}

/**
 * mlg_meeting_adder_set_store:
 * @store: (transfer none): where the meeting is made
 */
void
mlg_meeting_adder_set_store (MlgMeetingAdder *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_MEETING_ADDER (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), mlg_store_is_writable (store));
}

/**
 * mlg_meeting_adder_open:
 * @day: (nullable): the day that is proposed, YYYY-MM-DD
 *
 * Lets the person write.
 */
void
mlg_meeting_adder_open (MlgMeetingAdder *self, const char *day)
{
  g_return_if_fail (MLG_IS_MEETING_ADDER (self));

  gtk_editable_set_text (self->day_entry, day != NULL ? day : "");
  gtk_menu_button_popup (self->button);
}
