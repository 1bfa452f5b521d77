/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-library-columns.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-archived.h"
#include "library/mlg-clause-trait.h"
#include "library/mlg-clause.h"
#include "library/mlg-cpv.h"
#include "library/mlg-draft.h"
#include "library/mlg-sheet.h"
#include "library/mlg-template-record.h"
#include "library/mlg-template-trait.h"
#include "mlg-title-cell.h"

/* What the four lists of the library show, and by what they are narrowed down: the same facets, wherever
 * the records have them. */

/* A facet over one field of the record itself. */
#define FIELD_FACET(NAME, FIELD)                                                                   \
  static GPtrArray *read_##NAME (MlgQuery *query, MlgConnection *db, GError **error)               \
  {                                                                                                \
    return mlg_query_facet (query, db, FIELD, error);                                              \
  }                                                                                                \
                                                                                                   \
  static MlgQuery *apply_##NAME (MlgQuery *query, const char *const *values)                       \
  {                                                                                                \
    return mlg_query_with_values (query, FIELD, values);                                           \
  }

/* A facet over records that belong to it, such as the dimensions of a clause. */
#define RELATED_FACET(NAME, KIND, OWNER, FIELD)                                                    \
  static GPtrArray *read_##NAME (MlgQuery *query, MlgConnection *db, GError **error)               \
  {                                                                                                \
    return mlg_query_facet_related (query, db, KIND, OWNER, FIELD, error);                         \
  }                                                                                                \
                                                                                                   \
  static MlgQuery *apply_##NAME (MlgQuery *query, const char *const *values)                       \
  {                                                                                                \
    return mlg_query_with_related (query, KIND, OWNER, FIELD, values);                             \
  }

FIELD_FACET (template_nature, MLG_TEMPLATE_RECORD_NATURE)
FIELD_FACET (template_family, MLG_TEMPLATE_RECORD_FAMILY)
FIELD_FACET (template_ambition, MLG_TEMPLATE_RECORD_AMBITION)
FIELD_FACET (template_reliability, MLG_TEMPLATE_RECORD_RELIABILITY)
FIELD_FACET (template_origin, MLG_TEMPLATE_RECORD_ORIGIN)
RELATED_FACET (template_dimension,
               &mlg_template_trait_kind,
               MLG_TEMPLATE_TRAIT_TEMPLATE,
               MLG_TEMPLATE_TRAIT_CODE)
FIELD_FACET (clause_nature, MLG_CLAUSE_NATURE)
FIELD_FACET (clause_family, MLG_CLAUSE_FAMILY)
FIELD_FACET (clause_phase, MLG_CLAUSE_PHASE)
FIELD_FACET (clause_ambition, MLG_CLAUSE_AMBITION)
FIELD_FACET (clause_reliability, MLG_CLAUSE_RELIABILITY)
FIELD_FACET (clause_origin, MLG_CLAUSE_ORIGIN)
RELATED_FACET (clause_dimension,
               &mlg_clause_trait_kind,
               MLG_CLAUSE_TRAIT_CLAUSE,
               MLG_CLAUSE_TRAIT_CODE)
FIELD_FACET (draft_state, MLG_DRAFT_STATE)
FIELD_FACET (draft_template, MLG_DRAFT_TEMPLATE)
FIELD_FACET (draft_body, MLG_DRAFT_BODY)
FIELD_FACET (sheet_nature, MLG_SHEET_NATURE)
FIELD_FACET (sheet_family, MLG_SHEET_FAMILY)
FIELD_FACET (sheet_reliability, MLG_SHEET_RELIABILITY)
FIELD_FACET (sheet_origin, MLG_SHEET_ORIGIN)

