/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetch-private.h"

/* One request and its answer, watched from start to end: where it connects to, how long it is
 * silent, how much arrives. Whatever puts an end to it (the user, an alarm, a forbidden address)
 * does so by stopping libsoup through our own cancellable and leaving the reason beside it. */

#define READ_SIZE 16384 /* also bounds how much one turn of the main loop inflates */
#define PROGRESS_INTERVAL (50 * 1000)

typedef struct
{
  PmFetchHop hop;
  char *host;
  GTask *task;
  SoupSession *session;
  SoupMessage *message;
  GInputStream *stream;
  GSocket *socket; /* (nullable): when the connection was made for this request */
  GCancellable *stop;
  GError *reason; /* why it was stopped */
  GSource *cancelled;
  GSource *whole_alarm;
  GSource *quiet_alarm; /* while it connects, then while nothing arrives */
  GSource *more_alarm;  /* while there is more to decode of what has arrived */
  gboolean ended;       /* all has arrived */
  PmDecoder *decoder;
  gboolean untold; /* the type is to be told from the bytes */
  gint64 last_progress;
  guint8 buffer[READ_SIZE];
} Run;

PmFetchHop *
_pm_fetch_hop_new (const char *url, PmFetchKind kind, const PmFetchLimits *limits)
{
  Run *run = g_new0 (Run, 1);
  PmFetchHop *self = &run->hop;

  self->url = g_strdup (url);
  self->kind = kind;
  self->limits = limits;
  self->record = pm_hop_new (url);
  self->wire = g_byte_array_new ();
  run->host = _pm_fetch_dup_host (url);
  run->stop = g_cancellable_new ();
  return self;
}

static void
drop_connection (Run *run)
{
  _pm_alarm_clear (&run->whole_alarm);
  _pm_alarm_clear (&run->quiet_alarm);
  _pm_alarm_clear (&run->more_alarm);
  if (run->cancelled != NULL)
    g_source_destroy (run->cancelled);
  g_clear_pointer (&run->cancelled, g_source_unref);
  if (run->message != NULL)
    g_signal_handlers_disconnect_by_data (run->message, run);
  /* Dropped unclosed it would close itself, which may block. */
  if (run->stream != NULL)
    g_input_stream_close_async (run->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_clear_object (&run->stream);
  g_clear_object (&run->socket);
  g_clear_object (&run->message);
  g_clear_object (&run->session);
}

void
_pm_fetch_hop_free (PmFetchHop *self)
{
  Run *run = (Run *) self;

  drop_connection (run);
  g_clear_pointer (&self->record, pm_hop_free);
  g_clear_pointer (&self->wire, g_byte_array_unref);
  g_clear_pointer (&self->content, g_byte_array_unref);
  g_clear_object (&self->jar);
  g_free (self->url);
  g_free (self->location);
  g_free (self->content_type);
  g_free (self->charset);
  g_free (self->encoding);
  g_clear_pointer (&run->decoder, _pm_decoder_free);
  g_clear_object (&run->stop);
  g_clear_error (&run->reason);
  g_free (run->host);
  g_free (run);
}

/* @reason: (transfer full) */
static void
stop (Run *run, GError *reason)
{
  if (run->reason == NULL)
    run->reason = g_steal_pointer (&reason);
  g_clear_error (&reason);
  g_cancellable_cancel (run->stop);
}

static gboolean
overdue_cb (gpointer data)
{
  stop (data, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, ""));
  return G_SOURCE_CONTINUE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  GError *error = NULL;

  g_cancellable_set_error_if_cancelled (cancellable, &error);
  stop (data, error);
  return G_SOURCE_REMOVE;
}

static void
set_quiet_alarm (Run *run, guint seconds)
{
  g_source_set_ready_time (run->quiet_alarm,
                           g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC);
}

/* What goes through a proxy is resolved there; then only the written host can be judged. */
static PmReach
find_reach (Run *run, GSocketAddress *address)
{
  if (address == NULL || !G_IS_INET_SOCKET_ADDRESS (address) || G_IS_PROXY_ADDRESS (address))
    return _pm_fetch_reach_of_host (run->host);
  return _pm_fetch_reach_of_address (
      g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
}

static void
guard (Run *run, GSocketAddress *address)
{
  PmReach reach = find_reach (run, address);

  run->hop.reached = MAX (run->hop.reached, reach);
  if (reach > run->hop.reach)
    stop (run, _pm_fetch_error_forbidden (run->host));
}

/* The address is judged where it is used, not where the name was looked up: a name may be given
 * another address in between. */
static void
network_event_cb (SoupMessage *message, GSocketClientEvent event, GIOStream *stream, Run *run)
{
  g_autoptr (GSocketAddress) address = NULL;

  if (!G_IS_SOCKET_CONNECTION (stream))
    return;
  if (event == G_SOCKET_CLIENT_CONNECTED)
    g_set_object (&run->socket, g_socket_connection_get_socket (G_SOCKET_CONNECTION (stream)));
  if (event != G_SOCKET_CLIENT_CONNECTING)
    return;
  address = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (stream), NULL);
  guard (run, address);
}

