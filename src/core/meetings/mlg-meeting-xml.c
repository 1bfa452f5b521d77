/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-agenda-item.h"
#include "mlg-invitation.h"
#include "mlg-meeting-agenda.h"
#include "mlg-meeting-time.h"
#include "mlg-meeting-who.h"
#include "mlg-meeting-xml-parts.h"
#include "mlg-meeting.h"
#include "mlg-outcome.h"
#include "store/mlg-clean-text.h"

/**
 * mlg_meeting_xml_add:
 * @text: (nullable): what the element holds; nothing is added for none
 *
 * Returns: (nullable): the element added. What XML may not hold becomes spaces (XML 1.0, production 2).
 */
xmlNode *
mlg_meeting_xml_add (xmlNode *parent, const char *name, const char *text)
{
  g_autofree char *clean = g_strdup (text);
  xmlNode *element;

  if (text == NULL || *text == '\0')
    return NULL;
  mlg_clean_text (clean);
  element = xmlNewChild (parent, NULL, (const xmlChar *) name, NULL);
  xmlNodeAddContent (element, (const xmlChar *) clean);
  return element;
}

/* See mlg-meeting-xml-parts.h. */
void
mlg_meeting_xml_set_id (xmlNode *element, const char *name, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (id != 0)
    xmlSetProp (element, (const xmlChar *) name, (const xmlChar *) text);
}

/* See mlg-meeting-xml-parts.h. */
void
mlg_meeting_xml_add_field (xmlNode *parent, const char *name, MlgRecord *record, guint field)
{
  const MlgField *description = &mlg_record_get_kind (record)->fields[field];
  g_autofree char *plain = mlg_record_dup_plain (record, field);
  xmlNode *element = mlg_meeting_xml_add (parent, name, plain);

  if (element != NULL && description->type == MLG_FIELD_CODE)
    xmlSetProp (element, (const xmlChar *) "title",
                (const xmlChar *) mlg_code_list_get_title (description->codes, plain));
}

/* See mlg-meeting-xml-parts.h. */
void
mlg_meeting_xml_add_who (xmlNode *parent, const char *name, const MlgWho *who)
{
  xmlNode *element;

  if (!mlg_who_is_known (who))
    return;
  element = xmlNewChild (parent, NULL, (const xmlChar *) name, NULL);
  if (who->words != NULL)
    {
      g_autofree char *clean = g_strdup (who->words);

      mlg_clean_text (clean);
      xmlNodeAddContent (element, (const xmlChar *) clean);
      return;
    }
  mlg_meeting_xml_set_id (element, "person", who->person);
  mlg_meeting_xml_set_id (element, "function", who->function);
  mlg_meeting_xml_set_id (element, "body", who->body);
}

/* To the minute: YYYY-MM-DDTHH:MM. */
static void
add_moment (xmlNode *parent, const char *name, MlgRecord *meeting, guint field)
{
  const char *moment = mlg_record_get_text (meeting, field);
  g_autofree char *minute = moment != NULL ? g_strndup (moment, strlen ("YYYY-MM-DDTHH:MM")) : NULL;

  mlg_meeting_xml_add (parent, name, minute);
}

/* The name of the place, and its address below. */
static void
add_place (xmlNode *parent, MlgRecord *meeting)
{
  const char *place = mlg_record_get_text (meeting, MLG_MEETING_PLACE);
  const char *address = mlg_record_get_text (meeting, MLG_MEETING_ADDRESS);
  g_autofree char *both =
      place != NULL && address != NULL ? g_strdup_printf ("%s\n%s", place, address) : NULL;

  mlg_meeting_xml_add (parent, "place", both != NULL ? both : place != NULL ? place : address);
}

static void
add_own_fields (xmlNode *element, MlgRecord *meeting)
{
  static const struct
  {
    const char *name;
    guint field;
  } own[] = {
    { "title", MLG_MEETING_TITLE },
    { "kind", MLG_MEETING_TYPE },
    { "state", MLG_MEETING_STATE },
    { "number", MLG_MEETING_NUMBER },
    { "link", MLG_MEETING_LINK },
    { "objective", MLG_MEETING_OBJECTIVE },
    { "chair", MLG_MEETING_CHAIR },
    { "secretary", MLG_MEETING_SECRETARY },
    { "signatory", MLG_MEETING_SIGNATORY },
    { "signatory_function", MLG_MEETING_SIGNATORY_FUNCTION },
    { "reply_by", MLG_MEETING_REPLY_BY },
    { "reply_address", MLG_MEETING_REPLY_ADDRESS },
    { "law_checked_on", MLG_MEETING_LAW_CHECKED_ON },
    { "convened_on", MLG_MEETING_CONVENED_ON },
    { "approved_on", MLG_MEETING_APPROVED_ON },
  };
  MlgWho organiser = { .body = mlg_record_get_integer (meeting, MLG_MEETING_ORGANISER) };
  MlgWho sponsor = { .function = mlg_record_get_integer (meeting, MLG_MEETING_SPONSOR),
                     .person = mlg_record_get_integer (meeting, MLG_MEETING_SPONSOR_PERSON) };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    mlg_meeting_xml_add_field (element, own[i].name, meeting, own[i].field);
  add_moment (element, "starts_at", meeting, MLG_MEETING_STARTS);
  add_moment (element, "ends_at", meeting, MLG_MEETING_ENDS);
  add_place (element, meeting);
  mlg_meeting_xml_add_who (element, "organiser", &organiser);
  mlg_meeting_xml_add_who (element, "sponsor", &sponsor);
}

