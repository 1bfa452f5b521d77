/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/* Who is invited to a meeting, body by body, as XML:
 *
 *   <invited bodies="61" people="118" yes="12" no="3" perhaps="1" proxy="0" silent="45" departements="5">
 *     <departement code="59" name="Nord" bodies="20">
 *       <body id="4711" category="7210" status="member" reply="yes" people="2">
 *         <name/> <who/> <expectations/> <address/>
 *       </body>
 *     </departement>
 *   </invited>
 *
 * Counts of replies are of bodies: a body comes when one of its people does. "who" are its people, in a
 * line. People invited for no body stand in an element "departement" without code or name. */

gboolean
mlg_dossier_add_invited (MlgConnection *db, gint64 meeting, xmlNode *parent, GError **error);

G_END_DECLS
