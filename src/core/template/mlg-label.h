/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-code-list.h"
#include "template/mlg-rules.h"

G_BEGIN_DECLS

/**
 * MlgLabel:
 *
 * A label, standard or scheme: what it is, and whether a tender may require it, which is a reading of ours that
 * guides: a person decides.
 */
typedef struct
{
  char *id;         /* (owned) */
  char *title;      /* (owned) */
  char *kind;       /* (owned) one of mlg_label_kinds */
  char *requirable; /* (owned) one of mlg_label_answers */
  char *domain;     /* (owned) what it is given to */
  char *remark;     /* (owned) (nullable) */
  char *source;     /* (owned) */
  char *confidence; /* (owned) "text", "secondary" or "to-check" */
  char *checked;    /* (owned) YYYY-MM-DD: when somebody looked at the source */
} MlgLabel;

extern const MlgCodeList mlg_label_kinds;
extern const MlgCodeList mlg_label_answers;

void mlg_label_free (MlgLabel *label);
GPtrArray *mlg_label_list (const MlgRules *rules);
GPtrArray *mlg_label_list_shipped (GError **error);
gboolean mlg_label_matches (const MlgLabel *label, const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgLabel, mlg_label_free)

G_END_DECLS
