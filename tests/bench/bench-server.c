/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-server.h"

#include <libsoup/soup.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#include "bench-pages.h"

static pid_t server;

static void
serve_cb (SoupServer *listener,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  GPtrArray *pages = user_data;
  PmPage *page = pages->pdata[g_ascii_strtoull (path + 1, NULL, 10) % pages->len];

  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_content_type (soup_server_message_get_response_headers (message),
                                         "text/html; charset=utf-8", NULL);
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), page->content);
}

static void
run_server (GPtrArray *pages, int out)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (SoupServer) listener = soup_server_new (NULL, NULL);
  g_autoslist (GUri) uris = NULL;
  g_autofree char *base = NULL;

  prctl (PR_SET_PDEATHSIG, SIGKILL);
  soup_server_add_handler (listener, NULL, serve_cb, pages, NULL);
  if (!soup_server_listen_local (listener, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL))
    _exit (1);
  uris = soup_server_get_uris (listener);
  base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  if (write (out, base, strlen (base)) < 0 || close (out) != 0)
    _exit (1);
  g_main_loop_run (loop);
}

char *
bench_server_start (GPtrArray *pages)
{
  int ends[2];
  char base[64] = "";

  if (pipe (ends) != 0)
    g_error ("No pipe");
  server = fork ();
  if (server == 0)
    {
      run_server (pages, ends[1]);
      _exit (0);
    }
  close (ends[1]);
  if (read (ends[0], base, sizeof base - 1) <= 0)
    g_error ("No server");
  close (ends[0]);
  return g_strdup (base);
}

double
bench_server_get_cpu (void)
{
  clockid_t clock;
  struct timespec used;

  if (clock_getcpuclockid (server, &clock) != 0 || clock_gettime (clock, &used) != 0)
    g_error ("No server");
  return used.tv_sec + used.tv_nsec / 1e9;
}

/* @html with nowhere to go but this machine, where nobody listens, and without images. */
static char *
disarm (const char *html)
{
  static const char *const images[] = { "<img",      "<source",   "og:image", "twitter:image",
                                        "image_src", "\"image\"", "<amp-img" };
  g_autoptr (GRegex) hosts = g_regex_new ("(https?:|[\"'= ,(])(\\\\?/\\\\?/)[A-Za-z0-9.-]+",
                                          G_REGEX_RAW | G_REGEX_OPTIMIZE, 0, NULL);
  g_autofree char *local = g_regex_replace (hosts, html, -1, 0, "\\1\\g<2>127.0.0.1:9", 0, NULL);
  g_autoptr (GString) disarmed = g_string_new (local);

  for (guint i = 0; i < G_N_ELEMENTS (images); i++)
    {
      g_autofree char *other = g_strdup (images[i]);

      other[strlen (other) - 2] = 'x';
      g_string_replace (disarmed, images[i], other, 0);
    }
  return g_strdup (disarmed->str);
}

GPtrArray *
bench_server_make_pages (void)
{
  GPtrArray *pages = bench_load_pages ();

  for (guint i = 0; i < pages->len; i++)
    {
      PmPage *page = pages->pdata[i];
      gsize size;
      const char *data = g_bytes_get_data (page->content, &size);
      g_autofree char *html = g_strndup (data, size);
      char *disarmed = disarm (html);
      g_autoptr (GBytes) bytes = g_bytes_new_take (disarmed, strlen (disarmed));

      pm_page_set_body (page, bytes, NULL, NULL);
    }
  return pages;
}

char *
bench_server_make_list (const char *base, guint n)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s/%u\n", base, i);
  return g_string_free (list, FALSE);
}
