/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-replace-window.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-draft.h"
#include "library/mlg-tender-store.h"
#include "mlg-found-item.h"
#include "widgets/mlg-live-read.h"

/* Words looked for in all texts of a template or draft, each place with what is around it; others put in the place
 * of one or of all of them, as one action. */
struct _MlgReplaceWindow
{
  AdwWindow parent_instance;
  MlgHost *host;        /* (unowned) the window in front */
  MlgRecord *record;    /* (owned) a template or a draft */
  MlgLiveRead *reading; /* (owned) (nullable) of Found */
  GListStore *items;    /* (owned) of MlgFoundItem */

  AdwWindowTitle *title;
  GtkEditable *words_entry;
  GtkEditable *by_entry;
  GtkCheckButton *case_check;
  GtkCheckButton *whole_check;
  GtkLabel *summary_label;
  GtkLabel *shared_label;
  GtkStack *states;
  GtkListView *list;
  AdwStatusPage *failed_page;
};

G_DEFINE_FINAL_TYPE (MlgReplaceWindow, mlg_replace_window, ADW_TYPE_WINDOW)

typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
  char *words; /* (owned) */
  char *by;    /* (owned) (nullable) */
  MlgFindFlags flags;
  int which;
} Asked;

typedef struct
{
  GPtrArray *found; /* (owned) of MlgFoundWords */
  guint shared;     /* clauses that other templates have too */
} Found;

static gpointer
copy_asked (gpointer data)
{
  Asked *copy = g_memdup2 (data, sizeof (Asked));

  copy->words = g_strdup (copy->words);
  copy->by = g_strdup (copy->by);
  return copy;
}

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->words);
  g_free (asked->by);
  g_free (asked);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->found, g_ptr_array_unref);
  g_free (found);
}

static gboolean
count_shared (MlgConnection *db, const Asked *asked, Found *found, GError **error)
{
  g_autoptr (GHashTable) uris = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < found->found->len; i++)
    {
      MlgFoundWords *words = found->found->pdata[i];

      if (words->uri != NULL)
        g_hash_table_add (uris, words->uri);
    }
  return asked->kind == &mlg_draft_kind
         || mlg_tender_count_shared (db, asked->id, uris, &found->shared, error);
}

static gpointer
find (MlgConnection *db, gpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (MlgTemplate) text = mlg_tender_read (db, asked->kind, asked->id, error);
  Found *found;

  if (text == NULL)
    return NULL;
  found = g_new0 (Found, 1);
  found->found = mlg_template_find_words (text, asked->words, asked->flags);
  if (count_shared (db, asked, found, error))
    return found;
  found_free (found);
  return NULL;
}

static Asked
get_asked (MlgReplaceWindow *self, int which)
{
  MlgFindFlags flags = MLG_FIND_PLAIN;

  if (gtk_check_button_get_active (self->case_check))
    flags |= MLG_FIND_CASE;
  if (gtk_check_button_get_active (self->whole_check))
    flags |= MLG_FIND_WHOLE_WORDS;
  return (Asked){ mlg_record_get_kind (self->record),
                  mlg_record_get_id (self->record),
                  (char *) gtk_editable_get_text (self->words_entry),
                  (char *) gtk_editable_get_text (self->by_entry),
                  flags,
                  which };
}

static void
on_words_changed (MlgReplaceWindow *self)
{
  Asked asked = get_asked (self, -1);

  if (self->reading != NULL)
    mlg_live_read_ask (self->reading, &asked, copy_asked, asked_free);
}

static void
show_found (MlgReplaceWindow *self, const Found *found)
{
  guint n = found->found->len;
  gboolean asked = *gtk_editable_get_text (self->words_entry) != '\0';
  g_autofree char *summary = g_strdup_printf (ngettext ("%u place", "%u places", n), n);
  g_autofree char *shared = g_strdup_printf (
      ngettext ("%u clause of these is in other templates too, and changes there as well",
                "%u clauses of these are in other templates too, and change there as well",
                found->shared),
      found->shared);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, mlg_found_item_new (found->found, i));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_label_set_text (self->summary_label, asked ? summary : "");
  gtk_label_set_text (self->shared_label, shared);
  gtk_widget_set_visible (GTK_WIDGET (self->shared_label), found->shared > 0);
  gtk_stack_set_visible_child_name (self->states, n > 0 ? "list" : asked ? "nothing" : "start");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "replace.all", n > 0);
}

