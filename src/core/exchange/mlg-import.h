/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "mlg-mapping.h"
#include "mlg-vcard.h"
#include "store/mlg-changes.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgImportMode:
 * @MLG_IMPORT_ADD: what is there already is left as it is
 * @MLG_IMPORT_MERGE: what is there already gets what it lacks
 * @MLG_IMPORT_REPLACE: what is there already takes all that the table says
 */
typedef enum
{
  MLG_IMPORT_ADD,
  MLG_IMPORT_MERGE,
  MLG_IMPORT_REPLACE,
} MlgImportMode;

/**
 * MlgImportResult:
 * @read: rows of tables, and cards
 * @added: of them, those that are new
 * @merged: those that complete what is there, by the mode or by the person's choice
 * @replaced: those that replace what is there
 * @skipped: those that change nothing, or cannot be read
 * @unchanged: of the skipped ones, those that change nothing: what they say is there already, or the
 *   person chose to leave them; the others are left aside: they cannot be taken, or hold totals
 * @bodies: bodies that are new because a person works there
 * @functions: functions of people that are new
 *
 * What an import did, or would do.
 */
typedef struct
{
  guint read;
  guint added;
  guint merged;
  guint replaced;
  guint skipped;
  guint unchanged;
  guint bodies;
  guint functions;
} MlgImportResult;

/**
 * MlgImportDeed:
 * @MLG_IMPORT_DEED_ADD: a new record
 * @MLG_IMPORT_DEED_MERGE: completes the record that is there
 * @MLG_IMPORT_DEED_REPLACE: replaces what the record that is there says
 * @MLG_IMPORT_DEED_SKIP: changes nothing
 * @MLG_IMPORT_DEED_REFUSE: the row lacks what is required
 *
 * What becomes of a row.
 */
typedef enum
{
  MLG_IMPORT_DEED_ADD,
  MLG_IMPORT_DEED_MERGE,
  MLG_IMPORT_DEED_REPLACE,
  MLG_IMPORT_DEED_SKIP,
  MLG_IMPORT_DEED_REFUSE,
} MlgImportDeed;

/** One field that a row changes, as people read it. */
typedef struct
{
  const MlgField *field; /* (unowned) static */
  char *before;          /* (owned) "" for nothing */
  char *after;           /* (owned) */
} MlgImportChange;

/* By what a row was recognised, when not by a field. */
#define MLG_IMPORT_BY_NAME   (-1)
#define MLG_IMPORT_BY_ID     (-2)
#define MLG_IMPORT_BY_CHOICE (-3)

/** What becomes of a row of a table, or of a card. Belongs to its plan, until the next refresh. */
typedef struct
{
  const char *file;   /* (unowned) base name */
  int line;           /* from 1 */
  MlgImportDeed deed; /* what will happen */
  MlgRecord *record;  /* (owned) (nullable) what the row says; %NULL for a row of totals */
  MlgRecord *there;   /* (owned) (nullable) the record that it is the same as */
  MlgRecord *alike;   /* (owned) (nullable) for a new one: a record that may be the same */
  int key;            /* the field by which @there was recognised, or MLG_IMPORT_BY_… */
  double score;       /* 1 when @there is certain; else how alike @alike is; 0 without */
  GPtrArray *changes; /* (owned) of MlgImportChange: of @there, when it is merged or replaced */
  guint n_functions;  /* how many new functions the person gets */
  guint first_issue;  /* of the plan's issues: those of this row */
  guint n_issues;
} MlgImportRow;

#define MLG_TYPE_IMPORT_PLAN (mlg_import_plan_get_type ())

/** What an import would do, row by row, before anything is written. */
typedef struct _MlgImportPlan MlgImportPlan;

GType mlg_import_plan_get_type (void);
MlgImportPlan *mlg_import_plan_new (const MlgKind *kind, MlgImportMode mode);
MlgImportPlan *mlg_import_plan_ref (MlgImportPlan *self);
void mlg_import_plan_unref (MlgImportPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgImportPlan, mlg_import_plan_unref)

void mlg_import_plan_add_table (MlgImportPlan *self, MlgTable *table, MlgMapping *mapping);
void mlg_import_plan_add_cards (MlgImportPlan *self, GPtrArray *cards, const char *file);
gboolean mlg_import_plan_add_file (MlgImportPlan *self,
                                   GFile *file,
                                   const char *const *rules,
                                   GVariant *remembered,
                                   GCancellable *cancellable,
                                   GError **error);

void mlg_import_plan_set_mode (MlgImportPlan *self, MlgImportMode mode);
void mlg_import_plan_set_status (MlgImportPlan *self, const char *status);
MlgMapping *mlg_import_plan_get_mapping (MlgImportPlan *self, guint file);
MlgTable *mlg_import_plan_get_table (MlgImportPlan *self, guint file);
void mlg_import_plan_choose (MlgImportPlan *self, guint row, MlgImportDeed deed, gint64 id);
void mlg_import_plan_forget_choice (MlgImportPlan *self, guint row);
gboolean mlg_import_plan_refresh (MlgImportPlan *self, MlgConnection *db, GError **error);

guint mlg_import_plan_get_n_rows (MlgImportPlan *self);
const MlgImportRow *mlg_import_plan_get_row (MlgImportPlan *self, guint row);
const MlgImportResult *mlg_import_plan_get_result (MlgImportPlan *self);
MlgIssueList *mlg_import_plan_get_issues (MlgImportPlan *self);

gboolean
mlg_import_apply (MlgImportPlan *self, MlgConnection *db, MlgChanges **changes, GError **error);

gboolean mlg_import_run (MlgConnection *db,
                         MlgTable *table,
                         MlgMapping *mapping,
                         MlgImportMode mode,
                         gboolean dry_run,
                         MlgIssueList *issues,
                         MlgImportResult *result,
                         MlgChanges **changes,
                         GError **error);

G_END_DECLS
