/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-import-bodies.h"
#include "mlg-import-entry.h"
#include "mlg-import-match.h"
#include "mlg-import-people.h"
#include "mlg-import.h"

G_BEGIN_DECLS

/** A file of a plan: a table with its mapping, or cards. */
typedef struct
{
  char *file;          /* (owned) base name */
  MlgTable *table;     /* (owned) (nullable) */
  MlgMapping *mapping; /* (owned) (nullable) with @table */
  GPtrArray *cards;    /* (owned) (nullable) of MlgVcard */
} MlgImportFile;

/** A record to write. */
typedef struct
{
  MlgRecord *record; /* (owned) */
  gboolean fresh;    /* whether it is new */
} MlgImportWrite;

/** What a person chose for a row. */
typedef struct
{
  MlgImportDeed deed;
  gint64 id; /* of the record to merge into */
} MlgImportChoice;

/** A reference to a body that may come in a later row. */
typedef struct
{
  guint row;
  MlgRecord *record;         /* (unowned) the one that refers */
  const MlgImportText *text; /* (unowned) of an entry */
} MlgImportLink;

/** What a record gets in a field that the network added. */
typedef struct
{
  MlgRecord *record; /* (owned) */
  gint64 field;
  char *text; /* (owned) */
} MlgImportCustom;

/** What is looked up while the rows are planned; loaded when first asked for. */
typedef struct
{
  MlgConnection *db;       /* (unowned) */
  MlgImportMatch *match;   /* (owned) (nullable) of bodies, by what identifies them */
  GPtrArray *known;        /* (owned) (nullable) the bodies of the file */
  MlgImportBodies *bodies; /* (owned) (nullable) by what people say of them */
  MlgImportMatch *others;  /* (owned) (nullable) of another kind */
  MlgImportPeople *people; /* (owned) (nullable) */
  GHashTable *by_id;       /* (owned) (nullable) id → body (unowned) */
  GHashTable *groups;      /* (owned) (nullable) folded name → id */
  GPtrArray *fields;  /* (owned) (nullable) of MlgRecord: the custom fields of the rows' kind */
  GHashTable *joined; /* (owned) "GROUP RECORD": memberships that rows add */
  GArray *links;      /* (owned) of MlgImportLink: what no row before named */
} MlgImportLookup;

struct _MlgImportPlan
{
  gatomicrefcount ref_count;
  const MlgKind *kind; /* (unowned) static */
  MlgImportMode mode;
  char *status;          /* (owned) (nullable) of new bodies whose row says none */
  GPtrArray *files;      /* (owned) of MlgImportFile */
  GHashTable *choices;   /* (owned) row → MlgImportChoice */
  MlgIssueList *reading; /* (owned) what the reading of the files found */
  char *stamp;           /* (owned) (nullable) of the network file, when the rows were planned */

  MlgIssueList *issues; /* (owned) */
  GArray *rows;         /* (owned) of MlgImportRow */
  GPtrArray *entries;   /* (owned) of MlgImportEntry */
  GArray *writes;       /* (owned) of MlgImportWrite, in order */
  GArray *customs;      /* (owned) of MlgImportCustom, written after them */
  GHashTable *written;  /* (owned) the records among them */
  MlgImportResult result;
  MlgImportLookup lookup;
};

void mlg_import_lookup_clear (MlgImportLookup *lookup);
gboolean mlg_import_lookup_load_bodies (MlgImportLookup *lookup, GError **error);
gboolean
mlg_import_lookup_load_others (MlgImportLookup *lookup, const MlgKind *kind, GError **error);
MlgImportBodies *mlg_import_lookup_get_bodies (MlgImportLookup *lookup);
MlgRecord *mlg_import_lookup_get_body (MlgImportLookup *lookup, gint64 id);
void mlg_import_lookup_add_body (MlgImportLookup *lookup, MlgRecord *body);
gboolean mlg_import_lookup_find_group (MlgImportLookup *lookup,
                                       const char *name,
                                       gint64 *id,
                                       GError **error);

void mlg_import_plan_complain (MlgImportPlan *self,
                               MlgSeverity severity,
                               const MlgImportRow *row,
                               int column,
                               const char *format,
                               ...) G_GNUC_PRINTF (5, 6);
const MlgImportChoice *mlg_import_plan_get_choice (MlgImportPlan *self, const MlgImportRow *row);
void mlg_import_plan_empty (MlgImportPlan *self, guint n);
void mlg_import_plan_write (MlgImportPlan *self, MlgRecord *record, gboolean fresh);
gboolean mlg_import_plan_take_over (
    MlgImportPlan *self, MlgImportRow *row, MlgRecord *there, MlgRecord *from, gboolean replace);
gboolean mlg_import_plan_replaces (MlgImportPlan *self, const MlgImportRow *row);
gboolean mlg_import_plan_may_change (MlgImportPlan *self, const MlgImportRow *row);

void mlg_import_row_add_change (MlgImportRow *row,
                                const MlgField *field,
                                const char *before,
                                const char *after);

GArray *mlg_import_customs_new (void);
gboolean mlg_import_customs_guess (MlgImportPlan *self, MlgImportFile *file, GError **error);
gboolean mlg_import_customs_plan (MlgImportPlan *self,
                                  MlgImportRow *row,
                                  MlgImportEntry *entry,
                                  gboolean *changed,
                                  GError **error);
gboolean mlg_import_customs_write (MlgImportPlan *self, MlgConnection *db, GError **error);

gboolean mlg_import_plan_body (MlgImportPlan *self,
                               MlgImportRow *row,
                               MlgImportEntry *entry,
                               GError **error);
gboolean mlg_import_plan_other (MlgImportPlan *self,
                                MlgImportRow *row,
                                MlgImportEntry *entry,
                                GError **error);
gboolean mlg_import_plan_person (MlgImportPlan *self,
                                 MlgImportRow *row,
                                 MlgImportEntry *entry,
                                 GError **error);
void mlg_import_plan_references (MlgImportPlan *self, MlgImportRow *row, MlgImportEntry *entry);
void mlg_import_plan_links (MlgImportPlan *self);
gboolean mlg_import_plan_finish (MlgImportPlan *self,
                                 MlgImportRow *row,
                                 MlgImportEntry *entry,
                                 gboolean changed,
                                 GError **error);

G_END_DECLS
