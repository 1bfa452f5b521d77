/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-document-builder.h"
#include "library/mlg-clause-uses.h"
#include "library/mlg-clause-words.h"
#include "library/mlg-compose.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-library-import.h"
#include "library/mlg-outline-plan.h"
#include "library/mlg-template-edit.h"
#include "library/mlg-template-difference.h"
#include "library/mlg-template-merge.h"
#include "network-file.h"
#include "small-template.h"

/* Documents become templates as one cuts them, and drafts follow their templates as one wants. */

#define WORDS "Produits sans parfum ni colorant, livrés en contenants consignés et réemployés."

static void
add_section (MlgDocumentBuilder *builder, guint level, const char *title, const char *text)
{
  mlg_document_builder_open_heading (builder, level);
  mlg_document_builder_add_text (builder, title, -1, MLG_MARK_NONE);
  mlg_document_builder_close (builder, "heading");
  if (text == NULL)
    return;
  mlg_document_builder_open (builder, "p");
  mlg_document_builder_add_text (builder, text, -1, MLG_MARK_NONE);
  mlg_document_builder_close (builder, "p");
}

static MlgDocument *
make_document (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new ("fr");

  add_section (builder, 1, "Règlement de la consultation", NULL);
  add_section (builder, 2, "Critères", "Le prix compte pour 60 %.");
  add_section (builder, 1, "Cahier des clauses techniques", NULL);
  add_section (builder, 2, "Produits", WORDS " Pour le site.");
  add_section (builder, 2, "Déchets", "Les emballages sont repris et recyclés.");
  add_section (builder, 3, "Bilan", "Un bilan annuel est remis.");
  return mlg_document_builder_finish (builder, "collègue.odt");
}

static const MlgPlanItem *
get_item (MlgOutlinePlan *plan, guint n)
{
  return mlg_outline_plan_get_items (plan)->pdata[n];
}

static guint
count_clauses (NetworkFile *f, MlgOutlinePlan *plan)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) template = mlg_outline_plan_make_template (plan, f->db, issues, &error);
  g_autoptr (MlgTemplateParts) parts = NULL;
  guint n = 0;

  g_assert_no_error (error);
  parts = mlg_template_parts_new (template);
  for (guint i = 0; i < parts->pieces->len; i++)
    n += ((MlgTakenPiece *) parts->pieces->pdata[i])->taken->len;
  return n;
}

static void
test_plan (NetworkFile *f, gconstpointer data)
{
  g_autoptr (MlgDocument) document = make_document ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgOutlinePlan) plan = mlg_outline_plan_new (f->db, document, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (mlg_outline_plan_get_items (plan)->len, ==, 6);
  g_assert_cmpint (get_item (plan, 0)->cut, ==, MLG_CUT_PIECE);
  g_assert_cmpstr (get_item (plan, 0)->role, ==, "rc");
  g_assert_cmpstr (get_item (plan, 1)->phase, ==, "award");
  g_assert_cmpstr (get_item (plan, 2)->role, ==, "cctp");
  g_assert_cmpint (get_item (plan, 4)->cut, ==, MLG_CUT_CLAUSE);
  g_assert_nonnull (strstr (get_item (plan, 4)->dimension, "circ-econ"));
  g_assert_true (get_item (plan, 5)->inside);
  g_assert_cmpuint (count_clauses (f, plan), ==, 3);
  mlg_outline_plan_set_cut (plan, 4, MLG_CUT_SECTION);
  g_assert_false (get_item (plan, 5)->inside);
  g_assert_cmpuint (count_clauses (f, plan), ==, 3);
  mlg_outline_plan_set_cut (plan, 2, MLG_CUT_CLAUSE);
  g_assert_cmpuint (count_clauses (f, plan), ==, 2);
  mlg_outline_plan_cut_at (plan, 2);
  g_assert_cmpint (get_item (plan, 2)->cut, ==, MLG_CUT_SECTION);
  g_assert_cmpuint (count_clauses (f, plan), ==, 3);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM template"), ==, 0);
}

