/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetch-private.h"

#include <string.h>

/* What is kept of a request and its answer as evidence. */

static char *
dup_headers (SoupMessageHeaders *headers)
{
  SoupMessageHeadersIter iter;
  const char *name;
  const char *value;
  g_autoptr (GString) block = g_string_new (NULL);

  soup_message_headers_iter_init (&iter, headers);
  while (soup_message_headers_iter_next (&iter, &name, &value))
    g_string_append_printf (block, "%s: %s\n", name, value);
  return g_utf8_make_valid (block->str, block->len);
}

static char *
dup_address (GSocketAddress *address)
{
  g_autofree char *ip = NULL;
  GInetSocketAddress *inet;

  if (address == NULL || !G_IS_INET_SOCKET_ADDRESS (address))
    return NULL;
  inet = G_INET_SOCKET_ADDRESS (address);
  ip = g_inet_address_to_string (g_inet_socket_address_get_address (inet));
  return g_strdup_printf (strchr (ip, ':') != NULL ? "[%s]:%u" : "%s:%u", ip,
                          g_inet_socket_address_get_port (inet));
}

static const char *
get_tls_name (GTlsProtocolVersion version)
{
  switch (version)
    {
    case G_TLS_PROTOCOL_VERSION_TLS_1_0:
      return "TLS 1.0";
    case G_TLS_PROTOCOL_VERSION_TLS_1_1:
      return "TLS 1.1";
    case G_TLS_PROTOCOL_VERSION_TLS_1_2:
      return "TLS 1.2";
    case G_TLS_PROTOCOL_VERSION_TLS_1_3:
      return "TLS 1.3";
    default:
      return NULL;
    }
}

static char *
dup_certificate_digest (GTlsCertificate *certificate)
{
  g_autoptr (GByteArray) der = NULL;

  if (certificate != NULL)
    g_object_get (certificate, "certificate", &der, NULL);
  return der != NULL ? g_compute_checksum_for_data (G_CHECKSUM_SHA256, der->data, der->len) : NULL;
}

static const char *
get_protocol (SoupHTTPVersion version)
{
  return version == SOUP_HTTP_2_0 ? "HTTP/2" : version == SOUP_HTTP_1_0 ? "HTTP/1.0" : "HTTP/1.1";
}

void
_pm_fetch_record_answer (PmHop *record, SoupMessage *message)
{
  const char *reason = soup_message_get_reason_phrase (message);

  record->status = soup_message_get_status (message);
  record->reason = reason != NULL ? g_utf8_make_valid (reason, -1) : NULL;
  record->protocol = g_strdup (get_protocol (soup_message_get_http_version (message)));
  record->request_headers = dup_headers (soup_message_get_request_headers (message));
  record->response_headers = dup_headers (soup_message_get_response_headers (message));
  record->address = dup_address (soup_message_get_remote_address (message));
  record->tls_version = g_strdup (get_tls_name (soup_message_get_tls_protocol_version (message)));
  record->certificate_sha256 = dup_certificate_digest (
      soup_message_get_tls_peer_certificate (message));
}
