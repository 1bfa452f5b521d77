/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-privacy.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "mlg-body.h"
#include "mlg-day.h"
#include "mlg-field-audience.h"
#include "mlg-function.h"
#include "mlg-paper.h"
#include "mlg-person.h"
#include "store/mlg-record-sql.h"

/* The entry of the members' directory in the record of processing activities (GDPR, article 30.1: the
 * letters below are its own). What the file knows is filled in; what it does not know is said to be
 * missing, and never made up. The network's card belongs to another room: it is read by its
 * description. */

static char *
dup_missing (void)
{
  return g_strdup (_ ("(to be completed)"));
}

static char *
dup_of_network (MlgRecord *network, const char *name)
{
  int field = network != NULL ? mlg_kind_find_field (mlg_record_get_kind (network), name) : -1;

  if (field < 0 || mlg_record_is_null (network, (guint) field))
    return dup_missing ();
  return mlg_record_dup_display (network, (guint) field);
}

static gboolean
load_network (MlgConnection *db, MlgRecord **network, GError **error)
{
  const MlgKind *kind = mlg_kind_find (mlg_connection_get_kinds (db), "network");
  g_autoptr (GPtrArray) found =
      kind != NULL ? mlg_record_load_where (db, kind, error, "LIMIT 1", "") : NULL;

  if (kind != NULL && found == NULL)
    return FALSE;
  *network = found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
  return TRUE;
}

/* Article 30.1.a */
static void
add_controller (MlgDocumentBuilder *paper, MlgRecord *network)
{
  g_autofree char *name = dup_of_network (network, "name");
  g_autofree char *controller = dup_of_network (network, "controller");
  g_autofree char *contact = dup_of_network (network, "controller_contact");

  mlg_paper_add_heading (paper, _ ("Who answers for it"));
  mlg_paper_open_table (paper, _ ("Field"), _ ("Value"), NULL);
  mlg_paper_add_row (paper, _ ("Network"), name, NULL);
  mlg_paper_add_row (paper, _ ("Data controller"), controller, NULL);
  mlg_paper_add_row (paper, _ ("Data protection contact"), contact, NULL);
  mlg_paper_close_table (paper);
}

/* Article 30.1.b */
static void
add_purposes (MlgDocumentBuilder *paper, MlgRecord *network)
{
  g_autofree char *basis = dup_of_network (network, "legal_basis");
  g_autofree char *text = g_strdup_printf (_ ("Legal basis: %s"), basis);

  mlg_paper_add_heading (paper, _ ("What it is for"));
  mlg_paper_add_paragraph (paper, _ ("Running the network: knowing its members and whom to ask, "
                                     "inviting them to its meetings and working groups, sending "
                                     "them its work."));
  mlg_paper_add_paragraph (paper, text);
}

/* Article 30.1.c: who */
static gboolean
add_people (MlgConnection *db, MlgDocumentBuilder *paper, GError **error)
{
  g_autofree char *today = mlg_day_today ();

  mlg_paper_add_heading (paper, _ ("Whose data"));
  mlg_paper_add_paragraph (paper, _ ("People who hold a function in a member, a prospect or a "
                                     "partner of the network, for what they do there."));
  mlg_paper_open_table (paper, _ ("Role"), _ ("People"), NULL);
  for (const MlgCode *role = mlg_function_roles.codes; role->code != NULL; role++)
    {
      gint64 n = 0;
      g_autofree char *number = NULL;

      if (!mlg_connection_get_integer (db, &n, error,
                                       "SELECT count(DISTINCT person) FROM function WHERE role=?1"
                                       " AND (until IS NULL OR until>=?2)",
                                       "tt", role->code, today))
        return FALSE;
      number = g_strdup_printf ("%" PRId64, n);
      if (n > 0)
        mlg_paper_add_row (paper, _ (role->title), number, NULL);
    }
  mlg_paper_close_table (paper);
  return TRUE;
}

/* Articles 30.1.c, what, and 30.1.d, to whom: from the descriptions */
static void
add_data_of (MlgDocumentBuilder *paper, const MlgKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const MlgField *field = &kind->fields[i];

      if ((field->flags & MLG_FIELD_PERSONAL) != 0)
        mlg_paper_add_row (paper, _ (kind->title), _ (field->title),
                           _ (mlg_audiences.codes[field->audience].title), NULL);
    }
}

