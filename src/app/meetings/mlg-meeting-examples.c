/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-examples.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "dossier/mlg-dossier-examples.h"
#include "dossier/mlg-dossier-paper.h"
#include "library/mlg-sheet.h"
#include "meetings/mlg-invitation.h"
#include "meetings/mlg-meeting-example.h"
#include "meetings/mlg-meeting-rules.h"
#include "meetings/mlg-meeting.h"
#include "members/mlg-body.h"
#include "mlg-example-row.h"
#include "mlg-meeting-commit.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"

/* The paper that shows them: meetings without it have no examples. */
#define PAPER "briefing-examples"

#define MOST_OFFERED 6

/* The feedback sheets that a meeting looks at, in order; below, those of the library that it may choose,
 * found by their words. */
struct _MlgMeetingExamples
{
  GtkWidget parent_instance;
  MlgStore *store;      /* (unowned) (nullable) it outlives the page */
  MlgLiveRead *reading; /* (owned) (nullable) of MlgExampleChoice */
  MlgRecord *meeting;   /* (owned) (nullable) */
  GPtrArray *rows;      /* (owned) of MlgExampleRow (owned), in order */
  GPtrArray *offers;    /* (owned) of GtkWidget (owned by the widget tree) */

  AdwPreferencesGroup *group;
  AdwExpanderRow *chooser;
  GtkEditable *words_entry;
  GtkWidget *none_row;
  GtkWidget *library_button;
};

G_DEFINE_FINAL_TYPE (MlgMeetingExamples, mlg_meeting_examples, GTK_TYPE_WIDGET)

/* What the reader's thread is asked. */
typedef struct
{
  gint64 meeting;
  char *words; /* (owned) */
} Asked;

static gpointer
asked_copy (gpointer data)
{
  const Asked *asked = data;
  Asked *copy = g_new0 (Asked, 1);

  copy->meeting = asked->meeting;
  copy->words = g_strdup (asked->words);
  return copy;
}

static void
asked_free (gpointer data)
{
  g_free (((Asked *) data)->words);
  g_free (data);
}

static gpointer
read_choice (MlgConnection *db, gpointer data, GError **error)
{
  const Asked *asked = data;

  return mlg_example_choice_load (db, asked->meeting, asked->words, MOST_OFFERED, error);
}

static void
ask (MlgMeetingExamples *self)
{
  Asked asked = { self->meeting != NULL ? mlg_record_get_id (self->meeting) : 0,
                  (char *) gtk_editable_get_text (self->words_entry) };

  if (self->reading != NULL)
    mlg_live_read_ask (self->reading, &asked, asked_copy, asked_free);
}

/* What is done in the writer's thread. */
typedef struct
{
  gint64 example;
  guint position;
} Deed;

static gboolean
move (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_example_choice_move (db, deed->example, deed->position, error);
}

static int
find_row (MlgMeetingExamples *self, gint64 id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (mlg_example_row_get_id (self->rows->pdata[i]) == id)
      return (int) i;
  return -1;
}

/* @index: from 0 */
static void
move_example (MlgMeetingExamples *self, gint64 id, int index)
{
  int i = find_row (self, id);
  Deed *deed;

  if (i < 0 || index < 0 || index >= (int) self->rows->len || index == i)
    return;
  deed = g_new0 (Deed, 1);
  deed->example = id;
  deed->position = (guint) index + 1;
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), _ ("Move an example"), move, deed, g_free, NULL);
}

static void
on_moved (MlgExampleRow *row, int by, MlgMeetingExamples *self)
{
  gint64 id = mlg_example_row_get_id (row);

  move_example (self, id, find_row (self, id) + by);
}

static void
on_dropped (MlgExampleRow *row, gint64 id, MlgMeetingExamples *self)
{
  move_example (self, id, find_row (self, mlg_example_row_get_id (row)));
}

static MlgExampleRow *
make_row (MlgMeetingExamples *self)
{
  GtkWidget *row = mlg_example_row_new ();

  g_signal_connect_object (row, "moved", G_CALLBACK (on_moved), self, 0);
  g_signal_connect_object (row, "dropped", G_CALLBACK (on_dropped), self, 0);
  return MLG_EXAMPLE_ROW (g_object_ref_sink (row));
}

