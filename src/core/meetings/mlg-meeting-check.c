/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "../mlg-nuts.h"
#include "mlg-agenda-item.h"
#include "mlg-invitation.h"
#include "mlg-meeting-agenda.h"
#include "mlg-meeting-who.h"
#include "mlg-meeting.h"
#include "mlg-outcome.h"
#include "store/mlg-statement.h"

/* What is missing before a meeting, each with the place where it is mended. */
typedef struct
{
  MlgConnection *db;
  MlgRecord *meeting;
  gint64 id;
  GPtrArray *lacks; /* (element-type MlgMeetingLack) */
} Checking;

/**
 * mlg_meeting_lack_free:
 * @lack: (transfer full): something that a meeting lacks
 *
 * Frees what is told of something that a meeting lacks.
 */
void
mlg_meeting_lack_free (MlgMeetingLack *lack)
{
  g_free (lack->message);
  g_free (lack);
}

/* Takes the message. */
static void
add (GPtrArray *lacks,
     MlgSeverity severity,
     const MlgKind *kind,
     gint64 id,
     const char *field,
     char *message)
{
  MlgMeetingLack *lack = g_new0 (MlgMeetingLack, 1);

  *lack = (MlgMeetingLack){ severity, message, kind, id, field };
  g_ptr_array_add (lacks, lack);
}

