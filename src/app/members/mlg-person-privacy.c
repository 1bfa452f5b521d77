/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-person-privacy.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-person-mentions.h"
#include "members/mlg-privacy.h"
#include "mlg-new-file.h"
#include "platform/mlg-file-chooser.h"
#include "platform/mlg-message.h"
#include "widgets/mlg-host.h"

/* What a person may ask of those who keep their data: a copy of it (General Data Protection
 * Regulation, articles 15 and 20), and that it be erased (article 17). */
typedef struct
{
  GtkWidget *widget; /* (owned) that asks */
  gint64 person;
  char *name;         /* (owned) */
  GFile *file;        /* (owned) (nullable) where the copy goes */
  MlgIssueList *left; /* (owned) what an erasure leaves; the writer's until it is done */
} Request;

static Request *
request_new (GtkWidget *widget, MlgRecord *person)
{
  Request *request = g_new0 (Request, 1);

  request->widget = g_object_ref (widget);
  request->person = mlg_record_get_id (person);
  request->name = mlg_record_dup_name (person);
  request->left = mlg_issue_list_new ();
  return request;
}

static void
request_free (Request *request)
{
  g_object_unref (request->widget);
  g_free (request->name);
  g_clear_object (&request->file);
  mlg_issue_list_unref (request->left);
  g_free (request);
}

static gpointer
read_copy (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_privacy_export_xml (db, *(gint64 *) id, error);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  MlgHost *host = mlg_host_find (request->widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *done = g_strdup_printf (_ ("Data of %s written"), request->name);

  if (!mlg_new_file_write_finish (G_FILE (source), result, &error) && host != NULL)
    mlg_host_fail (host, _ ("The Copy Could Not Be Written"), error);
  else if (host != NULL)
    mlg_host_say (host, done, FALSE);
  request_free (request);
}

static void
on_copy_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  MlgHost *host = mlg_host_find (request->widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) copy = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (copy != NULL)
    {
      mlg_new_file_write_async (request->file, copy, NULL, on_saved, request);
      return;
    }
  if (host != NULL)
    mlg_host_fail (host, _ ("The Copy Could Not Be Written"), error);
  request_free (request);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  MlgRecord *person = mlg_record_details_get_record (data);
  MlgHost *host = mlg_host_find (data);
  Request *request;

  if (host == NULL || person == NULL)
    return;
  request = request_new (data, person);
  request->file = g_object_ref (file);
  mlg_store_read_async (mlg_host_get_store (host), read_copy,
                        g_memdup2 (&request->person, sizeof request->person), g_free,
                        (GDestroyNotify) g_bytes_unref, NULL, on_copy_read, request);
}

/**
 * mlg_person_privacy_export:
 * @details: somebody's, in a window
 *
 * Writes all that the network knows of them to a file that they can read and reuse.
 */
void
mlg_person_privacy_export (MlgPersonDetails *details)
{
  static const MlgFileFilter filters[] = { { N_ ("XML files"), "xml" }, { NULL, NULL } };
  MlgRecord *person = mlg_record_details_get_record (MLG_RECORD_DETAILS (details));
  g_autofree char *name = person != NULL ? mlg_record_dup_name (person) : NULL;
  g_autofree char *file_name = NULL;

  if (person == NULL)
    return;
  file_name = g_strdelimit (g_strconcat (name, ".xml", NULL), "/", '-');
  mlg_file_chooser_save (GTK_WIDGET (details), _ ("Export the Data of One Person"), file_name,
                         filters, on_file_chosen, details);
}

static gboolean
erase (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  Request *request = data;

  return mlg_person_erase (db, request->person, request->left, changes, error);
}

/* Texts that still speak of somebody are for a person to change; what could not be cleaned yet is tried
 * again each time the file is opened. */
static void
show_left (MlgHost *host, MlgIssueList *left)
{
  enum
  {
    SHOWN = 12
  };
  guint n = mlg_issue_list_get_n (left);
  g_autoptr (GString) text =
      g_string_new (_ ("Erased everywhere, history and backups included. These places still speak "
                       "of them:"));

  for (guint i = 0; i < MIN (n, SHOWN); i++)
    {
      g_autofree char *line = mlg_issue_to_text (mlg_issue_list_get (left, i));

      g_string_append_printf (text, "\n• %s", line);
    }
  if (n > SHOWN)
    {
      g_string_append (text, "\n");
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n - SHOWN), n - SHOWN);
    }
  mlg_message_show (GTK_WIDGET (host), _ ("Some Texts Still Name This Person"), text->str);
}

static void
on_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  MlgHost *host = mlg_host_find (request->widget);
  g_autoptr (GError) error = NULL;

  if (!mlg_store_write_finish (MLG_STORE (source), result, &error) && host != NULL)
    mlg_host_fail (host, _ ("Nobody Was Erased"), error);
  else if (host != NULL && mlg_issue_list_get_n (request->left) > 0)
    show_left (host, request->left);
  else if (host != NULL)
    mlg_host_say (host, _ ("Erased everywhere, history and backups included"), FALSE);
  request_free (request);
}

static void
on_agreed (gpointer data)
{
  MlgRecord *person = mlg_record_details_get_record (data);
  MlgHost *host = mlg_host_find (data);
  Request *request;

  if (host == NULL || person == NULL)
    return;
  request = request_new (data, person);
  mlg_store_write_async (mlg_host_get_store (host), erase, request, NULL, NULL, NULL, on_erased,
                         request);
}

/**
 * mlg_person_privacy_erase:
 * @details: somebody's, in a window
 *
 * Asks, since this cannot be undone, then erases a person from the file, its history and its backups.
 */
void
mlg_person_privacy_erase (MlgPersonDetails *details)
{
  MlgRecord *person = mlg_record_details_get_record (MLG_RECORD_DETAILS (details));
  g_autofree char *name = person != NULL ? mlg_record_dup_name (person) : NULL;
  g_autofree char *heading = NULL;

  if (person == NULL)
    return;
  heading = g_strdup_printf (_ ("Erase %s for Good?"), name);
  mlg_message_ask (GTK_WIDGET (details), heading,
                   _ ("They disappear from the network, from its history and from its backups. "
                      "This cannot be undone. To only take them off the list, delete them."),
                   _ ("_Erase"), TRUE, on_agreed, details);
}
