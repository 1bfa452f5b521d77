/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-heading.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-custom-field.h"
#include "members/mlg-function.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"

/* What people write above a column, as mlg_heading_simplify() leaves it, and the field that they mean. Only the
 * fields that the kind has count. */
static const struct
{
  const char *heading;
  const char *field;
} synonyms[] = {
  { "nom", "name" },
  { "nom", "family_name" },
  { "raison sociale", "name" },
  { "denomination", "name" },
  { "libelle", "name" },
  { "organisme", "name" },
  { "structure", "name" },
  { "collectivite", "name" },
  { "commune", "name" },
  { "commune", "city" },
  { "nom collectivite", "name" },
  { "nom de la collectivite", "name" },
  { "nom de l organisme", "name" },
  { "nom organisme", "name" },
  { "nom de la structure", "name" },
  { "nom structure", "name" },
  { "nom de l etablissement", "name" },
  { "etablissement", "name" },
  { "entite", "name" },
  { "employeur", "name" },
  { "acheteur", "name" },
  { "organization", "name" },
  { "institution", "name" },
  { "company", "name" },
  { "societe", "name" },
  { "entreprise", "name" },
  { "mairie", "name" },
  { "intitule", "name" },
  { "nom commune", "name" },
  { "nom de la commune", "name" },
  { "organisation", "name" },
  { "sigle", "short_name" },
  { "nom court", "short_name" },
  { "kind", "category" },
  { "type", "category" },
  { "nature", "category" },
  { "categorie", "category" },
  { "categorie juridique", "category" },
  { "forme juridique", "category" },
  { "statut", "status" },
  { "adhesion", "status" },
  { "date d adhesion", "joined_on" },
  { "date adhesion", "joined_on" },
  { "adherent depuis", "joined_on" },
  { "membre depuis", "joined_on" },
  { "numero departement", "departement" },
  { "n departement", "departement" },
  { "n siren", "siren" },
  { "code siren", "siren" },
  { "siren organisme", "siren" },
  { "code siret", "siret" },
  { "siret organisme", "siret" },
  { "numero siren", "siren" },
  { "n siret", "siret" },
  { "numero siret", "siret" },
  { "code insee", "insee" },
  { "insee commune", "insee" },
  { "code insee commune", "insee" },
  { "code insee de la commune", "insee" },
  { "code geographique", "insee" },
  { "codgeo", "insee" },
  { "code officiel geographique", "insee" },
  { "cog", "insee" },
  { "code commune", "insee" },
  { "insee code", "insee" },
  { "nuts code", "nuts" },
  { "habitants", "population" },
  { "nb habitants", "population" },
  { "nombre habitants", "population" },
  { "population municipale", "population" },
  { "pop", "population" },
  { "population totale", "population" },
  { "nombre d habitants", "population" },
  { "dep", "departement" },
  { "dept", "departement" },
  { "code departement", "departement" },
  { "code collectivite", "departement" },
  { "department", "departement" },
  { "code region", "region" },
  { "epci siren", "epci" },
  { "siren epci", "epci" },
  { "siren de l epci", "epci" },
  { "siren epci de rattachement", "epci" },
  { "adresse", "address" },
  { "adresse postale", "address" },
  { "adresse complete", "address" },
  { "street", "address" },
  { "voie", "address" },
  { "rue", "address" },
  { "postcodes", "postcode" },
  { "code postal", "postcode" },
  { "codes postaux", "postcode" },
  { "cp", "postcode" },
  { "zip", "postcode" },
  { "ville", "city" },
  { "localite", "city" },
  { "town", "city" },
  { "city", "city" },
  { "mail", "email" },
  { "e mail", "email" },
  { "courriel", "email" },
  { "email address", "email" },
  { "adresse mail", "email" },
  { "adresse email", "email" },
  { "adresse electronique", "email" },
  { "courrier electronique", "email" },
  { "mel", "email" },
  { "mail professionnel", "email" },
  { "courriel professionnel", "email" },
  { "adresse e mail", "email" },
  { "telephone", "phone" },
  { "tel", "phone" },
  { "tel fixe", "phone" },
  { "telephone fixe", "phone" },
  { "telephone professionnel", "phone" },
  { "standard", "phone" },
  { "n de telephone", "phone" },
  { "numero de telephone", "phone" },
  { "portable", "mobile" },
  { "site", "website" },
  { "site web", "website" },
  { "site internet", "website" },
  { "url", "website" },
  { "attentes", "expectations" },
  { "remarques", "notes" },
  { "commentaire", "notes" },
  { "commentaires", "notes" },
  { "observations", "notes" },
  { "civilite", "civility" },
  { "titre de civilite", "civility" },
  { "m mme", "civility" },
  { "prenom", "given_name" },
  { "prenoms", "given_name" },
  { "firstname", "given_name" },
  { "surname", "family_name" },
  { "lastname", "family_name" },
  { "nom usuel", "family_name" },
  { "nom d usage", "family_name" },
  { "nom du contact", "family_name" },
  { "contact", "family_name" },
  { "nom et prenom", "family_name" },
  { "prenom et nom", "family_name" },
  { "nom prenom", "family_name" },
  { "prenom nom", "family_name" },
  { "nom complet", "family_name" },
  { "full name", "family_name" },
  { "contact nom", "family_name" },
  { "contact prenom", "given_name" },
  { "contact courriel", "email" },
  { "contact mail", "email" },
  { "contact e mail", "email" },
  { "contact telephone", "phone" },
  { "contact fonction", "title" },
  { "organisme nom", "name" },
  { "structure nom", "name" },
  { "collectivite nom", "name" },
  { "opposition aux envois", "objection" },
  { "fonction", "title" },
  { "intitule du poste", "title" },
  { "intitule de la fonction", "title" },
  { "poste", "title" },
  { "qualite", "title" },
  { "emploi", "title" },
  { "position", "title" },
  { "profil", "role" },
  { "mobile", "mobile" },
  { "tel mobile", "mobile" },
  { "tel portable", "mobile" },
  { "telephone portable", "mobile" },
  { "telephone mobile", "mobile" },
  { "gsm", "mobile" },
  { "cell phone", "mobile" },
  { "opposition", "objection" },
  { "origine des donnees", "source" },
  { "provenance", "source" },
  { "dernier contact", "last_contact" },
  { "rattache a", "parent" },
  { "rattachement", "parent" },
  { "organisme de rattachement", "parent" },
  { "parrain", "sponsor" },
  { "parraine par", "sponsor" },
  { "first name", "given_name" },
  { "last name", "family_name" },
  { "nom de famille", "family_name" },
};

