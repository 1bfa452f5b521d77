/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-invitation.h"
#include "meetings/mlg-meeting-rules.h"
#include "meetings/mlg-meeting.h"
#include "meetings/mlg-outcome.h"
#include "mlg-meetings-page-private.h"
#include "mlg-month-view.h"
#include "mlg-register-columns.h"
#include "mlg-register-view.h"
#include "store/mlg-record-sql.h"
#include "widgets/mlg-narrow-bin.h"

/* The list and the month on the left, the meeting that is chosen on the right; the actions are in
 * mlg-meetings-page-actions.c. */
G_DEFINE_FINAL_TYPE (MlgMeetingsPage, mlg_meetings_page, MLG_TYPE_PAGE)

static gboolean
shows_month (MlgMeetingsPage *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "month") == 0;
}

/* Returns: (nullable): the table of the view that is shown; the month is none */
static MlgRecordTable *
get_table (MlgMeetingsPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);

  if (g_strcmp0 (name, "list") == 0)
    return mlg_record_view_get_table (MLG_RECORD_VIEW (self->list));
  if (g_strcmp0 (name, "actions") == 0)
    return mlg_record_view_get_table (MLG_RECORD_VIEW (mlg_lazy_bin_get (self->actions)));
  if (g_strcmp0 (name, "decisions") == 0)
    return mlg_record_view_get_table (MLG_RECORD_VIEW (mlg_lazy_bin_get (self->decisions)));
  return NULL;
}

MlgRecord *
mlg_meetings_page_get_shown (MlgMeetingsPage *self)
{
  GtkWidget *details = mlg_lazy_bin_peek (self->details);

  return details != NULL ? mlg_record_details_get_record (MLG_RECORD_DETAILS (details)) : NULL;
}

/* The month takes all the room, until a meeting is opened from it; so does a list without meetings. */
static void
fit_panes (MlgMeetingsPage *self)
{
  gboolean list = !shows_month (self);
  gboolean collapsed = mlg_split_view_is_collapsed (self->split_view);
  gboolean alone =
      list ? mlg_record_table_is_empty (mlg_record_view_get_table (MLG_RECORD_VIEW (self->list)))
           : !self->beside || mlg_meetings_page_get_shown (self) == NULL;

  gtk_widget_set_visible (self->details_pane, !alone);
  gtk_widget_set_visible (self->back_button, collapsed || !list);
  gtk_widget_set_hexpand (self->list_pane, alone || collapsed);
  adw_header_bar_set_show_end_title_buttons (self->list_header, alone || collapsed);
}

static void
update_details (MlgMeetingsPage *self)
{
  gboolean shown = mlg_meetings_page_get_shown (self) != NULL;

  adw_window_title_set_title (self->details_title, shown ? _ ("Meeting") : "");
  gtk_stack_set_visible_child_name (self->details_stack, shown ? "meeting" : "none");
  gtk_widget_set_visible (self->details_menu, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_bar), shown);
  fit_panes (self);
}

static void
show_meeting (MlgMeetingsPage *self, gint64 id)
{
  if (id != 0 || mlg_lazy_bin_peek (self->details) != NULL)
    mlg_record_details_set_id (MLG_RECORD_DETAILS (mlg_lazy_bin_get (self->details)), id);
}

static void
on_chosen (MlgMeetingsPage *self, gint64 id)
{
  show_meeting (self, id);
}

static void
on_opened (MlgMeetingsPage *self)
{
  mlg_split_view_show_content (self->split_view, TRUE);
}

static void
on_opened_in_month (MlgMeetingsPage *self, gint64 id)
{
  mlg_record_table_choose (mlg_record_view_get_table (MLG_RECORD_VIEW (self->list)), id);
  self->beside = TRUE;
  show_meeting (self, id);
  fit_panes (self);
  mlg_split_view_show_content (self->split_view, TRUE);
}

/* Back to the list, or to the whole month. */
void
mlg_meetings_page_leave_details (MlgMeetingsPage *self)
{
  self->beside = FALSE;
  mlg_split_view_show_content (self->split_view, FALSE);
  fit_panes (self);
}

static void
on_wanted (MlgMeetingsPage *self, const char *day)
{
  mlg_meeting_adder_open (self->adder, day);
}

