/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier.h"

#include "document/mlg-document-names.h"
#include "document/mlg-xml.h"
#include "library/mlg-adapted-paper.h"
#include "meetings/mlg-meeting-check.h"
#include "meetings/mlg-meeting-xml.h"
#include "mlg-dossier-bind.h"
#include "mlg-dossier-check.h"
#include "mlg-dossier-version.h"
#include "template/mlg-fill.h"

/* The dossier of a meeting: templates, the network's own or those that come with the program, filled with
 * one context and bound. */

/* The template with the cover and the openings of the parts, a piece each. */
#define BINDING "dossier"

/* The form that asks to rank themes, and the one of the questions that a network wrote. */
#define RANKING "questionnaire"
#define ASKED   "answer-form"

/* The paper that is written to each addressee. */
#define LETTERS "convocation"

typedef struct
{
  MlgConnection *db; /* (unowned) */
  MlgDossier *dossier;
  xmlDoc *context;
  GHashTable *gaps; /* (element-type utf8): those told already */
  GStrvBuilder *gap_list;
  MlgIssueList *issues;
  GCancellable *cancellable;
} Making;

static void
sheet_free (MlgDossierSheet *sheet)
{
  g_free (sheet->title);
  g_free (sheet->summary);
  g_clear_object (&sheet->document);
  g_clear_object (&sheet->letters);
  g_free (sheet);
}

/**
 * mlg_dossier_free:
 * @self: (transfer full): a dossier
 *
 * Frees a dossier with its papers, which were written or not.
 */
void
mlg_dossier_free (MlgDossier *self)
{
  g_free (self->title);
  g_clear_pointer (&self->lacks, g_ptr_array_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->annexes, g_ptr_array_unref);
  g_clear_pointer (&self->gaps, g_strfreev);
  g_clear_object (&self->bound);
  g_free (self);
}

/* The same field is missing in many papers; it is told once. */
static void
note_gaps (Making *m, MlgTemplate *template, MlgAnswers *answers)
{
  g_auto (GStrv) missing = mlg_fill_list_missing (template, answers);

  for (guint i = 0; missing[i] != NULL; i++)
    if (g_hash_table_add (m->gaps, g_strdup (missing[i])))
      g_strv_builder_add (m->gap_list, missing[i]);
}

static MlgAnswers *
answer (Making *m, MlgTemplate *template, xmlDoc *context)
{
  MlgAnswers *answers = mlg_answers_new (template);

  mlg_answers_take_records (answers, context, m->issues);
  note_gaps (m, template, answers);
  return answers;
}

/* What is missing is told once for the whole dossier, not by each paper. */
static MlgDocument *
fill (Making *m, MlgTemplate *template, xmlDoc *context, guint piece, GError **error)
{
  g_autoptr (MlgAnswers) answers = answer (m, template, context);
  g_autoptr (MlgIssueList) told = mlg_issue_list_new ();

  return mlg_fill (template, answers, context, piece, told, m->cancellable, error);
}

static char *
dup_title (MlgDocument *document)
{
  for (xmlNode *child = mlg_document_get_part (document, "body")->children; child != NULL;
       child = child->next)
    if (child->type == XML_ELEMENT_NODE && mlg_document_node_is (child, "p")
        && g_strcmp0 (mlg_xml_get (child, "role"), "title") == 0)
      {
        g_autoptr (xmlChar) words = xmlNodeGetContent (child);

        return g_strdup ((const char *) words);
      }
  return mlg_document_get_title (document);
}

static xmlNode *
find_child (xmlNode *parent, const char *name)
{
  for (xmlNode *child = xmlFirstElementChild (parent); child != NULL;
       child = xmlNextElementSibling (child))
    if (xmlStrEqual (child->name, (const xmlChar *) name))
      return child;
  return NULL;
}

