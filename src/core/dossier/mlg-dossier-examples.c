/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-examples.h"

#include "library/mlg-sheet.h"
#include "meetings/mlg-meeting-xml.h"
#include "store/mlg-record-sql.h"

/* The feedback sheets that a meeting looks at: its own. When it has chosen none, those whose body is invited
 * first, for it can tell of them; then those that say what came of it; then the latest. */
#define CHOSEN                                                                                     \
  "JOIN (SELECT sheet AS chosen, min(coalesce(position,id)) AS place FROM meeting_example"         \
  " WHERE meeting=?1 GROUP BY sheet) ON chosen=sheet.id ORDER BY place, id"

#define ORDER MLG_DOSSIER_EXAMPLES_ORDER " LIMIT ?2"

static void
add_sheet (xmlNode *examples, MlgRecord *sheet, const char *body)
{
  static const guint fields[] = { MLG_SHEET_TITLE,      MLG_SHEET_CONTACT, MLG_SHEET_AMOUNT,
                                  MLG_SHEET_STARTED_ON, MLG_SHEET_REQUEST, MLG_SHEET_RESULTS,
                                  MLG_SHEET_LESSONS };
  xmlNode *element = xmlNewChild (examples, NULL, (const xmlChar *) "sheet", NULL);

  mlg_meeting_xml_add (element, "body", body);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *plain = mlg_record_dup_plain (sheet, fields[i]);

      mlg_meeting_xml_add (element, mlg_sheet_kind.fields[fields[i]].name, plain);
    }
}

static GPtrArray *
choose (MlgConnection *db, gint64 meeting, GError **error)
{
  GPtrArray *sheets = mlg_record_load_where (db, &mlg_sheet_kind, error, CHOSEN, "i", meeting);

  if (sheets == NULL || sheets->len > 0)
    return sheets;
  g_ptr_array_unref (sheets);
  return mlg_record_load_where (db, &mlg_sheet_kind, error, ORDER, "ii", meeting,
                                (gint64) MLG_DOSSIER_MAX_EXAMPLES);
}

/**
 * mlg_dossier_add_examples:
 * @parent: gets the element "examples", with a "sheet" for each: body, title, contact, amount, started_on,
 *   request, results, lessons
 *
 * Takes the feedback sheets that a meeting has (see mlg-meeting-example.h), in their order; when it has
 * none, chooses up to %MLG_DOSSIER_MAX_EXAMPLES of the network.
 *
 * Returns: whether they were read
 */
gboolean
mlg_dossier_add_examples (MlgConnection *db, gint64 meeting, xmlNode *parent, GError **error)
{
  xmlNode *examples = xmlNewChild (parent, NULL, (const xmlChar *) "examples", NULL);
  g_autoptr (GPtrArray) sheets = choose (db, meeting, error);

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      g_autofree char *body = NULL;

      if (!mlg_connection_get_text (db, &body, error, "SELECT name FROM body WHERE id=?1", "i",
                                    mlg_record_get_integer (sheets->pdata[i], MLG_SHEET_BODY)))
        return FALSE;
      add_sheet (examples, sheets->pdata[i], body);
    }
  return sheets != NULL;
}
