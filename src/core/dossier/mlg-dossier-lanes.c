/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-lanes.h"

#include "document/mlg-document-write.h"

/* A dossier is the same papers in several formats. Writers put marks into the tree that they read, so that each
 * lane, which is a format, but the first has copies of its own: any file may then be written beside any other. All
 * threads take the next file that nobody has taken; a PDF is several times the work of the same ODT, so that a thread
 * for each format would be the last one alone. */

/* While one thread waits for the disk, another has work. */
#define THREADS_MORE 1

typedef struct
{
  MlgDocument *document; /* (owned) of this file only */
  char *path;            /* (owned) */
  MlgIssueList *issues;  /* (owned) */
  GError *error;         /* (owned) (nullable) */
} File;

struct _MlgDossierLanes
{
  GPtrArray *files; /* (owned) (element-type File) lane by lane, the largest first */
  guint n_lanes;
  gint next;                 /* atomic: the first that nobody has taken */
  gint failed;               /* atomic: whether one has failed */
  GCancellable *cancellable; /* (unowned) (nullable) */
};

static void
file_free (gpointer data)
{
  File *file = data;

  g_object_unref (file->document);
  mlg_issue_list_unref (file->issues);
  g_clear_error (&file->error);
  g_free (file->path);
  g_free (file);
}

/**
 * mlg_dossier_lanes_new:
 *
 * Returns: (transfer full): no lane yet
 */
MlgDossierLanes *
mlg_dossier_lanes_new (void)
{
  MlgDossierLanes *self = g_new0 (MlgDossierLanes, 1);

  self->files = g_ptr_array_new_with_free_func (file_free);
  return self;
}

/**
 * mlg_dossier_lanes_free:
 * @self: (transfer full): the threads that write formats
 *
 * Waits for what is being written, then frees the lanes.
 */
void
mlg_dossier_lanes_free (MlgDossierLanes *self)
{
  g_ptr_array_unref (self->files);
  g_free (self);
}

/**
 * mlg_dossier_lanes_open:
 *
 * Opens a lane: what is added from now on may be of the same documents as in other lanes.
 */
void
mlg_dossier_lanes_open (MlgDossierLanes *self)
{
  self->n_lanes++;
}

static MlgDocument *
copy (MlgDocument *document)
{
  return mlg_document_new_for_tree (xmlCopyDoc (mlg_document_get_tree (document), 1),
                                    mlg_document_get_name (document));
}

/**
 * mlg_dossier_lanes_add:
 * @path: where it is written, in the format that its ending says
 *
 * Adds a file to the lane that was opened last. In a lane a document comes once.
 */
void
mlg_dossier_lanes_add (MlgDossierLanes *self, MlgDocument *document, const char *path)
{
  File *file = g_new0 (File, 1);

  g_return_if_fail (self->n_lanes > 0);

  file->document = self->n_lanes == 1 ? g_object_ref (document) : copy (document);
  file->path = g_strdup (path);
  file->issues = mlg_issue_list_new ();
  g_ptr_array_add (self->files, file);
}

/* One that fails stops the others at their next file. */
static gpointer
run (gpointer data)
{
  MlgDossierLanes *self = data;

  while (g_atomic_int_get (&self->failed) == 0)
    {
      guint i = (guint) g_atomic_int_add (&self->next, 1);
      File *file = i < self->files->len ? self->files->pdata[i] : NULL;

      if (file == NULL)
        break;
      if (!mlg_document_save (file->document, file->path, file->issues, self->cancellable,
                              &file->error))
        g_atomic_int_set (&self->failed, 1);
    }
  return NULL;
}

static void
take_issues (MlgIssueList *issues, const MlgIssueList *more)
{
  for (guint i = 0; i < mlg_issue_list_get_n (more); i++)
    {
      const MlgIssue *issue = mlg_issue_list_get (more, i);

      mlg_issue_list_add (issues, issue->severity, issue->file, issue->line, issue->column, "%s",
                          issue->message);
    }
}

/* Returns: (nullable): the error of the first file that has one */
static const GError *
find_error (MlgDossierLanes *self)
{
  for (guint i = 0; i < self->files->len; i++)
    if (((File *) self->files->pdata[i])->error != NULL)
      return ((File *) self->files->pdata[i])->error;
  return NULL;
}

static void
run_all (MlgDossierLanes *self)
{
  guint n_threads = MIN (g_get_num_processors () + THREADS_MORE, self->files->len);
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();

  for (guint i = 1; i < n_threads; i++)
    g_ptr_array_add (threads, g_thread_new ("dossier", run, self));
  run (self);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (threads->pdata[i]);
}

/**
 * mlg_dossier_lanes_run:
 * @issues: gets what the formats could not hold, lane by lane
 * @cancellable: (nullable): gives up
 *
 * Writes all files, by this thread and others beside it. To be called once.
 *
 * Errors: those of mlg_document_save(); what is written already stays.
 *
 * Returns: whether all are written
 */
gboolean
mlg_dossier_lanes_run (MlgDossierLanes *self,
                       MlgIssueList *issues,
                       GCancellable *cancellable,
                       GError **error)
{
  self->cancellable = cancellable;
  run_all (self);
  for (guint i = 0; i < self->files->len; i++)
    take_issues (issues, ((File *) self->files->pdata[i])->issues);
  if (find_error (self) == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (find_error (self)));
  return FALSE;
}