static void
check_own_fields (Checking *c)
{
  static const struct
  {
    guint field;
    MlgSeverity severity;
    const char *message;
  } needed[] = {
    { MLG_MEETING_STARTS, MLG_SEVERITY_ERROR, N_ ("The meeting has no day and no time") },
    { MLG_MEETING_ENDS, MLG_SEVERITY_WARNING, N_ ("The meeting does not say when it ends") },
    { MLG_MEETING_ORGANISER, MLG_SEVERITY_WARNING, N_ ("No body organises the meeting") },
    { MLG_MEETING_SIGNATORY, MLG_SEVERITY_WARNING, N_ ("Nobody signs the convocation") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (mlg_record_is_null (c->meeting, needed[i].field))
      add (c->lacks, needed[i].severity, &mlg_meeting_kind, c->id,
           mlg_meeting_kind.fields[needed[i].field].name, g_strdup (_ (needed[i].message)));
  if (mlg_record_is_null (c->meeting, MLG_MEETING_PLACE)
      && mlg_record_is_null (c->meeting, MLG_MEETING_LINK))
    add (c->lacks, MLG_SEVERITY_ERROR, &mlg_meeting_kind, c->id, "place",
         g_strdup (_ ("The meeting has no place and no link to join")));
}

static void
check_item (Checking *c, const MlgAgendaTime *time)
{
  MlgWho presenter = mlg_who_of_item (time->item);
  const char *title = mlg_record_get_text (time->item, MLG_AGENDA_ITEM_TITLE);
  gint64 id = mlg_record_get_id (time->item);

  if (!mlg_who_is_known (&presenter))
    add (c->lacks, MLG_SEVERITY_ERROR, &mlg_agenda_item_kind, id, "presenter",
         g_strdup_printf (_ ("Nobody presents “%s”"), title));
  if (mlg_record_get_integer (time->item, MLG_AGENDA_ITEM_MINUTES) == 0)
    add (c->lacks, MLG_SEVERITY_WARNING, &mlg_agenda_item_kind, id, "minutes",
         g_strdup_printf (_ ("“%s” has no duration"), title));
  if (time->over_run > 0)
    add (c->lacks, MLG_SEVERITY_WARNING, &mlg_agenda_item_kind, id, "starts",
         g_strdup_printf (ngettext ("“%s” cannot start in time: what comes before ends %d minute "
                                    "later",
                                    "“%s” cannot start in time: what comes before ends %d minutes "
                                    "later",
                                    (gulong) time->over_run),
                          title, (int) time->over_run));
}

static gboolean
check_agenda (Checking *c, GError **error)
{
  g_autoptr (MlgAgenda) agenda = mlg_agenda_load (c->db, c->id, error);

  if (agenda == NULL)
    return FALSE;
  if (agenda->times->len == 0)
    add (c->lacks, MLG_SEVERITY_ERROR, &mlg_meeting_kind, c->id, MLG_LACK_AGENDA,
         g_strdup (_ ("The agenda is empty")));
  for (guint i = 0; i < agenda->times->len; i++)
    check_item (c, agenda->times->pdata[i]);
  if (agenda->over_run > 0)
    add (c->lacks, MLG_SEVERITY_WARNING, &mlg_meeting_kind, c->id, "ends",
         g_strdup_printf (ngettext ("The agenda passes the end of the meeting by %d minute",
                                    "The agenda passes the end of the meeting by %d minutes",
                                    (gulong) agenda->over_run),
                          (int) agenda->over_run));
  return TRUE;
}

typedef char *(*WriteMessage) (MlgStatement *row);

/* Each row is a lack: the id of the record to open, then what the message is made of. */
static gboolean
check_rows (Checking *c,
            const char *sql,
            MlgSeverity severity,
            const MlgKind *kind,
            const char *field,
            WriteMessage write,
            GError **error)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (c->db, sql, error);
  MlgStep step;

  if (statement == NULL)
    return FALSE;
  mlg_statement_bind_integer (statement, 1, c->id);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    add (c->lacks, severity, kind, mlg_statement_get_integer (statement, 0), field,
         write (statement));
  return step == MLG_STEP_DONE;
}

static char *
write_no_address (MlgStatement *row)
{
  return g_strdup_printf (_ ("%s has neither a postal address nor an e-mail address"),
                          mlg_statement_get_text (row, 1));
}

static char *
write_twice (MlgStatement *row)
{
  return g_strdup_printf (_ ("%s is invited twice"), mlg_statement_get_text (row, 1));
}

static char *
write_no_proxy (MlgStatement *row)
{
  return g_strdup_printf (_ ("%s is represented, and nobody says by whom"),
                          mlg_statement_get_text (row, 1));
}

#define INVITEE                                                                                    \
  "coalesce((SELECT trim(coalesce(p.given_name,'') || ' ' || p.family_name) FROM person AS p"      \
  " WHERE p.id=i.person), (SELECT b.name FROM body AS b WHERE b.id=i.body), i.visitor_name)"

static gboolean
check_invitees (Checking *c, GError **error)
{
  const MlgKind *body = mlg_kind_find (mlg_connection_get_kinds (c->db), "body");
  gint64 n = 0;

  if (!mlg_connection_get_integer (c->db, &n, error,
                                   "SELECT count(*) FROM invitation WHERE meeting=?1", "i", c->id))
    return FALSE;
  if (n == 0)
    add (c->lacks, MLG_SEVERITY_ERROR, &mlg_meeting_kind, c->id, MLG_LACK_PEOPLE,
         g_strdup (_ ("Nobody is invited")));
  return check_rows (c,
                     "SELECT DISTINCT b.id, b.name FROM invitation AS i JOIN body AS b"
                     " ON b.id=i.body WHERE i.meeting=?1 AND coalesce(b.email, b.address, b.city)"
                     " IS NULL AND NOT EXISTS (SELECT 1 FROM person AS p LEFT JOIN function AS f"
                     " ON f.id=i.function WHERE p.id=i.person AND coalesce(f.email, p.email)"
                     " IS NOT NULL) ORDER BY b.name",
                     MLG_SEVERITY_ERROR, body, "address", write_no_address, error)
         && check_rows (c,
                        "SELECT min(i.id), " INVITEE " FROM invitation AS i WHERE i.meeting=?1"
                        " AND i.visitor_name IS NULL GROUP BY i.person,"
                        " CASE WHEN i.person IS NULL THEN i.body END HAVING count(*)>1",
                        MLG_SEVERITY_WARNING, &mlg_invitation_kind, "person", write_twice, error)
         && check_rows (c,
                        "SELECT i.id, " INVITEE " FROM invitation AS i WHERE i.meeting=?1"
                        " AND i.reply='proxy' AND i.proxy IS NULL",
                        MLG_SEVERITY_WARNING, &mlg_invitation_kind, "proxy", write_no_proxy, error);
}

static gboolean
is_inside (const char *departement, GStrv perimeter)
{
  const char *nuts = mlg_departement_get_nuts (departement);

  for (guint i = 0; nuts != NULL && perimeter[i] != NULL; i++)
    if (*perimeter[i] != '\0' && g_str_has_prefix (nuts, perimeter[i]))
      return TRUE;
  return FALSE;
}

static gboolean
check_departement (Checking *c, const MlgCode *departement, GError **error)
{
  gint64 n = 0;

  if (!mlg_connection_get_integer (c->db, &n, error,
                                   "SELECT count(*) FROM invitation AS i JOIN body AS b"
                                   " ON b.id=i.body WHERE i.meeting=?1 AND b.departement=?2",
                                   "it", c->id, departement->code))
    return FALSE;
  if (n == 0)
    add (c->lacks, MLG_SEVERITY_WARNING, &mlg_meeting_kind, c->id, MLG_LACK_DEPARTEMENT,
         /* Translators: the name of a département. */
         g_strdup_printf (_ ("Nobody is invited from the département %s"), _ (departement->title)));
  return TRUE;
}

/* Meetings for all should reach the whole territory. */
static gboolean
check_territory (Checking *c, GError **error)
{
  static const char *const for_all[] = { "information", "kick-off", "plenary", NULL };
  g_autofree char *perimeter = NULL;
  g_auto (GStrv) codes = NULL;

  if (!g_strv_contains (for_all, mlg_record_get_text (c->meeting, MLG_MEETING_TYPE)))
    return TRUE;
  if (!mlg_connection_get_text (c->db, &perimeter, error, "SELECT perimeter FROM network", ""))
    return FALSE;
  codes = g_strsplit (perimeter != NULL ? perimeter : "", " ", -1);
  for (const MlgCode *code = mlg_departements.codes; code->code != NULL; code++)
    if (is_inside (code->code, codes) && !check_departement (c, code, error))
      return FALSE;
  return TRUE;
}

static char *
write_no_one (MlgStatement *row)
{
  /* Translators: %s is the wording of an action. */
  return g_strdup_printf (_ ("Nobody answers for “%s”"), mlg_statement_get_text (row, 1));
}

static char *
write_no_day (MlgStatement *row)
{
  /* Translators: %s is the wording of an action. */
  return g_strdup_printf (_ ("“%s” has no due day"), mlg_statement_get_text (row, 1));
}

/* After the meeting: what its minutes lack. */
static gboolean
check_minutes (Checking *c, GError **error)
{
  gint64 n = 0;

  if (!mlg_connection_get_integer (c->db, &n, error,
                                   "SELECT count(*) FROM invitation WHERE meeting=?1"
                                   " AND attendance IN ('present', 'visitor')",
                                   "i", c->id))
    return FALSE;
  if (n == 0)
    add (c->lacks, MLG_SEVERITY_WARNING, &mlg_meeting_kind, c->id, NULL,
         g_strdup (_ ("Nobody is noted as present")));
  return check_rows (c,
                     "SELECT id, text FROM outcome WHERE meeting=?1 AND type='action' AND"
                     " coalesce(who, who_function, who_person, who_body) IS NULL ORDER BY id",
                     MLG_SEVERITY_WARNING, &mlg_outcome_kind, "who", write_no_one, error)
         && check_rows (c,
                        "SELECT id, text FROM outcome WHERE meeting=?1 AND type='action' AND"
                        " due_on IS NULL ORDER BY id",
                        MLG_SEVERITY_WARNING, &mlg_outcome_kind, "due_on", write_no_day, error);
}

/**
 * mlg_meeting_check:
 * @meeting: a meeting
 *
 * Looks for what the meeting lacks: before it is held, to be convened without shame; after, for its
 * minutes. A meeting that is locked or called off lacks nothing.
 *
 * Returns: (transfer full) (element-type MlgMeetingLack): what to mend; %NULL with @error set
 */
GPtrArray *
mlg_meeting_check (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_meeting_kind, meeting, error);
  g_autoptr (GPtrArray) lacks =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_meeting_lack_free);
  Checking checking = { db, record, meeting, lacks };
  const char *state;
  gboolean done = TRUE;

  if (record == NULL)
    return NULL;
  state = mlg_record_get_text (record, MLG_MEETING_STATE);
  if (state == NULL || g_str_equal (state, "draft") || g_str_equal (state, "convened"))
    {
      check_own_fields (&checking);
      done = check_agenda (&checking, error) && check_invitees (&checking, error)
             && check_territory (&checking, error);
    }
  else if (g_str_equal (state, "held") || g_str_equal (state, "approved"))
    done = check_minutes (&checking, error);
  return done ? g_steal_pointer (&lacks) : NULL;
}