/* What is put away is left out until one asks for it: one value, that is always there to be chosen. */
static GPtrArray *
read_archived (MlgQuery *query, MlgConnection *db, GError **error)
{
  g_autoptr (MlgQuery) archived = mlg_archived_narrow (query, TRUE);
  gint64 n = mlg_query_count (archived, db, error);
  GPtrArray *facets;
  MlgFacet *facet;

  if (n < 0)
    return NULL;
  facet = g_new0 (MlgFacet, 1);
  facet->value = g_strdup ("1");
  facet->title = g_strdup (_ ("Archived"));
  facet->n = (guint) n;
  facets = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_facet_free);
  g_ptr_array_add (facets, facet);
  return facets;
}

static MlgQuery *
apply_archived (MlgQuery *query, const char *const *values)
{
  return mlg_archived_narrow (query, values != NULL && *values != NULL);
}

static const MlgKind *const templates[] = { &mlg_template_record_kind, NULL };
static const MlgKind *const template_parts[] = { &mlg_template_record_kind,
                                                 &mlg_template_trait_kind, &mlg_cpv_kind, NULL };
static const MlgKind *const clauses[] = { &mlg_clause_kind, NULL };
static const MlgKind *const clause_parts[] = { &mlg_clause_kind, &mlg_clause_trait_kind,
                                               &mlg_cpv_kind, NULL };
static const MlgKind *const drafts[] = { &mlg_draft_kind, &mlg_template_record_kind, NULL };
static const MlgKind *const sheets[] = { &mlg_sheet_kind, &mlg_cpv_kind, NULL };

static const MlgFacetKind template_facets[] = {
  { "nature", N_ ("Nature"), templates, read_template_nature, apply_template_nature },
  { "family", N_ ("Family"), template_parts, read_template_family, apply_template_family },
  { "dimension", N_ ("Dimension"), template_parts, read_template_dimension,
    apply_template_dimension },
  { "ambition", N_ ("Ambition"), templates, read_template_ambition, apply_template_ambition },
  { "reliability", N_ ("Reliability"), templates, read_template_reliability,
    apply_template_reliability },
  { "origin", N_ ("Origin"), templates, read_template_origin, apply_template_origin },
  { "archived", N_ ("Archived"), templates, read_archived, apply_archived },
  { NULL },
};

static const MlgFacetKind clause_facets[] = {
  { "nature", N_ ("Nature"), clauses, read_clause_nature, apply_clause_nature },
  { "family", N_ ("Family"), clause_parts, read_clause_family, apply_clause_family },
  { "dimension", N_ ("Dimension"), clause_parts, read_clause_dimension, apply_clause_dimension },
  { "phase", N_ ("Phase"), clauses, read_clause_phase, apply_clause_phase },
  { "ambition", N_ ("Ambition"), clauses, read_clause_ambition, apply_clause_ambition },
  { "reliability", N_ ("Reliability"), clauses, read_clause_reliability, apply_clause_reliability },
  { "origin", N_ ("Origin"), clauses, read_clause_origin, apply_clause_origin },
  { "archived", N_ ("Archived"), clauses, read_archived, apply_archived },
  { NULL },
};

static const MlgFacetKind draft_facets[] = {
  { "state", N_ ("State"), drafts, read_draft_state, apply_draft_state },
  { "template", N_ ("Template"), drafts, read_draft_template, apply_draft_template },
  { "body", N_ ("Buyer"), NULL, read_draft_body, apply_draft_body },
  { "archived", N_ ("Archived"), drafts, read_archived, apply_archived },
  { NULL },
};

static const MlgFacetKind sheet_facets[] = {
  { "nature", N_ ("Nature"), sheets, read_sheet_nature, apply_sheet_nature },
  { "family", N_ ("Family"), sheets, read_sheet_family, apply_sheet_family },
  { "reliability", N_ ("Reliability"), sheets, read_sheet_reliability, apply_sheet_reliability },
  { "origin", N_ ("Origin"), sheets, read_sheet_origin, apply_sheet_origin },
  { "archived", N_ ("Archived"), sheets, read_archived, apply_archived },
  { NULL },
};

