/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-rich-tag.h"

/* An element around words, or an atom, in the text of an editor. */
struct _MlgRichTag
{
  GtkTextTag parent_instance;
  MlgRichNode *node; /* (owned) (nullable) */
  char *atom;        /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MlgRichTag, mlg_rich_tag, GTK_TYPE_TEXT_TAG)

static void
mlg_rich_tag_finalize (GObject *object)
{
  MlgRichTag *self = MLG_RICH_TAG (object);

  g_clear_pointer (&self->node, mlg_rich_node_unref);
  g_free (self->atom);
  G_OBJECT_CLASS (mlg_rich_tag_parent_class)->finalize (object);
}

static void
mlg_rich_tag_class_init (MlgRichTagClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_rich_tag_finalize;
}

static void
mlg_rich_tag_init (MlgRichTag *self)
{
}

static void
look_like (MlgRichTag *self, const MlgRichNode *node)
{
  if (mlg_rich_node_is (node, "d:b"))
    g_object_set (self, "weight", PANGO_WEIGHT_BOLD, NULL);
  else if (mlg_rich_node_is (node, "d:i"))
    g_object_set (self, "style", PANGO_STYLE_ITALIC, NULL);
  else if (mlg_rich_node_is (node, "d:sup"))
    g_object_set (self, "rise", 5 * PANGO_SCALE, "scale", 0.8, NULL);
  else if (mlg_rich_node_is (node, "d:sub"))
    g_object_set (self, "rise", -3 * PANGO_SCALE, "scale", 0.8, NULL);
  else if (mlg_rich_node_is (node, "d:link") || mlg_rich_node_is (node, "d:ref"))
    g_object_set (self, "underline", PANGO_UNDERLINE_SINGLE, NULL);
}

/**
 * mlg_rich_tag_new:
 * @node: (transfer none): an element around words
 */
GtkTextTag *
mlg_rich_tag_new (MlgRichNode *node)
{
  MlgRichTag *self = g_object_new (MLG_TYPE_RICH_TAG, NULL);

  self->node = mlg_rich_node_ref (node);
  look_like (self, node);
  return GTK_TEXT_TAG (self);
}

/**
 * mlg_rich_tag_new_atom:
 * @atom: what is kept whole
 */
GtkTextTag *
mlg_rich_tag_new_atom (const char *atom)
{
  /* Half-transparent grey holds on light and on dark; the frame of words is not said by colour alone. */
  const GdkRGBA ground = { 0.5f, 0.5f, 0.5f, 0.25f };
  MlgRichTag *self = g_object_new (MLG_TYPE_RICH_TAG, "background-rgba", &ground, NULL);

  self->atom = g_strdup (atom);
  return GTK_TEXT_TAG (self);
}

/** mlg_rich_tag_get_node: */
MlgRichNode *
mlg_rich_tag_get_node (MlgRichTag *self)
{
  return self->node;
}

/** mlg_rich_tag_get_atom: */
const char *
mlg_rich_tag_get_atom (MlgRichTag *self)
{
  return self->atom;
}
