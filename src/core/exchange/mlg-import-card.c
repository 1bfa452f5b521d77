/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-person.h"
#include "mlg-card-fields.h"
#include "mlg-card-id.h"
#include "mlg-card-name.h"
#include "mlg-import-entry.h"
#include "store/mlg-fold.h"

/* What a card says, as records of the network: professional contacts only. Each property that was
 * understood is marked; the others are named in one note, so that nothing is lost in silence. */

static void
take_body_details (MlgCard *c, MlgRecord *body)
{
  static const struct
  {
    const char *name;
    guint field;
  } numbers[] = { { "X-SIREN", MLG_BODY_SIREN },
                  { "X-SIRET", MLG_BODY_SIRET },
                  { "X-INSEE", MLG_BODY_INSEE } };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    mlg_card_set_property (c, body, numbers[i].field, mlg_card_take (c, numbers[i].name, NULL));
  mlg_card_take_address (c, body);
  mlg_card_set_property (c, body, MLG_BODY_WEBSITE, mlg_card_take (c, "URL", NULL));
}

/* A unit of the organisation has no field of its own: it completes the job title, as people say it. */
static void
set_title (MlgCard *c, MlgRecord *function, const char *title, GStrv organisation, int line)
{
  g_autoptr (GString) whole = g_string_new (title);

  for (guint i = 1; organisation[0] != NULL && organisation[i] != NULL; i++)
    if (*organisation[i] != '\0')
      g_string_append_printf (whole, "%s%s", whole->len > 0 ? ", " : "", organisation[i]);
  mlg_card_set_field (c, function, MLG_FUNCTION_TITLE, whole->str, line);
}

/* A role is one of the network's, or else the job title. */
static char *
take_role (MlgCard *c, MlgRecord *function, const char *group, char *title)
{
  g_autofree char *role = mlg_card_take_text (c, "ROLE", group);
  const MlgCode *code =
      *role != '\0' ? mlg_code_list_find_by_title (&mlg_function_roles, role) : NULL;

  if (code != NULL)
    mlg_record_set_text (function, MLG_FUNCTION_ROLE, code->code);
  else if (*role != '\0' && *title != '\0')
    {
      char *both = g_strconcat (title, ", ", role, NULL);

      g_free (title);
      return both;
    }
  else if (*role != '\0')
    {
      g_free (title);
      return g_steal_pointer (&role);
    }
  return title;
}

static gboolean
read_function (MlgCard *c, MlgImportEntry *entry)
{
  const MlgVcardProperty *property = mlg_card_take (c, "ORG", NULL);
  const char *group = property != NULL && property->group != NULL ? property->group : "";
  g_autoptr (MlgImportFunction) function = NULL;
  g_auto (GStrv) organisation = NULL;
  g_autofree char *title = NULL;

  if (property == NULL)
    return FALSE;
  organisation = mlg_vcard_property_split (property, ';');
  function = mlg_import_function_new ();
  title = mlg_card_take_text (c, "TITLE", group);
  title = take_role (c, function->function, group, g_steal_pointer (&title));
  set_title (c, function->function, title, organisation, property->line);
  mlg_card_set_field (c, function->body, MLG_BODY_NAME, organisation[0], property->line);
  if (*group != '\0')
    {
      mlg_card_set_property (c, function->function, MLG_FUNCTION_EMAIL,
                             mlg_card_take (c, "EMAIL", group));
      mlg_card_take_phone (c, function->function, MLG_FUNCTION_PHONE, group, FALSE);
    }
  if (!mlg_record_is_null (function->body, MLG_BODY_NAME))
    g_ptr_array_add (entry->functions, g_steal_pointer (&function));
  return TRUE;
}

/* What is left over belongs to the function that has none of its own. */
static void
share_contacts (MlgCard *c, MlgImportFunction *function)
{
  if (mlg_record_is_null (function->function, MLG_FUNCTION_EMAIL))
    mlg_card_set_property (c, function->function, MLG_FUNCTION_EMAIL,
                           mlg_card_take (c, "EMAIL", NULL));
  if (mlg_record_is_null (function->function, MLG_FUNCTION_PHONE))
    mlg_card_take_phone (c, function->function, MLG_FUNCTION_PHONE, NULL, FALSE);
  take_body_details (c, function->body);
}

