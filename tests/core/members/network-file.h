/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-action.h"
#include "store/mlg-record-sql.h"

/* A new network file in a folder of its own, for one test. */
typedef struct
{
  char *folder, *path;
  MlgConnection *db;
} NetworkFile;

void network_file_set_up (NetworkFile *f, gconstpointer data);
void network_file_tear_down (NetworkFile *f, gconstpointer data);

void network_file_begin (NetworkFile *f);
void network_file_commit (NetworkFile *f);
void network_file_undo (NetworkFile *f);
gint64
network_file_add (NetworkFile *f, const char *kind, const char *first, ...) G_GNUC_NULL_TERMINATED;
gint64 network_file_count (NetworkFile *f, const char *sql);
char *network_file_get (NetworkFile *f, const char *kind, gint64 id, const char *field);

#define ADD_TEST(path, func)                                                                       \
  g_test_add (path, NetworkFile, NULL, network_file_set_up, func, network_file_tear_down)
