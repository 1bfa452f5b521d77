/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETING_FACTS (mlg_meeting_facts_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingFacts, mlg_meeting_facts, MLG, MEETING_FACTS, GtkWidget)

void mlg_meeting_facts_set_store (MlgMeetingFacts *self, MlgStore *store);
void mlg_meeting_facts_set_meeting (MlgMeetingFacts *self, MlgRecord *meeting);
void mlg_meeting_facts_edit (MlgMeetingFacts *self, const char *field);

G_END_DECLS
