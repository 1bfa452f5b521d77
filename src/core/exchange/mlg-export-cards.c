/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-group.h"
#include "members/mlg-member-link.h"
#include "members/mlg-person.h"
#include "mlg-card-id.h"
#include "mlg-export-gate.h"
#include "mlg-export.h"
#include "store/mlg-id.h"
#include "store/mlg-record-sql.h"

/* Contact cards of bodies and people. A person's only function is written as every address book reads
 * it; several ones, or one with an address of its own, each have a group of lines ("function1.ORG"),
 * so that what belongs together is read together. */
typedef struct
{
  MlgConnection *db;      /* (unowned) */
  MlgVcardWriter *writer; /* (unowned) */
  MlgAudience audience;
  const MlgGate *gate;      /* (unowned) of the records */
  const MlgGate *functions; /* (unowned) of the functions of people */
  char *revision;           /* (owned) (nullable) */
} Export;

static const char *
choose (const Export *e, const char *for_3_0, const char *for_4_0)
{
  return mlg_vcard_writer_get_version (e->writer) == MLG_VCARD_4_0 ? for_4_0 : for_3_0;
}

/* Returns: (nullable): the text of a field that may leave. */
static const char *
get_text (const Export *e, MlgRecord *record, guint field)
{
  const MlgGate *gate = mlg_record_get_kind (record) == &mlg_function_kind ? e->functions : e->gate;

  return mlg_gate_lets_value (gate, mlg_record_get_id (record), field)
             ? mlg_record_get_text (record, field)
             : NULL;
}

static void
add_field (const Export *e, const char *name, MlgRecord *record, guint field)
{
  mlg_vcard_writer_add (e->writer, name, get_text (e, record, field));
}

static void
add_in_group (const Export *e, const char *group, const char *name, const char *text)
{
  g_autofree char *whole = g_strconcat (group, name, NULL);

  mlg_vcard_writer_add (e->writer, whole, text);
}

/* One revision for all: that of the file. Each card is at least as new as what it says. */
static gboolean
find_revision (Export *e, GError **error)
{
  gint64 action = 0;
  g_autoptr (GDateTime) time = NULL;

  if (!mlg_connection_get_integer (e->db, &action, error,
                                   "SELECT coalesce(max(id),0) FROM action WHERE undone=0", ""))
    return FALSE;
  time = action > 0 ? g_date_time_new_from_unix_utc (mlg_id_get_time (action)) : NULL;
  if (time != NULL)
    e->revision = g_date_time_format (time, choose (e, "%Y-%m-%dT%H:%M:%SZ", "%Y%m%dT%H%M%SZ"));
  return TRUE;
}

static gboolean
add_groups (const Export *e, MlgRecord *record, GError **error)
{
  g_autoptr (GPtrArray) links = mlg_member_list_groups (e->db, mlg_record_get_kind (record),
                                                        mlg_record_get_id (record), error);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const MlgMemberLink *link = links->pdata[i];

      if (link->current)
        g_ptr_array_add (names, link->name);
    }
  if (names->len > 0 && mlg_group_kind.fields[MLG_GROUP_NAME].audience >= e->audience)
    mlg_vcard_writer_add_parts (e->writer, "CATEGORIES", ',', (const char *const *) names->pdata,
                                names->len);
  return links != NULL;
}

static void
add_function (const Export *e, const char *group, const MlgMemberLink *link)
{
  const char *role = get_text (e, link->link, MLG_FUNCTION_ROLE);

  add_in_group (e, group, "ORG", link->name);
  add_in_group (e, group, "TITLE", get_text (e, link->link, MLG_FUNCTION_TITLE));
  if (role != NULL)
    add_in_group (e, group, "ROLE", mlg_code_list_get_title (&mlg_function_roles, role));
  add_in_group (e, group, choose (e, "EMAIL;TYPE=INTERNET,WORK", "EMAIL;TYPE=work"),
                get_text (e, link->link, MLG_FUNCTION_EMAIL));
  add_in_group (e, group, choose (e, "TEL;TYPE=VOICE,WORK", "TEL;TYPE=\"voice,work\""),
                get_text (e, link->link, MLG_FUNCTION_PHONE));
}

static gboolean
is_plain (const Export *e, GPtrArray *links)
{
  const MlgMemberLink *only = links->len == 1 ? links->pdata[0] : NULL;

  return only != NULL && get_text (e, only->link, MLG_FUNCTION_EMAIL) == NULL
         && get_text (e, only->link, MLG_FUNCTION_PHONE) == NULL;
}

