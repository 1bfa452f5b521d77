/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-rich-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "template/mlg-condition.h"

/**
 * mlg_rich_node_new:
 * @name: of the element
 *
 * Makes an element that stands around words of a line, without attributes.
 *
 * Returns: (transfer full): what was made
 */
MlgRichNode *
mlg_rich_node_new (const char *name)
{
  MlgRichNode *self = g_rc_box_new0 (MlgRichNode);

  self->name = g_strdup (name);
  self->attributes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * mlg_rich_node_copy_without_id:
 *
 * Returns: (transfer full): another element that is like this one
 */
MlgRichNode *
mlg_rich_node_copy_without_id (const MlgRichNode *self)
{
  MlgRichNode *copy = mlg_rich_node_new (self->name);

  for (guint i = 0; i < self->attributes->len; i += 2)
    if (!g_str_equal (self->attributes->pdata[i], "xml:id"))
      mlg_rich_node_set (copy, self->attributes->pdata[i], self->attributes->pdata[i + 1]);
  return copy;
}

/**
 * mlg_rich_node_ref:
 *
 * Takes another reference: lines share the elements around them. In the thread of the lines.
 *
 * Returns: (transfer full): @self
 */
MlgRichNode *
mlg_rich_node_ref (MlgRichNode *self)
{
  return g_rc_box_acquire (self);
}

static void
node_clear (gpointer data)
{
  MlgRichNode *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->attributes);
}

/**
 * mlg_rich_node_unref:
 * @self: (transfer full): an element
 *
 * Gives a reference back; the last one frees the element with its attributes.
 */
void
mlg_rich_node_unref (MlgRichNode *self)
{
  g_rc_box_release_full (self, node_clear);
}

/**
 * mlg_rich_node_get:
 *
 * Returns: (transfer none) (nullable): the value of an attribute
 */
const char *
mlg_rich_node_get (const MlgRichNode *self, const char *attribute)
{
  for (guint i = 0; i < self->attributes->len; i += 2)
    if (g_str_equal (self->attributes->pdata[i], attribute))
      return self->attributes->pdata[i + 1];
  return NULL;
}

/**
 * mlg_rich_node_set:
 * @attribute: its name
 * @value: its value
 *  both are copied
 *
 * Sets an attribute of an element of a line, in the place of the one that it has.
 */
void
mlg_rich_node_set (MlgRichNode *self, const char *attribute, const char *value)
{
  for (guint i = 0; i < self->attributes->len; i += 2)
    if (g_str_equal (self->attributes->pdata[i], attribute))
      {
        g_free (self->attributes->pdata[i + 1]);
        self->attributes->pdata[i + 1] = g_strdup (value);
        return;
      }
  g_ptr_array_add (self->attributes, g_strdup (attribute));
  g_ptr_array_add (self->attributes, g_strdup (value));
}

/**
 * mlg_rich_node_is:
 * @name: of an element
 *
 * Whether the element has this name.
 */
gboolean
mlg_rich_node_is (const MlgRichNode *self, const char *name)
{
  return g_str_equal (self->name, name);
}

/**
 * mlg_rich_node_needs_head:
 *
 * Returns: whether a line of its own says that it is there
 */
gboolean
mlg_rich_node_needs_head (const MlgRichNode *self)
{
  static const char *const names[] = { "when", "otherwise", "repeat", "d:note", NULL };

  return g_strv_contains (names, self->name);
}

/**
 * mlg_rich_node_tell:
 * @labels: (nullable): what fields are called
 *
 * Returns: (transfer full): what its head shows
 */
char *
mlg_rich_node_tell (const MlgRichNode *self, GHashTable *labels)
{
  const char *test = mlg_rich_node_get (self, "test");
  const char *select = mlg_rich_node_get (self, "select");
  g_autofree char *condition = test != NULL ? mlg_condition_tell (test, labels) : NULL;
  const char *label =
      select != NULL && labels != NULL ? g_hash_table_lookup (labels, select) : NULL;

  if (condition != NULL)
    /* Translators: stands before what a text says under a condition, such as “Ambition is good”. */
    return g_strdup_printf (_ ("If %s"), condition);
  if (mlg_rich_node_is (self, "otherwise"))
    return g_strdup (_ ("Otherwise"));
  if (select != NULL)
    /* Translators: stands before what a text repeats for each row of a list. */
    return g_strdup_printf (_ ("For each of %s"), label != NULL ? label : select);
  return g_strdup (_ ("Note to the drafter"));
}

