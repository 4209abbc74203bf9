/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-server.h"

#include <brotli/encode.h>
#include <string.h>

#define HTML "<!DOCTYPE html><title>Harbour</title><p>The harbour was closed on Friday.</p>"

typedef struct
{
  const char *path;
  guint status;
  const char *type; /* NULL: no Content-Type */
  const char *body;
  const char *header; /* NULL: none */
  const char *value;
} Route;

static const Route routes[] = {
  { "/page", 200, "text/html", HTML },
  { "/charset", 200, "text/html; Charset=\"windows-1251\"", HTML },
  { "/odd-type", 200, "te\xe9t/html; charset=\"\xe9 x\"", HTML },
  { "/xhtml", 200, "application/xhtml+xml", HTML },
  { "/plain", 200, "text/plain", "Words." },
  { "/untyped", 200, NULL, HTML },
  { "/untyped-text", 200, "application/octet-stream", "Only words here." },
  { "/untyped-binary", 200, "application/octet-stream",
    "\x7f"
    "ELF\x02\x01\x01" },
  { "/pdf", 200, "application/pdf", HTML },
  { "/mhtml", 200, "multipart/related; boundary=mark", HTML },
  { "/message", 200, "message/rfc822", HTML },
  { "/zip", 200, "application/zip", "PK\x03\x04" },
  { "/png", 200, "image/png", "\x89PNG\r\n\x1a\n" },
  { "/empty", 200, "text/html", "" },
  { "/no-content", 204, NULL, "" },
  { "/missing", 404, "text/html", HTML },
  { "/gone", 410, "text/html", HTML },
  { "/login", 401, "text/html", HTML, "WWW-Authenticate", "Basic realm=\"x\"" },
  { "/denied", 403, "text/html", HTML },
  { "/legal", 451, "text/html", HTML },
  { "/teapot", 418, "text/html", HTML },
  { "/broken", 500, "text/html", HTML },
  { "/busy-long", 503, "text/html", HTML, "Retry-After", "3600" },
  { "/busy-date", 429, "text/html", HTML, "Retry-After", "Fri, 01 Jan 2100 00:00:00 GMT" },
  { "/busy-silent", 429, "text/html", HTML },
  { "/down", 503, "text/html", HTML },
  { "/to-page", 301, NULL, "", "Location", "page#part" },
  { "/to-to-page", 302, NULL, "", "Location", "/to-page" },
  { "/to-space", 307, NULL, "", "Location", "/a b" },
  { "/a b", 200, "text/html", HTML },
  { "/to-file", 302, NULL, "", "Location", "file:///etc/passwd" },
  { "/to-ftp", 302, NULL, "", "Location", "ftp://127.0.0.1/x" },
  { "/to-data", 302, NULL, "", "Location", "data:text/html,x" },
  { "/to-script", 302, NULL, "", "Location", "JavaScript:alert(1)" },
  { "/to-nonsense", 302, NULL, "", "Location", "http://[nonsense/" },
  { "/to-nowhere", 302, NULL, "" },
  { "/to-self", 302, NULL, "", "Location", "/to-self" },
  { "/loop-a", 302, NULL, "", "Location", "/loop-b" },
  { "/loop-b", 302, NULL, "", "Location", "/loop-a" },
  { "/unknown-encoding", 200, "text/html", HTML, "Content-Encoding", "rot13" },
  { "/not-gzip", 200, "text/html", HTML, "Content-Encoding", "gzip" },
};

