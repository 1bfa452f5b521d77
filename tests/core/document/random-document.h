/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"

MlgDocument *test_random_document (guint32 seed);
char *test_digest (MlgDocument *document);