/* What the template says of itself, on one line. */
static char *
dup_summary (MlgTemplate *template)
{
  xmlNode *identity =
      find_child (xmlDocGetRootElement (mlg_template_get_tree (template)), "identity");
  xmlNode *summary = identity != NULL ? find_child (identity, "summary") : NULL;
  g_autoptr (xmlChar) words = summary != NULL ? xmlNodeGetContent (summary) : NULL;
  g_auto (GStrv) parts = g_strsplit_set (words != NULL ? (char *) words : "", " \n\t", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (kept, parts[i]);
  all = g_strv_builder_end (kept);
  return g_strjoinv (" ", all);
}

static gboolean
add_letters (Making *m,
             MlgDossierSheet *sheet,
             MlgTemplate *template,
             MlgDossierLetters letters,
             GError **error)
{
  g_autoptr (xmlDoc) all = mlg_dossier_address_letters (m->context, MLG_DOSSIER_LETTER_TO_ALL);
  g_autoptr (xmlDoc) each = mlg_dossier_address_letters (m->context, letters);

  sheet->document = fill (m, template, all, MLG_FILL_ALL_PIECES, error);
  if (sheet->document != NULL && letters != MLG_DOSSIER_LETTER_TO_ALL)
    sheet->letters = fill (m, template, each, MLG_FILL_ALL_PIECES, error);
  return sheet->document != NULL
         && (letters == MLG_DOSSIER_LETTER_TO_ALL || sheet->letters != NULL);
}

/* A questionnaire that asks more than to rank themes has a form of its own. */
static const char *
find_template (Making *m, const MlgDossierPaper *paper)
{
  return g_str_equal (paper->template, RANKING)
                 && mlg_dossier_find_element (m->context, "questionnaire", "lines") != NULL
             ? ASKED
             : paper->template;
}

static gboolean
add_sheet (Making *m, const MlgDossierPaper *paper, MlgDossierLetters letters, GError **error)
{
  g_autoptr (MlgTemplate) template =
      mlg_adapted_paper_read (m->db, find_template (m, paper), m->issues, m->cancellable, error);
  MlgDossierSheet *sheet;

  if (template == NULL)
    return FALSE;
  sheet = g_new0 (MlgDossierSheet, 1);
  sheet->paper = paper;
  g_ptr_array_add (m->dossier->sheets, sheet);
  if (g_str_equal (paper->name, LETTERS))
    {
      if (!add_letters (m, sheet, template, letters, error))
        return FALSE;
    }
  else if ((sheet->document = fill (m, template, m->context, MLG_FILL_ALL_PIECES, error)) == NULL)
    return FALSE;
  sheet->title = dup_title (sheet->document);
  sheet->summary = dup_summary (template);
  return TRUE;
}

static gboolean
add_sheets (Making *m, MlgDossierLetters letters, GError **error)
{
  g_autoptr (GPtrArray) papers =
      mlg_dossier_list_papers (mlg_dossier_find_text (m->context, "meeting", "kind"),
                               mlg_dossier_find_text (m->context, "meeting", "state"));

  for (guint i = 0; i < papers->len; i++)
    if (!add_sheet (m, papers->pdata[i], letters, error))
      return FALSE;
  return TRUE;
}

/* The cover says what is missing, and what is attached. */
static void
add_to_context (Making *m)
{
  xmlNode *root = xmlDocGetRootElement (m->context);
  xmlNode *lacks = xmlNewChild (root, NULL, (const xmlChar *) "lacks", NULL);
  xmlNode *annexes = xmlNewChild (root, NULL, (const xmlChar *) "annexes", NULL);

  for (guint i = 0; i < m->dossier->lacks->len; i++)
    {
      const MlgMeetingLack *lack = m->dossier->lacks->pdata[i];

      mlg_xml_set (mlg_meeting_xml_add (lacks, "lack", lack->message), "severity",
                   mlg_severity_to_nick (lack->severity));
    }
  for (guint i = 0; i < m->dossier->annexes->len; i++)
    {
      const MlgDossierAnnex *annex = m->dossier->annexes->pdata[i];
      xmlNode *element = mlg_meeting_xml_add (annexes, "annex", annex->title);

      if (annex->file != NULL)
        mlg_xml_set (element, "file", annex->file);
      if (annex->link != NULL)
        mlg_xml_set (element, "link", annex->link);
    }
}

static gboolean
open_part (
    Making *m, MlgDossierBinder *binder, MlgTemplate *binding, MlgDossierPart part, GError **error)
{
  g_autoptr (MlgDocument) opening = fill (m, binding, m->context, part, error);

  if (opening == NULL)
    return FALSE;
  mlg_dossier_binder_open_part (binder, opening);
  return TRUE;
}

static gboolean
bind_sheets (Making *m, MlgDossierBinder *binder, MlgTemplate *binding, GError **error)
{
  MlgDossierPart part = MLG_DOSSIER_COVER;

  for (guint i = 0; i < m->dossier->sheets->len; i++)
    {
      const MlgDossierSheet *sheet = m->dossier->sheets->pdata[i];

      if (sheet->paper->part != part
          && !open_part (m, binder, binding, part = sheet->paper->part, error))
        return FALSE;
      mlg_dossier_binder_add (binder, sheet->document, sheet->paper->name, sheet->summary);
    }
  return TRUE;
}

static gboolean
bind (Making *m, GError **error)
{
  g_autoptr (MlgTemplate) binding =
      mlg_adapted_paper_read (m->db, BINDING, m->issues, m->cancellable, error);
  g_autoptr (MlgDocument) cover =
      binding != NULL ? fill (m, binding, m->context, MLG_DOSSIER_COVER, error) : NULL;
  g_autoptr (MlgDossierBinder) binder = cover != NULL ? mlg_dossier_binder_new (cover) : NULL;

  if (binder == NULL || !bind_sheets (m, binder, binding, error))
    return FALSE;
  m->dossier->bound = mlg_dossier_binder_finish (binder, BINDING);
  return TRUE;
}

static gboolean
make (Making *m,
      MlgConnection *db,
      MlgDossierLetters letters,
      const MlgDossierVersion *before,
      GError **error)
{
  gint64 meeting = m->dossier->meeting;

  m->context = mlg_dossier_make_context (db, meeting, m->issues, m->cancellable, error);
  if (m->context == NULL)
    return FALSE;
  m->dossier->lacks = mlg_dossier_check (db, meeting, m->context, error);
  m->dossier->annexes = mlg_dossier_list_annexes (db, meeting, error);
  if (m->dossier->lacks == NULL || m->dossier->annexes == NULL)
    return FALSE;
  m->dossier->title = g_strdup (mlg_dossier_find_text (m->context, "meeting", "title"));
  add_to_context (m);
  if (!add_sheets (m, letters, error))
    return FALSE;
  m->dossier->version =
      before != NULL
          ? mlg_dossier_version_compare (before, m->dossier, xmlDocGetRootElement (m->context))
          : 1;
  return bind (m, error);
}

/**
 * mlg_dossier_make:
 * @meeting: a meeting
 * @letters: to whom convocations are written; the one that is bound is to nobody in particular
 * @before: (nullable): what was written the last time, to say what has changed since
 * @issues: gets what was found odd in templates, rules and values
 * @cancellable: (nullable): gives up
 *
 * Makes the papers of a meeting and binds them. What is missing shows as gaps, and is listed. In the
 * thread of @db.
 *
 * Errors: those of the store, and of reading and filling templates.
 *
 * Returns: (transfer full): the dossier; %NULL with @error set
 */
MlgDossier *
mlg_dossier_make (MlgConnection *db,
                  gint64 meeting,
                  MlgDossierLetters letters,
                  const MlgDossierVersion *before,
                  MlgIssueList *issues,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (MlgDossier) dossier = g_new0 (MlgDossier, 1);
  g_autoptr (GHashTable) gaps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) gap_list = g_strv_builder_new ();
  Making making = { .db = db,
                    .dossier = dossier,
                    .gaps = gaps,
                    .gap_list = gap_list,
                    .issues = issues,
                    .cancellable = cancellable };
  gboolean made;

  dossier->meeting = meeting;
  dossier->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  made = make (&making, db, letters, before, error);
  g_clear_pointer (&making.context, xmlFreeDoc);
  dossier->gaps = g_strv_builder_end (gap_list);
  return made ? g_steal_pointer (&dossier) : NULL;
}

