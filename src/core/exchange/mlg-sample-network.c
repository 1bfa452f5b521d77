/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-sample-network.h"

#include "library/mlg-library-sample.h"
#include "library/mlg-sheet.h"
#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-meeting-example.h"
#include "meetings/mlg-meeting-sample.h"
#include "members/mlg-sample.h"
#include "network/mlg-objective.h"
#include "store/mlg-record-sql.h"
#include "themes/mlg-theme-sample.h"

/* The kick-off that is to come looks at what the library tells, where results are told. */
static gboolean
choose_examples (MlgConnection *db, GError **error)
{
  g_autoptr (GPtrArray) sheets =
      mlg_record_load_where (db, &mlg_sheet_kind, error,
                             "WHERE results IS NOT NULL ORDER BY written_on DESC, id LIMIT 3", "");
  gint64 meeting = 0;

  if (sheets == NULL
      || !mlg_connection_get_integer (db, &meeting, error,
                                      "SELECT id FROM meeting WHERE type='kick-off'"
                                      " AND state='convened' ORDER BY starts DESC LIMIT 1",
                                      ""))
    return FALSE;
  for (guint i = 0; meeting != 0 && i < sheets->len; i++)
    {
      g_autoptr (MlgRecord) example = mlg_record_new (&mlg_meeting_example_kind);

      mlg_record_set_integer (example, MLG_MEETING_EXAMPLE_MEETING, meeting);
      mlg_record_set_integer (example, MLG_MEETING_EXAMPLE_SHEET,
                              mlg_record_get_id (sheets->pdata[i]));
      if (!mlg_meeting_store (db, example, error))
        return FALSE;
    }
  return TRUE;
}

/* What themes of the sample serve, by their titles: rooms know one another here. */
static const struct
{
  const char *theme;
  const char *objective;
} served[] = {
  { "Nettoyage des locaux", "Mutualiser les expériences" },
  { "Insertion et clauses sociales", "Créer une culture commune" },
  { "Denrées pour la restauration collective",
    "Engendrer une dynamique territoriale de consommation et de production" },
  { "Papier", "Apporter une aide technique et juridique opérationnelle" },
};

static gboolean
link_themes (MlgConnection *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (served); i++)
    if (!mlg_connection_execute (db, error,
                                 "UPDATE theme SET objective=(SELECT id FROM objective WHERE "
                                 "title=?2) WHERE title=?1",
                                 "tt", served[i].theme, served[i].objective))
      return FALSE;
  return TRUE;
}

static gboolean
add_more (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_meeting_sample_add (db, data, error) && mlg_library_sample_add (db, data, error)
         && choose_examples (db, error) && mlg_objective_sample_add (db, error)
         && mlg_theme_sample_add (db, data, error) && link_themes (db, error);
}

/**
 * mlg_sample_network_add:
 *
 * Adds the sample network with what all rooms have of it, in one action.
 *
 * Errors: those of mlg_sample_add().
 */
gboolean
mlg_sample_network_add (MlgConnection *db, GError **error)
{
  return mlg_sample_add (db, add_more, error);
}
