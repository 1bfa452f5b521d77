/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-question-option.h"
#include "mlg-question.h"
#include "mlg-questionnaire-edit.h"
#include "mlg-questionnaire-form.h"
#include "mlg-questionnaire-section.h"
#include "mlg-questionnaire.h"
#include "mlg-theme-edit.h"

/* A new record with all that another has. */
static MlgRecord *
make_twin (MlgRecord *record)
{
  MlgRecord *twin = mlg_record_copy (record);

  mlg_record_set_id (twin, 0);
  return twin;
}

static gboolean
copy_sections (
    MlgConnection *db, const MlgForm *form, gint64 target, GHashTable *twins, GError **error)
{
  for (guint i = 0; i < form->sections->len; i++)
    {
      g_autoptr (MlgRecord) twin = make_twin (form->sections->pdata[i]);

      mlg_record_set_integer (twin, MLG_QUESTIONNAIRE_SECTION_QUESTIONNAIRE, target);
      if (!mlg_theme_store (db, twin, error))
        return FALSE;
      g_hash_table_insert (twins, form->sections->pdata[i], g_object_ref (twin));
    }
  return TRUE;
}

static gboolean
copy_question (MlgConnection *db,
               const MlgFormQuestion *question,
               gint64 target,
               GHashTable *twins,
               GError **error)
{
  g_autoptr (MlgRecord) twin = make_twin (question->question);

  mlg_record_set_integer (twin, MLG_QUESTION_QUESTIONNAIRE, target);
  if (question->section != NULL)
    mlg_record_set_integer (twin, MLG_QUESTION_SECTION,
                            mlg_record_get_id (g_hash_table_lookup (twins, question->section)));
  if (!mlg_theme_store (db, twin, error))
    return FALSE;
  for (guint i = 0; i < question->options->len; i++)
    {
      g_autoptr (MlgRecord) option = make_twin (question->options->pdata[i]);

      mlg_record_set_integer (option, MLG_QUESTION_OPTION_QUESTION, mlg_record_get_id (twin));
      if (!mlg_theme_store (db, option, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mlg_questionnaire_copy:
 * @title: (nullable): the copy's title; %NULL for that of the original
 *
 * Copies a questionnaire with its sections, questions and options, without any answer: a draft without
 * dates. In an action only.
 *
 * Returns: the copy; 0 with @error set
 */
gint64
mlg_questionnaire_copy (MlgConnection *db, gint64 questionnaire, const char *title, GError **error)
{
  g_autoptr (MlgForm) form = mlg_form_load (db, questionnaire, error);
  g_autoptr (GHashTable) twins = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  g_autoptr (MlgRecord) twin = NULL;
  gint64 id;

  if (form == NULL)
    return 0;
  twin = make_twin (form->questionnaire);
  if (title != NULL && !mlg_record_parse (twin, MLG_QUESTIONNAIRE_TITLE, title, error))
    return 0;
  mlg_record_set_text (twin, MLG_QUESTIONNAIRE_STATE, "draft");
  mlg_record_set_null (twin, MLG_QUESTIONNAIRE_OPENS_ON);
  mlg_record_set_null (twin, MLG_QUESTIONNAIRE_ANSWER_BY);
  mlg_record_set_null (twin, MLG_QUESTIONNAIRE_CLOSED_ON);
  mlg_record_set_null (twin, MLG_QUESTIONNAIRE_MEETING);
  mlg_record_set_integer (twin, MLG_QUESTIONNAIRE_COPIED_FROM, questionnaire);
  if (!mlg_theme_store (db, twin, error))
    return 0;
  id = mlg_record_get_id (twin);
  if (!copy_sections (db, form, id, twins, error))
    return 0;
  for (guint i = 0; i < form->questions->len; i++)
    if (!copy_question (db, form->questions->pdata[i], id, twins, error))
      return 0;
  return id;
}
