/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-compare-window.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-compose.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-draft.h"
#include "library/mlg-older-template.h"
#include "library/mlg-template-record.h"
#include "mlg-compared-row.h"
#include "mlg-library-commit.h"
#include "store/mlg-query.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-narrow-bin.h"
#include "widgets/mlg-spinner.h"

/* What differs, clause by clause and word by word, between two revisions of a template, or between a draft
 * and its template as it is now. */
struct _MlgCompareWindow
{
  AdwWindow parent_instance;
  MlgHost *host;        /* (unowned) the window in front */
  MlgRecord *record;    /* (owned) a template or a draft */
  MlgLiveRead *reading; /* (owned) (nullable) of Compared */
  GListStore *items;    /* (owned) of MlgComparedPassage */
  GArray *numbers;      /* (owned) of guint: the revisions to choose from, the latest first */
  gboolean filling;

  AdwWindowTitle *title;
  GtkWidget *choices;
  GtkDropDown *before_list;
  GtkDropDown *after_list;
  GtkButton *take_button;
  GtkLabel *summary_label;
  MlgNarrowBin *narrow_bin;
  GtkStack *states;
  GtkListView *list;
  AdwStatusPage *failed_page;
};

G_DEFINE_FINAL_TYPE (MlgCompareWindow, mlg_compare_window, ADW_TYPE_WINDOW)

#define MOST_REVISIONS 500

typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
  guint before; /* 0 for the one before the last */
  guint after;  /* 0 for the one of now */
} Asked;

typedef struct
{
  GPtrArray *passages; /* (owned) of MlgPassage */
  GArray *numbers;     /* (owned) of guint, the latest first */
  guint before;
  guint after;
} Compared;

static void
compared_free (gpointer data)
{
  Compared *compared = data;

  g_clear_pointer (&compared->passages, g_ptr_array_unref);
  g_clear_pointer (&compared->numbers, g_array_unref);
  g_free (compared);
}

static gpointer
copy_asked (gpointer data)
{
  return g_memdup2 (data, sizeof (Asked));
}

/* The revisions that were kept, each once, and the one of now. */
static gboolean
list_numbers (MlgConnection *db, gint64 id, Compared *compared, GError **error)
{
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_older_template_kind);
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  const char *const values[] = { value, NULL };
  g_autoptr (MlgQuery) own = mlg_query_with_values (all, MLG_OLDER_TEMPLATE_TEMPLATE, values);
  g_autoptr (MlgQuery) sorted = mlg_query_with_sort (own, MLG_OLDER_TEMPLATE_NUMBER, TRUE);
  g_autoptr (GPtrArray) older = mlg_query_load (sorted, db, MOST_REVISIONS, 0, error);
  g_autoptr (MlgTemplate) now = older != NULL ? mlg_compose_template (db, id, NULL, error) : NULL;
  guint number;

  if (now == NULL)
    return FALSE;
  compared->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  number = mlg_template_get_revision (now);
  g_array_append_val (compared->numbers, number);
  for (guint i = 0; i < older->len; i++)
    {
      guint one = (guint) mlg_record_get_integer (older->pdata[i], MLG_OLDER_TEMPLATE_NUMBER);

      if (one != number)
        g_array_append_val (compared->numbers, one);
      number = one;
    }
  return TRUE;
}

static gboolean
compare_revisions (MlgConnection *db, const Asked *asked, Compared *compared, GError **error)
{
  g_autoptr (MlgTemplate) before = NULL;
  g_autoptr (MlgTemplate) after = NULL;
  guint last;

  if (!list_numbers (db, asked->id, compared, error))
    return FALSE;
  last = MIN (1, compared->numbers->len - 1);
  compared->after = asked->after != 0 ? asked->after : g_array_index (compared->numbers, guint, 0);
  compared->before =
      asked->before != 0 ? asked->before : g_array_index (compared->numbers, guint, last);
  before = mlg_compose_older (db, asked->id, compared->before, NULL, error);
  after = before != NULL ? mlg_compose_older (db, asked->id, compared->after, NULL, error) : NULL;
  compared->passages = after != NULL ? mlg_template_compare (before, after) : NULL;
  return compared->passages != NULL;
}

static gpointer
compare (MlgConnection *db, gpointer data, GError **error)
{
  Asked *asked = data;
  Compared *compared = g_new0 (Compared, 1);
  gboolean done;

  if (asked->kind == &mlg_draft_kind)
    done = (compared->passages = mlg_draft_compare (db, asked->id, error)) != NULL;
  else
    done = compare_revisions (db, asked, compared, error);
  if (done)
    return compared;
  compared_free (compared);
  return NULL;
}

