/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <locale.h>

G_BEGIN_DECLS

/** The way of writing numbers that a thread had before. */
typedef locale_t MlgPlainNumbers;

MlgPlainNumbers mlg_plain_numbers_begin (void);
void mlg_plain_numbers_end (MlgPlainNumbers former);

G_END_DECLS
