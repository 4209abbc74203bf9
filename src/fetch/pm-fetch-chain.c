/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetch-chain-private.h"

#include <glib/gi18n-lib.h>

#define MAX_IMAGE (10 * 1024 * 1024)
#define MAX_FEED (16 * 1024 * 1024)
#define MAX_ROBOTS (2 * 1024 * 1024)
#define MAX_ROBOTS_HOPS 5
#define MAX_CHECK_QUIET 15
#define MAX_CHECK 40
#define MAX_RETRY_WAIT (10 * G_USEC_PER_SEC)

static void
clear_cancelled (PmFetchChain *chain)
{
  if (chain->cancelled != NULL)
    g_source_destroy (chain->cancelled);
  g_clear_pointer (&chain->cancelled, g_source_unref);
}

static void
chain_free (PmFetchChain *chain)
{
  clear_cancelled (chain);
  g_clear_object (&chain->task);
  g_clear_object (&chain->cancellable);
  g_clear_pointer (&chain->page, pm_page_unref);
  g_clear_pointer (&chain->hop, _pm_fetch_hop_free);
  g_clear_object (&chain->jar);
  g_clear_pointer (&chain->seen, g_hash_table_unref);
  g_free (chain->url);
  g_free (chain->host);
  g_free (chain);
}

/* @error: (transfer full) */
static void
fail (PmFetchChain *chain, GError *error)
{
  g_task_return_error (chain->task, error);
  chain_free (chain);
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  PmFetchChain *chain = data;
  GError *error = NULL;

  g_cancellable_set_error_if_cancelled (cancellable, &error);
  if (chain->asking)
    _pm_gate_cancel (chain->fetcher->gate, chain);
  else
    _pm_polite_cancel (chain->fetcher->polite, chain->host, chain);
  fail (chain, error);
  return G_SOURCE_REMOVE;
}

void
_pm_fetch_chain_set_out (PmFetchChain *chain)
{
  g_free (chain->host);
  chain->host = _pm_fetch_dup_host (chain->url);
  if (chain->cancellable != NULL)
    {
      chain->cancelled = g_cancellable_source_new (chain->cancellable);
      g_source_set_callback (chain->cancelled, G_SOURCE_FUNC (cancelled_cb), chain, NULL);
      g_source_attach (chain->cancelled, g_main_context_get_thread_default ());
    }
  chain->asking = chain->obeys;
  if (chain->asking)
    _pm_gate_ask (chain->fetcher->gate, chain->url, chain->reach, chain);
  else
    _pm_polite_wait (chain->fetcher->polite, chain->host, chain);
}

void
_pm_fetch_chain_asked_cb (gpointer data, GError *error)
{
  PmFetchChain *chain = data;

  chain->asking = FALSE;
  if (error != NULL)
    fail (chain, error);
  else
    _pm_polite_wait (chain->fetcher->polite, chain->host, chain);
}

