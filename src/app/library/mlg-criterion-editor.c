/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-criterion-editor.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-tender-store.h"
#include "mlg-head-row-editor.h"
#include "template/mlg-template-error.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"

/* One award criterion of a text, changed where it is read: its weight, what is asked, how it is judged. It is one
 * action when it is saved. */
struct _MlgCriterionEditor
{
  GtkWidget parent_instance;
  MlgLiveRead *reading; /* (owned) (nullable) of GPtrArray of MlgHeadRow */
  const MlgKind *kind;  /* (unowned) (nullable) static */
  gint64 id;            /* 0 for nothing */
  guint position;       /* of the criterion among all of them, from 1 */
  char *title;          /* (owned) (nullable) of the criterion as it is in the file */
  gboolean changed;

  AdwPreferencesGroup *group; /* (owned by the widget tree) */
  GtkWidget *row;             /* (owned by the widget tree) (nullable) */
  GtkLabel *weights_label;    /* (owned by the widget tree) */
  GtkWidget *save_button;     /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (MlgCriterionEditor, mlg_criterion_editor, GTK_TYPE_WIDGET)

/* A text whose criteria are read, or in which one is written. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
  guint position;
  char *title;     /* (owned) (nullable) */
  MlgHeadRow *row; /* (owned) (nullable) */
} Work;

static Work *
work_copy (const Work *work)
{
  Work *copy = g_memdup2 (work, sizeof *work);

  copy->title = g_strdup (work->title);
  copy->row = work->row != NULL ? mlg_head_row_copy (work->row) : NULL;
  return copy;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->title);
  g_clear_pointer (&work->row, mlg_head_row_free);
  g_free (work);
}

static gpointer
read_criteria (MlgConnection *db, gpointer data, GError **error)
{
  const Work *work = data;
  g_autoptr (MlgTemplate) text = mlg_tender_read (db, work->kind, work->id, error);

  return text != NULL ? mlg_tender_head_list (text, MLG_HEAD_CRITERIA) : NULL;
}

static gboolean
replace (GPtrArray *rows, const Work *work, GError **error)
{
  MlgHeadRow *before = work->position <= rows->len ? rows->pdata[work->position - 1] : NULL;

  if (before == NULL || g_strcmp0 (before->values[MLG_HEAD_TITLE], work->title) != 0)
    {
      g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_UNKNOWN,
                   _ ("“%s” is not there any more: the text has changed meanwhile"), work->title);
      return FALSE;
    }
  rows->pdata[work->position - 1] = mlg_head_row_copy (work->row);
  mlg_head_row_free (before);
  return TRUE;
}

static gboolean
write_criterion (MlgConnection *db, gpointer data, GError **error)
{
  const Work *work = data;
  g_autoptr (MlgTemplate) text = mlg_tender_read (db, work->kind, work->id, error);
  g_autoptr (GPtrArray) rows = text != NULL ? mlg_tender_head_list (text, MLG_HEAD_CRITERIA) : NULL;
  g_autoptr (MlgTemplate) changed =
      rows != NULL && replace (rows, work, error)
          ? mlg_tender_head_write (text, MLG_HEAD_CRITERIA, rows, error)
          : NULL;

  return changed != NULL
         && mlg_tender_store (db, work->kind, work->id, changed, _ ("Questions, criteria and lots"),
                              error);
}

static void
set_changed (MlgCriterionEditor *self, gboolean changed)
{
  self->changed = changed;
  gtk_widget_set_sensitive (self->save_button, changed);
}

/* What the weights would add up to with what is written. */
static void
show_weights (MlgCriterionEditor *self)
{
  GPtrArray *read = mlg_live_read_get_result (self->reading);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; read != NULL && i < read->len; i++)
    g_ptr_array_add (rows, i + 1 == self->position && self->row != NULL ? (
                               gpointer) mlg_head_row_editor_get (MLG_HEAD_ROW_EDITOR (self->row))
                                                                        : read->pdata[i]);
  text = mlg_tender_head_tell_weights (rows);
  gtk_label_set_text (self->weights_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->weights_label), text != NULL);
}

static void
on_changed (MlgCriterionEditor *self)
{
  set_changed (self, TRUE);
  show_weights (self);
}

