/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-invite.h"

#include <glib/gi18n-lib.h>

#include "mlg-invitation.h"
#include "mlg-meeting-edit.h"
#include "mlg-meeting-rules.h"
#include "store/mlg-action.h"
#include "store/mlg-statement.h"

/* The bodies that are meant, as the table "chosen"; a group means those under it too. */
#define CHOSEN                                                                                     \
  "WITH RECURSIVE branch(id) AS (SELECT ?5 UNION SELECT g.id FROM member_group AS g"               \
  " JOIN branch ON g.parent=branch.id), chosen(id) AS (SELECT b.id FROM body AS b"                 \
  " WHERE (?2 IS NULL OR b.status=?2) AND (?3 IS NULL OR b.departement=?3)"                        \
  " AND (?5=0 OR EXISTS (SELECT 1 FROM group_member AS m JOIN branch ON branch.id=m.grp"           \
  " WHERE m.body=b.id AND (m.until IS NULL OR m.until>=?6))))"

/* Who holds a function there at present and is not invited yet; by their first one. */
#define PEOPLE                                                                                     \
  CHOSEN                                                                                           \
  " SELECT f.body, f.person, min(f.id) FROM function AS f JOIN chosen ON chosen.id=f.body"         \
  " WHERE (?4 IS NULL OR f.role=?4) AND (f.until IS NULL OR f.until>=?6)"                          \
  " AND NOT EXISTS (SELECT 1 FROM invitation AS i WHERE i.meeting=?1 AND i.person=f.person)"       \
  " GROUP BY f.person ORDER BY f.body, f.id"

/* People who are in the group by themselves. */
#define MEMBERS                                                                                    \
  CHOSEN                                                                                           \
  " SELECT NULL, m.person, NULL FROM group_member AS m JOIN branch ON branch.id=m.grp"             \
  " WHERE ?5<>0 AND m.person IS NOT NULL AND ?2 IS NULL AND ?3 IS NULL"                            \
  " AND (m.until IS NULL OR m.until>=?6) AND (?4 IS NULL OR EXISTS (SELECT 1"                      \
  " FROM function AS f WHERE f.person=m.person AND f.role=?4))"                                    \
  " AND NOT EXISTS (SELECT 1 FROM invitation AS i WHERE i.meeting=?1 AND i.person=m.person)"       \
  " GROUP BY m.person"

/* Bodies of which nobody is invited. */
#define BODIES                                                                                     \
  CHOSEN " SELECT chosen.id, NULL, NULL FROM chosen WHERE (?4 IS NULL OR EXISTS (SELECT 1"         \
         " FROM function AS f WHERE f.body=chosen.id AND f.role=?4)) AND NOT EXISTS"               \
         " (SELECT 1 FROM invitation AS i WHERE i.meeting=?1 AND i.body=chosen.id)"                \
         " ORDER BY chosen.id"

static char *
make_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static MlgRecord *
read_invitation (MlgStatement *statement, gint64 meeting)
{
  static const guint fields[] = { MLG_INVITATION_BODY, MLG_INVITATION_PERSON,
                                  MLG_INVITATION_FUNCTION };
  MlgRecord *invitation = mlg_record_new (&mlg_invitation_kind);

  mlg_record_set_integer (invitation, MLG_INVITATION_MEETING, meeting);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!mlg_statement_is_null (statement, (int) i))
      mlg_record_set_integer (invitation, fields[i],
                              mlg_statement_get_integer (statement, (int) i));
  return invitation;
}

/* What is found is read to its end before anything is written. */
static GPtrArray *
find (
    MlgConnection *db, const char *sql, gint64 meeting, const MlgInvitees *invitees, GError **error)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (db, sql, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *today = make_today ();
  MlgStep step;

  if (statement == NULL)
    return NULL;
  mlg_statement_bind_integer (statement, 1, meeting);
  mlg_statement_bind_text (statement, 2, invitees->status);
  mlg_statement_bind_text (statement, 3, invitees->departement);
  mlg_statement_bind_text (statement, 4, invitees->role);
  mlg_statement_bind_integer (statement, 5, invitees->group);
  mlg_statement_bind_text (statement, 6, today);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    g_ptr_array_add (found, read_invitation (statement, meeting));
  return step == MLG_STEP_DONE ? g_steal_pointer (&found) : NULL;
}