static gboolean
add_custom_fields (MlgConnection *db, MlgDocumentBuilder *paper, GError **error)
{
  const MlgKind *kind = mlg_kind_find (mlg_connection_get_kinds (db), "custom-field");
  g_autoptr (GPtrArray) fields =
      mlg_record_load_where (db, kind, error, "WHERE kind='person' ORDER BY position, id", "");

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      g_autofree char *name = mlg_record_dup_name (fields->pdata[i]);

      mlg_paper_add_row (paper, _ (mlg_person_kind.title), name,
                         _ (mlg_audiences.codes[MLG_AUDIENCE_NETWORK].title), NULL);
    }
  return fields != NULL;
}

static gboolean
add_data (MlgConnection *db, MlgDocumentBuilder *paper, GError **error)
{
  mlg_paper_add_heading (paper, _ ("Which data, and who receives it"));
  mlg_paper_open_table (paper, _ ("Record"), _ ("Field"), _ ("Audience"), NULL);
  add_data_of (paper, &mlg_person_kind);
  add_data_of (paper, &mlg_function_kind);
  if (!add_custom_fields (db, paper, error))
    return FALSE;
  mlg_paper_close_table (paper);
  mlg_paper_add_paragraph (paper, _ ("Another audience may be set for a field of one person. "
                                     "People who want no mailings are left out of mailing "
                                     "lists."));
  return TRUE;
}

/* Articles 30.1.e, transfers to third countries, and 30.1.f, time limits */
static gboolean
add_limits (MlgConnection *db, MlgDocumentBuilder *paper, MlgRecord *network, GError **error)
{
  g_autofree char *months = dup_of_network (network, "retention_months");
  g_autofree char *kept = g_strdup_printf (_ ("Months kept after the last contact: %s"), months);
  g_autoptr (GPtrArray) reviews = mlg_privacy_list_reviews (db, NULL, error);
  g_autofree char *due = NULL;

  if (reviews == NULL)
    return FALSE;
  due = g_strdup_printf (ngettext ("%u person is to be reviewed today.",
                                   "%u people are to be reviewed today.", reviews->len),
                         reviews->len);
  mlg_paper_add_heading (paper, _ ("How long"));
  mlg_paper_add_paragraph (paper, kept);
  mlg_paper_add_paragraph (paper, due);
  mlg_paper_add_heading (paper, _ ("Transfers outside the European Union"));
  mlg_paper_add_paragraph (paper, _ ("The program sends nothing anywhere by itself: the data "
                                     "stays in a file on the computers of those who run the "
                                     "network. Where copies are kept: (to be completed)"));
  return TRUE;
}

/* Article 30.1.g */
static gboolean
add_security (MlgConnection *db, MlgDocumentBuilder *paper, GError **error)
{
  gint64 n = 0;
  g_autofree char *erased = NULL;

  if (!mlg_connection_get_integer (db, &n, error,
                                   "SELECT count(*) FROM tombstone WHERE kind='person'", ""))
    return FALSE;
  erased = g_strdup_printf (
      ngettext ("%u person was erased so far, also from the history and the backups.",
                "%u people were erased so far, also from the history and the backups.", (guint) n),
      (guint) n);
  mlg_paper_add_heading (paper, _ ("Security"));
  mlg_paper_add_paragraph (paper, _ ("Every change is kept in the file’s history with its "
                                     "author and its time; backups are made beside the file. "
                                     "Who may open the computers and the folders: (to be "
                                     "completed)"));
  mlg_paper_add_paragraph (paper, erased);
  return TRUE;
}

/**
 * mlg_privacy_make_register:
 *
 * Returns: (transfer full): the entry of this directory in the record of processing activities, as far
 *   as the file knows; what it does not is marked as to be completed. A document, to be written in any
 *   format.
 */
MlgDocument *
mlg_privacy_make_register (MlgConnection *db, GError **error)
{
  g_autoptr (MlgDocumentBuilder) paper =
      mlg_paper_new (_ ("Record of processing: directory of members"));
  g_autoptr (MlgRecord) network = NULL;
  g_autofree char *today = mlg_day_today ();

  mlg_document_builder_add_head (paper, "date", today);
  if (!load_network (db, &network, error))
    return NULL;
  add_controller (paper, network);
  add_purposes (paper, network);
  if (!add_people (db, paper, error) || !add_data (db, paper, error)
      || !add_limits (db, paper, network, error) || !add_security (db, paper, error))
    return NULL;
  return mlg_document_builder_finish (paper, NULL);
}
