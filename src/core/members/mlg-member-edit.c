/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-member-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-body.h"
#include "mlg-day.h"
#include "mlg-function.h"
#include "mlg-group-member.h"
#include "mlg-group.h"
#include "mlg-person.h"

/* Sets a date as people write it, or today's for none. */
static gboolean
set_day (MlgRecord *record, guint field, const char *day, GError **error)
{
  g_autofree char *today = day == NULL ? mlg_day_today () : NULL;

  return mlg_record_parse (record, field, day != NULL ? day : today, error);
}

/**
 * mlg_body_get_status_date_field:
 * @status: (nullable): one of mlg_body_statuses
 *
 * Returns: the field that tells since when a body has this status; -1 for none
 */
int
mlg_body_get_status_date_field (const char *status)
{
  static const struct
  {
    const char *status;
    int field;
  } dates[] = {
    { "prospect", MLG_BODY_PROSPECT_ON }, { "interested", MLG_BODY_INTERESTED_ON },
    { "member", MLG_BODY_JOINED_ON },     { "associate", MLG_BODY_ASSOCIATED_ON },
    { "former", MLG_BODY_LEFT_ON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (g_strcmp0 (dates[i].status, status) == 0)
      return dates[i].field;
  return -1;
}

/* Whether a field is as it was. */
static gboolean
is_untouched (MlgRecord *body, MlgRecord *before, guint field)
{
  return g_strcmp0 (mlg_record_get_text (body, field), mlg_record_get_text (before, field)) == 0;
}

/**
 * mlg_body_note_status_day:
 * @body: a body that is being edited
 * @before: the same as it was
 *
 * Notes today as the day of a status that the body did not have before, and forgets that it left if it
 * comes back: unless these dates were edited too. For editors of whole records, before
 * mlg_record_update(); see mlg_body_set_status() for the status alone.
 */
gboolean
mlg_body_note_status_day (MlgRecord *body, MlgRecord *before, GError **error)
{
  int field = mlg_body_get_status_date_field (mlg_record_get_text (body, MLG_BODY_STATUS));

  if (field < 0 || is_untouched (body, before, MLG_BODY_STATUS))
    return TRUE;
  if (is_untouched (body, before, (guint) field) && !set_day (body, (guint) field, NULL, error))
    return FALSE;
  if (field != MLG_BODY_LEFT_ON && is_untouched (body, before, MLG_BODY_LEFT_ON))
    mlg_record_set_null (body, MLG_BODY_LEFT_ON);
  return TRUE;
}

/**
 * mlg_body_set_status:
 * @status: (nullable): one of mlg_body_statuses; %NULL for none
 * @day: (nullable): since when, as people write dates; %NULL for today
 *
 * Gives a body another status, and notes since when in the field of that status. The dates of its
 * earlier statuses stay: they tell its way; but who comes back has not left. A body that has this
 * status already keeps its date, unless @day says another one.
 *
 * Errors: %MLG_STORE_ERROR_INVALID for a status or a date that is none.
 */
gboolean
mlg_body_set_status (
    MlgConnection *db, gint64 body, const char *status, const char *day, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_body_kind, body, error);
  int field = mlg_body_get_status_date_field (status);
  gboolean same;

  if (record == NULL)
    return FALSE;
  same = g_strcmp0 (mlg_record_get_text (record, MLG_BODY_STATUS), status) == 0;
  mlg_record_set_text (record, MLG_BODY_STATUS, status);
  if (field >= 0 && (!same || day != NULL || mlg_record_is_null (record, (guint) field))
      && !set_day (record, (guint) field, day, error))
    return FALSE;
  if (field >= 0 && field != MLG_BODY_LEFT_ON)
    mlg_record_set_null (record, MLG_BODY_LEFT_ON);
  return mlg_record_update (db, record, error);
}

/**
 * mlg_body_add_person:
 * @person: somebody; stored first if they are not stored yet
 * @function: a new function with what they do there; its person and its body are set here
 *
 * Gives a person a function in a body.
 */
gboolean
mlg_body_add_person (
    MlgConnection *db, gint64 body, MlgRecord *person, MlgRecord *function, GError **error)
{
  g_return_val_if_fail (mlg_record_get_kind (person) == &mlg_person_kind, FALSE);
  g_return_val_if_fail (mlg_record_get_kind (function) == &mlg_function_kind, FALSE);

  if (mlg_record_get_id (person) == 0 && !mlg_record_insert (db, person, error))
    return FALSE;
  mlg_record_set_integer (function, MLG_FUNCTION_PERSON, mlg_record_get_id (person));
  mlg_record_set_integer (function, MLG_FUNCTION_BODY, body);
  return mlg_record_insert (db, function, error);
}

/* The last day of something must not be before its first. */
static gboolean
check_order (MlgRecord *record, guint since, guint until, GError **error)
{
  const char *first = mlg_record_get_text (record, since);
  const char *last = mlg_record_get_text (record, until);

  if (first == NULL || last == NULL || strcmp (first, last) <= 0)
    return TRUE;
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
               /* Translators: two dates, such as 2026-01-31. */
               _ ("It cannot end on %s: it began on %s"), last, first);
  return FALSE;
}

