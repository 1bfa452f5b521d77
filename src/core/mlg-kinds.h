/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-kind.h"

G_BEGIN_DECLS

/* All the kinds of record of a network file, ended by NULL: what a connection is opened with. */
extern const MlgKind *const mlg_kinds[];

G_END_DECLS
