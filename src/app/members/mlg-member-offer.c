/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-member-offer.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-member-edit.h"
#include "mlg-body-text.h"
#include "store/mlg-record-sql.h"
#include "widgets/mlg-host.h"

#define MOST 8 /* bodies proposed at once */

static void
clear (gpointer data)
{
  MlgMemberOffer *offer = data;

  g_free (offer->title);
  g_free (offer->subtitle);
  g_ptr_array_unref (offer->entries);
}

/**
 * mlg_member_offer_unref:
 * @offer: (transfer full): a #MlgMemberOffer
 */
void
mlg_member_offer_unref (gpointer offer)
{
  g_atomic_rc_box_release_full (offer, clear);
}

/* @title, @subtitle and @entries: (transfer full) */
static MlgMemberOffer *
add_offer (GPtrArray *offers, char *title, char *subtitle, GPtrArray *entries)
{
  MlgMemberOffer *offer = g_atomic_rc_box_new0 (MlgMemberOffer);

  offer->title = title;
  offer->subtitle = subtitle;
  offer->entries = entries;
  g_ptr_array_add (offers, offer);
  return offer;
}

static gboolean
is_grouping (const MlgDirectoryEntry *entry)
{
  return !g_str_equal (entry->kind, "commune") && !g_str_equal (entry->kind, "departement")
         && !g_str_equal (entry->kind, "region");
}

/* "Commune · Nord · 238 246 inhabitants", or that it is there. */
static char *
write_subtitle (const MlgDirectoryEntry *entry, gboolean present)
{
  g_autoptr (MlgRecord) body = mlg_directory_entry_to_body (entry);
  g_autofree char *category = mlg_record_dup_display (body, MLG_BODY_CATEGORY);
  g_autofree char *departement = mlg_record_dup_display (body, MLG_BODY_DEPARTEMENT);
  g_autofree char *people =
      entry->population > 0 ? mlg_body_text_population (entry->population) : g_strdup ("");
  const char *parts[] = { category, departement, people,
                          present ? _ ("already in the network") : "" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

static gboolean
offer_entry (MlgConnection *db, GPtrArray *offers, MlgDirectoryEntry *entry, GError **error)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_directory_entry_free);
  gint64 body = 0;

  g_ptr_array_add (entries, entry);
  if (!mlg_directory_find_body (db, entry, &body, error))
    {
      g_ptr_array_unref (entries);
      return FALSE;
    }
  add_offer (offers, g_strdup (entry->name), write_subtitle (entry, body != 0), entries)->body =
      body;
  return TRUE;
}

/* What goes with an intercommunal body or a département, all at once. */
static gboolean
offer_all (MlgConnection *db, GPtrArray *offers, const MlgDirectoryEntry *entry, GError **error)
{
  gboolean grouping = is_grouping (entry);
  GPtrArray *entries;

  if (!grouping && !g_str_equal (entry->kind, "departement"))
    return TRUE;
  entries = grouping ? mlg_directory_list_members (db, entry->siren, error)
                     : mlg_directory_list_groupings (db, entry->insee, error);
  if (entries == NULL)
    return FALSE;
  add_offer (offers,
             grouping ? g_strdup_printf (_ ("All communes of %s"), entry->name)
                      : g_strdup_printf (_ ("All intercommunal bodies of %s"), entry->name),
             g_strdup_printf (ngettext ("%'u body", "%'u bodies", entries->len), entries->len),
             entries);
  return TRUE;
}

static gboolean
offer_found (MlgConnection *db, GPtrArray *offers, GPtrArray *found, GError **error)
{
  const MlgDirectoryEntry *whole = NULL;

  while (found->len > 0)
    {
      MlgDirectoryEntry *entry = g_ptr_array_steal_index (found, 0);

      if (!offer_entry (db, offers, entry, error))
        return FALSE;
      if (whole == NULL && (is_grouping (entry) || g_str_equal (entry->kind, "departement")))
        whole = entry;
    }
  return whole == NULL || offer_all (db, offers, whole, error);
}

