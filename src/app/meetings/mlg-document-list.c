/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-document-list.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting-attach.h"
#include "meetings/mlg-meeting-document.h"
#include "mlg-meeting-commit.h"
#include "mlg-new-file.h"
#include "mlg-regular-file.h"
#include "platform/mlg-file-chooser.h"
#include "platform/mlg-link.h"
#include "widgets/mlg-host.h"

/* The documents of a meeting as a whole, or of one item of its agenda: files that are kept with it, which
 * can be saved elsewhere, and links, which open. */
struct _MlgDocumentList
{
  AdwExpanderRow parent_instance;
  MlgStore *store; /* (unowned) (nullable) it outlives the page */
  gint64 meeting;
  gint64 item;     /* 0 for the meeting as a whole */
  GPtrArray *rows; /* (owned) of GtkWidget (owned by the widget tree) */
  GtkButton *attach_button;
};

G_DEFINE_FINAL_TYPE (MlgDocumentList, mlg_document_list, ADW_TYPE_EXPANDER_ROW)

/* A file on its way into the meeting, or out of it. */
typedef struct
{
  MlgHost *host;   /* (owned) */
  GFile *file;     /* (owned) */
  gint64 meeting;  /* where it is attached */
  gint64 item;     /* the same */
  gint64 document; /* what is saved */
  char *name;      /* (owned) (nullable) */
  GBytes *bytes;   /* (owned) (nullable) */
} Transfer;

static void
transfer_free (gpointer data)
{
  Transfer *transfer = data;

  g_object_unref (transfer->host);
  g_object_unref (transfer->file);
  g_free (transfer->name);
  g_clear_pointer (&transfer->bytes, g_bytes_unref);
  g_free (transfer);
}

static gboolean
attach (MlgConnection *db, gpointer data, GError **error)
{
  Transfer *transfer = data;

  return mlg_meeting_attach (db, transfer->meeting, transfer->item, transfer->name, NULL,
                             transfer->bytes, error)
         != 0;
}

static void
fail (Transfer *transfer, const GError *error)
{
  mlg_host_fail (transfer->host, _ ("The file could not be copied"), error);
  transfer_free (transfer);
}

static void
on_contents_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Transfer *transfer = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *action = NULL;

  transfer->bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  if (transfer->bytes == NULL)
    {
      fail (transfer, error);
      return;
    }
  transfer->name = g_file_get_basename (G_FILE (source));
  /* Translators: an action; %s is the name of a file. */
  action = g_strdup_printf (_ ("Attach %s"), transfer->name);
  mlg_host_act (transfer->host, action, attach, transfer, transfer_free, NULL);
}

/* What is far too large is not read at all. */
static void
on_size_known (GObject *source, GAsyncResult *result, gpointer data)
{
  Transfer *transfer = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info != NULL && mlg_regular_file_check (info, &error)
      && g_file_info_get_size (info) > MLG_ATTACHMENT_MAX)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 _ ("%s is too large to be kept with a meeting (the limit is %d MB): give a link "
                    "instead"),
                 g_file_info_get_display_name (info), MLG_ATTACHMENT_MAX / (1024 * 1024));
  if (error != NULL)
    fail (transfer, error);
  else
    g_file_load_bytes_async (transfer->file, NULL, on_contents_read, transfer);
}

static Transfer *
transfer_new (MlgDocumentList *self, GFile *file)
{
  Transfer *transfer = g_new0 (Transfer, 1);

  transfer->host = g_object_ref (mlg_host_find (GTK_WIDGET (self)));
  transfer->file = g_object_ref (file);
  transfer->meeting = self->meeting;
  transfer->item = self->item;
  return transfer;
}

static void
on_file_to_attach (GFile *file, gpointer data)
{
  g_file_query_info_async (
      file,
      G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                     "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
      G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, on_size_known, transfer_new (data, file));
}

static void
activate_attach (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const MlgFileFilter filters[] = { { NULL, NULL } };

  mlg_file_chooser_open (widget, _ ("Attach a File"), filters, on_file_to_attach, widget);
}

static gpointer
load (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_meeting_load_attachment (db, *(gint64 *) id, error);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Transfer *transfer = data;
  g_autoptr (GError) error = NULL;

  if (!mlg_new_file_write_finish (G_FILE (source), result, &error))
    {
      fail (transfer, error);
      return;
    }
  mlg_host_say (transfer->host, _ ("File saved"), FALSE);
  transfer_free (transfer);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Transfer *transfer = data;
  g_autoptr (GError) error = NULL;

  transfer->bytes = mlg_store_read_finish (MLG_STORE (source), result, &error);
  if (transfer->bytes == NULL)
    fail (transfer, error);
  else
    mlg_new_file_write_async (transfer->file, transfer->bytes, NULL, on_saved, transfer);
}

