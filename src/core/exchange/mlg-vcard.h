/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "../mlg-issue.h"
#include "mlg-exchange-error.h"

G_BEGIN_DECLS

/**
 * MlgVcardVersion:
 * @MLG_VCARD_2_1: of the versit consortium, which old telephones and Outlook still write
 * @MLG_VCARD_3_0: RFC 2426, which every address book reads
 * @MLG_VCARD_4_0: RFC 6350
 */
typedef enum
{
  MLG_VCARD_2_1,
  MLG_VCARD_3_0,
  MLG_VCARD_4_0,
} MlgVcardVersion;

/** A line of a card, unfolded and decoded. */
typedef struct
{
  char *group;           /* (owned) (nullable) in small letters: "item1" of "item1.EMAIL" */
  char *name;            /* (owned) in capitals: "EMAIL" */
  GPtrArray *parameters; /* (owned) of strings "NAME=value", one for each value */
  char *value;           /* (owned) in UTF-8, its escapes still in it; "" for pictures and sounds */
  MlgVcardVersion version;
  int line; /* of the file, from 1 */
} MlgVcardProperty;

/** A contact card. */
typedef struct
{
  GPtrArray *properties; /* (owned) of MlgVcardProperty, without BEGIN, VERSION and END */
  MlgVcardVersion version;
  int line; /* that of BEGIN */
} MlgVcard;

/**
 * MlgVcardLimits:
 * @bytes: of the file
 * @cards: in the file
 * @properties: of a card
 * @line: bytes of an unfolded line; pictures and sounds, which are not kept, may be longer
 *
 * How much a file of cards may hold. Past @bytes and @cards it is refused; lines past the others are
 * left aside with an error.
 */
typedef struct
{
  gsize bytes;
  guint cards;
  guint properties;
  gsize line;
} MlgVcardLimits;

extern const MlgVcardLimits mlg_vcard_default_limits;

void mlg_vcard_free (MlgVcard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgVcard, mlg_vcard_free)
void mlg_vcard_property_free (MlgVcardProperty *property);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgVcardProperty, mlg_vcard_property_free)

GPtrArray *mlg_vcard_read (GFile *file,
                           const MlgVcardLimits *limits,
                           MlgIssueList *issues,
                           GCancellable *cancellable,
                           GError **error);
GPtrArray *mlg_vcard_read_bytes (GBytes *bytes,
                                 const char *file,
                                 const MlgVcardLimits *limits,
                                 MlgIssueList *issues,
                                 GError **error);

const char *mlg_vcard_property_get_parameter (const MlgVcardProperty *property, const char *name);
gboolean mlg_vcard_property_has_type (const MlgVcardProperty *property, const char *type);
guint mlg_vcard_property_get_preference (const MlgVcardProperty *property);
char *mlg_vcard_property_dup_text (const MlgVcardProperty *property);
GStrv mlg_vcard_property_split (const MlgVcardProperty *property, char separator);

/** Writes cards of versions 3.0 and 4.0. */
typedef struct _MlgVcardWriter MlgVcardWriter;

MlgVcardWriter *mlg_vcard_writer_new (MlgVcardVersion version);
void mlg_vcard_writer_free (MlgVcardWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgVcardWriter, mlg_vcard_writer_free)

MlgVcardVersion mlg_vcard_writer_get_version (MlgVcardWriter *self);
void mlg_vcard_writer_begin (MlgVcardWriter *self);
void mlg_vcard_writer_add (MlgVcardWriter *self, const char *name, const char *text);
void mlg_vcard_writer_add_parts (
    MlgVcardWriter *self, const char *name, char separator, const char *const *parts, guint n);
void mlg_vcard_writer_end (MlgVcardWriter *self);
GBytes *mlg_vcard_writer_finish (MlgVcardWriter *self);

G_END_DECLS
