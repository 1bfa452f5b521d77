/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "template/mlg-rules.h"

G_BEGIN_DECLS

/* Months after which legal facts are to be looked at again. */
#define MLG_DOSSIER_FRESH_MONTHS 6

/* The law of a day as XML, as templates take it:
 *
 *   <law day="2026-12-10" checked="2026-11-23">
 *     <rule id="ENV-02" family="ENV" severity="obligation" from="2026-08-21" recent="true">
 *       <title/> <message/> <source confidence="secondary" checked="2026-11-23">…</source>
 *     </rule>
 *     <threshold name="eu" amount="216000" nature="supplies services" buyer="state local other"
 *         kind="contract framework" from="2026-01-01" until="2027-12-31"><source/></threshold>
 *     <change day="2027-01-01" of="threshold" name="exemption" nature="works" was="100000" amount="140000">
 *       <source/></change>
 *     <change day="2030-01-01" of="rule" id="BAT-02"><title/> <message/> <source/></change>
 *   </law>
 *
 * "checked" is the oldest day on which a source in force was looked at. A change of which the next amount
 * is not known has no "amount", one that did not exist before no "was"; a rule that ends without another
 * in its place has ends="true". What was looked at more than MLG_DOSSIER_FRESH_MONTHS before the day, of sources
 * and of the law, has old="true", and the law of a meeting looked="2026-12-01" when those who prepare it have
 * looked at it since. An amount that the network says itself has own="true"; those in whose place it holds are
 * not written. */

xmlNode *mlg_dossier_add_law (xmlNode *parent, const MlgRules *rules, const char *day);

G_END_DECLS
