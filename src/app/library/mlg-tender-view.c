/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tender-view.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-compose.h"
#include "library/mlg-draft-edit.h"
#include "library/mlg-draft.h"
#include "library/mlg-reading.h"
#include "library/mlg-shipped-tender.h"
#include "library/mlg-template-record.h"
#include "mlg-library-commit.h"
#include "mlg-tender-view-private.h"

/* See the private header; the actions are in mlg-tender-view-actions.c. */
G_DEFINE_FINAL_TYPE (MlgTenderView, mlg_tender_view, GTK_TYPE_WIDGET)

static guint changed_signal;

/* What is read in the reader's thread. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
} Asked;

typedef struct
{
  gint64 id;
  GPtrArray *items;     /* (owned) of MlgReadingItem */
  MlgAnswers *answers;  /* (owned) (nullable) of a draft */
  GPtrArray *questions; /* (owned) (nullable) of MlgDraftQuestion, of a draft */
  guint newer;          /* the revision of the template, when it is not that of the draft */
} Read;

static void
read_free (gpointer data)
{
  Read *read = data;

  g_clear_pointer (&read->items, g_ptr_array_unref);
  g_clear_pointer (&read->questions, g_ptr_array_unref);
  g_clear_object (&read->answers);
  g_free (read);
}

static gboolean
read_draft (MlgConnection *db, Read *read, GError **error)
{
  read->answers = mlg_draft_read (db, read->id, NULL, error);
  if (read->answers == NULL || !mlg_draft_find_newer (db, read->id, &read->newer, error))
    return FALSE;
  read->questions = mlg_draft_questions_new (read->answers, error);
  if (read->questions == NULL)
    return FALSE;
  read->items = mlg_reading_new (mlg_answers_get_template (read->answers), read->answers, error);
  return read->items != NULL;
}

static gboolean
read_template (MlgConnection *db, Read *read, GError **error)
{
  g_autoptr (MlgTemplate) template = mlg_compose_template (db, read->id, NULL, error);

  read->items = template != NULL ? mlg_reading_new (template, NULL, error) : NULL;
  return read->items != NULL;
}

static gpointer
read_tender (MlgConnection *db, gpointer data, GError **error)
{
  Asked *asked = data;
  Read *read = g_new0 (Read, 1);

  read->id = asked->id;
  if (asked->kind == &mlg_draft_kind ? read_draft (db, read, error)
                                     : read_template (db, read, error))
    return read;
  read_free (read);
  return NULL;
}

static gpointer
read_owning (MlgConnection *db, gpointer id, GError **error)
{
  gboolean changed = FALSE;

  return mlg_shipped_tender_is_changed (db, *(gint64 *) id, &changed, error)
             ? g_memdup2 (&changed, sizeof changed)
             : NULL;
}

static gpointer
copy_asked (gpointer data)
{
  return g_memdup2 (data, sizeof (Asked));
}

gboolean
mlg_tender_view_is_draft (MlgTenderView *self)
{
  return self->kind == &mlg_draft_kind;
}

static void
show_newer (MlgTenderView *self, guint newer)
{
  /* Translators: %u is the number of a revision. */
  g_autofree char *text = g_strdup_printf (_ ("The template has another revision now: %u"), newer);

  gtk_label_set_text (self->newer_label, text);
  gtk_widget_set_visible (self->newer_bar, newer != 0);
}

/* The part that is chosen, one of the reading that is shown. */
static void
inspect (MlgTenderView *self)
{
  Read *read = mlg_live_read_get_result (self->reading);
  const MlgReadingItem *chosen = read != NULL ? mlg_tender_text_get_chosen (self->text) : NULL;
  gboolean known = chosen != NULL && g_ptr_array_find (read->items, chosen, NULL);

  mlg_tender_inspector_show (self->inspector, self->kind, read != NULL ? read->id : 0,
                             known ? read->items : NULL, known ? chosen : NULL);
}

static void
on_read (MlgTenderView *self)
{
  Read *read = mlg_live_read_get_result (self->reading);
  const GError *error = mlg_live_read_get_error (self->reading);
  gboolean anew = read == NULL || read->id != self->read_id;

  if (read == NULL && error == NULL)
    return;
  gtk_stack_set_visible_child_name (self->states, read != NULL ? "text" : "failed");
  if (read == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      return;
    }
  self->read_id = read->id;
  mlg_tender_text_set_reading (self->text, read->items, anew);
  inspect (self);
  if (read->answers != NULL)
    mlg_draft_form_set_answers (self->form, read->id, read->answers, read->questions);
  show_newer (self, read->newer);
}

