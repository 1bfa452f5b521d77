/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-export-report.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-function.h"
#include "members/mlg-member-link.h"
#include "members/mlg-person.h"
#include "mlg-export-columns.h"
#include "mlg-export-gate.h"

typedef struct
{
  MlgConnection *db;         /* (unowned) */
  MlgExportColumns *columns; /* (unowned) */
  MlgExportReport *report;   /* (unowned) */
  guint *counts;             /* (owned) for each column */
} Counting;

static void
count_free (gpointer data)
{
  MlgExportCount *count = data;

  g_free (count->title);
  g_free (count);
}

/* Returns: whether something personal of the record leaves in the column. */
static gboolean
count_value (Counting *c, guint column, MlgRecord *record)
{
  const MlgTarget *target = mlg_export_columns_get (c->columns, column);
  const MlgField *field = &target->kind->fields[target->field];

  if (target->custom != 0 || mlg_record_get_kind (record) != target->kind
      || (field->flags & MLG_FIELD_PERSONAL) == 0 || mlg_record_is_null (record, target->field)
      || !mlg_export_columns_let (c->columns, target, mlg_record_get_id (record)))
    return FALSE;
  c->counts[column]++;
  if (g_str_equal (field->name, "email"))
    c->report->emails++;
  if (g_str_equal (field->name, "phone") || g_str_equal (field->name, "mobile"))
    c->report->phones++;
  return TRUE;
}

static gboolean
count_record (Counting *c, MlgRecord *record)
{
  gboolean leaves = FALSE;

  for (guint i = 0; i < mlg_export_columns_get_n (c->columns); i++)
    leaves = count_value (c, i, record) || leaves;
  return leaves;
}

static gboolean
count_person (Counting *c, MlgRecord *person, GError **error)
{
  g_autoptr (GPtrArray) links =
      mlg_person_list_functions (c->db, mlg_record_get_id (person), error);
  gboolean leaves = count_record (c, person);

  if (links == NULL)
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      const MlgMemberLink *link = links->pdata[i];

      if (link->current)
        leaves = count_record (c, link->link) || leaves;
    }
  if (leaves)
    c->report->people++;
  if (leaves && mlg_record_get_boolean (person, MLG_PERSON_OBJECTION))
    c->report->objecting++;
  return TRUE;
}

static void
keep_counts (Counting *c)
{
  for (guint i = 0; i < mlg_export_columns_get_n (c->columns); i++)
    if (c->counts[i] > 0)
      {
        MlgExportCount *count = g_new (MlgExportCount, 1);

        count->title = mlg_export_columns_dup_heading (c->columns, i);
        count->n = c->counts[i];
        g_ptr_array_add (c->report->fields, count);
      }
}

static gboolean
count_all (Counting *c, GPtrArray *people, GError **error)
{
  for (guint i = 0; i < people->len; i++)
    if (!count_person (c, people->pdata[i], error))
      return FALSE;
  keep_counts (c);
  return TRUE;
}

/**
 * mlg_export_report_new:
 * @kind: what is exported; of bodies nothing is personal
 * @ids: (nullable) (element-type gint64): the records; %NULL for all
 * @columns: (nullable): as for mlg_export_table(); %NULL for all, which is what a card says at most
 * @audience: for whom
 *
 * Counts who and what would leave, before anything does.
 *
 * Returns: (transfer full): the report, or %NULL with %MLG_EXCHANGE_ERROR_MAPPING or a store error
 */
MlgExportReport *
mlg_export_report_new (MlgConnection *db,
                       const MlgKind *kind,
                       GArray *ids,
                       const char *const *columns,
                       MlgAudience audience,
                       GError **error)
{
  g_autoptr (MlgExportReport) self = g_new0 (MlgExportReport, 1);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgExportColumns) chosen = NULL;
  g_autoptr (GPtrArray) people = NULL;
  Counting c = { .db = db, .report = self };
  gboolean done;

  self->fields = g_ptr_array_new_with_free_func (count_free);
  if (kind != &mlg_person_kind)
    return g_steal_pointer (&self);
  chosen = mlg_export_columns_new (db, kind, columns, audience, issues, error);
  people = chosen != NULL ? mlg_export_load_records (db, kind, ids, error) : NULL;
  if (people == NULL)
    return NULL;
  c.columns = chosen;
  c.counts = g_new0 (guint, mlg_export_columns_get_n (chosen) + 1);
  done = count_all (&c, people, error);
  g_free (c.counts);
  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * mlg_export_report_free:
 * @report: (transfer full): what would leave
 *
 * Frees a report with its counts.
 */
void
mlg_export_report_free (MlgExportReport *self)
{
  g_ptr_array_unref (self->fields);
  g_free (self);
}

/**
 * mlg_export_report_to_text:
 *
 * Returns: (transfer full): the report in a few lines, as people read it
 */
char *
mlg_export_report_to_text (const MlgExportReport *self)
{
  GString *text = g_string_new (NULL);

  if (self->people == 0)
    return g_string_free (g_string_append (text, _ ("Nothing personal leaves.")), FALSE);
  g_string_append_printf (text,
                          ngettext ("Personal data of %u person leaves.",
                                    "Personal data of %u people leaves.", self->people),
                          self->people);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const MlgExportCount *count = self->fields->pdata[i];

      /* Translators: a field and how many people's value of it leaves: "  E-mail: 12" */
      g_string_append_printf (text, _ ("\n  %s: %u"), count->title, count->n);
    }
  if (self->objecting > 0)
    g_string_append_printf (text,
                            ngettext ("\nOf them, %u wants no mailings.",
                                      "\nOf them, %u want no mailings.", self->objecting),
                            self->objecting);
  return g_string_free (text, FALSE);
}
