/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-field-audience.h"

#include <glib/gi18n-lib.h>

#include "mlg-body.h"
#include "mlg-person.h"

struct _MlgFieldAudience
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgFieldAudience, mlg_field_audience, MLG_TYPE_RECORD)

static const MlgCode audiences_codes[] = {
  [MLG_AUDIENCE_NETWORK] = { "network", N_ ("The network only") },
  [MLG_AUDIENCE_BUYERS] = { "buyers", N_ ("Public buyers") },
  [MLG_AUDIENCE_PUBLIC] = { "public", N_ ("Everybody") },
  { NULL },
};

const MlgCodeList mlg_audiences = { "audiences", audiences_codes };

static const MlgField fields[] = { MLG_FIELD_AUDIENCE_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_field_audience_kind = {
  .name = "field-audience",
  .plural = "field-audiences",
  .title = N_ ("Audience of a field"),
  .title_plural = N_ ("Audiences of Fields"),
  .table = "field_audience",
  .fields = fields,
  .n_fields = MLG_FIELD_AUDIENCE_N_FIELDS,
  .get_type = mlg_field_audience_get_type,
};

static void
mlg_field_audience_class_init (MlgFieldAudienceClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_field_audience_kind);
}

static void
mlg_field_audience_init (MlgFieldAudience *self)
{
}

/* The narrowest audience of a field comes last: what comes last holds. */
#define NARROWEST_LAST                                                                             \
  " ORDER BY CASE audience WHEN 'public' THEN 0 WHEN 'buyers' THEN 1 ELSE 2 END"

static MlgAudience
get_audience (MlgRecord *said)
{
  const char *code = mlg_record_get_text (said, MLG_FIELD_AUDIENCE_AUDIENCE);

  if (g_strcmp0 (code, "public") == 0)
    return MLG_AUDIENCE_PUBLIC;
  return g_strcmp0 (code, "buyers") == 0 ? MLG_AUDIENCE_BUYERS : MLG_AUDIENCE_NETWORK;
}

static MlgAudience *
make_usual (const MlgKind *kind)
{
  MlgAudience *audiences = g_new (MlgAudience, kind->n_fields);

  for (guint i = 0; i < kind->n_fields; i++)
    audiences[i] = kind->fields[i].audience;
  return audiences;
}

static void
apply (MlgAudience *audiences, const MlgKind *kind, MlgRecord *said)
{
  int field = mlg_kind_find_field (kind, mlg_record_get_text (said, MLG_FIELD_AUDIENCE_FIELD));

  if (field >= 0)
    audiences[field] = get_audience (said);
}

static gint64
get_record (MlgRecord *said)
{
  return mlg_record_is_null (said, MLG_FIELD_AUDIENCE_BODY)
             ? mlg_record_get_integer (said, MLG_FIELD_AUDIENCE_PERSON)
             : mlg_record_get_integer (said, MLG_FIELD_AUDIENCE_BODY);
}

/**
 * mlg_audiences_load_all:
 * @kind: any kind; only of bodies and people can something be said
 *
 * Returns: (transfer full) (element-type gint64 MlgAudience): for each record of which something was
 *   said, what mlg_audiences_load() returns; %NULL with @error set
 */
GHashTable *
mlg_audiences_load_all (MlgConnection *db, const MlgKind *kind, GError **error)
{
  const char *tail = kind == &mlg_body_kind     ? "WHERE body IS NOT NULL" NARROWEST_LAST
                     : kind == &mlg_person_kind ? "WHERE person IS NOT NULL" NARROWEST_LAST
                                                : "WHERE 0";
  g_autoptr (GPtrArray) said =
      mlg_record_load_where (db, &mlg_field_audience_kind, error, tail, "");
  GHashTable *all;

  if (said == NULL)
    return NULL;
  all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < said->len; i++)
    {
      gint64 id = get_record (said->pdata[i]);

      if (!g_hash_table_contains (all, &id))
        g_hash_table_insert (all, g_memdup2 (&id, sizeof id), make_usual (kind));
      apply (g_hash_table_lookup (all, &id), kind, said->pdata[i]);
    }
  return all;
}

/**
 * mlg_audiences_load:
 * @kind: the kind of a record
 * @id: the record
 *
 * Who may see each field of one record when it leaves the file: what was said of this record, else
 * what the kind's description says. If several things were said of one field, the narrowest holds.
 *
 * Returns: (transfer full): an audience for each field of @kind, for g_free(); %NULL with @error set
 */
MlgAudience *
mlg_audiences_load (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error)
{
  const char *tail = kind == &mlg_body_kind     ? "WHERE body=?1" NARROWEST_LAST
                     : kind == &mlg_person_kind ? "WHERE person=?1" NARROWEST_LAST
                                                : "WHERE id=?1 AND 0";
  g_autoptr (GPtrArray) said =
      mlg_record_load_where (db, &mlg_field_audience_kind, error, tail, "i", id);
  MlgAudience *audiences;

  if (said == NULL)
    return NULL;
  audiences = make_usual (kind);
  for (guint i = 0; i < said->len; i++)
    apply (audiences, kind, said->pdata[i]);
  return audiences;
}

static gboolean
forget (MlgConnection *db, const MlgKind *kind, gint64 id, const MlgField *field, GError **error)
{
  const char *sql = kind == &mlg_body_kind
                        ? "DELETE FROM field_audience WHERE body=?1 AND field=?2"
                        : "DELETE FROM field_audience WHERE person=?1 AND field=?2";

  return mlg_connection_execute (db, error, sql, "it", id, field->name);
}

/**
 * mlg_audience_set:
 * @kind: bodies or people
 * @id: the record
 * @field: one of its fields
 * @audience: who may see it; the usual audience of the field takes back what was said
 *
 * Says who may see a field of one record. In an action only.
 */
gboolean
mlg_audience_set (MlgConnection *db,
                  const MlgKind *kind,
                  gint64 id,
                  guint field,
                  MlgAudience audience,
                  GError **error)
{
  g_autoptr (MlgRecord) said = NULL;

  g_return_val_if_fail (kind == &mlg_body_kind || kind == &mlg_person_kind, FALSE);
  g_return_val_if_fail (field < kind->n_fields, FALSE);

  if (!forget (db, kind, id, &kind->fields[field], error))
    return FALSE;
  if (audience == kind->fields[field].audience)
    return TRUE;
  said = mlg_record_new (&mlg_field_audience_kind);
  mlg_record_set_integer (
      said, kind == &mlg_body_kind ? MLG_FIELD_AUDIENCE_BODY : MLG_FIELD_AUDIENCE_PERSON, id);
  mlg_record_set_text (said, MLG_FIELD_AUDIENCE_FIELD, kind->fields[field].name);
  mlg_record_set_text (said, MLG_FIELD_AUDIENCE_AUDIENCE, audiences_codes[audience].code);
  return mlg_record_insert (db, said, error);
}