/* Some sites redirect to the same address once a cookie is set; that is no loop. */
static char *
dup_footprint (PmFetchChain *chain)
{
  g_autoptr (GUri) uri = g_uri_parse (chain->url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autofree char *cookies = soup_cookie_jar_get_cookies (chain->jar, uri, TRUE);

  return g_strconcat (chain->url, "\n", cookies, NULL);
}

static void
follow (PmFetchChain *chain, guint status, const char *location)
{
  GError *error = NULL;
  char *url = _pm_fetch_resolve_url (chain->url, location, &error);

  if (url == NULL)
    {
      fail (chain, error);
      return;
    }
  chain->detoured = chain->detoured || (status != 301 && status != 308);
  if (chain->terms != NULL && !chain->detoured)
    {
      g_free (chain->terms->moved_to);
      chain->terms->moved_to = g_strdup (url);
    }
  g_free (chain->url);
  chain->url = url;
  if (chain->n_redirects++ >= chain->limits.max_hops)
    fail (chain, g_error_new (PM_FETCH_ERROR, PM_FETCH_ERROR_TOO_MANY_REDIRECTS,
                              _ ("%s redirects too many times."), chain->host));
  else if (!g_hash_table_add (chain->seen, dup_footprint (chain)))
    fail (chain, g_error_new (PM_FETCH_ERROR, PM_FETCH_ERROR_TOO_MANY_REDIRECTS,
                              _ ("%s redirects in a circle."), chain->host));
  else
    _pm_fetch_chain_set_out (chain);
}

/* Digests take a while for large bodies, so the page is put together off the main thread, and not
 * on the threads of GTask, where names of hosts are looked up, for many seconds each when nobody
 * answers. The task for that holds nothing that must stay on this thread. */
void
_pm_fetch_chain_seal (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  PmPage *page = g_task_get_task_data (task);
  g_autoptr (GBytes) body = g_bytes_ref (page->body);
  g_autoptr (GBytes) content = g_bytes_ref (page->content);
  g_autofree char *encoding = g_strdup (page->encoding);

  pm_page_set_body (page, body, content, encoding);
  g_task_return_boolean (task, TRUE);
}

static void
sealed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PmFetchChain *chain = data;
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (chain->cancellable, &error))
    {
      fail (chain, error);
      return;
    }
  g_task_return_pointer (chain->task, g_steal_pointer (&chain->page),
                         (GDestroyNotify) pm_page_unref);
  chain_free (chain);
}

static void
arrive (PmFetchChain *chain, PmFetchHop *hop)
{
  PmPage *page = chain->page;
  GTask *sealing = g_task_new (NULL, NULL, sealed_cb, chain);

  g_free (page->url);
  page->url = g_strdup (chain->url);
  page->content_type = g_steal_pointer (&hop->content_type);
  page->charset = g_steal_pointer (&hop->charset);
  page->encoding = g_steal_pointer (&hop->encoding);
  page->fetched = g_get_real_time ();
  page->body = g_byte_array_free_to_bytes (g_steal_pointer (&hop->wire));
  page->content = hop->content != NULL
                      ? g_byte_array_free_to_bytes (g_steal_pointer (&hop->content))
                      : g_bytes_ref (page->body);
  g_task_set_task_data (sealing, pm_page_ref (page), (GDestroyNotify) pm_page_unref);
  g_thread_pool_push (chain->fetcher->sealing, sealing, NULL);
}

/* The page has not changed since it was last asked for, or was not asked for. */
static void
stay (PmFetchChain *chain)
{
  g_free (chain->page->url);
  chain->page->url = g_strdup (chain->url);
  chain->page->fetched = g_get_real_time ();
  g_task_return_pointer (chain->task, g_steal_pointer (&chain->page),
                         (GDestroyNotify) pm_page_unref);
  chain_free (chain);
}

static gboolean
may_retry (PmFetchChain *chain, guint status, gint64 retry_at)
{
  return (status == 429 || status == 503) && !chain->retried && retry_at != 0 &&
         retry_at - g_get_real_time () <= MAX_RETRY_WAIT;
}

static void
go_on (PmFetchChain *chain, PmFetchHop *hop, guint status)
{
  if (may_retry (chain, status, hop->retry_at))
    {
      gint64 wait = MAX (hop->retry_at - g_get_real_time (), 0);

      chain->retried = TRUE;
      _pm_polite_hold (chain->fetcher->polite, chain->host, g_get_monotonic_time () + wait);
      _pm_fetch_chain_set_out (chain);
    }
  else if (status == SOUP_STATUS_NOT_MODIFIED && chain->terms != NULL)
    stay (chain);
  else if (hop->location != NULL && status != 300 && status != 304)
    follow (chain, status, hop->location);
  else if (SOUP_STATUS_IS_SUCCESSFUL (status) && chain->kind == PM_FETCH_HEADERS)
    stay (chain);
  else if (SOUP_STATUS_IS_SUCCESSFUL (status))
    arrive (chain, hop);
  else
    {
      if (chain->terms != NULL)
        chain->terms->retry_at = hop->retry_at;
      fail (chain, _pm_fetch_error_from_status (status, hop->retry_at, chain->host));
    }
}

