/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-hands-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting.h"
#include "mlg-hands-reading.h"
#include "themes/mlg-hand-count.h"
#include "themes/mlg-hands.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-question.h"
#include "themes/mlg-questionnaire.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-record-entry.h"

/* A show of hands at the end of a meeting: for each question how many were raised for each option, in
 * their order, and at which meeting. What was counted is shown again. */
struct _MlgHandsList
{
  GtkWidget parent_instance;
  MlgLiveRead *reading; /* (owned) (nullable) of MlgHandsReading */
  gint64 questionnaire; /* 0 for none */
  GPtrArray *lines;     /* (owned) (element-type Line) of the questions, in the expander */

  AdwExpanderRow *expander;
  AdwActionRow *meeting_row;
  GtkBox *meeting_slot;
  MlgRecordEntry *meeting; /* (owned by its slot) (nullable) */
};

G_DEFINE_FINAL_TYPE (MlgHandsList, mlg_hands_list, GTK_TYPE_WIDGET)

/* What is counted for one question; without options, yes and no. */
typedef struct
{
  GtkWidget *row;    /* (unowned) the entry */
  GtkWidget *legend; /* (unowned) the names of the options */
  char *title;       /* (owned) */
  gint64 question;
  GArray *options; /* (owned) (element-type gint64) */
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->title);
  g_array_unref (line->options);
  g_free (line);
}

static Line *
find_line (MlgHandsList *self, GtkWidget *row)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (((Line *) self->lines->pdata[i])->row == row)
      return self->lines->pdata[i];
  return NULL;
}

static guint
count_places (const Line *line)
{
  return line->options->len > 0 ? line->options->len : 2;
}

/* What the writer's thread stores. */
typedef struct
{
  gint64 question;
  gint64 meeting;  /* 0 when it is not said */
  GArray *options; /* (owned) (element-type gint64) */
  GArray *hands;   /* (owned) (element-type gint64); -1 where nothing was said */
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  g_array_unref (count->options);
  g_array_unref (count->hands);
  g_free (count);
}

static gboolean
store_hands (MlgConnection *db, gpointer data, GError **error)
{
  Count *count = data;

  for (guint i = 0; i < count->hands->len; i++)
    {
      gint64 option = count->options->len > 0 ? g_array_index (count->options, gint64, i) : 0;
      gint64 n = g_array_index (count->hands, gint64, i);
      double value = i == 0 ? 1 : 0;

      if (n < 0 ? !mlg_hands_remove (db, count->question, option, value, error)
                : !mlg_hands_store (db, count->question, option, value, (guint) n, count->meeting,
                                    error))
        return FALSE;
    }
  return TRUE;
}

/* "12 3 - 5"; what is left out at the end was not counted. */
static gboolean
read_hands (const char *text, guint places, GArray *hands)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,;/", -1);
  gint64 nothing = -1;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint64 n = 0;
      gint64 value = nothing;

      if (*words[i] == '\0')
        continue;
      if (!g_str_equal (words[i], "-"))
        {
          if (!g_ascii_string_to_unsigned (words[i], 10, 0, G_MAXINT, &n, NULL))
            return FALSE;
          value = (gint64) n;
        }
      g_array_append_val (hands, value);
    }
  if (hands->len > places)
    return FALSE;
  while (hands->len < places)
    g_array_append_val (hands, nothing);
  return TRUE;
}

static void
on_applied (AdwEntryRow *row, MlgHandsList *self)
{
  const Line *line = find_line (self, GTK_WIDGET (row));
  g_autofree char *action = NULL;
  Count *count;

  if (line == NULL)
    return;
  count = g_new0 (Count, 1);
  count->question = line->question;
  count->meeting = mlg_record_entry_get_id (self->meeting);
  count->options = g_array_ref (line->options);
  count->hands = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!read_hands (gtk_editable_get_text (GTK_EDITABLE (row)), count_places (line), count->hands))
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      count_free (count);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  /* Translators: an action; %s is what a question asks. */
  action = g_strdup_printf (_ ("Count hands for “%s”"), line->title);
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), action, store_hands, count, count_free,
                _ ("The hands are counted"));
}

typedef struct
{
  gint64 questionnaire;
  gint64 meeting;
} Place;

static gboolean
store_meeting (MlgConnection *db, gpointer data, GError **error)
{
  const Place *place = data;

  return mlg_hands_set_meeting (db, place->questionnaire, place->meeting, error);
}

/* Hands that are counted already were raised there too. */
static void
on_meeting_chosen (MlgHandsList *self)
{
  const MlgHandsReading *reading = mlg_live_read_get_result (self->reading);
  gint64 meeting = mlg_record_entry_get_id (self->meeting);
  Place *place;

  if (reading == NULL || reading->counts->len == 0
      || meeting == mlg_hands_reading_get_meeting (reading))
    return;
  place = g_new (Place, 1);
  *place = (Place){ self->questionnaire, meeting };
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), _ ("Say where hands were raised"), store_meeting,
                place, g_free, NULL);
}