static gboolean
is_draft (MlgCompareWindow *self)
{
  return mlg_record_get_kind (self->record) == &mlg_draft_kind;
}

static guint
get_number (MlgCompareWindow *self, GtkDropDown *list)
{
  guint i = gtk_drop_down_get_selected (list);

  return i < self->numbers->len ? g_array_index (self->numbers, guint, i) : 0;
}

static void
ask (MlgCompareWindow *self)
{
  Asked asked = { mlg_record_get_kind (self->record), mlg_record_get_id (self->record),
                  get_number (self, self->before_list), get_number (self, self->after_list) };

  mlg_live_read_ask (self->reading, &asked, copy_asked, g_free);
}

static void
on_choice_changed (MlgCompareWindow *self)
{
  if (!self->filling && self->reading != NULL)
    ask (self);
}

static void
show_numbers (MlgCompareWindow *self, const Compared *compared)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->filling = TRUE;
  g_array_set_size (self->numbers, 0);
  g_array_append_vals (self->numbers, compared->numbers->data, compared->numbers->len);
  for (guint i = 0; i < self->numbers->len; i++)
    {
      /* Translators: the number of a revision. */
      g_autofree char *title =
          g_strdup_printf (_ ("Revision %u"), g_array_index (self->numbers, guint, i));

      gtk_string_list_append (titles, title);
    }
  gtk_drop_down_set_model (self->before_list, G_LIST_MODEL (titles));
  gtk_drop_down_set_model (self->after_list, G_LIST_MODEL (titles));
  for (guint i = 0; i < self->numbers->len; i++)
    {
      guint number = g_array_index (self->numbers, guint, i);

      if (number == compared->before)
        gtk_drop_down_set_selected (self->before_list, i);
      if (number == compared->after)
        gtk_drop_down_set_selected (self->after_list, i);
    }
  self->filling = FALSE;
}

/* What somebody chose stays chosen when the texts are compared again. */
static void
keep_choice (GListModel *before, MlgComparedPassage *passage)
{
  const char *key = mlg_compared_passage_get (passage)->key;
  guint n = g_list_model_get_n_items (before);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MlgComparedPassage) old = g_list_model_get_item (before, i);

      if (g_str_equal (mlg_compared_passage_get (old)->key, key))
        {
          mlg_compared_passage_set_taken (passage, mlg_compared_passage_is_taken (old));
          return;
        }
    }
}

static GPtrArray *
list_differing (MlgCompareWindow *self, GPtrArray *passages)
{
  GPtrArray *differing = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < passages->len; i++)
    {
      MlgComparedPassage *item;

      if (((MlgPassage *) passages->pdata[i])->fate == MLG_PASSAGE_SAME)
        continue;
      item = mlg_compared_passage_new (passages, i);
      keep_choice (G_LIST_MODEL (self->items), item);
      g_ptr_array_add (differing, item);
    }
  return differing;
}

static guint
count_conflicts (GPtrArray *differing)
{
  guint n = 0;

  for (guint i = 0; i < differing->len; i++)
    {
      const MlgPassage *passage = mlg_compared_passage_get (differing->pdata[i]);

      n += passage->mine && passage->theirs;
    }
  return n;
}

static char *
write_summary (MlgCompareWindow *self, GPtrArray *differing, guint all)
{
  guint n = differing->len;
  guint conflicts = is_draft (self) ? count_conflicts (differing) : 0;
  g_autofree char *summary = g_strdup_printf (
      ngettext ("%u passage differs, of %u", "%u passages differ, of %u", n), n, all);
  g_autofree char *both = g_strdup_printf (
      ngettext ("%u was changed on both sides", "%u were changed on both sides", conflicts),
      conflicts);

  return conflicts > 0 ? g_strdup_printf (_ ("%s; %s"), summary, both) : g_steal_pointer (&summary);
}

static void
show_passages (MlgCompareWindow *self, GPtrArray *passages)
{
  g_autoptr (GPtrArray) differing = list_differing (self, passages);
  g_autofree char *summary = write_summary (self, differing, passages->len);
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  g_list_store_splice (self->items, 0, before, differing->pdata, differing->len);
  gtk_label_set_text (self->summary_label, summary);
  gtk_stack_set_visible_child_name (self->states, differing->len > 0 ? "list" : "same");
  gtk_widget_set_visible (GTK_WIDGET (self->take_button), is_draft (self) && differing->len > 0);
}

