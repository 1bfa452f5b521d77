/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document-write.h"

MlgDocument *test_read_everything (void);
MlgDocument *test_read_document (const char *xml);
GBytes *test_write (MlgDocument *document, const char *suffix, MlgIssueList *issues);
