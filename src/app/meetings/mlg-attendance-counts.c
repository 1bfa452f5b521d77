/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-attendance-counts.h"

#include <glib/gi18n-lib.h>

/* How many are there, by kind of body and by function. */
struct _MlgAttendanceCounts
{
  AdwExpanderRow parent_instance;
  GPtrArray *rows; /* (owned) of GtkWidget (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (MlgAttendanceCounts, mlg_attendance_counts, ADW_TYPE_EXPANDER_ROW)

static void
mlg_attendance_counts_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_ATTENDANCE_COUNTS (object)->rows);
  G_OBJECT_CLASS (mlg_attendance_counts_parent_class)->finalize (object);
}

static void
mlg_attendance_counts_class_init (MlgAttendanceCountsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_attendance_counts_finalize;
}

static void
mlg_attendance_counts_init (MlgAttendanceCounts *self)
{
  self->rows = g_ptr_array_new ();
}

static void
add_count (MlgAttendanceCounts *self, const MlgMeetingCount *count)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: of those of a kind of body, or of a function, how many are there and how many were
   * invited. */
  g_autofree char *text =
      g_strdup_printf (_ ("%'u present of %'u invited"), count->present, count->invited);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 *count->title != '\0' ? count->title : _ ("Not known"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

/**
 * mlg_attendance_counts_show:
 * @figures: (nullable): of the meeting
 */
void
mlg_attendance_counts_show (MlgAttendanceCounts *self, const MlgMeetingFigures *figures)
{
  g_autofree char *bodies = NULL;

  g_return_if_fail (MLG_IS_ATTENDANCE_COUNTS (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  if (figures == NULL)
    return;
  /* Translators: how many bodies have somebody present. */
  bodies = g_strdup_printf (ngettext ("%'u body is represented, by kind and by function",
                                      "%'u bodies are represented, by kind and by function",
                                      figures->bodies),
                            figures->bodies);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), bodies);
  for (guint i = 0; i < figures->by_body->len; i++)
    add_count (self, figures->by_body->pdata[i]);
  for (guint i = 0; i < figures->by_role->len; i++)
    add_count (self, figures->by_role->pdata[i]);
}
