/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-rich-buffer.h"
#include "mlg-rich-tag.h"

G_BEGIN_DECLS

struct _MlgRichBuffer
{
  GtkTextBuffer parent_instance;
  GPtrArray *lines;   /* (owned) of MlgRichLine: what each line is; their spans stand in the text */
  GHashTable *labels; /* (owned) (nullable) */
  GPtrArray *undone;  /* (owned) of MlgRichState, the last one first to come */
  GPtrArray *done;    /* (owned) of MlgRichState */
  char *before;       /* (owned) (nullable) the text before the action that goes on */
  int cursor_before;
  guint depth;       /* of actions inside one another */
  gboolean loading;  /* the text is that of the lines already */
  gboolean changed;  /* in this action */
  gboolean typed;    /* this action is one letter */
  gint64 last_typed; /* when the last letter was, 0 after anything else */
  guint reload_source;
};

MlgRichTag *mlg_rich_buffer_find_atom (const GtkTextIter *iter);
GPtrArray *mlg_rich_buffer_read_lines (MlgRichBuffer *self);
void mlg_rich_buffer_load (MlgRichBuffer *self, const char *markup, int cursor);
void mlg_rich_buffer_look (MlgRichBuffer *self);
MlgRichLine *mlg_rich_buffer_next_line (const MlgRichLine *line);
void mlg_rich_buffer_changed (MlgRichBuffer *self);

G_END_DECLS
