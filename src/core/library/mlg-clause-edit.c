/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause-edit.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause-check.h"
#include "library/mlg-clause-trait.h"
#include "library/mlg-clause-value.h"
#include "library/mlg-clause-xml.h"
#include "library/mlg-clause.h"
#include "library/mlg-linked-clause.h"
#include "library/mlg-older-clause.h"
#include "library/mlg-template-edit.h"
#include "library/mlg-uri.h"
#include "library/mlg-library-day.h"
#include "store/mlg-statement.h"

/* A text that templates cannot hold would make every one that uses the clause unreadable. What is plain
 * becomes paragraphs. */
static gboolean
check (MlgRecord *clause, GError **error)
{
  const char *text = mlg_record_get_text (clause, MLG_CLAUSE_TEXT);
  g_autofree char *markup = NULL;

  if (text == NULL || *text == '\0')
    {
      g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                           _ ("a clause has a text"));
      return FALSE;
    }
  if (*text != '<')
    {
      markup = mlg_clause_write_plain (text);
      mlg_record_set_text (clause, MLG_CLAUSE_TEXT, markup);
    }
  return mlg_clause_check_text (clause, NULL, error);
}

static gboolean
write_traits (MlgConnection *db, MlgRecord *clause, GError **error)
{
  g_auto (GStrv) codes = mlg_dimensions_list (mlg_record_get_text (clause, MLG_CLAUSE_DIMENSION));

  if (!mlg_connection_execute (db, error, "DELETE FROM clause_trait WHERE clause=?1", "i",
                               mlg_record_get_id (clause)))
    return FALSE;
  for (char **code = codes; *code != NULL; code++)
    {
      g_autoptr (MlgRecord) trait = mlg_record_new (&mlg_clause_trait_kind);

      mlg_record_set_integer (trait, MLG_CLAUSE_TRAIT_CLAUSE, mlg_record_get_id (clause));
      mlg_record_set_text (trait, MLG_CLAUSE_TRAIT_CODE, *code);
      if (!mlg_record_insert (db, trait, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mlg_clause_insert:
 * @clause: a new clause; it gets an identifier and a revision if it has none
 *
 * Stores a new clause. In an action only.
 */
gboolean
mlg_clause_insert (MlgConnection *db, MlgRecord *clause, GError **error)
{
  g_autofree char *uri = mlg_uri_new ();
  g_autofree char *today = mlg_library_today ();

  if (mlg_record_is_null (clause, MLG_CLAUSE_URI))
    mlg_record_set_text (clause, MLG_CLAUSE_URI, uri);
  if (mlg_record_is_null (clause, MLG_CLAUSE_REVISION))
    mlg_record_set_integer (clause, MLG_CLAUSE_REVISION, 1);
  if (mlg_record_is_null (clause, MLG_CLAUSE_CHANGED_ON))
    mlg_record_set_text (clause, MLG_CLAUSE_CHANGED_ON, today);
  return mlg_record_insert (db, clause, error) && write_traits (db, clause, error);
}

/**
 * mlg_clause_keep_wording:
 * @clause: a clause with a wording of its own revision, of now or of elsewhere
 *
 * Keeps a wording among the older ones, unless one of that revision is there. In an action only.
 */
gboolean
mlg_clause_keep_wording (MlgConnection *db, MlgRecord *clause, GError **error)
{
  g_autoptr (MlgRecord) older = mlg_record_new (&mlg_older_clause_kind);
  g_autofree char *content = mlg_clause_dup_content (clause);
  g_autofree char *today = mlg_library_today ();
  gint64 id = mlg_record_get_id (clause), n = 0;
  gint64 number = mlg_record_get_integer (clause, MLG_CLAUSE_REVISION);

  if (!mlg_connection_get_integer (
          db, &n, error, "SELECT count(*) FROM older_clause WHERE clause=?1 AND number=?2", "ii",
          id, number))
    return FALSE;
  if (n > 0)
    return TRUE;
  mlg_record_set_integer (older, MLG_OLDER_CLAUSE_CLAUSE, id);
  mlg_record_set_integer (older, MLG_OLDER_CLAUSE_NUMBER, number);
  mlg_record_set_text (older, MLG_OLDER_CLAUSE_MADE_ON, today);
  mlg_record_set_text (older, MLG_OLDER_CLAUSE_CONTENT, content);
  return mlg_record_insert (db, older, error);
}

/**
 * mlg_clause_update:
 * @clause: with its new wording, and the revision that it is to bear
 * @before: as it is in the file
 *
 * Stores another wording; the one before is kept. Nothing becomes of the templates: see
 * mlg_clause_store(). In an action only.
 */
gboolean
mlg_clause_update (MlgConnection *db, MlgRecord *clause, MlgRecord *before, GError **error)
{
  g_autofree char *today = mlg_library_today ();

  mlg_record_set_text (clause, MLG_CLAUSE_CHANGED_ON, today);
  return mlg_clause_keep_wording (db, before, error) && mlg_record_update (db, clause, error)
         && write_traits (db, clause, error);
}

/* The next number is above those of all wordings that are kept. */
static gboolean
number_next (MlgConnection *db, MlgRecord *clause, GError **error)
{
  gint64 last = 0;

  if (!mlg_connection_get_integer (db, &last, error,
                                   "SELECT max(number) FROM older_clause WHERE clause=?1", "i",
                                   mlg_record_get_id (clause)))
    return FALSE;
  last = MAX (last, mlg_record_get_integer (clause, MLG_CLAUSE_REVISION));
  mlg_record_set_integer (clause, MLG_CLAUSE_REVISION, last + 1);
  return TRUE;
}

static gboolean
change (MlgConnection *db, MlgRecord *clause, MlgRecord *before, GError **error)
{
  g_autofree char *note = g_strdup_printf (_ ("The clause “%s” changed"),
                                           mlg_record_get_text (clause, MLG_CLAUSE_TITLE));

  return mlg_template_grow_with_clause (db, mlg_record_get_id (clause), NULL, note, error)
         && number_next (db, clause, error) && mlg_clause_update (db, clause, before, error);
}

/**
 * mlg_clause_store:
 * @clause: a clause, new or changed
 *
 * Stores a clause. When its wording changed it gets the next revision, the wording before is kept, and so do
 * the templates that follow it: those that hold on to an older wording do not. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID for a text that templates cannot hold.
 */
gboolean
mlg_clause_store (MlgConnection *db, MlgRecord *clause, GError **error)
{
  g_autoptr (MlgRecord) before = NULL;
  g_autofree char *old_content = NULL;
  g_autofree char *content = NULL;

  if (!check (clause, error))
    return FALSE;
  if (mlg_record_get_id (clause) == 0)
    return mlg_clause_insert (db, clause, error);
  before = mlg_record_load (db, &mlg_clause_kind, mlg_record_get_id (clause), error);
  if (before == NULL)
    return FALSE;
  old_content = mlg_clause_dup_content (before);
  content = mlg_clause_dup_content (clause);
  if (g_str_equal (old_content, content))
    return mlg_record_update (db, clause, error);
  return change (db, clause, before, error);
}

/**
 * mlg_clause_remove:
 *
 * Removes a clause that no template uses, with its older wordings. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID when templates use it.
 */
gboolean
mlg_clause_remove (MlgConnection *db, gint64 clause, GError **error)
{
  gint64 n = 0;

  if (!mlg_connection_get_integer (db, &n, error,
                                   "SELECT count(DISTINCT template) FROM clause_use"
                                   " JOIN piece ON piece.id=piece WHERE clause=?1",
                                   "i", clause))
    return FALSE;
  if (n > 0)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                   g_dngettext (GETTEXT_PACKAGE,
                                "%d template uses this clause: take it out there, or archive it",
                                "%d templates use this clause: take it out there, or archive it",
                                (gulong) n),
                   (int) n);
      return FALSE;
    }
  return mlg_record_remove (db, &mlg_clause_kind, clause, error);
}

static gboolean
add_link (MlgConnection *db, gint64 clause, gint64 other, GError **error)
{
  g_autoptr (MlgRecord) link = mlg_record_new (&mlg_linked_clause_kind);

  mlg_record_set_integer (link, MLG_LINKED_CLAUSE_CLAUSE, clause);
  mlg_record_set_integer (link, MLG_LINKED_CLAUSE_OTHER, other);
  return mlg_record_insert (db, link, error);
}

/**
 * mlg_clause_link:
 * @linked: whether they are to be read together
 *
 * Links two clauses, or parts them; a link holds both ways and is there once. In an action only.
 */
gboolean
mlg_clause_link (MlgConnection *db, gint64 clause, gint64 other, gboolean linked, GError **error)
{
  gint64 n = 0;

  if (!linked)
    return mlg_connection_execute (db, error,
                                   "DELETE FROM linked_clause WHERE (clause=?1 AND other=?2)"
                                   " OR (clause=?2 AND other=?1)",
                                   "ii", clause, other);
  if (clause == other
      || !mlg_connection_get_integer (db, &n, error,
                                      "SELECT count(*) FROM linked_clause"
                                      " WHERE (clause=?1 AND other=?2)"
                                      " OR (clause=?2 AND other=?1)",
                                      "ii", clause, other))
    return clause == other;
  return n > 0 || add_link (db, clause, other, error);
}
