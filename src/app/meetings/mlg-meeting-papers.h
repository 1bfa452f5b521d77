/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_PAPERS (mlg_meeting_papers_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingPapers, mlg_meeting_papers, MLG, MEETING_PAPERS, GtkWidget)

void mlg_meeting_papers_set_store (MlgMeetingPapers *self, MlgStore *store);
void mlg_meeting_papers_set_meeting (MlgMeetingPapers *self, MlgRecord *meeting);

G_END_DECLS
