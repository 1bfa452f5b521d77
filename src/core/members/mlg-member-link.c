/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-member-link.h"

#include "mlg-body.h"
#include "mlg-day.h"
#include "mlg-function.h"
#include "mlg-group-member.h"
#include "mlg-group.h"
#include "mlg-person.h"

/* What the details of a member show of other records. Two queries each, whatever the number of rows:
 * the links, then all that they lead to. */

/**
 * mlg_member_link_free:
 * @link: (transfer full): a link
 *
 * Frees a link; the records at its ends live on with their references.
 */
void
mlg_member_link_free (MlgMemberLink *link)
{
  g_object_unref (link->link);
  g_object_unref (link->other);
  g_free (link->name);
  g_free (link);
}

/* Which links, and which records are at their other end: fixed SQL about the id ?1. */
typedef struct
{
  const MlgKind *link;
  const char *links;
  guint reference; /* the field of the link that leads to the other record */
  guint until;
  const MlgKind *other;
  const char *others;
} LinkQuery;

static GHashTable *
load_by_id (MlgConnection *db, const MlgKind *kind, const char *tail, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) records = mlg_record_load_where (db, kind, error, tail, "i", id);
  GHashTable *by_id;

  if (records == NULL)
    return NULL;
  by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  for (guint i = 0; i < records->len; i++)
    {
      gint64 key = mlg_record_get_id (records->pdata[i]);

      g_hash_table_insert (by_id, g_memdup2 (&key, sizeof key), g_object_ref (records->pdata[i]));
    }
  return by_id;
}

static MlgMemberLink *
make_link (const LinkQuery *query, MlgRecord *link, GHashTable *others, const char *today)
{
  gint64 id = mlg_record_get_integer (link, query->reference);
  MlgRecord *other = g_hash_table_lookup (others, &id);
  MlgMemberLink *made;

  if (other == NULL)
    return NULL;
  made = g_new0 (MlgMemberLink, 1);
  made->link = g_object_ref (link);
  made->other = g_object_ref (other);
  made->name = mlg_record_dup_name (other);
  made->current = !mlg_day_is_over (mlg_record_get_text (link, query->until), today);
  return made;
}

static gboolean
is_main (const MlgMemberLink *link)
{
  return mlg_record_get_kind (link->link) == &mlg_function_kind
         && mlg_record_get_boolean (link->link, MLG_FUNCTION_MAIN);
}

/* What lasts first, main contacts before others, then by name. */
static int
compare_links (gconstpointer a, gconstpointer b)
{
  const MlgMemberLink *first = *(MlgMemberLink *const *) a, *second = *(MlgMemberLink *const *) b;
  int order = second->current - first->current;

  if (order == 0)
    order = is_main (second) - is_main (first);
  return order != 0 ? order : g_utf8_collate (first->name, second->name);
}

static gboolean
add_links (MlgConnection *db, const LinkQuery *query, gint64 id, GPtrArray *list, GError **error)
{
  g_autofree char *today = mlg_day_today ();
  g_autoptr (GPtrArray) links =
      mlg_record_load_where (db, query->link, error, query->links, "i", id);
  g_autoptr (GHashTable) others =
      links != NULL ? load_by_id (db, query->other, query->others, id, error) : NULL;

  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      MlgMemberLink *link = make_link (query, links->pdata[i], others, today);

      if (link != NULL)
        g_ptr_array_add (list, link);
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): the links of all the queries, sorted. */
static GPtrArray *
list_links (MlgConnection *db, const LinkQuery *queries, guint n_queries, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_member_link_free);

  for (guint i = 0; i < n_queries; i++)
    if (!add_links (db, &queries[i], id, list, error))
      return NULL;
  g_ptr_array_sort (list, compare_links);
  return g_steal_pointer (&list);
}

/**
 * mlg_body_list_people:
 *
 * Returns: (transfer full) (element-type MlgMemberLink): the people of a body by their functions:
 *   present ones first, main contacts before others, then by name; one entry for each function
 */
GPtrArray *
mlg_body_list_people (MlgConnection *db, gint64 body, GError **error)
{
  static const LinkQuery query = {
    .link = &mlg_function_kind,
    .links = "WHERE body=?1 ORDER BY since DESC, id",
    .reference = MLG_FUNCTION_PERSON,
    .until = MLG_FUNCTION_UNTIL,
    .other = &mlg_person_kind,
    .others = "WHERE id IN (SELECT person FROM function WHERE body=?1)",
  };

  return list_links (db, &query, 1, body, error);
}

/**
 * mlg_person_list_functions:
 *
 * Returns: (transfer full) (element-type MlgMemberLink): the functions of a person with the bodies in
 *   which they are held, in the order of mlg_body_list_people()
 */
GPtrArray *
mlg_person_list_functions (MlgConnection *db, gint64 person, GError **error)
{
  static const LinkQuery query = {
    .link = &mlg_function_kind,
    .links = "WHERE person=?1 ORDER BY since DESC, id",
    .reference = MLG_FUNCTION_BODY,
    .until = MLG_FUNCTION_UNTIL,
    .other = &mlg_body_kind,
    .others = "WHERE id IN (SELECT body FROM function WHERE person=?1)",
  };

  return list_links (db, &query, 1, person, error);
}