/* The rows of the examples as they are now, in order: known ones again, new ones made. */
static GPtrArray *
match_rows (MlgMeetingExamples *self, const MlgExampleChoice *choice)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; choice != NULL && i < choice->chosen->len; i++)
    {
      const MlgExample *example = choice->chosen->pdata[i];
      int known = find_row (self, mlg_record_get_id (example->chosen));
      MlgExampleRow *row = known >= 0 ? g_object_ref (self->rows->pdata[known]) : make_row (self);

      mlg_example_row_show (row, example);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* Takes the rows. What had the focus has it again: a row that moves is taken out in between. */
static void
place_rows (MlgMeetingExamples *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) before = self->rows;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focused = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focused != NULL && gtk_widget_is_ancestor (focused, GTK_WIDGET (self->group));
  gboolean same = before->len == rows->len;

  self->rows = rows;
  for (guint i = 0; same && i < rows->len; i++)
    same = rows->pdata[i] == before->pdata[i];
  if (same)
    return;
  for (guint i = 0; i < before->len; i++)
    adw_preferences_group_remove (self->group, before->pdata[i]);
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_add (self->group, rows->pdata[i]);
  if (inside && gtk_widget_get_root (focused) == root)
    gtk_widget_grab_focus (focused);
}

/* The sheet becomes the last example. */
static void
choose (MlgMeetingExamples *self, const MlgExample *offered)
{
  g_autoptr (MlgRecord) example = mlg_record_new (&mlg_meeting_example_kind);

  mlg_record_set_integer (example, MLG_MEETING_EXAMPLE_MEETING, mlg_record_get_id (self->meeting));
  mlg_record_set_integer (example, MLG_MEETING_EXAMPLE_SHEET, offered->sheet);
  mlg_meeting_commit_new (GTK_WIDGET (self), example, NULL);
}

static void
on_offer_activated (GtkWidget *row, MlgMeetingExamples *self)
{
  const MlgExampleChoice *choice = mlg_live_read_get_result (self->reading);
  guint i;

  if (choice != NULL && self->meeting != NULL && g_ptr_array_find (self->offers, row, &i)
      && i < choice->offered->len)
    choose (self, choice->offered->pdata[i]);
}

static void
add_offer (MlgMeetingExamples *self, GtkWidget *row)
{
  g_ptr_array_add (self->offers, row);
  adw_expander_row_add_row (self->chooser, row);
}

static GtkWidget *
make_offer (MlgMeetingExamples *self, const MlgExample *example)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-add-symbolic");
  g_autofree char *line = mlg_example_row_write_line (example);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose this sheet"), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), example->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_offer_activated), self, 0);
  return row;
}

static GtkWidget *
make_note (const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_add_css_class (row, "dim-label");
  return row;
}

/* Those that are offered, and how many more there are. */
static void
show_offers (MlgMeetingExamples *self, const MlgExampleChoice *choice)
{
  guint rest = choice->n_offered - choice->offered->len;

  for (guint i = 0; i < choice->offered->len; i++)
    add_offer (self, make_offer (self, choice->offered->pdata[i]));
  if (choice->n_offered == 0)
    add_offer (self, make_note (*gtk_editable_get_text (self->words_entry) != '\0'
                                    ? _ ("No other sheet has these words")
                                    : _ ("All the sheets of the library are chosen")));
  if (rest > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("and %'u more: write a word of it", "and %'u more: write a word of them", rest),
          rest);

      add_offer (self, make_note (text));
    }
}

static void
clear_offers (MlgMeetingExamples *self)
{
  for (guint i = 0; i < self->offers->len; i++)
    adw_expander_row_remove (self->chooser, self->offers->pdata[i]);
  g_ptr_array_set_size (self->offers, 0);
}

static char *
describe (const MlgExampleChoice *choice)
{
  guint n = choice->chosen->len;

  if (n > 0)
    return g_strdup (_ ("They are shown in this order"));
  return g_strdup (choice->n_sheets > 0
                       ? _ ("None is chosen: the dossier shows the latest ones of the library")
                       : "");
}

static void
on_read (MlgMeetingExamples *self)
{
  const MlgExampleChoice *choice = mlg_live_read_get_result (self->reading);
  const GError *error = mlg_live_read_get_error (self->reading);
  g_autofree char *description = choice != NULL ? describe (choice) : NULL;

  place_rows (self, match_rows (self, choice));
  clear_offers (self);
  if (choice != NULL)
    show_offers (self, choice);
  adw_preferences_group_set_description (self->group, error != NULL ? error->message : description);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), choice != NULL && choice->n_sheets > 0);
  gtk_widget_set_visible (self->none_row, choice != NULL && choice->n_sheets == 0);
}