static gint64
add_template (NetworkFile *f)
{
  g_autofree char *xml = small_template_write ("1", "1", WORDS);
  g_autoptr (MlgTemplate) template = small_template_read (xml);
  g_autoptr (GError) error = NULL;
  gint64 id;

  network_file_begin (f);
  id = mlg_template_store (f->db, template, NULL, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  return id;
}

/* A section with the words of a clause of the library is that clause. */
static void
test_known (NetworkFile *f, gconstpointer data)
{
  g_autoptr (MlgDocument) document = make_document ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgOutlinePlan) plan = NULL;

  add_template (f);
  plan = mlg_outline_plan_new (f->db, document, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_item (plan, 3)->known, !=, 0);
  g_assert_cmpstr (get_item (plan, 3)->known_title, ==, "Produits");
  g_assert_cmpint (get_item (plan, 4)->known, ==, 0);
  g_assert_false (get_item (plan, 3)->take_known);
  mlg_outline_plan_take_known (plan, 3, TRUE);
  mlg_outline_plan_take_known (plan, 4, TRUE);
  g_assert_false (get_item (plan, 4)->take_known);
  mlg_outline_plan_join (plan, 4);
  g_assert_cmpint (get_item (plan, 3)->known, ==, 0); /* it is no longer like it */
  g_assert_false (get_item (plan, 3)->take_known);
  mlg_outline_plan_part (plan, 4);
  g_assert_cmpint (get_item (plan, 3)->known, !=, 0);
  g_assert_cmpuint (count_clauses (f, plan), ==, 3);
}

/* Cuts are moved: a section joins the clause above, leaves it again, and is split at a paragraph. */
static void
test_moves (NetworkFile *f, gconstpointer data)
{
  g_autoptr (MlgDocument) document = make_document ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgOutlinePlan) plan = mlg_outline_plan_new (f->db, document, &error);
  g_autoptr (GPtrArray) blocks = NULL;

  g_assert_no_error (error);
  g_assert_false (mlg_outline_plan_can_join (plan, 0));
  g_assert_false (mlg_outline_plan_can_join (plan, 3)); /* nothing above it in its piece */
  g_assert_true (mlg_outline_plan_can_join (plan, 4));
  mlg_outline_plan_join (plan, 4);
  g_assert_true (get_item (plan, 4)->inside);
  g_assert_nonnull (strstr (get_item (plan, 3)->text, "Un bilan annuel est remis."));
  g_assert_nonnull (strstr (get_item (plan, 3)->dimension, "circ-econ"));
  g_assert_cmpuint (count_clauses (f, plan), ==, 2);

  g_assert_true (mlg_outline_plan_can_part (plan, 5));
  mlg_outline_plan_part (plan, 5);
  g_assert_cmpstr (get_item (plan, 5)->title, ==, "Bilan");
  g_assert_cmpuint (get_item (plan, 5)->level, ==, 2);
  g_assert_false (get_item (plan, 5)->inside);
  g_assert_null (strstr (get_item (plan, 3)->text, "Un bilan annuel est remis."));
  g_assert_cmpuint (count_clauses (f, plan), ==, 3);

  blocks = mlg_outline_plan_list_blocks (plan, 3);
  g_assert_cmpuint (blocks->len, ==, 2);
  mlg_outline_plan_split (plan, 3, 1);
  g_assert_false (get_item (plan, 4)->inside);
  g_assert_cmpstr (get_item (plan, 4)->title, ==, "Déchets");
  g_assert_cmpuint (count_clauses (f, plan), ==, 4);
}

static MlgDocument *
make_long_section (void)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new ("fr");

  add_section (builder, 1, "Livraison", "Le titulaire livre en journée.");
  mlg_document_builder_open (builder, "p");
  mlg_document_builder_add_text (builder, "Les emballages sont repris et recyclés.", -1,
                                 MLG_MARK_NONE);
  mlg_document_builder_close (builder, "p");
  return mlg_document_builder_finish (builder, "long.odt");
}