/* The connection stands, a new one or a kept one, and nothing was sent yet. */
static void
starting_cb (SoupMessage *message, Run *run)
{
  guard (run, soup_message_get_remote_address (message));
  set_quiet_alarm (run, run->hop.limits->idle_seconds);
}

/* @cause: (transfer full) (nullable): %NULL for success. */
static void
finish (Run *run, GError *cause)
{
  g_autoptr (GTask) task = g_steal_pointer (&run->task);
  g_autoptr (GError) told = cause;
  GTlsCertificateFlags flaws = soup_message_get_tls_peer_certificate_errors (run->message);
  gboolean reading = run->stream != NULL;

  if (run->reason != NULL)
    {
      g_clear_error (&told);
      told = g_steal_pointer (&run->reason);
    }
  run->hop.record->finished = g_get_real_time ();
  drop_connection (run);
  if (told != NULL)
    g_task_return_error (task, _pm_fetch_error_from_cause (told, run->host, reading, flaws));
  else
    g_task_return_boolean (task, TRUE);
}

/* libsoup takes an early end for the end when the connection was to close then anyway. */
static gboolean
is_short (Run *run)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (run->message);

  return soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
         (goffset) run->hop.wire->len < soup_message_headers_get_content_length (headers);
}

static gboolean
was_hung_up (GSocket *socket)
{
  char byte;
  GInputVector vector = { &byte, 1 };
  int flags = G_SOCKET_MSG_PEEK;

  return socket != NULL && (g_socket_condition_check (socket, G_IO_IN) & G_IO_IN) != 0 &&
         g_socket_receive_message (socket, NULL, &vector, 1, NULL, NULL, &flags, NULL, NULL) == 0;
}

/* libsoup 3.2 takes a connection lost between two chunks for the end of the body. It reads the line
 * that closes a whole body into the buffer it was given, though; where that was ever seen, its
 * absence tells. Until then a server tells that hangs up although it was to keep the connection
 * (RFC 9112 §9.3). Later versions of libsoup report the loss, and use a buffer of their own. */
static gboolean
is_unclosed (Run *run)
{
  static int shows_closing;
  SoupMessageHeaders *headers = soup_message_get_response_headers (run->message);

  if (soup_message_get_http_version (run->message) == SOUP_HTTP_2_0 ||
      soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CHUNKED)
    return FALSE;
  if (run->buffer[0] != '\0')
    {
      g_atomic_int_set (&shows_closing, TRUE);
      return FALSE;
    }
  return g_atomic_int_get (&shows_closing) ||
         (soup_message_is_keepalive (run->message) && was_hung_up (run->socket));
}

/* Returns: (nullable) (transfer full) */
static GError *
check_type (Run *run, gboolean last)
{
  PmFetchHop *hop = &run->hop;
  GByteArray *bytes = hop->content != NULL ? hop->content : hop->wire;
  const char *type;

  if (!run->untold || (bytes->len < PM_FETCH_SNIFF_LENGTH && !last) || bytes->len == 0)
    return NULL;
  run->untold = FALSE;
  type = _pm_fetch_sniff_type (hop->kind, bytes->data, bytes->len);
  if (type == NULL || _pm_fetch_judge_type (hop->kind, type) == PM_TYPE_REFUSED)
    return _pm_fetch_error_wrong_type (run->host, hop->kind, type);
  g_free (hop->content_type);
  hop->content_type = g_strdup (type);
  return NULL;
}

static gboolean
has_more (Run *run)
{
  return run->decoder != NULL && _pm_decoder_has_more (run->decoder);
}

/* What arrived since the last call, or at the end. Returns: (nullable) (transfer full) */
static GError *
take_in (Run *run)
{
  PmFetchHop *hop = &run->hop;
  gboolean last = run->ended;
  GError *error = NULL;

  if (hop->wire->len > hop->limits->max_wire)
    return _pm_fetch_error_too_large (run->host, hop->limits->max_wire);
  if (last && (is_short (run) || is_unclosed (run)))
    return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "");
  if (run->decoder != NULL && hop->wire->len > 0 &&
      !_pm_decoder_push (run->decoder, hop->wire, last, hop->content, &error))
    {
      if (!g_error_matches (error, PM_FETCH_ERROR, PM_FETCH_ERROR_TOO_LARGE))
        return error;
      g_clear_error (&error);
      return _pm_fetch_error_too_large (run->host, hop->limits->max_inflated);
    }
  last = last && !has_more (run);
  error = check_type (run, last);
  if (error == NULL && last && (hop->content != NULL ? hop->content : hop->wire)->len == 0)
    error = _pm_fetch_error_empty (run->host);
  return error;
}

