/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/mlg-answers.h"
#include "template/mlg-rules.h"

G_BEGIN_DECLS

/** What a publication asks for, and what may be answered from a tender. */
typedef struct
{
  const char *field; /* a member of the French open data, or a business term of eForms */
  GPtrArray *codes;  /* (owned) (element-type utf8) in the words of the publication */
} MlgProposedCodes;

void mlg_proposed_codes_free (MlgProposedCodes *proposed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgProposedCodes, mlg_proposed_codes_free)

GPtrArray *mlg_check_propose_codes (MlgRules *rules,
                                    MlgTemplate *template,
                                    MlgAnswers *answers,
                                    GError **error);

G_END_DECLS
