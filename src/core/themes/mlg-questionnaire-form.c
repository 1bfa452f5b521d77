/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-questionnaire-form.h"

#include "mlg-question-option.h"
#include "mlg-question.h"
#include "mlg-questionnaire-section.h"
#include "mlg-questionnaire.h"

static void
free_question (MlgFormQuestion *question)
{
  g_clear_object (&question->question);
  g_clear_object (&question->section);
  g_clear_pointer (&question->options, g_ptr_array_unref);
  g_free (question);
}

/**
 * mlg_form_free:
 * @form: (transfer full) (nullable)
 */
void
mlg_form_free (MlgForm *form)
{
  if (form == NULL)
    return;
  g_clear_object (&form->questionnaire);
  g_clear_pointer (&form->sections, g_ptr_array_unref);
  g_clear_pointer (&form->questions, g_ptr_array_unref);
  g_free (form);
}

static MlgRecord *
find_record (GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (mlg_record_get_id (records->pdata[i]) == id)
      return records->pdata[i];
  return NULL;
}

static gboolean
add_question (MlgConnection *db, MlgForm *form, MlgRecord *record, GError **error)
{
  MlgRecord *section =
      find_record (form->sections, mlg_record_get_integer (record, MLG_QUESTION_SECTION));
  MlgFormQuestion *question = g_new0 (MlgFormQuestion, 1);

  question->question = g_object_ref (record);
  question->section = section != NULL ? g_object_ref (section) : NULL;
  g_ptr_array_add (form->questions, question);
  question->options = mlg_record_load_where (db, &mlg_question_option_kind, error,
                                             "WHERE question=?1 ORDER BY position, id", "i",
                                             mlg_record_get_id (record));
  return question->options != NULL;
}

/**
 * mlg_form_load:
 *
 * Returns: (transfer full): a questionnaire with all that it asks; %NULL with @error set
 */
MlgForm *
mlg_form_load (MlgConnection *db, gint64 questionnaire, GError **error)
{
  g_autoptr (MlgForm) form = g_new0 (MlgForm, 1);
  g_autoptr (GPtrArray) records = NULL;

  form->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) free_question);
  form->questionnaire = mlg_record_load (db, &mlg_questionnaire_kind, questionnaire, error);
  if (form->questionnaire == NULL)
    return NULL;
  form->sections =
      mlg_record_load_where (db, &mlg_questionnaire_section_kind, error,
                             "WHERE questionnaire=?1 ORDER BY position, id", "i", questionnaire);
  if (form->sections == NULL)
    return NULL;
  records = mlg_record_load_where (
      db, &mlg_question_kind, error,
      "WHERE questionnaire=?1 ORDER BY coalesce((SELECT position FROM questionnaire_section AS s"
      " WHERE s.id=section),-1), section, position, id",
      "i", questionnaire);
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!add_question (db, form, records->pdata[i], error))
      return NULL;
  return records != NULL ? g_steal_pointer (&form) : NULL;
}

/**
 * mlg_form_find_question:
 *
 * Returns: (transfer none) (nullable): the question
 */
MlgFormQuestion *
mlg_form_find_question (const MlgForm *form, gint64 question)
{
  for (guint i = 0; i < form->questions->len; i++)
    {
      MlgFormQuestion *found = form->questions->pdata[i];

      if (mlg_record_get_id (found->question) == question)
        return found;
    }
  return NULL;
}

/**
 * mlg_form_find_question_by_code:
 * @code: in small or capital letters
 *
 * Returns: (transfer none) (nullable): the question
 */
MlgFormQuestion *
mlg_form_find_question_by_code (const MlgForm *form, const char *code)
{
  for (guint i = 0; i < form->questions->len; i++)
    {
      MlgFormQuestion *found = form->questions->pdata[i];
      const char *own = mlg_record_get_text (found->question, MLG_QUESTION_CODE);

      if (own != NULL && g_ascii_strcasecmp (own, code) == 0)
        return found;
    }
  return NULL;
}

/**
 * mlg_form_question_find_option:
 *
 * Returns: (transfer none) (nullable): the option
 */
MlgRecord *
mlg_form_question_find_option (const MlgFormQuestion *question, gint64 option)
{
  return find_record (question->options, option);
}

/**
 * mlg_form_question_get_type:
 *
 * Returns: one of mlg_question_types
 */
const char *
mlg_form_question_get_type (const MlgFormQuestion *question)
{
  return mlg_record_get_text (question->question, MLG_QUESTION_TYPE);
}
