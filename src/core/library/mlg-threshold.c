/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-threshold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _MlgThreshold
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgThreshold, mlg_threshold, MLG_TYPE_RECORD)

static const MlgCode buyers[] = {
  { "local", N_ ("Local authority") },      { "state", N_ ("State service") },
  { "central", N_ ("Central government") }, { "other", N_ ("Other contracting authority") },
  { "entity", N_ ("Contracting entity") },  { NULL },
};

const MlgCodeList mlg_purchase_buyers = { "purchase-buyers", buyers };

static const MlgField fields[] = { MLG_THRESHOLD_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_threshold_kind = {
  .name = "threshold",
  .plural = "thresholds",
  .title = N_ ("Threshold"),
  .title_plural = N_ ("Thresholds"),
  .table = "threshold",
  .fields = fields,
  .n_fields = MLG_THRESHOLD_N_FIELDS,
  .get_type = mlg_threshold_get_type,
};

static void
mlg_threshold_class_init (MlgThresholdClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_threshold_kind);
}

static void
mlg_threshold_init (MlgThreshold *self)
{
}

/**
 * mlg_threshold_check_amount:
 *
 * See #MlgFieldCheck: an amount is not negative.
 */
char *
mlg_threshold_check_amount (const char *text)
{
  return g_ascii_strtod (text, NULL) >= 0 ? NULL
                                          : g_strdup (_ ("an amount of zero or more is expected"));
}

/**
 * mlg_threshold_store:
 * @record: a threshold, new or changed
 *
 * In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID for what it may not say: one that ends before it begins, for one.
 */
gboolean
mlg_threshold_store (MlgConnection *db, MlgRecord *record, GError **error)
{
  const char *from = mlg_record_get_text (record, MLG_THRESHOLD_FROM_ON);
  const char *until = mlg_record_get_text (record, MLG_THRESHOLD_UNTIL_ON);

  if (from != NULL && until != NULL && strcmp (until, from) < 0)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                   /* Translators: two days, YYYY-MM-DD. */
                   _ ("The threshold ends on %s, before it begins on %s"), until, from);
      return FALSE;
    }
  return mlg_record_get_id (record) == 0 ? mlg_record_insert (db, record, error)
                                         : mlg_record_update (db, record, error);
}
