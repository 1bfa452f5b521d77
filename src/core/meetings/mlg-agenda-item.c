/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-agenda-item.h"

#include <glib/gi18n-lib.h>

struct _MlgAgendaItem
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgAgendaItem, mlg_agenda_item, MLG_TYPE_RECORD)

static const MlgCode item_purposes_codes[] = {
  { "inform", N_ ("To inform") },
  { "discuss", N_ ("To discuss") },
  { "decide", N_ ("To decide") },
  { NULL },
};

const MlgCodeList mlg_item_purposes = { "item-purposes", item_purposes_codes };

static const MlgCode item_states_codes[] = {
  { "open", N_ ("Open") },
  { "closed", N_ ("Closed") },
  { NULL },
};

const MlgCodeList mlg_item_states = { "item-states", item_states_codes };

static const MlgField fields[] = { MLG_AGENDA_ITEM_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_agenda_item_kind = {
  .name = "agenda-item",
  .plural = "agenda-items",
  .title = N_ ("Agenda item"),
  .title_plural = N_ ("Agenda Items"),
  .table = "agenda_item",
  .fields = fields,
  .n_fields = MLG_AGENDA_ITEM_N_FIELDS,
  .get_type = mlg_agenda_item_get_type,
};

static void
mlg_agenda_item_class_init (MlgAgendaItemClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_agenda_item_kind);
}

static void
mlg_agenda_item_init (MlgAgendaItem *self)
{
}
