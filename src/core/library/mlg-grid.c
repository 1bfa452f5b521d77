/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-grid.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document-builder.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-fragment.h"
#include "library/mlg-kept-clauses.h"

/* The words of the grids are French, as those of the tenders they go with. */

static void
row_free (gpointer data)
{
  g_strfreev (data);
}

static MlgGrid *
grid_new (const char *title, const char *intro, const char *widths, const char *const *columns)
{
  MlgGrid *self = g_new0 (MlgGrid, 1);

  self->title = g_strdup (title);
  self->intro = g_strdup (intro);
  self->widths = widths;
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  for (; *columns != NULL; columns++)
    g_ptr_array_add (self->columns, g_strdup (*columns));
  return self;
}

/**
 * mlg_grid_free:
 * @self: (transfer full): a grid
 *
 * Frees a grid with its lines.
 */
void
mlg_grid_free (MlgGrid *self)
{
  g_free (self->title);
  g_free (self->intro);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Cells that are not given stay empty, to be filled. */
static void
add_row (MlgGrid *self, const char *const *cells)
{
  GStrv row = g_new0 (char *, self->columns->len + 1);
  gboolean more = TRUE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      more = more && cells[i] != NULL;
      row[i] = g_strdup (more ? cells[i] : "");
    }
  g_ptr_array_add (self->rows, row);
}

/**
 * mlg_grid_new_for_need:
 *
 * Returns: (transfer full): the three questions of a need, with what the draft answers; %NULL with @error set
 */
MlgGrid *
mlg_grid_new_for_need (MlgConnection *db, gint64 draft, GError **error)
{
  static const struct
  {
    const char *question;
    const char *help;
    guint field;
  } questions[] = {
    { "1. Le besoin et son contexte",
      "Qui a besoin de quoi, où, quand, en quelle quantité ? Peut-on s’en passer, réemployer, "
      "mutualiser, "
      "allonger la durée d’usage ? Que dit le marché précédent ?",
      MLG_DRAFT_NEED_CONTEXT },
    { "2. Améliorer la performance",
      "Quels effets sur l’environnement, les personnes et l’économie, à chaque étape du cycle de "
      "vie ? Que "
      "propose le marché ? Jusqu’où aller, et qu’est-ce qui le prouvera ?",
      MLG_DRAFT_NEED_PERFORMANCE },
    { "3. Choix et moyens",
      "Ce qui est retenu ou écarté, et pourquoi. Lots, critères, conditions d’exécution, budget, "
      "suivi : "
      "qui fait quoi ?",
      MLG_DRAFT_NEED_MEANS },
  };
  static const char *const columns[] = { "Question", "À examiner", "Réponse", NULL };
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_draft_kind, draft, error);
  g_autofree char *title = NULL;
  MlgGrid *self;

  if (record == NULL)
    return NULL;
  title =
      g_strdup_printf ("Définition du besoin – %s", mlg_record_get_text (record, MLG_DRAFT_TITLE));
  self = grid_new (title, "À remplir avant toute rédaction ; à garder au dossier du marché.",
                   "20 35 45", columns);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      const char *answer = mlg_record_get_text (record, questions[i].field);
      const char *cells[] = { questions[i].question, questions[i].help, answer, NULL };

      add_row (self, cells);
    }
  return self;
}

static void
add_criteria (MlgGrid *self, const xmlNode *parent, const char *before)
{
  guint n = 0;

  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      g_autofree char *number = NULL;
      g_autofree char *prefix = NULL;
      g_autofree char *title = NULL;
      g_autofree char *elements = NULL;
      g_autofree char *method = NULL;
      const char *weight;

      if (!mlg_template_node_is (child, "criterion"))
        continue;
      weight = mlg_xml_get (child, "weight");
      number = g_strdup_printf ("%s%u", before, ++n);
      title = mlg_fragment_get_text (mlg_template_find_child (child, "title"));
      elements = mlg_fragment_get_text (mlg_template_find_child (child, "elements"));
      method = mlg_fragment_get_text (mlg_template_find_child (child, "method"));
      add_row (self, (const char *[]){
                         number, title != NULL ? title : "", weight != NULL ? weight : "",
                         elements != NULL ? elements : "", method != NULL ? method : "", NULL });
      prefix = g_strconcat (number, ".", NULL);
      add_criteria (self, child, prefix);
    }
}

/**
 * mlg_grid_new_for_offers:
 * @answers: of a draft; only its text matters
 *
 * Returns: (transfer full): a line for each award criterion and what makes it, to note offers
 */
MlgGrid *
mlg_grid_new_for_offers (MlgAnswers *answers)
{
  static const char *const columns[] = { "N°",      "Critère", "Poids",   "Éléments demandés",
                                         "Méthode", "Offre A", "Offre B", "Offre C",
                                         NULL };
  MlgTemplate *template = mlg_answers_get_template (answers);
  g_autofree char *of = mlg_template_get_title (template);
  g_autofree char *title = g_strdup_printf ("Analyse des offres – %s", of);
  xmlNode *criteria =
      mlg_template_find_child (xmlDocGetRootElement (mlg_template_get_tree (template)), "criteria");
  MlgGrid *self = grid_new (title,
                            "Chaque note est motivée par ce que l’offre contient ; le poids d’un "
                            "sous-critère est en points de "
                            "son critère.",
                            "5 20 7 24 20 8 8 8", columns);

  if (criteria != NULL)
    add_criteria (self, criteria, "");
  return self;
}

