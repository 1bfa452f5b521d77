/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/* A meeting as XML, as templates take it:
 *
 *   <meeting id="4711">
 *     <title>…</title> <kind title="Kick-off meeting">kick-off</kind> <state title="…">held</state>
 *     <starts_at>2026-12-10T09:30</starts_at> <ends_at>…</ends_at>
 *     <place>…</place> <link>…</link> <objective>…</objective> <chair>…</chair> …
 *     <items>
 *       <item id="…"><title>…</title><minutes>25</minutes><starts>09:30</starts><presenter/>
 *         <purpose title="To inform">inform</purpose><documents>…</documents><report>…</report>
 *         <outcomes><outcome><kind>action</kind><text>…</text><who/><due_on>…</due_on></outcome></outcomes>
 *       </item>
 *     </items>
 *     <outcomes>those of no item</outcomes>
 *     <invitees><invitee id="…"><person/><function/><body/><attendance title="…">present</attendance>
 *     </invitee></invitees>
 *     <questions/> <hearings/> <topics/>
 *   </meeting>
 *
 * Members are named in two steps: first by their numbers, in the attributes "person", "function" and
 * "body"; mlg_meeting_name_members() then writes who they are. What is kept for long is of the first
 * step only, so that whoever is erased is erased there too. */

xmlNode *mlg_meeting_add_xml (MlgConnection *db, gint64 meeting, xmlNode *parent, GError **error);
gboolean mlg_meeting_name_members (MlgConnection *db, xmlNode *meeting, GError **error);

char *mlg_meeting_write_minutes (MlgConnection *db, gint64 meeting, GError **error);
xmlDoc *mlg_meeting_read_minutes (MlgConnection *db, gint64 version, GError **error);

/* For those who write more of it. */
xmlNode *mlg_meeting_xml_add (xmlNode *parent, const char *name, const char *text);

G_END_DECLS
