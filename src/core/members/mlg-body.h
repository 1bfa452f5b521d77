/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-identifier.h"
#include "mlg-legal-categories.h"
#include "../mlg-contact.h"
#include "../mlg-nuts.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A legal person or a service: commune, intercommunal body, département, State service, supplier… */
#define MLG_BODY_FIELDS(F)                                                                         \
  F (MLG_BODY_NAME, "name", N_ ("Name"), MLG_FIELD_TEXT,                                           \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_PUBLIC)                \
  F (MLG_BODY_SHORT_NAME, "short_name", N_ ("Short name"), MLG_FIELD_TEXT,                         \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_PUBLIC)                                   \
  F (MLG_BODY_CATEGORY, "category", N_ ("Legal category"), MLG_FIELD_CODE,                         \
     .codes = &mlg_legal_categories, .clean = mlg_legal_category_clean,                            \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_BODY_STATUS, "status", N_ ("Status"), MLG_FIELD_CODE, .codes = &mlg_body_statuses)        \
  F (MLG_BODY_PROSPECT_ON, "prospect_on", N_ ("Prospect since"), MLG_FIELD_DATE)                   \
  F (MLG_BODY_INTERESTED_ON, "interested_on", N_ ("Interested since"), MLG_FIELD_DATE)             \
  F (MLG_BODY_JOINED_ON, "joined_on", N_ ("Member since"), MLG_FIELD_DATE)                         \
  F (MLG_BODY_ASSOCIATED_ON, "associated_on", N_ ("Associate since"), MLG_FIELD_DATE)              \
  F (MLG_BODY_LEFT_ON, "left_on", N_ ("Left on"), MLG_FIELD_DATE)                                  \
  F (MLG_BODY_SIREN, "siren", N_ ("SIREN"), MLG_FIELD_TEXT, .clean = mlg_siren_clean,              \
     .check = mlg_siren_check, .warn = mlg_siren_warn, .flags = MLG_FIELD_SEARCH,                  \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_BODY_SIRET, "siret", N_ ("SIRET"), MLG_FIELD_TEXT, .clean = mlg_siret_clean,              \
     .check = mlg_siret_check, .warn = mlg_siret_warn, .audience = MLG_AUDIENCE_PUBLIC)            \
  F (MLG_BODY_INSEE, "insee", N_ ("INSEE code"), MLG_FIELD_TEXT, .clean = mlg_insee_clean,         \
     .check = mlg_insee_check, .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_PUBLIC)         \
  F (MLG_BODY_NUTS, "nuts", N_ ("NUTS code"), MLG_FIELD_CODE, .codes = &mlg_nuts_codes,            \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_BODY_POPULATION, "population", N_ ("Population"), MLG_FIELD_INTEGER,                      \
     .check = mlg_population_check, .audience = MLG_AUDIENCE_PUBLIC)                               \
  F (MLG_BODY_DEPARTEMENT, "departement", N_ ("Département"), MLG_FIELD_CODE,                      \
     .codes = &mlg_departements, .clean = mlg_departement_clean, .audience = MLG_AUDIENCE_PUBLIC)  \
  F (MLG_BODY_REGION, "region", N_ ("Region"), MLG_FIELD_CODE, .codes = &mlg_regions,              \
     .clean = mlg_region_clean, .audience = MLG_AUDIENCE_PUBLIC)                                   \
  F (MLG_BODY_EPCI, "epci", N_ ("SIREN of the intercommunal body"), MLG_FIELD_TEXT,                \
     .clean = mlg_siren_clean, .check = mlg_siren_check, .warn = mlg_siren_warn,                   \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_BODY_ADDRESS, "address", N_ ("Address"), MLG_FIELD_LONG_TEXT,                             \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_BODY_POSTCODE, "postcode", N_ ("Postcode"), MLG_FIELD_TEXT, .warn = mlg_postcode_warn,    \
     .flags = MLG_FIELD_SEARCH, .audience = MLG_AUDIENCE_PUBLIC)                                   \
  F (MLG_BODY_CITY, "city", N_ ("Town"), MLG_FIELD_TEXT, .flags = MLG_FIELD_SEARCH,                \
     .audience = MLG_AUDIENCE_PUBLIC)                                                              \
  F (MLG_BODY_EMAIL, "email", N_ ("E-mail"), MLG_FIELD_TEXT, .clean = mlg_email_clean,             \
     .check = mlg_email_check, .audience = MLG_AUDIENCE_BUYERS)                                    \
  F (MLG_BODY_PHONE, "phone", N_ ("Phone"), MLG_FIELD_TEXT, .audience = MLG_AUDIENCE_BUYERS)       \
  F (MLG_BODY_WEBSITE, "website", N_ ("Website"), MLG_FIELD_TEXT, .clean = mlg_website_clean,      \
     .check = mlg_website_check, .audience = MLG_AUDIENCE_PUBLIC)                                  \
  F (MLG_BODY_PARENT, "parent", N_ ("Part of"), MLG_FIELD_REFERENCE, .refers = "body",             \
     .audience = MLG_AUDIENCE_PUBLIC, .flags = MLG_FIELD_TREE)                                     \
  F (MLG_BODY_SPONSOR, "sponsor", N_ ("Sponsored by"), MLG_FIELD_REFERENCE, .refers = "body")      \
  F (MLG_BODY_EXPECTATIONS, "expectations", N_ ("Expectations"), MLG_FIELD_LONG_TEXT,              \
     .flags = MLG_FIELD_SEARCH)                                                                    \
  F (MLG_BODY_NOTES, "notes", N_ ("Notes"), MLG_FIELD_LONG_TEXT, .flags = MLG_FIELD_SEARCH)

enum
{
  MLG_BODY_FIELDS (MLG_FIELD_ENUM) MLG_BODY_N_FIELDS
};

#define MLG_TYPE_BODY (mlg_body_get_type ())
G_DECLARE_FINAL_TYPE (MlgBody, mlg_body, MLG, BODY, MlgRecord)

char *mlg_population_check (const char *text);

extern const MlgKind mlg_body_kind;
extern const MlgCodeList mlg_body_statuses;

G_END_DECLS
