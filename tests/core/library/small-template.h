/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/mlg-template.h"

/* A template with one clause, in its canonical form. */

#define SMALL_TEMPLATE       "urn:uuid:11111111-1111-4111-8111-111111111111"
#define SMALL_TEMPLATE_OTHER "urn:uuid:22222222-2222-4222-8222-222222222222"

char *small_template_write (const char *revision, const char *clause_revision, const char *words);
char *small_template_write_as (const char *uri,
                               const char *revision,
                               const char *clause_revision,
                               const char *words);
MlgTemplate *small_template_read (const char *xml);
