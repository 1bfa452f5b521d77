/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-papers.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "dossier/mlg-dossier.h"
#include "dossier/mlg-meeting-paper.h"
#include "mlg-dossier-form.h"
#include "widgets/mlg-pages-window.h"

/* The papers of a meeting, each filled with what is known when somebody looks at it; and all of them in
 * one, the dossier. */
struct _MlgMeetingPapers
{
  GtkWidget parent_instance;
  MlgRecord *meeting; /* (owned) (nullable) */
  AdwPreferencesGroup *group;
  MlgDossierForm *dossier;
};

G_DEFINE_FINAL_TYPE (MlgMeetingPapers, mlg_meeting_papers, GTK_TYPE_WIDGET)

static const struct
{
  const char *paper; /* one of mlg_meeting_paper_list() */
  const char *title;
} described[] = {
  { "convocation", N_ ("Convocation") },
  { "agenda", N_ ("Agenda") },
  { "attendance", N_ ("Attendance sheet") },
  { "minutes", N_ ("Minutes") },
};

static const char *
find_title (const char *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (described); i++)
    if (g_str_equal (described[i].paper, paper))
      return _ (described[i].title);
  return paper;
}

/* What is made in the reader's thread. */
typedef struct
{
  gint64 meeting;
  const char *paper; /* (nullable) (unowned) static; NULL for the dossier */
} Wanted;

static MlgDocument *
make (MlgConnection *db, gpointer data, GStrv *missing, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  return wanted->paper != NULL
             ? mlg_meeting_paper_fill (db, wanted->meeting, wanted->paper, missing, issues,
                                       cancellable, error)
             : mlg_dossier_make_bound (db, wanted->meeting, issues, cancellable, error);
}

/* @paper: (nullable): a static name; NULL for the dossier */
static void
look (MlgMeetingPapers *self, const char *paper)
{
  Wanted *wanted = g_new0 (Wanted, 1);
  g_autofree char *file = g_strconcat (paper != NULL ? paper : "dossier", ".pdf", NULL);
  GtkWidget *window;

  wanted->meeting = mlg_record_get_id (self->meeting);
  wanted->paper = paper;
  window = mlg_pages_window_new (mlg_host_find (GTK_WIDGET (self)),
                                 paper != NULL ? find_title (paper) : _ ("Dossier"), file, make,
                                 wanted, g_free);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_row_activated (GtkWidget *row, MlgMeetingPapers *self)
{
  const char *const *papers = mlg_meeting_paper_list ();

  for (; self->meeting != NULL && *papers != NULL; papers++)
    if (g_str_equal (*papers, gtk_widget_get_name (row)))
      look (self, *papers);
}

static void
on_dossier_looked_at (MlgMeetingPapers *self)
{
  if (self->meeting != NULL)
    look (self, NULL);
}

static void
add_row (MlgMeetingPapers *self, const char *paper)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), find_title (paper));
  gtk_widget_set_name (row, paper);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self, 0);
  adw_preferences_group_add (self->group, row);
}

static void
mlg_meeting_papers_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_object (&MLG_MEETING_PAPERS (object)->meeting);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_meeting_papers_parent_class)->dispose (object);
}

static void
mlg_meeting_papers_class_init (MlgMeetingPapersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_papers_dispose;
  g_type_ensure (MLG_TYPE_DOSSIER_FORM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-papers.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPapers, group);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPapers, dossier);
  gtk_widget_class_bind_template_callback (widget_class, on_dossier_looked_at);
}

static void
mlg_meeting_papers_init (MlgMeetingPapers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (const char *const *paper = mlg_meeting_paper_list (); *paper != NULL; paper++)
    add_row (self, *paper);
}

/**
 * mlg_meeting_papers_set_meeting:
 * @meeting: (nullable) (transfer none): the meeting whose papers are shown
 */
void
mlg_meeting_papers_set_meeting (MlgMeetingPapers *self, MlgRecord *meeting)
{
  g_return_if_fail (MLG_IS_MEETING_PAPERS (self));

  g_set_object (&self->meeting, meeting);
  mlg_dossier_form_set_meeting (self->dossier, meeting);
}
