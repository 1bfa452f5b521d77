/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "../mlg-code-list.h"

G_BEGIN_DECLS

/**
 * MlgFieldType:
 * @MLG_FIELD_TEXT: one line
 * @MLG_FIELD_LONG_TEXT: paragraphs
 * @MLG_FIELD_INTEGER: a whole number
 * @MLG_FIELD_REAL: a number
 * @MLG_FIELD_BOOLEAN: 0 or 1
 * @MLG_FIELD_DATE: text, YYYY-MM-DD
 * @MLG_FIELD_TIME: text, YYYY-MM-DDTHH:MM:SS, local time of the network; or ending in Z, UTC
 * @MLG_FIELD_CODE: text, one of the field's code list
 * @MLG_FIELD_REFERENCE: the id of a record of the kind that the field names
 */
typedef enum
{
  MLG_FIELD_TEXT,
  MLG_FIELD_LONG_TEXT,
  MLG_FIELD_INTEGER,
  MLG_FIELD_REAL,
  MLG_FIELD_BOOLEAN,
  MLG_FIELD_DATE,
  MLG_FIELD_TIME,
  MLG_FIELD_CODE,
  MLG_FIELD_REFERENCE,
} MlgFieldType;

/**
 * MlgFieldFlags:
 * @MLG_FIELD_REQUIRED: NOT NULL in the schema, and not blank
 * @MLG_FIELD_NAME: part of the record's displayed name, in the order of the fields
 * @MLG_FIELD_SEARCH: its words are in the search index (names always are)
 * @MLG_FIELD_PERSONAL: personal data: blanked in the history when a person is erased
 * @MLG_FIELD_OWNER: a reference to what this record is a part of: it goes when that goes;
 *   without it the reference is emptied
 * @MLG_FIELD_TREE: a reference to the record of the same kind that this one stands under: no record
 *   stands under itself, by however many steps
 * @MLG_FIELD_MARKUP: the text is XML: people are shown its words, and look for them
 * @MLG_FIELD_INTERNAL: kept by the program; not offered in lists of columns nor in editors
 */
typedef enum
{
  MLG_FIELD_REQUIRED = 1 << 0,
  MLG_FIELD_NAME = 1 << 1,
  MLG_FIELD_SEARCH = 1 << 2,
  MLG_FIELD_PERSONAL = 1 << 3,
  MLG_FIELD_OWNER = 1 << 4,
  MLG_FIELD_INTERNAL = 1 << 5,
  MLG_FIELD_TREE = 1 << 6,
  MLG_FIELD_MARKUP = 1 << 7,
} MlgFieldFlags;

/**
 * MlgAudience:
 * @MLG_AUDIENCE_NETWORK: leaves the network file only for the network's own use
 * @MLG_AUDIENCE_BUYERS: may be shown to public buyers
 * @MLG_AUDIENCE_PUBLIC: may be published
 *
 * Who may see a field when it leaves the network file. A field's description gives the default.
 */
typedef enum
{
  MLG_AUDIENCE_NETWORK,
  MLG_AUDIENCE_BUYERS,
  MLG_AUDIENCE_PUBLIC,
} MlgAudience;

/**
 * MlgFieldCheck:
 * @text: the value, never %NULL and never empty
 *
 * Returns: (transfer full) (nullable): what is wrong and what is expected, translated; %NULL when
 *   nothing is
 */
typedef char *(*MlgFieldCheck) (const char *text);

/**
 * MlgFieldClean:
 * @text: what a person or a file gave, without white space around it
 *
 * Returns: (transfer full): the same in the form that is kept: "215 903 501" as "215903501"
 */
typedef char *(*MlgFieldClean) (const char *text);

/**
 * MlgField:
 * @name: column, property, XML element and CSV column; snake_case
 * @title: what people read, marked N_()
 * @type: how the value is stored
 * @flags: see #MlgFieldFlags
 * @audience: who may see it by default
 * @codes: for %MLG_FIELD_CODE; of a %MLG_FIELD_TEXT that holds several between spaces
 * @refers: for %MLG_FIELD_REFERENCE: the name of the kind
 * @clean: (nullable): makes one form of the forms that people write, before it is checked
 * @check: (nullable): refuses a value
 * @warn: (nullable): finds a value odd without refusing it
 *
 * One field of a kind of record. Everything about it is said here and nowhere else.
 */
typedef struct
{
  const char *name;
  const char *title;
  MlgFieldType type;
  MlgFieldFlags flags;
  MlgAudience audience;
  const MlgCodeList *codes;
  const char *refers;
  MlgFieldClean clean;
  MlgFieldCheck check;
  MlgFieldCheck warn;
} MlgField;

/**
 * MlgKind:
 * @name: the name in commands and XML: "body"
 * @plural: the name of a list in commands: "bodies"
 * @title: N_("Body")
 * @title_plural: N_("Bodies")
 * @table: the SQL table; its key is `id INTEGER PRIMARY KEY`
 * @fields: the columns but the id, in the order in which people read them
 * @n_fields: how many
 * @get_type: the class of its records
 *
 * The description of a kind of record: GObject properties, SQL, XML, CSV, search and history come
 * from it.
 */
typedef struct
{
  const char *name;
  const char *plural;
  const char *title;
  const char *title_plural;
  const char *table;
  const MlgField *fields;
  guint n_fields;
  GType (*get_type) (void);
} MlgKind;

/* A kind's fields are listed once, by an X macro, from which come the enumeration that C code uses
 * and the description:
 *
 *   #define MLG_BODY_FIELDS(F) \
 *     F (MLG_BODY_NAME, "name", N_ ("Name"), MLG_FIELD_TEXT, .flags = MLG_FIELD_REQUIRED) \
 *     F (MLG_BODY_SIREN, "siren", "SIREN", MLG_FIELD_TEXT, .check = mlg_siren_check)
 *   enum { MLG_BODY_FIELDS (MLG_FIELD_ENUM) MLG_BODY_N_FIELDS };
 *   static const MlgField fields[] = { MLG_BODY_FIELDS (MLG_FIELD_DESCRIPTION) };
 */
#define MLG_FIELD_ENUM(ID, ...) ID,
#define MLG_FIELD_DESCRIPTION(ID, NAME, TITLE, TYPE, ...)                                          \
  [ID] = { .name = NAME, .title = TITLE, .type = TYPE, __VA_ARGS__ },

const MlgKind *mlg_kind_find (const MlgKind *const *kinds, const char *name);
const MlgKind *mlg_kind_find_by_table (const MlgKind *const *kinds, const char *table);
int mlg_kind_find_field (const MlgKind *kind, const char *name);
gboolean mlg_field_is_number (const MlgField *field);
char *mlg_kind_get_name_sql (const MlgKind *kind, const char *alias);

G_END_DECLS