/**
 * mlg_member_list_groups:
 * @kind: bodies or people
 *
 * Returns: (transfer full) (element-type MlgMemberLink): the groups that a body or a person is or was
 *   in: present ones first, then by name
 */
GPtrArray *
mlg_member_list_groups (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error)
{
  static const LinkQuery of_body = {
    .link = &mlg_group_member_kind,
    .links = "WHERE body=?1 ORDER BY since DESC, id",
    .reference = MLG_GROUP_MEMBER_GROUP,
    .until = MLG_GROUP_MEMBER_UNTIL,
    .other = &mlg_group_kind,
    .others = "WHERE id IN (SELECT grp FROM group_member WHERE body=?1)",
  };
  static const LinkQuery of_person = {
    .link = &mlg_group_member_kind,
    .links = "WHERE person=?1 ORDER BY since DESC, id",
    .reference = MLG_GROUP_MEMBER_GROUP,
    .until = MLG_GROUP_MEMBER_UNTIL,
    .other = &mlg_group_kind,
    .others = "WHERE id IN (SELECT grp FROM group_member WHERE person=?1)",
  };

  g_return_val_if_fail (kind == &mlg_body_kind || kind == &mlg_person_kind, NULL);

  return list_links (db, kind == &mlg_body_kind ? &of_body : &of_person, 1, id, error);
}

/* A group with all that is below it. UNION, not UNION ALL: a group that is its own ancestor ends. */
#define GROUP_TREE                                                                                 \
  "(WITH RECURSIVE tree(id) AS (SELECT ?1 UNION SELECT g.id FROM member_group AS g, tree"          \
  " WHERE g.parent=tree.id) SELECT id FROM tree)"

#define MEMBERS_QUERIES(GROUPS)                                                                    \
  {                                                                                                \
    {                                                                                              \
      .link = &mlg_group_member_kind,                                                              \
      .links = "WHERE body IS NOT NULL AND grp IN " GROUPS " ORDER BY id",                         \
      .reference = MLG_GROUP_MEMBER_BODY,                                                          \
      .until = MLG_GROUP_MEMBER_UNTIL,                                                             \
      .other = &mlg_body_kind,                                                                     \
      .others = "WHERE id IN (SELECT body FROM group_member WHERE grp IN " GROUPS ")",             \
    },                                                                                             \
        {                                                                                          \
          .link = &mlg_group_member_kind,                                                          \
          .links = "WHERE person IS NOT NULL AND grp IN " GROUPS " ORDER BY id",                   \
          .reference = MLG_GROUP_MEMBER_PERSON,                                                    \
          .until = MLG_GROUP_MEMBER_UNTIL,                                                         \
          .other = &mlg_person_kind,                                                               \
          .others = "WHERE id IN (SELECT person FROM group_member WHERE grp IN " GROUPS ")",       \
        },                                                                                         \
  }

/**
 * mlg_group_list_members:
 * @with_sub_groups: whether the members of the groups below it are listed too
 *
 * Returns: (transfer full) (element-type MlgMemberLink): the bodies and the people of a group, each
 *   with its membership: present ones first, then by name. Who is in two groups is there twice.
 */
GPtrArray *
mlg_group_list_members (MlgConnection *db, gint64 group, gboolean with_sub_groups, GError **error)
{
  static const LinkQuery own[] = MEMBERS_QUERIES ("(?1)");
  static const LinkQuery all[] = MEMBERS_QUERIES (GROUP_TREE);

  return list_links (db, with_sub_groups ? all : own, G_N_ELEMENTS (own), group, error);
}

/**
 * mlg_body_list_children:
 *
 * Returns: (transfer full) (element-type MlgRecord): the bodies that are a part of this one, by name
 */
GPtrArray *
mlg_body_list_children (MlgConnection *db, gint64 body, GError **error)
{
  return mlg_record_load_where (db, &mlg_body_kind, error,
                                "WHERE parent=?1 ORDER BY fold(name), id", "i", body);
}

/**
 * mlg_body_list_sponsored:
 *
 * Returns: (transfer full) (element-type MlgRecord): the bodies that this one sponsors, by name
 */
GPtrArray *
mlg_body_list_sponsored (MlgConnection *db, gint64 body, GError **error)
{
  return mlg_record_load_where (db, &mlg_body_kind, error,
                                "WHERE sponsor=?1 ORDER BY fold(name), id", "i", body);
}

/**
 * mlg_group_list_children:
 * @group: a group; 0 for the groups that are in no other
 *
 * Returns: (transfer full) (element-type MlgRecord): its sub-groups, by name
 */
GPtrArray *
mlg_group_list_children (MlgConnection *db, gint64 group, GError **error)
{
  if (group == 0)
    return mlg_record_load_where (db, &mlg_group_kind, error,
                                  "WHERE parent IS NULL ORDER BY fold(name), id", "");
  return mlg_record_load_where (db, &mlg_group_kind, error,
                                "WHERE parent=?1 ORDER BY fold(name), id", "i", group);
}
