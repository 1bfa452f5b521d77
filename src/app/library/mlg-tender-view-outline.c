/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause.h"
#include "library/mlg-piece.h"
#include "mlg-condition-window.h"
#include "mlg-head-window.h"
#include "mlg-outline-deed.h"
#include "mlg-replace-window.h"
#include "mlg-tender-view-private.h"
#include "mlg-title-window.h"

/* The outline of what is shown, changed from its text: each change is one action. */

static const char *const steps[] = { "up", "down", "in", "out" };

static MlgOutlineDeed *
make_deed (MlgTenderView *self, MlgOutlineOperation operation)
{
  const MlgReadingItem *chosen = mlg_tender_text_get_chosen (self->text);
  MlgHost *host = mlg_host_find (GTK_WIDGET (self));

  if (self->followed == NULL || host == NULL)
    return NULL;
  if (chosen == NULL || chosen->title == NULL)
    {
      mlg_host_say (host, _ ("Choose a piece, section, clause or criterion in the text first"),
                    FALSE);
      return NULL;
    }
  return mlg_outline_deed_new (self->kind, mlg_record_get_id (self->followed), operation,
                               chosen->line, chosen->title);
}

static void
act (MlgTenderView *self, MlgOutlineDeed *deed)
{
  mlg_tender_text_follow (self->text,
                          deed->operation == MLG_OUTLINE_MOVE ? deed->title : deed->text);
  mlg_outline_deed_act (deed, mlg_host_find (GTK_WIDGET (self)));
}

static void
activate_move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);
  MlgOutlineDeed *deed = make_deed (self, MLG_OUTLINE_MOVE);
  const char *step = g_variant_get_string (parameter, NULL);

  if (deed == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i], step))
      deed->step = (MlgOutlineStep) i;
  act (self, deed);
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);
  MlgOutlineDeed *deed = make_deed (self, MLG_OUTLINE_REMOVE);

  if (deed != NULL)
    mlg_outline_deed_act (deed, mlg_host_find (widget));
}

/* What is waited for while a question is open. */
static void
on_agreed (
    MlgTitleWindow *window, const char *text, const char *code, gint64 id, MlgTenderView *self)
{
  MlgOutlineDeed *deed = g_steal_pointer (&self->asked);

  if (deed == NULL)
    return;
  if (deed->operation != MLG_OUTLINE_ADD_CLAUSE)
    deed->text = g_strdup (text);
  deed->code = g_strdup (code);
  deed->clause = id;
  act (self, deed);
}

static MlgTitleWindow *
ask (MlgTenderView *self, MlgOutlineDeed *deed, const char *heading, const char *agree)
{
  GtkWidget *window = mlg_title_window_new (mlg_host_find (GTK_WIDGET (self)), heading, agree);

  g_clear_pointer (&self->asked, mlg_outline_deed_free);
  self->asked = deed;
  g_signal_connect_object (window, "agreed", G_CALLBACK (on_agreed), self, 0);
  gtk_window_present (GTK_WINDOW (window));
  return MLG_TITLE_WINDOW (window);
}

static void
activate_rename (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);
  MlgOutlineDeed *deed = make_deed (self, MLG_OUTLINE_RENAME);
  const MlgReadingItem *chosen = mlg_tender_text_get_chosen (self->text);

  if (deed == NULL)
    return;
  if (chosen->kind == MLG_READING_CRITERION)
    {
      mlg_outline_deed_free (deed);
      gtk_widget_activate_action (widget, "tender.edit-head", NULL);
      return;
    }
  mlg_title_window_ask_title (ask (self, deed, _ ("Rename"), _ ("_Rename")), _ ("Title"),
                              chosen->title);
}

static void
activate_add_section (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);
  MlgOutlineDeed *deed = make_deed (self, MLG_OUTLINE_ADD_SECTION);

  if (deed != NULL)
    mlg_title_window_ask_title (ask (self, deed, _ ("New Section"), _ ("_Add")), _ ("Title"), "");
}

