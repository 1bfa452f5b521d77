/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meetings-view.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-meeting.h"
#include "mlg-meeting-columns.h"
#include "mlg-meeting-text.h"

/* The list of meetings, the latest first, and what is done to those that are chosen. */
struct _MlgMeetingsView
{
  MlgRecordView parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgMeetingsView, mlg_meetings_view, MLG_TYPE_RECORD_VIEW)

static const MlgTableKind table_kind = {
  .kind = &mlg_meeting_kind,
  .title = N_ ("Meetings"),
  .search = N_ ("Search meetings"),
  .columns = mlg_meeting_columns,
  .facets = mlg_meeting_facets,
  .line = mlg_meeting_text_line,
  .settings_key = "meetings-columns",
};

static char *
mlg_meetings_view_name_removal (MlgRecordView *view, guint n)
{
  return g_strdup_printf (ngettext ("Delete %'u meeting", "Delete %'u meetings", n), n);
}

static char *
mlg_meetings_view_describe_removal (MlgRecordView *view, guint n)
{
  return g_strdup_printf (ngettext ("%'u meeting deleted", "%'u meetings deleted", n), n);
}

static char *
mlg_meetings_view_write_summary (MlgRecordView *view, gconstpointer summary)
{
  guint n = (guint) * (const gint64 *) summary;

  return g_strdup_printf (ngettext ("%'u meeting", "%'u meetings", n), n);
}

static void
mlg_meetings_view_class_init (MlgMeetingsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MlgRecordViewClass *view_class = MLG_RECORD_VIEW_CLASS (klass);

  view_class->remove = mlg_meeting_remove;
  view_class->name_removal = mlg_meetings_view_name_removal;
  view_class->describe_removal = mlg_meetings_view_describe_removal;
  view_class->write_summary = mlg_meetings_view_write_summary;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meetings-view.ui");
}

static void
mlg_meetings_view_init (MlgMeetingsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_meetings_view_set_store:
 * @store: (transfer none): where the meetings are
 *
 * To be called once.
 */
void
mlg_meetings_view_set_store (MlgMeetingsView *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_MEETINGS_VIEW (self));

  mlg_record_view_set_kind (MLG_RECORD_VIEW (self), &table_kind, store);
}
