/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-territory-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-territory.h"
#include "mlg-territory-text.h"
#include "network/mlg-network.h"
#include "widgets/mlg-bar-row.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-territory-map.h"
#include "widgets/mlg-spinner.h"

/* Where the network is: a map, the départements with what members cover of them, who the members are. */
struct _MlgTerritoryView
{
  GtkWidget parent_instance;
  MlgLiveRead *read; /* (owned) (nullable) the figures */

  GtkStack *states;
  AdwStatusPage *error_page;
  GtkLabel *counts;
  GtkLabel *coverage;
  GtkLevelBar *coverage_bar;
  MlgTerritoryMap *map;
  GtkListBox *places;
  GtkListBox *families;
  GtkListBox *statuses;
  GtkListBox *roles;
};

G_DEFINE_FINAL_TYPE (MlgTerritoryView, mlg_territory_view, GTK_TYPE_WIDGET)

static guint activated_signal;

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* Out of what the sum is made: the perimeter, or wherever there are members when it is not said. */
static const MlgTerritoryPlace *
get_sum (const MlgTerritory *territory)
{
  return territory->perimeter.population > 0 ? &territory->perimeter : &territory->all;
}

static void
show_sum (MlgTerritoryView *self, const MlgTerritory *territory)
{
  const MlgTerritoryPlace *sum = get_sum (territory);
  double fraction = mlg_territory_get_share (sum);
  g_autofree char *counts = mlg_territory_write_counts (&territory->all);
  g_autofree char *people = mlg_territory_write_coverage (sum);
  g_autofree char *percent = mlg_territory_write_percent (fraction);
  /* Translators: people covered, of all people there, as a percentage. */
  g_autofree char *coverage = g_strdup_printf (_ ("%s covered (%s)"), people, percent);

  gtk_label_set_label (self->counts, counts);
  gtk_label_set_label (self->coverage, coverage);
  gtk_level_bar_set_value (self->coverage_bar, fraction);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->coverage_bar),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, percent, -1);
}

/* A département in three lines, with the share of its people that is covered; what is in none has only
 * its counts. */
static GtkWidget *
make_place_row (const MlgTerritoryPlace *place)
{
  double fraction = mlg_territory_get_share (place);
  g_autofree char *counts = mlg_territory_write_counts (place);
  g_autofree char *communes = mlg_territory_write_communes (place);
  g_autofree char *people = mlg_territory_write_coverage (place);
  g_autofree char *lines = g_strconcat (counts, "\n", communes, "\n", people, NULL);
  g_autofree char *percent = mlg_territory_write_percent (fraction);
  MlgBarRow *row = place->population > 0 ? mlg_bar_row_new (place->title, lines, fraction, percent)
                                         : mlg_bar_row_new (place->title, counts, -1, NULL);

  gtk_widget_set_name (GTK_WIDGET (row), place->code != NULL ? place->code : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return GTK_WIDGET (row);
}

static void
list_place (MlgTerritoryView *self, const MlgTerritoryPlace *place)
{
  if (place->inside
      || place->n_members + place->n_associates + place->n_prospects + place->n_interested > 0)
    gtk_list_box_append (self->places, make_place_row (place));
}

static void
mark_place (MlgTerritoryView *self, const MlgTerritoryPlace *place)
{
  g_autofree char *tooltip = mlg_territory_write_tooltip (place);

  mlg_territory_map_add (self->map, place->code, place->n_members, tooltip);
}

/* By code; what is in none comes last. */
static void
show_places (MlgTerritoryView *self, const MlgTerritory *territory)
{
  g_autoptr (GPtrArray) perimeter = g_ptr_array_new ();
  const MlgTerritoryPlace *nowhere = mlg_territory_find (territory, NULL);

  clear_list (self->places);
  mlg_territory_map_clear (self->map);
  for (guint i = 0; i < territory->places->len; i++)
    {
      const MlgTerritoryPlace *place = territory->places->pdata[i];

      if (place->code == NULL)
        continue;
      if (place->inside)
        g_ptr_array_add (perimeter, (char *) place->code);
      mark_place (self, place);
      list_place (self, place);
    }
  if (nowhere != NULL)
    list_place (self, nowhere);
  g_ptr_array_add (perimeter, NULL);
  mlg_territory_map_set_perimeter (self->map, (const char *const *) perimeter->pdata);
}

static void
show_shares (GtkListBox *list, GPtrArray *shares)
{
  guint most = 1;

  clear_list (list);
  for (guint i = 0; i < shares->len; i++)
    most = MAX (most, ((MlgTerritoryShare *) shares->pdata[i])->n);
  for (guint i = 0; i < shares->len; i++)
    {
      const MlgTerritoryShare *share = shares->pdata[i];
      g_autofree char *figure = g_strdup_printf ("%'u", share->n);

      gtk_list_box_append (list, GTK_WIDGET (mlg_bar_row_new (share->title, NULL,
                                                              (double) share->n / most, figure)));
    }
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (list), ADW_TYPE_PREFERENCES_GROUP),
                          shares->len > 0);
}

