/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#define MAX_HOPS 100

static gboolean
read_hop (PmHop *hop, JsonObject *object, GError **error)
{
  gint64 status = 0;

  if (!_pm_json_need_string (object, "url", &hop->url, error) ||
      !_pm_json_need_string (object, "method", &hop->method, error) ||
      !_pm_json_read_int (object, "status", 0, 999, &status, error) ||
      !_pm_json_read_string (object, "reason", &hop->reason, error) ||
      !_pm_json_read_string (object, "protocol", &hop->protocol, error) ||
      !_pm_json_read_string (object, "request_headers", &hop->request_headers, error) ||
      !_pm_json_read_string (object, "response_headers", &hop->response_headers, error) ||
      !_pm_json_read_string (object, "address", &hop->address, error) ||
      !_pm_json_read_string (object, "tls_version", &hop->tls_version, error) ||
      !_pm_json_read_string (object, "certificate_sha256", &hop->certificate_sha256, error) ||
      !_pm_json_read_time (object, "started", &hop->started, error) ||
      !_pm_json_read_time (object, "finished", &hop->finished, error))
    return FALSE;
  hop->status = status;
  return TRUE;
}

static gboolean
read_hops (PmPage *page, JsonObject *object, GError **error)
{
  JsonArray *hops;

  if (!_pm_json_read_array (object, "hops", &hops, error))
    return FALSE;
  if (hops != NULL && json_array_get_length (hops) > MAX_HOPS)
    return _pm_json_refuse (error, "hops");
  for (guint i = 0; hops != NULL && i < json_array_get_length (hops); i++)
    {
      JsonObject *element = _pm_json_get_element (hops, i, "hops", error);
      PmHop *hop;

      if (element == NULL)
        return FALSE;
      hop = pm_hop_new ("");
      g_ptr_array_add (page->hops, hop);
      if (!read_hop (hop, element, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_sha256 (const char *string)
{
  gsize n = 0;

  while (g_ascii_isxdigit (string[n]) && !g_ascii_isupper (string[n]))
    n++;
  return n == 64 && string[n] == '\0';
}

static PmPage *
read_one_page (JsonObject *object, GError **error)
{
  g_autoptr (PmPage) page = pm_page_new ("");

  if (!_pm_json_need_string (object, "requested_url", &page->requested_url, error) ||
      !_pm_json_need_string (object, "url", &page->url, error) ||
      !_pm_json_read_string (object, "content_type", &page->content_type, error) ||
      !_pm_json_read_string (object, "charset", &page->charset, error) ||
      !_pm_json_read_string (object, "encoding", &page->encoding, error) ||
      !_pm_json_read_string (object, "sha256", &page->body_sha256, error) ||
      !_pm_json_read_time (object, "fetched", &page->fetched, error) ||
      !read_hops (page, object, error))
    return NULL;
  if (page->body_sha256 != NULL && !is_sha256 (page->body_sha256))
    {
      _pm_json_refuse (error, "sha256");
      return NULL;
    }
  return g_steal_pointer (&page);
}

PmPage *
_pm_bundle_read_page (JsonObject *object, GError **error)
{
  g_autoptr (PmPage) first = read_one_page (object, error);
  PmPage *last = first;

  for (guint n = 1; last != NULL; n++, last = last->next)
    {
      if (!_pm_json_read_object (object, "next", &object, error))
        return NULL;
      if (object == NULL)
        return g_steal_pointer (&first);
      if (n == PM_PAGE_MAX)
        {
          _pm_json_refuse (error, "next");
          return NULL;
        }
      last->next = read_one_page (object, error);
    }
  return NULL;
}
