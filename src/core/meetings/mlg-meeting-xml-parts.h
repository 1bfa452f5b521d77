/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "mlg-meeting-who.h"

G_BEGIN_DECLS

/* What the writers of a meeting's XML share. */

void mlg_meeting_xml_set_id (xmlNode *element, const char *name, gint64 id);
void mlg_meeting_xml_add_field (xmlNode *parent, const char *name, MlgRecord *record, guint field);
void mlg_meeting_xml_add_who (xmlNode *parent, const char *name, const MlgWho *who);
gboolean
mlg_meeting_xml_add_hearings (MlgConnection *db, gint64 meeting, xmlNode *element, GError **error);
gboolean
mlg_meeting_xml_add_topics (MlgConnection *db, gint64 meeting, xmlNode *element, GError **error);

G_END_DECLS
