/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"
#include "store/mlg-record.h"

/* A kind of record that only the tests of the store know: a thing, which may be a part of another. */
#define MLG_THING_FIELDS(F)                                                                        \
  F (MLG_THING_NAME, "name", "Name", MLG_FIELD_TEXT, .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME) \
  F (MLG_THING_NOTES, "notes", "Notes", MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH)            \
  F (MLG_THING_SIZE, "size", "Size", MLG_FIELD_INTEGER)                                            \
  F (MLG_THING_WEIGHT, "weight", "Weight", MLG_FIELD_REAL)                                         \
  F (MLG_THING_MADE_ON, "made_on", "Made on", MLG_FIELD_DATE)                                      \
  F (MLG_THING_FRAGILE, "fragile", "Fragile", MLG_FIELD_BOOLEAN)                                   \
  F (MLG_THING_WHOLE, "whole", "Part of", MLG_FIELD_REFERENCE, .refers = "thing",                  \
     .flags = MLG_FIELD_OWNER)                                                                     \
  F (MLG_THING_LIKE, "alike", "Like", MLG_FIELD_REFERENCE, .refers = "thing")

enum
{
  MLG_THING_FIELDS (MLG_FIELD_ENUM) MLG_THING_N_FIELDS
};

#define MLG_TYPE_THING (mlg_thing_get_type ())
G_DECLARE_FINAL_TYPE (MlgThing, mlg_thing, MLG, THING, MlgRecord)

extern const MlgKind mlg_thing_kind;
extern const MlgKind *const mlg_thing_kinds[];

/* A folder that a test makes files in; removed with all that is in it. */
char *mlg_thing_make_folder (void);
void mlg_thing_remove_folder (char *folder);

/* A new network file in @folder, which also has the table of things. */
MlgConnection *mlg_thing_create (const char *folder, const char *name);
MlgConnection *mlg_thing_open (const char *folder, const char *name);

/* Adds a thing, in an action of its own; returns its id. */
gint64 mlg_thing_add (MlgConnection *db, const char *name, const char *notes);

/* All that a file says, as text: its things, its actions, what was erased, what is found. The same
 * text is the same state. */
char *mlg_thing_dump (MlgConnection *db);

/* Fails unless the file is sound. */
void mlg_thing_verify (MlgConnection *db);

/* The first file under @folder in which the bytes of @word stand, in any case (ASCII); or NULL. */
char *mlg_thing_find_bytes (const char *folder, const char *word);