static gboolean
is_empty (const MlgTerritory *territory)
{
  return territory->all.n_members + territory->all.n_associates + territory->all.n_prospects
             + territory->all.n_interested
         == 0;
}

static void
on_read_done (MlgTerritoryView *self)
{
  const MlgTerritory *territory = mlg_live_read_get_result (self->read);
  const GError *error = mlg_live_read_get_error (self->read);

  if (error != NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->states, "error");
      return;
    }
  if (territory == NULL)
    return;
  show_sum (self, territory);
  show_places (self, territory);
  show_shares (self->families, territory->families);
  show_shares (self->statuses, territory->statuses);
  show_shares (self->roles, territory->roles);
  gtk_stack_set_visible_child_name (self->states, is_empty (territory) ? "empty" : "figures");
}

static void
on_place_activated (MlgTerritoryView *self, GtkListBoxRow *row)
{
  g_signal_emit (self, activated_signal, 0, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
on_map_activated (MlgTerritoryView *self, const char *code)
{
  g_signal_emit (self, activated_signal, 0, code);
}

static gpointer
load (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_territory_load (db, error);
}

static void
free_territory (gpointer data)
{
  mlg_territory_free (data);
}

/* The figures are wanted when somebody looks at them, and not before. */
static void
mlg_territory_view_map (GtkWidget *widget)
{
  MlgTerritoryView *self = MLG_TERRITORY_VIEW (widget);

  GTK_WIDGET_CLASS (mlg_territory_view_parent_class)->map (widget);
  if (self->read != NULL && mlg_live_read_get_result (self->read) == NULL)
    mlg_live_read_ask_id (self->read, MLG_NETWORK_ID);
}

static void
mlg_territory_view_dispose (GObject *object)
{
  MlgTerritoryView *self = MLG_TERRITORY_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->read);
  G_OBJECT_CLASS (mlg_territory_view_parent_class)->dispose (object);
}

static void
mlg_territory_view_class_init (MlgTerritoryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_territory_view_dispose;
  widget_class->map = mlg_territory_view_map;
  g_type_ensure (MLG_TYPE_TERRITORY_MAP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (MLG_TYPE_SPINNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-territory-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgTerritoryView, states);
  gtk_widget_class_bind_template_child (widget_class, MlgTerritoryView, error_page);
  gtk_widget_class_bind_template_child (widget_class, MlgTerritoryView, counts);
  gtk_widget_class_bind_template_child (widget_class, MlgTerritoryView, coverage);
  gtk_widget_class_bind_template_child (widget_class, MlgTerritoryView, coverage_bar);
  gtk_widget_class_bind_template_child (widget_class, MlgTerritoryView, map);
  gtk_widget_class_bind_template_child (widget_class, MlgTerritoryView, places);
  gtk_widget_class_bind_template_child (widget_class, MlgTerritoryView, families);
  gtk_widget_class_bind_template_child (widget_class, MlgTerritoryView, statuses);
  gtk_widget_class_bind_template_child (widget_class, MlgTerritoryView, roles);
  gtk_widget_class_bind_template_callback (widget_class, on_place_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_map_activated);

  /**
   * MlgTerritoryView::departement-activated:
   * @code: its code; "" for bodies in none
   *
   * The person wants to see the bodies of a département.
   */
  activated_signal =
      g_signal_new ("departement-activated", MLG_TYPE_TERRITORY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, g_cclosure_marshal_VOID__STRING, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mlg_territory_view_init (MlgTerritoryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_territory_view_set_store:
 * @store: (transfer none): the network file; once
 */
void
mlg_territory_view_set_store (MlgTerritoryView *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_body_kind, &mlg_function_kind, &mlg_network_kind,
                                          NULL };

  g_return_if_fail (MLG_IS_TERRITORY_VIEW (self));
  g_return_if_fail (self->read == NULL);

  self->read = mlg_live_read_new (store, kinds, load, free_territory);
  g_signal_connect_object (self->read, "done", G_CALLBACK (on_read_done), self, G_CONNECT_SWAPPED);
}