static gboolean
add_functions (const Export *e, MlgRecord *person, GError **error)
{
  g_autoptr (GPtrArray) links =
      mlg_person_list_functions (e->db, mlg_record_get_id (person), error);

  if (links == NULL)
    return FALSE;
  for (guint i = links->len; i-- > 0;)
    if (!((const MlgMemberLink *) links->pdata[i])->current)
      g_ptr_array_remove_index (links, i);
  /* The main one first: many address books show no other. */
  for (guint main = 2; main-- > 0;)
    for (guint i = 0; i < links->len; i++)
      {
        const MlgMemberLink *link = links->pdata[i];
        g_autofree char *group =
            is_plain (e, links) ? g_strdup ("") : g_strdup_printf ("function%u.", i + 1);

        if (mlg_record_get_boolean (link->link, MLG_FUNCTION_MAIN) == (main == 1))
          add_function (e, group, link);
      }
  return TRUE;
}

static gboolean
add_person (const Export *e, MlgRecord *person, GError **error)
{
  g_autofree char *name = mlg_record_dup_name (person);
  const char *const parts[] = { get_text (e, person, MLG_PERSON_FAMILY_NAME),
                                get_text (e, person, MLG_PERSON_GIVEN_NAME), NULL,
                                get_text (e, person, MLG_PERSON_TITLE), NULL };

  mlg_vcard_writer_add (e->writer, "FN", name);
  mlg_vcard_writer_add_parts (e->writer, "N", ';', parts, G_N_ELEMENTS (parts));
  if (!add_functions (e, person, error))
    return FALSE;
  add_field (e, choose (e, "EMAIL;TYPE=INTERNET,PREF", "EMAIL;PREF=1"), person, MLG_PERSON_EMAIL);
  add_field (e, choose (e, "TEL;TYPE=VOICE,WORK", "TEL;TYPE=\"voice,work\""), person,
             MLG_PERSON_PHONE);
  add_field (e, choose (e, "TEL;TYPE=CELL", "TEL;TYPE=cell"), person, MLG_PERSON_MOBILE);
  add_field (e, "NOTE", person, MLG_PERSON_NOTES);
  /* Whoever gets the card must know it too. */
  if (mlg_record_get_boolean (person, MLG_PERSON_OBJECTION))
    mlg_vcard_writer_add (e->writer, "X-NO-MAILINGS", "true");
  return TRUE;
}

static void
add_body (const Export *e, MlgRecord *body)
{
  const char *name = mlg_record_get_text (body, MLG_BODY_NAME);
  const char *const address[] = { NULL,
                                  NULL,
                                  get_text (e, body, MLG_BODY_ADDRESS),
                                  get_text (e, body, MLG_BODY_CITY),
                                  NULL,
                                  get_text (e, body, MLG_BODY_POSTCODE),
                                  NULL };
  const char *const nobody[] = { NULL, NULL, NULL, NULL, NULL };

  mlg_vcard_writer_add (e->writer, choose (e, "X-ABSHOWAS", "KIND"), choose (e, "COMPANY", "org"));
  mlg_vcard_writer_add (e->writer, "FN", name);
  if (mlg_vcard_writer_get_version (e->writer) == MLG_VCARD_3_0)
    mlg_vcard_writer_add_parts (e->writer, "N", ';', nobody, G_N_ELEMENTS (nobody));
  mlg_vcard_writer_add (e->writer, "ORG", name);
  add_field (e, "NICKNAME", body, MLG_BODY_SHORT_NAME);
  if (address[2] != NULL || address[3] != NULL || address[5] != NULL)
    mlg_vcard_writer_add_parts (e->writer, "ADR;TYPE=work", ';', address, G_N_ELEMENTS (address));
  add_field (e, choose (e, "EMAIL;TYPE=INTERNET", "EMAIL;TYPE=work"), body, MLG_BODY_EMAIL);
  add_field (e, choose (e, "TEL;TYPE=VOICE,WORK", "TEL;TYPE=\"voice,work\""), body, MLG_BODY_PHONE);
  add_field (e, "URL", body, MLG_BODY_WEBSITE);
  add_field (e, "NOTE", body, MLG_BODY_NOTES);
  add_field (e, "X-SIREN", body, MLG_BODY_SIREN);
  add_field (e, "X-SIRET", body, MLG_BODY_SIRET);
  add_field (e, "X-INSEE", body, MLG_BODY_INSEE);
}

