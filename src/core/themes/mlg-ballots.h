/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MlgBallotForm:
 * @MLG_BALLOTS_RANKS: 1 is best; ties and gaps are allowed
 * @MLG_BALLOTS_SCORES: 0 to 5, in thousandths
 * @MLG_BALLOTS_CHOICES: 1000 for what is chosen
 * @MLG_BALLOTS_DOTS: how many, in thousandths
 *
 * What ballots say of options.
 */
typedef enum
{
  MLG_BALLOTS_RANKS,
  MLG_BALLOTS_SCORES,
  MLG_BALLOTS_CHOICES,
  MLG_BALLOTS_DOTS,
} MlgBallotForm;

/**
 * MlgBallotSplit:
 * @MLG_SPLIT_ROLE: elected, staff, neither
 * @MLG_SPLIT_CATEGORY: kind of body
 * @MLG_SPLIT_SIZE: inhabitants
 * @MLG_SPLIT_DEPARTEMENT: département
 *
 * By what ballots are told apart.
 */
typedef enum
{
  MLG_SPLIT_ROLE,
  MLG_SPLIT_CATEGORY,
  MLG_SPLIT_SIZE,
  MLG_SPLIT_DEPARTEMENT,
  MLG_N_SPLITS,
} MlgBallotSplit;

/** What a ballot says of an option that it leaves out. */
#define MLG_BALLOT_NONE G_MININT32
/** The most options of one election. */
#define MLG_BALLOTS_MAX_OPTIONS 200
/** A weight of 1, a score of 1: all are kept in thousandths, so that sums and ties are exact. */
#define MLG_BALLOTS_UNIT 1000
/** The most that one ballot may weigh, and all together. */
#define MLG_BALLOTS_MAX_WEIGHT 1e9
#define MLG_BALLOTS_MAX_TOTAL  1e12

typedef struct _MlgBallots MlgBallots;

MlgBallots *mlg_ballots_new (MlgBallotForm form, const char *const *options);
void mlg_ballots_free (MlgBallots *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgBallots, mlg_ballots_free)

gboolean mlg_ballots_add (
    MlgBallots *self, const gint32 *values, double weight, guint voters, GError **error);
void mlg_ballots_label (MlgBallots *self, MlgBallotSplit split, const char *label);
void mlg_ballots_add_hands (MlgBallots *self, guint option, guint hands);
void mlg_ballots_set_single (MlgBallots *self, gboolean single);

MlgBallotForm mlg_ballots_get_form (const MlgBallots *self);
guint mlg_ballots_get_n_options (const MlgBallots *self);
const char *const *mlg_ballots_get_options (const MlgBallots *self);
guint mlg_ballots_get_n_rows (const MlgBallots *self);
const gint32 *mlg_ballots_get_values (const MlgBallots *self, guint row);
gint64 mlg_ballots_get_weight (const MlgBallots *self, guint row);
guint mlg_ballots_get_voters (const MlgBallots *self, guint row);
const char *mlg_ballots_get_label (const MlgBallots *self, guint row, MlgBallotSplit split);
guint64 mlg_ballots_get_n_voters (const MlgBallots *self);
gint64 mlg_ballots_get_total (const MlgBallots *self);
guint64 mlg_ballots_get_hands (const MlgBallots *self, guint option);
gboolean mlg_ballots_is_single (const MlgBallots *self);

GPtrArray *mlg_ballots_list_labels (const MlgBallots *self, MlgBallotSplit split);
MlgBallots *
mlg_ballots_pick (const MlgBallots *self, MlgBallotSplit split, const char *label, GError **error);

G_END_DECLS
