/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-stage.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-agenda-item.h"
#include "mlg-meeting-text.h"

#define MINUTE   60
#define SOON     (2 * MINUTE) /* from when on it is said that an item ends */
#define TOLERATE MINUTE       /* what is neither late nor early */

/* What everybody sees while the meeting goes on: the clock, what is dealt with, how long it may still last
 * and what comes next. It is shown small in the tab and large over the whole screen. */
struct _MlgMeetingStage
{
  GtkWidget parent_instance;

  GtkLabel *clock_label;
  GtkLabel *place_label;
  GtkLabel *item_label;
  GtkLabel *left_label;
  GtkLabel *left_caption;
  GtkProgressBar *progress;
  GtkLabel *next_label;
  GtkLabel *pace_label;
};

G_DEFINE_FINAL_TYPE (MlgMeetingStage, mlg_meeting_stage, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_clock (MlgMeetingStage *self, gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (now);
  g_autofree char *text = g_date_time_format (time, "%H:%M");

  gtk_label_set_text (self->clock_label, text);
}

/* What is said by a colour is said by words too. */
static void
set_urgency (MlgMeetingStage *self, const MlgMeetingPace *pace)
{
  gboolean over = pace->has_length && pace->left < 0;
  gboolean soon = pace->has_length && !over && pace->left < SOON;
  GtkWidget *label = GTK_WIDGET (self->left_label);

  gtk_widget_remove_css_class (label, "error");
  gtk_widget_remove_css_class (label, "warning");
  if (over || soon)
    gtk_widget_add_css_class (label, over ? "error" : "warning");
}

static const char *
get_caption (const MlgMeetingPace *pace)
{
  if (!pace->has_length)
    return _ ("on this item");
  return pace->left < 0 ? _ ("too long") : _ ("left");
}

static void
show_left (MlgMeetingStage *self, const MlgMeetingPace *pace)
{
  gboolean shown = pace->current >= 0;
  gint64 whole = pace->spent + pace->left;
  g_autofree char *text =
      mlg_meeting_stage_write_length (pace->has_length ? ABS (pace->left) : pace->spent);

  gtk_widget_set_visible (GTK_WIDGET (self->left_label), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), shown && pace->has_length);
  set_text (self->left_caption, shown ? get_caption (pace) : "");
  gtk_label_set_text (self->left_label, text);
  if (shown && pace->has_length)
    gtk_progress_bar_set_fraction (self->progress,
                                   CLAMP ((double) pace->spent / (double) whole, 0, 1));
  set_urgency (self, pace);
}

static const char *
get_title (const MlgAgendaReading *reading, int i)
{
  return mlg_record_get_text (mlg_agenda_reading_get (reading, (guint) i)->item,
                              MLG_AGENDA_ITEM_TITLE);
}

/* Before the start it is the first item that comes next. */
static void
show_next (MlgMeetingStage *self, const MlgAgendaReading *reading, int next)
{
  g_autofree char *text = NULL;

  if (next < (int) reading->agenda->times->len)
    /* Translators: %s is the title of the item of the agenda that follows. */
    text = g_strdup_printf (_ ("Next: %s"), get_title (reading, next));
  set_text (self->next_label, text != NULL ? text : "");
}

static void
show_item (MlgMeetingStage *self,
           const MlgAgendaReading *reading,
           const MlgMeetingPace *pace,
           gboolean started)
{
  guint n = reading->agenda->times->len;
  g_autofree char *place = NULL;

  if (pace->current >= 0)
    /* Translators: the rank of an item and how many there are. */
    place = g_strdup_printf (_ ("Item %u of %u"), (guint) pace->current + 1, n);
  set_text (self->place_label, place != NULL ? place : "");
  if (pace->current >= 0)
    gtk_label_set_text (self->item_label, get_title (reading, pace->current));
  else
    gtk_label_set_text (self->item_label,
                        started ? _ ("The meeting is over") : _ ("The meeting has not begun"));
}

static void
mlg_meeting_stage_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_meeting_stage_parent_class)->dispose (object);
}