/* What a person said stays, whatever moves around it. */
static void
test_told (NetworkFile *f, gconstpointer data)
{
  g_autoptr (MlgDocument) document = make_long_section ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgOutlinePlan) plan = mlg_outline_plan_new (f->db, document, &error);

  g_assert_no_error (error);
  mlg_outline_plan_tell (plan, 0, MLG_PLAN_TOLD_PHASE, "need");
  mlg_outline_plan_tell (plan, 0, MLG_PLAN_TOLD_PHASE, "no such phase");
  mlg_outline_plan_tell (plan, 0, MLG_PLAN_TOLD_TITLE, "Jours de livraison");
  mlg_outline_plan_split (plan, 0, 1);
  g_assert_cmpuint (mlg_outline_plan_get_items (plan)->len, ==, 2);
  g_assert_cmpstr (get_item (plan, 0)->phase, ==, "need");
  g_assert_cmpstr (get_item (plan, 0)->title, ==, "Jours de livraison");
  g_assert_null (get_item (plan, 0)->dimension);
  g_assert_cmpstr (get_item (plan, 1)->title, ==, "Les emballages sont repris et recyclés.");
  g_assert_cmpstr (get_item (plan, 1)->dimension, ==, "circ-econ");
  mlg_outline_plan_join (plan, 1);
  g_assert_cmpstr (get_item (plan, 0)->phase, ==, "need");
  mlg_outline_plan_tell (plan, 0, MLG_PLAN_TOLD_DIMENSION, NULL);
  g_assert_null (get_item (plan, 0)->dimension);
  g_assert_cmpuint (count_clauses (f, plan), ==, 1);
}

static void
test_draft (NetworkFile *f, gconstpointer data)
{
  gint64 template = add_template (f);
  g_autofree char *newer = small_template_write ("1", "1", "Produits doux.");
  g_autoptr (MlgTemplate) changed = small_template_read (newer);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) passages = NULL;
  g_autoptr (MlgAnswers) answers = NULL;
  g_autofree char *site = NULL;
  guint revision = 9;
  gint64 draft;

  network_file_begin (f);
  draft = mlg_draft_new (f->db, template, NULL, &error);
  g_assert_true (mlg_draft_answer (f->db, draft, "site", "la mairie", &error));
  g_assert_false (mlg_draft_answer (f->db, draft, "rien", "x", NULL));
  g_assert_true (mlg_draft_find_newer (f->db, draft, &revision, &error));
  g_assert_cmpuint (revision, ==, 0);
  mlg_template_store (f->db, changed, NULL, &error);
  g_assert_true (mlg_draft_find_newer (f->db, draft, &revision, &error));
  g_assert_cmpuint (revision, ==, 2);
  passages = mlg_draft_compare (f->db, draft, &error);
  g_assert_true (mlg_draft_take_newer (f->db, draft, NULL, issues, &error));
  g_assert_no_error (error);
  network_file_commit (f);
  g_assert_nonnull (passages);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
  answers = mlg_draft_read (f->db, draft, NULL, &error);
  site = mlg_answers_get (answers, "site");
  g_assert_cmpstr (site, ==, "la mairie");
  g_assert_cmpuint (mlg_template_get_revision (mlg_answers_get_template (answers)), ==, 2);
}

static const MlgPassage *
find_passage (GPtrArray *passages, MlgPassageFate fate)
{
  for (guint i = 0; i < passages->len; i++)
    if (((MlgPassage *) passages->pdata[i])->fate == fate)
      return passages->pdata[i];
  return NULL;
}

