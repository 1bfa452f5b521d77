/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

/* What the General Data Protection Regulation asks of a directory of people. Erasing somebody is
 * mlg_erase(), which reaches the history, the search index and the backups. */

/**
 * MlgReviewReason:
 * @MLG_REVIEW_PLANNED: the day that was set for it has come
 * @MLG_REVIEW_CONTACT: too long since the last contact
 * @MLG_REVIEW_INFORMED: no contact is known, and it is too long since the person was informed
 * @MLG_REVIEW_ADDED: nothing is known, and it is too long since the person was added
 */
typedef enum
{
  MLG_REVIEW_PLANNED,
  MLG_REVIEW_CONTACT,
  MLG_REVIEW_INFORMED,
  MLG_REVIEW_ADDED,
} MlgReviewReason;

/**
 * MlgReview:
 *
 * Somebody of whom one must decide whether their data is still needed.
 */
typedef struct
{
  gint64 person;
  char *name; /* (owned) */
  char *due;  /* (owned) since which day */
  MlgReviewReason reason;
  char *last_contact; /* (owned) (nullable) */
  guint n_functions;  /* that they hold at present */
} MlgReview;

void mlg_review_free (MlgReview *review);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgReview, mlg_review_free)

GPtrArray *mlg_privacy_list_reviews (MlgConnection *db, const char *day, GError **error);
const char *mlg_review_get_reason_title (const MlgReview *review);

GBytes *mlg_privacy_export_xml (MlgConnection *db, gint64 person, GError **error);
MlgDocument *mlg_privacy_export_document (MlgConnection *db, gint64 person, GError **error);
MlgDocument *mlg_privacy_make_register (MlgConnection *db, GError **error);

G_END_DECLS