static void
on_meeting_activated (MlgHandsList *self)
{
  gint64 meeting = mlg_record_entry_get_id (self->meeting);

  if (meeting != 0)
    mlg_host_show_record (mlg_host_find (GTK_WIDGET (self)), &mlg_meeting_kind, meeting);
}

static void
show_counts (Line *line, const MlgHandsReading *reading)
{
  g_autofree char *text =
      mlg_hands_reading_print (reading, line->question, line->options, count_places (line));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (line->row)), text) == 0)
    return;
  /* The entry offers to apply what a person writes, and not what is there. */
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (line->row), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (line->row), text);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (line->row), TRUE);
}

static void
on_read (MlgHandsList *self)
{
  const MlgHandsReading *reading = mlg_live_read_get_result (self->reading);
  g_autofree char *text = NULL;

  if (reading == NULL)
    return;
  for (guint i = 0; i < self->lines->len; i++)
    show_counts (self->lines->pdata[i], reading);
  mlg_record_entry_set_record (self->meeting, mlg_hands_reading_get_meeting (reading),
                               mlg_hands_reading_get_meeting_title (reading));
  text = mlg_hands_reading_tell (reading);
  adw_expander_row_set_subtitle (self->expander, text);
}

static GtkWidget *
make_legend (const MlgFormQuestion *question)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; i < question->options->len; i++)
    g_string_append_printf (
        text, "%s%u %s", i > 0 ? " · " : "", i + 1,
        mlg_record_get_text (question->options->pdata[i], MLG_QUESTION_OPTION_LABEL));
  if (text->len == 0)
    g_string_append_printf (text, "1 %s · 2 %s", C_ ("answer", "Yes"), C_ ("answer", "No"));
  label = gtk_label_new (text->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 9);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  return label;
}

static void
add_line (MlgHandsList *self, const MlgFormQuestion *question)
{
  Line *line = g_new0 (Line, 1);

  line->question = mlg_record_get_id (question->question);
  line->title = g_strdup (mlg_record_get_text (question->question, MLG_QUESTION_TEXT));
  line->options = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < question->options->len; i++)
    {
      gint64 id = mlg_record_get_id (question->options->pdata[i]);

      g_array_append_val (line->options, id);
    }
  line->row = adw_entry_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line->row), line->title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (line->row), TRUE);
  g_signal_connect_object (line->row, "apply", G_CALLBACK (on_applied), self, 0);
  line->legend = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line->legend), make_legend (question));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line->legend), FALSE);
  gtk_widget_set_focusable (line->legend, FALSE);
  adw_expander_row_add_row (self->expander, line->row);
  adw_expander_row_add_row (self->expander, line->legend);
  g_ptr_array_add (self->lines, line);
}

static void
mlg_hands_list_dispose (GObject *object)
{
  MlgHandsList *self = MLG_HANDS_LIST (object);
  GtkWidget *child;

  g_clear_object (&self->reading);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->meeting = NULL;
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_hands_list_parent_class)->dispose (object);
}

static void
mlg_hands_list_class_init (MlgHandsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_hands_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/themes/mlg-hands-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgHandsList, expander);
  gtk_widget_class_bind_template_child (widget_class, MlgHandsList, meeting_row);
  gtk_widget_class_bind_template_child (widget_class, MlgHandsList, meeting_slot);
  gtk_widget_class_bind_template_callback (widget_class, on_meeting_activated);
}

static void
mlg_hands_list_init (MlgHandsList *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_hands_list_set_store:
 * @store: (transfer none): where the hands are noted
 *
 * To be called once.
 */
void
mlg_hands_list_set_store (MlgHandsList *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_hand_count_kind, &mlg_questionnaire_kind,
                                          &mlg_meeting_kind, NULL };
  GtkWidget *entry = mlg_record_entry_new (store, &mlg_meeting_kind);

  g_return_if_fail (MLG_IS_HANDS_LIST (self));

  self->reading = mlg_live_read_new (store, kinds, mlg_hands_reading_read, mlg_hands_reading_free);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  self->meeting = MLG_RECORD_ENTRY (entry);
  mlg_record_entry_set_name (self->meeting, _ ("Meeting"));
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "chosen", G_CALLBACK (on_meeting_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_box_prepend (self->meeting_slot, entry);
}

/**
 * mlg_hands_list_show:
 * @form: (nullable): the questionnaire whose questions are voted on
 */
void
mlg_hands_list_show (MlgHandsList *self, const MlgForm *form)
{
  g_return_if_fail (MLG_IS_HANDS_LIST (self));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = self->lines->pdata[i];

      adw_expander_row_remove (self->expander, line->row);
      adw_expander_row_remove (self->expander, line->legend);
    }
  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; form != NULL && i < form->questions->len; i++)
    {
      const MlgFormQuestion *question = form->questions->pdata[i];

      if (question->options->len > 0
          || g_strcmp0 (mlg_form_question_get_type (question), "yes-no") == 0)
        add_line (self, question);
    }
  self->questionnaire = form != NULL ? mlg_record_get_id (form->questionnaire) : 0;
  mlg_live_read_ask_id (self->reading, self->questionnaire);
  gtk_widget_set_visible (GTK_WIDGET (self), self->lines->len > 0);
}
