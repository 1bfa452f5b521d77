/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-meeting-calendar.h"
#include "mlg-meeting-commit.h"
#include "mlg-meetings-page-private.h"
#include "mlg-register-export.h"

static void
activate_show (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_meetings_page_show_view (MLG_MEETINGS_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
activate_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingsPage *self = MLG_MEETINGS_PAGE (widget);

  mlg_split_view_show_content (self->split_view, FALSE);
  mlg_meeting_adder_open (self->adder, NULL);
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingsPage *self = MLG_MEETINGS_PAGE (widget);
  MlgRecord *meeting = mlg_meetings_page_get_shown (self);

  if (meeting == NULL)
    return;
  mlg_meeting_commit_removal (widget, meeting, _ ("Meeting deleted"));
  mlg_split_view_show_content (self->split_view, FALSE);
}

static void
activate_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMeetingsPage *self = MLG_MEETINGS_PAGE (widget);
  MlgRecord *meeting = mlg_meetings_page_get_shown (self);

  if (meeting != NULL)
    mlg_meeting_again_open (self->again, meeting);
}

static void
activate_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgRecord *meeting = mlg_meetings_page_get_shown (MLG_MEETINGS_PAGE (widget));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id;

  if (meeting == NULL)
    return;
  id = mlg_record_get_id (meeting);
  g_array_append_val (ids, id);
  mlg_meeting_calendar_export (widget, ids, _ ("meeting.ics"));
}

/* Those that are listed, as the list is narrowed down. */
static void
activate_export_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgRecordTable *table =
      mlg_record_view_get_table (MLG_RECORD_VIEW (MLG_MEETINGS_PAGE (widget)->list));
  g_autoptr (GArray) ids = mlg_record_list_get_ids (mlg_record_table_get_list (table));

  mlg_meeting_calendar_export (widget, ids, _ ("meetings.ics"));
}

static void
activate_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_meeting_calendar_import (widget);
}

static void
activate_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_meetings_page_leave_details (MLG_MEETINGS_PAGE (widget));
}

static void
activate_tab (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *details = mlg_lazy_bin_peek (MLG_MEETINGS_PAGE (widget)->details);

  if (details != NULL)
    adw_view_stack_set_visible_child_name (
        mlg_meeting_details_get_tabs (MLG_MEETING_DETAILS (details)),
        g_variant_get_string (parameter, NULL));
}

static void
activate_export_register (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_register_export_ask (widget, g_str_equal (g_variant_get_string (parameter, NULL), "actions"));
}

/* Every action of the page, named once. */
void
mlg_meetings_page_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const views[] = { "list", "month", "actions", "decisions" };

  gtk_widget_class_install_action (widget_class, "meetings.show", "s", activate_show);
  gtk_widget_class_install_action (widget_class, "meetings.add", NULL, activate_add);
  gtk_widget_class_install_action (widget_class, "meetings.remove", NULL, activate_remove);
  gtk_widget_class_install_action (widget_class, "meetings.again", NULL, activate_again);
  gtk_widget_class_install_action (widget_class, "meetings.export", NULL, activate_export);
  gtk_widget_class_install_action (widget_class, "meetings.export-all", NULL, activate_export_all);
  gtk_widget_class_install_action (widget_class, "meetings.import", NULL, activate_import);
  gtk_widget_class_install_action (widget_class, "meetings.back", NULL, activate_back);
  gtk_widget_class_install_action (widget_class, "meetings.tab", "s", activate_tab);
  gtk_widget_class_install_action (widget_class, "meetings.export-register", "s",
                                   activate_export_register);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "meetings.add",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK,
                                       "meetings.add", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i,
                                         GDK_CONTROL_MASK | GDK_ALT_MASK, "meetings.show", "s",
                                         views[i]);
}
