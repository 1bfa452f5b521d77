/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-archived.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-draft.h"
#include "library/mlg-library-sample.h"
#include "library/mlg-sheet.h"
#include "library/mlg-template-edit.h"
#include "library/mlg-template-record.h"
#include "mlg-codes-import.h"
#include "mlg-compare-window.h"
#include "mlg-labels-window.h"
#include "mlg-library-archive.h"
#include "mlg-library-commit.h"
#include "mlg-library-files.h"
#include "mlg-library-page-private.h"
#include "mlg-library-preview.h"
#include "widgets/mlg-host.h"

static void
activate_show (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_library_page_show_list (MLG_LIBRARY_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static gboolean
bring (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_library_add_shipped (db, error);
}

static void
activate_bring (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_host_act (mlg_host_find (widget), _ ("Bring the model tenders"), bring, NULL, NULL,
                _ ("The model tenders are in the library"));
}

static void
activate_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_library_files_import (widget);
}

static void
activate_import_codes (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_codes_import (widget);
}

static void
activate_labels (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (mlg_labels_window_new (mlg_host_find (widget), FALSE)));
}

static void
activate_choose_template (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_library_page_show_list (MLG_LIBRARY_PAGE (widget), "templates");
}

/* Something new that is shown once it is there. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 from;
  gint64 made;
} Making;

typedef struct
{
  MlgHost *host;  /* (owned) */
  Making *making; /* (owned) atomic box, shared with the writer's thread */
  char *name;     /* (owned) */
  char *done;     /* (owned) */
} Waiting;

static gboolean
make (MlgConnection *db, gpointer data, GError **error)
{
  Making *making = data;

  if (making->kind == &mlg_draft_kind)
    making->made = mlg_draft_new (db, making->from, NULL, error);
  else
    making->made = mlg_template_duplicate (db, making->from, NULL, error);
  return making->made != 0;
}

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->host);
  g_atomic_rc_box_release (waiting->making);
  g_free (waiting->name);
  g_free (waiting->done);
  g_free (waiting);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  if (mlg_store_act_finish (MLG_STORE (source), result, &error))
    {
      mlg_host_say (waiting->host, waiting->done, TRUE);
      mlg_host_show_record (waiting->host, waiting->making->kind, waiting->making->made);
    }
  else
    {
      /* Translators: %s is the name of an action, such as “Add Lille”. */
      g_autofree char *heading = g_strdup_printf (_ ("Not done: %s"), waiting->name);

      mlg_host_fail (waiting->host, heading, error);
    }
  waiting_free (waiting);
}

static void
start (GtkWidget *widget, const MlgKind *kind, gint64 from, const char *name, const char *done)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->making = g_atomic_rc_box_new0 (Making);
  waiting->making->kind = kind;
  waiting->making->from = from;
  waiting->host = g_object_ref (mlg_host_find (widget));
  waiting->name = g_strdup (name);
  waiting->done = g_strdup (done);
  mlg_store_act_async (mlg_host_get_store (waiting->host), name, make,
                       g_atomic_rc_box_acquire (waiting->making), g_atomic_rc_box_release, NULL,
                       NULL, on_made, waiting);
}

static void
activate_draft (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgRecord *shown = mlg_library_page_get_shown (MLG_LIBRARY_PAGE (widget));
  g_autofree char *title = shown != NULL ? mlg_record_dup_name (shown) : NULL;
  g_autofree char *action = NULL;

  if (shown == NULL || mlg_record_get_kind (shown) != &mlg_template_record_kind)
    return;
  /* Translators: an action; %s is the title of a template. */
  action = g_strdup_printf (_ ("Draft from %s"), title);
  start (widget, &mlg_draft_kind, mlg_record_get_id (shown), action,
         _ ("The draft has the text of the template; answer its questions"));
}

static void
activate_duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgRecord *shown = mlg_library_page_get_shown (MLG_LIBRARY_PAGE (widget));
  g_autofree char *title = shown != NULL ? mlg_record_dup_name (shown) : NULL;
  g_autofree char *action = NULL;

  if (shown == NULL || mlg_record_get_kind (shown) != &mlg_template_record_kind)
    return;
  action = g_strdup_printf (_ ("Duplicate %s"), title);
  start (widget, &mlg_template_record_kind, mlg_record_get_id (shown), action,
         _ ("Template duplicated"));
}