static void
report_progress (Run *run)
{
  gint64 now = g_get_monotonic_time ();
  SoupMessageHeaders *headers = soup_message_get_response_headers (run->message);
  guint64 total = 0;

  if (run->hop.progress == NULL || now - run->last_progress < PROGRESS_INTERVAL)
    return;
  run->last_progress = now;
  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH)
    total = soup_message_headers_get_content_length (headers);
  run->hop.progress (run->hop.wire->len, total, run->hop.progress_data);
}

static void
read_on (Run *run, GAsyncReadyCallback callback)
{
  set_quiet_alarm (run, run->hop.limits->idle_seconds);
  run->buffer[0] = '\0';
  g_input_stream_read_async (run->stream, run->buffer, READ_SIZE, G_PRIORITY_DEFAULT, run->stop,
                             callback, run);
}

/* Decodes, then reads. A little that arrived may decode to a lot, so that takes many turns. */
static void
advance (Run *run, GAsyncReadyCallback callback)
{
  GError *error = take_in (run);

  if (error != NULL || run->reason != NULL || (run->ended && !has_more (run)))
    finish (run, error);
  else if (has_more (run))
    g_source_set_ready_time (run->more_alarm, 0);
  else
    {
      report_progress (run);
      read_on (run, callback);
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;
  GError *error = NULL;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (error != NULL)
    {
      finish (run, error);
      return;
    }
  run->ended = n == 0;
  g_byte_array_append (run->hop.wire, run->buffer, n);
  advance (run, read_cb);
}

static gboolean
more_cb (gpointer data)
{
  advance (data, read_cb);
  return G_SOURCE_CONTINUE;
}

/* RFC 9110 §10.2.3: seconds, or a date. Nobody means more than a year. */
static gint64
parse_retry_after (const char *value)
{
  gint64 now = g_get_real_time ();
  gint64 latest = now + (gint64) 366 * 24 * 3600 * G_USEC_PER_SEC;
  g_autoptr (GDateTime) date = NULL;
  guint64 seconds;

  if (value == NULL)
    return 0;
  if (g_ascii_string_to_unsigned (value, 10, 0, 366 * 24 * 3600, &seconds, NULL))
    return now + (gint64) seconds * G_USEC_PER_SEC;
  date = soup_date_time_new_from_http_string (value);
  return date != NULL ? CLAMP (g_date_time_to_unix (date) * G_USEC_PER_SEC, now, latest) : 0;
}

static void
keep_cookies (Run *run)
{
  g_autoptr (GUri) uri = g_uri_parse (run->hop.url, SOUP_HTTP_URI_FLAGS, NULL);
  GSList *cookies = soup_cookies_from_response (run->message);

  for (GSList *l = cookies; l != NULL && run->hop.jar != NULL; l = l->next)
    soup_cookie_jar_add_cookie_with_first_party (run->hop.jar, uri, soup_cookie_copy (l->data));
  soup_cookies_free (cookies);
}

/* Whether it is what a header may hold as a type or a charset, and not just any bytes. */
static gboolean
is_token (const char *text)
{
  gsize n = 0;

  while (g_ascii_isgraph (text[n]))
    n++;
  return n > 0 && n < 128 && text[n] == '\0';
}

/* Returns: (nullable) (transfer full) */
static GError *
read_type (Run *run, SoupMessageHeaders *headers)
{
  g_autoptr (GHashTable) params = NULL;
  const char *type = soup_message_headers_get_content_type (headers, &params);
  const char *charset = params != NULL ? g_hash_table_lookup (params, "charset") : NULL;
  PmFetchHop *hop = &run->hop;
  PmTypeVerdict verdict;

  hop->content_type = type != NULL && is_token (type) ? g_ascii_strdown (type, -1) : NULL;
  hop->charset = charset != NULL && is_token (charset) ? g_strdup (charset) : NULL;
  verdict = _pm_fetch_judge_type (hop->kind, hop->content_type);
  run->untold = verdict == PM_TYPE_UNTOLD;
  return verdict == PM_TYPE_REFUSED
             ? _pm_fetch_error_wrong_type (run->host, hop->kind, hop->content_type)
             : NULL;
}

/* Returns: (nullable) (transfer full) */
static GError *
read_encoding (Run *run, SoupMessageHeaders *headers)
{
  const char *value = soup_message_headers_get_list (headers, "Content-Encoding");
  g_autofree char *encoding = value != NULL ? g_strstrip (g_ascii_strdown (value, -1)) : NULL;

  if (encoding == NULL || *encoding == '\0' || g_str_equal (encoding, "identity"))
    return NULL;
  run->decoder = _pm_decoder_new (encoding, run->hop.limits->max_inflated);
  if (run->decoder == NULL)
    return g_error_new_literal (PM_FETCH_ERROR, PM_FETCH_ERROR_CUT_OFF, "");
  run->hop.content = g_byte_array_new ();
  run->hop.encoding = g_steal_pointer (&encoding);
  return NULL;
}

static gboolean
wants_body (Run *run)
{
  return run->hop.kind != PM_FETCH_HEADERS &&
         SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (run->message));
}

