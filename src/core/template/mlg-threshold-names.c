/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-threshold-names.h"

#include <glib/gi18n-lib.h>

/* The amounts that the shipped rules look at: see data/rules/thresholds.xml. */
static const MlgCode names[] = {
  { "eu", N_ ("European formalised procedure") },
  { "exemption", N_ ("Exemption from publicity and competition") },
  { "buyer-profile", N_ ("Documents on the buyer’s profile") },
  { "publicity", N_ ("Notice in an official journal") },
  { "essential-data", N_ ("Publication of essential data") },
  { "spaser", N_ ("Scheme of responsible purchasing") },
  { "light-regime", N_ ("Social and other specific services") },
  { "innovation", N_ ("Innovative purchase") },
  { NULL },
};

const MlgCodeList mlg_threshold_names = { "threshold-names", names };