static void
clear (MlgCriterionEditor *self)
{
  if (self->row != NULL)
    adw_preferences_group_remove (self->group, self->row);
  self->row = NULL;
  set_changed (self, FALSE);
}

static void
on_read (MlgCriterionEditor *self)
{
  GPtrArray *rows = mlg_live_read_get_result (self->reading);
  const MlgHeadRow *row = rows != NULL && self->position > 0 && self->position <= rows->len
                              ? rows->pdata[self->position - 1]
                              : NULL;

  /* What is being written stays. */
  if (row != NULL && self->changed && g_strcmp0 (self->title, row->values[MLG_HEAD_TITLE]) == 0)
    return;
  clear (self);
  g_clear_pointer (&self->title, g_free);
  if (row == NULL)
    return;
  self->title = g_strdup (row->values[MLG_HEAD_TITLE]);
  self->row = mlg_head_row_editor_new_alone (MLG_HEAD_CRITERIA, row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->row), TRUE);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, self->row);
  show_weights (self);
}

static void
on_save (MlgCriterionEditor *self)
{
  Work work = { self->kind, self->id, self->position, self->title, NULL };
  /* Translators: an action; %s is the title of a criterion. */
  g_autofree char *action = g_strdup_printf (_ ("Change “%s”"), self->title);
  Work *writing;

  if (self->row == NULL)
    return;
  writing = work_copy (&work);
  writing->row = mlg_head_row_copy (mlg_head_row_editor_get (MLG_HEAD_ROW_EDITOR (self->row)));
  set_changed (self, FALSE);
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), action, write_criterion, writing, work_free,
                _ ("Criterion saved"));
}

static void
mlg_criterion_editor_dispose (GObject *object)
{
  MlgCriterionEditor *self = MLG_CRITERION_EDITOR (object);
  GtkWidget *child;

  g_clear_object (&self->reading);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_criterion_editor_parent_class)->dispose (object);
}

static void
mlg_criterion_editor_finalize (GObject *object)
{
  g_free (MLG_CRITERION_EDITOR (object)->title);
  G_OBJECT_CLASS (mlg_criterion_editor_parent_class)->finalize (object);
}

static void
mlg_criterion_editor_class_init (MlgCriterionEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_criterion_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_criterion_editor_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
mlg_criterion_editor_init (MlgCriterionEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
  self->weights_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->weights_label, 0);
  gtk_label_set_wrap (self->weights_label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->weights_label), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->weights_label), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->weights_label), GTK_WIDGET (self));
  self->save_button = gtk_button_new_with_mnemonic (_ ("_Save the Criterion"));
  gtk_widget_set_halign (self->save_button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (on_save), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->save_button, GTK_WIDGET (self));
}

/**
 * mlg_criterion_editor_set_store:
 * @store: (transfer none): where the records are
 *
 * To be called once.
 */
void
mlg_criterion_editor_set_store (MlgCriterionEditor *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_CRITERION_EDITOR (self));

  self->reading =
      mlg_live_read_new (store, NULL, read_criteria, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
}

static guint
find_position (GPtrArray *reading, const MlgReadingItem *item)
{
  guint position = 0;

  for (guint i = 0; i < reading->len; i++)
    {
      position += ((MlgReadingItem *) reading->pdata[i])->kind == MLG_READING_CRITERION;
      if (reading->pdata[i] == item)
        break;
    }
  return position;
}

/**
 * mlg_criterion_editor_show:
 * @kind: of templates or of drafts
 * @id: the template or draft; 0 for none
 * @reading: (nullable) (element-type MlgReadingItem): its text
 * @item: (nullable): the criterion, one of @reading
 */
void
mlg_criterion_editor_show (MlgCriterionEditor *self,
                           const MlgKind *kind,
                           gint64 id,
                           GPtrArray *reading,
                           const MlgReadingItem *item)
{
  guint position = id != 0 && item != NULL ? find_position (reading, item) : 0;
  Work work = { kind, id, 0, NULL, NULL };

  g_return_if_fail (MLG_IS_CRITERION_EDITOR (self));

  if (self->id == id && self->position == position)
    return;
  clear (self);
  self->kind = kind;
  self->id = id;
  self->position = position;
  mlg_live_read_ask (self->reading, position > 0 ? &work : NULL, (GBoxedCopyFunc) work_copy,
                     work_free);
}
