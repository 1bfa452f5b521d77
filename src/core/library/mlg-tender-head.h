/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-code-list.h"
#include "template/mlg-template.h"

G_BEGIN_DECLS

/* What stands before the pieces of a template, as lists that one edits: questions, award criteria and lots. */

typedef enum
{
  MLG_HEAD_FIELDS,
  MLG_HEAD_CRITERIA,
  MLG_HEAD_LOTS,
  MLG_HEAD_N_PARTS,
} MlgHeadPart;

enum
{
  MLG_HEAD_TITLE, /* of all three */
  MLG_HEAD_FIELD_TYPE = 1,
  MLG_HEAD_FIELD_REQUIRED, /* true, or nothing */
  MLG_HEAD_FIELD_DEFAULT,
  MLG_HEAD_FIELD_HELP,
  MLG_HEAD_FIELD_CHOICES, /* value = label, separated by semicolons */
  MLG_HEAD_CRITERION_WEIGHT = 1,
  MLG_HEAD_CRITERION_TYPE,
  MLG_HEAD_CRITERION_ELEMENTS,
  MLG_HEAD_CRITERION_METHOD,
  MLG_HEAD_LOT_VALUE = 1,
  MLG_HEAD_N_VALUES = 6,
};

/** One question, criterion or lot. */
typedef struct
{
  int position; /* which element it is of the template, from 1, criteria inside others included; 0 for a new one */
  guint level;                     /* of a criterion: how many others it is inside of */
  char *values[MLG_HEAD_N_VALUES]; /* (owned) (nullable) */
} MlgHeadRow;

extern const MlgCodeList mlg_field_types;
extern const MlgCodeList mlg_criterion_types;

MlgHeadRow *mlg_head_row_new (void);
MlgHeadRow *mlg_head_row_copy (const MlgHeadRow *row);
void mlg_head_row_free (MlgHeadRow *row);

GPtrArray *mlg_tender_head_list (MlgTemplate *template, MlgHeadPart part);
MlgTemplate *
mlg_tender_head_write (MlgTemplate *template, MlgHeadPart part, GPtrArray *rows, GError **error);
double mlg_tender_head_sum (GPtrArray *criteria);
char *mlg_tender_head_tell_weights (GPtrArray *criteria);

G_END_DECLS
