/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-interrupt.h"

#include <signal.h>
#include <stdlib.h>

/* What asks a program to end. */
static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

static void
fill_set (sigset_t *set)
{
  sigemptyset (set);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaddset (set, signals[i]);
}

/* Cancelling takes a mutex, which a signal's handler may not do: a thread waits for the signals. The
 * second one is from somebody who does not want to wait: the network file stands it. */
static gpointer
wait_for_signals (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t set;
  int received = 0;

  fill_set (&set);
  if (sigwait (&set, &received) == 0)
    g_cancellable_cancel (cancellable);
  if (sigwait (&set, &received) == 0)
    _Exit (128 + received);
  return NULL;
}

/**
 * mlg_cli_interrupt_cancels:
 * @cancellable: what an interrupt cancels
 *
 * Makes an interrupt from the keyboard, and whatever asks the program to end, cancel what it does.
 * To be called before there is any other thread.
 */
void
mlg_cli_interrupt_cancels (GCancellable *cancellable)
{
  GThread *thread;
  sigset_t set;

  fill_set (&set);
  pthread_sigmask (SIG_BLOCK, &set, NULL);
  thread = g_thread_new ("signals", wait_for_signals, g_object_ref (cancellable));
  g_thread_unref (thread);
}