/* Letters and digits in small letters without accents, one space between words. */
char *
mlg_heading_simplify (const char *heading)
{
  g_autofree char *ascii = g_str_to_ascii (heading, "fr");
  GString *words = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (words, g_ascii_tolower (*p));
    else if (words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  while (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
}

/* A row of a table of people speaks of the person, of what that person does, and of where. */
static const MlgKind *const kinds_of_people[] = { &mlg_person_kind, &mlg_function_kind,
                                                  &mlg_body_kind, NULL };
static const MlgKind *const kinds_of_bodies[] = { &mlg_body_kind, NULL };

static const MlgKind *const *
get_kinds (const MlgKind *const *kind)
{
  if (*kind == &mlg_person_kind)
    return kinds_of_people;
  return *kind == &mlg_body_kind ? kinds_of_bodies : kind;
}

/* Rows say who owns a record by other columns. */
static gboolean
can_be_read (const MlgField *field)
{
  return (field->flags & (MLG_FIELD_INTERNAL | MLG_FIELD_OWNER)) == 0
         && (field->type != MLG_FIELD_REFERENCE || g_strcmp0 (field->refers, "body") == 0);
}

/* The column that stands for a whole record in the row of another one. */
static gboolean
is_whole (const MlgKind *kind, guint field)
{
  return (kind == &mlg_body_kind && field == MLG_BODY_NAME)
         || (kind == &mlg_function_kind && field == MLG_FUNCTION_TITLE);
}

static void
add_target (GHashTable *index, const char *name, const MlgKind *kind, guint field)
{
  const MlgTarget target = { kind, field, 0 };
  char *simple = mlg_heading_simplify (name);
  GArray *targets = g_hash_table_lookup (index, simple);

  if (targets == NULL)
    {
      targets = g_array_new (FALSE, FALSE, sizeof (MlgTarget));
      g_hash_table_insert (index, g_strdup (simple), targets);
    }
  for (guint i = 0; i < targets->len; i++)
    if (mlg_target_equal (&g_array_index (targets, MlgTarget, i), &target))
      {
        g_free (simple);
        return;
      }
  g_array_append_val (targets, target);
  g_free (simple);
}

/* "Function: E-mail" and "function.email", beside the names of the person's own fields. */
static void
add_in_full (GHashTable *index, const MlgKind *kind, guint i)
{
  const MlgField *field = &kind->fields[i];
  const char *const pairs[][2] = { { kind->name, field->name },
                                   { kind->title, field->title },
                                   { _ (kind->title), _ (field->title) } };

  for (guint j = 0; j < G_N_ELEMENTS (pairs); j++)
    {
      g_autofree char *whole = g_strconcat (pairs[j][0], " ", pairs[j][1], NULL);

      add_target (index, whole, kind, i);
      if (is_whole (kind, i))
        add_target (index, pairs[j][0], kind, i);
    }
}

static void
add_field (GHashTable *index, const MlgKind *kind, guint i, gboolean is_main)
{
  const MlgField *field = &kind->fields[i];

  if (!can_be_read (field))
    return;
  /* In a table of people, "Name" is not that of the body. */
  if (is_main || kind != &mlg_body_kind || i != MLG_BODY_NAME)
    {
      add_target (index, field->name, kind, i);
      add_target (index, field->title, kind, i);
      add_target (index, _ (field->title), kind, i);
    }
  if (!is_main)
    add_in_full (index, kind, i);
}

static void
add_kind (GHashTable *index, const MlgKind *kind, gboolean is_main)
{
  for (guint i = 0; i < kind->n_fields; i++)
    add_field (index, kind, i, is_main);
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    {
      int field = mlg_kind_find_field (kind, synonyms[i].field);

      if (field >= 0 && can_be_read (&kind->fields[field]))
        add_target (index, synonyms[i].heading, kind, (guint) field);
    }
}

static void
free_targets (gpointer targets)
{
  g_array_unref (targets);
}

static GHashTable *
make_index (const MlgKind *kind)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_targets);
  const MlgKind *const only[] = { kind, NULL };
  const char *const groups[] = { "group", "groups", "groupe", "groupes",
                                 _ (mlg_group_kind.title_plural) };

  for (const MlgKind *const *k = get_kinds (only); *k != NULL; k++)
    add_kind (index, *k, *k == kind);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    add_target (index, groups[i], &mlg_group_kind, MLG_GROUP_NAME);
  return index;
}