static void
on_compared (MlgCompareWindow *self)
{
  Compared *compared = mlg_live_read_get_result (self->reading);
  const GError *error = mlg_live_read_get_error (self->reading);

  if (compared == NULL)
    {
      adw_status_page_set_description (self->failed_page, error != NULL ? error->message : "");
      gtk_stack_set_visible_child_name (self->states, error != NULL ? "failed" : "loading");
      return;
    }
  if (compared->numbers != NULL)
    show_numbers (self, compared);
  show_passages (self, compared->passages);
}

static gboolean
take_newer (MlgConnection *db, gint64 id, const char *text, gint64 number, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_auto (GStrv) kept = g_strsplit (text, "\n", -1);

  return mlg_draft_take_newer (db, id, (const char *const *) kept, issues, error);
}

static char *
list_kept (MlgCompareWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MlgComparedPassage) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!mlg_compared_passage_is_taken (item))
        g_string_append_printf (keys, "%s%s", keys->len > 0 ? "\n" : "",
                                mlg_compared_passage_get (item)->key);
    }
  return g_string_free (keys, FALSE);
}

static void
activate_take (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgCompareWindow *self = MLG_COMPARE_WINDOW (widget);
  g_autofree char *kept = list_kept (self);

  mlg_library_commit_deed (
      GTK_WIDGET (self->host), _ ("Take the newer revision"), take_newer,
      mlg_record_get_id (self->record), kept, 0,
      *kept == '\0' ? _ ("The draft has the newer text; its answers are kept")
                    : _ ("The draft has the passages that you chose; its answers are kept"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, MlgCompareWindow *self)
{
  gtk_list_item_set_child (item,
                           mlg_compared_row_new (G_OBJECT (self->narrow_bin), is_draft (self)));
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  mlg_compared_row_set_passage (MLG_COMPARED_ROW (gtk_list_item_get_child (item)),
                                gtk_list_item_get_item (item));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  mlg_compared_row_set_passage (MLG_COMPARED_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
mlg_compare_window_dispose (GObject *object)
{
  MlgCompareWindow *self = MLG_COMPARE_WINDOW (object);

  g_clear_object (&self->reading);
  g_clear_object (&self->record);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (mlg_compare_window_parent_class)->dispose (object);
}

static void
mlg_compare_window_finalize (GObject *object)
{
  g_array_unref (MLG_COMPARE_WINDOW (object)->numbers);
  G_OBJECT_CLASS (mlg_compare_window_parent_class)->finalize (object);
}

static void
mlg_compare_window_class_init (MlgCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_compare_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_compare_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-compare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgCompareWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MlgCompareWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, MlgCompareWindow, before_list);
  gtk_widget_class_bind_template_child (widget_class, MlgCompareWindow, after_list);
  gtk_widget_class_bind_template_child (widget_class, MlgCompareWindow, take_button);
  gtk_widget_class_bind_template_child (widget_class, MlgCompareWindow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MlgCompareWindow, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, MlgCompareWindow, states);
  gtk_widget_class_bind_template_child (widget_class, MlgCompareWindow, list);
  gtk_widget_class_bind_template_child (widget_class, MlgCompareWindow, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_install_action (widget_class, "compare.take", NULL, activate_take);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mlg_compare_window_init (MlgCompareWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) plain = NULL;

  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_list_store_new (MLG_TYPE_COMPARED_PASSAGE);
  g_type_ensure (MLG_TYPE_SPINNER);
  g_type_ensure (MLG_TYPE_NARROW_BIN);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  plain = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (plain));
}

/**
 * mlg_compare_window_new:
 * @host: the window in front
 * @record: (transfer none): a template, of which two revisions are compared, or a draft, which is compared
 *   with its template as it is now
 *
 * Returns: (transfer none): a window, which GTK owns
 */
GtkWidget *
mlg_compare_window_new (MlgHost *host, MlgRecord *record)
{
  MlgCompareWindow *self = g_object_new (MLG_TYPE_COMPARE_WINDOW, "application",
                                         gtk_window_get_application (GTK_WINDOW (host)),
                                         "transient-for", host, "destroy-with-parent", TRUE, NULL);
  g_autofree char *name = mlg_record_dup_name (record);
  int width, height;

  self->host = host;
  self->record = g_object_ref (record);
  adw_window_title_set_subtitle (self->title, name);
  gtk_widget_set_visible (self->choices, !is_draft (self));
  self->reading = mlg_live_read_new (mlg_host_get_store (host), NULL, compare, compared_free);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_compared), self,
                           G_CONNECT_SWAPPED);
  ask (self);
  /* No wider than the window in front of which it opens. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               MIN (width, gtk_widget_get_width (GTK_WIDGET (host))), height);
  return GTK_WIDGET (self);
}
