/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-store-error.h"

G_DEFINE_QUARK (mlg - store - error, mlg_store_error)
