/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-draft-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "library/mlg-compose.h"
#include "library/mlg-draft-answers.h"
#include "library/mlg-template-difference.h"
#include "library/mlg-template-merge.h"
#include "library/mlg-template-record.h"

static char *
write_xml (MlgTemplate *template)
{
  g_autoptr (GBytes) bytes = mlg_template_to_xml (template);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
set_text (MlgRecord *draft, MlgTemplate *template)
{
  g_autofree char *xml = write_xml (template);

  mlg_record_set_text (draft, MLG_DRAFT_CONTENT, xml);
  mlg_record_set_text (draft, MLG_DRAFT_TEMPLATE_URI, mlg_template_get_uri (template));
  mlg_record_set_integer (draft, MLG_DRAFT_REVISION, mlg_template_get_revision (template));
}

/**
 * mlg_draft_store:
 * @draft: a draft; a new one names its template, of which it gets the text
 *
 * Stores a draft's fields. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID for a new one without a template.
 */
gboolean
mlg_draft_store (MlgConnection *db, MlgRecord *draft, GError **error)
{
  gint64 id = mlg_record_get_integer (draft, MLG_DRAFT_TEMPLATE);
  g_autoptr (MlgTemplate) template = NULL;

  if (mlg_record_get_id (draft) != 0)
    return mlg_record_update (db, draft, error);
  if (id == 0 && mlg_record_is_null (draft, MLG_DRAFT_CONTENT))
    {
      g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                           _ ("a draft is made from a template: template=NAME is expected"));
      return FALSE;
    }
  if (id != 0 && (template = mlg_compose_template (db, id, NULL, error)) == NULL)
    return FALSE;
  if (template != NULL)
    set_text (draft, template);
  if (mlg_record_is_null (draft, MLG_DRAFT_STATE))
    mlg_record_set_text (draft, MLG_DRAFT_STATE, "open");
  return mlg_record_insert (db, draft, error);
}

/**
 * mlg_draft_new:
 * @title: (nullable): that of the template
 *
 * Makes a draft from a template, with nothing answered. In an action only.
 *
 * Returns: its id; 0 with @error set
 */
gint64
mlg_draft_new (MlgConnection *db, gint64 template, const char *title, GError **error)
{
  g_autoptr (MlgRecord) draft = mlg_record_new (&mlg_draft_kind);
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_template_record_kind, template, error);

  if (record == NULL)
    return 0;
  mlg_record_set_text (draft, MLG_DRAFT_TITLE,
                       title != NULL ? title
                                     : mlg_record_get_text (record, MLG_TEMPLATE_RECORD_TITLE));
  mlg_record_set_integer (draft, MLG_DRAFT_TEMPLATE, template);
  return mlg_draft_store (db, draft, error) ? mlg_record_get_id (draft) : 0;
}

/**
 * mlg_draft_read:
 * @issues: (nullable): gets what is odd in the answers
 *
 * Returns: (transfer full): the answers of a draft; mlg_answers_get_template() is its text
 */
MlgAnswers *
mlg_draft_read (MlgConnection *db, gint64 draft, MlgIssueList *issues, GError **error)
{
  g_autoptr (MlgIssueList) own = issues != NULL ? NULL : mlg_issue_list_new ();
  g_autoptr (MlgTemplate) template = mlg_compose_draft (db, draft, issues, error);
  g_autofree char *xml = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (template == NULL
      || !mlg_connection_get_text (db, &xml, error, "SELECT answers FROM draft WHERE id=?1", "i",
                                   draft))
    return NULL;
  if (xml == NULL)
    return mlg_answers_new (template);
  bytes = g_bytes_new (xml, strlen (xml));
  return mlg_answers_read_xml (template, bytes, _ ("answers"), issues != NULL ? issues : own, NULL,
                               error);
}

/**
 * mlg_draft_write_answers:
 * @answers: to the questions of the draft's text
 *
 * Keeps the answers, and the draft's own fields that they tell: the launch and the value. In an action
 * only.
 */
gboolean
mlg_draft_write_answers (MlgConnection *db, gint64 draft, MlgAnswers *answers, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_draft_kind, draft, error);
  g_autoptr (GBytes) bytes = mlg_answers_to_xml (answers);
  g_autofree char *xml = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *launch = mlg_answers_get (answers, "launch-date");
  g_autofree char *value = mlg_answers_get (answers, "estimated-amount");

  if (record == NULL)
    return FALSE;
  mlg_record_set_text (record, MLG_DRAFT_ANSWERS, xml);
  if (launch != NULL && *launch != '\0')
    mlg_record_set_text (record, MLG_DRAFT_LAUNCH_ON, launch);
  if (value != NULL && *value != '\0')
    mlg_record_set_real (record, MLG_DRAFT_VALUE, g_ascii_strtod (value, NULL));
  return mlg_record_update (db, record, error);
}

