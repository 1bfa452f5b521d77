/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-paper-row.h"

#include <glib/gi18n-lib.h>

#include "dossier/mlg-dossier-paper.h"
#include "library/mlg-adapted-paper.h"
#include "library/mlg-template-record.h"
#include "widgets/mlg-host.h"

/* A paper of a meeting: it is looked at when the row is activated. Its text comes with the program until
 * the network adapts it ("paper.adapt"); one action brings ours back ("paper.give-up"). */
struct _MlgPaperRow
{
  AdwActionRow parent_instance;
  const char *paper; /* (unowned) static: the name of one of mlg_dossier_list_papers() */
};

G_DEFINE_FINAL_TYPE (MlgPaperRow, mlg_paper_row, ADW_TYPE_ACTION_ROW)

static const struct
{
  const char *paper;
  const char *title;
} titles[] = {
  { "convocation", N_ ("Convocation") },
  { "agenda", N_ ("Agenda") },
  { "script", N_ ("Script of the facilitator") },
  { "invited", N_ ("Bodies invited") },
  { "slides", N_ ("Outline of the slides") },
  { "briefing-examples", N_ ("Concrete examples") },
  { "briefing-networks", N_ ("The approach of an existing network") },
  { "briefing-debate", N_ ("The debate: whether and how to create a network") },
  { "hearing-grid", N_ ("Grid of the hearings") },
  { "attendance", N_ ("Attendance sheet") },
  { "briefing-stakes", N_ ("Definitions and stakes") },
  { "briefing-law", N_ ("Legal reminder") },
  { "facilitation", N_ ("The three modes of facilitation") },
  { "objectives", N_ ("Objectives, common and side") },
  { "expectations", N_ ("Expectations sheet") },
  { "questionnaire", N_ ("Theme questionnaire") },
  { "minutes-form", N_ ("Minutes to be written") },
  { "minutes", N_ ("Minutes") },
  { "certificate", N_ ("Certificate of attendance") },
};

/**
 * mlg_paper_row_get_title:
 * @paper: the name of one of mlg_dossier_list_papers()
 *
 * Returns: what people call it
 */
const char *
mlg_paper_row_get_title (const char *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].paper, paper))
      return _ (titles[i].title);
  return paper;
}

/* What the writer's thread does, and where what it made is shown. */
typedef struct
{
  MlgHost *host;     /* (owned) */
  const char *paper; /* (unowned) static */
  gint64 own;        /* the template, once it is there */
} Deed;

static void
deed_clear (gpointer data)
{
  g_object_unref (((Deed *) data)->host);
}

static void
deed_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, deed_clear);
}

static Deed *
deed_new (MlgPaperRow *self)
{
  Deed *deed = g_atomic_rc_box_new0 (Deed);

  deed->host = g_object_ref (mlg_host_find (GTK_WIDGET (self)));
  deed->paper = mlg_dossier_paper_find (self->paper)->template;
  return deed;
}

static gboolean
adapt (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  deed->own = mlg_adapted_paper_adapt (db, deed->paper, error);
  return deed->own != 0;
}

static gboolean
give_up (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_adapted_paper_give_up (db, ((Deed *) data)->paper, error);
}

static void
on_adapted (GObject *source, GAsyncResult *result, gpointer data)
{
  Deed *deed = data;
  g_autoptr (GError) error = NULL;

  if (mlg_store_act_finish (MLG_STORE (source), result, &error))
    mlg_host_show_record (deed->host, &mlg_template_record_kind, deed->own);
  else
    mlg_host_fail (deed->host, _ ("The paper could not be adapted"), error);
  deed_unref (deed);
}

static void
activate_adapt (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgPaperRow *self = MLG_PAPER_ROW (widget);
  /* Translators: an action; %s is a paper of a meeting, such as “Agenda”. */
  g_autofree char *action =
      g_strdup_printf (_ ("Adapt the paper “%s”"), mlg_paper_row_get_title (self->paper));
  Deed *deed = deed_new (self);

  mlg_store_act_async (mlg_host_get_store (deed->host), action, adapt,
                       g_atomic_rc_box_acquire (deed), deed_unref, NULL, NULL, on_adapted, deed);
}

static void
activate_give_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgPaperRow *self = MLG_PAPER_ROW (widget);
  /* Translators: an action; %s is a paper of a meeting, such as “Agenda”. */
  g_autofree char *action = g_strdup_printf (_ ("Take the original of the paper “%s” back"),
                                             mlg_paper_row_get_title (self->paper));
  Deed *deed = deed_new (self);

  mlg_host_act (deed->host, action, give_up, deed, deed_unref, _ ("The original is used again"));
}

static void
mlg_paper_row_class_init (MlgPaperRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-paper-row.ui");
  gtk_widget_class_install_action (widget_class, "paper.adapt", NULL, activate_adapt);
  gtk_widget_class_install_action (widget_class, "paper.give-up", NULL, activate_give_up);
}

static void
mlg_paper_row_init (MlgPaperRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mlg_paper_row_set_own (self, FALSE);
}

/**
 * mlg_paper_row_new:
 * @paper: the name of one of mlg_dossier_list_papers()
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
mlg_paper_row_new (const char *paper)
{
  MlgPaperRow *self = g_object_new (MLG_TYPE_PAPER_ROW, NULL);

  self->paper = paper;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), mlg_paper_row_get_title (paper));
  return GTK_WIDGET (self);
}

/**
 * mlg_paper_row_get_paper:
 *
 * Returns: the name of its paper
 */
const char *
mlg_paper_row_get_paper (MlgPaperRow *self)
{
  g_return_val_if_fail (MLG_IS_PAPER_ROW (self), NULL);
  return self->paper;
}

/**
 * mlg_paper_row_set_own:
 * @own: whether the text of the paper is the network's own
 */
void
mlg_paper_row_set_own (MlgPaperRow *self, gboolean own)
{
  g_return_if_fail (MLG_IS_PAPER_ROW (self));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               own ? _ ("Adapted by the network, in the library") : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.give-up", own);
}
