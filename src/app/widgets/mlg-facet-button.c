/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-facet-button.h"

#include <glib/gi18n-lib.h>

#include "mlg-live-read.h"
#include "mlg-spinner.h"

/* A button with the values that a list can be narrowed down to and how many records each would leave:
 * any number of them. The values are counted when the person looks. */
struct _MlgFacetButton
{
  GtkWidget parent_instance;
  const MlgFacetKind *kind; /* (unowned) static */
  MlgLiveRead *reading;     /* (owned) */
  MlgQuery *query;          /* (owned) (nullable) what the list shows */
  GHashTable *chosen;       /* (owned) value → title; "" for none */
  gboolean filled;          /* the rows were made since the person looks */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkListBox *list;
  GtkStack *states;
};

G_DEFINE_FINAL_TYPE (MlgFacetButton, mlg_facet_button, GTK_TYPE_WIDGET)

static guint changed_signal;

/* What is asked in the reader's thread. */
typedef struct
{
  const MlgFacetKind *kind; /* (unowned) static */
  MlgQuery *query;          /* (owned) */
} Question;

static gpointer
question_copy (gpointer data)
{
  Question *copy = g_memdup2 (data, sizeof (Question));

  mlg_query_ref (copy->query);
  return copy;
}

static void
question_free (gpointer data)
{
  mlg_query_unref (((Question *) data)->query);
  g_free (data);
}

static const char *
get_value (const MlgFacet *facet)
{
  return facet->value != NULL ? facet->value : "";
}

static const char *
get_title (const MlgFacet *facet)
{
  if (facet->value == NULL || *facet->value == '\0')
    return C_ ("facet", "Not stated");
  return facet->title != NULL ? facet->title : facet->value;
}

static void
update_label (MlgFacetButton *self)
{
  guint n = g_hash_table_size (self->chosen);
  g_autofree char *label = NULL;

  /* Translators: a button: what a list is narrowed down by, and how many values are chosen. */
  label = n == 0 ? g_strdup (_ (self->kind->title))
                 : g_strdup_printf (C_ ("facet", "%s (%'u)"), _ (self->kind->title), n);
  gtk_menu_button_set_label (self->button, label);
}

static void
on_check_toggled (GtkCheckButton *check, MlgFacetButton *self)
{
  const char *value = gtk_widget_get_name (GTK_WIDGET (check));
  const MlgFacet *facet = NULL;
  GPtrArray *facets = mlg_live_read_get_result (self->reading);

  if (facets == NULL)
    return;
  for (guint i = 0; i < facets->len; i++)
    if (g_str_equal (get_value (facets->pdata[i]), value))
      facet = facets->pdata[i];
  if (facet == NULL)
    return;
  if (gtk_check_button_get_active (check))
    g_hash_table_insert (self->chosen, g_strdup (value), g_strdup (get_title (facet)));
  else
    g_hash_table_remove (self->chosen, value);
  update_label (self);
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
make_row (MlgFacetButton *self, const MlgFacet *facet)
{
  g_autofree char *count = g_strdup_printf ("%'u", facet->n);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new_with_label (get_title (facet));
  GtkWidget *label = gtk_label_new (count);

  /* The value is the check's name: a row of its own class would hold nothing else. */
  gtk_widget_set_name (check, get_value (facet));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_hash_table_contains (self->chosen, get_value (facet)));
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  label, NULL, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled), self, 0);
  return box;
}

static void
append_row (MlgFacetButton *self, const MlgFacet *facet)
{
  gtk_list_box_append (self->list, make_row (self, facet));
  gtk_widget_set_focusable (GTK_WIDGET (gtk_widget_get_last_child (GTK_WIDGET (self->list))),
                            FALSE);
}

/* The values that were chosen are always there, even when no record has them any more. */
static void
append_missing (MlgFacetButton *self, GPtrArray *facets)
{
  GHashTableIter iterator;
  gpointer value, title;

  g_hash_table_iter_init (&iterator, self->chosen);
  while (g_hash_table_iter_next (&iterator, &value, &title))
    {
      gboolean there = FALSE;

      for (guint i = 0; i < facets->len && !there; i++)
        there = g_str_equal (get_value (facets->pdata[i]), value);
      if (!there)
        append_row (self, &(MlgFacet){ .value = value, .title = title });
    }
}

static void
fill (MlgFacetButton *self, GPtrArray *facets)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < facets->len; i++)
    append_row (self, facets->pdata[i]);
  append_missing (self, facets);
  gtk_stack_set_visible_child_name (
      self->states,
      gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL ? "list" : "empty");
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/* While the person ticks, rows stay where they are, under the pointer; only the counts change. */
static void
update_counts (MlgFacetButton *self, GPtrArray *facets)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
      const char *value = gtk_widget_get_name (gtk_widget_get_first_child (box));
      g_autofree char *count = NULL;
      guint n = 0;

      for (guint i = 0; i < facets->len; i++)
        if (g_str_equal (get_value (facets->pdata[i]), value))
          n = ((MlgFacet *) facets->pdata[i])->n;
      count = g_strdup_printf ("%'u", n);
      gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), count);
    }
}

static void
on_read (MlgFacetButton *self)
{
  GPtrArray *facets = mlg_live_read_get_result (self->reading);

  if (facets == NULL)
    return;
  if (self->filled)
    update_counts (self, facets);
  else
    fill (self, facets);
  self->filled = TRUE;
}