/**
 * mlg_dossier_make_bound:
 *
 * Makes what is bound, to be looked at: see mlg_dossier_make().
 *
 * Returns: (transfer full): a document; %NULL with @error set
 */
MlgDocument *
mlg_dossier_make_bound (MlgConnection *db,
                        gint64 meeting,
                        MlgIssueList *issues,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (MlgDossier) dossier =
      mlg_dossier_make (db, meeting, MLG_DOSSIER_LETTER_TO_ALL, NULL, issues, cancellable, error);

  return dossier != NULL ? g_steal_pointer (&dossier->bound) : NULL;
}

/**
 * mlg_dossier_make_paper:
 * @name: of one of mlg_dossier_list_papers()
 * @gaps: (out) (transfer full): the labels of required fields for which the records have nothing
 *
 * Makes one paper of the dossier of a meeting, to be looked at; letters are to nobody in particular.
 *
 * Returns: (transfer full): a document; %NULL with @error set
 */
MlgDocument *
mlg_dossier_make_paper (MlgConnection *db,
                        gint64 meeting,
                        const char *name,
                        GStrv *gaps,
                        MlgIssueList *issues,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (MlgDossier) dossier = g_new0 (MlgDossier, 1);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) gap_list = g_strv_builder_new ();
  Making making = { db, dossier, NULL, told, gap_list, issues, cancellable };
  const MlgDossierPaper *paper = mlg_dossier_paper_find (name);
  gboolean made;

  g_return_val_if_fail (paper != NULL, NULL);

  dossier->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  making.context = mlg_dossier_make_context (db, meeting, issues, cancellable, error);
  made = making.context != NULL && add_sheet (&making, paper, MLG_DOSSIER_LETTER_TO_ALL, error);
  g_clear_pointer (&making.context, xmlFreeDoc);
  *gaps = g_strv_builder_end (gap_list);
  return made ? g_object_ref (((MlgDossierSheet *) dossier->sheets->pdata[0])->document) : NULL;
}
