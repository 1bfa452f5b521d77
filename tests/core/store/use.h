/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-store.h"

/* A store in use: a test asks, and waits until all that it asked has come back. */
typedef struct
{
  char *folder;
  char *path;
  MlgStore *store;
  GThread *main;
  guint n_pending; /* calls that have not come back */
  guint n_changed; /* emissions of "changed" */
  guint n_done, n_failed;
  GError *error; /* (nullable) the last one */
} MlgUse;

typedef struct
{
  MlgUse *use;
  GPtrArray *answers; /* (owned) of what was read, in order */
} MlgUseReads;

void mlg_use_set_up (MlgUse *use, gconstpointer data);
void mlg_use_tear_down (MlgUse *use, gconstpointer data);
void mlg_use_settle (MlgUse *use);

/* Opens and waits. */
void mlg_use_open (MlgUse *use, const char *path, MlgOpenFlags flags);

/* Adds a thing, undoes, counts the things called "a" and the others ("3+1"): asks without waiting. */
void mlg_use_add (MlgUse *use, const char *name);
void mlg_use_undo (MlgUse *use);
void mlg_use_read (MlgUse *use, MlgUseReads *reads);

/* Counts and waits. */
void mlg_use_assert_rows (MlgUse *use, const char *expected);

/* The callbacks that count. */
void mlg_use_on_acted (GObject *source, GAsyncResult *result, gpointer use);
void mlg_use_on_written (GObject *source, GAsyncResult *result, gpointer use);
void mlg_use_on_closed (GObject *source, GAsyncResult *result, gpointer use);

/* Inserts a thing. In an action. */
gboolean mlg_use_insert (MlgConnection *db, const char *name, GError **error);