static void
on_words_changed (MlgMeetingExamples *self)
{
  ask (self);
}

/* Return takes the first one. */
static void
on_words_activated (MlgMeetingExamples *self)
{
  const MlgExampleChoice *choice = mlg_live_read_get_result (self->reading);

  if (choice == NULL || choice->offered->len == 0 || self->meeting == NULL)
    return;
  choose (self, choice->offered->pdata[0]);
  gtk_editable_set_text (self->words_entry, "");
}

static gboolean
shows_examples (MlgRecord *meeting)
{
  g_autoptr (GPtrArray) papers =
      mlg_dossier_list_papers (mlg_record_get_text (meeting, MLG_MEETING_TYPE),
                               mlg_record_get_text (meeting, MLG_MEETING_STATE));

  for (guint i = 0; i < papers->len; i++)
    if (g_str_equal (((const MlgDossierPaper *) papers->pdata[i])->name, PAPER))
      return TRUE;
  return FALSE;
}

/* What the kind and the state of the meeting do not allow is not offered. */
static void
update (MlgMeetingExamples *self)
{
  gboolean may = self->meeting != NULL && mlg_store_is_writable (self->store)
                 && mlg_meeting_state_allows (
                     mlg_record_get_text (self->meeting, MLG_MEETING_STATE), MLG_MEETING_AGENDA);

  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->meeting != NULL && shows_examples (self->meeting));
  gtk_widget_set_sensitive (GTK_WIDGET (self->chooser), may);
}

static void
forget_meeting (MlgMeetingExamples *self)
{
  if (self->meeting != NULL)
    g_signal_handlers_disconnect_by_func (self->meeting, update, self);
  g_clear_object (&self->meeting);
}

static void
mlg_meeting_examples_dispose (GObject *object)
{
  MlgMeetingExamples *self = MLG_MEETING_EXAMPLES (object);
  GtkWidget *child;

  forget_meeting (self);
  g_clear_object (&self->reading);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_meeting_examples_parent_class)->dispose (object);
}

static void
mlg_meeting_examples_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_MEETING_EXAMPLES (object)->offers);
  G_OBJECT_CLASS (mlg_meeting_examples_parent_class)->finalize (object);
}

static void
mlg_meeting_examples_class_init (MlgMeetingExamplesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_examples_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_meeting_examples_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-examples.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingExamples, group);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingExamples, chooser);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingExamples, words_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingExamples, none_row);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingExamples, library_button);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_words_activated);
}

static void
mlg_meeting_examples_init (MlgMeetingExamples *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->offers = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_meeting_examples_set_store:
 * @store: (transfer none): where the meetings are; it must outlive the widget
 *
 * To be called once.
 */
void
mlg_meeting_examples_set_store (MlgMeetingExamples *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_meeting_example_kind, &mlg_sheet_kind,
                                          &mlg_body_kind, &mlg_invitation_kind, NULL };

  g_return_if_fail (MLG_IS_MEETING_EXAMPLES (self));

  self->store = store;
  self->reading =
      mlg_live_read_new (store, kinds, read_choice, (GDestroyNotify) mlg_example_choice_free);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_meeting_examples_set_meeting:
 * @meeting: (nullable) (transfer none): the meeting whose examples are shown
 */
void
mlg_meeting_examples_set_meeting (MlgMeetingExamples *self, MlgRecord *meeting)
{
  g_return_if_fail (MLG_IS_MEETING_EXAMPLES (self));

  forget_meeting (self);
  if (meeting != NULL)
    {
      self->meeting = g_object_ref (meeting);
      g_signal_connect_object (meeting, "notify::state", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (meeting, "notify::type", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_editable_set_text (self->words_entry, "");
  adw_expander_row_set_expanded (self->chooser, FALSE);
  ask (self);
  update (self);
}

/**
 * mlg_meeting_examples_choose:
 *
 * Opens what may be chosen and puts the cursor where one looks for it.
 */
void
mlg_meeting_examples_choose (MlgMeetingExamples *self)
{
  g_return_if_fail (MLG_IS_MEETING_EXAMPLES (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->chooser)))
    {
      gtk_widget_grab_focus (self->library_button);
      return;
    }
  adw_expander_row_set_expanded (self->chooser, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->words_entry));
}
