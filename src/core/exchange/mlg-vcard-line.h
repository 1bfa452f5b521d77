/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-vcard.h"

G_BEGIN_DECLS

/** The lines of a file of cards, unfolded. */
typedef struct
{
  const char *at;
  const char *end;
  int line;      /* of @at, from 1 */
  gsize limit;   /* bytes of an unfolded line; what follows is not kept */
  GString *text; /* (owned) the line that was read */
  int start;     /* the line of the file on which it begins */
  gsize n_bytes; /* of it, with what was not kept */
} MlgVcardLines;

void mlg_vcard_lines_init (MlgVcardLines *self, const char *data, gsize size, gsize limit);
void mlg_vcard_lines_clear (MlgVcardLines *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MlgVcardLines, mlg_vcard_lines_clear)

gboolean mlg_vcard_lines_next (MlgVcardLines *self, MlgVcardVersion version);
MlgVcardVersion mlg_vcard_lines_find_version (const MlgVcardLines *self, char **unknown);

MlgVcardProperty *
mlg_vcard_property_parse (const char *text, MlgVcardVersion version, int line, char **wrong);
char *mlg_vcard_property_decode (const MlgVcardProperty *property, char **wrong);
gboolean mlg_vcard_property_is_binary (const MlgVcardProperty *property);
gboolean mlg_vcard_property_is_encoded (const MlgVcardProperty *property, const char *encoding);

G_END_DECLS
