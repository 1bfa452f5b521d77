/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-files-item.h"

#include <glib/gi18n-lib.h>

/* What becomes of a template or of a clause of some files, or a file that is refused, in a list on screen. It
 * goes when the files are tried again. */
struct _MlgFilesItem
{
  GObject parent_instance;
  MlgTemplateFiles *files; /* (owned) */
  guint file;              /* an index */
  const MlgLibraryChange
      *change; /* (unowned) (nullable) it goes with the files; NULL for a refused file */
};

G_DEFINE_FINAL_TYPE (MlgFilesItem, mlg_files_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_FATE,
  PROP_ICON,
} MlgFilesItemProperty;

static GParamSpec *properties[PROP_ICON + 1];

static const char *
get_icon (const MlgLibraryChange *change)
{
  static const char *const icons[MLG_LIBRARY_N_FATES] = {
    [MLG_LIBRARY_ADDED] = "list-add-symbolic",
    [MLG_LIBRARY_MERGED] = "view-refresh-symbolic",
    [MLG_LIBRARY_REPLACED] = "view-refresh-symbolic",
    [MLG_LIBRARY_UNCHANGED] = "emblem-ok-symbolic",
    [MLG_LIBRARY_SKIPPED] = "dialog-information-symbolic",
  };

  return change != NULL ? icons[change->fate] : "dialog-error-symbolic";
}

static char *
write_fate (MlgFilesItem *self)
{
  if (self->change == NULL)
    return g_strdup (_ ("refused: nothing of it is taken"));
  /* Translators: a kind of record, what becomes of it, and the name of a file. */
  return g_strdup_printf (_ ("%s: %s · %s"), _ (self->change->kind->title),
                          mlg_library_fate_get_title (self->change->fate),
                          self->change->file != NULL ? self->change->file : "");
}

static void
mlg_files_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgFilesItem *self = MLG_FILES_ITEM (object);

  switch ((MlgFilesItemProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->change != NULL ? self->change->title
                                                      : mlg_files_item_get_file (self, NULL)->name);
      break;
    case PROP_FATE:
      g_value_take_string (value, write_fate (self));
      break;
    case PROP_ICON:
      g_value_set_static_string (value, get_icon (self->change));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_files_item_finalize (GObject *object)
{
  mlg_template_files_unref (MLG_FILES_ITEM (object)->files);
  G_OBJECT_CLASS (mlg_files_item_parent_class)->finalize (object);
}

static void
mlg_files_item_class_init (MlgFilesItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mlg_files_item_get_property;
  object_class->finalize = mlg_files_item_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_FATE] = g_param_spec_string ("fate", NULL, NULL, NULL, flags);
  properties[PROP_ICON] = g_param_spec_string ("icon", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mlg_files_item_init (MlgFilesItem *self)
{
}

/**
 * mlg_files_item_new_refused:
 * @file: an index: a file that is refused
 *
 * Returns: (transfer full):
 */
MlgFilesItem *
mlg_files_item_new_refused (MlgTemplateFiles *files, guint file)
{
  MlgFilesItem *self = g_object_new (MLG_TYPE_FILES_ITEM, NULL);

  self->files = mlg_template_files_ref (files);
  self->file = file;
  return self;
}

static guint
find_file (MlgTemplateFiles *files, const char *name)
{
  GPtrArray *all = mlg_template_files_get (files);
  guint i = 0;

  while (i + 1 < all->len && g_strcmp0 (((MlgTemplateFile *) all->pdata[i])->name, name) != 0)
    i++;
  return i;
}

/**
 * mlg_files_item_new_change:
 * @change: an index among the changes of the files
 *
 * Returns: (transfer full):
 */
MlgFilesItem *
mlg_files_item_new_change (MlgTemplateFiles *files, guint change)
{
  MlgFilesItem *self = g_object_new (MLG_TYPE_FILES_ITEM, NULL);

  self->files = mlg_template_files_ref (files);
  self->change = mlg_template_files_get_changes (files)->pdata[change];
  self->file = find_file (files, self->change->file);
  return self;
}

/**
 * mlg_files_item_get_file:
 * @index: (out) (optional): which of the files it is
 *
 * Returns: (transfer none): the file that it comes from
 */
const MlgTemplateFile *
mlg_files_item_get_file (MlgFilesItem *self, guint *index)
{
  g_return_val_if_fail (MLG_IS_FILES_ITEM (self), NULL);

  if (index != NULL)
    *index = self->file;
  return mlg_template_files_get (self->files)->pdata[self->file];
}

/**
 * mlg_files_item_get_change:
 *
 * Returns: (transfer none) (nullable): what becomes of it; %NULL for a refused file
 */
const MlgLibraryChange *
mlg_files_item_get_change (MlgFilesItem *self)
{
  g_return_val_if_fail (MLG_IS_FILES_ITEM (self), NULL);
  return self->change;
}