static void
activate_add_sheet (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (MlgRecord) sheet = mlg_record_new (&mlg_sheet_kind);

  mlg_library_page_show_list (MLG_LIBRARY_PAGE (widget), "sheets");
  mlg_record_set_text (sheet, MLG_SHEET_TITLE, _ ("New feedback sheet"));
  mlg_library_commit_new (widget, sheet, _ ("Feedback sheet added"));
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgLibraryPage *self = MLG_LIBRARY_PAGE (widget);
  MlgRecord *shown = mlg_library_page_get_shown (self);

  if (shown == NULL)
    return;
  mlg_library_commit_removal (widget, shown, _ ("Deleted"));
  mlg_library_page_widen (self, FALSE);
}

static void
archive_shown (MlgLibraryPage *self, gboolean archived)
{
  MlgRecord *shown = mlg_library_page_get_shown (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = shown != NULL ? mlg_record_get_id (shown) : 0;

  if (shown == NULL)
    return;
  g_array_append_val (ids, id);
  mlg_library_archive (GTK_WIDGET (self), mlg_record_get_kind (shown), ids, archived);
}

static void
activate_archive (GtkWidget *widget, const char *name, GVariant *parameter)
{
  archive_shown (MLG_LIBRARY_PAGE (widget), TRUE);
}

static void
activate_unarchive (GtkWidget *widget, const char *name, GVariant *parameter)
{
  archive_shown (MLG_LIBRARY_PAGE (widget), FALSE);
}

static void
activate_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_library_page_widen (MLG_LIBRARY_PAGE (widget), FALSE);
}

static void
activate_widen (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_library_page_widen (MLG_LIBRARY_PAGE (widget), TRUE);
}

static void
activate_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgRecord *shown = mlg_library_page_get_shown (MLG_LIBRARY_PAGE (widget));

  if (shown != NULL)
    mlg_library_exporter_ask (MLG_LIBRARY_PAGE (widget)->exporter, widget, shown);
}

static void
activate_export_check (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgLibraryPage *self = MLG_LIBRARY_PAGE (widget);
  GtkWidget *tender = mlg_lazy_bin_peek (self->tender);
  MlgCheckWork *work = tender != NULL ? mlg_tender_view_dup_check (MLG_TENDER_VIEW (tender)) : NULL;
  MlgRecord *shown = mlg_library_page_get_shown (self);

  if (work != NULL && shown != NULL)
    mlg_library_exporter_ask_check (self->exporter, widget, shown, work);
  else
    g_clear_pointer (&work, mlg_check_work_free);
}

static void
activate_preview (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgRecord *shown = mlg_library_page_get_shown (MLG_LIBRARY_PAGE (widget));

  if (shown != NULL)
    mlg_library_preview (widget, shown);
}

static void
activate_compare (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgRecord *shown = mlg_library_page_get_shown (MLG_LIBRARY_PAGE (widget));

  if (shown != NULL)
    gtk_window_present (GTK_WINDOW (mlg_compare_window_new (mlg_host_find (widget), shown)));
}

static void
activate_preview_check (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgLibraryPage *self = MLG_LIBRARY_PAGE (widget);
  GtkWidget *tender = mlg_lazy_bin_peek (self->tender);
  MlgCheckWork *work = tender != NULL ? mlg_tender_view_dup_check (MLG_TENDER_VIEW (tender)) : NULL;
  MlgRecord *shown = mlg_library_page_get_shown (self);

  if (work != NULL && shown != NULL)
    mlg_library_preview_check (widget, shown, work);
  else
    g_clear_pointer (&work, mlg_check_work_free);
}

