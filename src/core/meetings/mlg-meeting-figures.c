/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-figures.h"

#include <glib/gi18n-lib.h>

#include "store/mlg-statement.h"

/* Who is invited and who came, counted by SQL. */

static void
count_free (gpointer data)
{
  MlgMeetingCount *count = data;

  g_free (count->title);
  g_free (count);
}

/**
 * mlg_meeting_figures_free:
 * @figures: (transfer full): the figures of meetings
 *
 * Frees figures with their lists.
 */
void
mlg_meeting_figures_free (MlgMeetingFigures *figures)
{
  g_clear_pointer (&figures->by_body, g_ptr_array_unref);
  g_clear_pointer (&figures->by_role, g_ptr_array_unref);
  g_free (figures);
}

/* The columns of a count, in the order of its numbers, after what it is counted by. */
#define COUNTS                                                                                     \
  " sum(i.visitor_name IS NULL), sum(i.reply IS 'yes'), sum(i.reply IS 'no'),"                     \
  " sum(i.reply IS 'perhaps'), sum(i.reply IS 'proxy'),"                                           \
  " sum(i.reply IS NULL AND i.visitor_name IS NULL), sum(i.attendance IS 'present'),"              \
  " sum(i.attendance IS 'excused'), sum(i.attendance IS 'absent'),"                                \
  " sum(i.attendance IS 'visitor') FROM invitation AS i"

static void
read_count (MlgStatement *statement, MlgMeetingCount *count)
{
  guint *numbers[] = { &count->invited, &count->yes,     &count->no,      &count->perhaps,
                       &count->proxy,   &count->silent,  &count->present, &count->excused,
                       &count->absent,  &count->visitors };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    *numbers[i] = (guint) mlg_statement_get_integer (statement, (int) i + 1);
}

/* What people read for a code of another room: the family of a legal category, or the role. */
static char *
find_title (MlgConnection *db, const char *kind_name, const char *field_name, const char *code)
{
  const MlgKind *kind = mlg_kind_find (mlg_connection_get_kinds (db), kind_name);
  int field = kind != NULL ? mlg_kind_find_field (kind, field_name) : -1;
  const MlgCodeList *codes = field >= 0 ? kind->fields[field].codes : NULL;
  const char *group;

  if (codes == NULL || code == NULL)
    return g_strdup ("");
  group = mlg_code_list_get_group (codes, code);
  return g_strdup (group != NULL ? group : mlg_code_list_get_title (codes, code));
}

/* Several codes may have one title: a family. */
static MlgMeetingCount *
find_count (GPtrArray *counts, char *title)
{
  MlgMeetingCount *count;

  for (guint i = 0; i < counts->len; i++)
    if (g_strcmp0 (((MlgMeetingCount *) counts->pdata[i])->title, title) == 0)
      {
        g_free (title);
        return counts->pdata[i];
      }
  count = g_new0 (MlgMeetingCount, 1);
  count->title = title;
  g_ptr_array_add (counts, count);
  return count;
}

static void
add_up (MlgMeetingCount *to, const MlgMeetingCount *from)
{
  to->invited += from->invited;
  to->yes += from->yes;
  to->no += from->no;
  to->perhaps += from->perhaps;
  to->proxy += from->proxy;
  to->silent += from->silent;
  to->present += from->present;
  to->excused += from->excused;
  to->absent += from->absent;
  to->visitors += from->visitors;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const MlgMeetingCount *first = *(MlgMeetingCount *const *) a;
  const MlgMeetingCount *second = *(MlgMeetingCount *const *) b;
  int by_number = (second->invited > first->invited) - (second->invited < first->invited);

  return by_number != 0 ? by_number : g_strcmp0 (first->title, second->title);
}

static GPtrArray *
count_by (MlgConnection *db,
          gint64 meeting,
          const char *sql,
          const char *kind,
          const char *field,
          GError **error)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (db, sql, error);
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (count_free);
  MlgStep step;

  if (statement == NULL)
    return NULL;
  mlg_statement_bind_integer (statement, 1, meeting);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      MlgMeetingCount row = { 0 };

      read_count (statement, &row);
      add_up (
          find_count (counts, find_title (db, kind, field, mlg_statement_get_text (statement, 0))),
          &row);
    }
  g_ptr_array_sort (counts, compare_counts);
  return step == MLG_STEP_DONE ? g_steal_pointer (&counts) : NULL;
}