static void
on_place_chosen (GFile *file, gpointer data)
{
  GtkWidget *row = data;
  MlgDocumentList *self = MLG_DOCUMENT_LIST (gtk_widget_get_ancestor (row, MLG_TYPE_DOCUMENT_LIST));
  gint64 id = g_ascii_strtoll (gtk_widget_get_name (row), NULL, 10);

  mlg_store_read_async (self->store, load, g_memdup2 (&id, sizeof id), g_free,
                        (GDestroyNotify) g_bytes_unref, NULL, on_loaded, transfer_new (self, file));
}

static void
on_row_activated (GtkWidget *row, MlgRecord *document)
{
  static const MlgFileFilter filters[] = { { NULL, NULL } };
  const char *link = mlg_record_get_text (document, MLG_MEETING_DOCUMENT_LINK);

  if (link != NULL)
    mlg_link_open (row, link);
  else
    mlg_file_chooser_save (row, _ ("Save the Document"),
                           mlg_record_get_text (document, MLG_MEETING_DOCUMENT_NAME), filters,
                           on_place_chosen, row);
}

static void
on_remove_clicked (GtkWidget *button, MlgRecord *document)
{
  g_autofree char *name = mlg_record_dup_name (document);
  /* Translators: %s is the name of a document. */
  g_autofree char *done = g_strdup_printf (_ ("Document removed: %s"), name);

  mlg_meeting_commit_removal (button, document, done);
}

static GtkWidget *
make_remove_button (MlgRecord *document)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = mlg_record_dup_name (document);
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_remove_clicked), g_object_ref (document),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return button;
}

static GtkWidget *
make_row (MlgRecord *document)
{
  GtkWidget *row = adw_action_row_new ();
  const char *link = mlg_record_get_text (document, MLG_MEETING_DOCUMENT_LINK);
  g_autofree char *size =
      link == NULL
          ? g_format_size ((guint64) mlg_record_get_integer (document, MLG_MEETING_DOCUMENT_SIZE))
          : g_strdup (link);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, mlg_record_get_id (document));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 mlg_record_get_text (document, MLG_MEETING_DOCUMENT_NAME));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  gtk_widget_set_name (row, id);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (document));
  g_signal_connect_data (row, "activated", G_CALLBACK (on_row_activated), g_object_ref (document),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return row;
}

static void
mlg_document_list_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_DOCUMENT_LIST (object)->rows);
  G_OBJECT_CLASS (mlg_document_list_parent_class)->finalize (object);
}

static void
mlg_document_list_class_init (MlgDocumentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mlg_document_list_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-document-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgDocumentList, attach_button);
  gtk_widget_class_install_action (widget_class, "documents.attach", NULL, activate_attach);
}

static void
mlg_document_list_init (MlgDocumentList *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_document_list_set_store:
 * @store: (transfer none): where the documents are; it must outlive the list
 *
 * To be called once.
 */
void
mlg_document_list_set_store (MlgDocumentList *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_DOCUMENT_LIST (self));

  self->store = store;
  gtk_widget_set_visible (GTK_WIDGET (self->attach_button), mlg_store_is_writable (store));
}

/**
 * mlg_document_list_show:
 * @item: an item of the meeting's agenda; 0 for the meeting as a whole
 * @documents: (element-type MlgRecord): of the meeting, of all items and of none
 */
void
mlg_document_list_show (MlgDocumentList *self, gint64 meeting, gint64 item, GPtrArray *documents)
{
  g_autofree char *count = NULL;

  g_return_if_fail (MLG_IS_DOCUMENT_LIST (self));

  self->meeting = meeting;
  self->item = item;
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < documents->len; i++)
    if (mlg_record_get_integer (documents->pdata[i], MLG_MEETING_DOCUMENT_ITEM) == item)
      {
        GtkWidget *row = make_row (documents->pdata[i]);

        g_ptr_array_add (self->rows, row);
        adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      }
  count = self->rows->len > 0 ? g_strdup_printf (
              ngettext ("%'u document", "%'u documents", self->rows->len), self->rows->len)
                              : g_strdup ("");
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), count);
}
