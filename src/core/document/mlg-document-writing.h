/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"

G_BEGIN_DECLS

/** The file of an image, for a package. */
typedef struct
{
  char *name;   /* (owned) "image1.png" */
  char *type;   /* (owned) */
  GBytes *data; /* (owned) */
} MlgImagePart;

GPtrArray *mlg_writing_collect_images (xmlDoc *outgoing);
void mlg_writing_report_notes (MlgDocument *document, MlgIssueList *issues);
char *mlg_writing_get_head (MlgDocument *document, const char *name);

G_END_DECLS
