/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-outline-deed.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause.h"
#include "library/mlg-tender-store.h"
#include "library/mlg-uri.h"

/* For people: what is done, and what was; %s is the title of the part. */
static const struct
{
  const char *action;
  const char *done;
} titles[] = {
  [MLG_OUTLINE_MOVE] = { N_ ("Move “%s”"), NULL },
  [MLG_OUTLINE_DROP] = { N_ ("Move “%s”"), NULL },
  [MLG_OUTLINE_REMOVE] = { N_ ("Take “%s” out"), N_ ("“%s” was taken out") },
  [MLG_OUTLINE_RENAME] = { N_ ("Rename “%s”"), NULL },
  [MLG_OUTLINE_ADD_SECTION] = { N_ ("Add a section after “%s”"), N_ ("Section added") },
  [MLG_OUTLINE_ADD_PIECE] = { N_ ("Add a piece after “%s”"), N_ ("Piece added") },
  [MLG_OUTLINE_ADD_CLAUSE] = { N_ ("Add a clause at “%s”"), N_ ("Clause added") },
  [MLG_OUTLINE_NEW_CLAUSE] = { N_ ("Add a clause at “%s”"), N_ ("Clause added") },
  [MLG_OUTLINE_SWAP] = { N_ ("Take another clause instead of “%s”"), N_ ("Clause exchanged") },
  [MLG_OUTLINE_CONTROL] = { N_ ("Change the condition of “%s”"), N_ ("Condition changed") },
};

/**
 * mlg_outline_deed_new:
 * @kind: of templates or of drafts
 * @line: of a part, see MlgReadingItem
 * @title: (nullable): of the part
 *
 * Returns: (transfer full): a change without what it needs more
 */
MlgOutlineDeed *
mlg_outline_deed_new (
    const MlgKind *kind, gint64 id, MlgOutlineOperation operation, int line, const char *title)
{
  MlgOutlineDeed *self = g_new0 (MlgOutlineDeed, 1);

  self->kind = kind;
  self->id = id;
  self->operation = operation;
  self->line = line;
  self->title = g_strdup (title);
  return self;
}

/** mlg_outline_deed_free: */
void
mlg_outline_deed_free (MlgOutlineDeed *self)
{
  g_free (self->title);
  g_free (self->target_title);
  g_free (self->text);
  g_free (self->code);
  g_free (self);
}

static MlgTemplate *
add_clause (MlgConnection *db,
            const MlgOutlineDeed *self,
            MlgTemplate *text,
            const MlgOutlinePlace *place,
            GError **error)
{
  g_autoptr (MlgRecord) clause = mlg_record_load (db, &mlg_clause_kind, self->clause, error);

  if (clause == NULL)
    return NULL;
  return self->operation == MLG_OUTLINE_SWAP ? mlg_outline_swap_clause (text, place, clause, error)
                                             : mlg_outline_add_clause (text, place, clause, error);
}

/* A clause that is in no library yet: it gets there with the template. */
static MlgTemplate *
new_clause (const MlgOutlineDeed *self,
            MlgTemplate *text,
            const MlgOutlinePlace *place,
            GError **error)
{
  g_autoptr (MlgRecord) clause = mlg_record_new (&mlg_clause_kind);
  g_autofree char *uri = mlg_uri_new ();
  g_autofree char *markup = g_markup_printf_escaped ("<d:p>%s</d:p>", self->text);

  mlg_record_set_text (clause, MLG_CLAUSE_URI, uri);
  mlg_record_set_integer (clause, MLG_CLAUSE_REVISION, 1);
  mlg_record_set_text (clause, MLG_CLAUSE_TITLE, self->text);
  mlg_record_set_text (clause, MLG_CLAUSE_PHASE, self->code);
  mlg_record_set_text (clause, MLG_CLAUSE_TEXT, markup);
  return mlg_outline_add_clause (text, place, clause, error);
}

/* A section that gets a repeat stands elsewhere in the XML: its condition comes first. */
static MlgTemplate *
set_control (const MlgOutlineDeed *self,
             MlgTemplate *text,
             const MlgOutlinePlace *place,
             GError **error)
{
  return mlg_outline_set_control (text, place, self->text, self->code, error);
}

static MlgTemplate *
change (MlgConnection *db, const MlgOutlineDeed *self, MlgTemplate *text, GError **error)
{
  MlgOutlinePlace place = { self->line, self->title };
  MlgOutlinePlace target = { self->target, self->target_title };

  switch (self->operation)
    {
    case MLG_OUTLINE_MOVE:
      return mlg_outline_move (text, &place, self->step, error);
    case MLG_OUTLINE_DROP:
      return mlg_outline_drop (text, &place, &target, error);
    case MLG_OUTLINE_REMOVE:
      return mlg_outline_remove (text, &place, error);
    case MLG_OUTLINE_RENAME:
      return mlg_outline_rename (text, &place, self->text, error);
    case MLG_OUTLINE_ADD_SECTION:
      return mlg_outline_add_section (text, &place, self->text, error);
    case MLG_OUTLINE_ADD_PIECE:
      return mlg_outline_add_piece (text, &place, self->code, self->text, error);
    case MLG_OUTLINE_ADD_CLAUSE:
    case MLG_OUTLINE_SWAP:
      return add_clause (db, self, text, &place, error);
    case MLG_OUTLINE_NEW_CLAUSE:
      return new_clause (self, text, &place, error);
    case MLG_OUTLINE_CONTROL:
    default:
      return set_control (self, text, &place, error);
    }
}

static char *
write_action (const MlgOutlineDeed *self)
{
  /* The words are those of the table above. */
  g_auto (GStrv) parts = g_strsplit (_ (titles[self->operation].action), "%s", 2);

  return g_strjoinv (self->title, parts);
}

static gboolean
write_change (MlgConnection *db, gpointer data, GError **error)
{
  const MlgOutlineDeed *self = data;
  g_autoptr (MlgTemplate) text = mlg_tender_read (db, self->kind, self->id, error);
  g_autoptr (MlgTemplate) changed = text != NULL ? change (db, self, text, error) : NULL;
  g_autofree char *note = write_action (self);

  return mlg_tender_store (db, self->kind, self->id, changed, note, error);
}

/**
 * mlg_outline_deed_act:
 * @self: (transfer full):
 * @host: the window in front
 *
 * Makes the change, as an action.
 */
void
mlg_outline_deed_act (MlgOutlineDeed *self, MlgHost *host)
{
  const char *done = titles[self->operation].done;
  g_autofree char *action = write_action (self);
  g_auto (GStrv) parts = g_strsplit (done != NULL ? _ (done) : "", "%s", 2);
  g_autofree char *said = done != NULL ? g_strjoinv (self->title, parts) : NULL;

  mlg_host_act (host, action, write_change, self, (GDestroyNotify) mlg_outline_deed_free, said);
}