/* What a broken server writes; %NULL bytes do not occur. It hangs up afterwards unless it hangs. */
static const struct
{
  const char *path;
  gboolean hangs;
  const char *answer;
} breakages[] = {
  { "/short", FALSE,
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90\r\n\r\n<p>Cut" },
  { "/short-closing", FALSE,
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: "
    "90\r\n\r\n<p>Cut" },
  { "/short-chunk", FALSE,
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: "
    "chunked\r\n\r\n20\r\n<p>Cut" },
  { "/short-chunks", FALSE,
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: "
    "chunked\r\n\r\n6\r\n<p>Cut\r\n" },
  { "/short-chunks-closing", FALSE,
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
    "Transfer-Encoding: chunked\r\n\r\n6\r\n<p>Cut\r\n" },
  { "/chunks", FALSE,
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    "6\r\n<p>Who\r\n3;x=y\r\nle.\r\n0\r\n\r\n" },
  { "/chunks-closing", FALSE,
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
    "Transfer-Encoding: chunked\r\n\r\n6\r\n<p>Who\r\n3\r\nle.\r\n0\r\n\r\n" },
  { "/until-close", FALSE, "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>All there is." },
  { "/short-headers", FALSE, "HTTP/1.1 200 OK\r\nContent-Ty" },
  { "/nothing", FALSE, "" },
  { "/not-http", FALSE, "220 ftp.example.org ready\r\n\r\n" },
  { "/hangs", TRUE, "" },
  { "/stalls", TRUE,
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90\r\n\r\n<p>Cut" },
};

static guint8 *
pack_zlib (GZlibCompressorFormat format,
           const guint8 *data,
           gsize length,
           GConverterFlags flags,
           gsize *n)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (format, 9);
  gsize room = length + 1024;
  guint8 *out = g_malloc (room);
  gsize n_read;

  g_converter_convert (G_CONVERTER (compressor), data, length, out, room, flags, &n_read, n, NULL);
  g_assert_cmpuint (n_read, ==, length);
  return out;
}

GBytes *
fetch_server_pack (const char *encoding, const char *text)
{
  gsize length = strlen (text);
  gsize n = length + 1024;
  guint8 *out;

  if (g_str_equal (encoding, "br"))
    {
      out = g_malloc (n);
      g_assert_true (
          BrotliEncoderCompress (5, 22, BROTLI_MODE_TEXT, length, (const guint8 *) text, &n, out));
      return g_bytes_new_take (out, n);
    }
  out = pack_zlib (g_str_equal (encoding, "gzip")      ? G_ZLIB_COMPRESSOR_FORMAT_GZIP
                   : g_str_equal (encoding, "deflate") ? G_ZLIB_COMPRESSOR_FORMAT_ZLIB
                                                       : G_ZLIB_COMPRESSOR_FORMAT_RAW,
                   (const guint8 *) text, length, G_CONVERTER_INPUT_AT_END, &n);
  return g_bytes_new_take (out, n);
}

GBytes *
fetch_server_bomb (void)
{
  static const guint8 header[] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3 };
  g_autofree guint8 *zeros = g_malloc0 (1 << 20);
  gsize n;
  g_autofree guint8 *block = pack_zlib (G_ZLIB_COMPRESSOR_FORMAT_RAW, zeros, 1 << 20,
                                        G_CONVERTER_FLUSH, &n);
  GByteArray *bomb = g_byte_array_new ();

  g_byte_array_append (bomb, header, sizeof header);
  for (guint i = 0; i < 1024; i++)
    g_byte_array_append (bomb, block, n);
  return g_byte_array_free_to_bytes (bomb);
}

static void
answer (SoupServerMessage *message,
        guint status,
        const char *type,
        const char *encoding,
        GBytes *body)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_server_message_set_status (message, status, NULL);
  if (type != NULL)
    soup_message_headers_replace (headers, "Content-Type", type);
  if (encoding != NULL)
    soup_message_headers_replace (headers, "Content-Encoding", encoding);
  if (g_bytes_get_size (body) > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), body);
}

static gboolean
release_cb (gpointer data)
{
  soup_server_message_unpause (data);
  return G_SOURCE_REMOVE;
}

static void
counted_finished_cb (SoupServerMessage *message, FetchServer *self)
{
  self->n_inside--;
}

/* Takes a while, so that requests that may overlap do. */
static void
answer_counted (FetchServer *self, SoupServerMessage *message, GBytes *html)
{
  self->n_inside++;
  self->most_inside = MAX (self->most_inside, self->n_inside);
  g_signal_connect (message, "finished", G_CALLBACK (counted_finished_cb), self);
  answer (message, 200, "text/html", NULL, html);
  soup_server_message_pause (message);
  g_timeout_add_full (G_PRIORITY_DEFAULT, 15, release_cb, g_object_ref (message), g_object_unref);
}

static void
answer_large (SoupServerMessage *message, const char *path)
{
  gboolean is_image = g_str_equal (path, "/large-image");
  gsize size = (is_image ? 11 : 40) << 20;
  g_autoptr (GBytes) body = g_bytes_new_take (g_malloc0 (size), size);

  answer (message, 200, is_image ? "image/png" : "text/html", NULL, body);
  if (!g_str_equal (path, "/large-chunked"))
    return;
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message),
                                     SOUP_ENCODING_CHUNKED);
  soup_message_body_complete (soup_server_message_get_response_body (message));
}