static void
prepare_month (MlgMeetingsPage *self, GtkWidget *month)
{
  mlg_month_view_set_store (MLG_MONTH_VIEW (month), mlg_page_get_store (MLG_PAGE (self)));
  g_signal_connect_object (month, "opened", G_CALLBACK (on_opened_in_month), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (month, "wanted", G_CALLBACK (on_wanted), self, G_CONNECT_SWAPPED);
}

static void
prepare_details (MlgMeetingsPage *self, GtkWidget *widget)
{
  MlgMeetingDetails *details = MLG_MEETING_DETAILS (widget);

  mlg_record_details_set_store (MLG_RECORD_DETAILS (details), mlg_page_get_store (MLG_PAGE (self)));
  g_signal_connect_object (details, "changed", G_CALLBACK (update_details), self,
                           G_CONNECT_SWAPPED);
  adw_view_switcher_set_stack (self->switcher, mlg_meeting_details_get_tabs (details));
  adw_view_switcher_bar_set_stack (self->switcher_bar, mlg_meeting_details_get_tabs (details));
}

static void
fit_menus (MlgMeetingsPage *self)
{
  MlgRecordTable *table = get_table (self);
  MlgColumnSet *columns = table != NULL ? mlg_record_table_get_columns (table) : NULL;

  g_menu_remove_all (self->column_section);
  if (table == NULL)
    return;
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  mlg_column_set_get_actions (columns));
  g_menu_append_submenu (self->column_section, _ ("_Columns"), mlg_column_set_get_menu (columns));
}

static void
fit_search (MlgMeetingsPage *self)
{
  MlgRecordTable *table = get_table (self);

  g_clear_pointer (&self->search_binding, g_binding_unbind);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), table != NULL);
  if (table != NULL)
    self->search_binding = g_object_bind_property (
        mlg_record_table_get_search_bar (table), "search-mode-enabled", self->search_button,
        "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
on_view_changed (MlgMeetingsPage *self)
{
  if (adw_view_stack_get_visible_child_name (self->views) == NULL
      || mlg_record_table_get_columns (mlg_record_view_get_table (MLG_RECORD_VIEW (self->list)))
             == NULL)
    return; /* it is being built */
  self->beside = FALSE;
  fit_menus (self);
  fit_search (self);
  update_details (self);
}

void
mlg_meetings_page_show_view (MlgMeetingsPage *self, const char *name)
{
  adw_view_stack_set_visible_child_name (self->views, name);
  mlg_split_view_show_content (self->split_view, FALSE);
}

static void
search (MlgPage *page)
{
  MlgMeetingsPage *self = MLG_MEETINGS_PAGE (page);

  if (shows_month (self))
    mlg_meetings_page_show_view (self, "list");
  mlg_record_table_search (get_table (self));
}

/* A part of a meeting is read with its meeting. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
} Part;

static gpointer
read_meeting_of (MlgConnection *db, gpointer data, GError **error)
{
  const Part *part = data;
  g_autoptr (MlgRecord) record = mlg_record_load (db, part->kind, part->id, error);
  gint64 meeting = record != NULL ? mlg_meeting_find_of (db, record, error) : 0;

  return meeting > 0 ? g_memdup2 (&meeting, sizeof meeting) : NULL;
}

static void
on_meeting_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgMeetingsPage) self = data;
  g_autofree gint64 *meeting = mlg_store_read_finish (MLG_STORE (source), result, NULL);

  /* A part that is gone has nothing to show. */
  if (meeting != NULL)
    mlg_page_show_record (MLG_PAGE (self), &mlg_meeting_kind, *meeting);
}

/* The meeting of what is chosen in a register, beside it. */
static void
on_chosen_meeting_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgMeetingsPage) self = data;
  g_autofree gint64 *meeting = mlg_store_read_finish (MLG_STORE (source), result, NULL);

  if (meeting == NULL)
    return;
  show_meeting (self, *meeting);
  gtk_widget_activate_action (GTK_WIDGET (self), "meetings.tab", "s", "follow");
}

static void
on_outcome_chosen (MlgMeetingsPage *self, gint64 id)
{
  Part part = { &mlg_outcome_kind, id };

  if (id != 0)
    mlg_store_read_async (mlg_page_get_store (MLG_PAGE (self)), read_meeting_of,
                          g_memdup2 (&part, sizeof part), g_free, g_free, NULL,
                          on_chosen_meeting_read, g_object_ref (self));
}

