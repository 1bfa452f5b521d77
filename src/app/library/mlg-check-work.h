/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"
#include "store/mlg-connection.h"
#include "template/mlg-check.h"

G_BEGIN_DECLS

/** What is known of a purchase beside its text, in the order in which it is asked. */
typedef enum
{
  MLG_CHECK_DATE,
  MLG_CHECK_VALUE,
  MLG_CHECK_PROCEDURE,
  MLG_CHECK_BUYER,
  MLG_CHECK_NATURE,
  MLG_CHECK_KIND,
  MLG_CHECK_MONTHS,
  MLG_CHECK_LOTS,
  MLG_CHECK_CPV,
  MLG_CHECK_N_INPUTS,
} MlgCheckInput;

/** A check that is asked for: see mlg_check_work_run(). */
typedef struct
{
  const MlgKind *kind; /* (unowned) static: of templates or of drafts */
  gint64 id;
  char *inputs[MLG_CHECK_N_INPUTS]; /* (owned) (nullable) as people write them */
  char *field;     /* (owned) (nullable) a question whose answer is being written */
  char *answer;    /* (owned) (nullable) what is written so far */
  MlgRules *rules; /* (owned) (nullable) read already */
} MlgCheckWork;

/** What came of it. */
typedef struct
{
  MlgRules *rules;       /* (owned) */
  MlgPurchase *purchase; /* (owned) what was known */
  GPtrArray *results;    /* (owned) (element-type MlgCheckResult) */
  GPtrArray *fitting;    /* (owned) for each result, a (nullable) GPtrArray of MlgFittingClause */
  GPtrArray *codes;      /* (owned) (element-type MlgProposedCodes) what may be published of it */
  GStrv news; /* (owned) (nullable) of a template: the rules since its last legal check */
  char *refused[MLG_CHECK_N_INPUTS]; /* (owned) (nullable) why an input is not taken */
} MlgChecked;

MlgCheckWork *mlg_check_work_copy (const MlgCheckWork *work);
void mlg_check_work_free (MlgCheckWork *work);
gpointer mlg_check_work_run (MlgConnection *db, gpointer data, GError **error);
void mlg_checked_free (gpointer data);
const char *mlg_check_input_get_name (MlgCheckInput input);

G_END_DECLS
