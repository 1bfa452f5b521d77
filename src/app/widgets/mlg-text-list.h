/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mlg-field-row.h"

G_BEGIN_DECLS

#define MLG_TYPE_TEXT_LIST (mlg_text_list_get_type ())
G_DECLARE_FINAL_TYPE (MlgTextList, mlg_text_list, MLG, TEXT_LIST, GtkWidget)

/**
 * MlgTextListManner:
 * @commit: changes the text of a record
 * @remove: removes a record, and says then what it is given
 * @field: the text that is shown
 * @write_title: what the row of this number is called: "Section 2"
 * @remove_title: of the button that removes a record; not translated yet, as the next one
 * @removed: what is said then
 *
 * How the records of a list are written and what its parts are called.
 */
typedef struct
{
  MlgFieldCommit commit;
  void (*remove) (GtkWidget *widget, MlgRecord *record, const char *done);
  guint field;
  char *(*write_title) (guint number);
  const char *remove_title;
  const char *removed;
} MlgTextListManner;

void mlg_text_list_set_manner (MlgTextList *self, const MlgTextListManner *manner);
void mlg_text_list_show (MlgTextList *self, GPtrArray *records);
void mlg_text_list_set_open (MlgTextList *self, gboolean open);

G_END_DECLS
