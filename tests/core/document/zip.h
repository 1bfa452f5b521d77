/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** A small ZIP archive made for a test. */
typedef struct _TestZip TestZip;

TestZip *test_zip_new (void);
void test_zip_add (TestZip *self, const char *name, const char *text);
void test_zip_add_data (TestZip *self, const char *name, const void *data, gsize size);
void test_zip_add_stored (TestZip *self, const char *name, const char *text);
void test_zip_add_link (TestZip *self, const char *name, const char *target);
void test_zip_set_password (TestZip *self, const char *password);
GBytes *test_zip_finish (TestZip *self);
