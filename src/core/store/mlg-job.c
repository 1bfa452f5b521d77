/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-job.h"

/* A long piece of work, as people see it: what it is, how far it is, and a way to give it up. Lives
 * in the main thread; only mlg_job_report() may be called by the thread that works. */
struct _MlgJob
{
  GObject parent_instance;
  char *title;               /* (owned) */
  char *text;                /* (owned) (nullable) */
  double fraction;           /* 0 to 1; negative when unknown */
  GCancellable *cancellable; /* (owned) */
  GMainContext *context;     /* (owned) of the thread that made it */
  gboolean finished;

  GMutex mutex;         /* guards what follows */
  gboolean is_reported; /* a report is on its way */
  double reported_fraction;
  char *reported_text; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MlgJob, mlg_job, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_TEXT,
  PROP_FRACTION,
  PROP_FINISHED,
} MlgJobProperty;

static GParamSpec *properties[PROP_FINISHED + 1];

static void
mlg_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgJob *self = MLG_JOB (object);

  switch ((MlgJobProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_FINISHED:
      g_value_set_boolean (value, self->finished);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_job_finalize (GObject *object)
{
  MlgJob *self = MLG_JOB (object);

  g_free (self->title);
  g_free (self->text);
  g_free (self->reported_text);
  g_clear_object (&self->cancellable);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (mlg_job_parent_class)->finalize (object);
}

static void
mlg_job_class_init (MlgJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mlg_job_get_property;
  object_class->finalize = mlg_job_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, flags);
  properties[PROP_FINISHED] = g_param_spec_boolean ("finished", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mlg_job_init (MlgJob *self)
{
  g_mutex_init (&self->mutex);
  self->fraction = -1;
  self->cancellable = g_cancellable_new ();
  self->context = g_main_context_ref_thread_default ();
}

/**
 * mlg_job_new:
 * @title: what people read, translated: "Importing members"
 *
 * Returns: (transfer full): a job that has not started
 */
MlgJob *
mlg_job_new (const char *title)
{
  MlgJob *self = g_object_new (MLG_TYPE_JOB, NULL);

  self->title = g_strdup (title);
  return self;
}

/**
 * mlg_job_get_title:
 *
 * Returns: what is being done, as people read it, translated; it belongs to the job. In any thread.
 */
const char *
mlg_job_get_title (MlgJob *self)
{
  return self->title;
}

/**
 * mlg_job_get_text:
 *
 * Returns: (nullable): what is being done just now
 */
const char *
mlg_job_get_text (MlgJob *self)
{
  return self->text;
}

/**
 * mlg_job_get_fraction:
 *
 * Returns: 0 to 1, or negative when unknown
 */
double
mlg_job_get_fraction (MlgJob *self)
{
  return self->fraction;
}

/**
 * mlg_job_is_finished:
 *
 * Returns: whether it is over, well or not
 */
gboolean
mlg_job_is_finished (MlgJob *self)
{
  return self->finished;
}

/**
 * mlg_job_get_cancellable:
 *
 * Returns: (transfer none): what interrupts it
 */
GCancellable *
mlg_job_get_cancellable (MlgJob *self)
{
  return self->cancellable;
}

/**
 * mlg_job_cancel:
 *
 * Gives it up: nothing of it will be left.
 */
void
mlg_job_cancel (MlgJob *self)
{
  g_cancellable_cancel (self->cancellable);
}

static gboolean
on_reported (gpointer data)
{
  MlgJob *self = data;
  g_autofree char *text = NULL;

  g_mutex_lock (&self->mutex);
  self->is_reported = FALSE;
  self->fraction = self->reported_fraction;
  text = g_steal_pointer (&self->reported_text);
  g_mutex_unlock (&self->mutex);

  if (self->finished)
    return G_SOURCE_REMOVE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  if (text != NULL && g_strcmp0 (text, self->text) != 0)
    {
      g_free (self->text);
      self->text = g_steal_pointer (&text);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
    }
  return G_SOURCE_REMOVE;
}

/**
 * mlg_job_report:
 * @fraction: 0 to 1, or negative when unknown
 * @text: (nullable): what is being done just now, translated
 *
 * Tells how far it is. Any thread; a report that was not shown yet is replaced, so that reporting
 * often costs little.
 */
void
mlg_job_report (MlgJob *self, double fraction, const char *text)
{
  gboolean pending;

  g_mutex_lock (&self->mutex);
  self->reported_fraction = MIN (fraction, 1);
  if (text != NULL && g_strcmp0 (text, self->reported_text) != 0)
    {
      g_free (self->reported_text);
      self->reported_text = g_strdup (text);
    }
  pending = self->is_reported;
  self->is_reported = TRUE;
  g_mutex_unlock (&self->mutex);
  if (!pending)
    g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT_IDLE, on_reported,
                                g_object_ref (self), g_object_unref);
}

/**
 * mlg_job_finish:
 *
 * Says that it is over. Main thread.
 */
void
mlg_job_finish (MlgJob *self)
{
  if (self->finished)
    return;
  self->finished = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINISHED]);
}
