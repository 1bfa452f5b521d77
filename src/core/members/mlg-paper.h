/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document-builder.h"

G_BEGIN_DECLS

/* A paper that the program writes itself: a title, headings, paragraphs and tables. */

MlgDocumentBuilder *mlg_paper_new (const char *title);
void mlg_paper_add_heading (MlgDocumentBuilder *paper, const char *text);
void mlg_paper_add_paragraph (MlgDocumentBuilder *paper, const char *text);
void
mlg_paper_open_table (MlgDocumentBuilder *paper, const char *heading, ...) G_GNUC_NULL_TERMINATED;
void mlg_paper_add_row (MlgDocumentBuilder *paper, const char *cell, ...) G_GNUC_NULL_TERMINATED;
void mlg_paper_close_table (MlgDocumentBuilder *paper);

G_END_DECLS
