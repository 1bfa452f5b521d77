/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-library-preview.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-compose.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-draft.h"
#include "template/mlg-fill.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-pages-window.h"

/* The pages of a template or of a draft, as they would be printed. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
} Wanted;

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
  Wanted *wanted = g_new0 (Wanted, 1);
  g_autofree char *title = mlg_record_dup_name (record);
  g_autofree char *file_name = g_strdup_printf ("%s.pdf", title);

  wanted->kind = mlg_record_get_kind (record);
  wanted->id = mlg_record_get_id (record);
  g_strdelimit (file_name, "/", '-');
  gtk_window_present (GTK_WINDOW (
      mlg_pages_window_new (mlg_host_find (widget), title, file_name, make, wanted, g_free)));
}