#define TITLE_COLUMN(FIELD)                                                                        \
  {                                                                                                \
    "title", N_ ("Title"), FIELD, NULL, MLG_QUERY_BY_NAME, .make_cell = mlg_title_cell_make,       \
                                                           .set_record = mlg_title_cell_set_record \
  }

static const MlgColumn template_columns[] = {
  TITLE_COLUMN (MLG_TEMPLATE_RECORD_TITLE),
  { "nature", N_ ("Nature"), MLG_TEMPLATE_RECORD_NATURE, NULL, MLG_TEMPLATE_RECORD_NATURE,
    .width = 110 },
  { "ambition", N_ ("Ambition"), MLG_TEMPLATE_RECORD_AMBITION, NULL, MLG_TEMPLATE_RECORD_AMBITION,
    .width = 130 },
  { "reliability", N_ ("Reliability"), MLG_TEMPLATE_RECORD_RELIABILITY, NULL,
    MLG_TEMPLATE_RECORD_RELIABILITY, .width = 140, .hidden = TRUE },
  { "checked", N_ ("Checked on"), MLG_TEMPLATE_RECORD_CHECKED_ON, NULL,
    MLG_TEMPLATE_RECORD_CHECKED_ON, .width = 120, .hidden = TRUE },
  { "changed", N_ ("Changed on"), MLG_TEMPLATE_RECORD_CHANGED_ON, NULL,
    MLG_TEMPLATE_RECORD_CHANGED_ON, .width = 120, .hidden = TRUE },
  { "origin", N_ ("Origin"), MLG_TEMPLATE_RECORD_ORIGIN, NULL, MLG_TEMPLATE_RECORD_ORIGIN,
    .width = 140, .hidden = TRUE },
  { NULL },
};

static const MlgColumn clause_columns[] = {
  TITLE_COLUMN (MLG_CLAUSE_TITLE),
  { "phase", N_ ("Phase"), MLG_CLAUSE_PHASE, NULL, MLG_CLAUSE_PHASE, .width = 150 },
  { "ambition", N_ ("Ambition"), MLG_CLAUSE_AMBITION, NULL, MLG_CLAUSE_AMBITION, .width = 120 },
  { "nature", N_ ("Nature"), MLG_CLAUSE_NATURE, NULL, MLG_CLAUSE_NATURE, .width = 110,
    .hidden = TRUE },
  { "reliability", N_ ("Reliability"), MLG_CLAUSE_RELIABILITY, NULL, MLG_CLAUSE_RELIABILITY,
    .width = 140, .hidden = TRUE },
  { "changed", N_ ("Changed on"), MLG_CLAUSE_CHANGED_ON, NULL, MLG_CLAUSE_CHANGED_ON, .width = 120,
    .hidden = TRUE },
  { NULL },
};

static const MlgColumn draft_columns[] = {
  TITLE_COLUMN (MLG_DRAFT_TITLE),
  { "state", N_ ("State"), MLG_DRAFT_STATE, NULL, MLG_DRAFT_STATE, .width = 130 },
  { "launch", N_ ("Launch"), MLG_DRAFT_LAUNCH_ON, NULL, MLG_DRAFT_LAUNCH_ON, .width = 120 },
  { "value", N_ ("Value (EUR)"), MLG_DRAFT_VALUE, NULL, MLG_DRAFT_VALUE, .number = TRUE,
    .width = 120, .hidden = TRUE },
  { NULL },
};

static const MlgColumn sheet_columns[] = {
  TITLE_COLUMN (MLG_SHEET_TITLE),
  { "written", N_ ("Written on"), MLG_SHEET_WRITTEN_ON, NULL, MLG_SHEET_WRITTEN_ON, .width = 120 },
  { "offers", N_ ("Offers"), MLG_SHEET_OFFERS, NULL, MLG_SHEET_OFFERS, .number = TRUE,
    .width = 80 },
  { "amount", N_ ("Amount (EUR)"), MLG_SHEET_AMOUNT, NULL, MLG_SHEET_AMOUNT, .number = TRUE,
    .width = 120, .hidden = TRUE },
  { NULL },
};