static void
on_found (MlgReplaceWindow *self)
{
  const Found *found = mlg_live_read_get_result (self->reading);
  const GError *error = mlg_live_read_get_error (self->reading);

  if (found != NULL)
    show_found (self, found);
  else if (error != NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->states, "failed");
    }
}

static gboolean
replace (MlgConnection *db, gpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (MlgTemplate) text = mlg_tender_read (db, asked->kind, asked->id, error);
  g_autoptr (MlgTemplate) changed =
      text != NULL ? mlg_template_replace_words (text, asked->words, asked->flags, asked->by,
                                                 asked->which, error)
                   : NULL;
  /* Translators: what changed in a revision: words, and what stands in their place. */
  g_autofree char *note = g_strdup_printf (_ ("“%s” replaced by “%s”"), asked->words, asked->by);

  return mlg_tender_store (db, asked->kind, asked->id, changed, note, error);
}

static void
act (MlgReplaceWindow *self, int which)
{
  Asked asked = get_asked (self, which);
  /* Translators: an action: words, and what is put in their place. */
  g_autofree char *action = g_strdup_printf (_ ("Replace “%s” by “%s”"), asked.words, asked.by);

  mlg_host_act (self->host, action, replace, copy_asked (&asked), asked_free,
                which < 0 ? _ ("All places were replaced") : _ ("One place was replaced"));
}

static void
activate_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  act (MLG_REPLACE_WINDOW (widget), -1);
}

static void
activate_one (GtkWidget *widget, const char *name, GVariant *parameter)
{
  act (MLG_REPLACE_WINDOW (widget), g_variant_get_int32 (parameter));
}

static GtkWidget *
make_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *button = gtk_button_new_with_label (_ ("Replace"));

  make_label (texts, "caption-heading");
  make_label (texts, NULL);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), button);
  gtk_widget_add_css_class (row, "compared");
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  MlgFoundItem *found = gtk_list_item_get_item (item);
  GtkWidget *texts = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *button = gtk_widget_get_next_sibling (texts);
  g_autofree char *markup = mlg_found_item_write (found);
  /* Translators: a button; %s is the title of a clause. */
  g_autofree char *name = g_strdup_printf (_ ("Replace in “%s”"), mlg_found_item_get_title (found));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (texts)),
                      mlg_found_item_get_title (found));
  gtk_label_set_markup (GTK_LABEL (gtk_widget_get_last_child (texts)), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i",
                                    (int) mlg_found_item_get_number (found));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "replace.one");
}

static void
mlg_replace_window_dispose (GObject *object)
{
  MlgReplaceWindow *self = MLG_REPLACE_WINDOW (object);

  g_clear_object (&self->reading);
  g_clear_object (&self->record);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (mlg_replace_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-replace-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgReplaceWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MlgReplaceWindow, words_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgReplaceWindow, by_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgReplaceWindow, case_check);
  gtk_widget_class_bind_template_child (widget_class, MlgReplaceWindow, whole_check);
  gtk_widget_class_bind_template_child (widget_class, MlgReplaceWindow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MlgReplaceWindow, shared_label);
  gtk_widget_class_bind_template_child (widget_class, MlgReplaceWindow, states);
  gtk_widget_class_bind_template_child (widget_class, MlgReplaceWindow, list);
  gtk_widget_class_bind_template_child (widget_class, MlgReplaceWindow, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed);
}

static void
mlg_replace_window_class_init (MlgReplaceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_replace_window_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "replace.all", NULL, activate_all);
  gtk_widget_class_install_action (widget_class, "replace.one", "i", activate_one);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mlg_replace_window_init (MlgReplaceWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) plain = NULL;

  self->items = g_list_store_new (MLG_TYPE_FOUND_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  plain = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (plain));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "replace.all", FALSE);
}

/**
 * mlg_replace_window_new:
 * @host: the window in front
 * @record: (transfer none): a template or a draft
 *
 * Returns: (transfer none): a window in which words are looked for and replaced
 */
GtkWidget *
mlg_replace_window_new (MlgHost *host, MlgRecord *record)
{
  MlgReplaceWindow *self = g_object_new (MLG_TYPE_REPLACE_WINDOW, "application",
                                         gtk_window_get_application (GTK_WINDOW (host)),
                                         "transient-for", host, "destroy-with-parent", TRUE, NULL);
  g_autofree char *name = mlg_record_dup_name (record);

  self->host = host;
  self->record = g_object_ref (record);
  adw_window_title_set_subtitle (self->title, name);
  self->reading = mlg_live_read_new (mlg_host_get_store (host), NULL, find, found_free);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