static void
activate_add_piece (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);
  MlgOutlineDeed *deed = make_deed (self, MLG_OUTLINE_ADD_PIECE);
  MlgTitleWindow *window;

  if (deed == NULL)
    return;
  window = ask (self, deed, _ ("New Piece"), _ ("_Add"));
  mlg_title_window_ask_code (window, _ ("Role"), &mlg_piece_roles, "annex");
  mlg_title_window_ask_title (window, _ ("Title"), "");
}

static void
activate_new_clause (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);
  MlgOutlineDeed *deed = make_deed (self, MLG_OUTLINE_NEW_CLAUSE);
  MlgTitleWindow *window;

  if (deed == NULL)
    return;
  window = ask (self, deed, _ ("New Clause"), _ ("_Add"));
  mlg_title_window_ask_code (window, _ ("Phase"), &mlg_clause_phases, "performance");
  mlg_title_window_ask_title (window, _ ("Title"), "");
}

static void
activate_insert_clause (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);
  MlgOutlineDeed *deed = make_deed (self, MLG_OUTLINE_ADD_CLAUSE);

  if (deed != NULL)
    mlg_title_window_ask_record (ask (self, deed, _ ("Clause of the Library"), _ ("_Add")),
                                 _ ("Clause"), &mlg_clause_kind);
}

/* Another clause of the library in the place of the one that is chosen. */
static void
activate_take_instead (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);
  MlgOutlineDeed *deed = make_deed (self, MLG_OUTLINE_SWAP);

  if (deed == NULL)
    return;
  deed->clause = g_variant_get_int64 (parameter);
  mlg_outline_deed_act (deed, mlg_host_find (widget));
}

static void
activate_condition (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);
  g_autoptr (MlgOutlineDeed) deed = make_deed (self, MLG_OUTLINE_CONTROL);

  if (deed != NULL)
    gtk_window_present (GTK_WINDOW (mlg_condition_window_new (mlg_host_find (widget), deed->kind,
                                                              deed->id, deed->line, deed->title)));
}

static void
activate_drop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);
  const char *title = NULL, *target = NULL;
  int line = 0, at = 0;
  MlgOutlineDeed *deed;

  if (self->followed == NULL)
    return;
  g_variant_get (parameter, "(i&si&s)", &line, &title, &at, &target);
  deed = mlg_outline_deed_new (self->kind, mlg_record_get_id (self->followed), MLG_OUTLINE_DROP,
                               line, title);
  deed->target = at;
  deed->target_title = g_strdup (target);
  mlg_tender_text_follow (self->text, title);
  mlg_outline_deed_act (deed, mlg_host_find (widget));
}

static void
activate_replace (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);

  if (self->followed != NULL)
    gtk_window_present (
        GTK_WINDOW (mlg_replace_window_new (mlg_host_find (widget), self->followed)));
}

static void
activate_edit_head (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);
  const MlgReadingItem *chosen = mlg_tender_text_get_chosen (self->text);
  gboolean criterion = chosen != NULL && chosen->kind == MLG_READING_CRITERION;

  if (self->followed != NULL)
    gtk_window_present (GTK_WINDOW (mlg_head_window_new (mlg_host_find (widget), self->kind,
                                                         mlg_record_get_id (self->followed),
                                                         criterion ? "criteria" : "fields")));
}

/* Every action that changes the outline, and the keys of those that are done often. */
void
mlg_tender_view_install_outline_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "tender.remove-part", activate_remove },
    { "tender.rename", activate_rename },
    { "tender.add-section", activate_add_section },
    { "tender.add-piece", activate_add_piece },
    { "tender.new-clause", activate_new_clause },
    { "tender.insert-clause", activate_insert_clause },
    { "tender.condition", activate_condition },
    { "tender.replace", activate_replace },
    { "tender.edit-head", activate_edit_head },
  };
  static const guint keys[] = { GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Right, GDK_KEY_Left };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (widget_class, "tender.move", "s", activate_move);
  gtk_widget_class_install_action (widget_class, "tender.take-instead", "x", activate_take_instead);
  gtk_widget_class_install_action (widget_class, "tender.drop", "(isis)", activate_drop);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], GDK_ALT_MASK, "tender.move", "s",
                                         steps[i]);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "tender.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "tender.replace", NULL);
}
