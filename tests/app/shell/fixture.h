/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mlg-window.h"

/* An application with all its rooms, and a network file in a folder of its own. */
typedef struct
{
  char *folder;                /* (owned) */
  char *path;                  /* (owned) */
  MlgApplication *application; /* (unowned) of the program */
} Fixture;

void fixture_set_up (Fixture *f, gconstpointer data);
void fixture_tear_down (Fixture *f, gconstpointer data);

MlgWindow *fixture_open_window (Fixture *f);
void fixture_wait_gone (gpointer *object);
void fixture_settle (void);
void fixture_wait_read (MlgWindow *window);
void fixture_close_window (MlgWindow *window);
