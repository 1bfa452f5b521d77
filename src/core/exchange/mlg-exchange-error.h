/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MLG_EXCHANGE_ERROR (mlg_exchange_error_quark ())

/**
 * MlgExchangeError:
 * @MLG_EXCHANGE_ERROR_FORMAT: the file is not of a kind that can be read: save it in another format
 * @MLG_EXCHANGE_ERROR_TOO_LARGE: past a limit: cut the file in several ones
 * @MLG_EXCHANGE_ERROR_EMPTY: there is nothing in it
 * @MLG_EXCHANGE_ERROR_MAPPING: the columns do not say what is needed: choose their fields
 */
typedef enum
{
  MLG_EXCHANGE_ERROR_FORMAT,
  MLG_EXCHANGE_ERROR_TOO_LARGE,
  MLG_EXCHANGE_ERROR_EMPTY,
  MLG_EXCHANGE_ERROR_MAPPING,
} MlgExchangeError;

GQuark mlg_exchange_error_quark (void);

G_END_DECLS
