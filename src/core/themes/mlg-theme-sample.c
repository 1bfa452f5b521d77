/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-sample.h"

#include "mlg-answer-edit.h"
#include "mlg-answer.h"
#include "mlg-question.h"
#include "mlg-questionnaire-edit.h"
#include "mlg-questionnaire.h"
#include "mlg-theme-edit.h"
#include "mlg-theme-work.h"
#include "mlg-theme.h"
#include "store/mlg-statement.h"

/* The themes of the sample network, and a questionnaire that some of its members answered. Nobody real
 * answered so: what a body ranks comes from its place in the list. */

#define N_RANKED     5
#define N_ANSWERS    18
#define N_DONE       2
#define IN_WORK      "Nettoyage des locaux"
#define TITLE        "Choix des thèmes de travail"
#define INTRODUCTION "Les deux thèmes les mieux classés auront leur groupe de travail cette année."
#define ANSWER_BY    "2026-12-18"
#define ADDRESS      "animation@reseau.example.org"
#define ABOUT_RANKS  "Quels thèmes votre organisme veut-il voir travaillés en premier ?"
#define ABOUT_NEEDS  "Qu’attendez-vous d’abord du réseau ?"
#define ABOUT_HOST   "Pouvez-vous accueillir une réunion ?"
#define NEEDS                                                                                      \
  "Des marchés types\nDes formations\nDes échanges d’expériences\nDes rencontres avec des "   \
  "fournisseurs"

static const char *const options[] = {
  "Produits d’entretien et d’hygiène",
  "Papier",
  "Denrées pour la restauration collective",
  "Ordinateurs et écrans",
  "Mobilier",
  "Vêtements de travail",
  "Véhicules",
  "Espaces verts",
  "Construction et rénovation",
  "Éclairage public",
  "Insertion et clauses sociales",
  "Déchets et réemploi",
};

typedef struct
{
  MlgConnection *db;
  gint64 questionnaire;
  gint64 ranks, needs, host;
} Sample;

static gboolean
make_questionnaire (Sample *s, GError **error)
{
  g_autoptr (MlgRecord) questionnaire = mlg_record_new (&mlg_questionnaire_kind);

  mlg_record_set_text (questionnaire, MLG_QUESTIONNAIRE_TITLE, TITLE);
  mlg_record_set_text (questionnaire, MLG_QUESTIONNAIRE_PURPOSE, "themes");
  mlg_record_set_text (questionnaire, MLG_QUESTIONNAIRE_INTRODUCTION, INTRODUCTION);
  mlg_record_set_text (questionnaire, MLG_QUESTIONNAIRE_ANSWER_BY, ANSWER_BY);
  mlg_record_set_text (questionnaire, MLG_QUESTIONNAIRE_RETURN_ADDRESS, ADDRESS);
  if (!mlg_theme_store (s->db, questionnaire, error))
    return FALSE;
  s->questionnaire = mlg_record_get_id (questionnaire);
  return TRUE;
}

static gint64
add_question (
    Sample *s, const char *type, const char *text, const char *list, gint most, GError **error)
{
  gint64 id = mlg_questionnaire_add_question (s->db, s->questionnaire, type, text, error);
  g_autoptr (MlgRecord) question = NULL;

  if (id == 0 || (list != NULL && !mlg_question_paste_options (s->db, id, list, NULL, error)))
    return 0;
  if (most == 0)
    return id;
  question = mlg_record_load (s->db, &mlg_question_kind, id, error);
  if (question == NULL)
    return 0;
  mlg_record_set_integer (question, MLG_QUESTION_MOST, most);
  return mlg_theme_store (s->db, question, error) ? id : 0;
}

static gboolean
add_questions (Sample *s, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *themes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    g_strv_builder_add (builder, options[i]);
  names = g_strv_builder_end (builder);
  themes = g_strjoinv ("\n", names);
  s->ranks = add_question (s, "rank", ABOUT_RANKS, themes, N_RANKED, error);
  if (s->ranks != 0)
    s->needs = add_question (s, "choose", ABOUT_NEEDS, NEEDS, 2, error);
  if (s->needs != 0)
    s->host = add_question (s, "yes-no", ABOUT_HOST, NULL, 0, error);
  return s->host != 0 && mlg_questionnaire_set_state (s->db, s->questionnaire, "open", error);
}

