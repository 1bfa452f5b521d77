/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "members/mlg-custom-field.h"

struct _MlgMapping
{
  const MlgKind *kind; /* (unowned) static */
  GArray *decided;     /* (owned) of gboolean: whether a person said where a column goes */
  GArray *targets;     /* (owned) of MlgTarget, that of each column */
};

static MlgTarget *
get_target (MlgMapping *self, guint column)
{
  return &g_array_index (self->targets, MlgTarget, column);
}

static gboolean
is_taken (MlgMapping *self, const MlgTarget *target)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (mlg_target_equal (get_target (self, i), target))
      return TRUE;
  return FALSE;
}

static MlgTarget
guess_target (MlgMapping *self, const char *heading)
{
  g_autoptr (GArray) targets = mlg_heading_find_targets (heading, self->kind);

  for (guint i = 0; i < targets->len; i++)
    if (!is_taken (self, &g_array_index (targets, MlgTarget, i)))
      return g_array_index (targets, MlgTarget, i);
  return MLG_TARGET_NOWHERE;
}

/**
 * mlg_mapping_guess:
 * @kind: the kind of record that the rows are
 *
 * Finds where each column goes by its heading: the field's name, its title in English or in the
 * person's language, or another usual word. The first of several columns for one field gets it. In a
 * table of people, columns may go to the person's function and body too.
 *
 * Returns: (transfer full): the mapping
 */
MlgMapping *
mlg_mapping_guess (MlgTable *table, const MlgKind *kind)
{
  MlgMapping *self = g_new0 (MlgMapping, 1);

  self->kind = kind;
  self->targets = g_array_new (FALSE, FALSE, sizeof (MlgTarget));
  for (guint i = 0; i < mlg_table_get_n_columns (table); i++)
    {
      MlgTarget target = guess_target (self, mlg_table_get_heading (table, i));

      g_array_append_val (self->targets, target);
    }
  self->decided = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_array_set_size (self->decided, self->targets->len);
  return self;
}

/**
 * mlg_mapping_free:
 * @self: (transfer full): a mapping
 *
 * Frees a mapping; tables that are read by it must be gone.
 */
void
mlg_mapping_free (MlgMapping *self)
{
  g_array_unref (self->targets);
  g_array_unref (self->decided);
  g_free (self);
}

/**
 * mlg_mapping_get_kind:
 *
 * Returns: the kind of the records that the rows of the table become
 */
const MlgKind *
mlg_mapping_get_kind (MlgMapping *self)
{
  return self->kind;
}

/**
 * mlg_mapping_get_n_columns:
 *
 * Returns: how many columns the table has, those that go nowhere too
 */
guint
mlg_mapping_get_n_columns (MlgMapping *self)
{
  return self->targets->len;
}

/**
 * mlg_mapping_get_target:
 *
 * Returns: where a column goes; its kind is %NULL for nowhere
 */
MlgTarget
mlg_mapping_get_target (MlgMapping *self, guint column)
{
  g_return_val_if_fail (column < self->targets->len, MLG_TARGET_NOWHERE);

  return *get_target (self, column);
}

/**
 * mlg_mapping_get_field:
 *
 * Returns: the field of the rows' kind that a column goes to; -1 for none
 */
int
mlg_mapping_get_field (MlgMapping *self, guint column)
{
  MlgTarget target = mlg_mapping_get_target (self, column);

  return target.kind == self->kind && target.custom == 0 ? (int) target.field : -1;
}

/**
 * mlg_mapping_find_column:
 *
 * Returns: the column that goes to a field of the rows' kind; -1 for none
 */
int
mlg_mapping_find_column (MlgMapping *self, guint field)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (mlg_mapping_get_field (self, i) == (int) field)
      return (int) i;
  return -1;
}

/**
 * mlg_mapping_speaks_of:
 *
 * Returns: whether a column goes to a record of this kind
 */
gboolean
mlg_mapping_speaks_of (MlgMapping *self, const MlgKind *kind)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (get_target (self, i)->kind == kind && get_target (self, i)->custom == 0)
      return TRUE;
  return FALSE;
}

/**
 * mlg_mapping_set_target:
 * @target: where the column goes; another column that went there goes nowhere
 */
void
mlg_mapping_set_target (MlgMapping *self, guint column, const MlgTarget *target)
{
  g_return_if_fail (column < self->targets->len);

  for (guint i = 0; i < self->targets->len; i++)
    if (target->kind != NULL && mlg_target_equal (get_target (self, i), target))
      *get_target (self, i) = MLG_TARGET_NOWHERE;
  *get_target (self, column) = *target;
  g_array_index (self->decided, gboolean, column) = TRUE;
}

/**
 * mlg_mapping_guess_custom:
 * @name: the name of a field that the network added
 * @custom: its id
 *
 * Lets a column of that name go to the field, unless it goes somewhere or a person said where it goes.
 */
