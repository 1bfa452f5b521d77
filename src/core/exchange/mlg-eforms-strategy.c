/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-eforms-private.h"

#define ADDITIONAL  "cac:ProcurementProject/cac:ProcurementAdditionalType"
#define REQUIREMENT "cac:TenderingTerms/cac:ContractExecutionRequirement"
#define REQUEST     "cac:TenderingTerms/cac:TendererQualificationRequest"

/* What a lot says of strategic procurement (BT-06) and of its aims: the codes in words, the dimensions of the
 * clause, and what is written about them (BT-755, BT-777). */
typedef struct
{
  GPtrArray *titles;                        /* (owned) (element-type utf8) (unowned texts) */
  GPtrArray *dimensions;                    /* (owned) (element-type utf8) (unowned texts) */
  GPtrArray *words;                         /* (owned) (element-type utf8) */
  gboolean none;                            /* that it is not strategic */
  gboolean environment, social, innovation; /* whether BT-06 names it */
  gboolean environment_aim, social_aim, innovation_aim;
} Strategy;

static void
strategy_clear (Strategy *strategy)
{
  g_ptr_array_unref (strategy->titles);
  g_ptr_array_unref (strategy->dimensions);
  g_ptr_array_unref (strategy->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Strategy, strategy_clear)

static void
add_once (GPtrArray *array, const char *text)
{
  if (text != NULL && !g_ptr_array_find_with_equal_func (array, text, g_str_equal, NULL))
    g_ptr_array_add (array, (gpointer) text);
}

static void
note_code (Strategy *strategy, const char *list, const char *code)
{
  gboolean none = g_str_equal (code, "none");

  if (g_str_equal (list, "strategic-procurement"))
    {
      strategy->none |= none;
      strategy->environment |= g_str_equal (code, "env-imp");
      strategy->social |= g_str_equal (code, "soc-obj");
      strategy->innovation |= g_str_equal (code, "inn-pur");
    }
  strategy->environment_aim |= g_str_equal (list, "environmental-impact") && !none;
  strategy->social_aim |= g_str_equal (list, "social-objective") && !none;
  strategy->innovation_aim |= g_str_equal (list, "innovative-acquisition") && !none;
}

static void
read_code (MlgEforms *self, Strategy *strategy, const xmlNode *node)
{
  const char *list = mlg_xml_get (node, "listName");
  g_autofree char *code = mlg_eforms_dup_words (node);
  g_autofree char *key = g_strdup_printf ("%s/%s", list != NULL ? list : "", code);
  const MlgCode *known = mlg_code_list_find (&mlg_eforms_strategies, key);

  if (list == NULL || g_str_equal (list, "contract-nature")
      || g_str_equal (list, "transport-service"))
    return;
  note_code (strategy, list, code);
  if (known != NULL)
    {
      add_once (strategy->titles, _ (known->title));
      add_once (strategy->dimensions, known->group);
    }
  else if (!g_str_equal (code, "none"))
    mlg_eforms_say (self, MLG_SEVERITY_WARNING, node, _ ("“%s”: this code is not known"), code);
}

static void
read_strategy (MlgEforms *self, Strategy *strategy, const xmlNode *lot)
{
  g_autoptr (GPtrArray) types = mlg_eforms_find_all (lot, ADDITIONAL);

  strategy->titles = g_ptr_array_new ();
  strategy->dimensions = g_ptr_array_new ();
  strategy->words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < types->len; i++)
    {
      const xmlNode *code = mlg_eforms_find (types->pdata[i], "cbc:ProcurementTypeCode");

      if (code != NULL)
        read_code (self, strategy, code);
      g_ptr_array_add (strategy->words,
                       mlg_eforms_get_text (self, types->pdata[i], "cbc:ProcurementType"));
    }
}

/* BT-774, 775 and 776 say which aim is meant by a BT-06 that is there, and "none" stands alone. */
static void
check_strategy (MlgEforms *self, const Strategy *strategy, const MlgEformsLot *lot)
{
  const gboolean said[] = { strategy->environment, strategy->social, strategy->innovation };
  const gboolean aims[] = { strategy->environment_aim, strategy->social_aim,
                            strategy->innovation_aim };
  const char *const names[] = { _ ("environment"), _ ("social aims"), _ ("innovation") };

  if (strategy->none && (said[0] || said[1] || said[2] || aims[0] || aims[1] || aims[2]))
    mlg_eforms_say (self, MLG_SEVERITY_WARNING, lot->node,
                    _ ("%s says both that it is no strategic procurement and that it is"), lot->id);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (said[i] && !aims[i])
      mlg_eforms_say (self, MLG_SEVERITY_WARNING, lot->node,
                      _ ("%s is strategic (%s) but does not say for what aim"), lot->id, names[i]);
    else if (aims[i] && !said[i])
      mlg_eforms_say (self, MLG_SEVERITY_WARNING, lot->node,
                      _ ("%s has an aim (%s) but does not say that it is strategic"), lot->id,
                      names[i]);
}

static char *
join (GPtrArray *texts, const char *separator)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? separator : "", (char *) texts->pdata[i]);
  return g_string_free (all, FALSE);
}