/**
 * mlg_member_offer_read:
 * @words: text: what a person typed
 *
 * A #MlgReadFunc: what may be added for these words: bodies of the directory, all those of an
 * intercommunal body or of a département, and one that is in no directory.
 *
 * Returns: (transfer full) (element-type MlgMemberOffer): the likeliest first
 */
gpointer
mlg_member_offer_read (MlgConnection *db, gpointer words, GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (words));
  g_autoptr (GPtrArray) found = mlg_directory_suggest (db, name, MOST, error);
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func (mlg_member_offer_unref);

  if (found == NULL || !offer_found (db, offers, found, error))
    return NULL;
  if (*name != '\0')
    add_offer (offers, g_strdup (name), g_strdup (_ ("Add by hand")), g_ptr_array_new ());
  return g_steal_pointer (&offers);
}

/* An offer that is taken. */
typedef struct
{
  MlgMemberOffer *offer; /* (owned) */
  char *status;          /* (owned) */
  char *done;            /* (owned) what to say then */
  gint64 body;           /* the body to show then; written by the action */
} Adding;

static void
adding_clear (gpointer data)
{
  Adding *adding = data;

  mlg_member_offer_unref (adding->offer);
  g_free (adding->status);
  g_free (adding->done);
}

static void
adding_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, adding_clear);
}

static gboolean
add_by_hand (MlgConnection *db, Adding *adding, GError **error)
{
  g_autoptr (MlgRecord) body = mlg_record_new (&mlg_body_kind);

  if (!mlg_record_parse (body, MLG_BODY_NAME, adding->offer->title, error)
      || !mlg_record_insert (db, body, error))
    return FALSE;
  adding->body = mlg_record_get_id (body);
  return mlg_body_set_status (db, adding->body, adding->status, NULL, error);
}

static gboolean
add (MlgConnection *db, gpointer data, GError **error)
{
  Adding *adding = data;
  GPtrArray *entries = adding->offer->entries;
  MlgDirectoryCounts counts;
  gboolean added;

  if (entries->len == 0)
    return add_by_hand (db, adding, error);
  if (entries->len == 1)
    return mlg_directory_add_body (db, entries->pdata[0], adding->status, &adding->body, &added,
                                   error);
  return mlg_directory_add_bodies (db, entries, adding->status, &counts, error);
}

typedef struct
{
  MlgHost *host;  /* (owned) */
  Adding *adding; /* (owned) */
} Waiting;

static void
on_added (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  if (mlg_store_act_finish (MLG_STORE (source), result, &error))
    {
      mlg_host_say (waiting->host, waiting->adding->done, TRUE);
      if (waiting->adding->body != 0)
        mlg_host_show_record (waiting->host, &mlg_body_kind, waiting->adding->body);
    }
  else
    mlg_host_fail (waiting->host, _ ("Nothing was added"), error);
  g_object_unref (waiting->host);
  adding_unref (waiting->adding);
  g_free (waiting);
}

/**
 * mlg_member_offer_add:
 * @widget: a widget in a window
 * @offer: (transfer none): what the person chose
 * @status: the status that new members have
 *
 * Adds what is offered as one action, says so with a way to take it back, and shows it. A body that is
 * there already is only shown.
 */
void
mlg_member_offer_add (GtkWidget *widget, MlgMemberOffer *offer, const char *status)
{
  MlgHost *host = mlg_host_find (widget);
  g_autofree char *name = NULL;
  Adding *adding;
  Waiting *waiting;

  g_return_if_fail (host != NULL);

  if (offer->body != 0)
    {
      mlg_host_show_record (host, &mlg_body_kind, offer->body);
      return;
    }
  name = g_strdup_printf (_ ("Add %s"), offer->title);
  adding = g_atomic_rc_box_new0 (Adding);
  adding->offer = g_atomic_rc_box_acquire (offer);
  adding->status = g_strdup (status);
  adding->done = g_strdup_printf (_ ("Added: %s"), offer->title);
  waiting = g_new0 (Waiting, 1);
  waiting->host = g_object_ref (host);
  waiting->adding = g_atomic_rc_box_acquire (adding);
  mlg_store_act_async (mlg_host_get_store (host), name, add, adding, adding_unref, NULL, NULL,
                       on_added, waiting);
}
