/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-purchase.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-xml.h"
#include "mlg-cpv-code.h"
#include "mlg-french.h"
#include "mlg-template.h"

/* More than this is a slip of the hand. */
#define MOST_LOTS 9999

/* The properties of a purchase, kept as the checked tree has them. */
struct _MlgPurchase
{
  GHashTable *values; /* (owned) (element-type utf8 utf8) by the names of the table below */
  GHashTable *facts;  /* (owned) (element-type utf8 utf8) yes or no */
  GHashTable *parts;  /* (owned) (element-type utf8 GPtrArray) what the checked text has */
};

typedef struct
{
  const char *name;
  const char *title;
  char *(*parse) (const char *text, GError **error); /* (nullable) for a choice */
  const char *choices;                               /* (nullable) separated by spaces */
  gboolean from_template;
} Property;

static char *parse_months (const char *text, GError **error);
static char *parse_lots (const char *text, GError **error);
static char *parse_codes (const char *text, GError **error);

static const Property properties[] = {
  { "date", N_ ("the day on which the consultation is launched"), mlg_french_parse_date, NULL,
    FALSE },
  { "kind", N_ ("the kind of contract"), NULL, "contract framework concession defence", TRUE },
  { "nature", N_ ("the nature of what is bought"), NULL, "works supplies services", TRUE },
  { "buyer", N_ ("the class of the buyer"), NULL, "central state local other entity", FALSE },
  { "value", N_ ("the estimated value"), mlg_french_parse_amount, NULL, TRUE },
  { "months", N_ ("the duration in months"), parse_months, NULL, TRUE },
  { "procedure", N_ ("the procedure"), NULL, "adapted open restricted negotiated dialogue none",
    TRUE },
  { "lot-count", N_ ("the number of lots"), parse_lots, NULL, FALSE },
  { "cpv", N_ ("the CPV codes"), parse_codes, NULL, FALSE },
};

/* A number of months, or a duration: "4 ans". */
static char *
parse_months (const char *text, GError **error)
{
  g_autofree char *number = mlg_french_parse_number (text, NULL);
  g_autofree char *kept = number == NULL ? mlg_french_parse_duration (text, error) : NULL;
  double amount = number != NULL ? g_ascii_strtod (number, NULL) : 0;
  char *unit = NULL;

  if (number == NULL && kept == NULL)
    return NULL;
  if (kept != NULL)
    {
      amount = g_ascii_strtod (kept, &unit);
      if (g_strrstr (unit, "year") != NULL)
        amount *= 12;
      else if (g_strrstr (unit, "month") == NULL)
        amount = 0;
    }
  if (amount >= 1)
    return g_strdup_printf ("%.0f", amount);
  g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE,
               _ ("“%s”: a number of months is expected"), text);
  return NULL;
}

static char *
parse_lots (const char *text, GError **error)
{
  g_autofree char *number = mlg_french_parse_number (text, NULL);
  char *end = NULL;
  guint64 lots = number != NULL ? g_ascii_strtoull (number, &end, 10) : 0;

  if (lots >= 1 && lots <= MOST_LOTS && *end == '\0')
    return g_strdup_printf ("%" G_GUINT64_FORMAT, lots);
  g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE,
               _ ("“%s”: a number of lots is expected, 1 for a contract that is not divided"),
               text);
  return NULL;
}

/* Codes after one another, as a list of words. */
static char *
parse_codes (const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;\n", -1);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *code = mlg_cpv_clean (parts[i]);
      g_autofree char *fault = *code != '\0' ? mlg_cpv_check (code) : NULL;

      if (fault != NULL)
        {
          g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE, "“%s”: %s", code,
                       fault);
          return NULL;
        }
      g_string_append_printf (codes, "%s%s", codes->len > 0 && *code != '\0' ? " " : "", code);
    }
  if (codes->len > 0)
    return g_string_free (g_steal_pointer (&codes), FALSE);
  g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE,
               _ ("“%s”: CPV codes are expected, with commas between them"), text);
  return NULL;
}

static const Property *
find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (g_str_equal (properties[i].name, name))
      return &properties[i];
  return NULL;
}

/**
 * mlg_purchase_new:
 *
 * Returns: (transfer full): a purchase of which nothing is known yet
 */
MlgPurchase *
mlg_purchase_new (void)
{
  MlgPurchase *self = g_new0 (MlgPurchase, 1);

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->parts =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * mlg_purchase_free:
 * @purchase: (transfer full): what is known of a purchase
 *
 * Frees what is known of a purchase, with its lots.
 */
void
mlg_purchase_free (MlgPurchase *self)
{
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->facts);
  g_hash_table_unref (self->parts);
  g_free (self);
}

/**
 * mlg_purchase_get_choices:
 * @name: a property
 *
 * Returns: (transfer full) (nullable): what it may be; %NULL when it is not one of a list
 */
GStrv
mlg_purchase_get_choices (const char *name)
{
  const Property *property = find (name);

  return property != NULL && property->choices != NULL ? g_strsplit (property->choices, " ", -1)
                                                       : NULL;
}

/**
 * mlg_purchase_get_title:
 * @name: a property
 *
 * Returns: (nullable): what it is, for people; %NULL for what is no property
 */
const char *
mlg_purchase_get_title (const char *name)
{
  const Property *property = find (name);

  return property != NULL ? _ (property->title) : NULL;
}

