/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-programme.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "dossier/mlg-theme-launch.h"
#include "meetings/mlg-meeting.h"
#include "members/mlg-body.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"
#include "mlg-theme-commit.h"
#include "store/mlg-query.h"
#include "themes/mlg-answer-line.h"
#include "themes/mlg-theme-edit.h"
#include "themes/mlg-theme-interest.h"
#include "themes/mlg-theme-step.h"
#include "themes/mlg-theme-work.h"
#include "themes/mlg-theme.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-record-entry.h"

/* The work on a theme: who wants to take part, the group, made in one action, and its steps. */
struct _MlgThemeProgramme
{
  GtkWidget parent_instance;
  MlgLiveRead *reading; /* (owned) (nullable) of Work */
  MlgRecord *theme;     /* (owned) (nullable) */
  GPtrArray *steps;     /* (owned) of rows (unowned), in their group */
  GPtrArray *people;    /* (owned) of rows (unowned), in their group */

  AdwPreferencesGroup *start_group;
  AdwEntryRow *day_entry;
  AdwPreferencesGroup *step_group;
  GtkLevelBar *progress_bar;
  AdwPreferencesGroup *people_group;
  GtkBox *body_slot;
};

G_DEFINE_FINAL_TYPE (MlgThemeProgramme, mlg_theme_programme, GTK_TYPE_WIDGET)

typedef struct
{
  MlgThemeProgress progress;
  GPtrArray *steps;      /* (owned) (element-type MlgRecord) */
  GPtrArray *interested; /* (owned) (element-type MlgInterested) */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  mlg_theme_progress_clear (&work->progress);
  g_clear_pointer (&work->steps, g_ptr_array_unref);
  g_clear_pointer (&work->interested, g_ptr_array_unref);
  g_free (work);
}

#define MOST_STEPS 200

static GPtrArray *
load_steps (MlgConnection *db, gint64 theme, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, theme);
  const char *const values[] = { id, NULL };
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_theme_step_kind);
  g_autoptr (MlgQuery) of_theme = mlg_query_with_values (all, MLG_THEME_STEP_THEME, values);
  g_autoptr (MlgQuery) sorted = mlg_query_with_sort (of_theme, MLG_THEME_STEP_POSITION, FALSE);

  return mlg_query_load (sorted, db, MOST_STEPS, 0, error);
}

static gpointer
read_work (MlgConnection *db, gpointer data, GError **error)
{
  gint64 theme = *(gint64 *) data;
  Work *work = g_new0 (Work, 1);

  if (mlg_theme_get_progress (db, theme, &work->progress, error)
      && (work->steps = load_steps (db, theme, error)) != NULL
      && (work->interested = mlg_theme_list_interested (db, theme, error)) != NULL)
    return work;
  work_free (work);
  return NULL;
}

/* What is done in the writer's thread. */
typedef struct
{
  gint64 theme;
  gint64 body;
  char *day; /* (owned) (nullable) as people write dates */
} Deed;

static void
deed_free (gpointer data)
{
  g_free (((Deed *) data)->day);
  g_free (data);
}

static gboolean
start_work (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_theme_start_work (db, deed->theme, deed->day, error) != 0;
}

static gboolean
add_interest (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_theme_add_interest (db, deed->theme, deed->body, 0, NULL, error);
}

static void
on_start (MlgThemeProgramme *self)
{
  Deed *deed = g_new0 (Deed, 1);
  const char *day = gtk_editable_get_text (GTK_EDITABLE (self->day_entry));
  g_autofree char *action = NULL;

  if (self->theme == NULL)
    return;
  deed->theme = mlg_record_get_id (self->theme);
  deed->day = *day != '\0' ? g_strdup (day) : NULL;
  /* Translators: the name of an action in the history; a theme. */
  action = g_strdup_printf (_ ("Start the work on %s"),
                            mlg_record_get_text (self->theme, MLG_THEME_TITLE));
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), action, start_work, deed, deed_free,
                _ ("The working group is made, with its meetings as drafts"));
}