static void
on_owning (MlgTenderView *self)
{
  gboolean *changed = mlg_live_read_get_result (self->owning);

  gtk_widget_set_visible (self->own_bar, changed != NULL && *changed);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
write_about (MlgTenderView *self)
{
  g_autofree char *checked =
      mlg_tender_view_is_draft (self)
          ? NULL
          : mlg_record_dup_display (self->followed, MLG_TEMPLATE_RECORD_CHECKED_ON);
  g_autofree char *reliability =
      mlg_tender_view_is_draft (self)
          ? NULL
          : mlg_record_dup_display (self->followed, MLG_TEMPLATE_RECORD_RELIABILITY);

  if (mlg_tender_view_is_draft (self))
    return mlg_record_dup_display (self->followed, MLG_DRAFT_STATE);
  if (checked == NULL || *checked == '\0')
    return g_steal_pointer (&reliability);
  /* Translators: how reliable a template is, and the day on which it was last checked. */
  return g_strdup_printf (_ ("%s · checked against the law on %s"), reliability, checked);
}

static void
show_heading (MlgTenderView *self)
{
  g_autofree char *name = mlg_record_dup_name (self->followed);
  g_autofree char *about = write_about (self);

  set_text (self->name_label, name);
  set_text (self->about_label, about);
  g_signal_emit (self, changed_signal, 0);
}

static void
unfollow (MlgTenderView *self)
{
  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, show_heading, self);
  g_clear_object (&self->followed);
}

static void
ask_text (MlgTenderView *self, gint64 id)
{
  Asked asked = { self->kind, id };

  mlg_live_read_ask (self->reading, id != 0 ? &asked : NULL, copy_asked, g_free);
}

static void
show_record (MlgTenderView *self, MlgRecord *record)
{
  gint64 id = record != NULL ? mlg_record_get_id (record) : 0;

  unfollow (self);
  self->followed = record != NULL ? g_object_ref (record) : NULL;
  mlg_field_form_set_record (
      mlg_tender_view_is_draft (self) ? self->draft_form : self->template_form, record);
  gtk_widget_set_visible (self->draft_groups, mlg_tender_view_is_draft (self));
  gtk_widget_set_visible (self->template_groups, !mlg_tender_view_is_draft (self));
  adw_view_stack_page_set_visible (self->questions_page, mlg_tender_view_is_draft (self));
  mlg_record_history_set_record (self->history, self->store, self->kind, id);
  if (record == NULL)
    {
      g_signal_emit (self, changed_signal, 0);
      return;
    }
  g_signal_connect_object (record, "notify", G_CALLBACK (show_heading), self, G_CONNECT_SWAPPED);
  show_heading (self);
}

static void
on_template_changed (MlgTenderView *self)
{
  if (!mlg_tender_view_is_draft (self))
    show_record (self, mlg_live_record_get (self->template_live));
}

static void
on_draft_changed (MlgTenderView *self)
{
  if (mlg_tender_view_is_draft (self))
    show_record (self, mlg_live_record_get (self->draft_live));
}

static void
on_typed (MlgTenderView *self, const char *field, const char *text)
{
  mlg_check_pane_try_answer (self->check, field, text);
}

static void
move (AdwBin *from, AdwBin *to)
{
  GtkWidget *child = adw_bin_get_child (from);

  if (child == NULL)
    return;
  g_object_ref (child);
  adw_bin_set_child (from, NULL);
  adw_bin_set_child (to, child);
  g_object_unref (child);
}

static void
on_check_done (MlgTenderView *self)
{
  mlg_tender_inspector_show_checks (self->inspector, mlg_check_pane_get_results (self->check));
}

static void
on_narrow_changed (MlgTenderView *self)
{
  gboolean narrow = mlg_narrow_bin_is_narrow (self->narrow_bin);

  const char *shown = adw_view_stack_get_visible_child_name (self->tabs);

  move (narrow ? self->side_check : self->check_slot, narrow ? self->check_slot : self->side_check);
  move (narrow ? self->side_inspector : self->inspector_slot,
        narrow ? self->inspector_slot : self->side_inspector);
  gtk_widget_set_visible (self->side, !narrow);
  adw_view_stack_page_set_visible (self->check_page, narrow);
  adw_view_stack_page_set_visible (self->inspector_page, narrow);
  if (!narrow && (g_strcmp0 (shown, "check") == 0 || g_strcmp0 (shown, "inspector") == 0))
    adw_view_stack_set_visible_child_name (self->tabs, "text");
}

static void
mlg_tender_view_dispose (GObject *object)
{
  MlgTenderView *self = MLG_TENDER_VIEW (object);
  GtkWidget *child;

  unfollow (self);
  g_clear_pointer (&self->asked, mlg_outline_deed_free);
  g_clear_object (&self->template_live);
  g_clear_object (&self->draft_live);
  g_clear_object (&self->reading);
  g_clear_object (&self->owning);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->template_form);
  g_clear_object (&self->draft_form);
  G_OBJECT_CLASS (mlg_tender_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-tender-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, name_label);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, about_label);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, own_bar);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, newer_bar);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, newer_label);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, tabs);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, questions_page);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, check_page);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, form);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, text);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, check_slot);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, inspector_page);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, inspector_slot);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, side);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, side_tabs);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, side_check);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, side_inspector);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, inspector);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, check);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, states);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, failed_page);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, template_groups);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, draft_groups);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderView, history);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, inspect);
  gtk_widget_class_bind_template_callback (widget_class, on_check_done);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
}

