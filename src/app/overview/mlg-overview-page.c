/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-overview-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting-check.h"
#include "meetings/mlg-meeting-register.h"
#include "meetings/mlg-meeting.h"
#include "meetings/mlg-outcome.h"
#include "members/mlg-body.h"
#include "members/mlg-person.h"
#include "mlg-date.h"
#include "members/mlg-directory-work.h"
#include "members/mlg-privacy.h"
#include "mlg-overview-figures.h"
#include "store/mlg-history.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-spinner.h"

#define MOST_FINDINGS 50

/* What now: how many there are, what wants a look, and what was done last; each leads to its place. */
struct _MlgOverviewPage
{
  MlgPage parent_instance;
  MlgLiveRead *figures;    /* (owned) (nullable) read once the person comes here */
  GCancellable *comparing; /* (owned) (nullable) */
  GtkStack *states;
  AdwStatusPage *failed_page;
  GtkLabel *members_label;
  GtkLabel *prospects_label;
  GtkLabel *interested_label;
  GtkLabel *associates_label;
  GtkLabel *people_label;
  GtkWidget *meeting_box;
  GtkListBox *meeting_list;
  GtkListBox *concerns;
  GtkListBox *entries;
  AdwExpanderRow *directory_row;
};

G_DEFINE_FINAL_TYPE (MlgOverviewPage, mlg_overview_page, MLG_TYPE_PAGE)

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* A row that leads to a record. */
static GtkWidget *
make_record_row (const char *title, const char *subtitle, const char *kind, gint64 id)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "overview.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)", kind, id);
  return row;
}

static AdwExpanderRow *
add_concern (MlgOverviewPage *self, const char *title)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (self->concerns, row);
  return ADW_EXPANDER_ROW (row);
}

static void
add_rest (AdwExpanderRow *concern, gint64 n, guint n_listed)
{
  gulong rest = n > n_listed ? (gulong) n - n_listed : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("and %'lu more", "and %'lu more", rest), rest);
  GtkWidget *row;

  if (rest == 0)
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_expander_row_add_row (concern, row);
}

/* @title has the number in it. */
static void
show_bodies (MlgOverviewPage *self, const char *title, GPtrArray *bodies, gint64 n)
{
  AdwExpanderRow *concern;

  if (n == 0)
    return;
  concern = add_concern (self, title);
  for (guint i = 0; i < bodies->len; i++)
    {
      g_autofree char *name = mlg_record_dup_name (bodies->pdata[i]);

      adw_expander_row_add_row (
          concern, make_record_row (name, NULL, "body", mlg_record_get_id (bodies->pdata[i])));
    }
  add_rest (concern, n, bodies->len);
}

static void
show_reviews (MlgOverviewPage *self, GPtrArray *reviews)
{
  g_autofree char *title =
      g_strdup_printf (ngettext ("%'u person whose data is due for review",
                                 "%'u people whose data is due for review", reviews->len),
                       reviews->len);
  AdwExpanderRow *concern;

  if (reviews->len == 0)
    return;
  concern = add_concern (self, title);
  for (guint i = 0; i < MIN (reviews->len, MOST_FINDINGS); i++)
    {
      const MlgReview *review = reviews->pdata[i];

      adw_expander_row_add_row (concern,
                                make_record_row (review->name, mlg_review_get_reason_title (review),
                                                 "person", review->person));
    }
  add_rest (concern, reviews->len, MIN (reviews->len, MOST_FINDINGS));
}

/* A lack leads to its cure where a room shows it, else to the meeting. */
static GtkWidget *
make_lack_row (const MlgMeetingLack *lack, MlgRecord *meeting)
{
  gboolean shown = lack->kind == &mlg_meeting_kind || lack->kind == &mlg_body_kind
                   || lack->kind == &mlg_person_kind;
  GtkWidget *row =
      make_record_row (lack->message, NULL, shown ? lack->kind->name : mlg_meeting_kind.name,
                       shown ? lack->id : mlg_record_get_id (meeting));

  if (lack->severity == MLG_SEVERITY_ERROR)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Needed before the meeting"));
  return row;
}

static void
show_lacks (MlgOverviewPage *self, MlgRecord *meeting, GPtrArray *lacks)
{
  g_autofree char *title = g_strdup_printf (
      ngettext ("%'u thing that it lacks", "%'u things that it lacks", lacks->len), lacks->len);
  GtkWidget *row;

  if (lacks->len == 0)
    return;
  row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (self->meeting_list, row);
  for (guint i = 0; i < MIN (lacks->len, MOST_FINDINGS); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_lack_row (lacks->pdata[i], meeting));
  add_rest (ADW_EXPANDER_ROW (row), lacks->len, MIN (lacks->len, MOST_FINDINGS));
}