static void
add_clause (const xmlNode *clause, const char *piece, gpointer data)
{
  g_autofree char *title = mlg_fragment_get_text (mlg_template_find_child (clause, "title"));
  g_autofree char *proof = mlg_fragment_get_text (mlg_template_find_child (clause, "proof"));
  g_autofree char *sanction = mlg_fragment_get_text (mlg_template_find_child (clause, "sanction"));

  if (g_strcmp0 (mlg_xml_get (clause, "phase"), "performance") == 0
      || (g_strcmp0 (mlg_xml_get (clause, "phase"), "specification") == 0 && proof != NULL))
    add_row (data, (const char *[]){ piece, title != NULL ? title : "", proof != NULL ? proof : "",
                                     sanction != NULL ? sanction : "", NULL });
}

/**
 * mlg_grid_new_for_follow_up:
 * @answers: of a draft: they decide which clauses are kept
 *
 * Returns: (transfer full): a line for each clause to verify during performance; %NULL with @error set
 */
MlgGrid *
mlg_grid_new_for_follow_up (MlgAnswers *answers, GError **error)
{
  static const char *const columns[] = { "Pièce",       "Clause", "Preuve attendue", "Sanction",
                                         "Responsable", "Date",   "Constat",         NULL };
  g_autofree char *of = mlg_template_get_title (mlg_answers_get_template (answers));
  g_autofree char *title = g_strdup_printf ("Suivi de l’exécution – %s", of);
  g_autoptr (MlgGrid) self = grid_new (
      title,
      "Une ligne par engagement à vérifier ; la date et le constat sont portés au fil du marché.",
      "12 22 22 14 12 8 10", columns);

  if (!mlg_kept_clauses_foreach (answers, add_clause, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static const char *const names[] = { "needs", "offers", "follow-up", NULL };

/**
 * mlg_grid_list:
 *
 * Returns: (transfer none): the names of the grids
 */
const char *const *
mlg_grid_list (void)
{
  return names;
}

/**
 * mlg_grid_new:
 * @name: one of mlg_grid_list()
 *
 * Returns: (transfer full): the grid of a draft; %NULL with @error set
 */
MlgGrid *
mlg_grid_new (MlgConnection *db, gint64 draft, const char *name, GError **error)
{
  g_autoptr (MlgAnswers) answers = NULL;

  if (g_str_equal (name, names[0]))
    return mlg_grid_new_for_need (db, draft, error);
  answers = mlg_draft_read (db, draft, NULL, error);
  if (answers == NULL)
    return NULL;
  return g_str_equal (name, names[1]) ? mlg_grid_new_for_offers (answers)
                                      : mlg_grid_new_for_follow_up (answers, error);
}

static void
add_paragraphs (MlgDocumentBuilder *builder, const char *text, MlgMarks marks)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      mlg_document_builder_open (builder, "p");
      mlg_document_builder_add_text (builder, *line, -1, marks);
      mlg_document_builder_close (builder, "p");
    }
}

static void
add_cells (MlgDocumentBuilder *builder, const char *const *cells, guint n, gboolean header)
{
  mlg_document_builder_open (builder, "row");
  if (header)
    mlg_document_builder_set (builder, "header", "true");
  for (guint i = 0; i < n; i++)
    {
      mlg_document_builder_open (builder, "cell");
      if (header)
        mlg_document_builder_set (builder, "header", "true");
      add_paragraphs (builder, cells[i], MLG_MARK_NONE);
      mlg_document_builder_close (builder, "cell");
    }
  mlg_document_builder_close (builder, "row");
}

/**
 * mlg_grid_to_document:
 *
 * Returns: (transfer full): the grid on pages in landscape
 */
MlgDocument *
mlg_grid_to_document (const MlgGrid *self)
{
  g_autoptr (MlgDocumentBuilder) builder = mlg_document_builder_new ("fr");

  mlg_document_builder_add_head (builder, "title", self->title);
  mlg_document_builder_set_landscape (builder, TRUE);
  mlg_document_builder_open_heading (builder, 1);
  mlg_document_builder_leave_unnumbered (builder);
  mlg_document_builder_add_text (builder, self->title, -1, MLG_MARK_NONE);
  mlg_document_builder_close (builder, "heading");
  if (self->intro != NULL)
    add_paragraphs (builder, self->intro, MLG_MARK_ITALIC);
  mlg_document_builder_open (builder, "table");
  mlg_document_builder_set (builder, "columns", self->widths);
  add_cells (builder, (const char *const *) self->columns->pdata, self->columns->len, TRUE);
  for (guint i = 0; i < self->rows->len; i++)
    add_cells (builder, self->rows->pdata[i], self->columns->len, FALSE);
  mlg_document_builder_close (builder, "table");
  return mlg_document_builder_finish (builder, self->title);
}