static char *
parse (const Property *property, const char *text, GError **error)
{
  g_auto (GStrv) choices = mlg_purchase_get_choices (property->name);
  g_autofree char *known = NULL;

  if (choices == NULL)
    return property->parse (text, error);
  if (g_strv_contains ((const char *const *) choices, text))
    return g_strdup (text);
  known = g_strjoinv (", ", choices);
  g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE,
               _ ("“%s” is not known: one of %s is expected"), text, known);
  return NULL;
}

/**
 * mlg_purchase_set:
 * @name: date, kind, nature, buyer, value (euros, excluding tax), months, procedure, lot-count (1 for what is
 *   not divided) or cpv
 * @text: as people write it: "21/08/2026", "216 000", "4 ans", "90910000-9, 39830000-9", or one of the
 *   choices
 *
 * Errors: %MLG_TEMPLATE_ERROR_UNKNOWN for another property, %MLG_TEMPLATE_ERROR_VALUE for a text
 * that is not one of its values.
 *
 * Returns: %FALSE with @error set; nothing is set then
 */
gboolean
mlg_purchase_set (MlgPurchase *self, const char *name, const char *text, GError **error)
{
  const Property *property = find (name);
  char *kept;

  if (property == NULL)
    {
      g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_UNKNOWN,
                   _ ("a purchase has no property “%s”"), name);
      return FALSE;
    }
  kept = parse (property, text, error);
  if (kept == NULL)
    return FALSE;
  g_hash_table_insert (self->values, g_strdup (name), kept);
  return TRUE;
}

/**
 * mlg_purchase_set_fact:
 * @fact: a question of the rules
 * @text: yes or no, in English or in French
 *
 * Errors: %MLG_TEMPLATE_ERROR_VALUE.
 *
 * Returns: %FALSE with @error set
 */
gboolean
mlg_purchase_set_fact (MlgPurchase *self, const char *fact, const char *text, GError **error)
{
  g_autofree char *kept = mlg_french_parse_yes_no (text, error);

  if (kept == NULL)
    return FALSE;
  g_hash_table_insert (self->facts, g_strdup (fact),
                       g_strdup (g_str_equal (kept, "true") ? "yes" : "no"));
  return TRUE;
}

/**
 * mlg_purchase_get:
 *
 * Returns: (nullable): a property as it is kept: a day as YYYY-MM-DD, an amount with a point, codes with
 *   spaces between them; %NULL when it is unknown
 */
const char *
mlg_purchase_get (MlgPurchase *self, const char *name)
{
  return g_hash_table_lookup (self->values, name);
}

/**
 * mlg_purchase_get_fact:
 *
 * Returns: (nullable): "yes" or "no"; %NULL when nobody answered
 */
const char *
mlg_purchase_get_fact (MlgPurchase *self, const char *fact)
{
  return g_hash_table_lookup (self->facts, fact);
}

/**
 * mlg_purchase_take_from_template:
 * @purchase: (nullable): the element of this name of a template
 *
 * Takes from a template what is not set yet.
 */
void
mlg_purchase_take_from_template (MlgPurchase *self, const xmlNode *purchase)
{
  if (purchase == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      const char *name = properties[i].name;
      const char *value = properties[i].from_template ? mlg_xml_get (purchase, name) : NULL;

      if (value != NULL && !g_hash_table_contains (self->values, name))
        g_hash_table_insert (self->values, g_strdup (name), g_strdup (value));
    }
  for (const xmlNode *child = purchase->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "fact")
        && !g_hash_table_contains (self->facts, mlg_xml_get (child, "name")))
      g_hash_table_insert (self->facts, g_strdup (mlg_xml_get (child, "name")),
                           g_strdup (mlg_xml_get (child, "value")));
}

/* "1 – Nettoyage", or what of it there is. */
static char *
name_part (const xmlNode *node, const char *key)
{
  const char *code = mlg_xml_get (node, key);
  g_autoptr (xmlChar) content = xmlNodeGetContent (node);
  g_autofree char *text = g_strstrip (g_strdup ((const char *) content));

  if (code == NULL || g_str_equal (code, text))
    return g_steal_pointer (&text);
  return *text != '\0' ? g_strdup_printf ("%s – %s", code, text) : g_strdup (code);
}

static void
take_part (MlgPurchase *self, const xmlNode *checked, const char *name, const char *key)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (const xmlNode *child = checked->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && xmlStrEqual (child->name, (const xmlChar *) name))
      g_ptr_array_add (found, name_part (child, key));
  g_hash_table_insert (self->parts, (gpointer) name, found);
}

/**
 * mlg_purchase_take_parts:
 * @checked: what rules see of a tender
 *
 * Notes the codes and lots that a check has found, as they are told to people; what is given goes on to go before
 * them in another check.
 */
void
mlg_purchase_take_parts (MlgPurchase *self, const xmlNode *checked)
{
  const char *count = mlg_xml_get (checked, "lot-count");

  take_part (self, checked, "cpv", "code");
  take_part (self, checked, "lot", "number");
  if (count == NULL)
    g_hash_table_remove (self->parts, "lot-count");
  else
    {
      GPtrArray *one = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (one, g_strdup (count));
      g_hash_table_insert (self->parts, (gpointer) "lot-count", one);
    }
}

/**
 * mlg_purchase_get_parts:
 * @part: "cpv", "lot" or "lot-count"
 *
 * Returns: (transfer none) (nullable) (element-type utf8): what the last check has found; %NULL for nothing known
 */
GPtrArray *
mlg_purchase_get_parts (MlgPurchase *self, const char *part)
{
  return g_hash_table_lookup (self->parts, part);
}
