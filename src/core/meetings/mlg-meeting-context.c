/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-context.h"

#include <string.h>

#include "document/mlg-xml.h"
#include "mlg-meeting-register.h"
#include "mlg-meeting-who.h"
#include "mlg-meeting-xml.h"
#include "mlg-meeting.h"
#include "mlg-outcome.h"

/* What the papers of a meeting are filled with: the network, the meeting, and what stands around it. */

static gboolean
add_asked (MlgConnection *db,
           xmlNode *parent,
           const char *name,
           const char *sql,
           gint64 id,
           GError **error)
{
  g_autofree char *text = NULL;

  if (!mlg_connection_get_text (db, &text, error, sql, "i", id))
    return FALSE;
  mlg_meeting_xml_add (parent, name, text);
  return TRUE;
}

/* Where letters are signed is where the organiser is. */
static gboolean
add_network (MlgConnection *db, xmlNode *root, gint64 meeting, GError **error)
{
  xmlNode *network = xmlNewChild (root, NULL, (const xmlChar *) "network", NULL);

  return add_asked (db, network, "name", "SELECT name FROM network WHERE ?1<>0", meeting, error)
         && add_asked (db, network, "short_name", "SELECT short_name FROM network WHERE ?1<>0",
                       meeting, error)
         && add_asked (db, network, "carrier", "SELECT controller FROM network WHERE ?1<>0",
                       meeting, error)
         && add_asked (db, network, "contact", "SELECT controller_contact FROM network WHERE ?1<>0",
                       meeting, error)
         && add_asked (db, network, "place",
                       "SELECT b.city FROM meeting AS m JOIN body AS b ON b.id=m.organiser"
                       " WHERE m.id=?1",
                       meeting, error);
}

/* The first later meeting of the series, or of the group, that is not called off. */
#define NEXT                                                                                       \
  " FROM meeting AS n JOIN meeting AS m ON m.id=?1"                                                \
  " WHERE n.starts>m.starts AND coalesce(n.state,'')<>'cancelled'"                                 \
  " AND (n.series=m.series OR (m.series IS NULL AND n.grp=m.grp)) ORDER BY n.starts LIMIT 1"

static gboolean
add_next (MlgConnection *db, xmlNode *element, gint64 meeting, GError **error)
{
  return add_asked (db, element, "next_on", "SELECT substr(n.starts,1,10)" NEXT, meeting, error)
         && add_asked (db, element, "next_place", "SELECT n.place" NEXT, meeting, error)
         && add_asked (db, element, "series",
                       "SELECT s.name FROM meeting AS m JOIN meeting_series AS s ON s.id=m.series"
                       " WHERE m.id=?1",
                       meeting, error)
         && add_asked (db, element, "group",
                       "SELECT g.name FROM meeting AS m JOIN member_group AS g ON g.id=m.grp"
                       " WHERE m.id=?1",
                       meeting, error);
}

static gboolean
add_open_actions (MlgConnection *db, xmlNode *element, gint64 meeting, GError **error)
{
  g_autoptr (GPtrArray) actions = mlg_register_list_carried (db, meeting, error);
  xmlNode *group;

  if (actions == NULL || actions->len == 0)
    return actions != NULL;
  group = xmlNewChild (element, NULL, (const xmlChar *) "open_actions", NULL);
  for (guint i = 0; i < actions->len; i++)
    {
      const MlgRegisterEntry *entry = actions->pdata[i];
      xmlNode *action = xmlNewChild (group, NULL, (const xmlChar *) "action", NULL);

      mlg_meeting_xml_add (action, "text", mlg_record_get_text (entry->outcome, MLG_OUTCOME_TEXT));
      mlg_meeting_xml_add (action, "who", entry->who);
      mlg_meeting_xml_add (action, "due_on",
                           mlg_record_get_text (entry->outcome, MLG_OUTCOME_DUE_ON));
      mlg_meeting_xml_add (action, "late", entry->late ? "true" : NULL);
      mlg_meeting_xml_add (action, "meeting", entry->meeting_title);
    }
  return TRUE;
}

/**
 * mlg_meeting_make_context:
 * @meeting: a meeting
 *
 * Returns: (transfer full): a root "context" with "network" (name, carrier, contact, place) and
 *   "meeting", as mlg-meeting-xml.h says, members named, with the next meeting and the actions that are
 *   still open; %NULL with @error set
 */
xmlDoc *
mlg_meeting_make_context (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autoptr (xmlDoc) tree = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlNewDocNode (tree, NULL, (const xmlChar *) "context", NULL);
  xmlNode *element;

  xmlDocSetRootElement (tree, root);
  if (!add_network (db, root, meeting, error)
      || (element = mlg_meeting_add_xml (db, meeting, root, error)) == NULL
      || !mlg_meeting_name_members (db, root, error) || !add_next (db, element, meeting, error)
      || !add_open_actions (db, element, meeting, error))
    return NULL;
  return g_steal_pointer (&tree);
}
