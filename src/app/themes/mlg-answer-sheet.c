/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-answer-sheet.h"

#include <glib/gi18n-lib.h>

#include "themes/mlg-answer.h"
#include "themes/mlg-questionnaire.h"

/**
 * mlg_answer_sheet_new:
 * @questionnaire: (transfer none): what was answered
 * @body: by which body, or 0
 * @person: by which person, or 0
 * @name: (nullable): how they are called
 *
 * Returns: (transfer full): a sheet without a line, to be taken strictly
 */
MlgAnswerSheet *
mlg_answer_sheet_new (MlgRecord *questionnaire, gint64 body, gint64 person, const char *name)
{
  MlgAnswerSheet *sheet = g_atomic_rc_box_new0 (MlgAnswerSheet);

  sheet->questionnaire = mlg_record_get_id (questionnaire);
  sheet->body = body;
  sheet->person = person;
  sheet->lines = mlg_answer_lines_new ();
  sheet->issues = mlg_issue_list_new ();
  sheet->flags = MLG_ANSWER_STRICT;
  sheet->title = g_strdup (mlg_record_get_text (questionnaire, MLG_QUESTIONNAIRE_TITLE));
  sheet->name = g_strdup (name);
  return sheet;
}

static void
clear (gpointer data)
{
  MlgAnswerSheet *sheet = data;

  g_ptr_array_unref (sheet->lines);
  mlg_issue_list_unref (sheet->issues);
  g_free (sheet->title);
  g_free (sheet->name);
}

/**
 * mlg_answer_sheet_unref:
 */
void
mlg_answer_sheet_unref (MlgAnswerSheet *sheet)
{
  g_atomic_rc_box_release_full (sheet, clear);
}

static gboolean
store (MlgConnection *db, gpointer data, GError **error)
{
  MlgAnswerSheet *sheet = data;
  g_autoptr (MlgForm) form = mlg_form_load (db, sheet->questionnaire, error);
  g_autoptr (MlgRecord) answer = mlg_record_new (&mlg_answer_kind);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  if (form == NULL)
    return FALSE;
  if (sheet->body != 0)
    mlg_record_set_integer (answer, MLG_ANSWER_BODY, sheet->body);
  if (sheet->person != 0)
    mlg_record_set_integer (answer, MLG_ANSWER_PERSON, sheet->person);
  if (sheet->body == 0 && sheet->person == 0 && sheet->name != NULL && *sheet->name != '\0')
    mlg_record_set_text (answer, MLG_ANSWER_RESPONDENT, sheet->name);
  mlg_record_set_text (answer, MLG_ANSWER_ANSWERED_ON, today);
  mlg_record_set_text (answer, MLG_ANSWER_SOURCE, "keyed");
  return mlg_answer_store (db, form, answer, sheet->lines, sheet->flags, NULL, sheet->issues,
                           error);
}

/* That it is saved, and what was odd in it. */
static char *
write_saved (const MlgAnswerSheet *sheet)
{
  GString *text = g_string_new (NULL);

  if (sheet->name != NULL && *sheet->name != '\0')
    /* Translators: %s is a body or a person whose answer was keyed in. */
    g_string_append_printf (text, _ ("The answer of %s is saved"), sheet->name);
  else
    g_string_append (text, _ ("The answer is saved"));
  for (guint i = 0; i < mlg_issue_list_get_n (sheet->issues); i++)
    g_string_append_printf (text, "\n%s", mlg_issue_list_get (sheet->issues, i)->message);
  return g_string_free (text, FALSE);
}

/* What waits for the writer. */
typedef struct
{
  MlgAnswerSheet *sheet; /* (owned) */
  GObject *object;       /* (owned) */
  MlgAnswerSheetFunc func;
} Waiting;

static void
on_stored (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = mlg_store_act_finish (MLG_STORE (source), result, &error);
  g_autofree char *text = saved ? write_saved (waiting->sheet) : g_strdup (error->message);

  waiting->func (waiting->object, text, saved);
  mlg_answer_sheet_unref (waiting->sheet);
  g_object_unref (waiting->object);
  g_free (waiting);
}

/**
 * mlg_answer_sheet_save:
 * @where: where the questionnaire is
 * @func: told how it went
 * @object: (transfer none): kept until then
 *
 * Writes the sheet as one action: all of it, or nothing when something in it is impossible.
 */
void
mlg_answer_sheet_save (MlgAnswerSheet *sheet,
                       MlgStore *where,
                       MlgAnswerSheetFunc func,
                       GObject *object)
{
  /* Translators: an action; a questionnaire. */
  g_autofree char *action = g_strdup_printf (_ ("Key in an answer to %s"), sheet->title);
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->sheet = g_atomic_rc_box_acquire (sheet);
  waiting->object = g_object_ref (object);
  waiting->func = func;
  mlg_store_act_async (where, action, store, g_atomic_rc_box_acquire (sheet),
                       (GDestroyNotify) mlg_answer_sheet_unref, NULL, NULL, on_stored, waiting);
}
