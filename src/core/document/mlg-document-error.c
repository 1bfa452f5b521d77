/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-document-error.h"

G_DEFINE_QUARK (mlg - document - error - quark, mlg_document_error)
