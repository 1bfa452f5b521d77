/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-lacks.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "dossier/mlg-dossier-check.h"
#include "widgets/mlg-live-read.h"

#define MOST_IN_SIGHT 4

/* What a meeting and its dossier lack, the worst first; each line leads to where it is mended. */
struct _MlgMeetingLacks
{
  GtkWidget parent_instance;
  MlgLiveRead *reading; /* (owned) (nullable) of MlgMeetingLack */
  GPtrArray *rows;      /* (owned) of GtkWidget (owned by the widget tree) */
  gboolean all;         /* those past the first few are shown too */

  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (MlgMeetingLacks, mlg_meeting_lacks, GTK_TYPE_WIDGET)

static guint wanted_signal;

static void
on_activated (GtkWidget *row, MlgMeetingLacks *self)
{
  GPtrArray *lacks = mlg_live_read_get_result (self->reading);
  guint i;

  if (lacks != NULL && g_ptr_array_find (self->rows, row, &i) && i < lacks->len)
    g_signal_emit (self, wanted_signal, 0, lacks->pdata[i]);
}

static GtkWidget *
make_row (MlgMeetingLacks *self, const MlgMeetingLack *lack)
{
  gboolean error = lack->severity == MLG_SEVERITY_ERROR;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon =
      gtk_image_new_from_icon_name (error ? "dialog-error-symbolic" : "dialog-warning-symbolic");

  gtk_widget_add_css_class (icon, error ? "error" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  error ? _ ("Missing") : _ ("To look at"), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lack->message);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, 0);
  return row;
}

static void
add_row (MlgMeetingLacks *self, GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, row);
}

static void
clear (MlgMeetingLacks *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void fill (MlgMeetingLacks *self);

static void
on_rest_wanted (GtkWidget *row, MlgMeetingLacks *self)
{
  self->all = TRUE;
  fill (self);
}

static void
add_rest (MlgMeetingLacks *self, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("and %'u more", "and %'u more", n), n);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_rest_wanted), self, 0);
  add_row (self, row);
}

static void
fill (MlgMeetingLacks *self)
{
  GPtrArray *lacks = mlg_live_read_get_result (self->reading);
  guint n = lacks != NULL ? lacks->len : 0;
  guint n_shown = self->all || n <= MOST_IN_SIGHT + 1 ? n : MOST_IN_SIGHT;

  clear (self);
  for (guint i = 0; i < n_shown; i++)
    add_row (self, make_row (self, lacks->pdata[i]));
  if (n > n_shown)
    add_rest (self, n - n_shown);
}

static void
on_read (MlgMeetingLacks *self)
{
  GPtrArray *lacks = mlg_live_read_get_result (self->reading);
  const GError *error = mlg_live_read_get_error (self->reading);

  fill (self);
  adw_preferences_group_set_description (self->group, error != NULL ? error->message
                                                      : lacks != NULL && lacks->len == 0
                                                          ? _ ("Nothing is missing")
                                                          : NULL);
}

static gpointer
read_lacks (MlgConnection *db, gpointer id, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  return mlg_dossier_list_lacks (db, *(gint64 *) id, issues, NULL, error);
}

static void
mlg_meeting_lacks_dispose (GObject *object)
{
  MlgMeetingLacks *self = MLG_MEETING_LACKS (object);
  GtkWidget *child;

  g_clear_object (&self->reading);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_meeting_lacks_parent_class)->dispose (object);
}

static void
mlg_meeting_lacks_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_MEETING_LACKS (object)->rows);
  G_OBJECT_CLASS (mlg_meeting_lacks_parent_class)->finalize (object);
}

static void
mlg_meeting_lacks_class_init (MlgMeetingLacksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_lacks_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_meeting_lacks_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-lacks.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingLacks, group);

  /**
   * MlgMeetingLacks::wanted:
   * @lack: a #MlgMeetingLack that the person wants to mend
   */
  wanted_signal = g_signal_new ("wanted", MLG_TYPE_MEETING_LACKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
mlg_meeting_lacks_init (MlgMeetingLacks *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_meeting_lacks_set_store:
 * @store: (transfer none): where the meetings are; it must outlive the widget
 *
 * To be called once.
 */
void
mlg_meeting_lacks_set_store (MlgMeetingLacks *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_MEETING_LACKS (self));

  /* Bodies, people, functions and the network's card matter too: it follows all that changes. */
  self->reading = mlg_live_read_new (store, NULL, read_lacks, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_meeting_lacks_set_meeting:
 * @meeting: (nullable) (transfer none): the meeting that is shown
 */
void
mlg_meeting_lacks_set_meeting (MlgMeetingLacks *self, MlgRecord *meeting)
{
  g_return_if_fail (MLG_IS_MEETING_LACKS (self));

  self->all = FALSE;
  mlg_live_read_ask_id (self->reading, meeting != NULL ? mlg_record_get_id (meeting) : 0);
}