/**
 * mlg_function_end:
 * @day: (nullable): the last day, as people write dates; %NULL for today
 *
 * Ends a function, which stays known as a past one and is no main contact any more.
 */
gboolean
mlg_function_end (MlgConnection *db, gint64 function, const char *day, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_function_kind, function, error);

  if (record == NULL || !set_day (record, MLG_FUNCTION_UNTIL, day, error)
      || !check_order (record, MLG_FUNCTION_SINCE, MLG_FUNCTION_UNTIL, error))
    return FALSE;
  if (mlg_record_get_boolean (record, MLG_FUNCTION_MAIN))
    mlg_record_set_boolean (record, MLG_FUNCTION_MAIN, FALSE);
  return mlg_record_update (db, record, error);
}

/* Returns: (transfer full): the memberships of a body or a person in a group that are not over. */
static GPtrArray *
load_memberships (MlgConnection *db, gint64 group, const MlgKind *kind, gint64 id, GError **error)
{
  g_autofree char *today = mlg_day_today ();
  const char *tail =
      kind == &mlg_body_kind
          ? "WHERE grp=?1 AND body=?2 AND (until IS NULL OR until>=?3) ORDER BY id"
          : "WHERE grp=?1 AND person=?2 AND (until IS NULL OR until>=?3) ORDER BY id";

  return mlg_record_load_where (db, &mlg_group_member_kind, error, tail, "iit", group, id, today);
}

/**
 * mlg_group_add:
 * @kind: bodies or people
 * @id: the body or the person
 * @since: (nullable): since when, as people write dates; %NULL for today
 *
 * Puts a body or a person in a group; nothing is done if it is there.
 */
gboolean
mlg_group_add (MlgConnection *db,
               gint64 group,
               const MlgKind *kind,
               gint64 id,
               const char *since,
               GError **error)
{
  g_autoptr (GPtrArray) present = NULL;
  g_autoptr (MlgRecord) membership = NULL;

  g_return_val_if_fail (kind == &mlg_body_kind || kind == &mlg_person_kind, FALSE);

  present = load_memberships (db, group, kind, id, error);
  if (present == NULL || present->len > 0)
    return present != NULL;
  membership = mlg_record_new (&mlg_group_member_kind);
  mlg_record_set_integer (membership, MLG_GROUP_MEMBER_GROUP, group);
  mlg_record_set_integer (
      membership, kind == &mlg_body_kind ? MLG_GROUP_MEMBER_BODY : MLG_GROUP_MEMBER_PERSON, id);
  return set_day (membership, MLG_GROUP_MEMBER_SINCE, since, error)
         && mlg_record_insert (db, membership, error);
}

/**
 * mlg_group_leave:
 * @kind: bodies or people
 * @id: the body or the person
 * @day: (nullable): the last day, as people write dates; %NULL for today
 *
 * Ends the membership of a group, which stays known as a past one; nothing is done if there is none. A
 * membership that never was is removed with mlg_record_remove().
 */
gboolean
mlg_group_leave (MlgConnection *db,
                 gint64 group,
                 const MlgKind *kind,
                 gint64 id,
                 const char *day,
                 GError **error)
{
  g_autoptr (GPtrArray) present = NULL;

  g_return_val_if_fail (kind == &mlg_body_kind || kind == &mlg_person_kind, FALSE);

  present = load_memberships (db, group, kind, id, error);
  if (present == NULL)
    return FALSE;
  for (guint i = 0; i < present->len; i++)
    if (!set_day (present->pdata[i], MLG_GROUP_MEMBER_UNTIL, day, error)
        || !check_order (present->pdata[i], MLG_GROUP_MEMBER_SINCE, MLG_GROUP_MEMBER_UNTIL, error)
        || !mlg_record_update (db, present->pdata[i], error))
      return FALSE;
  return TRUE;
}
