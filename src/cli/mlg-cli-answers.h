/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-cli.h"

G_BEGIN_DECLS

/** What import and export need to know for answers beside their usual options. */
typedef struct
{
  const char *questionnaire; /* (nullable) */
  const char *mode;          /* (nullable) */
  const char *const *maps;   /* (nullable) */
  gboolean dry_run;
  const char *body;     /* (nullable) whose form */
  const char *paper;    /* (nullable) which form */
  const char *question; /* (nullable) code */
} MlgCliAnswers;

gboolean mlg_cli_is_answers_import (MlgCli *cli);
MlgCliStatus mlg_cli_import_answers (MlgCli *cli, const MlgCliAnswers *options);
gboolean mlg_cli_is_answers_export (MlgCli *cli);
MlgCliStatus mlg_cli_export_answers (MlgCli *cli, const MlgCliAnswers *options);

G_END_DECLS
