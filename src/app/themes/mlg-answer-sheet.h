/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-store.h"
#include "themes/mlg-answer-edit.h"

G_BEGIN_DECLS

/** A sheet of paper as it was keyed in, on its way to the file; the writer's thread shares it. */
typedef struct
{
  gint64 questionnaire;
  gint64 body;
  gint64 person;
  GPtrArray *lines;     /* (owned) (element-type MlgRecord) */
  MlgIssueList *issues; /* (owned) */
  MlgAnswerFlags flags;
  char *title; /* (owned) of the questionnaire */
  char *name;  /* (owned) of who answered */
} MlgAnswerSheet;

/**
 * MlgAnswerSheetFunc:
 * @text: what to say
 * @saved: whether the sheet is in the file
 */
typedef void (*MlgAnswerSheetFunc) (gpointer waiting, const char *text, gboolean saved);

MlgAnswerSheet *
mlg_answer_sheet_new (MlgRecord *questionnaire, gint64 body, gint64 person, const char *name);
void mlg_answer_sheet_unref (MlgAnswerSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgAnswerSheet, mlg_answer_sheet_unref)

void mlg_answer_sheet_save (MlgAnswerSheet *sheet,
                            MlgStore *where,
                            MlgAnswerSheetFunc func,
                            GObject *object);

G_END_DECLS
