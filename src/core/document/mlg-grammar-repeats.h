/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>
#include <glib.h>

G_BEGIN_DECLS

GPtrArray *mlg_grammar_hide_repeats (xmlDoc *doc);
void mlg_grammar_show_repeats (GPtrArray *hidden);

G_END_DECLS
