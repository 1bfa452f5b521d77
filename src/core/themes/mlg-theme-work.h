/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/** Somebody who wants to work on a theme. */
typedef struct
{
  gint64 body;   /* 0 when a person spoke for themselves */
  gint64 person; /* 0 when the body did */
  char *name;    /* (owned) */
  gboolean
      asked; /* whether they said so; else their answer to a questionnaire puts the theme high */
} MlgInterested;

/** How far the work on a theme is. */
typedef struct
{
  guint n_steps; /* those that are skipped not counted */
  guint n_done;  /* marked as done, or whose meeting was held */
  char *next;    /* (owned) (nullable) the title of the first that is not */
} MlgThemeProgress;

/** A step of the usual programme. */
typedef struct
{
  const char *type;    /* one of mlg_theme_step_types */
  const char *meeting; /* the kind of meeting that does it */
  guint weeks;         /* after the start */
  const char *title;
  const char *inputs;
  const char *outputs;
  const char *agenda; /* "TITLE=MINUTES=PURPOSE;…" */
} MlgUsualStep;

GPtrArray *mlg_theme_list_interested (MlgConnection *db, gint64 theme, GError **error);
gboolean mlg_theme_get_progress (MlgConnection *db,
                                 gint64 theme,
                                 MlgThemeProgress *progress,
                                 GError **error);
void mlg_theme_progress_clear (MlgThemeProgress *progress);
gboolean mlg_theme_add_step (MlgConnection *db,
                             gint64 theme,
                             const MlgUsualStep *step,
                             gint64 meeting,
                             const char *due_on,
                             GError **error);
GPtrArray *mlg_theme_read_programme (GError **error);
MlgUsualStep mlg_usual_step_read (GStrv cells);

G_END_DECLS