/* Asks to wait for a second, then answers the second request. */
static void
answer_soon (FetchServer *self, SoupServerMessage *message, const char *path, GBytes *html)
{
  gboolean again = g_object_get_data (G_OBJECT (self->good), path) != NULL;

  g_object_set_data (G_OBJECT (self->good), path, self);
  answer (message, again && !g_str_equal (path, "/soon-never") ? 200 : 503, "text/html", NULL,
          html);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After",
                                g_str_equal (path, "/soon") ? "1" : "0");
}

static void
answer_packed (SoupServerMessage *message, const char *encoding)
{
  g_autoptr (GBytes) body = fetch_server_pack (encoding, HTML);

  answer (message, 200, "text/html", g_str_equal (encoding, "raw") ? "deflate" : encoding, body);
}

/* Answers once the cookie it set comes back, as pages behind a consent wall do. */
static void
answer_cookie (SoupServerMessage *message, GBytes *html)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  const char *cookie = soup_message_headers_get_one (soup_server_message_get_request_headers (
                                                         message),
                                                     "Cookie");

  answer (message, g_strcmp0 (cookie, "seen=1") == 0 ? 200 : 302, "text/html", NULL, html);
  soup_message_headers_replace (headers, "Set-Cookie", "seen=1; Path=/");
  soup_message_headers_replace (headers, "Location", "/cookie");
}

static void
pour_cb (SoupServerMessage *message, gpointer data)
{
  static const char zeros[65536];

  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC,
                            zeros, sizeof zeros);
  soup_server_message_unpause (message);
}

static void
poured_cb (SoupServerMessage *message, FetchServer *self)
{
  self->n_pouring--;
}

/* A body that has no end, for those that ask for one. */
static void
answer_endless (FetchServer *self, SoupServerMessage *message)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message),
                                     SOUP_ENCODING_CHUNKED);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  self->n_pouring++;
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (pour_cb), NULL);
  g_signal_connect (message, "finished", G_CALLBACK (poured_cb), self);
  pour_cb (message, NULL);
}

/* @status: of the answer to HEAD. */
static void
answer_headless (FetchServer *self, SoupServerMessage *message, guint status, GBytes *html)
{
  if (soup_server_message_get_method (message) == SOUP_METHOD_HEAD)
    answer (message, status, "text/html", NULL, html);
  else
    answer_endless (self, message);
}

static void
keep_header_cb (const char *name, const char *value, gpointer data)
{
  g_string_append_printf (data, "%s: %s\n", name, value);
}

static void
note_request (FetchServer *self, SoupServerMessage *message)
{
  GString *headers = g_string_new (NULL);

  self->n_requests++;
  self->n_gets += soup_server_message_get_method (message) == SOUP_METHOD_GET;
  soup_message_headers_foreach (soup_server_message_get_request_headers (message), keep_header_cb,
                                headers);
  g_free (self->last_headers);
  self->last_headers = g_string_free (headers, FALSE);
}

static void
answer_route (SoupServerMessage *message, const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (routes); i++)
    if (g_str_equal (path, routes[i].path))
      {
        g_autoptr (GBytes) body = g_bytes_new (routes[i].body, strlen (routes[i].body));

        answer (message, routes[i].status, routes[i].type, NULL, body);
        if (routes[i].header != NULL)
          soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                        routes[i].header, routes[i].value);
        return;
      }
  g_error ("no route for %s", path);
}

static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer data)
{
  FetchServer *self = data;
  g_autoptr (GBytes) html = g_bytes_new_static (HTML, strlen (HTML));

  note_request (self, message);
  if (g_str_has_prefix (path, "/packed/"))
    answer_packed (message, path + strlen ("/packed/"));
  else if (g_str_has_prefix (path, "/down-from/"))
    {
      guint64 n = g_ascii_strtoull (path + strlen ("/down-from/"), NULL, 10);
      g_autofree char *next = g_strdup_printf ("/down-from/%u", (guint) n - 1);

      answer (message, n > 0 ? 302 : 200, "text/html", NULL, html);
      soup_message_headers_replace (soup_server_message_get_response_headers (message), "Location",
                                    next);
    }
  else if (g_str_equal (path, "/bomb"))
    {
      g_autoptr (GBytes) bomb = fetch_server_bomb ();

      answer (message, 200, "text/html", "gzip", bomb);
    }
  else if (g_str_equal (path, "/much"))
    {
      g_autofree char *text = g_strnfill (FETCH_SERVER_MUCH, 'x');
      g_autoptr (GBytes) body = fetch_server_pack ("gzip", text);

      answer (message, 200, "text/html", "gzip", body);
    }
  else if (g_str_has_prefix (path, "/headless/"))
    answer_headless (self, message, g_ascii_strtoull (path + strlen ("/headless/"), NULL, 10),
                     html);
  else if (g_str_has_prefix (path, "/large"))
    answer_large (message, path);
  else if (g_str_has_prefix (path, "/soon"))
    answer_soon (self, message, path, html);
  else if (g_str_equal (path, "/cookie"))
    answer_cookie (message, html);
  else if (g_str_equal (path, "/counted"))
    answer_counted (self, message, html);
  else
    answer_route (message, path);
}

