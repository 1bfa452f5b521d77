/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "document/mlg-xml.h"
#include "template/mlg-template-error.h"

G_BEGIN_DECLS

/**
 * MlgTemplateType:
 * @MLG_TEMPLATE_TEXT: one line
 * @MLG_TEMPLATE_LONG_TEXT: paragraphs, a line end between two
 * @MLG_TEMPLATE_DATE: kept as YYYY-MM-DD
 * @MLG_TEMPLATE_TIME: a time of day, kept as HH:MM
 * @MLG_TEMPLATE_DURATION: kept as a number and a unit: "12 months", "30 days", "2 years"
 * @MLG_TEMPLATE_AMOUNT: euros excluding tax, kept with a point
 * @MLG_TEMPLATE_PERCENTAGE: kept with a point, 40 for 40 %
 * @MLG_TEMPLATE_NUMBER: kept with a point
 * @MLG_TEMPLATE_CHOICE: one of the field's choices
 * @MLG_TEMPLATE_YES_NO: kept as true or false
 * @MLG_TEMPLATE_BODY: a body: its name, or the elements of its record
 * @MLG_TEMPLATE_PERSON: a person: the name, or the elements of the record
 * @MLG_TEMPLATE_ROWS: a list of rows, each with a value for each column
 *
 * The types of fields, in the order of their names in the schema.
 */
typedef enum
{
  MLG_TEMPLATE_TEXT,
  MLG_TEMPLATE_LONG_TEXT,
  MLG_TEMPLATE_DATE,
  MLG_TEMPLATE_TIME,
  MLG_TEMPLATE_DURATION,
  MLG_TEMPLATE_AMOUNT,
  MLG_TEMPLATE_PERCENTAGE,
  MLG_TEMPLATE_NUMBER,
  MLG_TEMPLATE_CHOICE,
  MLG_TEMPLATE_YES_NO,
  MLG_TEMPLATE_BODY,
  MLG_TEMPLATE_PERSON,
  MLG_TEMPLATE_ROWS,
} MlgTemplateType;

/** A value that a field of type choice takes. */
typedef struct
{
  char *value; /* (owned) what is kept */
  char *label; /* (owned) what is printed */
} MlgTemplateChoice;

typedef struct _MlgTemplateField MlgTemplateField;

/**
 * MlgTemplateField:
 *
 * A field of a template, or a column of a field of type rows.
 */
struct _MlgTemplateField
{
  char *name;         /* (owned) */
  char *label;        /* (owned) what is asked */
  char *help;         /* (owned) (nullable) */
  char *preset;       /* (owned) (nullable) the default, as kept */
  char *select;       /* (owned) (nullable) an expression: where records have it */
  GPtrArray *choices; /* (owned) (element-type MlgTemplateChoice) */
  GPtrArray *columns; /* (owned) (element-type MlgTemplateField) */
  MlgTemplateType type;
  gboolean required;
};

MlgTemplateField *mlg_template_field_read (const xmlNode *element);
void mlg_template_field_free (MlgTemplateField *field);
const MlgTemplateField *mlg_template_field_find (GPtrArray *fields, const char *name);
const char *mlg_template_type_get_name (MlgTemplateType type);
gboolean mlg_template_type_parse (const char *name, MlgTemplateType *type);

char *mlg_template_field_parse (const MlgTemplateField *field, const char *text, GError **error);
char *mlg_template_field_print (const MlgTemplateField *field, const char *kept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgTemplateField, mlg_template_field_free)

G_END_DECLS
