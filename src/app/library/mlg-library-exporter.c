/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-library-exporter.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document-write.h"
#include "exchange/mlg-grid-file.h"
#include "exchange/mlg-template-bundle.h"
#include "exchange/mlg-template-folder.h"
#include "library/mlg-compose.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-draft.h"
#include "library/mlg-template-record.h"
#include "mlg-new-file.h"
#include "platform/mlg-file-chooser.h"
#include "template/mlg-check-sheet.h"
#include "template/mlg-fill.h"
#include "widgets/mlg-host.h"

/* A template or a draft, or the sheet of its check, written to a file in the reader's thread: a template
 * as XML is the template itself, in any other form it is the text that goes out, with gaps where answers
 * are missing. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
  char *title;         /* (owned) */
  MlgCheckWork *check; /* (owned) (nullable) the sheet of this check is written */
  const char *grid;    /* (unowned) (nullable) static: this grid is written */
  GArray *ids;         /* (owned) (nullable) these templates are written to a folder */
  gboolean bundle;     /* they go into one file */
  GFile *file;         /* (owned) (nullable) until it is chosen */
} Export;

struct _MlgLibraryExporter
{
  GObject parent_instance;
  MlgHost *host;   /* (unowned) (nullable) the window that asks */
  Export *pending; /* (owned) (nullable) what a file is being chosen for */
};

G_DEFINE_FINAL_TYPE (MlgLibraryExporter, mlg_library_exporter, G_TYPE_OBJECT)

static const MlgFileFilter filters[] = {
  { N_ ("LibreOffice documents"), "odt" },
  { N_ ("Word documents"), "docx" },
  { N_ ("PDF documents"), "pdf" },
  { N_ ("Templates (XML)"), "xml" },
  { N_ ("Web pages"), "html" },
  { NULL, NULL },
};

static const MlgFileFilter sheet_filters[] = {
  { N_ ("LibreOffice documents"), "odt" },
  { N_ ("Word documents"), "docx" },
  { N_ ("PDF documents"), "pdf" },
  { NULL, NULL },
};

static const MlgFileFilter bundle_filters[] = {
  { N_ ("Bundles of templates"), "zip" },
  { NULL, NULL },
};

static const MlgFileFilter grid_filters[] = {
  { N_ ("Spreadsheets (CSV)"), "csv" },
  { N_ ("LibreOffice documents"), "odt" },
  { N_ ("Word documents"), "docx" },
  { N_ ("PDF documents"), "pdf" },
  { NULL, NULL },
};

static void
export_free (gpointer data)
{
  Export *export = data;

  g_free (export->title);
  g_clear_pointer (&export->check, mlg_check_work_free);
  g_clear_pointer (&export->ids, g_array_unref);
  g_clear_object (&export->file);
  g_free (export);
}

static MlgAnswers *
read_answers (MlgConnection *db, const Export *export, GError **error)
{
  g_autoptr (MlgTemplate) template = NULL;

  if (export->kind == &mlg_draft_kind)
    return mlg_draft_read (db, export->id, NULL, error);
  template = mlg_compose_template (db, export->id, NULL, error);
  return template != NULL ? mlg_answers_new (template) : NULL;
}

static gboolean
write_xml (MlgTemplate *template, GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = mlg_template_to_xml (template);

  return mlg_new_file_write (file, bytes, NULL, error);
}

static gboolean
write_text (MlgConnection *db, const Export *export, const char *path, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgAnswers) answers = read_answers (db, export, error);
  g_autoptr (MlgDocument) document = NULL;

  if (answers == NULL)
    return FALSE;
  if (g_str_has_suffix (path, ".xml"))
    return write_xml (mlg_answers_get_template (answers), export->file, error);
  document = mlg_fill (mlg_answers_get_template (answers), answers, NULL, MLG_FILL_ALL_PIECES,
                       issues, NULL, error);
  return document != NULL && mlg_document_save (document, path, issues, NULL, error);
}

