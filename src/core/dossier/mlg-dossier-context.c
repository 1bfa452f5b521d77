/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-context.h"

#include <string.h>

#include "document/mlg-xml.h"
#include "library/mlg-own-thresholds.h"
#include "meetings/mlg-meeting-context.h"
#include "meetings/mlg-meeting-xml.h"
#include "mlg-dossier-examples.h"
#include "mlg-dossier-invited.h"
#include "mlg-dossier-law.h"
#include "mlg-dossier-objectives.h"
#include "mlg-dossier-questionnaire.h"
#include "template/mlg-rules.h"

/* What the papers of a dossier are filled with: the context of the meeting, who is invited body by body,
 * and the law of its day. */

static xmlNode *
find_child (const xmlNode *parent, const char *name)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && xmlStrEqual (child->name, (const xmlChar *) name))
      return child;
  return NULL;
}

/**
 * mlg_dossier_find_element:
 * @element: a child of the root: "meeting"
 * @name: a child of it: "items"
 *
 * Returns: (transfer none) (nullable): the first one
 */
const xmlNode *
mlg_dossier_find_element (xmlDoc *context, const char *element, const char *name)
{
  const xmlNode *parent = find_child (xmlDocGetRootElement (context), element);

  return parent != NULL ? find_child (parent, name) : NULL;
}

/**
 * mlg_dossier_find_text:
 * @element: a child of the root: "meeting"
 * @name: a child of it: "starts_at"
 *
 * Returns: (transfer none) (nullable): the words of it
 */
const char *
mlg_dossier_find_text (xmlDoc *context, const char *element, const char *name)
{
  const xmlNode *child = mlg_dossier_find_element (context, element, name);

  return child != NULL && child->children != NULL ? (const char *) child->children->content : NULL;
}

/* The day of the meeting; today when it has none yet. */
static char *
dup_day (xmlDoc *context)
{
  const char *starts = mlg_dossier_find_text (context, "meeting", "starts_at");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return starts != NULL ? g_strndup (starts, strcspn (starts, "T"))
                        : g_date_time_format (now, "%F");
}

/**
 * mlg_dossier_add_law_of:
 * @context: a root "context" with the "meeting"
 * @issues: gets what is wrong with the files of rules
 *
 * Adds the law of the meeting's day (see mlg-dossier-law.h), with the thresholds that the network says itself. In the
 * thread of @db.
 *
 * Returns: whether the rules were read
 */
gboolean
mlg_dossier_add_law_of (MlgConnection *db,
                        xmlDoc *context,
                        MlgIssueList *issues,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (GStrv) paths = mlg_rules_list_shipped (error);
  g_autoptr (MlgRules) shipped =
      paths != NULL ? mlg_rules_read ((const char *const *) paths, issues, cancellable, error)
                    : NULL;
  g_autoptr (MlgRules) rules =
      shipped != NULL ? mlg_own_thresholds_apply (db, shipped, error) : NULL;
  const char *looked = mlg_dossier_find_text (context, "meeting", "law_checked_on");
  g_autofree char *day = dup_day (context);
  xmlNode *law;

  if (rules == NULL)
    return FALSE;
  law = mlg_dossier_add_law (xmlDocGetRootElement (context), rules, day);
  if (looked != NULL && g_strcmp0 (looked, mlg_xml_get (law, "checked")) > 0)
    mlg_xml_set (law, "looked", looked);
  return TRUE;
}

static gboolean
add_questionnaire (MlgConnection *db, gint64 meeting, xmlDoc *context, GError **error)
{
  const char *address = mlg_dossier_find_text (context, "meeting", "reply_address");
  g_autofree char *day = dup_day (context);

  if (address == NULL)
    address = mlg_dossier_find_text (context, "network", "contact");
  return mlg_dossier_add_questionnaire (db, meeting, xmlDocGetRootElement (context), day, address,
                                        error);
}

/**
 * mlg_dossier_make_context:
 * @meeting: a meeting
 * @issues: gets what is wrong with the files of rules
 *
 * Returns: (transfer full): a root "context" with what mlg_meeting_make_context() gives, "invited" (see
 *   mlg-dossier-invited.h), "examples", "objectives" (see mlg-dossier-objectives.c), "law" of the day (see mlg-dossier-law.h) and
 *   "questionnaire"; %NULL with @error set
 */
xmlDoc *
mlg_dossier_make_context (MlgConnection *db,
                          gint64 meeting,
                          MlgIssueList *issues,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (xmlDoc) context = mlg_meeting_make_context (db, meeting, error);

  if (context == NULL
      || !mlg_dossier_add_invited (db, meeting, xmlDocGetRootElement (context), error)
      || !mlg_dossier_add_examples (db, meeting, xmlDocGetRootElement (context), error)
      || !mlg_dossier_add_objectives (db, xmlDocGetRootElement (context), error)
      || !mlg_dossier_add_law_of (db, context, issues, cancellable, error)
      || !add_questionnaire (db, meeting, context, error))
    return NULL;
  return g_steal_pointer (&context);
}

