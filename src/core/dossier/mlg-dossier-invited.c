/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-invited.h"

#include "../mlg-nuts.h"
#include "document/mlg-xml.h"
#include "meetings/mlg-meeting-xml.h"
#include "store/mlg-statement.h"

/* What a body replies: of all that its people say, the first of these. */
static const char *const replies[] = { "yes", "proxy", "perhaps", "no", NULL };

/* A body of which nobody has replied. */
#define SILENT "silent"

enum
{
  DEPARTEMENT,
  NAME,
  CATEGORY,
  STATUS,
  EXPECTATIONS,
  ADDRESS,
  N_PEOPLE,
  WHO,
  REPLIES,
  ID
};

/* Who is only known by what they do is called by it; a title that is there twice is told once. */
#define WHO_SQL                                                                                    \
  "(SELECT group_concat(who, ' ; ') FROM (SELECT DISTINCT CASE"                                    \
  " WHEN f.title IS NULL OR f.title=p.family_name THEN"                                            \
  " trim(coalesce(p.given_name || ' ', '') || p.family_name)"                                      \
  " ELSE trim(coalesce(p.given_name || ' ', '') || p.family_name) || ', ' || f.title END AS who"   \
  " FROM invitation AS i JOIN person AS p ON p.id=i.person LEFT JOIN function AS f"                \
  " ON f.id=coalesce(i.function, (SELECT g.id FROM function AS g WHERE g.person=p.id"              \
  " AND g.body=i.body ORDER BY g.id LIMIT 1))"                                                     \
  " WHERE i.meeting=?1 AND i.body IS b.id ORDER BY i.id))"

#define INVITED_SQL                                                                                \
  "SELECT b.departement, b.name, b.category, b.status, b.expectations,"                            \
  " trim(coalesce(b.address || ', ', '') || coalesce(b.postcode || ' ', '')"                       \
  " || coalesce(b.city, '')), count(v.person), " WHO_SQL ", group_concat(v.reply, ' '), b.id"      \
  " FROM invitation AS v LEFT JOIN body AS b ON b.id=v.body"                                       \
  " WHERE v.meeting=?1 AND v.visitor_name IS NULL GROUP BY v.body"                                 \
  " ORDER BY b.departement IS NULL, b.departement, b.name COLLATE NOCASE"

static const char *
find_reply (MlgStatement *row)
{
  const char *all = mlg_statement_get_text (row, REPLIES);
  g_auto (GStrv) list = g_strsplit (all != NULL ? all : "", " ", -1);

  for (guint i = 0; replies[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) list, replies[i]))
      return replies[i];
  return SILENT;
}

static void
count (xmlNode *element, const char *name, gint64 more)
{
  const char *before = mlg_xml_get (element, name);
  gint64 sum = more + (before != NULL ? g_ascii_strtoll (before, NULL, 10) : 0);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, sum);

  mlg_xml_set (element, name, text);
}

static xmlNode *
open_departement (xmlNode *invited, MlgStatement *row)
{
  const char *code = mlg_statement_get_text (row, DEPARTEMENT);
  xmlNode *last = xmlGetLastChild (invited);

  if (last != NULL && g_strcmp0 (mlg_xml_get (last, "code"), code) == 0)
    return last;
  last = xmlNewChild (invited, NULL, (const xmlChar *) "departement", NULL);
  mlg_xml_set (last, "code", code);
  if (code != NULL)
    {
      mlg_xml_set (last, "name", mlg_code_list_get_title (&mlg_departements, code));
      count (invited, "departements", 1);
    }
  return last;
}

static void
add_body (xmlNode *invited, MlgStatement *row)
{
  xmlNode *departement = open_departement (invited, row);
  xmlNode *body = xmlNewChild (departement, NULL, (const xmlChar *) "body", NULL);
  const char *reply = find_reply (row);

  if (!mlg_statement_is_null (row, ID))
    mlg_xml_set (body, "id", mlg_statement_get_text (row, ID));
  mlg_xml_set (body, "category", mlg_statement_get_text (row, CATEGORY));
  mlg_xml_set (body, "status", mlg_statement_get_text (row, STATUS));
  mlg_xml_set (body, "reply", reply);
  mlg_meeting_xml_add (body, "name", mlg_statement_get_text (row, NAME));
  mlg_meeting_xml_add (body, "who", mlg_statement_get_text (row, WHO));
  mlg_meeting_xml_add (body, "expectations", mlg_statement_get_text (row, EXPECTATIONS));
  mlg_meeting_xml_add (body, "address", mlg_statement_get_text (row, ADDRESS));
  count (body, "people", mlg_statement_get_integer (row, N_PEOPLE));
  count (invited, "people", mlg_statement_get_integer (row, N_PEOPLE));
  if (mlg_statement_is_null (row, NAME))
    return;
  count (departement, "bodies", 1);
  count (invited, "bodies", 1);
  count (invited, reply, 1);
}

/**
 * mlg_dossier_add_invited:
 * @parent: gets the element "invited", as the header says
 *
 * Returns: whether it was read; visitors are no invitees
 */
gboolean
mlg_dossier_add_invited (MlgConnection *db, gint64 meeting, xmlNode *parent, GError **error)
{
  g_autoptr (MlgStatement) row = mlg_connection_prepare (db, INVITED_SQL, error);
  xmlNode *invited = xmlNewChild (parent, NULL, (const xmlChar *) "invited", NULL);
  MlgStep step;

  if (row == NULL)
    return FALSE;
  count (invited, "bodies", 0);
  count (invited, "people", 0);
  count (invited, "departements", 0);
  count (invited, SILENT, 0);
  for (guint i = 0; replies[i] != NULL; i++)
    count (invited, replies[i], 0);
  mlg_statement_bind_integer (row, 1, meeting);
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    add_body (invited, row);
  return step == MLG_STEP_DONE;
}
