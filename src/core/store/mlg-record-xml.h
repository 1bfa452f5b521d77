/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "mlg-connection.h"
#include "mlg-record.h"

G_BEGIN_DECLS

/* Records as XML, from their descriptions: what templates are filled with, and what machines read.
 *
 *   <body id="4711">
 *     <name>Lille</name>
 *     <category title="Commune">7210</category>
 *     <joined_on type="date">2024-03-03</joined_on>
 *     <population type="number">238246</population>
 *     <parent id="42"><name>…</name></parent>
 *     <functions>
 *       <function id="5"><person id="6"><name>…</name>…</person><role title="…">elected</role></function>
 *     </functions>
 *   </body>
 *
 * An element for each field that has a value, under the field's name. Text is as files carry it; @type
 * says how templates print it, @title is what people read for a code; without both it is plain. A
 * boolean is "true" or "false". A record whose kind has no field "name" has its displayed name there. A
 * reference is the element of the record referred to, under the field's name. What is a part of the
 * record (its functions, its groups, its custom values) follows, each kind under its plural name; in a
 * part, the reference back to the record is left out. Parts by an internal reference are left out. Records that are referred to come without their
 * parts. */

gboolean mlg_record_add_xml (
    MlgConnection *db, MlgRecord *record, xmlNode *parent, guint depth, GError **error);
xmlDoc *
mlg_record_make_context (MlgConnection *db, GPtrArray *records, guint depth, GError **error);

G_END_DECLS