static gboolean
count_all (MlgConnection *db, gint64 meeting, MlgMeetingFigures *figures, GError **error)
{
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db,
      "SELECT count(DISTINCT CASE WHEN i.attendance='present' THEN i.body END)," COUNTS
      " WHERE i.meeting=?1",
      error);
  MlgStep step;

  if (statement == NULL)
    return FALSE;
  mlg_statement_bind_integer (statement, 1, meeting);
  step = mlg_statement_step (statement, error);
  if (step != MLG_STEP_ROW)
    return FALSE;
  figures->bodies = (guint) mlg_statement_get_integer (statement, 0);
  read_count (statement, &figures->total);
  return TRUE;
}

/**
 * mlg_meeting_count:
 * @meeting: a meeting
 *
 * Returns: (transfer full): how many are invited, have replied and came: in all, by kind of body (the
 *   family of its legal category) and by role; %NULL with @error set
 */
MlgMeetingFigures *
mlg_meeting_count (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autoptr (MlgMeetingFigures) figures = g_new0 (MlgMeetingFigures, 1);

  if (!count_all (db, meeting, figures, error))
    return NULL;
  figures->by_body = count_by (db, meeting,
                               "SELECT b.category," COUNTS " LEFT JOIN body AS b ON b.id=i.body"
                               " WHERE i.meeting=?1 GROUP BY b.category",
                               "body", "category", error);
  if (figures->by_body == NULL)
    return NULL;
  figures->by_role = count_by (db, meeting,
                               "SELECT f.role," COUNTS " LEFT JOIN function AS f"
                               " ON f.id=i.function WHERE i.meeting=?1 GROUP BY f.role",
                               "function", "role", error);
  return figures->by_role != NULL ? g_steal_pointer (&figures) : NULL;
}

/**
 * mlg_came_free:
 * @came: (transfer full): how often somebody came
 *
 * Frees what is told of somebody's attendance.
 */
void
mlg_came_free (MlgCame *came)
{
  g_free (came->title);
  g_free (came->type);
  g_free (came->day);
  g_free (came->person);
  g_free (came->reply);
  g_free (came->attendance);
  g_free (came);
}

static MlgCame *
read_came (MlgStatement *statement)
{
  MlgCame *came = g_new0 (MlgCame, 1);

  came->meeting = mlg_statement_get_integer (statement, 0);
  came->title = g_strdup (mlg_statement_get_text (statement, 1));
  came->type = g_strdup (mlg_statement_get_text (statement, 2));
  came->day = g_strdup (mlg_statement_get_text (statement, 3));
  came->person = g_strdup (mlg_statement_get_text (statement, 4));
  came->reply = g_strdup (mlg_statement_get_text (statement, 5));
  came->attendance = g_strdup (mlg_statement_get_text (statement, 6));
  return came;
}

#define CAME                                                                                       \
  "SELECT m.id, m.title, m.type, substr(m.starts,1,10), trim(coalesce(p.given_name,'') || ' '"     \
  " || coalesce(p.family_name,'')), i.reply, i.attendance FROM invitation AS i"                    \
  " JOIN meeting AS m ON m.id=i.meeting LEFT JOIN person AS p ON p.id=i.person"
#define LATEST_FIRST " ORDER BY m.starts DESC, m.id DESC, i.id"

/**
 * mlg_meeting_list_came:
 * @kind: bodies or people
 * @id: one of them
 *
 * Returns: (transfer full) (element-type MlgCame): to which meetings they were invited, and whether they
 *   came, the latest first; of a body, once for each person
 */
GPtrArray *
mlg_meeting_list_came (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error)
{
  gboolean body = g_str_equal (kind->name, "body");
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db, body ? CAME " WHERE i.body=?1" LATEST_FIRST : CAME " WHERE i.person=?1" LATEST_FIRST,
      error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_came_free);
  MlgStep step;

  g_return_val_if_fail (body || g_str_equal (kind->name, "person"), NULL);

  if (statement == NULL)
    return NULL;
  mlg_statement_bind_integer (statement, 1, id);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    g_ptr_array_add (list, read_came (statement));
  return step == MLG_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