static void
drop (xmlNode *node)
{
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}

/* A body gets one letter: to the one who is invited there, or to the body when several are. */
static void
write_to_body (xmlNode *letter)
{
  static const char *const of_one[] = { "person", "function", NULL };

  for (guint i = 0; of_one[i] != NULL; i++)
    {
      xmlNode *child = find_child (letter, of_one[i]);

      if (child != NULL)
        drop (child);
    }
}

/* What receives the mail of a body that is only called by the name of a place. */
static const struct
{
  const char *category; /* one of the legal categories */
  const char *office;
} offices[] = {
  { "7210", "Mairie" },
  { "7220", "Conseil départemental" },
  { "7230", "Conseil régional" },
};

static const char *
find_office (const char *category)
{
  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    if (g_strcmp0 (offices[i].category, category) == 0)
      return offices[i].office;
  return NULL;
}

/* Returns: (transfer full): the categories of the bodies that are invited, by their ids */
static GHashTable *
map_categories (xmlNode *root)
{
  GHashTable *categories = g_hash_table_new (g_str_hash, g_str_equal);
  xmlNode *invited = find_child (root, "invited");

  for (xmlNode *place = invited != NULL ? invited->children : NULL; place != NULL;
       place = place->next)
    for (xmlNode *body = place->children; body != NULL; body = body->next)
      if (mlg_xml_get (body, "id") != NULL)
        g_hash_table_insert (categories, (gpointer) mlg_xml_get (body, "id"),
                             (gpointer) mlg_xml_get (body, "category"));
  return categories;
}

static void
address_to_office (xmlNode *invitee, GHashTable *categories)
{
  const char *id = mlg_xml_get (invitee, "body");
  const char *office = id != NULL ? find_office (g_hash_table_lookup (categories, id)) : NULL;
  xmlNode *name = find_child (invitee, "body");
  xmlNode *lines = find_child (invitee, "address");
  g_autoptr (xmlChar) place = name != NULL ? xmlNodeGetContent (name) : NULL;
  g_autoptr (xmlChar) address = lines != NULL ? xmlNodeGetContent (lines) : NULL;
  g_autofree char *both = NULL;

  if (office == NULL || place == NULL)
    return;
  /* The town is told by the address already. */
  if (address != NULL && g_str_has_suffix ((const char *) address, (const char *) place))
    both = g_strdup (office);
  else
    both = g_strdup_printf ("%s\n%s", office, (const char *) place);
  xmlNodeSetContent (name, NULL);
  xmlNodeAddContent (name, (const xmlChar *) both);
}

static void
merge_by_body (xmlNode *invitees)
{
  g_autoptr (GHashTable) letters = g_hash_table_new (g_str_hash, g_str_equal);
  xmlNode *next;

  for (xmlNode *invitee = invitees->children; invitee != NULL; invitee = next)
    {
      const char *body = mlg_xml_get (invitee, "body");
      xmlNode *letter = body != NULL ? g_hash_table_lookup (letters, body) : NULL;

      next = invitee->next;
      if (letter != NULL)
        {
          write_to_body (letter);
          drop (invitee);
        }
      else if (body != NULL)
        g_hash_table_insert (letters, (gpointer) body, invitee);
    }
}

/**
 * mlg_dossier_address_letters:
 * @context: what mlg_dossier_make_context() made
 * @letters: to whom
 *
 * Returns: (transfer full): a context for convocations, whose invitees are those to whom a letter is
 *   written: each person, or each body and the people of none
 */
xmlDoc *
mlg_dossier_address_letters (xmlDoc *context, MlgDossierLetters letters)
{
  xmlDoc *copy = xmlCopyDoc (context, 1);
  xmlNode *meeting = find_child (xmlDocGetRootElement (copy), "meeting");
  xmlNode *invitees = meeting != NULL ? find_child (meeting, "invitees") : NULL;

  if (invitees != NULL && letters == MLG_DOSSIER_LETTER_TO_ALL)
    drop (invitees);
  else if (invitees != NULL && letters == MLG_DOSSIER_LETTER_PER_BODY)
    merge_by_body (invitees);
  if (invitees != NULL && letters != MLG_DOSSIER_LETTER_TO_ALL)
    {
      g_autoptr (GHashTable) categories = map_categories (xmlDocGetRootElement (copy));

      for (xmlNode *invitee = invitees->children; invitee != NULL; invitee = invitee->next)
        address_to_office (invitee, categories);
    }
  return copy;
}
