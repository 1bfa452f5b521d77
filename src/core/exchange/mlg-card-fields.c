/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-card-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "members/mlg-body.h"

/* From the lines of a card to the fields of records. Of several values, the preferred one is taken. */

enum
{
  PRIVATE = 1000 /* taken only when there is nothing else */
};

/**
 * mlg_card_complain:
 * @severity: how bad it is
 * @line: of the card's file, from 1; 0 when unknown
 * @format: what is wrong and what becomes of it, translated, as a printf format
 *
 * Adds to the issues of the import what is wrong in a card.
 */
void
mlg_card_complain (MlgCard *c, MlgSeverity severity, int line, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mlg_issue_list_add (c->issues, severity, c->file, line, 0, "%s", message);
}

/**
 * mlg_card_get_property:
 * @i: which one, from 0
 *
 * Returns: one property of the card that is read; it belongs to the card
 */
const MlgVcardProperty *
mlg_card_get_property (const MlgCard *c, guint i)
{
  return c->card->properties->pdata[i];
}

static guint
rank (const MlgVcardProperty *property)
{
  gboolean private = mlg_vcard_property_has_type (property, "home")
                     && !mlg_vcard_property_has_type (property, "work");

  return mlg_vcard_property_get_preference (property) + (private ? PRIVATE : 0);
}

/* Groups: %NULL for any, "" for none. */
static gboolean
is_in_group (const MlgVcardProperty *property, const char *group)
{
  return group == NULL || g_strcmp0 (property->group != NULL ? property->group : "", group) == 0;
}

/* Returns: the property that is preferred among those not yet taken, which is taken. */
const MlgVcardProperty *
mlg_card_take (MlgCard *c, const char *name, const char *group)
{
  guint best = c->card->properties->len;

  for (guint i = 0; i < c->card->properties->len; i++)
    if (!c->used[i] && g_str_equal (mlg_card_get_property (c, i)->name, name)
        && is_in_group (mlg_card_get_property (c, i), group)
        && (best == c->card->properties->len
            || rank (mlg_card_get_property (c, i)) < rank (mlg_card_get_property (c, best))))
      best = i;
  if (best == c->card->properties->len)
    return NULL;
  c->used[best] = TRUE;
  return mlg_card_get_property (c, best);
}

/**
 * mlg_card_take_text:
 * @name: of the property, in capitals
 * @group: (nullable): see mlg_card_take()
 *
 * Takes the text of a property, which is the caller’s to free; "" when there is none.
 */
char *
mlg_card_take_text (MlgCard *c, const char *name, const char *group)
{
  const MlgVcardProperty *property = mlg_card_take (c, name, group);

  return property != NULL ? mlg_vcard_property_dup_text (property) : g_strdup ("");
}

/**
 * mlg_card_set_field:
 * @record: gets the value
 * @field: which field
 * @text: what the card says
 * @line: of the file, from 1
 *
 * Sets a field to what a card says. What the field does not take is told and left out; what it
 * finds odd is told and taken.
 */
void
mlg_card_set_field (MlgCard *c, MlgRecord *record, guint field, const char *text, int line)
{
  const MlgField *description = &mlg_record_get_kind (record)->fields[field];
  g_autofree char *odd = NULL;
  g_autoptr (GError) error = NULL;

  if (!mlg_record_parse (record, field, text, &error))
    mlg_card_complain (c, MLG_SEVERITY_WARNING, line, "%s", error->message);
  else if (description->warn != NULL && mlg_record_get_text (record, field) != NULL)
    odd = description->warn (mlg_record_get_text (record, field));
  if (odd != NULL)
    mlg_card_complain (c, MLG_SEVERITY_WARNING, line, "%s", odd);
}

/**
 * mlg_card_set_property:
 * @record: gets the value
 * @field: which field
 * @property: (nullable): taken from the card; %NULL leaves the field as it is
 *
 * Sets a field to the text of a property, as mlg_card_set_field() does.
 */