static char *
write_text (MlgTemplate *template)
{
  g_autoptr (GBytes) bytes = mlg_template_to_xml (template);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
read_draft_text (NetworkFile *f, gint64 draft)
{
  g_autoptr (MlgTemplate) text = mlg_compose_draft (f->db, draft, NULL, NULL);

  return write_text (text);
}

/* Words that were changed in the draft and in the template since: the draft's stay when one chooses so. */
static void
test_conflict (NetworkFile *f, gconstpointer data)
{
  gint64 template = add_template (f);
  g_autofree char *own = small_template_write ("1", "1", "Produits à nous.");
  g_autofree char *newer = small_template_write ("1", "1", "Produits doux.");
  g_autoptr (MlgTemplate) ours = small_template_read (own);
  g_autoptr (MlgTemplate) changed = small_template_read (newer);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) passages = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const MlgPassage *clause;
  gint64 draft;

  network_file_begin (f);
  draft = mlg_draft_new (f->db, template, NULL, &error);
  mlg_draft_write_text (f->db, draft, ours, &error);
  before = mlg_draft_compare (f->db, draft, &error);
  clause = find_passage (before, MLG_PASSAGE_CHANGED);
  g_assert_true (clause != NULL && clause->mine && !clause->theirs);
  mlg_template_store (f->db, changed, NULL, &error);
  passages = mlg_draft_compare (f->db, draft, &error);
  clause = find_passage (passages, MLG_PASSAGE_CHANGED);
  g_assert_true (clause != NULL && clause->mine && clause->theirs);
  if (clause != NULL)
    mlg_draft_take_newer (f->db, draft, (const char *const[]){ clause->key, NULL }, issues, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  text = read_draft_text (f, draft);
  g_assert_nonnull (strstr (text, "Produits à nous."));
  g_assert_nonnull (strstr (text, " revision=\"2\""));
}

static MlgTemplate *
merge (const char *mine, const char *newer, const char *key)
{
  g_autoptr (MlgTemplate) own = small_template_read (mine);
  g_autoptr (MlgTemplate) theirs = small_template_read (newer);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  MlgTemplate *merged;

  g_hash_table_add (kept, (gpointer) key);
  merged = mlg_template_merge (own, theirs, kept, &error);
  g_assert_no_error (error);
  return merged;
}

static char *
cut (const char *text, const char *from, const char *to)
{
  const char *start = strstr (text, from);
  const char *end = strstr (start, to) + strlen (to);

  return g_strdup_printf ("%.*s%s", (int) (start - text), text, end);
}

static void
assert_merged (MlgTemplate *merged, const char *expected)
{
  g_autoptr (MlgTemplate) other = small_template_read (expected);
  g_autofree char *a = write_text (merged);
  g_autofree char *b = write_text (other);

  g_assert_cmpstr (a, ==, b);
}

#define CLAUSE "urn:uuid:33333333-3333-4333-8333-333333333333"

/* A clause that only one side has, the rest of a piece, and the start, each kept. */
static void
test_merge (void)
{
  g_autofree char *whole = small_template_write ("1", "1", "Produits doux.");
  g_autofree char *without = cut (whole, "        <clause", "</clause>\n");
  g_autofree char *renamed = small_template_write ("1", "1", "Produits doux.");
  g_autoptr (MlgTemplate) brought = merge (whole, without, CLAUSE);
  g_autoptr (MlgTemplate) left = merge (without, whole, CLAUSE);
  g_autoptr (MlgTemplate) headed = NULL;
  g_autoptr (MlgTemplate) started = NULL;
  char *heading = strstr (renamed, "<d:heading>Produits");

  g_assert_nonnull (strstr (whole, CLAUSE));
  assert_merged (brought, whole);
  assert_merged (left, without);
  memcpy (heading + strlen ("<d:heading>"), "PRODUITS", strlen ("PRODUITS"));
  headed = merge (renamed, whole, "piece cctp 0");
  assert_merged (headed, renamed);
  memcpy (strstr (renamed, "<title>Produits"), "<title>PRODUITS", strlen ("<title>PRODUITS"));
  memcpy (heading + strlen ("<d:heading>"), "Produits", strlen ("Produits"));
  started = merge (renamed, whole, "start");
  assert_merged (started, renamed);
}

static void
test_guesses (void)
{
  g_autofree char *dimension =
      mlg_clause_guess_dimension ("Insertion", "Des heures d’insertion sont réservées.");

  g_assert_cmpstr (mlg_clause_guess_role ("ACTE D’ENGAGEMENT"), ==, "ae");
  g_assert_null (mlg_clause_guess_role ("Objet"));
  g_assert_cmpstr (mlg_clause_guess_phase ("Pénalités", "", "cctp"), ==, "performance");
  g_assert_cmpstr (mlg_clause_guess_phase ("Divers", "", "ccap"), ==, "performance");
  g_assert_cmpstr (mlg_clause_guess_phase ("Divers", "", NULL), ==, "specification");
  g_assert_cmpstr (dimension, ==, "social opp");
  g_assert_null (mlg_clause_guess_dimension ("Divers", "Rien."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/library/plan/cuts", test_plan);
  ADD_TEST ("/library/plan/known", test_known);
  ADD_TEST ("/library/plan/moves", test_moves);
  ADD_TEST ("/library/plan/told", test_told);
  ADD_TEST ("/library/draft/newer", test_draft);
  ADD_TEST ("/library/draft/conflict", test_conflict);
  g_test_add_func ("/library/draft/merge", test_merge);
  g_test_add_func ("/library/plan/guesses", test_guesses);
  return g_test_run ();
}