/* "10 December 2026, 09:30 · Hôtel de Région" */
static char *
write_when (MlgRecord *meeting)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) starts =
      g_date_time_new_from_iso8601 (mlg_record_get_text (meeting, MLG_MEETING_STARTS), zone);
  const char *place = mlg_record_get_text (meeting, MLG_MEETING_PLACE);
  g_autofree char *when = NULL;

  if (starts == NULL)
    return g_strdup (place);
  when = mlg_record_get_boolean (meeting, MLG_MEETING_ALL_DAY) ? mlg_date_write_day (starts)
                                                               : mlg_date_write_time (starts);
  return place != NULL ? g_strdup_printf ("%s · %s", when, place) : g_steal_pointer (&when);
}

static void
show_meeting (MlgOverviewPage *self, const MlgOverviewFigures *figures)
{
  MlgRecord *meeting = figures->next_meeting;
  g_autofree char *when = meeting != NULL ? write_when (meeting) : NULL;

  clear (self->meeting_list);
  gtk_widget_set_visible (self->meeting_box, meeting != NULL);
  if (meeting == NULL)
    return;
  gtk_list_box_append (self->meeting_list,
                       make_record_row (mlg_record_get_text (meeting, MLG_MEETING_TITLE), when,
                                        "meeting", mlg_record_get_id (meeting)));
  show_lacks (self, meeting, figures->lacks);
}

static void
show_late_actions (MlgOverviewPage *self, GPtrArray *actions)
{
  g_autofree char *title = g_strdup_printf (
      ngettext ("%'u action that is late", "%'u actions that are late", actions->len),
      actions->len);
  AdwExpanderRow *concern;

  if (actions->len == 0)
    return;
  concern = add_concern (self, title);
  for (guint i = 0; i < MIN (actions->len, MOST_FINDINGS); i++)
    {
      const MlgRegisterEntry *entry = actions->pdata[i];
      g_autofree char *due = mlg_record_dup_display (entry->outcome, MLG_OUTCOME_DUE_ON);
      g_autofree char *line =
          entry->who != NULL ? g_strdup_printf ("%s · %s", due, entry->who) : g_strdup (due);

      adw_expander_row_add_row (
          concern, make_record_row (mlg_record_get_text (entry->outcome, MLG_OUTCOME_TEXT), line,
                                    "outcome", mlg_record_get_id (entry->outcome)));
    }
  add_rest (concern, actions->len, MIN (actions->len, MOST_FINDINGS));
}

static void
show_concerns (MlgOverviewPage *self, const MlgOverviewFigures *figures)
{
  gulong n_status = (gulong) figures->n_without_status;
  gulong n_email = (gulong) figures->n_without_email;
  gulong n_address = (gulong) figures->n_without_address;
  g_autofree char *status = g_strdup_printf (
      ngettext ("%'lu body without a status", "%'lu bodies without a status", n_status), n_status);
  g_autofree char *email =
      g_strdup_printf (ngettext ("%'lu member without an e-mail address",
                                 "%'lu members without an e-mail address", n_email),
                       n_email);
  g_autofree char *address =
      g_strdup_printf (ngettext ("%'lu member without a postal address",
                                 "%'lu members without a postal address", n_address),
                       n_address);

  clear (self->concerns);
  show_late_actions (self, figures->late_actions);
  show_bodies (self, status, figures->without_status, figures->n_without_status);
  show_bodies (self, email, figures->without_email, figures->n_without_email);
  show_bodies (self, address, figures->without_address, figures->n_without_address);
  show_reviews (self, figures->reviews);
  gtk_widget_set_visible (GTK_WIDGET (self->concerns),
                          gtk_widget_get_first_child (GTK_WIDGET (self->concerns)) != NULL);
}

static void
show_entries (MlgOverviewPage *self, GPtrArray *entries)
{
  clear (self->entries);
  for (guint i = 0; i < entries->len; i++)
    {
      MlgHistoryEntry *entry = entries->pdata[i];
      g_autoptr (GDateTime) time =
          g_date_time_new_from_unix_local (mlg_history_entry_get_time (entry));
      g_autofree char *text = mlg_date_write_time (time);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), mlg_history_entry_get_name (entry));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.history");
      gtk_list_box_append (self->entries, row);
    }
}

static void
show_number (GtkLabel *label, gint64 n)
{
  g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, n);

  gtk_label_set_label (label, text);
}

static void
on_figures_read (MlgOverviewPage *self)
{
  const MlgOverviewFigures *figures = mlg_live_read_get_result (self->figures);
  const GError *error = mlg_live_read_get_error (self->figures);

  if (figures == NULL)
    {
      adw_status_page_set_description (self->failed_page, error != NULL ? error->message : "");
      gtk_stack_set_visible_child_name (self->states, "failed");
      return;
    }
  show_number (self->members_label, figures->n_members);
  show_number (self->prospects_label, figures->n_prospects);
  show_number (self->interested_label, figures->n_interested);
  show_number (self->associates_label, figures->n_associates);
  show_number (self->people_label, figures->n_people);
  show_meeting (self, figures);
  show_concerns (self, figures);
  show_entries (self, figures->entries);
  gtk_stack_set_visible_child_name (self->states, figures->n_bodies > 0 ? "figures" : "empty");
}

