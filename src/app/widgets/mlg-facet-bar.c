/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-facet-bar.h"

#include <glib/gi18n-lib.h>

/* By what a list can be narrowed down: a button for each facet, and below them what is chosen, each
 * with a way to let go of it. */
struct _MlgFacetBar
{
  GtkWidget parent_instance;
  GPtrArray *buttons; /* (owned) of MlgFacetButton (owned by the widget tree) */
  GtkBox *button_box;
  GtkWidget *chip_scroller;
  GtkBox *chip_box;
};

G_DEFINE_FINAL_TYPE (MlgFacetBar, mlg_facet_bar, GTK_TYPE_WIDGET)

static guint changed_signal;

static void update_chips (MlgFacetBar *self);

static void
tell (MlgFacetBar *self)
{
  update_chips (self);
  g_signal_emit (self, changed_signal, 0);
}

/* The parameter is the number of the facet and the value. */
static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgFacetBar *self = MLG_FACET_BAR (widget);
  guint32 facet;
  const char *value;

  g_variant_get (parameter, "(u&s)", &facet, &value);
  if (facet >= self->buttons->len)
    return;
  mlg_facet_button_remove (self->buttons->pdata[facet], value);
  tell (self);
}

static GtkWidget *
make_chip (guint facet, const char *title, const char *value)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  /* Translators: %s is what a list is narrowed down to, such as “Member”. */
  g_autofree char *tip = g_strdup_printf (_ ("Remove “%s”"), title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "facet-chip");
  gtk_widget_set_tooltip_text (chip, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "(us)", facet, value);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "facets.remove");
  return chip;
}

static void
update_chips (MlgFacetBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chip_box))) != NULL)
    gtk_box_remove (self->chip_box, child);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      g_auto (GStrv) values = mlg_facet_button_get_values (self->buttons->pdata[i]);

      for (guint j = 0; values[j] != NULL; j++)
        gtk_box_append (self->chip_box,
                        make_chip (i,
                                   mlg_facet_button_get_title (self->buttons->pdata[i], values[j]),
                                   values[j]));
    }
  gtk_widget_set_visible (self->chip_scroller, mlg_facet_bar_is_active (self));
}

static void
mlg_facet_bar_dispose (GObject *object)
{
  MlgFacetBar *self = MLG_FACET_BAR (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_facet_bar_parent_class)->dispose (object);
}

static void
mlg_facet_bar_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_FACET_BAR (object)->buttons);
  G_OBJECT_CLASS (mlg_facet_bar_parent_class)->finalize (object);
}

static void
mlg_facet_bar_class_init (MlgFacetBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mlg_facet_bar_dispose;
  object_class->finalize = mlg_facet_bar_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/widgets/mlg-facet-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgFacetBar, button_box);
  gtk_widget_class_bind_template_child (widget_class, MlgFacetBar, chip_scroller);
  gtk_widget_class_bind_template_child (widget_class, MlgFacetBar, chip_box);
  gtk_widget_class_install_action (widget_class, "facets.remove", "(us)", activate_remove);

  /**
   * MlgFacetBar::changed:
   *
   * The person has narrowed the list down, or let go of it: see mlg_facet_bar_apply().
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_FACET_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_facet_bar_init (MlgFacetBar *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * mlg_facet_bar_set_kinds:
 * @store: (transfer none): where the values are
 * @kinds: static, ended by one without a name
 *
 * Says by what the list can be narrowed down. To be called once.
 */
void
mlg_facet_bar_set_kinds (MlgFacetBar *self, MlgStore *store, const MlgFacetKind *kinds)
{
  g_return_if_fail (MLG_IS_FACET_BAR (self));

  for (guint i = 0; kinds[i].name != NULL; i++)
    {
      GtkWidget *button = mlg_facet_button_new (&kinds[i], store);

      g_signal_connect_object (button, "changed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->buttons, button);
      gtk_box_append (self->button_box, button);
    }
}

/**
 * mlg_facet_bar_apply:
 * @query: a query of the list
 *
 * Returns: (transfer full): the query with what is chosen
 */
MlgQuery *
mlg_facet_bar_apply (MlgFacetBar *self, MlgQuery *query)
{
  MlgQuery *made = mlg_query_ref (query);

  g_return_val_if_fail (MLG_IS_FACET_BAR (self), made);

  for (guint i = 0; i < self->buttons->len; i++)
    {
      MlgFacetButton *button = self->buttons->pdata[i];
      g_auto (GStrv) values = mlg_facet_button_get_values (button);
      g_autoptr (MlgQuery) before = made;

      made = mlg_facet_button_get_kind (button)->apply (before, (const char *const *) values);
    }
  return made;
}

/**
 * mlg_facet_bar_set_query:
 * @query: (transfer none): what the list shows now, of which the values are counted
 */
void
mlg_facet_bar_set_query (MlgFacetBar *self, MlgQuery *query)
{
  g_return_if_fail (MLG_IS_FACET_BAR (self));

  for (guint i = 0; i < self->buttons->len; i++)
    mlg_facet_button_set_query (self->buttons->pdata[i], query);
}

/**
 * mlg_facet_bar_is_active:
 *
 * Returns: whether the list is narrowed down
 */
gboolean
mlg_facet_bar_is_active (MlgFacetBar *self)
{
  g_return_val_if_fail (MLG_IS_FACET_BAR (self), FALSE);
  return gtk_widget_get_first_child (GTK_WIDGET (self->chip_box)) != NULL;
}

/**
 * mlg_facet_bar_clear:
 *
 * Lets go of all that is chosen, and tells it by #MlgFacetBar::changed.
 */
void
mlg_facet_bar_clear (MlgFacetBar *self)
{
  g_return_if_fail (MLG_IS_FACET_BAR (self));

  for (guint i = 0; i < self->buttons->len; i++)
    mlg_facet_button_remove (self->buttons->pdata[i], NULL);
  tell (self);
}

/**
 * mlg_facet_bar_narrow:
 * @name: a facet
 * @value: one of its values, "" for none
 * @title: (nullable): what people read of it
 *
 * Narrows the list down to this value in the place of all that was chosen, and tells it by
 * #MlgFacetBar::changed.
 */
void
mlg_facet_bar_narrow (MlgFacetBar *self, const char *name, const char *value, const char *title)
{
  g_return_if_fail (MLG_IS_FACET_BAR (self));

  for (guint i = 0; i < self->buttons->len; i++)
    {
      MlgFacetButton *button = self->buttons->pdata[i];

      mlg_facet_button_remove (button, NULL);
      if (g_str_equal (mlg_facet_button_get_kind (button)->name, name))
        mlg_facet_button_choose (button, value, title);
    }
  tell (self);
}
