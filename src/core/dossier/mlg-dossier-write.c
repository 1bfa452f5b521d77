/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-write.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mlg-dossier-annexes.h"
#include "mlg-dossier-folder.h"
#include "mlg-dossier-lanes.h"
#include "mlg-dossier-version.h"
#include "store/mlg-fold.h"

/* A dossier as files: all in one and each paper for itself, in each format, and an entry of a calendar. */

#define NAME     "dossier"
#define CALENDAR "ics"

static const char *const formats[] = { "pdf", "odt", "docx", "html", CALENDAR, NULL };

typedef struct
{
  MlgConnection *db;
  MlgDossier *dossier;
  MlgDossierFolder *folder;
  MlgDossierLanes *lanes;
  const MlgDossierOptions *options;
  MlgIssueList *issues;
  GCancellable *cancellable;
} Writing;

/**
 * mlg_dossier_list_formats:
 *
 * Returns: (transfer none): what a dossier is written in: the endings of its files, without a point
 */
const char *const *
mlg_dossier_list_formats (void)
{
  return formats;
}

/**
 * mlg_dossier_report_free:
 * @report: (transfer full): what was written
 *
 * Frees the list of what was written; the files stay.
 */
void
mlg_dossier_report_free (MlgDossierReport *report)
{
  g_clear_pointer (&report->files, g_strfreev);
  g_clear_pointer (&report->lacks, g_ptr_array_unref);
  g_clear_pointer (&report->gaps, g_strfreev);
  g_free (report);
}

static gboolean
plan (Writing *w, MlgDocument *document, const char *name, GError **error)
{
  g_autofree char *path = mlg_dossier_folder_add (w->folder, name, error);

  if (path == NULL)
    return FALSE;
  mlg_dossier_lanes_add (w->lanes, document, path);
  return TRUE;
}

/* "Ordre du jour" → "ordre-du-jour" */
static char *
make_file_name (const char *title)
{
  g_autofree char *folded = mlg_fold (title);
  GString *name = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (name, *p);
    else if (name->len > 0 && name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  while (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  return g_string_free (name, FALSE);
}

static gboolean
plan_sheet (Writing *w, guint i, const char *format, GError **error)
{
  const MlgDossierSheet *sheet = w->dossier->sheets->pdata[i];
  g_autofree char *title = make_file_name (sheet->title);
  g_autofree char *name = g_strdup_printf ("%s/%02u-%s.%s", format, i + 1, title, format);

  return plan (w, sheet->letters != NULL ? sheet->letters : sheet->document, name, error);
}

static gboolean
plan_format (Writing *w, const char *format, GError **error)
{
  g_autofree char *name = g_strconcat (NAME ".", format, NULL);

  mlg_dossier_lanes_open (w->lanes);
  if (!plan (w, w->dossier->bound, name, error))
    return FALSE;
  for (guint i = 0; i < w->dossier->sheets->len; i++)
    if (!plan_sheet (w, i, format, error))
      return FALSE;
  return TRUE;
}

static gboolean
save_calendar (Writing *w, GError **error)
{
  g_autoptr (GArray) meetings = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GBytes) bytes = NULL;

  g_array_append_val (meetings, w->dossier->meeting);
  bytes = w->options->calendar (w->db, meetings, error);
  return bytes != NULL && mlg_dossier_folder_write (w->folder, NAME "." CALENDAR, bytes, error);
}

static gboolean
save_all (Writing *w, const char *const *wanted, GError **error)
{
  for (guint i = 0; formats[i] != NULL; i++)
    {
      if (wanted != NULL && !g_strv_contains (wanted, formats[i]))
        continue;
      if (!(g_str_equal (formats[i], CALENDAR) ? save_calendar (w, error)
                                               : plan_format (w, formats[i], error)))
        return FALSE;
    }
  return mlg_dossier_lanes_run (w->lanes, w->issues, w->cancellable, error)
         && mlg_dossier_save_annexes (w->db, w->dossier->annexes, w->folder, w->cancellable, error)
         && !g_cancellable_set_error_if_cancelled (w->cancellable, error);
}

/* What was written the last time in a format that is written now, and is not any more. */
static GStrv
list_stale (Writing *w, const MlgDossierVersion *before, const char *const *wanted)
{
  g_autoptr (GStrvBuilder) stale = g_strv_builder_new ();
  g_auto (GStrv) former = mlg_dossier_version_list_files (before);
  g_auto (GStrv) now = mlg_dossier_folder_list (w->folder);

  for (guint i = 0; former[i] != NULL; i++)
    {
      const char *point = strrchr (former[i], '.');

      if (!g_strv_contains ((const char *const *) now, former[i]) && point != NULL
          && (wanted == NULL || g_strv_contains (wanted, point + 1)))
        g_strv_builder_add (stale, former[i]);
    }
  return g_strv_builder_end (stale);
}

/* Of a former version, what stays is still of the dossier. */
static GStrv
list_all (Writing *w, const MlgDossierVersion *before, GStrv stale)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) former = mlg_dossier_version_list_files (before);
  g_auto (GStrv) now = mlg_dossier_folder_list (w->folder);

  g_strv_builder_addv (all, (const char **) now);
  for (guint i = 0; former[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) now, former[i])
        && !g_strv_contains ((const char *const *) stale, former[i]))
      g_strv_builder_add (all, former[i]);
  return g_strv_builder_end (all);
}