static void
add_outcome (xmlNode *parent, MlgRecord *outcome)
{
  xmlNode *element = xmlNewChild (parent, NULL, (const xmlChar *) "outcome", NULL);
  MlgWho who = mlg_who_of_outcome (outcome);

  mlg_meeting_xml_set_id (element, "id", mlg_record_get_id (outcome));
  mlg_meeting_xml_add_field (element, "kind", outcome, MLG_OUTCOME_TYPE);
  mlg_meeting_xml_add_field (element, "text", outcome, MLG_OUTCOME_TEXT);
  mlg_meeting_xml_add_field (element, "details", outcome, MLG_OUTCOME_DETAILS);
  mlg_meeting_xml_add_who (element, "who", &who);
  mlg_meeting_xml_add_field (element, "due_on", outcome, MLG_OUTCOME_DUE_ON);
  mlg_meeting_xml_add_field (element, "priority", outcome, MLG_OUTCOME_PRIORITY);
  mlg_meeting_xml_add_field (element, "state", outcome, MLG_OUTCOME_STATE);
  mlg_meeting_xml_add_field (element, "done_on", outcome, MLG_OUTCOME_DONE_ON);
}

static void
add_outcomes (xmlNode *parent, GPtrArray *outcomes, gint64 item)
{
  xmlNode *group = NULL;

  for (guint i = 0; i < outcomes->len; i++)
    if (mlg_record_get_integer (outcomes->pdata[i], MLG_OUTCOME_ITEM) == item)
      {
        if (group == NULL)
          group = xmlNewChild (parent, NULL, (const xmlChar *) "outcomes", NULL);
        add_outcome (group, outcomes->pdata[i]);
      }
}

static gboolean
add_documents (MlgConnection *db, xmlNode *parent, gint64 item, GError **error)
{
  g_autofree char *names = NULL;

  if (!mlg_connection_get_text (
          db, &names, error, "SELECT group_concat(name, ', ') FROM meeting_document WHERE item=?1",
          "i", item))
    return FALSE;
  mlg_meeting_xml_add (parent, "documents", names);
  return TRUE;
}

static gboolean
add_item (MlgConnection *db,
          xmlNode *parent,
          const MlgAgendaTime *time,
          GPtrArray *outcomes,
          GError **error)
{
  static const struct
  {
    const char *name;
    guint field;
  } own[] = {
    { "title", MLG_AGENDA_ITEM_TITLE },
    { "minutes", MLG_AGENDA_ITEM_MINUTES },
    { "purpose", MLG_AGENDA_ITEM_PURPOSE },
    { "track", MLG_AGENDA_ITEM_TRACK },
    { "state", MLG_AGENDA_ITEM_STATE },
    { "report", MLG_AGENDA_ITEM_REPORT },
    { "private_notes", MLG_AGENDA_ITEM_PRIVATE_NOTES },
  };
  xmlNode *element = xmlNewChild (parent, NULL, (const xmlChar *) "item", NULL);
  MlgWho presenter = mlg_who_of_item (time->item);
  gint64 id = mlg_record_get_id (time->item);

  mlg_meeting_xml_set_id (element, "id", id);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    mlg_meeting_xml_add_field (element, own[i].name, time->item, own[i].field);
  if (time->starts >= 0)
    {
      g_autofree char *starts = mlg_clock_from_minutes (time->starts);
      g_autofree char *ends = mlg_clock_from_minutes (time->ends);

      mlg_meeting_xml_add (element, "starts", starts);
      mlg_meeting_xml_add (element, "ends", ends);
    }
  mlg_meeting_xml_add_who (element, "presenter", &presenter);
  add_outcomes (element, outcomes, id);
  return add_documents (db, element, id, error);
}

