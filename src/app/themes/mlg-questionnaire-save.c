/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-questionnaire-save.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document-write.h"
#include "dossier/mlg-theme-paper.h"
#include "exchange/mlg-import-answers.h"
#include "mlg-new-file.h"
#include "mlg-tally-reading.h"
#include "platform/mlg-file-chooser.h"
#include "themes/mlg-questionnaire.h"
#include "widgets/mlg-host.h"

/* What is written to files from a questionnaire: its form, its answers, the report of a count. The
 * reader's thread does it; the window is told how it went. */

typedef struct _Saving Saving;
typedef gboolean (*SaveFunc) (MlgConnection *db,
                              const Saving *saving,
                              MlgIssueList *issues,
                              GError **error);

struct _Saving
{
  GtkWidget *widget; /* (owned) where it was asked */
  SaveFunc save;
  gint64 questionnaire;
  gint64 question;
  char *weights; /* (owned) (nullable) */
  MlgUnranked unranked;
  GFile *file; /* (owned) (nullable) until it is chosen */
};

static void
saving_clear (gpointer data)
{
  Saving *saving = data;

  g_clear_object (&saving->widget);
  g_free (saving->weights);
  g_clear_object (&saving->file);
}

static void
saving_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, saving_clear);
}

static gboolean
save_document (MlgDocument *document, const Saving *saving, MlgIssueList *issues, GError **error)
{
  g_autofree char *path = g_file_get_path (saving->file);

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("The file must be on this computer"));
      return FALSE;
    }
  return mlg_document_save (document, path, issues, NULL, error);
}

static gboolean
save_form (MlgConnection *db, const Saving *saving, MlgIssueList *issues, GError **error)
{
  g_auto (GStrv) missing = NULL;
  g_autoptr (MlgForm) form = mlg_form_load (db, saving->questionnaire, error);
  g_autoptr (MlgDocument) document =
      form != NULL ? mlg_theme_paper_make_form (db, form, 0, NULL, &missing, issues, NULL, error)
                   : NULL;

  return document != NULL && save_document (document, saving, issues, error);
}

static gboolean
save_answers (MlgConnection *db, const Saving *saving, MlgIssueList *issues, GError **error)
{
  g_autoptr (GBytes) bytes = mlg_export_answers (db, saving->questionnaire, issues, error);

  return bytes != NULL && mlg_new_file_write (saving->file, bytes, NULL, error);
}

static gboolean
save_report (MlgConnection *db, const Saving *saving, MlgIssueList *issues, GError **error)
{
  g_auto (GStrv) missing = NULL;
  MlgTallyWish wish = { saving->questionnaire, saving->question, saving->weights, TRUE,
                        saving->unranked };
  g_autoptr (MlgTallyReading) reading = mlg_tally_reading_new (db, &wish, error);
  g_autoptr (MlgDocument) document = NULL;
  MlgTallyReport report;

  if (reading == NULL)
    return FALSE;
  if (reading->tally == NULL)
    {
      g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
                           _ ("There is nothing to count yet"));
      return FALSE;
    }
  report = (MlgTallyReport){ reading->form,   reading->question, reading->tally,
                             saving->weights, reading->groups,   reading->issues };
  document = mlg_theme_paper_make_report (db, &report, &missing, issues, NULL, error);
  return document != NULL && save_document (document, saving, issues, error);
}

static gpointer
run (MlgConnection *db, gpointer data, GError **error)
{
  const Saving *saving = data;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  return saving->save (db, saving, issues, error) ? g_file_get_basename (saving->file) : NULL;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgHost) host = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = mlg_store_read_finish (MLG_STORE (source), result, &error);
  g_autofree char *text = NULL;

  if (name == NULL)
    {
      mlg_host_fail (host, _ ("The file could not be written"), error);
      return;
    }
  /* Translators: %s is the name of a file. */
  text = g_strdup_printf (_ ("%s is written"), name);
  mlg_host_say (host, text, FALSE);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  Saving *saving = data;
  MlgHost *host = mlg_host_find (saving->widget);

  if (host == NULL)
    return;
  saving->file = g_object_ref (file);
  mlg_store_read_async (mlg_host_get_store (host), run, g_atomic_rc_box_acquire (saving),
                        saving_unref, g_free, NULL, on_saved, g_object_ref (host));
}

/* "Choix des thèmes.odt"; a name of a file has no slash. */
static char *
write_name (MlgRecord *questionnaire, const char *what, const char *suffix)
{
  char *name = g_strdup_printf (
      "%s - %s%s", mlg_record_get_text (questionnaire, MLG_QUESTIONNAIRE_TITLE), what, suffix);

  return g_strdelimit (name, "/", '-');
}

static void
ask (GtkWidget *widget,
     const char *title,
     const char *name,
     const MlgFileFilter *filters,
     Saving *saving)
{
  saving->widget = g_object_ref (widget);
  mlg_file_chooser_save_with (widget, title, name, filters, on_file_chosen, saving, saving_unref);
}

static const MlgFileFilter documents[] = { { N_ ("OpenDocument text"), "odt" },
                                           { N_ ("PDF"), "pdf" },
                                           { N_ ("Web page"), "html" },
                                           { NULL, NULL } };
static const MlgFileFilter tables[] = { { N_ ("Tables (CSV)"), "csv" }, { NULL, NULL } };

static Saving *
saving_new (SaveFunc save, MlgRecord *questionnaire)
{
  Saving *saving = g_atomic_rc_box_new0 (Saving);

  saving->save = save;
  saving->questionnaire = mlg_record_get_id (questionnaire);
  return saving;
}

/**
 * mlg_questionnaire_save_form:
 * @widget: in a window
 *
 * Asks for a file and writes the printed form, without a name on it.
 */
void
mlg_questionnaire_save_form (GtkWidget *widget, MlgRecord *questionnaire)
{
  g_autofree char *name = write_name (questionnaire, _ ("form"), ".odt");

  ask (widget, _ ("Save the Form"), name, documents, saving_new (save_form, questionnaire));
}

/**
 * mlg_questionnaire_save_answers:
 * @widget: in a window
 *
 * Asks for a file and writes the answers as a table.
 */
void
mlg_questionnaire_save_answers (GtkWidget *widget, MlgRecord *questionnaire)
{
  g_autofree char *name = write_name (questionnaire, _ ("answers"), ".csv");

  ask (widget, _ ("Save the Answers"), name, tables, saving_new (save_answers, questionnaire));
}

/**
 * mlg_questionnaire_save_report:
 * @widget: in a window
 * @question: which question is counted
 * @weights: (nullable): one of mlg_questionnaire_weights, when not the questionnaire's
 *
 * Asks for a file and writes the report of a count.
 */
void
mlg_questionnaire_save_report (GtkWidget *widget,
                               MlgRecord *questionnaire,
                               gint64 question,
                               const char *weights,
                               MlgUnranked unranked)
{
  g_autofree char *name = write_name (questionnaire, _ ("results"), ".odt");
  Saving *saving = saving_new (save_report, questionnaire);

  saving->question = question;
  saving->weights = g_strdup (weights);
  saving->unranked = unranked;
  ask (widget, _ ("Save the Report"), name, documents, saving);
}