static gboolean
save_version (Writing *w, const MlgDossierVersion *before, GStrv stale, GError **error)
{
  g_auto (GStrv) files = list_all (w, before, stale);
  g_autoptr (GBytes) bytes = mlg_dossier_version_write (w->dossier, files);

  return mlg_dossier_folder_write (w->folder, MLG_DOSSIER_VERSION_FILE, bytes, error);
}

/* Nobody should print the former one by mistake. One that cannot be removed stays. */
static void
remove_stale (const char *path, GStrv stale)
{
  for (guint i = 0; stale[i] != NULL; i++)
    {
      g_autofree char *file = g_build_filename (path, stale[i], NULL);

      g_unlink (file);
    }
}

static gboolean
publish (Writing *w,
         const char *path,
         const MlgDossierVersion *before,
         const char *const *wanted,
         GError **error)
{
  g_auto (GStrv) stale = list_stale (w, before, wanted);

  if (!save_version (w, before, stale, error) || !mlg_dossier_folder_publish (w->folder, error))
    return FALSE;
  remove_stale (path, stale);
  return TRUE;
}

static MlgDossierReport *
make_report (Writing *w, GStrv files)
{
  MlgDossierReport *report = g_new0 (MlgDossierReport, 1);

  report->version = w->dossier->version;
  report->files = files;
  report->lacks = g_steal_pointer (&w->dossier->lacks);
  report->gaps = g_steal_pointer (&w->dossier->gaps);
  return report;
}

/**
 * mlg_dossier_write:
 * @meeting: a meeting
 * @path: the folder to write to
 * @options: which formats, and to whom letters are written
 * @issues: gets what was found odd, and what a format could not hold
 * @cancellable: (nullable): gives up, and leaves nothing
 *
 * Makes the dossier of a meeting (see mlg_dossier_make()) and writes it: "dossier.pdf" and the like with
 * all papers, a folder for each format with each paper in a file of its own, "dossier.ics", and the
 * documents attached to the meeting. When a paper says something else than it did in the same folder, the
 * dossier has a new version, whose cover tells what has changed; files of the former one that are not made
 * any more are removed. All is written aside and then renamed into place: whatever goes wrong before,
 * nothing has changed at @path. A job, in the thread of @db.
 *
 * Errors: those of mlg_dossier_make(), and those of writing files.
 *
 * Returns: (transfer full): what was written and what is missing; %NULL with @error set
 */
MlgDossierReport *
mlg_dossier_write (MlgConnection *db,
                   gint64 meeting,
                   const char *path,
                   const MlgDossierOptions *options,
                   MlgIssueList *issues,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (MlgDossierVersion) before =
      mlg_dossier_version_read (path, meeting, cancellable, error);
  g_autoptr (MlgDossier) dossier =
      before != NULL
          ? mlg_dossier_make (db, meeting, options->letters, before, issues, cancellable, error)
          : NULL;
  g_autoptr (MlgDossierFolder) folder =
      dossier != NULL ? mlg_dossier_folder_new (path, error) : NULL;
  g_autoptr (MlgDossierLanes) lanes = mlg_dossier_lanes_new ();
  Writing writing = { db, dossier, folder, lanes, options, issues, cancellable };
  g_auto (GStrv) files = NULL;

  if (folder == NULL || !save_all (&writing, options->formats, error))
    return NULL;
  files = mlg_dossier_folder_list (folder);
  if (!publish (&writing, path, before, options->formats, error))
    return NULL;
  return make_report (&writing, g_steal_pointer (&files));
}
