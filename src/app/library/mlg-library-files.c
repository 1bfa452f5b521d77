/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-library-files.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document-file.h"
#include "exchange/mlg-eforms.h"
#include "library/mlg-library-import.h"
#include "library/mlg-template-record.h"
#include "platform/mlg-file-chooser.h"
#include "widgets/mlg-host.h"

/* A template of a colleague, or a notice of public procurement, taken into the library as one action. What
 * is in the library already stays, unless the file has a later revision. */
typedef struct
{
  GFile *file;          /* (owned) */
  MlgIssueList *issues; /* (owned) */
  guint n;              /* templates that came in or changed */
} Work;

typedef struct
{
  MlgHost *host; /* (owned) */
  Work *work;    /* (owned) atomic box, shared with the writer's thread */
} Waiting;

static void
work_clear (gpointer data)
{
  Work *work = data;

  g_object_unref (work->file);
  mlg_issue_list_unref (work->issues);
}

static void
work_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, work_clear);
}

static MlgTemplate *
read_file (Work *work, const char *path, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = mlg_document_load_file (path, NULL, error);

  if (bytes == NULL)
    return NULL;
  if (mlg_eforms_is_notice (bytes))
    return mlg_eforms_read (bytes, name, NULL, work->issues, NULL, error);
  return mlg_template_read_xml (bytes, name, work->issues, NULL, error);
}

static gboolean
import (MlgConnection *db, gpointer data, GError **error)
{
  Work *work = data;
  g_autofree char *path = g_file_get_path (work->file);
  g_autofree char *name = g_file_get_basename (work->file);
  g_autoptr (MlgLibraryImport) library = mlg_library_import_new (db, MLG_LIBRARY_MERGE);
  g_autoptr (MlgTemplate) template = NULL;

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("only a place on this computer can be read"));
      return FALSE;
    }
  template = read_file (work, path, name, error);
  if (template == NULL
      || !mlg_library_import_template (library, template, name, work->issues, error))
    return FALSE;
  work->n = mlg_library_import_count (library, &mlg_template_record_kind, MLG_LIBRARY_ADDED)
            + mlg_library_import_count (library, &mlg_template_record_kind, MLG_LIBRARY_MERGED);
  return TRUE;
}

static void
say_done (Waiting *waiting)
{
  guint n_issues = mlg_issue_list_get_n (waiting->work->issues);
  g_autofree char *text = NULL;

  if (waiting->work->n == 0)
    mlg_host_say (waiting->host, _ ("The library has this template already; it is left as it is"),
                  FALSE);
  else if (n_issues == 0)
    mlg_host_say (waiting->host, _ ("Template imported"), TRUE);
  else
    {
      text = g_strdup_printf (ngettext ("Template imported, with %u remark",
                                        "Template imported, with %u remarks", n_issues),
                              n_issues);
      mlg_host_say (waiting->host, text, TRUE);
    }
}

/* Where a file is wrong its first remark says it best. */
static void
say_failure (Waiting *waiting, const GError *error)
{
  g_autofree char *first = mlg_issue_list_get_n (waiting->work->issues) > 0
                               ? mlg_issue_to_text (mlg_issue_list_get (waiting->work->issues, 0))
                               : NULL;
  g_autoptr (GError) told =
      first != NULL ? g_error_new (error->domain, error->code, "%s\n%s", error->message, first)
                    : g_error_copy (error);

  mlg_host_fail (waiting->host, _ ("Not imported"), told);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  if (mlg_store_act_finish (MLG_STORE (source), result, &error))
    say_done (waiting);
  else
    say_failure (waiting, error);
  g_object_unref (waiting->host);
  work_unref (waiting->work);
  g_free (waiting);
}

static void
on_file_chosen (GFile *file, gpointer page)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->host = g_object_ref (mlg_host_find (page));
  waiting->work = g_atomic_rc_box_new0 (Work);
  waiting->work->file = g_object_ref (file);
  waiting->work->issues = mlg_issue_list_new ();
  mlg_store_act_async (mlg_host_get_store (waiting->host), _ ("Import templates"), import,
                       g_atomic_rc_box_acquire (waiting->work), work_unref, NULL, NULL, on_imported,
                       waiting);
}

/**
 * mlg_library_files_import:
 * @page: the page of the library
 *
 * Asks for a file and takes it into the library.
 */
void
mlg_library_files_import (GtkWidget *page)
{
  static const MlgFileFilter filters[] = { { N_ ("Templates and notices (XML)"), "xml" },
                                           { NULL, NULL } };

  mlg_file_chooser_open (page, _ ("Import"), filters, on_file_chosen, page);
}
