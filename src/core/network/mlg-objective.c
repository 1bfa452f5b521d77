/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-objective.h"

#include <glib/gi18n-lib.h>

struct _MlgObjective
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgObjective, mlg_objective, MLG_TYPE_RECORD)

static const MlgCode objective_types_codes[] = {
  { "common", N_ ("Common objective") },
  { "side", N_ ("Side objective") },
  { NULL },
};

const MlgCodeList mlg_objective_types = { "objective-types", objective_types_codes };

static const MlgField fields[] = { MLG_OBJECTIVE_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_objective_kind = {
  .name = "objective",
  .plural = "objectives",
  .title = N_ ("Objective"),
  .title_plural = N_ ("Objectives"),
  .table = "objective",
  .fields = fields,
  .n_fields = MLG_OBJECTIVE_N_FIELDS,
  .get_type = mlg_objective_get_type,
};

static void
mlg_objective_class_init (MlgObjectiveClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_objective_kind);
}

static void
mlg_objective_init (MlgObjective *self)
{
}

/**
 * mlg_objective_position_check:
 *
 * See #MlgFieldCheck. What is no number at all is told by the field's type.
 */
char *
mlg_objective_position_check (const char *text)
{
  return *text == '-' ? g_strdup (_ ("a number from 0 is expected")) : NULL;
}

/**
 * mlg_objective_list:
 * @type: one of #mlg_objective_types
 *
 * Returns: (transfer full) (element-type MlgRecord): the objectives of that kind in their order, those
 *   without a place last; %NULL with @error set
 */
GPtrArray *
mlg_objective_list (MlgConnection *db, const char *type, GError **error)
{
  return mlg_record_load_where (db, &mlg_objective_kind, error,
                                "WHERE type=?1 ORDER BY position IS NULL, position, id", "t", type);
}

/**
 * mlg_objective_add:
 * @type: one of #mlg_objective_types
 *
 * Adds an objective after the others of its kind. In an action only.
 *
 * Returns: its id; 0 with @error set
 */
gint64
mlg_objective_add (MlgConnection *db, const char *type, const char *title, GError **error)
{
  g_autoptr (MlgRecord) objective = mlg_record_new (&mlg_objective_kind);
  gint64 last = 0;

  if (!mlg_connection_get_integer (db, &last, error,
                                   "SELECT coalesce(max(position),0) FROM objective WHERE type=?1",
                                   "t", type))
    return 0;
  mlg_record_set_text (objective, MLG_OBJECTIVE_TITLE, title);
  mlg_record_set_text (objective, MLG_OBJECTIVE_TYPE, type);
  mlg_record_set_integer (objective, MLG_OBJECTIVE_POSITION, last + 1);
  return mlg_record_insert (db, objective, error) ? mlg_record_get_id (objective) : 0;
}

/* Writes the places of all that are not yet at theirs: they may never have had any. */
static gboolean
number (MlgConnection *db, GPtrArray *objectives, GError **error)
{
  for (guint i = 0; i < objectives->len; i++)
    {
      MlgRecord *objective = objectives->pdata[i];

      if (mlg_record_get_integer (objective, MLG_OBJECTIVE_POSITION) == i + 1)
        continue;
      mlg_record_set_integer (objective, MLG_OBJECTIVE_POSITION, i + 1);
      if (!mlg_record_update (db, objective, error))
        return FALSE;
    }
  return TRUE;
}

static guint
find (GPtrArray *objectives, gint64 id)
{
  guint place = 0;

  while (place < objectives->len && mlg_record_get_id (objectives->pdata[place]) != id)
    place++;
  return place;
}

/**
 * mlg_objective_move:
 * @step: by how many places, among those of its kind; no further than their ends
 *
 * In an action only.
 *
 * Errors: %MLG_STORE_ERROR_MISSING when there is no such objective
 */
gboolean
mlg_objective_move (MlgConnection *db, gint64 id, int step, GError **error)
{
  g_autoptr (MlgRecord) moved = mlg_record_load (db, &mlg_objective_kind, id, error);
  g_autoptr (GPtrArray) all = NULL;
  guint from;
  int to;

  if (moved == NULL
      || (all = mlg_objective_list (db, mlg_record_get_text (moved, MLG_OBJECTIVE_TYPE), error))
             == NULL)
    return FALSE;
  from = find (all, id);
  to = CLAMP ((int) from + step, 0, (int) all->len - 1);
  g_ptr_array_insert (all, to, g_ptr_array_steal_index (all, from));
  return number (db, all, error);
}

/* What networks usually are for, in the order in which they agree on it. */
static const struct
{
  const char *type;
  const char *title;
  const char *notes;
} usual[] = {
  { "common", "Créer une culture commune",
    "Mêmes mots, mêmes repères environnementaux, sociaux et juridiques" },
  { "common", "Apporter une aide technique et juridique opérationnelle",
    "Clauses, preuves, réponses aux questions" },
  { "common", "Mutualiser les expériences",
    "Cahiers des charges, fiches de retour d’expérience, erreurs comprises" },
  { "common", "Engendrer une dynamique territoriale de consommation et de production", NULL },
  { "common", "Donner une lisibilité à l’action envers les fournisseurs", NULL },
  { "side", "Structurer des filières", "Dans le respect de l’égalité de traitement" },
  { "side", "Sensibiliser et informer les fournisseurs", NULL },
  { "side", "Montrer l’exemplarité des collectivités", NULL },
};

static gboolean
add_note (MlgConnection *db, gint64 id, const char *notes, GError **error)
{
  g_autoptr (MlgRecord) objective = mlg_record_load (db, &mlg_objective_kind, id, error);

  if (objective == NULL)
    return FALSE;
  mlg_record_set_text (objective, MLG_OBJECTIVE_NOTES, notes);
  return mlg_record_update (db, objective, error);
}

/**
 * mlg_objective_sample_add:
 *
 * Adds the objectives of the sample network. In an action only.
 */
gboolean
mlg_objective_sample_add (MlgConnection *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      gint64 id = mlg_objective_add (db, usual[i].type, usual[i].title, error);

      if (id == 0 || (usual[i].notes != NULL && !add_note (db, id, usual[i].notes, error)))
        return FALSE;
    }
  return TRUE;
}
