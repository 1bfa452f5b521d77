/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MlgCode:
 * @code: what is stored: a standard's code where there is one
 * @title: (nullable): what people read, marked N_() in the table; %NULL ends a list
 * @group: (nullable): a broader family, marked N_()
 */
typedef struct
{
  const char *code;
  const char *title;
  const char *group;
} MlgCode;

/**
 * MlgCodeList:
 * @name: the name of the list
 * @codes: ended by an entry whose code is %NULL
 * @is_read: whether people read the code itself, and not its title, and look for it in the order of codes
 *
 * A closed vocabulary that a field takes its values from.
 */
typedef struct
{
  const char *name;
  const MlgCode *codes;
  gboolean is_read;
} MlgCodeList;

const MlgCode *mlg_code_list_find (const MlgCodeList *list, const char *code);
const MlgCode *mlg_code_list_find_by_title (const MlgCodeList *list, const char *title);
const char *mlg_code_list_get_title (const MlgCodeList *list, const char *code);
const char *mlg_code_list_get_group (const MlgCodeList *list, const char *code);
const char **mlg_code_list_get_groups (const MlgCodeList *list);
const char **mlg_code_list_get_group_codes (const MlgCodeList *list, const char *group);
const char *mlg_code_list_find_group (const MlgCodeList *list, const char *name);
char *mlg_code_list_tell (const MlgCodeList *list, const char *group);
guint mlg_code_list_get_n (const MlgCodeList *list);

G_END_DECLS