static void
hop_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PmFetchChain *chain = data;
  g_autoptr (PmFetchHop) hop = g_steal_pointer (&chain->hop);
  GError *error = NULL;
  gboolean done = _pm_fetch_hop_run_finish (hop, result, &error);
  guint status = hop->record->status;

  _pm_polite_leave (chain->fetcher->polite, chain->host);
  chain->budget -= hop->record->finished - hop->record->started;
  if (chain->heads && _pm_fetch_doubts_head (status, error))
    {
      g_clear_error (&error);
      chain->heads = FALSE;
      _pm_fetch_chain_set_out (chain);
      return;
    }
  if (chain->answer != NULL && status != 0)
    _pm_fetch_tell (chain->answer, chain->url, status);
  if (!done)
    {
      fail (chain, error);
      return;
    }
  if (chain->page->hops->len == 0)
    chain->reach = chain->kind != PM_FETCH_IMAGE ? hop->reached : PM_REACH_PUBLIC;
  g_ptr_array_add (chain->page->hops, g_steal_pointer (&hop->record));
  go_on (chain, hop, status);
}

void
_pm_fetch_chain_turn_cb (gpointer data)
{
  PmFetchChain *chain = data;
  PmFetchHop *hop = _pm_fetch_hop_new (chain->url, chain->kind, &chain->limits);

  clear_cancelled (chain);
  hop->heads = chain->heads;
  hop->reach = chain->reach;
  hop->budget = chain->budget;
  hop->jar = g_object_ref (chain->jar);
  hop->terms = chain->terms;
  hop->progress = chain->progress;
  hop->progress_data = chain->progress_data;
  chain->hop = hop;
  _pm_fetch_hop_run_async (hop, chain->fetcher->session, chain->cancellable, hop_cb, chain);
}

static void
set_limits (PmFetchChain *chain, const PmFetchLimits *limits)
{
  static const guint64 most[] = { [PM_FETCH_PAGE] = G_MAXUINT64,
                                  [PM_FETCH_IMAGE] = MAX_IMAGE,
                                  [PM_FETCH_FEED] = MAX_FEED,
                                  [PM_FETCH_ROBOTS] = MAX_ROBOTS,
                                  [PM_FETCH_HEADERS] = G_MAXUINT64 };

  chain->limits = *limits;
  chain->limits.max_wire = MIN (limits->max_wire, most[chain->kind]);
  chain->limits.max_inflated = MIN (limits->max_inflated, most[chain->kind]);
  if (chain->kind == PM_FETCH_ROBOTS)
    chain->limits.max_hops = MIN (limits->max_hops, MAX_ROBOTS_HOPS);
  if (chain->kind == PM_FETCH_HEADERS)
    {
      chain->limits.idle_seconds = MIN (limits->idle_seconds, MAX_CHECK_QUIET);
      chain->limits.whole_seconds = MIN (limits->whole_seconds, MAX_CHECK);
    }
  chain->budget = (gint64) chain->limits.whole_seconds * G_USEC_PER_SEC;
}

PmFetchChain *
_pm_fetch_chain_new (PmFetcher *self, const char *url, PmFetchKind kind, GTask *task)
{
  g_autofree char *normal = NULL;
  GError *error = NULL;
  PmFetchChain *chain;

  normal = pm_fetch_normalize_url (url, &error);
  if (normal == NULL)
    {
      g_task_return_error (task, error);
      return NULL;
    }
  chain = g_new0 (PmFetchChain, 1);
  chain->fetcher = self;
  chain->task = g_object_ref (task);
  g_set_object (&chain->cancellable, g_task_get_cancellable (task));
  chain->kind = kind;
  set_limits (chain, &self->limits);
  chain->page = pm_page_new (normal);
  chain->url = g_steal_pointer (&normal);
  chain->jar = soup_cookie_jar_new ();
  chain->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (chain->seen, dup_footprint (chain));
  return chain;
}