static const char *
get_grid_title (const char *grid)
{
  static const char *const titles[][2] = {
    { "needs", N_ ("Needs Grid") },
    { "offers", N_ ("Offer Analysis Grid") },
    { "follow-up", N_ ("Execution Follow-up") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (grid, titles[i][0]))
      return _ (titles[i][1]);
  return grid;
}

static void
activate_preview_grid (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgRecord *shown = mlg_library_page_get_shown (MLG_LIBRARY_PAGE (widget));
  const char *grid = g_variant_get_string (parameter, NULL);

  if (shown != NULL)
    mlg_library_preview_grid (widget, shown, grid, get_grid_title (grid));
}

static void
activate_export_grid (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgLibraryPage *self = MLG_LIBRARY_PAGE (widget);
  MlgRecord *shown = mlg_library_page_get_shown (self);
  const char *grid = g_variant_get_string (parameter, NULL);

  if (shown != NULL)
    mlg_library_exporter_ask_grid (self->exporter, widget, shown, grid, get_grid_title (grid));
}

/* The templates that are chosen: each to a file of its own, or all to one. */
static void
activate_export_many (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgLibraryPage *self = MLG_LIBRARY_PAGE (widget);
  MlgRecordSelection *selection = mlg_record_table_get_selection (
      mlg_record_view_get_table (MLG_RECORD_VIEW (mlg_library_page_get_view (self))));
  g_autoptr (GArray) ids = selection != NULL ? mlg_record_selection_get_ids (selection) : NULL;

  if (ids == NULL || ids->len == 0)
    return;
  if (g_str_equal (name, "library.export-bundle"))
    mlg_library_exporter_ask_bundle (self->exporter, widget, ids);
  else
    mlg_library_exporter_ask_folder (self->exporter, widget, ids);
}

/* Which actions make sense for what is shown. */
void
mlg_library_page_update_actions (MlgLibraryPage *self)
{
  MlgRecord *shown = mlg_library_page_get_shown (self);
  const MlgKind *kind = shown != NULL ? mlg_record_get_kind (shown) : NULL;
  gboolean template = kind == &mlg_template_record_kind;
  gboolean archived = shown != NULL && mlg_archived_is (shown);
  gboolean tender = template || kind == &mlg_draft_kind;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "library.draft", template);
  gtk_widget_action_set_enabled (widget, "library.duplicate", template);
  gtk_widget_action_set_enabled (widget, "library.preview", tender);
  gtk_widget_action_set_enabled (widget, "library.compare", tender);
  gtk_widget_action_set_enabled (widget, "library.export", tender);
  gtk_widget_action_set_enabled (widget, "library.export-check", tender);
  gtk_widget_action_set_enabled (widget, "library.preview-check", tender);
  gtk_widget_action_set_enabled (widget, "library.preview-grid", kind == &mlg_draft_kind);
  gtk_widget_action_set_enabled (widget, "library.export-grid", kind == &mlg_draft_kind);
  gtk_widget_action_set_enabled (widget, "library.archive", shown != NULL && !archived);
  gtk_widget_action_set_enabled (widget, "library.unarchive", archived);
  gtk_widget_action_set_enabled (widget, "library.remove", shown != NULL);
}

/* Every action of the page, named once. */
void
mlg_library_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "library.bring", activate_bring },
    { "library.import", activate_import },
    { "library.import-codes", activate_import_codes },
    { "library.labels", activate_labels },
    { "library.choose-template", activate_choose_template },
    { "library.draft", activate_draft },
    { "library.duplicate", activate_duplicate },
    { "library.add-sheet", activate_add_sheet },
    { "library.archive", activate_archive },
    { "library.unarchive", activate_unarchive },
    { "library.remove", activate_remove },
    { "library.back", activate_back },
    { "library.widen", activate_widen },
    { "library.preview", activate_preview },
    { "library.compare", activate_compare },
    { "library.export", activate_export },
    { "library.export-check", activate_export_check },
    { "library.preview-check", activate_preview_check },
    { "library.export-many", activate_export_many },
    { "library.export-bundle", activate_export_many },
  };

  gtk_widget_class_install_action (widget_class, "library.show", "s", activate_show);
  gtk_widget_class_install_action (widget_class, "library.preview-grid", "s",
                                   activate_preview_grid);
  gtk_widget_class_install_action (widget_class, "library.export-grid", "s", activate_export_grid);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  for (guint i = 0; i < MLG_LIBRARY_N_LISTS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i,
                                         GDK_CONTROL_MASK | GDK_ALT_MASK, "library.show", "s",
                                         mlg_library_list_get_name ((MlgLibraryList) i));
}
