/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-cli.h"

G_BEGIN_DECLS

/**
 * MlgCliDirectoryRequest:
 *
 * What "add" takes from the directory: one of the first three.
 */
typedef struct
{
  char *body;      /* (owned) (nullable) words, a SIREN or an INSEE code */
  char *members;   /* (owned) (nullable) the same, of an EPCI whose communes are meant */
  char *groupings; /* (owned) (nullable) the code of a département whose EPCI are meant */
  char *status;    /* (owned) (nullable) the status of what is added */
} MlgCliDirectoryRequest;

void mlg_cli_directory_request_clear (MlgCliDirectoryRequest *request);
gboolean mlg_cli_directory_is_asked (const MlgCliDirectoryRequest *request);
MlgCliStatus mlg_cli_directory_add (MlgCli *cli,
                                    const MlgKind *kind,
                                    const MlgCliDirectoryRequest *request,
                                    gboolean dry_run);

G_END_DECLS
