/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "template/mlg-template-error.h"

G_BEGIN_DECLS

/** What is known of a purchase when it is checked: what is not set is unknown. */
typedef struct _MlgPurchase MlgPurchase;

MlgPurchase *mlg_purchase_new (void);
void mlg_purchase_free (MlgPurchase *self);

gboolean mlg_purchase_set (MlgPurchase *self, const char *name, const char *text, GError **error);
gboolean
mlg_purchase_set_fact (MlgPurchase *self, const char *fact, const char *text, GError **error);
const char *mlg_purchase_get (MlgPurchase *self, const char *name);
const char *mlg_purchase_get_fact (MlgPurchase *self, const char *fact);
void mlg_purchase_take_parts (MlgPurchase *self, const xmlNode *checked);
GPtrArray *mlg_purchase_get_parts (MlgPurchase *self, const char *part);
void mlg_purchase_take_from_template (MlgPurchase *self, const xmlNode *purchase);

const char *mlg_purchase_get_title (const char *name);
GStrv mlg_purchase_get_choices (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgPurchase, mlg_purchase_free)

G_END_DECLS
