/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli-round.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

static gboolean
interrupted_cb (gpointer user_data)
{
  g_cancellable_cancel (((PmCliRound *) user_data)->cancellable);
  return G_SOURCE_CONTINUE;
}

static void
intake_cb (PmNotebook *notebook, guint done, guint total, gpointer user_data)
{
  pm_cli_progress (done, total);
}

PmCliRound *
pm_cli_round_new (PmCli *cli)
{
  PmNotebook *notebook = pm_cli_open (cli, TRUE);
  PmCliRound *self;

  if (notebook == NULL)
    return NULL;
  self = g_new0 (PmCliRound, 1);
  self->cli = cli;
  self->notebook = notebook;
  self->loop = g_main_loop_new (NULL, FALSE);
  self->cancellable = g_cancellable_new ();
  self->interrupted = g_unix_signal_add (SIGINT, interrupted_cb, self);
  g_signal_connect (notebook, "intake", G_CALLBACK (intake_cb), NULL);
  return self;
}

void
pm_cli_round_free (PmCliRound *self)
{
  g_source_remove (self->interrupted);
  pm_notebook_close (self->notebook);
  g_clear_object (&self->result);
  g_object_unref (self->notebook);
  g_object_unref (self->cancellable);
  g_main_loop_unref (self->loop);
  g_free (self);
}

void
pm_cli_round_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PmCliRound *self = user_data;

  g_set_object (&self->result, result);
  g_main_loop_quit (self->loop);
}

GAsyncResult *
pm_cli_round_wait (PmCliRound *self)
{
  g_clear_object (&self->result);
  /* An address that is none is answered at once. */
  while (self->result == NULL)
    g_main_loop_run (self->loop);
  return self->result;
}

void
pm_cli_round_print_feed (PmCliRound *self, const PmFeed *feed, guint n_new)
{
  if (self->cli->json)
    {
      JsonNode *node = json_node_init_object (json_node_alloc (), pm_cli_feed_to_json (feed));

      json_object_unref (json_node_get_object (node));
      json_object_set_int_member (json_node_get_object (node), "new", n_new);
      pm_cli_print_json (node);
    }
  else
    pm_cli_print (_ ("%s\t%s\t%u new"), pm_feed_get_name (feed), feed->url, n_new);
}

void
pm_cli_round_feed_cb (const PmFeed *feed, guint n_new, const GError *error, gpointer data)
{
  PmCliRound *self = data;

  if (error == NULL)
    {
      pm_cli_round_print_feed (self, feed, n_new);
      return;
    }
  /* One that is not followed is the answer to what was asked, and said there. */
  if (feed->id == 0 || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->n_failed++;
  pm_cli_fail (feed->url, error);
  if (self->cli->json)
    pm_cli_round_print_feed (self, feed, 0);
}

void
pm_cli_round_link_cb (const PmPlanned *link,
                      const PmArticle *article,
                      const GError *error,
                      gpointer data)
{
  PmCliRound *self = data;

  if (article != NULL || !g_cancellable_is_cancelled (self->cancellable))
    pm_cli_print_link (self->cli, link, article, error);
}

PmExit
pm_cli_round_finish (PmCliRound *self, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmIntake) intake = NULL;

  self->n_failed = 0;
  intake = pm_notebook_check_feeds_finish (self->notebook, pm_cli_round_wait (self), &error);
  if (intake == NULL)
    {
      PmExit exit = pm_cli_fail (what, error);

      /* An address that is none is an item that failed, not a misuse of the command. */
      return exit == PM_EXIT_NOTEBOOK ? exit : PM_EXIT_FAILED;
    }
  pm_cli_print_summary (NULL, intake);
  return self->n_failed + intake->missed->len + intake->n_left > 0 ? PM_EXIT_FAILED : PM_EXIT_DONE;
}
