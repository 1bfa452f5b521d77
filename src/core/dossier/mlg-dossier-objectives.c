/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-objectives.h"

#include "meetings/mlg-meeting-xml.h"
#include "network/mlg-objective.h"

static void
add_objective (xmlNode *objectives, MlgRecord *objective)
{
  xmlNode *element =
      xmlNewChild (objectives, NULL,
                   (const xmlChar *) mlg_record_get_text (objective, MLG_OBJECTIVE_TYPE), NULL);

  mlg_meeting_xml_add (element, "title", mlg_record_get_text (objective, MLG_OBJECTIVE_TITLE));
  mlg_meeting_xml_add (element, "notes", mlg_record_get_text (objective, MLG_OBJECTIVE_NOTES));
}

/**
 * mlg_dossier_add_objectives:
 * @parent: gets the element "objectives", with a "common" or a "side" for each: title, notes
 *
 * Takes the objectives of the network, in their order.
 *
 * Returns: whether they were read
 */
gboolean
mlg_dossier_add_objectives (MlgConnection *db, xmlNode *parent, GError **error)
{
  xmlNode *objectives = xmlNewChild (parent, NULL, (const xmlChar *) "objectives", NULL);

  for (const MlgCode *type = mlg_objective_types.codes; type->code != NULL; type++)
    {
      g_autoptr (GPtrArray) some = mlg_objective_list (db, type->code, error);

      if (some == NULL)
        return FALSE;
      for (guint i = 0; i < some->len; i++)
        add_objective (objectives, some->pdata[i]);
    }
  return TRUE;
}
