/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-cli.h"

G_BEGIN_DECLS

/* What the commands for feeds share: waiting for one step after the other, of which Ctrl+C ends the
 * one under way, and saying what came of it. */
typedef struct
{
  PmCli *cli;
  PmNotebook *notebook;
  GMainLoop *loop;
  GCancellable *cancellable;
  GAsyncResult *result; /* of the last step */
  guint interrupted;
  guint n_failed; /* feeds of the step under way */
} PmCliRound;

/* Returns: %NULL when the notebook is unusable, which is then said. */
PmCliRound *pm_cli_round_new (PmCli *cli);
/* Closes the notebook. */
void pm_cli_round_free (PmCliRound *self);

/* To be given to the step, with the round as its data. */
void pm_cli_round_done_cb (GObject *source, GAsyncResult *result, gpointer user_data);
/* Returns: (transfer none): of the step that was begun. */
GAsyncResult *pm_cli_round_wait (PmCliRound *self);

/* What is told of while feeds are read; data: the round. */
void pm_cli_round_feed_cb (const PmFeed *feed, guint n_new, const GError *error, gpointer data);
void pm_cli_round_link_cb (const PmPlanned *link,
                           const PmArticle *article,
                           const GError *error,
                           gpointer data);
void pm_cli_round_print_feed (PmCliRound *self, const PmFeed *feed, guint n_new);
/* Waits until the feeds were read and their articles have come. @what: (nullable): that was asked
 * for. */
PmExit pm_cli_round_finish (PmCliRound *self, const char *what);

G_END_DECLS