/* What people read of some fields, in a line. */
static char *
write_line (MlgRecord *record, const guint *fields, guint n)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = mlg_record_is_null (record, fields[i])
                                  ? NULL
                                  : mlg_record_dup_display (record, fields[i]);

      if (text != NULL && *text != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
    }
  return g_string_free (line, FALSE);
}

static char *
write_template_line (MlgRecord *record)
{
  static const guint fields[] = { MLG_TEMPLATE_RECORD_NATURE, MLG_TEMPLATE_RECORD_AMBITION,
                                  MLG_TEMPLATE_RECORD_ORIGIN };

  return write_line (record, fields, G_N_ELEMENTS (fields));
}

static char *
write_clause_line (MlgRecord *record)
{
  static const guint fields[] = { MLG_CLAUSE_PHASE, MLG_CLAUSE_AMBITION };

  return write_line (record, fields, G_N_ELEMENTS (fields));
}

static char *
write_draft_line (MlgRecord *record)
{
  static const guint fields[] = { MLG_DRAFT_STATE, MLG_DRAFT_LAUNCH_ON };

  return write_line (record, fields, G_N_ELEMENTS (fields));
}

static char *
write_sheet_line (MlgRecord *record)
{
  static const guint fields[] = { MLG_SHEET_NATURE, MLG_SHEET_WRITTEN_ON };

  return write_line (record, fields, G_N_ELEMENTS (fields));
}

static const MlgTableKind tables[] = {
  [MLG_LIBRARY_TEMPLATES] = { .kind = &mlg_template_record_kind,
                              .title = N_ ("Templates"),
                              .search = N_ ("Search templates"),
                              .columns = template_columns,
                              .facets = template_facets,
                              .line = write_template_line,
                              .settings_key = "templates-columns" },
  [MLG_LIBRARY_CLAUSES] = { .kind = &mlg_clause_kind,
                            .title = N_ ("Clauses"),
                            .search = N_ ("Search clauses"),
                            .columns = clause_columns,
                            .facets = clause_facets,
                            .line = write_clause_line,
                            .settings_key = "clauses-columns" },
  [MLG_LIBRARY_DRAFTS] = { .kind = &mlg_draft_kind,
                           .title = N_ ("Drafts"),
                           .search = N_ ("Search drafts"),
                           .columns = draft_columns,
                           .facets = draft_facets,
                           .line = write_draft_line,
                           .settings_key = "drafts-columns" },
  [MLG_LIBRARY_SHEETS] = { .kind = &mlg_sheet_kind,
                           .title = N_ ("Feedback sheets"),
                           .search = N_ ("Search feedback sheets"),
                           .columns = sheet_columns,
                           .facets = sheet_facets,
                           .line = write_sheet_line,
                           .settings_key = "sheets-columns" },
};

static const char *const names[] = { "templates", "clauses", "drafts", "sheets" };

/**
 * mlg_library_list_get_table:
 *
 * Returns: (transfer none): what a list shows and how
 */
const MlgTableKind *
mlg_library_list_get_table (MlgLibraryList list)
{
  return &tables[list];
}

/**
 * mlg_library_list_get_name:
 *
 * Returns: (transfer none): "templates", "clauses", "drafts" or "sheets"
 */
const char *
mlg_library_list_get_name (MlgLibraryList list)
{
  return names[list];
}

/**
 * mlg_library_list_find:
 * @kind: of records
 *
 * Returns: the list that shows them; %MLG_LIBRARY_N_LISTS for none
 */
MlgLibraryList
mlg_library_list_find (const MlgKind *kind)
{
  guint i = 0;

  while (i < MLG_LIBRARY_N_LISTS && tables[i].kind != kind)
    i++;
  return (MlgLibraryList) i;
}
