/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-codes-import.h"

#include <glib/gi18n-lib.h>

#include "exchange/mlg-nomenclature-import.h"
#include "exchange/mlg-table-reader.h"
#include "platform/mlg-file-chooser.h"
#include "widgets/mlg-host.h"

/* The codes of purchases (CPV) taken from a table of codes and names, as one action. */
typedef struct
{
  GFile *file;          /* (owned) */
  MlgIssueList *issues; /* (owned) */
  MlgNomenclatureCounts counts;
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

static gboolean
import (MlgConnection *db, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (MlgTable) table =
      mlg_table_read (work->file, &mlg_table_default_limits, work->issues, NULL, error);

  return table != NULL && mlg_nomenclature_import (db, table, &work->counts, work->issues, error);
}

static char *
write_done (const Work *work)
{
  guint left = mlg_issue_list_get_n (work->issues);
  g_autofree char *done =
      g_strdup_printf (ngettext ("%'u code read: %u new, %u changed",
                                 "%'u codes read: %u new, %u changed", work->counts.read),
                       work->counts.read, work->counts.added, work->counts.changed);
  g_autofree char *first =
      left > 0 ? mlg_issue_to_text (mlg_issue_list_get (work->issues, 0)) : NULL;

  return first != NULL ? g_strdup_printf ("%s · %s", done, first) : g_steal_pointer (&done);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;

  if (mlg_store_act_finish (MLG_STORE (source), result, &error))
    {
      done = write_done (waiting->work);
      mlg_host_say (waiting->host, done,
                    waiting->work->counts.added + waiting->work->counts.changed > 0);
    }
  else
    mlg_host_fail (waiting->host, _ ("Nothing was imported"), error);
  g_object_unref (waiting->host);
  work_unref (waiting->work);
  g_free (waiting);
}

static void
on_file_chosen (GFile *file, gpointer page)
{
  Waiting *waiting = g_new0 (Waiting, 1);
  g_autoptr (MlgJob) job = mlg_job_new (_ ("Importing codes"));

  waiting->host = g_object_ref (mlg_host_find (page));
  waiting->work = g_atomic_rc_box_new0 (Work);
  waiting->work->file = g_object_ref (file);
  waiting->work->issues = mlg_issue_list_new ();
  mlg_store_act_async (mlg_host_get_store (waiting->host), _ ("Import codes"), import,
                       g_atomic_rc_box_acquire (waiting->work), work_unref, job, NULL, on_imported,
                       waiting);
}

/**
 * mlg_codes_import:
 * @page: the page of the library
 *
 * Asks for a table of codes and names and takes them into the nomenclature of purchases.
 */
void
mlg_codes_import (GtkWidget *page)
{
  static const MlgFileFilter filters[] = { { N_ ("Tables of codes"), "tsv csv txt" },
                                           { NULL, NULL } };

  mlg_file_chooser_open (page, _ ("Import Codes of Purchases"), filters, on_file_chosen, page);
}