static void
mlg_meeting_stage_class_init (MlgMeetingStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_stage_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-stage.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingStage, clock_label);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingStage, place_label);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingStage, item_label);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingStage, left_label);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingStage, left_caption);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingStage, progress);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingStage, next_label);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingStage, pace_label);
}

static void
mlg_meeting_stage_init (MlgMeetingStage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mlg_meeting_stage_set_scale (self, 1);
}

static void
set_size (GtkLabel *label, double size)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (size));
  gtk_label_set_attributes (label, attributes);
}

/**
 * mlg_meeting_stage_set_scale:
 * @scale: 1 beside other things; more for those in the last row
 */
void
mlg_meeting_stage_set_scale (MlgMeetingStage *self, double scale)
{
  g_return_if_fail (MLG_IS_MEETING_STAGE (self));

  set_size (self->clock_label, 2 * scale);
  set_size (self->place_label, scale);
  set_size (self->item_label, 1.5 * scale);
  set_size (self->left_label, 3.5 * scale);
  set_size (self->left_caption, 1.2 * scale);
  set_size (self->next_label, 1.1 * scale);
  set_size (self->pace_label, scale);
}

/**
 * mlg_meeting_stage_show:
 * @reading: (nullable): the agenda; %NULL while it is not there
 * @pace: how the meeting does
 * @started: whether it was started, be it over or not
 * @now: Unix time
 */
void
mlg_meeting_stage_show (MlgMeetingStage *self,
                        const MlgAgendaReading *reading,
                        const MlgMeetingPace *pace,
                        gboolean started,
                        gint64 now)
{
  g_autofree char *line = started ? mlg_meeting_stage_write_pace (pace) : NULL;

  g_return_if_fail (MLG_IS_MEETING_STAGE (self));

  show_clock (self, now);
  if (reading == NULL)
    return;
  show_item (self, reading, pace, started);
  show_left (self, pace);
  show_next (self, reading, pace->current < 0 && started ? G_MAXINT : pace->current + 1);
  set_text (self->pace_label, line != NULL ? line : "");
}

/**
 * mlg_meeting_stage_write_length:
 * @seconds: from 0
 *
 * Returns: (transfer full): "4:05", "1:04:05"
 */
char *
mlg_meeting_stage_write_length (gint64 seconds)
{
  int hours = (int) (seconds / (60 * MINUTE));
  int minutes = (int) (seconds / MINUTE % 60);
  int rest = (int) (seconds % MINUTE);

  return hours > 0 ? g_strdup_printf ("%d:%02d:%02d", hours, minutes, rest)
                   : g_strdup_printf ("%d:%02d", minutes, rest);
}

/**
 * mlg_meeting_stage_write_pace:
 *
 * Returns: (transfer full): "42 min for 40 min planned · 5 min late · ends about 11:35"
 */
char *
mlg_meeting_stage_write_pace (const MlgMeetingPace *pace)
{
  g_autofree char *elapsed = mlg_meeting_text_minutes (pace->elapsed / MINUTE);
  g_autofree char *planned = mlg_meeting_text_minutes (pace->planned / MINUTE);
  g_autofree char *late = mlg_meeting_text_minutes (ABS (pace->late) / MINUTE);
  g_autoptr (GDateTime) ends = g_date_time_new_from_unix_local (pace->ends);
  g_autofree char *clock = g_date_time_format (ends, "%H:%M");
  GString *line = g_string_new (NULL);

  /* Translators: how long the meeting has lasted, and how long it should have until here. */
  g_string_append_printf (line, _ ("%s elapsed, %s planned"), elapsed, planned);
  if (ABS (pace->late) >= TOLERATE)
    /* Translators: %s is a length of time: the meeting is that late, or that early. */
    g_string_append_printf (line, pace->late > 0 ? _ (" · %s late") : _ (" · %s ahead"), late);
  if (pace->current >= 0)
    /* Translators: %s is a time of the clock. */
    g_string_append_printf (line, _ (" · ends about %s"), clock);
  return g_string_free (line, FALSE);
}
