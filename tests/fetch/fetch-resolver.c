/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-resolver.h"

struct _FetchResolver
{
  GResolver parent_instance;
};

G_DEFINE_FINAL_TYPE (FetchResolver, fetch_resolver, G_TYPE_RESOLVER)

static void
lookup_with_flags_async (GResolver *resolver,
                         const char *name,
                         GResolverNameLookupFlags flags,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, data);

  if (g_str_equal (name, "inside.test") && (flags & G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY) == 0)
    g_task_return_pointer (task,
                           g_list_append (NULL, g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4)),
                           (GDestroyNotify) g_resolver_free_addresses);
  else
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "no such name: %s",
                             name);
}

static GList *
lookup_with_flags_finish (GResolver *resolver, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fetch_resolver_class_init (FetchResolverClass *klass)
{
  G_RESOLVER_CLASS (klass)->lookup_by_name_with_flags_async = lookup_with_flags_async;
  G_RESOLVER_CLASS (klass)->lookup_by_name_with_flags_finish = lookup_with_flags_finish;
}

static void
fetch_resolver_init (FetchResolver *self)
{
}
