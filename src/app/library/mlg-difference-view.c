/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-difference-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Two wordings, word by word: side by side, or one below the other where there is little room. Words that went
 * are struck through and words that came underlined: colour alone would not say it. */
struct _MlgDifferenceView
{
  GtkWidget parent_instance;
  GtkWidget *sides[2];   /* (owned by the widget tree) the box of each wording */
  GtkLabel *titles[2];   /* (owned by the widget tree) */
  GtkLabel *wordings[2]; /* (owned by the widget tree) */
  gboolean stacked;
};

G_DEFINE_FINAL_TYPE (MlgDifferenceView, mlg_difference_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_STACKED = 1,
} MlgDifferenceViewProperty;

static GParamSpec *properties[PROP_STACKED + 1];

/* Of what both have, this many characters are shown next to what differs. */
#define NEARBY 160

static const struct
{
  MlgWordsFate fate;
  const char *style;
} marks[] = {
  { MLG_WORDS_REMOVED, "strikethrough=\"true\" background=\"#e01b24\" background_alpha=\"25%\"" },
  { MLG_WORDS_ADDED, "underline=\"single\" background=\"#2ec27e\" background_alpha=\"25%\"" },
};

static void
append_escaped (GString *markup, const char *text, gssize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (markup, escaped);
}

/* Cuts fall between words. */
static const char *
go_to_word (const char *text, glong n)
{
  const char *at = g_utf8_offset_to_pointer (text, n);
  const char *space = strpbrk (at, " \n");

  return space != NULL && space - at < 40 ? space : at;
}

/* The middle of long words that both have is left out. */
static void
append_kept (GString *markup, const char *text, gboolean first, gboolean last)
{
  glong n = g_utf8_strlen (text, -1);
  glong start = first ? 0 : NEARBY;
  glong end = last ? 0 : NEARBY;

  if (n <= start + end + NEARBY)
    {
      append_escaped (markup, text, -1);
      return;
    }
  if (start > 0)
    append_escaped (markup, text, go_to_word (text, start) - text);
  g_string_append (markup, first ? "…" : " …");
  if (end > 0)
    append_escaped (markup, go_to_word (text, n - end), -1);
}

static char *
write_side (GPtrArray *runs, guint side, const char *whole)
{
  GString *markup = g_string_new (NULL);

  if (runs == NULL)
    append_escaped (markup, whole != NULL ? whole : "", -1);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const MlgWordRun *run = runs->pdata[i];

      if (run->fate == MLG_WORDS_KEPT)
        append_kept (markup, run->text, i == 0, i + 1 == runs->len);
      else if (run->fate == marks[side].fate)
        {
          g_string_append_printf (markup, "<span %s>", marks[side].style);
          append_escaped (markup, run->text, -1);
          g_string_append (markup, "</span>");
        }
    }
  return g_string_free (markup, FALSE);
}

/* What a screen reader says: it does not see the strokes. */
static char *
write_spoken (GPtrArray *runs, guint side)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const MlgWordRun *run = runs->pdata[i];

      if (run->fate == marks[side].fate)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", run->text);
    }
  if (words->len == 0)
    return g_strdup ("");
  /* Translators: words of one wording that the other has not. */
  return g_strdup_printf (side == 0 ? _ ("Removed: %s") : _ ("Added: %s"), words->str);
}

static void
fit (MlgDifferenceView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), self->stacked
                                                               ? GTK_ORIENTATION_VERTICAL
                                                               : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), !self->stacked);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), self->stacked ? 9 : 18);
  /* Side by side, an empty half says that there is nothing; below, it would say nothing. */
  for (guint i = 0; i < 2; i++)
    {
      gboolean empty = *gtk_label_get_text (self->wordings[i]) == '\0';

      gtk_widget_set_visible (GTK_WIDGET (self->titles[i]), self->stacked && !empty);
      gtk_widget_set_visible (self->sides[i], !self->stacked || !empty);
    }
}

static void
mlg_difference_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if ((MlgDifferenceViewProperty) id == PROP_STACKED)
    g_value_set_boolean (value, MLG_DIFFERENCE_VIEW (object)->stacked);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mlg_difference_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MlgDifferenceView *self = MLG_DIFFERENCE_VIEW (object);

  if ((MlgDifferenceViewProperty) id != PROP_STACKED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->stacked = g_value_get_boolean (value);
  fit (self);
}

static void
mlg_difference_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_difference_view_parent_class)->dispose (object);
}

static void
mlg_difference_view_class_init (MlgDifferenceViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mlg_difference_view_get_property;
  object_class->set_property = mlg_difference_view_set_property;
  object_class->dispose = mlg_difference_view_dispose;
  properties[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
make_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
mlg_difference_view_init (MlgDifferenceView *self)
{
  const char *const titles[] = { _ ("Before"), _ ("After") };

  for (guint i = 0; i < 2; i++)
    {
      self->sides[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      self->titles[i] = make_label (self->sides[i], "caption-heading");
      self->wordings[i] = make_label (self->sides[i], NULL);
      gtk_label_set_text (self->titles[i], titles[i]);
      gtk_widget_set_parent (self->sides[i], GTK_WIDGET (self));
    }
  fit (self);
}

/**
 * mlg_difference_view_new:
 *
 * Returns: (transfer floating): a view without words; its property "stacked" says whether one wording stands
 *   below the other
 */
GtkWidget *
mlg_difference_view_new (void)
{
  return g_object_new (MLG_TYPE_DIFFERENCE_VIEW, NULL);
}

/**
 * mlg_difference_view_set_texts:
 * @before: (nullable): a wording
 * @after: (nullable): another
 * @runs: (nullable) (element-type MlgWordRun): what differs between them; without it both are shown whole
 */
void
mlg_difference_view_set_texts (MlgDifferenceView *self,
                               const char *before,
                               const char *after,
                               GPtrArray *runs)
{
  const char *const texts[] = { before, after };

  g_return_if_fail (MLG_IS_DIFFERENCE_VIEW (self));

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *markup = write_side (runs, i, texts[i]);
      g_autofree char *spoken = write_spoken (runs, i);

      gtk_label_set_markup (self->wordings[i], markup);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->wordings[i]),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
    }
  fit (self);
}
