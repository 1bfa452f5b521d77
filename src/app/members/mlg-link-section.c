/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-link-section.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-group-member.h"
#include "members/mlg-group.h"
#include "members/mlg-member-link.h"
#include "members/mlg-person.h"
#include "mlg-link-row.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"

/* What ties a record to others, present before past: people to a body, functions to a person, groups
 * to both, members to a group. Each row leads to the other record; its menu ends the link or removes
 * it. */
struct _MlgLinkSection
{
  GtkWidget parent_instance;
  MlgLinkSectionKind kind;
  MlgStore *store;      /* (unowned) it outlives the page */
  MlgLiveRead *reading; /* (owned) (nullable) */
  gint64 id;            /* 0 for none */
  GPtrArray *rows;      /* (owned) of GtkWidget (owned by the widget tree) */
  AdwPreferencesGroup *group;
  GMenuModel *function_menu;
  GMenuModel *membership_menu;
};

G_DEFINE_FINAL_TYPE (MlgLinkSection, mlg_link_section, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ADDER = 1,
} MlgLinkSectionProperty;

static GParamSpec *properties[PROP_ADDER + 1];

static gpointer
read_people (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_body_list_people (db, *(gint64 *) id, error);
}

static gpointer
read_functions (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_person_list_functions (db, *(gint64 *) id, error);
}

static gpointer
read_groups_of_body (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_member_list_groups (db, &mlg_body_kind, *(gint64 *) id, error);
}

static gpointer
read_groups_of_person (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_member_list_groups (db, &mlg_person_kind, *(gint64 *) id, error);
}

static gpointer
read_members (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_group_list_members (db, *(gint64 *) id, FALSE, error);
}

static const struct
{
  const char *title;
  const char *empty;
  MlgReadFunc read;
} described[] = {
  [MLG_LINKS_PEOPLE] = { N_ ("People"), N_ ("Nobody is known here yet"), read_people },
  [MLG_LINKS_FUNCTIONS] = { N_ ("Functions"), N_ ("No function yet"), read_functions },
  [MLG_LINKS_GROUPS_OF_BODY] = { N_ ("Groups"), N_ ("In no group"), read_groups_of_body },
  [MLG_LINKS_GROUPS_OF_PERSON] = { N_ ("Groups"), N_ ("In no group"), read_groups_of_person },
  [MLG_LINKS_MEMBERS] = { N_ ("Members"), N_ ("Nobody is in this group yet"), read_members },
};

static gboolean
is_function (const MlgMemberLink *link)
{
  return mlg_record_get_kind (link->link) == &mlg_function_kind;
}

static void
append (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
append_dates (GString *text, const MlgMemberLink *link)
{
  gboolean function = is_function (link);
  g_autofree char *since =
      mlg_record_dup_display (link->link, function ? MLG_FUNCTION_SINCE : MLG_GROUP_MEMBER_SINCE);
  g_autofree char *until =
      mlg_record_dup_display (link->link, function ? MLG_FUNCTION_UNTIL : MLG_GROUP_MEMBER_UNTIL);
  g_autofree char *dates = NULL;

  if (*since != '\0' && *until != '\0')
    /* Translators: two dates. */
    dates = g_strdup_printf (_ ("from %s to %s"), since, until);
  else if (*since != '\0')
    dates = g_strdup_printf (_ ("since %s"), since);
  else if (*until != '\0')
    dates = g_strdup_printf (_ ("until %s"), until);
  append (text, dates);
}

static char *
write_subtitle (const MlgMemberLink *link)
{
  GString *text = g_string_new (NULL);

  if (is_function (link))
    {
      g_autofree char *role = mlg_record_dup_display (link->link, MLG_FUNCTION_ROLE);
      const char *title = mlg_record_get_text (link->link, MLG_FUNCTION_TITLE);

      if (title == NULL)
        title = role;
      if (!g_str_equal (title, link->name))
        append (text, title);
      if (mlg_record_get_boolean (link->link, MLG_FUNCTION_MAIN))
        append (text, _ ("main contact"));
    }
  append_dates (text, link);
  if (!link->current)
    append (text, _ ("past"));
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_menu (MlgLinkSection *self, const MlgMemberLink *link)
{
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: %s is the name of somebody or something. */
  g_autofree char *label = g_strdup_printf (_ ("Actions for %s"), link->name);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button),
                                  is_function (link) ? self->function_menu : self->membership_menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
on_activated (GtkWidget *row, MlgLinkSection *self)
{
  const MlgMemberLink *link = mlg_link_row_get_link (row);

  mlg_host_show_record (mlg_host_find (row), mlg_record_get_kind (link->other),
                        mlg_record_get_id (link->other));
}

static GtkWidget *
make_row (MlgLinkSection *self, const MlgMemberLink *link)
{
  GtkWidget *row = mlg_link_row_new (link);
  g_autofree char *subtitle = write_subtitle (link);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), link->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, 0);
  if (!link->current)
    gtk_widget_add_css_class (row, "dim-label");
  if (mlg_store_is_writable (self->store))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_menu (self, link));
  return row;
}