static gboolean
add_card (const Export *e, MlgRecord *record, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  g_autofree char *uid = mlg_card_id_write (kind, mlg_record_get_id (record));

  mlg_vcard_writer_begin (e->writer);
  mlg_vcard_writer_add (e->writer, "UID", uid);
  if (kind == &mlg_body_kind)
    add_body (e, record);
  else if (!add_person (e, record, error))
    return FALSE;
  if (!add_groups (e, record, error))
    return FALSE;
  mlg_vcard_writer_add (e->writer, "REV", e->revision);
  mlg_vcard_writer_end (e->writer);
  return TRUE;
}

/* Objections are to mailings, and a card is none: whoever keeps the network's contacts still needs to
 * reach those who object. But it is said. */
static void
report_objections (GPtrArray *records, MlgIssueList *issues)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    if (mlg_record_get_kind (records->pdata[i]) == &mlg_person_kind
        && mlg_record_get_boolean (records->pdata[i], MLG_PERSON_OBJECTION))
      n++;
  if (n > 0)
    mlg_issue_list_add (issues, MLG_SEVERITY_NOTE, NULL, 0, 0,
                        ngettext ("%u person wants no mailings: the card says so",
                                  "%u people want no mailings: their cards say so", n),
                        n);
}

/* No card can be without a name. */
static gboolean
check_names (const MlgGate *gate, GPtrArray *records, GError **error)
{
  const MlgKind *kind = mlg_gate_get_kind (gate);

  for (guint i = 0; i < records->len; i++)
    for (guint j = 0; j < kind->n_fields; j++)
      if ((kind->fields[j].flags & MLG_FIELD_NAME) != 0
          && !mlg_gate_lets_value (gate, mlg_record_get_id (records->pdata[i]), j))
        {
          g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_MAPPING,
                       _ ("“%s” is not for this audience, and no card can be without it"),
                       _ (kind->fields[j].title));
          return FALSE;
        }
  return TRUE;
}

static gboolean
add_cards (const Export *e, GPtrArray *records, GError **error)
{
  enum
  {
    CARDS_BETWEEN_REPORTS = 200
  };

  for (guint i = 0; i < records->len; i++)
    {
      if (i % CARDS_BETWEEN_REPORTS == 0
          && !mlg_connection_report (e->db, 1.0 * i / records->len, _ ("Writing the cards"), error))
        return FALSE;
      if (!add_card (e, records->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mlg_export_cards:
 * @kind: bodies or people
 * @ids: (nullable) (element-type gint64): the records, in order; %NULL for all, oldest first
 * @version: %MLG_VCARD_3_0 or %MLG_VCARD_4_0
 * @audience: for whom: fields that they may not see are left out
 * @issues: gets a note when there are people who want no mailings
 *
 * Writes a contact card for each record (RFC 2426, RFC 6350): people with the functions that they hold
 * today. A card has the same UID in each export, and the file the same bytes as long as nothing
 * changes. mlg_import_entry_from_card() reads it back.
 *
 * Errors: %MLG_EXCHANGE_ERROR_MAPPING when names are not for the audience, or a store error.
 *
 * Returns: (transfer full): the file's content, for mlg_new_file_write()
 */
GBytes *
mlg_export_cards (MlgConnection *db,
                  const MlgKind *kind,
                  GArray *ids,
                  MlgVcardVersion version,
                  MlgAudience audience,
                  MlgIssueList *issues,
                  GError **error)
{
  g_autoptr (MlgVcardWriter) writer = mlg_vcard_writer_new (version);
  g_autoptr (MlgGate) gate = mlg_gate_new (db, kind, audience, error);
  g_autoptr (MlgGate) functions =
      gate != NULL ? mlg_gate_new (db, &mlg_function_kind, audience, error) : NULL;
  g_autoptr (GPtrArray) records =
      functions != NULL ? mlg_export_load_records (db, kind, ids, error) : NULL;
  Export e = {
    .db = db, .writer = writer, .audience = audience, .gate = gate, .functions = functions
  };
  gboolean done;

  g_return_val_if_fail (kind == &mlg_body_kind || kind == &mlg_person_kind, NULL);

  done = records != NULL && check_names (gate, records, error) && find_revision (&e, error)
         && add_cards (&e, records, error);
  g_free (e.revision);
  if (!done)
    return NULL;
  report_objections (records, issues);
  return mlg_vcard_writer_finish (writer);
}
