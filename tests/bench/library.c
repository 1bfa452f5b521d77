/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "library/mlg-clause-edit.h"
#include "library/mlg-clause-use.h"
#include "library/mlg-clause.h"
#include "library/mlg-compose.h"
#include "library/mlg-piece.h"
#include "library/mlg-template-record.h"
#include "library/mlg-template-trait.h"
#include "library/mlg-uri.h"
#include "library/mlg-word-difference.h"
#include "mlg-kinds.h"
#include "store/mlg-action.h"
#include "store/mlg-id.h"
#include "store/mlg-query.h"
#include "store/mlg-search.h"
#include "store/mlg-statement.h"
#include "template/mlg-check.h"
#include "timing.h"

/* A library of 10,000 templates with 50 uses of clauses each: its first page with all facets, its search
 * against the bare query of the index, and the size of its file against the text that it exports. Then
 * all the rules over a template of 500 clauses, and the words of two revisions of 300 pages. */

enum
{
  TEMPLATES = 10000,
  USES = 50,
  PIECES = 4,
  CLAUSES = 20000,
  BATCH = 1000,
  PAGE = 50,
  RULED = 500,
  REVISION_WORDS = 120000
};

static const char *const words[] = {
  "le",         "titulaire",    "remet",     "chaque",    "trimestre",  "un",        "bilan",
  "des",        "produits",     "recyclés",  "conformes", "à",          "l’annexe",  "technique",
  "avec",       "une",          "fiche",     "de",        "données",    "sécurité",  "et",
  "les",        "attestations", "demandées", "par",       "l’acheteur", "écolabel",  "équivalent",
  "papier",     "déchets",      "énergie",   "insertion", "heures",     "formation", "transport",
  "emballages", "réemploi",     "durée",     "contrôle",  "pénalité",   "délai",     "livraison",
};

static gboolean good = TRUE;
static GRand *dice;

static void
show (const char *name, double ours, double aim, const char *unit)
{
  g_print ("%s: %.2f %s, aim %.2f\n", name, ours, unit, aim);
  good = good && ours <= aim;
}

