/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-who.h"

#include "mlg-agenda-item.h"
#include "mlg-outcome.h"

/* Members, met by their ids. Who is not there any more has no name: they were erased. */

/**
 * mlg_who_of_item:
 *
 * Returns: who presents an item
 */
MlgWho
mlg_who_of_item (MlgRecord *item)
{
  return (MlgWho){ .words = mlg_record_get_text (item, MLG_AGENDA_ITEM_PRESENTER),
                   .function = mlg_record_get_integer (item, MLG_AGENDA_ITEM_PRESENTER_FUNCTION),
                   .person = mlg_record_get_integer (item, MLG_AGENDA_ITEM_PRESENTER_PERSON),
                   .body = mlg_record_get_integer (item, MLG_AGENDA_ITEM_PRESENTER_BODY) };
}

/**
 * mlg_who_of_outcome:
 *
 * Returns: who answers for an outcome
 */
MlgWho
mlg_who_of_outcome (MlgRecord *outcome)
{
  return (MlgWho){ .words = mlg_record_get_text (outcome, MLG_OUTCOME_WHO),
                   .function = mlg_record_get_integer (outcome, MLG_OUTCOME_WHO_FUNCTION),
                   .person = mlg_record_get_integer (outcome, MLG_OUTCOME_WHO_PERSON),
                   .body = mlg_record_get_integer (outcome, MLG_OUTCOME_WHO_BODY) };
}

/**
 * mlg_who_is_known:
 *
 * Returns: whether somebody is named at all
 */
gboolean
mlg_who_is_known (const MlgWho *who)
{
  return who->words != NULL || who->function != 0 || who->person != 0 || who->body != 0;
}

static gboolean
ask (MlgConnection *db, const char *sql, gint64 id, char **text, GError **error)
{
  g_autofree char *found = NULL;

  if (id == 0)
    return TRUE;
  if (!mlg_connection_get_text (db, &found, error, sql, "i", id))
    return FALSE;
  if (found != NULL && *found != '\0')
    *text = g_steal_pointer (&found);
  return TRUE;
}

/* The one who holds the function, unless the person is named. */
static gboolean
find_person (MlgConnection *db, const MlgWho *who, gint64 *person, GError **error)
{
  *person = who->person;
  return *person != 0 || who->function == 0
         || mlg_connection_get_integer (
             db, person, error, "SELECT person FROM function WHERE id=?1", "i", who->function);
}

static gboolean
find_body (MlgConnection *db, const MlgWho *who, gint64 *body, GError **error)
{
  *body = who->body;
  return *body != 0 || who->function == 0
         || mlg_connection_get_integer (db, body, error, "SELECT body FROM function WHERE id=?1",
                                        "i", who->function);
}

/**
 * mlg_who_dup_person:
 *
 * Returns: (transfer full) (nullable): the name of the person, or else the words; %NULL for none, or
 *   with @error set
 */
char *
mlg_who_dup_person (MlgConnection *db, const MlgWho *who, GError **error)
{
  char *name = NULL;
  gint64 person = 0;

  if (who->words != NULL)
    return g_strdup (who->words);
  if (!find_person (db, who, &person, error)
      || !ask (db,
               "SELECT trim(coalesce(civility || ' ','') || coalesce(given_name || ' ','')"
               " || family_name) FROM person WHERE id=?1",
               person, &name, error))
    return NULL;
  return name;
}

/**
 * mlg_who_dup_function:
 *
 * Returns: (transfer full) (nullable): what they do: the title of their function, or of the only one
 *   that they hold in the body
 */
char *
mlg_who_dup_function (MlgConnection *db, const MlgWho *who, GError **error)
{
  char *title = NULL;

  if (who->function != 0)
    {
      ask (db, "SELECT title FROM function WHERE id=?1", who->function, &title, error);
      return title;
    }
  if (who->person == 0)
    return NULL;
  if (!mlg_connection_get_text (db, &title, error,
                                "SELECT title FROM function WHERE person=?1"
                                " AND (?2=0 OR body=?2) GROUP BY person HAVING count(*)=1",
                                "ii", who->person, who->body))
    return NULL;
  return title;
}

/**
 * mlg_who_dup_body:
 *
 * Returns: (transfer full) (nullable): the name of the body
 */
char *
mlg_who_dup_body (MlgConnection *db, const MlgWho *who, GError **error)
{
  char *name = NULL;
  gint64 body = 0;

  if (find_body (db, who, &body, error))
    ask (db, "SELECT name FROM body WHERE id=?1", body, &name, error);
  return name;
}

/**
 * mlg_who_dup_address:
 *
 * Returns: (transfer full) (nullable): the postal address of the body, in lines
 */
char *
mlg_who_dup_address (MlgConnection *db, const MlgWho *who, GError **error)
{
  char *address = NULL;
  gint64 body = 0;

  if (find_body (db, who, &body, error))
    ask (db,
         "SELECT trim(coalesce(address,'') || char(10) || trim(coalesce(postcode,'') || ' '"
         " || coalesce(city,'')), char(10) || ' ') FROM body WHERE id=?1",
         body, &address, error);
  return address;
}

/**
 * mlg_who_dup_name:
 *
 * Returns: (transfer full) (nullable): who it is, in a line: their name or what they do, and their body;
 *   %NULL for nobody
 */
char *
mlg_who_dup_name (MlgConnection *db, const MlgWho *who, GError **error)
{
  g_autofree char *person = mlg_who_dup_person (db, who, error);
  g_autofree char *function = NULL;
  g_autofree char *body = NULL;

  if (who->words != NULL)
    return g_steal_pointer (&person);
  function = mlg_who_dup_function (db, who, error);
  body = mlg_who_dup_body (db, who, error);
  if (person == NULL)
    person = g_steal_pointer (&function);
  if (person == NULL || body == NULL)
    return person != NULL ? g_steal_pointer (&person) : g_steal_pointer (&body);
  return g_strdup_printf ("%s (%s)", person, body);
}
