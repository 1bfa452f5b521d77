/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_FUNCTION_ADDER (mlg_function_adder_get_type ())
G_DECLARE_FINAL_TYPE (MlgFunctionAdder, mlg_function_adder, MLG, FUNCTION_ADDER, GtkWidget)

void mlg_function_adder_set_store (MlgFunctionAdder *self, MlgStore *store);
void mlg_function_adder_set_body (MlgFunctionAdder *self, gint64 body);
void mlg_function_adder_set_person (MlgFunctionAdder *self, gint64 person);
void mlg_function_adder_open (MlgFunctionAdder *self);

G_END_DECLS
