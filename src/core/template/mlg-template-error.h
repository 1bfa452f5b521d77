/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MlgTemplateError:
 * @MLG_TEMPLATE_ERROR_INVALID: the file does not follow its schema: the issue list says where
 * @MLG_TEMPLATE_ERROR_UNKNOWN: there is no such field, piece or column
 * @MLG_TEMPLATE_ERROR_VALUE: an answer that its field does not take
 * @MLG_TEMPLATE_ERROR_EXPRESSION: an expression that cannot be compiled, or costs too much
 */
typedef enum
{
  MLG_TEMPLATE_ERROR_INVALID,
  MLG_TEMPLATE_ERROR_UNKNOWN,
  MLG_TEMPLATE_ERROR_VALUE,
  MLG_TEMPLATE_ERROR_EXPRESSION,
} MlgTemplateError;

#define MLG_TEMPLATE_ERROR (mlg_template_error_quark ())
GQuark mlg_template_error_quark (void);

G_END_DECLS
