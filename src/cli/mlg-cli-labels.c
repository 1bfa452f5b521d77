/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-labels.h"

#include <glib/gi18n.h>

#include "library/mlg-reading.h"
#include "mlg-cli-json.h"
#include "mlg-cli-table.h"
#include "template/mlg-label.h"

static JsonObject *
write_label (const MlgLabel *label)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", label->id);
  json_object_set_string_member (object, "title", label->title);
  json_object_set_string_member (object, "kind", label->kind);
  json_object_set_string_member (object, "requirable", label->requirable);
  json_object_set_string_member (object, "domain", label->domain);
  json_object_set_string_member (object, "remark", label->remark);
  json_object_set_string_member (object, "source", label->source);
  json_object_set_string_member (object, "confidence", label->confidence);
  json_object_set_string_member (object, "checked", label->checked);
  return object;
}

static void
print_table (GPtrArray *labels)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  mlg_cli_table_add (rows, "id", _ ("Label"), _ ("Kind"), _ ("In a tender (a guide)"), _ ("Source"),
                     _ ("Checked on"), _ ("Confidence"), NULL);
  for (guint i = 0; i < labels->len; i++)
    {
      const MlgLabel *label = labels->pdata[i];

      mlg_cli_table_add (
          rows, label->id, label->title, mlg_code_list_get_title (&mlg_label_kinds, label->kind),
          mlg_code_list_get_title (&mlg_label_answers, label->requirable), label->source,
          label->checked, mlg_reading_confidence_get_title (label->confidence), NULL);
    }
  mlg_cli_table_print (rows);
}

/* list labels [--where WORDS]: the labels that the rules know. @words: (nullable): all must stand in a label. */
MlgCliStatus
mlg_cli_list_labels (MlgCli *cli, const GStrv words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) labels = mlg_label_list_shipped (&error);
  g_autofree char *wanted = words != NULL ? g_strjoinv (" ", words) : NULL;
  JsonArray *items;

  if (labels == NULL)
    return mlg_cli_fail (cli, g_steal_pointer (&error));
  for (guint i = labels->len; i > 0; i--)
    if (!mlg_label_matches (labels->pdata[i - 1], wanted))
      g_ptr_array_remove_index (labels, i - 1);
  if (!cli->json)
    {
      print_table (labels);
      return MLG_CLI_DONE;
    }
  items = json_array_new ();
  for (guint i = 0; i < labels->len; i++)
    json_array_add_object_element (items, write_label (labels->pdata[i]));
  mlg_cli_json_print_items (labels->len, items);
  return MLG_CLI_DONE;
}
