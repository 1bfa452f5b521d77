/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-papers.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "dossier/mlg-dossier.h"
#include "library/mlg-adapted-paper.h"
#include "library/mlg-template-record.h"
#include "meetings/mlg-meeting.h"
#include "mlg-dossier-form.h"
#include "mlg-paper-row.h"
#include "store/mlg-record-sql.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-pages-window.h"

/* The papers of a meeting, each filled with what is known when somebody looks at it; and all of them in
 * one, the dossier. */
struct _MlgMeetingPapers
{
  GtkWidget parent_instance;
  MlgRecord *meeting;   /* (owned) (nullable) */
  MlgLiveRead *reading; /* (owned) (nullable) of GStrv: the papers that the network has adapted */
  GPtrArray *rows;      /* (owned) of MlgPaperRow (owned by the widget tree) */
  AdwExpanderRow *papers_row;
  MlgDossierForm *dossier;
};

G_DEFINE_FINAL_TYPE (MlgMeetingPapers, mlg_meeting_papers, GTK_TYPE_WIDGET)

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
             ? mlg_dossier_make_paper (db, wanted->meeting, wanted->paper, missing, issues,
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
                                 paper != NULL ? mlg_paper_row_get_title (paper) : _ ("Dossier"),
                                 file, make, wanted, g_free);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_row_activated (GtkWidget *row, MlgMeetingPapers *self)
{
  if (self->meeting != NULL)
    look (self, mlg_paper_row_get_paper (MLG_PAPER_ROW (row)));
}

static void
on_dossier_looked_at (MlgMeetingPapers *self)
{
  if (self->meeting != NULL)
    look (self, NULL);
}

static void
clear (MlgMeetingPapers *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->papers_row, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (MlgMeetingPapers *self, const char *paper)
{
  GtkWidget *row = mlg_paper_row_new (paper);

  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self, 0);
  adw_expander_row_add_row (self->papers_row, row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_shown (MlgMeetingPapers *self, GPtrArray *papers)
{
  for (guint i = 0; papers->len == self->rows->len && i < papers->len; i++)
    if (!g_str_equal (mlg_paper_row_get_paper (self->rows->pdata[i]),
                      ((const MlgDossierPaper *) papers->pdata[i])->name))
      return FALSE;
  return papers->len == self->rows->len;
}

static void
show_own (MlgMeetingPapers *self)
{
  const char *const *own = mlg_live_read_get_result (self->reading);

  for (guint i = 0; i < self->rows->len; i++)
    mlg_paper_row_set_own (
        self->rows->pdata[i],
        own != NULL && g_strv_contains (own, mlg_paper_row_get_paper (self->rows->pdata[i])));
}

/* Which papers a meeting has depends on its kind and on its state. */
static void
show_papers (MlgMeetingPapers *self)
{
  g_autoptr (GPtrArray) papers = NULL;

  if (self->meeting == NULL)
    return;
  papers = mlg_dossier_list_papers (mlg_record_get_text (self->meeting, MLG_MEETING_TYPE),
                                    mlg_record_get_text (self->meeting, MLG_MEETING_STATE));
  if (is_shown (self, papers))
    return;
  clear (self);
  for (guint i = 0; i < papers->len; i++)
    add_row (self, ((const MlgDossierPaper *) papers->pdata[i])->name);
  show_own (self);
}

/* Returns: (transfer full): the names of the papers that the network has adapted */
static gpointer
read_own (MlgConnection *db, gpointer id, GError **error)
{
  g_autoptr (MlgRecord) meeting = mlg_record_load (db, &mlg_meeting_kind, *(gint64 *) id, error);
  g_autoptr (GPtrArray) papers = NULL;
  g_autoptr (GStrvBuilder) own = g_strv_builder_new ();

  if (meeting == NULL)
    return NULL;
  papers = mlg_dossier_list_papers (mlg_record_get_text (meeting, MLG_MEETING_TYPE),
                                    mlg_record_get_text (meeting, MLG_MEETING_STATE));
  for (guint i = 0; i < papers->len; i++)
    {
      const MlgDossierPaper *paper = papers->pdata[i];
      gint64 template = 0;

      if (!mlg_adapted_paper_find (db, paper->template, &template, error))
        return NULL;
      if (template != 0)
        g_strv_builder_add (own, paper->name);
    }
  return g_strv_builder_end (own);
}

static void
forget_meeting (MlgMeetingPapers *self)
{
  if (self->meeting != NULL)
    g_signal_handlers_disconnect_by_func (self->meeting, show_papers, self);
  g_clear_object (&self->meeting);
}

static void
mlg_meeting_papers_dispose (GObject *object)
{
  GtkWidget *child;

  forget_meeting (MLG_MEETING_PAPERS (object));
  g_clear_object (&MLG_MEETING_PAPERS (object)->reading);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_meeting_papers_parent_class)->dispose (object);
}

static void
mlg_meeting_papers_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_MEETING_PAPERS (object)->rows);
  G_OBJECT_CLASS (mlg_meeting_papers_parent_class)->finalize (object);
}

static void
mlg_meeting_papers_class_init (MlgMeetingPapersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_papers_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_meeting_papers_finalize;
  g_type_ensure (MLG_TYPE_DOSSIER_FORM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-papers.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPapers, papers_row);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingPapers, dossier);
  gtk_widget_class_bind_template_callback (widget_class, on_dossier_looked_at);
}

static void
mlg_meeting_papers_init (MlgMeetingPapers *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_meeting_papers_set_store:
 * @store: (transfer none): where the meetings are; it must outlive the widget
 *
 * To be called once.
 */
void
mlg_meeting_papers_set_store (MlgMeetingPapers *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_template_record_kind, &mlg_meeting_kind, NULL };

  g_return_if_fail (MLG_IS_MEETING_PAPERS (self));

  self->reading = mlg_live_read_new (store, kinds, read_own, (GDestroyNotify) g_strfreev);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (show_own), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_meeting_papers_set_meeting:
 * @meeting: (nullable) (transfer none): the meeting whose papers are shown
 */
void
mlg_meeting_papers_set_meeting (MlgMeetingPapers *self, MlgRecord *meeting)
{
  g_return_if_fail (MLG_IS_MEETING_PAPERS (self));

  forget_meeting (self);
  if (meeting != NULL)
    {
      self->meeting = g_object_ref (meeting);
      g_signal_connect_object (meeting, "notify::state", G_CALLBACK (show_papers), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (meeting, "notify::type", G_CALLBACK (show_papers), self,
                               G_CONNECT_SWAPPED);
    }
  mlg_dossier_form_set_meeting (self->dossier, meeting);
  show_papers (self);
  mlg_live_read_ask_id (self->reading, meeting != NULL ? mlg_record_get_id (meeting) : 0);
}
