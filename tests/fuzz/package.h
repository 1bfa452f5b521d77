/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A part that a package has when the input does not hold it. */
typedef struct
{
  const char *name;
  const char *text;
} FuzzPart;

GBytes *fuzz_pack (
    const guint8 *data, gsize size, const char *main_part, const FuzzPart *others, gsize n_others);

G_END_DECLS