void
mlg_mapping_guess_custom (MlgMapping *self, MlgTable *table, const char *name, gint64 custom)
{
  const MlgTarget target = { &mlg_custom_field_kind, MLG_CUSTOM_FIELD_NAME, custom };
  int column = mlg_table_find_heading (table, name);

  if (column >= 0 && !g_array_index (self->decided, gboolean, column) && !is_taken (self, &target)
      && get_target (self, (guint) column)->kind == NULL)
    *get_target (self, (guint) column) = target;
}

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;
  g_autoptr (GError) refused = NULL;

  va_start (arguments, format);
  refused = g_error_new_valist (MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_MAPPING, format, arguments);
  va_end (arguments);
  g_propagate_error (error, g_steal_pointer (&refused));
  return FALSE;
}

/**
 * mlg_mapping_set:
 * @rule: "COLUMN=FIELD": a heading or a column's number, and a field's name or title; "COLUMN=" leaves
 *   the column aside
 *
 * Errors: %MLG_EXCHANGE_ERROR_MAPPING, which says what is not known; nothing is changed then.
 */
gboolean
mlg_mapping_set (MlgMapping *self, MlgTable *table, const char *rule, GError **error)
{
  const char *equals = strrchr (rule, '=');
  g_autofree char *heading = equals != NULL ? g_strndup (rule, (gsize) (equals - rule)) : NULL;
  int column = heading != NULL ? mlg_table_find_heading (table, heading) : -1;
  g_autoptr (GArray) targets =
      equals != NULL ? mlg_heading_find_targets (equals + 1, self->kind) : NULL;

  if (equals == NULL)
    return refuse (error, _ ("“%s”: COLUMN=FIELD is expected"), rule);
  if (column < 0)
    return refuse (error, _ ("the table has no column “%s”"), heading);
  if (equals[1] != '\0' && targets->len == 0)
    return refuse (error, _ ("there is no field “%s” that a table can fill"), equals + 1);
  mlg_mapping_set_target (self, (guint) column,
                          targets->len > 0 ? &g_array_index (targets, MlgTarget, 0)
                                           : &MLG_TARGET_NOWHERE);
  return TRUE;
}

/**
 * mlg_mapping_to_string:
 *
 * Returns: (transfer full): rules that mlg_mapping_set() takes, a line for each column with a heading,
 *   to be remembered for the next table of the same headings
 */
char *
mlg_mapping_to_string (MlgMapping *self, MlgTable *table)
{
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < self->targets->len; i++)
    {
      g_autofree char *name = mlg_target_get_name (get_target (self, i), self->kind);

      if (*mlg_table_get_heading (table, i) != '\0')
        g_string_append_printf (rules, "%s=%s\n", mlg_table_get_heading (table, i), name);
    }
  return g_string_free (rules, FALSE);
}

/* One memory for all tables: what a heading means in a table of bodies is not what it means in one of
 * people. */
static char *
make_key (MlgMapping *self, MlgTable *table, guint column)
{
  g_autofree char *simple = mlg_heading_simplify (mlg_table_get_heading (table, column));

  return *simple != '\0' ? g_strdup_printf ("%s/%s", self->kind->name, simple) : NULL;
}

/**
 * mlg_mapping_recall:
 * @remembered: (nullable): what mlg_mapping_remember() gave, of type a{ss}
 *
 * Sets the columns whose heading was met before as they were then.
 */
void
mlg_mapping_recall (MlgMapping *self, MlgTable *table, GVariant *remembered)
{
  for (guint i = 0; remembered != NULL && i < self->targets->len; i++)
    {
      g_autofree char *key = make_key (self, table, i);
      const char *name = NULL;
      g_autoptr (GArray) targets = NULL;

      if (key == NULL || !g_variant_lookup (remembered, key, "&s", &name))
        continue;
      targets = mlg_heading_find_targets (name, self->kind);
      if (targets->len > 0 || *name == '\0')
        mlg_mapping_set_target (self, i,
                                targets->len > 0 ? &g_array_index (targets, MlgTarget, 0)
                                                 : &MLG_TARGET_NOWHERE);
    }
}

/**
 * mlg_mapping_remember:
 * @remembered: (nullable): what was remembered so far, of type a{ss}
 *
 * Returns: (transfer floating): of type a{ss}: the same with where the columns of this table go
 */
GVariant *
mlg_mapping_remember (MlgMapping *self, MlgTable *table, GVariant *remembered)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GVariantIter iter;
  const char *key, *name;
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (remembered != NULL)
    {
      g_variant_iter_init (&iter, remembered);
      while (g_variant_iter_next (&iter, "{&s&s}", &key, &name))
        g_hash_table_insert (all, g_strdup (key), g_strdup (name));
    }
  for (guint i = 0; i < self->targets->len; i++)
    {
      char *new_key = get_target (self, i)->custom == 0 ? make_key (self, table, i) : NULL;

      if (new_key != NULL)
        g_hash_table_insert (all, new_key, mlg_target_get_name (get_target (self, i), self->kind));
    }
  {
    g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (all), (GCompareFunc) strcmp);

    for (GList *k = keys; k != NULL; k = k->next)
      g_variant_builder_add (&builder, "{ss}", k->data, g_hash_table_lookup (all, k->data));
  }
  return g_variant_builder_end (&builder);
}
