/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-page.h"

#include "pm-digest.h"

/* The reference count stands behind the fields that everyone may read. */
typedef struct
{
  PmPage page;
  gatomicrefcount ref_count;
} PmPagePrivate;

G_DEFINE_BOXED_TYPE (PmPage, pm_page, pm_page_ref, pm_page_unref)

PmHop *
pm_hop_new (const char *url)
{
  PmHop *self = g_new0 (PmHop, 1);

  self->url = g_strdup (url);
  self->method = g_strdup ("GET");
  return self;
}

void
pm_hop_free (PmHop *self)
{
  g_free (self->url);
  g_free (self->method);
  g_free (self->reason);
  g_free (self->protocol);
  g_free (self->request_headers);
  g_free (self->response_headers);
  g_free (self->address);
  g_free (self->tls_version);
  g_free (self->certificate_sha256);
  g_free (self);
}

PmPage *
pm_page_new (const char *url)
{
  PmPagePrivate *priv = g_new0 (PmPagePrivate, 1);
  PmPage *self = &priv->page;

  g_atomic_ref_count_init (&priv->ref_count);
  self->requested_url = g_strdup (url);
  self->url = g_strdup (url);
  self->hops = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_hop_free);
  return self;
}

PmPage *
pm_page_ref (PmPage *self)
{
  g_atomic_ref_count_inc (&((PmPagePrivate *) self)->ref_count);
  return self;
}

void
pm_page_unref (PmPage *self)
{
  if (!g_atomic_ref_count_dec (&((PmPagePrivate *) self)->ref_count))
    return;
  g_free (self->requested_url);
  g_free (self->url);
  g_free (self->content_type);
  g_free (self->charset);
  g_free (self->encoding);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self->body_sha256);
  g_ptr_array_unref (self->hops);
  g_clear_pointer (&self->next, pm_page_unref);
  g_free (self);
}

void
pm_page_set_body (PmPage *self, GBytes *body, GBytes *content, const char *encoding)
{
  char *copy = g_strdup (encoding);

  g_bytes_ref (body);
  content = g_bytes_ref (content != NULL ? content : body);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->content, g_bytes_unref);
  self->body = body;
  self->content = content;
  g_free (self->encoding);
  self->encoding = copy;
  g_free (self->body_sha256);
  self->body_sha256 = pm_digest_dup_sha256 (body);
  self->body_size = g_bytes_get_size (body);
  self->content_size = g_bytes_get_size (content);
}