/**
 * mlg_draft_answer:
 * @field: the name of a question
 * @text: what is answered, as people write it; "" takes the answer away
 *
 * Answers one question. In an action only.
 *
 * Errors: those of mlg_answers_set().
 */
gboolean
mlg_draft_answer (
    MlgConnection *db, gint64 draft, const char *field, const char *text, GError **error)
{
  g_autoptr (MlgAnswers) answers = mlg_draft_read (db, draft, NULL, error);

  return answers != NULL && mlg_answers_set (answers, field, text, error)
         && mlg_draft_write_answers (db, draft, answers, error);
}

/**
 * mlg_draft_write_text:
 * @text: the draft's text with what somebody changed in it; its questions may have changed too
 *
 * Changes the text of a draft, and nothing of the template it came from. In an action only.
 */
gboolean
mlg_draft_write_text (MlgConnection *db, gint64 draft, MlgTemplate *text, GError **error)
{
  g_autofree char *xml = write_xml (text);

  return mlg_connection_execute (db, error, "UPDATE draft SET content=?2 WHERE id=?1", "it", draft,
                                 xml);
}

/**
 * mlg_draft_find_newer:
 * @revision: (out): that of the template now, when it is not the one of the draft; else 0
 */
gboolean
mlg_draft_find_newer (MlgConnection *db, gint64 draft, guint *revision, GError **error)
{
  gint64 now = 0;

  if (!mlg_connection_get_integer (db, &now, error,
                                   "SELECT t.revision FROM draft d JOIN template t"
                                   " ON t.id=d.template AND t.revision IS NOT d.revision"
                                   " WHERE d.id=?1",
                                   "i", draft))
    return FALSE;
  *revision = (guint) now;
  return TRUE;
}

static MlgTemplate *
read_newer (MlgConnection *db, gint64 draft, GError **error)
{
  gint64 template = 0;

  if (!mlg_connection_get_integer (db, &template, error, "SELECT template FROM draft WHERE id=?1",
                                   "i", draft))
    return NULL;
  return mlg_compose_template (db, template, NULL, error);
}

/* The revision from which the draft was made; NULL without an error when nobody kept it. */
static MlgTemplate *
read_base (MlgConnection *db, MlgRecord *draft)
{
  return mlg_compose_older (db, mlg_record_get_integer (draft, MLG_DRAFT_TEMPLATE),
                            (guint) mlg_record_get_integer (draft, MLG_DRAFT_REVISION), NULL, NULL);
}

/**
 * mlg_draft_compare:
 *
 * Returns: (transfer full) (element-type MlgPassage): from the text of the draft to its template as it is now,
 *   with who changed what; see mlg_template_compare_both()
 */
GPtrArray *
mlg_draft_compare (MlgConnection *db, gint64 draft, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_draft_kind, draft, error);
  g_autoptr (MlgTemplate) mine = record != NULL ? mlg_compose_draft (db, draft, NULL, error) : NULL;
  g_autoptr (MlgTemplate) newer = mine != NULL ? read_newer (db, draft, error) : NULL;
  g_autoptr (MlgTemplate) base = newer != NULL ? read_base (db, record) : NULL;

  return newer != NULL ? mlg_template_compare_both (base, mine, newer) : NULL;
}

static MlgTemplate *
merge (MlgTemplate *mine, MlgTemplate *newer, const char *const *kept, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (; kept != NULL && *kept != NULL; kept++)
    g_hash_table_add (keys, (gpointer) *kept);
  return mlg_template_merge (mine, newer, keys, error);
}

/**
 * mlg_draft_take_newer:
 * @kept: (nullable): keys of passages that stay as the draft has them, ended by %NULL
 * @issues: gets a warning for each answer that has no place any more
 *
 * Gives a draft the text of its template as it is now, but for @kept, and keeps the answers. Other changes that
 * somebody made in the draft's own text go: mlg_draft_compare() shows them before. In an action only.
 */
gboolean
mlg_draft_take_newer (
    MlgConnection *db, gint64 draft, const char *const *kept, MlgIssueList *issues, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_draft_kind, draft, error);
  g_autoptr (MlgAnswers) answers =
      record != NULL ? mlg_draft_read (db, draft, issues, error) : NULL;
  g_autoptr (MlgTemplate) newer = answers != NULL ? read_newer (db, draft, error) : NULL;
  g_autoptr (MlgTemplate) merged =
      newer != NULL ? merge (mlg_answers_get_template (answers), newer, kept, error) : NULL;
  g_autoptr (MlgAnswers) carried =
      merged != NULL ? mlg_draft_carry_answers (answers, merged, issues, error) : NULL;

  if (carried == NULL)
    return FALSE;
  set_text (record, merged);
  return mlg_record_update (db, record, error)
         && mlg_draft_write_answers (db, draft, carried, error);
}
