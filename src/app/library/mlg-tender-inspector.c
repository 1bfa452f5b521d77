/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tender-inspector.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "library/mlg-clause-place.h"
#include "library/mlg-piece.h"
#include "library/mlg-template-record.h"
#include "mlg-clause-details.h"
#include "mlg-criterion-editor.h"
#include "mlg-passage-more.h"
#include "template/mlg-check.h"
#include "widgets/mlg-lazy-bin.h"
#include "widgets/mlg-live-read.h"

/* What is known of the part of a text that is chosen, to be changed where it is read: what it is, its condition and
 * what the check says of it; of a clause of the library all that the library knows; of a criterion its weight and
 * how it is judged. */
struct _MlgTenderInspector
{
  GtkWidget parent_instance;
  MlgStore *store;            /* (unowned) (nullable) it outlives the inspector */
  const MlgKind *kind;        /* (unowned) (nullable) static: of templates or of drafts */
  gint64 id;                  /* of what the part belongs to */
  GPtrArray *reading;         /* (owned) (nullable) of MlgReadingItem */
  const MlgReadingItem *item; /* (unowned) (nullable) one of them */
  GPtrArray *results;         /* (owned) (nullable) of MlgCheckResult */
  MlgLiveRead *finding;       /* (owned) (nullable) the clause of the library */
  GPtrArray *rows;            /* (owned) of GtkWidget (owned by the widget tree), of the check */

  GtkWidget *about; /* (owned) */
  GtkStack *states;
  AdwBin *part_bin;
  MlgLazyBin *clause;
  GtkLabel *kind_label;
  GtkLabel *name_label;
  GtkWidget *place_group;
  AdwActionRow *title_row;
  AdwActionRow *role_row;
  AdwActionRow *holds_row;
  AdwActionRow *condition_row;
  MlgCriterionEditor *criterion;
  GtkLabel *more_label;
  AdwPreferencesGroup *checks_group;
};

G_DEFINE_FINAL_TYPE (MlgTenderInspector, mlg_tender_inspector, GTK_TYPE_WIDGET)

/* Whether @next, which stands after @item, is no more inside it. */
static gboolean
is_outside (const MlgReadingItem *item, const MlgReadingItem *next)
{
  switch (item->kind)
    {
    case MLG_READING_PIECE:
      return next->kind == MLG_READING_PIECE;
    case MLG_READING_HEADING:
      return next->kind == MLG_READING_PIECE || next->level < item->level
             || (next->kind == MLG_READING_HEADING && next->level == item->level);
    case MLG_READING_CRITERION:
      return next->kind != MLG_READING_CRITERION || next->level <= item->level;
    case MLG_READING_TEXT:
    case MLG_READING_CLAUSE:
    default:
      return TRUE;
    }
}

/* Returns: the first passage after those that are inside the part, by its position. */
static guint
find_end (MlgTenderInspector *self, guint *start)
{
  guint i;

  if (!g_ptr_array_find (self->reading, self->item, start))
    *start = 0;
  for (i = *start + 1; i < self->reading->len; i++)
    if (is_outside (self->item, self->reading->pdata[i]))
      break;
  return i;
}

static const char *
get_kind_title (const MlgReadingItem *item)
{
  switch (item->kind)
    {
    case MLG_READING_PIECE:
      return C_ ("outline", "Piece");
    case MLG_READING_HEADING:
      return C_ ("outline", "Section");
    case MLG_READING_CRITERION:
      return item->level > 1 ? _ ("Sub-criterion") : _ ("Criterion");
    case MLG_READING_CLAUSE:
      return C_ ("outline", "Clause");
    case MLG_READING_TEXT:
    default:
      return _ ("Text");
    }
}

static void
set_row (AdwActionRow *row, const char *text)
{
  adw_action_row_set_subtitle (row, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL && *text != '\0');
}

static char *
write_what_it_holds (MlgTenderInspector *self)
{
  guint n_sections = 0, n_clauses = 0, start, end = find_end (self, &start);
  g_autofree char *sections = NULL;
  g_autofree char *clauses = NULL;

  for (guint i = start + 1; i < end; i++)
    {
      const MlgReadingItem *item = self->reading->pdata[i];

      n_sections += item->kind == MLG_READING_HEADING;
      n_clauses += item->kind == MLG_READING_CLAUSE;
    }
  sections = g_strdup_printf (ngettext ("%u section", "%u sections", n_sections), n_sections);
  clauses = g_strdup_printf (ngettext ("%u clause", "%u clauses", n_clauses), n_clauses);
  return n_sections > 0 ? g_strdup_printf ("%s · %s", sections, clauses)
                        : g_steal_pointer (&clauses);
}

