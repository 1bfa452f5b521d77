/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-pages-window.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document-write.h"
#include "mlg-pages-view.h"
#include "mlg-spinner.h"
#include "platform/mlg-file-chooser.h"

#define MOST_FILTERS 16

/* A document to look at before it goes out: its pages, what is not known yet for it, and the saving of it
 * in any format that is written. */
struct _MlgPagesWindow
{
  AdwWindow parent_instance;
  MlgHost *host;             /* (owned) */
  char *file_name;           /* (owned) that is proposed */
  GCancellable *cancellable; /* (owned) */
  MlgDocument *document;     /* (owned) (nullable) until it is made */

  AdwWindowTitle *title;
  GtkWidget *save_button;
  GtkStack *states;
  AdwStatusPage *failed_page;
  GtkLabel *missing_label;
  MlgPagesView *pages;
};

G_DEFINE_FINAL_TYPE (MlgPagesWindow, mlg_pages_window, ADW_TYPE_WINDOW)

/* What is made in the reader's thread. */
typedef struct
{
  MlgPagesMake make;
  gpointer data;             /* (owned) */
  GDestroyNotify free_data;  /* (nullable) */
  GCancellable *cancellable; /* (owned) */
} Making;

typedef struct
{
  MlgDocument *document;     /* (owned) */
  MlgPagePictures *pictures; /* (owned) */
  GStrv missing;             /* (owned) (nullable) */
} Made;

static void
making_free (gpointer data)
{
  Making *making = data;

  if (making->free_data != NULL)
    making->free_data (making->data);
  g_object_unref (making->cancellable);
  g_free (making);
}

static void
made_free (gpointer data)
{
  Made *made = data;

  g_clear_object (&made->document);
  g_clear_object (&made->pictures);
  g_strfreev (made->missing);
  g_free (made);
}

static gpointer
make (MlgConnection *db, gpointer data, GError **error)
{
  Making *making = data;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  Made *made = g_new0 (Made, 1);

  made->document = making->make (db, making->data, &made->missing, making->cancellable, error);
  if (made->document != NULL)
    made->pictures = mlg_page_pictures_new (made->document, MLG_PAGES_DEFAULT, issues,
                                            making->cancellable, error);
  if (made->pictures != NULL)
    return made;
  made_free (made);
  return NULL;
}

static void
show_missing (MlgPagesWindow *self, GStrv missing)
{
  g_autofree char *list = missing != NULL ? g_strjoinv (", ", missing) : g_strdup ("");
  /* Translators: %s is a list of what a document needs. */
  g_autofree char *text = g_strdup_printf (_ ("Not known yet: %s"), list);

  gtk_label_set_text (self->missing_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_label), *list != '\0');
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgPagesWindow) self = data;
  g_autoptr (GError) error = NULL;
  Made *made = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (made != NULL && !g_cancellable_is_cancelled (self->cancellable))
    {
      g_set_object (&self->document, made->document);
      mlg_pages_view_set_pictures (self->pages, made->pictures, self->file_name);
      show_missing (self, made->missing);
      gtk_widget_set_sensitive (self->save_button, TRUE);
      gtk_stack_set_visible_child_name (self->states, "pages");
    }
  else if (made == NULL && !g_cancellable_is_cancelled (self->cancellable))
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->states, "failed");
    }
  if (made != NULL)
    made_free (made);
}

/* A document on its way to a file. */
typedef struct
{
  MlgDocument *document; /* (owned) */
  char *path;            /* (owned) */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->document);
  g_free (saving->path);
  g_free (saving);
}

/* Not of the store, but in its thread: nobody else uses the document there. */
static gpointer
save (MlgConnection *db, gpointer data, GError **error)
{
  Saving *saving = data;
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  return mlg_document_save (saving->document, saving->path, issues, NULL, error)
             ? g_strdup (saving->path)
             : NULL;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgHost) host = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (path != NULL)
    mlg_host_say (host, _ ("Paper saved"), FALSE);
  else
    mlg_host_fail (host, _ ("The paper could not be made"), error);
}

static void
on_place_chosen (GFile *file, gpointer data)
{
  MlgPagesWindow *self = data;
  Saving *saving = g_new0 (Saving, 1);

  saving->document = g_object_ref (self->document);
  saving->path = g_file_get_path (file);
  mlg_store_read_async (mlg_host_get_store (self->host), save, saving, saving_free, g_free, NULL,
                        on_saved, g_object_ref (self->host));
}

/* One for each format that is written. */
static const MlgFileFilter *
list_filters (void)
{
  static MlgFileFilter filters[MOST_FILTERS + 1];

  for (guint i = 0; i < MIN (mlg_document_format_get_n (), MOST_FILTERS); i++)
    filters[i] = (MlgFileFilter){ mlg_document_format_get (i)->title,
                                  mlg_document_format_get (i)->suffix + 1 };
  return filters;
}

static void
activate_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgPagesWindow *self = MLG_PAGES_WINDOW (widget);

  if (self->document != NULL)
    mlg_file_chooser_save (widget, _ ("Save the Document"), self->file_name, list_filters (),
                           on_place_chosen, self);
}

static void
mlg_pages_window_dispose (GObject *object)
{
  MlgPagesWindow *self = MLG_PAGES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);
  g_clear_object (&self->host);
  G_OBJECT_CLASS (mlg_pages_window_parent_class)->dispose (object);
}

static void
mlg_pages_window_finalize (GObject *object)
{
  MlgPagesWindow *self = MLG_PAGES_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_free (self->file_name);
  G_OBJECT_CLASS (mlg_pages_window_parent_class)->finalize (object);
}

static void
mlg_pages_window_class_init (MlgPagesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_pages_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_pages_window_finalize;
  g_type_ensure (MLG_TYPE_PAGES_VIEW);
  g_type_ensure (MLG_TYPE_SPINNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/widgets/mlg-pages-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgPagesWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MlgPagesWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, MlgPagesWindow, states);
  gtk_widget_class_bind_template_child (widget_class, MlgPagesWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, MlgPagesWindow, missing_label);
  gtk_widget_class_bind_template_child (widget_class, MlgPagesWindow, pages);
  gtk_widget_class_install_action (widget_class, "document.save", NULL, activate_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "document.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mlg_pages_window_init (MlgPagesWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_pages_window_new:
 * @host: (transfer none): the window that it belongs to
 * @title: what is shown, translated
 * @file_name: the name that is proposed for its file: "agenda.pdf"
 * @make: makes the document
 * @data: (transfer full): for @make
 * @free_data: (nullable): frees @data
 *
 * Returns: (transfer none): a window that shows the document as soon as it is made
 */
GtkWidget *
mlg_pages_window_new (MlgHost *host,
                      const char *title,
                      const char *file_name,
                      MlgPagesMake make_document,
                      gpointer data,
                      GDestroyNotify free_data)
{
  MlgPagesWindow *self =
      g_object_new (MLG_TYPE_PAGES_WINDOW, "transient-for", host, "title", title, NULL);
  Making *making = g_new0 (Making, 1);

  self->host = g_object_ref (host);
  self->file_name = g_strdup (file_name);
  adw_window_title_set_title (self->title, title);
  making->make = make_document;
  making->data = data;
  making->free_data = free_data;
  making->cancellable = g_object_ref (self->cancellable);
  mlg_store_read_async (mlg_host_get_store (host), make, making, making_free, made_free,
                        self->cancellable, on_made, g_object_ref (self));
  return GTK_WIDGET (self);
}