static void
on_body_chosen (MlgRecordEntry *entry, MlgThemeProgramme *self)
{
  gint64 body = mlg_record_entry_get_id (entry);
  g_autofree char *action = NULL;
  Deed *deed;

  if (body == 0 || self->theme == NULL)
    return;
  deed = g_new0 (Deed, 1);
  deed->theme = mlg_record_get_id (self->theme);
  deed->body = body;
  /* Translators: an action: a body and a theme. */
  action =
      g_strdup_printf (_ ("Note that %s wants to work on %s"), mlg_record_entry_get_text (entry),
                       mlg_record_get_text (self->theme, MLG_THEME_TITLE));
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), action, add_interest, deed, deed_free, NULL);
  mlg_record_entry_set_record (entry, 0, NULL);
}

static void
add_row (AdwPreferencesGroup *group, GPtrArray *rows, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

/* A row is about a record: it is told when somebody activates it. */
static void
on_row_activated (GtkWidget *row, MlgRecord *record)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  guint field = kind == &mlg_theme_kind ? MLG_THEME_GRP : MLG_THEME_STEP_MEETING;

  mlg_host_show_record (mlg_host_find (row),
                        kind == &mlg_theme_kind ? &mlg_group_kind : &mlg_meeting_kind,
                        mlg_record_get_integer (record, field));
}

static void
release_record (gpointer record, GClosure *closure)
{
  g_object_unref (record);
}

static GtkWidget *
make_row (const char *title, const char *subtitle, MlgRecord *record)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (record == NULL)
    return row;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_data (row, "activated", G_CALLBACK (on_row_activated), g_object_ref (record),
                         release_record, 0);
  return row;
}

static gboolean
is_done (MlgRecord *step)
{
  return g_strcmp0 (mlg_record_get_text (step, MLG_THEME_STEP_STATE), "done") == 0;
}

static void
on_done_toggled (GtkCheckButton *check, MlgRecord *step)
{
  gboolean done = gtk_check_button_get_active (check);

  if (done != is_done (step))
    mlg_theme_commit (GTK_WIDGET (check), step, MLG_THEME_STEP_STATE, done ? "done" : "planned",
                      NULL);
}

/* When and how far, what it needs and what comes out of it. */
static char *
describe_step (MlgRecord *step)
{
  g_autofree char *state = mlg_record_dup_display (step, MLG_THEME_STEP_STATE);
  g_autofree char *due = mlg_record_dup_display (step, MLG_THEME_STEP_DUE_ON);
  const char *inputs = mlg_record_get_text (step, MLG_THEME_STEP_INPUTS);
  const char *outputs = mlg_record_get_text (step, MLG_THEME_STEP_OUTPUTS);
  GString *text = g_string_new (due);

  g_string_append_printf (text, "%s%s", *due != '\0' ? " · " : "", state);
  if (inputs != NULL && *inputs != '\0')
    {
      g_string_append_c (text, '\n');
      /* Translators: what a step of the work on a theme needs. */
      g_string_append_printf (text, _ ("Needs: %s"), inputs);
    }
  if (outputs != NULL && *outputs != '\0')
    {
      g_string_append_c (text, '\n');
      /* Translators: what comes out of a step of the work on a theme. */
      g_string_append_printf (text, _ ("Gives: %s"), outputs);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_step_row (MlgRecord *step)
{
  g_autofree char *subtitle = describe_step (step);
  const char *title = mlg_record_get_text (step, MLG_THEME_STEP_TITLE);
  gboolean met = !mlg_record_is_null (step, MLG_THEME_STEP_MEETING);
  GtkWidget *row = make_row (title, subtitle, met ? step : NULL);
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *label = g_strdup_printf (_ ("Done: %s"), title);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_done (step));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_done_toggled), step, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  return row;
}

