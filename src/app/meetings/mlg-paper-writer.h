/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"

G_BEGIN_DECLS

#define MLG_TYPE_PAPER_WRITER (mlg_paper_writer_get_type ())
G_DECLARE_FINAL_TYPE (MlgPaperWriter, mlg_paper_writer, MLG, PAPER_WRITER, GObject)

MlgPaperWriter *mlg_paper_writer_new (GtkWidget *widget);
void mlg_paper_writer_ask_minutes (MlgPaperWriter *self, MlgRecord *meeting);
void mlg_paper_writer_ask_version (MlgPaperWriter *self, MlgRecord *meeting, MlgRecord *version);
void mlg_paper_writer_ask_certificates (MlgPaperWriter *self, MlgRecord *meeting);

G_END_DECLS
