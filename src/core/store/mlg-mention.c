/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-mention.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "../mlg-date.h"
#include "mlg-changeset-reader.h"
#include "mlg-history-private.h"
#include "mlg-id.h"
#include "mlg-record-sql.h"
#include "mlg-statement.h"

/* No link of records leads from somebody to a text that speaks of them: all texts are read. */
typedef struct
{
  MlgConnection *db;
  MlgTerms *terms;
  MlgChanges *except; /* (nullable) */
  MlgIssueList *found;
} Looking;

static gboolean
is_excepted (const Looking *l, const MlgKind *kind, gint64 id)
{
  return l->except != NULL && mlg_changes_touch (l->except, kind, id);
}

static gboolean
is_text (const MlgField *field)
{
  return field->type == MLG_FIELD_TEXT || field->type == MLG_FIELD_LONG_TEXT;
}

static void
look_into_field (Looking *l, MlgRecord *record, guint i)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  const char *text = is_text (&kind->fields[i]) ? mlg_record_get_text (record, i) : NULL;
  gboolean vague = FALSE;
  const char *term = text != NULL ? mlg_terms_find (l->terms, text, &vague) : NULL;

  if (term == NULL)
    return;
  mlg_issue_list_add (l->found, vague ? MLG_SEVERITY_NOTE : MLG_SEVERITY_WARNING, NULL, 0, 0,
                      vague
                          /* Translators: a kind of record, its number, one of its fields, and the
                           * given name that stands there. */
                          ? _ ("%s %" PRId64 ": “%s” may speak of them (“%s”): look at it")
                          /* Translators: a kind of record, its number, one of its fields, and the
                           * name, address or number that stands there. */
                          : _ ("%s %" PRId64 ": “%s” names them (“%s”): change it there"),
                      _ (kind->title), mlg_record_get_id (record), _ (kind->fields[i].title), term);
}

static gboolean
look_into_records (Looking *l, GError **error)
{
  for (const MlgKind *const *kind = mlg_connection_get_kinds (l->db); *kind != NULL; kind++)
    {
      g_autoptr (GPtrArray) records = NULL;

      if (!mlg_connection_report (l->db, -1, NULL, error))
        return FALSE;
      records = mlg_record_load_where (l->db, *kind, error, "ORDER BY id", "");
      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        for (guint field = 0; field < (*kind)->n_fields; field++)
          if (!is_excepted (l, *kind, mlg_record_get_id (records->pdata[i])))
            look_into_field (l, records->pdata[i], field);
    }
  return TRUE;
}

static const char *
look_into_row (Looking *l,
               const MlgChangesetReader *reader,
               const MlgChangesetValue *row,
               gboolean *vague)
{
  const char *best = NULL;

  for (guint i = 0; i < reader->n_columns; i++)
    {
      g_autofree char *text =
          row[i].type == MLG_CHANGESET_TEXT ? g_strndup (row[i].bytes, row[i].size) : NULL;
      g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
      gboolean this_vague = FALSE;
      const char *term = valid != NULL ? mlg_terms_find (l->terms, valid, &this_vague) : NULL;

      if (term == NULL || (best != NULL && this_vague))
        continue;
      best = term;
      *vague = this_vague;
      if (!this_vague)
        break;
    }
  return best;
}

/* Returns: (nullable): the surest term that some text of a changeset holds. */
static const char *
look_into_changeset (Looking *l, MlgChangeset *changeset, gboolean *vague)
{
  g_auto (MlgChangesetReader) reader = { 0 };
  const char *best = NULL;

  mlg_changeset_reader_init (&reader, changeset);
  while ((best == NULL || *vague) && mlg_changeset_reader_next (&reader))
    {
      const MlgKind *kind = mlg_kind_find_by_table (mlg_connection_get_kinds (l->db), reader.table);
      gboolean old = reader.operation != SQLITE_INSERT, this_vague = FALSE;
      const char *term = NULL;

      if (kind != NULL && is_excepted (l, kind, reader.id))
        continue;
      if (old)
        term = look_into_row (l, &reader, reader.old_row, &this_vague);
      if ((term == NULL || this_vague) && reader.operation != SQLITE_DELETE)
        {
          gboolean new_vague = FALSE;
          const char *other = look_into_row (l, &reader, reader.new_row, &new_vague);

          term = other != NULL ? other : term;
          this_vague = other != NULL ? new_vague : this_vague;
        }
      if (term == NULL || (best != NULL && this_vague))
        continue;
      best = term;
      *vague = this_vague;
    }
  return best;
}

static char *
write_day (gint64 action)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (mlg_id_get_time (action));

  return time != NULL ? mlg_date_write_day (time) : g_strdup ("");
}

/* What cannot be read cannot be shown either: nobody finds a name there. The names of actions are
 * cleaned by the erasure itself: before it, they tell nothing of what will be left. */
static void
look_into_action (Looking *l, gint64 action, const char *name)
{
  g_autoptr (MlgChangeset) changeset = mlg_history_load_changeset (l->db, action, NULL);
  g_autofree char *day = write_day (action);
  gboolean vague = FALSE;
  const char *term = changeset != NULL ? look_into_changeset (l, changeset, &vague) : NULL;

  if (term == NULL && l->except == NULL)
    term = mlg_terms_find (l->terms, name, &vague);
  if (term != NULL)
    mlg_issue_list_add (l->found, vague ? MLG_SEVERITY_NOTE : MLG_SEVERITY_WARNING, NULL, 0, 0,
                        /* Translators: a day, the name of an action, a name that its texts hold. */
                        _ ("History, %s, “%s”: its texts hold “%s”; they go with the oldest of the "
                           "history"),
                        day, name, term);
}

static gboolean
look_into_history (Looking *l, GError **error)
{
  g_autoptr (MlgStatement) statement =
      mlg_connection_prepare (l->db, "SELECT id, name FROM action ORDER BY id", error);
  MlgStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      const char *name = mlg_statement_get_text (statement, 1);

      look_into_action (l, mlg_statement_get_integer (statement, 0), name != NULL ? name : "");
    }
  return step == MLG_STEP_DONE;
}

/**
 * mlg_mention_find:
 * @terms: what names somebody
 * @except: (nullable): records that are not looked into, because they go anyway
 * @found: gets a warning for each field of a record, and each action of the history, that holds one of
 *   the terms; a note where it may be somebody else
 *
 * Reads the texts of all records and of the history for mentions of somebody. To be shown to who erases
 * a person (GDPR, article 17): what to do with such a text is for a person to judge. It reads the
 * whole file, and may be cancelled. In the thread of the connection; nothing is written.
 *
 * Returns: %FALSE with @error set when the file cannot be read
 */
gboolean
mlg_mention_find (
    MlgConnection *db, MlgTerms *terms, MlgChanges *except, MlgIssueList *found, GError **error)
{
  Looking l = { db, terms, except, found };

  return look_into_records (&l, error) && look_into_history (&l, error);
}