/* Everything the headers can tell is told before the body is read. Returns: (nullable) (transfer
 * full) */
static GError *
read_headers (Run *run)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (run->message);
  guint status = soup_message_get_status (run->message);
  PmFetchHop *hop = &run->hop;
  GError *error = NULL;

  hop->retry_at = parse_retry_after (soup_message_headers_get_one (headers, "Retry-After"));
  if (status >= 300 && status < 400)
    hop->location = g_strdup (soup_message_headers_get_one (headers, "Location"));
  if (hop->terms != NULL)
    _pm_fetch_terms_read (hop->terms, status, headers);
  keep_cookies (run);
  if (!wants_body (run))
    return NULL;
  if (status == 204 || status == 205)
    return _pm_fetch_error_empty (run->host);
  error = read_type (run, headers);
  if (error == NULL)
    error = read_encoding (run, headers);
  if (error == NULL &&
      soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
      soup_message_headers_get_content_length (headers) > (goffset) hop->limits->max_wire)
    error = _pm_fetch_error_too_large (run->host, hop->limits->max_wire);
  return error;
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;
  GError *error = NULL;

  run->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (run->stream != NULL)
    {
      _pm_fetch_record_answer (run->hop.record, run->message);
      error = read_headers (run);
    }
  if (error != NULL || run->reason != NULL || !wants_body (run))
    {
      finish (run, error);
      return;
    }
  read_on (run, read_cb);
}

static const char *
get_wanted_types (PmFetchKind kind)
{
  static const char *const types[] = {
    [PM_FETCH_PAGE] = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,"
                      "*/*;q=0.1",
    [PM_FETCH_IMAGE] = "image/*",
    [PM_FETCH_FEED] = "application/atom+xml,application/rss+xml,application/xml;q=0.9,"
                      "text/xml;q=0.9,text/html;q=0.5,*/*;q=0.1",
    [PM_FETCH_ROBOTS] = "text/plain,*/*;q=0.1",
    [PM_FETCH_HEADERS] = "*/*",
  };

  return types[kind];
}

static SoupMessage *
make_message (PmFetchHop *hop)
{
  SoupMessage *message = soup_message_new (hop->heads ? "HEAD" : "GET", hop->url);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autofree char *cookies = NULL;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_replace (headers, "Accept", get_wanted_types (hop->kind));
  if (hop->terms != NULL)
    _pm_fetch_terms_write (hop->terms, headers);
  soup_message_headers_replace (headers, "Accept-Encoding", "gzip, deflate, br");
  if (hop->jar != NULL)
    cookies = soup_cookie_jar_get_cookies (hop->jar, soup_message_get_uri (message), TRUE);
  if (cookies != NULL)
    soup_message_headers_replace (headers, "Cookie", cookies);
  return message;
}

void
_pm_fetch_hop_run_async (PmFetchHop *self,
                         SoupSession *session,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Run *run = (Run *) self;

  run->task = g_task_new (NULL, NULL, callback, user_data);
  run->session = g_object_ref (session);
  run->message = make_message (self);
  self->record->started = g_get_real_time ();
  run->whole_alarm = _pm_alarm_new (overdue_cb, run);
  g_source_set_ready_time (run->whole_alarm, g_get_monotonic_time () + self->budget);
  run->quiet_alarm = _pm_alarm_new (overdue_cb, run);
  run->more_alarm = _pm_alarm_new (more_cb, run);
  set_quiet_alarm (run, self->limits->connect_seconds);
  if (cancellable != NULL)
    {
      run->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (run->cancelled, G_SOURCE_FUNC (cancelled_cb), run, NULL);
      g_source_attach (run->cancelled, g_main_context_get_thread_default ());
    }
  g_signal_connect (run->message, "network-event", G_CALLBACK (network_event_cb), run);
  g_signal_connect (run->message, "starting", G_CALLBACK (starting_cb), run);
  if (_pm_fetch_reach_of_host (run->host) > self->reach)
    stop (run, _pm_fetch_error_forbidden (run->host));
  soup_session_send_async (session, run->message, G_PRIORITY_DEFAULT, run->stop, sent_cb, run);
}

gboolean
_pm_fetch_hop_run_finish (PmFetchHop *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
