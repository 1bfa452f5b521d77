/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-piece.h"

#include <glib/gi18n-lib.h>

struct _MlgPiece
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgPiece, mlg_piece, MLG_TYPE_RECORD)

static const MlgCode piece_roles_codes[] = {
  { "rc", N_ ("Consultation rules") },
  { "ccap", N_ ("Administrative clauses") },
  { "cctp", N_ ("Technical clauses") },
  { "ae", N_ ("Act of engagement") },
  { "prices", N_ ("Price schedule") },
  { "questionnaire", N_ ("Questionnaire") },
  { "annex", N_ ("Annex") },
  { "paper", N_ ("Paper of the network") },
  { NULL },
};

const MlgCodeList mlg_piece_roles = { "piece-roles", piece_roles_codes };

static const MlgField fields[] = { MLG_PIECE_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_piece_kind = {
  .name = "piece",
  .plural = "pieces",
  .title = N_ ("Piece"),
  .title_plural = N_ ("Pieces"),
  .table = "piece",
  .fields = fields,
  .n_fields = MLG_PIECE_N_FIELDS,
  .get_type = mlg_piece_get_type,
};

static void
mlg_piece_class_init (MlgPieceClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_piece_kind);
}

static void
mlg_piece_init (MlgPiece *self)
{
}