static void
prepare_register (MlgMeetingsPage *self, GtkWidget *view, const MlgTableKind *kind)
{
  mlg_register_view_set_store (MLG_REGISTER_VIEW (view), kind,
                               mlg_page_get_store (MLG_PAGE (self)));
  g_signal_connect_object (view, "chosen", G_CALLBACK (on_outcome_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
}

static void
prepare_actions (MlgMeetingsPage *self, GtkWidget *view)
{
  prepare_register (self, view, &mlg_register_actions);
}

static void
prepare_decisions (MlgMeetingsPage *self, GtkWidget *view)
{
  prepare_register (self, view, &mlg_register_decisions);
}

static gboolean
show_part (MlgMeetingsPage *self, const MlgKind *kind, gint64 id)
{
  Part part = { kind, id };

  if (kind != &mlg_agenda_item_kind && kind != &mlg_invitation_kind && kind != &mlg_outcome_kind)
    return FALSE;
  mlg_store_read_async (mlg_page_get_store (MLG_PAGE (self)), read_meeting_of,
                        g_memdup2 (&part, sizeof part), g_free, g_free, NULL, on_meeting_read,
                        g_object_ref (self));
  return TRUE;
}

static gboolean
show_record (MlgPage *page, const MlgKind *kind, gint64 id)
{
  MlgMeetingsPage *self = MLG_MEETINGS_PAGE (page);

  if (kind != &mlg_meeting_kind)
    return show_part (self, kind, id);
  mlg_record_table_choose (mlg_record_view_get_table (MLG_RECORD_VIEW (self->list)), id);
  self->beside = TRUE;
  show_meeting (self, id);
  fit_panes (self);
  mlg_split_view_show_content (self->split_view, TRUE);
  return TRUE;
}

static void
build (MlgPage *page)
{
  MlgMeetingsPage *self = MLG_MEETINGS_PAGE (page);

  gtk_widget_init_template (GTK_WIDGET (self));
  mlg_meetings_view_set_store (self->list, mlg_page_get_store (page));
  g_signal_connect_object (mlg_record_view_get_table (MLG_RECORD_VIEW (self->list)),
                           "notify::empty", G_CALLBACK (fit_panes), self, G_CONNECT_SWAPPED);
  mlg_meeting_adder_set_store (self->adder, mlg_page_get_store (page));
  on_view_changed (self);
}

static void
mlg_meetings_page_dispose (GObject *object)
{
  MlgMeetingsPage *self = MLG_MEETINGS_PAGE (object);

  g_clear_pointer (&self->search_binding, g_binding_unbind);
  G_OBJECT_CLASS (mlg_meetings_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meetings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, list_header);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, views);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, list);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, month);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, actions);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, decisions);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, adder);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, column_section);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, details_pane);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, details_title);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, details_stack);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, details_menu);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, again);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsPage, details);
  gtk_widget_class_bind_template_callback (widget_class, fit_panes);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, prepare_month);
  gtk_widget_class_bind_template_callback (widget_class, prepare_actions);
  gtk_widget_class_bind_template_callback (widget_class, prepare_decisions);
  gtk_widget_class_bind_template_callback (widget_class, prepare_details);
}

static void
mlg_meetings_page_class_init (MlgMeetingsPageClass *klass)
{
  MlgPageClass *page_class = MLG_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meetings_page_dispose;
  page_class->name = "meetings";
  page_class->title = N_ ("Meetings");
  page_class->icon_name = "x-office-calendar-symbolic";
  page_class->counted = &mlg_meeting_kind;
  page_class->build = build;
  page_class->search = search;
  page_class->show_record = show_record;

  g_type_ensure (MLG_TYPE_SPLIT_VIEW);
  g_type_ensure (MLG_TYPE_NARROW_BIN);
  g_type_ensure (MLG_TYPE_LAZY_BIN);
  g_type_ensure (MLG_TYPE_MEETINGS_VIEW);
  g_type_ensure (MLG_TYPE_MONTH_VIEW);
  g_type_ensure (MLG_TYPE_REGISTER_VIEW);
  g_type_ensure (MLG_TYPE_MEETING_ADDER);
  g_type_ensure (MLG_TYPE_MEETING_AGAIN);
  g_type_ensure (MLG_TYPE_MEETING_DETAILS);
  bind_template (GTK_WIDGET_CLASS (klass));
  mlg_meetings_page_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
mlg_meetings_page_init (MlgMeetingsPage *self)
{
}
