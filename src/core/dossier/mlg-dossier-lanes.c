/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-lanes.h"

#include "document/mlg-document-write.h"

/* A dossier is the same papers in several formats, and each format is a lane. Writers put marks into the
 * tree that they read, so that each lane but the first has copies of its own. */

typedef struct
{
  MlgDocument *document; /* (owned) of this lane only */
  char *path;            /* (owned) */
} File;

typedef struct
{
  GPtrArray *files;          /* (owned) (element-type File) */
  MlgIssueList *issues;      /* (owned) */
  GCancellable *cancellable; /* (unowned) (nullable) */
  gint *failed;              /* (unowned) atomic: whether a lane has failed */
  GError *error;             /* (owned) (nullable) */
} Lane;

struct _MlgDossierLanes
{
  GPtrArray *lanes; /* (owned) (element-type Lane) */
  gint failed;      /* atomic */
};

static void
file_free (gpointer data)
{
  File *file = data;

  g_object_unref (file->document);
  g_free (file->path);
  g_free (file);
}

static void
lane_free (gpointer data)
{
  Lane *lane = data;

  g_ptr_array_unref (lane->files);
  mlg_issue_list_unref (lane->issues);
  g_clear_error (&lane->error);
  g_free (lane);
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

  self->lanes = g_ptr_array_new_with_free_func (lane_free);
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
  g_ptr_array_unref (self->lanes);
  g_free (self);
}

/**
 * mlg_dossier_lanes_open:
 *
 * Opens a lane: what is added from now on is written beside what the other lanes write.
 */
void
mlg_dossier_lanes_open (MlgDossierLanes *self)
{
  Lane *lane = g_new0 (Lane, 1);

  lane->files = g_ptr_array_new_with_free_func (file_free);
  lane->issues = mlg_issue_list_new ();
  lane->failed = &self->failed;
  g_ptr_array_add (self->lanes, lane);
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
 * Adds a file to the lane that was opened last.
 */
void
mlg_dossier_lanes_add (MlgDossierLanes *self, MlgDocument *document, const char *path)
{
  Lane *lane;
  File *file = g_new0 (File, 1);

  g_return_if_fail (self->lanes->len > 0);

  lane = self->lanes->pdata[self->lanes->len - 1];
  file->document = self->lanes->len == 1 ? g_object_ref (document) : copy (document);
  file->path = g_strdup (path);
  g_ptr_array_add (lane->files, file);
}

/* One that fails stops the others at their next file. */
static gpointer
run (gpointer data)
{
  Lane *lane = data;

  for (guint i = 0; i < lane->files->len && g_atomic_int_get (lane->failed) == 0; i++)
    {
      const File *file = lane->files->pdata[i];

      if (!mlg_document_save (file->document, file->path, lane->issues, lane->cancellable,
                              &lane->error))
        g_atomic_int_set (lane->failed, 1);
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

/* Returns: (nullable): the error of the first lane that has one */
static const GError *
find_error (MlgDossierLanes *self)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (((Lane *) self->lanes->pdata[i])->error != NULL)
      return ((Lane *) self->lanes->pdata[i])->error;
  return NULL;
}

/**
 * mlg_dossier_lanes_run:
 * @issues: gets what the formats could not hold, lane by lane
 * @cancellable: (nullable): gives up
 *
 * Writes all files. The first lane is written by this thread, the others beside it. To be called once.
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
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();

  for (guint i = 0; i < self->lanes->len; i++)
    ((Lane *) self->lanes->pdata[i])->cancellable = cancellable;
  for (guint i = 1; i < self->lanes->len; i++)
    g_ptr_array_add (threads, g_thread_new ("dossier", run, self->lanes->pdata[i]));
  if (self->lanes->len > 0)
    run (self->lanes->pdata[0]);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (threads->pdata[i]);
  for (guint i = 0; i < self->lanes->len; i++)
    take_issues (issues, ((Lane *) self->lanes->pdata[i])->issues);
  if (find_error (self) == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (find_error (self)));
  return FALSE;
}
