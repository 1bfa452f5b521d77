/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

/**
 * MlgLinkSectionKind:
 * @MLG_LINKS_PEOPLE: the people of a body
 * @MLG_LINKS_FUNCTIONS: the functions of a person
 * @MLG_LINKS_GROUPS_OF_BODY: the groups of a body
 * @MLG_LINKS_GROUPS_OF_PERSON: the groups of a person
 * @MLG_LINKS_MEMBERS: the members of a group
 */
typedef enum
{
  MLG_LINKS_PEOPLE,
  MLG_LINKS_FUNCTIONS,
  MLG_LINKS_GROUPS_OF_BODY,
  MLG_LINKS_GROUPS_OF_PERSON,
  MLG_LINKS_MEMBERS,
} MlgLinkSectionKind;

#define MLG_TYPE_LINK_SECTION (mlg_link_section_get_type ())
G_DECLARE_FINAL_TYPE (MlgLinkSection, mlg_link_section, MLG, LINK_SECTION, GtkWidget)

void mlg_link_section_set_kind (MlgLinkSection *self, MlgLinkSectionKind kind, MlgStore *store);
void mlg_link_section_set_id (MlgLinkSection *self, gint64 id);
gint64 mlg_link_section_get_id (MlgLinkSection *self);

G_END_DECLS
