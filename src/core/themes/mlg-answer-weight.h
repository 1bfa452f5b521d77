/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/** What an answer is told apart by, and how much it weighs. Of an anonymous answer, what was noted of it;
 * else what is known of the body and the person today. */
typedef struct
{
  char *role;        /* (owned) (nullable) one of mlg_answer_roles */
  char *category;    /* (owned) (nullable) a legal category */
  char *departement; /* (owned) (nullable) */
  gint64 population; /* people; -1 when unknown */
  double weight;
} MlgAnswerTraits;

gboolean mlg_answer_find_traits (MlgConnection *db,
                                 MlgRecord *questionnaire,
                                 MlgRecord *answer,
                                 const char *weights,
                                 MlgAnswerTraits *traits,
                                 GError **error);
gboolean mlg_answer_take_traits (MlgConnection *db,
                                 MlgRecord *questionnaire,
                                 MlgRecord *answer,
                                 GError **error);
void mlg_answer_traits_clear (MlgAnswerTraits *traits);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MlgAnswerTraits, mlg_answer_traits_clear)

guint mlg_body_size_find (gint64 population);
const char *mlg_body_size_get_title (guint size);
gint64 mlg_body_size_get_lowest (guint size);
guint mlg_body_size_get_n (void);

G_END_DECLS
