/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-question-purpose.h"

#include <glib/gi18n-lib.h>

/* How many titles are told of what needs an answer. */
#define MAX_TITLES 4

/* What the answer to a question is for: where it stands, what it decides on, and the default that it has. */
struct _MlgQuestionPurpose
{
  GtkBox parent_instance;

  GtkLabel *preset;
  GtkLabel *shown_in;
  GtkLabel *decides;
};

G_DEFINE_FINAL_TYPE (MlgQuestionPurpose, mlg_question_purpose, GTK_TYPE_BOX)

static void
show_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

/* The first titles between quotation marks, and how many there are besides.
 * Returns: (transfer full) (nullable): %NULL for none */
static char *
join_titles (GPtrArray *titles)
{
  g_autofree char *joined = NULL;
  GString *words;
  guint n = MIN (titles->len, MAX_TITLES);

  if (n == 0)
    return NULL;
  words = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (words, i > 0 ? ", " : "");
      g_string_append_printf (words, _ ("“%s”"), (char *) titles->pdata[i]);
    }
  if (titles->len == n)
    return g_string_free (words, FALSE);
  joined = g_string_free (words, FALSE);
  /* Translators: %s are titles between quotation marks. */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", titles->len - n), joined,
                          titles->len - n);
}

static void
show_titles (GtkLabel *label, const char *format, GPtrArray *titles)
{
  g_autofree char *joined = join_titles (titles);
  g_autoptr (GString) words = g_string_new (format);

  if (joined != NULL)
    g_string_replace (words, "%s", joined, 1);
  show_words (label, joined != NULL ? words->str : NULL);
}

static void
show_preset (GtkLabel *label, const MlgTemplateField *field, gboolean stands)
{
  const char *kept = field->preset;
  g_autofree char *printed = kept != NULL ? mlg_template_field_print (field, kept) : NULL;
  g_autofree char *words = NULL;

  if (printed != NULL)
    /* Translators: %s is the answer that stands where nobody answers. */
    words = g_strdup_printf (stands ? _ ("The default stands: %s") : _ ("Default: %s"), printed);
  show_words (label, words);
}

static void
mlg_question_purpose_class_init (MlgQuestionPurposeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-question-purpose.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionPurpose, preset);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionPurpose, shown_in);
  gtk_widget_class_bind_template_child (widget_class, MlgQuestionPurpose, decides);
}

static void
mlg_question_purpose_init (MlgQuestionPurpose *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_question_purpose_set_question:
 * @question: (transfer none): what is known of a question of a draft
 */
void
mlg_question_purpose_set_question (MlgQuestionPurpose *self, const MlgDraftQuestion *question)
{
  g_return_if_fail (MLG_IS_QUESTION_PURPOSE (self));

  show_preset (self->preset, question->field, question->preset);
  /* Translators: %s are titles of clauses and pieces. */
  show_titles (self->shown_in, _ ("The answer stands in %s."), question->shown);
  /* Translators: %s are titles of clauses and pieces. */
  show_titles (self->decides, _ ("The answer decides on %s."), question->decides);
}
