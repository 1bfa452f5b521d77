/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-directory-item.h"

#include <glib/gi18n-lib.h>

/* Something that the network and the directory do not say alike, and whether the person takes it. */
struct _MlgDirectoryItem
{
  GObject parent_instance;
  MlgDirectoryFinding *finding; /* (owned) */
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (MlgDirectoryItem, mlg_directory_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_WORDS,
  PROP_CHOSEN,
  PROP_CHOOSABLE,
} MlgDirectoryItemProperty;

static GParamSpec *properties[PROP_CHOOSABLE + 1];

static MlgDirectoryFinding *
copy_finding (const MlgDirectoryFinding *finding)
{
  MlgDirectoryFinding *copy = g_memdup2 (finding, sizeof *finding);

  copy->name = g_strdup (finding->name);
  copy->ours = g_strdup (finding->ours);
  copy->theirs = g_strdup (finding->theirs);
  copy->our_name = g_strdup (finding->our_name);
  copy->their_name = g_strdup (finding->their_name);
  return copy;
}

static char *
write_words (const MlgDirectoryFinding *finding)
{
  const char *title = mlg_directory_finding_get_title (finding);
  g_autofree char *ours = mlg_directory_finding_dup_ours (finding);
  g_autofree char *theirs = mlg_directory_finding_dup_theirs (finding);

  if (finding->gone)
    return g_strdup (title);
  if (ours == NULL)
    /* Translators: what happened to a body, and what the directory says. */
    return g_strdup_printf (_ ("%s: %s"), title, theirs);
  /* Translators: what happened to a body, what the network says, what the directory says. */
  return g_strdup_printf (_ ("%s: %s → %s"), title, ours, theirs);
}

static void
mlg_directory_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgDirectoryItem *self = MLG_DIRECTORY_ITEM (object);

  switch ((MlgDirectoryItemProperty) id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->finding->name);
      break;
    case PROP_WORDS:
      g_value_take_string (value, write_words (self->finding));
      break;
    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;
    case PROP_CHOOSABLE:
      g_value_set_boolean (value, !self->finding->gone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_directory_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((MlgDirectoryItemProperty) id)
    {
    case PROP_CHOSEN:
      mlg_directory_item_choose (MLG_DIRECTORY_ITEM (object), g_value_get_boolean (value));
      break;
    case PROP_NAME:
    case PROP_WORDS:
    case PROP_CHOOSABLE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_directory_item_finalize (GObject *object)
{
  mlg_directory_finding_free (MLG_DIRECTORY_ITEM (object)->finding);
  G_OBJECT_CLASS (mlg_directory_item_parent_class)->finalize (object);
}

static void
mlg_directory_item_class_init (MlgDirectoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mlg_directory_item_get_property;
  object_class->set_property = mlg_directory_item_set_property;
  object_class->finalize = mlg_directory_item_finalize;
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, read);
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, read);
  properties[PROP_CHOSEN] = g_param_spec_boolean (
      "chosen", NULL, NULL, FALSE, read | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_CHOOSABLE] = g_param_spec_boolean ("choosable", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mlg_directory_item_init (MlgDirectoryItem *self)
{
}

/**
 * mlg_directory_item_new:
 * @finding: (transfer none): what differs
 *
 * Returns: (transfer full): chosen, unless the directory only says that the body is gone
 */
MlgDirectoryItem *
mlg_directory_item_new (const MlgDirectoryFinding *finding)
{
  MlgDirectoryItem *self = g_object_new (MLG_TYPE_DIRECTORY_ITEM, NULL);

  self->finding = copy_finding (finding);
  self->chosen = !finding->gone;
  return self;
}

/**
 * mlg_directory_item_is_chosen:
 */
gboolean
mlg_directory_item_is_chosen (MlgDirectoryItem *self)
{
  g_return_val_if_fail (MLG_IS_DIRECTORY_ITEM (self), FALSE);
  return self->chosen;
}

/**
 * mlg_directory_item_choose:
 * @chosen: whether what the directory says is taken; what is gone cannot be
 */
void
mlg_directory_item_choose (MlgDirectoryItem *self, gboolean chosen)
{
  g_return_if_fail (MLG_IS_DIRECTORY_ITEM (self));

  chosen = chosen && !self->finding->gone;
  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/**
 * mlg_directory_item_copy_finding:
 *
 * Returns: (transfer full): what it stands for
 */
MlgDirectoryFinding *
mlg_directory_item_copy_finding (MlgDirectoryItem *self)
{
  g_return_val_if_fail (MLG_IS_DIRECTORY_ITEM (self), NULL);
  return copy_finding (self->finding);
}