static xmlNode *
add_clause (MlgEforms *self, xmlNode *flow, const char *phase, const char *title)
{
  xmlNode *clause = mlg_eforms_add (self, flow, "clause", NULL);

  mlg_xml_set (clause, "phase", phase);
  mlg_eforms_add (self, clause, "title", title);
  return mlg_eforms_add (self, clause, "text", NULL);
}

static void
add_strategy (MlgEforms *self, xmlNode *flow, const MlgEformsLot *lot)
{
  g_auto (Strategy) strategy = { 0 };
  g_autofree char *titles = NULL, *dimensions = NULL;
  xmlNode *text = NULL;

  read_strategy (self, &strategy, lot->node);
  check_strategy (self, &strategy, lot);
  if (strategy.titles->len == 0)
    return;
  titles = join (strategy.titles, " ; ");
  dimensions = join (strategy.dimensions, " ");
  text = add_clause (self, flow, "need", _ ("Strategic procurement"));
  if (*dimensions != '\0')
    mlg_xml_set (text->parent, "dimension", dimensions);
  mlg_eforms_add_paragraphs (self, text, titles);
  for (guint i = 0; i < strategy.words->len; i++)
    mlg_eforms_add_paragraphs (self, text, strategy.words->pdata[i]);
}

static void
add_reservation (MlgEforms *self, xmlNode *flow, const MlgEformsLot *lot)
{
  g_autoptr (GPtrArray) nodes =
      mlg_eforms_find_all (lot->node, REQUEST "/cac:SpecificTendererRequirement");
  xmlNode *text = NULL;

  for (guint i = 0; i < nodes->len; i++)
    {
      g_auto (GStrv) codes = mlg_eforms_get_codes (
          nodes->pdata[i], "cbc:TendererRequirementTypeCode", "reserved-procurement");
      const char *title = mlg_eforms_get_title (&mlg_eforms_reserved, codes[0]);
      g_autofree char *words = NULL;

      if (title == NULL)
        continue;
      if (text == NULL)
        text = add_clause (self, flow, "selection", _ ("Reserved contract"));
      words = mlg_eforms_get_text (self, nodes->pdata[i], "cbc:Description");
      mlg_eforms_add_paragraphs (self, text, title);
      mlg_eforms_add_paragraphs (self, text, words);
    }
}

/* Reserved execution (BT-736) is a condition of performance. */
static void
add_performance (MlgEforms *self, xmlNode *flow, const MlgEformsLot *lot)
{
  g_autoptr (GPtrArray) nodes = mlg_eforms_find_all (lot->node, REQUIREMENT);
  xmlNode *text = NULL;

  for (guint i = 0; i < nodes->len; i++)
    {
      g_auto (GStrv) reserved = mlg_eforms_get_codes (
          nodes->pdata[i], "cbc:ExecutionRequirementCode", "reserved-execution");
      g_autofree char *words = mlg_eforms_get_text (self, nodes->pdata[i], "cbc:Description");
      gboolean sheltered = g_strcmp0 (reserved[0], "yes") == 0;

      if (*words == '\0' && !sheltered)
        continue;
      if (text == NULL)
        text = add_clause (self, flow, "performance", _ ("Performance terms"));
      if (sheltered)
        mlg_eforms_add_paragraphs (
            self, text, _ ("The contract is performed within sheltered employment programmes."));
      mlg_eforms_add_paragraphs (self, text, words);
    }
}

/* Selection criteria (BT-747, 749, 750) moved when the standard grew: both places are read. */
static void
add_selection (MlgEforms *self, xmlNode *flow, const MlgEformsLot *lot)
{
  g_autoptr (GPtrArray) nodes =
      mlg_eforms_find_all (lot->node, REQUEST "/*/efac:SelectionCriteria");
  g_autoptr (GPtrArray) own =
      mlg_eforms_find_all (lot->node, "cac:TenderingTerms/*/efac:SelectionCriteria");
  xmlNode *text = NULL;

  g_ptr_array_extend (nodes, own, NULL, NULL);
  for (guint i = 0; i < nodes->len; i++)
    {
      g_autofree char *name = mlg_eforms_get_text (self, nodes->pdata[i], "cbc:Name");
      g_autofree char *words = mlg_eforms_get_text (self, nodes->pdata[i], "cbc:Description");

      if (*name == '\0' && *words == '\0')
        continue;
      if (text == NULL)
        text = add_clause (self, flow, "selection", _ ("Selection criteria"));
      mlg_eforms_add_paragraphs (self, text, name);
      mlg_eforms_add_paragraphs (self, text, words);
    }
}

/**
 * mlg_eforms_add_clauses:
 * @flow: where they are added
 *
 * Adds the clauses that a lot's codes and words make: strategic procurement (BT-06, 754, 774, 775, 776, 805),
 * reservation (BT-71), selection (BT-747) and performance (BT-70, 736).
 */
void
mlg_eforms_add_clauses (MlgEforms *self, xmlNode *flow, const MlgEformsLot *lot)
{
  add_strategy (self, flow, lot);
  add_reservation (self, flow, lot);
  add_selection (self, flow, lot);
  add_performance (self, flow, lot);
}
