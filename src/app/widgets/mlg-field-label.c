/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-field-label.h"

/* Something of a record as people read it: a cell of a list. It follows the record. A list of thousands
 * holds about two hundred rows, of which a few dozen are seen: a cell keeps its text, and lays it out only
 * when it is drawn. */
struct _MlgFieldLabel
{
  GtkWidget parent_instance;
  char *text;            /* (owned) */
  MlgRecord *record;     /* (owned) (nullable) */
  guint field;           /* of the record */
  MlgFieldFormat format; /* (nullable) */
  gboolean number;
};

G_DEFINE_FINAL_TYPE (MlgFieldLabel, mlg_field_label, GTK_TYPE_WIDGET)

/* What a line of text takes, in px. All cells of a table are of one font: it is measured once. */
typedef struct
{
  PangoContext *context; /* (owned) (nullable) the one that was measured */
  guint serial;
  int height;
  int width; /* the least that tells something: three characters */
} Line;

static const Line *
measure_line (MlgFieldLabel *self)
{
  static Line line;
  GtkWidget *table = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_COLUMN_VIEW);
  PangoContext *context = gtk_widget_get_pango_context (table != NULL ? table : GTK_WIDGET (self));
  PangoFontMetrics *metrics;

  if (context == line.context && pango_context_get_serial (context) == line.serial)
    return &line;
  metrics = pango_context_get_metrics (context, NULL, NULL);
  g_set_object (&line.context, context);
  line.serial = pango_context_get_serial (context);
  line.height = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics)
                                   + pango_font_metrics_get_descent (metrics));
  line.width = PANGO_PIXELS_CEIL (3 * pango_font_metrics_get_approximate_char_width (metrics));
  pango_font_metrics_unref (metrics);
  return &line;
}

static void
mlg_field_label_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  const Line *line = measure_line (MLG_FIELD_LABEL (widget));

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? line->height : line->width;
}

/* Numbers are read column by column. */
static PangoLayout *
make_layout (MlgFieldLabel *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);

  pango_layout_set_width (layout, gtk_widget_get_width (GTK_WIDGET (self)) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (self->number)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (layout, attributes);
      pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
    }
  return layout;
}

static void
mlg_field_label_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MlgFieldLabel *self = MLG_FIELD_LABEL (widget);
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (*self->text == '\0')
    return;
  layout = make_layout (self);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0,
                              (gtk_widget_get_height (widget) - height) / 2, layout);
}

/* What did not fit is told where one points. */
static gboolean
mlg_field_label_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  MlgFieldLabel *self = MLG_FIELD_LABEL (widget);
  g_autoptr (PangoLayout) layout = make_layout (self);

  if (!pango_layout_is_ellipsized (layout))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->text);
  return TRUE;
}

static void
mlg_field_label_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mlg_field_label_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
mlg_field_label_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (mlg_field_label_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
update (MlgFieldLabel *self)
{
  g_autofree char *text = NULL;

  if (self->record != NULL && self->format != NULL)
    text = self->format (self->record, self->field);
  else if (self->record != NULL)
    text = mlg_record_dup_display (self->record, self->field);
  if (g_strcmp0 (text != NULL ? text : "", self->text) == 0)
    return;
  g_free (self->text);
  self->text = text != NULL ? g_steal_pointer (&text) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
mlg_field_label_dispose (GObject *object)
{
  MlgFieldLabel *self = MLG_FIELD_LABEL (object);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, update, self);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (mlg_field_label_parent_class)->dispose (object);
}

static void
mlg_field_label_finalize (GObject *object)
{
  g_free (MLG_FIELD_LABEL (object)->text);
  G_OBJECT_CLASS (mlg_field_label_parent_class)->finalize (object);
}

static void
mlg_field_label_class_init (MlgFieldLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mlg_field_label_dispose;
  object_class->finalize = mlg_field_label_finalize;
  widget_class->measure = mlg_field_label_measure;
  widget_class->snapshot = mlg_field_label_snapshot;
  widget_class->query_tooltip = mlg_field_label_query_tooltip;
  widget_class->css_changed = mlg_field_label_css_changed;
  widget_class->system_setting_changed = mlg_field_label_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
mlg_field_label_init (MlgFieldLabel *self)
{
  self->text = g_strdup ("");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * mlg_field_label_new:
 * @field: a field of the records
 * @format: (nullable): how people read it; %NULL for mlg_record_dup_display()
 * @number: whether it is a number, to be read column by column
 *
 * Returns: (transfer floating):
 */
GtkWidget *
mlg_field_label_new (guint field, MlgFieldFormat format, gboolean number)
{
  MlgFieldLabel *self = g_object_new (MLG_TYPE_FIELD_LABEL, NULL);

  self->field = field;
  self->format = format;
  self->number = number;
  return GTK_WIDGET (self);
}

/**
 * mlg_field_label_set_record:
 * @record: (nullable) (transfer none): what is shown
 */
void
mlg_field_label_set_record (MlgFieldLabel *self, MlgRecord *record)
{
  g_return_if_fail (MLG_IS_FIELD_LABEL (self));

  if (self->record == record)
    return;
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, update, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    {
      g_autofree char *one =
          g_strconcat ("notify::", mlg_record_get_kind (record)->fields[self->field].name, NULL);

      /* What has a format may depend on several fields. */
      g_signal_connect_object (record,
                               self->format != NULL ? "notify" : g_strdelimit (one, "_", '-'),
                               G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

/**
 * mlg_field_label_get_text:
 *
 * Returns: what is shown
 */
const char *
mlg_field_label_get_text (MlgFieldLabel *self)
{
  g_return_val_if_fail (MLG_IS_FIELD_LABEL (self), NULL);
  return self->text;
}