/* Five different options of the twelve, in an order that the place of the body gives; the first ones come
 * more often. */
static void
answer_ranks (const Sample *s, const MlgForm *form, guint place, GPtrArray *lines)
{
  const MlgFormQuestion *question = mlg_form_find_question (form, s->ranks);
  guint n = question->options->len;
  guint step = (guint[]){ 1, 5, 7, 11 }[place % 4];

  for (guint i = 0; i < N_RANKED; i++)
    mlg_answer_add_value (
        lines, s->ranks,
        mlg_record_get_id (question->options->pdata[(place * place / 3 + i * step) % n]), i + 1);
}

static void
answer_rest (const Sample *s, const MlgForm *form, guint place, GPtrArray *lines)
{
  const MlgFormQuestion *question = mlg_form_find_question (form, s->needs);
  guint n = question->options->len;

  for (guint i = 0; i < 1 + place % 2; i++)
    mlg_answer_add_value (lines, s->needs,
                          mlg_record_get_id (question->options->pdata[(place + 2 * i) % n]), 1);
  mlg_answer_add_value (lines, s->host, 0, place % 3 == 0 ? 1 : 0);
}

static gboolean
answer (const Sample *s, const MlgForm *form, gint64 body, guint place, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_new (&mlg_answer_kind);
  g_autoptr (GPtrArray) lines = mlg_answer_lines_new ();
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  mlg_record_set_integer (record, MLG_ANSWER_BODY, body);
  mlg_record_set_text (record, MLG_ANSWER_ROLE, place % 5 < 2 ? "elected" : "technical");
  answer_ranks (s, form, place, lines);
  answer_rest (s, form, place, lines);
  return mlg_answer_store (s->db, form, record, lines, MLG_ANSWER_STRICT, NULL, issues, error);
}

static gboolean
add_answers (Sample *s, GError **error)
{
  g_autoptr (MlgForm) form = mlg_form_load (s->db, s->questionnaire, error);
  g_autoptr (MlgStatement) members = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  MlgStep step;

  if (form == NULL)
    return FALSE;
  members = mlg_connection_prepare (
      s->db, "SELECT id FROM body WHERE status='member' ORDER BY id LIMIT ?1", error);
  if (members == NULL)
    return FALSE;
  mlg_statement_bind_integer (members, 1, N_ANSWERS);
  while ((step = mlg_statement_step (members, error)) == MLG_STEP_ROW)
    {
      gint64 id = mlg_statement_get_integer (members, 0);

      g_array_append_val (ids, id);
    }
  for (guint i = 0; step == MLG_STEP_DONE && i < ids->len; i++)
    if (!answer (s, form, g_array_index (ids, gint64, i), i, error))
      return FALSE;
  return step == MLG_STEP_DONE;
}

/* One theme is worked on, and half way. */
static gboolean
add_work (Sample *s, GError **error)
{
  g_autoptr (GPtrArray) rows = mlg_theme_read_programme (error);
  gint64 theme = 0;

  if (rows == NULL
      || !mlg_connection_get_integer (s->db, &theme, error, "SELECT id FROM theme WHERE title=?1",
                                      "t", IN_WORK)
      || !mlg_theme_set_state (s->db, theme, "in-work", error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      MlgUsualStep step = mlg_usual_step_read (rows->pdata[i]);

      if (!mlg_theme_add_step (s->db, theme, &step, 0, NULL, error))
        return FALSE;
    }
  return mlg_connection_execute (
      s->db, error, "UPDATE theme_step SET state='done' WHERE theme=?1 AND position<=?2", "ii",
      theme, (gint64) N_DONE);
}

/**
 * mlg_theme_sample_add:
 * @data: %NULL
 *
 * Adds the themes of the sample network, one of them in work, and a questionnaire with answers of its
 * members. In an action only, when the members are there: see #MlgActionFunc.
 */
gboolean
mlg_theme_sample_add (MlgConnection *db, gpointer data, GError **error)
{
  Sample sample = { .db = db };

  return mlg_theme_add_usual (db, NULL, error) && add_work (&sample, error)
         && make_questionnaire (&sample, error) && add_questions (&sample, error)
         && add_answers (&sample, error);
}