static char *
make_text (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (dice, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static const char *
pick (const MlgCodeList *list)
{
  return list->codes[g_rand_int_range (dice, 0, (gint) mlg_code_list_get_n (list))].code;
}

static gboolean
add_clause (MlgConnection *db, guint n, GArray *ids, GError **error)
{
  g_autoptr (MlgRecord) clause = mlg_record_new (&mlg_clause_kind);
  g_autofree char *title = g_strdup_printf ("Clause %u %s", n, words[n % G_N_ELEMENTS (words)]);
  g_autofree char *one = make_text (60);
  g_autofree char *two = make_text (60);
  g_autofree char *text = g_strdup_printf (
      "<d:section>\n  <d:heading>%s</d:heading>\n  <d:p>%s.</d:p>\n  <d:p>%s.</d:p>\n</d:section>",
      title, one, two);
  gint64 id;

  mlg_record_set_text (clause, MLG_CLAUSE_TITLE, title);
  mlg_record_set_text (clause, MLG_CLAUSE_TEXT, text);
  mlg_record_set_text (clause, MLG_CLAUSE_PHASE, pick (&mlg_clause_phases));
  mlg_record_set_text (clause, MLG_CLAUSE_AMBITION, pick (&mlg_ambitions));
  mlg_record_set_text (clause, MLG_CLAUSE_DIMENSION, pick (&mlg_dimensions));
  mlg_record_set_text (clause, MLG_CLAUSE_NATURE, pick (&mlg_purchase_natures));
  mlg_record_set_text (clause, MLG_CLAUSE_RELIABILITY, pick (&mlg_reliabilities));
  mlg_record_set_text (clause, MLG_CLAUSE_ORIGIN, words[g_rand_int_range (dice, 0, 12)]);
  if (!mlg_clause_insert (db, clause, error))
    return FALSE;
  id = mlg_record_get_id (clause);
  g_array_append_val (ids, id);
  return TRUE;
}

static gboolean
add_uses (MlgConnection *db, gint64 piece, const gint64 *uses, GArray *clauses, GError **error)
{
  for (guint i = 0; i < USES / PIECES + 1; i++)
    {
      g_autoptr (MlgRecord) use = mlg_record_new (&mlg_clause_use_kind);

      mlg_record_set_id (use, uses[i]);
      mlg_record_set_integer (use, MLG_CLAUSE_USE_PIECE, piece);
      mlg_record_set_integer (use, MLG_CLAUSE_USE_POSITION, i);
      mlg_record_set_integer (
          use, MLG_CLAUSE_USE_CLAUSE,
          g_array_index (clauses, gint64, g_rand_int_range (dice, 0, (gint) clauses->len)));
      if (!mlg_record_insert (db, use, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_piece (MlgConnection *db, gint64 template, guint n, GArray *clauses, GError **error)
{
  static const char *const roles[PIECES] = { "rc", "ccap", "cctp", "ae" };
  g_autoptr (MlgRecord) piece = mlg_record_new (&mlg_piece_kind);
  g_autoptr (GString) content = g_string_new (NULL);
  gint64 uses[USES / PIECES + 1];

  g_string_printf (content, "<piece role=\"%s\">\n  <title>%s</title>\n  <text>\n", roles[n],
                   roles[n]);
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      g_autofree char *text = make_text (20);

      uses[i] = mlg_id_new ();
      g_string_append_printf (
          content, "    <d:p>%s.</d:p>\n    <use id=\"%" G_GINT64_FORMAT "\"/>\n", text, uses[i]);
    }
  g_string_append (content, "  </text>\n</piece>");
  mlg_record_set_integer (piece, MLG_PIECE_TEMPLATE, template);
  mlg_record_set_integer (piece, MLG_PIECE_POSITION, n);
  mlg_record_set_text (piece, MLG_PIECE_ROLE, roles[n]);
  mlg_record_set_text (piece, MLG_PIECE_TITLE, roles[n]);
  mlg_record_set_text (piece, MLG_PIECE_CONTENT, content->str);
  return mlg_record_insert (db, piece, error)
         && add_uses (db, mlg_record_get_id (piece), uses, clauses, error);
}

static gboolean
add_traits (MlgConnection *db, gint64 template, GError **error)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (MlgRecord) trait = mlg_record_new (&mlg_template_trait_kind);

      mlg_record_set_integer (trait, MLG_TEMPLATE_TRAIT_TEMPLATE, template);
      mlg_record_set_text (trait, MLG_TEMPLATE_TRAIT_CODE, mlg_dimensions.codes[i * 3].code);
      if (g_rand_boolean (dice) && !mlg_record_insert (db, trait, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_template (MlgConnection *db, guint n, GArray *clauses, GError **error)
{
  g_autoptr (MlgRecord) template = mlg_record_new (&mlg_template_record_kind);
  g_autofree char *title = g_strdup_printf ("Marché %u %s", n, words[n % G_N_ELEMENTS (words)]);
  g_autofree char *uri = mlg_uri_new ();

  mlg_record_set_text (template, MLG_TEMPLATE_RECORD_TITLE, title);
  mlg_record_set_text (template, MLG_TEMPLATE_RECORD_URI, uri);
  mlg_record_set_text (template, MLG_TEMPLATE_RECORD_LANGUAGE, "fr");
  mlg_record_set_integer (template, MLG_TEMPLATE_RECORD_REVISION, 1);
  mlg_record_set_text (template, MLG_TEMPLATE_RECORD_NATURE, pick (&mlg_purchase_natures));
  mlg_record_set_text (template, MLG_TEMPLATE_RECORD_AMBITION, pick (&mlg_ambitions));
  mlg_record_set_text (template, MLG_TEMPLATE_RECORD_RELIABILITY, pick (&mlg_reliabilities));
  mlg_record_set_text (template, MLG_TEMPLATE_RECORD_ORIGIN, words[g_rand_int_range (dice, 0, 12)]);
  if (!mlg_record_insert (db, template, error)
      || !add_traits (db, mlg_record_get_id (template), error))
    return FALSE;
  for (guint i = 0; i < PIECES; i++)
    if (!add_piece (db, mlg_record_get_id (template), i, clauses, error))
      return FALSE;
  return TRUE;
}

typedef gboolean (*AddFunc) (MlgConnection *db, guint n, GArray *clauses, GError **error);

static void
add_many (MlgConnection *db, guint n, AddFunc add, GArray *clauses)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n && error == NULL; i++)
    {
      if (i % BATCH == 0 && !mlg_connection_begin (db, "bench", &error))
        break;
      if (add (db, i, clauses, &error) && (i + 1) % BATCH == 0)
        mlg_connection_commit (db, NULL, &error);
    }
  check (error, "filling");
}

static double
time_page (MlgConnection *db)
{
  static const guint facets[] = { MLG_TEMPLATE_RECORD_NATURE, MLG_TEMPLATE_RECORD_AMBITION,
                                  MLG_TEMPLATE_RECORD_RELIABILITY, MLG_TEMPLATE_RECORD_ORIGIN };
  static const char *const works[] = { "works", NULL };
  static const char *const environment[] = { "environment", NULL };
  g_autoptr (GError) error = NULL;
  double began = now ();
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_template_record_kind);
  g_autoptr (MlgQuery) some = mlg_query_with_values (all, MLG_TEMPLATE_RECORD_NATURE, works);
  g_autoptr (MlgQuery) query =
      mlg_query_with_related (some, &mlg_template_trait_kind, MLG_TEMPLATE_TRAIT_TEMPLATE,
                              MLG_TEMPLATE_TRAIT_CODE, environment);
  g_autoptr (GPtrArray) page = mlg_query_load (query, db, PAGE, 0, &error);
  gint64 total = mlg_query_count (query, db, &error);
  g_autoptr (GPtrArray) related =
      mlg_query_facet_related (query, db, &mlg_template_trait_kind, MLG_TEMPLATE_TRAIT_TEMPLATE,
                               MLG_TEMPLATE_TRAIT_CODE, &error);

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    g_ptr_array_unref (mlg_query_facet (query, db, facets[i], &error));
  check (error, "facets");
  if (page->len != PAGE || total < PAGE || related->len == 0)
    give_up ("facets", "nothing found");
  return now () - began;
}

static double
time_search (MlgConnection *db, const char *typed)
{
  g_autoptr (GError) error = NULL;
  double began = now ();
  g_autoptr (GPtrArray) hits = mlg_search_find (db, typed, NULL, 20, &error);

  check (error, "search");
  if (hits->len == 0)
    give_up ("search", "nothing found");
  return now () - began;
}

/* The query that the index answers by itself: the best twenty with their passage. */
static double
time_bare (MlgConnection *db, const char *typed)
{
  g_autofree char *match = mlg_search_write_match (typed);
  g_autoptr (GError) error = NULL;
  double began = now ();
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db,
      "SELECT rowid, highlight(search, 0, '', ''), snippet(search, 1, '', '', '…', 12) FROM search"
      " WHERE search MATCH ?1 ORDER BY rank LIMIT 20",
      &error);

  check (error, "bare search");
  mlg_statement_bind_text (statement, 1, match);
  while (mlg_statement_step (statement, &error) == MLG_STEP_ROW)
    mlg_statement_get_text (statement, 2);
  check (error, "bare search");
  return now () - began;
}

static void
measure_search (MlgConnection *db, const char *typed)
{
  double ours[ROUNDS], theirs[ROUNDS];
  g_autofree char *name = g_strdup_printf ("search of “%s”", typed);

  time_search (db, typed);
  for (guint i = 0; i < ROUNDS; i++)
    {
      ours[i] = time_search (db, typed);
      theirs[i] = time_bare (db, typed);
    }
  show (name, get_median (ours), 30, "ms");
  show ("… against the bare query", get_median (ours) / get_median (theirs), 2, "times");
}

/* What a sample of the templates weighs when it is exported, for all of them. */
static double
weigh_text (MlgConnection *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgQuery) query = mlg_query_new (&mlg_template_record_kind);
  g_autoptr (GArray) ids = mlg_query_run (query, db, &error);
  double bytes = 0;
  guint n = 0;

  check (error, "templates");
  for (guint i = 0; i < ids->len; i += ids->len / 100)
    {
      g_autoptr (MlgTemplate) template =
          mlg_compose_template (db, g_array_index (ids, gint64, i), NULL, &error);
      g_autoptr (GBytes) xml = NULL;

      check (error, "composing");
      xml = mlg_template_to_xml (template);
      bytes += (double) g_bytes_get_size (xml);
      n++;
    }
  return bytes / n * TEMPLATES;
}

static void
measure_size (MlgConnection *db)
{
  struct stat file;

  mlg_connection_rest (db);
  if (stat (mlg_connection_get_path (db), &file) != 0)
    give_up ("size", "no file");
  show ("size of the file against the text", (double) file.st_size / weigh_text (db), 1.5, "times");
}

static MlgTemplate *
make_big_template (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  MlgTemplate *template;

  g_string_append (
      text, "<template xmlns=\"urn:maillage:template:1\" xmlns:d=\"urn:maillage:document:1\""
            " xml:lang=\"fr\" uri=\"urn:uuid:00000000-0000-4000-8000-000000000000\" revision=\"1\">"
            "<identity><title>Essai</title></identity><purchase nature=\"services\"/>"
            "<criteria><criterion type=\"price\" weight=\"60\"><title>Prix</title></criterion>"
            "<criterion type=\"quality\" weight=\"40\" dimension=\"environment\">"
            "<title>Environnement</title></criterion></criteria>"
            "<piece role=\"cctp\"><title>CCTP</title><text>");
  for (guint i = 0; i < RULED; i++)
    {
      g_autofree char *one = make_text (60);

      g_string_append_printf (
          text,
          "<clause phase=\"performance\" dimension=\"environment\"><title>Clause %u</title>"
          "<proof>Fiche</proof><text><d:section><d:heading>Clause %u</d:heading><d:p>%s.</d:p>"
          "</d:section></text></clause>",
          i, i, one);
    }
  g_string_append (text, "</text></piece></template>");
  bytes = g_bytes_new (text->str, text->len);
  template = mlg_template_read_xml (bytes, "bench", issues, NULL, &error);
  check (error, "template");
  return template;
}

static void
measure_rules (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_auto (GStrv) paths = mlg_rules_list_shipped (&error);
  g_autoptr (MlgRules) rules = mlg_rules_read ((const char *const *) paths, issues, NULL, &error);
  g_autoptr (MlgTemplate) template = make_big_template ();
  g_autoptr (MlgAnswers) answers = mlg_answers_new (template);
  double times[ROUNDS];

  check (error, "rules");
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (MlgPurchase) purchase = mlg_purchase_new ();
      double began = now ();

      mlg_purchase_set (purchase, "date", "2026-11-23", &error);
      g_ptr_array_unref (mlg_check_template (rules, template, answers, purchase, &error));
      check (error, "check");
      times[i] = now () - began;
    }
  show ("all rules over 500 clauses", get_median (times), 50, "ms");
}

/* Every fiftieth word is another, and paragraphs went and came. */
static void
measure_difference (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  double times[ROUNDS];

  for (guint i = 0; i < REVISION_WORDS; i++)
    {
      const char *word = words[g_rand_int_range (dice, 0, G_N_ELEMENTS (words))];
      const char *end = i % 80 == 79 ? "\n" : " ";

      if (i % 10000 > 200)
        g_string_append_printf (before, "%s%s", word, end);
      if (i % 12000 > 200)
        g_string_append_printf (after, "%s%s", i % 50 == 0 ? "autrement" : word, end);
    }
  for (guint i = 0; i < ROUNDS; i++)
    {
      double began = now ();

      g_ptr_array_unref (mlg_word_difference (before->str, after->str));
      times[i] = now () - began;
    }
  show ("words of two revisions of 300 pages", get_median (times), 500, "ms");
}

static void
measure_library (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_connection_open (path, MLG_OPEN_CREATE, mlg_kinds, &error);
  g_autoptr (GArray) clauses = g_array_new (FALSE, FALSE, sizeof (gint64));
  double times[ROUNDS];

  check (error, "file");
  add_many (db, CLAUSES, add_clause, clauses);
  add_many (db, TEMPLATES, add_template, clauses);
  time_page (db);
  for (guint i = 0; i < ROUNDS; i++)
    times[i] = time_page (db);
  show ("first page with facets", get_median (times), 50, "ms");
  measure_search (db, "clause 1234");
  measure_search (db, "marché 77");
  measure_size (db);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("maillage-bench-XXXXXX", &error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "x.maillage", NULL) : NULL;
  g_autofree char *backups = g_strconcat (path, ".backups", NULL);

  check (error, "folder");
  dice = g_rand_new_with_seed (20261123);
  measure_difference ();
  measure_rules ();
  measure_library (path);
  g_unlink (path);
  g_rmdir (backups);
  g_rmdir (folder);
  g_rand_free (dice);
  return good ? 0 : 1;
}
