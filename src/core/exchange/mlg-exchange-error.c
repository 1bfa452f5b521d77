/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-exchange-error.h"

G_DEFINE_QUARK (mlg - exchange - error - quark, mlg_exchange_error)
