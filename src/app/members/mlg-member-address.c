/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-member-address.h"

#include <glib/gi18n-lib.h>

#include "exchange/mlg-export.h"
#include "members/mlg-body.h"
#include "members/mlg-member-link.h"
#include "members/mlg-person.h"
#include "widgets/mlg-host.h"

/* The e-mail addresses of members, put where they can be pasted into the Bcc field of a message. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static: bodies or people */
  GArray *ids;         /* (owned) of gint64 */
} Request;

typedef struct
{
  char *text; /* (owned) */
  guint n_objecting;
} Addresses;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_array_unref (request->ids);
  g_free (request);
}

static void
addresses_free (gpointer data)
{
  g_free (((Addresses *) data)->text);
  g_free (data);
}

/* Adds the people who act for a body now, and its own address. */
static gboolean
add_body (MlgConnection *db, gint64 id, GArray *people, GString *own, GError **error)
{
  g_autoptr (MlgRecord) body = mlg_record_load (db, &mlg_body_kind, id, error);
  g_autoptr (GPtrArray) links = body != NULL ? mlg_body_list_people (db, id, error) : NULL;
  const char *address;

  if (links == NULL)
    return FALSE;
  address = mlg_record_get_text (body, MLG_BODY_EMAIL);
  if (address != NULL)
    g_string_append_printf (own, "%s%s", own->len > 0 ? ", " : "", address);
  for (guint i = 0; i < links->len; i++)
    {
      const MlgMemberLink *link = links->pdata[i];
      gint64 person = mlg_record_get_id (link->other);

      if (link->current)
        g_array_append_val (people, person);
    }
  return TRUE;
}

static gpointer
read_addresses (MlgConnection *db, gpointer data, GError **error)
{
  Request *request = data;
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) own = g_string_new (NULL);
  g_autofree char *theirs = NULL;
  Addresses *addresses;
  guint n_objecting = 0;

  if (request->kind == &mlg_person_kind)
    g_array_append_vals (people, request->ids->data, request->ids->len);
  else
    for (guint i = 0; i < request->ids->len; i++)
      if (!add_body (db, g_array_index (request->ids, gint64, i), people, own, error))
        return NULL;
  theirs = mlg_export_addresses (db, people, &n_objecting, error);
  if (theirs == NULL)
    return NULL;
  addresses = g_new0 (Addresses, 1);
  addresses->n_objecting = n_objecting;
  addresses->text =
      g_strconcat (own->str, own->len > 0 && *theirs != '\0' ? ", " : "", theirs, NULL);
  return addresses;
}

static guint
count (const char *addresses)
{
  guint n = *addresses != '\0' ? 1 : 0;

  for (; *addresses != '\0'; addresses++)
    n += *addresses == ',';
  return n;
}

static char *
write_message (const Addresses *addresses)
{
  guint n = count (addresses->text);
  g_autofree char *copied =
      g_strdup_printf (ngettext ("%'u address copied", "%'u addresses copied", n), n);
  g_autofree char *left_out = NULL;

  if (n == 0)
    return g_strdup (_ ("There is no address to copy"));
  if (addresses->n_objecting == 0)
    return g_steal_pointer (&copied);
  left_out = g_strdup_printf (ngettext ("%'u person who wants no mailings left out",
                                        "%'u people who want no mailings left out",
                                        addresses->n_objecting),
                              addresses->n_objecting);
  return g_strdup_printf ("%s · %s", copied, left_out);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  Addresses *addresses = mlg_store_read_finish (MLG_STORE (source), result, &error);
  MlgHost *host = mlg_host_find (widget);
  g_autofree char *message = NULL;

  if (addresses != NULL && host != NULL)
    {
      message = write_message (addresses);
      if (*addresses->text != '\0')
        gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), addresses->text);
      mlg_host_say (host, message, FALSE);
    }
  else if (host != NULL)
    mlg_host_fail (host, _ ("The addresses could not be read"), error);
  if (addresses != NULL)
    addresses_free (addresses);
}

/**
 * mlg_member_address_copy:
 * @widget: a widget in a window
 * @kind: bodies, with the people who act for them now; or people
 * @ids: (element-type gint64): which ones
 *
 * Copies e-mail addresses to the clipboard and says how many; those who want no mailings are left out.
 */
void
mlg_member_address_copy (GtkWidget *widget, const MlgKind *kind, GArray *ids)
{
  MlgHost *host = mlg_host_find (widget);
  Request *request;

  g_return_if_fail (host != NULL);

  request = g_new0 (Request, 1);
  request->kind = kind;
  request->ids = g_array_copy (ids);
  mlg_store_read_async (mlg_host_get_store (host), read_addresses, request, request_free,
                        addresses_free, NULL, on_read, g_object_ref (widget));
}