/**
 * mlg_rich_path_new:
 *
 * Makes an empty path: the elements around a text, the outermost first.
 *
 * Returns: (transfer full): what was made
 */
GPtrArray *
mlg_rich_path_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_rich_node_unref);
}

/**
 * mlg_rich_path_copy:
 * @length: how many of its elements, at most
 */
GPtrArray *
mlg_rich_path_copy (GPtrArray *path, guint length)
{
  GPtrArray *copy = mlg_rich_path_new ();

  for (guint i = 0; i < MIN (length, path->len); i++)
    g_ptr_array_add (copy, mlg_rich_node_ref (path->pdata[i]));
  return copy;
}

/**
 * mlg_rich_path_find:
 * @at: (out) (optional): where it is in the path
 *
 * Returns: (transfer none) (nullable): the innermost element of a name
 */
MlgRichNode *
mlg_rich_path_find (GPtrArray *path, const char *name, guint *at)
{
  for (guint i = path->len; i-- > 0;)
    if (mlg_rich_node_is (path->pdata[i], name))
      {
        if (at != NULL)
          *at = i;
        return path->pdata[i];
      }
  return NULL;
}

/**
 * mlg_rich_span_new:
 * @path: (transfer none): what is around it
 * @atom: (nullable): its XML, when it is kept whole
 */
MlgRichSpan *
mlg_rich_span_new (GPtrArray *path, const char *text, const char *atom)
{
  MlgRichSpan *self = g_new0 (MlgRichSpan, 1);

  self->path = mlg_rich_path_copy (path, path->len);
  self->text = g_strdelimit (g_strdup (text), "\n\r", ' ');
  self->atom = g_strdup (atom);
  return self;
}

/**
 * mlg_rich_span_free:
 * @self: (transfer full): words of a line
 *
 * Frees a piece of a line with its path.
 */
void
mlg_rich_span_free (MlgRichSpan *self)
{
  g_ptr_array_unref (self->path);
  g_free (self->text);
  g_free (self->atom);
  g_free (self);
}

/**
 * mlg_rich_line_new:
 * @path: (transfer none): what is around it
 * @own: (transfer none) (nullable): the paragraph or heading that it is
 */
MlgRichLine *
mlg_rich_line_new (MlgRichKind kind, GPtrArray *path, MlgRichNode *own)
{
  MlgRichLine *self = g_new0 (MlgRichLine, 1);

  self->kind = kind;
  self->path = mlg_rich_path_copy (path, path->len);
  self->own = own != NULL ? mlg_rich_node_ref (own) : NULL;
  self->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_rich_span_free);
  return self;
}

/**
 * mlg_rich_line_free:
 * @self: (transfer full): a line
 *
 * Frees a line with its pieces.
 */
void
mlg_rich_line_free (MlgRichLine *self)
{
  g_ptr_array_unref (self->path);
  g_clear_pointer (&self->own, mlg_rich_node_unref);
  g_ptr_array_unref (self->spans);
  g_free (self);
}

/**
 * mlg_rich_field_write:
 * @name: of a field
 *
 * Returns: (transfer full): an atom that is replaced by its answer
 */
char *
mlg_rich_field_write (const char *name)
{
  return g_markup_printf_escaped ("<d:field name=\"%s\"/>", name);
}

/**
 * mlg_rich_atom_get_field:
 *
 * Returns: (transfer full) (nullable): the name of the field that an atom is
 */
char *
mlg_rich_atom_get_field (const char *atom)
{
  static const char start[] = "<d:field name=\"";
  const char *end = g_str_has_prefix (atom, start) ? strchr (atom + strlen (start), '"') : NULL;

  return end != NULL ? g_strndup (atom + strlen (start), (gsize) (end - atom - strlen (start)))
                     : NULL;
}