static void
read_person (MlgCard *c, MlgImportEntry *entry)
{
  MlgRecord *person = entry->record;

  entry->functions = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_import_function_free);
  while (read_function (c, entry))
    ;
  mlg_card_set_property (c, person, MLG_PERSON_EMAIL, mlg_card_take (c, "EMAIL", NULL));
  mlg_card_take_phone (c, person, MLG_PERSON_PHONE, NULL, FALSE);
  mlg_card_take_phone (c, person, MLG_PERSON_MOBILE, NULL, TRUE);
  mlg_card_set_property (c, person, MLG_PERSON_NOTES, mlg_card_take (c, "NOTE", NULL));
  mlg_card_set_property (c, person, MLG_PERSON_OBJECTION, mlg_card_take (c, "X-NO-MAILINGS", NULL));
  if (entry->functions->len > 0)
    share_contacts (c, entry->functions->pdata[0]);
}

static void
read_body (MlgCard *c, MlgImportEntry *entry)
{
  MlgRecord *body = entry->record;
  const MlgVcardProperty *property = mlg_card_take (c, "ORG", NULL);
  g_autofree char *name = mlg_card_take_text (c, "FN", NULL);
  g_auto (GStrv) organisation = property != NULL ? mlg_vcard_property_split (property, ';') : NULL;

  if (*name == '\0' && organisation != NULL)
    mlg_card_set_field (c, body, MLG_BODY_NAME, organisation[0], property->line);
  else
    mlg_card_set_field (c, body, MLG_BODY_NAME, name, c->card->line);
  mlg_card_set_property (c, body, MLG_BODY_SHORT_NAME, mlg_card_take (c, "NICKNAME", NULL));
  mlg_card_set_property (c, body, MLG_BODY_EMAIL, mlg_card_take (c, "EMAIL", NULL));
  mlg_card_take_phone (c, body, MLG_BODY_PHONE, NULL, FALSE);
  mlg_card_set_property (c, body, MLG_BODY_NOTES, mlg_card_take (c, "NOTE", NULL));
  take_body_details (c, body);
}

static const MlgVcardProperty *
find (const MlgCard *c, const char *name)
{
  for (guint i = 0; i < c->card->properties->len; i++)
    if (g_str_equal (mlg_card_get_property (c, i)->name, name))
      return mlg_card_get_property (c, i);
  return NULL;
}

static char *
dup_text (const MlgCard *c, const char *name)
{
  const MlgVcardProperty *property = find (c, name);

  return property != NULL ? mlg_vcard_property_dup_text (property) : g_strdup ("");
}

static gboolean
has_person_name (const MlgCard *c)
{
  const MlgVcardProperty *property = find (c, "N");
  g_auto (GStrv) parts = property != NULL ? mlg_vcard_property_split (property, ';') : NULL;

  return parts != NULL && parts[0] != NULL
         && (*parts[0] != '\0' || (parts[1] != NULL && *parts[1] != '\0'));
}

/* A card of an organisation says so, or names nobody. */
static gboolean
is_organisation (const MlgCard *c)
{
  const MlgVcardProperty *property = find (c, "ORG");
  g_autofree char *kind = dup_text (c, "KIND");
  g_autofree char *shown = dup_text (c, "X-ABSHOWAS");
  g_autofree char *name = dup_text (c, "FN");
  g_auto (GStrv) organisation = property != NULL ? mlg_vcard_property_split (property, ';') : NULL;
  g_autofree char *folded = mlg_fold (name);
  g_autofree char *other = organisation != NULL ? mlg_fold (organisation[0]) : NULL;

  if (*kind != '\0' || *shown != '\0')
    return g_ascii_strcasecmp (kind, "org") == 0 || g_ascii_strcasecmp (shown, "company") == 0;
  return other != NULL && !has_person_name (c) && (*name == '\0' || g_str_equal (folded, other));
}

static gboolean
is_contact (MlgCard *c)
{
  g_autofree char *kind = dup_text (c, "KIND");

  if (*kind == '\0' || g_ascii_strcasecmp (kind, "org") == 0
      || g_ascii_strcasecmp (kind, "individual") == 0)
    return TRUE;
  mlg_card_complain (
      c, MLG_SEVERITY_WARNING, c->card->line,
      _ ("the card is that of a “%s”, neither a person nor a body: it is left aside"), kind);
  return FALSE;
}

