/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-person-mentions.h"

#include "mlg-function.h"
#include "mlg-person.h"
#include "store/mlg-erasure.h"
#include "store/mlg-record-sql.h"

/* Erasing a person takes their records; texts that speak of them stay, and are told. */

/**
 * mlg_person_list_terms:
 * @person: a person's id
 *
 * What names somebody in texts: their family name and addresses and numbers, those of their functions
 * too; and, as a mere possibility, their given name.
 *
 * Returns: (transfer full): the terms; %NULL with @error set, %MLG_STORE_ERROR_MISSING when there is
 *   no such person
 */
MlgTerms *
mlg_person_list_terms (MlgConnection *db, gint64 person, GError **error)
{
  g_autoptr (MlgTerms) terms = mlg_terms_new ();
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_person_kind, person, error);
  g_autoptr (GPtrArray) functions =
      record != NULL ? mlg_record_load_where (db, &mlg_function_kind, error,
                                              "WHERE person=?1 ORDER BY id", "i", person)
                     : NULL;

  if (functions == NULL)
    return NULL;
  mlg_terms_add (terms, mlg_record_get_text (record, MLG_PERSON_FAMILY_NAME));
  mlg_terms_add (terms, mlg_record_get_text (record, MLG_PERSON_EMAIL));
  mlg_terms_add_vague (terms, mlg_record_get_text (record, MLG_PERSON_GIVEN_NAME));
  mlg_terms_add_number (terms, mlg_record_get_text (record, MLG_PERSON_PHONE));
  mlg_terms_add_number (terms, mlg_record_get_text (record, MLG_PERSON_MOBILE));
  for (guint i = 0; i < functions->len; i++)
    {
      mlg_terms_add (terms, mlg_record_get_text (functions->pdata[i], MLG_FUNCTION_EMAIL));
      mlg_terms_add_number (terms, mlg_record_get_text (functions->pdata[i], MLG_FUNCTION_PHONE));
    }
  return g_steal_pointer (&terms);
}

/**
 * mlg_person_foresee_mentions:
 * @person: a person's id
 * @found: gets where texts that an erasure would not take speak of them; see mlg_mention_find()
 *
 * To be shown before mlg_person_erase(). Nothing is written. In the thread of the connection.
 *
 * Returns: %FALSE with @error set, %MLG_STORE_ERROR_MISSING when there is no such person
 */
gboolean
mlg_person_foresee_mentions (MlgConnection *db, gint64 person, MlgIssueList *found, GError **error)
{
  g_autoptr (MlgTerms) terms = mlg_person_list_terms (db, person, error);
  g_autoptr (MlgChanges) gone = mlg_changes_new ();

  return terms != NULL && mlg_erasure_foresee (db, &mlg_person_kind, person, gone, error)
         && mlg_mention_find (db, terms, gone, found, error);
}

/* The records are gone: what cannot be told any more must not pass for a failed erasure. */
static void
tell_left (MlgConnection *db, MlgTerms *terms, MlgIssueList *left)
{
  g_autoptr (GError) error = NULL;

  if (!mlg_mention_find (db, terms, NULL, left, &error))
    mlg_issue_list_add (left, MLG_SEVERITY_WARNING, NULL, 0, 0, "%s", error->message);
}

/**
 * mlg_person_erase:
 * @person: a person's id
 * @left: gets what could not be cleaned yet, and where texts still speak of them
 * @changes: (out) (optional) (transfer full): what is gone
 *
 * Erases somebody who asked for it (GDPR, article 17) as mlg_erase() does, then tells the texts of
 * others' records and of the history that mention them still. Outside an action; in the writer's
 * thread; it cannot be undone. Of somebody who was deleted, whose traces only are erased, the name is
 * not known: no text is looked at.
 *
 * Returns: %FALSE with @error set when nothing was erased
 */
gboolean
mlg_person_erase (
    MlgConnection *db, gint64 person, MlgIssueList *left, MlgChanges **changes, GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (MlgTerms) terms = mlg_person_list_terms (db, person, &missing);

  if (terms == NULL && !g_error_matches (missing, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING))
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }
  if (!mlg_erase (db, &mlg_person_kind, person, "request", left, changes, error))
    return FALSE;
  if (terms != NULL)
    tell_left (db, terms, left);
  return TRUE;
}