/* A condition as people read it, and as the template has it for those who want it. */
static char *
write_condition (const MlgReadingItem *item)
{
  if (item->condition == NULL)
    return g_strdup (_ ("None: it is always there"));
  if (g_strcmp0 (item->condition, item->expression) == 0)
    return g_strdup (item->condition);
  return g_strdup_printf ("%s\n%s", item->condition, item->expression);
}

static void
show_place (MlgTenderInspector *self)
{
  const MlgReadingItem *item = self->item;
  gboolean piece = item->kind == MLG_READING_PIECE;
  gboolean section = item->kind == MLG_READING_HEADING;
  gboolean criteria = piece && item->role == NULL;
  g_autofree char *holds = section || (piece && !criteria) ? write_what_it_holds (self) : NULL;
  g_autofree char *condition =
      section || item->kind == MLG_READING_CLAUSE ? write_condition (item) : NULL;

  set_row (self->title_row, (piece && !criteria) || section ? item->title : NULL);
  set_row (self->role_row,
           item->role != NULL ? mlg_code_list_get_title (&mlg_piece_roles, item->role) : NULL);
  set_row (self->holds_row, holds);
  set_row (self->condition_row, condition);
  gtk_widget_set_visible (self->place_group, item->kind != MLG_READING_TEXT && !criteria
                                                 && item->kind != MLG_READING_CRITERION);
}

static gboolean
is_about (const MlgCheckResult *result, int from, int to)
{
  for (guint i = 0; i < result->places->len; i++)
    {
      int line = ((const MlgCheckPlace *) result->places->pdata[i])->line;

      if (line >= from && line < to)
        return TRUE;
    }
  return FALSE;
}

static void
add_check (MlgTenderInspector *self, const MlgCheckResult *result)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: the identifier of a rule, and what became of it. */
  g_autofree char *title =
      g_strdup_printf (_ ("%s: %s"), result->id, mlg_outcome_get_title (result->outcome));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), result->title);
  gtk_widget_set_tooltip_text (row, result->message);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", result->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "tender.show-rule");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_preferences_group_add (self->checks_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_checks (MlgTenderInspector *self)
{
  guint start, end = find_end (self, &start);
  int to =
      end < self->reading->len ? ((MlgReadingItem *) self->reading->pdata[end])->line : G_MAXINT;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->checks_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; self->results != NULL && i < self->results->len; i++)
    {
      const MlgCheckResult *result = self->results->pdata[i];

      if (result->outcome != MLG_OUTCOME_NOT_APPLICABLE && is_about (result, self->item->line, to))
        add_check (self, result);
    }
  adw_preferences_group_set_description (self->checks_group,
                                         self->rows->len == 0 ? _ ("No rule points to it") : NULL);
}

static gboolean
is_of_library (MlgTenderInspector *self)
{
  return self->item->kind == MLG_READING_CLAUSE && self->item->uri != NULL
         && self->kind == &mlg_template_record_kind;
}

static void
move_about (MlgTenderInspector *self, AdwBin *to)
{
  AdwBin *from = ADW_BIN (gtk_widget_get_parent (self->about));

  if (from == to)
    return;
  if (from != NULL)
    adw_bin_set_child (from, NULL);
  adw_bin_set_child (to, self->about);
}

/* A clause of a draft is its own: what the library says of it may be something else by now. */
static void
show_part (MlgTenderInspector *self)
{
  g_autofree char *more =
      self->item->kind == MLG_READING_CLAUSE ? mlg_passage_write_more (self->item) : NULL;

  move_about (self, self->part_bin);
  gtk_label_set_markup (self->more_label, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), more != NULL && *more != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->name_label), self->item->title != NULL);
  gtk_stack_set_visible_child_name (self->states, "part");
}

static MlgClauseDetails *
get_clause (MlgTenderInspector *self)
{
  return MLG_CLAUSE_DETAILS (mlg_lazy_bin_get (self->clause));
}

static void
show_clause (MlgTenderInspector *self, gint64 id)
{
  move_about (self, mlg_clause_details_get_head (get_clause (self)));
  mlg_record_details_set_id (MLG_RECORD_DETAILS (get_clause (self)), id);
  gtk_widget_set_visible (GTK_WIDGET (self->name_label), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), FALSE);
  gtk_stack_set_visible_child_name (self->states, "clause");
}

static gpointer
find_clause (MlgConnection *db, gpointer uri, GError **error)
{
  gint64 id = 0;

  return mlg_clause_find (db, uri, &id, error) ? g_memdup2 (&id, sizeof id) : NULL;
}

