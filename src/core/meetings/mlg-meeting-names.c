/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/mlg-xml.h"
#include "mlg-meeting-xml.h"
#include "mlg-meeting-who.h"
#include "mlg-minutes-version.h"
#include "store/mlg-clean-text.h"
#include "store/mlg-id.h"

/* The second step of a meeting's XML: who the numbers are; and the minutes that are kept without it. */

static gint64
get_id (const xmlNode *element, const char *name)
{
  g_autoptr (xmlChar) text = xmlGetProp (element, (const xmlChar *) name);
  gint64 id = 0;

  return text != NULL && mlg_id_parse ((const char *) text, &id) ? id : 0;
}

static gboolean
is_called (const xmlNode *element, const char *name)
{
  return xmlStrEqual (element->name, (const xmlChar *) name);
}

typedef char *(*DupWords) (MlgConnection *db, const MlgWho *who, GError **error);

static gboolean
add_words (MlgConnection *db,
           xmlNode *invitee,
           const char *name,
           DupWords dup,
           const MlgWho *who,
           GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *words = dup (db, who, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  mlg_meeting_xml_add (invitee, name, words);
  return TRUE;
}

/* Who is known only by what they do has it for a name too: papers tell it once. */
static gboolean
name_invitee (MlgConnection *db, xmlNode *invitee, const MlgWho *who, GError **error)
{
  return add_words (db, invitee, "person", mlg_who_dup_person, who, error)
         && add_words (db, invitee, "function", mlg_who_dup_function, who, error)
         && add_words (db, invitee, "body", mlg_who_dup_body, who, error)
         && add_words (db, invitee, "address", mlg_who_dup_address, who, error);
}

static gboolean
name_one (MlgConnection *db, xmlNode *element, GError **error)
{
  MlgWho who = { .person = get_id (element, "person"),
                 .function = get_id (element, "function"),
                 .body = get_id (element, "body") };
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = NULL;

  if (!mlg_who_is_known (&who))
    return TRUE;
  if (is_called (element, "invitee"))
    return name_invitee (db, element, &who, error);
  name = mlg_who_dup_name (db, &who, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (name != NULL)
    {
      mlg_clean_text (name);
      xmlNodeAddContent (element, (const xmlChar *) name);
    }
  return TRUE;
}

/**
 * mlg_meeting_name_members:
 * @meeting: an element of mlg_meeting_add_xml()
 *
 * Writes who the members are that it names by their numbers. Who is not there any more stays unnamed.
 */
gboolean
mlg_meeting_name_members (MlgConnection *db, xmlNode *meeting, GError **error)
{
  for (xmlNode *child = meeting->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE
        && (!name_one (db, child, error) || !mlg_meeting_name_members (db, child, error)))
      return FALSE;
  return TRUE;
}

/* Where one's own notes are, which are no part of the minutes. */
static void
drop_private_notes (xmlNode *element)
{
  xmlNode *next;

  for (xmlNode *child = element->children; child != NULL; child = next)
    {
      next = child->next;
      if (child->type != XML_ELEMENT_NODE)
        continue;
      drop_private_notes (child);
      if (!is_called (child, "private_notes"))
        continue;
      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
}

/**
 * mlg_meeting_write_minutes:
 *
 * Returns: (transfer full): the minutes of a meeting as they are to be kept: its XML, members by their
 *   numbers, without private notes; %NULL with @error set
 */
char *
mlg_meeting_write_minutes (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autoptr (xmlDoc) tree = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlNewDocNode (tree, NULL, (const xmlChar *) "context", NULL);
  xmlChar *bytes = NULL;
  char *text;
  int size = 0;

  xmlDocSetRootElement (tree, root);
  if (mlg_meeting_add_xml (db, meeting, root, error) == NULL)
    return NULL;
  drop_private_notes (root);
  xmlDocDumpMemoryEnc (tree, &bytes, &size, "UTF-8");
  text = g_strndup ((const char *) bytes, (gsize) size);
  xmlFree (bytes);
  return text;
}

/**
 * mlg_meeting_read_minutes:
 * @version: a #MlgMinutesVersion
 *
 * Returns: (transfer full): the minutes as they were kept, as a context for templates, with those members
 *   named that are still there; %NULL with @error set
 */
xmlDoc *
mlg_meeting_read_minutes (MlgConnection *db, gint64 version, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_minutes_version_kind, version, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (xmlDoc) tree = NULL;
  const char *content;

  if (record == NULL)
    return NULL;
  content = mlg_record_get_text (record, MLG_MINUTES_VERSION_CONTENT);
  bytes = g_bytes_new (content, strlen (content));
  tree = mlg_xml_read_bytes (bytes, _ ("Version of the minutes"), &mlg_xml_default_limits, NULL,
                             error);
  if (tree == NULL || !mlg_meeting_name_members (db, xmlDocGetRootElement (tree), error))
    return NULL;
  return g_steal_pointer (&tree);
}