static void
count_values (MlgFacetButton *self)
{
  Question question = { self->kind, self->query };

  if (self->query != NULL)
    mlg_live_read_ask (self->reading, &question, question_copy, question_free);
}

static void
on_popover_shown (MlgFacetButton *self)
{
  self->filled = FALSE;
  count_values (self);
}

static void
on_popover_closed (MlgFacetButton *self)
{
  mlg_live_read_ask (self->reading, NULL, NULL, NULL);
}

static void
mlg_facet_button_dispose (GObject *object)
{
  MlgFacetButton *self = MLG_FACET_BUTTON (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (mlg_facet_button_parent_class)->dispose (object);
}

static void
mlg_facet_button_finalize (GObject *object)
{
  MlgFacetButton *self = MLG_FACET_BUTTON (object);

  g_hash_table_unref (self->chosen);
  g_clear_pointer (&self->query, mlg_query_unref);
  G_OBJECT_CLASS (mlg_facet_button_parent_class)->finalize (object);
}

static void
mlg_facet_button_class_init (MlgFacetButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mlg_facet_button_dispose;
  object_class->finalize = mlg_facet_button_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (MLG_TYPE_SPINNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/widgets/mlg-facet-button.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgFacetButton, button);
  gtk_widget_class_bind_template_child (widget_class, MlgFacetButton, popover);
  gtk_widget_class_bind_template_child (widget_class, MlgFacetButton, list);
  gtk_widget_class_bind_template_child (widget_class, MlgFacetButton, states);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_closed);

  /**
   * MlgFacetButton::changed:
   *
   * The person has chosen other values.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_FACET_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_facet_button_init (MlgFacetButton *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gpointer
read_facets (MlgConnection *db, gpointer data, GError **error)
{
  const Question *question = data;

  return question->kind->read (question->query, db, error);
}

/**
 * mlg_facet_button_new:
 * @kind: static
 * @store: (transfer none): where the values are
 *
 * Returns: (transfer floating): a button with nothing chosen
 */
GtkWidget *
mlg_facet_button_new (const MlgFacetKind *kind, MlgStore *store)
{
  MlgFacetButton *self = g_object_new (MLG_TYPE_FACET_BUTTON, NULL);

  self->kind = kind;
  self->reading =
      mlg_live_read_new (store, kind->kinds, read_facets, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  update_label (self);
  return GTK_WIDGET (self);
}

/**
 * mlg_facet_button_get_kind:
 */
const MlgFacetKind *
mlg_facet_button_get_kind (MlgFacetButton *self)
{
  g_return_val_if_fail (MLG_IS_FACET_BUTTON (self), NULL);
  return self->kind;
}

/**
 * mlg_facet_button_set_query:
 * @query: (transfer none): what the list shows, of which the values are counted
 */
void
mlg_facet_button_set_query (MlgFacetButton *self, MlgQuery *query)
{
  MlgQuery *old = self->query;

  g_return_if_fail (MLG_IS_FACET_BUTTON (self));

  self->query = mlg_query_ref (query);
  if (old != NULL)
    mlg_query_unref (old);
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    count_values (self);
}

/**
 * mlg_facet_button_get_values:
 *
 * Returns: (transfer full): the values that are chosen, "" for none
 */
GStrv
mlg_facet_button_get_values (MlgFacetButton *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iterator;
  gpointer value;

  g_return_val_if_fail (MLG_IS_FACET_BUTTON (self), NULL);

  g_hash_table_iter_init (&iterator, self->chosen);
  while (g_hash_table_iter_next (&iterator, &value, NULL))
    g_strv_builder_add (builder, value);
  return g_strv_builder_end (builder);
}

/**
 * mlg_facet_button_get_title:
 * @value: one of the values that are chosen
 *
 * Returns: (nullable): how people read it
 */
const char *
mlg_facet_button_get_title (MlgFacetButton *self, const char *value)
{
  g_return_val_if_fail (MLG_IS_FACET_BUTTON (self), NULL);
  return g_hash_table_lookup (self->chosen, value);
}

/**
 * mlg_facet_button_choose:
 * @value: a value, "" for none
 * @title: (nullable): what people read of it
 *
 * Chooses a value, without telling it by #MlgFacetButton::changed.
 */
void
mlg_facet_button_choose (MlgFacetButton *self, const char *value, const char *title)
{
  const MlgFacet facet = { .value = (char *) value, .title = (char *) title };

  g_return_if_fail (MLG_IS_FACET_BUTTON (self));
  g_return_if_fail (value != NULL);

  g_hash_table_insert (self->chosen, g_strdup (value), g_strdup (get_title (&facet)));
  update_label (self);
}

/**
 * mlg_facet_button_remove:
 * @value: (nullable): a value that is chosen; %NULL for all of them
 *
 * Does not choose it any more, without telling it by #MlgFacetButton::changed.
 */
void
mlg_facet_button_remove (MlgFacetButton *self, const char *value)
{
  g_return_if_fail (MLG_IS_FACET_BUTTON (self));

  if (value != NULL)
    g_hash_table_remove (self->chosen, value);
  else
    g_hash_table_remove_all (self->chosen);
  update_label (self);
}