static void
read_groups (MlgCard *c, MlgImportEntry *entry)
{
  g_autoptr (GStrvBuilder) groups = g_strv_builder_new ();
  const MlgVcardProperty *property;

  while ((property = mlg_card_take (c, "CATEGORIES", NULL)) != NULL)
    {
      g_auto (GStrv) names = mlg_vcard_property_split (property, ',');

      for (GStrv name = names; *name != NULL; name++)
        if (**name != '\0')
          g_strv_builder_add (groups, *name);
    }
  entry->groups = g_strv_builder_end (groups);
}

/* What says nothing about the contact. */
static gboolean
is_technical (const char *name)
{
  static const char *const names[] = { "FN",
                                       "N",
                                       "KIND",
                                       "REV",
                                       "PRODID",
                                       "UID",
                                       "X-ABSHOWAS",
                                       "X-ABUID",
                                       "SOURCE",
                                       "PROFILE",
                                       "CLIENTPIDMAP",
                                       "SORT-STRING",
                                       "X-ABLABEL",
                                       "MAILER",
                                       "CLASS",
                                       "X-EVOLUTION-FILE-AS",
                                       "X-COUCHDB-APPLICATION-ANNOTATIONS",
                                       NULL };

  return g_strv_contains (names, name);
}

static void
report_unused (MlgCard *c)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < c->card->properties->len; i++)
    {
      const MlgVcardProperty *property = mlg_card_get_property (c, i);

      if (!c->used[i] && !is_technical (property->name) && g_hash_table_add (seen, property->name))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", property->name);
    }
  if (names->len > 0)
    mlg_card_complain (c, MLG_SEVERITY_NOTE, c->card->line,
                       /* Translators: names of the lines of a contact card: "BDAY, PHOTO" */
                       _ ("of this card, %s is left aside: the network has no place for it"),
                       names->str);
}

/* A whole card may be marked as not for everybody (CLASS: RFC 2426, section 3.7.1; version 4.0 has it no
 * more). */
static void
report_class (MlgCard *c)
{
  const MlgVcardProperty *property = mlg_card_take (c, "CLASS", NULL);
  g_autofree char *text = property != NULL ? mlg_vcard_property_dup_text (property) : NULL;
  const char *class = text != NULL ? g_strstrip (text) : "";

  if (g_ascii_strcasecmp (class, "private") == 0 || g_ascii_strcasecmp (class, "confidential") == 0)
    mlg_card_complain (c, MLG_SEVERITY_WARNING, property->line,
                       /* Translators: "PRIVATE" or "CONFIDENTIAL". */
                       _ ("the whole card is marked as %s: keep it only if they agree"), class);
}

/**
 * mlg_import_entry_from_card:
 * @file: the name of the card's file, for messages
 * @issues: gets what is odd or left aside, with its line
 *
 * Reads a card as a body (KIND:org, or a card that names nobody) or as a person, with a function in
 * each organisation that it names.
 *
 * Returns: (transfer full) (nullable): %NULL for a card of neither, which was reported
 */
MlgImportEntry *
mlg_import_entry_from_card (const MlgVcard *card, const char *file, MlgIssueList *issues)
{
  g_autofree gboolean *used = g_new0 (gboolean, card->properties->len + 1);
  MlgCard c = { .card = card, .file = file, .issues = issues, .used = used };
  gboolean is_body = is_organisation (&c);
  const MlgKind *kind = is_body ? &mlg_body_kind : &mlg_person_kind;
  g_autofree char *uid = dup_text (&c, "UID");
  MlgImportEntry *entry;

  if (!is_contact (&c))
    return NULL;
  entry = mlg_import_entry_new (mlg_record_new (kind), card->line);
  entry->id = mlg_card_id_read (uid, kind);
  if (is_body)
    read_body (&c, entry);
  else
    {
      mlg_card_read_name (&c, entry->record);
      read_person (&c, entry);
    }
  read_groups (&c, entry);
  report_class (&c);
  report_unused (&c);
  return entry;
}
