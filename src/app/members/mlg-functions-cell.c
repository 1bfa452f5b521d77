/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-functions-cell.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-member-link.h"
#include "members/mlg-person.h"
#include "widgets/mlg-live-read.h"

/* What a person does now, and where, in a cell of the list of people. */
struct _MlgFunctionsCell
{
  GtkWidget parent_instance;
  MlgLiveRead *reading; /* (owned) (nullable) */
  GtkLabel *label;      /* (owned by the widget tree) (nullable) */
};

G_DEFINE_FINAL_TYPE (MlgFunctionsCell, mlg_functions_cell, GTK_TYPE_WIDGET)

/* "Lille, head of procurement · Métropole Européenne de Lille, director": where one works is what tells
 * people of one function apart. */
static gpointer
read_functions (MlgConnection *db, gpointer id, GError **error)
{
  g_autoptr (GPtrArray) links = mlg_person_list_functions (db, *(gint64 *) id, error);
  GString *text;

  if (links == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < links->len; i++)
    {
      const MlgMemberLink *link = links->pdata[i];
      g_autofree char *role = mlg_record_dup_display (link->link, MLG_FUNCTION_ROLE);
      const char *title = mlg_record_get_text (link->link, MLG_FUNCTION_TITLE);

      if (!link->current)
        continue;
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append (text, link->name);
      if (title != NULL || *role != '\0')
        g_string_append_printf (text, ", %s", title != NULL ? title : role);
    }
  return g_string_free (text, FALSE);
}

static void
on_read (MlgFunctionsCell *self)
{
  const char *text = mlg_live_read_get_result (self->reading);

  if (self->label == NULL)
    return;
  if (text != NULL && *text == '\0')
    text = _ ("No function");
  gtk_label_set_text (self->label, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}

static void
mlg_functions_cell_dispose (GObject *object)
{
  MlgFunctionsCell *self = MLG_FUNCTIONS_CELL (object);

  g_clear_object (&self->reading);
  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;
  G_OBJECT_CLASS (mlg_functions_cell_parent_class)->dispose (object);
}

static void
mlg_functions_cell_class_init (MlgFunctionsCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_functions_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mlg_functions_cell_init (MlgFunctionsCell *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

/**
 * mlg_functions_cell_new:
 * @store: (transfer none): where the functions are
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
mlg_functions_cell_new (MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_function_kind, &mlg_body_kind, NULL };
  MlgFunctionsCell *self = g_object_new (MLG_TYPE_FUNCTIONS_CELL, NULL);

  self->reading = mlg_live_read_new (store, kinds, read_functions, g_free);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * mlg_functions_cell_set_record:
 * @cell: a #MlgFunctionsCell
 * @person: (nullable): whose functions are shown
 */
void
mlg_functions_cell_set_record (GtkWidget *cell, MlgRecord *person)
{
  g_return_if_fail (MLG_IS_FUNCTIONS_CELL (cell));
  mlg_live_read_ask_id (MLG_FUNCTIONS_CELL (cell)->reading,
                        person != NULL ? mlg_record_get_id (person) : 0);
}