static void
on_found (MlgTenderInspector *self)
{
  gint64 *id = mlg_live_read_get_result (self->finding);

  if (self->item == NULL || id == NULL || !is_of_library (self))
    return;
  if (*id != 0)
    show_clause (self, *id);
  else
    show_part (self);
}

static void
update (MlgTenderInspector *self)
{
  gboolean criterion = self->item != NULL && self->item->kind == MLG_READING_CRITERION;
  gboolean of_library = self->item != NULL && is_of_library (self);

  mlg_live_read_ask (self->finding, of_library ? self->item->uri : NULL, (GBoxedCopyFunc) g_strdup,
                     g_free);
  mlg_criterion_editor_show (self->criterion, self->kind, criterion ? self->id : 0, self->reading,
                             criterion ? self->item : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->criterion), criterion);
  if (self->item == NULL)
    {
      gtk_stack_set_visible_child_name (self->states, "nothing");
      return;
    }
  gtk_label_set_text (self->kind_label, get_kind_title (self->item));
  gtk_label_set_text (self->name_label, self->item->title != NULL ? self->item->title : "");
  show_place (self);
  show_checks (self);
  if (!of_library)
    show_part (self);
}

static void
prepare_clause (MlgTenderInspector *self)
{
  mlg_record_details_set_store (MLG_RECORD_DETAILS (mlg_lazy_bin_peek (self->clause)), self->store);
}

static void
mlg_tender_inspector_dispose (GObject *object)
{
  MlgTenderInspector *self = MLG_TENDER_INSPECTOR (object);
  GtkWidget *child;

  self->item = NULL;
  g_clear_pointer (&self->reading, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_object (&self->finding);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_tender_inspector_parent_class)->dispose (object);
}

static void
mlg_tender_inspector_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_TENDER_INSPECTOR (object)->rows);
  G_OBJECT_CLASS (mlg_tender_inspector_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-tender-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgTenderInspector, about);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderInspector, states);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderInspector, part_bin);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderInspector, clause);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderInspector, kind_label);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderInspector, name_label);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderInspector, place_group);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderInspector, title_row);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderInspector, role_row);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderInspector, holds_row);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderInspector, condition_row);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderInspector, criterion);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderInspector, more_label);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderInspector, checks_group);
  gtk_widget_class_bind_template_callback (widget_class, prepare_clause);
}

static void
mlg_tender_inspector_class_init (MlgTenderInspectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_tender_inspector_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_tender_inspector_finalize;
  g_type_ensure (MLG_TYPE_CLAUSE_DETAILS);
  g_type_ensure (MLG_TYPE_CRITERION_EDITOR);
  g_type_ensure (MLG_TYPE_LAZY_BIN);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
mlg_tender_inspector_init (MlgTenderInspector *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_tender_inspector_set_store:
 * @store: (transfer none): where the records are
 *
 * To be called once.
 */
void
mlg_tender_inspector_set_store (MlgTenderInspector *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_clause_kind, NULL };

  g_return_if_fail (MLG_IS_TENDER_INSPECTOR (self));

  self->store = store;
  self->finding = mlg_live_read_new (store, kinds, find_clause, g_free);
  g_signal_connect_object (self->finding, "done", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  mlg_criterion_editor_set_store (self->criterion, store);
}

/**
 * mlg_tender_inspector_show:
 * @kind: of templates or of drafts
 * @id: the template or draft
 * @reading: (nullable) (transfer none) (element-type MlgReadingItem): its text
 * @item: (nullable) (transfer none): the part that is chosen, one of @reading
 */
void
mlg_tender_inspector_show (MlgTenderInspector *self,
                           const MlgKind *kind,
                           gint64 id,
                           GPtrArray *reading,
                           const MlgReadingItem *item)
{
  g_return_if_fail (MLG_IS_TENDER_INSPECTOR (self));
  g_return_if_fail (item == NULL || reading != NULL);

  if (reading != NULL)
    g_ptr_array_ref (reading);
  g_clear_pointer (&self->reading, g_ptr_array_unref);
  self->reading = reading;
  self->kind = kind;
  self->id = id;
  self->item = item;
  update (self);
}

/**
 * mlg_tender_inspector_show_checks:
 * @results: (nullable) (transfer none) (element-type MlgCheckResult): what the check says now
 */
void
mlg_tender_inspector_show_checks (MlgTenderInspector *self, GPtrArray *results)
{
  g_return_if_fail (MLG_IS_TENDER_INSPECTOR (self));

  if (results != NULL)
    g_ptr_array_ref (results);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  self->results = results;
  if (self->item != NULL)
    show_checks (self);
}
