/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "document/mlg-document.h"
#include "mlg-tally-question.h"
#include "template/mlg-template.h"

G_BEGIN_DECLS

/** A count, and what it was made of, for its report. */
typedef struct
{
  const MlgForm *form;
  const MlgFormQuestion *question; /* of @form */
  const MlgTally *tally;
  const char
      *weights; /* (nullable) one of mlg_questionnaire_weights, when not the questionnaire's */
  GPtrArray
      *groups; /* (nullable) (element-type MlgTallyGroup): of all splits, one after the other */
  MlgIssueList *issues; /* (nullable) of the count */
} MlgTallyReport;

xmlNode *mlg_questionnaire_add_xml (
    MlgConnection *db, xmlNode *parent, const MlgForm *form, gint64 body, GError **error);
MlgDocument *mlg_questionnaire_fill_form (MlgConnection *db,
                                          const MlgForm *form,
                                          gint64 body,
                                          MlgTemplate *template,
                                          GStrv *missing,
                                          MlgIssueList *issues,
                                          GCancellable *cancellable,
                                          GError **error);
MlgDocument *mlg_tally_fill_report (MlgConnection *db,
                                    const MlgTallyReport *report,
                                    MlgTemplate *template,
                                    GStrv *missing,
                                    MlgIssueList *issues,
                                    GCancellable *cancellable,
                                    GError **error);

char *mlg_form_get_line_code (const MlgFormQuestion *question, MlgRecord *option);

G_END_DECLS