void
mlg_card_set_property (MlgCard *c, MlgRecord *record, guint field, const MlgVcardProperty *property)
{
  g_autofree char *text = property != NULL ? mlg_vcard_property_dup_text (property) : NULL;

  if (property == NULL)
    return;
  mlg_card_set_field (c, record, field, text, property->line);
  if (rank (property) > PRIVATE && !mlg_record_is_null (record, field))
    mlg_card_complain (c, MLG_SEVERITY_WARNING, property->line,
                       _ ("%s: the card says that “%s” is private: keep it only if they agree"),
                       property->name, text);
}

/* RFC 3966: "tel:+33-3-20-49-50-00;ext=12". */
static void
set_phone (MlgCard *c, MlgRecord *record, guint field, const MlgVcardProperty *property)
{
  g_autofree char *text = mlg_vcard_property_dup_text (property);
  const char *number = g_ascii_strncasecmp (text, "tel:", 4) == 0 ? text + 4 : text;
  const char *extension = strstr (number, ";ext=");
  g_autofree char *plain = NULL;

  if (extension != NULL)
    plain = g_strdup_printf ("%.*s (%s)", (int) (extension - number), number, extension + 5);
  mlg_card_set_field (c, record, field, plain != NULL ? plain : number, property->line);
  if (rank (property) > PRIVATE)
    mlg_card_complain (c, MLG_SEVERITY_WARNING, property->line,
                       _ ("%s: the card says that “%s” is private: keep it only if they agree"),
                       property->name, number);
}

static gboolean
is_for (const MlgVcardProperty *property, gboolean mobile)
{
  static const char *const machines[] = { "fax", "pager", "modem", "bbs", "textphone" };
  gboolean cell = mlg_vcard_property_has_type (property, "cell")
                  || mlg_vcard_property_has_type (property, "mobile");

  for (guint i = 0; i < G_N_ELEMENTS (machines); i++)
    if (mlg_vcard_property_has_type (property, machines[i]))
      return FALSE;
  return cell == mobile;
}

/**
 * mlg_card_take_phone:
 * @record: gets the number
 * @field: which field
 * @group: (nullable): see mlg_card_take()
 * @mobile: whether a mobile number is wanted, or any other
 *
 * Takes the telephone number of a kind that the card prefers, by its TYPE (RFC 6350, section
 * 6.4.1).
 */
void
mlg_card_take_phone (MlgCard *c, MlgRecord *record, guint field, const char *group, gboolean mobile)
{
  guint best = c->card->properties->len;

  for (guint i = 0; i < c->card->properties->len; i++)
    {
      const MlgVcardProperty *property = mlg_card_get_property (c, i);

      if (!c->used[i] && g_str_equal (property->name, "TEL") && is_in_group (property, group)
          && is_for (property, mobile)
          && (best == c->card->properties->len
              || rank (property) < rank (mlg_card_get_property (c, best))))
        best = i;
    }
  if (best == c->card->properties->len)
    return;
  c->used[best] = TRUE;
  set_phone (c, record, field, mlg_card_get_property (c, best));
}

/* ADR: post office box; more of the address; street; town; region; postcode; country. */
void
mlg_card_take_address (MlgCard *c, MlgRecord *body)
{
  const MlgVcardProperty *property = mlg_card_take (c, "ADR", NULL);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) street = g_string_new (NULL);
  guint n;

  if (property == NULL || rank (property) > PRIVATE)
    return;
  parts = mlg_vcard_property_split (property, ';');
  n = g_strv_length (parts);
  for (guint i = 3; i-- > 0;)
    if (i < n && *parts[i] != '\0')
      g_string_append_printf (street, "%s%s", street->len > 0 ? "\n" : "", parts[i]);
  mlg_card_set_field (c, body, MLG_BODY_ADDRESS, street->str, property->line);
  if (n > 3)
    mlg_card_set_field (c, body, MLG_BODY_CITY, parts[3], property->line);
  if (n > 5)
    mlg_card_set_field (c, body, MLG_BODY_POSTCODE, parts[5], property->line);
}
