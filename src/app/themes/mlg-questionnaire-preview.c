/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-questionnaire-preview.h"

#include <glib/gi18n-lib.h>

#include "dossier/mlg-theme-paper.h"
#include "themes/mlg-questionnaire.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-pages-window.h"

/* The pages of the form of a questionnaire, as they would be printed. */

static MlgDocument *
make (MlgConnection *db, gpointer data, GStrv *missing, GCancellable *cancellable, GError **error)
{
  const gint64 *id = data;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgForm) form = mlg_form_load (db, *id, error);

  if (form == NULL)
    return NULL;
  return mlg_theme_paper_make_form (db, form, 0, NULL, missing, issues, cancellable, error);
}

/**
 * mlg_questionnaire_preview:
 * @widget: in a window
 * @questionnaire: whose printed form is looked at
 *
 * Shows the form, without a name on it, in a window of its own, where it can be printed and saved.
 */
void
mlg_questionnaire_preview (GtkWidget *widget, MlgRecord *questionnaire)
{
  const char *title = mlg_record_get_text (questionnaire, MLG_QUESTIONNAIRE_TITLE);
  g_autofree char *file_name = g_strdup_printf ("%s - %s.pdf", title, _ ("form"));
  gint64 id = mlg_record_get_id (questionnaire);

  g_strdelimit (file_name, "/", '-');
  gtk_window_present (GTK_WINDOW (mlg_pages_window_new (mlg_host_find (widget), title, file_name,
                                                        make, g_memdup2 (&id, sizeof id), g_free)));
}