typedef struct
{
  FetchServer *server;
  GSocketConnection *connection;
  char request[4096];
} Visit;

static void
visit_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Visit *visit = data;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (visit->connection));
  gboolean hangs = n > 0; /* on whatever is not in the table, such as the start of TLS */

  for (gsize i = 0; i < G_N_ELEMENTS (breakages) && n > 0; i++)
    {
      g_autofree char *line = g_strconcat ("GET ", breakages[i].path, " HTTP/1.1\r\n", NULL);

      if (!g_str_has_prefix (visit->request, line))
        continue;
      visit->server->n_requests++;
      g_output_stream_write_all (out, breakages[i].answer, strlen (breakages[i].answer), NULL, NULL,
                                 NULL);
      hangs = breakages[i].hangs;
    }
  if (hangs)
    {
      g_input_stream_read_async (G_INPUT_STREAM (source), visit->request, 1, G_PRIORITY_DEFAULT,
                                 NULL, visit_cb, visit);
      return;
    }
  g_io_stream_close (G_IO_STREAM (visit->connection), NULL, NULL);
  g_object_unref (visit->connection);
  g_free (visit);
}

static gboolean
incoming_cb (GSocketService *service, GSocketConnection *connection, GObject *source, gpointer data)
{
  Visit *visit = g_new0 (Visit, 1);

  visit->server = data;
  visit->connection = g_object_ref (connection);
  g_input_stream_read_async (g_io_stream_get_input_stream (G_IO_STREAM (connection)),
                             visit->request, sizeof visit->request - 1, G_PRIORITY_DEFAULT, NULL,
                             visit_cb, visit);
  return TRUE;
}

static guint
listen_locally (SoupServer *server, SoupServerListenOptions options)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;
  guint port;

  soup_server_listen_local (server, 0, options | SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  port = g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return port;
}

static guint
listen_broken (FetchServer *self)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  g_socket_listener_add_address (G_SOCKET_LISTENER (self->broken), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &bound, &error);
  g_assert_no_error (error);
  g_signal_connect (self->broken, "incoming", G_CALLBACK (incoming_cb), self);
  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
}

FetchServer *
fetch_server_new (void)
{
  FetchServer *self = g_new0 (FetchServer, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate =
      g_tls_certificate_new_from_file (PM_TEST_DATA "/fetch/self-signed.pem", &error);

  g_assert_no_error (error);
  self->good = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->good, NULL, serve_cb, self, NULL);
  self->good_port = listen_locally (self->good, 0);
  self->secure = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (self->secure, NULL, serve_cb, self, NULL);
  self->secure_port = listen_locally (self->secure, SOUP_SERVER_LISTEN_HTTPS);
  self->broken = g_socket_service_new ();
  self->broken_port = listen_broken (self);
  return self;
}

void
fetch_server_free (FetchServer *self)
{
  soup_server_disconnect (self->good);
  soup_server_disconnect (self->secure);
  g_socket_service_stop (self->broken);
  g_socket_listener_close (G_SOCKET_LISTENER (self->broken));
  g_clear_object (&self->good);
  g_clear_object (&self->secure);
  g_clear_object (&self->broken);
  g_free (self->last_headers);
  g_free (self);
}

char *
fetch_server_url (FetchServer *self, char kind, const char *path)
{
  if (kind == 's')
    return g_strdup_printf ("https://127.0.0.1:%u%s", self->secure_port, path);
  if (kind == 'd')
    return g_strdup_printf ("http://inside.test:%u%s", self->good_port, path);
  return g_strdup_printf ("http://127.0.0.1:%u%s",
                          kind == 'g' ? self->good_port : self->broken_port, path);
}