static GtkWidget *
make_empty_row (MlgLinkSection *self, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_add_css_class (row, "dim-label");
  return row;
}

static void
add_row (MlgLinkSection *self, GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, row);
}

static void
on_read (MlgLinkSection *self)
{
  GPtrArray *links = mlg_live_read_get_result (self->reading);
  const GError *error = mlg_live_read_get_error (self->reading);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; links != NULL && i < links->len; i++)
    add_row (self, make_row (self, links->pdata[i]));
  if (error != NULL)
    add_row (self, make_empty_row (self, error->message));
  else if (self->rows->len == 0)
    add_row (self, make_empty_row (self, _ (described[self->kind].empty)));
}

static void
mlg_link_section_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MlgLinkSection *self = MLG_LINK_SECTION (object);

  switch ((MlgLinkSectionProperty) id)
    {
    case PROP_ADDER:
      adw_preferences_group_set_header_suffix (self->group, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_link_section_dispose (GObject *object)
{
  MlgLinkSection *self = MLG_LINK_SECTION (object);
  GtkWidget *child;

  g_clear_object (&self->reading);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_link_section_parent_class)->dispose (object);
}

static void
mlg_link_section_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_LINK_SECTION (object)->rows);
  G_OBJECT_CLASS (mlg_link_section_parent_class)->finalize (object);
}

static void
mlg_link_section_class_init (MlgLinkSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_link_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_link_section_finalize;
  G_OBJECT_CLASS (klass)->set_property = mlg_link_section_set_property;
  properties[PROP_ADDER] =
      g_param_spec_object ("adder", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-link-section.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgLinkSection, group);
  gtk_widget_class_bind_template_child (widget_class, MlgLinkSection, function_menu);
  gtk_widget_class_bind_template_child (widget_class, MlgLinkSection, membership_menu);
}

static void
mlg_link_section_init (MlgLinkSection *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_link_section_set_kind:
 * @kind: what is listed
 * @store: (transfer none): where it is; it must outlive the section
 *
 * To be called once.
 */
void
mlg_link_section_set_kind (MlgLinkSection *self, MlgLinkSectionKind kind, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_body_kind,         &mlg_person_kind,
                                          &mlg_group_kind,        &mlg_function_kind,
                                          &mlg_group_member_kind, NULL };

  g_return_if_fail (MLG_IS_LINK_SECTION (self));

  self->kind = kind;
  self->store = store;
  adw_preferences_group_set_title (self->group, _ (described[kind].title));
  self->reading =
      mlg_live_read_new (store, kinds, described[kind].read, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_link_section_set_id:
 * @id: the record whose links are shown; 0 for none
 */
void
mlg_link_section_set_id (MlgLinkSection *self, gint64 id)
{
  g_return_if_fail (MLG_IS_LINK_SECTION (self));
  self->id = id;
  mlg_live_read_ask_id (self->reading, id);
}

/**
 * mlg_link_section_get_id:
 *
 * Returns: the record whose links are shown; 0 for none
 */
gint64
mlg_link_section_get_id (MlgLinkSection *self)
{
  g_return_val_if_fail (MLG_IS_LINK_SECTION (self), 0);
  return self->id;
}
