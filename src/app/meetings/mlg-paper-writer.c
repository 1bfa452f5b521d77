/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-paper-writer.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document-write.h"
#include "dossier/mlg-meeting-paper.h"
#include "meetings/mlg-minutes-version.h"
#include "platform/mlg-file-chooser.h"
#include "widgets/mlg-host.h"

/* A paper of a meeting, written where the person says, in the format that its name says. */

/* What the reader's thread is told. */
typedef struct
{
  gint64 id;         /* of the meeting, or of the version */
  const char *paper; /* (unowned) (nullable) static; NULL for a version of the minutes */
  char *path;        /* (owned) */
} Writing;

struct _MlgPaperWriter
{
  GObject parent_instance;
  GtkWidget *widget; /* (unowned) its owner */
  gint64 id;         /* of what was asked last */
  const char *paper; /* (unowned) (nullable) static */
};

G_DEFINE_FINAL_TYPE (MlgPaperWriter, mlg_paper_writer, G_TYPE_OBJECT)

static void
mlg_paper_writer_class_init (MlgPaperWriterClass *klass)
{
}

static void
mlg_paper_writer_init (MlgPaperWriter *self)
{
}

/**
 * mlg_paper_writer_new:
 * @widget: (transfer none): from where it is asked; it must outlive the writer
 *
 * Returns: (transfer full): a writer
 */
MlgPaperWriter *
mlg_paper_writer_new (GtkWidget *widget)
{
  MlgPaperWriter *self = g_object_new (MLG_TYPE_PAPER_WRITER, NULL);

  self->widget = widget;
  return self;
}

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_free (writing->path);
  g_free (writing);
}

static MlgDocument *
fill (MlgConnection *db, Writing *writing, GStrv *missing, MlgIssueList *issues, GError **error)
{
  return writing->paper == NULL
             ? mlg_meeting_paper_fill_version (db, writing->id, missing, issues, NULL, error)
             : mlg_meeting_paper_fill (db, writing->id, writing->paper, missing, issues, NULL,
                                       error);
}

static char *
tell (const char *path, GStrv missing)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *list = g_strjoinv (", ", missing);

  if (*missing == NULL)
    /* Translators: %s is the name of a file. */
    return g_strdup_printf (_ ("%s is written"), name);
  /* Translators: the name of a file, and what is left blank in it. */
  return g_strdup_printf (_ ("%s is written; still blank: %s"), name, list);
}

/* Returns: (transfer full): what to say. */
static gpointer
write_paper (MlgConnection *db, gpointer data, GError **error)
{
  Writing *writing = data;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_auto (GStrv) missing = NULL;
  g_autoptr (MlgDocument) document = fill (db, writing, &missing, issues, error);

  if (document == NULL || !mlg_document_save (document, writing->path, issues, NULL, error))
    return NULL;
  return tell (writing->path, missing);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgHost) host = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (said != NULL)
    mlg_host_say (host, said, FALSE);
  else
    mlg_host_fail (host, _ ("The Paper Could Not Be Written"), error);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  MlgPaperWriter *self = data;
  MlgHost *host = mlg_host_find (self->widget);
  Writing *writing = g_new0 (Writing, 1);

  writing->id = self->id;
  writing->paper = self->paper;
  writing->path = g_file_get_path (file);
  mlg_store_read_async (mlg_host_get_store (host), write_paper, writing, writing_free, g_free, NULL,
                        on_written, g_object_ref (host));
}

static void
ask (MlgPaperWriter *self, MlgRecord *record, const char *paper, const char *title, char *name)
{
  static const MlgFileFilter filters[] = { { N_ ("Text documents"), "odt docx" },
                                           { N_ ("PDF documents"), "pdf" },
                                           { N_ ("Web pages"), "html" },
                                           { NULL, NULL } };

  self->id = mlg_record_get_id (record);
  self->paper = paper;
  mlg_file_chooser_save (self->widget, title, g_strdelimit (name, "/:", '-'), filters,
                         on_file_chosen, self);
}

/**
 * mlg_paper_writer_ask_minutes:
 *
 * Asks where to, and writes the minutes of the meeting there.
 */
void
mlg_paper_writer_ask_minutes (MlgPaperWriter *self, MlgRecord *meeting)
{
  g_autofree char *meeting_name = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (MLG_IS_PAPER_WRITER (self));

  meeting_name = mlg_record_dup_name (meeting);
  /* Translators: the name of a file; %s is the title of a meeting. */
  name = g_strdup_printf (_ ("Minutes - %s.odt"), meeting_name);
  ask (self, meeting, "minutes", _ ("Write the Minutes"), name);
}

/**
 * mlg_paper_writer_ask_version:
 * @version: the minutes as they were once approved
 */
void
mlg_paper_writer_ask_version (MlgPaperWriter *self, MlgRecord *meeting, MlgRecord *version)
{
  g_autofree char *meeting_name = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (MLG_IS_PAPER_WRITER (self));

  meeting_name = mlg_record_dup_name (meeting);
  /* Translators: the name of a file: the title of a meeting and the number of a version. */
  name = g_strdup_printf (_ ("Minutes - %s - version %d.odt"), meeting_name,
                          (int) mlg_record_get_integer (version, MLG_MINUTES_VERSION_NUMBER));
  ask (self, version, NULL, _ ("Write This Version"), name);
}

/**
 * mlg_paper_writer_ask_certificates:
 * @meeting: a training
 *
 * Asks where to, and writes the certificates of attendance of all who were present, a page for each.
 */
void
mlg_paper_writer_ask_certificates (MlgPaperWriter *self, MlgRecord *meeting)
{
  g_autofree char *meeting_name = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (MLG_IS_PAPER_WRITER (self));

  meeting_name = mlg_record_dup_name (meeting);
  /* Translators: the name of a file; %s is the title of a training. */
  name = g_strdup_printf (_ ("Certificates - %s.pdf"), meeting_name);
  ask (self, meeting, "certificate", _ ("Write the Certificates"), name);
}