static gpointer
read_figures (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_overview_figures_load (db, error);
}

static void
build (MlgPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
}

static void
is_shown (MlgPage *page)
{
  MlgOverviewPage *self = MLG_OVERVIEW_PAGE (page);

  if (self->figures != NULL)
    return; /* it follows what changes by itself */
  self->figures = mlg_live_read_new (mlg_page_get_store (page), NULL, read_figures,
                                     (GDestroyNotify) mlg_overview_figures_free);
  g_signal_connect_object (self->figures, "done", G_CALLBACK (on_figures_read), self,
                           G_CONNECT_SWAPPED);
  mlg_live_read_ask_id (self->figures, 1);
}

static gpointer
compare (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_directory_attach (db, error) ? mlg_directory_compare (db, error) : NULL;
}

static void
show_findings (MlgOverviewPage *self, GPtrArray *findings)
{
  g_autofree char *text =
      findings->len == 0
          ? g_strdup (_ ("The network and the directory agree"))
          : g_strdup_printf (ngettext ("%'u difference", "%'u differences", findings->len),
                             findings->len);

  adw_expander_row_set_subtitle (self->directory_row, text);
  for (guint i = 0; i < MIN (findings->len, MOST_FINDINGS); i++)
    {
      const MlgDirectoryFinding *finding = findings->pdata[i];

      adw_expander_row_add_row (self->directory_row,
                                make_record_row (finding->name,
                                                 mlg_directory_finding_get_title (finding), "body",
                                                 finding->body));
    }
  add_rest (self->directory_row, findings->len, MIN (findings->len, MOST_FINDINGS));
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgOverviewPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (self->directory_row == NULL)
    return; /* the page has gone */
  g_clear_object (&self->comparing);
  if (findings != NULL)
    show_findings (self, findings);
  else
    adw_expander_row_set_subtitle (self->directory_row, error->message);
}

/* The whole directory is compared only for who wants to see it. */
static void
on_directory_expanded (MlgOverviewPage *self)
{
  if (self->comparing != NULL || !adw_expander_row_get_expanded (self->directory_row)
      || *adw_expander_row_get_subtitle (self->directory_row) != '\0')
    return;
  self->comparing = g_cancellable_new ();
  adw_expander_row_set_subtitle (self->directory_row, _ ("Comparing…"));
  mlg_store_read_async (mlg_page_get_store (MLG_PAGE (self)), compare, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, self->comparing, on_compared,
                        g_object_ref (self));
}

static void
activate_show (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgHost *host = mlg_host_find (widget);
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  mlg_host_show_record (host, mlg_kind_find (mlg_store_get_kinds (mlg_host_get_store (host)), kind),
                        id);
}

static void
mlg_overview_page_dispose (GObject *object)
{
  MlgOverviewPage *self = MLG_OVERVIEW_PAGE (object);

  if (self->comparing != NULL)
    g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  g_clear_object (&self->figures);
  self->directory_row = NULL;
  G_OBJECT_CLASS (mlg_overview_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MLG_TYPE_SPINNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/overview/mlg-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgOverviewPage, states);
  gtk_widget_class_bind_template_child (widget_class, MlgOverviewPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, MlgOverviewPage, members_label);
  gtk_widget_class_bind_template_child (widget_class, MlgOverviewPage, prospects_label);
  gtk_widget_class_bind_template_child (widget_class, MlgOverviewPage, interested_label);
  gtk_widget_class_bind_template_child (widget_class, MlgOverviewPage, associates_label);
  gtk_widget_class_bind_template_child (widget_class, MlgOverviewPage, people_label);
  gtk_widget_class_bind_template_child (widget_class, MlgOverviewPage, meeting_box);
  gtk_widget_class_bind_template_child (widget_class, MlgOverviewPage, meeting_list);
  gtk_widget_class_bind_template_child (widget_class, MlgOverviewPage, concerns);
  gtk_widget_class_bind_template_child (widget_class, MlgOverviewPage, entries);
  gtk_widget_class_bind_template_child (widget_class, MlgOverviewPage, directory_row);
  gtk_widget_class_bind_template_callback (widget_class, on_directory_expanded);
}

static void
mlg_overview_page_class_init (MlgOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MlgPageClass *page_class = MLG_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_overview_page_dispose;
  page_class->name = "overview";
  page_class->title = N_ ("Overview");
  page_class->icon_name = "go-home-symbolic";
  page_class->build = build;
  page_class->is_shown = is_shown;
  gtk_widget_class_install_action (widget_class, "overview.show", "(sx)", activate_show);
  bind_template (widget_class);
}

static void
mlg_overview_page_init (MlgOverviewPage *self)
{
}