static gboolean
add_agenda (MlgConnection *db, MlgRecord *meeting, xmlNode *element, GError **error)
{
  gint64 id = mlg_record_get_id (meeting);
  g_autoptr (MlgAgenda) agenda = mlg_agenda_load (db, id, error);
  g_autoptr (GPtrArray) outcomes =
      agenda != NULL ? mlg_record_load_where (db, &mlg_outcome_kind, error,
                                              "WHERE meeting=?1 ORDER BY id", "i", id)
                     : NULL;
  int starts = mlg_moment_get_clock (mlg_record_get_text (meeting, MLG_MEETING_STARTS));
  xmlNode *items;

  if (outcomes == NULL)
    return FALSE;
  if (starts >= 0 && agenda->times->len > 0)
    {
      g_autofree char *end = mlg_clock_from_minutes (starts + agenda->minutes);

      mlg_meeting_xml_add (element, "agenda_ends", end);
    }
  items = xmlNewChild (element, NULL, (const xmlChar *) "items", NULL);
  for (guint i = 0; i < agenda->times->len; i++)
    if (!add_item (db, items, agenda->times->pdata[i], outcomes, error))
      return FALSE;
  add_outcomes (element, outcomes, 0);
  return TRUE;
}

static void
add_invitee (xmlNode *parent, MlgRecord *invitation)
{
  xmlNode *element = xmlNewChild (parent, NULL, (const xmlChar *) "invitee", NULL);

  mlg_meeting_xml_set_id (element, "id", mlg_record_get_id (invitation));
  mlg_meeting_xml_set_id (element, "person",
                          mlg_record_get_integer (invitation, MLG_INVITATION_PERSON));
  mlg_meeting_xml_set_id (element, "function",
                          mlg_record_get_integer (invitation, MLG_INVITATION_FUNCTION));
  mlg_meeting_xml_set_id (element, "body",
                          mlg_record_get_integer (invitation, MLG_INVITATION_BODY));
  mlg_meeting_xml_add_field (element, "person", invitation, MLG_INVITATION_VISITOR_NAME);
  mlg_meeting_xml_add_field (element, "body", invitation, MLG_INVITATION_VISITOR_BODY);
  mlg_meeting_xml_add_field (element, "reply", invitation, MLG_INVITATION_REPLY);
  mlg_meeting_xml_add_field (element, "attendance", invitation, MLG_INVITATION_ATTENDANCE);
  mlg_meeting_xml_add_field (element, "arrived", invitation, MLG_INVITATION_ARRIVED);
  mlg_meeting_xml_add_field (element, "departed", invitation, MLG_INVITATION_DEPARTED);
  mlg_meeting_xml_add_field (element, "certified_on", invitation, MLG_INVITATION_CERTIFIED_ON);
}

/* By body, then by person; visitors last. */
static gboolean
add_invitees (MlgConnection *db, gint64 meeting, xmlNode *element, GError **error)
{
  g_autoptr (GPtrArray) invitations = mlg_record_load_where (
      db, &mlg_invitation_kind, error,
      "WHERE meeting=?1 ORDER BY visitor_name IS NOT NULL,"
      " (SELECT b.name FROM body AS b WHERE b.id=invitation.body) COLLATE NOCASE,"
      " (SELECT p.family_name FROM person AS p WHERE p.id=invitation.person) COLLATE NOCASE, id",
      "i", meeting);
  xmlNode *group;

  if (invitations == NULL)
    return FALSE;
  group = xmlNewChild (element, NULL, (const xmlChar *) "invitees", NULL);
  for (guint i = 0; i < invitations->len; i++)
    add_invitee (group, invitations->pdata[i]);
  return TRUE;
}

/**
 * mlg_meeting_add_xml:
 * @parent: gets the element "meeting"
 *
 * Writes a meeting as XML, members by their numbers: see mlg_meeting_name_members().
 *
 * Returns: (transfer none): the element; %NULL with @error set
 */
xmlNode *
mlg_meeting_add_xml (MlgConnection *db, gint64 meeting, xmlNode *parent, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_meeting_kind, meeting, error);
  xmlNode *element;

  if (record == NULL)
    return NULL;
  element = xmlNewChild (parent, NULL, (const xmlChar *) "meeting", NULL);
  mlg_meeting_xml_set_id (element, "id", meeting);
  add_own_fields (element, record);
  return add_agenda (db, record, element, error) && add_invitees (db, meeting, element, error)
                 && mlg_meeting_xml_add_hearings (db, meeting, element, error)
                 && mlg_meeting_xml_add_topics (db, meeting, element, error)
             ? element
             : NULL;
}
