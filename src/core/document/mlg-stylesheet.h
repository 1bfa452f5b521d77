/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/** An XSLT 1.0 stylesheet, compiled once and shared by all threads until the program ends. */
typedef struct _MlgStylesheet MlgStylesheet;

const MlgStylesheet *mlg_stylesheet_get (const char *resource_path);
xmlDoc *mlg_stylesheet_apply (const MlgStylesheet *self,
                              xmlDoc *source,
                              const char *const *parameters,
                              GError **error);
GBytes *mlg_stylesheet_print (const MlgStylesheet *self, xmlDoc *result);

G_END_DECLS