static gboolean
write_sheet (MlgConnection *db, const Export *export, const char *path, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgPurchase) purchase = NULL;
  g_autoptr (MlgDocument) sheet = NULL;
  MlgChecked *checked = mlg_check_work_run (db, export->check, error);

  if (checked == NULL)
    return FALSE;
  purchase = g_steal_pointer (&checked->purchase);
  sheet = mlg_check_sheet_new (checked->results, purchase, export->title, issues, NULL, error);
  mlg_checked_free (checked);
  return sheet != NULL && mlg_document_save (sheet, path, issues, NULL, error);
}

static gboolean
write_grid (MlgConnection *db, const Export *export, const char *path, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgGrid) grid = mlg_grid_new (db, export->id, export->grid, error);

  return grid != NULL && mlg_grid_save (grid, path, issues, NULL, error);
}

static gboolean
write_folder (MlgConnection *db, const Export *export, const char *path, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) paths = mlg_template_folder_write (db, export->ids, path, issues, error);

  return paths != NULL;
}

static gboolean
write_bundle (MlgConnection *db, const Export *export, const char *path, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  return mlg_template_bundle_write (db, export->ids, path, issues, error);
}

static gboolean
write_wanted (MlgConnection *db, const Export *export, const char *path, GError **error)
{
  if (export->bundle)
    return write_bundle (db, export, path, error);
  if (export->ids != NULL)
    return write_folder (db, export, path, error);
  if (export->grid != NULL)
    return write_grid (db, export, path, error);
  return export->check != NULL ? write_sheet (db, export, path, error)
                               : write_text (db, export, path, error);
}

static gpointer
write_file (MlgConnection *db, gpointer data, GError **error)
{
  const Export *export = data;
  g_autofree char *path = g_file_get_path (export->file);

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("only a place on this computer can be written to"));
      return NULL;
    }
  return write_wanted (db, export, path, error) ? g_path_get_basename (path) : NULL;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgHost) host = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = mlg_store_read_finish (MLG_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (name == NULL)
    {
      mlg_host_fail (host, _ ("Not exported"), error);
      return;
    }
  /* Translators: %s is the name of a file. */
  text = g_strdup_printf (_ ("%s is written"), name);
  mlg_host_say (host, text, FALSE);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  MlgLibraryExporter *self = data;

  if (self->pending == NULL)
    return;
  self->pending->file = g_object_ref (file);
  mlg_store_read_async (mlg_host_get_store (self->host), write_file,
                        g_steal_pointer (&self->pending), export_free, g_free, NULL, on_written,
                        g_object_ref (self->host));
}

static void
mlg_library_exporter_finalize (GObject *object)
{
  g_clear_pointer (&MLG_LIBRARY_EXPORTER (object)->pending, export_free);
  G_OBJECT_CLASS (mlg_library_exporter_parent_class)->finalize (object);
}

static void
mlg_library_exporter_class_init (MlgLibraryExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_library_exporter_finalize;
}

static void
mlg_library_exporter_init (MlgLibraryExporter *self)
{
}

static void
wait_for (MlgLibraryExporter *self, GtkWidget *widget, Export *export)
{
  g_clear_pointer (&self->pending, export_free);
  self->pending = export;
  self->host = mlg_host_find (widget);
}

static Export *
export_new (MlgRecord *record)
{
  Export *export = g_new0 (Export, 1);

  export->kind = mlg_record_get_kind (record);
  export->id = mlg_record_get_id (record);
  export->title = mlg_record_dup_name (record);
  return export;
}

static void
ask (MlgLibraryExporter *self, GtkWidget *widget, MlgRecord *record, MlgCheckWork *check)
{
  Export *export = export_new (record);
  g_autofree char *name = NULL;

  export->check = check;
  /* Translators: the name of a file; %s is the title of a tender. */
  name = check != NULL ? g_strdup_printf (_ ("Check of %s.odt"), export->title)
                       : g_strdup_printf ("%s.odt", export->title);
  g_strdelimit (name, "/", '-');
  wait_for (self, widget, export);
  mlg_file_chooser_save (widget, _ ("Export"), name, check != NULL ? sheet_filters : filters,
                         on_file_chosen, self);
}