static void
show_steps (MlgThemeProgramme *self, const Work *work)
{
  guint n = work != NULL ? work->progress.n_steps : 0;
  g_autofree char *text = NULL;

  clear_rows (self->step_group, self->steps);
  if (n > 0)
    text = g_strdup_printf (ngettext ("%u of %u step done", "%u of %u steps done", n),
                            work->progress.n_done, n);
  adw_preferences_group_set_description (self->step_group, text);
  gtk_level_bar_set_value (self->progress_bar, n > 0 ? (double) work->progress.n_done / n : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), n > 0);
  if (self->theme != NULL && !mlg_record_is_null (self->theme, MLG_THEME_GRP))
    add_row (self->step_group, self->steps, make_row (_ ("Working group"), NULL, self->theme));
  for (guint i = 0; work != NULL && i < work->steps->len; i++)
    add_row (self->step_group, self->steps, make_step_row (work->steps->pdata[i]));
}

static void
show_people (MlgThemeProgramme *self, const Work *work)
{
  clear_rows (self->people_group, self->people);
  for (guint i = 0; work != NULL && i < work->interested->len; i++)
    {
      const MlgInterested *one = work->interested->pdata[i];

      add_row (self->people_group, self->people,
               make_row (one->name,
                         one->asked ? _ ("Asked to take part")
                                    : _ ("Puts the theme high in their answer"),
                         NULL));
    }
}

static void
on_read (MlgThemeProgramme *self)
{
  const Work *work = mlg_live_read_get_result (self->reading);
  gboolean started = self->theme != NULL
                     && (!mlg_record_is_null (self->theme, MLG_THEME_GRP)
                         || (work != NULL && work->steps->len > 0));

  gtk_widget_set_visible (GTK_WIDGET (self->start_group), !started);
  gtk_widget_set_visible (GTK_WIDGET (self->step_group), started);
  show_steps (self, work);
  show_people (self, work);
}

static void
mlg_theme_programme_dispose (GObject *object)
{
  MlgThemeProgramme *self = MLG_THEME_PROGRAMME (object);
  GtkWidget *child;

  g_clear_object (&self->reading);
  g_clear_object (&self->theme);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_theme_programme_parent_class)->dispose (object);
}

static void
mlg_theme_programme_class_init (MlgThemeProgrammeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_theme_programme_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/themes/mlg-theme-programme.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgThemeProgramme, start_group);
  gtk_widget_class_bind_template_child (widget_class, MlgThemeProgramme, day_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgThemeProgramme, step_group);
  gtk_widget_class_bind_template_child (widget_class, MlgThemeProgramme, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, MlgThemeProgramme, people_group);
  gtk_widget_class_bind_template_child (widget_class, MlgThemeProgramme, body_slot);
  gtk_widget_class_bind_template_callback (widget_class, on_start);
}

static void
mlg_theme_programme_init (MlgThemeProgramme *self)
{
  self->steps = g_ptr_array_new ();
  self->people = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_theme_programme_set_store:
 * @store: (transfer none): where the themes are; it must outlive the widget
 *
 * To be called once.
 */
void
mlg_theme_programme_set_store (MlgThemeProgramme *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_theme_kind,       &mlg_theme_step_kind,
                                          &mlg_meeting_kind,     &mlg_theme_interest_kind,
                                          &mlg_answer_line_kind, NULL };
  GtkWidget *entry;

  g_return_if_fail (MLG_IS_THEME_PROGRAMME (self));

  self->reading = mlg_live_read_new (store, kinds, read_work, work_free);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  entry = mlg_record_entry_new (store, &mlg_body_kind);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "chosen", G_CALLBACK (on_body_chosen), self, 0);
  gtk_box_append (self->body_slot, entry);
}

/**
 * mlg_theme_programme_set_theme:
 * @theme: (nullable) (transfer none): the theme that is worked on
 */
void
mlg_theme_programme_set_theme (MlgThemeProgramme *self, MlgRecord *theme)
{
  g_return_if_fail (MLG_IS_THEME_PROGRAMME (self));

  g_set_object (&self->theme, theme);
  mlg_live_read_ask_id (self->reading, theme != NULL ? mlg_record_get_id (theme) : 0);
}
