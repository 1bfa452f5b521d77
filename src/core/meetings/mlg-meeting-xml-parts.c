/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-xml-parts.h"

#include "mlg-hearing-answer.h"
#include "mlg-hearing-question.h"
#include "mlg-hearing.h"
#include "mlg-meeting-xml.h"
#include "mlg-training-topic.h"

/* What only hearings and trainings have. */

static gboolean
add_answers (MlgConnection *db, gint64 hearing, xmlNode *element, GError **error)
{
  g_autoptr (GPtrArray) answers =
      mlg_record_load_where (db, &mlg_hearing_answer_kind, error,
                             "WHERE hearing=?1 ORDER BY (SELECT q.position FROM hearing_question"
                             " AS q WHERE q.id=hearing_answer.question), id",
                             "i", hearing);

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      xmlNode *answer = xmlNewChild (element, NULL, (const xmlChar *) "answer", NULL);
      gboolean asked = mlg_record_get_boolean (answers->pdata[i], MLG_HEARING_ANSWER_ASKED);

      mlg_meeting_xml_set_id (
          answer, "question",
          mlg_record_get_integer (answers->pdata[i], MLG_HEARING_ANSWER_QUESTION));
      mlg_meeting_xml_add (answer, "asked", asked ? "true" : "false");
      mlg_meeting_xml_add_field (answer, "text", answers->pdata[i], MLG_HEARING_ANSWER_ANSWER);
    }
  return answers != NULL;
}

static gboolean
add_hearing (MlgConnection *db, MlgRecord *hearing, xmlNode *parent, GError **error)
{
  xmlNode *element = xmlNewChild (parent, NULL, (const xmlChar *) "hearing", NULL);
  MlgWho supplier = { .body = mlg_record_get_integer (hearing, MLG_HEARING_BODY) };

  mlg_meeting_xml_add_who (element, "supplier", &supplier);
  mlg_meeting_xml_add_field (element, "starts", hearing, MLG_HEARING_STARTS);
  mlg_meeting_xml_add_field (element, "ends", hearing, MLG_HEARING_ENDS);
  mlg_meeting_xml_add_field (element, "documents", hearing, MLG_HEARING_DOCUMENTS);
  mlg_meeting_xml_add_field (element, "notes", hearing, MLG_HEARING_NOTES);
  return add_answers (db, mlg_record_get_id (hearing), element, error);
}

/* See the header: the questions, and each supplier with the answers. */
gboolean
mlg_meeting_xml_add_hearings (MlgConnection *db, gint64 meeting, xmlNode *element, GError **error)
{
  g_autoptr (GPtrArray) questions =
      mlg_record_load_where (db, &mlg_hearing_question_kind, error,
                             "WHERE meeting=?1 ORDER BY position, id", "i", meeting);
  g_autoptr (GPtrArray) hearings =
      questions != NULL ? mlg_record_load_where (
          db, &mlg_hearing_kind, error, "WHERE meeting=?1 ORDER BY starts, id", "i", meeting)
                        : NULL;
  xmlNode *group;

  if (hearings == NULL || questions->len + hearings->len == 0)
    return hearings != NULL;
  group = xmlNewChild (element, NULL, (const xmlChar *) "questions", NULL);
  for (guint i = 0; i < questions->len; i++)
    {
      xmlNode *question = xmlNewChild (group, NULL, (const xmlChar *) "question", NULL);

      mlg_meeting_xml_set_id (question, "id", mlg_record_get_id (questions->pdata[i]));
      mlg_meeting_xml_add_field (question, "text", questions->pdata[i], MLG_HEARING_QUESTION_TEXT);
    }
  group = xmlNewChild (element, NULL, (const xmlChar *) "hearings", NULL);
  for (guint i = 0; i < hearings->len; i++)
    if (!add_hearing (db, hearings->pdata[i], group, error))
      return FALSE;
  return TRUE;
}

/* See the header: what a training is about. */
gboolean
mlg_meeting_xml_add_topics (MlgConnection *db, gint64 meeting, xmlNode *element, GError **error)
{
  g_autoptr (GPtrArray) topics = mlg_record_load_where (
      db, &mlg_training_topic_kind, error, "WHERE meeting=?1 ORDER BY position, id", "i", meeting);
  xmlNode *group;

  if (topics == NULL || topics->len == 0)
    return topics != NULL;
  group = xmlNewChild (element, NULL, (const xmlChar *) "topics", NULL);
  for (guint i = 0; i < topics->len; i++)
    {
      xmlNode *topic = xmlNewChild (group, NULL, (const xmlChar *) "topic", NULL);
      MlgWho trainer = {
        .words = mlg_record_get_text (topics->pdata[i], MLG_TRAINING_TOPIC_TRAINER),
        .person = mlg_record_get_integer (topics->pdata[i], MLG_TRAINING_TOPIC_TRAINER_PERSON)
      };

      mlg_meeting_xml_add_field (topic, "title", topics->pdata[i], MLG_TRAINING_TOPIC_TITLE);
      mlg_meeting_xml_add_field (topic, "kind", topics->pdata[i], MLG_TRAINING_TOPIC_TYPE);
      mlg_meeting_xml_add_field (topic, "minutes", topics->pdata[i], MLG_TRAINING_TOPIC_MINUTES);
      mlg_meeting_xml_add_who (topic, "trainer", &trainer);
    }
  return TRUE;
}
