/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/** Who answers what. */
typedef struct
{
  gint64 questionnaire;
  gint64 body;   /* 0 where people answer, or nobody is named */
  gint64 person; /* 0 likewise */
} MlgRespondent;

/** Whether they answered already, and what. */
typedef struct
{
  gboolean answered;
  GPtrArray *lines; /* (owned) (nullable) (element-type MlgRecord) %NULL when nobody can tell */
} MlgAnswerKnown;

gpointer mlg_respondent_copy (gpointer respondent);
gpointer mlg_answer_known_read (MlgConnection *db, gpointer respondent, GError **error);
void mlg_answer_known_free (gpointer known);

G_END_DECLS
