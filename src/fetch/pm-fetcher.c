/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetcher.h"

#include "pm-fetch-chain-private.h"

const PmFetchLimits pm_fetch_limits_default = {
  .connect_seconds = 15,
  .idle_seconds = 30,
  .whole_seconds = 120,
  .max_hops = 20,
  .max_wire = 32 * 1024 * 1024,
  .max_inflated = 128 * 1024 * 1024,
  .host_connections = 2,
  .host_pause_ms = 250,
};

G_DEFINE_FINAL_TYPE (PmFetcher, pm_fetcher, G_TYPE_OBJECT)

void
pm_fetcher_fetch_async (PmFetcher *self,
                        const char *url,
                        PmFetchKind kind,
                        GCancellable *cancellable,
                        PmFetchProgress progress,
                        gpointer progress_data,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  PmFetchChain *chain = _pm_fetch_chain_new (self, url, kind, task);

  if (chain == NULL)
    return;
  chain->reach = kind == PM_FETCH_PAGE ? PM_REACH_LOCAL : PM_REACH_PUBLIC;
  chain->progress = progress;
  chain->progress_data = progress_data;
  _pm_fetch_chain_set_out (chain);
}

/* How far inside @page came from, when @url lies on the very site the user asked for. */
static PmReach
find_reach (const char *url, PmPage *page)
{
  PmHop *hop = page->hops->len > 0 ? g_ptr_array_index (page->hops, 0) : NULL;
  g_autoptr (GSocketConnectable) address = NULL;

  if (hop == NULL || hop->address == NULL || !_pm_fetch_same_site (url, hop->url) ||
      !_pm_fetch_same_site (url, page->url))
    return PM_REACH_PUBLIC;
  address = g_network_address_parse (hop->address, 0, NULL);
  if (address == NULL)
    return PM_REACH_PUBLIC;
  return _pm_fetch_reach_of_host (g_network_address_get_hostname (G_NETWORK_ADDRESS (address)));
}

void
pm_fetcher_fetch_linked_async (PmFetcher *self,
                               const char *url,
                               PmFetchKind kind,
                               PmPage *page,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  PmFetchChain *chain = _pm_fetch_chain_new (self, url, kind, task);

  if (chain == NULL)
    return;
  chain->reach = page != NULL ? find_reach (chain->url, page) : PM_REACH_PUBLIC;
  _pm_fetch_chain_set_out (chain);
}

void
pm_fetcher_fetch_listed_async (PmFetcher *self,
                               const char *url,
                               const char *site,
                               GCancellable *cancellable,
                               PmFetchProgress progress,
                               gpointer progress_data,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  PmFetchChain *chain = _pm_fetch_chain_new (self, url, PM_FETCH_PAGE, task);

  if (chain == NULL)
    return;
  chain->reach = site == NULL || _pm_fetch_same_site (chain->url, site) ? PM_REACH_LOCAL
                                                                        : PM_REACH_PUBLIC;
  chain->obeys = TRUE;
  chain->progress = progress;
  chain->progress_data = progress_data;
  _pm_fetch_chain_set_out (chain);
}

void
_pm_fetcher_fetch_robots_async (PmFetcher *self,
                                const char *url,
                                PmReach reach,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  PmFetchChain *chain = _pm_fetch_chain_new (self, url, PM_FETCH_ROBOTS, task);

  if (chain == NULL)
    return;
  chain->reach = reach;
  _pm_fetch_chain_set_out (chain);
}

void
_pm_fetcher_fetch_headers_async (PmFetcher *self,
                                 const char *url,
                                 PmPage *page,
                                 PmAnswer *answer,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  PmFetchChain *chain = _pm_fetch_chain_new (self, url, PM_FETCH_HEADERS, task);

  if (chain == NULL)
    return;
  chain->reach = page != NULL ? find_reach (chain->url, page) : PM_REACH_PUBLIC;
  chain->answer = answer;
  chain->heads = TRUE;
  _pm_fetch_chain_set_out (chain);
}

void
pm_fetcher_fetch_feed_async (PmFetcher *self,
                             const char *url,
                             const char *etag,
                             const char *modified,
                             PmPage *page,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  PmFetchTerms *terms = _pm_fetch_terms_new (etag, modified);
  PmFetchChain *chain;

  g_task_set_task_data (task, terms, (GDestroyNotify) pm_fetch_terms_free);
  chain = _pm_fetch_chain_new (self, url, PM_FETCH_FEED, task);
  if (chain == NULL)
    return;
  chain->reach = page != NULL ? find_reach (chain->url, page) : PM_REACH_LOCAL;
  chain->terms = terms;
  _pm_fetch_chain_set_out (chain);
}

PmPage *
pm_fetcher_fetch_feed_finish (PmFetcher *self,
                              GAsyncResult *result,
                              PmFetchTerms **terms,
                              GError **error)
{
  const PmFetchTerms *told = g_task_get_task_data (G_TASK (result));

  *terms = _pm_fetch_terms_new (told->etag, told->modified);
  (*terms)->max_age = told->max_age;
  (*terms)->retry_at = told->retry_at;
  (*terms)->moved_to = g_strdup (told->moved_to);
  return g_task_propagate_pointer (G_TASK (result), error);
}

PmPage *
pm_fetcher_fetch_finish (PmFetcher *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
pm_fetcher_finalize (GObject *object)
{
  PmFetcher *self = PM_FETCHER (object);

  g_thread_pool_free (self->sealing, FALSE, FALSE);
  g_clear_pointer (&self->gate, _pm_gate_free);
  g_clear_pointer (&self->polite, _pm_polite_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pm_fetcher_parent_class)->finalize (object);
}

static void
pm_fetcher_class_init (PmFetcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pm_fetcher_finalize;
}

static void
pm_fetcher_init (PmFetcher *self)
{
  self->sealing = g_thread_pool_new (_pm_fetch_chain_seal, NULL, 1, FALSE, NULL);
}

PmFetcher *
pm_fetcher_new (const PmFetchLimits *limits)
{
  PmFetcher *self = g_object_new (PM_TYPE_FETCHER, NULL);
  guint connections;

  self->limits = limits != NULL ? *limits : pm_fetch_limits_default;
  self->polite = _pm_polite_new (self->limits.host_connections, self->limits.host_pause_ms,
                                 _pm_fetch_chain_turn_cb);
  self->gate = _pm_gate_new (self, _pm_fetch_chain_asked_cb);
  /* The queue of polite waiters decides; libsoup's own must never make a request wait while its
   * alarms run. */
  connections = MAX (self->limits.host_connections, 1) * 2;
  self->session = soup_session_new_with_options ("max-conns", 64, "max-conns-per-host", connections,
                                                 "timeout", 0, "idle-timeout", 20, "user-agent",
                                                 "Pressmark/" PM_VERSION " (research notebook)",
                                                 "accept-language-auto", TRUE, NULL);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
  return self;
}
