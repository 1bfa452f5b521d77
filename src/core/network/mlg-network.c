/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-network.h"

#include <glib/gi18n-lib.h>

#include "store/mlg-action.h"
#include "store/mlg-record-sql.h"

struct _MlgNetwork
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgNetwork, mlg_network, MLG_TYPE_RECORD)

static const MlgCode facilitation_modes_codes[] = {
  { "member-led", N_ ("Led by its members") },
  { "institution-backed", N_ ("Backed by an institution") },
  { "association", N_ ("An association") },
  { NULL },
};

const MlgCodeList mlg_facilitation_modes = { "facilitation-modes", facilitation_modes_codes };

static const MlgCode legal_bases_codes[] = {
  { "public-task", N_ ("Task in the public interest (GDPR, article 6.1.e)") },
  { "legitimate-interest", N_ ("Legitimate interest (GDPR, article 6.1.f)") },
  { "consent", N_ ("Consent (GDPR, article 6.1.a)") },
  { NULL },
};

const MlgCodeList mlg_legal_bases = { "legal-bases", legal_bases_codes };

static const MlgField fields[] = { MLG_NETWORK_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_network_kind = {
  .name = "network",
  .plural = "networks",
  .title = N_ ("Network"),
  .title_plural = N_ ("Networks"),
  .table = "network",
  .fields = fields,
  .n_fields = MLG_NETWORK_N_FIELDS,
  .get_type = mlg_network_get_type,
};

static void
mlg_network_class_init (MlgNetworkClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_network_kind);
}

static void
mlg_network_init (MlgNetwork *self)
{
}

/**
 * mlg_network_load:
 *
 * Returns: (transfer full): the network's record, or %NULL with %MLG_STORE_ERROR_MISSING in a file
 *   where none was made yet
 */
MlgRecord *
mlg_network_load (MlgConnection *db, GError **error)
{
  return mlg_record_load (db, &mlg_network_kind, MLG_NETWORK_ID, error);
}

/**
 * mlg_network_save:
 * @network: a record of the network, loaded or new
 *
 * Stores the network's record in its place, whether it was there or not. In an action only.
 */
gboolean
mlg_network_save (MlgConnection *db, MlgRecord *network, GError **error)
{
  gint64 n = 0;

  if (!mlg_connection_get_integer (db, &n, error, "SELECT count(*) FROM network", ""))
    return FALSE;
  mlg_record_set_id (network, MLG_NETWORK_ID);
  return n > 0 ? mlg_record_update (db, network, error) : mlg_record_insert (db, network, error);
}

static gboolean
save (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_network_save (db, data, error);
}

/**
 * mlg_network_create:
 * @network: a new record of the network
 *
 * Fills a new file with its network: the first action of its history. Not in an action.
 */
gboolean
mlg_network_create (MlgConnection *db, MlgRecord *network, GError **error)
{
  g_autofree char *name = mlg_record_dup_name (network);
  /* Translators: the name of an action in the history. */
  g_autofree char *action = g_strdup_printf (_ ("Create %s"), name);

  return mlg_connection_act (db, action, save, network, NULL, error);
}