static gboolean
invite_found (MlgConnection *db,
              const char *sql,
              gint64 meeting,
              const MlgInvitees *invitees,
              guint *n_added,
              GError **error)
{
  g_autoptr (GPtrArray) found = find (db, sql, meeting, invitees, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    if (!mlg_record_insert (db, found->pdata[i], error))
      return FALSE;
  if (found != NULL)
    *n_added += found->len;
  return found != NULL;
}

static gboolean
check_invite (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autofree char *state = NULL;

  return mlg_connection_get_text (db, &state, error, "SELECT state FROM meeting WHERE id=?1", "i",
                                  meeting)
         && mlg_meeting_check_right (state, MLG_MEETING_INVITE, error);
}

/**
 * mlg_meeting_invite:
 * @meeting: a meeting
 * @invitees: whom
 * @n_added: (out): how many invitations were added
 *
 * Invites all that are meant and are not invited yet: nobody twice. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID when the meeting's state does not allow it.
 */
gboolean
mlg_meeting_invite (
    MlgConnection *db, gint64 meeting, const MlgInvitees *invitees, guint *n_added, GError **error)
{
  g_return_val_if_fail (mlg_connection_in_action (db), FALSE);

  *n_added = 0;
  if (!check_invite (db, meeting, error))
    return FALSE;
  if (!invitees->bodies_only
      && (!invite_found (db, PEOPLE, meeting, invitees, n_added, error)
          || !invite_found (db, MEMBERS, meeting, invitees, n_added, error)))
    return FALSE;
  /* A body without anybody of this role is not meant. */
  return (invitees->role != NULL && !invitees->bodies_only)
         || invite_found (db, BODIES, meeting, invitees, n_added, error);
}

/**
 * mlg_meeting_invite_one:
 * @kind: bodies, people or functions
 * @id: one of them
 *
 * Invites one body, one person or one holder of a function. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID when they are invited already, or the state does not allow it.
 */
gboolean
mlg_meeting_invite_one (
    MlgConnection *db, gint64 meeting, const MlgKind *kind, gint64 id, GError **error)
{
  g_autoptr (MlgRecord) invitation = mlg_record_new (&mlg_invitation_kind);
  int field = mlg_kind_find_field (&mlg_invitation_kind, kind->name);

  g_return_val_if_fail (field == MLG_INVITATION_BODY || field == MLG_INVITATION_PERSON
                            || field == MLG_INVITATION_FUNCTION,
                        FALSE);

  mlg_record_set_integer (invitation, MLG_INVITATION_MEETING, meeting);
  mlg_record_set_integer (invitation, (guint) field, id);
  return mlg_meeting_store (db, invitation, error);
}

/**
 * mlg_meeting_count_certified:
 * @meeting: a training
 * @n_present: (out): how many came, visitors too
 * @n_certified: (out): how many of them were given their certificate of attendance
 */
gboolean
mlg_meeting_count_certified (
    MlgConnection *db, gint64 meeting, gint64 *n_present, gint64 *n_certified, GError **error)
{
  return mlg_connection_get_integer (db, n_present, error,
                                     "SELECT count(*) FROM invitation WHERE meeting=?1"
                                     " AND attendance IN ('present', 'visitor')",
                                     "i", meeting)
         && mlg_connection_get_integer (db, n_certified, error,
                                        "SELECT count(*) FROM invitation WHERE meeting=?1"
                                        " AND attendance IN ('present', 'visitor')"
                                        " AND certified_on IS NOT NULL",
                                        "i", meeting);
}

/**
 * mlg_meeting_certify:
 * @meeting: a training
 * @day: the day of the certificates, YYYY-MM-DD
 * @n_certified: (out): how many were given
 *
 * Notes that those who were present, and have none yet, are given their certificate of attendance. In an
 * action only.
 */
gboolean
mlg_meeting_certify (
    MlgConnection *db, gint64 meeting, const char *day, guint *n_certified, GError **error)
{
  g_autoptr (GPtrArray) present =
      mlg_record_load_where (db, &mlg_invitation_kind, error,
                             "WHERE meeting=?1 AND attendance IN ('present', 'visitor')"
                             " AND certified_on IS NULL",
                             "i", meeting);

  *n_certified = 0;
  for (guint i = 0; present != NULL && i < present->len; i++)
    {
      if (!mlg_record_parse (present->pdata[i], MLG_INVITATION_CERTIFIED_ON, day, error)
          || !mlg_meeting_store (db, present->pdata[i], error))
        return FALSE;
      (*n_certified)++;
    }
  return present != NULL;
}