/**
 * mlg_library_exporter_new:
 *
 * Returns: (transfer full): an exporter; it must live as long as the window that asks
 */
MlgLibraryExporter *
mlg_library_exporter_new (void)
{
  return g_object_new (MLG_TYPE_LIBRARY_EXPORTER, NULL);
}

/**
 * mlg_library_exporter_ask:
 * @widget: in a window
 * @record: a template or a draft
 *
 * Asks for a file and writes the record to it, in the format of its name.
 */
void
mlg_library_exporter_ask (MlgLibraryExporter *self, GtkWidget *widget, MlgRecord *record)
{
  g_return_if_fail (MLG_IS_LIBRARY_EXPORTER (self));
  ask (self, widget, record, NULL);
}

/**
 * mlg_library_exporter_ask_check:
 * @record: a template or a draft
 * @check: (transfer full): the check of it
 *
 * Asks for a file and writes the sheet of the check to it, to be decided on and signed.
 */
void
mlg_library_exporter_ask_check (MlgLibraryExporter *self,
                                GtkWidget *widget,
                                MlgRecord *record,
                                MlgCheckWork *check)
{
  g_return_if_fail (MLG_IS_LIBRARY_EXPORTER (self));
  ask (self, widget, record, check);
}

/**
 * mlg_library_exporter_ask_grid:
 * @record: a draft
 * @grid: one of mlg_grid_list()
 * @title: of the grid
 *
 * Asks for a file and writes the grid of the draft to it: a spreadsheet or a document.
 */
void
mlg_library_exporter_ask_grid (MlgLibraryExporter *self,
                               GtkWidget *widget,
                               MlgRecord *record,
                               const char *grid,
                               const char *title)
{
  Export *export;
  g_autofree char *name = NULL;

  g_return_if_fail (MLG_IS_LIBRARY_EXPORTER (self));

  export = export_new (record);
  export->grid = g_intern_string (grid);
  /* Translators: the name of a file: a grid and the title of a tender. */
  name = g_strdup_printf (_ ("%s of %s.csv"), title, export->title);
  g_strdelimit (name, "/", '-');
  wait_for (self, widget, export);
  mlg_file_chooser_save (widget, _ ("Export"), name, grid_filters, on_file_chosen, self);
}

/**
 * mlg_library_exporter_ask_folder:
 * @ids: (element-type gint64) (transfer none): of templates
 *
 * Asks for a folder and writes each template to an XML file in it.
 */
void
mlg_library_exporter_ask_folder (MlgLibraryExporter *self, GtkWidget *widget, GArray *ids)
{
  Export *export;

  g_return_if_fail (MLG_IS_LIBRARY_EXPORTER (self));

  export = g_new0 (Export, 1);
  export->kind = &mlg_template_record_kind;
  export->ids = g_array_ref (ids);
  wait_for (self, widget, export);
  mlg_file_chooser_folder (widget, _ ("Folder of the Templates"), on_file_chosen, self);
}

/**
 * mlg_library_exporter_ask_bundle:
 * @ids: (element-type gint64) (transfer none): of templates
 *
 * Asks for a file and writes all the templates to it, for another network.
 */
void
mlg_library_exporter_ask_bundle (MlgLibraryExporter *self, GtkWidget *widget, GArray *ids)
{
  Export *export;

  g_return_if_fail (MLG_IS_LIBRARY_EXPORTER (self));

  export = g_new0 (Export, 1);
  export->kind = &mlg_template_record_kind;
  export->ids = g_array_ref (ids);
  export->bundle = TRUE;
  wait_for (self, widget, export);
  mlg_file_chooser_save (widget, _ ("Export"), _ ("Templates.zip"), bundle_filters, on_file_chosen,
                         self);
}
