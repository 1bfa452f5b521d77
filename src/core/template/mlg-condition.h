/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How a field is compared. */
typedef enum
{
  MLG_COMPARE_ANSWERED,     /* it has an answer */
  MLG_COMPARE_NOT_ANSWERED, /* it has none */
  MLG_COMPARE_IS,
  MLG_COMPARE_IS_NOT,
  MLG_COMPARE_MORE,
  MLG_COMPARE_AT_LEAST,
  MLG_COMPARE_LESS,
  MLG_COMPARE_AT_MOST,
  MLG_N_COMPARISONS,
} MlgComparison;

/** A condition that people can read and choose: a field, a comparison, a value. */
typedef struct
{
  char *field; /* (owned) the name of a field */
  MlgComparison comparison;
  char *value;     /* (owned) (nullable) as it is kept */
  gboolean number; /* the value is compared as a number */
} MlgCondition;

MlgCondition *mlg_condition_parse (const char *test);
char *mlg_condition_write (const MlgCondition *self);
char *mlg_condition_tell (const char *test, GHashTable *labels);
const char *mlg_comparison_get_title (MlgComparison comparison);
gboolean mlg_comparison_has_value (MlgComparison comparison);
void mlg_condition_free (MlgCondition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgCondition, mlg_condition_free)

G_END_DECLS