static void
mlg_tender_view_class_init (MlgTenderViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_tender_view_dispose;
  g_type_ensure (MLG_TYPE_NARROW_BIN);
  g_type_ensure (MLG_TYPE_DRAFT_FORM);
  g_type_ensure (MLG_TYPE_TENDER_TEXT);
  g_type_ensure (MLG_TYPE_CHECK_PANE);
  g_type_ensure (MLG_TYPE_TENDER_INSPECTOR);
  g_type_ensure (MLG_TYPE_FIELD_ROW);
  g_type_ensure (MLG_TYPE_RECORD_HISTORY);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  mlg_tender_view_install_actions (widget_class);
  mlg_tender_view_install_outline_actions (widget_class);

  /**
   * MlgTenderView::changed:
   *
   * It is another template or draft, or none any more, or it says something else.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_TENDER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_tender_view_init (MlgTenderView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_tender_view_set_store:
 * @store: (transfer none): where the records are; it must outlive the view
 *
 * To be called once.
 */
void
mlg_tender_view_set_store (MlgTenderView *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_TENDER_VIEW (self));

  self->store = store;
  self->template_form = mlg_field_form_new (self->template_groups, store);
  self->draft_form = mlg_field_form_new (self->draft_groups, store);
  mlg_library_commit_rows (self->template_groups);
  mlg_library_commit_rows (self->draft_groups);
  mlg_check_pane_set_store (self->check, store);
  mlg_tender_inspector_set_store (self->inspector, store);
  on_narrow_changed (self);
  self->template_live = mlg_live_record_new (store, &mlg_template_record_kind);
  self->draft_live = mlg_live_record_new (store, &mlg_draft_kind);
  /* A template is made of pieces, uses and clauses: it follows all that changes. */
  self->reading = mlg_live_read_new (store, NULL, read_tender, read_free);
  g_signal_connect_object (self->template_live, "changed", G_CALLBACK (on_template_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft_live, "changed", G_CALLBACK (on_draft_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  self->owning = mlg_live_read_new (store, NULL, read_owning, g_free);
  g_signal_connect_object (self->owning, "done", G_CALLBACK (on_owning), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_tender_view_set_record:
 * @kind: of templates or of drafts
 * @id: what is shown; 0 for none
 */
void
mlg_tender_view_set_record (MlgTenderView *self, const MlgKind *kind, gint64 id)
{
  g_return_if_fail (MLG_IS_TENDER_VIEW (self));

  if (self->kind != kind)
    {
      self->kind = kind;
      adw_view_stack_page_set_visible (self->questions_page, mlg_tender_view_is_draft (self));
      adw_view_stack_set_visible_child_name (
          self->tabs, mlg_tender_view_is_draft (self) ? "questions" : "text");
      unfollow (self);
    }
  mlg_live_record_set_id (self->template_live, mlg_tender_view_is_draft (self) ? 0 : id);
  mlg_live_record_set_id (self->draft_live, mlg_tender_view_is_draft (self) ? id : 0);
  ask_text (self, id);
  mlg_live_read_ask_id (self->owning, mlg_tender_view_is_draft (self) ? 0 : id);
  mlg_check_pane_set_record (self->check, kind, id);
}

/**
 * mlg_tender_view_get_record:
 *
 * Returns: (transfer none) (nullable): the template or draft that is shown
 */
MlgRecord *
mlg_tender_view_get_record (MlgTenderView *self)
{
  g_return_val_if_fail (MLG_IS_TENDER_VIEW (self), NULL);
  return self->followed;
}

/**
 * mlg_tender_view_get_tabs:
 *
 * Returns: (transfer none): the tabs "questions", "text", "check", "inspector" and "about", for a switcher
 */
AdwViewStack *
mlg_tender_view_get_tabs (MlgTenderView *self)
{
  g_return_val_if_fail (MLG_IS_TENDER_VIEW (self), NULL);
  return self->tabs;
}

/**
 * mlg_tender_view_dup_check:
 *
 * Returns: (transfer full) (nullable): the check that is shown
 */
MlgCheckWork *
mlg_tender_view_dup_check (MlgTenderView *self)
{
  g_return_val_if_fail (MLG_IS_TENDER_VIEW (self), NULL);
  return mlg_check_pane_dup_work (self->check);
}

/* Where there is room beside the text, else in a tab of its own. */
void
mlg_tender_view_show_inspector (MlgTenderView *self)
{
  gboolean narrow = mlg_narrow_bin_is_narrow (self->narrow_bin);

  adw_view_stack_set_visible_child_name (narrow ? self->tabs : self->side_tabs, "inspector");
}

/* As the inspector: beside the text, or in a tab of its own. */
void
mlg_tender_view_show_check (MlgTenderView *self)
{
  gboolean narrow = mlg_narrow_bin_is_narrow (self->narrow_bin);

  adw_view_stack_set_visible_child_name (narrow ? self->tabs : self->side_tabs, "check");
}
