/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-draft.h"

#include <glib/gi18n-lib.h>

struct _MlgDraft
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgDraft, mlg_draft, MLG_TYPE_RECORD)

static const MlgCode draft_states_codes[] = {
  { "open", N_ ("Being written") },
  { "launched", N_ ("Launched") },
  { "awarded", N_ ("Awarded") },
  { "closed", N_ ("Closed") },
  { NULL },
};

const MlgCodeList mlg_draft_states = { "draft-states", draft_states_codes };

static const MlgField fields[] = { MLG_DRAFT_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_draft_kind = {
  .name = "draft",
  .plural = "drafts",
  .title = N_ ("Draft tender"),
  .title_plural = N_ ("Draft tenders"),
  .table = "draft",
  .fields = fields,
  .n_fields = MLG_DRAFT_N_FIELDS,
  .get_type = mlg_draft_get_type,
};

static void
mlg_draft_class_init (MlgDraftClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_draft_kind);
}

static void
mlg_draft_init (MlgDraft *self)
{
}