/* Made once for each kind: the words are those of the person's language, which does not change. */
static GHashTable *
get_index (const MlgKind *kind)
{
  static GMutex mutex;
  static GHashTable *indexes;
  GHashTable *index;

  g_mutex_lock (&mutex);
  if (indexes == NULL)
    indexes = g_hash_table_new (NULL, NULL);
  index = g_hash_table_lookup (indexes, kind);
  if (index == NULL)
    {
      index = make_index (kind);
      g_hash_table_insert (indexes, (gpointer) kind, index);
    }
  g_mutex_unlock (&mutex);
  return index;
}

/**
 * mlg_heading_find_targets:
 * @heading: what stands above a column, or the name of a field
 * @kind: the kind of record that the rows are
 *
 * Returns: (transfer full) (element-type MlgTarget): where the column may go to, the likeliest first
 */
GArray *
mlg_heading_find_targets (const char *heading, const MlgKind *kind)
{
  g_autofree char *simple = mlg_heading_simplify (heading);
  GArray *targets = g_hash_table_lookup (get_index (kind), simple);

  return targets != NULL && *simple != '\0' ? g_array_copy (targets)
                                            : g_array_new (FALSE, FALSE, sizeof (MlgTarget));
}

/**
 * mlg_heading_is_whole_name:
 *
 * Returns: whether the column holds given name and family name together
 */
gboolean
mlg_heading_is_whole_name (const char *heading)
{
  static const char *const names[] = {
    "nom et prenom", "prenom et nom", "nom prenom", "prenom nom",     "nom complet",
    "full name",     "prenom s nom",  "contact",    "nom du contact", NULL
  };
  g_autofree char *simple = mlg_heading_simplify (heading);

  return g_strv_contains (names, simple);
}

/**
 * mlg_target_equal:
 * @a: what a column goes to
 * @b: what another one goes to
 *
 * Returns: whether two columns go to the same field; of custom fields, to the same one
 */
gboolean
mlg_target_equal (const MlgTarget *a, const MlgTarget *b)
{
  return a->kind == b->kind && a->field == b->field && a->custom == b->custom;
}

/**
 * mlg_target_get_name:
 * @kind: the kind of record that the rows are
 *
 * Returns: (transfer full): a name that mlg_heading_find_targets() finds again: "email",
 *   "function.email", "groups"; "custom.NUMBER" for a custom field; "" for nowhere
 */
char *
mlg_target_get_name (const MlgTarget *target, const MlgKind *kind)
{
  if (target->kind == NULL)
    return g_strdup ("");
  if (target->custom != 0)
    return g_strdup_printf ("custom.%" G_GINT64_FORMAT, target->custom);
  if (target->kind == &mlg_group_kind && kind != &mlg_group_kind)
    return g_strdup (mlg_group_kind.plural);
  if (target->kind == kind)
    return g_strdup (kind->fields[target->field].name);
  return g_strdup_printf ("%s.%s", target->kind->name, target->kind->fields[target->field].name);
}

static gboolean
has_title (const MlgKind *kind, const char *title)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_str_equal (_ (kind->fields[i].title), title))
      return TRUE;
  return FALSE;
}

/**
 * mlg_target_get_heading:
 * @kind: the kind of record that the rows are
 *
 * Returns: (transfer full): what to write above the column, for people: "E-mail", "Function: E-mail"
 */
char *
mlg_target_get_heading (const MlgTarget *target, const MlgKind *kind)
{
  const char *title = _ (target->kind->fields[target->field].title);

  if (target->kind == &mlg_group_kind && kind != &mlg_group_kind)
    return g_strdup (_ (mlg_group_kind.title_plural));
  if (target->kind != kind && target->kind == &mlg_body_kind && target->field == MLG_BODY_NAME)
    return g_strdup (_ (mlg_body_kind.title));
  if (target->kind == kind || !has_title (kind, title))
    return g_strdup (title);
  /* Translators: a column of a table of people, such as "Function: E-mail". */
  return g_strdup_printf (_ ("%s: %s"), _ (target->kind->title), title);
}
