/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-library-preview.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-compose.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-draft.h"
#include "library/mlg-grid.h"
#include "template/mlg-check-sheet.h"
#include "template/mlg-fill.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-pages-window.h"

/* The pages of a template or of a draft, as they would be printed. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
  const char *grid;    /* (unowned) (nullable) static: the pages of this grid */
  MlgCheckWork *check; /* (owned) (nullable) the pages of the sheet of this check */
  char *title;         /* (owned) */
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_clear_pointer (&wanted->check, mlg_check_work_free);
  g_free (wanted->title);
  g_free (wanted);
}

static MlgAnswers *
read_answers (MlgConnection *db, const Wanted *wanted, GError **error)
{
  g_autoptr (MlgTemplate) template = NULL;

  if (wanted->kind == &mlg_draft_kind)
    return mlg_draft_read (db, wanted->id, NULL, error);
  template = mlg_compose_template (db, wanted->id, NULL, error);
  return template != NULL ? mlg_answers_new (template) : NULL;
}

/* Questions without an answer, as they are asked. */
static GStrv
list_missing (MlgAnswers *answers)
{
  MlgTemplate *template = mlg_answers_get_template (answers);
  g_auto (GStrv) names = mlg_fill_list_missing (template, answers);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      const MlgTemplateField *field =
          mlg_template_field_find (mlg_template_get_fields (template), *name);

      g_strv_builder_add (labels, field != NULL ? field->label : *name);
    }
  return g_strv_builder_end (labels);
}

static MlgDocument *
make (MlgConnection *db, gpointer data, GStrv *missing, GCancellable *cancellable, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgAnswers) answers = read_answers (db, data, error);

  if (answers == NULL)
    return NULL;
  *missing = list_missing (answers);
  return mlg_fill (mlg_answers_get_template (answers), answers, NULL, MLG_FILL_ALL_PIECES, issues,
                   cancellable, error);
}

static MlgDocument *
make_grid (
    MlgConnection *db, gpointer data, GStrv *missing, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (MlgGrid) grid = mlg_grid_new (db, wanted->id, wanted->grid, error);

  return grid != NULL ? mlg_grid_to_document (grid) : NULL;
}

static MlgDocument *
make_check (
    MlgConnection *db, gpointer data, GStrv *missing, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  MlgChecked *checked = mlg_check_work_run (db, wanted->check, error);
  MlgDocument *sheet;

  if (checked == NULL)
    return NULL;
  sheet = mlg_check_sheet_new (checked->results, checked->purchase, wanted->title, issues,
                               cancellable, error);
  mlg_checked_free (checked);
  return sheet;
}

static Wanted *
wanted_new (MlgRecord *record)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->kind = mlg_record_get_kind (record);
  wanted->id = mlg_record_get_id (record);
  wanted->title = mlg_record_dup_name (record);
  return wanted;
}

static void
present (GtkWidget *widget, const char *title, MlgPagesMake func, Wanted *wanted)
{
  g_autofree char *file_name = g_strdup_printf ("%s.pdf", title);

  g_strdelimit (file_name, "/", '-');
  gtk_window_present (GTK_WINDOW (
      mlg_pages_window_new (mlg_host_find (widget), title, file_name, func, wanted, wanted_free)));
}

/**
 * mlg_library_preview:
 * @widget: in a window
 * @record: a template or a draft
 *
 * Shows its pages in a window of their own.
 */
void
mlg_library_preview (GtkWidget *widget, MlgRecord *record)
{
  Wanted *wanted = wanted_new (record);

  present (widget, wanted->title, make, wanted);
}

/**
 * mlg_library_preview_grid:
 * @record: a draft
 * @grid: one of mlg_grid_list()
 * @title: of the grid
 *
 * Shows the pages of a grid to work with.
 */
void
mlg_library_preview_grid (GtkWidget *widget, MlgRecord *record, const char *grid, const char *title)
{
  Wanted *wanted = wanted_new (record);
  /* Translators: a grid, and the title of a tender. */
  g_autofree char *name = g_strdup_printf (_ ("%s of %s"), title, wanted->title);

  wanted->grid = g_intern_string (grid);
  present (widget, name, make_grid, wanted);
}

/**
 * mlg_library_preview_check:
 * @record: a template or a draft
 * @check: (transfer full): the check of it
 *
 * Shows the pages of the sheet of the check, to be signed.
 */
void
mlg_library_preview_check (GtkWidget *widget, MlgRecord *record, MlgCheckWork *check)
{
  Wanted *wanted = wanted_new (record);
  /* Translators: %s is the title of a tender. */
  g_autofree char *name = g_strdup_printf (_ ("Check of %s"), wanted->title);

  wanted->check = check;
  present (widget, name, make_check, wanted);
}
