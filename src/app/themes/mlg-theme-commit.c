/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-commit.h"

#include <glib/gi18n-lib.h>

#include "themes/mlg-theme-edit.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-record-rules.h"

/* The records of themes and questionnaires, written by their rules. */
static const MlgRecordRules rules = { mlg_theme_store, mlg_theme_remove };

/**
 * mlg_theme_commit:
 * @widget: where the person writes, in a window
 * @record: a record of this room, as it is shown
 * @text: (nullable): what the person wrote
 *
 * See #MlgFieldCommit: changes one field, as an action of its own.
 *
 * Returns: %FALSE with @error set when @text is not right for the field
 */
gboolean
mlg_theme_commit (
    GtkWidget *widget, MlgRecord *record, guint field, const char *text, GError **error)
{
  return mlg_record_rules_commit (&rules, widget, record, field, text, error);
}

/**
 * mlg_theme_commit_fields:
 * @fields: ended by %NULL: the names of fields that have a row
 *
 * Has the rows of these fields written by the rules of this room.
 */
void
mlg_theme_commit_fields (MlgFieldForm *form, const char *const *fields)
{
  for (; *fields != NULL; fields++)
    mlg_field_row_set_commit (mlg_field_form_get_row (form, *fields), mlg_theme_commit);
}

/**
 * mlg_theme_commit_new:
 * @record: a new record
 * @done: (nullable): what to say then
 */
void
mlg_theme_commit_new (GtkWidget *widget, MlgRecord *record, const char *done)
{
  mlg_record_rules_add (&rules, widget, record, done);
}

/**
 * mlg_theme_commit_removal:
 * @record: a record
 * @done: (nullable): what to say then, with a way to take it back
 */
void
mlg_theme_commit_removal (GtkWidget *widget, MlgRecord *record, const char *done)
{
  mlg_record_rules_remove (&rules, widget, record, done);
}

/* Shared by the writer's thread and by the one that waits for it. */
typedef struct
{
  MlgThemeMaking make;
  gpointer data;            /* (owned) */
  GDestroyNotify free_data; /* (nullable) */
  gint64 made;              /* 0 until it is */
} Making;

static void
clear (gpointer data)
{
  Making *making = data;

  if (making->free_data != NULL)
    making->free_data (making->data);
}

static void
making_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear);
}

static gboolean
make (MlgConnection *db, gpointer data, GError **error)
{
  Making *making = data;

  making->made = making->make (db, making->data, error);
  return making->made != 0;
}

/* What waits for the writer. */
typedef struct
{
  MlgHost *host;       /* (owned) */
  const MlgKind *kind; /* (unowned) static */
  char *name;          /* (owned) of the action */
  char *done;          /* (owned) (nullable) */
  Making *making;      /* (owned) */
} Waiting;

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->host);
  g_free (waiting->name);
  g_free (waiting->done);
  making_unref (waiting->making);
  g_free (waiting);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  if (mlg_store_act_finish (MLG_STORE (source), result, &error))
    {
      if (waiting->done != NULL)
        mlg_host_say (waiting->host, waiting->done, TRUE);
      mlg_host_show_record (waiting->host, waiting->kind, waiting->making->made);
    }
  else
    {
      /* Translators: %s is the name of an action, such as “Add Lille”. */
      g_autofree char *heading = g_strdup_printf (_ ("Not done: %s"), waiting->name);

      mlg_host_fail (waiting->host, heading, error);
    }
  waiting_free (waiting);
}

/**
 * mlg_theme_commit_making:
 * @widget: in a window
 * @action: what is done
 * @kind: (transfer none): static: of what is made
 * @make_it: makes it
 * @data: (transfer full): for @make_it
 * @free_data: (nullable): frees @data
 * @done: (nullable): what to say then
 *
 * Makes a record as an action, and shows it.
 */
void
mlg_theme_commit_making (GtkWidget *widget,
                         const char *action,
                         const MlgKind *kind,
                         MlgThemeMaking make_it,
                         gpointer data,
                         GDestroyNotify free_data,
                         const char *done)
{
  Making *making = g_atomic_rc_box_new0 (Making);
  Waiting *waiting = g_new0 (Waiting, 1);

  making->make = make_it;
  making->data = data;
  making->free_data = free_data;
  waiting->host = g_object_ref (mlg_host_find (widget));
  waiting->kind = kind;
  waiting->name = g_strdup (action);
  waiting->done = g_strdup (done);
  waiting->making = making;
  mlg_store_act_async (mlg_host_get_store (waiting->host), action, make,
                       g_atomic_rc_box_acquire (making), making_unref, NULL, NULL, on_made,
                       waiting);
}
