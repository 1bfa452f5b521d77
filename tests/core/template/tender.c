/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tender.h"

#include "document/mlg-document-file.h"
#include "template/mlg-shipped-template.h"

#define SAMPLE "-answers.xml"

static char *
get_sample_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, SAMPLE, NULL);

  return g_build_filename (g_getenv ("MLG_DATA_DIR"), "sample", file, NULL);
}

/* Returns: (transfer full) (element-type utf8): the papers that sample answers are shipped for */
GPtrArray *
tender_list (void)
{
  g_auto (GStrv) names = mlg_shipped_template_list (NULL);
  GPtrArray *tenders = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = get_sample_path (names[i]);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (tenders, g_strdup (names[i]));
    }
  g_assert_cmpuint (tenders->len, >=, 3);
  return tenders;
}

/* Adds a test for each tender; it gets the name. */
void
tender_add_test (const char *what, GTestDataFunc test)
{
  g_autoptr (GPtrArray) tenders = tender_list ();

  for (guint i = 0; i < tenders->len; i++)
    {
      const char *name = tenders->pdata[i];
      g_autofree char *path = g_strdup_printf ("/tender/%s/%s", name, what);

      g_test_add_data_func_full (path, g_strdup (name), test, g_free);
    }
}

/* The sample answers again, and no issue. */
void
tender_reset (Tender *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = get_sample_path (self->name);
  g_autoptr (GBytes) bytes = mlg_document_load_file (path, NULL, &error);

  g_assert_no_error (error);
  g_clear_pointer (&self->issues, mlg_issue_list_unref);
  self->issues = mlg_issue_list_new ();
  g_clear_object (&self->answers);
  self->answers = mlg_answers_read_xml (self->template, bytes, path, self->issues, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (self->issues), ==, 0);
}

Tender *
tender_new (const char *name)
{
  g_autoptr (GError) error = NULL;
  Tender *self = g_new0 (Tender, 1);

  self->name = g_strdup (name);
  self->issues = mlg_issue_list_new ();
  self->template = mlg_shipped_template_read (name, self->issues, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mlg_issue_list_get_n (self->issues), ==, 0);
  tender_reset (self);
  return self;
}

void
tender_free (Tender *self)
{
  g_clear_object (&self->answers);
  g_clear_object (&self->template);
  g_clear_pointer (&self->issues, mlg_issue_list_unref);
  g_free (self->name);
  g_free (self);
}

void
tender_set (Tender *self, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mlg_answers_set (self->answers, field, text, &error));
  g_assert_no_error (error);
}

void
tender_assert_no_issue (Tender *self)
{
  for (guint i = 0; i < mlg_issue_list_get_n (self->issues); i++)
    g_error ("%s: %s", self->name, mlg_issue_list_get (self->issues, i)->message);
}

MlgDocument *
tender_fill (Tender *self, guint piece)
{
  g_autoptr (GError) error = NULL;
  MlgDocument *document =
      mlg_fill (self->template, self->answers, NULL, piece, self->issues, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (mlg_document_validate (document, self->issues));
  return document;
}

char *
tender_fill_words (Tender *self, guint piece)
{
  g_autoptr (MlgDocument) document = tender_fill (self, piece);
  g_autoptr (xmlChar) words =
      xmlNodeGetContent (xmlDocGetRootElement (mlg_document_get_tree (document)));

  return g_strdup ((const char *) words);
}

void
tender_walk_tree (const xmlNode *node, TenderVisit visit, gpointer data)
{
  visit (node, data);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      tender_walk_tree (child, visit, data);
}

void
tender_walk (Tender *self, TenderVisit visit, gpointer data)
{
  tender_walk_tree (xmlDocGetRootElement (mlg_template_get_tree (self->template)), visit, data);
}
