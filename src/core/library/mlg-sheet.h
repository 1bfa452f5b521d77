/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-clause-value.h"
#include "mlg-clause.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A feedback sheet (fiche de retour d'expérience): what a body bought, what it asked and what came of it. Its
 * fields are those that the shipped template "feedback" reads. */
#define MLG_SHEET_FIELDS(F)                                                                        \
  F (MLG_SHEET_TITLE, "title", N_ ("Heading"), MLG_FIELD_TEXT,                                     \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_BUYERS)                \
  F (MLG_SHEET_BODY, "body", N_ ("Buyer"), MLG_FIELD_REFERENCE, .refers = "body",                  \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_CONTACT, "contact", N_ ("Contact"), MLG_FIELD_TEXT, .flags = MLG_FIELD_PERSONAL)    \
  F (MLG_SHEET_WRITTEN_ON, "written_on", N_ ("Written on"), MLG_FIELD_DATE,                        \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_NATURE, "nature", N_ ("Nature of the purchase"), MLG_FIELD_CODE,                    \
     .codes = &mlg_purchase_natures, .audience = MLG_AUDIENCE_BUYERS)                              \
  F (MLG_SHEET_FAMILY, "family", N_ ("Purchase family"), MLG_FIELD_REFERENCE, .refers = "cpv",     \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_PROCEDURE, "procedure", N_ ("Procedure"), MLG_FIELD_TEXT,                           \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_AMOUNT, "amount", N_ ("Amount (EUR excl. tax)"), MLG_FIELD_REAL,                    \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_DURATION, "duration", N_ ("Duration"), MLG_FIELD_TEXT, .clean = mlg_duration_clean, \
     .check = mlg_duration_check, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_SHEET_STARTED_ON, "started_on", N_ ("Performance from"), MLG_FIELD_DATE,                  \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_LOTS, "lots", N_ ("Number of lots"), MLG_FIELD_INTEGER,                             \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_CONTEXT, "context", N_ ("Context and need"), MLG_FIELD_LONG_TEXT,                   \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_SHEET_REQUEST, "request", N_ ("What was asked"), MLG_FIELD_LONG_TEXT,                     \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_SHEET_METHOD, "method", N_ ("Preparation and method"), MLG_FIELD_LONG_TEXT,               \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_SHEET_OFFERS, "offers", N_ ("Offers received"), MLG_FIELD_INTEGER,                        \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_PRICE_EFFECT, "price_effect", N_ ("Effect on the price (%)"), MLG_FIELD_REAL,       \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_RESULTS, "results", N_ ("Results"), MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH, \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_DIFFICULTIES, "difficulties", N_ ("Difficulties"), MLG_FIELD_LONG_TEXT,             \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_BUYERS)                                   \
  F (MLG_SHEET_LESSONS, "lessons", N_ ("Lessons"), MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH, \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_SHARED, "shared", N_ ("Documents may be asked for"), MLG_FIELD_BOOLEAN,             \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_TEMPLATE, "template", N_ ("Template"), MLG_FIELD_REFERENCE, .refers = "template",   \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_DRAFT, "draft", N_ ("Draft tender"), MLG_FIELD_REFERENCE, .refers = "draft",        \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_RELIABILITY, "reliability", N_ ("Reliability"), MLG_FIELD_CODE,                     \
     .codes = &mlg_reliabilities, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_SHEET_ORIGIN, "origin", N_ ("Written by"), MLG_FIELD_TEXT, .flags = MLG_FIELD_SEARCH,     \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_LICENCE, "licence", N_ ("Licence"), MLG_FIELD_TEXT,                                 \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_URI, "uri", N_ ("Identifier"), MLG_FIELD_TEXT, .flags = MLG_FIELD_INTERNAL,         \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_SHEET_REVISION, "revision", N_ ("Revision"), MLG_FIELD_INTEGER,                           \
     .flags = MLG_FIELD_INTERNAL, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_SHEET_ARCHIVED, "archived", N_ ("Archived"), MLG_FIELD_BOOLEAN,                           \
     .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_SHEET_FIELDS (MLG_FIELD_ENUM) MLG_SHEET_N_FIELDS
};

#define MLG_TYPE_SHEET (mlg_sheet_get_type ())
G_DECLARE_FINAL_TYPE (MlgSheet, mlg_sheet, MLG, SHEET, MlgRecord)

extern const MlgKind mlg_sheet_kind;

G_END_DECLS
